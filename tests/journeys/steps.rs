//! Steps that several journeys share: filling in a whole month of a real enterprise, key and signature.

use std::path::PathBuf;

use anziping_tests::{Page, page::keys};
use serde_json::json;

/// A code with a right check character that belongs to nobody: digits of a place and type, then zeros.
pub const USCC: &str = "91310000MA1FL0000N";
/// The passphrase of the principal in these journeys.
pub const PASSPHRASE: &str = "river-Lantern 7402 quiet";
/// An item without veto that is answered 否 in these journeys.
pub const UNMET: &str = "Z08";

/// Facts that a person knows about the own enterprise.
const ENTERPRISE: [(&str, &str); 7] = [
    ("name", "上海示例机械有限公司"),
    ("uscc", USCC),
    ("address", "上海市示例区示例路 1 号"),
    ("office", "示例街道安管办"),
    ("workers", "36"),
    ("principal", "张三"),
    ("officer", "李四"),
];

/// Goes from the first visit to a described enterprise with hot work.
pub fn describe_enterprise(page: &Page) {
    page.press("start");
    page.on_page("enterprise");
    for (field, text) in ENTERPRISE {
        page.fill(field, text);
    }
    page.select("industry", "machinery");
    page.click("input[name=officer_time][value=part_time]");
    page.click("input[name=hot_work]");
    page.saved();
}

/// Answers everything on the page with the keyboard alone: 是, and 10 of 10 where counts are asked for.
pub fn answer_by_keyboard(page: &Page) {
    let body = "return [...document.querySelectorAll('main fieldset:is([data-item], [data-point], [data-rate])')].map((one) => [one.id, one.querySelector('[name=done]') !== null])";
    let questions = page.js(body, &[]);
    let questions = questions.as_array().expect("a list");
    assert!(!questions.is_empty(), "nothing is asked on {}", page.text("h1"));
    for question in questions {
        let id = question[0].as_str().expect("an id");
        // What follows from an answer given meanwhile is not asked any more.
        if page.count(&format!("main fieldset[id=\"{id}\"]")) == 0 {
            continue;
        }
        page.tab_to(&format!("[id=\"{id}\"]"));
        if question[1] == true {
            page.tab_to(&format!("[id=\"{id}\"] [name=done]"));
            page.type_keys("10");
            page.key(keys::TAB);
            page.type_keys("10");
        } else {
            page.key('1');
        }
    }
    let open = page.attributes("main fieldset:is([data-item], [data-point], [data-rate]):not([data-status=met])", "id");
    assert!(open.is_empty(), "not answered by the keyboard: {open:?}");
}

/// Answers all eight elements, all but one item with 是.
pub fn answer_elements(page: &Page) {
    for element in 1..=8 {
        page.go(&format!("#/element/{element}"), "element");
        page.until_said("h1", &element.to_string());
        answer_by_keyboard(page);
    }
    screen_by_keyboard(page);
    page.go("#/element/1", "element");
    page.until_there(&format!("[data-item={UNMET}]"));
    page.answer(UNMET, "no");
    page.saved();
}

/// Goes through the criteria for major hazards with the keyboard: nothing of the kind.
pub fn screen_by_keyboard(page: &Page) {
    page.go("#/screening", "screening");
    for criterion in page.attributes("main [data-criterion]", "data-criterion") {
        page.tab_to(&format!("[data-criterion={criterion}]"));
        page.key('1');
    }
    assert_eq!(page.count("main [data-criterion]:not([data-status=met])"), 0);
    page.saved();
}

/// Goes from the first visit to a month of a real enterprise that can be signed, without hazards.
pub fn fill_in_everything(page: &Page) {
    describe_enterprise(page);
    answer_elements(page);
    page.answer(UNMET, "yes");
    page.go("#/area/hot-work", "area");
    answer_by_keyboard(page);
    fill_month(page);
    assert_ready(page);
}

