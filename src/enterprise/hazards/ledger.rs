//! The list of hazards with its summary and filters.

use anziping_core::hazard::{Grade, Hazard, Ledger, Selection, Source, Stage, Which, urgency};
use anziping_core::value::day::Day;
use anziping_core::value::period::Span;
use leptos::prelude::*;

use super::entry::{HazardEntry, is_carried};
use super::filters::Filters;
use super::photo_file::PhotoFile;
use super::sheet::sheets;
use crate::enterprise::app::App;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::{Session, today_within};
use crate::ui::field::Notice;
use crate::words::{common, hazard as words};

/// Rows shown at first, and added at each press: a ledger of thousands must not hold the page up.
const ROWS: usize = 100;

#[component]
pub(super) fn LedgerPage(app: App, session: Session, selection: RwSignal<Selection>) -> impl IntoView {
    let listed = Memo::new(move |_| {
        let today = today_within(session.span.get());
        session.hazards.with(|hazards| {
            let mut kept: Vec<&Hazard> =
                selection.with(|selection| hazards.iter().filter(|hazard| selection.keeps(hazard, today)).collect());
            kept.sort_by_cached_key(|hazard| urgency(hazard, today));
            kept.into_iter().map(|hazard| hazard.id.clone()).collect::<Vec<_>>()
        })
    });
    let most = RwSignal::new(ROWS);
    let first = Memo::new(move |_| listed.with(|all| all.iter().take(most.get()).cloned().collect::<Vec<_>>()));
    let more = move || {
        let rest = listed.with(Vec::len).saturating_sub(most.get());
        (rest > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="button no-print"
                    data-action="more-rows"
                    on:click=move |_| most.update(|most| *most += ROWS)
                >
                    {words::more_rows(rest)}
                </button>
            }
        })
    };
    let none = move || {
        let said = if session.hazards.with(Vec::is_empty) { words::NOTHING_YET } else { words::NOTHING_LEFT };
        listed.with(Vec::is_empty).then(|| view! { <p class="card card-flat">{said}</p> })
    };
    view! {
        <div class="page page-wide">
            <div class="row row-between">
                <div class="page-head">
                    <h1 tabindex="-1">{words::TITLE}</h1>
                    <p>{words::LEDGER_HINT}</p>
                </div>
                {move || {
                    (!session.read_only.get())
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button button-primary no-print"
                                    data-action="add-hazard"
                                    on:click=move |_| add(app, session)
                                >
                                    {words::ADD}
                                </button>
                            }
                        })
                }}
            </div>
            <Summary session=session />
            <Filters session=session selection=selection />
            <div class="ledger">
                <p class="ledger-head" aria-hidden="true">
                    <span>{words::COLUMN_WHAT}</span>
                    <span>{words::COLUMN_STAGE}</span>
                    <span>{words::COLUMN_OWNER}</span>
                    <span>{words::COLUMN_DEADLINE}</span>
                </p>
                <ul class="plain">
                    <For
                        each=move || first.get()
                        key=Clone::clone
                        children=move |id| view! { <Row entry=HazardEntry::new(session, id) /> }
                    />
                </ul>
                {none}
                {more}
            </div>
            <PhotoFile app=app session=session />
            {sheets(app, session)}
        </div>
    }
    .into_any()
}

/// Begins a hazard and opens it.
///
/// One that was begun and left empty is taken again, so that a slip leaves no row behind.
pub(super) fn add(app: App, session: Session) {
    let empty = |hazard: &&Hazard| {
        hazard.stage == Stage::Found
            && hazard.item.is_empty()
            && hazard.place.trim().is_empty()
            && hazard.description.trim().is_empty()
            && hazard.grade.is_none()
    };
    let begun = session.hazards.with_untracked(|hazards| hazards.iter().find(empty).map(|hazard| hazard.id.clone()));
    let id = begun.unwrap_or_else(|| {
        let id = session.snapshot().next_hazard_id();
        let hazard = Hazard {
            id: id.clone(),
            found_on: Some(today_within(session.span.get_untracked())),
            finder: session.usual_finder(),
            ..Hazard::default()
        };
        session.edit_hazards(|hazards| hazards.push(hazard));
        id
    });
    app.go(&Route::Hazards(Some(id)));
}

