//! Finds letters in a form that a device may lack, and where each stands.

use std::collections::BTreeSet;

use anziping_tables::{PaperPart, PaperSheet};

/// Letters around the one that is meant, on either side.
const AROUND: usize = 6;

/// Returns whether every device that can show Chinese has a font with the letter.
///
/// Even Windows 7 and early Android do, up to the Chinese characters of Unicode 1.1 and their first extension. Later
/// characters, whatever lies beyond the first plane, and the private ones are in few fonts or in none.
pub(super) fn is_everywhere(letter: char) -> bool {
    // What only chooses between forms of the letter before it is no letter.
    let chooses = matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    chooses || !matches!(letter, '\u{9fa6}'..='\u{9fff}' | '\u{e000}'..='\u{f8ff}' | '\u{10000}'..)
}

/// A letter that a device may lack, and where it stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct RareLetter {
    pub letter: char,
    /// The number of the sheet, from 1, where there are several.
    pub sheet: Option<usize>,
    /// The beginning of its row.
    pub row: String,
    /// The name of its column or line.
    pub column: String,
    /// The letter with those around it: the name it is part of.
    pub around: String,
}

/// The rare letters of a form, each place once, in the order in which they are read.
pub(super) fn rare(sheets: &[PaperSheet]) -> Vec<RareLetter> {
    let mut found = Finder::default();
    for (at, sheet) in sheets.iter().enumerate() {
        found.sheet = (sheets.len() > 1).then_some(at + 1);
        for part in &sheet.parts {
            found.part(part);
        }
    }
    found.letters
}

#[derive(Default)]
struct Finder {
    sheet: Option<usize>,
    letters: Vec<RareLetter>,
    seen: BTreeSet<RareLetter>,
}

impl Finder {
    fn part(&mut self, part: &PaperPart) {
        match part {
            PaperPart::Line(line) => self.text("", "", &line.text),
            PaperPart::Signs(labels) => labels.iter().for_each(|label| self.text("", "", label)),
            PaperPart::Code { .. } | PaperPart::Picture(_) => {}
            PaperPart::Table(table) => {
                let heads = table.rows.iter().take(table.heading_rows).next_back();
                for row in &table.rows {
                    let first = row.first().map_or_else(String::new, |cell| cell.lines.join(""));
                    for (column, cell) in row.iter().enumerate() {
                        let head = heads.and_then(|heads| Some(heads.get(column)?.lines.join("")));
                        let head = head.unwrap_or_else(|| first.clone());
                        cell.lines.iter().for_each(|line| self.text(&first, &head, line));
                    }
                }
            }
        }
    }

    fn text(&mut self, row: &str, column: &str, text: &str) {
        let letters: Vec<char> = text.chars().collect();
        for (at, letter) in letters.iter().enumerate().filter(|(_, letter)| !is_everywhere(**letter)) {
            let around = letters[at.saturating_sub(AROUND)..letters.len().min(at + AROUND + 1)].iter().collect();
            let (row, column) = (row.to_owned(), column.to_owned());
            let rare = RareLetter { letter: *letter, sheet: self.sheet, row, column, around };
            if self.seen.insert(rare.clone()) {
                self.letters.push(rare);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use anziping_tables::{LineStyle, PaperCell, PaperLine, PaperTable};

    use super::*;

    #[test]
    fn what_every_device_has_ends_with_the_first_extension() {
        // A rare name of the first extension, the last character of Unicode 1.1, full-width signs, a chosen form.
        for letter in ['安', '䶮', '\u{9fa5}', '（', '☐', '\u{f900}', '\u{e0101}'] {
            assert!(is_everywhere(letter), "{letter}");
        }
        // Later characters of the first plane, extensions B, F and H, private ones of the first and a later plane.
        for letter in ['\u{9fa6}', '𠮷', '𬮿', '\u{313ff}', '\u{e123}', '\u{100000}'] {
            assert!(!is_everywhere(letter), "{letter}");
        }
    }

    #[test]
    fn a_rare_letter_is_told_with_its_row_its_column_and_the_name_it_is_part_of() {
        let cell = |text: &str| PaperCell { lines: vec![text.to_owned()], ..PaperCell::default() };
        let rows = vec![vec![cell("编号"), cell("责任人")], vec![cell("3"), cell("张𬮿、李四")]];
        let table = PaperTable { heading_rows: 1, ruled: true, keep: false, rows };
        let form = PaperTable { rows: vec![vec![cell("负责人"), cell("𬮿")]], ..PaperTable::default() };
        let line = PaperLine { style: LineStyle::Plain, text: "单位：𬮿厂𬮿".to_owned(), keep: false };
        let parts = vec![PaperPart::Table(table), PaperPart::Table(form), PaperPart::Line(line)];
        let own = [PaperSheet { wide: false, parts }];
        let said: Vec<_> = rare(&own).into_iter().map(|one| (one.row, one.column, one.around)).collect();
        let of = |row: &str, column: &str, around: &str| (row.to_owned(), column.to_owned(), around.to_owned());
        assert_eq!(
            said,
            [of("3", "责任人", "张𬮿、李四"), of("负责人", "负责人", "𬮿"), of("", "", "单位：𬮿厂𬮿")],
            "the same place once"
        );
        let two = [own[0].clone(), own[0].clone()];
        assert_eq!(rare(&two).last().and_then(|one| one.sheet), Some(2));
    }
}
