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
mod on_the_spot;
mod photo_file;
mod photos;
mod sheet;
mod stage;

use anziping_core::hazard::Selection;
use leptos::prelude::*;

use self::detail::HazardDetail;
use self::entry::Entry;
use self::ledger::LedgerPage;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;

/// The page.
///
/// The frame keeps it while the route moves between the list and a hazard, so the choice of rows outlives a look at
/// one of them.
#[component]
pub(crate) fn HazardsPage(
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
