//! The frame around every page of the desk: top line, navigation, messages, the page itself.

use anziping_core::record::RecordKey;
use leptos::prelude::*;

use super::app::OfficeApp;
use super::county::CountyPage;
use super::dropping::Dropping;
use super::inbox::InboxPage;
use super::papers::PapersPage;
use super::registry::{RegistryPage, backup, verdicts};
use super::rollup::RollUpPage;
use super::route::OfficeRoute;
use super::saving;
use super::street_months;
use crate::platform::{dom, location};
use crate::store::discovery::Discovery;
use crate::store::tabs::WriterRole;
use crate::ui::icon;
use crate::ui::status_bar::StatusBar;
use crate::words::{common, home, office as words};

/// The whole desk.
#[component]
pub(crate) fn Shell(
    /// The desk with everything that is open.
    app: OfficeApp,
) -> impl IntoView {
    provide_context(app);
    let dropping = Dropping::new();
    provide_context(dropping);
    app.follow_role();
    location::on_hash_change(move |hash| {
        if let Some(route) = OfficeRoute::parse(&hash) {
            app.store.flush();
            app.route.set(route);
        }
    })
    .forever();
    Effect::new(move |before: Option<OfficeRoute>| {
        let route = app.route.get();
        dom::set_title(&format!("{} · {}", title(route), words::TITLE));
        if before.is_some_and(|before| before != route) {
            dom::reveal(None);
        }
        route
    });
    view! {
        <div
            class="shell"
            on:dragover=move |event| dropping.hover(app, &event)
            on:dragleave=move |_| dropping.over.set(false)
            on:drop=move |event| dropping.drop_here(app, &event)
        >
            <Top app=app />
            <Navigation app=app />
            <main id="main" data-page=move || app.route.get().page() tabindex="-1">
                <Messages app=app />
                {move || match (app.store.role.get(), app.route.get()) {
                    (WriterRole::Guest | WriterRole::Overtaken, route) => {
                        view! { <Elsewhere app=app route=route /> }.into_any()
                    }
                    (WriterRole::Writer, OfficeRoute::Inbox) => view! { <InboxPage /> }.into_any(),
                    (WriterRole::Writer, OfficeRoute::Registry) => view! { <RegistryPage /> }.into_any(),
                    (WriterRole::Writer, OfficeRoute::Rollup) => view! { <RollUpPage /> }.into_any(),
                    (WriterRole::Writer, OfficeRoute::Papers) => view! { <PapersPage /> }.into_any(),
                    (WriterRole::Writer, OfficeRoute::County) => view! { <CountyPage /> }.into_any(),
                }}
            </main>
        </div>
    }
    .into_any()
}

fn title(route: OfficeRoute) -> &'static str {
    match route {
        OfficeRoute::Inbox => words::INBOX,
        OfficeRoute::Registry => words::REGISTRY,
        OfficeRoute::Rollup => words::ROLLUP,
        OfficeRoute::Papers => words::papers::TITLE,
        OfficeRoute::County => words::county::TITLE,
    }
}

#[component]
fn Top(app: OfficeApp) -> impl IntoView {
    let fault = RwSignal::new(None::<String>);
    let export = Callback::new(move |()| {
        let registry = backup::save(app);
        let saved = if app.keeps_verdicts() { registry } else { registry.and_then(|_| verdicts::save(app)) };
        fault.set(saved.err());
    });
    let flush = Callback::new(move |()| app.store.flush());
    let office = move || app.record.with(|record| record.registry.office.trim().to_owned());
    view! {
        <header class="top">
            <div class="top-row">
                <a class="brand" href=OfficeRoute::Inbox.href()>
                    {icon::brand()}
                    {common::APP}
                    " · "
                    {words::TITLE}
                </a>
                <span class="top-where">
                    <strong>{office}</strong>
                </span>
                <StatusBar save=app.store.save said=saving::said on_export=export on_update=flush />
            </div>
            <div aria-live="assertive">{move || fault.get().map(|said| view! { <p class="error">{said}</p> })}</div>
        </header>
    }
    .into_any()
}

/// Four links are few enough to stand on a phone as they are, without a menu to open.
#[component]
fn Navigation(app: OfficeApp) -> impl IntoView {
    let link = move |route: OfficeRoute, count: Signal<usize>| {
        let current = move || (app.route.get() == route).then_some("page");
        let count = move || match count.get() {
            0 => String::new(),
            count => count.to_string(),
        };
        view! {
            <a href=route.href() aria-current=current>
                <span>{title(route)}</span>
                <span class="nav-count">{count}</span>
            </a>
        }
    };
    // An office that nobody reports a month to needs no page for them.
    let is_county = Memo::new(move |_| {
        app.route.get() == OfficeRoute::County
            || app.record.with(|record| !record.streets.is_empty())
            || app.inbox.with(|inbox| inbox.iter().any(|checked| street_months::of_file(checked).is_some()))
    });
    let streets = Signal::derive(move || app.record.with(|record| record.streets.iter().count()));
    let files = Signal::derive(move || app.inbox.with(|inbox| inbox.len()));
    let enterprises = Signal::derive(move || app.record.with(|record| record.registry.enterprises.len()));
    view! {
        <nav class="nav nav-office no-print" aria-label=home::NAVIGATION data-open="true">
            <div class="nav-sticky">
                {link(OfficeRoute::Inbox, files)} {link(OfficeRoute::Rollup, Signal::stored(0))}
                {link(OfficeRoute::Papers, Signal::stored(0))}
                {link(OfficeRoute::Registry, enterprises)}
                {move || is_county.get().then(|| link(OfficeRoute::County, streets))}
                <a class="wide-only" href="./index.html" target="_blank" rel="noopener">
                    <span class="muted">{words::TO_ENTERPRISE}</span>
                </a>
            </div>
        </nav>
    }
    .into_any()
}

