//! Signing on another device: the month goes out to the principal's, and the signed file comes back.

use anziping_core::document::report::{MonthlyReport, OtherReport};
use anziping_core::office::intake::Found;
use anziping_core::record::SealedRecord;
use anziping_core::record::backup::Backup;
use anziping_core::request::{CheckFile, file_name};
use anziping_core::review::ReviewPlace;
use leptos::prelude::*;

use super::export::Export;
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::files::{self, Bytes, HowMany};
use crate::platform::unicode::Nfc;
use crate::platform::{clock, dom, task};
use crate::ui::field::{Field, Input, Notice};
use crate::words::{handed as words, report, seal};
use crate::worker_client;

/// The most bytes of a signed report, with room to spare.
const LIMIT: u64 = 8_000_000;

/// Why what came back was not taken.
#[derive(Clone, PartialEq, Eq)]
enum NotTaken {
    /// In one sentence.
    Said(String),
    /// The same report with other content; where that stands here.
    Differs(Vec<ReviewPlace>),
}

#[component]
pub(super) fn HandOver(session: Session) -> impl IntoView {
    let app = App::get();
    let out = RwSignal::new(None::<(String, String)>);
    let pasted = RwSignal::new(String::new());
    let not_taken = RwSignal::new(None::<NotTaken>);
    let hand_over = move |_| out.set(Some((words::file_name(&name(session), session.period), text_of(app, session))));
    let take = move |text: String| {
        not_taken.set(None);
        task::spawn(async move {
            if let Err(fault) = take_back(app, session, text).await {
                not_taken.try_set(Some(fault));
            }
        });
    };
    let pick = move |_| {
        task::spawn(async move {
            let Ok(chosen) = files::pick("", HowMany::One).await else {
                return drop(not_taken.try_set(Some(NotTaken::Said(words::NOT_READ.into()))));
            };
            let Some(file) = chosen.into_iter().next() else { return };
            match file.text(LIMIT).await {
                Ok(text) => take(text),
                Err(_) => drop(not_taken.try_set(Some(NotTaken::Said(words::NOT_READ.into())))),
            }
        });
    };
    view! {
        <details class="card" data-handing="">
            <summary>
                <h2>{words::HEADING}</h2>
            </summary>
            <div class="stack">
                <p>{words::HOW}</p>
                <div class="row">
                    <button type="button" class="button" data-action="hand-over" on:click=hand_over>
                        {words::HAND_OVER}
                    </button>
                </div>
                {move || out.get().map(|(name, text)| view! { <Export name=name text=text prefix="handed" /> })}
                <p>{words::BACK}</p>
                <div class="row">
                    <button type="button" class="button" data-action="take-back" on:click=pick>
                        {words::TAKE_BACK}
                    </button>
                </div>
                <details>
                    <summary>{words::PASTE}</summary>
                    <div class="details-body">
                        <Field
                            name="taken_back"
                            label=words::PASTED
                            value=pasted
                            input=Input::Lines
                            on_input=Callback::new(move |text: String| pasted.set(text))
                        />
                        <div class="row">
                            <button
                                type="button"
                                class="button button-small"
                                data-action="take-pasted"
                                on:click=move |_| take(pasted.get_untracked())
                            >
                                {words::TAKE_BACK_TEXT}
                            </button>
                        </div>
                    </div>
                </details>
                <div aria-live="polite">
                    {move || not_taken.get().map(|fault| said(session, &fault))}
                </div>
            </div>
        </details>
    }
    .into_any()
}

fn name(session: Session) -> String {
    session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned())
}

/// The month as it stands, for the other device.
fn text_of(app: App, session: Session) -> String {
    app.store.flush();
    let id = session.id.get_value();
    let list = session.edition.reference().sha256.clone();
    let (made_at, program) = (clock::now().to_string(), env!("CARGO_PKG_VERSION").to_owned());
    Backup::handing_over(&app.store.records().envelopes(), (&id, session.period), &list, made_at, program).write()
}

/// Checks what came back as the office would, compares it with the month here, and keeps it.
async fn take_back(app: App, session: Session, text: String) -> Result<(), NotTaken> {
    let said = |said: &str| NotTaken::Said(said.to_owned());
    let request = CheckFile { name: String::new() };
    let checked = worker_client::ask_about(&request, Bytes::from(text.as_bytes())).await;
    let checked = checked.map_err(|fault| NotTaken::Said(seal::fault(&fault)))?;
    let Found::Report(found) = checked.found else { return Err(said(words::NOT_SOUND)) };
    let signed = super::read(&text).ok_or_else(|| said(words::NOT_SOUND))?;
    let ours = super::sign::report(session, Vec::new()).map_err(|_| said(seal::NOT_REPORTABLE))?;
    ours.compare_with_signed(&signed, &Nfc).map_err(|other| not_taken(&signed, other))?;
    let record = SealedRecord {
        file_name: file_name(&signed),
        document_sha256: found.document_sha256,
        sealed_at: signed.sealed_at.clone(),
        total: signed.declared.total,
        demo: signed.demo,
        text,
    };
    app.keep_sealed(&session.id.get_value(), &signed, &record);
    dom::reveal(Some("sealed"));
    Ok(())
}

fn not_taken(signed: &MonthlyReport, other: OtherReport) -> NotTaken {
    match other {
        OtherReport::Enterprise(name) => NotTaken::Said(words::of_another(&name)),
        OtherReport::Period(period) => NotTaken::Said(words::of_another_month(period)),
        OtherReport::Revision(revision) => NotTaken::Said(words::of_another_version(signed.period, revision)),
        OtherReport::Content(places) => NotTaken::Differs(places),
    }
}

fn said(session: Session, fault: &NotTaken) -> AnyView {
    let (said, places) = match fault {
        NotTaken::Said(said) => (said.clone(), Vec::new()),
        NotTaken::Differs(places) => (words::DIFFERS.to_owned(), places.clone()),
    };
    let rows = places.into_iter().map(|place| {
        let href = Route::of_place(&place, |item| session.element_of(item)).href();
        let named = session.hazards.with_untracked(|hazards| report::place(session.catalogue, hazards, &place));
        view! {
            <li>
                <a href=href>{named}</a>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div data-not-taken="">
            <Notice kind="bad">
                <p>{said}</p>
                <ul class="plain">{rows}</ul>
                <p>{words::NOTHING_CHANGED}</p>
            </Notice>
        </div>
    }
    .into_any()
}
