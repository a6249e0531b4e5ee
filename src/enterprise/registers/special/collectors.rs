//! The ledger of dust collectors.

use anziping_core::register::{CollectorColumn, DustCollector, Entry, RegisterColumn, SpecialLedger};
use leptos::prelude::*;

use super::{behind, day_tags, reason};
use crate::enterprise::app::App;
use crate::enterprise::registers::list::{List, list};
use crate::enterprise::registers::sheet::sheets;
use crate::enterprise::session::Session;
use crate::words::register::{NO_ENTRY_NAME, special as words};

const LEDGER: SpecialLedger = SpecialLedger::Collectors;

pub(super) fn ledger(app: App, session: Session) -> AnyView {
    view! {
        {list(
            app,
            session,
            List::<DustCollector> {
                kind: LEDGER.row().id,
                heading: "entries",
                title: LEDGER.row().name,
                none: words::none(LEDGER),
                add: words::add(LEDGER),
                named: |collector: &DustCollector| collector.name.clone(),
                unnamed: NO_ENTRY_NAME,
                above: |session| reason(session, LEDGER),
                tags: |_: Session, collector: &DustCollector| {
                    let kind = collector.word(CollectorColumn::Kind);
                    behind(format!("{kind} {}", collector.dust), day_tags(collector.day().into_iter().collect()))
                },
                form: |entry| view! { <div class="pairs">{entry.fields(FIELDS)}</div> }.into_any(),
            },
        )}
        {sheets::<DustCollector>(app, session, LEDGER.row().id, words::sheet(LEDGER), None)}
    }
    .into_any()
}

/// The columns of the form.
const FIELDS: &[CollectorColumn] = &[
    CollectorColumn::Name,
    CollectorColumn::Place,
    CollectorColumn::Kind,
    CollectorColumn::Dust,
    CollectorColumn::Serves,
    CollectorColumn::Protection,
    CollectorColumn::Watched,
    CollectorColumn::Owner,
    CollectorColumn::CleanedOn,
    CollectorColumn::CleanedBy,
    CollectorColumn::NextOn,
];
// A column without a field does not compile; the number has none.
const _: () = assert!(FIELDS.len() + 1 == CollectorColumn::ALL.len());
