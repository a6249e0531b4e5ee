//! Putting records of a backup back: file, preview, choice, and a way to take it back.

use std::collections::BTreeSet;
use std::rc::Rc;

use anziping_core::record::backup::PreviewState;
use anziping_core::record::{Envelope, RecordKey};
use leptos::prelude::*;

use super::preview::{self, ReadBackup, ShownRecord};
use super::storage::save_unreadable;
use crate::enterprise::app::App;
use crate::enterprise::app::removal;
use crate::enterprise::route::Route;
use crate::platform::dom;
use crate::platform::files::{self, FileFault, HowMany};
use crate::platform::task;
use crate::store::{photo_archive, photos};
use crate::ui::field::{Field, Input, Notice};
use crate::ui::pieces;
use crate::words::photo;
use crate::words::settings as words;

/// Several enterprises with ten years of months each stay far below.
const LIMIT: u64 = 64_000_000;

#[component]
pub(super) fn RestoreSection(app: App) -> impl IntoView {
    let loaded = RwSignal::new(None::<ReadBackup>);
    let fault = RwSignal::new(None::<String>);
    let archive = StoredValue::new_local(None::<Rc<photo_archive::OpenArchive>>);
    let said = RwSignal::new(None::<Result<String, String>>);
    // A file may have been made of the pieces of a message as well.
    let show = move |name: String, text: String| async move {
        let text = pieces::whole(text, LIMIT as usize).await;
        let read = text.and_then(|text| preview::load(&name, &text, &app.store.records()));
        // The page may be gone by now; then there is nobody to tell.
        match read {
            Ok(read) => drop((fault.try_set(None), loaded.try_set(Some(read)))),
            Err(said) => drop((fault.try_set(Some(said)), loaded.try_set(None))),
        }
    };
    let choose = move |_| {
        task::spawn(async move {
            archive.update_value(|kept| *kept = None);
            match read_file().await {
                Ok(Some(PickedBackup::Text { name, text })) => show(name, text).await,
                Ok(Some(PickedBackup::WithPhotos { name, text, photos })) => {
                    archive.try_update_value(|kept| *kept = Some(Rc::clone(&photos)));
                    show(name, text).await;
                    // Those that a record here names already come back whatever is ticked.
                    let naming = photo_archive::naming(&app.store.records());
                    if !naming.is_empty() {
                        let given = give_back(&photos, naming, said).await;
                        said.try_set(Some(given));
                    }
                }
                Ok(None) => {}
                Err(unread) => drop((fault.try_set(Some(words::file_fault(&unread))), loaded.try_set(None))),
            }
        });
    };
    let read_pasted = Callback::new(move |text| task::spawn(show(words::PASTED_NAME.to_owned(), text)));
    view! {
        <section class="card" aria-labelledby="restore">
            <h2 id="restore">{words::RESTORE}</h2>
            <p>{words::RESTORE_WHY}</p>
            <div class="row">
                <button type="button" class="button" data-action="restore" on:click=choose>
                    {words::CHOOSE_FILE}
                </button>
            </div>
            <PastedBackup fault=fault on_text=read_pasted />
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
            {move || {
                loaded
                    .get()
                    .map(|read| {
                        view! { <Preview app=app loaded=loaded read=read photos=archive.get_value() said=said /> }
                    })
            }}
            <div role="status">
                {move || {
                    said.get()
                        .map(|said| match said {
                            Ok(said) => view! { <p data-photos-given="true">{said}</p> }.into_any(),
                            Err(said) => view! { <p class="error">{said}</p> }.into_any(),
                        })
                }}
            </div>
        </section>
    }
    .into_any()
}

/// A backup that came as the text of a message, to be pasted.
#[component]
fn PastedBackup(fault: RwSignal<Option<String>>, on_text: Callback<String>) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let read = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = pasted.get_untracked();
        if text.trim().is_empty() {
            fault.set(Some(words::PASTED_EMPTY.to_owned()));
            return;
        }
        on_text.run(text);
    };
    view! {
        <details>
            <summary data-action="paste-backup">{words::PASTE}</summary>
            <form class="details-body" novalidate on:submit=read>
                <Field
                    name="backup_text"
                    label=words::PASTED
                    hint=words::PASTED_HINT
                    value=pasted
                    input=Input::Lines
                    on_input=Callback::new(move |typed| pasted.set(typed))
                />
                <div>
                    <button type="submit" class="button" data-action="read-pasted-backup">
                        {words::READ_PASTED}
                    </button>
                </div>
            </form>
        </details>
    }
    .into_any()
}

/// The chosen backup.
enum PickedBackup {
    /// A backup, or the pieces of one.
    Text { name: String, text: String },
    /// A backup with photographs.
    WithPhotos { name: String, text: String, photos: Rc<photo_archive::OpenArchive> },
}

