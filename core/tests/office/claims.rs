//! Claims of a report in words, days and names of its own are never taken as they stand.
//!
//! They are shown, computed again or remarked.

use anziping_core::document::report::MonthlyReport;
use anziping_core::document::statement::STATEMENT;
use anziping_core::office::desk::{Accepted, Desk, Judged, Remark, Verdict};
use anziping_core::office::difference::{Amount, ReportedFigure};
use anziping_core::office::intake::{Checked, CheckedReport};
use anziping_core::registry::{RegisterFault, Registry};
use anziping_core::signer::Mandate;
use anziping_core::value::day::Day;

use crate::key_life::registration;
use crate::registry::registered;
use anziping_fixtures::sample::{
    CODES, Person, check, checked_report, day, draft, enterprise, report, report_of, sign, time, today,
};

fn changed(change: impl FnOnce(&mut MonthlyReport)) -> String {
    let mut report = report(&[&Person::principal(1)]);
    change(&mut report);
    sign(&report, &[&Person::principal(1)])
}

/// Judges a file as an office that wants reports on this day of the month.
fn judged_on(due_day: u8, accepted: &[Accepted], file: &Checked) -> Judged {
    let registry = registered(&Person::principal(1));
    let desk = Desk { registry: &registry, expected: None, accepted, today: today(), due_day };
    desk.verdicts(std::slice::from_ref(file)).remove(0)
}

fn remarks(change: impl FnOnce(&mut MonthlyReport)) -> Vec<Remark> {
    let Judged { verdict, remarks } = judged_on(0, &[], &check(&changed(change)));
    assert_eq!(verdict, Verdict::Trusted);
    remarks
}

#[test]
fn a_sentence_other_than_the_known_one_is_remarked_and_kept_whole() {
    for other in ["本人未审阅本表，不对其真实性负责。", "", " 本人已审阅本表全部内容，并对其真实性负责。"]
    {
        assert_eq!(remarks(|report| report.statement = other.into()), [Remark::OtherStatement], "{other}");
        let found = checked_report(&changed(|report| report.statement = other.into()));
        assert_eq!(found.report.other_statement.as_deref(), Some(other));
    }
    assert_eq!(checked_report(&changed(|report| report.statement = STATEMENT.into())).report.other_statement, None);
}

#[test]
fn the_due_day_is_the_offices_and_another_one_is_remarked() {
    let (stated, sealed_at) = (day("2099-01-01"), time("2026-12-03T08:00:00+08:00"));
    let late = |due| Remark::Late { due: day(due), sealed_on: day("2026-12-03") };
    let file = check(&changed(|report| (report.due, report.sealed_at) = (stated, sealed_at)));
    let differs = |due| Remark::DueDiffers { stated, due: day(due) };
    assert_eq!(judged_on(0, &[], &file).remarks, [differs("2026-11-30"), late("2026-11-30")]);
    assert_eq!(judged_on(2, &[], &file).remarks, [differs("2026-12-02"), late("2026-12-02")]);
    assert_eq!(judged_on(5, &[], &file).remarks, [differs("2026-12-05")]);
}

#[test]
fn a_report_that_was_taken_in_late_is_late_whenever_it_says_it_was_signed() {
    let file = check(&changed(|_| {}));
    let found = file.report().unwrap();
    let accepted = |received_on: Day| {
        let enterprise = &found.report.enterprise;
        [Accepted {
            uscc: enterprise.uscc.clone(),
            period: found.report.period,
            revision: 1,
            document_sha256: found.document_sha256,
            received_on: Some(received_on),
        }]
    };
    assert_eq!(judged_on(0, &accepted(day("2026-11-30")), &file).remarks, []);
    let late = Remark::ReceivedLate { due: day("2026-11-30"), received_on: day("2026-12-04") };
    assert_eq!(judged_on(0, &accepted(day("2026-12-04")), &file).remarks, [late]);
}

#[test]
fn a_time_of_signing_that_has_not_come_is_remarked() {
    let remarks = remarks(|report| report.sealed_at = time("2027-06-01T08:00:00+08:00"));
    assert!(remarks.contains(&Remark::SignedInFuture { sealed_on: day("2027-06-01") }), "{remarks:?}");
}

/// Confirmed and carried by declaration and computed again, when every look was on this day or on none.
fn looks_on(day: Option<&str>, sealed_at: &str) -> (CheckedReport, u32) {
    let found = checked_report(&changed(|report| {
        let areas = report.areas.iter_mut().flat_map(|area| area.points.iter_mut().chain(&mut area.rates));
        for answer in report.items.iter_mut().chain(areas) {
            answer.confirmed_on = day.map(anziping_fixtures::sample::day);
        }
        report.sealed_at = time(sealed_at);
    }));
    let confirmed = found.recomputed.as_ref().unwrap().confirmed;
    (found, confirmed)
}

