//! Enterprises that have not sent a report.
//!
//! They are told apart from those whose report does not count, or was taken in earlier.

use anziping_core::document::report::MonthlyReport;
use anziping_core::office::desk::{Accepted, Desk, Remark, Verdict};
use anziping_core::office::intake::Checked;
use anziping_core::office::missing::{Came, Excuse, Excused, Expected, RollCall, absent};
use anziping_core::registry::Registry;
use anziping_core::value::uscc::UnifiedCode;

use crate::registry::registered;
use anziping_fixtures::sample::{CODES, Person, check, day, digits, period, report, sign, today};

fn standing(registry: &Registry, accepted: &[Accepted], inbox: &[Checked]) -> Vec<(RollCall, Came)> {
    let judged = Desk { registry, expected: None, accepted, today: today(), due_day: 0 }.verdicts(inbox);
    let expected = Expected { registry, accepted, excused: &[] };
    absent(period("2026-11"), &expected, inbox, &judged).iter().map(|one| (one.standing, one.came)).collect()
}

fn taken_in(document: char) -> Accepted {
    Accepted {
        uscc: UnifiedCode::parse(CODES[0]).unwrap(),
        period: period("2026-11"),
        revision: 1,
        document_sha256: digits(document),
        received_on: Some(day("2026-12-01")),
    }
}

#[test]
fn what_was_taken_in_on_an_earlier_day_is_not_missing() {
    let registry = registered(&Person::principal(1));
    assert_eq!(standing(&registry, &[], &[]), [(RollCall::NotSent, Came::Nothing)]);
    let earlier = RollCall::TakenIn(Some(day("2026-12-01")));
    assert_eq!(standing(&registry, &[taken_in('1')], &[]), [(earlier, Came::Nothing)]);
    let of_october = Accepted { period: period("2026-10"), ..taken_in('1') };
    assert_eq!(standing(&registry, &[of_october], &[]), [(RollCall::NotSent, Came::Nothing)]);
}

#[test]
fn a_file_that_does_not_count_is_told_apart_from_none() {
    let (principal, stranger) = (Person::principal(1), Person::principal(7));
    let registry = registered(&principal);
    let mismatched = check(&sign(&report(&[&stranger]), &[&stranger]));
    let demo = check(&sign(&MonthlyReport { demo: true, ..report(&[&principal]) }, &[&principal]));
    let refused = Checked { file_name: format!("{}-2026-11.json", CODES[0]), ..check("{}") };
    for (file, came) in [(&mismatched, Came::Mismatched), (&demo, Came::Demo), (&refused, Came::Refused)] {
        assert_eq!(standing(&registry, &[], std::slice::from_ref(file)), [(RollCall::Uncounted, came)]);
    }
    // Of several the one that is nearest to counting.
    assert_eq!(standing(&registry, &[], &[refused, mismatched, demo]), [(RollCall::Uncounted, Came::Mismatched)]);
    let genuine = check(&sign(&report(&[&principal]), &[&principal]));
    assert_eq!(standing(&registry, &[], &[genuine]), []);
}

#[test]
fn a_second_content_beside_what_was_taken_in_is_said() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let other = check(&sign(&report(&[&principal]), &[&principal]));
    let earlier = RollCall::TakenIn(Some(day("2026-12-01")));
    assert_eq!(standing(&registry, &[taken_in('1')], &[other]), [(earlier, Came::Forked)]);
}

#[test]
fn who_has_stopped_is_not_missing_from_that_month_on() {
    let registry = registered(&Person::principal(1));
    let uscc = UnifiedCode::parse(CODES[0]).unwrap();
    let since = day("2026-11-10");
    let excused = [Excused { uscc, why: Excuse::Stopped, since, until: None }];
    let expected = Expected { registry: &registry, accepted: &[], excused: &excused };
    let standing = |month: &str| absent(period(month), &expected, &[], &[])[0].standing;
    assert_eq!(standing("2026-10"), RollCall::NotSent);
    assert_eq!(standing("2026-11"), RollCall::Excused(Excuse::Stopped, since));
    assert_eq!(standing("2026-12"), RollCall::Excused(Excuse::Stopped, since));
}

#[test]
fn who_reports_again_stays_excused_for_the_months_before() {
    let registry = registered(&Person::principal(1));
    let uscc = UnifiedCode::parse(CODES[0]).unwrap();
    let one = |why, since: &str, until: Option<&str>| Excused {
        uscc: uscc.clone(),
        why,
        since: day(since),
        until: until.map(day),
    };
    let excused =
        [one(Excuse::Stopped, "2026-08-05", Some("2026-10-31")), one(Excuse::Exempt, "2026-11-30", Some("2026-12-15"))];
    let expected = Expected { registry: &registry, accepted: &[], excused: &excused };
    let standing = |month: &str| absent(period(month), &expected, &[], &[])[0].standing;
    assert_eq!(standing("2026-07"), RollCall::NotSent);
    assert_eq!(standing("2026-08"), RollCall::Excused(Excuse::Stopped, day("2026-08-05")));
    assert_eq!(standing("2026-10"), RollCall::Excused(Excuse::Stopped, day("2026-08-05")));
    assert_eq!(standing("2026-11"), RollCall::Excused(Excuse::Exempt, day("2026-11-30")));
    assert_eq!(standing("2026-12"), RollCall::NotSent, "it goes on reporting in the middle of that month");
}

#[test]
fn those_who_sent_nothing_come_first() {
    let mut registry = registered(&Person::principal(1));
    registry.enrol(&UnifiedCode::parse(CODES[1]).unwrap(), "福州示例木业");
    let standings = standing(&registry, &[taken_in('1')], &[]);
    assert_eq!(standings[0], (RollCall::NotSent, Came::Nothing));
    assert!(matches!(standings[1].0, RollCall::TakenIn(_)));
}

#[test]
fn registering_a_key_does_not_rename_who_is_on_the_list() {
    let principal = Person::principal(1);
    let uscc = UnifiedCode::parse(CODES[0]).unwrap();
    let mut registry = Registry::new(String::new());
    registry.enrol(&uscc, "名单里的名称");
    let file = check(&sign(&report(&[&principal]), &[&principal]));
    registry.register(file.offer(), &principal.digits(), today(), "1").unwrap();
    assert_eq!(registry.enterprise(&uscc).unwrap().name, "名单里的名称");
}

#[test]
fn the_same_name_or_one_that_looks_like_it_under_another_code_is_pointed_at() {
    let principal = Person::principal(1);
    let mut registry = Registry::new(String::new());
    let listed = UnifiedCode::parse(CODES[1]).unwrap();
    // The report says 有限公司, without the dot.
    registry.enrol(&listed, "上海示例·机械有限责任公司");
    let file = check(&sign(&report(&[&principal]), &[&principal]));
    let desk = Desk { registry: &registry, expected: None, accepted: &[], today: today(), due_day: 0 };
    let judged = desk.verdicts(&[file]).remove(0);
    assert_eq!(judged.verdict, Verdict::Unregistered);
    assert!(judged.remarks.contains(&Remark::SameName { registered: listed }));
}
