//! Shows the overview of risk: groups, items that most miss, signs of ticking boxes, changes.

use anziping_core::office::desk::Verdict;
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::placed::By;
use anziping_core::office::risk_overview::{Group, groups, habits, movements, worst_items};
use anziping_core::office::rollup::of_month;
use leptos::prelude::*;

use super::long_table::beyond;
use crate::office::app::OfficeApp;
use crate::ui::chart::{Bar, Bars};
use crate::words::common;
use crate::words::office::risk_overview as words;

/// Rows of the tables by enterprise and item; the exported files hold all of them.
const ROWS: usize = 20;

/// Something computed from the trusted reports of the month on the screen.
pub(super) fn of_trusted<T>(app: OfficeApp, of: impl Fn(&[&CheckedReport]) -> T) -> T {
    let period = app.period.get();
    app.inbox.with(|inbox| app.judged.with(|judged| of(&of_month(period, &Verdict::Trusted, inbox, judged))))
}

fn heads(columns: &'static [&'static str]) -> AnyView {
    let head = |(at, said): (usize, &&'static str)| {
        let class = if at == 0 { "" } else { "number" };
        view! {
            <th scope="col" class=class>
                {*said}
            </th>
        }
    };
    view! {
        <thead>
            <tr>{columns.iter().enumerate().map(head).collect_view()}</tr>
        </thead>
    }
    .into_any()
}

/// Groups by class, village and industry.
#[component]
pub(super) fn Groups(app: OfficeApp) -> impl IntoView {
    let section = move |by: By, heading: &'static str| {
        let groups =
            Memo::new(move |_| of_trusted(app, |reports| app.with_places(|places| groups(by, reports, places))));
        let name = move |key: &str| words::group(by, key);
        let bars = Signal::derive(move || {
            let bar = |group: &Group| Bar {
                label: name(&group.key),
                tenths: group.total.map(|total| total.mean.0),
                figure: common::score(group.total.map(|total| total.mean)),
                tone: if group.open_major > 0 { "bad" } else { "" },
            };
            groups.with(|groups| groups.iter().map(bar).collect::<Vec<_>>())
        });
        let rows = move || {
            let row = |group: &Group| {
                let [_, mean, labels @ ..] = words::GROUP_COLUMNS;
                let figures =
                    labels.into_iter().zip([group.reports, group.failed, group.open, group.open_major, group.overdue]);
                let score = common::score(group.total.map(|total| total.mean));
                view! {
                    <tr>
                        <th scope="row">{name(&group.key)}</th>
                        <td class="number nowrap" data-label=mean>
                            {score}
                        </td>
                        {figures
                            .map(|(label, figure)| {
                                view! {
                                    <td class="number" data-label=label>
                                        {figure}
                                    </td>
                                }
                            })
                            .collect_view()}
                    </tr>
                }
            };
            groups.with(|groups| groups.iter().map(row).collect_view())
        };
        view! {
            <details data-groups=by.code()>
                <summary>{heading}</summary>
                <div class="details-body">
                    <figure>
                        <Bars bars=bars />
                    </figure>
                    <p class="hint" aria-hidden="true">
                        {words::GROUP_BARS}
                    </p>
                    <div class="table-wrap">
                        <table class="table-cards">
                            <caption>{heading}</caption>
                            {heads(&words::GROUP_COLUMNS)}
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                </div>
            </details>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="groups">
            <h2 id="groups">{words::GROUPS}</h2>
            {section(By::Class, words::BY_CLASS)}
            {section(By::Village, words::BY_VILLAGE)}
            {section(By::Industry, words::BY_INDUSTRY)}
        </section>
    }
    .into_any()
}

