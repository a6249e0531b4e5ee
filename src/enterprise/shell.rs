//! The frame around every page of the enterprise app: top line, navigation, messages, the page itself.

use anziping_core::catalog::TargetCode;
use leptos::prelude::*;

use super::home::HomePage;
use super::parts::{Cut, Part, Parts};
use crate::platform::document::Focused;
use crate::platform::{document, location, task, timer};
use crate::route::Route;
use crate::state::tabs::Standing;
use crate::state::vault::Discovery;
use crate::state::{App, Session};
use crate::text::{self, home as words, status};
use crate::ui::icon;
use crate::ui::status_bar::StatusBar;

/// The whole app.
#[component]
pub fn Shell(
    /// What is open.
    app: App,
    /// Where the rest of the program is.
    cut: &'static Cut,
) -> impl IntoView {
    provide_context(app);
    app.follow_standing();
    location::on_hash_change(move |hash| {
        if let Some(route) = Route::parse(&hash) {
            app.flush();
            app.route.set(route);
        }
    })
    .forever();
    let menu = RwSignal::new(false);
    let parts = Parts::fetch(cut);
    // One page is built per page and month; going to a place on the same page only moves the focus.
    let shown = Memo::new(move |_| app.route.with(Route::without_place));
    let stands = Memo::new(move |_| shown.with(Part::of).is_none_or(|part| parts.stands(part)));
    Effect::new(move |_| {
        let route = app.route.get();
        app.session.track();
        menu.set(false);
        document::set_title(&format!("{} · {}", title(app, &route), text::APP));
        if stands.get() {
            document::set_mark("ready", "true");
            reveal(route.place().map(str::to_owned));
        }
    });
    let large = Memo::new(move |_| app.settings.with(|settings| settings.large_type));
    Effect::new(move |_| if large.get() { document::set_mark("large", "true") } else { document::remove_mark("large") });
    view! {
        <div class="shell">
            <Top app=app/>
            <Navigation app=app open=menu/>
            <main id="main" data-page=move || stands.get().then(|| app.route.with(Route::page)) tabindex="-1">
                <Messages app=app/>
                {move || page(app, parts, &shown.get())}
            </main>
        </div>
    }
    .into_any()
}

/// The page of a route. Without an enterprise every page is the home page, which says how to begin; only the settings can be reached
/// as well, to restore a backup into an empty browser.
fn page(app: App, parts: Parts, route: &Route) -> AnyView {
    let session = app.session.get();
    match Part::of(route) {
        Some(part) if session.is_some() || *route == Route::Settings => parts.page(part, session, route),
        _ => home(app),
    }
}

/// Enterprises and months are begun and chosen only where it can be written down.
fn home(app: App) -> AnyView {
    view! { <fieldset role="presentation" disabled=move || app.standing.get() != Standing::Writer><HomePage/></fieldset> }.into_any()
}

/// Moves the focus to the place on the page, or to its heading, once the page stands.
fn reveal(place: Option<String>) {
    task::spawn(async move {
        timer::pause(0).await;
        match place {
            Some(id) if document::focus(&format!("[id=\"{id}\"] :is(input, textarea, select, button, summary)")) == Focused::Yes => {}
            Some(id) if document::focus_id(&id) == Focused::Yes => {}
            _ => {
                document::focus_heading();
                document::scroll_to_top();
            }
        }
    });
}

fn title(app: App, route: &Route) -> String {
    match route {
        Route::Home => words::TITLE.into(),
        Route::Enterprise(_) => text::enterprise::TITLE.into(),
        Route::Element(number, _) => {
            app.catalogue.element(*number).map_or_else(String::new, |element| text::element::title(*number, &element.name))
        }
        Route::Area(area, _) => app.catalogue.area(area).map_or_else(String::new, |area| area.name.clone()),
        Route::Hazards(_) => text::hazard::TITLE.into(),
        Route::Month(_) => text::month::TITLE.into(),
        Route::Report => words::REPORT.into(),
        Route::Seal => words::SEAL.into(),
        Route::History => words::HISTORY.into(),
        Route::Settings => words::SETTINGS.into(),
    }
}

