//! Notes in a few dozen bytes the questions of its check list that a report holds.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anziping_catalog::Catalogue;
use serde::{Deserialize, Serialize};

use crate::document::report::{MonthlyReport, ReportedAnswer};
use crate::month::draft::MonthDraft;

/// Bits of a digit.
const BITS: usize = 4;

/// The questions that a report answers or lists, as hexadecimal digits over those of the check list.
///
/// What was not asked of an enterprise cannot be given back to it. A list of ids would be longer than all that is kept
/// of a report otherwise.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct HeldQuestions(String);

/// All questions of a check list in their order: items, then counts and points of each area.
pub(super) fn questions(catalogue: &Catalogue) -> impl Iterator<Item = Cow<'_, str>> {
    let items = catalogue.items().map(|item| Cow::from(&item.id));
    let of_areas = catalogue.areas.iter().flat_map(|area| {
        area.targets.iter().flat_map(|target| {
            let counts = Cow::from(MonthDraft::rate_key(&area.id, target.code));
            std::iter::once(counts).chain(target.points.iter().map(|point| Cow::from(&point.id)))
        })
    });
    items.chain(of_areas)
}

/// Answers by the ids of [`questions`].
pub(super) type AnswersById<'a> = BTreeMap<Cow<'a, str>, &'a ReportedAnswer>;

/// Lists the answers of a report by the id of their question.
pub(super) fn answers_by_id(report: &MonthlyReport) -> AnswersById<'_> {
    let mut answers: BTreeMap<_, _> = report.items.iter().map(|answer| (Cow::from(&answer.id), answer)).collect();
    for area in &report.areas {
        answers.extend(area.points.iter().map(|point| (Cow::from(&point.id), point)));
        answers.extend(area.rates.iter().map(|rate| (Cow::from(format!("{}.{}", area.id, rate.id)), rate)));
    }
    answers
}

impl HeldQuestions {
    pub(super) fn of(answers: &AnswersById<'_>, catalogue: &Catalogue) -> Self {
        let bits: Vec<bool> = questions(catalogue).map(|id| answers.contains_key(&id)).collect();
        let digit = |bits: &[bool]| {
            let value = bits.iter().enumerate().fold(0, |value, (at, bit)| value | u32::from(*bit) << at);
            char::from_digit(value, 1 << BITS)
        };
        Self(bits.chunks(BITS).filter_map(digit).collect())
    }

    /// The ids of these questions, by the check list that the report was answered against.
    pub fn ids(&self, catalogue: &Catalogue) -> Vec<String> {
        let bits = self.0.chars().flat_map(|digit| {
            let value = digit.to_digit(1 << BITS).unwrap_or_default();
            (0..BITS).map(move |at| value >> at & 1 == 1)
        });
        questions(catalogue).zip(bits).filter_map(|(id, held)| held.then(|| id.into_owned())).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::edition::Edition;

    #[test]
    fn the_questions_of_a_report_are_kept_and_no_others() {
        let text = include_str!("../../../docs/verify/corpus/report-answers-a-return.json");
        let file: serde_json::Value = serde_json::from_str(text).unwrap();
        let mut report: MonthlyReport = serde_json::from_value(file["document"].clone()).unwrap();
        let edition = Edition::builtin().unwrap();
        let catalogue = edition.catalogue();
        let left_out = report.items.remove(3).id;
        let held = HeldQuestions::of(&answers_by_id(&report), catalogue);
        let mut expected: BTreeSet<String> = report.items.iter().map(|item| item.id.clone()).collect();
        for area in &report.areas {
            expected.extend(area.points.iter().map(|point| point.id.clone()));
            expected.extend(area.rates.iter().map(|rate| format!("{}.{}", area.id, rate.id)));
        }
        let known: BTreeSet<String> = questions(catalogue).map(Cow::into_owned).collect();
        expected.retain(|id| known.contains(id));
        assert!(expected.len() > 20 && expected.len() < known.len());
        assert_eq!(held.ids(catalogue).into_iter().collect::<BTreeSet<_>>(), expected);
        assert!(!held.ids(catalogue).contains(&left_out));
        assert!(held.0.len() < 200, "{}", held.0.len());
        assert_eq!(HeldQuestions::default().ids(catalogue), Vec::<String>::new(), "of an unknown check list");
    }
}
