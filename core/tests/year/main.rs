//! Twelve months of a mine and of a machine shop.
//!
//! Every figure is checked against books kept beside the program.
//!
//! The books know what happened (who answered what when, which hazard was opened and closed when) and count with code
//! of their own.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `answers` | the answers of a year: given in the draft as the page gives them, and written down in the books |
//! | `books` | what the books say about a month |
//! | `hazards` | the hazards of a year: every move is made in the draft and written down in the books |
//! | `staff` | the people of a year: certificates run out and are renewed, somebody begins and is trained late |

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod answers;
mod books;
mod hazards;
mod staff;

use std::collections::BTreeSet;

use anziping_core::catalog::{Catalogue, TargetCode};
use anziping_core::document::SignedDocument;
use anziping_core::document::report::{Declared, MonthlyReport, Signing};
use anziping_core::edition::{CatalogueRef, builtin};
use anziping_core::enterprise::{Enterprise, OfficerTime};
use anziping_core::hazard::doubt::{SeenMonth, SignedCounts, StatisticsDoubt};
use anziping_core::hazard::statistics::{Statistics, Stretch, newest_of_each};
use anziping_core::hazard::{Hazard, Ledger};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::review::{Review, ReviewFinding};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Span};
use anziping_core::value::timestamp::Timestamp;

use crate::answers::Replies;
use crate::books::{Facts, Known};
use crate::hazards::{Life, Pit};
use crate::staff::Staff;

/// The differences between the two enterprises.
struct Firm {
    industry: &'static str,
    facts: &'static [&'static str],
    workers: u32,
    /// When the facts change: month of the year, fact that comes, fact that goes, workers from then on.
    change: (u8, &'static str, &'static str, u32),
    /// Last day of the month, or 0 for the calendar month.
    cut_off: u8,
}

const SHOP: Firm = Firm {
    industry: "machinery",
    facts: &[
        "hot_work",
        "lifting",
        "combustible_dust",
        "special_equipment",
        "special_operations",
        "occupational_hazards",
    ],
    workers: 36,
    change: (5, "confined_space", "combustible_dust", 120),
    cut_off: 0,
};

const MINE: Firm = Firm {
    industry: "mine",
    facts: &["open_pit", "hot_work", "maintenance", "contractors", "special_operations", "occupational_hazards"],
    workers: 58,
    change: (8, "dormitory", "contractors", 44),
    cut_off: 25,
};

/// The list without counts that come from other pages.
///
/// The books know typed answers only, and the screening has tests of its own.
fn typed_by_hand(builtin: &Catalogue) -> Catalogue {
    let mut catalogue = builtin.clone();
    for item in catalogue.elements.iter_mut().flat_map(|element| &mut element.items) {
        item.computed.take_if(|computed| computed.is_given());
    }
    catalogue
}

/// The second edition of the check list, in force from July.
///
/// One question less, one with another weight.
fn second_edition(first: &Catalogue) -> Catalogue {
    let mut second = first.clone();
    second.version = "2027.07".into();
    second.elements[3].items.retain(|item| item.id != "X05");
    second.elements[4].items[0].weight = 6 - second.elements[4].items[0].weight;
    second
}

fn reference(catalogue: &Catalogue, digit: char) -> CatalogueRef {
    CatalogueRef { id: catalogue.id.clone(), version: catalogue.version.clone(), sha256: digit.to_string().repeat(64) }
}

fn enterprise(firm: &Firm) -> Enterprise {
    let mut enterprise = Enterprise {
        name: "某厂".into(),
        uscc: "91320000DEM0000368".into(),
        industry: firm.industry.into(),
        workers: firm.workers.to_string(),
        principal: hazards::PRINCIPAL.into(),
        officer: "安全员".into(),
        officer_time: Some(OfficerTime::FullTime),
        facts: firm.facts.iter().map(|fact| (*fact).to_owned()).collect(),
        ..Enterprise::default()
    };
    enterprise.rhythm.cut_off = firm.cut_off;
    enterprise
}

