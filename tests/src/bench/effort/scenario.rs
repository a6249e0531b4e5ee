//! The invented workshop whose months are replayed: `tests/effort/scenario.toml`.

use std::{collections::BTreeMap, fs};

use serde::Deserialize;

use crate::workplace;

/// Everything that is known about the workshop and its two months.
#[derive(Debug, Deserialize)]
pub struct Scenario {
    /// The limits that may not be exceeded.
    pub limits: Limits,
    /// The device's clock in the two months, RFC 3339.
    pub days: Days,
    /// The page of the enterprise.
    pub enterprise: Enterprise,
    /// Lists that are imported in the first month.
    pub sheet: Vec<Sheet>,
    /// Lists that have changed in the second month.
    pub second_sheet: Vec<Sheet>,
    /// Answers that are not 是.
    pub answer: Vec<Marked>,
    /// Counts that are not all of all.
    pub count: Vec<Counted>,
    /// The counts of the rest.
    pub counts: Counts,
    /// Figures of the month by field.
    pub month: BTreeMap<String, String>,
    /// Figures that differ in the second month.
    pub second_month: BTreeMap<String, String>,
    /// Hazards of the first month.
    pub hazard: Vec<Hazard>,
    /// Hazards of the second month.
    pub second_hazard: Vec<Hazard>,
    /// The principal.
    pub sign: Sign,
}

/// The limits in taps that may not be exceeded.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Limits {
    /// From the empty page to the signed file.
    pub first_month_taps: u32,
    /// The month after.
    pub second_month_taps: u32,
    /// A hazard put right on the spot, beside the text.
    pub on_the_spot_taps: u32,
}

/// The device's clock.
#[derive(Debug, Deserialize)]
pub struct Days {
    /// In the first month.
    pub first: String,
    /// In the second.
    pub second: String,
}

/// The page of the enterprise, by the names of its fields.
#[derive(Debug, Deserialize)]
pub struct Enterprise {
    /// The texts to type.
    pub text: BTreeMap<String, String>,
    /// The choices from lists.
    pub select: BTreeMap<String, String>,
    /// The choices among buttons.
    pub radio: BTreeMap<String, String>,
    /// The boxes to tick, where they are asked.
    pub facts: Vec<String>,
}

/// A list that the workshop keeps in a spreadsheet.
#[derive(Debug, Deserialize)]
pub struct Sheet {
    /// The page that takes it.
    pub page: String,
    /// The action that asks for the file.
    pub import: String,
    /// First row.
    pub headings: Vec<String>,
    /// The others.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The file as a spreadsheet program saves it.
    pub fn csv(&self) -> String {
        let row = |cells: &Vec<String>| cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
        let rows = std::iter::once(&self.headings).chain(&self.rows).map(row);
        format!("\u{feff}{}\r\n", rows.collect::<Vec<_>>().join("\r\n"))
    }
}

/// Words by which a question is known.
#[derive(Debug, Deserialize)]
pub struct Words {
    /// Words that occur in it.
    pub says: Vec<String>,
    /// Only in this month, 1 or 2.
    pub only_month: Option<u8>,
}

impl Words {
    /// Returns whether the question is meant.
    pub fn mean(&self, question: &str, month: u8) -> bool {
        self.only_month.is_none_or(|only| only == month) && self.says.iter().all(|word| question.contains(word))
    }
}

/// An answer.
#[derive(Debug, Deserialize)]
pub struct Marked {
    /// The question.
    #[serde(flatten)]
    pub words: Words,
    /// `yes`, `partly`, `no`, `unsure`, `na`.
    pub mark: String,
    /// Why not applicable.
    #[serde(default)]
    pub reason: String,
}

/// Two counts.
#[derive(Debug, Deserialize)]
pub struct Counted {
    /// The question.
    #[serde(flatten)]
    pub words: Words,
    /// Done and due.
    pub counts: [String; 2],
}

/// The counts for shares that are not named.
#[derive(Debug, Deserialize)]
pub struct Counts {
    /// All of all.
    pub all: String,
}

/// A hazard, by the names of its fields.
#[derive(Debug, Clone, Deserialize)]
pub struct Hazard {
    /// Opened by the comparison with the criteria.
    #[serde(default)]
    pub major: bool,
    /// Put right as soon as it was found.
    #[serde(default)]
    pub spot: bool,
    /// Accepted and closed in the second month.
    #[serde(default)]
    pub closed_later: bool,
    /// The content of its fields; a deadline is the number of days.
    #[serde(flatten)]
    pub fields: BTreeMap<String, String>,
}

/// The signature.
#[derive(Debug, Deserialize)]
pub struct Sign {
    /// The passphrase that locks the key.
    pub passphrase: String,
}

/// Reads the scenario.
///
/// # Panics
/// When it cannot be read.
pub fn read() -> Scenario {
    let text = fs::read_to_string(workplace::root().join("tests/effort/scenario.toml")).expect("the scenario");
    toml::from_str(&text).expect("a scenario")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scenario_can_be_read_and_a_question_is_known_by_all_its_words() {
        let scenario = read();
        assert!(scenario.hazard.iter().filter(|hazard| hazard.spot).count() == 2);
        let words = Words { says: vec!["粉尘".into(), "清".into()], only_month: Some(1) };
        assert!(words.mean("粉尘按制度清理", 1) && !words.mean("粉尘按制度清理", 2) && !words.mean("粉尘", 1));
    }
}
