//! The page of one high-risk area: its four 100 % targets with counts, points and what is missing.

use anziping_core::catalog::{Area, Confidence, Kind, Point, Target, TargetCode};
use anziping_core::hazard::{Grade, Hazard, Ledger, Stage};
use anziping_core::month::answer::{Answer, Status};
use anziping_core::month::draft::MonthDraft;
use anziping_core::score::targets::{AreaTargets, TargetCell};
use leptos::prelude::*;

use super::answered_elsewhere;
use super::filter::Filtered;
use super::folded::{self, Folded};
use super::question::{Hook, Question, QuestionText};
use crate::enterprise::app::App;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::section::{ConfirmSection, SectionPart};
use crate::enterprise::session::{AnswerRow, Session, today_within};
use crate::enterprise::together::{AnswerTogether, ending_with};
use crate::ui::citation::{Citations, basis_line};
use crate::words::{area as words, common};

#[component]
pub(crate) fn AreaPage(
    /// The month on the screen.
    session: Session,
    /// Id of the area.
    area: String,
) -> impl IntoView {
    let Some(area) = session.catalogue.area(&area) else {
        return view! {
            <div class="page">
                <h1 tabindex="-1">{words::UNKNOWN}</h1>
            </div>
        }
        .into_any();
    };
    let chosen = Memo::new(move |_| session.profile.with(|profile| profile.facts.contains(&area.fact)));
    view! {
        <div class="page">
            {move || if chosen.get() { four_targets(session, area) } else { not_chosen(area) }}
        </div>
    }
    .into_any()
}

fn not_chosen(area: &'static Area) -> AnyView {
    let to_fact = Route::Enterprise(Some(area.fact.clone())).href();
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{area.name.as_str()}</h1>
        </div>
        <div class="card">
            <p>{words::NOT_CHOSEN}</p>
            <div>
                <a class="button" href=to_fact>
                    {words::CHOOSE}
                </a>
            </div>
        </div>
    }
    .into_any()
}

fn four_targets(session: Session, area: &'static Area) -> AnyView {
    let targets =
        Memo::new(move |_| session.area_targets(&area.id).map_or_else(Vec::new, |AreaTargets { cells, .. }| cells));
    let filter = Filtered::new();
    let folded = untrack(|| {
        let points = area.targets.iter().flat_map(|target| &target.points);
        Folded::of(
            session,
            points.filter_map(|point| not_asked(session, point).map(|status| (point.id.clone(), status))),
        )
    });
    let questions = move || area.targets.iter().flat_map(move |target| questions_of(session, area, target));
    let parts = Signal::derive(move || {
        let listed = questions().filter(|(id, _)| filter.keeps(id));
        listed.map(|(id, row)| SectionPart::of_row(session, id, row)).collect::<Vec<_>>()
    });
    let asked = move || questions().map(|(id, row)| (id, row.status.get())).collect::<Vec<_>>();
    let none = Memo::new(move |_| !filter.is_all() && questions().all(|(id, _)| !filter.keeps(&id)));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{area.name.as_str()}</h1>
        </div>
        <details class="no-print">
            <summary>{words::BASIS}</summary>
            <div class="details-body">
                <Citations catalogue=session.catalogue basis=&area.basis />
            </div>
        </details>
        <section class="grid-4" aria-label=words::SUMMARY>
            {move || targets.with(|cells| cells.iter().map(|cell| tile(area, cell)).collect_view())}
        </section>
        <div class="row row-between no-print">
            {filter.buttons(asked)} <p class="hint keys-hint">{words::KEYS}</p>
        </div>
        {area
            .targets
            .iter()
            .map(|target| {
                // What a filter keeps nothing of has no heading either.
                let shown = Memo::new(move |_| {
                    filter.is_all() || questions_of(session, area, target).any(|(id, _)| filter.keeps(&id))
                });
                let card = move || {
                    view! {
                        <TargetCard
                            session=session
                            area=area
                            target=target
                            cells=targets
                            filter=filter
                            folded=folded
                        />
                    }
                };
                move || shown.get().then(card)
            })
            .collect_view()}
        {move || none.get().then(|| view! { <p class="card">{words::NOTHING_LEFT}</p> })}
        <ConfirmSection session=session parts=parts />
        <Excluded session=session area=area />
    }
    .into_any()
}

/// Counts and points of a target, as far as they are asked and follow from nothing else; subscribes.
fn questions_of(
    session: Session,
    area: &'static Area,
    target: &'static Target,
) -> impl Iterator<Item = (String, AnswerRow)> {
    let points = asked_of(session, target).into_iter();
    let points = points.filter_map(move |point| Some((point.id.clone(), session.point(&point.id)?)));
    let rate = session.rate(&area.id, target.code).map(|row| (MonthDraft::rate_key(&area.id, target.code), row));
    rate.into_iter().chain(points)
}

