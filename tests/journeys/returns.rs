//! 退回: from the desk to the corrected report and back, and returns that are not for this report.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anziping_core::{
    document::{
        NamedEnterprise,
        registration::Registration,
        returned::{Return, ReturnRemark},
    },
    edition::builtin,
    enterprise::Enterprise,
    office::intake::Found,
    seal::{Sha256, typed},
    signer::Role,
    value::{period::Period, uscc::UnifiedCode},
};
use anziping_fixtures::sample::{self, CODES, Person, check, draft, report_of, sign, sign_value, time};
use anziping_tests::{Options, Page, journey};
use serde_json::Value;

use crate::{
    keys::{OFFICE_PASSPHRASE, make_office_key},
    office::{digits_on_paper, register, verdict_of},
    steps::*,
};

/// The office's remark at the item.
const ASKED: &str = "现场看到积尘，请核实";

/// Gives back what is ticked, with one remark.
///
/// At an item, or at the whole report where the place is empty.
fn give_back(desk: &Page, place: &str, text: &str) {
    if !place.is_empty() {
        desk.select("return_place_1", place);
    }
    desk.fill("return_text_1", text);
    desk.fill("return_passphrase", OFFICE_PASSPHRASE);
    desk.press("issue-returns");
    desk.until_there("[data-returns-saved]");
    desk.saved();
}

/// A return that an office signed about something else, as a file beside `near`.
fn another_return(near: &Path, name: &str, change: impl FnOnce(&mut Return)) -> PathBuf {
    let office = Person { role: Role::Office, name: "示例街道安管办", ..Person::principal(5) };
    let mut returned = sample::returned(&office);
    change(&mut returned);
    let text = sign_value(typed::to_value(&returned).expect("a document"), &[&office]);
    let file = near.with_file_name(name);
    fs::write(&file, text).expect("a file");
    file
}

/// Hands in a file that is not for this report. Gives what is said about it.
fn refused(page: &Page, file: &Path) -> String {
    // What was said of the file before goes as soon as this one is read.
    page.js("document.querySelector('[data-fault=receipt]')?.setAttribute('data-before', '')", &[]);
    page.hand_over("pick-receipt", file);
    page.until_there("[data-fault=receipt]:not([data-before])");
    let said = page.text("[data-fault=receipt]");
    assert_eq!(page.count("[data-returned]"), 0, "{said}");
    said
}

/// Makes a return be about a signed report, with one remark at an item.
fn make_about(returned: &mut Return, report: &Path) {
    let checked = check(&fs::read_to_string(report).expect("a file"));
    let signed = checked.report().expect("a report");
    let NamedEnterprise { name, uscc } = &mut returned.enterprise;
    (*name, *uscc) = (signed.report.enterprise.name.clone(), signed.report.enterprise.uscc.clone());
    (returned.period, returned.revision) = (signed.report.period, signed.report.revision);
    returned.document_sha256 = signed.document_sha256;
    returned.remarks = vec![ReturnRemark { place: Some(UNMET.into()), text: ASKED.into() }];
}

fn hash_of(file: &Path) -> Sha256 {
    match check(&fs::read_to_string(file).expect("a file")).found {
        Found::Return(found) => found.document_sha256,
        other => panic!("not a return: {other:?}"),
    }
}

