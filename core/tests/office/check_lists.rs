//! A check list of others, from the published file to the office's recomputation.

use std::borrow::Cow;

use anziping_core::catalog::{Catalogue, Flaw, MAX_ITEMS};
use anziping_core::edition::{Edition, ImportClash, ImportFlaw, read};
use anziping_core::office::desk::{Desk, Remark};
use anziping_core::office::intake;
use anziping_core::registry::Registry;
use anziping_core::request::{LearnCheckList, LockedKey, Request, RequestFault, SealReport, SignedFile};
use anziping_core::score::total::{Scores, Tenths};
use anziping_core::seal::{Reason, container};
use serde_json::{Value, json};

use crate::large::{province, with_items};
use crate::requests::Counting;
use anziping_fixtures::sample::*;

fn file(catalogue: &Catalogue) -> Value {
    serde_json::to_value(catalogue).unwrap()
}

fn edition_of(catalogue: &Catalogue) -> Edition<'static> {
    read(serde_json::to_string_pretty(catalogue).unwrap().as_bytes(), &Nfc).unwrap()
}

/// Line, pointer and flaw of the faults of a file as people lay it out.
fn faults(value: &Value) -> Vec<(u32, String, ImportFlaw)> {
    let text = serde_json::to_string_pretty(value).unwrap();
    let faults = read(text.as_bytes(), &Nfc).unwrap_err();
    faults
        .into_iter()
        .map(|fault| {
            let line = fault.place.line.unwrap();
            // The last member on the way stands on the line that the fault names, as the files are laid out here.
            let name = fault
                .place
                .pointer
                .rsplit('/')
                .find(|step| step.parse::<usize>().is_err())
                .unwrap_or_default()
                .to_owned();
            let said = text.lines().nth(line as usize - 1).unwrap();
            let indexed = fault.place.pointer.rsplit('/').next().is_some_and(|step| step.parse::<usize>().is_ok());
            assert!(
                indexed || name.is_empty() || said.contains(&format!("\"{name}\"")),
                "{}: {said}",
                fault.place.pointer
            );
            (line, fault.place.pointer, fault.what)
        })
        .collect()
}

#[test]
fn a_published_file_is_read_however_it_is_laid_out_and_keeps_its_hash() {
    let catalogue = province();
    let edition = edition_of(&catalogue);
    assert_eq!(*edition.catalogue(), catalogue);
    let compact = serde_json::to_string(&file(&catalogue)).unwrap();
    for text in
        [compact.clone(), format!("\u{feff}{}\r\n", compact.replace(",\"", ",\r\n\"")), edition.text().to_owned()]
    {
        assert_eq!(read(text.as_bytes(), &Nfc).unwrap().reference(), edition.reference());
    }
    let digest = anziping_core::seal::Sha256::of(edition.text().as_bytes()).to_string().to_string();
    assert_eq!(edition.reference().sha256, digest);
}

#[test]
fn a_file_with_a_wrong_shape_is_refused_with_the_place_and_the_reason() {
    let sound = file(&province());
    for (pointer, value, reason) in [
        ("/elements/1/items/2/weight", json!("3"), "值的类型"),
        ("/elements/1/items/2/kind", json!("levels"), "不认识的值“levels”；可用的值：level、ratio、yes_no"),
        ("/elements/1/items/2/applies", json!("hot_work und gas"), "规则第"),
        ("/elements/0/items/0/basis/0/confidence", json!("sure"), "不认识的值“sure”"),
        ("/elements/0/sub_elements/1/name", json!(7), "值的类型"),
        ("/areas/2/targets/3/points/0/text", json!(null), "值的类型"),
        ("/areas/0/targets/1/code", json!("P5"), "不认识的值“P5”"),
        ("/criteria/0/parts/1/criteria/0/needs", json!("some"), "不认识的值“some”"),
        ("/facts/4/group", json!("other"), "不认识的值“other”"),
        ("/documents", json!({}), "值的类型"),
        ("/title", json!(["a"]), "值的类型"),
    ] {
        let mut broken = sound.clone();
        *broken.pointer_mut(pointer).unwrap() = value;
        let found = faults(&broken);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].1, pointer);
        assert!(matches!(&found[0].2, ImportFlaw::Shape(said) if said.contains(reason)), "{found:?}");
    }
    let mut unknown = sound.clone();
    unknown.pointer_mut("/elements/3/items/1").unwrap()["wieght"] = json!(3);
    let found = faults(&unknown);
    assert_eq!(found[0].1, "/elements/3/items/1/wieght");
    assert!(matches!(&found[0].2, ImportFlaw::Shape(said) if said.contains("不认识的键“wieght”")), "{found:?}");
    let mut missing = sound;
    missing.pointer_mut("/elements/3/items/1").unwrap().as_object_mut().unwrap().remove("how");
    let found = faults(&missing);
    assert_eq!(found[0].1, "/elements/3/items/1");
    assert!(matches!(&found[0].2, ImportFlaw::Shape(said) if said.contains("缺少键“how”")), "{found:?}");
}