/// The points of a target that concern the enterprise and follow from nothing else; subscribes.
fn asked_of(session: Session, target: &'static Target) -> Vec<&'static Point> {
    let is_asked = |point: &&'static Point| {
        session.profile.with(|profile| point.applies.holds(profile)) && session.derived(point).is_none()
    };
    target.points.iter().filter(is_asked).collect()
}

/// The state of a point that concerns the enterprise and is not asked this month; subscribes.
fn not_asked(session: Session, point: &'static Point) -> Option<Status> {
    if !session.profile.with(|profile| point.applies.holds(profile)) {
        return None;
    }
    match session.derived(point) {
        Some((status, _)) => Some(status),
        None => session.point(&point.id).map(|row| row.status.get()).filter(|status| status.is_standing()),
    }
}

/// The points that the facts exclude, with the facts.
#[component]
fn Excluded(session: Session, area: &'static Area) -> impl IntoView {
    let excluded = Memo::new(move |_| {
        session.profile.with(|profile| {
            let points = area.targets.iter().flat_map(|target| &target.points);
            let excluded = points.filter(|point| !point.applies.holds(profile));
            let because =
                |point: &Point| crate::words::element::because(session.catalogue, &point.applies.explain(profile));
            excluded.map(|point| (point.text.as_str(), because(point))).collect::<Vec<_>>()
        })
    });
    let rows = move || {
        excluded.with(|excluded| {
            let rows = excluded.iter().map(|(text, reason)| {
                view! {
                    <li>
                        {*text}
                        " "
                        <span class="muted">{reason.clone()}</span>
                    </li>
                }
            });
            rows.collect_view()
        })
    };
    view! {
        {move || {
            (!excluded.with(Vec::is_empty))
                .then(|| {
                    view! {
                        <details class="card card-flat" data-excluded="points">
                            <summary>{words::excluded(excluded.with(Vec::len))}</summary>
                            <ul class="plain stack-tight">{rows}</ul>
                        </details>
                    }
                })
        }}
    }
    .into_any()
}

/// One of the four figures on top, leading down to its card.
fn tile(area: &'static Area, cell: &TargetCell) -> AnyView {
    let (tone, said) = match cell {
        cell if cell.is_met() => ("tile-good", words::REACHED),
        cell if cell.is_to_confirm() => ("tile-warn", words::TO_CONFIRM),
        _ => ("tile-warn", words::NOT_REACHED),
    };
    let missing =
        words::missing(cell).into_iter().map(|said| view! { <span class="small">{said}</span> }).collect_view();
    let href = Route::Area(area.id.clone(), Some(MonthDraft::rate_key(&area.id, cell.code))).href();
    view! {
        <a
            class=format!("tile tile-link {tone}")
            href=href
            data-target=cell.code.to_string()
            data-met=cell.is_met().to_string()
        >
            <span>{words::tile(cell.code)}</span>
            <span class="figure-mid">{common::rate(cell.code, cell.rate)}</span>
            <strong>{said}</strong>
            {missing}
        </a>
    }
    .into_any()
}

/// Counts and points of one target.
#[component]
fn TargetCard(
    session: Session,
    area: &'static Area,
    target: &'static Target,
    cells: Memo<Vec<TargetCell>>,
    filter: Filtered,
    folded: Folded,
) -> impl IntoView {
    let code = target.code;
    let heading = format!("{}.{code}-title", area.id);
    let met = move || {
        let counted = cells
            .with(|cells| cells.iter().find(|cell| cell.code == code).map(|cell| (cell.points_met, cell.points_asked)));
        counted.map(|(met, asked)| words::points(met, asked))
    };
    let counts = move || match code {
        // The ledger's counts are nobody's answer, so no filter keeps them.
        TargetCode::P4 => filter.is_all().then(|| view! { <FromLedger session=session area=area /> }.into_any()),
        _ => filter.keeps(&MonthDraft::rate_key(&area.id, code)).then(|| rate(session, area, target, folded)),
    };
    let asked = Memo::new(move |_| {
        let mut asked = asked_of(session, target);
        asked.retain(|point| !folded.holds(&point.id));
        asked
    });
    let questions = target.points.iter().map(|point| {
        let group = Memo::new(move |_| asked.with(|asked| ending_with(asked, point)).unwrap_or_default());
        let together = move || {
            let points = group.get();
            (filter.is_all() && !points.is_empty())
                .then(|| view! { <AnswerTogether session=session area=area points=points /> })
        };
        let listed = Memo::new(move |_| filter.keeps(&point.id) && !(filter.is_all() && folded.holds(&point.id)));
        view! {
            {move || listed.get().then(|| point_view(session, area, point, folded))}
            {together}
        }
    });
    let questions = questions.collect_view();
    let behind = move || {
        let points = || target.points.iter().filter(|point| folded.holds(&point.id));
        let derived = untrack(|| points().filter(|point| session.derived(point).is_some()).count());
        let questions = || points().map(|point| point_view(session, area, point, folded)).collect_view().into_any();
        let count = points().count();
        (filter.is_all() && count > 0).then(|| folded::view(count - derived, derived, questions()))
    };
    view! {
        <section class="stack" aria-labelledby=heading.clone()>
            <div class="row row-between section-head">
                <h2 id=heading.clone()>{words::card(code)}</h2>
                <span class="muted number">{met}</span>
            </div>
            {counts}
            {questions}
            {behind}
        </section>
    }
    .into_any()
}