#[component]
fn Top(app: App) -> impl IntoView {
    let place = move || {
        app.session.get().map(|session| {
            let name = session.enterprise.with(|enterprise| enterprise.name.trim().to_owned());
            let name = if name.is_empty() { words::UNNAMED.to_owned() } else { name };
            view! { <strong>{name}</strong> " " {text::period(session.period)} }
        })
    };
    let demo = move || app.session.get().is_some_and(|session| session.demo);
    let export_fault = RwSignal::new(None::<String>);
    let export =
        Callback::new(move |()| export_fault.set(super::export_everything(app).err().map(|fault| text::settings::file_fault(&fault))));
    let flush = Callback::new(move |()| app.flush());
    view! {
        <header class="top">
            <div class="top-row">
                <a class="brand" href=Route::Home.href()>{icon::brand()} {text::APP}</a>
                <span class="top-where">{place}</span>
                <StatusBar save=app.save on_export=export on_update=flush/>
            </div>
            <div aria-live="assertive">{move || export_fault.get().map(|said| view! { <p class="error">{said} " " <a href=Route::Settings.href()>{words::SETTINGS}</a></p> })}</div>
            {move || demo().then(|| view! { <div class="demo-band" data-demo="true">{text::DEMO_NOTE}</div> })}
        </header>
    }
    .into_any()
}

#[component]
fn Navigation(app: App, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <nav class="nav no-print" aria-label=words::NAVIGATION data-open=move || open.get().then_some("true")>
            <button type="button" class="nav-toggle" aria-expanded=move || open.get().to_string() aria-controls="nav-list" on:click=move |_| open.update(|open| *open = !*open)>
                <span>{words::MENU} "：" {move || app.route.with(|route| title(app, route))}</span><span aria-hidden="true">{move || if open.get() { "▴" } else { "▾" }}</span>
            </button>
            <div class="nav-sticky" id="nav-list">
                {move || match app.session.get() {
                    Some(session) => links(app, session),
                    None => view! { {link(app, Route::Home, words::TITLE.into(), None)} {link(app, Route::Settings, words::SETTINGS.into(), None)} }.into_any(),
                }}
            </div>
        </nav>
    }
    .into_any()
}

fn links(app: App, session: Session) -> AnyView {
    let elements = session
        .catalogue
        .elements
        .iter()
        .filter_map(|element| {
            let score = session.element(element.number)?;
            let count = Signal::derive(move || score.with(|score| (score.settled, score.applicable)));
            Some(link(app, Route::Element(element.number, None), text::element::title(element.number, &element.name), Some(count)))
        })
        .collect_view();
    let areas = move || {
        let areas = session.catalogue.areas.iter().filter(|area| session.profile.with(|profile| profile.facts.contains(&area.fact)));
        let links = areas
            .map(|area| link(app, Route::Area(area.id.clone(), None), area.name.clone(), Some(area_count(session, &area.id))))
            .collect_view();
        view! { <h2>{words::NAV_AREAS}</h2> {links} }
    };
    let open_hazards = Signal::derive(move || {
        session.hazards.with(|hazards| (0, u32::try_from(hazards.iter().filter(|hazard| hazard.is_open()).count()).unwrap_or(u32::MAX)))
    });
    view! {
        {link(app, Route::Home, words::TITLE.into(), None)}
        <h2>{words::NAV_START}</h2>
        {link(app, Route::Enterprise(None), text::enterprise::TITLE.into(), None)}
        <h2>{text::element::ELEMENTS}</h2>
        {elements}
        {areas}
        <h2>{words::NAV_FINISH}</h2>
        {hazard_link(app, open_hazards)}
        {link(app, Route::Month(None), text::month::TITLE.into(), None)}
        {link(app, Route::Report, words::REPORT.into(), None)}
        {link(app, Route::Seal, words::SEAL.into(), None)}
        <h2>{words::NAV_MORE}</h2>
        {link(app, Route::History, words::HISTORY.into(), None)}
        {link(app, Route::Settings, words::SETTINGS.into(), None)}
    }
    .into_any()
}

/// Targets met of four.
fn area_count(session: Session, area: &str) -> Signal<(u32, u32)> {
    let area = area.to_owned();
    let met =
        Memo::new(move |_| session.area_targets(&area).map_or(0, |targets| targets.cells.iter().filter(|cell| cell.is_met()).count()));
    Signal::derive(move || (u32::try_from(met.get()).unwrap_or(0), TargetCode::ALL.len() as u32))
}

