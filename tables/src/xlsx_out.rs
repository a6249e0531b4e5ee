//! Workbooks of texts, with numbers where a column is said to hold them.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::Sheet;

/// Widest column, in characters: a description wraps instead of running out of the screen.
const WIDEST: usize = 40;

pub(crate) fn write(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    for sheet in sheets {
        fill(book.add_worksheet(), sheet)?;
    }
    book.save_to_buffer()
}

/// The first row is the heading. Texts are written as texts: what begins with `=` stays what it is and is never calculated.
fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let (heading, body) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap().set_num_format("@"));
    page.set_name(&sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    let mut widths: Vec<usize> = Vec::new();
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            // What is no number after all stays a text.
            match cell
                .parse::<f64>()
                .ok()
                .filter(|number| row > 0 && number.is_finite() && sheet.numbers.contains(&column))
            {
                Some(number) => page.write_number(row, column, number)?,
                None => page.write_string_with_format(row, column, cell, if row == 0 { &heading } else { &body })?,
            };
            let at = usize::from(column);
            widths.resize(widths.len().max(at + 1), 8);
            // A Chinese character is as wide as two letters.
            let wide: usize = cell.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            widths[at] = widths[at].max(wide + 2).min(WIDEST);
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        page.set_column_width(column, width as f64)?;
    }
    Ok(())
}
