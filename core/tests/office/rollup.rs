//! Reports added up, computed by hand.

use std::collections::BTreeMap;

use anziping_core::catalog::TargetCode;
use anziping_core::document::report::MonthlyReport;
use anziping_core::enterprise::Enterprise;
use anziping_core::exchange::csv;
use anziping_core::hazard::{Hazard, Stage};
use anziping_core::office::desk::{Desk, Judged, Remark, Verdict};
use anziping_core::office::intake::Checked;
use anziping_core::office::missing::{Absent, Came, Expected, RollCall};
use anziping_core::office::placed::{By, OfficeList, Places};
use anziping_core::office::reports_table::{Beside, ReportColumn, Words, reports_table};
use anziping_core::office::rollup::{Grades, HazardTotals, MajorHazard, RollUp, TargetCount};
use anziping_core::registry::Registry;
use anziping_core::registry::listed::ListedDetails;
use anziping_core::score::total::{ScoreGrade, Tenths};
use anziping_core::seal::Sha256;
use anziping_core::value::day::Day;
use anziping_core::value::uscc::UnifiedCode;

use crate::registry::registered;
use anziping_fixtures::sample::{
    CODES, Person, check, day, draft, enterprise, foreign_catalogue, major_hazard, period, report, report_of, sign,
    time, today,
};

fn second_enterprise() -> Enterprise {
    Enterprise {
        name: "=福建示例厂".into(),
        uscc: CODES[1].into(),
        facts: ["hot_work"].map(String::from).into(),
        ..enterprise()
    }
}

/// One report of the sample enterprise and one of a second with an open major hazard, by two keys.
fn two_reports(first: &Person, second: &Person) -> [Checked; 2] {
    let mut other = draft(&second_enterprise(), "2026-11");
    other.hazards.push(major_hazard("2026-11"));
    let closed_on = Some(day("2026-11-20"));
    other.hazards.push(Hazard { id: "2026-11-10".into(), stage: Stage::Closed, closed_on, ..major_hazard("2026-11") });
    let other = report_of(&second_enterprise(), &other, &[second]);
    [check(&sign(&report(&[first]), &[first])), check(&sign(&other, &[second]))]
}

fn both_registered(people: [&Person; 2], inbox: &[Checked; 2]) -> Registry {
    let mut registry = registered(people[0]);
    let second = second_enterprise();
    let digits = people[1].form_named(&second.uscc, &second.name, None);
    registry.register(inbox[1].offer(), &digits, day("2026-12-01"), "2").unwrap();
    registry
}

/// The enterprises of a registry, of whom nothing was taken in yet.
fn all_of(registry: &Registry) -> Expected<'_> {
    Expected { registry, accepted: &[], excused: &[] }
}

fn judge(registry: &Registry, inbox: &[Checked]) -> Vec<Judged> {
    Desk { registry, expected: None, accepted: &[], today: today(), due_day: 0 }.verdicts(inbox)
}

