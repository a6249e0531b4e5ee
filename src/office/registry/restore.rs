//! Putting a backup back: first what would change, then the change, then a way back.
//!
//! One of the registry takes the place of the registry; one of what was found out adds what is not here.

use std::sync::Arc;

use anziping_core::office::kept_file::{self, KeptFile};
use anziping_core::registry::{KeyStatus, RegisteredKey};
use leptos::prelude::*;

use super::verdicts;
use crate::office::app::OfficeApp;
use crate::office::desk_record::DeskRecord;
use crate::platform::files::{self, FileFault, HowMany};
use crate::platform::{dom, task};
use crate::ui::field::Notice;
use crate::words::office as desk;
use crate::words::office::registry as words;

/// A registry of ten thousand enterprises stays below.
const LIMIT: u64 = 32_000_000;

/// The content of a backup that was chosen.
#[derive(Clone)]
enum ChosenBackup {
    /// The registry.
    Registry(Box<DeskRecord>),
    /// The findings about files.
    Verdicts(Arc<KeptFile>),
}

/// The button and the preview.
#[component]
pub(super) fn Restore(app: OfficeApp) -> impl IntoView {
    let loaded = RwSignal::new(None::<ChosenBackup>);
    let fault = RwSignal::new(None::<String>);
    let choose = move |_| {
        task::spawn(async move {
            let read = match read(app).await {
                Ok(Some(loaded)) => Ok(loaded),
                Ok(None) => return,
                Err(said) => Err(said),
            };
            // The page may be gone by now; then there is nobody to tell.
            drop(fault.try_set(read.as_ref().err().cloned()));
            drop(loaded.try_set(read.ok()));
        });
    };
    view! {
        <div class="row">
            <button type="button" class="button" data-action="restore" on:click=choose>
                {words::RESTORE}
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
        {move || loaded.get().map(|chosen| preview(app, loaded, chosen))}
    }
    .into_any()
}

fn preview(app: OfficeApp, loaded: RwSignal<Option<ChosenBackup>>, chosen: ChosenBackup) -> AnyView {
    let close = Callback::new(move |()| loaded.set(None));
    match chosen {
        ChosenBackup::Registry(record) => view! { <Preview app=app loaded=loaded record=*record /> }.into_any(),
        ChosenBackup::Verdicts(kept) => view! { <verdicts::Preview app=app kept=kept close=close /> }.into_any(),
    }
}

/// The chosen backup; `None` when the dialog was closed.
async fn read(app: OfficeApp) -> Result<Option<ChosenBackup>, String> {
    let chosen = files::pick("", HowMany::One).await.map_err(|fault| desk::file(&fault))?;
    let Some(file) = chosen.first() else { return Ok(None) };
    let text = file.text(kept_file::BYTES).await.map_err(|fault| desk::file(&fault))?;
    if kept_file::is_one(&text) {
        return verdicts::read(app, &text).map(ChosenBackup::Verdicts).map(Some);
    }
    let size = text.len() as u64;
    if size > LIMIT {
        return Err(desk::file(&FileFault::TooLarge { size, limit: LIMIT }));
    }
    let record = DeskRecord::from_backup(&text).map_err(|fault| words::registry(&fault))?;
    Ok(Some(ChosenBackup::Registry(Box::new(record))))
}

#[component]
fn Preview(app: OfficeApp, loaded: RwSignal<Option<ChosenBackup>>, record: DeskRecord) -> impl IntoView {
    let now = app.record.get_untracked();
    let rows = words::PREVIEW_ROWS.into_iter().zip(summary(&now)).zip(summary(&record));
    let rows = rows
        .map(|((label, now), then)| {
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td>{now}</td>
                    <td>{then}</td>
                </tr>
            }
        })
        .collect_view();
    let list = |heading: &'static str, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            let names = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
            view! {
                <Notice kind="warn">
                    <p>{heading}</p>
                    <ul>{names}</ul>
                </Notice>
            }
        })
    };
    let lost = list(words::LOSING, lost(&now, &record));
    let revived = list(words::REVIVED, revived(&now, &record));
    let apply = move |_| {
        let record = record.clone();
        app.edit_record(|kept| {
            *kept = record;
            words::RESTORED.to_owned()
        });
        loaded.set(None);
        dom::scroll_to_top();
    };
    let heads = words::PREVIEW_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
    view! {
        <div class="stack" data-preview="true">
            <div class="table-wrap">
                <table>
                    <caption>{words::PREVIEW}</caption>
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {lost}
            {revived}
            <div class="row">
                <button type="button" class="button button-danger" data-action="apply-restore" on:click=apply>
                    {words::APPLY}
                </button>
                <button type="button" class="button" data-action="cancel-restore" on:click=move |_| loaded.set(None)>
                    {words::KEEP}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn keys(record: &DeskRecord) -> impl Iterator<Item = (&str, &RegisteredKey)> {
    record
        .registry
        .enterprises
        .iter()
        .flat_map(|enterprise| enterprise.keys.iter().map(|key| (enterprise.name.as_str(), key)))
}

/// Sums up a record in the order of [`words::PREVIEW_ROWS`].
fn summary(record: &DeskRecord) -> [String; 5] {
    let active = keys(record).filter(|(_, key)| key.is_active()).count();
    let out_of_use = keys(record).count() - active;
    [
        record.registry.office.clone(),
        record.registry.enterprises.len().to_string(),
        active.to_string(),
        out_of_use.to_string(),
        record.accepted.len().to_string(),
    ]
}

/// Enterprises that are here and not in the backup.
fn lost(now: &DeskRecord, then: &DeskRecord) -> Vec<String> {
    let gone =
        now.registry.enterprises.iter().filter(|enterprise| then.registry.enterprise(&enterprise.uscc).is_none());
    gone.map(|enterprise| enterprise.name.clone()).collect()
}

/// Keys that are out of use here and in use in the backup.
fn revived(now: &DeskRecord, then: &DeskRecord) -> Vec<String> {
    let out_of_use =
        keys(now).filter(|(_, key)| matches!(key.status, KeyStatus::Revoked { .. } | KeyStatus::Replaced { .. }));
    let back = out_of_use.filter(|(_, key)| then.registry.key(&key.kid).is_some_and(|(_, key)| key.is_active()));
    back.map(|(owner, key)| format!("{owner} {}", key.name)).collect()
}
