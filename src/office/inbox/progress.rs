//! Shows the progress of checking, and files that could not be checked.

use anziping_core::office::shown::without_digits;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::words::common;
use crate::words::office as words;

/// Names shown of files that were not checked.
const SHOWN: usize = 20;

/// The progress bar while something is in work.
#[component]
pub(super) fn Running(app: OfficeApp) -> impl IntoView {
    let progress = app.intake.progress;
    let running = app.intake.is_at_work;
    let said = move || progress.with(|progress| words::progress(progress.done, progress.total));
    view! {
        <div role="status">
            {move || {
                running
                    .get()
                    .then(|| {
                        view! {
                            <div class="card card-flat" data-running="true">
                                <div class="row row-between">
                                    <label for="progress">{said}</label>
                                    <button
                                        type="button"
                                        class="button button-small"
                                        data-action="cancel"
                                        on:click=move |_| app.intake.cancel()
                                    >
                                        {words::CANCEL}
                                    </button>
                                </div>
                                <progress
                                    id="progress"
                                    max=move || progress.with(|progress| progress.total.max(1))
                                    value=move || progress.with(|progress| progress.done)
                                ></progress>
                            </div>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

/// Files that were not taken in: cancelled, unreadable, or here already.
#[component]
pub(super) fn Cancelled(app: OfficeApp) -> impl IntoView {
    let left =
        Memo::new(move |_| app.intake.progress.with(|progress| if progress.running { 0 } else { progress.left }));
    let unread = move || {
        app.intake.unread.with(|unread| {
            (!unread.is_empty()).then(|| {
                let rows = unread
                    .iter()
                    .take(SHOWN)
                    .map(|file| {
                        view! {
                            <li data-unread="true">
                                <strong>{without_digits(&file.name)}</strong>
                                {common::COLON}
                                {file.why.clone()}
                            </li>
                        }
                    })
                    .collect_view();
                let more = unread
                    .len()
                    .checked_sub(SHOWN)
                    .filter(|more| *more > 0)
                    .map(|more| view! { <li>{words::and_more(more)}</li> });
                view! {
                    <div class="notice notice-bad" role="alert">
                        <p>
                            <strong>{words::unread(unread.len())}</strong>
                        </p>
                        <ul>{rows} {more}</ul>
                    </div>
                }
            })
        })
    };
    let again = Memo::new(move |_| app.intake.progress.with(|progress| progress.again));
    view! {
        <div role="status">
            {move || {
                (again.get() > 0)
                    .then(|| {
                        view! {
                            <p class="hint" data-again=again.get()>
                                {words::again(again.get())}
                            </p>
                        }
                    })
            }}
        </div>
        {move || {
            (left.get() > 0)
                .then(|| {
                    view! {
                        <div class="notice notice-warn" role="status">
                            <div class="row row-between">
                                <p>{words::cancelled(left.get())}</p>
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="go-on"
                                    on:click=move |_| app.intake.go_on()
                                >
                                    {words::GO_ON}
                                </button>
                            </div>
                        </div>
                    }
                })
        }}
        {unread}
    }
    .into_any()
}
