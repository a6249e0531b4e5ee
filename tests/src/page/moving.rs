//! Goes from page to page, and waits until what is awaited is there.

use std::path::Path;

use serde_json::{Value, json};

use super::Page;
use crate::browser::{Engine, Lacking};
use crate::wait;

impl Page {
    /// Opens a page of the site and waits until it is mounted.
    pub fn open(&self, page: &str) {
        self.load(page);
        self.ready();
    }

    /// Opens a file as a double click does, and waits until it is mounted.
    pub fn open_file(&self, file: &Path) {
        self.load_file(file);
        self.ready();
    }

    /// Opens a file as a double click does; it need not come to life.
    pub fn load_file(&self, file: &Path) {
        let steps = file.components().skip(1).map(|step| {
            // As browsers write it themselves, so that it is known again among what was asked for.
            let written = |byte: &u8| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(*byte).to_string(),
                byte => format!("%{byte:02X}"),
            };
            step.as_os_str().as_encoded_bytes().iter().map(written).collect::<String>()
        });
        let address = steps.fold("file://".to_owned(), |address, step| address + "/" + &step);
        if self.options.lacking != Lacking::JavaScript {
            self.js("window.leaving = true", &[]);
        }
        // The file itself; whatever else a page asked for would still be told.
        self.tried.borrow_mut().push(address.clone());
        self.done(self.browser.session.go(&address), "a file");
    }

    /// Opens a page of the site; it need not come to life.
    pub fn load(&self, page: &str) {
        let address = self.address(page);
        if self.options.lacking != Lacking::JavaScript {
            self.js("window.leaving = location.href.split('#')[0] !== arguments[0].split('#')[0]", &[json!(address)]);
        }
        self.done(self.browser.session.go(&address), page);
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.js("window.leaving = true", &[]);
        if self.options.engine == Engine::Firefox {
            // Its driver reloads past the service worker, as with Shift held.
            self.js("setTimeout(() => location.reload())", &[]);
        } else {
            self.done(self.browser.session.post("refresh", &json!({})), "reload");
        }
        self.ready();
    }

    /// Waits for `data-ready`, of the new page where one is on its way.
    ///
    /// Firefox may answer while the old one still stands.
    pub fn ready(&self) {
        self.until("data-ready", "return !window.leaving && document.documentElement.dataset.ready === 'true'", &[]);
    }

    /// Sends `beforeunload`; true if the page asks to stay.
    ///
    /// A driver answers the browser's own question itself, so only the event can be observed.
    pub const ASKS_BEFORE_LEAVING: &str = "
        const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        return leaving.defaultPrevented";

    /// The opposite of [`Self::ASKS_BEFORE_LEAVING`].
    pub const ASKS_NOTHING: &str = "
        const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        return !leaving.defaultPrevented";

    /// Returns whether the page would ask before it is left or loaded anew.
    pub fn asks_before_leaving(&self) -> bool {
        self.js(Self::ASKS_BEFORE_LEAVING, &[]) == true
    }

    /// Goes to a route and waits for its page.
    pub fn go(&self, route: &str, page: &str) {
        self.js("location.hash = arguments[0]", &[json!(route)]);
        self.on_page(page);
    }

    /// Waits until `main[data-page]` is `page` and has its heading.
    pub fn on_page(&self, page: &str) {
        let condition = "return document.querySelector('main')?.dataset.page === arguments[0] && Boolean(document.querySelector('main h1'))";
        self.until(&format!("page {page}"), condition, &[json!(page)]);
    }

    /// Waits until everything typed is durable; gives the revision.
    pub fn saved(&self) -> u64 {
        let condition = "const { dirty, saved } = document.documentElement.dataset; return dirty === undefined && saved !== undefined";
        self.until("data-saved and not data-dirty", condition, &[]);
        self.js("return Number(document.documentElement.dataset.saved)", &[]).as_u64().expect("data-saved is a number")
    }

    /// Waits until everything needed offline is kept.
    pub fn offline_ready(&self) {
        self.until("data-offline-ready", "return document.documentElement.dataset.offlineReady === 'true'", &[]);
    }

    /// Waits until a script returns true.
    ///
    /// # Panics
    /// When it does not in time.
    #[track_caller]
    pub fn until(&self, what: &str, condition: &str, arguments: &[Value]) {
        let mut asked = 0_u32;
        let met = || match self.browser.session.script(condition, arguments) {
            Ok(answer) if answer == true => Some(()),
            // A page that is being replaced refuses scripts for a moment.
            Ok(_) | Err(_) => {
                asked += 1;
                let may_have_stopped = asked.is_multiple_of(8) && !self.stops.get();
                assert!(!(may_have_stopped && self.has_stopped()), "waited for {what}: the program has stopped");
                None
            }
        };
        assert!(wait::for_answer(met).is_some(), "waited in vain for {what}");
    }

    pub(super) fn has_stopped(&self) -> bool {
        let stopped = self.browser.session.script("return document.documentElement.dataset.panicked === 'true'", &[]);
        stopped.is_ok_and(|answer| answer == true)
    }

    /// Waits until something matches the selector.
    #[track_caller]
    pub fn until_there(&self, selector: &str) {
        self.until(selector, "return Boolean(document.querySelector(arguments[0]))", &[json!(selector)]);
    }

    /// Waits until the text of the first match contains `text`.
    #[track_caller]
    pub fn until_said(&self, selector: &str, text: &str) {
        let condition = "return Boolean(document.querySelector(arguments[0])?.textContent.includes(arguments[1]))";
        self.until(&format!("{text} in {selector}"), condition, &[json!(selector), json!(text)]);
    }
}
