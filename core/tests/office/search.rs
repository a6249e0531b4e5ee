//! Files are found by whose they are and by what they say.

use anziping_core::document::report::MonthlyReport;
use anziping_core::month::figures::{MonthField, MonthValue};
use anziping_core::office::desk::Desk;
use anziping_core::office::intake::Checked;
use anziping_core::office::matters::MatterKind;
use anziping_core::office::search::{Search, Wish};

use crate::registry::registered;
use anziping_fixtures::sample::{CODES, Person, check, report, sign, time, today};

/// Places of the files that are found.
///
/// A quiet report, one with a death that came late, and a refused file.
fn found(text: &str, with: Option<Wish>) -> Vec<usize> {
    let principal = Person::principal(1);
    let file = |change: &dyn Fn(&mut MonthlyReport)| {
        let mut report = report(&[&principal]);
        report.month.retain(|field, _| *field != MonthField::Deaths);
        report.enterprise.village = "东村".into();
        change(&mut report);
        check(&sign(&report, &[&principal]))
    };
    let quiet = file(&|report| report.month.retain(|field, _| field.block().code() != "Accidents"));
    let grave = file(&|report| {
        report.month.insert(MonthField::Deaths, MonthValue::Number(1));
        report.enterprise.village = "西村".into();
        report.sealed_at = time("2026-12-03T08:00:00+08:00");
    });
    let refused = Checked { file_name: "坏文件.json".into(), ..check("{}") };
    let inbox = [quiet, grave, refused];
    let registry = registered(&principal);
    let judged =
        Desk { registry: &registry, expected: None, accepted: &[], today: today(), due_day: 0 }.verdicts(&inbox);
    let search = Search { text: text.into(), with };
    let places = inbox.iter().zip(&judged).enumerate().filter(|(_, (checked, judged))| search.finds(checked, judged));
    places.map(|(at, _)| at).collect()
}

#[test]
fn without_a_wish_everything_is_found() {
    assert_eq!(found("", None), [0, 1, 2]);
}

#[test]
fn files_are_found_by_village_code_and_file_name() {
    assert_eq!(found(" 西村 ", None), [1]);
    assert_eq!(found(&CODES[0].to_ascii_lowercase(), None), [0, 1]);
    assert_eq!(found("坏文件", None), [2]);
}

#[test]
fn reports_are_found_by_what_they_say() {
    assert_eq!(found("", Some(Wish::Matter(MatterKind::Harm))), [1]);
    assert_eq!(found("", Some(Wish::Late)), [1]);
    assert!(found("东村", Some(Wish::Late)).is_empty());
}

#[test]
fn every_wish_reads_back_from_its_name() {
    for with in Wish::ALL {
        assert_eq!(Wish::parse(with.code()), Some(with));
    }
    assert_eq!(Wish::parse(""), None);
}
