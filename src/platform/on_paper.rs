//! Reads forms as they are shown, for word processors: what is printed is what the file says.
//!
//! It goes through the elements once, so a new form can be saved without a line of its own. What is not printed is left
//! out, and so is what stands a second time for the eye only.
//!
//! Elements are asked for their properties by name: a binding for each would lie in what every first visit downloads.

use anziping_tables::{LineStyle, PaperCell, PaperLine, PaperPart, PaperPicture, PaperSheet, PaperTable};
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlCollection, HtmlElement, Window};

use super::js;

/// Classes of what no paper shows.
const NOT_PRINTED: [&str; 2] = ["no-print", "visually-hidden"];
/// Elements that hold no text of the form.
const SILENT: [&str; 7] = ["button", "input", "select", "textarea", "script", "style", "template"];
/// Elements whose whole content is one line, whatever it is made of.
const ONE_LINE: [&str; 11] = ["p", "h1", "h2", "h3", "h4", "dt", "dd", "summary", "caption", "figcaption", "output"];
/// Elements without which a form has nothing to say.
const TELLING: [&str; 6] = ["table", "dl", "li", "svg", "img", "canvas"];
/// Class of what marks a form that holds nothing yet.
const BLANK: &str = "sheet-blank";
/// Between things beside each other in one line.
const BESIDE: &str = "　";

/// The sheets as read, and the drawings whose pictures belong on them, in their order.
///
/// The pictures among the parts have no bytes until they are made.
#[derive(Default)]
pub(crate) struct ReadSheets {
    /// The sheets, in their order.
    pub sheets: Vec<PaperSheet>,
    /// A drawing for each picture on them.
    pub drawings: Vec<Element>,
}

/// The sheets on the page, in their order.
///
/// `pictured` says what stands in place of a picture that is no drawing for paper; it gets the picture's name.
pub(crate) fn sheets(pictured: impl Fn(&str) -> String) -> ReadSheets {
    let Some(window) = web_sys::window() else { return ReadSheets::default() };
    let Some(document) = window.document() else { return ReadSheets::default() };
    sheets_in(&document, &window, pictured, |_| true)
}

/// The text of all sheets on the page, one after the other.
pub(crate) fn text() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let sheets = document.map(|document| document.get_elements_by_class_name("sheet"));
    sheets
        .iter()
        .flat_map(|sheets| (0..sheets.length()).filter_map(|at| sheets.item(at)))
        .fold(String::new(), |text, sheet| text + &js::said(&sheet, "textContent"))
}

/// A place on the page for a moment.
///
/// What is put there is read and taken off again before anybody sees it.
pub(crate) struct Bench {
    window: Window,
    place: HtmlElement,
}

impl Bench {
    /// An empty place at the end of the page; `None` without a page.
    pub(crate) fn set_up() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let place: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
        document.body()?.append_child(&place).ok()?;
        Some(Self { window, place })
    }

    /// The element into which something may be put.
    pub(crate) fn element(&self) -> HtmlElement {
        self.place.clone()
    }

    /// The sheets there that have something to say: a table, a list or a picture, be it beside other lines.
    ///
    /// Blank ones, to be filled in by hand, are left out.
    pub(crate) fn sheets(&self, pictured: impl Fn(&str) -> String) -> ReadSheets {
        sheets_in(&self.place, &self.window, pictured, |sheet| {
            let is_blank = sheet.get_elements_by_class_name(BLANK).length() > 0;
            !is_blank && TELLING.iter().any(|tag| sheet.get_elements_by_tag_name(tag).length() > 0)
        })
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.place.remove();
    }
}