#[test]
fn a_report_is_given_back_corrected_and_seen_to_be_corrected() {
    journey("return", |page| {
        page.open("");
        fill_in_everything(page);
        make_key(page);
        let first = sign_and_export(page);
        let digits = digits_on_paper(page);
        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            verdict_of(desk, &first);
            register(desk, &digits);
            desk.until_there("[data-verdict=trusted]");
            let office_digits = make_office_key(desk);
            desk.go("#/inbox", "inbox");
            desk.press("accept");
            desk.press("give-back");
            desk.until_there("[name=return_text_1]");
            places_are_those_of_the_report(desk, &first);
            desk.press("issue-returns");
            assert!(!desk.error_at("[name=return_text_1]").is_empty(), "a remark says something");
            desk.until("nothing is asked", Page::ASKS_NOTHING, &[]);
            desk.fill("return_text_1", "请");
            desk.until("a remark that is not signed is asked about", Page::ASKS_BEFORE_LEAVING, &[]);
            desk.axe_light_and_dark("giving a report back");
            desk.fits("giving a report back");
            give_back(desk, UNMET, ASKED);
            let file = desk.downloaded(".return.json");
            let message = desk.value("#return-message");
            desk.until("nothing is asked once it is signed", Page::ASKS_NOTHING, &[]);
            desk.until_there("[data-return=given-back]");
            // What was given back is known after the page was closed.
            desk.reload();
            assert_eq!(verdict_of(desk, &first), "trusted");
            desk.until_there("[data-return=given-back]");
            desk.until_there("[data-open-returns=\"1\"]");
            is_given_back_again(desk, &file);

            is_told_what_is_not_for_it(page, &file);
            page.click("details:has([name=receipt_text]) > summary");
            page.fill("receipt_text", &format!("街道 09:12\n{message}\n收到请回复"));
            page.press("read-receipt");
            page.until_there("[data-returned=unchecked]");
            assert_eq!(page.text("[data-returned] [data-office-digits]"), office_digits);
            page.axe_light_and_dark("a return to be compared");
            page.go(&format!("#/element/1/{UNMET}"), "element");
            assert_eq!(page.count("[data-returned-remark]"), 0, "anybody could have written it");
            page.go("#/seal", "seal");
            page.press("compare-return");
            page.until_there("[data-returned=open]");
            page.saved();
            page.reload();
            page.go("#/", "home");
            page.click(&format!("[data-returned=open] [data-remark={UNMET}] a"));
            page.on_page("element");
            page.until_said(&format!("[id={UNMET}] [data-returned-remark]"), ASKED);
            page.axe_light_and_dark("a remark of the office at its question");
            page.fits("a remark of the office at its question");

            page.go("#/seal", "seal");
            page.press("correct");
            page.until_there("[name=correction-why]");
            assert!(!page.value("[name=correction-why]").is_empty(), "the return is the reason");
            page.press("begin-correction");
            page.until_there("[data-correcting]");
            page.go("#/report", "report");
            page.until_there("[data-returned=open]");
            page.go(&format!("#/element/1/{UNMET}"), "element");
            page.answer(UNMET, "partly");
            page.saved();
            let second = sign_and_export(page);
            assert_eq!(page.count("[data-returned]"), 0, "it is answered");
            let signed: Value = serde_json::from_slice(&fs::read(&second).expect("a file")).expect("JSON");
            assert_eq!(signed["document"]["answers_return"]["sha256"], hash_of(&file).to_string());

            assert_eq!(verdict_of(desk, &second), "trusted");
            desk.until_there("[data-return=answers]");
            desk.until_there("[data-return=corrected]");
            desk.until_said(&format!("[data-verdict=trusted] [data-asked-place={UNMET}]"), "“是”改成了“部分”");
            desk.picture("asked", 390);
            desk.until("nothing is open", "return !document.querySelector('[data-open-returns]')", &[]);
            many_at_once(desk, &second);
        });
    });
}

#[test]
fn a_return_joins_a_correction_that_is_open_already() {
    journey("return-joins", |page| {
        page.open("");
        fill_in_everything(page);
        make_key(page);
        let first = sign_and_export(page);
        correct(page);
        let of_this = |returned: &mut Return| make_about(returned, &first);
        let late = another_return(&first, "late.json", of_this);
        let of_revision = another_return(&first, "revision.json", |returned| {
            of_this(returned);
            returned.revision = 7;
        });
        page.go("#/seal", "seal");
        let _ = refused(page, &of_revision);
        page.hand_over("pick-receipt", &late);
        page.until_there("[data-returned=unchecked]");
        page.axe_light_and_dark("a return while a correction is open");
        page.fits("a return while a correction is open");
        page.press("compare-return");
        page.until_there("[data-returned=open]");
        page.saved();
        page.reload();
        page.go(&format!("#/element/1/{UNMET}"), "element");
        page.until_said(&format!("[id={UNMET}] [data-returned-remark]"), ASKED);
        page.answer(UNMET, "partly");
        page.saved();
        let second = sign_and_export(page);
        let signed: Value = serde_json::from_slice(&fs::read(&second).expect("a file")).expect("JSON");
        assert_eq!(signed["document"]["answers_return"]["sha256"], hash_of(&late).to_string());
        assert_eq!(signed["document"]["revision"], 2, "no revision of its own");
    });
}

