//! The page itself: its title, its marks on `<html>`, focus, scrolling, leaving, printing.

use wasm_bindgen::JsCast;
use web_sys::{
    BeforeUnloadEvent, Document, Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollToOptions, VisibilityState,
};

use super::listen::Listening;
use super::{js, timer};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Title of the page: what a screen reader says first, and the name of the tab.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Value of `data-<name>` on `<html>`; names as in the attribute, such as `offline-ready`.
pub(crate) fn mark(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&format!("data-{name}"))
}

/// Sets `data-<name>` on `<html>`: the hooks that tests and assistive scripts rely on.
pub(crate) fn set_mark(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element())
        && let Err(thrown) = root.set_attribute(&format!("data-{name}"), value)
    {
        // Thrown only for a text that is no name: a mistake in this program, shown to its developer.
        web_sys::console::error_1(&thrown);
    }
}

/// Removes `data-<name>` from `<html>`.
pub(crate) fn remove_mark(name: &str) {
    if let Some(root) = document().and_then(|document| document.document_element())
        && let Err(thrown) = root.remove_attribute(&format!("data-{name}"))
    {
        web_sys::console::error_1(&thrown);
    }
}

/// Tells whether the selector or id asked for is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Focused {
    /// It has the focus now.
    Yes,
    /// There is no such element, or it takes no focus.
    NotFound,
}

/// The id of the text field in which somebody is typing; `None` while the focus is on anything else.
pub(crate) fn typing_in() -> Option<String> {
    let focused = document()?.active_element()?;
    let takes_text =
        focused.matches("textarea, input:not([type=radio], [type=checkbox], [type=button])").unwrap_or(false);
    takes_text.then(|| focused.id()).filter(|id| !id.is_empty())
}

/// Gives the focus to the first element that matches, and brings it into view.
pub(crate) fn focus(selector: &str) -> Focused {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    focus_element(found, &FocusOptions::new())
}

/// Gives the focus to the element of this id, and brings it into view.
pub(crate) fn focus_id(id: &str) -> Focused {
    focus_element(document().and_then(|document| document.get_element_by_id(id)), &FocusOptions::new())
}

/// Gives the focus to the heading of the page without scrolling.
///
/// What a screen reader reads after a change of page.
pub(crate) fn focus_heading() -> Focused {
    let heading = document().and_then(|document| document.query_selector("main h1").ok().flatten());
    if let Some(heading) = &heading
        && !heading.has_attribute("tabindex")
        && let Err(thrown) = heading.set_attribute("tabindex", "-1")
    {
        web_sys::console::error_1(&thrown);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    focus_element(heading, &options)
}

/// The elements that can have the focus without further ado.
const FOCUSABLE: &str = "input:not([disabled]), select, textarea, button, summary, a[href], [tabindex]";

/// Shows a place after a change of page.
///
/// The element of this id, its disclosures opened, with the focus in its first field; without a place (or when the page
/// has none of this id), the heading at the top.
///
/// Waits for the page to be built: called when the route changes, which is before the elements change.
pub(crate) fn reveal(place: Option<&str>) {
    let place = place.map(str::to_owned);
    timer::after(0, move || {
        let element = place.and_then(|id| document()?.get_element_by_id(&id));
        if let Some(element) = element {
            reveal_element(&element);
        } else {
            scroll_to_top();
            focus_heading();
        }
    })
    .forever();
}

/// Opens the disclosures around the element of this id.
pub(crate) fn unfold(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        unfold_around(&element);
    }
}

fn unfold_around(element: &Element) {
    let mut around = element.closest("details").ok().flatten();
    while let Some(details) = around {
        if let Err(thrown) = details.set_attribute("open", "") {
            web_sys::console::error_1(&thrown);
        }
        around = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
}

fn reveal_element(element: &Element) {
    unfold_around(element);
    element.scroll_into_view();
    let first = || element.query_selector(FOCUSABLE).ok().flatten();
    let target = if element.matches(FOCUSABLE).unwrap_or(false) { Some(element.clone()) } else { first() };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    focus_element(target, &options);
}

fn focus_element(element: Option<Element>, options: &FocusOptions) -> Focused {
    match element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        Some(element) if element.focus_with_options(options).is_ok() => Focused::Yes,
        _ => Focused::NotFound,
    }
}

/// Scrolls to the top at once, whatever the style sheet says about smooth scrolling.
pub(crate) fn scroll_to_top() {
    scroll_to(0.0);
}

/// Scrolls so far down at once, in CSS pixels.
pub(crate) fn scroll_to(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// Measures how far down the page is scrolled, in CSS pixels.
pub(crate) fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Returns whether the page is hidden: another tab or app is in front, or the screen is off.
pub(crate) fn is_hidden() -> bool {
    document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden)
}

/// Calls when the page is about to disappear: the last moment in which saving is certain to work.
///
/// Two events, since neither is enough: phones kill hidden pages without a further event, so hiding counts already;
/// Safari does not report hiding when a link is followed, but `pagehide`. The call may therefore come twice.
pub(crate) fn on_hide(mut hidden: impl FnMut() + Clone + 'static) -> Listening {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return Listening::none() };
    let mut leaving = hidden.clone();
    Listening::to(&document, "visibilitychange", move |_| {
        if is_hidden() {
            hidden();
        }
    })
    .and(Listening::to(&window, "pagehide", move |_| leaving()))
}

/// Calls when the page comes back to the front, also out of the browser's back-forward cache.
pub(crate) fn on_show(mut shown: impl FnMut() + Clone + 'static) -> Listening {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return Listening::none() };
    let mut restored = shown.clone();
    Listening::to(&document, "visibilitychange", move |_| {
        if !is_hidden() {
            shown();
        }
    })
    .and(Listening::to(&window, "pageshow", move |event| {
        if js::get(event, "persisted").is_some_and(|persisted| persisted.is_truthy()) {
            restored();
        }
    }))
}

/// Asks before the page is left or loaded anew, in the browser's own words.
///
/// Telephones do not ask.
///
/// `is_lost` is asked at that moment. Listen only while something may be lost: the mere presence of the listener keeps
/// Firefox from restoring the page at once on "back".
pub(crate) fn confirm_leave(is_lost: impl Fn() -> bool + 'static) -> Listening {
    let Some(window) = web_sys::window() else { return Listening::none() };
    Listening::preventing(&window, "beforeunload", move |event| {
        if !is_lost() {
            return;
        }
        event.prevent_default();
        // Chromium before 119 and Safari ask only when this is set, too.
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            event.set_return_value("unsaved");
        }
    })
}

/// This browser cannot print, as some in-app browsers cannot.
///
/// The person can open the page in the system's browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this browser cannot print")]
pub(crate) struct CannotPrint;

/// Opens the print dialog. Some browsers return at once, others when the dialog is closed.
///
/// # Errors
/// [`CannotPrint`].
pub(crate) fn print() -> Result<(), CannotPrint> {
    web_sys::window().ok_or(CannotPrint)?.print().map_err(|_| CannotPrint)
}
