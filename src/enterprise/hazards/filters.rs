//! The choice of hazards that are listed.

use std::collections::BTreeSet;

use anziping_core::hazard::{Hazard, Selection, Which};
use leptos::prelude::*;

use crate::enterprise::session::{Session, today_within};
use crate::ui::field::Select;
use crate::words::hazard as words;

/// Filters of the ledger: by state, and by area and owner where there is a choice.
#[component]
pub(super) fn Filters(session: Session, selection: RwSignal<Selection>) -> impl IntoView {
    // The figure on a button says what a press would show.
    let count = move |which: Which| {
        let today = today_within(session.span.get());
        let selection = Selection { which, ..selection.get() };
        session.hazards.with(|hazards| hazards.iter().filter(|hazard| selection.keeps(hazard, today)).count())
    };
    let owners = values(session, |hazard| hazard.owner.trim());
    let areas = values(session, |hazard| hazard.area.as_str());
    let area_names = move || {
        let named = |id: String| {
            let name = session.catalogue.area(&id).map_or_else(|| id.clone(), |area| area.name.clone());
            (id, name)
        };
        areas.get().into_iter().map(named).collect::<Vec<_>>()
    };
    let chosen_area = Signal::derive(move || selection.with(|selection| selection.area.clone()));
    let chosen_owner = Signal::derive(move || selection.with(|selection| selection.owner.clone()));
    let set_area = Callback::new(move |area| selection.update(|selection| selection.area = area));
    let set_owner = Callback::new(move |owner| selection.update(|selection| selection.owner = owner));
    view! {
        <div class="filters no-print" role="group" aria-label=words::FILTERS>
            {Which::ALL
                .into_iter()
                .map(|which| {
                    view! {
                        <button
                            type="button"
                            class="button button-small"
                            data-filter=which.code()
                            aria-pressed=move || selection.with(|selection| selection.which == which).to_string()
                            on:click=move |_| selection.update(|selection| selection.which = which)
                        >
                            {words::which(which)}
                            " "
                            <span class="number">{move || count(which)}</span>
                        </button>
                    }
                })
                .collect_view()}
        </div>
        <div class="grid-2 no-print">
            {move || {
                (!areas.with(Vec::is_empty))
                    .then(|| {
                        view! {
                            <Select
                                name="filter-area"
                                label=words::FILTER_AREA
                                options=area_names()
                                none=words::ALL
                                value=chosen_area
                                on_change=set_area
                            />
                        }
                    })
            }}
            {move || {
                (!owners.with(Vec::is_empty))
                    .then(|| {
                        view! {
                            <Select
                                name="filter-owner"
                                label=words::FILTER_OWNER
                                options=owners.get().into_iter().map(|name| (name.clone(), name)).collect()
                                none=words::ALL
                                value=chosen_owner
                                on_change=set_owner
                            />
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

/// Collects the values of a field in the ledger, each once.
fn values(session: Session, read: fn(&Hazard) -> &str) -> Memo<Vec<String>> {
    Memo::new(move |_| {
        session.hazards.with(|hazards| {
            let all: BTreeSet<&str> = hazards.iter().map(read).filter(|value| !value.is_empty()).collect();
            all.into_iter().map(str::to_owned).collect()
        })
    })
}