/// Reads the chosen file; `None` when the dialog was closed.
///
/// Any name will do: chats rename files to `….json(1)`, and some dialogs grey out what is not in a list of endings.
async fn read_file() -> Result<Option<PickedBackup>, FileFault> {
    let chosen = files::pick("", HowMany::One).await?;
    let Some(file) = chosen.first() else { return Ok(None) };
    let name = file.name();
    if file.first(2).await?.to_vec() != b"PK" {
        return Ok(Some(PickedBackup::Text { name, text: file.text(LIMIT).await? }));
    }
    let archive =
        photo_archive::OpenArchive::open(file.bytes(photo_archive::FILE_BYTES).await?).ok_or(FileFault::NotText)?;
    let backup = archive.backup().await.ok_or(FileFault::NotText)?;
    let text = String::from_utf8(backup).map_err(|_| FileFault::NotText)?;
    Ok(Some(PickedBackup::WithPhotos { name, text, photos: Rc::new(archive) }))
}

/// Puts the pictures that these records name back into the album.
///
/// Tells how far it is, and gives what came of it.
async fn give_back(
    photos: &photo_archive::OpenArchive,
    naming: Vec<(RecordKey, String)>,
    said: RwSignal<Option<Result<String, String>>>,
) -> Result<String, String> {
    // The page may be gone by now; then there is nobody to tell.
    let told = |done, count| drop(said.try_set(Some(Ok(photo::giving_back(done, count)))));
    let given = photos.give_back(&naming, told).await;
    given.map(photo::given_back).map_err(|fault| photo::no_album(&fault))
}

/// The table of the file's records with a box for each that may be restored.
#[component]
fn Preview(
    app: App,
    loaded: RwSignal<Option<ReadBackup>>,
    read: ReadBackup,
    /// The photographs that came with it.
    photos: Option<Rc<photo_archive::OpenArchive>>,
    /// The outcome of these.
    said: RwSignal<Option<Result<String, String>>>,
) -> impl IntoView {
    let ReadBackup { made, warning, rows, handed_over } = read;
    let preselected =
        rows.iter().enumerate().filter(|(_, row)| row.is_preselected()).map(|(at, _)| at).collect::<BTreeSet<_>>();
    let chosen = RwSignal::new(preselected);
    let fault = RwSignal::new(None::<&'static str>);
    let all_same = rows.iter().all(|row| row.state == PreviewState::Same);
    let counts = words::counts(&preview::counts(&rows));
    let body = rows.iter().enumerate().map(|(at, row)| row_view(at, row, chosen)).collect_view();
    let apply = move |_| {
        let picked: Vec<ShownRecord> =
            chosen.with_untracked(|chosen| chosen.iter().filter_map(|&at| rows.get(at).cloned()).collect());
        let handed_over = handed_over.clone();
        let restore = move |given: Result<String, String>| {
            // The page is built anew when there was no month before.
            match restore(app, &picked, &given.unwrap_or_else(|fault| fault)) {
                Err(why) => drop(fault.try_set(Some(why))),
                Ok(()) => {
                    loaded.try_set(None);
                    // A month that was handed over for signing is read first.
                    if let Some((id, period)) = &handed_over {
                        app.switch_to(id, Some(*period));
                        app.go(&Route::Report);
                    }
                }
            }
        };
        let Some(photos) = photos.clone() else { return restore(Ok(String::new())) };
        // Before the records that name them: the page does not outlive these for certain.
        let naming = chosen_naming(&rows, &chosen.get_untracked());
        task::spawn(async move { restore(give_back(&photos, naming, said).await) });
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

fn row_view(at: usize, row: &ShownRecord, chosen: RwSignal<BTreeSet<usize>>) -> AnyView {
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

/// The chosen records that name pictures.
fn chosen_naming(rows: &[ShownRecord], chosen: &BTreeSet<usize>) -> Vec<(RecordKey, String)> {
    let envelopes = chosen.iter().filter_map(|&at| rows.get(at)?.offered.as_ref());
    let naming = envelopes.filter(|envelope| photos::names_pictures(&envelope.key));
    naming.map(|envelope| (envelope.key.clone(), envelope.body.clone())).collect()
}

/// Writes the chosen records, after damaged ones of this browser were saved as a file.
///
/// # Errors
/// A sentence that says why nothing was written.
fn restore(app: App, rows: &[ShownRecord], given: &str) -> Result<(), &'static str> {
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
    removal::restore(app, &chosen, format!("{}{given}", words::restored(chosen.len())));
    // The message with the way back stands on top of the page.
    dom::scroll_to_top();
    Ok(())
}
