//! Files are found by whose they are and by what they say.

use std::collections::BTreeMap;

use anziping_core::document::report::MonthlyReport;
use anziping_core::month::figures::{MonthField, MonthValue};
use anziping_core::office::desk::{Desk, Judged};
use anziping_core::office::intake::Checked;
use anziping_core::office::matters::MatterKind;
use anziping_core::office::order::{Order, Sorting};
use anziping_core::office::placed::{By, OfficeList, Places};
use anziping_core::office::search::{Search, Wish, occurring};
use anziping_core::registry::listed::ListedDetails;
use anziping_core::score::total::Tenths;
use anziping_core::value::uscc::UnifiedCode;

use crate::registry::registered;
use anziping_fixtures::sample::{CODES, Person, check, report, sign, time, today};

fn file(change: &dyn Fn(&mut MonthlyReport)) -> Checked {
    let principal = Person::principal(1);
    let mut report = report(&[&principal]);
    report.month.retain(|field, _| *field != MonthField::Deaths);
    report.enterprise.village = "东村".into();
    change(&mut report);
    check(&sign(&report, &[&principal]))
}

/// A quiet report, one with a death that came late, and a refused file.
fn inbox() -> [Checked; 3] {
    let quiet = file(&|report| report.month.retain(|field, _| field.block().code() != "Accidents"));
    let grave = file(&|report| {
        report.month.insert(MonthField::Deaths, MonthValue::Number(1));
        report.enterprise.name = "安徽示例厂".into();
        report.enterprise.village = "西村".into();
        report.sealed_at = time("2026-12-03T08:00:00+08:00");
    });
    [quiet, grave, Checked { file_name: "坏文件.json".into(), ..check("{}") }]
}

fn judge(inbox: &[Checked]) -> Vec<Judged> {
    let registry = registered(&Person::principal(1));
    Desk { registry: &registry, expected: None, accepted: &[], today: today(), due_day: 0 }.verdicts(inbox)
}

/// Places of the files that are found, by a list that says this of the enterprise.
fn found_by(listed: &OfficeList, search: &Search) -> Vec<usize> {
    found_among(&inbox(), listed, search)
}

fn found_among(inbox: &[Checked], listed: &OfficeList, search: &Search) -> Vec<usize> {
    let places = Places { listed, industry: &|_| None };
    let judged = judge(inbox);
    let files = inbox.iter().zip(&judged).enumerate();
    files.filter(|(_, (checked, judged))| search.finds(checked, judged, &places)).map(|(at, _)| at).collect()
}

fn found(text: &str, with: Option<Wish>) -> Vec<usize> {
    found_by(&OfficeList::new(), &Search { text: text.into(), with, ..Search::default() })
}

fn in_order(order: Order, received: &[usize]) -> Vec<usize> {
    let inbox = inbox();
    let documents = received.iter().map(|at| (inbox[*at].report().unwrap().document_sha256, Some(today())));
    let received = documents.collect::<BTreeMap<_, _>>();
    let places = Places { listed: &OfficeList::new(), industry: &|_| None };
    let mut all = vec![2, 0, 1];
    order.sort(&mut all, &inbox, &judge(&inbox), &Sorting { places, received: &received, collate: &str::cmp });
    all
}

#[test]
fn without_a_wish_everything_is_found() {
    assert_eq!(found("", None), [0, 1, 2]);
}

#[test]
fn files_are_found_by_village_code_and_file_name() {
    assert_eq!(found(" 西村 ", None), [1]);
    assert_eq!(found(&CODES[0].to_ascii_lowercase(), None), [0, 1]);
    assert_eq!(found("坏文件", None), [2]);
}

#[test]
fn reports_are_found_by_what_they_say() {
    assert_eq!(found("", Some(Wish::Matter(MatterKind::Harm))), [1]);
    assert_eq!(found("", Some(Wish::Late)), [1]);
    assert!(found("东村", Some(Wish::Late)).is_empty());
}

#[test]
fn reports_with_false_figures_are_found_by_the_figures_and_by_the_remark() {
    let inbox = [file(&|_| {}), file(&|report| report.declared.total = Some(Tenths(1000)))];
    for with in [Wish::Matter(MatterKind::Difference), Wish::Remark] {
        let search = Search { with: Some(with), ..Search::default() };
        assert_eq!(found_among(&inbox, &OfficeList::new(), &search), [1], "{with:?}");
    }
}

#[test]
fn files_are_found_by_where_their_enterprises_lie_by_the_list_of_the_office() {
    let at = |by, said: &str| Search { at: BTreeMap::from([(by, said.to_owned())]), ..Search::default() };
    assert_eq!(found_by(&OfficeList::new(), &at(By::Village, "西村")), [1]);
    assert_eq!(found_by(&OfficeList::new(), &at(By::Village, "")), [0, 1, 2]);
    let details = ListedDetails { village: "北村".into(), risk_class: "C级".into(), ..ListedDetails::default() };
    let listed = OfficeList::from([(UnifiedCode::parse(CODES[0]).unwrap(), details)]);
    assert!(found_by(&listed, &at(By::Village, "西村")).is_empty(), "the list says otherwise");
    assert_eq!(found_by(&listed, &at(By::Class, "C")), [0, 1]);
    assert_eq!(found_by(&listed, &Search { text: "北村".into(), ..Search::default() }), [0, 1]);
    let places = Places { listed: &OfficeList::new(), industry: &|_| None };
    assert_eq!(occurring(By::Village, &inbox(), &places), ["东村", "西村"].map(String::from).into());
}

#[test]
fn files_come_in_the_order_that_is_asked_for_and_those_that_are_no_reports_last() {
    assert_eq!(in_order(Order::HandedOver, &[]), [2, 0, 1]);
    assert_eq!(in_order(Order::Gravest, &[]), [1, 0, 2]);
    assert_eq!(in_order(Order::Village, &[]), [0, 1, 2], "东 stands before 西");
    assert_eq!(in_order(Order::Name, &[]), [0, 1, 2]);
    assert_eq!(in_order(Order::Signed, &[]), [0, 1, 2]);
    assert_eq!(in_order(Order::Received, &[1]), [1, 2, 0]);
}

#[test]
fn every_wish_reads_back_from_its_name() {
    for with in Wish::ALL {
        assert_eq!(Wish::parse(with.code()), Some(with));
    }
    assert_eq!(Wish::parse(""), None);
}
