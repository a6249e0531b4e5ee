//! The overview of risk, counted by hand over three small reports; and the lines for other programs.

use anziping_core::enterprise::{Enterprise, RiskClass};
use anziping_core::month::answer::{Answer, Mark};
use anziping_core::month::draft::MonthDraft;
use anziping_core::office::desk::{Desk, Judged, Verdict};
use anziping_core::office::intake::{Checked, CheckedReport};
use anziping_core::office::ndjson::line;
use anziping_core::office::placed::{By, OfficeList, Places};
use anziping_core::office::risk_overview::{Movement, WorstItem, groups, habits, movements, worst_items};
use anziping_core::registry::Registry;
use anziping_core::registry::listed::ListedDetails;
use anziping_core::score::total::Tenths;

use crate::registry::registered;
use anziping_fixtures::sample::{
    CODES, Person, check, draft, enterprise, major_hazard, report, report_of, sign, today,
};

fn other() -> Enterprise {
    Enterprise {
        name: "福州示例木业".into(),
        uscc: CODES[1].into(),
        village: "东村".into(),
        risk_class: Some(RiskClass::D),
        ..enterprise()
    }
}

fn text_of(enterprise: &Enterprise, draft: &MonthDraft) -> String {
    let principal = Person::principal(1);
    sign(&report_of(enterprise, draft, &[&principal]), &[&principal])
}

fn of(enterprise: &Enterprise, draft: &MonthDraft) -> Checked {
    check(&text_of(enterprise, draft))
}

fn reports(inbox: &[Checked]) -> Vec<&CheckedReport> {
    inbox.iter().filter_map(Checked::report).collect()
}

/// The name of the only industry that the list of these enterprises knows.
fn industry(id: &str) -> Option<String> {
    (id == "machinery").then(|| "机械".to_owned())
}

#[test]
fn groups_are_counted_and_those_that_do_not_say_come_last() {
    let mut worse = draft(&other(), "2026-11");
    worse.hazards.push(major_hazard("2026-11"));
    let inbox = [of(&enterprise(), &draft(&enterprise(), "2026-11")), of(&other(), &worse)];
    let places = Places { listed: &OfficeList::new(), industry: &|_| None };
    let by_class = groups(By::Class, &reports(&inbox), &places);
    let rows: Vec<_> = by_class
        .iter()
        .map(|group| (group.key.as_str(), group.reports, group.failed, group.open, group.open_major))
        .collect();
    // Both have one hazard open; the second also a major one, which caps it.
    assert_eq!(rows, [("D", 1, 1, 2, 1), ("", 1, 0, 1, 0)]);
    let by_industry = groups(By::Industry, &reports(&inbox), &places);
    let both: Vec<_> = by_industry.iter().map(|group| (group.key.as_str(), group.reports, group.open)).collect();
    assert_eq!(both, [("machinery", 2, 3)]);
    let totals: Vec<Tenths> =
        reports(&inbox).iter().map(|report| report.recomputed.as_ref().unwrap().total.unwrap()).collect();
    let spread = by_industry[0].total.unwrap();
    assert_eq!(spread.lowest, *totals.iter().min().unwrap());
}

#[test]
fn groups_go_by_the_list_of_the_office_where_it_says_something() {
    let inbox = [&enterprise(), &other()].map(|one| of(one, &draft(one, "2026-11")));
    let of_other = reports(&inbox)[1].report.enterprise.clone();
    let details = ListedDetails {
        village: " 西村 ".into(),
        risk_class: "ｂ级".into(),
        industry: "机械加工".into(),
        ..ListedDetails::default()
    };
    let listed = OfficeList::from([(of_other.uscc.clone(), details)]);
    let places = Places { listed: &listed, industry: &industry };
    let keys =
        |by| -> Vec<String> { groups(by, &reports(&inbox), &places).into_iter().map(|group| group.key).collect() };
    assert_eq!(
        (keys(By::Village), keys(By::Class)),
        (vec!["西村".into(), String::new()], vec!["B".into(), String::new()])
    );
    let stated = By::ALL.map(|by| places.of(by, &of_other).stated.map(String::from));
    assert_eq!(stated, [Some("东村".into()), Some("D".into()), None], "机械 is how 机械加工 begins");
}

