//! The links to all pages of an open month, with how far each is filled in.

use anziping_core::catalog::Area;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::paper_name;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::enterprise::way;
use crate::words::{history, home as words, report, seal, settings};

/// The links of the navigation, for the month on the screen; none without one.
pub fn links(app: App) -> AnyView {
    app.session.get_untracked().map(|session| links_of(app, session)).into_any()
}

/// Links in the order in which a month is filled in.
fn links_of(app: App, session: Session) -> AnyView {
    let elements = session
        .catalogue
        .elements
        .iter()
        .filter_map(|element| {
            let score = session.element(element.number)?;
            // 待核实 is an answer, although it earns nothing.
            let count = Signal::derive(move || {
                score
                    .with(|score| (score.applicable.saturating_sub(score.unanswered + score.carried), score.applicable))
            });
            Some(link(
                app,
                Route::Element(element.number, None),
                crate::words::element::title(element.number, &element.name),
                Some(count),
            ))
        })
        .collect_view();
    let areas = move || {
        let areas = session
            .catalogue
            .areas
            .iter()
            .filter(|area| session.profile.with(|profile| profile.facts.contains(&area.fact)));
        let links = areas
            .map(|area| {
                link(app, Route::Area(area.id.clone(), None), area.name.clone(), Some(area_count(session, area)))
            })
            .collect_view();
        view! {
            <h2>{words::NAV_AREAS}</h2>
            {links}
        }
    };
    let screened = Memo::new(move |_| session.tally());
    let screened = Signal::derive(move || screened.with(|tally| (tally.checked, tally.applicable)));
    let open_hazards = Signal::derive(move || {
        session.hazards.with(|hazards| {
            (0, u32::try_from(hazards.iter().filter(|hazard| hazard.is_open()).count()).unwrap_or(u32::MAX))
        })
    });
    view! {
        {link(app, Route::Home, words::TITLE.into(), None)}
        <h2>{words::NAV_START}</h2>
        {link(app, Route::Enterprise(None), crate::words::enterprise::TITLE.into(), None)}
        <h2>{crate::words::element::ELEMENTS}</h2>
        {elements}
        {areas}
        <h2>{words::NAV_FINISH}</h2>
        {link(app, Route::Screening(None), crate::words::screening::TITLE.into(), Some(screened))}
        {hazard_link(app, open_hazards)}
        {link(app, Route::Month(None), crate::words::month::TITLE.into(), None)}
        {link(app, Route::Report, report::TITLE.into(), None)}
        {link(app, Route::Seal, seal::TITLE.into(), None)}
        <h2>{words::NAV_MORE}</h2>
        {link(app, Route::History, history::TITLE.into(), None)}
        {link(app, Route::Trends, crate::words::trends::TITLE.into(), None)}
        {paper_link(app)}
        {box_link(app)}
        {link(app, Route::People(None), crate::words::register::PEOPLE.into(), None)}
        {link(app, Route::Risks(None), crate::words::register::RISKS.into(), None)}
        {link(app, Route::Documents(None), crate::words::register::document::TITLE.into(), None)}
        {link(app, Route::Drills(None), crate::words::register::drill::TITLE.into(), None)}
        {link(app, Route::Expenses(None), crate::words::register::expense::TITLE.into(), None)}
        {link(app, Route::Permits(None), crate::words::register::permit::TITLE.into(), None)}
        {link(app, Route::Ledgers(None), crate::words::register::special::TITLE.into(), None)}
        {link(app, Route::Calendar, crate::words::calendar::TITLE.into(), None)}
        {link(app, Route::CheckLists, crate::words::check_list::TITLE.into(), None)}
        {link(app, Route::Basis, crate::words::basis::TITLE.into(), None)}
        {link(app, Route::Settings, settings::TITLE.into(), None)}
    }
    .into_any()
}

/// Questions of the area that are answered and confirmed, of those that are asked.
fn area_count(session: Session, area: &'static Area) -> Signal<(u32, u32)> {
    let progress = Memo::new(move |_| way::progress_of_area(session, area));
    Signal::derive(move || progress.with(|progress| (progress.done, progress.all)))
}

fn link(app: App, route: Route, said: String, count: Option<Signal<(u32, u32)>>) -> AnyView {
    let href = route.href();
    let current = move || app.route.with(|now| now.without_place() == route).then_some("page");
    let count = count.map(|count| {
        let done = move || count.with(|(done, all)| done == all && *all > 0);
        view! {
            <span class="nav-count" class:nav-done=done>
                {move || {
                    let (settled, all) = count.get();
                    format!("{settled}/{all}")
                }}
            </span>
        }
    });
    view! {
        <a href=href aria-current=current>
            <span>{said}</span>
            {count}
        </a>
    }
    .into_any()
}

/// Marked whichever form is shown.
fn paper_link(app: App) -> AnyView {
    let current =
        move || app.route.with(|now| matches!(now, Route::Paper(form) if form != paper_name::BOX)).then_some("page");
    view! {
        <a href=Route::Paper(String::new()).href() aria-current=current>
            <span>{crate::words::paper::TITLE}</span>
        </a>
    }
    .into_any()
}

fn box_link(app: App) -> AnyView {
    let route = Route::Paper(paper_name::BOX.to_owned());
    let href = route.href();
    view! {
        <a href=href aria-current=move || app.route.with(|now| *now == route).then_some("page")>
            <span>{crate::words::cupboard::TITLE}</span>
        </a>
    }
    .into_any()
}

fn hazard_link(app: App, open: Signal<(u32, u32)>) -> AnyView {
    let current = move || app.route.with(|now| matches!(now, Route::Hazards(_))).then_some("page");
    view! {
        <a href=Route::Hazards(None).href() aria-current=current>
            <span>{crate::words::hazard::TITLE}</span>
            <span class="nav-count">
                {move || match open.get().1 {
                    0 => String::new(),
                    open => words::open_hazards(open),
                }}
            </span>
        </a>
    }
    .into_any()
}