fn link(app: App, route: Route, said: String, count: Option<Signal<(u32, u32)>>) -> AnyView {
    let href = route.href();
    let current = move || app.route.with(|now| now.without_place() == route).then_some("page");
    let count = count.map(|count| {
        let done = move || count.with(|(done, all)| done == all && *all > 0);
        view! { <span class="nav-count" class:nav-done=done>{move || { let (settled, all) = count.get(); format!("{settled}/{all}") }}</span> }
    });
    view! { <a href=href aria-current=current><span>{said}</span>{count}</a> }.into_any()
}

fn hazard_link(app: App, open: Signal<(u32, u32)>) -> AnyView {
    let current = move || app.route.with(|now| matches!(now, Route::Hazards(_))).then_some("page");
    view! {
        <a href=Route::Hazards(None).href() aria-current=current>
            <span>{text::hazard::TITLE}</span>
            <span class="nav-count">{move || match open.get().1 { 0 => String::new(), open => format!("未销 {open}") }}</span>
        </a>
    }
    .into_any()
}

/// What start-up met, and the offer to take the last step back.
#[component]
fn Messages(app: App) -> impl IntoView {
    let said = move |discovery: &Discovery| match discovery {
        Discovery::Healed(key) => words::discovery_healed(&words::record(key)),
        Discovery::Damaged(key) => words::discovery_damaged(&words::record(key)),
        Discovery::Newer(key) => words::discovery_newer(&words::record(key)),
        Discovery::Conflict(key) => words::discovery_conflict(&words::record(key)),
    };
    view! {
        {move || match app.standing.get() {
            Standing::Writer => ().into_any(),
            Standing::Guest => view! {
                <div class="notice notice-info no-print" role="status" data-standing="guest">
                    <div class="row row-between">
                        <span>{status::GUEST}</span>
                        <button type="button" class="button button-small" data-action="go-on-here" on:click=move |_| app.go_on_here()>{status::GO_ON_HERE}</button>
                    </div>
                </div>
            }
            .into_any(),
            Standing::Overtaken => view! {
                <div class="notice notice-bad no-print" role="alert" data-standing="overtaken">
                    <p>{status::OVERTAKEN_HELP}</p>
                    <div class="row">
                        <button type="button" class="button button-small" data-action="take-theirs" on:click=move |_| app.take_theirs()>{status::TAKE_THEIRS}</button>
                        <button type="button" class="button button-small" data-action="keep-mine" on:click=move |_| app.keep_mine()>{status::KEEP_MINE}</button>
                    </div>
                </div>
            }
            .into_any(),
        }}
        {move || app.discoveries.with(|all| (!all.is_empty()).then(|| view! {
            <div class="notice notice-warn no-print" role="alert" data-discoveries=all.len()>
                <ul>{all.iter().map(|discovery| view! { <li>{said(discovery)}</li> }).collect_view()}</ul>
                <div><button type="button" class="button button-small" on:click=move |_| app.discoveries.set(Vec::new())>{words::DISMISS}</button></div>
            </div>
        }))}
        {move || app.adoption.get().map(|adoption| view! {
            <div class="notice notice-warn no-print" role="alert" data-adoption="true">
                <p>{words::adopted(&adoption.to_confirm, &adoption.gone)}</p>
                <div><button type="button" class="button button-small" on:click=move |_| app.adoption.set(None)>{words::DISMISS}</button></div>
            </div>
        })}
        {move || app.undo.get().map(|undo| {
            let take_back = undo.take_back.clone();
            view! {
                <div class="notice notice-info no-print" role="status">
                    <div class="row row-between">
                        <span>{undo.said}</span>
                        <span class="row">
                            <button type="button" class="button button-small" data-action="undo" on:click=move |_| { take_back(); app.undo.set(None); }>{words::UNDO}</button>
                            <button type="button" class="button button-small button-link" on:click=move |_| app.undo.set(None)>{words::DISMISS}</button>
                        </span>
                    </div>
                </div>
            }
        })}
    }
    .into_any()
}
