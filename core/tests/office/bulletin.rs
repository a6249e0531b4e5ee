//! The month of an office as it is told.

use anziping_core::document::report::MonthlyReport;
use anziping_core::hazard::{Hazard, Stage};
use anziping_core::office::bulletin::{Bulletin, LateReport};
use anziping_core::office::desk::{Desk, Judged};
use anziping_core::office::hazard_course::End;
use anziping_core::office::intake::Checked;
use anziping_core::office::matters::{Matter, MatterKind};
use anziping_core::office::missing::{Excuse, Excused, Expected, RollCall};
use anziping_core::office::rollup::RollUp;
use anziping_core::registry::Registry;
use anziping_core::value::uscc::UnifiedCode;

use crate::registry::registered;
use anziping_fixtures::sample::{
    CODES, Person, check, day, draft, enterprise, major_hazard, period, previous, report, report_of, sign, time, today,
};

fn judge(registry: &Registry, inbox: &[Checked]) -> Vec<Judged> {
    Desk { registry, expected: None, accepted: &[], today: today(), due_day: 0 }.verdicts(inbox)
}

/// November with an open major hazard, by the principal.
fn with_major(principal: &Person, month: &str) -> MonthlyReport {
    let mut draft = draft(&enterprise(), month);
    draft.hazards.push(major_hazard(month));
    report_of(&enterprise(), &draft, &[principal])
}

#[test]
fn those_expected_are_all_but_the_excused() {
    let principal = Person::principal(1);
    let mut registry = registered(&principal);
    let [second, third] = [CODES[1], "91320000DEM0000368"].map(|code| UnifiedCode::parse(code).unwrap());
    registry.enrol(&second, "乙厂");
    registry.enrol(&third, "丙厂");
    let inbox = [check(&sign(&report(&[&principal]), &[&principal]))];
    let judged = judge(&registry, &inbox);
    let excused = [Excused { uscc: third.clone(), why: Excuse::Stopped, since: day("2026-11-01"), until: None }];
    let expected = Expected { registry: &registry, accepted: &[], excused: &excused };
    let rollup = RollUp::of(period("2026-11"), &inbox, &judged, &expected);
    let told = Bulletin::of(&rollup, &inbox, &judged);
    assert_eq!((told.expected, rollup.trusted.reports), (2, 1));
    let missing = told.standing(|standing| standing == RollCall::NotSent);
    assert_eq!(missing.iter().map(|absent| &absent.uscc).collect::<Vec<_>>(), [&second]);
    assert_eq!(told.standing(|standing| matches!(standing, RollCall::Excused(..))).len(), 1);
    assert!(told.late.is_empty());
}

#[test]
fn a_late_report_is_named_with_its_days_and_its_open_major_hazard() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let late = MonthlyReport { sealed_at: time("2026-12-01T09:00:00+08:00"), ..with_major(&principal, "2026-11") };
    let inbox = [check(&sign(&late, &[&principal]))];
    let judged = judge(&registry, &inbox);
    let expected = Expected { registry: &registry, accepted: &[], excused: &[] };
    let rollup = RollUp::of(period("2026-11"), &inbox, &judged, &expected);
    let told = Bulletin::of(&rollup, &inbox, &judged);
    let one = LateReport {
        enterprise: enterprise().name,
        due: day("2026-11-30"),
        on: day("2026-12-01"),
        signed_in_time: false,
    };
    assert_eq!(told.late, [one]);
    let causes = told.told(MatterKind::Cap);
    let majors = causes.iter().filter(|(_, matter)| matches!(matter, Matter::OpenMajor(_)));
    assert_eq!(majors.count(), 1);
    assert!(told.lost.is_empty());
}

#[test]
fn a_major_hazard_that_this_month_leaves_out_is_told() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let october = check(&sign(&with_major(&principal, "2026-10"), &[&principal]));
    let sha256 = october.report().unwrap().document_sha256;
    let november = MonthlyReport { prev: previous("2026-10", sha256), prev_reason: None, ..report(&[&principal]) };
    let inbox = [october, check(&sign(&november, &[&principal]))];
    let judged = judge(&registry, &inbox);
    let expected = Expected { registry: &registry, accepted: &[], excused: &[] };
    let rollup = RollUp::of(period("2026-11"), &inbox, &judged, &expected);
    let told = Bulletin::of(&rollup, &inbox, &judged);
    assert_eq!(told.lost.iter().map(|course| course.end).collect::<Vec<_>>(), [End::Gone(period("2026-11"))]);
    assert_eq!(told.rollup.trusted.reports, 1, "October is told of in its own bulletin");
}

#[test]
fn a_major_hazard_is_followed_while_it_stays_and_in_the_month_of_its_closing() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let october = check(&sign(&with_major(&principal, "2026-10"), &[&principal]));
    let followed = |month: &str, inbox: &[Checked]| {
        let judged = judge(&registry, inbox);
        let expected = Expected { registry: &registry, accepted: &[], excused: &[] };
        let rollup = RollUp::of(period(month), inbox, &judged, &expected);
        let told = Bulletin::of(&rollup, inbox, &judged);
        told.followed.iter().map(|course| (course.end, course.months.len())).collect::<Vec<_>>()
    };
    assert_eq!(followed("2026-10", std::slice::from_ref(&october)), [], "it is among the open ones of its month");
    assert_eq!(followed("2026-11", std::slice::from_ref(&october)), [(End::NoReport, 1)]);
    let of_november = |hazard: Hazard| {
        let mut draft = draft(&enterprise(), "2026-11");
        draft.hazards.push(hazard);
        check(&sign(&report_of(&enterprise(), &draft, &[&principal]), &[&principal]))
    };
    let stays = of_november(Hazard { deadline: Some(day("2027-01-31")), ..major_hazard("2026-10") });
    assert_eq!(followed("2026-11", &[october.clone(), stays]), [(End::Open, 2)]);
    let closed = Hazard { stage: Stage::Closed, closed_on: Some(day("2026-11-20")), ..major_hazard("2026-10") };
    assert_eq!(followed("2026-11", &[october, of_november(closed)]), [(End::Closed, 1)]);
}