/// The first and last day of a month by its cut-off day, reckoned by hand.
fn days(year: i32, month: u8, cut_off: u8) -> (Day, Day) {
    let (from_year, before) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    if cut_off == 0 {
        let first = Day::new(year, month, 1).unwrap();
        let next = if month == 12 { Day::new(year + 1, 1, 1) } else { Day::new(year, month + 1, 1) };
        return (first, next.unwrap().plus(-1));
    }
    (Day::new(from_year, before, cut_off).unwrap().plus(1), Day::new(year, month, cut_off).unwrap())
}

/// Lives through the year; gives what the year must have contained to prove anything.
fn live(firm: &Firm) -> BTreeSet<&'static str> {
    let (first, mut seen) = (&typed_by_hand(builtin::catalogue().unwrap()), BTreeSet::new());
    let second = second_edition(first);
    let mut enterprise = enterprise(firm);
    let mut draft = MonthDraft::new(Period::parse("2027-01").unwrap(), reference(first, '1'));
    let (mut replies, mut pit) = (Replies::default(), Pit::new(firm.industry.len() as u64));
    let mut staff = Staff::new(firm.industry);
    let (mut open_before, mut months, mut signed) = (0, Vec::new(), Vec::new());
    for month in 1..=12_u8 {
        let catalogue = if month < 7 { first } else { &second };
        if month == firm.change.0 {
            enterprise.facts.insert(firm.change.1.into());
            enterprise.facts.remove(firm.change.2);
            enterprise.workers = firm.change.3.to_string();
            seen.insert("facts changed");
        }
        let (from, to) = days(2027, month, firm.cut_off);
        let facts = Facts::of(&enterprise, &pit.open_major(from));
        if month > 1 {
            draft =
                draft.following(catalogue, reference(catalogue, if month < 7 { '1' } else { '2' }), &enterprise, None);
            replies.turn(catalogue, &facts, from);
            let begun: Vec<_> =
                draft.answers.iter().map(|(id, answer)| (id.as_str(), answer.carried, answer.confirmed_on)).collect();
            let booked: Vec<_> =
                replies.0.iter().map(|(id, reply)| (id.as_str(), reply.carried, Some(reply.looked))).collect();
            assert_eq!(begun, booked, "{} {}: what the month begins with", firm.industry, draft.period);
        }
        pit.live_through(&mut draft, from, to, &mut seen);
        let facts = Facts::of(&enterprise, &pit.open_major(to));
        staff.live_through(to, &mut seen);
        replies.give(&mut draft, catalogue, &facts, month, (from, to), &mut seen);
        staff.check(&Assessment::of_draft(catalogue, &enterprise, &draft), &mut seen);

        let known = Known::of(catalogue, &facts, &replies, &pit, from, to);
        check(firm, catalogue, &enterprise, &draft, &known, open_before);
        open_before = known.ledger.open;
        let days = Span { from, to };
        let said = SignedCounts::Of(Ledger::of(&draft.hazards, days), days);
        signed.push(SeenMonth { period: draft.period, is_here: true, is_signed: true, said });
        months.push(draft.hazards.clone());
    }
    months.reverse();
    let hazards = newest_of_each(months);
    check_statistics(firm, &hazards, &pit);
    let year = Stretch::Year(2027).span().unwrap();
    let doubts = StatisticsDoubt::all(&hazards, year, &signed, year.to.plus(1));
    assert_eq!(doubts, [], "{}: no month is said to differ that was not touched again", firm.industry);
    seen
}

/// The statutory tables of the quarters and of the year, against the books.
fn check_statistics(firm: &Firm, hazards: &[Hazard], pit: &Pit) {
    for quarter in 0..=4_u8 {
        let (stretch, first, last) = match quarter {
            0 => (Stretch::Year(2027), 1, 12),
            quarter => (Stretch::Quarter(2027, quarter), quarter * 3 - 2, quarter * 3),
        };
        let (from, to) = (days(2027, first, 0).0, days(2027, last, 0).1);
        let counted = Statistics::of(hazards, stretch.span().unwrap());
        for (major, counts) in [(false, counted.general), (true, counted.major)] {
            let booked = books::ledger(pit.lives.iter().filter(|life| life.major == major), from, to);
            let booked = (booked.carried, booked.added, booked.closed, booked.open);
            let counts = (counts.carried, counts.found, counts.closed, counts.open);
            assert_eq!(counts, booked, "{} {}, major: {major}", firm.industry, stretch.code());
        }
        let at_work = |life: &&Life| {
            let was_open =
                |(opened, closed): &(Day, Option<Day>)| *opened <= to && closed.is_none_or(|day| day >= from);
            life.major && life.stretches.iter().any(was_open)
        };
        assert_eq!(counted.plans.hazards as usize, pit.lives.iter().filter(at_work).count(), "{}", stretch.code());
    }
}

