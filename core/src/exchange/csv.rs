//! Tables as text that a spreadsheet opens without running anything in it.

/// Writes a table as CSV (RFC 4180): CRLF, with a byte order mark.
///
/// Without the mark Chinese Excel takes UTF-8 for GBK.
pub fn table<R, C, S>(rows: R) -> String
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = S>,
    S: AsRef<str>,
{
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (index, value) in row.into_iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            text.push_str(&cell(value.as_ref()));
        }
        text.push_str("\r\n");
    }
    text
}

/// Writes one cell in quotation marks.
///
/// What a spreadsheet would take for a formula gets a leading apostrophe.
///
/// LibreOffice and WPS part cells at semicolons, tabs and blanks too, and what then stands first in a cell could be a
/// formula. The texts come from other people's files.
pub fn cell(value: &str) -> String {
    let defused = if begins_formula(value) { "'" } else { "" };
    format!("\"{defused}{}\"", value.replace('"', "\"\""))
}

/// Takes away the apostrophe that [`cell`] put before a text.
pub fn plain(value: &str) -> &str {
    value.strip_prefix('\'').filter(|rest| begins_formula(rest)).unwrap_or(value)
}

/// Returns whether a spreadsheet would take the cell for a formula.
///
/// `= + - @ TAB CR LF` and the full-width forms of the visible ones, which Chinese and Japanese Excel take for the
/// same. Blanks and byte order marks before them are skipped: some programs drop them on import, and then calculate.
fn begins_formula(value: &str) -> bool {
    value
        .trim_start_matches([' ', '\u{3000}', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_begin_like_a_formula_are_defused() {
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"] {
            let value = format!("{start}HYPERLINK(1)");
            assert_eq!(cell(&value), format!("\"'{value}\""), "{start:?}");
            assert_eq!(plain(&format!("'{value}")), value);
        }
    }

    #[test]
    fn a_formula_behind_blanks_or_a_byte_order_mark_is_defused_too() {
        for before in [" ", "\u{3000}", "\u{feff}", " \u{feff} "] {
            assert_eq!(cell(&format!("{before}=1+1")), format!("\"'{before}=1+1\""), "{before:?}");
        }
    }

    #[test]
    fn a_sign_inside_a_cell_is_left_alone() {
        for value in ["上海=示例", "1-2 号车间", "a@b", "36", ""] {
            assert_eq!(cell(value), format!("\"{value}\""));
            assert_eq!(plain(value), value);
        }
    }

    #[test]
    fn separators_quotes_and_line_breaks_stay_inside_their_cell() {
        for separator in [",", ";", "\t", "|", " ", "、"] {
            assert_eq!(cell(&format!("甲{separator}=乙")), format!("\"甲{separator}=乙\""));
        }
        assert_eq!(cell("说\"好\""), "\"说\"\"好\"\"\"");
        assert_eq!(cell("一\n二"), "\"一\n二\"");
        assert_eq!(table([["甲", "乙"], ["1", "=2"]]), "\u{feff}\"甲\",\"乙\"\r\n\"1\",\"'=2\"\r\n");
    }
}