#[test]
fn all_faults_of_the_content_are_told_at_once_with_their_lines() {
    let mut broken = file(&province());
    let first = broken.pointer("/elements/0/items/0/id").unwrap().clone();
    *broken.pointer_mut("/elements/2/items/1/id").unwrap() = first.clone();
    *broken.pointer_mut("/elements/4/items/0/weight").unwrap() = json!(1_000_000);
    *broken.pointer_mut("/elements/5/items/0/applies").unwrap() = json!("no_such_fact");
    let found = faults(&broken);
    let told: Vec<(&str, &ImportFlaw)> = found.iter().map(|(_, pointer, flaw)| (pointer.as_str(), flaw)).collect();
    assert_eq!(
        told,
        [
            ("/elements/2/items/1/id", &ImportFlaw::Content(Flaw::Duplicate(first.as_str().unwrap().into()))),
            ("/elements/4/items/0/weight", &ImportFlaw::Content(Flaw::Weight(1_000_000))),
            ("/elements/5/items/0/applies", &ImportFlaw::Content(Flaw::UnknownFact("no_such_fact".into()))),
        ]
    );
    assert!(found.is_sorted_by_key(|(line, ..)| *line));
}

#[test]
fn what_is_no_json_is_refused_at_its_line() {
    let text = serde_json::to_string_pretty(&province()).unwrap();
    let cut = text.lines().take(40).collect::<Vec<_>>().join("\n");
    for (broken, reason, line) in [
        (cut, Reason::CutShort, 40),
        (text.replacen("\"version\"", "\"id\"", 1), Reason::DuplicateMember, 3),
        (String::new(), Reason::EmptyFile, 1),
    ] {
        let found = read(broken.as_bytes(), &Nfc).unwrap_err();
        assert_eq!(found[0].what, ImportFlaw::NotJson(reason));
        assert_eq!(found[0].place.line, Some(line), "{reason}");
    }
}

#[test]
fn a_check_list_may_neither_pass_for_the_built_in_one_nor_change_under_its_version() {
    let mut known = editions();
    let first = edition_of(&province());
    assert_eq!(known.clash(&first), None);
    known.add(first.clone());
    assert_eq!(known.clash(&first), None, "it is there already");
    let mut otherwise = province();
    otherwise.elements[0].items[0].question.push('？');
    assert_eq!(known.clash(&edition_of(&otherwise)), Some(ImportClash::SameVersion));
    otherwise.version = "2026.2".into();
    assert_eq!(known.clash(&edition_of(&otherwise)), None);
    otherwise.id = known.builtin().reference().id.clone();
    assert_eq!(known.clash(&edition_of(&otherwise)), Some(ImportClash::BuiltinId));
    assert_eq!(known.clash(&edition()), None, "the built-in one itself");
}

#[test]
fn more_items_than_any_page_was_measured_with_are_refused() {
    assert_eq!(with_items(MAX_ITEMS).problems(), []);
    let found = with_items(MAX_ITEMS + 1).problems();
    assert_eq!(found.iter().map(|problem| &problem.what).collect::<Vec<_>>(), [&Flaw::TooMany(MAX_ITEMS + 1)]);
}

