//! Twelve months side by side, as pictures and as tables, and what has changed since last month.

use std::collections::BTreeMap;

use anziping_core::catalog::TargetCode;
use anziping_core::document::report::Declared;
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::record::RecordKey;
use anziping_core::score::total::Tenths;
use anziping_core::trend::{Direction, MonthChanges, TrendMonth, oldest_open, standings, year};
use anziping_core::value::period::Period;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::{Session, today_within};
use crate::ui::trend_chart::{TrendColumns, TrendLine};
use crate::words::{common, element, trends as words};

type Year = Vec<(Period, Option<TrendMonth>)>;

/// So many old hazards are named.
const OLDEST: usize = 5;

/// The page. It shows the months as they are when it is opened; nothing can be changed on it.
pub(crate) fn trends_page(session: Session) -> AnyView {
    let app = App::get();
    let months = known_months(app, session);
    let year: Year = year(months.iter().map(|(month, _)| month.clone()).collect(), session.period);
    let of = |period: Period| months.iter().find(|(month, _)| month.period == period).map(|(_, standings)| standings);
    let changes =
        of(session.period.previous()).zip(of(session.period)).map(|(before, now)| MonthChanges::between(before, now));
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::WHAT}</p>
            </div>
            {changes_card(session, changes)}
            {scores(session, &year)}
            {rates(&year)}
            {hazards(&year)}
            {oldest(session)}
        </div>
    }
    .into_any()
}

/// The months of this browser with their figures and how their items stand.
fn known_months(app: App, session: Session) -> Vec<(TrendMonth, BTreeMap<String, Direction>)> {
    let id = session.id.get_value();
    let shelved = app
        .index
        .with_untracked(|index| index.enterprise(&id).map(|enterprise| enterprise.months.clone()))
        .unwrap_or_default();
    let enterprise = session.enterprise.get_untracked();
    let of_month = shelved.iter().filter_map(|month| {
        let newest = month.sealed.iter().max_by_key(|(revision, _)| *revision);
        let current = month.period == session.period && !session.read_only.get_untracked();
        // A correction in work counts as what it is now, not as what it replaces.
        let signed = newest.filter(|_| month.is_sealed() && !current);
        let signed = signed.and_then(|(revision, _)| app.sealed_record(&id, month.period, *revision));
        if let Some(report) = signed.and_then(|record| super::seal::read(&record.text)) {
            let parts = report.parts();
            // Without the check list it was answered against, as good as the present one can tell.
            let edition = app.store.editions().of_month(&report.catalogue).unwrap_or(session.edition);
            let standings = standings(&parts.assessment(edition.catalogue()));
            return Some((TrendMonth::of(month.period, true, &report.declared), standings));
        }
        let draft = if month.period == session.period {
            session.snapshot()
        } else {
            app.store.records().look_at::<MonthDraft>(&RecordKey::Month(id.clone(), month.period))?.ok()?
        };
        let edition = app.store.editions().of_month(&draft.catalogue).unwrap_or(session.edition);
        let assessment = Assessment::of_draft(edition.catalogue(), &enterprise, &draft);
        Some((TrendMonth::of(month.period, false, &Declared::of(&assessment)), standings(&assessment)))
    });
    of_month.collect()
}

