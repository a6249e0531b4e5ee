//! Measures the parts of a workbook tag by tag, without keeping them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::meter::{Meter, Over};
use super::outline::Outline;
use super::part::{Part, PartKind};
use crate::fault::{CellPlace, Many, TableFault};
use crate::limits::{
    ALL_ROWS, CELL, DEPTH, ESCAPED, FORMAT_BYTES, FORMATS, FORMULAS, MERGED, NAMES, SHARED_TEXTS, SHEETS, TAGS,
    TEXT_BYTES,
};

/// Lists of formats and what each has; the last are the formats, each made of one of the others.
const FORMAT_LISTS: [(&str, &str); 5] =
    [("numFmts", "numFmt"), ("fonts", "font"), ("fills", "fill"), ("borders", "border"), ("cellXfs", "xf")];

/// The counts so far.
#[derive(Default)]
pub(super) struct Weight {
    outline: Outline,
    tags: usize,
    shared: usize,
    text: usize,
    /// The shared text that is too long: the first cell that has it reports it.
    long: Option<usize>,
    formulas: usize,
    merged: usize,
    names: usize,
    formats: [usize; FORMAT_LISTS.len()],
    largest_format: u64,
    active: usize,
    from_1904: bool,
    /// Hidden rows, from 0, by the paths of their parts.
    hidden_rows: Vec<(String, Vec<u32>)>,
}

/// The visible parts of a workbook, as far as the reader of workbooks does not tell.
pub(super) struct Visibility {
    /// The place of the sheet in front, from 0.
    pub(super) active: usize,
    /// Whether numbers count days from 1904 on.
    pub(super) from_1904: bool,
    /// Numbers of hidden rows, from 0 and sorted, by the names of sheets.
    pub(super) hidden_rows: BTreeMap<String, Vec<u32>>,
}

/// Where in a part the reader stands.
#[derive(Default)]
struct At {
    depth: usize,
    /// The cell or shared text that is open, with its length so far.
    open: Option<Open>,
    /// The place that the last cell states.
    place: String,
    /// Bytes read when the part and when the format that is open began.
    began: u64,
    format_began: u64,
    /// The open one of [`FORMAT_LISTS`].
    list: Option<usize>,
    /// Inside of what is no text of its cell: a formula, a reading.
    aside: bool,
    /// The number of the next row, from 0.
    row: u32,
}

#[derive(Default)]
struct Open {
    units: usize,
    /// The number of the shared text, while one is looked for.
    number: Option<String>,
}

impl Weight {
    /// Returns whether the reader of workbooks looks at a part.
    pub(super) fn wants(&self, part: &Part) -> bool {
        part.kind != PartKind::Relationships || self.outline.leads_to_sheets(&part.name)
    }

