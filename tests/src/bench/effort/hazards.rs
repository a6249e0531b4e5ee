//! Fills in the ledger: what is found, how far it is taken, what is mended at once.

use serde_json::json;

use super::person::{Person, pressed, texts};
use super::scenario::Hazard;

/// The fields that can be filled in now, with what stands in them, from the top down.
const FIELDS: &str = "
    const fields = [...document.querySelectorAll('section[aria-labelledby=stage-now] :is(input:not([type=radio], [type=checkbox]), textarea)')];
    return fields.filter((one) => one.checkVisibility() && one.value === '').map((one) => one.name);";
/// The buttons that fill a field with what the page offers.
fn offered(field: &str) -> String {
    format!("div:has(> .field [name=\"{field}\"]) [role=group] button")
}

/// Fills in what the form asks for, from the top down.
///
/// Days and names by what the page offers, where that is right.
fn fill_in(person: &Person<'_>, hazard: &Hazard) {
    let mut seen = Vec::new();
    // What is filled in may fill in more.
    while let Some(name) = texts(&person.page.js(FIELDS, &[])).into_iter().find(|name| !seen.contains(name)) {
        fill(person, hazard, &name);
        seen.push(name);
    }
}

fn fill(person: &Person<'_>, hazard: &Hazard, name: &str) {
    let field = name.strip_prefix("hazard-").unwrap_or(name);
    let selector = format!("[name=\"{name}\"]");
    let wanted = hazard.fields.get(field).map(String::as_str);
    if field == "Deadline" {
        // 1, 3, 7 or 15 days from now, as the buttons stand there; another day is typed.
        let days = wanted.unwrap_or("7");
        if !tap_offer(person, name, &format!("{days} 天")) {
            person.type_day(&selector, days.parse().expect("a number of days"));
        }
    } else if field.ends_with("On") || field == "AcceptedBy" {
        assert!(tap_offer(person, name, ""), "no button fills {field}");
    } else if let Some(text) = wanted {
        if !tap_offer(person, name, text) {
            person.type_into(&selector, text);
        }
    } else if field == "Acceptance" {
        person.type_into(&selector, "已到现场看过");
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
    if hazard.major {
        open(person, "");
    } else if !person.tap_if_seen(&pressed("add-hazard")) {
        person.tap(&pressed("add-another"));
    }
    person.page.until_there("#stage-now");
    if hazard.spot {
        ["hazard-Place", "hazard-Description"].iter().for_each(|name| fill(person, hazard, name));
        person.tap("label:has(> [name=hazard-on-the-spot])");
        fill_in(person, hazard);
        person.tap(&pressed("close-on-the-spot"));
        person.page.until_said("#stage-now", "八个步骤都已完成");
        return Some(person.so_far().taps - before.taps);
    }
    take(person, hazard);
    if hazard.major {
        photographs(person);
    }
    None
}

/// Puts right, accepts and closes a hazard that waits for it.
pub fn close(person: &Person<'_>, hazard: &Hazard) {
    let place = &hazard.fields["Place"];
    let follows = person.page.js("return document.querySelector('[data-action=next-open]')?.innerText ?? ''", &[]);
    if follows.as_str().is_some_and(|said| said.contains(place.as_str())) {
        person.tap(&pressed("next-open"));
        person.page.until_said("#stage-now", "第 5 步");
    } else {
        if person.page.count("[data-hazard]") == 0 {
            back_to_ledger(person);
        }
        open(person, place);
    }
    person.page.until_there("#stage-now");
    take(person, hazard);
}

/// One form: its fields and the button that takes the hazard as far as it leads.
fn take(person: &Person<'_>, hazard: &Hazard) {
    let stage = person.page.text("#stage-now");
    let chosen = "return document.querySelector('[name=hazard-Grade]') !== null && document.querySelector('[name=hazard-Grade]:checked') === null";
    if person.page.js(chosen, &[]) == true {
        ["hazard-Place", "hazard-Description"].iter().for_each(|name| fill(person, hazard, name));
        let grade = if hazard.major { "重大事故隐患" } else { "一般隐患" };
        person.tap(&format!("label:has(> [name=hazard-Grade][value={grade}])"));
    }
    fill_in(person, hazard);
    person.tap(&pressed("take"));
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
        // The second is the same and stands there once.
        person.page.until_there("[data-photos=Before] [data-photo] img");
    }
}
