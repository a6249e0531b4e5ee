//! The months of all streets, for the county above them.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`offices`] | each street with its figures, and which of two months counts |
//! | [`details`] | major hazards, requests to settle, and enterprises that do not count, by name |
//! | [`expected`] | the streets of which months are expected, with their keys |
//! | [`kept_months`] | every month that is kept, with the way to take it away |
//! | [`county_workbook`] | everything as a workbook |

mod county_workbook;
mod details;
mod expected;
mod kept_months;
mod offices;

use anziping_core::office::county_months::{CountySums, StreetMonth};
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::app::OfficeApp;
use crate::ui::field::{Notice, Select};
use crate::ui::icon;
use crate::words::common;
use crate::words::office::county as words;
use crate::words::office::matters;
use county_workbook::CountyWorkbook;
use details::{Absent, Hazards, Help};
use expected::{Expected, SetAside};
use kept_months::KeptMonths;
use offices::{Offices, Scores};

/// The month on the screen: the chosen one, or the latest of which anything is here.
#[derive(Clone, Copy)]
struct ShownMonth {
    app: OfficeApp,
    chosen: RwSignal<Option<Period>>,
}

impl ShownMonth {
    fn period(self) -> Period {
        let latest = || self.app.with_county(|county| county.periods().first().copied());
        self.chosen.get().or_else(latest).unwrap_or_else(|| self.app.period.get())
    }

    /// Looks at the sums of the month; subscribes.
    fn with<T>(self, look: impl FnOnce(&CountySums<'_>) -> T) -> T {
        let period = self.period();
        self.app.with_county(|county| look(&county.sums(period)))
    }
}

/// The page.
#[component]
pub(crate) fn CountyPage() -> impl IntoView {
    let app = OfficeApp::get();
    let shown = ShownMonth { app, chosen: RwSignal::new(None) };
    let any = Memo::new(move |_| app.months.with(|months| !months.is_empty()));
    let body = move || {
        if any.get() {
            view! {
                <Totals shown=shown />
                <CountyWorkbook shown=shown />
                <Offices shown=shown />
                <Hazards shown=shown />
                <Help shown=shown />
                <Absent shown=shown />
                <Scores shown=shown />
            }
            .into_any()
        } else {
            view! { <p class="card muted">{words::EMPTY}</p> }.into_any()
        }
    };
    let unreadable = app.unreadable_months();
    view! {
        <div class="page report">
            <div class="page-head">
                <h1 tabindex="-1">{move || words::title(shown.period())}</h1>
                <p data-trust="">{words::TRUST}</p>
            </div>
            {(unreadable > 0)
                .then(|| {
                    view! {
                        <Notice kind="bad">
                            <p>{words::unreadable(unreadable)}</p>
                        </Notice>
                    }
                })}
            {move || any.get().then(|| view! { <Month shown=shown /> })}
            {body}
            <Expected app=app />
            <SetAside app=app />
            <KeptMonths app=app />
            <Notice kind="info">
                <p>{words::KEPT}</p>
            </Notice>
        </div>
    }
    .into_any()
}

/// Chooses among the months of which anything is here.
#[component]
fn Month(shown: ShownMonth) -> impl IntoView {
    let select = move || {
        let periods = shown.app.with_county(|county| county.periods());
        let options = periods.into_iter().map(|period| (period.to_string(), common::period(period))).collect();
        let value = Signal::derive(move || shown.period().to_string());
        let choose = move |period: String| shown.chosen.set(Period::parse(&period));
        view! {
            <Select
                name="county_month"
                label=words::MONTH
                options=options
                none=words::LATEST
                value=value
                on_change=Callback::new(choose)
            />
        }
    };
    view! { <div class="no-print">{select}</div> }.into_any()
}

/// Shows the totals, the gravest first.
#[component]
fn Totals(shown: ShownMonth) -> impl IntoView {
    let tiles = move || {
        shown.with(|county| {
            let sums = &county.sums;
            let sent = county.count(|month| matches!(month, StreetMonth::Counts(_)));
            let expected = county.streets.len();
            let tile = |hook: &'static str, count: usize, said: &'static str, hint: String, tone: &'static str| {
                let class = if count > 0 { format!("tile {tone}") } else { "tile".to_owned() };
                view! {
                    <div class=class data-county=hook>
                        <span class="figure-mid">{count}</span>
                        <span>{said}</span>
                        <span class="hint">{hint}</span>
                    </div>
                }
            };
            let figure = |hook, count: u32, said, tone| tile(hook, count as usize, said, String::new(), tone);
            let harm = if county.figures.harm.is_any() {
                let said = matters::harm_totals(&county.figures.harm);
                view! {
                    <p class="status-item status-bad" data-harm="true">
                        {icon::of("bad")}
                        " "
                        <strong>{said}</strong>
                    </p>
                }
                .into_any()
            } else {
                view! { <p class="status-item status-good">{icon::of("good")} " " {words::NO_HARM}</p> }.into_any()
            };
            view! {
                {harm}
                <div class="grid-4">
                    {tile("sent", sent, words::STREETS_SENT, words::of_streets(expected), "tile-good")}
                    {tile("missing", expected - sent, words::STREETS_MISSING, String::new(), "tile-warn")}
                    {tile(
                        "counted",
                        sums.counted as usize,
                        words::COUNTED,
                        words::of_enterprises(sums),
                        "tile-good",
                    )} {figure("not-sent", sums.not_sent, words::NOT_SENT, "tile-warn")}
                    {figure("uncounted", sums.uncounted, words::UNCOUNTED, "tile-warn")}
                    {figure("deaths", sums.deaths, words::DEATHS, "tile-bad")}
                    {figure("open-major", sums.open_major, words::OPEN_MAJOR, "tile-bad")}
                    {figure("help", sums.help_needed, words::HELP_COUNT, "tile-warn")}
                </div>
            }
        })
    };
    view! {
        <section class="stack" aria-label=words::TITLE>
            {tiles}
        </section>
    }
    .into_any()
}
