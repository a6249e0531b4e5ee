//! The streets of which months are expected, with their keys, and the months that are set aside.

use anziping_core::office::county_months::{KeptMonth, Street};
use anziping_core::value::line::line_fault;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::field::{Field, Input};
use crate::words::common;
use crate::words::fault;
use crate::words::office::county as words;

/// The list, and the form that makes it longer.
#[component]
pub(super) fn Expected(app: OfficeApp) -> impl IntoView {
    let list = move || {
        let streets = app.record.with(|record| record.streets.iter().cloned().collect::<Vec<_>>());
        streets.into_iter().map(|street| row(app, street)).collect_view()
    };
    view! {
        <section class="card no-print" aria-labelledby="expected-streets">
            <h2 id="expected-streets">{words::LIST}</h2>
            <p>{words::LIST_WHAT}</p>
            <ul class="plain stack">{list}</ul>
            <Add app=app />
        </section>
    }
    .into_any()
}

fn row(app: OfficeApp, street: Street) -> AnyView {
    let Street { office, keys } = street;
    let keys = if keys.is_empty() {
        view! { <p class="status-warn">{words::WITHOUT_KEY}</p> }.into_any()
    } else {
        let rows = keys.iter().map(|key| {
            view! {
                <li>
                    <span class="digits digits-small">{key.kid.fingerprint().to_string()}</span>
                    " "
                    <span class="muted">{words::key(key.since, key.out_of_use)}</span>
                </li>
            }
        });
        view! { <ul class="plain">{rows.collect_view()}</ul> }.into_any()
    };
    let (said, hook) = (office.clone(), office.clone());
    let remove = move |_| {
        app.edit_record(|record| {
            record.streets.remove(&office);
            words::removed(&office)
        });
    };
    view! {
        <li class="registered" data-expected-street=hook>
            <div class="row row-between">
                <strong>{said}</strong>
                <button type="button" class="button button-small" data-action="remove-street" on:click=remove>
                    {words::REMOVE}
                </button>
            </div>
            {keys}
        </li>
    }
    .into_any()
}

#[component]
fn Add(app: OfficeApp) -> impl IntoView {
    let (lines, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let add = move |press: leptos::ev::SubmitEvent| {
        press.prevent_default();
        let text = lines.get_untracked();
        if text.trim().is_empty() {
            return wrong.set(Some(words::ADD_MISSING.to_owned()));
        }
        let faults = text.lines().enumerate().find_map(|(at, line)| Some((at + 1, line_fault(line.trim())?)));
        if let Some((line, why)) = faults {
            return wrong.set(Some(words::bad_line(line, &fault::line(why))));
        }
        app.edit_record(|record| match record.streets.expect(text.lines()) {
            0 => words::NOTHING_ADDED.to_owned(),
            count => words::added(count),
        });
        lines.set(String::new());
    };
    let typed = move |text| {
        wrong.set(None);
        lines.set(text);
    };
    view! {
        <form class="stack" novalidate on:submit=add>
            <Field
                name="street_lines"
                label=words::ADD
                input=Input::Lines
                value=lines
                fault=wrong
                eager=Signal::stored(true)
                on_input=Callback::new(typed)
            />
            <div>
                <button type="submit" class="button" data-action="add-streets">
                    {words::ADD_BUTTON}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Months that somebody has set aside, each with the way back.
#[component]
pub(super) fn SetAside(app: OfficeApp) -> impl IntoView {
    let list = move || {
        app.with_county(|county| {
            let aside = county.months.iter().filter(|kept| county.set_aside.contains(&kept.document_sha256));
            let rows: Vec<AnyView> = aside.map(|kept| aside_row(app, kept)).collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <section class="card no-print" aria-labelledby="set-aside">
                        <h2 id="set-aside">{words::SET_ASIDE}</h2>
                        <ul class="plain stack-tight">{rows}</ul>
                    </section>
                }
            })
        })
    };
    view! { {list} }.into_any()
}

fn aside_row(app: OfficeApp, kept: &KeptMonth) -> AnyView {
    let (document, office) = (kept.document_sha256, kept.document.office.trim().to_owned());
    let back = move |_| {
        app.edit_record(|record| {
            record.set_aside.remove(&document);
            words::put_back(&office)
        });
    };
    view! {
        <li class="row row-between">
            <span>
                {words::what(&kept.document)} {common::COMMA}
                {words::choice(&kept.document_sha256, &kept.document.sums, kept.received_on)}
            </span>
            <button type="button" class="button button-small" data-action="put-back-month" on:click=back>
                {words::PUT_BACK}
            </button>
        </li>
    }
    .into_any()
}