#[test]
fn two_trusted_reports_add_up() {
    let people = [Person::principal(1), Person::principal(2)];
    let inbox = two_reports(&people[0], &people[1]);
    let registry = both_registered([&people[0], &people[1]], &inbox);
    let sums = RollUp::of(period("2026-11"), &inbox, &judge(&registry, &inbox), &all_of(&registry));
    assert_eq!((sums.trusted.reports, sums.trusted.without_figures, sums.unregistered.reports), (2, 0, 0));
    assert_eq!(sums.absent, []);
    // The first has a score of above 90; the second is capped by its major hazard.
    assert_eq!(sums.trusted.grades, Grades { excellent: 1, pass: 0, fail: 1, none: 0 });
    // Each: one hazard open and overdue, one closed; the second also a major one, due on 11 December, and one closed on
    // the 20th.
    assert_eq!(sums.trusted.hazards, HazardTotals { open: 3, open_major: 1, overdue: 2, added: 6, closed: 3 });
    let major = MajorHazard {
        uscc: UnifiedCode::parse(CODES[1]).unwrap(),
        enterprise: "=福建示例厂".into(),
        id: "2026-11-09".into(),
        place: "打磨间".into(),
        description: "除尘器未设泄爆".into(),
        deadline: Some(day("2026-12-11")),
        overdue: false,
    };
    assert_eq!(sums.trusted.major_hazards, [major]);
    // P4 of 动火 is missed by both (an overdue hazard), P1 reached by both; only one has 吊装, where nothing was due.
    let count = |code, met, total| TargetCount { code, met, total };
    let hot_work = &sums.trusted.targets["hot-work"];
    assert_eq!((hot_work[0], hot_work[3]), (count(TargetCode::P1, 2, 2), count(TargetCode::P4, 0, 2)));
    assert_eq!(sums.trusted.targets["lifting"][3], count(TargetCode::P4, 1, 1));
    let scores: Vec<Tenths> =
        inbox.iter().map(|checked| checked.report().unwrap().report.declared.total.unwrap()).collect();
    let total = sums.trusted.total.unwrap();
    assert_eq!((total.count, total.lowest), (2, *scores.iter().min().unwrap()));
    assert_eq!(total.mean.0, (scores[0].0 + scores[1].0).div_ceil(2));
    assert_eq!(sums.trusted.elements.keys().copied().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn unregistered_reports_are_added_up_apart_and_their_enterprises_stay_missing() {
    let people = [Person::principal(1), Person::principal(2)];
    let inbox = two_reports(&people[0], &people[1]);
    let mut registry = registered(&people[0]);
    let second = UnifiedCode::parse(CODES[1]).unwrap();
    registry.enrol(&second, "福建示例厂");
    let sums = RollUp::of(period("2026-11"), &inbox, &judge(&registry, &inbox), &all_of(&registry));
    assert_eq!((sums.trusted.reports, sums.unregistered.reports), (1, 1));
    assert_eq!(sums.unregistered.hazards.open_major, 1);
    let (standing, came) = (RollCall::Uncounted, Came::Unregistered);
    assert_eq!(sums.absent, [Absent { uscc: second, name: "福建示例厂".into(), standing, came }]);
    let december = RollUp::of(period("2026-12"), &inbox, &judge(&registry, &inbox), &all_of(&registry));
    assert_eq!((december.trusted.reports, december.count(|standing| standing == RollCall::NotSent)), (0, 2));
}

#[test]
fn what_a_report_declares_about_itself_does_not_enter() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let honest = report(&[&principal]);
    let mut boast = honest.clone();
    boast.declared.total = Some(Tenths(1000));
    boast.declared.ledger.overdue = 0;
    let inbox = [check(&sign(&boast, &[&principal]))];
    let sums = RollUp::of(period("2026-11"), &inbox, &judge(&registry, &inbox), &all_of(&registry));
    assert_eq!(sums.trusted.total.unwrap().mean, honest.declared.total.unwrap());
    assert_eq!(sums.trusted.hazards.overdue, 1);

    boast.catalogue = foreign_catalogue();
    let inbox = [check(&sign(&boast, &[&principal]))];
    let sums = RollUp::of(period("2026-11"), &inbox, &judge(&registry, &inbox), &all_of(&registry));
    assert_eq!((sums.trusted.reports, sums.trusted.without_figures, sums.trusted.total), (1, 1, None));
}

struct Plain;

/// The table of files at a desk that knows this besides them.
fn table(
    inbox: &[Checked],
    registry: &Registry,
    accepted: &BTreeMap<Sha256, Option<Day>>,
    listed: &OfficeList,
    notes: &BTreeMap<Sha256, String>,
) -> Vec<Vec<String>> {
    let places = Places { listed, industry: &|id| Some(id.to_uppercase()) };
    reports_table(inbox, &judge(registry, inbox), &Beside { accepted, registry, places, notes }, &Plain)
}

impl Words for Plain {
    fn column(&self, column: ReportColumn) -> String {
        format!("{column:?}")
    }

    fn verdict(&self, verdict: &Verdict) -> String {
        verdict.code().into()
    }

    fn grade(&self, grade: ScoreGrade) -> String {
        format!("{grade:?}")
    }

    fn stated(&self, by: By, said: &str) -> String {
        format!("{by:?} {said}")
    }

    fn remark(&self, remark: &Remark) -> String {
        format!("{remark:?}")
    }

    fn statements(&self, statements: &[String]) -> String {
        statements.join("；")
    }

    fn claimed(&self, name: &str) -> String {
        format!("?{name}")
    }
}

#[test]
fn a_file_that_does_not_count_is_listed_under_the_name_of_whom_to_ask() {
    let people = [Person::principal(1), Person::principal(2)];
    let registry = registered(&people[0]);
    let refused = Checked { file_name: format!("{}-2026-11.json", CODES[0]), ..check("{}") };
    let second = second_enterprise();
    let demo = report_of(&second, &draft(&second, "2026-11"), &[&people[1]]);
    let demo = check(&sign(&MonthlyReport { demo: true, ..demo }, &[&people[1]]));
    let inbox = [refused, demo];
    let table = table(&inbox, &registry, &BTreeMap::new(), &OfficeList::new(), &BTreeMap::new());
    let of = |row: &[String]| [row[1].clone(), row[3].clone(), row[4].clone()];
    assert_eq!(of(&table[1]), ["rejected", "上海示例机械有限公司", CODES[0]]);
    assert_eq!(of(&table[2]), ["demo", "?=福建示例厂", ""], "what it says of itself, as a claim");
}

#[test]
fn the_table_is_safe_against_formulas_and_silent_about_rejected_files() {
    let people = [Person::principal(1), Person::principal(2)];
    let [first, mut second] = two_reports(&people[0], &people[1]);
    second.file_name = "@SUM(1)".into();
    let registry = registered(&people[0]);
    let inbox = [first, second, Checked { file_name: "＝坏.json".into(), ..check("{}") }];
    let taken_in = BTreeMap::from([(inbox[0].report().unwrap().document_sha256, Some(day("2026-12-02")))]);
    let text = csv::table(table(&inbox, &registry, &taken_in, &OfficeList::new(), &BTreeMap::new()));
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert!(lines[0].starts_with(r#""File","Verdict","Differences","Enterprise","Uscc""#), "{}", lines[0]);
    assert!(
        lines[1].starts_with(
            r#""收到的文件.json","trusted","0","上海示例机械有限公司","91310000MA1FL0000N","","MACHINERY","","2026-11","1","#
        ),
        "{}",
        lines[1]
    );
    assert!(lines[2].starts_with(r#""'@SUM(1)","unregistered","0","'=福建示例厂","#), "{}", lines[2]);
    assert!(lines[1].contains(r#","2026-11-30","2026-12-02","","#), "signed, taken in, without remark: {}", lines[1]);
    let silent = ReportColumn::ALL.len() - 2;
    assert_eq!(lines[3], format!(r#""'＝坏.json","rejected"{}"#, r#","""#.repeat(silent)));
}

#[test]
fn the_table_goes_by_the_list_says_where_a_report_differs_and_has_the_notes() {
    let people = [Person::principal(1), Person::principal(2)];
    let inbox = two_reports(&people[0], &people[1]);
    let registry = both_registered([&people[0], &people[1]], &inbox);
    let found = inbox[0].report().unwrap();
    let details = ListedDetails { village: "西村".into(), industry: "家具".into(), ..ListedDetails::default() };
    let listed = OfficeList::from([(found.report.enterprise.uscc.clone(), details)]);
    let notes = BTreeMap::from([(found.document_sha256, "已电话核实".to_owned())]);
    let rows = table(&inbox, &registry, &BTreeMap::new(), &listed, &notes);
    let cell =
        |row: usize, column| rows[row][ReportColumn::ALL.iter().position(|one| *one == column).unwrap()].as_str();
    assert_eq!([ReportColumn::Village, ReportColumn::Industry].map(|column| cell(1, column)), ["西村", "家具"]);
    assert_eq!(cell(1, ReportColumn::Stated), "Industry MACHINERY");
    assert_eq!((cell(1, ReportColumn::Note), cell(2, ReportColumn::Note)), ("已电话核实", ""));
}

#[test]
fn the_table_says_what_stands_beside_a_verdict_and_how_many_figures_differ() {
    let principal = Person::principal(1);
    let mut late = MonthlyReport { sealed_at: time("2026-12-30T08:00:00+08:00"), ..report(&[&principal]) };
    late.declared.total = Some(Tenths(1000));
    let inbox = [check(&sign(&late, &[&principal]))];
    let rows = table(&inbox, &registered(&principal), &BTreeMap::new(), &OfficeList::new(), &BTreeMap::new());
    let cell = |column| rows[1][ReportColumn::ALL.iter().position(|one| *one == column).unwrap()].as_str();
    let remarks: Vec<&str> = cell(ReportColumn::Remarks).split('；').collect();
    assert!(remarks.contains(&"FiguresDiffer(1)") && remarks.len() > 1, "each of them: {remarks:?}");
    assert_eq!(cell(ReportColumn::Differences), "1");
}