/// The sheets below something that are wanted.
fn sheets_in(
    place: &JsValue,
    window: &Window,
    pictured: impl Fn(&str) -> String,
    wanted: impl FnMut(&Element) -> bool,
) -> ReadSheets {
    let Some(find) = js::method(place, "getElementsByClassName") else { return ReadSheets::default() };
    let Ok(found) = find.call1(place, &JsValue::from_str("sheet")) else { return ReadSheets::default() };
    let found: HtmlCollection = found.unchecked_into();
    let styles = Styles { ask: js::method(window, "getComputedStyle"), window: window.into() };
    let mut drawings = Vec::new();
    let read = |sheet: Element| {
        let mut reader = Reader {
            styles: &styles,
            pictured: &pictured,
            parts: Vec::new(),
            line: String::new(),
            drawings: Some(&mut drawings),
        };
        reader.children(&sheet, Setting { style: LineStyle::Plain, keep: false, depth: 0 });
        PaperSheet {
            wide: ["sheet-wide", "sheet-a3"].iter().any(|class| has_class(&sheet, class)),
            parts: reader.parts,
        }
    };
    let sheets = (0..found.length()).filter_map(|at| found.item(at)).filter(wanted).map(read).collect();
    ReadSheets { sheets, drawings }
}

/// Asks the browser how an element is set.
struct Styles {
    ask: Option<Function>,
    window: JsValue,
}

impl Styles {
    fn of(&self, element: &Element, property: &str) -> String {
        let style = self.ask.as_ref().and_then(|ask| ask.call1(&self.window, element).ok());
        style.and_then(|style| js::get(&style, property)?.as_string()).unwrap_or_default()
    }
}

/// How the lines of an element are set unless it says otherwise.
#[derive(Clone, Copy)]
struct Setting {
    style: LineStyle,
    keep: bool,
    /// How deep it lies in the sheet: the name of a form is a child of it.
    depth: usize,
}

struct Reader<'a> {
    styles: &'a Styles,
    pictured: &'a dyn Fn(&str) -> String,
    parts: Vec<PaperPart>,
    /// The line that is not ended yet.
    line: String,
    /// The drawings so far; `None` within a cell or a line, which hold texts alone.
    drawings: Option<&'a mut Vec<Element>>,
}

