//! A list of enterprises from a spreadsheet.
//!
//! What it would add, which rows need a look, and nothing changes before the button.

use anziping_core::exchange::enlist::{self, EnlistOutcome, EnlistRow, Enlisted, ListColumn, OnList};
use anziping_tables::BYTES;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::files::{self, Bytes, HowMany};
use crate::platform::worker::WorkerFault;
use crate::platform::{dom, task};
use crate::ui::at_work::AtWork;
use crate::ui::field::Notice;
use crate::ui::import::{Import as FileImport, Loaded, Pasted, shown};
use crate::words::office as desk;
use crate::words::office::enlist as words;
use crate::words::{import, sheet};
use crate::worker_client::tables::{SheetFault, TableWork};

/// Rows named on the page; the rest is counted.
const NAMED: usize = 100;

/// The button and the preview.
#[component]
pub(super) fn Import(app: OfficeApp) -> impl IntoView {
    let loaded = RwSignal::new(None::<Loaded>);
    let fault = RwSignal::new(None::<String>);
    let work = RwSignal::new_local(None::<TableWork>);
    let stop = move || {
        if let Some(work) = work.try_update(Option::take).flatten() {
            work.cancel();
        }
    };
    // The page may be gone after an await; then there is nobody to tell.
    let tell = move |read: Result<Option<Loaded>, String>| match read {
        Ok(None) => {}
        Ok(read) => drop((work.try_set(None), loaded.try_set(read))),
        Err(said) => drop((work.try_set(None), fault.try_set(Some(said)))),
    };
    let begin = move || {
        stop();
        fault.set(None);
    };
    let choose = move |_| {
        begin();
        task::spawn(async move { tell(chosen(work).await) });
    };
    let on_pasted = Callback::new(move |bytes: Bytes| {
        begin();
        task::spawn(async move {
            let Some(begun) = begun(work) else { return };
            tell(read(begun, sheet::PASTED_NAME.to_owned(), bytes).await);
        });
    });
    let at_work = move || {
        work.with(Option::is_some).then(|| {
            view! {
                <AtWork
                    said=sheet::WORKING
                    stop=sheet::STOP
                    action="stop-table"
                    on_stop=Callback::new(move |()| stop())
                />
            }
        })
    };
    view! {
        <div class="stack-tight">
            <div class="row">
                <button type="button" class="button" data-action="import-enterprises" on:click=choose>
                    {words::IMPORT}
                </button>
            </div>
            <div role="status">{at_work}</div>
            <p class="hint">{words::IMPORT_WHAT}</p>
            <Pasted action="enterprises" on_pasted=on_pasted />
            <div aria-live="polite">
                {move || {
                    fault
                        .get()
                        .map(|said| {
                            view! {
                                <Notice kind="bad">
                                    <p data-fault="enlist">{said}</p>
                                </Notice>
                            }
                        })
                }}
            </div>
            {move || loaded.get().map(|read| view! { <Preview app=app loaded=loaded read=read /> })}
        </div>
    }
    .into_any()
}

/// The chosen file; `None` when the dialog was closed or the work given up.
async fn chosen(work: RwSignal<Option<TableWork>, LocalStorage>) -> Result<Option<Loaded>, String> {
    // By no ending: some programs grey out the very file, or offer nothing but the camera.
    let mut chosen = files::pick("", HowMany::One).await.map_err(|fault| unchanged(&desk::file(&fault)))?;
    let Some(file) = chosen.pop() else { return Ok(None) };
    let Some(begun) = begun(work) else { return Ok(None) };
    let bytes = file.bytes(BYTES).await.map_err(|fault| unchanged(&desk::file(&fault)))?;
    read(begun, file.name(), bytes).await
}

/// Work that can be given up; `None` when the page is gone.
fn begun(work: RwSignal<Option<TableWork>, LocalStorage>) -> Option<TableWork> {
    let begun = TableWork::prepare();
    work.try_set(Some(begun.clone())).is_none().then_some(begun)
}

/// The table of these bytes; `None` when the work was given up.
async fn read(work: TableWork, name: String, bytes: Bytes) -> Result<Option<Loaded>, String> {
    match work.read(bytes).await {
        Ok(table) => {
            let read = Loaded::new(name, table);
            if read.is_table::<ListColumn>() { Ok(Some(read)) } else { Err(words::NO_HEADINGS.to_owned()) }
        }
        Err(SheetFault::Worker(WorkerFault::Cancelled)) => Ok(None),
        Err(fault) => Err(unchanged(&sheet::why(&fault))),
    }
}

