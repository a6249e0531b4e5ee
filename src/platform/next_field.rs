//! Goes on to the next field on Enter, as 下一项 of a telephone's keyboard promises.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent};

use super::listen::Listening;

/// Fields of one line: in the others Enter begins a new one, opens a list or chooses.
const LINES: &str = "main input:is([type=text], [type=tel]):enabled";
/// The elements that can be the next field.
///
/// What lies in a closed disclosure has a size in some browsers, and cannot be seen.
const FIELDS: &str = "main :is(input:not([type=file]), select, textarea):enabled:not(details:not([open]) *)";
/// The code that an input method reports for a key that it takes for itself.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// Listens on every field of one line that belongs to no form: within a form Enter sends it.
pub(crate) fn on_enter() -> Listening {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return Listening::none() };
    let pressed = |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        // An input method uses Enter too, to accept a candidate; ignore that one.
        let is_enter = key.key() == "Enter" && !key.is_composing() && key.key_code() != TAKEN_BY_INPUT_METHOD;
        if let Some(next) = line(event).filter(|_| is_enter).and_then(|line| after(&line)) {
            // Browsers that do not let it be focused leave the focus where it is.
            drop(next.focus());
        }
    };
    let entered = |event: &Event| {
        if let Some(line) = line(event) {
            // Thrown only for a name that is none.
            drop(line.set_attribute("enterkeyhint", "next"));
        }
    };
    Listening::to(&document, "keydown", pressed).and(Listening::to(&document, "focusin", entered))
}

/// The field of one line in which something happened.
fn line(event: &Event) -> Option<Element> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let is_line = element.matches(LINES).unwrap_or(false) && element.closest("form").ok()?.is_none();
    is_line.then_some(element)
}

/// The next visible field after `line`, skipping the other choices of the same question.
fn after(line: &Element) -> Option<HtmlElement> {
    let document: Document = line.owner_document()?;
    let question = line.closest(".item").ok()?;
    let all = document.query_selector_all(FIELDS).ok()?;
    let fields = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<HtmlElement>().ok());
    let is_choice = |field: &HtmlElement| field.matches("[type=radio]").unwrap_or(false);
    let of_question = |field: &HtmlElement| question.as_ref().is_some_and(|question| question.contains(Some(field)));
    fields
        .skip_while(|field| !field.is_same_node(Some(line)))
        .skip(1)
        .filter(|field| field.offset_width() > 0)
        .find(|field| !(is_choice(field) && of_question(field)))
}
