//! The hazard ledger: the list, and one hazard with its way through the eight stages.

mod belonging;
mod decision;
mod detail;
mod earlier;
mod entry;
mod filters;
mod history;
mod input;
mod ledger;
mod major;
mod photo_file;
mod photos;
mod sheet;
mod stage;

use anziping_core::hazard::Selection;
use anziping_core::value::day::Day;
use anziping_core::value::period::Span;
use leptos::prelude::*;

use self::detail::HazardDetail;
use self::entry::Entry;
use self::ledger::LedgerPage;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::Notice;
use crate::words::hazard as words;

/// The page. The frame keeps it while the route moves between the list and a hazard, so the choice of rows outlives a look at one of them.
#[component]
pub fn HazardsPage(
    /// The month on the screen.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let selection = RwSignal::new(Selection::default());
    let shown = Memo::new(move |_| {
        let place = app.route.with(|route| route.place().map(str::to_owned))?;
        session.hazards.with(|hazards| hazards.iter().any(|hazard| hazard.id == place)).then_some(place)
    });
    view! {
        {move || match shown.get() {
            Some(id) => view! { <HazardDetail app=app entry=Entry::new(session, id) /> }.into_any(),
            None => view! { <LedgerPage app=app session=session selection=selection /> }.into_any(),
        }}
    }
    .into_any()
}

/// Says that a signed month cannot be changed. Other reasons, such as a second tab, are said by the frame.
#[component]
pub(super) fn SealedNote(app: App, session: Session) -> impl IntoView {
    let sealed = Memo::new(move |_| {
        session.read_only.get()
            && app.shelf.with(|shelf| {
                let months = shelf.enterprise(&session.id.get_value()).map(|enterprise| &enterprise.months);
                months.is_some_and(|months| {
                    months.iter().any(|month| month.period == session.period && month.is_sealed())
                })
            })
    });
    view! {
        {move || {
            sealed
                .get()
                .then(|| {
                    view! {
                        <Notice kind="info">
                            <p>{words::SEALED}</p>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}

/// Today, or the last day of the period once that has passed: a day after it would keep the month from being signed.
pub(super) fn today_within(span: Span) -> Day {
    clock::today().min(span.to)
}
