//! Shows the calendar of the enterprise, and makes a file of it for other calendars.
//!
//! The due day and its setting, months that were missed, deadlines, reports, statutory tables, seasons.

use anziping_core::calendar::ics::{CalendarEntry, ics};
use anziping_core::calendar::uid::Occasion;
use anziping_core::calendar::{Season, deadlines, overdue_months, reports_missing};
use anziping_core::hazard::statistics::Stretch;
use anziping_core::register::{REVIEW_DAYS, WARN_DAYS};
use anziping_core::trade::STATISTICS_DUE;
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::paper_name;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::{clock, files};
use crate::ui::in_app;
use crate::words::paper::{self as paper_words, Form};
use crate::words::register::{self, drill, special};
use crate::words::{calendar as words, common, hazard, seal, statistics};

/// Days before which a telephone reminds: of a report or season, and of a deadline.
const REMIND: (u8, u8) = (5, 3);

pub(crate) fn calendar_page(session: Session) -> AnyView {
    let app = App::get();
    let today = clock::today();
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::WHAT}</p>
            </div>
            {due_card(app, session, today)}
            {deadline_card(session, today)}
            {reports_card(session)}
            {statistics_card(today)}
            {register_cards(session, today)}
            {season_card(session, today)}
            {export_card(session, today)}
        </div>
    }
    .into_any()
}

