//! Fills in the ledger: what is found, how far it is taken, what is mended at once.

use serde_json::json;

use super::person::{Person, pressed, texts};
use super::scenario::Hazard;

/// The fields that can be filled in now, with what stands in them, from the top down.
const FIELDS: &str = "
    const fields = [...document.querySelectorAll('section[aria-labelledby=stage-now] :is(input:not([type=radio], [type=checkbox]), textarea)')];
    return fields.filter((one) => one.checkVisibility() && one.value === '').map((one) => one.name);";
/// Stages that are left before a hazard waits to be put right.
const TO_THE_DEADLINE: usize = 4;
/// Stages that are left from there until it is closed.
const TO_THE_END: usize = 2;

/// The buttons that fill a field with what the page offers.
fn offered(field: &str) -> String {
    format!("div:has(> .field [name=\"{field}\"]) [role=group] button")
}

/// Fills in what the present stage asks for.
///
/// Days and names by what the page offers, where that is right.
fn fill_in(person: &Person<'_>, hazard: &Hazard) {
    for name in texts(&person.page.js(FIELDS, &[])) {
        let field = name.strip_prefix("hazard-").unwrap_or(&name);
        let selector = format!("[name=\"{name}\"]");
        let wanted = hazard.fields.get(field).map(String::as_str);
        if field == "Deadline" {
            // 1, 3, 7 or 15 days from now, as the buttons stand there.
            let days = wanted.unwrap_or("7");
            assert!(tap_offer(person, &name, &format!("{days} 天")), "no button for {days} days");
        } else if field.ends_with("On") || field == "AcceptedBy" {
            assert!(tap_offer(person, &name, ""), "no button fills {field}");
        } else if let Some(text) = wanted {
            if !tap_offer(person, &name, text) {
                person.type_into(&selector, text);
            }
        } else if field == "Acceptance" {
            person.type_into(&selector, "已到现场看过");
        }
    }
}

/// Presses the button beside a field that says `text`, or the first one where that is empty.
fn tap_offer(person: &Person<'_>, name: &str, text: &str) -> bool {
    let group = offered(name);
    let said = "return [...document.querySelectorAll(arguments[0])].findIndex((one) => arguments[1] === '' || one.innerText.trim() === arguments[1] || one.innerText.startsWith(arguments[1])) + 1";
    let at = person.page.js(said, &[json!(group), json!(text)]).as_u64().unwrap_or(0);
    if at > 0 {
        person.tap(&format!("{group}:nth-child({at})"));
    }
    at > 0
}

/// Records a hazard that was just found.
///
/// Gives the taps beside the text where it was mended on the spot.
pub fn record(person: &Person<'_>, hazard: &Hazard) -> Option<u32> {
    let before = person.so_far();
    let fields = if hazard.major {
        open(person, "");
        TO_THE_DEADLINE
    } else {
        if !person.tap_if_seen(&pressed("add-hazard")) {
            person.tap(&pressed("add-another"));
        }
        TO_THE_DEADLINE
    };
    person.page.until_there("#stage-now");
    if hazard.spot {
        fill_in(person, hazard);
        person.tap("label:has(> [name=hazard-on-the-spot])");
        fill_in(person, hazard);
        person.tap(&pressed("close-on-the-spot"));
        person.page.until_said("#stage-now", "八个步骤都已完成");
        let taps = person.so_far().taps - before.taps;
        back_to_ledger(person);
        return Some(taps);
    }
    for _ in 0..fields {
        step(person, hazard);
    }
    if hazard.major {
        photographs(person);
    }
    back_to_ledger(person);
    None
}

/// Puts right, accepts and closes a hazard that waits for it.
pub fn close(person: &Person<'_>, hazard: &Hazard) {
    open(person, &hazard.fields["Place"]);
    person.page.until_there("#stage-now");
    for _ in 0..TO_THE_END {
        step(person, hazard);
    }
    back_to_ledger(person);
}

/// One stage: its fields and the button to the next.
fn step(person: &Person<'_>, hazard: &Hazard) {
    let stage = person.page.text("#stage-now");
    fill_in(person, hazard);
    let major = hazard.major;
    let grade = if major { "重大事故隐患" } else { "一般隐患" };
    let chosen = "return document.querySelector('[name=hazard-Grade]') !== null && document.querySelector('[name=hazard-Grade]:checked') === null";
    if person.page.js(chosen, &[]) == true {
        person.tap(&format!("label:has(> [name=hazard-Grade][value={grade}])"));
        fill_in(person, hazard);
    }
    person.tap(&pressed("advance"));
    let moved = "return document.querySelector('#stage-now').innerText !== arguments[0]";
    person.page.until(&format!("the stage after {stage}"), moved, &[json!(stage)]);
}

/// Opens a hazard from the list, by words of its row; the first one where these are empty.
fn open(person: &Person<'_>, place: &str) {
    let at = "return [...document.querySelectorAll('[data-hazard]')].find((one) => one.innerText.includes(arguments[0]))?.dataset.hazard ?? null";
    let id = person.page.js(at, &[json!(place)]);
    let id = id.as_str().unwrap_or_else(|| panic!("no hazard says {place}")).to_owned();
    person.tap(&format!("[data-hazard=\"{id}\"] a"));
}

fn back_to_ledger(person: &Person<'_>) {
    person.tap("main .row a.button[href=\"#/hazards\"]");
    person.page.until_there("[data-action=add-hazard]");
}

/// Two pictures of what was found.
fn photographs(person: &Person<'_>) {
    let file = crate::workplace::root().join("tests/fixtures/photos/with-position.jpg");
    for _ in 0..2 {
        person.pick("add-photo-before", &file);
    }
}