fn changes_card(session: Session, changes: Option<MonthChanges>) -> AnyView {
    let list = |heading: &'static str, ids: Vec<String>, tone: &'static str| {
        let rows = ids.iter().filter_map(|id| {
            let item = session.catalogue.item(id)?;
            let href = Route::Element(session.element_of(id), Some(id.clone())).href();
            Some(view! {
                <li>
                    <a href=href>
                        <span class="item-id">{id.clone()}</span>
                        {item.question.as_str()}
                    </a>
                </li>
            })
        });
        let rows = rows.collect_view();
        view! {
            <div class="stack-tight" data-changes=tone>
                <h3 class=format!("status-{tone}")>{heading} " " <span class="number">{ids.len()}</span></h3>
                {if rows.is_empty() {
                    view! { <p class="hint">{words::NONE}</p> }.into_any()
                } else {
                    view! { <ul class="findings">{rows}</ul> }.into_any()
                }}
            </div>
        }
    };
    let content = match changes {
        None => view! { <p>{words::no_before(session.period.previous())}</p> }.into_any(),
        Some(changes) => view! {
            {list(words::WORSE, changes.worse, "bad")}
            {list(words::IMPROVED, changes.improved, "good")}
            {list(words::NEWLY_NA, changes.newly_not_applicable, "warn")}
        }
        .into_any(),
    };
    view! {
        <section class="card" aria-labelledby="changes">
            <h2 id="changes">{words::CHANGES}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn scores(session: Session, year: &Year) -> AnyView {
    let line = |label: &str, value: &dyn Fn(&TrendMonth) -> Option<u32>| {
        let values: Vec<(Period, Option<u32>)> =
            year.iter().map(|(period, month)| (*period, month.as_ref().and_then(value))).collect();
        let said = words::line(label, &values);
        let months = year.iter().map(|(period, _)| words::month(*period)).collect();
        view! { <TrendLine label=said months=months values=values.into_iter().map(|(_, value)| value).collect() /> }
    };
    let elements = session.catalogue.elements.iter().map(|of| {
        let title = element::title(of.number, &of.name);
        let picture = line(&title, &|month| month.elements.get(&of.number).map(|score| score.0));
        view! {
            <details>
                <summary>{title}</summary>
                <figure>{picture}</figure>
            </details>
        }
    });
    let elements = elements.collect_view();
    let heads = session.catalogue.elements.iter().map(|of| {
        view! {
            <th scope="col" class="number">
                {element::title(of.number, &of.name)}
            </th>
        }
    });
    let rows = year.iter().rev().filter_map(|(period, month)| {
        let month = month.as_ref()?;
        let cells = session.catalogue.elements.iter().map(|of| {
            let score = figure(month.elements.get(&of.number).copied());
            view! {
                <td class="number" data-label=element::title(of.number, &of.name)>
                    {score}
                </td>
            }
        });
        Some(view! {
            <tr>
                <th scope="row" class="nowrap">
                    {common::period(*period)}
                    {in_work(month)}
                </th>
                <td class="number" data-label=words::TOTAL>
                    {figure(month.total)}
                </td>
                {cells.collect_view()}
            </tr>
        })
    });
    view! {
        <section class="card" aria-labelledby="scores">
            <h2 id="scores">{words::SCORES}</h2>
            <figure>{line(words::TOTAL, &|month| month.total.map(|score| score.0))}</figure>
            {elements}
            <div class="table-wrap" tabindex="0" role="region" aria-labelledby="scores">
                <table class="table-roomy table-cards" aria-labelledby="scores">
                    <thead>
                        <tr>
                            <th scope="col">{words::MONTH}</th>
                            <th scope="col" class="number">
                                {words::TOTAL}
                            </th>
                            {heads.collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn figure(score: Option<Tenths>) -> String {
    score.map_or_else(|| words::UNKNOWN.into(), |score| score.to_string())
}

fn in_work(month: &TrendMonth) -> Option<AnyView> {
    (!month.sealed).then(|| {
        view! {
            " "
            <span class="tag">{words::IN_WORK}</span>
        }
        .into_any()
    })
}

fn rates(year: &Year) -> AnyView {
    let columns = TargetCode::ALL.map(|code| {
        view! {
            <th scope="col" class="number">
                {common::target(code)}
            </th>
        }
    });
    let rows = year.iter().rev().filter_map(|(period, month)| {
        let month = month.as_ref()?;
        let cells = TargetCode::ALL.into_iter().zip(month.rates).map(|(code, rate)| {
            view! {
                <td class="number" data-label=common::target(code)>
                    {common::rate(code, rate)}
                </td>
            }
        });
        Some(view! {
            <tr>
                <th scope="row" class="nowrap">
                    {common::period(*period)}
                    {in_work(month)}
                </th>
                {cells.collect_view()}
            </tr>
        })
    });
    let pictures = TargetCode::ALL.into_iter().enumerate().map(|(index, code)| {
        let rate = |month: &TrendMonth| {
            month.rates.get(index).copied().flatten().and_then(anziping_core::value::rate::Rate::floored_tenths)
        };
        let values: Vec<(Period, Option<u32>)> =
            year.iter().map(|(period, month)| (*period, month.as_ref().and_then(rate))).collect();
        let said = words::line(common::target(code), &values);
        let months = year.iter().map(|(period, _)| words::month(*period)).collect();
        let values = values.into_iter().map(|(_, value)| value).collect();
        view! {
            <details>
                <summary>{common::target(code)}</summary>
                <figure>
                    <TrendLine label=said months=months values=values />
                </figure>
            </details>
        }
    });
    view! {
        <section class="card" aria-labelledby="rates">
            <h2 id="rates">{words::RATES}</h2>
            {pictures.collect_view()}
            <div class="table-wrap">
                <table class="table-cards" aria-labelledby="rates">
                    <thead>
                        <tr>
                            <th scope="col">{words::MONTH}</th>
                            {columns}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn hazards(year: &Year) -> AnyView {
    let counts =
        |month: &TrendMonth| [month.ledger.added, month.ledger.closed, month.ledger.overdue, month.ledger.open];
    let series: Vec<Vec<Option<u32>>> = (0..3)
        .map(|series| {
            year.iter().map(|(_, month)| month.as_ref().and_then(|month| counts(month).get(series).copied())).collect()
        })
        .collect();
    let said = year.iter().filter_map(|(period, month)| {
        let [added, closed, overdue, _] = counts(month.as_ref()?);
        Some(words::hazards_of(&common::period(*period), added, closed, overdue))
    });
    let label = common::labelled(words::HAZARDS, &common::clauses(&said.collect::<Vec<_>>()));
    let months = year.iter().map(|(period, _)| words::month(*period)).collect();
    let columns = words::HAZARD_COLUMNS.map(|said| {
        view! {
            <th scope="col" class="number">
                {said}
            </th>
        }
    });
    let rows = year.iter().rev().filter_map(|(period, month)| {
        let month = month.as_ref()?;
        let cells = words::HAZARD_COLUMNS.into_iter().zip(counts(month));
        let cells = cells
            .map(|(label, count)| {
                view! {
                    <td class="number" data-label=label>
                        {count}
                    </td>
                }
            })
            .collect_view();
        Some(view! {
            <tr>
                <th scope="row" class="nowrap">
                    {common::period(*period)}
                    {in_work(month)}
                </th>
                {cells}
            </tr>
        })
    });
    view! {
        <section class="card" aria-labelledby="hazards-trend">
            <h2 id="hazards-trend">{words::HAZARDS}</h2>
            <figure>
                <TrendColumns label=label months=months series=series />
                <p class="hint">{words::LEGEND}</p>
            </figure>
            <div class="table-wrap">
                <table class="table-cards" aria-labelledby="hazards-trend">
                    <thead>
                        <tr>
                            <th scope="col">{words::MONTH}</th>
                            {columns}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn oldest(session: Session) -> AnyView {
    let day = today_within(session.span.get_untracked());
    let [_, what, age, deadline] = words::OLDEST_COLUMNS;
    let rows = session.hazards.with_untracked(|hazards| {
        let aged = oldest_open(hazards, day, OLDEST).into_iter().map(|(hazard, days)| {
            view! {
                <tr>
                    <th scope="row" class="nowrap">
                        <a href=Route::Hazards(Some(hazard.id.clone())).href()>
                            {crate::words::hazard::numbered(&hazard.id)}
                        </a>
                    </th>
                    <td class="wide" data-label=what>
                        {hazard.place.clone()}
                        " "
                        {hazard.description.clone()}
                    </td>
                    <td class="number" data-label=age>
                        {days}
                    </td>
                    <td class="nowrap half" data-label=deadline>
                        {hazard.deadline.map_or_else(|| crate::words::hazard::NOT_SET.to_owned(), common::day)}
                    </td>
                </tr>
            }
        });
        aged.collect_view()
    });
    let content = if rows.is_empty() {
        view! { <p>{words::NONE_OPEN}</p> }.into_any()
    } else {
        let heads = words::OLDEST_COLUMNS.map(|said| view! { <th scope="col">{said}</th> });
        view! {
            <div class="table-wrap">
                <table class="table-roomy table-cards" aria-labelledby="oldest">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="oldest">
            <h2 id="oldest">{words::OLDEST}</h2>
            {content}
        </section>
    }
    .into_any()
}
