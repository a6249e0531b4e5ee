//! Sixty keys by their stamped forms: typed, scanned, in any order, with what the list says otherwise.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anziping_core::{
    document::{NamedEnterprise, registration::Registration},
    registry::{
        Registry,
        asked::{RegisterAnswers, RegisterEntry},
    },
    seal::typed,
    value::uscc::UnifiedCode,
};
use anziping_fixtures::sample::{Person, check, code, day, sign_value, time};
use anziping_tests::{Page, desk, journey, page::keys, reports};

/// A registration with the paper that belongs to it.
struct Form {
    uscc: UnifiedCode,
    name: String,
    file: PathBuf,
    /// The thirty digits, run together.
    digits: String,
}

/// The registration of a principal.
///
/// Its file has the digits in its name, as older programs wrote it.
fn form(folder: &Path, number: usize, name: &str, person: &Person) -> Form {
    let uscc = code(number);
    let named = NamedEnterprise { name: name.into(), uscc: uscc.clone() };
    let document = Registration::new(named, false, None, time("2026-11-20T09:00:00+08:00"), person.signer());
    let text = sign_value(typed::to_value(&document).expect("a document"), &[person]);
    let digits = person.form_named(uscc.as_str(), name, None).replace(' ', "");
    let file = folder.join(format!("{uscc}-{digits}.registration.json"));
    fs::write(&file, text).expect("a file");
    Form { uscc, name: name.into(), file, digits }
}

fn principal(number: usize) -> Person {
    Person::principal(u8::try_from(number).expect("a small number"))
}

fn name(number: usize) -> String {
    format!("示例企业{number}")
}

/// Makes so many forms.
///
/// The list of the desk has the second under another name, the third not at all, and a key of the fourth.
fn sixty(folder: &Path, count: usize) -> (Vec<Form>, PathBuf) {
    let forms: Vec<Form> = (1..=count).map(|number| form(folder, number, &name(number), &principal(number))).collect();
    let mut registry = Registry::new("示例街道安管办".into());
    for (at, form) in forms.iter().enumerate().filter(|(at, _)| *at != 2) {
        registry.enrol(&form.uscc, if at == 1 { "名单里的老名称" } else { &form.name });
    }
    let before = Person { name: "前任负责人", ..principal(200) };
    let earlier = form(folder, 4, &name(4), &before);
    let entry =
        RegisterEntry { digits: earlier.digits, form_number: "旧 4".into(), answers: RegisterAnswers::default() };
    let checked = check(&fs::read_to_string(&earlier.file).expect("a file"));
    registry.register_as_answered(checked.offer(), &entry, day("2026-10-01")).expect("the digits are equal");
    let backup = folder.join("backup.json");
    reports::write_backup(&registry, &backup);
    (forms, backup)
}

/// A desk that has received these registrations.
fn received(desk: &Page, forms: &[Form], backup: &Path) {
    desk.open("office.html");
    desk::restore(desk, backup);
    let files: Vec<&Path> = forms.iter().map(|form| form.file.as_path()).collect();
    desk.hand_over_all("choose-files", &files);
    desk.until_there(&format!("[data-queue=\"{}\"]", forms.len()));
}

/// Waits until this registration is open and its digits can be typed.
fn is_open(desk: &Page, form: &Form) {
    desk.until(
        &format!("the form of {}", form.name),
        "return document.querySelector('[data-queue-open] h3')?.innerText === arguments[0]
            && document.activeElement?.id === 'digits'",
        &[form.name.as_str().into()],
    );
}

fn has_focus(desk: &Page, id: &str) {
    desk.until(&format!("the focus at {id}"), "return document.activeElement?.id === arguments[0]", &[id.into()]);
}

fn left(desk: &Page, count: usize) {
    desk.until_there(&format!("[data-queue=\"{count}\"]"));
}

