//! One hazard: where it stands, what is asked for now, what was written before.

use anziping_core::hazard::{Hazard, Stage};
use leptos::prelude::*;

use super::belonging::Belonging;
use super::earlier::Earlier;
use super::entry::HazardEntry;
use super::history::{History, Repeat};
use super::ledger::{state, tags};
use super::major::Major;
use super::photos::Photos;
use super::stage::Present;
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::words::hazard as words;

#[component]
pub(super) fn HazardDetail(app: App, entry: HazardEntry) -> impl IntoView {
    let session = entry.session;
    let stage = entry.watch(|hazard| hazard.stage);
    let major = entry.watch(Hazard::is_major);
    on_cleanup(move || entry.drop_only_begun());
    let deletable = move || stage.get() <= Stage::Registered && !session.read_only.get();
    let delete = move |_| {
        entry.delete(app);
        app.go(&Route::Hazards(None));
    };
    view! {
        <div class="page">
            <Head entry=entry stage=stage />
            <Repeat app=app entry=entry />
            {move || view! { <Present app=app entry=entry stage=stage.get() /> }}
            {move || major.get().then(|| view! { <Major entry=entry /> })}
            <Earlier entry=entry stage=stage />
            <Photos app=app entry=entry />
            <Belonging entry=entry />
            <History entry=entry />
            <div class="row row-between no-print">
                <a class="button" href=Route::Hazards(None).href()>
                    {words::BACK}
                </a>
                {move || {
                    deletable()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button button-danger"
                                    data-action="delete-hazard"
                                    on:click=delete
                                >
                                    {words::DELETE}
                                </button>
                            }
                        })
                }}
            </div>
        </div>
    }
    .into_any()
}

/// Number, marks, what it is, the eight stages.
#[component]
fn Head(entry: HazardEntry, stage: Memo<Stage>) -> impl IntoView {
    let hazard = entry.watch(Hazard::clone);
    let what = move || hazard.with(|hazard| words::what(&hazard.place, &hazard.description));
    let step = move |each: Stage| {
        let at = move || state(each, stage.get());
        view! {
            <li data-state=at aria-current=move || (at() == "now").then_some("step")>
                {move || (at() == "done").then_some("✓ ")}
                {words::stage(each)}
            </li>
        }
    };
    view! {
        <div class="page-head">
            <p class="no-print">
                <a href=Route::Hazards(None).href()>"← " {words::TITLE}</a>
            </p>
            <h1 tabindex="-1">{words::title(&entry.id())}</h1>
            <p>{what}</p>
            <p class="row ledger-tags">{move || hazard.with(|hazard| tags(hazard, entry.session.span.get()))}</p>
        </div>
        <ol class="stages" aria-label=words::STAGES>
            {Stage::ALL.into_iter().map(step).collect_view()}
        </ol>
    }
    .into_any()
}