/// The items that most enterprises miss.
#[component]
pub(super) fn Worst(app: OfficeApp) -> impl IntoView {
    let all = Memo::new(move |_| of_trusted(app, worst_items));
    let rows = move || {
        let worst = all.get();
        if worst.is_empty() {
            return view! {
                <tr>
                    <td colspan="3">{words::NO_WORST}</td>
                </tr>
            }
            .into_any();
        }
        let row = |item: anziping_core::office::risk_overview::WorstItem| {
            let question = app
                .in_any_list(|catalogue| catalogue.item(&item.id).map(|found| found.question.clone()))
                .unwrap_or_default();
            view! {
                <tr data-worst=item.id.clone()>
                    <th scope="row">{item.id.clone()} " " {question}</th>
                    <td class="number">{item.short}</td>
                    <td class="number">{item.zero}</td>
                </tr>
            }
        };
        worst.into_iter().take(ROWS).map(row).collect_view().into_any()
    };
    view! {
        <section class="card" aria-labelledby="worst">
            <h2 id="worst">{words::WORST}</h2>
            <div class="table-wrap">
                <table aria-labelledby="worst">{heads(&words::WORST_COLUMNS)}<tbody>{rows}</tbody></table>
            </div>
            {move || beyond(all.with(Vec::len), ROWS)}
        </section>
    }
    .into_any()
}

/// Enterprises that excluded or took over much.
#[component]
pub(super) fn Habits(app: OfficeApp) -> impl IntoView {
    let all = Memo::new(move |_| of_trusted(app, habits));
    let rows = move || {
        let habits = all.get();
        if habits.is_empty() {
            return view! {
                <tr>
                    <td colspan="4">{words::NO_HABITS}</td>
                </tr>
            }
            .into_any();
        }
        let row = |habit: anziping_core::office::risk_overview::Habit| {
            let (excluded, carried) = (habit.not_applicable_share(), habit.carried_share());
            let [_, of_asked, of_excluded, of_carried] = words::HABIT_COLUMNS;
            view! {
                <tr data-habit=habit.uscc.to_string()>
                    <th scope="row">{habit.name}</th>
                    <td class="number half" data-label=of_asked>
                        {habit.asked}
                    </td>
                    <td class="number nowrap half" data-label=of_excluded>
                        {words::share(habit.not_applicable, excluded)}
                    </td>
                    <td class="number nowrap half" data-label=of_carried>
                        {words::share(habit.carried, carried)}
                    </td>
                </tr>
            }
        };
        habits.into_iter().take(ROWS).map(row).collect_view().into_any()
    };
    view! {
        <section class="card" aria-labelledby="habits">
            <h2 id="habits">{words::HABITS}</h2>
            <p>{words::HABITS_WHAT}</p>
            <div class="table-wrap">
                <table class="table-cards" aria-labelledby="habits">
                    {heads(&words::HABIT_COLUMNS)}
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {move || beyond(all.with(Vec::len), ROWS)}
        </section>
    }
    .into_any()
}

/// Compares this month with the one before, as far as its reports lie in the inbox too.
#[component]
pub(super) fn Movements(app: OfficeApp) -> impl IntoView {
    let all = Memo::new(move |_| {
        let period = app.period.get();
        app.inbox.with(|inbox| {
            app.judged.with(|judged| {
                let of = |period| of_month(period, &Verdict::Trusted, inbox, judged);
                movements(&of(period), &of(period.previous()))
            })
        })
    });
    let rows = move || {
        let moved = all.get();
        if moved.is_empty() {
            return view! {
                <tr>
                    <td colspan="4">{words::NO_MOVEMENTS}</td>
                </tr>
            }
            .into_any();
        }
        let row = |moved: anziping_core::office::risk_overview::Movement| {
            let fell = moved.now < moved.before;
            view! {
                <tr data-moved=moved.uscc.to_string()>
                    <th scope="row">{moved.name}</th>
                    <td class="number nowrap">{common::score(Some(moved.before))}</td>
                    <td class="number nowrap">{common::score(Some(moved.now))}</td>
                    <td class=if fell {
                        "number nowrap status-bad"
                    } else {
                        "number nowrap"
                    }>{words::difference(moved.before, moved.now)}</td>
                </tr>
            }
        };
        moved.into_iter().take(ROWS).map(row).collect_view().into_any()
    };
    view! {
        <section class="card" aria-labelledby="movements">
            <h2 id="movements">{words::MOVEMENTS}</h2>
            <div class="table-wrap">
                <table aria-labelledby="movements">{heads(&words::MOVEMENT_COLUMNS)}<tbody>{rows}</tbody></table>
            </div>
            {move || beyond(all.with(Vec::len), ROWS)}
        </section>
    }
    .into_any()
}
