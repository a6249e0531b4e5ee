//! The month on one page, in the order in which the principal reads it.
//!
//! Result, elements, targets, hazards, what is open, figures.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `elements` | the eight elements with their scores |
//! | `findings` | problems that block the signature and warnings that do not, by the page on which they are mended |
//! | `hazards` | the ledger of the month in numbers, and what is overdue or major |
//! | `month` | the month's figures that a principal answers for |
//! | `result` | score, grade and what caps it |
//! | `screening` | the screening against the criteria for major hazards: counts, and the leads that are 疑似 |
//! | `targets` | the 四个100% of the high-risk areas as a table |
//! | `unsettled` | what nobody confirmed this month, kept apart: 未答, 待核实, 沿用待确认 |

pub(super) mod elements;
mod findings;
pub(super) mod hazards;
mod month;
pub(super) mod result;
mod screening;
mod targets;
pub(super) mod unsettled;

use anziping_core::review::Overview;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::paper_name;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::dom;
use crate::ui::field::Notice;
use crate::words::paper::Form;
use crate::words::{common, report as words};

#[component]
pub(crate) fn ReportPage(
    /// The month on the screen.
    session: Session,
) -> impl IntoView {
    let overview = Memo::new(move |_| session.overview());
    // People who leave to correct something come back to where they read it.
    let app = App::get();
    on_cleanup(move || app.report_at.set_value(dom::scrolled()));
    view! {
        <div class="page report">
            <Head session=session />
            <Readiness session=session overview=overview />
            {returned::card(session)}
            <result::Outcome session=session overview=overview />
            <elements::Elements session=session overview=overview />
            <targets::Targets session=session overview=overview />
            <hazards::Hazards session=session overview=overview />
            <screening::Screening session=session />
            <unsettled::UnsettledAnswers session=session overview=overview />
            <month::Figures session=session />
            <findings::Findings session=session overview=overview />
        </div>
    }
    .into_any()
}

/// The report without its frame, for paper.
pub(super) fn body(session: Session) -> AnyView {
    let overview = Memo::new(move |_| session.overview());
    view! {
        <div class="report">
            <section class="card">
                // Above it the sheet names the enterprise.
                <dl class="facts-list">{move || facts(session)}</dl>
            </section>
            <result::Outcome session=session overview=overview />
            <elements::Elements session=session overview=overview />
            <targets::Targets session=session overview=overview />
            <hazards::Hazards session=session overview=overview />
            <screening::Screening session=session />
            <unsettled::UnsettledAnswers session=session overview=overview />
            <month::Figures session=session />
        </div>
    }
    .into_any()
}

/// The head of the report: enterprise, month, day due.
#[component]
fn Head(session: Session) -> impl IntoView {
    let to_paper = Route::Paper(paper_name::code(Form::Report).into());
    view! {
        <div class="page-head">
            <h1 tabindex="-1">
                {words::title(session.period)}
                {session
                    .demo
                    .then(|| {
                        view! {
                            " "
                            <span class="tag tag-warn">{common::DEMO}</span>
                        }
                    })}
            </h1>
        </div>
        <section class="card">
            <dl class="facts-list">
                <dt>{words::ENTERPRISE}</dt>
                <dd>{move || session.enterprise.with(|enterprise| or_empty(&enterprise.name))}</dd>
                {move || facts(session)}
            </dl>
            <div class="row no-print">
                {move || to_seal(session)}
                <a class="button" data-action="to-paper" href=to_paper.href()>
                    {words::PRINT}
                </a>
            </div>
        </section>
    }
    .into_any()
}

fn or_empty(text: &str) -> String {
    if text.trim().is_empty() { words::EMPTY.to_owned() } else { text.trim().to_owned() }
}

/// The lines below the name: code, days, office, responsible people.
fn facts(session: Session) -> AnyView {
    session.enterprise.with(|enterprise| {
        let preparer = session.preparer.get();
        let preparer = if preparer.trim().is_empty() { enterprise.officer.clone() } else { preparer };
        let rows = [
            (words::CODE, or_empty(&enterprise.uscc)),
            (words::SPAN, common::span(session.span.get())),
            (words::DUE, common::day(session.period.due(enterprise.rhythm))),
            (words::OFFICE, or_empty(&enterprise.office)),
            (words::PRINCIPAL, or_empty(&enterprise.principal)),
            (words::PREPARER, or_empty(&preparer)),
        ];
        rows.map(|(label, said)| {
            view! {
                <dt>{label}</dt>
                <dd>{said}</dd>
            }
        })
        .collect_view()
        .into_any()
    })
}

fn to_seal(session: Session) -> AnyView {
    let said = if session.read_only.get() { words::TO_SEALED } else { words::TO_SEAL };
    view! {
        <a class="button button-primary" data-action="to-seal" href=Route::Seal.href()>
            {said}
        </a>
    }
    .into_any()
}

/// Says in one line on top whether the month can be signed.
#[component]
fn Readiness(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let app = App::get();
    let sealed = move || {
        let month = app.index.with(|index| {
            let months = &index.enterprise(&session.id.get_value())?.months;
            months.iter().find(|month| month.period == session.period && month.is_sealed()).map(|month| month.revision)
        });
        month.filter(|_| session.read_only.get())
    };
    let problems = Memo::new(move |_| overview.with(|overview| overview.review.problems.len()));
    let said = move || {
        match (sealed(), problems.get()) {
            (Some(revision), _) => view! {
                <Notice kind="good">
                    <p>{words::sealed(revision)}</p>
                </Notice>
            }
            .into_any(),
            (None, 0) => view! {
                <Notice kind="good">
                    <p>{words::READY}</p>
                </Notice>
            }
            .into_any(),
            // No role of an alert: the count is what it was, and the list with the links stands below.
            (None, count) => view! {
                <Notice kind="warn">
                    <p class="row">
                        <strong>{words::blocking(count)}</strong>
                        <button
                            type="button"
                            class="button button-small no-print"
                            on:click=move |_| {
                                dom::focus_id(findings::PROBLEMS_ID);
                            }
                        >
                            {words::SEE_PROBLEMS}
                        </button>
                    </p>
                </Notice>
            }
            .into_any(),
        }
    };
    view! {
        <div class="no-print" data-blocking=move || problems.get()>
            {said}
        </div>
    }
    .into_any()
}