/// carried + added − closed = open, overdue, major.
#[component]
fn Summary(session: Session) -> impl IntoView {
    let ledger = Memo::new(move |_| session.ledger());
    let overdue = Memo::new(move |_| {
        let today = today_within(session.span.get());
        session.hazards.with(|hazards| hazards.iter().filter(|hazard| Which::Overdue.keeps(hazard, today)).count())
    });
    let tile = |sign: &'static str, label: &'static str, count: fn(&Ledger) -> u32| {
        view! {
            <div class="tile">
                <dt class="muted small">{label}</dt>
                <dd class="figure-mid">
                    <span class="tile-sign">{sign}</span>
                    {move || ledger.with(count)}
                </dd>
            </div>
        }
    };
    let alarm = |bad: bool| if bad { "tile tile-bad" } else { "tile" };
    view! {
        <dl class="ledger-tiles" aria-label=words::SUMMARY>
            {tile("", words::CARRIED, |ledger| ledger.carried)}
            {tile("+ ", words::ADDED, |ledger| ledger.added)}
            {tile("− ", words::CLOSED, |ledger| ledger.closed)}
            {tile("= ", words::OPEN, |ledger| ledger.open)}
            <div class=move || alarm(overdue.get() > 0)>
                <dt class="muted small">{words::OVERDUE}</dt>
                <dd class="figure-mid">{overdue}</dd>
            </div>
            <div class=move || alarm(ledger.with(|ledger| ledger.open_major > 0))>
                <dt class="muted small">{words::MAJOR_OPEN}</dt>
                <dd class="figure-mid">{move || ledger.with(|ledger| ledger.open_major)}</dd>
            </div>
        </dl>
        {move || {
            ledger
                .with(|ledger| !ledger.adds_up())
                .then(|| {
                    view! {
                        <Notice kind="bad">
                            <p>{words::DOES_NOT_ADD_UP}</p>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}

/// One hazard: a card on a phone, a row of a table where there is room.
#[component]
fn Row(entry: HazardEntry) -> impl IntoView {
    let session = entry.session;
    let (hook, id) = (entry.id(), entry.id());
    let href = Route::Hazards(Some(entry.id())).href();
    let hazard = entry.watch(Hazard::clone);
    let or = |text: &str, otherwise: &'static str| {
        if text.trim().is_empty() { otherwise.to_owned() } else { text.to_owned() }
    };
    let stage = Memo::new(move |_| hazard.with(|hazard| hazard.stage));
    let deadline = move || {
        hazard.with(|hazard| {
            hazard.deadline.map_or_else(|| words::NOT_SET.to_owned(), |day| day_near(day, session.span.get()))
        })
    };
    view! {
        <li class="ledger-row" data-hazard=hook data-stage=move || stage.get().code()>
            <div class="stack-tight">
                <p>
                    <span class="item-id">{words::numbered(&id)}</span>
                    <a class="ledger-link" href=href>
                        {move || hazard.with(|hazard| or(&hazard.place, words::NO_PLACE))}
                    </a>
                </p>
                <p class="ledger-text">
                    {move || hazard.with(|hazard| or(&hazard.description, words::NO_DESCRIPTION))}
                </p>
                {returned::at_question(session, &id)}
                <p class="row ledger-tags">{move || hazard.with(|hazard| tags(hazard, session.span.get()))}</p>
            </div>
            <div class="ledger-stage">
                <span class="steps" aria-hidden="true">
                    {Stage::ALL
                        .into_iter()
                        .map(|each| view! { <span data-state=move || state(each, stage.get())></span> })
                        .collect_view()}
                </span>
                <span class="small">{move || words::step(stage.get())}</span>
            </div>
            <p>
                <span class="ledger-label">{words::COLUMN_OWNER}</span>
                {move || hazard.with(|hazard| or(&hazard.owner, words::NOT_SET))}
            </p>
            <p class="number">
                <span class="ledger-label">{words::COLUMN_DEADLINE}</span>
                {deadline}
            </p>
        </li>
    }
    .into_any()
}

/// A day without its year when that is the period's.
fn day_near(day: Day, span: Span) -> String {
    if day.year() == span.to.year() { common::short_day(day) } else { common::day(day) }
}

/// Compares `each` with the present stage: `done`, `now` or `later`; after the last stage, `done`.
pub(super) fn state(each: Stage, now: Stage) -> &'static str {
    match each.cmp(&now) {
        _ if now == Stage::Appraised => "done",
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "later",
    }
}

/// Grade and flags.
pub(super) fn tags(hazard: &Hazard, span: Span) -> AnyView {
    let today = today_within(span);
    let mut tags: Vec<(&'static str, String)> = vec![match hazard.grade {
        Some(Grade::Major) => ("tag tag-bad", words::grade(Grade::Major).into()),
        Some(Grade::General) => ("tag", words::grade(Grade::General).into()),
        None => ("tag tag-warn", words::NO_GRADE.into()),
    }];
    if Which::Overdue.keeps(hazard, today) {
        let days = hazard.deadline.map_or(0, |deadline| deadline.days_until(today));
        tags.push(("tag tag-bad", words::overdue_days(days)));
    } else if hazard.is_open() && hazard.deadline.is_some_and(|deadline| deadline <= span.to) {
        tags.push(("tag tag-warn", words::DUE.into()));
    }
    if !hazard.reopenings.is_empty() {
        tags.push(("tag tag-violet", words::REOPENED.into()));
    }
    if !hazard.rejections.is_empty() {
        tags.push(("tag tag-warn", words::REJECTED.into()));
    }
    if hazard.supervised {
        tags.push(("tag tag-bad", words::SUPERVISED.into()));
    }
    if is_carried(hazard, span) {
        tags.push(("tag tag-blue", words::CARRIED.into()));
    }
    if hazard.source != Source::SelfCheck {
        tags.push(("tag", words::source(hazard.source).into()));
    }
    tags.into_iter().map(|(class, said)| view! { <span class=class>{said}</span> }).collect_view().into_any()
}