#[test]
fn a_look_counts_only_on_a_day_of_the_month_or_until_the_report_was_signed() {
    let sealed_at = "2026-12-03T08:00:00+08:00";
    for within in ["2026-11-01", "2026-11-30", "2026-12-03"] {
        let (found, confirmed) = looks_on(Some(within), sealed_at);
        assert_eq!((found.differences.len(), confirmed), (0, found.report.declared.confirmed), "{within}");
    }
    for outside in [Some("2001-01-01"), Some("2026-10-31"), Some("2026-12-04"), Some("2099-01-01"), None] {
        let (found, confirmed) = looks_on(outside, sealed_at);
        assert!(confirmed < 5, "{outside:?}: only what is computed from the screening is left, {confirmed}");
        let declared = Amount::Count(found.report.declared.confirmed);
        let difference =
            found.differences.iter().find(|difference| difference.figure == ReportedFigure::Confirmed).unwrap();
        assert_eq!((difference.declared, difference.computed), (declared, Amount::Count(confirmed)), "{outside:?}");
    }
    let (_, confirmed) = looks_on(Some("2099-01-01"), "2099-01-01T08:00:00+08:00");
    assert!(confirmed < 5, "nor when the report is signed as late as that");
}

#[test]
fn what_a_program_of_ours_signs_has_no_difference_whenever_somebody_looked() {
    let mut early = draft(&enterprise(), "2026-11");
    early.answers.values_mut().take(3).for_each(|answer| answer.confirmed_on = Some(day("2026-10-30")));
    let report = report_of(&enterprise(), &early, &[&Person::principal(1)]);
    let found = checked_report(&sign(&report, &[&Person::principal(1)]));
    assert_eq!(found.differences, []);
    assert_eq!(found.report.declared.carried, 3, "begun before the month, they wait for a look");
}

#[test]
fn a_number_of_workers_that_cannot_be_is_remarked() {
    for odd in [0, 10_001, u32::MAX] {
        let remarks = remarks(|report| report.enterprise.workers = odd);
        assert!(remarks.contains(&Remark::OddWorkers(odd)), "{odd}: {remarks:?}");
    }
    assert_eq!(remarks(|_| {}), []);
}

#[test]
fn invisible_characters_in_names_are_shown_and_make_another_name() {
    for hidden in ['\u{200B}', '\u{E0041}', '\u{3164}', '\u{AD}', '\u{2060}', '\u{FE0F}'] {
        let name = format!("上海{hidden}示例机械有限公司");
        let shown = format!("上海⟨U+{:04X}⟩示例机械有限公司", u32::from(hidden));
        let found = remarks(|report| report.enterprise.name.clone_from(&name));
        assert_eq!(found, [Remark::NameDiffers { registered: enterprise().name, stated: shown }]);
    }
    let hidden = Person { name: "王\u{200B}建国", ..Person::principal(1) };
    let found = checked_report(&sign(&report(&[&hidden]), &[&hidden]));
    assert_eq!(found.signers[0].name, "王⟨U+200B⟩建国");
}

#[test]
fn a_name_with_invisible_characters_is_not_registered_and_shown_where_it_was() {
    let person = Person::principal(1);
    let name = "甲\u{3164}厂";
    let file = check(&changed(|report| report.enterprise.name = name.into()));
    let digits = person.form_named(CODES[0], name, None);
    assert_eq!(Registry::default().register(file.offer(), &digits, today(), ""), Err(RegisterFault::DigitsDiffer));
    let mut registry = registered(&person);
    registry.enterprises[0].keys[0].name = "王\u{AD}建国".into();
    assert_eq!(
        registry.checked().unwrap().enterprises[0].keys[0].name,
        "王⟨U+00AD⟩建国",
        "as kept by an older program"
    );
}

#[test]
fn whoever_has_invisible_characters_in_his_name_is_not_registered() {
    let deputy = Person { name: "赵\u{200B}代签", ..Person::principal(4) };
    let mandate = Mandate { principal: "王建国".into(), from: day("2026-11-01"), until: day("2026-12-31") };
    let digits = deputy.form(CODES[0], Some(&mandate));
    let refused = Registry::default().register(registration(&deputy, Some(mandate)).offer(), &digits, today(), "");
    assert_eq!(refused, Err(RegisterFault::InvisibleInNames));
    let in_person = registration(&deputy, None);
    let refused = Registry::default().register(in_person.offer(), &deputy.digits(), today(), "");
    assert_eq!(refused, Err(RegisterFault::InvisibleInNames));
}

#[test]
fn what_is_signed_here_has_no_invisible_characters_in_its_names() {
    let mut typed = enterprise();
    (typed.name, typed.principal) = ("上海\u{200B}示例机械有限公司\u{AD}".into(), "王\u{3164}建国 ".into());
    let report = report_of(&typed, &draft(&typed, "2026-11"), &[&Person::principal(1)]);
    assert_eq!((report.enterprise.name, report.enterprise.principal), (enterprise().name, enterprise().principal));
}
