//! Answers what is asked on a page: one question after the other, as the scenario says, else 是 and all of all.

use serde_json::{Value, json};

use super::person::Person;
use super::scenario::Scenario;

/// The questions of the page that nobody has answered or confirmed, from the top down.
const ASKED: &str = "
    const asked = [...document.querySelectorAll('main fieldset:is([data-item], [data-point], [data-rate], [data-criterion])')];
    return asked
        .filter((one) => !one.disabled && one.checkVisibility() && ['open', 'carried', 'faulty'].includes(one.dataset.status))
        .map((one) => ({
            id: one.id,
            status: one.dataset.status,
            said: one.querySelector('legend').innerText,
            criterion: one.dataset.criterion !== undefined,
            counts: one.querySelector('input[name=done]') !== null,
        }));";

/// Buttons by which the page offers counts it knows.
const OFFERS: [&str; 2] = ["from-ledger", "take-counts"];
/// Questions on a page, with some to spare.
const MANY: usize = 400;

/// A question that is still open.
struct Asked {
    id: String,
    status: String,
    said: String,
    criterion: bool,
    counts: bool,
}

impl Asked {
    fn of(value: &Value) -> Self {
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Self {
            id: text("id"),
            status: text("status"),
            said: text("said"),
            criterion: value["criterion"] == true,
            counts: value["counts"] == true,
        }
    }

    fn at(&self, what: &str) -> String {
        format!("[id=\"{}\"] {what}", self.id)
    }
}

/// Answers everything on the page.
///
/// # Panics
/// When a question stays open after its answer.
pub fn answer_all(person: &Person<'_>, scenario: &Scenario, month: u8) {
    confirm_sections(person);
    let mut last = String::new();
    for _ in 0..MANY {
        let Some(next) = first_asked(person) else { return };
        assert_ne!(next.id, last, "it stays open after its answer: {}", next.said);
        last.clone_from(&next.id);
        answer(person, scenario, month, &next);
    }
    panic!("there is always one more question");
}

/// Where the page lets what is carried and was looked at be confirmed by the section, does so; each press confirms what is above it.
fn confirm_sections(person: &Person<'_>) {
    let button = "main [data-action=confirm-section]:not([aria-disabled=true])";
    for _ in 0..MANY {
        if !person.sees(button) {
            return;
        }
        // Nobody confirms what has not passed before the eyes.
        person.tap(button);
    }
}

fn first_asked(person: &Person<'_>) -> Option<Asked> {
    person.page.js(ASKED, &[]).as_array().and_then(|all| all.first()).map(Asked::of)
}

fn answer(person: &Person<'_>, scenario: &Scenario, month: u8, asked: &Asked) {
    if asked.criterion {
        return screen(person, scenario, month, asked);
    }
    let marked = scenario.answer.iter().find(|answer| answer.words.mean(&asked.said, month));
    if let Some(marked) = marked.filter(|marked| offers_mark(person, asked, &marked.mark)) {
        person.tap(&asked.at(&format!("label:has(> input[value={}])", marked.mark)));
        if marked.mark == "na" {
            person.type_into(&asked.at("input[name$=-reason]"), &marked.reason);
        }
        return;
    }
    if asked.status == "carried" && person.tap_if_seen(&asked.at("[data-action=confirm]")) {
        return;
    }
    if !asked.counts {
        return person.tap(&asked.at("label:has(> input[value=yes])"));
    }
    let counted = scenario.count.iter().find(|count| count.words.mean(&asked.said, month));
    if counted.is_none() {
        for offer in OFFERS {
            if person.tap_if_seen(&asked.at(&format!("[data-action={offer}]"))) {
                return;
            }
        }
    }
    let all = &scenario.counts.all;
    let [done, total] = counted
        .map_or([all.as_str(), all.as_str()], |counted| [counted.counts[0].as_str(), counted.counts[1].as_str()]);
    for (field, text) in [("done", done), ("total", total)] {
        let field = asked.at(&format!("input[name={field}]"));
        if person.page.value(&field) != text {
            person.type_into(&field, text);
        }
    }
}

fn offers_mark(person: &Person<'_>, asked: &Asked, mark: &str) -> bool {
    let there = "return Boolean(document.querySelector(arguments[0]))";
    person.page.js(there, &[json!(asked.at(&format!("input[value={mark}]")))]) == true
}

fn screen(person: &Person<'_>, scenario: &Scenario, month: u8, asked: &Asked) {
    if asked.status == "carried" && person.tap_if_seen(&asked.at("[data-action=confirm]")) {
        return;
    }
    let suspected = scenario.suspected.mean(&asked.said, month);
    let finding = if suspected { "suspected" } else { "clear" };
    person.tap(&asked.at(&format!("label:has(> input[value={finding}])")));
    // What the criterion names stands there to be ticked.
    if suspected {
        person.tap_if_seen(&asked.at("[data-defects] label"));
    }
}
