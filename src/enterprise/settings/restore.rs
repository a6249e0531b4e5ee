//! Putting records of a backup back: file, preview, choice, and a way to take it back.

use std::collections::BTreeSet;

use anziping_core::record::Envelope;
use anziping_core::record::backup::PreviewState;
use leptos::prelude::*;

use super::preview::{self, Loaded, PreviewRow};
use super::storage::save_unreadable;
use crate::enterprise::app::App;
use crate::enterprise::app::removal;
use crate::platform::document;
use crate::platform::files::{self, FileFault, HowMany};
use crate::platform::task;
use crate::ui::field::Notice;
use crate::words::settings as words;

/// Several enterprises with ten years of months each stay far below.
const LIMIT: u64 = 64_000_000;

/// The section.
#[component]
pub(super) fn RestoreSection(app: App) -> impl IntoView {
    let loaded = RwSignal::new(None::<Loaded>);
    let fault = RwSignal::new(None::<String>);
    let choose = move |_| {
        task::spawn(async move {
            let read = match read_file().await {
                Ok(Some((name, text))) => preview::load(&name, &text, &app.store.records()),
                Ok(None) => return,
                Err(fault) => Err(words::file_fault(&fault)),
            };
            // The page may be gone by now; then there is nobody to tell.
            match read {
                Ok(read) => drop((fault.try_set(None), loaded.try_set(Some(read)))),
                Err(said) => drop((fault.try_set(Some(said)), loaded.try_set(None))),
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="restore">
            <h2 id="restore">{words::RESTORE}</h2>
            <p>{words::RESTORE_WHY}</p>
            <div class="row">
                <button type="button" class="button" data-action="restore" on:click=choose>
                    {words::CHOOSE_FILE}
                </button>
            </div>
            {move || {
                fault
                    .get()
                    .map(|said| {
                        view! {
                            <Notice kind="bad">
                                <p data-fault="restore">{said}</p>
                            </Notice>
                        }
                    })
            }}
            {move || loaded.get().map(|read| view! { <Preview app=app loaded=loaded read=read /> })}
        </section>
    }
    .into_any()
}

/// Name and text of the chosen file; `None` when the dialog was closed.
async fn read_file() -> Result<Option<(String, String)>, FileFault> {
    match files::pick(".json,.txt,application/json,text/plain", HowMany::One).await?.first() {
        Some(file) => Ok(Some((file.name(), file.text(LIMIT).await?))),
        None => Ok(None),
    }
}

/// The table of the file's records with a box for each that may be restored.
#[component]
fn Preview(app: App, loaded: RwSignal<Option<Loaded>>, read: Loaded) -> impl IntoView {
    let Loaded { made, warning, rows } = read;
    let preselected =
        rows.iter().enumerate().filter(|(_, row)| row.is_preselected()).map(|(at, _)| at).collect::<BTreeSet<_>>();
    let chosen = RwSignal::new(preselected);
    let fault = RwSignal::new(None::<&'static str>);
    let all_same = rows.iter().all(|row| row.state == PreviewState::Same);
    let counts = words::counts(&preview::counts(&rows));
    let body = rows.iter().enumerate().map(|(at, row)| row_view(at, row, chosen)).collect_view();
    let apply = move |_| {
        let picked: Vec<PreviewRow> =
            chosen.with_untracked(|chosen| chosen.iter().filter_map(|&at| rows.get(at).cloned()).collect());
        if let Err(said) = restore(app, &picked) {
            fault.set(Some(said));
        } else {
            loaded.set(None);
        }
    };
    let [restore, content, enterprise, compared] = words::PREVIEW_COLUMNS;
    view! {
        <div class="stack" data-preview="true">
            {warning
                .map(|said| {
                    view! {
                        <Notice kind="warn">
                            <p data-fault="restore">{said}</p>
                        </Notice>
                    }
                })}
            <div class="table-wrap">
                <table>
                    <caption>{words::PREVIEW}<p class="hint">{made}</p><p class="hint">{counts}</p></caption>
                    <thead>
                        <tr>
                            <th scope="col">{restore}</th>
                            <th scope="col">{content}</th>
                            <th scope="col">{enterprise}</th>
                            <th scope="col">{compared}</th>
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            {all_same.then(|| view! { <p>{words::ALL_THE_SAME}</p> })}
            <div aria-live="polite">{move || fault.get().map(|said| view! { <p class="error">{said}</p> })}</div>
            <div class="row">
                <button type="button" class="button button-primary" data-action="apply-restore" on:click=apply>
                    {words::APPLY}
                </button>
                <button type="button" class="button" data-action="cancel-restore" on:click=move |_| loaded.set(None)>
                    {words::CANCEL}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn row_view(at: usize, row: &PreviewRow, chosen: RwSignal<BTreeSet<usize>>) -> AnyView {
    let tone = match row.state {
        PreviewState::New | PreviewState::BackupNewer => "tag-good",
        PreviewState::Conflict | PreviewState::BackupOlder => "tag-warn",
        PreviewState::Damaged | PreviewState::ReadOnlyNewer => "tag-bad",
        PreviewState::Same => "",
    };
    let change = move |ev| {
        let ticked = event_target_checked(&ev);
        chosen.update(|chosen| {
            if ticked {
                chosen.insert(at)
            } else {
                chosen.remove(&at)
            };
        });
    };
    let code = row.state.code();
    view! {
        <tr data-record=row.key.clone() data-state=code>
            <td>
                <input
                    type="checkbox"
                    class="box"
                    aria-label=words::check_label(&row.said, &row.title)
                    disabled=row.offered.is_none()
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&at))
                    on:change=change
                />
            </td>
            <th scope="row">{row.said.clone()}</th>
            <td>{row.title.clone()}</td>
            <td>
                <span class=format!("tag {tone}")>{words::preview_state(row.state)}</span>
                <p class="hint">{row.note.clone()}</p>
            </td>
        </tr>
    }
    .into_any()
}

/// Writes the chosen records, after damaged ones of this browser were saved as a file.
///
/// # Errors
/// A sentence that says why nothing was written.
fn restore(app: App, rows: &[PreviewRow]) -> Result<(), &'static str> {
    let chosen: Vec<Envelope> = rows.iter().filter_map(|row| row.offered.clone()).collect();
    if chosen.is_empty() {
        return Err(words::NOTHING_CHOSEN);
    }
    let records = app.store.records();
    if !preview::has_its_enterprise(&chosen, &records.keys()) {
        return Err(words::ENTERPRISE_NEEDED);
    }
    if rows.iter().any(|row| row.damaged_here) {
        save_unreadable(app).map_err(|_| words::NOT_COPIED)?;
        chosen.iter().for_each(|envelope| records.give_up_damaged(&envelope.key));
    }
    removal::restore(app, &chosen, words::restored(chosen.len()));
    // The message with the way back stands on top of the page.
    document::scroll_to_top();
    Ok(())
}
