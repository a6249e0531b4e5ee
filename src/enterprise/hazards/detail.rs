//! One hazard: where it stands, what is asked for now, what was written before.

use anziping_core::hazard::{Hazard, HazardField, Stage};
use leptos::prelude::*;

use super::SealedNote;
use super::belonging::Belonging;
use super::entry::Entry;
use super::ledger::{state, tags};
use super::major::Major;
use super::stage::{Present, StageFields};
use crate::route::Route;
use crate::state::App;
use crate::text::{self, hazard as words};
use crate::ui::field::Notice;

/// The page.
#[component]
pub(super) fn HazardDetail(app: App, entry: Entry) -> impl IntoView {
    let session = entry.session;
    let stage = entry.watch(|hazard| hazard.stage);
    let major = entry.watch(Hazard::is_major);
    let deletable = move || stage.get() <= Stage::Registered && !session.read_only.get();
    let delete = move |_| {
        entry.delete(app);
        app.go(&Route::Hazards(None));
    };
    view! {
        <div class="page">
            <Head entry=entry stage=stage/>
            <SealedNote app=app session=session/>
            <History entry=entry/>
            {move || view! { <Present app=app entry=entry stage=stage.get()/> }}
            {move || major.get().then(|| view! { <Major entry=entry/> })}
            <Earlier entry=entry stage=stage/>
            <Belonging entry=entry/>
            <div class="page-foot">
                <a class="button" href=Route::Hazards(None).href()>{words::BACK}</a>
                {move || deletable().then(|| view! {
                    <button type="button" class="button button-danger" data-action="delete-hazard" on:click=delete>{words::DELETE}</button>
                })}
            </div>
        </div>
    }
    .into_any()
}

/// Number, marks, what it is, the eight stages.
#[component]
fn Head(entry: Entry, stage: Memo<Stage>) -> impl IntoView {
    let hazard = entry.watch(Hazard::clone);
    let what = move || {
        hazard.with(|hazard| {
            [hazard.place.trim(), hazard.description.trim()].iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join("：")
        })
    };
    let step = move |each: Stage| {
        let at = move || state(each, stage.get());
        view! {
            <li data-state=at aria-current=move || (at() == "now").then_some("step")>
                {move || (at() == "done").then_some("✓ ")} {words::stage(each)}
            </li>
        }
    };
    view! {
        <div class="page-head">
            <p class="no-print"><a href=Route::Hazards(None).href()>"← " {words::TITLE}</a></p>
            <h1 tabindex="-1">{words::title(&entry.id())}</h1>
            <p>{what}</p>
            <p class="row ledger-tags">{move || hazard.with(|hazard| tags(hazard, entry.session.span.get()))}</p>
        </div>
        <ol class="stages" aria-label=words::STAGES>{Stage::ALL.into_iter().map(step).collect_view()}</ol>
    }
    .into_any()
}

/// Refusals and reopenings, as they happened.
#[component]
fn History(entry: Entry) -> impl IntoView {
    let said = entry.watch(|hazard| {
        let mut all: Vec<_> = hazard.rejections.iter().map(|each| (each.on, words::rejection(each.on, &each.reason))).collect();
        all.extend(hazard.reopenings.iter().map(|each| (each.on, words::reopening(each.closed_on, each.on, &each.reason))));
        all.sort();
        all.into_iter().map(|(_, said)| said).collect::<Vec<_>>()
    });
    view! {
        {move || (!said.with(Vec::is_empty)).then(|| {
            let rows = said.get().into_iter().map(|each| view! { <li>{each}</li> }).collect_view();
            view! { <Notice kind="warn"><h2>{words::HISTORY}</h2><ul>{rows}</ul></Notice> }
        })}
    }
    .into_any()
}

/// What a stage came to, in a line.
fn gist(hazard: &Hazard, stage: Stage) -> String {
    use HazardField as F;
    let short = [
        F::FoundOn,
        F::Finder,
        F::AccidentType,
        F::Owner,
        F::ReportedOn,
        F::Deadline,
        F::RectifiedOn,
        F::AcceptedBy,
        F::ClosedOn,
        F::AppraisedOn,
    ];
    let asked = Hazard::fields_of(stage, hazard.is_major(), hazard.supervised);
    let said = short.into_iter().filter(|field| asked.contains(field) && !hazard.is_blank(*field)).map(|field| match hazard.day(field) {
        Some(day) => text::short_day(day),
        None => hazard.text(field).trim().to_owned(),
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// What was written in the stages before, to look at and to correct. A grade that was raised later leaves gaps here.
#[component]
fn Earlier(entry: Entry, stage: Memo<Stage>) -> impl IntoView {
    let stages = Memo::new(move |_| Stage::ALL.into_iter().filter(|each| *each < stage.get()).collect::<Vec<_>>());
    let one = move |each: Stage| {
        let gaps = entry.watch(move |hazard| {
            let needed = Hazard::fields_of(each, hazard.is_major(), hazard.supervised);
            needed.into_iter().filter(|&field| hazard.is_blank(field)).collect::<Vec<HazardField>>()
        });
        let gist = entry.watch(move |hazard| gist(hazard, each));
        view! {
            <details open=gaps.with_untracked(|gaps| !gaps.is_empty())>
                <summary>
                    {words::section(each)} <span class="muted small">{move || gist.get()}</span>
                    {move || gaps.with(|gaps| (!gaps.is_empty()).then(|| view! { <span class="tag tag-warn">{words::gaps(gaps)}</span> }))}
                </summary>
                <div class="details-body"><StageFields entry=entry stage=each eager=Signal::stored(true)/></div>
            </details>
        }
    };
    view! {
        {move || (!stages.with(Vec::is_empty)).then(|| view! {
            <section class="card" aria-labelledby="hazard-earlier">
                <div class="stack-tight"><h2 id="hazard-earlier">{words::EARLIER}</h2><p class="hint">{words::EARLIER_HINT}</p></div>
                <div class="stack-tight">{stages.get().into_iter().map(one).collect_view()}</div>
            </section>
        })}
    }
    .into_any()
}