/// The two counts of P1 to P3.
fn rate(session: Session, area: &'static Area, target: &'static Target, folded: Folded) -> AnyView {
    let Some(row) = session.rate(&area.id, target.code) else { return ().into_any() };
    let asked = QuestionText {
        id: MonthDraft::rate_key(&area.id, target.code),
        number: String::new(),
        question: words::rate_question(target.code).into(),
        kind: Kind::Ratio,
        done_label: target.done_label.clone(),
        total_label: target.total_label.clone(),
        hook: Hook::Rate,
    };
    let next = following(area, &asked.id, folded);
    view! {
        <Question session=session row=row asked=asked next=Signal::stored(next)>
            <p class="hint">{words::NO_CASE}</p>
        </Question>
    }
    .into_any()
}

fn point_view(session: Session, area: &'static Area, point: &'static Point, folded: Folded) -> AnyView {
    let Some(row) = session.point(&point.id) else { return ().into_any() };
    let derived = Memo::new(move |_| session.derived(point));
    // Which of the three it is, so that a letter typed elsewhere draws nothing again.
    let shown = Memo::new(move |_| {
        let applies = session.profile.with(|profile| point.applies.holds(profile));
        (applies, derived.with(Option::is_some))
    });
    let view = move || match shown.get() {
        (false, _) => ().into_any(),
        (true, true) => {
            let basis = point_note(session, point).into_any();
            answered_elsewhere::derived(session, question_of(area, point), derived, basis)
        }
        (true, false) => {
            let expires = move |answer: &Answer| answered_elsewhere::expiry(answer, point.interval);
            let full = move || asked_point(session, area, point, row, folded);
            answered_elsewhere::unless_standing(session, row, &question_of(area, point), expires, full)
        }
    };
    view! { {view} }.into_any()
}

fn question_of(area: &Area, point: &Point) -> QuestionText {
    QuestionText {
        id: point.id.clone(),
        number: point.id.strip_prefix(area.id.as_str()).unwrap_or(&point.id).trim_start_matches('.').to_owned(),
        question: point.text.clone(),
        kind: Kind::Level,
        done_label: String::new(),
        total_label: String::new(),
        hook: Hook::Point,
    }
}

fn asked_point(
    session: Session,
    area: &'static Area,
    point: &'static Point,
    row: AnswerRow,
    folded: Folded,
) -> AnyView {
    let app = App::get();
    let asked = question_of(area, point);
    let unmet = Memo::new(move |_| row.status.get().reading().is_some_and(|reading| !reading.is_met()));
    let register = move |_| register_hazard(app, session, area, point.text.clone());
    let note = point_note(session, point);
    view! {
        <Question session=session row=row asked=asked next=Signal::stored(following(area, &point.id, folded))>
            {note}
            {move || {
                unmet
                    .get()
                    .then(|| {
                        view! {
                            <p class="no-print">
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="register-hazard"
                                    on:click=register
                                >
                                    {words::REGISTER_POINT}
                                </button>
                            </p>
                        }
                    })
            }}
        </Question>
    }
    .into_any()
}

/// What is known of a point's source.
fn point_note(session: Session, point: &'static Point) -> impl IntoView {
    let doubt = match point.confidence {
        Confidence::Unconfirmed => Some(("tag tag-warn", common::UNCONFIRMED)),
        Confidence::Secondary if point.basis.is_empty() => Some(("tag", common::PRACTICE)),
        Confidence::Secondary => Some(("tag", common::SECONDARY)),
        Confidence::Verified => None,
    };
    let basis = basis_line(session.catalogue, &point.basis);
    (!point.note.is_empty() || !basis.is_empty() || doubt.is_some()).then(|| {
        view! {
            <p class="hint">
                {point.note.as_str()}
                " "
                {basis}
                {doubt.map(|(class, said)| view! { " " <span class=class>{said}</span> })}
            </p>
        }
    })
}

