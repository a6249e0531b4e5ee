//! Correcting a signed month: why, what every page shows meanwhile, and how to give it up.

use anziping_core::hazard::is_reason_too_long;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::months;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, Input};
use crate::words::{common, correction as words, fault, returned as returned_words};

/// The button that opens a signed month again, once it was said why.
#[component]
pub(crate) fn Correct(app: App) -> impl IntoView {
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let found = Memo::new(move |_| match reason.with(|reason| reason.trim().to_owned()) {
        reason if reason.is_empty() => Some(words::REASON_MISSING.to_owned()),
        reason if is_reason_too_long(&reason) => Some(fault::reason_too_long()),
        _ => None,
    });
    let ask = move |_| {
        // What the office asked for is the reason, until somebody writes another one.
        let waiting = app.session.get_untracked().map(|session| untrack(|| returned::waiting(app, session)));
        let is_asked = waiting.into_iter().flatten().any(|(_, returned)| returned.compared);
        if is_asked && reason.with_untracked(String::is_empty) {
            reason.set(returned_words::REASON.to_owned());
        }
        open.set(true);
    };
    let begin = move |_| {
        if found.with_untracked(Option::is_some) {
            tried.set(true);
            return;
        }
        open.set(false);
        months::begin_correction(app, reason.with_untracked(|reason| reason.trim().to_owned()));
    };
    view! {
        <button type="button" class="button" data-action="correct" on:click=ask>
            {words::CORRECT}
        </button>
        <Dialog open=open labelled_by="correct-title">
            <h2 id="correct-title">{words::CORRECT}</h2>
            <p>{words::CORRECT_HINT}</p>
            <Field
                name="correction-why"
                label=words::REASON
                hint=words::REASON_HINT
                value=reason
                on_input=Callback::new(move |text| reason.set(text))
                fault=found
                eager=tried
                input=Input::Lines
                required=true
            />
            <div class="row">
                <button type="button" class="button button-primary" data-action="begin-correction" on:click=begin>
                    {words::BEGIN}
                </button>
                <button type="button" class="button" on:click=move |_| open.set(false)>
                    {words::CANCEL}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// The state of a correction, which a page of the month shows above everything else.
#[derive(Clone, PartialEq, Eq)]
enum CorrectionState {
    /// Signed: it can only be looked at.
    Signed(u32),
    /// Opened again, as this version and for this reason.
    Corrected(u32, String),
}

/// Says on every page of the month that it is signed, or that it is being corrected.
pub(crate) fn standing(app: App, session: Session) -> AnyView {
    let standing = Memo::new(move |_| {
        let signed = app.index.with(|index| {
            let months = &index.enterprise(&session.id.get_value())?.months;
            let month = months.iter().find(|month| month.period == session.period)?;
            month.is_sealed().then_some(month.revision)
        });
        let (revision, reason, corrected) =
            session.lineage.with(|lineage| (lineage.revision, lineage.reason.clone(), lineage.supersedes.is_some()));
        match signed {
            Some(revision) => Some(CorrectionState::Signed(revision)).filter(|_| session.read_only.get()),
            None => corrected.then_some(CorrectionState::Corrected(revision, reason)),
        }
    });
    let of_month = Memo::new(move |_| app.route.with(is_of_month));
    view! {
        {move || match standing.get() {
            Some(CorrectionState::Signed(revision)) if of_month.get() => signed(session.period, revision).into_any(),
            Some(CorrectionState::Corrected(revision, reason)) => {
                view! { <UnderCorrection app=app session=session revision=revision reason=reason /> }.into_any()
            }
            _ => ().into_any(),
        }}
    }
    .into_any()
}

/// Returns whether the page shows what a signature covers, and does not say itself that it is signed.
fn is_of_month(route: &Route) -> bool {
    matches!(route, Route::Element(..) | Route::Area(..) | Route::Hazards(_) | Route::Screening(_) | Route::Month(_))
}

fn signed(period: Period, revision: u32) -> impl IntoView {
    view! {
        <div class="notice notice-info no-print" role="status" data-signed=revision>
            <p>
                {words::signed(&common::period(period), revision)} " "
                <a href=Route::Seal.href()>{words::TO_CORRECT}</a>
            </p>
        </div>
    }
}

#[component]
fn UnderCorrection(app: App, session: Session, revision: u32, reason: String) -> impl IntoView {
    let open = RwSignal::new(false);
    let may_be_given_up = move || !session.read_only.get() && session.lineage.with(|lineage| lineage.signed.is_some());
    let give_up = move |_| {
        open.set(false);
        months::give_up_correction(app);
    };
    view! {
        <div class="notice notice-warn no-print" role="status" data-correcting=revision>
            <div class="row row-between">
                <span>{words::correcting(&common::period(session.period), revision, &reason)}</span>
                {move || {
                    may_be_given_up()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="give-up-correction"
                                    on:click=move |_| open.set(true)
                                >
                                    {words::GIVE_UP}
                                </button>
                            }
                        })
                }}
            </div>
        </div>
        <Dialog open=open labelled_by="give-up-title">
            <h2 id="give-up-title">{words::GIVE_UP}</h2>
            <p>{words::give_up(revision.saturating_sub(1))}</p>
            <div class="row">
                <button type="button" class="button button-danger" data-action="confirm-give-up" on:click=give_up>
                    {words::GIVE_UP}
                </button>
                <button type="button" class="button" on:click=move |_| open.set(false)>
                    {words::GO_ON}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
