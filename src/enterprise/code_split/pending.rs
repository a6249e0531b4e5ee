//! Shows the pages that lie in parts of the program, and what stands there until they are fetched.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::code_split::{Fetched, ProgramPart, ProgramParts, at_once};
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::field::Notice;
use crate::words::home as words;

/// The part the page of a route lies in; `None` for the first page, as long as no month is open.
pub(crate) fn part_of(route: &Route, month: bool) -> Option<ProgramPart> {
    match route {
        Route::Settings | Route::CheckLists | Route::Basis => Some(ProgramPart::Closing),
        _ if !month => None,
        Route::Home
        | Route::Enterprise(_)
        | Route::Element(..)
        | Route::Area(..)
        | Route::Hazards(_)
        | Route::Screening(_)
        | Route::Month(_) => Some(ProgramPart::Filling),
        Route::People(_)
        | Route::Risks(_)
        | Route::Documents(_)
        | Route::Drills(_)
        | Route::Expenses(_)
        | Route::Permits(_)
        | Route::Ledgers(_)
        | Route::Report
        | Route::Seal
        | Route::Paper(_)
        | Route::Trends
        | Route::Calendar
        | Route::History => Some(ProgramPart::Closing),
    }
}

/// The page of a route, or what keeps it from being shown.
///
/// All pages but the settings and the check lists need an open month.
pub(crate) fn page(app: App, part: ProgramPart, session: Option<Session>, route: &Route) -> AnyView {
    let parts = ProgramParts::get();
    match parts.state(part) {
        Fetched::Underway => fetching(),
        Fetched::Failed => failed(app, part),
        Fetched::Ready => {
            at_once((parts.split.page)(part, session, route.clone())).unwrap_or_else(|| failed(app, part))
        }
    }
}

/// Shown while a part is on its way.
pub(crate) fn fetching() -> AnyView {
    view! {
        <p class="page" role="status">
            {words::FETCHING}
        </p>
    }
    .into_any()
}

/// The links to all pages of an open month. A month is open only once its part is there.
pub(crate) fn links(app: App, session: Session) -> AnyView {
    at_once((ProgramParts::get().split.links)(app, session)).unwrap_or_else(fetching)
}

/// Shown when a part could not be fetched.
pub(crate) fn failed(app: App, part: ProgramPart) -> AnyView {
    let parts = ProgramParts::get();
    view! {
        <div class="page">
            <Notice kind="bad">
                <p>{words::FETCH_FAILED}</p>
                <div>
                    <button
                        type="button"
                        class="button"
                        data-action="fetch-again"
                        on:click=move |_| parts.fetch_again(app, part)
                    >
                        {words::FETCH_AGAIN}
                    </button>
                </div>
            </Notice>
        </div>
    }
    .into_any()
}

/// The messages above every page, as soon as their part is there.
///
/// A browser without a month has nothing to say before.
pub(crate) fn messages(app: App) -> Option<AnyView> {
    let parts = ProgramParts::get();
    if parts.state(ProgramPart::Filling) == Fetched::Ready { at_once((parts.split.messages)(app)) } else { None }
}
