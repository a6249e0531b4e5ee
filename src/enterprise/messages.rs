//! Says above every page what concerns all of them.
//!
//! Another tab, what start-up met, the way back from the last step.

use anziping_core::month::draft::Adoption;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::correction::standing;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::enterprise::surroundings;
use crate::platform::journal::JournalFault;
use crate::platform::task;
use crate::store::discovery::Discovery;
use crate::store::photos;
use crate::store::tab_role;
use crate::store::tabs::WriterRole;
use crate::words::status;
use crate::words::{check_list, home as words, photo};

/// Messages on top of every page: the discoveries of start-up, and the way back from the last step.
pub fn messages(app: App) -> AnyView {
    view! {
        {surroundings::notice(app)}
        {role(app)}
        {discoveries(app)}
        {lacking_list(app)}
        {adoption(app)}
        {move || app.session.get().map(|session| standing(app, session))}
        {way_back(app)}
    }
    .into_any()
}

/// Says that another tab writes, and how to write here.
fn role(app: App) -> impl IntoView {
    let take_theirs = move || tab_role::take_theirs(app.store, move || app.open_last());
    let keep_mine = move || {
        app.settings.count_changes(tab_role::keep_mine(app.store));
        app.apply_lock();
    };
    let go_on_here = move |_| tab_role::go_on_here(app.store, take_theirs);
    move || match app.store.role.get() {
        WriterRole::Writer => ().into_any(),
        WriterRole::Guest => view! {
            <div class="notice notice-info no-print" role="status" data-standing="guest">
                <div class="row row-between">
                    <span>{status::GUEST}</span>
                    <button
                        type="button"
                        class="button button-small"
                        data-action="go-on-here"
                        on:click=go_on_here
                    >
                        {status::GO_ON_HERE}
                    </button>
                </div>
            </div>
        }
        .into_any(),
        WriterRole::Overtaken => {
            // Where no other tab of ours can write, it was somebody else.
            let alone = app.store.is_alone();
            view! {
                <div class="notice notice-bad no-print" role="alert" data-standing="overtaken">
                    <p>{if alone { status::FOREIGN_HELP } else { status::OVERTAKEN_HELP }}</p>
                    <div class="row">
                        <button
                            type="button"
                            class="button button-small"
                            data-action="take-theirs"
                            on:click=move |_| take_theirs()
                        >
                            {if alone { status::TAKE_FOREIGN } else { status::TAKE_THEIRS }}
                        </button>
                        <button
                            type="button"
                            class="button button-small"
                            data-action="keep-mine"
                            on:click=move |_| keep_mine()
                        >
                            {status::KEEP_MINE}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        }
    }
}

/// Lists the discoveries of start-up in the records, until they are put away.
fn discoveries(app: App) -> impl IntoView {
    move || {
        app.store.discoveries.with(|all| {
            (!all.is_empty()).then(|| {
                view! {
                    <div class="notice notice-warn no-print" role="alert" data-discoveries=all.len()>
                        <ul>
                            {all
                                .iter()
                                .map(|discovery| view! { <li>{said(discovery)}</li> })
                                .collect_view()}
                            {all
                                .iter()
                                .any(may_have_cost_photographs)
                                .then(|| view! { <PhotographsLost app=app /> })}
                        </ul>
                        <div>
                            <button
                                type="button"
                                class="button button-small"
                                on:click=move |_| app.store.discoveries.set(Vec::new())
                            >
                                {words::DISMISS}
                            </button>
                        </div>
                    </div>
                }
            })
        })
    }
}

fn said(discovery: &Discovery) -> String {
    match discovery {
        Discovery::Healed(key) => words::discovery_healed(&words::record(key)),
        Discovery::Damaged(key) => words::discovery_damaged(&words::record(key)),
        Discovery::Newer(key) => words::discovery_newer(&words::record(key)),
        Discovery::Rewritten(count) => words::discovery_rewritten(*count),
        Discovery::Evicted(count) => words::discovery_evicted(*count),
        Discovery::Forgotten => words::DISCOVERY_FORGOTTEN.to_owned(),
        Discovery::SavedBySecondCopy(count) => words::discovery_saved_by_second_copy(*count),
        Discovery::Emptied => words::DISCOVERY_EMPTIED.to_owned(),
        Discovery::Foreign(key) => words::discovery_foreign(&words::record(key)),
        Discovery::Unwritable(key) => words::discovery_unwritable(&words::record(key)),
        Discovery::Conflict(key) => words::discovery_conflict(&words::record(key)),
    }
}

/// Says that the month was answered against a check list that is not here.
fn lacking_list(app: App) -> impl IntoView {
    move || {
        app.session.get().filter(Session::lacks_its_list).map(|session| {
            view! {
                <div class="notice notice-warn no-print" role="alert" data-lacks-list="true">
                    <p>
                        {check_list::lacking(&session.reference())} " "
                        <a href=Route::CheckLists.href()>{check_list::TO_PAGE}</a>
                    </p>
                </div>
            }
        })
    }
}

/// Shows how a new check list changed the month, until it is put away.
fn adoption(app: App) -> impl IntoView {
    move || {
        app.adoption.get().map(|adoption| {
            view! {
                <div class="notice notice-warn no-print" role="alert" data-adoption="true">
                    {adopted(app, &adoption)}
                    <div>
                        <button
                            type="button"
                            class="button button-small"
                            on:click=move |_| app.adoption.set(None)
                        >
                            {words::DISMISS}
                        </button>
                    </div>
                </div>
            }
        })
    }
}

/// The offer to take the last step back.
fn way_back(app: App) -> impl IntoView {
    move || {
        app.store.undo.get().filter(|_| app.store.role.get() == WriterRole::Writer).map(|undo| {
            let take_back = undo.take_back.clone();
            view! {
                <div class="notice notice-info no-print" role="status">
                    <div class="row row-between">
                        <span>{undo.said}</span>
                        <span class="row">
                            <button
                                type="button"
                                class="button button-small"
                                data-action="undo"
                                on:click=move |_| {
                                    take_back();
                                    app.store.undo.set(None);
                                }
                            >
                                {words::UNDO}
                            </button>
                            <button
                                type="button"
                                class="button button-small button-link"
                                on:click=move |_| app.store.undo.set(None)
                            >
                                {words::DISMISS}
                            </button>
                        </span>
                    </div>
                </div>
            }
        })
    }
}

/// Returns whether photographs may be gone because the browser deleted what it kept of the site.
///
/// There is one copy of them only.
fn may_have_cost_photographs(discovery: &Discovery) -> bool {
    match discovery {
        Discovery::Rewritten(_) | Discovery::Evicted(_) | Discovery::Emptied | Discovery::SavedBySecondCopy(_) => true,
        Discovery::Healed(_)
        | Discovery::Damaged(_)
        | Discovery::Newer(_)
        | Discovery::Conflict(_)
        | Discovery::Unwritable(_)
        | Discovery::Foreign(_)
        | Discovery::Forgotten => false,
    }
}

/// Names the hazards whose photographs are gone.
#[component]
fn PhotographsLost(app: App) -> impl IntoView {
    let lost = RwSignal::new(None::<Result<Vec<(String, usize)>, JournalFault>>);
    task::spawn(async move { drop(lost.try_set(Some(photos::lost(&app.store.records()).await))) });
    move || match lost.get() {
        None => ().into_any(),
        Some(Err(fault)) => view! { <li>{photo::no_album(&fault)}</li> }.into_any(),
        Some(Ok(hazards)) if hazards.is_empty() => ().into_any(),
        Some(Ok(hazards)) => {
            let count = hazards.iter().map(|(_, count)| count).sum::<usize>();
            let parts: Vec<String> =
                hazards.iter().map(|(hazard, count)| words::photographs_of(hazard, *count)).collect();
            view! { <li data-photos-lost=count>{words::photographs_lost(&parts, count)}</li> }.into_any()
        }
    }
}

/// Lists the changes that another edition of the check list made to the month, item by item.
fn adopted(app: App, adoption: &Adoption) -> AnyView {
    let question = |id: &String| {
        let catalogue = app.session.with_untracked(|session| {
            session.as_ref().map_or(app.store.editions().builtin().catalogue(), |session| session.catalogue)
        });
        let item = catalogue.item(id).map(|item| item.question.clone());
        let said = item.or_else(|| catalogue.points().find(|point| point.id == *id).map(|point| point.text.clone()));
        view! {
            <li data-adopted=id.clone()>
                <span class="item-id">{id.clone()}</span>
                " "
                {said.unwrap_or_default()}
            </li>
        }
    };
    let list = |heading: String, ids: &[String]| {
        (!ids.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{heading}</summary>
                    <ul class="bullets">{ids.iter().map(question).collect_view()}</ul>
                </details>
            }
        })
    };
    view! {
        <p>{words::ADOPTED}</p>
        {list(words::adopted_to_confirm(adoption.to_confirm.len()), &adoption.to_confirm)}
        {list(words::adopted_gone(adoption.gone.len()), &adoption.gone)}
        <p>{words::ADOPTED_KEPT}</p>
    }
    .into_any()
}
