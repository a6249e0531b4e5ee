//! The stage a hazard stands in: its fields, what is missing, and the step to the next one.

use anziping_core::hazard::{Hazard, HazardFault, HazardField, Stage};
use leptos::prelude::*;

use super::decision::{Decide, Decision};
use super::entry::{Entry, at, control};
use super::input::{HazardInput, Need};
use super::ledger::add;
use super::on_the_spot::OnTheSpot;
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::today_within;
use crate::platform::document;
use crate::ui::field::Notice;
use crate::words::{fault, hazard as words};

/// The fields shown for a stage: what it needs and what may be added.
///
/// While a hazard is new its grade is asked for at once.
fn fields(hazard: &Hazard, stage: Stage) -> Vec<(HazardField, Need)> {
    use HazardField as F;
    let needed = match stage {
        Stage::Found if hazard.stage == Stage::Found => vec![F::Place, F::Description, F::Grade, F::FoundOn, F::Finder],
        Stage::Found => vec![F::Place, F::Description, F::FoundOn, F::Finder],
        _ => Hazard::fields_of(stage, hazard.is_major(), hazard.supervised),
    };
    let optional =
        if stage == Stage::Monitored && !hazard.is_major() { vec![F::Interim, F::Funds] } else { Vec::new() };
    let with = |need: Need| move |field: HazardField| (field, need);
    needed.into_iter().map(with(Need::Needed)).chain(optional.into_iter().map(with(Need::Optional))).collect()
}

/// The inputs of a stage in two columns, texts of several lines over the whole width.
#[component]
pub(super) fn StageFields(entry: Entry, stage: Stage, eager: Signal<bool>) -> impl IntoView {
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

/// The card of the present stage.
#[component]
pub(super) fn Present(app: App, entry: Entry, stage: Stage) -> impl IntoView {
    let session = entry.session;
    let tried = RwSignal::new(false);
    let obstacles = Memo::new(move |_| entry.obstacles());
    let missing = move || {
        let missing: Vec<_> = obstacles.with(|all| {
            let missing = all
                .iter()
                .filter_map(|fault| if let HazardFault::Missing(field) = fault { Some(*field) } else { None });
            missing.collect()
        });
        (!missing.is_empty() && !tried.get()).then(|| {
            view! {
                <p class="hint" data-missing=missing.len()>
                    {words::still_missing(&missing)}
                </p>
            }
        })
    };
    let advance = move |_| {
        if obstacles.with_untracked(Vec::is_empty) {
            go_on(app, entry);
        } else {
            tried.set(true);
            document::reveal(Some("stage-obstacles"));
        }
    };
    let on_the_spot = RwSignal::new(false);
    let may_be_on_the_spot = entry.watch(Hazard::may_be_closed_on_the_spot);
    let at_once = move || on_the_spot.get() && may_be_on_the_spot.get();
    let step_by_step = move || !session.read_only.get() && !at_once();
    // A hazard that was just begun is reached by its number: the focus lands in its first field.
    let begun = untrack(move || entry.read(|hazard| hazard.place.is_empty())).unwrap_or(false);
    view! {
        <section class="card" aria-labelledby="stage-now">
            <h2 id="stage-now" tabindex="-1">
                {words::now(stage)}
            </h2>
            {move || obstacles.with(|all| (tried.get() && !all.is_empty()).then(|| summary(all)))}
            <div id=begun.then(|| entry.id())>
                <StageFields entry=entry stage=stage eager=tried.into() />
            </div>
            {move || {
                (!session.read_only.get() && may_be_on_the_spot.get())
                    .then(|| view! { <OnTheSpot app=app entry=entry chosen=on_the_spot /> })
            }}
            {move || step_by_step().then_some(missing)}
            {move || {
                step_by_step()
                    .then(|| {
                        view! {
                            <div class="row no-print">
                                {stage
                                    .next()
                                    .map(|_| {
                                        view! {
                                            <button
                                                type="button"
                                                class="button button-primary"
                                                data-action="advance"
                                                on:click=advance
                                            >
                                                {words::advance(stage)}
                                            </button>
                                        }
                                    })}
                                {(stage == Stage::Found)
                                    .then(|| {
                                        view! {
                                            <button
                                                type="button"
                                                class="button"
                                                data-action="add-another"
                                                on:click=move |_| add(app, session)
                                            >
                                                {words::ADD_ANOTHER}
                                            </button>
                                        }
                                    })} {decision(app, entry, stage)}
                            </div>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// The obstacles, each leading to its field.
pub(super) fn summary(obstacles: &[HazardFault]) -> AnyView {
    let rows = obstacles
        .iter()
        .map(|&found| {
            let target = control(at(found));
            view! {
                <li>
                    <button type="button" class="button-link button" on:click=move |_| document::reveal(Some(&target))>
                        {fault::hazard(found)}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <div id="stage-obstacles" tabindex="-1">
            <Notice kind="bad">
                <h3>{words::OBSTACLES}</h3>
                <ul>{rows}</ul>
            </Notice>
        </div>
    }
    .into_any()
}

/// Goes on to the next stage; a slip can be taken back.
///
/// Closing asks for the linked item and criterion again.
fn go_on(app: App, entry: Entry) {
    let session = entry.session;
    let principal = session.enterprise.with_untracked(|enterprise| enterprise.principal.clone());
    let mut reached = None;
    entry.edit(|hazard| reached = hazard.advance(&principal, today_within(session.span.get_untracked())).ok());
    let Some(reached) = reached else { return };
    if reached == Stage::Closed {
        ask_again(entry);
    }
    let (id, month) = (entry.id(), (session.id.get_value(), session.period));
    app.store.offer_undo(words::advanced(&id, reached), move || {
        app.in_month(&month.0, month.1, |session| {
            session.edit_hazards(|hazards| {
                // Only if nothing moved it since.
                if let Some(hazard) = hazards.iter_mut().find(|hazard| hazard.id == id && hazard.stage == reached) {
                    hazard.step_back();
                }
            });
        });
        app.go(&Route::Hazards(Some(id.clone())));
    });
    document::reveal(Some("stage-now"));
}

/// Asks for the item and the criterion of a hazard again that was closed.
pub(super) fn ask_again(entry: Entry) {
    if let Some((item, lead)) = untrack(move || entry.read(|hazard| (hazard.item.clone(), hazard.lead.clone()))) {
        entry.session.ask_item_again(&item);
        entry.session.ask_criterion_again(&lead);
    }
}

fn decision(app: App, entry: Entry, stage: Stage) -> Option<AnyView> {
    let today = move || today_within(entry.session.span.get_untracked());
    let reject = Callback::new(move |reason: String| {
        // What has moved on since cannot be taken back to where it was before.
        app.store.undo.set(None);
        entry.edit(|hazard| hazard.reject(today(), reason));
        document::reveal(Some("stage-now"));
    });
    let reopen = Callback::new(move |reason: String| {
        app.store.undo.set(None);
        entry.edit(|hazard| {
            // A stretch of time cannot begin before the one before it has ended.
            let on = hazard.closed_on.map_or_else(today, |closed| closed.max(today()));
            hazard.reopen(on, reason);
        });
        document::reveal(Some("stage-now"));
    });
    match stage {
        Stage::Evaluated => Some(view! { <Decide decision=Decision::Reject on_decide=reject /> }.into_any()),
        Stage::Closed | Stage::Appraised => {
            Some(view! { <Decide decision=Decision::Reopen on_decide=reopen /> }.into_any())
        }
        _ => None,
    }
}