impl Reader<'_> {
    fn children(&mut self, parent: &Element, setting: Setting) {
        for node in nodes(parent) {
            match node.dyn_ref::<Element>() {
                Some(element) => self.element(element, setting),
                // Comments mark the places of what may come.
                None if js::said(&node, "nodeName") == "#text" => self.text(parent, &js::said(&node, "textContent")),
                None => {}
            }
        }
    }

    fn text(&mut self, parent: &Element, text: &str) {
        if text.trim().contains('\n') && self.styles.of(parent, "white-space").starts_with("pre") {
            self.line.push_str(text);
            return;
        }
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    if !self.line.is_empty() && !self.line.ends_with([' ', '\n']) {
                        self.line.push(' ');
                    }
                }
                c => self.line.push(c),
            }
        }
    }

    fn element(&mut self, element: &Element, setting: Setting) {
        let tag = js::said(element, "nodeName").to_ascii_lowercase();
        if is_left_out(element, &tag) {
            return;
        }
        let deeper = Setting { depth: setting.depth + 1, ..setting };
        match tag.as_str() {
            "br" => {
                self.line.truncate(self.line.trim_end_matches(' ').len());
                self.line.push('\n');
            }
            "table" => self.table(element, setting),
            "dl" => self.pairs(element, setting),
            "svg" | "img" | "canvas" => self.picture(element, setting),
            // What is folded up is not printed.
            "details" if !element.has_attribute("open") => {
                self.end_line(setting);
                let summary = of_tag(element, "summary");
                summary.iter().for_each(|summary| self.children(summary, deeper));
                self.end_line(setting);
            }
            _ if has_class(element, "sheet-signs") => {
                self.end_line(setting);
                let labels = elements(element).iter().map(|line| self.one_line(line)).collect();
                self.parts.push(PaperPart::Signs(labels));
            }
            _ if has_class(element, "sheet-sign") => {
                self.end_line(setting);
                self.parts.push(PaperPart::Signs(vec![self.one_line(element)]));
            }
            _ if ONE_LINE.contains(&tag.as_str()) && self.is_block(element) || has_class(element, "tile") => {
                self.end_line(setting);
                self.line = self.one_line(element);
                self.end_line(Setting { style: style(element, &tag, setting), ..setting });
            }
            _ if self.is_block(element) => {
                let keep = setting.keep || ["sheet-end", "sheet-code"].iter().any(|class| has_class(element, class));
                let within = Setting { style: style(element, &tag, setting), keep, ..deeper };
                self.end_line(setting);
                self.children(element, within);
                self.end_line(within);
            }
            _ => self.children(element, deeper),
        }
    }

    fn is_block(&self, element: &Element) -> bool {
        let display = self.styles.of(element, "display");
        !(display.starts_with("inline") || display == "contents")
    }

    /// The whole text of an element in one line; what stands in lines of its own in it, beside each other.
    fn one_line(&self, element: &Element) -> String {
        self.lines(element).join(BESIDE)
    }

    /// The lines of an element, such as a cell, without how they are set.
    fn lines(&self, element: &Element) -> Vec<String> {
        let mut reader = Reader {
            styles: self.styles,
            pictured: self.pictured,
            parts: Vec::new(),
            line: String::new(),
            drawings: None,
        };
        let setting = Setting { style: LineStyle::Plain, keep: false, depth: 1 };
        reader.children(element, setting);
        reader.end_line(setting);
        let mut lines = Vec::new();
        for part in reader.parts {
            match part {
                PaperPart::Line(line) => lines.push(line.text),
                PaperPart::Signs(labels) => lines.extend(labels),
                PaperPart::Table(table) => lines.extend(table.rows.into_iter().map(|row| {
                    let cells: Vec<String> = row.into_iter().map(|cell| cell.lines.join(BESIDE)).collect();
                    cells.join(BESIDE)
                })),
                PaperPart::Code { label, .. } | PaperPart::Picture(PaperPicture { label, .. }) => {
                    lines.push((self.pictured)(&label));
                }
            }
        }
        lines
    }

    fn end_line(&mut self, setting: Setting) {
        let text = std::mem::take(&mut self.line).trim_matches([' ', '\n']).to_owned();
        if !text.is_empty() {
            self.parts.push(PaperPart::Line(PaperLine { style: setting.style, text, keep: setting.keep }));
        }
    }

    fn table(&mut self, table: &Element, setting: Setting) {
        self.end_line(setting);
        for caption in of_tag(table, "caption").iter().filter(|caption| !is_left_out(caption, "caption")) {
            self.line = self.one_line(caption);
            self.end_line(Setting { style: LineStyle::Strong, keep: true, ..setting });
        }
        let [heads, bodies, feet] = ["thead", "tbody", "tfoot"].map(|tag| of_tag(table, tag));
        let heading = heads.iter().flat_map(|head| of_tag(head, "tr")).filter(|row| !is_left_out(row, "tr"));
        let heading: Vec<Element> = heading.collect();
        let below = bodies.iter().chain(&feet).flat_map(|body| of_tag(body, "tr"));
        let below = below.filter(|row| !is_left_out(row, "tr"));
        let heading_rows = heading.len();
        let rows = heading.into_iter().chain(below).map(|row| self.cells(&row)).collect();
        self.parts.push(PaperPart::Table(PaperTable { heading_rows, ruled: true, keep: setting.keep, rows }));
    }

    fn cells(&self, row: &Element) -> Vec<PaperCell> {
        let count = |cell: &Element, name| cell.get_attribute(name).and_then(|typed| typed.parse().ok()).unwrap_or(1);
        let cell = |cell: &Element| PaperCell {
            lines: self.lines(cell),
            heading: is_tag(cell, "th"),
            columns: count(cell, "colspan"),
            rows: count(cell, "rowspan"),
            hand: has_class(cell, "sheet-hand"),
        };
        elements(row).iter().map(cell).collect()
    }

    /// Names with what is said of each, as a table without lines.
    fn pairs(&mut self, list: &Element, setting: Setting) {
        self.end_line(setting);
        let mut rows: Vec<Vec<PaperCell>> = Vec::new();
        for part in elements(list).iter().filter(|part| !is_left_out(part, "")) {
            let text = self.one_line(part);
            match rows.last_mut() {
                Some(row) if !is_tag(part, "dt") && row.len() > 1 => row[1].lines.push(text),
                Some(row) if !is_tag(part, "dt") => row.push(PaperCell { lines: vec![text], ..PaperCell::default() }),
                _ => rows.push(vec![PaperCell { lines: vec![text], heading: true, ..PaperCell::default() }]),
            }
        }
        self.parts.push(PaperPart::Table(PaperTable { heading_rows: 0, ruled: false, keep: setting.keep, rows }));
    }

    fn picture(&mut self, element: &Element, setting: Setting) {
        let named = |attribute| element.get_attribute(attribute).filter(|name: &String| !name.trim().is_empty());
        let label = named("aria-label").or_else(|| named("alt"));
        if let Some(text) = element.get_attribute("data-qr") {
            self.end_line(setting);
            self.parts.push(PaperPart::Code { text, label: label.unwrap_or_default() });
        } else if let (Some(size), Some(drawings)) = (size_on_paper(element), self.drawings.as_deref_mut()) {
            drawings.push(element.clone());
            self.end_line(setting);
            let label = label.unwrap_or_default();
            self.parts.push(PaperPart::Picture(PaperPicture { bytes: 0, size, label }));
        } else if let Some(label) = label {
            self.end_line(setting);
            self.line = (self.pictured)(&label);
            self.end_line(setting);
        }
    }
}