/// Registers the hazard of the unmet item and takes it through all stages.
pub fn close_hazard(page: &Page) {
    page.go(&format!("#/element/1/{UNMET}"), "element");
    page.click(&format!("[data-item={UNMET}] [data-action=register-hazard]"));
    page.on_page("hazards");
    page.until_there("#stage-now");
    for _ in 0..7 {
        let stage = page.text("#stage-now");
        fill_stage(page);
        page.press("advance");
        let moved = "return document.querySelector('#stage-now').innerText !== arguments[0]";
        page.until(&format!("the stage after {stage}"), moved, &[json!(stage)]);
    }
    page.saved();
    // Closing it asks for the item again.
    page.go(&format!("#/element/1/{UNMET}"), "element");
    page.until_there(&format!("[data-item={UNMET}]:not([data-status=met])"));
    page.answer(UNMET, "yes");
    page.saved();
}

/// Fills in what the present stage asks for and does not have yet.
pub fn fill_stage(page: &Page) {
    let stage = "section[aria-labelledby=stage-now]";
    let fields = page.attributes(&format!("{stage} :is(input:not([type=radio]), textarea)"), "name");
    for name in fields {
        let field = format!("{stage} [name=\"{name}\"]");
        if !page.value(&field).is_empty() {
            continue;
        }
        let text = match name.strip_prefix("hazard-").expect("a field of a hazard") {
            "Owner" => "王五",
            "AcceptedBy" => "张三",
            "Finder" => "李四",
            "Funds" => "300",
            day if day.ends_with("On") || day == "Deadline" => {
                // Today, or the last day of the period where that has passed.
                // By a script: old engines have no `:has`.
                let button = "const field = document.querySelector(arguments[0]).closest('.field');
                    field.parentElement.querySelector('[role=group] button').dataset.day = arguments[1]";
                page.js(button, &[json!(field), json!(name)]);
                page.click(&format!("[data-day={name}]"));
                continue;
            }
            _ => "冲压车间二号压力机防护栏螺栓松动，已紧固",
        };
        page.fill_at(&field, text);
    }
}

/// Fills in what the month asks for.
pub fn fill_month(page: &Page) {
    page.go("#/month", "month");
    for name in page.attributes("main :is(input, textarea)[aria-required=true]", "name") {
        let text = match name.as_str() {
            "checks" => "4",
            "principal_checks" => "1",
            "next_focus" => "检查临时用电和动火作业",
            _ => "0",
        };
        page.fill(&name, text);
    }
    page.saved();
}

/// Asserts that nothing blocks the signature, naming what does.
pub fn assert_ready(page: &Page) {
    page.go("#/report", "report");
    page.until_there("[data-blocking]");
    let blocking = page.attributes("main [data-blocking]", "data-blocking");
    assert!(blocking.iter().all(|count| count == "0"), "{blocking:?}: {}", page.text("[data-list=problems]"));
}

/// Makes a key, saves a backup, has the program look into it. Gives the file with the key alone.
pub fn make_key(page: &Page) -> PathBuf {
    page.go("#/seal", "seal");
    page.fill("new_passphrase", PASSPHRASE);
    page.fill("new_passphrase_again", PASSPHRASE);
    page.press("make-key");
    let alone = keep_key(page);
    page.until_there("[name=seal_passphrase]");
    page.saved();
    alone
}

/// Saves the key that was just made, by itself and in a backup of everything, and picks that once.
///
/// No passphrase is asked for.
pub fn keep_key(page: &Page) -> PathBuf {
    page.until_there("[data-action=save-key-backup]");
    page.click("details[data-key-alone] > summary");
    page.press("save-key-pem");
    let alone = page.downloaded(".pem");
    page.press("save-key-backup");
    let backup = page.downloaded(".json");
    page.hand_over("pick-key-backup", &backup);
    page.until("the backup is found whole", "return !document.querySelector('[data-usable=false]')", &[]);
    alone
}

/// Opens the signed month again, and says why.
pub fn correct(page: &Page) {
    page.press("correct");
    page.fill("correction-why", "漏记了一项");
    page.press("begin-correction");
    page.until_there("[data-correcting]");
}

/// Signs and exports. Gives the exported file.
pub fn sign_and_export(page: &Page) -> PathBuf {
    page.go("#/seal", "seal");
    page.click("[name=reviewed]");
    page.fill("seal_passphrase", PASSPHRASE);
    page.press("seal");
    page.until_there("section[data-sealed] [data-action=export]");
    page.saved();
    page.press("export");
    page.downloaded(".signed.json")
}