#[test]
fn sixty_keys_are_registered_by_keyboard_alone_and_no_digits_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (forms, backup) = sixty(folder.path(), 60);
    journey("register-sixty", |desk| {
        received(desk, &forms, &backup);
        let shown = desk.js("return document.body.innerText", &[]);
        let shown: String = shown.as_str().unwrap().split_whitespace().collect();
        assert!(forms.iter().all(|form| !shown.contains(&form.digits)), "digits are read from paper only");
        assert_eq!(desk.text("#register-queue"), "登记密钥 0/60");
        for (form, asked) in [(1, "名单里的老名称"), (2, "不在名单里"), (3, "前任负责人")] {
            let row = desk.text(&format!("[data-queue-row=\"{}\"]", forms[form].uscc));
            assert!(row.contains(asked), "{row}");
        }
        desk.axe_light_and_dark("queue of registrations");
        desk.fits("queue of registrations");
        desk.press("begin-queue");
        let before = desk.presses();
        let mut machine = Duration::ZERO;
        for (at, form) in forms.iter().enumerate() {
            is_open(desk, form);
            desk.type_keys(&form.digits);
            desk.until_there("[data-whole]");
            if at == 0 {
                desk.until("digits that registered nothing yet are asked about", Page::ASKS_BEFORE_LEAVING, &[]);
            }
            desk.key(keys::ENTER);
            let question = match at {
                1 => Some("answer_name-stays"),
                2 => Some("answer_add"),
                3 => Some("answer_earlier-replaced"),
                _ => None,
            };
            match question {
                Some(id) => {
                    has_focus(desk, id);
                    desk.key(keys::SPACE);
                }
                None => has_focus(desk, "form_number"),
            }
            let begun = Instant::now();
            desk.key(keys::ENTER);
            left(desk, forms.len() - at - 1);
            if let Some(next) = forms.get(at + 1) {
                is_open(desk, next);
            }
            machine += begun.elapsed();
        }
        let pressed = desk.presses() - before;
        println!(
            "60 keys typed: 1 tap, {pressed} presses of keys, {} of them digits; the machine took {:.0} ms for each",
            60 * 30,
            machine.as_secs_f64() * 1e3 / 60.0
        );
        assert_eq!(pressed, 60 * 32 + 3, "thirty digits and two Enters, and a press for each question");
        assert_eq!(desk.text("#register-queue"), "登记密钥 60/60");
        desk.saved();
        desk.until("nothing is asked", Page::ASKS_NOTHING, &[]);
        assert_eq!(desk.count("[data-registered]"), 60, "each card says so");
        desk.go("#/registry", "registry");
        let list = desk.text("main");
        assert!(list.contains("名单里的老名称"), "not renamed");
        assert!(list.contains("60 家企业，其中 60 家有在用密钥"), "{list}");
        let tall = desk.js("return document.documentElement.scrollHeight", &[]).as_f64().unwrap();
        println!("the page of a registry of 60 enterprises is {tall} px tall");
        assert!(tall < 4_500.0, "{tall}");
        desk.click("[data-section=keeping]");
        desk.until(
            "the backup is in view",
            "return document.querySelector('[data-action=backup]').getBoundingClientRect().bottom < innerHeight",
            &[],
        );
        desk.fill("search", forms[2].uscc.as_str());
        desk.until("one row", "return document.querySelectorAll('[data-enterprise]').length === 1", &[]);
        // A file of a registered key is said to be that before anything is typed.
        desk.go("#/inbox", "inbox");
        desk.press("clear");
        desk.hand_over("choose-files", &forms[0].file);
        desk.until_there("[data-verdict=other] [data-registered]");
        desk.until_there("[data-queue=\"0\"]");
        assert_eq!(desk.count("[data-action=begin-queue]"), 0);
    });
}

