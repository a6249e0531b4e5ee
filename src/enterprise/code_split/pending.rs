//! Shows the pages that lie in parts of the program, and what stands there until they are fetched.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::code_split::{Fetched, FramePiece, ProgramPart, ProgramParts, at_once};
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::field::Notice;
use crate::words::home as words;

/// The part the page of a route lies in; `None` for the first page, as long as no month is open.
pub(crate) fn part_of(route: &Route, month: bool) -> Option<ProgramPart> {
    match route {
        Route::Settings | Route::CheckLists | Route::Basis => Some(ProgramPart::Rest),
        _ if !month => None,
        Route::Home | Route::Enterprise(_) | Route::Element(..) => Some(ProgramPart::Filling),
        Route::Area(..)
        | Route::Hazards(_)
        | Route::Screening(_)
        | Route::Month(_)
        | Route::People(_)
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
        | Route::History => Some(ProgramPart::Rest),
    }
}

/// The page of a route, or what keeps it from being shown.
pub(crate) fn page(parts: ProgramParts, part: ProgramPart, session: Option<Session>, route: &Route) -> AnyView {
    match parts.state(part) {
        Fetched::Ready => {
            at_once((parts.split.page)(part, session, route.clone())).unwrap_or_else(|| failed(parts, part))
        }
        Fetched::Underway | Fetched::Failed => awaited(parts, part),
    }
}

/// A piece of the frame. There is an app only once the part is there.
pub(crate) fn piece(parts: ProgramParts, app: App, piece: FramePiece) -> AnyView {
    at_once((parts.split.frame)(app, piece)).unwrap_or_else(fetching)
}

/// Shown in place of what lies in a part that is not there.
pub(crate) fn awaited(parts: ProgramParts, part: ProgramPart) -> AnyView {
    if parts.state(part) == Fetched::Failed { failed(parts, part) } else { fetching() }
}

/// Shown while a part is on its way.
fn fetching() -> AnyView {
    view! {
        <p class="page" role="status">
            {words::FETCHING}
        </p>
    }
    .into_any()
}

/// Shown when a part could not be fetched.
fn failed(parts: ProgramParts, part: ProgramPart) -> AnyView {
    view! {
        <div class="page">
            <Notice kind="bad">
                <p>{words::FETCH_FAILED}</p>
                <div>
                    <button
                        type="button"
                        class="button"
                        data-action="fetch-again"
                        on:click=move |_| parts.fetch_again(part)
                    >
                        {words::FETCH_AGAIN}
                    </button>
                </div>
            </Notice>
        </div>
    }
    .into_any()
}
