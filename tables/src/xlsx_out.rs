//! Workbooks of texts, with numbers where the caller says that a column holds them.

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

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

/// Colours that a cell may name, with what is put behind them.
const COLOURS: [(char, u32); 4] = [('红', 0x00f4_c7c3), ('橙', 0x00fc_e0c0), ('黄', 0x00ff_f3b0), ('蓝', 0x00cf_e2f3)];

/// The formats of the cells below the heading.
struct Formats {
    text: Format,
    number: Format,
    tenth: Format,
    day: Format,
}

/// The first row is the heading.
///
/// Texts are written as texts: what begins with `=` stays what it is and is never calculated.
fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_text_wrap();
    let top = || Format::new().set_align(FormatAlign::Top);
    let formats = Formats {
        text: top().set_text_wrap().set_num_format("@"),
        number: top().set_num_format("General"),
        tenth: top().set_num_format("0.0"),
        day: top().set_num_format("yyyy-mm-dd"),
    };
    page.set_name(&sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    page.set_footer("&C第 &P 页，共 &N 页");
    let mut widths: Vec<usize> = Vec::new();
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            if row == 0 {
                page.write_string_with_format(row, column, cell, &heading)?;
            } else {
                body(page, sheet, (row, column), cell, &formats)?;
            }
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

/// A cell below the heading. What is no number or no day after all stays a text.
fn body(
    page: &mut Worksheet,
    sheet: &Sheet,
    (row, column): (u32, u16),
    cell: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let number = sheet.numbers.contains(&column).then(|| cell.parse::<f64>().ok()).flatten();
    if let Some(number) = number.filter(|number| number.is_finite()) {
        let format = if sheet.tenths.contains(&column) { &formats.tenth } else { &formats.number };
        page.write_number_with_format(row, column, number, format)?;
    } else if let Some(day) = sheet.days.contains(&column).then(|| ExcelDateTime::parse_from_str(cell).ok()).flatten() {
        page.write_datetime_with_format(row, column, &day, &formats.day)?;
    } else {
        let named =
            sheet.colours.contains(&column).then(|| COLOURS.iter().find(|(name, _)| cell.contains(*name))).flatten();
        match named {
            Some((_, colour)) => {
                let format = formats.text.clone().set_background_color(Color::RGB(*colour));
                page.write_string_with_format(row, column, cell, &format)?;
            }
            None => {
                page.write_string_with_format(row, column, cell, &formats.text)?;
            }
        }
    }
    Ok(())
}
