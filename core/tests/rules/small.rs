//! Months small enough to be worked out by hand, and the demo month on the real catalogue.

use anziping_core::catalog::{Catalogue, Item, Kind};
use anziping_core::demo::demo;
use anziping_core::edition::{CatalogueRef, builtin};
use anziping_core::enterprise::Enterprise;
use anziping_core::month::answer::{Answer, Mark};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::score::total::{Scores, Tenths};
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use serde_json::json;

pub fn november() -> Period {
    Period::parse("2026-11").unwrap()
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn builtin() -> &'static Catalogue {
    builtin::catalogue().unwrap()
}

pub fn demo_month() -> (Enterprise, MonthDraft) {
    demo(builtin(), builtin::reference().unwrap(), november())
}

/// A check item that always applies.
pub fn item(id: &str, kind: Kind, weight: u32) -> Item {
    let item = json!({
        "id": id, "sub_element": "5.1.1", "question": "?", "how": "", "evidence": [], "basis": [], "kind": kind,
        "done_label": "", "total_label": "", "interval": "month", "interval_when": [], "weight": weight, "applies": "always", "scope_note": "",
    });
    serde_json::from_value(item).unwrap()
}

/// Elements of the given weights with the given items, and no areas.
pub fn catalogue(elements: &[(u32, Vec<Item>)]) -> Catalogue {
    let elements = elements.iter().enumerate().map(|(index, (weight, items))| {
        json!({ "number": index + 1, "clause": "5.1", "name": "", "weight": weight, "sub_elements": [], "items": items })
    });
    let catalogue = json!({
        "id": "small", "version": "1", "title": "", "issued": "2026-11-01", "notice": "", "facts": [], "documents": [],
        "elements": elements.collect::<Vec<_>>(), "areas": [],
    });
    serde_json::from_value(catalogue).unwrap()
}

pub fn marked(mark: Mark) -> Answer {
    Answer {
        mark: Some(mark),
        reason: if mark == Mark::Na { "没有".into() } else { String::new() },
        ..Answer::default()
    }
}

pub fn counted(done: u32, total: u32) -> Answer {
    Answer { done: done.to_string(), total: total.to_string(), ..Answer::default() }
}

/// The scores of these answers, nothing else being known.
pub fn scores(catalogue: &Catalogue, answers: &[(&str, Answer)]) -> Scores {
    let mut draft = MonthDraft::new(november(), CatalogueRef::default());
    draft.answers = answers.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect();
    Scores::of(&Assessment::of_draft(catalogue, &Enterprise::default(), &draft))
}

/// The total as shown, in tenths.
pub fn total(catalogue: &Catalogue, answers: &[(&str, Answer)]) -> Option<u32> {
    scores(catalogue, answers).tenths().map(|Tenths(tenths)| tenths)
}
