"""A window of WebKitGTK for the browser tests, driven by WebKitWebDriver.

MiniBrowser keeps nothing when a driver has started it and cannot print then. This window keeps everything in the folder
named on the command line: the profile below `profile`, what is exported and printed in `downloads`. On standard output it
says what the console says, and `REQUEST` with each address that the page asks for.
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

# Off in WebKitGTK, on in Safari.
AS_IN_SAFARI = ("StorageAPI", "StorageAPIEstimate")

FOLDER = sys.argv[1]
PROFILE = os.path.join(FOLDER, "profile")
DOWNLOADS = os.path.join(FOLDER, "downloads")


def context():
    data = WebKit2.WebsiteDataManager(
        base_data_directory=os.path.join(PROFILE, "data"), base_cache_directory=os.path.join(PROFILE, "cache")
    )
    # Nobody but this machine can be reached: nothing listens at the discard port.
    nowhere = WebKit2.NetworkProxySettings.new("http://127.0.0.1:9", ["127.0.0.1"])
    data.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, nowhere)
    made = WebKit2.WebContext(website_data_manager=data)
    made.set_automation_allowed(True)
    made.set_preferred_languages(["zh-CN"])
    made.connect("download-started", lambda _, download: download.connect("decide-destination", decide_destination))
    made.connect("automation-started", automation_started)
    return made


def settings():
    made = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
    features = WebKit2.Settings.get_all_features()
    for feature in (features.get(index) for index in range(features.get_length())):
        if feature.get_identifier() in AS_IN_SAFARI:
            made.set_feature_enabled(feature, True)
    return made


def decide_destination(download, name):
    download.set_destination("file://" + os.path.join(DOWNLOADS, name))
    return True


def print_page(view, wanted):
    """Prints to `downloads/printed.pdf`; `wanted` is width and height of the paper in millimetres."""
    width, height = (float(length) for length in wanted.get_js_value().to_string().split())
    file = os.path.join(DOWNLOADS, "printed.pdf")
    printing = Gtk.PrintSettings()
    printing.set_printer("Print to File")
    printing.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    printing.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + file + ".part")
    paper = Gtk.PageSetup()
    paper.set_paper_size(Gtk.PaperSize.new_custom("paper", "paper", width, height, Gtk.Unit.MM))
    operation = WebKit2.PrintOperation(web_view=view, print_settings=printing, page_setup=paper)
    # It must live until it has finished, and the file has its name only when it is whole.
    view.printing = operation
    operation.connect("finished", lambda _: os.rename(file + ".part", file))
    operation.print_()


def prefer(_, wanted):
    """Asks pages for `dark` or `light`."""
    is_dark = wanted.get_js_value().to_string() == "dark"
    Gtk.Settings.get_default().set_property("gtk-application-prefer-dark-theme", is_dark)


def automation_started(started, session):
    messages = WebKit2.UserContentManager()
    for matter in ("prefer", "print"):
        messages.register_script_message_handler(matter)
    view = WebKit2.WebView(
        web_context=started, settings=settings(), user_content_manager=messages, is_controlled_by_automation=True
    )
    messages.connect("script-message-received::prefer", prefer)
    # `window.print()` does nothing under automation.
    messages.connect("script-message-received::print", lambda _, wanted: print_page(view, wanted))
    view.connect("resource-load-started", lambda _, __, request: print("REQUEST", request.get_uri(), flush=True))
    view.connect("close", lambda _: Gtk.main_quit())
    window = Gtk.Window(default_width=1280, default_height=900)
    window.add(view)
    window.show_all()
    session.connect("create-web-view", lambda _: view)


CONTEXT = context()
Gtk.main()
