//! Workbooks with one sheet of texts.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Widest column, in characters: a description wraps instead of running out of the screen.
const WIDEST: usize = 40;

/// The first row is the heading. Texts are written as texts: what begins with `=` stays what it is and is never calculated.
pub(crate) fn write(name: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (heading, body) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap().set_num_format("@"));
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    let mut widths: Vec<usize> = Vec::new();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string_with_format(row, column, cell, if row == 0 { &heading } else { &body })?;
            let at = usize::from(column);
            widths.resize(widths.len().max(at + 1), 8);
            // A Chinese character is as wide as two letters.
            let wide: usize = cell.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            widths[at] = widths[at].max(wide + 2).min(WIDEST);
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(column, width as f64)?;
    }
    book.save_to_buffer()
}