fn unchanged(said: &str) -> String {
    format!("{said}{}", words::UNCHANGED)
}

#[component]
fn Preview(app: OfficeApp, loaded: RwSignal<Option<Loaded>>, read: Loaded) -> impl IntoView {
    let name = read.name.clone();
    let import = FileImport::<ListColumn>::of(read);
    let enlisted: Memo<Enlisted> = Memo::new(move |_| {
        app.record.with_untracked(|record| {
            let list = OnList { registry: &record.registry, details: &record.listed };
            import.read(|book, layouts, answers| enlist::read(book, layouts, answers, list))
        })
    });
    let preview = Memo::new(move |_| enlisted.with(|enlisted| enlisted.preview.clone()));
    let new = move || {
        let of = |row: &EnlistRow| match &row.outcome {
            EnlistOutcome::New { uscc, name } => Some((uscc.clone(), name.clone())),
            _ => None,
        };
        enlisted.with(|enlisted| enlisted.rows.iter().filter_map(of).collect::<Vec<_>>())
    };
    let becomes = Memo::new(move |_| {
        let added = new().len();
        let told = enlisted.with(|enlisted| {
            enlisted
                .rows
                .iter()
                .filter(|row| row.details.is_some() && !matches!(row.outcome, EnlistOutcome::New { .. }))
                .count()
        });
        (added, told)
    });
    let apply = move |_| {
        let (added, changed) = becomes.get_untracked();
        let rows = enlisted.with_untracked(|enlisted| enlisted.rows.clone());
        let new = untrack(new);
        app.edit_record(|record| {
            for (uscc, name) in new {
                record.registry.enrol(&uscc, &name);
            }
            record.listed.extend(rows.into_iter().filter_map(|row| row.details));
            words::applied(added, changed)
        });
        loaded.set(None);
        dom::scroll_to_top();
    };
    let above = view! {
        {import.questions(preview)}
        {move || enlisted.with(|enlisted| counts(&enlisted.rows))}
        {move || enlisted.with(|enlisted| to_look_at(&enlisted.rows))}
    };
    view! {
        <div class="stack">
            <h3>{sheet::preview(&name)}</h3>
            {shown("enterprises", preview, above)}
            <div class="row">
                {move || {
                    let (added, changed) = becomes.get();
                    (added + changed > 0)
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button button-primary"
                                    data-action="apply-enterprises"
                                    on:click=apply
                                >
                                    {words::apply(added, changed)}
                                </button>
                            }
                        })
                }}
                <button
                    type="button"
                    class="button"
                    data-action="cancel-enterprises"
                    on:click=move |_| loaded.set(None)
                >
                    {words::CANCEL}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn counts(read: &[EnlistRow]) -> AnyView {
    let count = |which: fn(&EnlistOutcome) -> bool| read.iter().filter(|row| which(&row.outcome)).count();
    let lines = [
        ("new", words::NEW, count(|outcome| matches!(outcome, EnlistOutcome::New { .. }))),
        ("known", words::KNOWN, count(|outcome| matches!(outcome, EnlistOutcome::Known { .. }))),
        ("other-name", words::OTHER_NAME, count(|outcome| matches!(outcome, EnlistOutcome::OtherName { .. }))),
        ("again", words::AGAIN, count(|outcome| matches!(outcome, EnlistOutcome::Again { .. }))),
        ("refused", words::REFUSED, count(|outcome| matches!(outcome, EnlistOutcome::Refused(_)))),
    ];
    let lines = lines.map(
        |(hook, said, count)| view! { <li data-rows=hook>{said} " " <strong class="number">{count}</strong></li> },
    );
    view! { <ul class="bullets">{lines.collect_view()}</ul> }.into_any()
}

/// Rows that are not simply taken, each with its number and the reason.
fn to_look_at(read: &[EnlistRow]) -> Option<AnyView> {
    let all: Vec<String> = read.iter().filter_map(|row| words::row(row.number, &row.outcome)).collect();
    (!all.is_empty()).then(|| {
        let rest = all.len().saturating_sub(NAMED);
        let rows = all.into_iter().take(NAMED).map(|said| view! { <li data-row="">{said}</li> }).collect_view();
        view! {
            <Notice kind="warn">
                <p>{words::ROWS_HINT}</p>
                <ul>{rows}</ul>
                {(rest > 0).then(|| view! { <p>{import::more(rest)}</p> })}
            </Notice>
        }
        .into_any()
    })
}