fn check(
    firm: &Firm,
    catalogue: &Catalogue,
    enterprise: &Enterprise,
    draft: &MonthDraft,
    known: &Known,
    open_before: u32,
) {
    let at = format!("{} {}", firm.industry, draft.period);
    let assessment = Assessment::of_draft(catalogue, enterprise, draft);
    let declared = Declared::of(&assessment);
    assert_eq!((assessment.span.from, assessment.span.to), (known.from, known.to), "{at}: the days");
    let ledger = &declared.ledger;
    let counted = books::Ledger {
        carried: ledger.carried,
        added: ledger.added,
        closed: ledger.closed,
        open: ledger.open,
        open_major: ledger.open_major,
        due: ledger.due,
        due_on_time: ledger.due_on_time,
        overdue: ledger.overdue,
        reopened: ledger.reopened,
    };
    assert_eq!(counted, known.ledger, "{at}: the ledger");
    assert_eq!(known.ledger.carried, open_before, "{at}: what was open is carried");
    assert_eq!(
        known.ledger.carried + known.ledger.added - known.ledger.closed,
        known.ledger.open,
        "{at}: the identity"
    );
    assert_eq!(declared.total.map(|total| total.0), known.tenths, "{at}: the score");
    assert_eq!(declared.capped, known.ledger.open_major > 0 || !known.vetoes.is_empty(), "{at}: the cap");
    assert_eq!(declared.vetoes, known.vetoes, "{at}: the vetoes");
    assert_eq!(
        (declared.asked, declared.confirmed, declared.carried),
        (known.asked, known.confirmed, known.carried),
        "{at}: looked at and carried"
    );
    let fourth = declared.targets.iter().filter(|target| target.code == TargetCode::P4);
    let fourth: Vec<_> =
        fourth.map(|target| (target.area.clone(), target.rate.unwrap().done, target.rate.unwrap().total)).collect();
    assert_eq!(fourth, known.fourth, "{at}: the fourth target by area");

    let findings = Review::of(&assessment, enterprise, draft);
    assert!(!findings.problems.iter().any(|(_, finding)| *finding == ReviewFinding::LedgerDoesNotAddUp), "{at}");
    let signing = Signing {
        sealed_at: Timestamp::of_clock(known.to, [8, 0, 0], 480).unwrap(),
        statement: "已审阅".into(),
        app_version: "0".into(),
        signers: vec![],
    };
    let report = MonthlyReport::of_draft(catalogue, enterprise, draft, signing).unwrap();
    assert_eq!(report.check(), Ok(()), "{at}");
    assert_eq!(
        Declared::of(&report.parts().assessment(catalogue)),
        declared,
        "{at}: the office computes the same from the file"
    );
}

#[test]
fn the_year_of_a_machine_shop_adds_up_every_month() {
    assert_eq!(live(&SHOP), expected());
}

#[test]
fn the_year_of_a_mine_adds_up_every_month() {
    assert_eq!(live(&MINE), expected());
}

/// A year without these would prove little.
fn expected() -> BTreeSet<&'static str> {
    let of_people = BTreeSet::from(staff::SEEN);
    let of_hazards_and_answers = BTreeSet::from([
        "facts changed",
        "hazard opened",
        "major hazard",
        "acceptance rejected",
        "hazard closed",
        "closed late",
        "hazard reopened",
        "carried answer confirmed",
        "carried answer left",
        "not applicable by hand",
        "no case",
    ]);
    &of_people | &of_hazards_and_answers
}
