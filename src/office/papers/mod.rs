//! The papers of the office: the bulletin of the month, and a sheet for each enterprise.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `bulletin` | the month in the office's words |
//! | `choice` | which enterprises get a sheet |
//! | `enterprise` | what became of one enterprise's report, on one page |

mod bulletin;
mod choice;
mod enterprise;

use std::collections::BTreeSet;

use anziping_core::value::line::line_fault;
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use super::app::OfficeApp;
use super::rollup::roll_up;
use crate::ui::field::{Field, Notice};
use crate::ui::paper_buttons::{paper_buttons, without_pictures};
use crate::words::fault;
use crate::words::office::papers as words;

/// The papers that the page can show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PaperChoice {
    Bulletin,
    Sheets,
}

#[component]
pub(crate) fn PapersPage() -> impl IntoView {
    let app = OfficeApp::get();
    let shown = RwSignal::new(PaperChoice::Bulletin);
    let ticked = RwSignal::new(BTreeSet::<UnifiedCode>::new());
    let rollup = Memo::new(move |_| roll_up(app));
    let has_office = Memo::new(move |_| app.record.with(|record| !record.registry.office.trim().is_empty()));
    let radio = move |paper: PaperChoice, value: &'static str, said: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="paper"
                    value=value
                    prop:checked=move || shown.get() == paper
                    on:change=move |_| shown.set(paper)
                />
                {said}
            </label>
        }
    };
    let sheets = move || match shown.get() {
        PaperChoice::Bulletin => rollup.with(|rollup| bulletin::bulletin(app, rollup)),
        PaperChoice::Sheets => ticked.with(|ticked| enterprise::sheets(app, ticked)),
    };
    view! {
        <div class="page paper-page">
            <div class="page-head no-print">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
                {move || {
                    app.inbox
                        .with(|inbox| inbox.is_empty())
                        .then(|| view! { <p class="status-warn">{words::EMPTY}</p> })
                }}
            </div>
            <section class="card no-print">
                {move || {
                    (!has_office.get())
                        .then(|| {
                            view! {
                                <Notice kind="warn">
                                    <p>{words::NO_OFFICE}</p>
                                </Notice>
                            }
                        })
                }}
                <Maker app=app />
                <fieldset class="field">
                    <legend>{words::WHICH}</legend>
                    <div class="choices">
                        {radio(PaperChoice::Bulletin, "bulletin", words::BULLETIN)}
                        {radio(PaperChoice::Sheets, "sheets", words::SHEETS)}
                    </div>
                </fieldset>
                {move || (shown.get() == PaperChoice::Sheets).then(|| choice::choice(app, ticked))}
            </section>
            {paper_buttons(move || file_name(app, shown, ticked), without_pictures)}
            {sheets}
        </div>
    }
    .into_any()
}

/// Asks once for the name that stands on the papers as their maker's.
#[component]
fn Maker(app: OfficeApp) -> impl IntoView {
    let maker = Signal::derive(move || app.record.with(|record| record.paper_maker.clone()));
    let fault = Memo::new(move |_| maker.with(|name| line_fault(name).map(fault::line)));
    view! {
        <Field
            name="paper_maker"
            label=words::MAKER
            hint=words::MAKER_HINT
            value=maker
            fault=fault
            eager=Signal::stored(true)
            on_input=Callback::new(move |name| app.name_paper_maker(name))
        />
    }
    .into_any()
}

/// The name of the file of what is on the page, without its ending.
fn file_name(app: OfficeApp, shown: RwSignal<PaperChoice>, ticked: RwSignal<BTreeSet<UnifiedCode>>) -> String {
    let period = app.period.get_untracked();
    match shown.get_untracked() {
        PaperChoice::Bulletin => {
            app.record.with_untracked(|record| words::bulletin_file(&record.registry.office, period))
        }
        PaperChoice::Sheets => {
            let only = ticked.with_untracked(|ticked| match ticked.len() {
                1 => ticked.first().cloned(),
                _ => None,
            });
            let name = only.and_then(|uscc| {
                app.record.with_untracked(|record| record.registry.enterprise(&uscc).map(|found| found.name.clone()))
            });
            words::sheets_file(name.as_deref(), period)
        }
    }
}
