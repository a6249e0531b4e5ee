//! The ledger of special equipment.

use anziping_core::catalog::ComputedFrom;
use anziping_core::register::{EquipmentColumn, RegisterColumn, SpecialEquipment, SpecialLedger};
use leptos::prelude::*;

use super::{behind, day_tags, reason, tag};
use crate::enterprise::app::App;
use crate::enterprise::registers::form::EntryForm;
use crate::enterprise::registers::list::{List, list};
use crate::enterprise::registers::sheet::sheets;
use crate::enterprise::registers::{counts, labelled};
use crate::enterprise::session::Session;
use crate::words::register::{NO_ENTRY_NAME, special as words};

const LEDGER: SpecialLedger = SpecialLedger::Equipment;

pub(super) fn ledger(app: App, session: Session) -> AnyView {
    view! {
        {list(
            app,
            session,
            List::<SpecialEquipment> {
                kind: LEDGER.row().id,
                heading: "entries",
                title: LEDGER.row().name,
                none: words::none(LEDGER),
                add: words::add(LEDGER),
                named: |equipment: &SpecialEquipment| equipment.name.clone(),
                unnamed: NO_ENTRY_NAME,
                above: |session| reason(session, LEDGER),
                tags,
                form,
            },
        )}
        {counts(session, labelled(session, Some(ComputedFrom::Equipment), None))}
        {sheets::<SpecialEquipment>(app, session, LEDGER.row().id, words::sheet(LEDGER), None)}
    }
    .into_any()
}

fn tags(_: Session, equipment: &SpecialEquipment) -> AnyView {
    let place = equipment.place.clone();
    if equipment.stopped {
        return behind(place, tag("", words::STOPPED));
    }
    let no_day = equipment.next_on.is_none().then(|| tag("bad", words::NO_DAY));
    let requested = equipment.is_requested().then(|| tag("good", words::REQUESTED));
    behind(place, (no_day, day_tags(equipment.day().into_iter().collect()), requested))
}

/// The columns of the form; the box stands below them.
const FIELDS: &[EquipmentColumn] = &[
    EquipmentColumn::Name,
    EquipmentColumn::Kind,
    EquipmentColumn::Code,
    EquipmentColumn::Place,
    EquipmentColumn::Owner,
    EquipmentColumn::InspectedOn,
    EquipmentColumn::NextOn,
    EquipmentColumn::RequestedOn,
];
// A column without a field does not compile; the number has none.
const _: () = assert!(FIELDS.len() + 2 == EquipmentColumn::ALL.len());

fn form(entry: EntryForm<SpecialEquipment>) -> AnyView {
    view! {
        <div class="pairs">{entry.fields(FIELDS)}</div>
        <div class="check-list">{entry.field(EquipmentColumn::Stopped)}</div>
    }
    .into_any()
}
