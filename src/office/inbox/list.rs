//! The checked files with filters; at most some hundred rows at a time, however many files there are.

use anziping_core::office::desk::Inbox;
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::search::{Search, Wish};
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::choose;
use super::file::FileRow;
use crate::office::app::OfficeApp;
use crate::platform::{task, timer};
use crate::ui::field::{Field, Select};
use crate::ui::icon;
use crate::words::{common, office as words};

/// Rows added at a time.
const ROWS: usize = 200;
/// Of these, drawn without a pause: about a frame's work on an office's old computer.
const AT_ONCE: usize = 10;
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
    let drawn = RwSignal::new(AT_ONCE);
    let search = RwSignal::new(Search::default());
    let matching = Memo::new(move |_| {
        let wanted = filter.get();
        // The inbox changes before its verdicts do; what has none yet comes with them.
        app.judged.with(|judged| {
            app.inbox.with_untracked(|inbox| {
                search.with(|search| {
                    let is_wanted = |at: &usize| {
                        inbox.get(*at).zip(judged.get(*at)).is_some_and(|(checked, judged)| {
                            wanted.is_none_or(|wanted| judged.verdict.code() == wanted) && search.finds(checked, judged)
                        })
                    };
                    inbox.as_looked_at().filter(is_wanted).collect::<Vec<_>>()
                })
            })
        })
    });
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
        drawn.set(AT_ONCE);
    };
    let choose_filter = move |code: Option<&'static str>| {
        filter.set(code);
        from_the_top();
    };
    let look_for = move |sought: Search| {
        search.set(sought);
        from_the_top();
    };
    // What was chosen for other files would hide the new ones.
    Effect::new(move |_| {
        if empty.get() {
            filter.set(None);
            search.set(Search::default());
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
            {move || (!empty.get()).then(|| view! { <Find search=search on_change=Callback::new(look_for) /> })}
            <Accept app=app />
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
/// Two hundred at once hold the page up for a quarter of a second, and nobody sees that many.
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
                while missing() {
                    timer::pause(0).await;
                    drawn.try_update(|drawn| *drawn += AT_ONCE);
                }
                at_it.try_set_value(false);
            });
        }
    });
}

/// The month that is expected.
#[component]
fn Month(app: OfficeApp) -> impl IntoView {
    let newest = Period::at_or_near(crate::platform::clock::today());
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

/// Looks for files by whose they are and by what they say.
#[component]
fn Find(search: RwSignal<Search>, on_change: Callback<Search>) -> impl IntoView {
    let text = Signal::derive(move || search.with(|search| search.text.clone()));
    let with = Signal::derive(move || search.with(|search| search.with.map_or("", Wish::code).to_owned()));
    let options = Wish::ALL.map(|with| (with.code().to_owned(), words::with(with).to_owned())).to_vec();
    let type_text = move |text| on_change.run(Search { text, ..search.get_untracked() });
    let choose = move |code: String| on_change.run(Search { with: Wish::parse(&code), ..search.get_untracked() });
    view! {
        <div class="row no-print">
            <Field name="find" label=words::SEARCH value=text on_input=Callback::new(type_text) />
            <Select
                name="with"
                label=words::WITH
                options=options
                none=words::WITH_ANY
                value=with
                on_change=Callback::new(choose)
            />
        </div>
    }
    .into_any()
}

/// The offer to note trusted reports as received.
#[component]
fn Accept(app: OfficeApp) -> impl IntoView {
    let others = Memo::new(move |_| app.acceptable(|found| !found.is_consistent()).len());
    let count = Memo::new(move |_| app.acceptable(CheckedReport::is_consistent).len());
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
                                    on:click=move |_| app.accept_all(words::accepted)
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
