//! The first page of a browser with a month.
//!
//! What to do next, the months, the enterprises of this browser.

use anziping_core::value::timestamp::Timestamp;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::months;
use crate::enterprise::app::record_index::{IndexedEnterprise, IndexedMonth};
use crate::enterprise::app::removal;
use crate::enterprise::correction::Correct;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::enterprise::way::{self, NextStep};
use crate::platform::browser_support::{self, Browser, Display};
use crate::platform::clock;
use crate::ui::field::Notice;
use crate::words::status;
use crate::words::{common, correction, home as words};

/// So many changes are an hour's work.
const CHANGES_WITHOUT_BACKUP: u32 = 30;
/// Safari deletes after as many days.
const DAYS_WITHOUT_BACKUP: i32 = 7;

#[component]
pub(crate) fn Overview(
    /// The month on the screen.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let id = session.id.get_value();
    let enterprise = Memo::new(move |_| app.index.with(|index| index.enterprise(&id).cloned()));
    let month = move || {
        enterprise.with(|enterprise| {
            let months = enterprise.as_ref().map(|enterprise| enterprise.months.as_slice()).unwrap_or_default();
            months.iter().find(|month| month.period == session.period).cloned()
        })
    };
    let month = Memo::new(move |_| month());
    // A day that was kept is no reproach.
    let due = move || match month.with(|month| month.as_ref().is_some_and(|month| !month.sealed.is_empty())) {
        true => String::new(),
        false => {
            let due = session.enterprise.with(|enterprise| session.period.due(enterprise.rhythm));
            words::due(due, clock::today())
        }
    };
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::assessment_of(&common::period(session.period))}</h1>
                <p>{move || common::clauses(&[common::span(session.span.get()), due()])}</p>
            </div>
            <Reminder app=app session=session />
            {returned::card(session)}
            <NextStep app=app session=session month=month />
            <Months app=app session=session enterprise=enterprise />
            <Enterprises app=app session=session />
        </div>
    }
    .into_any()
}

