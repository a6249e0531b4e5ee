//! Reminders (催报), ready to copy.
//!
//! A text for a group, a list of whom to call, a text for each enterprise.

use anziping_core::office::missing::Absent;
use anziping_core::office::rollup::RollUp;
use leptos::prelude::*;

use super::long_table::ROWS;
use super::missing::to_ask;
use crate::office::app::OfficeApp;
use crate::platform::{clipboard, task};
use crate::words::office::reminder as words;
use crate::words::office::reminder::Asked;

/// Lists those that have to be asked, with the details of the office's list.
fn asked(app: OfficeApp, rollup: &RollUp) -> Vec<Asked<'_>> {
    app.record.with(|record| {
        let details = |absent: &Absent| record.listed.get(&absent.uscc).cloned().unwrap_or_default();
        to_ask(rollup).map(|absent| Asked { absent, details: details(absent) }).collect()
    })
}

fn office(app: OfficeApp) -> String {
    app.record.with(|record| record.registry.office.clone())
}

/// The texts for all of them.
#[component]
pub(super) fn Remind(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let group =
        move || untrack(|| rollup.with(|rollup| words::group(&office(app), app.period.get(), &asked(app, rollup))));
    let calls = move || untrack(|| rollup.with(|rollup| words::calls(&asked(app, rollup))));
    let no_telephones =
        move || rollup.with(|rollup| asked(app, rollup).iter().all(|one| one.details.telephone.is_empty()));
    // Hundreds of buttons are made when somebody wants one.
    let opened = RwSignal::new(false);
    let each = move || {
        opened
            .get()
            .then(|| rollup.with(|rollup| to_ask(rollup).take(ROWS).map(|absent| one(app, absent)).collect_view()))
    };
    let any = Memo::new(move |_| rollup.with(|rollup| to_ask(rollup).next().is_some()));
    let section = move || {
        any.get().then(|| {
            view! {
                <section class="card no-print" aria-labelledby="remind" data-remind="true">
                    <h2 id="remind">{words::HEADING}</h2>
                    <p>{words::WHAT}</p>
                    {move || no_telephones().then(|| view! { <p class="status-warn">{words::NO_TELEPHONES}</p> })}
                    <div class="row">
                        {copy_button("copy-group", words::COPY_GROUP, group)}
                        {copy_button("copy-calls", words::COPY_CALLS, calls)}
                    </div>
                    <details on:toggle=move |_| opened.set(true)>
                        <summary data-action="remind-one">{words::EACH}</summary>
                        <ul class="details-body plain stack-tight">{each}</ul>
                    </details>
                </section>
            }
        })
    };
    view! { {section} }.into_any()
}

/// The row of one of them.
fn one(app: OfficeApp, absent: &Absent) -> AnyView {
    let (absent, name) = (absent.clone(), absent.name.clone());
    let text = move || {
        untrack(|| {
            let details = app.record.with(|record| record.listed.get(&absent.uscc).cloned().unwrap_or_default());
            words::one(&office(app), app.period.get(), &Asked { absent: &absent, details })
        })
    };
    view! { <li class="row">{name} {copy_button("copy-one", words::COPY_ONE, text)}</li> }.into_any()
}

/// Copies a text, or shows it where the browser does not copy.
fn copy_button(action: &'static str, label: &'static str, text: impl Fn() -> String + 'static) -> AnyView {
    let copied = RwSignal::new(None::<Result<(), String>>);
    let copy = move |_| {
        let text = text();
        task::spawn(async move {
            let done = clipboard::copy(&text).await.map_err(|_| text);
            copied.try_set(Some(done));
        });
    };
    let said = move || {
        copied.get().map(|copied| match copied {
            Ok(()) => view! {
                <span class="status-good" data-copied=action>
                    {words::COPIED}
                </span>
            }
            .into_any(),
            Err(text) => view! {
                <div class="field">
                    <p class="hint">{words::BY_HAND}</p>
                    <textarea readonly aria-label=words::TEXT prop:value=text></textarea>
                </div>
            }
            .into_any(),
        })
    };
    view! {
        <button type="button" class="button button-small" data-action=action on:click=copy>
            {label}
        </button>
        <span aria-live="polite">{said}</span>
    }
    .into_any()
}
