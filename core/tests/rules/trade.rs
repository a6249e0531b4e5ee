//! The tables of the trade: whom they speak to.

use std::collections::BTreeSet;

use anziping_core::enterprise::{Enterprise, Profile};
use anziping_core::trade::{DAILY, DUTIES, FULL_TIME_OFFICER, HALF_YEARLY, LICENCES, POSTS, RISKS, When};

use crate::small::builtin;

fn profile(industry: &str, facts: &[&str]) -> Profile {
    let mut enterprise = Enterprise { industry: industry.into(), workers: "35".into(), ..Enterprise::default() };
    enterprise.facts = facts.iter().map(|fact| (*fact).to_owned()).collect();
    enterprise.profile(builtin())
}

fn of<'a>(profile: &Profile, rows: impl Iterator<Item = (&'a str, When)>) -> BTreeSet<&'a str> {
    rows.filter(|(_, when)| when.holds(profile)).map(|(said, _)| said).collect()
}

#[test]
fn a_quarry_has_posts_daily_work_and_risks_of_its_own_and_a_workshop_none_of_them() {
    let quarry = profile("mine", &["open_pit", "blasting", "crushing", "waste_dump", "below_grade"]);
    let workshop = profile("machinery", &[]);
    for (least, of_quarry, of_workshop) in [
        (
            8,
            of(&quarry, POSTS.iter().map(|post| (post.name, post.when))),
            of(&workshop, POSTS.iter().map(|post| (post.name, post.when))),
        ),
        (
            8,
            of(&quarry, DAILY.iter().map(|task| (task.what, task.when))),
            of(&workshop, DAILY.iter().map(|task| (task.what, task.when))),
        ),
        (
            8,
            of(&quarry, RISKS.iter().map(|risk| (risk.place, risk.when))),
            of(&workshop, RISKS.iter().map(|risk| (risk.place, risk.when))),
        ),
        (
            6,
            of(&quarry, DUTIES.iter().map(|duty| (duty.what, duty.when))),
            of(&workshop, DUTIES.iter().map(|duty| (duty.what, duty.when))),
        ),
    ] {
        assert!(of_quarry.is_superset(&of_workshop) && of_quarry.len() >= of_workshop.len() + least, "{of_quarry:?}");
    }
}

#[test]
fn a_mine_is_reminded_of_its_licences_whatever_its_industry() {
    let ids = |profile: &Profile| of(profile, LICENCES.iter().map(|licence| (licence.id, licence.when)));
    let works = ids(&profile("building_materials", &["quarrying", "open_pit", "blasting", "contractors"]));
    for id in ["mining", "safety_production", "blasting_unit", "contractor_safety_production", "slope_analysis"] {
        assert!(works.contains(id), "{id}");
    }
    assert_eq!(ids(&profile("machinery", &[])), ["plan_review"].into());
}

#[test]
fn who_drills_half_yearly_and_who_needs_a_full_time_officer_is_said_by_rules() {
    let shop = profile("commerce", &["public_place"]);
    assert!(HALF_YEARLY.holds(&shop) && !FULL_TIME_OFFICER.when.holds(&shop), "a market drills like a mine");
    assert!(!HALF_YEARLY.holds(&profile("commerce", &[])));
    assert!(FULL_TIME_OFFICER.when.holds(&profile("building_materials", &["quarrying"])));
}

#[test]
fn whoever_has_a_task_or_a_risk_in_hand_holds_a_post() {
    let is_called = |who: &str| POSTS.iter().any(|post| post.called.contains(&who));
    let all = DAILY.iter().map(|task| task.who).chain(RISKS.iter().map(|risk| risk.who));
    let nobodys: Vec<&str> = all.filter(|who| !is_called(who)).collect();
    assert!(nobodys.is_empty(), "posts.toml has no post that is called so: {nobodys:?}");
    let unused =
        |called: &&str| DAILY.iter().all(|task| task.who != *called) && RISKS.iter().all(|risk| risk.who != *called);
    let unused: Vec<&str> = POSTS.iter().flat_map(|post| post.called).copied().filter(unused).collect();
    assert!(unused.is_empty(), "nobody is called so in daily.toml or risks.toml: {unused:?}");
}
