//! Enterprises are asked the questions that apply to them.

use std::collections::BTreeSet;

use anziping_core::catalog::FactGroup;
use anziping_core::edition::CatalogueRef;
use anziping_core::enterprise::Enterprise;
use anziping_core::month::answer::Status;
use anziping_core::month::assessment::{Applicability, Assessment};
use anziping_core::month::draft::MonthDraft;
use anziping_core::score::total::Scores;

use crate::small::{builtin, demo_month, november};

fn asked(enterprise: &Enterprise, draft: &MonthDraft) -> BTreeSet<String> {
    Assessment::of_draft(builtin(), enterprise, draft).items().map(|item| item.id.clone()).collect()
}

fn workers(number: &str) -> BTreeSet<String> {
    let enterprise = Enterprise { industry: "machinery".into(), workers: number.into(), ..Enterprise::default() };
    asked(&enterprise, &MonthDraft::new(november(), CatalogueRef::default()))
}

#[test]
fn with_100_workers_an_officer_is_enough_and_with_101_it_takes_a_full_time_one() {
    assert!(workers("100").contains("Z02") && !workers("100").contains("Z03"));
    assert!(workers("101").contains("Z03") && !workers("101").contains("Z02"));
}

#[test]
fn a_mine_needs_a_full_time_officer_whatever_its_size() {
    let mine = Enterprise { industry: "mine".into(), workers: "8".into(), ..Enterprise::default() };
    let asked = asked(&mine, &MonthDraft::new(november(), CatalogueRef::default()));
    assert!(asked.contains("Z03") && asked.contains("J03") && !asked.contains("Z02"));
}

#[test]
fn every_fact_that_is_asked_changes_something() {
    // It stands in a rule of an item, a criterion or another fact.
    let catalogue = builtin();
    for fact in catalogue
        .facts
        .iter()
        .filter(|fact| matches!(fact.group, FactGroup::Asked | FactGroup::MineKind | FactGroup::Month))
    {
        let rules = catalogue.items().flat_map(|item| {
            let veto = item.veto.iter().map(|veto| &veto.when);
            let lead = item.lead.iter().map(|lead| &lead.when);
            let cases = item.interval_when.iter().map(|case| &case.when);
            std::iter::once(&item.applies).chain(veto).chain(lead).chain(cases)
        });
        let criteria = catalogue.criteria().flat_map(|listed| [&listed.part.applies, &listed.criterion.applies]);
        let facts = catalogue.facts.iter().map(|fact| &fact.applies);
        let points = catalogue.points().map(|point| &point.applies);
        let used = rules.chain(criteria).chain(facts).chain(points).any(|rule| rule.facts().contains(fact.id.as_str()));
        assert!(used, "{} is asked for nothing", fact.id);
    }
    for area in &catalogue.areas {
        assert_eq!(catalogue.fact(&area.fact).map(|fact| fact.group), Some(FactGroup::Area), "{}", area.id);
    }
}

#[test]
fn every_asked_fact_makes_an_item_appear_or_disappear_in_some_works() {
    let catalogue = builtin();
    let industries: Vec<&str> =
        catalogue.facts.iter().filter(|fact| fact.group == FactGroup::Industry).map(|fact| fact.id.as_str()).collect();
    let others: BTreeSet<String> = catalogue
        .facts
        .iter()
        .filter(|fact| matches!(fact.group, FactGroup::Asked | FactGroup::Area | FactGroup::MineKind))
        .map(|fact| fact.id.clone())
        .collect();
    // These decide only whether a bad answer is a listed major hazard, or which criteria are compared.
    let without_items = ["poisoning_space", "listed_alarms", "tailings", "former_underground", "kept_pillars"];
    // The kinds of a thing take points and criteria away that concern other kinds.
    let kinds = [
        ["metal_dust", "wood_dust", "other_dust", "ammonia", "chlorine", "toxic_chemicals", "other_chemicals"],
        ["food_making", "liquor", "paper_making", "daily_glass", "daily_ceramics", "lithium_battery", "other_light"],
        [
            "cement",
            "glass_kiln",
            "other_building",
            "assessment_exempt",
            "no_piping_hot_work",
            "dry_sites",
            "no_tenants",
        ],
    ];
    for fact in &others {
        let changes = industries.iter().any(|industry| {
            [
                BTreeSet::new(),
                others
                    .iter()
                    .filter(|other| *other != fact && *other != "smelting" && *other != "hazardous_goods")
                    .cloned()
                    .collect(),
            ]
            .into_iter()
            .any(|mut facts: BTreeSet<String>| {
                let draft = MonthDraft::new(november(), CatalogueRef::default());
                let mut enterprise = Enterprise {
                    industry: (*industry).into(),
                    workers: "36".into(),
                    facts: facts.clone(),
                    ..Enterprise::default()
                };
                let before = asked(&enterprise, &draft);
                facts.insert(fact.clone());
                enterprise.facts = facts;
                asked(&enterprise, &draft) != before
            })
        });
        let without = without_items.contains(&fact.as_str()) || kinds.as_flattened().contains(&fact.as_str());
        assert_eq!(changes, !without, "{fact}");
    }
}

