//! Follows the reports that the office gave back (退回) to the revision that answers them.

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use super::digest::ReportDigest;
use crate::document::returned::ReturnRemark;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// The note that a report was given back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReturnNote {
    /// Code of the enterprise.
    pub uscc: UnifiedCode,
    /// The month.
    pub period: Period,
    /// The revision that was given back.
    pub revision: u32,
    /// Hash of the report.
    pub document_sha256: Sha256,
    /// Hash of the return, which the correction names.
    pub return_sha256: Sha256,
    /// Day on which it was signed.
    pub on: Day,
    /// The remarks of the return.
    pub remarks: Vec<ReturnRemark>,
}

/// Which return a report answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnsweredReturn<'a> {
    /// One of this office about an earlier revision of the same month.
    Ours(&'a ReturnNote),
    /// One that is not noted here, or was about something else.
    Unknown,
}

/// The returns of a document, the oldest first.
pub fn of_document(given: &[ReturnNote], document_sha256: Sha256) -> impl Iterator<Item = &ReturnNote> {
    given.iter().filter(move |given| given.document_sha256 == document_sha256)
}

/// Returns whether a report answers a return: it names that one, or another of the same document.
///
/// A report names one return only. Who corrects has all of them before him, whichever came last.
pub fn is_answer(given: &[ReturnNote], note: &ReturnNote, report: &ReportDigest) -> bool {
    let named = answered(given, report);
    matches!(named, Some(AnsweredReturn::Ours(named)) if named.document_sha256 == note.document_sha256)
}

/// Finds the return that a report says it answers; `None` when it names none.
pub fn answered<'a>(given: &'a [ReturnNote], report: &ReportDigest) -> Option<AnsweredReturn<'a>> {
    let named = report.answers_return.as_ref()?.sha256;
    let ours = given.iter().find(|given| {
        given.return_sha256 == named
            && given.uscc == report.enterprise.uscc
            && given.period == report.period
            && given.revision < report.revision
    });
    Some(ours.map_or(AnsweredReturn::Unknown, AnsweredReturn::Ours))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::report::DocumentRef;

    fn hash(text: &str) -> Sha256 {
        Sha256::of(text.as_bytes())
    }

    fn given() -> ReturnNote {
        ReturnNote {
            uscc: UnifiedCode::parse("91310000MA1FL0000N").unwrap(),
            period: Period::parse("2026-11").unwrap(),
            revision: 1,
            document_sha256: hash("report"),
            return_sha256: hash("return"),
            on: Day::parse("2026-12-02").unwrap(),
            remarks: vec![ReturnRemark { place: None, text: "请核实".into() }],
        }
    }

    fn correction(change: impl FnOnce(&mut ReportDigest)) -> ReportDigest {
        let text = include_str!("../../../docs/verify/corpus/report-answers-a-return.json");
        let file: serde_json::Value = serde_json::from_str(text).unwrap();
        let report: crate::document::report::MonthlyReport = serde_json::from_value(file["document"].clone()).unwrap();
        let mut digest = ReportDigest::from(report);
        digest.answers_return = Some(DocumentRef { sha256: hash("return") });
        change(&mut digest);
        digest
    }

    #[test]
    fn a_correction_answers_the_return_of_an_earlier_revision_of_its_month() {
        let given = [given()];
        assert_eq!(answered(&given, &correction(|_| ())), Some(AnsweredReturn::Ours(&given[0])));
        assert!(of_document(&given, hash("report")).eq(&given));
        assert_eq!(of_document(&given, hash("return")).count(), 0);
    }

    #[test]
    fn a_correction_answers_all_returns_of_the_document_whichever_it_names() {
        let second = ReturnNote { return_sha256: hash("second"), ..given() };
        let of_another = ReturnNote { document_sha256: hash("another report"), ..second.clone() };
        let given = [given(), second];
        for named in ["return", "second"] {
            let report = correction(|report| report.answers_return = Some(DocumentRef { sha256: hash(named) }));
            assert!(given.iter().all(|note| is_answer(&given, note, &report)), "{named}");
            assert!(!is_answer(&given, &of_another, &report));
        }
        assert!(!is_answer(&given, &given[0], &correction(|report| report.answers_return = None)));
    }

    #[test]
    fn a_return_of_another_month_enterprise_or_office_is_not_answered() {
        let given = [given()];
        let unknown = |change: &dyn Fn(&mut ReportDigest)| answered(&given, &correction(change));
        assert_eq!(unknown(&|report| report.period = report.period.next()), Some(AnsweredReturn::Unknown));
        assert_eq!(unknown(&|report| report.revision = 1), Some(AnsweredReturn::Unknown));
        let other = UnifiedCode::parse("91320000DEM0000368").unwrap();
        assert_eq!(unknown(&|report| report.enterprise.uscc = other.clone()), Some(AnsweredReturn::Unknown));
        let named = Some(DocumentRef { sha256: hash("another") });
        assert_eq!(unknown(&|report| report.answers_return = named.clone()), Some(AnsweredReturn::Unknown));
        assert_eq!(unknown(&|report| report.answers_return = None), None);
    }
}
