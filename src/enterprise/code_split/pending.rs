//! The pages that lie in parts of the program, and what is shown until they are there.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::code_split::{Fetched, Part, at_once};
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::field::Notice;
use crate::words::home as words;

/// The part the page of a route lies in; `None` for the first page, as long as no month is open.
pub fn part_of(route: &Route, month: bool) -> Option<Part> {
    match route {
        Route::Settings | Route::CheckLists => Some(Part::Closing),
        _ if !month => None,
        Route::Home
        | Route::Enterprise(_)
        | Route::Element(..)
        | Route::Area(..)
        | Route::Hazards(_)
        | Route::Screening(_)
        | Route::Month(_) => Some(Part::Filling),
        Route::People(_)
        | Route::Risks(_)
        | Route::Documents(_)
        | Route::Drills(_)
        | Route::Expenses(_)
        | Route::Report
        | Route::Seal
        | Route::Paper(_)
        | Route::Trends
        | Route::Calendar
        | Route::History => Some(Part::Closing),
    }
}

/// The page of a route, or what keeps it from being shown. All pages but the settings need an open month.
pub fn page(app: App, part: Part, session: Option<Session>, route: &Route) -> AnyView {
    match app.parts.state(part) {
        Fetched::Under => fetching(),
        Fetched::Failed => failed(app, part),
        Fetched::Stands => at_once((app.cut.page)(part, session, route.clone())).unwrap_or_else(|| failed(app, part)),
    }
}

/// Shown while a part is on its way.
pub fn fetching() -> AnyView {
    view! {
        <p class="page" role="status">
            {words::FETCHING}
        </p>
    }
    .into_any()
}

/// The links to all pages of an open month. A month is open only once its part is there.
pub fn links(app: App, session: Session) -> AnyView {
    at_once((app.cut.links)(app, session)).unwrap_or_else(fetching)
}

/// Shown when a part could not be fetched.
pub fn failed(app: App, part: Part) -> AnyView {
    view! {
        <div class="page">
            <Notice kind="bad">
                <p>{words::FETCH_FAILED}</p>
                <div>
                    <button
                        type="button"
                        class="button"
                        data-action="fetch-again"
                        on:click=move |_| app.fetch_again(part)
                    >
                        {words::FETCH_AGAIN}
                    </button>
                </div>
            </Notice>
        </div>
    }
    .into_any()
}

/// What is said above every page, as soon as its part is there. A browser without a month has nothing to say before.
pub fn messages(app: App) -> Option<AnyView> {
    if app.parts.state(Part::Filling) == Fetched::Stands { at_once((app.cut.messages)(app)) } else { None }
}