fn due_card(app: App, session: Session, today: Day) -> AnyView {
    let id = session.id.get_value();
    let known = move || {
        app.index.with(|index| index.enterprise(&id).map(|enterprise| enterprise.months.clone()).unwrap_or_default())
    };
    let known_again = known.clone();
    let line = move || {
        if known().iter().any(|month| month.period == session.period && month.is_sealed()) {
            return words::signed(session.period);
        }
        let due = session.enterprise.with(|enterprise| session.period.due(enterprise.rhythm));
        words::due(session.period, due, today.days_until(due))
    };
    let missed = move || {
        let months = known_again();
        let rhythm = session.enterprise.with(|enterprise| enterprise.rhythm);
        let signed: Vec<Period> = months.iter().filter(|month| month.is_sealed()).map(|month| month.period).collect();
        let first = months.iter().map(|month| month.period).min().unwrap_or(session.period);
        let missed = overdue_months(first, &signed, rhythm, today);
        if missed.is_empty() {
            return view! { <p>{words::NO_OVERDUE}</p> }.into_any();
        }
        let rows = missed.into_iter().map(|period| {
            let here = months.iter().any(|month| month.period == period);
            view! {
                <li class="status-bad">
                    {common::period(period)}
                    {(!here)
                        .then(|| {
                            view! {
                                " "
                                <span class="muted">{words::NOT_HERE}</span>
                            }
                        })} " " {words::due(period, period.due(rhythm), today.days_until(period.due(rhythm)))}
                </li>
            }
        });
        view! {
            <ul class="findings" data-list="overdue">
                {rows.collect_view()}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="due">
            <h2 id="due">{words::DUE}</h2>
            <p class="figure-line" data-due="">
                {line}
            </p>
            <h3>{words::OVERDUE}</h3>
            {missed}
            <p class="hint">
                {words::RHYTHM} " " <a href=Route::Enterprise(Some("cut_off".into())).href()>{words::TO_RHYTHM}</a>
            </p>
        </section>
    }
    .into_any()
}

fn deadline_card(session: Session, today: Day) -> AnyView {
    let rows = session.hazards.with_untracked(|hazards| {
        let mut open: Vec<_> = deadlines(hazards).collect();
        open.sort_by_key(|(hazard, day)| (*day, hazard.id.clone()));
        let rows = open.into_iter().map(|(of, day)| {
            let left = today.days_until(day);
            let (class, said) =
                if left < 0 { ("status-bad", hazard::overdue_days(-left)) } else { ("", hazard::in_days(left)) };
            view! {
                <li>
                    <span class=class>{common::day(day)} " " {said}</span>
                    " "
                    <a href=Route::Hazards(Some(of.id.clone())).href()>{of.id.clone()} " " {of.place.clone()}</a>
                </li>
            }
        });
        rows.collect_view()
    });
    let content = if rows.is_empty() {
        view! { <p>{words::NO_DEADLINES}</p> }.into_any()
    } else {
        view! { <ul class="findings">{rows}</ul> }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="deadlines">
            <h2 id="deadlines">{words::DEADLINES}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// The major hazards that have to be reported at once.
fn reports_card(session: Session) -> AnyView {
    let rows = session.hazards.with_untracked(|hazards| {
        let rows = reports_missing(hazards).map(|(of, missing)| {
            view! {
                <li>
                    <span class="status-bad">{words::REPORT_NOW}</span>
                    " "
                    <a href=Route::Hazards(Some(of.id.clone())).href()>{of.id.clone()} " " {of.place.clone()}</a>
                    " "
                    {words::report_missing(&missing)}
                </li>
            }
        });
        rows.collect_view()
    });
    let content = if rows.is_empty() {
        view! { <p>{words::NO_REPORTS}</p> }.into_any()
    } else {
        let paper = Route::Paper(paper_name::code(Form::MajorReport).into()).href();
        view! {
            <ul class="findings" data-list="major-reports">
                {rows}
            </ul>
            <p>
                {words::REPORT_ON_PAPER} " " <a href=paper>{Form::MajorReport.title()}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="major-reports">
            <h2 id="major-reports">{words::REPORTS}</h2>
            {content}
            <p class="hint">{report_duty()}</p>
        </section>
    }
    .into_any()
}

/// Says what the law asks for with the report of a major hazard.
fn report_duty() -> String {
    let paper = paper_name::paper_of(Form::MajorReport);
    paper.map_or_else(String::new, |paper| paper_words::asked_for(paper.duty, &paper_words::sources(paper.basis)))
}

/// The last day of the year, by which the training of each year is done.
fn year_end(today: Day) -> Option<Day> {
    Day::new(today.year(), 12, 31)
}

/// The statutory tables that are due within a year.
fn statistics_card(today: Day) -> AnyView {
    let paper = || Route::Paper(paper_name::code(Form::Statistics).into());
    let due = Stretch::due_from(today, STATISTICS_DUE).into_iter();
    let rows = due.map(|(stretch, day)| (day, paper(), statistics::due_entry(stretch)));
    let none = ("", paper(), Form::Statistics.title());
    dated_card("statistics", today, Form::Statistics.title(), none, rows.collect())
}

/// Cards for everything in the registers that has a last day.
fn register_cards(session: Session, today: Day) -> AnyView {
    session.registers.with_untracked(|registers| {
        let certificates = registers.certificates().into_iter().map(|(person, certificate, day)| {
            (day, Route::People(Some(format!("person-{}", person.id))), format!("{} {}", person.name, certificate.work))
        });
        let reviews = registers.reviews().into_iter().map(|(document, day)| {
            (day, Route::Documents(Some(format!("document-{}", document.id))), document.name.clone())
        });
        let duties = session.profile.with_untracked(|profile| registers.drills_due(profile, today));
        let duties = duties.into_iter().map(|(duty, day)| (day, Route::Drills(None), drill::duty(duty)));
        let lacking = session.profile.with_untracked(|profile| registers.retraining_due(profile));
        let training = lacking.into_iter().filter_map(|(person, missing)| {
            let route = Route::People(Some(format!("person-{}", person.id)));
            Some((year_end(today)?, route, words::hours_missing(&person.name, missing)))
        });
        let licences = session.profile.with_untracked(|profile| registers.licences_due(profile));
        let licences = licences.into_iter().map(|(licence, day)| {
            (day, Route::Documents(Some(format!("licence-{}", licence.id))), licence.name.to_owned())
        });
        let ledgers = registers
            .ledger_days()
            .into_iter()
            .map(|of| (of.day, Route::of_ledger(of.ledger, Some(of.number)), special::due_of(of.name, of.due)));
        view! {
            {dated_card(
                "licences",
                today,
                words::LICENCES,
                (words::NO_LICENCES, Route::Documents(None), register::document::TITLE),
                licences.collect(),
            )}
            {dated_card(
                "certificates",
                today,
                words::CERTIFICATES,
                (words::NO_CERTIFICATES, Route::People(None), register::PEOPLE),
                certificates.collect(),
            )}
            {dated_card(
                "training",
                today,
                words::TRAINING,
                (words::NO_TRAINING, Route::People(None), register::PEOPLE),
                training.collect(),
            )}
            {dated_card(
                "ledgers",
                today,
                words::LEDGERS,
                (words::NO_LEDGERS, Route::Ledgers(None), special::TITLE),
                ledgers.collect(),
            )}
            {dated_card(
                "reviews",
                today,
                words::REVIEWS,
                (words::NO_REVIEWS, Route::Documents(None), register::document::TITLE),
                reviews.collect(),
            )}
            {dated_card(
                "drills",
                today,
                words::DRILLS,
                (words::NO_DRILLS, Route::Drills(None), drill::TITLE),
                duties.collect(),
            )}
        }
        .into_any()
    })
}

/// Days of a register with the way to their entries.
///
/// Without any, a sentence and the way to the register.
fn dated_card(
    name: &'static str,
    today: Day,
    title: &'static str,
    none: (&'static str, Route, &'static str),
    rows: Vec<(Day, Route, String)>,
) -> AnyView {
    let content = if rows.is_empty() {
        let (said, route, to) = none;
        view! { <p>{said} " " <a href=route.href()>{to}</a></p> }.into_any()
    } else {
        let rows = rows.into_iter().map(|(day, route, said)| {
            let left = today.days_until(day);
            let (class, when) =
                if left < 0 { ("status-bad", hazard::overdue_days(-left)) } else { ("", hazard::in_days(left)) };
            view! {
                <li>
                    <span class=class>{common::day(day)} " " {when}</span>
                    " "
                    <a href=route.href()>{said}</a>
                </li>
            }
        });
        view! {
            <ul class="findings" data-list=name>
                {rows.collect_view()}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby=name>
            <h2 id=name>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// The checks of a season that concern this enterprise.
fn checks(session: Session, season: Season) -> Vec<&'static str> {
    session.profile.with_untracked(|profile| {
        season.row().checks.iter().filter(|check| check.when.holds(profile)).map(|check| check.what).collect()
    })
}

fn season_card(session: Session, today: Day) -> AnyView {
    let mut coming: Vec<_> =
        Season::ALL.into_iter().filter_map(|season| Some((season.around(today)?, season))).collect();
    coming.sort_by_key(|((from, _), _)| *from);
    let blocks = coming.into_iter().map(|((from, to), season)| {
        let now = from <= today;
        let checks = checks(session, season).into_iter().map(|check| view! { <li>{check}</li> });
        view! {
            <details open=now data-season=if now { "now" } else { "later" }>
                <summary>
                    {season.row().name} " " <span class="muted">{common::day(from)} "—" {common::day(to)}</span>
                    {now
                        .then(|| {
                            view! {
                                " "
                                <span class="tag tag-warn">{words::NOW}</span>
                            }
                        })}
                </summary>
                <div class="details-body">
                    <ul class="bullets">{checks.collect_view()}</ul>
                </div>
            </details>
        }
    });
    view! {
        <section class="card" aria-labelledby="seasons">
            <h2 id="seasons">{words::SEASONS}</h2>
            <p class="hint">{words::SEASONS_HINT}</p>
            {blocks.collect_view()}
        </section>
    }
    .into_any()
}

fn export_card(session: Session, today: Day) -> AnyView {
    let said = RwSignal::new(None::<String>);
    let save = move |_| {
        let content = ics(&entries(session, today), &clock::utc_stamp());
        let name = format!("anziping-{}.ics", session.period);
        let outcome = files::save(&name, "text/calendar", content.as_bytes());
        said.set(Some(outcome.map_or_else(|fault| seal::file(&fault), |()| seal::saved_as(&name))));
    };
    view! {
        <section class="card" aria-labelledby="export">
            <h2 id="export">{words::EXPORT}</h2>
            <p>{words::EXPORT_WHAT}</p>
            <div class="row">
                <button type="button" class="button button-primary" data-action="export-calendar" on:click=save>
                    {words::EXPORT_BUTTON}
                </button>
                <span role="status">{said}</span>
            </div>
            {in_app::files_may_be_lost()}
        </section>
    }
    .into_any()
}

/// Due days of this month and the next eleven, deadlines, and the season that comes next of each kind.
fn entries(session: Session, today: Day) -> Vec<CalendarEntry> {
    // The local id tells the enterprises of one browser apart; the code is the same on every device.
    let (code, rhythm) =
        session.enterprise.with_untracked(|enterprise| (enterprise.uscc.trim().to_owned(), enterprise.rhythm));
    let owner = if code.is_empty() { session.id.get_value() } else { code };
    let uid = |occasion: Occasion<'_>| occasion.uid(&owner);
    let periods = std::iter::successors(Some(session.period), |period| Some(period.next())).take(12);
    let due = periods.map(|period| CalendarEntry {
        uid: uid(Occasion::Due(period)),
        day: period.due(rhythm),
        last: None,
        summary: words::due_entry(period),
        description: String::new(),
        remind: REMIND.0,
    });
    let mut entries: Vec<CalendarEntry> = due.collect();
    session.hazards.with_untracked(|hazards| {
        entries.extend(deadlines(hazards).map(|(hazard, day)| CalendarEntry {
            uid: uid(Occasion::Deadline(&hazard.id)),
            day,
            last: None,
            summary: words::deadline_entry(hazard),
            description: [hazard.description.as_str(), hazard.measures.as_str(), hazard.owner.as_str()].join("\n"),
            remind: REMIND.1,
        }));
        // The law says at once: whatever is not reported yet stands on the day of the export.
        entries.extend(reports_missing(hazards).map(|(hazard, missing)| CalendarEntry {
            uid: uid(Occasion::MajorReport(&hazard.id)),
            day: today,
            last: None,
            summary: words::report_entry(hazard),
            description: [words::report_missing(&missing), report_duty()].join("\n"),
            remind: 0,
        }));
    });
    entries.extend(register_entries(session, today, &owner));
    entries.extend(Stretch::due_from(today, STATISTICS_DUE).into_iter().map(|(stretch, day)| CalendarEntry {
        uid: uid(Occasion::Statistics(stretch)),
        day,
        last: None,
        summary: statistics::due_entry(stretch),
        description: statistics::DUE_WHAT.into(),
        remind: REMIND.0,
    }));
    entries.extend(Season::ALL.into_iter().filter_map(|season| {
        let (from, to) = season.around(today)?;
        Some(CalendarEntry {
            uid: uid(Occasion::Season(season, from.year())),
            day: from,
            last: Some(to),
            summary: words::season_entry(season),
            description: checks(session, season).join("\n"),
            remind: REMIND.0,
        })
    }));
    entries
}

/// Calendar entries for everything in the registers that has a last day.
fn register_entries(session: Session, today: Day, owner: &str) -> Vec<CalendarEntry> {
    let uid = |occasion: Occasion<'_>| occasion.uid(owner);
    session.registers.with_untracked(|registers| {
        let mut entries = Vec::new();
        entries.extend(registers.certificates().into_iter().map(|(person, certificate, day)| CalendarEntry {
            uid: uid(Occasion::Certificate { person: &person.id, kind: certificate.kind, work: &certificate.work }),
            day,
            last: None,
            summary: words::certificate_entry(&person.name, &certificate.work),
            description: words::CERTIFICATE_DUE_WHAT.into(),
            remind: u8::try_from(WARN_DAYS).unwrap_or(u8::MAX),
        }));
        entries.extend(registers.reviews().into_iter().map(|(document, day)| CalendarEntry {
            uid: uid(Occasion::Review(&document.id)),
            day,
            last: None,
            summary: words::review_entry(&document.name),
            description: words::REVIEW_TODO.into(),
            remind: u8::try_from(REVIEW_DAYS).unwrap_or(u8::MAX),
        }));
        let lacking = session.profile.with_untracked(|profile| registers.retraining_due(profile));
        entries.extend(year_end(today).filter(|_| !lacking.is_empty()).map(|day| {
            CalendarEntry {
                uid: uid(Occasion::Training(day.year())),
                day,
                last: None,
                summary: words::training_entry(lacking.len()),
                description: lacking
                    .iter()
                    .map(|(person, missing)| words::hours_missing(&person.name, *missing))
                    .collect::<Vec<_>>()
                    .join("\n"),
                remind: u8::try_from(REVIEW_DAYS).unwrap_or(u8::MAX),
            }
        }));
        let licences = session.profile.with_untracked(|profile| registers.licences_due(profile));
        entries.extend(licences.into_iter().map(|(licence, day)| CalendarEntry {
            uid: uid(Occasion::Licence(licence.id)),
            day,
            last: None,
            summary: words::licence_entry(licence.name),
            description: licence.todo.to_owned(),
            remind: licence.lead_days,
        }));
        entries.extend(registers.ledger_days().into_iter().map(|of| CalendarEntry {
            uid: uid(Occasion::Ledger(of.number, of.due)),
            day: of.day,
            last: None,
            summary: special::due_of(of.name, of.due),
            description: of.ledger.row().todo.to_owned(),
            remind: of.ledger.row().lead_days,
        }));
        let duties = session.profile.with_untracked(|profile| registers.drills_due(profile, today));
        entries.extend(duties.into_iter().map(|(duty, day)| CalendarEntry {
            uid: uid(Occasion::Drill { on_site: duty.on_site }),
            day,
            last: None,
            summary: words::drill_entry(&drill::duty(duty)),
            description: words::DRILL_TODO.into(),
            remind: u8::try_from(REVIEW_DAYS).unwrap_or(u8::MAX),
        }));
        entries
    })
}
