//! The origin of a hazard and what it belongs to: source, check item, high-risk area.

use anziping_core::hazard::HazardField;
use leptos::prelude::*;

use super::entry::{HazardEntry, control};
use super::input::SourceChoice;
use crate::enterprise::route::Route;
use crate::ui::field::Select;
use crate::words::hazard as words;

/// Characters of a question that fit into the list of items on a phone.
const QUESTION_SHOWN: usize = 28;

/// Source, item and area.
#[component]
pub(super) fn Belonging(entry: HazardEntry) -> impl IntoView {
    let item = entry.watch(|hazard| hazard.item.clone());
    let area = entry.watch(|hazard| hazard.area.clone());
    let set = move |field: HazardField| {
        Callback::new(move |value: String| entry.edit(|hazard| hazard.set_text(field, value)))
    };
    view! {
        <section class="card" aria-labelledby="hazard-belonging">
            <h2 id="hazard-belonging">{words::BELONGING}</h2>
            <SourceChoice entry=entry />
            <div class="grid-2">
                <div class="stack-tight">
                    <Select
                        name=control(HazardField::Item)
                        label=words::label(HazardField::Item)
                        hint=words::hint(HazardField::Item)
                        options=items(entry)
                        none=words::NO_ITEM
                        value=item
                        on_change=set(HazardField::Item)
                        disabled=entry.session.read_only
                    />
                    {move || item_link(entry, &item.get())}
                </div>
                <Select
                    name=control(HazardField::Area)
                    label=words::label(HazardField::Area)
                    hint=words::hint(HazardField::Area)
                    options=areas(entry)
                    none=words::NO_AREA
                    value=area
                    on_change=set(HazardField::Area)
                    disabled=entry.session.read_only
                />
            </div>
        </section>
    }
    .into_any()
}

/// The items that apply, and the linked one in any case.
fn items(entry: HazardEntry) -> Vec<(String, String)> {
    let session = entry.session;
    let linked = untrack(move || entry.read(|hazard| hazard.item.clone())).unwrap_or_default();
    session.profile.with_untracked(|profile| {
        let items = session.catalogue.items().filter(|item| item.applies.holds(profile) || item.id == linked);
        items.map(|item| (item.id.clone(), format!("{} {}", item.id, shortened(&item.question)))).collect()
    })
}

/// The areas that the enterprise has, and the linked one in any case.
fn areas(entry: HazardEntry) -> Vec<(String, String)> {
    let session = entry.session;
    let linked = untrack(move || entry.read(|hazard| hazard.area.clone())).unwrap_or_default();
    session.profile.with_untracked(|profile| {
        let areas =
            session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact) || area.id == linked);
        areas.map(|area| (area.id.clone(), area.name.clone())).collect()
    })
}

fn shortened(question: &str) -> String {
    match question.char_indices().nth(QUESTION_SHOWN) {
        Some((end, _)) => format!("{}…", &question[..end]),
        None => question.to_owned(),
    }
}

fn item_link(entry: HazardEntry, item: &str) -> Option<AnyView> {
    let element = entry.session.element_of(item);
    let href = Route::Element(element, Some(item.to_owned())).href();
    let item = item.to_owned();
    (element != 0).then(|| {
        view! {
            <p class="no-print">
                <a href=href>{words::SEE_ITEM} " " {item}</a>
            </p>
        }
        .into_any()
    })
}
