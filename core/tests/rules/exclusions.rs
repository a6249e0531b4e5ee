//! Each pair that excludes each other is told as it says, at the enterprise and at the desk.

use std::collections::BTreeSet;

use anziping_core::catalog::{Exclusion, FactGroup, Kind, Related, Said, Side};
use anziping_core::enterprise::{Enterprise, OfficerTime};
use anziping_core::month::answer::{Answer, Mark};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::contradiction::{Clash, Contradiction, contradictions};
use anziping_core::month::draft::MonthDraft;
use anziping_core::month::figures::MonthField;
use anziping_core::month::screening::{Finding, Screened};
use anziping_core::review::{Review, ReviewFinding};

use crate::small::{builtin, counted, day, demo_month, marked};

/// The demonstration as an enterprise that both answers of a pair concern.
fn concerned(exclusion: &Exclusion) -> (Enterprise, MonthDraft) {
    let (mut enterprise, draft) = demo_month();
    let of_group = |group: FactGroup| builtin().facts.iter().filter(move |fact| fact.group == group);
    let all: BTreeSet<String> =
        [FactGroup::Asked, FactGroup::Area].into_iter().flat_map(of_group).map(|fact| fact.id.clone()).collect();
    let area = |side: &Side| match builtin().related(&side.of) {
        Some(Related::Point(area, _) | Related::Counts(area, _)) => Some(area.fact.clone()),
        _ => None,
    };
    let needed: BTreeSet<String> = [area(&exclusion.one), area(&exclusion.other)].into_iter().flatten().collect();
    for industry in of_group(FactGroup::Industry) {
        for facts in [&all, &needed] {
            enterprise.industry.clone_from(&industry.id);
            enterprise.facts.clone_from(facts);
            enterprise.facts.insert("special_operations".into());
            let profile = Assessment::of_draft(builtin(), &enterprise, &draft).profile;
            let concerns = |side: &Side| match builtin().related(&side.of) {
                Some(Related::Item(item)) => item.applies.holds(&profile),
                Some(Related::Point(area, point)) => {
                    profile.facts.contains(&area.fact) && point.applies.holds(&profile)
                }
                Some(Related::Criterion(listed)) => listed.applies(&profile),
                _ => true,
            };
            if exclusion.when.holds(&profile) && concerns(&exclusion.one) && concerns(&exclusion.other) {
                return (enterprise, draft);
            }
        }
    }
    panic!("nobody is concerned by both of {exclusion:?}");
}

/// Has the month say this, or the opposite.
fn say(enterprise: &mut Enterprise, draft: &mut MonthDraft, Side { of, on }: &Side, holds: bool) {
    let confirmed = |answer: Answer| Answer { confirmed_on: Some(day("2026-11-20")), ..answer };
    let mark = match (on, holds) {
        (Said::Met, true) | (Said::Unmet | Said::No | Said::Unsure, false) => Mark::Yes,
        (Said::Unsure, true) => Mark::Unsure,
        _ => Mark::No,
    };
    let some = (*on == Said::Some) == holds;
    match builtin().related(of) {
        Some(Related::Item(item)) => {
            let answer = match (item.kind, mark) {
                (Kind::Ratio, Mark::Yes) => counted(2, 2),
                (Kind::Ratio, Mark::No) => counted(1, 2),
                _ => marked(mark),
            };
            draft.answers.insert(of.clone(), confirmed(answer));
        }
        Some(Related::Point(..)) => drop(draft.points.insert(of.clone(), confirmed(marked(mark)))),
        Some(Related::Criterion(_)) => {
            let finding = if (*on == Said::Clear) == holds { Finding::Clear } else { Finding::Suspected };
            let confirmed_on = Some(day("2026-11-20"));
            let defects = (1..=9).collect();
            let screened = Screened { finding: Some(finding), defects, confirmed_on, ..Screened::default() };
            draft.screening.insert(of.clone(), screened);
        }
        Some(Related::Month(name)) => {
            draft.month.set_text(MonthField::parse(name).unwrap(), if some { "1" } else { "0" }.into());
        }
        // The demonstration has a hazard that is overdue, and all of its hazards are in control.
        Some(Related::Ledger("uncontrolled")) if some => {
            draft.hazards.iter_mut().for_each(|hazard| hazard.owner.clear());
        }
        Some(Related::Ledger("overdue")) if some => {}
        Some(Related::Ledger(_)) if !some => draft.hazards.clear(),
        Some(Related::Fact(fact)) if fact.id == "part_time_officer" => {
            enterprise.officer_time = Some(if some { OfficerTime::PartTime } else { OfficerTime::FullTime });
        }
        other => panic!("the test cannot say {on:?} of {other:?}"),
    }
}