/// The id of the next question in sight; the counts of a target stand before its points.
fn following(area: &Area, id: &str, folded: Folded) -> Option<String> {
    let ids = area.targets.iter().flat_map(|target| {
        let counts = (target.code != TargetCode::P4).then(|| MonthDraft::rate_key(&area.id, target.code));
        counts.into_iter().chain(target.points.iter().map(|point| point.id.clone()))
    });
    ids.skip_while(|other| other != id).skip(1).find(|id| !folded.holds(id))
}

/// P4: the rate as the ledger gives it, and the open hazards of the area.
#[component]
fn FromLedger(session: Session, area: &'static Area) -> impl IntoView {
    let app = App::get();
    let ledger = Memo::new(move |_| {
        let span = session.span.get();
        session.hazards.with(|hazards| Ledger::of(hazards.iter().filter(|hazard| hazard.area == area.id), span))
    });
    let id = MonthDraft::rate_key(&area.id, TargetCode::P4);
    let returned = returned::at_question(session, &id);
    let figure = move |label: &'static str, read: fn(&Ledger) -> u32| {
        view! {
            <dt>{label}</dt>
            <dd class="number">{move || ledger.with(read)}</dd>
        }
    };
    let register = move |_| register_hazard(app, session, area, String::new());
    view! {
        <div class="card" id=id.clone() data-rate=id tabindex="-1">
            {returned}
            <p class="hint">{words::FROM_LEDGER}</p>
            <dl class="facts-list">
                {figure(words::DUE, |ledger| ledger.due)} {figure(words::ON_TIME, |ledger| ledger.due_on_time)}
                {figure(words::OVERDUE, |ledger| ledger.overdue)}
                {figure(words::UNCONTROLLED, |ledger| ledger.uncontrolled)} {figure(words::OPEN, |ledger| ledger.open)}
            </dl>
            <OpenHazards session=session area=area />
            <div class="row no-print">
                <button
                    type="button"
                    class="button button-small"
                    data-action="register-hazard"
                    disabled=move || session.read_only.get()
                    on:click=register
                >
                    {words::REGISTER}
                </button>
                <a class="button button-small" href=Route::Hazards(None).href()>
                    {words::LEDGER}
                </a>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn OpenHazards(session: Session, area: &'static Area) -> impl IntoView {
    let open = Memo::new(move |_| {
        let last = session.span.get().to;
        session.hazards.with(|hazards| {
            let open = hazards.iter().filter(|hazard| hazard.area == area.id && hazard.is_open_on(last));
            open.map(|hazard| {
                (hazard.id.clone(), hazard.description.trim().to_owned(), hazard.is_major(), hazard.is_overdue_on(last))
            })
            .collect::<Vec<_>>()
        })
    });
    let rows = move || {
        open.get()
            .into_iter()
            .map(|(id, said, major, overdue)| {
                let said = if said.is_empty() { words::NO_DESCRIPTION.to_owned() } else { said };
                let href = Route::Hazards(Some(id.clone())).href();
                view! {
                    <li>
                        <a href=href>{id} " " {said}</a>
                        {major
                            .then(|| {
                                view! {
                                    " "
                                    <span class="tag tag-bad">{crate::words::hazard::grade(Grade::Major)}</span>
                                }
                            })}
                        {overdue
                            .then(|| {
                                view! {
                                    " "
                                    <span class="tag tag-bad">{words::OVERDUE}</span>
                                }
                            })}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        {move || {
            if open.with(Vec::is_empty) {
                view! { <p>{words::NO_HAZARDS}</p> }.into_any()
            } else {
                view! {
                    <div class="stack-tight">
                        <h3>{words::HAZARDS}</h3>
                        <ul class="plain stack-tight">{rows}</ul>
                    </div>
                }
                    .into_any()
            }
        }}
    }
    .into_any()
}

/// Puts a new hazard of this area into the ledger and goes there.
fn register_hazard(app: App, session: Session, area: &Area, description: String) {
    if session.read_only.get_untracked() {
        return;
    }
    let id = session.snapshot().next_hazard_id();
    let hazard = Hazard {
        id: id.clone(),
        stage: Stage::Found,
        grade: Some(Grade::General),
        area: area.id.clone(),
        found_on: Some(today_within(session.span.get_untracked())),
        finder: session.usual_finder(),
        description,
        ..Hazard::default()
    };
    session.edit_hazards(|hazards| hazards.push(hazard));
    app.go(&Route::Hazards(Some(id)));
}
