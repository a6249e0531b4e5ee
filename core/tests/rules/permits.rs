//! The counts of work permits: where, for which month, and which of them are in order.

use anziping_core::catalog::{ComputedFrom, Count, Item, TargetCode};
use anziping_core::edition::builtin;
use anziping_core::enterprise::Profile;
use anziping_core::register::{CountSources, Permit, PermitKind, Registers, RiskPoint, Score};
use anziping_core::trade::CONTRACTOR_AREA;
use anziping_core::value::day::Day;
use anziping_core::value::moment::Moment;
use anziping_core::value::period::{Period, Rhythm};
use anziping_core::value::rate::Rate;

/// A permit on paper for work of the level that begins at a moment.
fn permit(kind: PermitKind, level: &str, starts: &str) -> Permit {
    let starts_at = Moment::parse(starts);
    Permit {
        kind,
        level: level.into(),
        place: "某处".into(),
        starts_at,
        ends_at: starts_at.map(|starts| starts.plus_minutes(60)),
        in_order: true,
        ..Permit::default()
    }
}

fn counting<T>(permits: Vec<Permit>, profile: &Profile, look: impl FnOnce(&CountSources<'_>) -> T) -> T {
    let registers = Registers { permits, ..Registers::default() };
    let span = Period::parse("2026-11").unwrap().span(Rhythm::default());
    look(&CountSources { registers: &registers, profile, span })
}

/// The item whose counts the register gives.
fn item(count: Count) -> &'static Item {
    let is_it = |item: &&Item| item.computed.as_ref().is_some_and(|computed| computed.count == Some(count));
    builtin::catalogue().unwrap().items().find(is_it).expect("an item of this count")
}

const COUNTS: [Count; 4] = [Count::DangerousJobs, Count::ConfinedJobs, Count::MaintenanceJobs, Count::SiloEntries];

#[test]
fn a_permit_goes_into_the_items_that_its_level_names_and_into_no_other() {
    let profile = Profile::default();
    for kind in PermitKind::ALL {
        for level in kind.row().levels {
            for count in COUNTS {
                let counted = counting(vec![permit(kind, level.name, "2026-11-03T08:00")], &profile, |counting| {
                    counting.item(item(count))
                });
                let expected = level.counts.contains(&count).then_some(Rate { done: 1, total: 1 });
                assert_eq!(counted, expected, "{kind:?} {} {count:?}", level.name);
            }
            assert!(!level.counts.is_empty(), "{kind:?} {}: no job is counted nowhere", level.name);
        }
    }
    for count in COUNTS {
        assert_eq!(count.source(), ComputedFrom::Permits);
        let levels = PermitKind::ALL.into_iter().flat_map(|kind| kind.row().levels);
        assert!(levels.into_iter().any(|level| level.counts.contains(&count)), "{count:?} counts nothing");
    }
}

#[test]
fn a_job_counts_in_the_month_in_which_it_begins_and_only_in_order() {
    let (kind, profile) = (PermitKind::ALL[0], Profile::default());
    let level = kind.row().levels[0].name;
    let of = |permits: Vec<Permit>| counting(permits, &profile, |counting| counting.item(item(Count::DangerousJobs)));
    assert_eq!(of(vec![]), None, "a register nobody keeps");
    assert_eq!(of(vec![permit(kind, level, "2026-10-31T23:59")]), None, "no permit is not no work");
    let mut bad = permit(kind, level, "2026-11-30T23:30");
    bad.in_order = false;
    let mut late = permit(kind, level, "2026-11-09T08:00");
    late.approved_at = Moment::parse("2026-11-09T08:01");
    let mut undated = permit(kind, level, "2026-11-09T08:00");
    undated.starts_at = None;
    let good = permit(kind, level, "2026-11-01T00:00");
    let next = permit(kind, level, "2026-12-01T00:00");
    assert_eq!(of(vec![good, bad, late, undated, next]), Some(Rate { done: 1, total: 3 }));
}

#[test]
fn a_job_without_a_level_counts_wherever_it_may_belong_and_is_not_in_order() {
    let profile = Profile::default();
    let several = PermitKind::ALL.into_iter().find(|kind| kind.row().levels.len() > 1).unwrap();
    let counted = counting(vec![permit(several, "", "2026-11-03T08:00")], &profile, |counting| {
        counting.item(item(Count::DangerousJobs))
    });
    assert_eq!(counted, Some(Rate { done: 0, total: 1 }));
}

#[test]
fn the_jobs_of_an_area_stand_beside_its_risk_points() {
    let profile = Profile::default();
    let kind = PermitKind::ALL.into_iter().find(|kind| !kind.row().area.is_empty()).unwrap();
    let (area, level) = (kind.row().area, kind.row().levels[0].name);
    let span = Period::parse("2026-11").unwrap().span(Rhythm::default());
    let mut registers = Registers { permits: vec![permit(kind, level, "2026-11-03T08:00")], ..Registers::default() };
    let cell = |registers: &Registers, area: &str| {
        CountSources { registers, profile: &profile, span }.cell(area, TargetCode::P3)
    };
    assert_eq!(cell(&registers, area), Some(Rate { done: 1, total: 1 }));
    assert_eq!(cell(&registers, "elsewhere"), None);
    let point = RiskPoint {
        area: area.into(),
        ls: Some([Score(30), Score(30)]),
        measures: "专人监护".into(),
        owner: "某人".into(),
        checked_on: Day::parse("2026-11-20"),
        ..RiskPoint::default()
    };
    registers.risks = vec![point, RiskPoint { area: area.into(), ..RiskPoint::default() }];
    assert_eq!(cell(&registers, area), Some(Rate { done: 2, total: 3 }));
    registers.permits[0].starts_at = Moment::parse("2026-10-03T08:00");
    assert_eq!(cell(&registers, area), Some(Rate { done: 1, total: 2 }), "permits of another month are not counted");
}

#[test]
fn what_a_contractor_does_counts_for_its_kind_and_for_contractors() {
    let profile = Profile::default();
    let kind = PermitKind::ALL.into_iter().find(|kind| !kind.row().area.is_empty()).unwrap();
    let own = permit(kind, kind.row().levels[0].name, "2026-11-03T08:00");
    let theirs = Permit { contractor: "某检修公司".into(), ..own.clone() };
    let bad = Permit { in_order: false, ..theirs.clone() };
    let span = Period::parse("2026-11").unwrap().span(Rhythm::default());
    let cell = |permits: &[Permit], area: &str| {
        let registers = Registers { permits: permits.to_vec(), ..Registers::default() };
        CountSources { registers: &registers, profile: &profile, span }.cell(area, TargetCode::P3)
    };
    let all = [own.clone(), theirs, bad];
    assert_eq!(cell(&all, CONTRACTOR_AREA), Some(Rate { done: 1, total: 2 }));
    assert_eq!(cell(&all, kind.row().area), Some(Rate { done: 2, total: 3 }));
    assert_eq!(cell(&[own], CONTRACTOR_AREA), None, "what the enterprise does itself is none of theirs");
}