#[test]
fn a_report_of_a_thousand_items_is_recomputed_at_the_office() {
    let edition = edition_of(&with_items(1_000));
    let catalogue = edition.catalogue();
    assert_eq!(catalogue.items().count(), 1_000);
    let (enterprise, principal) = (enterprise(), Person::principal(7));
    let draft = draft_on(&edition, &enterprise, "2026-11");
    let report = report_on(&edition, &enterprise, &draft, &[&principal]);
    assert_eq!(report.catalogue, *edition.reference());

    // The worker that signs knows the check list only once it was told.
    let pem = container::lock(&principal.key, "river-Lantern 7402 quiet", [3; 16], [4; 16]).unwrap();
    let key = LockedKey { pem, kid: principal.key.key_id(), passphrase: "river-Lantern 7402 quiet".to_owned().into() };
    let seal = || SealReport { report: Box::new(report.clone()), keys: vec![key.clone()] };
    let mut worker = editions();
    assert_eq!(seal().run(&[], &mut worker, &mut Counting(0)), Err(RequestFault::OtherCatalogue));
    LearnCheckList {}.run(edition.text().as_bytes(), &mut worker, &mut Counting(0)).unwrap();
    let SignedFile { text, .. } = seal().run(&[], &mut worker, &mut Counting(0)).unwrap();
    assert!(text.len() < anziping_core::seal::limits::FILE_BYTES, "{} bytes", text.len());

    // The office without it says so and computes nothing; with it, it finds the same figures.
    let by_stranger = intake::check("r.json", text.as_bytes(), &editions(), &Nfc);
    assert!(by_stranger.report().unwrap().unknown_catalogue());
    let desk = Registry::default();
    let judged =
        Desk { registry: &desk, expected: None, accepted: &[], today: today(), due_day: 0 }.verdicts(&[by_stranger]);
    assert!(judged[0].remarks.contains(&Remark::UnknownCatalogue));
    let by_office = intake::check("r.json", text.as_bytes(), &worker, &Nfc);
    let found = by_office.report().unwrap();
    assert_eq!(found.report.catalogue, *edition.reference());
    assert_eq!(found.differences, []);
    let expected = Scores::of(&anziping_core::month::assessment::Assessment::of_draft(catalogue, &enterprise, &draft));
    assert_eq!(found.recomputed.as_ref().unwrap().total, expected.tenths());

    // A figure that does not follow from the answers is found with this check list as with the built-in one.
    let mut raised = report;
    raised.declared.total = raised.declared.total.map(|total| Tenths(total.0 + 1));
    let raised = sign(&raised, &[&principal]);
    let found = intake::check("r.json", raised.as_bytes(), &worker, &Nfc);
    assert!(!found.report().unwrap().differences.is_empty());
}

#[test]
fn another_content_under_the_same_name_is_not_the_check_list_that_was_answered() {
    let edition = edition_of(&province());
    let principal = Person::principal(7);
    let report = report_on(&edition, &enterprise(), &draft_on(&edition, &enterprise(), "2026-11"), &[&principal]);
    let mut otherwise = province();
    otherwise.elements[0].items[0].weight = 6 - otherwise.elements[0].items[0].weight;
    let mut known = editions();
    known.add(Edition::of(Cow::Owned(otherwise)).unwrap());
    let text = sign(&report, &[&principal]);
    assert!(intake::check("r.json", text.as_bytes(), &known, &Nfc).report().unwrap().unknown_catalogue());
}

/// The example of `docs/check-lists.md`.
fn example() -> String {
    let page = include_str!("../../../docs/check-lists.md");
    let (_, rest) = page.split_once("```json\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_documented_example_is_a_check_list_with_the_hash_of_plain_tools() {
    let text = example();
    assert!(text.lines().count() <= 25, "a short example");
    let edition = read(text.as_bytes(), &Nfc).unwrap();
    // What `jq -cjS` prints: members sorted, no white space, nothing left out and nothing added.
    let sorted = serde_json::from_str::<Value>(&text).unwrap().to_string();
    assert_eq!(edition.reference().sha256, anziping_core::seal::Sha256::of(sorted.as_bytes()).to_string().to_string());
}
