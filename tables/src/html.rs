//! Tables of web pages: what portals export under the name `.xls`.
//!
//! The tokenizer follows the HTML standard; which tags are cells is decided here.

use calamine::Dimensions;
use html5gum::{Token, Tokenizer};

use crate::cells::Cells;
use crate::{COLUMNS, SheetRead, Table, TableFault};

/// Rows that a cell may say it spans.
const SPAN: u32 = 1_000;

/// The table that is being read.
struct Page {
    cells: Cells,
    merged: Vec<Dimensions>,
    /// Row from 0; `None` before the first.
    row: Option<u32>,
    column: u32,
    /// Columns that a cell from above still takes, with the rows left.
    taken: Vec<u32>,
    /// The cell that is open.
    open: Option<String>,
    /// Inside of what is never shown.
    unseen: bool,
}

/// Reads all tables of a page one below the other.
///
/// # Errors
/// [`TableFault::WebPage`] for a page without a table, or the bound that it breaks.
pub(crate) fn read(text: &str) -> Result<Table, TableFault> {
    let mut page = Page {
        cells: Cells::of(""),
        merged: Vec::new(),
        row: None,
        column: 0,
        taken: vec![0; COLUMNS],
        open: None,
        unseen: false,
    };
    for token in Tokenizer::new(text) {
        let token = match token {
            Ok(token) => token,
            Err(never) => match never {},
        };
        match token {
            Token::StartTag(tag) => {
                let span = |name: &[u8]| {
                    let said = tag.attributes.get(name).and_then(|value| std::str::from_utf8(value).ok());
                    said.and_then(|value| value.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, SPAN)
                };
                page.start(&tag.name, span(b"rowspan"), span(b"colspan"))?;
            }
            Token::EndTag(tag) => page.end(&tag.name)?,
            Token::String(text) if !page.unseen => {
                if let (Some(open), Ok(text)) = (&mut page.open, std::str::from_utf8(&text)) {
                    open.push_str(text);
                }
            }
            _ => {}
        }
    }
    page.close()?;
    page.cells.spread(&page.merged)?;
    let rows = page.cells.finish(&[]);
    if rows.is_empty() {
        return Err(TableFault::WebPage);
    }
    Ok(Table { sheets: vec![SheetRead { active: true, rows, ..SheetRead::default() }], notes: Vec::new() })
}

impl Page {
    fn start(&mut self, name: &[u8], down: u32, across: u32) -> Result<(), TableFault> {
        match name {
            b"style" | b"script" => self.unseen = true,
            b"br" => {
                if let Some(open) = &mut self.open {
                    open.push('\n');
                }
            }
            b"tr" => {
                self.close()?;
                self.row = Some(self.row.map_or(0, |row| row + 1));
                self.column = 0;
                self.taken.iter_mut().for_each(|left| *left = left.saturating_sub(1));
            }
            b"td" | b"th" => {
                self.close()?;
                while self.taken.get(self.column as usize).is_some_and(|left| *left > 0) {
                    self.column += 1;
                }
                let row = *self.row.get_or_insert(0);
                for at in self.column..self.column.saturating_add(across).min(COLUMNS as u32) {
                    self.taken[at as usize] = down;
                }
                if down > 1 {
                    self.merged.push(Dimensions {
                        start: (row, self.column),
                        end: (row.saturating_add(down - 1), self.column),
                    });
                }
                self.open = Some(String::new());
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), TableFault> {
        match name {
            b"style" | b"script" => self.unseen = false,
            b"td" | b"th" | b"tr" | b"table" => self.close()?,
            _ => {}
        }
        Ok(())
    }

    /// Puts the open cell in its place.
    fn close(&mut self) -> Result<(), TableFault> {
        let Some(text) = self.open.take() else { return Ok(()) };
        if (self.column as usize) < COLUMNS {
            let text = text.replace('\u{a0}', " ").trim().to_owned();
            let kind = crate::text::kind(&text);
            self.cells.put(self.row.unwrap_or(0), self.column, text, kind)?;
        }
        self.column = self.column.saturating_add(1);
        Ok(())
    }
}