#[test]
fn two_returns_of_one_report_are_both_kept_and_the_newest_is_answered() {
    journey("return-twice", |page| {
        page.open("");
        fill_in_everything(page);
        make_key(page);
        let first = sign_and_export(page);
        let early = another_return(&first, "early.json", |returned| {
            make_about(returned, &first);
            returned.issued_at = time("2026-12-02T09:00:00+08:00");
        });
        let late = another_return(&first, "late.json", |returned| {
            make_about(returned, &first);
            returned.issued_at = time("2026-12-03T09:00:00+08:00");
            returned.remarks = vec![ReturnRemark { place: None, text: "请补交照片".into() }];
        });
        page.go("#/seal", "seal");
        page.hand_over("pick-receipt", &late);
        page.until_there("[data-returned=unchecked]");
        page.press("compare-return");
        page.until_there("[data-returned=open]");
        // The office is known by now.
        page.hand_over("pick-receipt", &early);
        let both = "return document.querySelectorAll('[data-returned=open]').length === 2";
        page.until("both wait", both, &[]);
        page.saved();
        page.reload();
        page.until("both were kept", both, &[]);
        page.until_said("[data-returned] [data-remark]", "请补交照片");
        page.axe_light_and_dark("two returns of one report");
        page.fits("two returns of one report");
        correct(page);
        page.go(&format!("#/element/1/{UNMET}"), "element");
        page.until_said(&format!("[id={UNMET}] [data-returned-remark]"), ASKED);
        page.answer(UNMET, "partly");
        page.saved();
        let second = sign_and_export(page);
        let signed: Value = serde_json::from_slice(&fs::read(&second).expect("a file")).expect("JSON");
        assert_eq!(signed["document"]["answers_return"]["sha256"], hash_of(&late).to_string());
        assert_eq!(page.count("[data-returned]"), 0, "both are answered");
    });
}

/// A second return of the same report stands beside the first, in a file of another name.
fn is_given_back_again(desk: &Page, first: &Path) {
    desk.press("give-back");
    desk.until_there("[name=return_text_1]");
    give_back(desk, "", "请补交照片");
    let second = desk.downloaded(".return.json");
    assert_ne!(second.file_name(), first.file_name());
    let shown = "return document.querySelectorAll('[data-return=given-back]').length === 2";
    desk.until("both are shown", shown, &[]);
    desk.until_there("[data-open-returns=\"2\"]");
}

/// Files that are not for this report, and a changed one.
///
/// Each is refused with a sentence of its own.
fn is_told_what_is_not_for_it(page: &Page, genuine: &Path) {
    page.go("#/seal", "seal");
    let Found::Return(found) = check(&fs::read_to_string(genuine).expect("a file")).found else { panic!("no return") };
    let period = found.document.period;
    let of_enterprise = another_return(genuine, "enterprise.json", |returned| {
        returned.enterprise.uscc = UnifiedCode::parse(CODES[1]).expect("a code");
    });
    let of_month = another_return(genuine, "month.json", |returned| returned.period = period.previous());
    let of_revision = another_return(genuine, "revision.json", |returned| {
        returned.period = period;
        returned.revision = 7;
    });
    let of_document = another_return(genuine, "document.json", |returned| returned.period = period);
    let changed = genuine.with_file_name("changed.json");
    let text = fs::read_to_string(genuine).expect("a file").replace(ASKED, "没有问题");
    fs::write(&changed, text).expect("a file");
    let files = [of_enterprise, of_month, of_revision, of_document, changed];
    let mut said: Vec<String> = files.iter().map(|file| refused(page, file)).collect();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), files.len(), "{said:?}");
}

