//! The ledger out to a spreadsheet, and a ledger kept in one in.

mod preview;

use anziping_core::exchange::{guess, rows_of};
use anziping_tables::{BYTES, Done, Job, Sheet, Table};
use leptos::prelude::*;

use self::preview::Preview;
use crate::platform::files::{self, HowMany};
use crate::platform::task;
use crate::state::{App, Session, tables};
use crate::text::sheet as words;
use crate::ui::field::Notice;

/// A file that was read.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Loaded {
    name: String,
    table: Table,
}

/// What the last press led to.
#[derive(Clone, PartialEq, Eq)]
enum Outcome {
    Working,
    Done(String),
    Failed(String),
}

/// The card below the list.
#[component]
pub(super) fn Sheets(app: App, session: Session) -> impl IntoView {
    let loaded = RwSignal::new(None::<Loaded>);
    let outcome = RwSignal::new(None::<Outcome>);
    // After an await the page may be gone; then there is nobody to tell.
    let tell = move |said: Outcome| drop(outcome.try_set(Some(said)));
    let export = move |_| {
        let (rows, name) = (rows(session), words::file_name(&session.period.to_string()));
        outcome.set(Some(Outcome::Working));
        task::spawn(async move {
            tell(match tables::run(&Job::Write(vec![Sheet { name: words::SHEET.into(), rows, numbers: Vec::new() }]), None).await {
                Ok(Done::Written(file)) => match files::save(&name, words::XLSX, &file) {
                    Ok(()) => Outcome::Done(words::exported(&name)),
                    Err(fault) => Outcome::Failed(words::file_fault(&fault)),
                },
                Ok(Done::Read(_)) => Outcome::Failed(words::GARBLED.into()),
                Err(fault) => Outcome::Failed(words::fault(&fault)),
            });
        });
    };
    let import = move |_| {
        task::spawn(async move {
            let file = match files::pick(".xlsx,.csv,.txt,.xls", HowMany::One).await {
                Ok(mut picked) if !picked.is_empty() => picked.remove(0),
                Ok(_) => return,
                Err(fault) => return tell(Outcome::Failed(words::file_fault(&fault))),
            };
            tell(Outcome::Working);
            let bytes = match file.bytes(BYTES).await {
                Ok(bytes) => bytes,
                Err(fault) => return tell(Outcome::Failed(words::file_fault(&fault))),
            };
            match tables::run(&Job::Read, Some(bytes)).await {
                Ok(Done::Read(table)) => {
                    let rows: Vec<&[String]> = table.rows.iter().map(|row| row.cells.as_slice()).collect();
                    if guess(&rows).is_none() {
                        return tell(Outcome::Failed(words::NO_HEADINGS.into()));
                    }
                    drop((outcome.try_set(None), loaded.try_set(Some(Loaded { name: file.name(), table }))));
                }
                Ok(Done::Written(_)) => tell(Outcome::Failed(words::GARBLED.into())),
                Err(fault) => tell(Outcome::Failed(words::fault(&fault))),
            }
        });
    };
    let said = move || match outcome.get() {
        Some(Outcome::Working) => view! { <p>{words::WORKING}</p> }.into_any(),
        Some(Outcome::Done(said)) => view! { <p class="status-good">{said}</p> }.into_any(),
        Some(Outcome::Failed(said)) => view! { <Notice kind="bad"><p data-fault="sheet">{said}</p></Notice> }.into_any(),
        None => ().into_any(),
    };
    let on_done = Callback::new(move |said: String| {
        loaded.set(None);
        outcome.set(Some(Outcome::Done(said)));
    });
    view! {
        <section class="card no-print" aria-labelledby="sheets">
            <h2 id="sheets">{words::TITLE}</h2>
            <p class="hint">{words::HINT}</p>
            <div class="row">
                <button type="button" class="button" data-action="export-ledger" on:click=export>{words::EXPORT}</button>
                {move || (!session.read_only.get()).then(|| view! {
                    <button type="button" class="button" data-action="import-ledger" on:click=import>{words::IMPORT}</button>
                })}
            </div>
            <div aria-live="polite">{said}</div>
            {move || loaded.get().map(|read| view! { <Preview app=app session=session read=read on_done=on_done/> })}
        </section>
    }
    .into_any()
}

fn rows(session: Session) -> Vec<Vec<String>> {
    let name = |id: &str| session.catalogue.area(id).map_or_else(|| id.to_owned(), |area| area.name.clone());
    session.hazards.with_untracked(|hazards| rows_of(hazards, name))
}
