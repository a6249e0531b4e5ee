//! What happens after a fault of the program itself: the page stops, says so, and saves nothing more.
//!
//! The last saved draft is good, and the state in memory is not to be trusted: `pagehide`, timers and other tabs may
//! still call into the instance after a panic, and a save from there could replace the good copy. The storage adapters
//! therefore ask [`has_happened`] before every write.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement};

thread_local! {
    static HAPPENED: Cell<bool> = const { Cell::new(false) };
    static WORDS: Cell<Option<Words>> = const { Cell::new(None) };
}

/// What the overlay says; the words live with all other words of the application.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// Heading: that the program has stopped.
    pub heading: &'static str,
    /// That what was saved is untouched, and what to do.
    pub explanation: &'static str,
    /// Label of the text to copy for whoever repairs the program.
    pub report: &'static str,
    /// The button that reloads the page.
    pub reload: &'static str,
}

/// Whether the program has stopped.
pub fn has_happened() -> bool {
    HAPPENED.get()
}

/// Shows the overlay at the first panic and sets `<html data-panicked="true">`.
pub fn install(words: Words) {
    WORDS.set(Some(words));
    std::panic::set_hook(Box::new(|info| stop(&info.to_string())));
}

fn stop(reason: &str) {
    // One fault may lead to another, for instance in a later event: the first one is the one to report.
    if HAPPENED.replace(true) {
        return;
    }
    let report = report(reason);
    web_sys::console::error_1(&JsValue::from_str(&report));
    if let (Some(words), Some(document)) = (WORDS.get(), web_sys::window().and_then(|window| window.document()))
        && let Err(thrown) = show(&document, &words, &report)
    {
        web_sys::console::error_1(&thrown);
    }
}

/// What happened, where, in which version and browser: text for the person to pass on.
fn report(reason: &str) -> String {
    let navigator = web_sys::window().map(|window| window.navigator());
    let browser = navigator.and_then(|navigator| navigator.user_agent().ok()).unwrap_or_default();
    format!("anziping {}\n{reason}\n{}\n{browser}\n", env!("CARGO_PKG_VERSION"), super::clock::now_rfc3339())
}

/// Built by hand: the reactive system is part of what may have failed.
fn show(document: &Document, words: &Words, report: &str) -> Result<(), JsValue> {
    if let Some(root) = document.document_element() {
        root.set_attribute("data-panicked", "true")?;
    }
    let Some(body) = document.body() else { return Ok(()) };
    let overlay = part(document, &body, "div", "")?;
    for (name, value) in [("id", "panic"), ("role", "alertdialog"), ("aria-modal", "true"), ("aria-labelledby", "panic-heading")] {
        overlay.set_attribute(name, value)?;
    }
    let heading = part(document, &overlay, "h1", words.heading)?;
    heading.set_id("panic-heading");
    heading.set_attribute("tabindex", "-1")?;
    part(document, &overlay, "p", words.explanation)?;
    let label = part(document, &overlay, "label", words.report)?;
    label.set_attribute("for", "panic-report")?;
    let text: HtmlTextAreaElement = part(document, &overlay, "textarea", "")?.unchecked_into();
    text.set_id("panic-report");
    text.set_read_only(true);
    text.set_value(report);
    let reload = part(document, &overlay, "button", words.reload)?;
    reload.set_attribute("type", "button")?;
    // floor.js, outside of the instance that has failed, reloads the page for every button of this action.
    reload.set_attribute("data-action", "reload")?;
    // Nothing behind the overlay can be reached any more, also not by keyboard or screen reader.
    let children = body.children();
    for index in 0..children.length() {
        if let Some(child) = children.item(index)
            && child.id() != "panic"
        {
            child.set_attribute("inert", "")?;
        }
    }
    heading.unchecked_into::<HtmlElement>().focus()
}

fn part(document: &Document, parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}
