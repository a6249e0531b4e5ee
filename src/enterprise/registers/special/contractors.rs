//! The ledger of contractors and tenants.

use anziping_core::catalog::ComputedFrom;
use anziping_core::register::{Contractor, ContractorColumn, RegisterColumn, SpecialLedger};
use leptos::prelude::*;

use super::{behind, day_tags, reason, tag};
use crate::enterprise::app::App;
use crate::enterprise::registers::form::EntryForm;
use crate::enterprise::registers::list::{List, list};
use crate::enterprise::registers::sheet::sheets;
use crate::enterprise::registers::{counts, labelled};
use crate::enterprise::session::Session;
use crate::words::register::{NO_ENTRY_NAME, special as words};

const LEDGER: SpecialLedger = SpecialLedger::Contractors;

pub(super) fn ledger(app: App, session: Session) -> AnyView {
    view! {
        {list(
            app,
            session,
            List::<Contractor> {
                kind: LEDGER.row().id,
                heading: "entries",
                title: LEDGER.row().name,
                none: words::none(LEDGER),
                add: words::add(LEDGER),
                named: |contractor: &Contractor| contractor.name.clone(),
                unnamed: NO_ENTRY_NAME,
                above: |session| reason(session, LEDGER),
                tags,
                form,
            },
        )}
        {counts(session, labelled(session, Some(ComputedFrom::Contractors), None))}
        {sheets::<Contractor>(app, session, LEDGER.row().id, words::sheet(LEDGER), None)}
    }
    .into_any()
}

fn tags(_: Session, contractor: &Contractor) -> AnyView {
    let work = contractor.work.clone();
    if contractor.left_on.is_some() {
        return behind(work, tag("", words::LEFT));
    }
    let not_qualified = (!contractor.qualified).then(|| tag("bad", words::NOT_QUALIFIED));
    let no_agreement = contractor.agreed_on.is_none().then(|| tag("warn", words::NO_AGREEMENT));
    behind(work, (not_qualified, no_agreement, day_tags(contractor.days())))
}

/// The columns of the form; the box stands below them.
const FIELDS: &[ContractorColumn] = &[
    ContractorColumn::Name,
    ContractorColumn::Work,
    ContractorColumn::Lead,
    ContractorColumn::Licence,
    ContractorColumn::ValidUntil,
    ContractorColumn::AgreedOn,
    ContractorColumn::AgreementUntil,
    ContractorColumn::BriefedOn,
    ContractorColumn::People,
    ContractorColumn::CheckedOn,
    ContractorColumn::Owner,
    ContractorColumn::LeftOn,
];
// A column without a field does not compile; the number has none.
const _: () = assert!(FIELDS.len() + 2 == ContractorColumn::ALL.len());

fn form(entry: EntryForm<Contractor>) -> AnyView {
    view! {
        <div class="check-list">{entry.field(ContractorColumn::Qualified)}</div>
        <div class="pairs">{entry.fields(FIELDS)}</div>
    }
    .into_any()
}
