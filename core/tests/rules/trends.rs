//! Twelve months, and what has changed since the one before.

use anziping_core::catalog::Kind;
use anziping_core::document::report::Declared;
use anziping_core::edition::CatalogueRef;
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::{Hazard, Stage};
use anziping_core::month::answer::Mark;
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::trend::{Direction, MONTHS, MonthChanges, TrendMonth, oldest_open, standings, year};
use anziping_core::value::period::Period;
use anziping_core::value::rate::Rate;

use super::small::{builtin, catalogue, counted, day, demo_month, item, marked, november};

#[test]
fn a_year_ends_with_the_month_asked_for_and_shows_its_gaps() {
    let (enterprise, draft) = demo_month();
    let declared = Declared::of(&Assessment::of_draft(builtin(), &enterprise, &draft));
    let months =
        ["2025-11", "2026-03", "2026-11"].map(|text| TrendMonth::of(Period::parse(text).unwrap(), true, &declared));
    let year = year(months.to_vec(), november());
    assert_eq!(year.len(), MONTHS);
    assert_eq!((year[0].0.to_string(), year[11].0.to_string()), ("2025-12".into(), "2026-11".into()));
    let known: Vec<String> =
        year.iter().filter(|(_, month)| month.is_some()).map(|(period, _)| period.to_string()).collect();
    assert_eq!(known, ["2026-03", "2026-11"], "2025-11 is more than a year ago");
}

#[test]
fn rates_of_a_month_are_sums_over_its_areas() {
    let (enterprise, draft) = demo_month();
    let month = TrendMonth::of(november(), false, &Declared::of(&Assessment::of_draft(builtin(), &enterprise, &draft)));
    // Worked out by hand from the demo's seven areas: 6+5+5+4+7+4+3; 5+6+4+3+(4 of 5)+6+6; 21+(3 of 4)+(8 of 9)+(4 of
    // 5)+(5 of 6)+6+(1 of 2).
    assert_eq!(month.rates[0], Some(Rate { done: 34, total: 34 }));
    assert_eq!(month.rates[1], Some(Rate { done: 34, total: 35 }));
    assert_eq!(month.rates[2], Some(Rate { done: 48, total: 53 }));
    assert_eq!((month.ledger.added, month.ledger.closed, month.ledger.open), (5, 3, 5));
}

#[test]
fn better_worse_and_no_longer_asked_are_told_apart_and_what_was_open_says_nothing() {
    let items = ["A01", "A02", "A03", "A04", "A05"].map(|id| item(id, Kind::Level, 1));
    let mut items = items.to_vec();
    items.push(item("A06", Kind::Ratio, 1));
    let catalogue = catalogue(&[(100, items)]);
    let of = |answers: &[(&str, anziping_core::month::answer::Answer)]| {
        let mut draft = MonthDraft::new(november(), CatalogueRef::default());
        draft.answers = answers.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect();
        standings(&Assessment::of_draft(&catalogue, &Enterprise::default(), &draft))
    };
    let before = of(&[
        ("A01", marked(Mark::Partly)),
        ("A02", marked(Mark::Yes)),
        ("A03", marked(Mark::No)),
        ("A04", marked(Mark::Unsure)),
        ("A06", counted(9, 10)),
    ]);
    let now = of(&[
        ("A01", marked(Mark::Yes)),
        ("A02", marked(Mark::Partly)),
        ("A03", marked(Mark::Na)),
        ("A04", marked(Mark::Yes)),
        ("A05", marked(Mark::No)),
        ("A06", counted(8, 10)),
    ]);
    assert_eq!(before["A04"], Direction::Open);
    let changes = MonthChanges::between(&before, &now);
    assert_eq!(changes.improved, ["A01"]);
    assert_eq!(changes.worse, ["A02", "A06"]);
    assert_eq!(changes.newly_not_applicable, ["A03"]);
}

#[test]
fn the_oldest_open_hazards_come_first_and_closed_ones_not_at_all() {
    let hazard =
        |id: &str, found: &str, stage| Hazard { id: id.into(), found_on: Some(day(found)), stage, ..Hazard::default() };
    let hazards = [
        hazard("b", "2026-11-01", Stage::Found),
        hazard("a", "2026-09-30", Stage::Rectifying),
        hazard("c", "2026-01-01", Stage::Closed),
        hazard("d", "2026-11-29", Stage::Found),
    ];
    let aged = oldest_open(&hazards, day("2026-11-30"), 2);
    assert_eq!(
        aged.iter().map(|(hazard, days)| (hazard.id.as_str(), *days)).collect::<Vec<_>>(),
        [("a", 61), ("b", 29)]
    );
}
