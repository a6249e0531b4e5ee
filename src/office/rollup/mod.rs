//! The roll-up: the reports of one month added up.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`missing`], [`received`], [`remind`] | who has not reported, whose came when, and the texts to remind them |
//! | [`matters`], [`course`], [`gone`] | what nobody may overlook, major hazards from month to month, and what vanished |
//! | [`scores`], [`targets`], [`hazards`], [`risk_overview`] | the figures of those who have |
//! | [`workbook`], [`hazard_list`], [`ndjson`], [`export`] | everything as files for further work |
//! | [`sign_month`] | the month signed for the county |
//! | [`long_table`] | how many rows of a table stand on the page |

mod course;
pub(super) mod export;
mod gone;
mod hazard_list;
mod hazards;
pub(super) mod long_table;
mod matters;
mod missing;
mod ndjson;
mod received;
mod remind;
mod risk_overview;
mod scores;
mod sign_month;
mod targets;
pub(super) mod workbook;

use anziping_core::exchange::csv;
use anziping_core::office::missing::{Expected, RollCall};
use anziping_core::office::reports_table::reports_table;
use anziping_core::office::rollup::RollUp;
use leptos::prelude::*;

use super::app::OfficeApp;
use super::desk_record::DeskRecord;
use crate::platform::{dom, files};
use crate::words::office as desk;
use crate::words::office::rollup as words;
use crate::words::report;
use course::Courses;
use gone::Gone;
use hazards::Hazards;
use matters::Matters;
use missing::Missing;
use ndjson::Ndjson;
use received::Received;
use remind::Remind;
use risk_overview::{Groups, Habits, Movements, Worst};
use scores::Scores;
use sign_month::SignMonth;
use targets::Targets;
use workbook::Workbook;

/// The month on the screen, added up; tracked.
pub(crate) fn roll_up(app: OfficeApp) -> RollUp {
    app.inbox.with(|inbox| {
        app.judged.with(|judged| {
            app.record.with(|record| {
                let DeskRecord { registry, accepted, excused, .. } = record;
                let expected = Expected { registry, accepted, excused };
                RollUp::of(app.period.get(), inbox, judged, &expected)
            })
        })
    })
}

#[component]
pub(crate) fn RollUpPage() -> impl IntoView {
    let app = OfficeApp::get();
    let rollup = Memo::new(move |_| roll_up(app));
    let counting =
        Memo::new(move |_| rollup.with(|rollup| rollup.trusted.reports - rollup.trusted.without_figures > 0));
    view! {
        <div class="page report">
            <div class="page-head">
                <h1 tabindex="-1">{move || words::title(app.period.get())}</h1>
                <p class="print-only" data-print-head="">
                    {move || app.paper_head()}
                </p>
                <p>{words::LEAD}</p>
                {move || {
                    app.inbox
                        .with(|inbox| inbox.is_empty())
                        .then(|| view! { <p class="status-warn">{words::EMPTY}</p> })
                }}
            </div>
            <Totals app=app rollup=rollup />
            <Export app=app rollup=rollup />
            <SignMonth app=app />
            <Matters app=app rollup=rollup />
            <Courses app=app />
            <Gone app=app />
            <Missing app=app rollup=rollup />
            <Received app=app />
            <Remind app=app rollup=rollup />
            {move || {
                if counting.get() {
                    view! {
                        <Scores app=app rollup=rollup />
                        <Targets app=app rollup=rollup />
                        <Hazards app=app rollup=rollup />
                        <Groups app=app />
                        <Worst app=app />
                        <Habits app=app />
                        <Movements app=app />
                    }
                        .into_any()
                } else {
                    view! { <p class="card muted">{words::NO_TRUSTED}</p> }.into_any()
                }
            }}
        </div>
    }
    .into_any()
}

/// Shows the totals.
#[component]
fn Totals(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let tiles = move || {
        let total = app.judged.with(|judged| judged.len());
        let rejected = app.counts.with(|counts| counts.get("rejected").copied().unwrap_or_default());
        let registered = app.record.with(|record| record.registry.enterprises.len());
        rollup.with(|rollup| {
            let (trusted, unregistered) = (rollup.trusted.reports as usize, rollup.unregistered.reports as usize);
            let missing = rollup.count(|standing| standing == RollCall::NotSent);
            let uncounted = rollup.count(|standing| standing == RollCall::Uncounted);
            let taken_in = rollup.count(|standing| matches!(standing, RollCall::TakenIn(_)));
            let others = total.saturating_sub(trusted + unregistered + rejected);
            let tile = |hook: &'static str, count: usize, said: &'static str, hint: String, tone: &'static str| {
                let class = if count > 0 { format!("tile {tone}") } else { "tile".to_owned() };
                view! {
                    <div class=class data-total=hook>
                        <span class="figure-mid">{count}</span>
                        <span>{said}</span>
                        <span class="hint">{hint}</span>
                    </div>
                }
            };
            view! {
                <div class="grid-4">
                    {tile("trusted", trusted, words::TRUSTED, String::new(), "tile-good")}
                    {tile("missing", missing, words::MISSING, words::of_registered(registered), "tile-warn")}
                    {tile("uncounted", uncounted, words::UNCOUNTED, String::new(), "tile-warn")}
                    {tile("taken-in", taken_in, words::TAKEN_IN, String::new(), "")}
                    {tile("unregistered", unregistered, words::UNREGISTERED, String::new(), "tile-warn")}
                    {tile("rejected", rejected, words::REJECTED, words::REJECTED_HINT.into(), "tile-bad")}
                    {tile("others", others, words::OTHERS, words::OTHERS_HINT.into(), "")}
                </div>
                {(rollup.trusted.without_figures > 0)
                    .then(|| {
                        view! { <p class="status-warn">{words::without_figures(rollup.trusted.without_figures)}</p> }
                    })}
            }
        })
    };
    view! {
        <section class="stack" aria-label=desk::ROLLUP>
            {tiles}
        </section>
    }
    .into_any()
}

/// Files for further work, and paper.
#[component]
fn Export(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let fault = RwSignal::new(None::<String>);
    let save = move |name: String, text: String| {
        fault.set(files::save(&name, "text/csv", text.as_bytes()).err().map(|refused| desk::file(&refused)));
    };
    let details = move |_| {
        let rows = app.inbox.with_untracked(|inbox| {
            app.judged.with_untracked(|judged| {
                app.with_beside(|beside| reports_table(inbox, judged, beside, &words::TableWords))
            })
        });
        save(words::csv_name(app.period.get_untracked()), csv::table(rows));
    };
    let absent = move |_| {
        let rows = rollup.with_untracked(|rollup| missing::table(app, rollup));
        save(words::missing_name(app.period.get_untracked()), csv::table(rows));
    };
    let print = move |_| fault.set(dom::print().err().map(|_| report::CANNOT_PRINT.to_owned()));
    view! {
        <div class="stack no-print">
            <Workbook app=app rollup=rollup />
            <div class="row">
                <button type="button" class="button" data-action="export-csv" on:click=details>
                    {words::EXPORT_CSV}
                </button>
                <button type="button" class="button" data-action="export-missing" on:click=absent>
                    {words::EXPORT_MISSING}
                </button>
                <button type="button" class="button" data-action="print" on:click=print>
                    {words::PRINT}
                </button>
            </div>
            <p class="hint">{words::CSV_WHY}</p>
            <div aria-live="polite">{move || fault.get().map(|said| view! { <p class="error">{said}</p> })}</div>
            <Ndjson app=app />
        </div>
    }
    .into_any()
}