#[test]
fn the_item_that_most_enterprises_miss_comes_first() {
    let mut second = draft(&other(), "2026-11");
    second.answers.insert("Z08".into(), Answer { mark: Some(Mark::No), ..second.answers["Z08"].clone() });
    let inbox = [of(&enterprise(), &draft(&enterprise(), "2026-11")), of(&other(), &second)];
    let worst = worst_items(&reports(&inbox));
    // The sample answers one item with 部分 and one ratio with 3 of 4.
    let both: Vec<_> = worst.iter().filter(|item| item.short == 2).map(|item| item.zero).collect();
    assert_eq!(both, [0, 0]);
    assert_eq!(worst.last(), Some(&WorstItem { id: "Z08".into(), short: 1, zero: 1 }));
}

#[test]
fn items_excluded_by_hand_and_taken_over_are_shares_of_those_asked() {
    let mut second = draft(&other(), "2026-11");
    second.answers.insert(
        "Z08".into(),
        Answer { mark: Some(Mark::Na), reason: "没有员工".into(), ..second.answers["Z08"].clone() },
    );
    let inbox = [of(&enterprise(), &draft(&enterprise(), "2026-11")), of(&other(), &second)];
    let habits = habits(&reports(&inbox));
    assert_eq!(habits.len(), 1, "nothing to remark about the first");
    assert_eq!((habits[0].name.as_str(), habits[0].not_applicable, habits[0].carried), ("福州示例木业", 1, 0));
    let expected = (2000 + habits[0].asked) / (2 * habits[0].asked);
    assert_eq!(habits[0].not_applicable_share(), Tenths(expected));
}

#[test]
fn months_are_compared_enterprise_by_enterprise() {
    let october = [of(&enterprise(), &draft(&enterprise(), "2026-10"))];
    let mut fallen = draft(&enterprise(), "2026-11");
    fallen.answers.insert("Z08".into(), Answer { mark: Some(Mark::No), ..fallen.answers["Z08"].clone() });
    let november = [of(&enterprise(), &fallen), of(&other(), &draft(&other(), "2026-11"))];
    let total = |checked: &Checked| checked.report().unwrap().recomputed.as_ref().unwrap().total.unwrap();
    let moved = movements(&reports(&november), &reports(&october));
    let (before, now) = (total(&october[0]), total(&november[0]));
    assert!(now < before, "the sample fell");
    let uscc = november[0].report().unwrap().report.enterprise.uscc.clone();
    assert_eq!(moved, [Movement { uscc, name: "上海示例机械有限公司".into(), before, now }], "the second is new");
}

#[test]
fn a_line_carries_the_document_as_signed_and_what_was_found_out() {
    let principal = Person::principal(1);
    let text = sign(&report(&[&principal]), &[&principal]);
    let checked = check(&text);
    let judge = |registry: &Registry| {
        Desk { registry, expected: None, accepted: &[], today: today(), due_day: 0 }
            .verdicts(std::slice::from_ref(&checked))
            .remove(0)
    };
    let trusted = judge(&registered(&principal));
    assert_eq!(trusted.verdict, Verdict::Trusted);
    let line = line(&checked, &trusted, &format!("\u{feff}{text}")).unwrap().unwrap();
    assert!(!line.contains('\n'));
    let line: serde_json::Value = serde_json::from_str(&line).unwrap();
    let envelope: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(line["document"], envelope["document"]);
    assert_eq!(line["verdict"], "trusted");
    assert_eq!(line["computed"]["total"], envelope["document"]["declared"]["total"]);
    assert_eq!(line["signers"][0]["fingerprint"], principal.key_digits());
}

#[test]
fn what_nobody_answers_for_gives_no_line() {
    let checked = check("{}");
    let rejected = Judged { verdict: Verdict::Rejected, remarks: Vec::new() };
    assert_eq!(line(&checked, &rejected, "{}").unwrap(), None);
}
