//! The one thing to do next, before the signature and after it.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::months;
use crate::enterprise::app::record_index::IndexedMonth;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::enterprise::way::{self, NextStep};
use crate::platform::clock;
use crate::words::status;
use crate::words::{common, home as words, settings};

/// The one thing to do now.
#[component]
pub(super) fn NextStep(app: App, session: Session, month: Memo<Option<IndexedMonth>>) -> impl IntoView {
    let signed = Memo::new(move |_| {
        month.with(|month| month.as_ref().is_some_and(IndexedMonth::is_sealed)) && session.read_only.get()
    });
    view! {
        <section class="card" aria-labelledby="next-step">
            <h2 id="next-step">{words::NEXT}</h2>
            {move || {
                if app.lock_of_month().is_some() {
                    view! {
                        <p>{status::NEWER}</p>
                        <div>
                            <a class="button button-primary" data-action="next" href=Route::Settings.href()>
                                {settings::TITLE}
                            </a>
                        </div>
                    }
                        .into_any()
                } else if signed.get() {
                    view! { <AfterSigning app=app session=session month=month /> }.into_any()
                } else {
                    view! { <ToDo session=session /> }.into_any()
                }
            }}
        </section>
    }
    .into_any()
}

/// Shows what is left to do before the signature, and how far the month is.
#[component]
fn ToDo(session: Session) -> impl IntoView {
    let review = Memo::new(move |_| session.review());
    let progress = Memo::new(move |_| review.with(|review| way::progress(session, review)));
    let step = move || {
        let (step, route) = review.with(|review| way::next_step(session, review));
        let (said, button) = said_of(session, &step);
        view! {
            <p>{said}</p>
            <div>
                <a class="button button-primary" data-action="next" href=route.href()>
                    {button}
                </a>
            </div>
        }
    };
    view! {
        {step}
        <div class="row row-between">
            <span class="number" data-progress="month">
                {move || progress.with(|progress| words::progress(progress.done, progress.all))}
            </span>
            <span class="muted number">{move || common::score(session.scores().tenths())}</span>
        </div>
        <progress
            max=move || progress.get().all.max(1)
            value=move || progress.get().done
            aria-label=move || progress.with(|progress| words::progress(progress.done, progress.all))
        ></progress>
        <p class="hint">{words::PROGRESS_UNIT}</p>
    }
    .into_any()
}

/// The step in one sentence, and the words of its button.
fn said_of(session: Session, step: &NextStep) -> (String, &'static str) {
    let fixed = |(said, button): (&str, &'static str)| (said.to_owned(), button);
    match step {
        NextStep::Enterprise => fixed(words::STEP_ENTERPRISE),
        NextStep::Items(open) => words::step_items(*open),
        NextStep::Area(name, open) => words::step_area(name, *open),
        NextStep::Screening(open) => words::step_screening(*open),
        NextStep::Hazards => fixed(words::STEP_HAZARDS),
        NextStep::Month => fixed(words::STEP_MONTH),
        NextStep::Problem(place, finding) => {
            let place = session.hazards.with(|hazards| crate::words::report::place(session.catalogue, hazards, place));
            words::step_problem(&place, &crate::words::fault::finding(finding))
        }
        NextStep::Sign => fixed(words::STEP_SEAL),
    }
}

/// Shows a signed month: which version, whether it went out, what comes next.
#[component]
fn AfterSigning(app: App, session: Session, month: Memo<Option<IndexedMonth>>) -> impl IntoView {
    let sent = move || {
        month.with(|month| {
            let month = month.as_ref()?;
            let (_, record) = month.sealed.iter().find(|(revision, _)| *revision == month.revision)?;
            let received = month.receipts.iter().any(|(revision, _)| *revision == month.revision);
            let out = app.settings.value.with(|settings| settings.handed_out.contains(&record.document_sha256));
            Some((month.revision, record.sealed_at.day(), received, out))
        })
    };
    let later = Memo::new(move |_| {
        app.index.with(|index| {
            let newest = index.enterprise(&session.id.get_value())?.months.first()?;
            (newest.period > session.period).then_some(newest.period)
        })
    });
    let export = move |out: bool| {
        let class = if out { "button" } else { "button button-primary" };
        view! {
            <a class=class data-action="next" href=Route::Seal.href()>
                {if out { words::EXPORT_AGAIN } else { words::EXPORT }}
            </a>
        }
    };
    let onward = move |out: bool| {
        let class = if out { "button button-primary" } else { "button" };
        match later.get() {
            Some(newer) => view! {
                <button
                    type="button"
                    class=class
                    data-action="newest-month"
                    on:click=move |_| app.switch_to(&session.id.get_value(), Some(newer))
                >
                    {words::go_on_with(newer)}
                </button>
            }
            .into_any(),
            None => view! {
                <button
                    type="button"
                    class=class
                    data-action="next-month"
                    on:click=move |_| months::begin_next(app)
                >
                    {words::begin_next(session.period.next())}
                </button>
            }
            .into_any(),
        }
    };
    view! {
        {move || {
            sent()
                .map(|(revision, day, received, out)| {
                    view! {
                        <p data-sent=words::sent_code(received, out)>{words::signed(revision, day, received, out)}</p>
                        <div class="row">{export(out)} {onward(out)}</div>
                    }
                })
        }}
        {move || {
            later
                .get()
                .is_none()
                .then(|| not_over(session))
                .flatten()
                .map(|said| view! { <p class="hint">{words::begins_early(&said)}</p> })
        }}
    }
    .into_any()
}

/// The last day of the period, while it is still to come.
fn not_over(session: Session) -> Option<String> {
    let to = session.span.get().to;
    (clock::today() < to).then(|| common::day(to))
}
