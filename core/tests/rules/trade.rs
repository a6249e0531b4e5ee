//! The tables of the trade: whom they speak to.

use std::collections::BTreeSet;

use anziping_core::enterprise::{Enterprise, Profile};
use anziping_core::hazard::statistics::{Statistics, StatisticsValue};
use anziping_core::trade::{
    self, DAILY, DUTIES, FULL_TIME_OFFICER, HALF_YEARLY, LICENCES, POSTS, RISKS, STATISTICS, STATISTICS_DUE, When,
};
use anziping_core::value::rate::Rate;

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

#[test]
fn a_post_is_meant_by_its_name_alone_or_beside_a_name_and_by_no_other_word() {
    let meant = |who: &str| POSTS.iter().filter(|post| post.is_meant(who)).map(|post| post.name).collect::<Vec<_>>();
    let of = |called: &str| POSTS.iter().find(|post| post.name.contains(called)).unwrap().name;
    for who in ["车间主任", "车间主任王五", "王五（车间主任）", "二车间 车间主任", "一班班组长"]
    {
        assert_eq!(meant(who), [of("车间主任")], "{who}");
    }
    assert_eq!(meant("主要负责人"), [of("主要负责人")]);
    assert!(meant("特种设备安全员").contains(&of("安全生产管理人员")));
    assert_eq!(meant("电工、焊工"), [of("电工")]);
    for nobody in ["", "周四", "司机长", "、"] {
        assert_eq!(meant(nobody), <[&str; 0]>::default(), "{nobody}");
    }
}

#[test]
fn the_statutory_table_has_each_figure_once_and_its_paper_names_the_due_days() {
    let rows: Vec<_> = STATISTICS.iter().flat_map(|group| group.rows).collect();
    let figures: BTreeSet<String> = rows.iter().map(|row| format!("{:?}", row.figure)).collect();
    assert_eq!(figures.len(), rows.len(), "{figures:?}");
    assert!(STATISTICS.iter().all(|group| !group.basis.is_empty() && !group.rows.is_empty()));
    let duty = trade::paper("statistics").unwrap().duty;
    let days = [format!("下一季度{}日前", STATISTICS_DUE.quarter), format!("1月{}日前", STATISTICS_DUE.year)];
    assert!(days.iter().all(|day| duty.contains(day)), "{duty} {days:?}");
}

#[test]
fn a_row_of_the_statutory_table_prints_the_figure_that_it_names() {
    let mut counted = Statistics { yuan: 21_500, ..Statistics::default() };
    counted.general.closed = 2;
    counted.general.found = 3;
    counted.major.open = 4;
    counted.plans.contingency = 5;
    let value = |group: &str, what: &str| {
        let rows = STATISTICS.iter().find(|one| one.name == group).unwrap().rows;
        counted.value(rows.iter().find(|row| row.what == what).unwrap().figure)
    };
    assert_eq!(value("一般事故隐患", "本期整改销号"), StatisticsValue::Count(2));
    assert_eq!(value("一般事故隐患", "整改率"), StatisticsValue::Percent(Rate { done: 2, total: 3 }));
    assert_eq!(value("重大事故隐患", "期末未销号"), StatisticsValue::Count(4));
    assert_eq!(value("重大事故隐患治理方案", "落实安全措施和应急预案"), StatisticsValue::Count(5));
    assert_eq!(value("治理资金", "同上，以万元计"), StatisticsValue::TenThousandYuan(21_500));
}
