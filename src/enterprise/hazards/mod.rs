//! The hazard ledger: the list, and one hazard with its way through the eight stages.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `belonging` | where a hazard comes from and what it belongs to: source, check item, high-risk area |
//! | `decision` | steps that need a reason: refusing an acceptance, opening a closed hazard again |
//! | `detail` | one hazard: where it stands, what is asked for now, what was written before |
//! | `earlier` | the stages a hazard has left: to look at, and to correct with a reason |
//! | `entry` | one hazard of the open month: reading, changing and judging it by its number |
//! | `filters` | the choice of hazards that are listed |
//! | `history` | what happened to a hazard, day by day, and whether it was there before |
//! | `input` | one field of a hazard with the control that suits it and the presses that save typing |
//! | `ledger` | the list of hazards with its summary and filters |
//! | `major` | what only a major hazard has: fulfilments, interim measures, double report, supervision, papers |
//! | `obstacles` | what keeps a hazard in its stage, each obstacle leading to its field |
//! | `on_the_spot` | a hazard that was put right as soon as it was found: one form, one acceptance by somebody else |
//! | `photo_file` | the photographs of the month's ledger as one file beside the report |
//! | `photos` | the photographs of a hazard, before and after |
//! | `sheet` | the ledger out to a spreadsheet, and a ledger kept in one in |
//! | `stage` | the stage a hazard stands in: its fields, what is missing, and the step to the next one |

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
mod obstacles;
mod on_the_spot;
mod photo_file;
mod photos;
mod sheet;
mod stage;

use anziping_core::hazard::Selection;
use leptos::prelude::*;

use self::detail::HazardDetail;
use self::entry::HazardEntry;
use self::ledger::LedgerPage;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;

/// The page of the ledger, with one hazard of it open or none.
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
            Some(id) => view! { <HazardDetail app=app entry=HazardEntry::new(session, id) /> }.into_any(),
            None => view! { <LedgerPage app=app session=session selection=selection /> }.into_any(),
        }}
    }
    .into_any()
}
