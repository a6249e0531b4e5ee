//! The special ledgers: who keeps which, their days, and what they count.

use anziping_core::catalog::{ComputedFrom, Count, Item};
use anziping_core::edition::builtin;
use anziping_core::enterprise::Profile;
use anziping_core::register::{
    ConfinedSpace, Contractor, CountSources, DustCollector, LedgerDue, Registers, SpecialEquipment, SpecialLedger,
};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Rhythm};
use anziping_core::value::rate::Rate;

fn on(text: &str) -> Option<Day> {
    Some(Day::parse(text).unwrap())
}

fn equipment(id: &str, next_on: Option<Day>) -> SpecialEquipment {
    SpecialEquipment { id: id.into(), next_on, ..SpecialEquipment::default() }
}

fn contractor(id: &str) -> Contractor {
    Contractor { id: id.into(), qualified: true, ..Contractor::default() }
}

/// Counts of the registers for November 2026.
fn counted(registers: &Registers, count: Count) -> Option<Rate> {
    let is_it = |item: &&Item| item.computed.as_ref().is_some_and(|computed| computed.count == Some(count));
    let item = builtin::catalogue().unwrap().items().find(is_it).expect("an item of this count");
    let span = Period::parse("2026-11").unwrap().span(Rhythm::default());
    CountSources { registers, profile: &Profile::default(), span }.item(item)
}

#[test]
fn days_come_soonest_first_and_not_of_what_is_stopped_or_gone() {
    let cleaner = Contractor { valid_until: on("2027-03-01"), agreement_until: on("2026-12-31"), ..contractor("4") };
    let registers = Registers {
        equipment: vec![
            SpecialEquipment { stopped: true, ..equipment("2", on("2027-01-01")) },
            equipment("1", on("2027-03-01")),
            equipment("6", None),
        ],
        collectors: vec![DustCollector { id: "3".into(), next_on: on("2026-12-01"), ..DustCollector::default() }],
        contractors: vec![Contractor { id: "5".into(), left_on: on("2026-11-01"), ..cleaner.clone() }, cleaner],
        ..Registers::default()
    };
    let days = registers.ledger_days();
    let said: Vec<_> = days.iter().map(|one| (one.number, one.due, one.day.to_string())).collect();
    let expected = [
        ("3", LedgerDue::Cleaning, "2026-12-01"),
        ("4", LedgerDue::Agreement, "2026-12-31"),
        ("1", LedgerDue::Inspection, "2027-03-01"),
        ("4", LedgerDue::Licence, "2027-03-01"),
    ];
    assert_eq!(said, expected.map(|(number, due, day)| (number, due, day.to_owned())));
}

#[test]
fn a_ledger_is_kept_where_a_fact_asks_for_it_or_something_stands_in_it() {
    let kept = |profile: &Profile, registers: &Registers| {
        SpecialLedger::ALL.into_iter().filter(|one| one.is_kept(profile, registers)).collect::<Vec<_>>()
    };
    let none = Registers::default();
    assert_eq!(kept(&Profile::default(), &none), []);
    for (fact, ledger) in [
        ("confined_space", SpecialLedger::Spaces),
        ("special_equipment", SpecialLedger::Equipment),
        ("combustible_dust", SpecialLedger::Collectors),
        ("contractors", SpecialLedger::Contractors),
    ] {
        let profile = Profile { facts: [fact.to_owned()].into(), ..Profile::default() };
        assert_eq!(kept(&profile, &none), [ledger], "{fact}");
        assert!(ledger.row().when.names(fact) && !ledger.row().when.names("mine"), "{fact}: the page says why");
    }
    let some = Registers { spaces: vec![ConfinedSpace::default()], ..Registers::default() };
    assert_eq!(kept(&Profile::default(), &some), [SpecialLedger::Spaces], "what was typed is not hidden");
}

#[test]
fn equipment_in_use_counts_and_is_inspected_while_its_last_day_has_not_passed() {
    assert_eq!(Count::EquipmentInspected.source(), ComputedFrom::Equipment);
    let of = |equipment| counted(&Registers { equipment, ..Registers::default() }, Count::EquipmentInspected);
    let stopped = SpecialEquipment { stopped: true, ..equipment("4", on("2020-01-01")) };
    assert_eq!(of(vec![]), None);
    assert_eq!(of(vec![stopped.clone()]), None, "what is out of use is not counted");
    let all = [equipment("1", on("2026-11-30")), equipment("2", on("2026-11-29")), equipment("3", None), stopped];
    assert_eq!(of(all.into()), Some(Rate { done: 1, total: 3 }), "the last day still counts, no day does not");
}

#[test]
fn contractors_count_while_they_are_here_and_their_licences_were_found_to_fit() {
    assert_eq!(Count::ContractorsQualified.source(), ComputedFrom::Contractors);
    let of = |contractors| counted(&Registers { contractors, ..Registers::default() }, Count::ContractorsQualified);
    assert_eq!(of(vec![]), None);
    let all = vec![
        contractor("1"),
        Contractor { valid_until: on("2026-11-30"), ..contractor("2") },
        Contractor { valid_until: on("2026-11-29"), ..contractor("3") },
        Contractor { qualified: false, ..contractor("4") },
        Contractor { left_on: on("2026-11-01"), ..contractor("5") },
        Contractor { left_on: on("2026-10-31"), ..contractor("6") },
    ];
    assert_eq!(of(all), Some(Rate { done: 3, total: 5 }), "one that left before the month is not counted");
}

#[test]
fn an_inspection_is_asked_for_once_it_was_after_the_last_one() {
    let asked = |requested: &str, inspected| {
        SpecialEquipment { requested_on: on(requested), inspected_on: inspected, ..equipment("1", None) }.is_requested()
    };
    assert!(asked("2026-11-01", None) && asked("2026-11-01", on("2025-11-20")));
    assert!(!asked("2025-10-01", on("2025-11-20")), "that was for the last one");
}
