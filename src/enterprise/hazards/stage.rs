//! The stage a hazard stands in: its fields, what is missing, and the step to the next one.

use anziping_core::hazard::{Hazard, HazardFault, HazardField, Stage, urgency};
use leptos::prelude::*;

use super::decision::{Decide, Decision};
use super::entry::HazardEntry;
use super::input::{HazardInput, Need};
use super::ledger::add;
use super::obstacles::summary;
use super::on_the_spot::OnTheSpot;
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::{AskedAgain, Session, today_within};
use crate::platform::dom;
use crate::words::hazard as words;

/// The fields shown for a stage: what it needs and what may be added.
fn fields(hazard: &Hazard, stage: Stage) -> Vec<(HazardField, Need)> {
    let optional = Hazard::optional_of(stage, hazard.is_major()).iter().copied();
    let with = |need: Need| move |field: HazardField| (field, need);
    hazard.form_of(stage).into_iter().map(with(Need::Needed)).chain(optional.map(with(Need::Optional))).collect()
}

/// The inputs of a stage in two columns, texts of several lines over the whole width.
#[component]
pub(super) fn StageFields(entry: HazardEntry, stage: Stage, eager: Signal<bool>) -> impl IntoView {
    let fields = entry.watch(move |hazard| fields(hazard, stage));
    view! {
        <div class="pairs">
            <For
                each=move || fields.get()
                key=|shown| *shown
                children=move |(field, need)| {
                    view! { <HazardInput entry=entry stage=stage field=field need=need eager=eager /> }
                }
            />
        </div>
    }
    .into_any()
}

