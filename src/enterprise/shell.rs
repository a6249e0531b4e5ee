//! The frame around every page of the enterprise app: top line, navigation, messages, the page itself.

use anziping_core::draft::Adoption;
use leptos::prelude::*;

use super::parts::{self, part_of};
use super::welcome::Welcome;
use crate::platform::document::Focused;
use crate::platform::{document, location, task, timer};
use crate::route::Route;
use crate::state::App;
use crate::state::cut::{Fetched, Part, Step};
use crate::state::tabs::Standing;
use crate::state::vault::Discovery;
use crate::text::{self, home as words, status};
use crate::ui::icon;
use crate::ui::status_bar::StatusBar;

/// The whole app.
#[component]
pub fn Shell(
    /// What is open.
    app: App,
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
    // Right after the first page, so that a tab keeps working when the network goes, also where there is no service worker.
    task::spawn(async move {
        timer::pause(0).await;
        app.fetch_parts().await;
    });
    // One page is built per page and month; going to a place on the same page only moves the focus.
    let shown = Memo::new(move |_| app.route.with(Route::without_place));
    let stands = Memo::new(move |_| {
        let part = shown.with(|route| part_of(route, app.session.with(Option::is_some)));
        !app.opening.get() && part.is_none_or(|part| app.parts.state(part) == Fetched::Stands)
    });
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
                {move || page(app, &shown.get())}
            </main>
        </div>
    }
    .into_any()
}

/// The page of a route. Without an enterprise every page is the home page, which says how to begin; only the settings can be reached
/// as well, to restore a backup into an empty browser.
fn page(app: App, route: &Route) -> AnyView {
    if app.opening.get() || app.parts.has_refused() {
        let failed = app.parts.state(Part::Filling) == Fetched::Failed;
        return if failed { parts::failed(app, Part::Filling) } else { parts::fetching() };
    }
    let session = app.session.get();
    match part_of(route, session.is_some()) {
        Some(part) if *route == Route::Home => writing(app, parts::page(app, part, session, route)),
        Some(part) => parts::page(app, part, session, route),
        None => writing(app, view! { <Welcome/> }.into_any()),
    }
}

/// Enterprises and months are begun and chosen only where it can be written down.
fn writing(app: App, page: AnyView) -> AnyView {
    view! { <fieldset role="presentation" disabled=move || app.standing.get() != Standing::Writer>{page}</fieldset> }.into_any()
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
        Route::Screening(_) => text::screening::TITLE.into(),
        Route::Month(_) => text::month::TITLE.into(),
        Route::Report => words::REPORT.into(),
        Route::Seal => words::SEAL.into(),
        Route::History => words::HISTORY.into(),
        Route::Paper(_) => text::paper::TITLE.into(),
        Route::Trends => text::trends::TITLE.into(),
        Route::Calendar => text::calendar::TITLE.into(),
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
    let export = Callback::new(move |()| {
        task::spawn(async move {
            export_fault.set(match (app.cut.export)(app).await {
                Some(saved) => saved.err().map(|fault| text::settings::file_fault(&fault)),
                None => Some(words::FETCH_FAILED.into()),
            });
        });
    });
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
                    Some(session) => parts::links(app, session),
                    None => [(Route::Home, words::TITLE), (Route::Settings, words::SETTINGS)]
                        .map(|(route, said)| {
                            let href = route.href();
                            let current = move || app.route.with(|now| *now == route).then_some("page");
                            view! { <a href=href aria-current=current>{said}</a> }.into_any()
                        })
                        .into_iter()
                        .collect_view()
                        .into_any(),
                }}
            </div>
        </nav>
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
        Discovery::Rewritten(count) => words::discovery_rewritten(*count),
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
                        <button type="button" class="button button-small" data-action="take-theirs" on:click=move |_| app.take(Step::TakeTheirs)>{status::TAKE_THEIRS}</button>
                        <button type="button" class="button button-small" data-action="keep-mine" on:click=move |_| app.take(Step::KeepMine)>{status::KEEP_MINE}</button>
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
                {adopted(app, &adoption)}
                <div><button type="button" class="button button-small" on:click=move |_| app.adoption.set(None)>{words::DISMISS}</button></div>
            </div>
        })}
        {move || app.undo.get().filter(|_| app.standing.get() == Standing::Writer).map(|undo| {
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

/// What another edition of the check list did to the month, item by item.
fn adopted(app: App, adoption: &Adoption) -> AnyView {
    let question = |id: &String| {
        let item = app.catalogue.item(id).map(|item| item.question.clone());
        let said = item.or_else(|| app.catalogue.points().find(|point| point.id == *id).map(|point| point.text.clone()));
        view! { <li data-adopted=id.clone()><span class="item-id">{id.clone()}</span> " " {said.unwrap_or_default()}</li> }
    };
    let list = |heading: String, ids: &[String]| {
        (!ids.is_empty()).then(|| {
            view! {
                <details><summary>{heading}</summary><ul class="bullets">{ids.iter().map(question).collect_view()}</ul></details>
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
