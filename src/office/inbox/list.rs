//! The checked files with filters; at most some hundred rows at a time, however many files there are.

use std::collections::BTreeSet;

use anziping_core::office::desk::{Inbox, Judged, Verdict};
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::order::Sorting;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::choose;
use super::file::FileRow;
use super::find::{Find, Wanted};
use super::returns::ReportsToReturn;
use crate::office::app::OfficeApp;
use crate::office::desk_record::DeskRecord;
use crate::platform::{clock, collation, task, timer};
use crate::ui::field::Select;
use crate::ui::icon;
use crate::words::{common, office as words};

/// Rows added at a time.
const ROWS: usize = 200;
/// The fewest and the most of these that are drawn without a pause.
const FEWEST: usize = 3;
const AT_MOST: usize = 24;
/// Milliseconds that making the rows of a frame may take; styles, layout and painting come on top.
const SLICE_MS: f64 = 24.0;
/// Verdicts in the order of the filters: what needs a hand first.
const CODES: [&str; 9] =
    ["trusted", "unregistered", "mismatched", "rejected", "forked", "superseded", "duplicate", "demo", "other"];
/// Months offered before the current one.
const MONTHS: usize = 12;

/// The list.
#[component]
pub(super) fn List(app: OfficeApp) -> impl IntoView {
    let filter = RwSignal::new(None::<&'static str>);
    let most = RwSignal::new(ROWS);
    let drawn = RwSignal::new(FEWEST);
    let looked_for = RwSignal::new(Wanted::default());
    let matching = Memo::new(move |_| looked_for.with(|looked_for| matching(app, filter.get(), looked_for)));
    let wanted = Memo::new(move |_| matching.with(Vec::len).min(most.get()));
    let order = Memo::new(move |_| app.inbox.with(Inbox::order));
    // After a change of the order another file may stand at a place: then it is another row.
    let shown = move || {
        let (order, most) = (order.get(), most.get().min(drawn.get()));
        matching.with(|matching| matching.iter().take(most).map(|at| (order, *at)).collect::<Vec<_>>())
    };
    draw_on(drawn, wanted);
    let left = move || matching.with(Vec::len).saturating_sub(most.get());
    let empty = Memo::new(move |_| app.inbox.with(|inbox| inbox.is_empty()));
    let from_the_top = move || {
        most.set(ROWS);
        drawn.set(FEWEST);
    };
    let choose_filter = move |code: Option<&'static str>| {
        filter.set(code);
        from_the_top();
    };
    let look_for = move |sought: Wanted| {
        looked_for.set(sought);
        from_the_top();
    };
    // What was chosen for other files would hide the new ones.
    Effect::new(move |_| {
        if empty.get() {
            filter.set(None);
            looked_for.set(Wanted::default());
        }
    });
    view! {
        <section class="stack" aria-labelledby="files">
            <div class="row row-between">
                <h2 id="files">{words::FILES}</h2>
                {move || {
                    (!empty.get())
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button button-small no-print"
                                    data-action="clear"
                                    on:click=move |_| choose::clear(app)
                                >
                                    {words::CLEAR}
                                </button>
                            }
                        })
                }}
            </div>
            <Month app=app />
            <Filters app=app filter=filter choose=Callback::new(choose_filter) />
            {move || {
                (!empty.get()).then(|| view! { <Find app=app wanted=looked_for on_change=Callback::new(look_for) /> })
            }}
            <Accept app=app />
            <Ticked app=app matching=matching />
            {move || {
                match (empty.get(), matching.with(Vec::is_empty)) {
                    (true, _) => Some(words::EMPTY),
                    (false, true) => Some(words::NONE_LEFT),
                    (false, false) => None,
                }
                    .map(|said| view! { <p class="card muted">{said}</p> })
            }}
            <ol
                class="plain stack"
                data-files=move || app.inbox.with(|inbox| inbox.len())
                aria-busy=move || (drawn.get() < wanted.get()).then_some("true")
            >
                <For each=shown key=|row| *row children=move |(_, at)| view! { <FileRow app=app at=at /> } />
            </ol>
            {move || {
                (left() > 0)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                data-action="more"
                                on:click=move |_| most.update(|most| *most += ROWS)
                            >
                                {words::show_more(left())}
                            </button>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// Draws the wanted rows a few at a time.
///
/// Two hundred at once hold the page up for a quarter of a second, and nobody sees that many. How many go at once is
/// left to the time that the last ones took: an office's computer may be old, or busy with something else.
fn draw_on(drawn: RwSignal<usize>, wanted: Memo<usize>) {
    let at_it = StoredValue::new(false);
    let missing =
        move || drawn.try_get_untracked().zip(wanted.try_get_untracked()).is_some_and(|(drawn, wanted)| drawn < wanted);
    // The browser's frames decide when there is time for more rows: that is outside of what follows from the inbox.
    Effect::new(move |_| {
        wanted.track();
        drawn.track();
        if missing() && !at_it.get_value() {
            at_it.set_value(true);
            task::spawn(async move {
                let mut rows = FEWEST;
                while missing() {
                    timer::pause(0).await;
                    let began = clock::stopwatch_ms();
                    drawn.try_update(|drawn| *drawn += rows);
                    // The rows are made when what follows from the number is worked out, before the next task.
                    leptos::task::tick().await;
                    rows = next_slice(rows, clock::stopwatch_ms() - began);
                }
                at_it.try_set_value(false);
            });
        }
    });
}

/// Computes how many rows are drawn next, after `rows` of them took so many milliseconds.
fn next_slice(rows: usize, took_ms: f64) -> usize {
    if took_ms > SLICE_MS { (rows / 2).max(FEWEST) } else { (rows + 1).min(AT_MOST) }
}

/// The month that is expected.
#[component]
fn Month(app: OfficeApp) -> impl IntoView {
    let newest = Period::at_or_near(clock::today());
    let months = std::iter::successors(Some(newest.next()), |month| Some(month.previous())).take(MONTHS + 2);
    let options = months.map(|month| (month.to_string(), common::period(month))).collect::<Vec<_>>();
    let value = Signal::derive(move || app.chosen_period.get().map_or_else(String::new, |period| period.to_string()));
    view! {
        <div class="row month-choice">
            <Select
                name="expected"
                label=words::MONTH
                hint=words::MONTH_HINT
                options=options
                none=words::MONTH_AUTO
                value=value
                on_change=Callback::new(move |month: String| app.choose_month(Period::parse(&month)))
            />
            <output class="figure-mid" data-period=move || app.period.get().to_string()>
                {move || common::period(app.period.get())}
            </output>
        </div>
    }
    .into_any()
}

/// One button for each verdict that occurs.
#[component]
fn Filters(
    app: OfficeApp,
    filter: RwSignal<Option<&'static str>>,
    choose: Callback<Option<&'static str>>,
) -> impl IntoView {
    let button = move |code: Option<&'static str>, count: Signal<usize>| {
        let said = code.map_or(words::ALL, words::verdict::of_code);
        let shown = move || code.is_none() || count.get() > 0 || filter.get() == code;
        view! {
            <button
                type="button"
                class="button button-small"
                hidden=move || !shown()
                data-filter=code.unwrap_or("all")
                aria-pressed=move || (filter.get() == code).to_string()
                on:click=move |_| choose.run(code)
            >
                {said}
                " "
                <span class="number" data-count=move || count.get()>
                    {count}
                </span>
            </button>
        }
    };
    let all = Signal::derive(move || app.judged.with(|judged| judged.len()));
    let each = CODES.map(|code| {
        let count = Signal::derive(move || app.counts.with(|counts| counts.get(code).copied().unwrap_or_default()));
        button(Some(code), count)
    });
    view! {
        <div class="filters no-print" role="group" aria-label=words::FILTERS hidden=move || all.get() == 0>
            {button(None, all)}
            {each.into_iter().collect_view()}
        </div>
    }
    .into_any()
}

/// Ticks what is listed, and notes what is ticked as received.
#[component]
fn Ticked(app: OfficeApp, matching: Memo<Vec<usize>>) -> impl IntoView {
    let ReportsToReturn { ticked, .. } = expect_context();
    let listed = Memo::new(move |_| trusted_among(app, matching, |_| ()).len());
    let tick_listed = move |_| {
        let documents = untrack(|| trusted_among(app, matching, |found| found.document_sha256));
        ticked.set(documents.into_iter().collect());
    };
    let new = Memo::new(move |_| {
        ticked.with(|ticked| app.acceptable(|it| ticked.contains(&it.document_sha256), |_| ()).len())
    });
    let accept = move |_| {
        let chosen = ticked.get_untracked();
        app.accept(|found| chosen.contains(&found.document_sha256), words::accepted);
        ticked.set(BTreeSet::new());
    };
    view! {
        <div
            class="row no-print"
            data-ticked=move || ticked.with(BTreeSet::len)
            hidden=move || listed.get() == 0
        >
            <button
                type="button"
                class="button button-small"
                data-action="tick-listed"
                on:click=tick_listed
            >
                {move || words::tick_listed(listed.get())}
            </button>
            <button
                type="button"
                class="button button-small"
                data-action="tick-none"
                disabled=move || ticked.with(BTreeSet::is_empty)
                on:click=move |_| ticked.set(BTreeSet::new())
            >
                {words::TICK_NONE}
            </button>
            <button
                type="button"
                class="button button-small"
                data-action="accept-ticked"
                disabled=move || new.get() == 0
                on:click=accept
            >
                {move || words::accept_ticked(new.get())}
            </button>
        </div>
    }
    .into_any()
}

/// Something about each trusted report among the listed files.
fn trusted_among<T>(app: OfficeApp, listed: Memo<Vec<usize>>, of: impl Fn(&CheckedReport) -> T) -> Vec<T> {
    let is_trusted = |judged: Option<&Judged>| judged.is_some_and(|judged| judged.verdict == Verdict::Trusted);
    app.judged.with(|judged| {
        app.inbox.with_untracked(|inbox| {
            listed.with(|listed| {
                let trusted = listed.iter().filter(|at| is_trusted(judged.get(**at)));
                trusted.filter_map(|at| inbox.get(*at)?.report()).map(of).collect()
            })
        })
    })
}

/// Places of the files that are looked for, in the order in which they are looked at.
fn matching(app: OfficeApp, verdict: Option<&str>, looked_for: &Wanted) -> Vec<usize> {
    let Wanted { search, order } = looked_for;
    let received = app.record.with(DeskRecord::accepted_documents);
    // The inbox changes before its verdicts do; what has none yet comes with them.
    app.judged.with(|judged| {
        app.inbox.with_untracked(|inbox| {
            app.with_places(|places| {
                let is_wanted = |at: &usize| {
                    inbox.get(*at).zip(judged.get(*at)).is_some_and(|(checked, judged)| {
                        verdict.is_none_or(|verdict| judged.verdict.code() == verdict)
                            && search.finds(checked, judged, places)
                    })
                };
                let mut found: Vec<usize> = inbox.as_looked_at().filter(is_wanted).collect();
                let collate = &collation::by_sound();
                order.sort(&mut found, inbox, judged, &Sorting { places: *places, received: &received, collate });
                found
            })
        })
    })
}

/// The offer to note trusted reports as received.
#[component]
fn Accept(app: OfficeApp) -> impl IntoView {
    let others = Memo::new(move |_| app.acceptable(|found| !found.is_consistent(), |_| ()).len());
    let count = Memo::new(move |_| app.acceptable(CheckedReport::is_consistent, |_| ()).len());
    view! {
        {move || {
            (others.get() > 0)
                .then(|| {
                    view! {
                        <p class="notice notice-warn no-print" data-to-look-at=others.get()>
                            {words::to_look_at(others.get())}
                        </p>
                    }
                })
        }}
        {move || {
            (count.get() > 0)
                .then(|| {
                    view! {
                        <div class="notice notice-good no-print">
                            <div class="row row-between">
                                <span class="status-item">
                                    <span class="status-good">{icon::of("good")}</span>
                                    {words::to_accept(count.get())}
                                </span>
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="accept"
                                    on:click=move |_| app.accept(CheckedReport::is_consistent, words::accepted)
                                >
                                    {words::ACCEPT}
                                </button>
                            </div>
                            <p class="hint">{words::ACCEPT_WHY}</p>
                        </div>
                    }
                })
        }}
    }
    .into_any()
}
