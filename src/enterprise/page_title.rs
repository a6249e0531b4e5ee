//! The title of a page: of the browser's tab, in the menu, and on links that lead to it.

use anziping_core::catalog::Catalogue;
use leptos::prelude::{RwSignal, With};

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::{self, home};

/// The title of the page at `route`; empty while the check list that names it is not there.
pub(super) fn title(session: RwSignal<Option<Session>>, route: &Route) -> String {
    match route {
        Route::Home => home::TITLE.into(),
        Route::Enterprise(_) => words::enterprise::TITLE.into(),
        Route::Element(number, _) => catalogue(session)
            .and_then(|catalogue| catalogue.element(*number))
            .map_or_else(String::new, |element| words::element::title(*number, &element.name)),
        Route::Area(area, _) => catalogue(session)
            .and_then(|catalogue| catalogue.area(area))
            .map_or_else(String::new, |area| area.name.clone()),
        Route::Hazards(_) => words::hazard::TITLE.into(),
        Route::Screening(_) => words::screening::TITLE.into(),
        Route::Month(_) => words::month::TITLE.into(),
        Route::Report => words::report::TITLE.into(),
        Route::Seal => words::seal::TITLE.into(),
        Route::History => words::history::TITLE.into(),
        Route::Paper(_) => words::paper::TITLE.into(),
        Route::Trends => words::trends::TITLE.into(),
        Route::Calendar => words::calendar::TITLE.into(),
        Route::People(_) => words::register::PEOPLE.into(),
        Route::Risks(_) => words::register::RISKS.into(),
        Route::Documents(_) => words::register::document::TITLE.into(),
        Route::Drills(_) => words::register::drill::TITLE.into(),
        Route::Expenses(_) => words::register::expense::TITLE.into(),
        Route::Permits(_) => words::register::permit::TITLE.into(),
        Route::Ledgers(_) => words::register::special::TITLE.into(),
        Route::CheckLists => words::check_list::TITLE.into(),
        Route::Basis => words::basis::TITLE.into(),
        Route::Settings => words::settings::TITLE.into(),
    }
}

/// The check list of the month on the screen.
fn catalogue(session: RwSignal<Option<Session>>) -> Option<&'static Catalogue> {
    session.with(|session| session.as_ref().map(|session| session.catalogue))
}