#[test]
fn a_mine_is_a_mine_whatever_its_industry() {
    let mut works = Enterprise { industry: "building_materials".into(), workers: "60".into(), ..Enterprise::default() };
    let draft = MonthDraft::new(november(), CatalogueRef::default());
    works.facts.insert("open_pit".into());
    assert!(!asked(&works, &draft).contains("X29"), "nobody said that it mines");
    works.facts.insert("quarrying".into());
    works.facts.insert("blasting".into());
    let mining = asked(&works, &draft);
    for id in ["Z03", "Z14", "J03", "X29", "K06", "K11", "Y08"] {
        assert!(mining.contains(id), "{id}");
    }
    let criteria = |id: &str| builtin().criterion(id).unwrap().applies(&works.profile(builtin()));
    assert!(criteria("NM88-OP-3") && criteria("GM10-6-7"), "both the pit and the works");
}

#[test]
fn each_of_the_five_foci_of_a_mine_has_its_questions() {
    let mut quarry = Enterprise { industry: "mine".into(), workers: "35".into(), ..Enterprise::default() };
    quarry.facts = ["open_pit", "blasting", "crushing", "waste_dump", "below_grade"].map(str::to_owned).into();
    let asked = asked(&quarry, &MonthDraft::new(november(), CatalogueRef::default()));
    let foci: [(&str, &[&str]); 5] = [
        ("安全管理", &["Z03", "Z14", "Z15", "J03", "K01", "X32", "Y08"]),
        ("技术管理", &["D02", "K02", "K03", "K04", "K05"]),
        ("边坡管理", &["X29", "X30", "K06", "K07", "K17", "K18", "K19"]),
        ("钻爆管理", &["K11", "K12", "K13", "K14", "X15"]),
        ("运输管理", &["X31", "K08", "K09", "K10", "K15"]),
    ];
    for (focus, ids) in foci {
        for id in ids {
            assert!(asked.contains(*id), "{focus}: {id}");
        }
    }
}

#[test]
fn people_who_live_above_a_workshop_are_asked_about_whatever_is_made_there() {
    let mut shop = Enterprise { industry: "textile".into(), workers: "12".into(), ..Enterprise::default() };
    let draft = MonthDraft::new(november(), CatalogueRef::default());
    let fire = [
        ("shared_building", "X33"),
        ("ebikes", "X34"),
        ("sandwich_panels", "X35"),
        ("crowded_workshop", "X36"),
        ("canteen_gas", "X37"),
    ];
    for (fact, id) in fire {
        assert!(!asked(&shop, &draft).contains(id), "{id}");
        shop.facts.insert(fact.into());
        assert!(asked(&shop, &draft).contains(id), "{id}");
    }
}

#[test]
fn facts_that_do_not_concern_an_enterprise_do_not_hold_for_it() {
    let mut shop = Enterprise { industry: "machinery".into(), workers: "36".into(), ..Enterprise::default() };
    shop.facts.extend(["blasting".into(), "wet_collector".into(), "poisoning_space".into()]);
    assert_eq!(shop.profile(builtin()).facts, ["machinery".to_owned()].into());
    shop.facts.insert("combustible_dust".into());
    assert!(shop.profile(builtin()).facts.contains("wet_collector"));
}

#[test]
fn answers_of_items_that_disappear_come_back_with_them() {
    let (mut enterprise, draft) = demo_month();
    let before = Scores::of(&Assessment::of_draft(builtin(), &enterprise, &draft));
    let facts = enterprise.facts.clone();
    enterprise.facts.remove("combustible_dust");
    let without = Assessment::of_draft(builtin(), &enterprise, &draft);
    let x22 = builtin().item("X22").unwrap();
    assert!(
        matches!(without.applicability(x22), Applicability::Excluded(terms) if !terms.is_empty()),
        "and the page can say why"
    );
    assert_ne!(without.status(x22), Status::Unanswered, "the answer is kept");
    assert_eq!(Scores::of(&without).vetoes, ["X20"]);
    enterprise.facts = facts;
    assert_eq!(Scores::of(&Assessment::of_draft(builtin(), &enterprise, &draft)), before);
}

#[test]
fn s11_is_asked_while_a_major_hazard_is_open() {
    let (enterprise, mut draft) = demo_month();
    assert!(asked(&enterprise, &draft).contains("S11"));
    draft.hazards.retain(|hazard| !hazard.is_major());
    assert!(!asked(&enterprise, &draft).contains("S11"));
}

#[test]
fn kinds_of_mine_count_for_mines_only() {
    let mut enterprise = Enterprise { industry: "mine".into(), workers: "20".into(), ..Enterprise::default() };
    enterprise.facts.insert("open_pit".into());
    let draft = MonthDraft::new(november(), CatalogueRef::default());
    assert!(asked(&enterprise, &draft).contains("X29"));
    enterprise.industry = "machinery".into();
    assert!(!asked(&enterprise, &draft).contains("X29"), "the mark stays, without effect");
    assert!(enterprise.facts.contains("open_pit") && !enterprise.profile(builtin()).facts.contains("open_pit"));
}

#[test]
fn a_fact_of_the_month_is_asked_of_the_month() {
    let (mut enterprise, mut draft) = demo_month();
    draft.month.facts.clear();
    enterprise.facts.insert("transfers".into());
    assert!(!asked(&enterprise, &draft).contains("J06"), "not of the enterprise");
    draft.month.facts.insert("transfers".into());
    assert!(asked(&enterprise, &draft).contains("J06"));
    draft.month.facts.insert("mine".into());
    assert!(!asked(&enterprise, &draft).contains("X32"), "a month does not change the industry");
}