#[test]
fn a_scanner_types_the_form_of_any_registration_and_a_mistake_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (forms, backup) = sixty(folder.path(), 8);
    let stranger = form(&folder.path().join("."), 300, "别的企业", &principal(99));
    journey("register-scanned", |desk| {
        received(desk, &forms, &backup);
        desk.press("begin-queue");
        is_open(desk, &forms[0]);
        let scan = |digits: &str| {
            desk.type_keys(digits);
            desk.key(keys::ENTER);
        };
        // In its turn: a scan, and one Enter after a look at the paper.
        let before = desk.presses();
        scan(&forms[0].digits);
        has_focus(desk, "form_number");
        left(desk, 8);
        desk.key(keys::ENTER);
        left(desk, 7);
        println!("a key scanned: 1 scan, {} Enter of the person's", desk.presses() - before - 31);
        // The paper of another one: its Enter leads there and registers nothing.
        is_open(desk, &forms[1]);
        scan(&forms[4].digits);
        is_open(desk, &forms[4]);
        desk.until_there("[data-whole]");
        left(desk, 7);
        desk.key(keys::ENTER);
        has_focus(desk, "form_number");
        // The same once more, into the number of the paper.
        scan(&forms[4].digits);
        assert!(!desk.error_at("[name=form_number]").is_empty());
        left(desk, 7);
        desk.fill("form_number", "街-5");
        desk.key(keys::ENTER);
        left(desk, 6);

        // Of no file here, of an old form, of the key alone.
        is_open(desk, &forms[5]);
        scan(&stranger.digits);
        assert!(desk.error_at("[name=digits]").contains("第 1 组"));
        left(desk, 6);
        desk.fill("digits", &format!("ANZIPING KEY 1 {} x", forms[5].uscc));
        assert!(desk.error_at("[name=digits]").contains("旧登记表"));
        desk.fill("digits", &principal(6).key_digits());
        assert!(desk.error_at("[name=digits]").contains("第 1 组"));
        // A slip in the third group is told with its fifth digit; the rest stays and is mended.
        let mut slip: Vec<char> = forms[5].digits.chars().collect();
        slip[12] = if slip[12] == '0' { '1' } else { '0' };
        let slip: String = slip.into_iter().collect();
        desk.fill("digits", &slip[..14]);
        desk.until_there("[data-group=\"2\"][data-state=equal]");
        desk.until_there("[data-group=\"3\"][data-state=open]");
        desk.fill("digits", &slip);
        desk.until_there("[data-group=\"3\"][data-state=differs]");
        assert_eq!(desk.count("[data-state=differs]"), 1, "those behind it are not judged");
        desk.axe_light_and_dark("a wrong group");
        desk.fits("a wrong group");
        desk.press("close");
        is_open(desk, &forms[6]);
        desk.click(&format!("[data-queue-row=\"{}\"] [data-action=queue-row]", forms[5].uscc));
        is_open(desk, &forms[5]);
        assert_eq!(desk.value("#digits"), slip, "what was typed has stayed");
        desk.go("#/registry", "registry");
        desk.go("#/inbox", "inbox");
        desk.click(&format!("[data-queue-row=\"{}\"] [data-action=queue-row]", forms[5].uscc));
        is_open(desk, &forms[5]);
        assert_eq!(desk.value("#digits"), slip, "also on another page");
        desk.fill("digits", &forms[5].digits);
        desk.press("compare");
        left(desk, 5);
        // Taken back, it waits again.
        desk.press("undo");
        left(desk, 6);

        // What is asked is asked before anything changes.
        desk.click(&format!("[data-queue-row=\"{}\"] [data-action=queue-row]", forms[1].uscc));
        is_open(desk, &forms[1]);
        desk.fill("digits", &forms[1].digits);
        desk.press("compare");
        assert!(!desk.error_at("[name=answer_name]").is_empty());
        left(desk, 6);
        desk.click("label:has(> #answer_name-changes)");
        desk.press("compare");
        left(desk, 5);
        desk.click(&format!("[data-queue-row=\"{}\"] [data-action=queue-row]", forms[3].uscc));
        is_open(desk, &forms[3]);
        desk.fill("digits", &forms[3].digits);
        desk.click("label:has(> #answer_earlier-revoked)");
        desk.press("compare");
        assert!(!desk.error_at("[name=answer_earlier]").is_empty(), "a revocation has a reason");
        desk.axe_light_and_dark("what is asked of a second key");
        desk.fits("what is asked of a second key");
        desk.fill("answer_reason", "设备遗失");
        desk.press("compare");
        left(desk, 4);
        desk.saved();
        desk.go("#/registry", "registry");
        let list = desk.text("main");
        assert!(list.contains("示例企业2") && !list.contains("名单里的老名称"), "renamed on purpose");
        desk.axe_light_and_dark("list of enterprises in short rows");
        desk.fits("list of enterprises in short rows");
        desk.click(&format!("[data-enterprise=\"{}\"] [data-action=enterprise]", forms[3].uscc));
        desk.until_said(&format!("[data-enterprise=\"{}\"] [data-key]", forms[3].uscc), "作废：设备遗失");
    });
}