/// Width and height of a drawing on paper in millimetres: what it says, and as high as it is drawn.
fn size_on_paper(element: &Element) -> Option<[u32; 2]> {
    let across: u32 = element.get_attribute("data-millimetres")?.parse().ok()?;
    let drawn = element.get_attribute("viewBox")?;
    let sides: Vec<u32> = drawn.split(' ').skip(2).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [wide, high] = sides[..] else { return None };
    Some([across, (across * high).checked_div(wide)?.max(1)])
}

/// Chooses the style of an element's lines.
fn style(element: &Element, tag: &str, setting: Setting) -> LineStyle {
    match tag {
        "h1" | "h2" if setting.depth == 0 => LineStyle::Title,
        "h1" | "h2" | "h3" | "h4" => LineStyle::Heading,
        "li" => LineStyle::Item,
        _ if has_class(element, "sheet-demo") => LineStyle::Framed,
        _ if has_class(element, "hint") => LineStyle::Hint,
        _ if is_strong(element) => LineStyle::Strong,
        _ => setting.style,
    }
}

/// Returns whether all of an element is in bold letters.
fn is_strong(element: &Element) -> bool {
    let within = elements(element);
    let text = |element: &Element| js::said(element, "textContent").trim().to_owned();
    matches!(&within[..], [only] if is_tag(only, "strong") && text(only) == text(element))
}

fn is_left_out(element: &Element, tag: &str) -> bool {
    SILENT.contains(&tag)
        || NOT_PRINTED.iter().any(|class| has_class(element, class))
        || element.has_attribute("hidden")
        || element.get_attribute("aria-hidden").is_some_and(|hidden| hidden == "true")
}

fn has_class(element: &Element, class: &str) -> bool {
    element.get_attribute("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|own| own == class))
}

fn is_tag(element: &Element, tag: &str) -> bool {
    js::said(element, "nodeName").eq_ignore_ascii_case(tag)
}

/// The nodes right below an element.
fn nodes(parent: &Element) -> impl Iterator<Item = JsValue> {
    std::iter::successors(js::get(parent, "firstChild"), |node| js::get(node, "nextSibling"))
}

/// The elements right below another one.
fn elements(parent: &Element) -> Vec<Element> {
    nodes(parent).filter_map(|node| node.dyn_into().ok()).collect()
}

/// The elements below another one that have a tag.
fn of_tag(parent: &Element, tag: &str) -> Vec<Element> {
    elements(parent).into_iter().filter(|element| is_tag(element, tag)).collect()
}
