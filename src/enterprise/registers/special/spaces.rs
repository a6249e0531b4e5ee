//! The ledger of confined spaces.

use anziping_core::register::{ConfinedSpace, RegisterColumn, SpaceColumn, SpecialLedger};
use leptos::prelude::*;

use super::{behind, reason, tag};
use crate::enterprise::app::App;
use crate::enterprise::registers::form::EntryForm;
use crate::enterprise::registers::list::{List, list};
use crate::enterprise::registers::sheet::sheets;
use crate::enterprise::session::Session;
use crate::words::register::{NO_ENTRY_NAME, special as words};

const LEDGER: SpecialLedger = SpecialLedger::Spaces;

pub(super) fn ledger(app: App, session: Session) -> AnyView {
    view! {
        {list(
            app,
            session,
            List::<ConfinedSpace> {
                kind: LEDGER.row().id,
                heading: "entries",
                title: LEDGER.row().name,
                none: words::none(LEDGER),
                add: words::add(LEDGER),
                named: |space: &ConfinedSpace| space.name.clone(),
                unnamed: NO_ENTRY_NAME,
                above: |session| reason(session, LEDGER),
                tags: |_: Session, space: &ConfinedSpace| {
                    behind(space.place.clone(), (!space.posted).then(|| tag("warn", words::NOT_POSTED)))
                },
                form,
            },
        )}
        {sheets::<ConfinedSpace>(app, session, LEDGER.row().id, words::sheet(LEDGER), None)}
    }
    .into_any()
}

/// The columns of the form; the boxes stand below them.
const FIELDS: &[SpaceColumn] = &[
    SpaceColumn::Name,
    SpaceColumn::Place,
    SpaceColumn::Kind,
    SpaceColumn::Dangers,
    SpaceColumn::Gases,
    SpaceColumn::Measures,
    SpaceColumn::Owner,
    SpaceColumn::Catalogue,
    SpaceColumn::LookedUpOn,
];
const BOXES: &[SpaceColumn] = &[SpaceColumn::Posted, SpaceColumn::Barred];
// A column without a field does not compile; the number has none.
const _: () = assert!(FIELDS.len() + BOXES.len() + 1 == SpaceColumn::ALL.len());

fn form(entry: EntryForm<ConfinedSpace>) -> AnyView {
    view! {
        <div class="pairs">{entry.fields(FIELDS)}</div>
        <div class="check-list">{entry.fields(BOXES)}</div>
    }
    .into_any()
}
