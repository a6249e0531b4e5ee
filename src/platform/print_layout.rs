//! Lays forms out as they will be printed, out of sight, and finds what does not fit on its paper.
//!
//! Copies of the sheets stand for a moment in a tree of their own, with the rules for print as rules and as wide as the
//! paper leaves room. Where a browser has no such trees, nothing is found; a preview of the print shows it there.
//!
//! Elements are asked for their properties by name: a binding for each would lie in what every first visit downloads.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use super::js;

/// Class of sheets, with the room between the margins of its paper in millimetres: across, and down.
const PAPERS: [(&str, f64, f64); 3] =
    [("sheet-a3", 396.0, 273.0), ("sheet-wide", 273.0, 186.0), ("sheet", 182.0, 267.0)];
/// Dots of a browser in a millimetre.
const DOTS: f64 = 96.0 / 25.4;
/// The dots by which rounding may make something wider or higher.
const ROUNDING: f64 = 2.0;

/// A part of a sheet that does not fit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Overrun {
    /// A row is higher than a page, and is cut in two.
    Row(Longest),
    /// A table is wider than its page, and is cut off.
    Table(Longest),
    /// A sheet that ought to be one page has so many.
    Sheet {
        /// The number of the sheet, from 1.
        number: usize,
        /// How many pages it takes.
        pages: u32,
        /// The longest text on it.
        longest: Longest,
    },
}

/// The longest text of what does not fit, and where it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Longest {
    /// The beginning of its row; empty outside of tables.
    pub row: String,
    /// The name of its column or line; empty where it has none.
    pub column: String,
    /// The text.
    pub text: String,
}

/// Finds what does not fit of the sheets on the page.
///
/// `one_page` says that each of them ought to be one page.
pub(crate) fn misfits(one_page: bool) -> Vec<Overrun> {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| found(&document, one_page)).unwrap_or_default()
}

fn found(document: &Document, one_page: bool) -> Option<Vec<Overrun>> {
    let host = document.create_element("div").ok()?;
    // Out of sight, and out of the way of what is on the page.
    host.set_attribute("aria-hidden", "true").ok()?;
    let style = js::get(&host, "style")?;
    let place = JsValue::from_str("position:fixed;inset-block-start:0;inset-inline-start:-9999mm;visibility:hidden");
    Reflect::set(&style, &JsValue::from_str("cssText"), &place).ok()?;
    let root = attached(&host)?;
    let adopted = Array::of1(&printed_rules(document)?);
    Reflect::set(&root, &JsValue::from_str("adoptedStyleSheets"), &adopted).ok()?;
    let sheets = js::all(document, ".sheet");
    document.body()?.append_child(&host).ok()?;
    let misfits = sheets.iter().enumerate().filter_map(|(at, sheet)| misfits_of(sheet, &root, at + 1, one_page));
    let misfits = misfits.flatten().collect();
    host.remove();
    Some(misfits)
}

fn attached(host: &Element) -> Option<JsValue> {
    let mode = Object::new();
    Reflect::set(&mode, &JsValue::from_str("mode"), &JsValue::from_str("open")).ok()?;
    js::method(host, "attachShadow")?.call1(host, &mode).ok()
}

/// The rules of the page as they are on paper: those for print as well, none for narrow screens.
fn printed_rules(document: &Document) -> Option<JsValue> {
    let mut text = String::new();
    for sheet in js::listed(&js::get(document, "styleSheets")?) {
        for rule in js::get(&sheet, "cssRules").iter().flat_map(js::listed) {
            let media = js::get(&rule, "media").and_then(|media| js::get(&media, "mediaText")?.as_string());
            match media.as_deref() {
                None => text.push_str(&js::said(&rule, "cssText")),
                Some("print") => {
                    let within = js::get(&rule, "cssRules");
                    within.iter().flat_map(js::listed).for_each(|rule| text.push_str(&js::said(&rule, "cssText")));
                }
                Some(_) => {}
            }
        }
    }
    let make: Function = js::get(&js_sys::global(), "CSSStyleSheet")?.dyn_into().ok()?;
    let rules = Reflect::construct(&make, &Array::new()).ok()?;
    js::method(&rules, "replaceSync")?.call1(&rules, &JsValue::from_str(&text)).ok()?;
    Some(rules)
}

fn misfits_of(sheet: &JsValue, root: &JsValue, number: usize, one_page: bool) -> Option<Vec<Overrun>> {
    let classes = js::said(sheet, "className");
    let (_, across, down) =
        *PAPERS.iter().find(|(class, ..)| classes.split_ascii_whitespace().any(|own| own == *class))?;
    let copy = js::method(sheet, "cloneNode")?.call1(sheet, &JsValue::TRUE).ok()?;
    let style = js::get(&copy, "style")?;
    let width = JsValue::from_str(&format!("inline-size:{across}mm"));
    Reflect::set(&style, &JsValue::from_str("cssText"), &width).ok()?;
    js::method(root, "appendChild")?.call1(root, &copy).ok()?;
    let (across, down) = (across * DOTS + ROUNDING, down * DOTS + ROUNDING);
    let mut misfits = Vec::new();
    for table in js::all(&copy, "table") {
        let heads: Vec<String> = js::all(&table, "thead th").iter().map(text_of).collect();
        let above = js::all(&table, "thead").first().map_or(0.0, |head| number_of(head, "offsetHeight"));
        let rows = js::all(&table, "tbody tr");
        misfits.extend(
            rows.iter()
                .filter(|row| above + number_of(row, "offsetHeight") > down)
                .map(|row| Overrun::Row(longest_of(&heads, std::slice::from_ref(row)))),
        );
        if number_of(&table, "offsetWidth") > across {
            misfits.push(Overrun::Table(longest_of(&heads, &rows)));
        }
    }
    let height = number_of(&copy, "scrollHeight");
    if one_page && height > down {
        let rows = js::all(&copy, "tr, li, p");
        // No sheet is known to be a million pages.
        let pages = (height / down).ceil().min(1e6) as u32;
        misfits.push(Overrun::Sheet { number, pages, longest: longest_of(&[], &rows) });
    }
    js::method(root, "removeChild")?.call1(root, &copy).ok()?;
    Some(misfits)
}

/// The longest text among rows, or among lines that stand in no table.
fn longest_of(heads: &[String], rows: &[JsValue]) -> Longest {
    let of_row = |row: &JsValue| {
        let cells: Vec<String> = js::all(row, "th, td").iter().map(text_of).collect();
        let longest = cells.iter().enumerate().max_by_key(|(_, text)| text.chars().count());
        match longest {
            None => Longest { text: text_of(row), ..Longest::default() },
            Some((at, text)) => {
                let first = cells.first().cloned().unwrap_or_default();
                let column = heads.get(at).cloned().unwrap_or_else(|| first.clone());
                Longest { row: first, column, text: text.clone() }
            }
        }
    };
    rows.iter().map(of_row).max_by_key(|longest| longest.text.chars().count()).unwrap_or_default()
}

fn text_of(element: &JsValue) -> String {
    js::said(element, "textContent").trim().to_owned()
}

fn number_of(of: &JsValue, property: &str) -> f64 {
    js::get(of, property).and_then(|number| number.as_f64()).unwrap_or_default()
}
