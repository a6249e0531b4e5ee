//! The answers of a report in a byte or two each, to show what became of what the office asked.

use std::collections::BTreeMap;

use anziping_catalog::{Catalogue, MONTH_FIGURES};
use serde::{Deserialize, Serialize};

use super::held_questions::{AnswersById, questions};
use crate::document::report::ReportedAnswer;
use crate::hazard::Stage;
use crate::month::answer::Mark;
use crate::month::figures::{MonthField, MonthValue};

/// The answer at a place of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GivenAnswer {
    /// The question is not answered.
    Open,
    /// A mark.
    Mark(Mark),
    /// So many of so many.
    Count(u32, u32),
    /// A figure of the month.
    Figure(u64),
    /// The stage of a hazard.
    Hazard(Stage),
}

/// The answers to the questions that a report holds, and behind a bar the figures of the month.
///
/// A letter for a mark, `-` for none, `2/3;` for counts. A list with ids would be longer than all that is kept of a
/// report otherwise.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct GivenAnswers(String);

const MARKS: [(char, Mark); 5] =
    [('y', Mark::Yes), ('p', Mark::Partly), ('n', Mark::No), ('u', Mark::Unsure), ('x', Mark::Na)];
const OPEN: char = '-';
const FIGURES: char = '|';

impl GivenAnswers {
    /// Packs the answers of a report to its questions, in the order of [`questions`], and its figures.
    pub(super) fn of(
        answers: &AnswersById<'_>,
        month: &BTreeMap<MonthField, MonthValue>,
        catalogue: &Catalogue,
    ) -> Self {
        let mut text: String = questions(catalogue).filter_map(|id| answers.get(&id).copied()).map(token).collect();
        text.push(FIGURES);
        let figures = MONTH_FIGURES.map(|name| match MonthField::parse(name).and_then(|field| month.get(&field)) {
            Some(MonthValue::Number(number)) => number.to_string(),
            Some(MonthValue::Text(_)) | None => String::new(),
        });
        text.push_str(&figures.join(","));
        Self(text)
    }

    /// Looks up the answer at a place, by the ids of the questions that the report holds.
    pub(super) fn at(&self, held: &[String], place: &str) -> Option<GivenAnswer> {
        let (answers, figures) = self.0.split_once(FIGURES)?;
        if let Some(name) = place.strip_prefix("month.") {
            let at = MONTH_FIGURES.iter().position(|figure| *figure == name)?;
            let figure = figures.split(',').nth(at)?;
            return figure.parse().ok().map(GivenAnswer::Figure);
        }
        let at = held.iter().position(|id| id == place)?;
        let mut rest = answers;
        let mut answer = None;
        for _ in 0..=at {
            (answer, rest) = first(rest)?;
        }
        answer
    }
}

fn token(answer: &ReportedAnswer) -> String {
    match (answer.mark, answer.done, answer.total) {
        (Some(mark), ..) => MARKS.iter().find(|(_, known)| *known == mark).map_or(OPEN, |(letter, _)| *letter).into(),
        (None, Some(done), Some(total)) => format!("{done}/{total};"),
        _ => OPEN.into(),
    }
}

/// The first answer of a text, and the rest of it.
///
/// No answer for a letter that this program does not know.
fn first(text: &str) -> Option<(Option<GivenAnswer>, &str)> {
    let letter = text.chars().next()?;
    if !letter.is_ascii_digit() {
        let mark = MARKS.iter().find(|(known, _)| *known == letter).map(|(_, mark)| GivenAnswer::Mark(*mark));
        return Some((mark.or((letter == OPEN).then_some(GivenAnswer::Open)), &text[letter.len_utf8()..]));
    }
    let (counts, rest) = text.split_once(';')?;
    let (done, total) = counts.split_once('/')?;
    Some((Some(GivenAnswer::Count(done.parse().ok()?, total.parse().ok()?)), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::report::MonthlyReport;
    use crate::edition::Edition;
    use crate::office::held_questions::{HeldQuestions, answers_by_id};

    #[test]
    fn each_answer_of_a_report_is_found_at_its_place() {
        let text = include_str!("../../../docs/verify/corpus/report-answers-a-return.json");
        let file: serde_json::Value = serde_json::from_str(text).unwrap();
        let report: MonthlyReport = serde_json::from_value(file["document"].clone()).unwrap();
        let edition = Edition::builtin().unwrap();
        let (answers, catalogue) = (answers_by_id(&report), edition.catalogue());
        let ids = HeldQuestions::of(&answers, catalogue).ids(catalogue);
        let given = GivenAnswers::of(&answers, &report.month, catalogue);
        assert_eq!(ids.len(), answers.len());
        for (id, item) in &answers {
            let expected = match (item.mark, item.done, item.total) {
                (Some(mark), ..) => GivenAnswer::Mark(mark),
                (None, Some(done), Some(total)) => GivenAnswer::Count(done, total),
                _ => GivenAnswer::Open,
            };
            assert_eq!(given.at(&ids, id), Some(expected), "{id}");
        }
        assert_eq!(given.at(&ids, "Q1"), None);
        for name in MONTH_FIGURES {
            let stated = MonthField::parse(name).and_then(|field| report.month.get(&field));
            let expected = match stated {
                Some(MonthValue::Number(number)) => Some(GivenAnswer::Figure(*number)),
                _ => None,
            };
            assert_eq!(given.at(&ids, &format!("month.{name}")), expected, "{name}");
        }
        assert!(given.0.len() < 4 * ids.len() + 200, "{} bytes", given.0.len());
    }

    #[test]
    fn counts_and_letters_of_a_later_program_are_passed_over() {
        let given = GivenAnswers("y12/30;z-n|".into());
        let ids = ["a", "b", "c", "d", "e"].map(str::to_owned);
        let found: Vec<_> = ids.iter().map(|id| given.at(&ids, id)).collect();
        let (yes, no) = (GivenAnswer::Mark(Mark::Yes), GivenAnswer::Mark(Mark::No));
        assert_eq!(found, [Some(yes), Some(GivenAnswer::Count(12, 30)), None, Some(GivenAnswer::Open), Some(no)]);
        assert_eq!(GivenAnswers::default().at(&ids, "a"), None);
    }
}