/// The card of the present stage and, in the same form, of those that can be passed with it.
#[component]
pub(super) fn Present(app: App, entry: HazardEntry, stage: Stage) -> impl IntoView {
    let session = entry.session;
    // How far it was tried to go: what is missing up to there is said.
    let tried = RwSignal::new(None::<Stage>);
    let end = stage.stretch_end();
    let eager = move |stage: Stage| Signal::derive(move || tried.get().is_some_and(|end| stage < end));
    let obstacles = Memo::new(move |_| tried.get().map(|end| entry.obstacles_up_to(end)).unwrap_or_default());
    let missing = move || {
        let missing: Vec<_> = entry
            .obstacles()
            .iter()
            .filter_map(|fault| if let HazardFault::Missing(field) = fault { Some(*field) } else { None })
            .collect();
        (!missing.is_empty() && tried.get().is_none()).then(|| {
            view! {
                <p class="hint" data-missing=missing.len()>
                    {words::still_missing(&missing)}
                </p>
            }
        })
    };
    let go_to = move |end: Stage| {
        if untrack(move || entry.obstacles_up_to(end)).is_empty() {
            go_on(app, entry, end);
        } else {
            tried.set(Some(end));
            dom::reveal(Some("stage-obstacles"));
        }
    };
    let on_the_spot = RwSignal::new(false);
    let may_be_on_the_spot = entry.watch(Hazard::may_be_closed_on_the_spot);
    let at_once = move || on_the_spot.get() && may_be_on_the_spot.get();
    let step_by_step = Memo::new(move |_| !session.read_only.get() && !at_once());
    // The focus lands in the first field of what was just begun, and of what waits to be put right.
    let is_first = |hazard: &Hazard| hazard.place.is_empty() || hazard.stage == Stage::Rectifying;
    let begun = untrack(move || entry.read(is_first)).unwrap_or(false);
    let later = end.filter(|end| stage.next().is_some_and(|next| next < *end));
    view! {
        <section class="card" aria-labelledby="stage-now">
            <h2 id="stage-now" tabindex="-1">
                {words::now(stage)}
            </h2>
            {move || obstacles.with(|all| (!all.is_empty()).then(|| summary(all)))}
            <div id=begun.then(|| entry.id())>
                {(stage == Stage::Rectifying).then(|| view! { <p class="hint">{found(entry)}</p> })}
                <StageFields entry=entry stage=stage eager=eager(stage) />
            </div>
            {move || {
                (!session.read_only.get() && may_be_on_the_spot.get())
                    .then(|| view! { <OnTheSpot app=app entry=entry chosen=on_the_spot /> })
            }}
            {move || {
                step_by_step
                    .get()
                    .then(|| {
                        view! {
                            {later.map(|end| in_one_go(entry, stage, end, eager))}
                            {missing}
                            <div class="row no-print">
                                {later
                                    .map(|end| {
                                        forward("take", words::take_to(end), true, Callback::new(move |()| go_to(end)))
                                    })}
                                {stage
                                    .next()
                                    .map(|next| {
                                        let step = Callback::new(move |()| go_to(next));
                                        forward("advance", words::advance(stage), later.is_none(), step)
                                    })} {another(app, session, stage)} {decision(app, entry, stage)}
                                {next_open(entry, stage)}
                            </div>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// Shows the finding beside the field that says what was done about it.
fn found(entry: HazardEntry) -> impl Fn() -> String {
    let found = entry.watch(|hazard| words::what(&hazard.place, &hazard.description));
    move || found.get()
}

/// The fields of the stages after `stage` that lead to `end`.
fn in_one_go(
    entry: HazardEntry,
    stage: Stage,
    end: Stage,
    eager: impl Fn(Stage) -> Signal<bool> + Copy + 'static,
) -> impl IntoView {
    let fields = stage
        .up_to(end)
        .skip(1)
        .map(|each| view! { <StageFields entry=entry stage=each eager=eager(each) /> })
        .collect_view();
    view! {
        <h3>{words::in_one_go(end)}</h3>
        <p class="hint">{words::in_one_go_hint(end)}</p>
        {fields}
    }
}

fn forward(action: &'static str, said: &'static str, is_first: bool, go: Callback<()>) -> AnyView {
    let class = if is_first { "button button-primary" } else { "button" };
    // The field keeps the focus: what is said on leaving it would move the button away from under the finger.
    view! {
        <button
            type="button"
            class=class
            data-action=action
            on:mousedown=|ev| ev.prevent_default()
            on:click=move |_| go.run(())
        >
            {said}
        </button>
    }
    .into_any()
}

/// Begins the next hazard where this one can be left.
fn another(app: App, session: Session, stage: Stage) -> Option<AnyView> {
    let said = match stage {
        Stage::Found => words::ADD_ANOTHER,
        Stage::Rectifying | Stage::Closed | Stage::Appraised => words::ADD_ONE_MORE,
        _ => return None,
    };
    Some(
        view! {
            <button type="button" class="button" data-action="add-another" on:click=move |_| add(app, session)>
                {said}
            </button>
        }
        .into_any(),
    )
}

/// Leads from a hazard that is closed to the next one that is not.
fn next_open(entry: HazardEntry, stage: Stage) -> Option<AnyView> {
    (stage >= Stage::Closed).then(|| {
        let next = Memo::new(move |_| {
            let today = today_within(entry.session.span.get());
            entry.session.hazards.with(|hazards| {
                let next = hazards.iter().filter(|hazard| hazard.is_open()).min_by_key(|hazard| urgency(hazard, today));
                next.map(|hazard| (hazard.id.clone(), hazard.place.clone()))
            })
        });
        let link = move || {
            next.get().map(|(id, place)| {
                view! {
                    <a class="button button-primary" href=Route::Hazards(Some(id)).href() data-action="next-open">
                        {words::next_open(&place)}
                    </a>
                }
            })
        };
        view! { {link} }.into_any()
    })
}

/// Goes on to the stage `end`; a slip can be taken back.
///
/// Closing asks for the linked item and criterion again.
fn go_on(app: App, entry: HazardEntry, end: Stage) {
    let session = entry.session;
    let principal = session.enterprise.with_untracked(|enterprise| enterprise.principal.clone());
    let Some(left) = untrack(move || entry.read(|hazard| hazard.stage)) else { return };
    let mut taken: Result<(), Vec<HazardFault>> = Ok(());
    entry.edit(|hazard| taken = hazard.take_to(end, &principal, today_within(session.span.get_untracked())));
    if taken.is_err() {
        return;
    }
    let asked = if end == Stage::Closed { entry.ask_again() } else { AskedAgain::default() };
    let (id, month) = (entry.id(), (session.id.get_value(), session.period));
    app.store.offer_undo(words::advanced(&id, end), move || {
        app.in_month(&month.0, month.1, |session| {
            // Only if nothing moved it since.
            let stands = |hazard: &Hazard| hazard.id == id && hazard.stage == end;
            if !session.hazards.with_untracked(|hazards| hazards.iter().any(stands)) {
                return;
            }
            session.edit_hazards(|hazards| {
                let moved = hazards.iter_mut().filter(|hazard| hazard.id == id);
                moved.for_each(|hazard| left.up_to(end).for_each(|_| hazard.step_back()));
            });
            session.answer_as_before(&asked);
        });
        app.go(&Route::Hazards(Some(id.clone())));
    });
    dom::reveal(Some("stage-now"));
}

fn decision(app: App, entry: HazardEntry, stage: Stage) -> Option<AnyView> {
    let today = move || today_within(entry.session.span.get_untracked());
    let reject = Callback::new(move |reason: String| {
        // What has moved on since cannot be taken back to where it was before.
        app.store.undo.set(None);
        entry.edit(|hazard| hazard.reject(today(), reason));
        dom::reveal(Some("stage-now"));
    });
    let reopen = Callback::new(move |reason: String| {
        app.store.undo.set(None);
        entry.edit(|hazard| {
            // A stretch of time cannot begin before the one before it has ended.
            let on = hazard.closed_on.map_or_else(today, |closed| closed.max(today()));
            hazard.reopen(on, reason);
        });
        dom::reveal(Some("stage-now"));
    });
    match stage {
        Stage::Evaluated => Some(view! { <Decide decision=Decision::Reject on_decide=reject /> }.into_any()),
        Stage::Closed | Stage::Appraised => {
            Some(view! { <Decide decision=Decision::Reopen on_decide=reopen /> }.into_any())
        }
        _ => None,
    }
}
