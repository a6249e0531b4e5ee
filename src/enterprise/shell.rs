//! The frame around every page of the enterprise app: top line, navigation, messages, the page itself.

use leptos::prelude::*;

use super::code_split::pending::{self, part_of};
use super::page_title::title;
use super::welcome::Welcome;
use crate::enterprise::app::App;
use crate::enterprise::code_split::{Fetched, ProgramPart, ProgramParts};
use crate::enterprise::route::Route;
use crate::platform::document::Focused;
use crate::platform::{document, location, task, timer};
use crate::store::tabs::WriterRole;
use crate::ui::icon;
use crate::ui::status_bar::StatusBar;
use crate::words::{common, home as words, settings};

/// The whole app.
#[component]
pub(crate) fn Shell(
    /// What is open.
    app: App,
    /// What is fetched of the program.
    parts: ProgramParts,
) -> impl IntoView {
    provide_context(app);
    provide_context(parts);
    app.follow_role();
    location::on_hash_change(move |hash| {
        if let Some(route) = Route::parse(&hash) {
            app.store.flush();
            app.route.set(route);
        }
    })
    .forever();
    let menu = RwSignal::new(false);
    // Right after the first page, so that a tab keeps working when the network goes, also where there is no service
    // worker.
    task::spawn(async move {
        timer::pause(0).await;
        parts.fetch_all().await;
    });
    // One page is built per page and month; going to a place on the same page only moves the focus.
    let shown = Memo::new(move |_| app.route.with(Route::without_place));
    let stands = Memo::new(move |_| {
        let part = shown.with(|route| part_of(route, app.session.with(Option::is_some)));
        !parts.opening.get() && part.is_none_or(|part| parts.state(part) == Fetched::Ready)
    });
    Effect::new(move |_| {
        let route = app.route.get();
        app.session.track();
        menu.set(false);
        document::set_title(&format!("{} · {}", title(app, &route), common::APP));
        if stands.get() {
            document::set_mark("ready", "true");
            // Back on the report, the eye looks for where it was.
            let top = if route == Route::Report { app.report_at.get_value() } else { 0.0 };
            reveal(route.place().map(str::to_owned), top);
        }
    });
    let large = Memo::new(move |_| app.settings.value.with(|settings| settings.large_type));
    Effect::new(
        move |_| if large.get() { document::set_mark("large", "true") } else { document::remove_mark("large") },
    );
    view! {
        <div class="shell">
            <Top app=app parts=parts />
            <Navigation app=app open=menu />
            <main id="main" data-page=move || stands.get().then(|| app.route.with(Route::page)) tabindex="-1">
                {move || pending::messages(app)}
                {move || page(app, parts, &shown.get())}
            </main>
        </div>
    }
    .into_any()
}

/// The page of a route.
///
/// Without an enterprise every page is the home page, which says how to begin; only the settings can be reached as
/// well, to restore a backup into an empty browser.
fn page(app: App, parts: ProgramParts, route: &Route) -> AnyView {
    if parts.opening.get() || parts.has_refused() {
        let failed = parts.state(ProgramPart::Filling) == Fetched::Failed;
        return if failed { pending::failed(app, ProgramPart::Filling) } else { pending::fetching() };
    }
    let session = app.session.get();
    match part_of(route, session.is_some()) {
        Some(part) if *route == Route::Home => writing(app, pending::page(app, part, session, route)),
        Some(part) => pending::page(app, part, session, route),
        None => writing(app, view! { <Welcome /> }.into_any()),
    }
}

/// Enterprises and months are begun and chosen only where it can be written down.
fn writing(app: App, page: AnyView) -> AnyView {
    view! {
        <fieldset role="presentation" disabled=move || app.store.role.get() != WriterRole::Writer>
            {page}
        </fieldset>
    }
    .into_any()
}

/// Moves the focus to the place on the page once the page stands.
///
/// Without a place to its heading, with the page scrolled to `top`.
fn reveal(place: Option<String>, top: f64) {
    task::spawn(async move {
        timer::pause(0).await;
        if let Some(id) = &place {
            document::unfold(id);
        }
        match place {
            Some(id)
                if document::focus(&format!("[id=\"{id}\"] :is(input, textarea, select, button, summary)"))
                    == Focused::Yes => {}
            Some(id) if document::focus_id(&id) == Focused::Yes => {}
            _ => {
                document::focus_heading();
                document::scroll_to(top);
            }
        }
    });
}

#[component]
fn Top(app: App, parts: ProgramParts) -> impl IntoView {
    let place = move || {
        app.session.get().map(|session| {
            let name = session.enterprise.with(|enterprise| enterprise.name.trim().to_owned());
            let name = if name.is_empty() { words::UNNAMED.to_owned() } else { name };
            view! {
                <strong>{name}</strong>
                " "
                {common::period(session.period)}
            }
        })
    };
    let demo = move || app.session.get().is_some_and(|session| session.demo);
    let export_fault = RwSignal::new(None::<String>);
    let export = Callback::new(move |()| {
        task::spawn(async move {
            export_fault.set(match (parts.split.export)(app).await {
                Some(saved) => saved.err().map(|fault| crate::words::settings::file_fault(&fault)),
                None => Some(words::FETCH_FAILED.into()),
            });
        });
    });
    let flush = Callback::new(move |()| app.store.flush());
    view! {
        <header class="top">
            <div class="top-row">
                <a class="brand" href=Route::Home.href()>
                    {icon::brand()}
                    {common::APP}
                </a>
                <span class="top-where">{place}</span>
                <StatusBar save=app.store.save on_export=export on_update=flush />
            </div>
            <div aria-live="assertive">
                {move || {
                    export_fault
                        .get()
                        .map(|said| {
                            view! {
                                <p class="error">{said} " " <a href=Route::Settings.href()>{settings::TITLE}</a></p>
                            }
                        })
                }}
            </div>
            {move || {
                demo()
                    .then(|| {
                        view! {
                            <div class="demo-band" data-demo="true">
                                {common::DEMO_NOTE}
                            </div>
                        }
                    })
            }}
        </header>
    }
    .into_any()
}

#[component]
fn Navigation(app: App, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <nav class="nav no-print" aria-label=words::NAVIGATION data-open=move || open.get().then_some("true")>
            <button
                type="button"
                class="nav-toggle"
                aria-expanded=move || open.get().to_string()
                aria-controls="nav-list"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span>{words::MENU} {move || app.route.with(|route| title(app, route))}</span>
                <span aria-hidden="true">{move || if open.get() { "▴" } else { "▾" }}</span>
            </button>
            <div class="nav-sticky" id="nav-list">
                {move || match app.session.get() {
                    Some(session) => pending::links(app, session),
                    None => {
                        [(Route::Home, words::TITLE), (Route::Settings, settings::TITLE)]
                            .map(|(route, said)| {
                                let href = route.href();
                                let current = move || app.route.with(|now| *now == route).then_some("page");
                                view! {
                                    <a href=href aria-current=current>
                                        {said}
                                    </a>
                                }
                                    .into_any()
                            })
                            .into_iter()
                            .collect_view()
                            .into_any()
                    }
                }}
            </div>
        </nav>
    }
    .into_any()
}