/// Stands in place of the page while another tab has the registry.
///
/// Verdicts against an old registry would mislead.
#[component]
fn Elsewhere(app: OfficeApp, route: OfficeRoute) -> impl IntoView {
    let (hook, said, button) = match app.store.role.get_untracked() {
        WriterRole::Overtaken if app.store.is_alone() => {
            ("overtaken", words::OVERTAKEN_BY_FOREIGN, words::TAKE_FOREIGN)
        }
        WriterRole::Overtaken => ("overtaken", words::OVERTAKEN, words::TAKE_THEIRS),
        WriterRole::Writer | WriterRole::Guest => ("guest", words::GUEST, words::GO_ON_HERE),
    };
    let go_on = move |_| if hook == "guest" { app.go_on_here() } else { app.take_theirs() };
    let action = if hook == "guest" { "go-on-here" } else { "take-theirs" };
    view! {
        <div class="page">
            <h1 tabindex="-1">{title(route)}</h1>
            <div class="notice notice-warn" role="alert" data-standing=hook>
                <p>{said}</p>
                <div>
                    <button type="button" class="button button-primary" data-action=action on:click=go_on>
                        {button}
                    </button>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Shows the discoveries of start-up, and the last step with the way back.
#[component]
fn Messages(app: OfficeApp) -> impl IntoView {
    let said = move |discovery: &Discovery| match discovery {
        Discovery::Damaged(RecordKey::Received(_))
        | Discovery::Newer(RecordKey::Received(_))
        | Discovery::Conflict(RecordKey::Received(_)) => words::KEPT_UNREADABLE.to_owned(),
        Discovery::Foreign(RecordKey::Received(_)) => words::KEPT_FOREIGN.to_owned(),
        Discovery::Healed(key) => home::discovery_healed(&home::record(key)),
        Discovery::Unwritable(key) => home::discovery_unwritable(&home::record(key)),
        Discovery::Conflict(_) => words::CONFLICT.to_owned(),
        Discovery::Foreign(_) => words::FOREIGN.to_owned(),
        Discovery::Damaged(_) => words::registry::UNREADABLE.to_owned(),
        Discovery::Newer(_) => words::registry::newer(),
        Discovery::SavedBySecondCopy(count) => home::discovery_saved_by_second_copy(*count),
        Discovery::Emptied => home::DISCOVERY_EMPTIED.to_owned(),
        Discovery::Rewritten(count) => home::discovery_rewritten(*count),
        Discovery::Evicted(count) => home::discovery_evicted(*count),
        Discovery::Forgotten => words::FORGOTTEN.to_owned(),
    };
    // Of many records the same is said once.
    let sentences = move |all: &[Discovery]| {
        let mut sentences: Vec<String> = all.iter().map(said).collect();
        sentences.dedup();
        sentences
    };
    view! {
        {move || {
            app.store.discoveries
                .with(|all| {
                    (!all.is_empty())
                        .then(|| {
                            view! {
                                <div class="notice notice-warn no-print" role="alert" data-discoveries=all.len()>
                                    <ul>
                                        {sentences(all)
                                            .into_iter()
                                            .map(|said| view! { <li>{said}</li> })
                                            .collect_view()}
                                    </ul>
                                    <div>
                                        <button
                                            type="button"
                                            class="button button-small"
                                            on:click=move |_| app.store.discoveries.set(Vec::new())
                                        >
                                            {home::DISMISS}
                                        </button>
                                    </div>
                                </div>
                            }
                        })
                })
        }}
        <div class="said" role="status">
            {move || {
                app.store.undo
                    .get()
                    .map(|undo| {
                        let take_back = undo.take_back.clone();
                        view! {
                            <div class="notice notice-info no-print">
                                <div class="row row-between">
                                    <span data-done="true">{undo.said}</span>
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
                                            {home::UNDO}
                                        </button>
                                        <button
                                            type="button"
                                            class="button button-small button-link"
                                            on:click=move |_| app.store.undo.set(None)
                                        >
                                            {home::DISMISS}
                                        </button>
                                    </span>
                                </div>
                            </div>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}
