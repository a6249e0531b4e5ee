//! P4: the rate as the ledger of hazards gives it, the open hazards of the area, and a new one.

use anziping_core::catalog::{Area, TargetCode};
use anziping_core::hazard::{Grade, Hazard, Ledger, Stage};
use anziping_core::month::draft::MonthDraft;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::{Session, today_within};
use crate::words::area as words;

/// P4: the rate as the ledger gives it, and the open hazards of the area.
#[component]
pub(super) fn FromLedger(session: Session, area: &'static Area) -> impl IntoView {
    let app = App::get();
    let ledger = Memo::new(move |_| {
        let span = session.span.get();
        session.hazards.with(|hazards| Ledger::of(hazards.iter().filter(|hazard| hazard.area == area.id), span))
    });
    let id = MonthDraft::rate_key(&area.id, TargetCode::P4);
    let returned = returned::at_question(session, &id);
    let figure = move |label: &'static str, read: fn(&Ledger) -> u32| {
        view! {
            <dt>{label}</dt>
            <dd class="number">{move || ledger.with(read)}</dd>
        }
    };
    let register = move |_| register_hazard(app, session, area, String::new());
    view! {
        <div class="card" id=id.clone() data-rate=id tabindex="-1">
            {returned}
            <p class="hint">{words::FROM_LEDGER}</p>
            <dl class="facts-list">
                {figure(words::DUE, |ledger| ledger.due)} {figure(words::ON_TIME, |ledger| ledger.due_on_time)}
                {figure(words::OVERDUE, |ledger| ledger.overdue)}
                {figure(words::UNCONTROLLED, |ledger| ledger.uncontrolled)} {figure(words::OPEN, |ledger| ledger.open)}
            </dl>
            <OpenHazards session=session area=area />
            <div class="row no-print">
                <button
                    type="button"
                    class="button button-small"
                    data-action="register-hazard"
                    disabled=move || session.read_only.get()
                    on:click=register
                >
                    {words::REGISTER}
                </button>
                <a class="button button-small" href=Route::Hazards(None).href()>
                    {words::LEDGER}
                </a>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn OpenHazards(session: Session, area: &'static Area) -> impl IntoView {
    let open = Memo::new(move |_| {
        let last = session.span.get().to;
        session.hazards.with(|hazards| {
            let open = hazards.iter().filter(|hazard| hazard.area == area.id && hazard.is_open_on(last));
            open.map(|hazard| {
                (hazard.id.clone(), hazard.description.trim().to_owned(), hazard.is_major(), hazard.is_overdue_on(last))
            })
            .collect::<Vec<_>>()
        })
    });
    let rows = move || {
        open.get()
            .into_iter()
            .map(|(id, said, major, overdue)| {
                let said = if said.is_empty() { words::NO_DESCRIPTION.to_owned() } else { said };
                let href = Route::Hazards(Some(id.clone())).href();
                view! {
                    <li>
                        <a href=href>{id} " " {said}</a>
                        {major
                            .then(|| {
                                view! {
                                    " "
                                    <span class="tag tag-bad">{crate::words::hazard::grade(Grade::Major)}</span>
                                }
                            })}
                        {overdue
                            .then(|| {
                                view! {
                                    " "
                                    <span class="tag tag-bad">{words::OVERDUE}</span>
                                }
                            })}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        {move || {
            if open.with(Vec::is_empty) {
                view! { <p>{words::NO_HAZARDS}</p> }.into_any()
            } else {
                view! {
                    <div class="stack-tight">
                        <h3>{words::HAZARDS}</h3>
                        <ul class="plain stack-tight">{rows}</ul>
                    </div>
                }
                    .into_any()
            }
        }}
    }
    .into_any()
}

/// Puts a new hazard of this area into the ledger and goes there.
pub(super) fn register_hazard(app: App, session: Session, area: &Area, description: String) {
    if session.read_only.get_untracked() {
        return;
    }
    let id = session.snapshot().next_hazard_id();
    let hazard = Hazard {
        id: id.clone(),
        stage: Stage::Found,
        grade: Some(Grade::General),
        area: area.id.clone(),
        found_on: Some(today_within(session.span.get_untracked())),
        finder: session.usual_finder(),
        description,
        ..Hazard::default()
    };
    session.edit_hazards(|hazards| hazards.push(hazard));
    app.go(&Route::Hazards(Some(id)));
}
