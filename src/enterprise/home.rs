//! The first page of a browser with a month: what to do next, the months, the enterprises of this browser.

use anziping_core::review::{Place, Review};
use anziping_core::value::timestamp::Timestamp;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::months;
use crate::enterprise::app::record_index::{IndexedEnterprise, IndexedMonth};
use crate::enterprise::app::removal;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::browser_support::{self, Browser, Display};
use crate::platform::clock;
use crate::ui::field::Notice;
use crate::words::status;
use crate::words::{common, home as words};

/// So many changes are an hour's work.
const CHANGES_WITHOUT_BACKUP: u32 = 30;
/// Safari deletes after as many days.
const DAYS_WITHOUT_BACKUP: i32 = 7;

/// The page.
#[component]
pub(crate) fn Overview(
    /// The month on the screen.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let id = session.id.get_value();
    let enterprise = Memo::new(move |_| app.index.with(|index| index.enterprise(&id).cloned()));
    let due = move || {
        let due = session.enterprise.with(|enterprise| session.period.due(enterprise.rhythm));
        words::due(due, clock::today())
    };
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::assessment_of(&common::period(session.period))}</h1>
                <p>{move || common::span(session.span.get())} " · " {due}</p>
            </div>
            <Reminder app=app session=session />
            <NextStep session=session />
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

/// After a good part of a month's answers, or a week after the last backup when anything has changed; `days` is `None` without one.
fn backup_is_due(changes: u32, days: Option<i32>) -> bool {
    changes >= CHANGES_WITHOUT_BACKUP || (changes > 0 && days.is_some_and(|days| days >= DAYS_WITHOUT_BACKUP))
}

/// The one thing to do now.
#[component]
fn NextStep(session: Session) -> impl IntoView {
    let review = Memo::new(move |_| session.review());
    let step = move || {
        let (said, button, route) = if App::get().lock_of_month().is_some() {
            (status::NEWER.to_owned(), words::SETTINGS, Route::Settings)
        } else if session.read_only.get() {
            (words::STEP_DONE.0.to_owned(), words::STEP_DONE.1, Route::Seal)
        } else {
            review.with(|review| next_step(session, review))
        };
        // What has changed decides what is asked, so it is asked about before the questions.
        let is_first = matches!(route, Route::Element(..)) && session.scores().settled() == 0;
        let changes = (is_first && !session.read_only.get()).then(|| {
            view! {
                <p class="hint">
                    {words::CHANGES_FIRST} " "
                    <a href=Route::Month(None).href()>{crate::words::month::FACTS}</a>
                </p>
            }
        });
        view! {
            <p>{said}</p>
            {changes}
            <div>
                <a class="button button-primary" data-action="next" href=route.href()>
                    {button}
                </a>
            </div>
        }
    };
    let progress = move || {
        let scores = session.scores();
        let (settled, asked) = (scores.done(), scores.applicable());
        let unsure = scores.elements.iter().map(|element| element.unsure).sum();
        view! {
            <div class="row row-between">
                <span>
                    {words::CHECK_ITEMS} " "
                    <span class="number">
                        {crate::words::element::progress(settled, asked)} {crate::words::element::unsure(unsure)}
                    </span>
                </span>
                <span class="muted number">{common::score(scores.tenths())}</span>
            </div>
            <progress
                max=asked.max(1)
                value=settled
                aria-label=crate::words::element::progress(settled, asked)
            ></progress>
        }
    };
    view! {
        <section class="card" aria-labelledby="next-step">
            <h2 id="next-step">{words::NEXT}</h2>
            {step}
            {progress}
        </section>
    }
    .into_any()
}

/// The first open thing in the order in which a month is filled in.
fn next_step(session: Session, review: &Review) -> (String, &'static str, Route) {
    let of = |wanted: fn(&Place) -> bool| {
        review
            .problems
            .iter()
            .find(|(place, _)| wanted(place))
            .map(|(place, _)| Route::of_place(place, |item| session.element_of(item)))
    };
    let fixed = |(said, button): (&str, &'static str), route: Route| (said.to_owned(), button, route);
    if let Some(route) = of(|place| matches!(place, Place::Enterprise(_))) {
        return fixed(words::STEP_ENTERPRISE, route);
    }
    if let Some(route) = of(|place| matches!(place, Place::Item(_))) {
        let scores = session.scores();
        let (said, button) = words::step_items(scores.applicable() - scores.done());
        return (said, button, route);
    }
    if let Some(route) = of(|place| matches!(place, Place::Point(_) | Place::Rate(..))) {
        return fixed(words::STEP_AREAS, route);
    }
    if let Some(route) = of(|place| matches!(place, Place::Hazard(_))) {
        return fixed(words::STEP_HAZARDS, route);
    }
    if let Some(route) = of(|place| matches!(place, Place::Screening(_))) {
        return fixed(words::STEP_SCREENING, route);
    }
    if let Some(route) = of(|place| matches!(place, Place::Month(_))) {
        return fixed(words::STEP_MONTH, route);
    }
    fixed(words::STEP_SEAL, Route::Report)
}

#[component]
fn Months(app: App, session: Session, enterprise: Memo<Option<IndexedEnterprise>>) -> impl IntoView {
    let newest_sealed = move || {
        enterprise.with(|enterprise| {
            enterprise
                .as_ref()
                .and_then(|enterprise| enterprise.months.first())
                .is_some_and(|month| month.period == session.period && month.is_sealed())
        })
    };
    // Whoever has begun a month too early can take that back; the month before stays as it is.
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
                <table>
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
                newest_sealed()
                    .then(|| {
                        view! {
                            <div class="row">
                                <button
                                    type="button"
                                    class="button button-primary"
                                    data-action="next-month"
                                    on:click=move |_| months::begin_next(app)
                                >
                                    {words::begin_next(session.period.next())}
                                </button>
                                <button
                                    type="button"
                                    class="button"
                                    data-action="correct"
                                    on:click=move |_| months::begin_correction(app)
                                >
                                    {words::CORRECT}
                                </button>
                            </div>
                            {not_over(session).map(|said| view! { <p class="hint">{words::begins_early(&said)}</p> })}
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
    } else {
        view! { <span class="tag tag-warn">{words::IN_WORK}</span> }.into_any()
    };
    let score = common::score(month.sealed.first().and_then(|(_, record)| record.total));
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
            <td>{state}</td>
            <td class="number">{score}</td>
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
                    let name = if enterprise.name.trim().is_empty() {
                        words::UNNAMED.to_owned()
                    } else {
                        enterprise.name.clone()
                    };
                    let action = if enterprise.id == current {
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
