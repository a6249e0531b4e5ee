//! Facts signed beside the score are seen, the gravest first.

use anziping_core::catalog::Kind;
use anziping_core::document::report::MonthlyReport;
use anziping_core::hazard::Stage;
use anziping_core::month::answer::Mark;
use anziping_core::month::draft::MonthDraft;
use anziping_core::month::figures::{MonthField, MonthValue};
use anziping_core::month::screening::{Finding, Screened};
use anziping_core::office::desk::Remark;
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::matters::{HarmTotals, Matter, MatterKind, matters};
use anziping_core::office::receipt_note::notes;
use anziping_core::score::total::Tenths;
use anziping_core::value::rate::Rate;

use anziping_fixtures::sample::{
    Person, checked_report, draft, edition, enterprise, major_hazard, report, report_of, sign,
};

fn checked(change: impl FnOnce(&mut MonthlyReport)) -> CheckedReport {
    let principal = Person::principal(1);
    let mut report = report(&[&principal]);
    for field in [MonthField::Accidents, MonthField::Deaths, MonthField::SeriousInjuries, MonthField::MinorInjuries] {
        report.month.insert(field, MonthValue::Number(0));
    }
    change(&mut report);
    checked_report(&sign(&report, &[&principal]))
}

fn kinds(found: &CheckedReport) -> Vec<MatterKind> {
    let mut kinds: Vec<MatterKind> = matters(found).iter().map(Matter::kind).collect();
    kinds.dedup();
    kinds
}

#[test]
fn deaths_stand_before_everything_else_and_zeros_do_not_stand() {
    let found = checked(|report| {
        report.month.insert(MonthField::Deaths, MonthValue::Number(1));
        report.month.insert(MonthField::Accidents, MonthValue::Number(2));
    });
    assert_eq!(matters(&found)[0], Matter::Harm(MonthField::Deaths, &MonthValue::Number(1)));
    let quiet = checked(|report| {
        report.month.insert(MonthField::NearMisses, MonthValue::Number(0));
    });
    assert!(!kinds(&quiet).contains(&MatterKind::Harm));
    let mut sums = HarmTotals::default();
    [&found, &quiet, &found].iter().for_each(|found| sums.add(&found.signed));
    assert_eq!(sums, HarmTotals { accidents: 4, deaths: 2, serious_injuries: 0, minor_injuries: 0 });
}

#[test]
fn a_figure_of_deaths_that_is_no_number_is_shown_as_it_was_signed() {
    let found = checked(|report| {
        report.month.insert(MonthField::Deaths, MonthValue::Text("一人".into()));
    });
    assert_eq!(matters(&found)[0], Matter::Harm(MonthField::Deaths, &MonthValue::Text("一人".into())));
}

#[test]
fn what_inspections_found_and_why_hazards_are_open_is_seen() {
    let found = checked(|report| {
        report.month.insert(MonthField::InspectionFindings, MonthValue::Number(5));
        report.month.insert(MonthField::InspectionFixed, MonthValue::Number(1));
        report.month.insert(MonthField::InspectionPapers, MonthValue::Text("示应急责改〔2026〕7 号".into()));
        report.month.insert(MonthField::OpenReasons, MonthValue::Text("等配件".into()));
    });
    let all = matters(&found);
    let rate = Rate { done: 1, total: 5 };
    assert!(all.contains(&Matter::Inspection(rate, "示应急责改〔2026〕7 号")), "{all:?}");
    assert!(all.contains(&Matter::Reasons("等配件")));
}

#[test]
fn a_call_for_help_is_seen_in_one_line_with_what_is_invisible_in_it() {
    let found = checked(|report| {
        let text = "排水沟堵塞\n请协调\u{200B}疏通".into();
        report.month.insert(MonthField::HelpNeeded, MonthValue::Text(text));
    });
    assert!(matters(&found).contains(&Matter::Help("排水沟堵塞 / 请协调⟨U+200B⟩疏通")));
}

