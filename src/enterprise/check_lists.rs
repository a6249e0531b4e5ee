//! The page with the check lists of this browser.
//!
//! Which there are, which one the month uses, and importing one of others.

use std::sync::Arc;

use anziping_core::edition::Edition;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::check_lists;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::files;
use crate::store::tabs::WriterRole;
use crate::ui::list_import::{ImportList, facts};
use crate::words::check_list as words;

/// The page; without an open month the lists can be looked at and imported.
pub(crate) fn check_lists_page(session: Option<Session>) -> AnyView {
    let app = App::get();
    // Told after every change: which records there are is known to the record store alone.
    let changed = RwSignal::new(0_u32);
    let known = Callback::new(move |()| app.store.editions().all());
    let base =
        Callback::new(move |()| session.map_or_else(|| app.store.editions().builtin(), |session| session.edition));
    let take = Callback::new(move |edition: Arc<Edition<'static>>| {
        check_lists::keep(app, &edition);
        changed.update(|times| *times += 1);
    });
    let lists = move || {
        changed.track();
        // An undone removal brings one back.
        app.store.undo.track();
        let all = app.store.editions().all();
        let others: Vec<_> =
            all.others().iter().filter_map(|edition| app.store.editions().of_month(edition.reference())).collect();
        let cards = [app.store.editions().builtin()].into_iter().chain(others);
        cards.map(|edition| card(app, session, edition, changed)).collect_view()
    };
    let month = session.map(|session| view! { <p data-list="true">{words::of_month(session.edition)}</p> });
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
                {month}
            </div>
            <section class="sections" aria-labelledby="lists">
                <h2 id="lists">{words::HERE}</h2>
                {lists}
            </section>
            {move || {
                (app.store.role.get() == WriterRole::Writer)
                    .then(|| view! { <ImportList known=known base=base on_take=take /> })
            }}
        </div>
    }
    .into_any()
}

fn card(app: App, session: Option<Session>, edition: &'static Edition<'static>, changed: RwSignal<u32>) -> AnyView {
    let said = RwSignal::new(None::<String>);
    let months = check_lists::months_on(app, edition.reference());
    let is_builtin = app.store.editions().builtin().reference() == edition.reference();
    let in_use = session.is_some_and(|session| session.reference() == *edition.reference());
    let save = move |_| {
        let name = words::file_name(edition.reference());
        said.set(Some(match files::save(&name, "application/json", edition.text().as_bytes()) {
            Ok(()) => words::saved(&name),
            Err(fault) => words::file_fault(&fault),
        }));
    };
    let remove = move |_| {
        check_lists::remove(app, edition.reference(), words::removed(edition));
        changed.update(|times| *times += 1);
    };
    let can_use = move || {
        let writable = session.filter(|session| !session.read_only.get() || session.lacks_its_list());
        app.store.role.get() == WriterRole::Writer && !in_use && writable.is_some()
    };
    let can_remove = move || !is_builtin && months == 0 && app.store.role.get() == WriterRole::Writer;
    let tag = if is_builtin { words::BUILTIN } else { words::IMPORTED };
    view! {
        <article class="card" data-check-list=edition.reference().id.clone() data-in-use=in_use.to_string()>
            <h3>
                {edition.catalogue().title.clone()} " " <span class="tag">{tag}</span>
                {in_use
                    .then(|| {
                        view! {
                            " "
                            <span class="tag tag-good">{words::IN_USE}</span>
                        }
                    })}
            </h3>
            {facts(edition)}
            {changes(edition)}
            <p class="hint">{words::used(months)}</p>
            <div class="row no-print">
                {move || {
                    can_use()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    data-action="use-list"
                                    on:click=move |_| check_lists::take_up(app, edition, words::in_use_now(edition))
                                >
                                    {words::USE}
                                </button>
                            }
                        })
                }} <button type="button" class="button button-small" data-action="save-list" on:click=save>
                    {words::SAVE}
                </button>
                {move || {
                    can_remove()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button button-small button-danger"
                                    data-action="remove-list"
                                    on:click=remove
                                >
                                    {words::REMOVE}
                                </button>
                            }
                        })
                }}
            </div>
            <div aria-live="polite">{move || said.get().map(|said| view! { <p>{said}</p> })}</div>
        </article>
    }
    .into_any()
}

/// Lists the changes of the edition with their reasons; built when it is opened.
fn changes(edition: &'static Edition<'static>) -> AnyView {
    let catalogue = edition.catalogue();
    if catalogue.changes.is_empty() {
        return ().into_any();
    }
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<leptos::web_sys::Element>(&event).has_attribute("open"));
    };
    let rows = move || {
        open.get().then(|| {
            let rows = catalogue.changes.iter().map(|change| {
                let ids = change.ids.iter().map(|id| {
                    view! {
                        <li>
                            <span class="item-id">{id.as_str()}</span>
                            {words::of_id(catalogue, id)}
                        </li>
                    }
                });
                view! {
                    <li data-change=change.ids.first().cloned()>
                        <p>
                            <strong>{change.what.as_str()}</strong>
                            " "
                            {words::why(&change.why)}
                        </p>
                        <details>
                            <summary>{words::touched(&change.ids)}</summary>
                            <ul class="plain stack-tight">{ids.collect_view()}</ul>
                        </details>
                    </li>
                }
            });
            view! { <ul class="plain stack">{rows.collect_view()}</ul> }
        })
    };
    view! {
        <details data-changes=edition.reference().version.clone() on:toggle=toggled>
            <summary>{words::changes(catalogue)}</summary>
            {rows}
        </details>
        <p class="no-print">
            <a href=Route::Basis.href()>{crate::words::basis::TO_PAGE}</a>
        </p>
    }
    .into_any()
}
