//! Answers what is asked on a page.
//!
//! One question after the other, as the scenario says, else 是 and all of all.

use serde_json::{Value, json};

use super::person::{Person, texts};
use super::scenario::Scenario;
use crate::wait;

/// The questions of the page that nobody has answered or confirmed, from the top down.
///
/// Those that are still good and were opened again are among them.
const ASKED: &str = "
    const asked = [...document.querySelectorAll('main fieldset:is([data-item], [data-point], [data-rate], [data-criterion])')];
    return asked
        .filter((one) => !one.disabled && one.checkVisibility() && ['open', 'carried', 'faulty', 'standing'].includes(one.dataset.status))
        .map((one) => ({
            id: one.id,
            status: one.dataset.status,
            said: one.querySelector('legend').innerText,
            criterion: one.dataset.criterion !== undefined,
            counts: one.querySelector('input[name=done]') !== null,
            together: document.querySelector(`[data-together~='${one.id}']`) !== null,
            before: one.querySelector('[data-action=as-before]') !== null,
        }));";

/// A script that finds answers given earlier, good beyond this month and shown in short.
///
/// Each comes with its question: some are folded, where a person opens the line to look.
const STANDING: &str = "
    const standing = [...document.querySelectorAll('main section[data-standing]')];
    return standing.map((one) => [one.id, one.querySelector('.item-question').textContent]);";
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
    /// Last month's answer stands beside it.
    before: bool,
    /// It can be answered with those beside it.
    together: bool,
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
            before: value["before"] == true,
            together: value["together"] == true,
        }
    }

    /// Returns whether an answer of last month is there.
    fn is_known(&self) -> bool {
        self.before || self.status == "carried"
    }

    fn at(&self, what: &str) -> String {
        format!("[id=\"{}\"] {what}", self.id)
    }
}

/// Answers everything on the page; says whether the last press led on to the next one.
///
/// # Panics
/// When a question stays open after its answer.
pub fn answer_all(person: &Person<'_>, scenario: &Scenario, month: u8) -> bool {
    let place = address(person);
    say_what_changed(person, scenario, month);
    // What is new is answered before what is unchanged is confirmed, which may lead on to the next page.
    let alone = |asked: &Asked| !asked.together || is_otherwise(scenario, month, asked);
    answer_each(person, scenario, month, |asked| !asked.is_known() && alone(asked));
    if answer_together(person) {
        person.arrives();
        return true;
    }
    answer_each(person, scenario, month, |asked| !asked.is_known());
    open_records(person);
    confirm_sections(person);
    if address(person) != place {
        person.arrives();
        return true;
    }
    answer_each(person, scenario, month, |_| true);
    open_records(person);
    false
}

/// The page, whatever place of it is shown.
const ADDRESS: &str = "location.hash.split('/').slice(0, 3).join('/')";

fn address(person: &Person<'_>) -> Value {
    person.page.js(&format!("return {ADDRESS}"), &[])
}

/// Answers what is open, one after the other.
fn answer_each(person: &Person<'_>, scenario: &Scenario, month: u8, which: impl Fn(&Asked) -> bool) {
    for _ in 0..MANY {
        let Some(next) = all_asked(person).into_iter().find(&which) else { return };
        answer(person, scenario, month, &next);
        let is_open = || all_asked(person).iter().any(|asked| asked.id == next.id);
        let answered = wait::for_answer(|| (!is_open()).then_some(()));
        assert!(answered.is_some(), "it stays open after its answer: {}", next.said);
    }
    panic!("there is always one more question");
}

/// Returns whether the scenario answers it with something else than 是.
fn is_otherwise(scenario: &Scenario, month: u8, asked: &Asked) -> bool {
    scenario
        .answer
        .iter()
        .find(|answer| answer.words.mean(&asked.said, month))
        .is_some_and(|answer| answer.mark != "yes")
}

/// Answers what is met a few points at a time, after each of them was read.
///
/// Says whether the last press led on to the next page.
fn answer_together(person: &Person<'_>) -> bool {
    let place = address(person);
    for _ in 0..MANY {
        let groups = person.page.attributes("main [data-together]", "data-together");
        let Some(group) = groups.into_iter().next() else { return false };
        let card = format!("[data-together=\"{group}\"]");
        let points: Vec<&str> = group.split(' ').collect();
        for (at, point) in points.iter().enumerate() {
            person.look_at(&format!("[id=\"{point}\"]"));
            let read = "return Number(document.querySelector(arguments[0]).dataset.unread) <= arguments[1]";
            person.page.until(&format!("{point} is read"), read, &[json!(card), json!(points.len() - at - 1)]);
        }
        person.tap(&format!("{card} [data-action=answer-together]"));
        let gone = "return document.querySelector(arguments[0]) === null";
        person.page.until("the points are answered", gone, &[json!(card)]);
        if address(person) != place {
            return true;
        }
    }
    panic!("there are always more points");
}

