//! The frame around every page of the enterprise app: top line, navigation, messages, the page itself.

use leptos::prelude::*;

use super::code_split::part_page::PartPage;
use super::code_split::pending;
use super::page_title::title;
use super::top;
use super::welcome::Welcome;
use crate::enterprise::code_split::{AppRequest, Fetched, FramePiece, ProgramPart, ProgramParts};
use crate::enterprise::route::Route;
use crate::platform::dom::Focused;
use crate::platform::{dom, location, task, timer};
use crate::store::tabs::WriterRole;
use crate::words::{common, home as words, settings};

/// The whole app.
#[component]
pub(crate) fn Shell(
    /// The parts of the program.
    parts: ProgramParts,
) -> impl IntoView {
    provide_context(parts);
    location::on_hash_change(move |hash| {
        if let Some(route) = Route::parse(&hash) {
            if parts.app.with_untracked(Option::is_some) {
                parts.ask(AppRequest::Flush);
            }
            parts.route.set(route);
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
    let shown = Memo::new(move |_| parts.route.with(Route::without_place));
    let stands = Memo::new(move |_| {
        let page = shown.with(|route| PartPage::of(route, parts.session.get()));
        !parts.waits.get() && page.is_none_or(|page| parts.state(page.part()) == Fetched::Ready)
    });
    Effect::new(move |_| {
        let route = parts.route.get();
        parts.session.track();
        menu.set(false);
        dom::set_title(&format!("{} · {}", title(parts.session, &route), common::APP));
        if stands.get() {
            dom::set_mark("ready", "true");
            // Back on the report, the eye looks for where it was.
            let app = parts.app.get_untracked().filter(|_| route == Route::Report);
            reveal(route.place().map(str::to_owned), app.map_or(0.0, |app| app.report_at.get_value()));
        }
    });
    view! {
        <div class="shell">
            <header class="top">{move || top_line(parts)}</header>
            <Navigation parts=parts open=menu />
            <main id="main" data-page=move || stands.get().then(|| parts.route.with(Route::page)) tabindex="-1">
                {move || parts.app.get().map(|app| pending::piece(parts, app, FramePiece::Messages))}
                {move || page(parts, &shown.get())}
            </main>
        </div>
    }
    .into_any()
}

/// The top line; before the records are open there is nothing to say of them but that they are coming.
fn top_line(parts: ProgramParts) -> AnyView {
    match parts.app.get() {
        Some(app) => pending::piece(parts, app, FramePiece::Top),
        None => top::before_records(move || parts.state(ProgramPart::Filling) == Fetched::Underway),
    }
}

/// The page of a route.
///
/// Without an enterprise every page is the home page, which says how to begin; only the settings can be reached as
/// well, to restore a backup into an empty browser.
fn page(parts: ProgramParts, route: &Route) -> AnyView {
    if parts.waits.get() {
        return pending::awaited(parts, ProgramPart::Filling);
    }
    match PartPage::of(route, parts.session.get()) {
        Some(page) if *route == Route::Home => writing(parts, pending::page(parts, page, route)),
        Some(page) => pending::page(parts, page, route),
        None => writing(parts, view! { <Welcome /> }.into_any()),
    }
}

/// Enterprises and months are begun and chosen only where it can be written down.
fn writing(parts: ProgramParts, page: AnyView) -> AnyView {
    let elsewhere = move || parts.app.get().is_some_and(|app| app.store.role.get() != WriterRole::Writer);
    view! {
        <fieldset role="presentation" disabled=elsewhere>
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
            dom::unfold(id);
        }
        match place {
            Some(id)
                if dom::focus(&format!("[id=\"{id}\"] :is(input, textarea, select, button, summary)"))
                    == Focused::Yes => {}
            Some(id) if dom::focus_id(&id) == Focused::Yes => {}
            _ => {
                dom::focus_heading();
                dom::scroll_to(top);
            }
        }
    });
}

#[component]
fn Navigation(parts: ProgramParts, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <nav class="nav no-print" aria-label=words::NAVIGATION data-open=move || open.get().then_some("true")>
            <button
                type="button"
                class="nav-toggle"
                aria-expanded=move || open.get().to_string()
                aria-controls="nav-list"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span>{words::MENU} {move || parts.route.with(|route| title(parts.session, route))}</span>
                <span aria-hidden="true">{move || if open.get() { "▴" } else { "▾" }}</span>
            </button>
            <div class="nav-sticky" id="nav-list">
                {move || match parts.session.with(Option::is_some).then(|| parts.app.get()).flatten() {
                    Some(app) => pending::piece(parts, app, FramePiece::Links),
                    None => {
                        [(Route::Home, words::TITLE), (Route::Settings, settings::TITLE)]
                            .map(|(route, said)| {
                                let href = route.href();
                                let current = move || parts.route.with(|now| *now == route).then_some("page");
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
