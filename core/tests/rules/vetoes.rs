//! One-vote veto: which bad answers are listed major hazards, and for whom.

use anziping_core::catalog::FactGroup;
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::Stage;
use anziping_core::month::answer::{Answer, Mark};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::score::total::{ScoreGrade, Scores};

use crate::small::{builtin, counted, day, demo_month, marked};

/// Returns whether this single answer vetoes for an enterprise of this industry and these facts.
fn vetoes(industry: &str, facts: &[&str], item: &str, answer: Answer) -> bool {
    let mut enterprise = Enterprise { industry: industry.into(), workers: "36".into(), ..Enterprise::default() };
    enterprise.facts = facts.iter().map(|fact| (*fact).to_owned()).collect();
    let mut draft = MonthDraft::new(crate::small::november(), anziping_core::edition::CatalogueRef::default());
    draft.answers.insert(item.into(), answer);
    let scores = Scores::of(&Assessment::of_draft(builtin(), &enterprise, &draft));
    assert!(scores.vetoes.iter().all(|vetoed| vetoed == item));
    !scores.vetoes.is_empty()
}

#[test]
fn x16_vetoes_only_when_list_and_sign_are_both_missing_in_a_poisonous_space() {
    let poisonous = ["confined_space", "poisoning_space"];
    assert!(vetoes("machinery", &poisonous, "X16", marked(Mark::No)));
    assert!(!vetoes("machinery", &poisonous, "X16", marked(Mark::Partly)));
    assert!(!vetoes("machinery", &["confined_space"], "X16", marked(Mark::No)));
    assert!(
        !vetoes("machinery", &["poisoning_space"], "X16", marked(Mark::No)),
        "the question is not asked without a confined space"
    );
}

#[test]
fn every_veto_begins_exactly_where_its_two_cases_say() {
    // The answers come from the check list; what is fired is the score's own rule.
    for item in builtin().items().filter(|item| item.veto.is_some()) {
        let veto = item.veto.as_ref().unwrap();
        for (case, expected) in [(&veto.fires, true), (&veto.does_not_fire, false)] {
            let case = case.as_ref().unwrap();
            let answer = match case.answer.as_str() {
                "yes" => marked(Mark::Yes),
                "partly" => marked(Mark::Partly),
                "no" => marked(Mark::No),
                counts => {
                    let (done, total) = counts.split_once('/').unwrap();
                    counted(done.parse().unwrap(), total.parse().unwrap())
                }
            };
            let industries = builtin().facts.iter().filter(|fact| fact.group == FactGroup::Industry);
            let industry = industries.map(|fact| fact.id.as_str()).find(|id| case.facts.iter().any(|fact| fact == id));
            let others: Vec<&str> =
                case.facts.iter().map(String::as_str).filter(|fact| Some(*fact) != industry).collect();
            // Whether a major hazard is open comes from the ledger, so S11 has a test of its own below.
            if item.id != "S11" {
                assert_eq!(
                    vetoes(industry.unwrap(), &others, &item.id, answer),
                    expected,
                    "{}: {}",
                    item.id,
                    case.found
                );
            }
        }
    }
}

#[test]
fn what_is_only_a_sign_of_a_major_hazard_does_not_veto() {
    let dust = ["combustible_dust"];
    assert!(!vetoes("machinery", &dust, "X23", marked(Mark::Partly)), "dust is seen, the cleaning is done");
    assert!(!vetoes("machinery", &["contractors"], "X20", marked(Mark::Partly)), "only the agreement is missing");
    assert!(!vetoes("building_materials", &["maintenance", "silo_entry"], "X18", counted(5, 6)), "another machine");
    assert!(!vetoes("mine", &["open_pit"], "X31", marked(Mark::Partly)), "steeper than designed, within a tenth");
    assert!(!vetoes("metallurgy", &["smelting"], "J03", marked(Mark::Partly)), "five months in office");
    assert!(!vetoes("mine", &["tailings"], "X06", marked(Mark::No)), "the criterion is of pits");
}