fn told(enterprise: &Enterprise, draft: &MonthDraft) -> Vec<Contradiction> {
    contradictions(&Assessment::of_draft(builtin(), enterprise, draft))
}

/// The pair as it is told.
fn pair(exclusion: &Exclusion) -> Contradiction {
    Contradiction {
        one: exclusion.one.of.clone(),
        other: exclusion.other.of.clone(),
        kind: Clash::Listed(exclusion.says.clone()),
        blocks: exclusion.blocks,
    }
}

/// Pairs that strangers signed beside each other without a word are listed.
///
/// The list may grow, and none of these may leave it.
#[test]
fn the_pairs_that_were_signed_beside_each_other_are_listed() {
    let listed = |one: &str, other: &str| {
        let mut pairs = builtin().exclusions.iter();
        pairs.any(|pair| pair.one.of == one && pair.other.of == other)
    };
    for (one, other) in [
        ("month.accidents", "month.deaths"),
        ("month.accidents", "month.serious_injuries"),
        ("S09", "ledger.uncontrolled"),
        ("S11", "ledger.uncontrolled"),
        ("C03", "ledger.overdue"),
        ("S06", "month.checks"),
        ("S08", "month.principal_checks"),
        ("Z03", "fact.part_time_officer"),
        ("X24", "GM10-7-5"),
        ("contractors.P3.1", "X19"),
        ("contractors.P2.1", "J09"),
        ("hot-work.P4.1", "X15"),
        ("combustible-dust.P4.3", "X43"),
    ] {
        assert!(listed(one, other), "{one} beside {other}");
    }
}

#[test]
fn each_pair_is_told_where_both_are_said_and_blocks_where_it_says_so() {
    for exclusion in &builtin().exclusions {
        let (mut enterprise, mut draft) = concerned(exclusion);
        say(&mut enterprise, &mut draft, &exclusion.other, true);
        say(&mut enterprise, &mut draft, &exclusion.one, true);
        let found = pair(exclusion);
        assert!(told(&enterprise, &draft).contains(&found), "{found:?}");
        let review = Review::of(&Assessment::of_draft(builtin(), &enterprise, &draft), &enterprise, &draft);
        let listed = |all: &[(_, ReviewFinding)]| {
            all.iter().any(|(_, finding)| *finding == ReviewFinding::Contradiction(found.clone()))
        };
        assert_eq!((listed(&review.problems), listed(&review.warnings)), (found.blocks, !found.blocks), "{found:?}");
        for (side, other) in [(&exclusion.one, &exclusion.other), (&exclusion.other, &exclusion.one)] {
            let (mut enterprise, mut draft) = (enterprise.clone(), draft.clone());
            say(&mut enterprise, &mut draft, side, false);
            assert!(!told(&enterprise, &draft).contains(&found), "{found:?} without {side:?} beside {other:?}");
        }
    }
}

#[test]
fn the_desk_finds_in_a_report_every_pair_that_the_enterprise_was_told() {
    for exclusion in &builtin().exclusions {
        let (mut enterprise, mut draft) = concerned(exclusion);
        say(&mut enterprise, &mut draft, &exclusion.other, true);
        say(&mut enterprise, &mut draft, &exclusion.one, true);
        let report = crate::reports::report_of(&enterprise, &draft);
        let at_the_desk = contradictions(&report.parts().assessment(builtin()));
        assert_eq!(at_the_desk, told(&enterprise, &draft), "{exclusion:?}");
    }
}

#[test]
fn the_desk_finds_a_failed_item_none_of_whose_criteria_is_suspected() {
    let (enterprise, mut draft) = demo_month();
    draft.answers.insert("X22".into(), marked(Mark::No));
    for screened in draft.screening.values_mut() {
        (screened.finding, screened.defects) = (Some(Finding::Clear), BTreeSet::new());
    }
    let told = told(&enterprise, &draft);
    assert!(told.iter().any(|found| found.kind == Clash::FailedWithoutSuspicion), "{told:?}");
    let report = crate::reports::report_of(&enterprise, &draft);
    assert_eq!(contradictions(&report.parts().assessment(builtin())), told);
}
