//! A colleague's registry: signed by the other office, looked through step by step, then taken over.

use anziping_core::office::intake::{Checked, Found};
use anziping_core::registry::Registry;
use anziping_core::registry::merge::MergeStep;
use anziping_core::request::CheckFile;
use anziping_core::seal::limits;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::files::{self, HowMany};
use crate::platform::{dom, task};
use crate::ui::field::Notice;
use crate::words::office as desk;
use crate::words::office::merge as words;
use crate::worker_client::{self, WorkFault};

/// The registry that was read, with its signer and his digits.
#[derive(Clone)]
struct Theirs {
    office: String,
    digits: String,
    registry: Registry,
}

/// The button and the preview.
#[component]
pub(super) fn Merge(app: OfficeApp) -> impl IntoView {
    let loaded = RwSignal::new(None::<Theirs>);
    let fault = RwSignal::new(None::<String>);
    let choose = move |_| {
        task::spawn(async move {
            let read = match read().await {
                Ok(Some(theirs)) => Ok(theirs),
                Ok(None) => return,
                Err(said) => Err(said),
            };
            // The page may be gone by now; then there is nobody to tell.
            drop(fault.try_set(read.as_ref().err().cloned()));
            drop(loaded.try_set(read.ok()));
        });
    };
    view! {
        <div class="stack-tight">
            <div class="row">
                <button type="button" class="button" data-action="merge" on:click=choose>
                    {words::MERGE}
                </button>
            </div>
            <p class="hint">{words::MERGE_WHAT}</p>
            {move || {
                fault
                    .get()
                    .map(|said| {
                        view! {
                            <Notice kind="bad">
                                <p data-fault="merge">{said}</p>
                            </Notice>
                        }
                    })
            }}
            {move || loaded.get().map(|theirs| view! { <Preview app=app loaded=loaded theirs=theirs /> })}
        </div>
    }
    .into_any()
}

/// The chosen registry, checked in a worker; `None` when the dialog was closed.
async fn read() -> Result<Option<Theirs>, String> {
    let chosen = files::pick("", HowMany::One).await.map_err(|fault| desk::file(&fault))?;
    let Some(file) = chosen.first() else { return Ok(None) };
    let bytes = file.bytes(limits::FILE_BYTES as u64).await.map_err(|fault| desk::file(&fault))?;
    match worker_client::ask_about(&CheckFile { name: file.name() }, bytes).await {
        Ok(checked) => theirs(&checked).map(Some),
        Err(WorkFault::Worker(fault)) => Err(desk::worker(&fault)),
        Err(WorkFault::Request(_) | WorkFault::Garbled(_)) => Err(desk::GARBLED.to_owned()),
    }
}

fn theirs(checked: &Checked) -> Result<Theirs, String> {
    match &checked.found {
        Found::Registry(found) => {
            let registry = found.document.registry().map_err(|fault| desk::registry::registry(&fault))?;
            let digits = found.signers.first().map(|signer| signer.fingerprint.to_string()).unwrap_or_default();
            Ok(Theirs { office: registry.office.clone(), digits, registry })
        }
        Found::Rejected(rejection) => Err(desk::refusal::rejection(rejection).what),
        _ => Err(words::NOT_A_REGISTRY.to_owned()),
    }
}

#[component]
fn Preview(app: OfficeApp, loaded: RwSignal<Option<Theirs>>, theirs: Theirs) -> impl IntoView {
    let steps = app.record.with_untracked(|record| record.registry.compare(&theirs.registry));
    let (conflicts, taken): (Vec<MergeStep>, Vec<MergeStep>) = steps.into_iter().partition(MergeStep::is_conflict);
    let list =
        |steps: &[MergeStep]| steps.iter().map(|step| view! { <li>{words::step(step)}</li> }).collect_view().into_any();
    let conflicting = (!conflicts.is_empty()).then(|| {
        view! {
            <Notice kind="warn">
                <p>{words::conflicts(conflicts.len())}</p>
                <ul data-conflicts=conflicts.len()>{list(&conflicts)}</ul>
            </Notice>
        }
    });
    let count = taken.len();
    let to_take = if taken.is_empty() {
        view! { <p>{words::NOTHING_NEW}</p> }.into_any()
    } else {
        view! {
            <p>{words::to_take(count)}</p>
            <ul class="bullets" data-steps=count>{list(&taken)}</ul>
        }
        .into_any()
    };
    let registry = theirs.registry.clone();
    let office = theirs.office.clone();
    let apply = move |_| {
        app.edit_record(|record| words::merged(record.registry.merge(&registry), &office));
        loaded.set(None);
        dom::scroll_to_top();
    };
    view! {
        <div class="stack" data-merge-preview="true">
            <Notice kind="info">
                <p>{words::compare(&theirs.office)}</p>
                <p class="digits" data-their-digits="">
                    {theirs.digits}
                </p>
            </Notice>
            {to_take}
            {conflicting}
            <p data-merge-leaves="">{words::WITHOUT_ACCEPTED}</p>
            <div class="row">
                {(count > 0)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button button-primary"
                                data-action="apply-merge"
                                on:click=apply
                            >
                                {words::APPLY}
                            </button>
                        }
                    })}
                <button type="button" class="button" data-action="cancel-merge" on:click=move |_| loaded.set(None)>
                    {words::CANCEL}
                </button>
            </div>
        </div>
    }
    .into_any()
}