/// Opens the records that follow from what was answered and are not in the ledger yet.
fn open_records(person: &Person<'_>) {
    while person.tap_if_seen("main [data-action=open-lead]") {}
}

/// Answers what differs from the month before, so that the rest can be confirmed at once.
///
/// As the scenario says, and where the page counts otherwise.
fn say_what_changed(person: &Person<'_>, scenario: &Scenario, month: u8) {
    let changed = |said: &str| {
        scenario.answer.iter().any(|answer| answer.words.only_month == Some(month) && answer.words.mean(said, month))
    };
    for standing in person.page.js(STANDING, &[]).as_array().into_iter().flatten() {
        let [id, said] = texts(standing).try_into().expect("an id and a question");
        if changed(&said) {
            let change = format!("[id=\"{id}\"] [data-action=answer-now]");
            if !person.sees(&change) {
                person.tap(&format!("details:has(> * [id=\"{id}\"]) > summary"));
            }
            person.tap(&change);
        }
    }
    for asked in all_asked(person) {
        let is_changed = changed(&asked.said) && month > 1;
        if is_changed || asked.is_known() {
            // On the way there everything above has passed before the eyes.
            person.look_down_to(&format!("[id=\"{}\"]", asked.id));
        }
        if is_changed {
            answer(person, scenario, month, &asked);
        } else if asked.is_known() {
            take_offer(person, &asked);
        }
    }
}

/// Confirms by the section what is unchanged, after all of it has passed before the eyes.
fn confirm_sections(person: &Person<'_>) {
    for _ in 0..MANY {
        let button = "main [data-action=confirm-section]";
        if person.page.count(button) == 0 {
            return;
        }
        person.look_down_to(button);
        if person.page.js("return document.querySelector(arguments[0]).disabled", &[json!(button)]) == true {
            person.look_up();
            person.look_down_to(button);
        }
        person.page.until(
            "all of the section was seen",
            "return !document.querySelector(arguments[0])?.disabled",
            &[json!(button)],
        );
        let (left, place) = (person.page.count(button), address(person));
        person.tap(button);
        // The page that it leads on to may have such a button of its own.
        let gone = format!(
            "return ({ADDRESS}) !== arguments[2] || document.querySelectorAll(arguments[0]).length < arguments[1]"
        );
        person.page.until("the section is confirmed", &gone, &[json!(button), json!(left), place.clone()]);
        if address(person) != place {
            return;
        }
    }
    panic!("there is always one more section");
}

fn all_asked(person: &Person<'_>) -> Vec<Asked> {
    person.page.js(ASKED, &[]).as_array().into_iter().flatten().map(Asked::of).collect()
}

fn answer(person: &Person<'_>, scenario: &Scenario, month: u8, asked: &Asked) {
    if asked.criterion {
        return screen(person, asked);
    }
    let marked = scenario.answer.iter().find(|answer| answer.words.mean(&asked.said, month));
    if asked.is_known() && marked.is_none_or(|marked| marked.words.only_month != Some(month)) {
        if take_offer(person, asked) {
            return;
        }
        let again = if asked.before { "as-before" } else { "confirm" };
        return person.tap(&asked.at(&format!("[data-action={again}]")));
    }
    if let Some(marked) = marked.filter(|marked| offers_mark(person, asked, &marked.mark)) {
        person.tap(&asked.at(&format!("label:has(> input[value={}])", marked.mark)));
        if marked.mark == "na" {
            person.type_into(&asked.at("input[name$=-reason]"), &marked.reason);
        }
        return;
    }
    if !asked.counts {
        return person.tap(&asked.at("label:has(> input[value=yes])"));
    }
    let counted = scenario.count.iter().find(|count| count.words.mean(&asked.said, month));
    if counted.is_none() && take_offer(person, asked) {
        return;
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

/// Takes the counts that the page knows, where it offers them.
fn take_offer(person: &Person<'_>, asked: &Asked) -> bool {
    OFFERS.iter().any(|offer| person.tap_if_seen(&asked.at(&format!("[data-action={offer}]"))))
}

fn offers_mark(person: &Person<'_>, asked: &Asked, mark: &str) -> bool {
    let there = "return Boolean(document.querySelector(arguments[0]))";
    person.page.js(there, &[json!(asked.at(&format!("input[value={mark}]")))]) == true
}

fn screen(person: &Person<'_>, asked: &Asked) {
    if asked.status == "carried" && person.tap_if_seen(&asked.at("[data-action=confirm]")) {
        return;
    }
    person.tap(&asked.at("label:has(> input[value=clear])"));
}