#[test]
fn nobody_has_a_veto_of_a_law_that_is_not_for_him() {
    // The page shows a veto where its rule holds and nowhere else.
    let vetoes_of = |industry: &str, facts: &[&str]| -> Vec<String> {
        let mut enterprise = Enterprise { industry: industry.into(), workers: "36".into(), ..Enterprise::default() };
        enterprise.facts = facts.iter().map(|fact| (*fact).to_owned()).collect();
        let profile = enterprise.profile(builtin());
        let items = builtin().items().filter(|item| item.applies.holds(&profile));
        let vetoes = items.filter_map(|item| item.veto.as_ref()).filter(|veto| veto.when.holds(&profile));
        vetoes.map(|veto| veto.criterion.clone()).collect()
    };
    let all =
        ["hot_work", "confined_space", "poisoning_space", "contractors", "special_operations", "combustible_dust"];
    let mut of_pit = all.to_vec();
    of_pit.extend(["open_pit", "waste_dump", "below_grade"]);
    let quarry = vetoes_of("mine", &of_pit);
    assert!(quarry.len() >= 8, "{quarry:?}");
    assert!(quarry.iter().all(|criterion| criterion.contains("露天矿山")), "{quarry:?}");
    let tailings = vetoes_of("mine", &["tailings", "contractors", "special_operations"]);
    assert_eq!(tailings, Vec::<String>::new(), "its criteria are not listed one by one");
    let workshop = vetoes_of("machinery", &all);
    assert!(workshop.len() >= 6 && workshop.iter().all(|criterion| criterion.starts_with("10号令")), "{workshop:?}");
}

#[test]
fn x20_vetoes_when_either_half_is_missing() {
    assert!(vetoes("machinery", &["contractors"], "X20", marked(Mark::No)));
    assert!(!vetoes("machinery", &["contractors"], "X20", marked(Mark::Yes)));
    assert!(!vetoes("mine", &["contractors", "open_pit"], "X20", marked(Mark::No)), "10号令 is not for mines");
}

#[test]
fn j03_vetoes_for_smelting_only() {
    assert!(vetoes("metallurgy", &["smelting"], "J03", marked(Mark::No)));
    assert!(!vetoes("mine", &["open_pit"], "J03", marked(Mark::No)));
    assert!(!vetoes("machinery", &["hazardous_goods"], "J03", marked(Mark::No)));
}

#[test]
fn x39_vetoes_for_building_materials_that_enter_silos() {
    assert!(vetoes("building_materials", &["silo_entry"], "X39", counted(5, 6)));
    assert!(!vetoes("building_materials", &["silo_entry"], "X39", counted(6, 6)));
    assert!(!vetoes("building_materials", &["maintenance"], "X39", counted(5, 6)), "it is not asked");
    assert!(!vetoes("machinery", &["silo_entry"], "X39", counted(5, 6)));
}

#[test]
fn one_worker_without_a_certificate_vetoes_even_where_the_score_rounds_to_full() {
    assert!(vetoes("machinery", &["special_operations"], "J07", counted(19_999, 20_000)));
    assert!(!vetoes("machinery", &["special_operations"], "J07", counted(0, 0)), "nobody needs one");
}

#[test]
fn what_is_not_known_does_not_veto_and_what_was_carried_over_does() {
    assert!(!vetoes("machinery", &["combustible_dust"], "X22", marked(Mark::Unsure)));
    assert!(!vetoes("machinery", &["combustible_dust"], "X22", marked(Mark::Na)));
    assert!(vetoes("machinery", &["combustible_dust"], "X22", Answer { carried: true, ..marked(Mark::No) }));
}

#[test]
fn the_cap_takes_the_grade_and_leaves_the_score() {
    let (enterprise, mut draft) = demo_month();
    draft.hazards.clear();
    for id in ["X20", "X22"] {
        draft.answers.insert(id.into(), marked(Mark::Yes));
    }
    let of = |draft: &MonthDraft| {
        let scores = Scores::of(&Assessment::of_draft(builtin(), &enterprise, draft));
        (scores.tenths().unwrap(), scores.is_capped(), scores.grade().unwrap())
    };
    let (free, capped, grade) = of(&draft);
    assert!(free.0 >= 900 && !capped && grade == ScoreGrade::Excellent, "{free}");
    draft.hazards.push(demo_month().1.hazards.into_iter().find(|hazard| hazard.is_major()).unwrap());
    draft.answers.remove("S11");
    assert!(of(&draft).1, "an open major hazard");
    assert_eq!(of(&draft).2, ScoreGrade::Fail);
    // Closed before the period ends, it no longer caps.
    draft.hazards[0].stage = Stage::Closed;
    draft.hazards[0].closed_on = Some(day("2026-11-30"));
    assert_eq!(of(&draft), (free, false, ScoreGrade::Excellent));
    // Closed after its end, it still does: the report is about the month.
    draft.hazards[0].closed_on = Some(day("2026-12-01"));
    assert!(of(&draft).1);
}

#[test]
fn a_major_hazard_without_all_five_fulfilments_is_asked_for_and_vetoes() {
    let (enterprise, mut draft) = demo_month();
    draft.answers.insert("S11".into(), marked(Mark::Partly));
    let scores = Scores::of(&Assessment::of_draft(builtin(), &enterprise, &draft));
    assert_eq!(scores.vetoes, ["X20", "X22", "S11"]);
}