/// Whatever was not asked of the enterprise is not offered as the place of a remark.
fn places_are_those_of_the_report(desk: &Page, report: &Path) {
    let asked = asked_items(report);
    let catalogue = builtin::catalogue().expect("a check list");
    let offered = desk.attributes("[name=return_place_1] option", "value");
    let is_offered = |id: &str| offered.iter().any(|place| place == id);
    let (mut there, mut left_out) = (0, 0);
    for item in catalogue.items() {
        assert_eq!(is_offered(&item.id), asked.contains(&item.id), "{}", item.id);
        if is_offered(&item.id) { there += 1 } else { left_out += 1 }
    }
    assert!(there > 0 && left_out > 0, "{there} offered, {left_out} not");
}

/// Two enterprises that are ticked get the same remark, in one archive.
fn many_at_once(desk: &Page, near: &Path) {
    let person = Person::principal(1);
    let other = Enterprise {
        uscc: CODES[1].into(),
        name: "福州示例木业有限公司".into(),
        facts: ["hot_work", "confined_space"].map(String::from).into(),
        ..sample::enterprise()
    };
    let checked = check(&fs::read_to_string(near).expect("a file"));
    let of_near = &checked.report().expect("a report").report;
    let period: Period = of_near.period;
    let report = report_of(&other, &draft(&other, &period.to_string()), &[&person]);
    let named = NamedEnterprise { name: other.name.clone(), uscc: UnifiedCode::parse(CODES[1]).expect("a code") };
    let made_at = time("2026-11-20T09:00:00+08:00");
    let registration = Registration::new(named, false, None, made_at, person.signer());
    let file = |name: &str, text: String| {
        let file = near.with_file_name(name);
        fs::write(&file, text).expect("a file");
        file
    };
    let registration = sign_value(typed::to_value(&registration).expect("a document"), &[&person]);
    verdict_of(desk, &file("other.registration.json", registration));
    register(desk, &person.form_named(CODES[1], &other.name, None));
    desk.until_there("[data-registered]");
    let other = file("other.signed.json", sign(&report, &[&person]));
    assert_eq!(verdict_of(desk, &other), "trusted");
    let trusted = desk.attributes("[data-verdict=trusted] [name^=tick_]", "name");
    assert_eq!(trusted.len(), 2);
    for name in &trusted {
        desk.click(&format!("label:has(> [name={name}])"));
    }
    desk.until_there("[data-returns=\"2\"]");
    if desk.count("[data-returns][open]") == 0 {
        desk.press("returns");
    }
    // One was asked something that the other was not: it gets that remark, the other does not.
    let asked = [near, &other].map(asked_items);
    let of_one = asked[0].difference(&asked[1]).map(|item| (item, "福州示例木业有限公司"));
    let of_either = of_one.chain(asked[1].difference(&asked[0]).map(|item| (item, of_near.enterprise.name.as_str())));
    let (only, left_out) = of_either.into_iter().next().expect("a question that one of them was asked");
    desk.press("add-return-remark");
    desk.until_there("[name=return_text_2]");
    desk.select("return_place_2", only);
    desk.fill("return_text_2", ASKED);
    desk.until_said("[data-left-out]", left_out);
    assert_eq!(desk.count("[data-left-out]"), 1);
    desk.axe_light_and_dark("a remark that one of two does not get");
    desk.fits("a remark that one of two does not get");
    give_back(desk, "", "请补报安全费用");
    let archive = fs::read(desk.downloaded(".zip")).expect("an archive");
    let names = String::from_utf8_lossy(&archive);
    for code in CODES {
        assert!(names.contains(&format!("{code}-{period}")), "{code}");
    }
    assert_eq!(names.matches("请补报安全费用").count(), 6, "in each file, in each message and in the text it carries");
    assert_eq!(names.matches(ASKED).count(), 3, "in what one of them gets");
}

/// Ids of the items that a report answers.
fn asked_items(report: &Path) -> BTreeSet<String> {
    let signed: Value = serde_json::from_slice(&fs::read(report).expect("a file")).expect("JSON");
    let items = signed["document"]["items"].as_array().expect("items");
    items.iter().filter_map(|item| Some(item["id"].as_str()?.to_owned())).collect()
}