#[test]
fn a_suspicion_what_caps_and_what_is_not_met_are_named() {
    let principal = Person::principal(1);
    let enterprise = enterprise();
    let mut draft = draft(&enterprise, "2026-11");
    let edition = edition();
    let catalogue = edition.catalogue();
    let listed = catalogue
        .criteria()
        .find(|listed| listed.criterion.item.is_empty() && draft.screening.contains_key(&listed.criterion.id));
    let criterion = &listed.unwrap().criterion;
    let defects = (1..).zip(&criterion.defects).map(|(number, _)| number).collect();
    let suspected = Screened { finding: Some(Finding::Suspected), defects, ..Screened::default() };
    draft.screening.insert(criterion.id.clone(), suspected);
    draft.hazards.push(major_hazard("2026-11"));
    let report = report_of(&enterprise, &draft, &[&principal]);
    let leads = report.screening.as_ref().map_or(0, |screening| screening.leads.len());
    let found = checked_report(&sign(&report, &[&principal]));
    let all = matters(&found);
    let of = |kind: MatterKind| all.iter().filter(|matter| matter.kind() == kind).count();
    assert_eq!(of(MatterKind::Lead), leads);
    assert!(all.iter().any(|matter| matches!(matter, Matter::OpenMajor(hazard) if hazard.id == "2026-11-09")));
    assert_eq!(of(MatterKind::Short), found.short.len());
    assert_eq!(of(MatterKind::Closed), draft.hazards.iter().filter(|hazard| hazard.stage == Stage::Closed).count());
    let order = kinds(&found);
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_veto_in_force_is_named_with_its_item() {
    let (principal, edition) = (Person::principal(1), edition());
    let mut enterprise = enterprise();
    enterprise.facts.insert("contractors".into());
    let mut draft = draft(&enterprise, "2026-11");
    let vetoes = |draft: &MonthDraft| {
        let found = checked_report(&sign(&report_of(&enterprise, draft, &[&principal]), &[&principal]));
        let named = matters(&found).into_iter().filter_map(|matter| match matter {
            Matter::Veto(id) => Some(id.to_owned()),
            _ => None,
        });
        named.collect::<Vec<_>>()
    };
    assert!(vetoes(&draft).is_empty(), "all of it is done");
    let vetoing = edition.catalogue().items().filter(|item| item.veto.is_some() && item.kind == Kind::Level);
    let vetoing: Vec<&str> = vetoing.map(|item| item.id.as_str()).collect();
    for id in &vetoing {
        draft.answers.get_mut(*id).unwrap().mark = Some(Mark::No);
    }
    let named = vetoes(&draft);
    assert!(!named.is_empty() && named.iter().all(|id| vetoing.contains(&id.as_str())), "{named:?}");
    assert!(named.len() < vetoing.len(), "those of other trades are no matter of this one: {named:?}");
}

#[test]
fn a_veto_that_is_only_declared_is_a_difference() {
    let edition = edition();
    let item = edition.catalogue().items().find(|item| item.veto.is_some()).unwrap().id.clone();
    let found = checked(|report| report.declared.vetoes = vec![item.clone()]);
    // Declared and not there: a difference, and no cause of ours.
    assert!(!matters(&found).contains(&Matter::Veto(&item)));
    assert!(kinds(&found).contains(&MatterKind::Difference));
}

#[test]
fn a_receipt_names_the_figures_that_differ_and_never_the_chosen_month() {
    let found = checked(|report| report.declared.total = Some(Tenths(1000)));
    let computed = found.recomputed.as_ref().unwrap().total.unwrap();
    let expected = anziping_fixtures::sample::period("2026-10");
    let said = notes(&found, &[Remark::FiguresDiffer(1), Remark::WrongMonth { expected }]);
    assert_eq!(
        said,
        ["1 处数字和街道重新算的不一致".to_owned(), format!("总分：报告写 100.0 分，街道重新算是 {computed} 分")]
    );
}

#[test]
fn a_report_is_consistent_until_a_figure_differs() {
    assert!(checked(|_| {}).is_consistent());
    assert!(!checked(|report| report.declared.total = Some(Tenths(1000))).is_consistent());
}