    /// Counts a part.
    ///
    /// # Errors
    /// The first bound that is broken, or the place of the damage.
    pub(super) fn add<R: BufRead>(&mut self, part: &Part, meter: &Meter, mut xml: Reader<R>) -> Result<(), TableFault> {
        if part.kind == PartKind::Workbook {
            self.outline.workbooks.push(part.name.clone());
        }
        let mut at = At { began: meter.read(), ..At::default() };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            meter.next_stretch();
            let before = meter.read();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) => self.start(part, &mut at, &tag, before)?,
                Ok(Event::End(tag)) => self.end(part, &mut at, tag.local_name().as_ref(), meter.read())?,
                Ok(Event::Text(text)) => self.text(part, &mut at, &text)?,
                Ok(Event::CData(text)) => self.text(part, &mut at, &text)?,
                // One character, whatever it is called.
                Ok(Event::GeneralRef(_)) => self.text(part, &mut at, "&")?,
                // A part that is longer than its list says ends here as well.
                Ok(Event::Eof) if at.depth > 0 => return Err(TableFault::damaged(format!("{}: cut off", part.name))),
                Ok(Event::Eof) => return Ok(()),
                Ok(_) => {}
                Err(fault) => match meter.over() {
                    Some(Over::Unpacked) => return Err(TableFault::Unpacks(meter.read())),
                    Some(Over::Stretch) if at.open.is_some() => self.too_long(part, &at)?,
                    _ => return Err(TableFault::damaged(format!("{}: {fault}", part.name))),
                },
            }
            // The rest of the texts does not matter any more: the file is refused.
            if self.long.is_some() && part.kind == PartKind::SharedTexts {
                return Ok(());
            }
            let list = matches!(part.kind, PartKind::Workbook | PartKind::Relationships);
            if list && meter.read() - at.began > TEXT_BYTES as u64 {
                return Err(TableFault::TooMany(Many::Names));
            }
        }
    }

    fn start(&mut self, part: &Part, at: &mut At, tag: &BytesStart<'_>, before: u64) -> Result<(), TableFault> {
        self.tags += 1;
        within(self.tags, TAGS, Many::Tags)?;
        at.depth += 1;
        if at.depth > DEPTH {
            return Err(TableFault::damaged(format!("{}: more than {DEPTH} levels", part.name)));
        }
        let name = tag.local_name();
        match (part.kind, name.as_ref()) {
            (PartKind::Workbook, "sheet") => {
                let of_sheet = |wanted| attribute(tag, wanted).unwrap_or_default();
                self.outline.sheets.push((of_sheet("name"), of_sheet("id")));
                within(self.outline.sheets.len(), SHEETS, Many::Sheets)
            }
            (PartKind::Workbook, "workbookView") => {
                let said = attribute(tag, "activeTab").and_then(|place| place.parse().ok());
                self.active = said.unwrap_or(self.active);
                Ok(())
            }
            (PartKind::Workbook, "workbookPr") => {
                self.from_1904 |= is_true(raw(tag, "date1904"));
                Ok(())
            }
            (PartKind::Sheet, "row") => {
                self.hidden(part, at, tag);
                Ok(())
            }
            (PartKind::Workbook, "definedName") => {
                self.names += 1;
                within(self.names, NAMES, Many::Names)
            }
            (PartKind::Relationships, "Relationship") => {
                self.names += 1;
                let of_target = |wanted| attribute(tag, wanted).unwrap_or_default();
                self.outline.targets.insert(of_target("Id"), of_target("Target"));
                within(self.names, NAMES, Many::Names)
            }
            (PartKind::SharedTexts, "sst") => {
                // The reader of workbooks makes room for as many as are announced.
                let said = attribute(tag, "uniqueCount").and_then(|count| count.trim_start_matches('+').parse().ok());
                within(said.unwrap_or(0), SHARED_TEXTS, Many::SharedTexts)
            }
            (PartKind::SharedTexts, "si") => {
                self.shared += 1;
                at.open = Some(Open::default());
                within(self.shared, SHARED_TEXTS, Many::SharedTexts)
            }
            (PartKind::Sheet, "c") => {
                let shared = self.long.is_some() && attribute(tag, "t").as_deref() == Some("s");
                at.place.clear();
                at.place.extend(raw(tag, "r"));
                at.open = Some(Open { units: 0, number: shared.then(String::new) });
                Ok(())
            }
            (PartKind::Sheet, "f") => {
                at.aside = true;
                self.formulas += 1;
                within(self.formulas, FORMULAS, Many::Formulas)
            }
            (_, "rPh") => {
                at.aside = true;
                Ok(())
            }
            (PartKind::Sheet, "mergeCell") => {
                self.merged += 1;
                within(self.merged, MERGED, Many::Merged)
            }
            (PartKind::Formats, name) => self.format(at, name, before),
            _ => Ok(()),
        }
    }

    /// Notes a row that is not shown; more than can be read are of no use.
    fn hidden(&mut self, part: &Part, at: &mut At, tag: &BytesStart<'_>) {
        let said = raw(tag, "r").and_then(|number| number.parse::<u32>().ok());
        let row = said.map_or(at.row, |number| number.saturating_sub(1));
        at.row = row.saturating_add(1);
        if !is_true(raw(tag, "hidden")) {
            return;
        }
        if self.hidden_rows.last().is_none_or(|(path, _)| *path != part.name) {
            self.hidden_rows.push((part.name.clone(), Vec::new()));
        }
        if let Some((_, rows)) = self.hidden_rows.last_mut().filter(|(_, rows)| rows.len() < ALL_ROWS) {
            rows.push(row);
        }
    }

    fn format(&mut self, at: &mut At, name: &str, before: u64) -> Result<(), TableFault> {
        match at.list {
            Some(list) if FORMAT_LISTS[list].1 == name => {
                self.formats[list] += 1;
                at.format_began = before;
                within(self.formats[list], FORMATS, Many::Formats)
            }
            Some(_) => Ok(()),
            None => {
                at.list = FORMAT_LISTS.iter().position(|(list, _)| *list == name);
                Ok(())
            }
        }
    }

    fn end(&mut self, part: &Part, at: &mut At, name: &str, now: u64) -> Result<(), TableFault> {
        at.depth = at.depth.saturating_sub(1);
        match (part.kind, name) {
            (PartKind::SharedTexts, "si") => at.open = None,
            (PartKind::Sheet, "c") => {
                let number = at.open.as_ref().and_then(|open| open.number.as_ref()?.parse().ok());
                if number.is_some() && number == self.long {
                    return Err(TableFault::LongCell(self.cell(part, at)));
                }
                at.open = None;
            }
            (_, "f" | "rPh") => at.aside = false,
            (PartKind::Formats, name) => {
                if let Some(list) = at.list {
                    if FORMAT_LISTS[list].0 == name {
                        at.list = None;
                    } else if FORMAT_LISTS[list].1 == name && list + 1 < FORMAT_LISTS.len() {
                        self.largest_format = self.largest_format.max(now - at.format_began);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, part: &Part, at: &mut At, text: &str) -> Result<(), TableFault> {
        let Some(open) = &mut at.open else { return Ok(()) };
        open.units += units(text);
        if let Some(number) = &mut open.number
            && !at.aside
            && number.len() < 20
        {
            number.extend(text.chars().filter(char::is_ascii_digit).take(20));
        }
        // Of a longer one the decoded form can still be within bounds; whoever decodes it sees to that.
        if open.units > CELL * ESCAPED {
            return self.too_long(part, at);
        }
        if part.kind == PartKind::SharedTexts && !at.aside {
            self.text += text.len();
            if self.text > TEXT_BYTES {
                return Err(TableFault::TooMuchText);
            }
        }
        Ok(())
    }

    fn too_long(&mut self, part: &Part, at: &At) -> Result<(), TableFault> {
        if part.kind == PartKind::SharedTexts {
            self.long = Some(self.shared.saturating_sub(1));
            return Ok(());
        }
        Err(TableFault::LongCell(self.cell(part, at)))
    }

    /// The open cell, by the name of the sheet that its part is.
    fn cell(&self, part: &Part, at: &At) -> Option<CellPlace> {
        let (row, column) = position(&at.place)?;
        let sheet = self.outline.sheet_at(&part.name).unwrap_or_default().to_owned();
        Some(CellPlace { sheet, row, column })
    }

    /// Returns whether there are merged regions.
    pub(super) fn has_merged(&self) -> bool {
        self.merged > 0
    }

    /// Ends the weighing with what is visible in the workbook.
    pub(super) fn shown(self) -> Visibility {
        let mut hidden_rows = BTreeMap::new();
        for (path, mut rows) in self.hidden_rows {
            rows.sort_unstable();
            if let Some(name) = self.outline.sheet_at(&path) {
                hidden_rows.insert(name.to_owned(), rows);
            }
        }
        Visibility { active: self.active, from_1904: self.from_1904, hidden_rows }
    }

    /// Looks at the whole, once every part is counted.
    ///
    /// # Errors
    /// The bound that all parts together break.
    pub(super) fn finish(&self) -> Result<(), TableFault> {
        if self.long.is_some() {
            return Err(TableFault::LongCell(None));
        }
        let [.., formats] = self.formats;
        if self.largest_format.saturating_mul(formats as u64) > FORMAT_BYTES {
            return Err(TableFault::TooMany(Many::Formats));
        }
        if self.outline.repeats() {
            return Err(TableFault::damaged("one sheet twice"));
        }
        Ok(())
    }
}

fn is_true(said: Option<Cow<'_, str>>) -> bool {
    said.is_some_and(|said| said == "1" || said == "true")
}

fn within(count: usize, most: usize, what: Many) -> Result<(), TableFault> {
    if count > most { Err(TableFault::TooMany(what)) } else { Ok(()) }
}

/// An attribute by its name without a prefix, as it is written.
fn raw<'t>(tag: &'t BytesStart<'_>, wanted: &str) -> Option<Cow<'t, str>> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == wanted);
    found.map(|found| found.value)
}

/// Reads an attribute as [`raw`] does, decoded.
fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    raw(tag, wanted).and_then(|value| unescape(&value).ok().map(|value| value.into_owned()))
}

/// Row from 1 and column from 0 of `C7`.
fn position(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let place = letter.is_ascii_alphabetic().then(|| u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(place)
    })?;
    Some((row.parse().ok()?, column.checked_sub(1)?))
}

/// UTF-16 units of a text.
fn units(text: &str) -> usize {
    text.bytes().map(|byte| usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0)).sum()
}