/// That a backup is due, and what Safari does; nothing while neither is worth a word.
#[component]
fn Reminder(app: App, session: Session) -> impl IntoView {
    let due = Memo::new(move |_| {
        app.settings.value.with(|settings| {
            let day = settings.last_backup.as_ref().map(Timestamp::day);
            let today = clock::today();
            let due =
                !session.demo && backup_is_due(settings.changes_since_backup, day.map(|day| day.days_until(today)));
            due.then(|| crate::words::settings::last_backup(day, today, settings.changes_since_backup))
        })
    });
    let safari = browser_support::browser() == Browser::Safari && browser_support::display() == Display::Tab;
    view! {
        {safari
            .then(|| {
                view! {
                    <Notice kind="warn">
                        <p data-safari="true">{crate::words::settings::SAFARI}</p>
                    </Notice>
                }
            })}
        {move || {
            due.get()
                .map(|said| {
                    view! {
                        <Notice kind="info">
                            <p data-reminder="backup">
                                {said} " " <a href=Route::Settings.href()>{words::BACK_UP_NOW}</a>
                            </p>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}

/// Whether a backup is due: many changes, or a week since the last one.
///
/// `days` is `None` without one.
fn backup_is_due(changes: u32, days: Option<i32>) -> bool {
    changes >= CHANGES_WITHOUT_BACKUP || (changes > 0 && days.is_some_and(|days| days >= DAYS_WITHOUT_BACKUP))
}

/// The one thing to do now.
#[component]
fn NextStep(app: App, session: Session, month: Memo<Option<IndexedMonth>>) -> impl IntoView {
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
                                {words::SETTINGS}
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

/// What is left to do before the signature, and how far the month is.
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

/// What is true of a signed month: which version, whether it went out, what comes next.
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

#[component]
fn Months(app: App, session: Session, enterprise: Memo<Option<IndexedEnterprise>>) -> impl IntoView {
    let signed = move || {
        enterprise.with(|enterprise| {
            let months = enterprise.as_ref().map(|enterprise| enterprise.months.as_slice()).unwrap_or_default();
            months.iter().any(|month| month.period == session.period && month.is_sealed())
        })
    };
    // A month begun too early can be taken back; the month before stays as it is.
    let newest_unsigned = move || {
        enterprise.with(|enterprise| {
            let months = enterprise.as_ref().map(|enterprise| enterprise.months.as_slice()).unwrap_or_default();
            months.len() > 1
                && months[0].period == session.period
                && months[0].sealed.is_empty()
                && !session.read_only.get()
        })
    };
    let rows = move || {
        enterprise.with(|enterprise| {
            enterprise
                .iter()
                .flat_map(|enterprise| enterprise.months.iter().map(|month| month_row(app, session, month)))
                .collect_view()
        })
    };
    let [period, state, score, action] = words::COLUMNS;
    view! {
        <section class="card" aria-labelledby="months">
            <h2 id="months">{words::MONTHS}</h2>
            <div class="table-wrap">
                <table class="table-cards">
                    <thead>
                        <tr>
                            <th scope="col">{period}</th>
                            <th scope="col">{state}</th>
                            <th scope="col" class="number">
                                {score}
                            </th>
                            <th scope="col">
                                <span class="visually-hidden">{common::ACTIONS}</span>
                                {action}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {move || {
                signed()
                    .then(|| {
                        view! {
                            <div class="row">
                                <Correct app=app />
                            </div>
                        }
                    })
            }}
            {move || {
                newest_unsigned()
                    .then(|| {
                        view! {
                            <div class="row">
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="remove-month"
                                    on:click=move |_| removal::remove_month(app, words::removed_month(session.period))
                                >
                                    {words::remove_month(session.period)}
                                </button>
                            </div>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// The last day of the period, while it is still to come.
fn not_over(session: Session) -> Option<String> {
    let to = session.span.get().to;
    (clock::today() < to).then(|| common::day(to))
}

fn month_row(app: App, session: Session, month: &IndexedMonth) -> AnyView {
    let period = month.period;
    let open = session.period == period;
    let state = if month.is_sealed() {
        view! { <span class="tag tag-good">{words::SEALED} " " {common::revision(month.revision)}</span> }.into_any()
    } else if month.sealed.is_empty() {
        view! { <span class="tag tag-warn">{words::IN_WORK}</span> }.into_any()
    } else {
        view! { <span class="tag tag-warn">{correction::in_correction(month.revision)}</span> }.into_any()
    };
    let signed = month.sealed.first().and_then(|(_, record)| record.total);
    let live = open && !month.is_sealed();
    let score = move || common::score(if live { session.scores().tenths() } else { signed });
    let [_, of_state, of_score, _] = words::COLUMNS;
    let action = if open {
        view! { <span class="muted">{words::OPENED}</span> }.into_any()
    } else {
        view! {
            <button
                type="button"
                class="button button-small"
                on:click=move |_| app.switch_to(&session.id.get_value(), Some(period))
            >
                {words::OPEN}
            </button>
        }
        .into_any()
    };
    view! {
        <tr data-month=period.to_string()>
            <th scope="row">
                {common::period(period)}
                {month
                    .demo
                    .then(|| {
                        view! {
                            " "
                            <span class="tag tag-warn">{common::DEMO}</span>
                        }
                    })}
            </th>
            <td class="half" data-label=of_state>
                {state}
            </td>
            <td class="number" data-label=of_score>
                {score}
            </td>
            <td>{action}</td>
        </tr>
    }
    .into_any()
}

#[component]
fn Enterprises(app: App, session: Session) -> impl IntoView {
    let current = session.id.get_value();
    let rows = move || {
        app.index.with(|index| {
            index
                .enterprises
                .iter()
                .map(|enterprise| {
                    let id = enterprise.id.clone();
                    // The index knows names as they were stored; the one on the screen may be newer.
                    let is_open = enterprise.id == current;
                    let stored = enterprise.name.clone();
                    let name = move || {
                        let name =
                            if is_open { session.enterprise.with(|typed| typed.name.clone()) } else { stored.clone() };
                        if name.trim().is_empty() { words::UNNAMED.to_owned() } else { name }
                    };
                    let action = if is_open {
                        view! { <span class="muted">{words::OPENED}</span> }.into_any()
                    } else {
                        view! {
                            <button
                                type="button"
                                class="button button-small"
                                on:click=move |_| app.switch_to(&id, None)
                            >
                                {words::OPEN}
                            </button>
                        }
                        .into_any()
                    };
                    view! {
                        <li class="row row-between" data-enterprise=enterprise.id.clone()>
                            <span>{name}</span>
                            {action}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    let add = move |_| {
        months::new_enterprise(app);
        app.go(&Route::Enterprise(None));
    };
    view! {
        <section class="card" aria-labelledby="enterprises">
            <h2 id="enterprises">{words::ENTERPRISES}</h2>
            <ul class="plain stack-tight">{rows}</ul>
            <div class="row">
                <button type="button" class="button button-small" data-action="start" on:click=add>
                    {words::ADD}
                </button>
                <button
                    type="button"
                    class="button button-small"
                    data-action="demo"
                    on:click=move |_| months::load_demo(app)
                >
                    {words::DEMO}
                </button>
            </div>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_after_an_hours_work_or_a_week() {
        assert!(!backup_is_due(0, None) && !backup_is_due(29, None) && backup_is_due(30, None));
        assert!(!backup_is_due(1, Some(6)) && backup_is_due(1, Some(7)));
        assert!(!backup_is_due(0, Some(400)), "nothing has changed since");
    }
}
