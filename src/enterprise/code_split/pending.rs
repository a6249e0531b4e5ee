//! Shows the pages that lie in parts of the program, and what stands there until they are fetched.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::code_split::part_page::PartPage;
use crate::enterprise::code_split::{Fetched, FramePiece, ProgramPart, ProgramParts, at_once};
use crate::enterprise::route::Route;
use crate::ui::field::Notice;
use crate::words::home as words;

/// A page of a part, or what keeps it from being shown.
pub(crate) fn page(parts: ProgramParts, page: PartPage, route: &Route) -> AnyView {
    let part = page.part();
    match parts.state(part) {
        Fetched::Ready => at_once((parts.split.page)(page, route.clone())).unwrap_or_else(|| failed(parts, part)),
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
