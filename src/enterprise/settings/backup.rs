//! Everything of this browser as one file, in three ways.
//!
//! In-app browsers drop downloads without a word.

use anziping_core::record::Envelope;
use anziping_core::record::backup::{Backup, SigningKeys};
use anziping_core::value::timestamp::Timestamp;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::platform::files::FileFault;
use crate::platform::journal::Album;
use crate::platform::share::ShareFault;
use crate::platform::{clock, files, share, task};
use crate::store::photo_archive::{self, Archive};
use crate::store::photos::{self, AlbumSize};
use crate::store::tabs::WriterRole;
use crate::ui::field::Check;
use crate::ui::in_app;
use crate::ui::outcome::TaskOutcome;
use crate::ui::pieces::{self, Pieces};
use crate::words::settings as words;

/// Saves everything of this browser, what is on the screen included, and returns the name of the file.
///
/// Works whatever state the storage is in: the record store holds every record in memory as well.
///
/// # Errors
/// The browser does not let files be saved; the settings page offers other ways.
pub(crate) fn save_file(app: App, keys: SigningKeys) -> Result<String, FileFault> {
    let text = text_of(app, keys);
    let name = words::file_name(clock::today());
    files::save(&name, "application/json", text.as_bytes())?;
    note_saved_file(app);
    Ok(name)
}

fn text_of(app: App, keys: SigningKeys) -> String {
    app.store.flush();
    let mut records = app.store.records().envelopes();
    if app.store.role.get_untracked() == WriterRole::Overtaken {
        // The record store refuses what this tab shows, since another tab has written the same records; the file must
        // not lose it.
        for (key, body) in app.store.own_bodies() {
            let saved_at = clock::now().to_string();
            match records.iter_mut().find(|record| record.key == key) {
                Some(record) if record.body == body => {}
                Some(record) => *record = Envelope { key, revision: record.revision + 1, saved_at, body },
                None => records.push(Envelope { key, revision: 1, saved_at, body }),
            }
        }
    }
    let mut backup = Backup::of(&records, keys, clock::now().to_string(), env!("CARGO_PKG_VERSION").into());
    backup.records.extend(app.store.records().newer_records());
    backup.write()
}

/// Saves everything with the photographs, as one zip file; `told` hears how many of how many are in it.
async fn save_with_photos(app: App, keys: SigningKeys, told: impl Fn(usize, usize)) -> TaskOutcome {
    let name = words::file_name_with_photos(clock::today());
    let written = async {
        let mut archive = Archive::begin();
        archive.add(photo_archive::BACKUP_NAME, text_of(app, keys).as_bytes())?;
        let pictures = Album::keys().await?;
        for (done, key) in pictures.iter().enumerate() {
            told(done, pictures.len());
            if let Some(jpeg) = Album::get(key).await? {
                archive.add(&format!("photos/{}/{}.jpg", key.enterprise, key.sha256), &jpeg)?;
            }
        }
        archive.finish()
    };
    let saved = match written.await {
        Ok(file) => files::save_written(&name, "application/zip", file).map_err(|fault| words::file_fault(&fault)),
        Err(fault) => Err(crate::words::photo::fault(&name, &fault)),
    };
    match saved {
        Ok(()) => {
            note_saved_file(app);
            handed_over(&name)
        }
        Err(said) => TaskOutcome::Failed(said),
    }
}

fn handed_over(name: &str) -> TaskOutcome {
    TaskOutcome::HandedOver { said: words::saved(name), what: "backup" }
}

/// A file counts as a backup, but for a window of another app, where nobody knows whether it was kept.
fn note_saved_file(app: App) {
    if !in_app::is_here() {
        note_backup(app);
    }
}

fn note_backup(app: App) {
    // Only the writing tab may change records, this one included.
    if !app.store.is_writer() {
        return;
    }
    app.settings.edit(|settings| {
        settings.last_backup = Some(clock::now());
        settings.changes_since_backup = 0;
    });
}

/// The choice of what the file holds, and the outcome of saving it.
#[derive(Clone, Copy)]
struct SaveWays {
    app: App,
    with_keys: RwSignal<bool>,
    with_photos: RwSignal<bool>,
    /// How many photographs there are; `None` until the album was asked, or where it cannot be opened.
    photos: RwSignal<Option<AlbumSize>>,
    /// How many photographs of how many are in the file.
    underway: RwSignal<Option<(usize, usize)>>,
    /// The pieces in which the backup is copied.
    cut_up: RwSignal<Option<Vec<String>>>,
    outcome: RwSignal<Option<TaskOutcome>>,
}

impl SaveWays {
    fn new(app: App) -> Self {
        Self {
            app,
            with_keys: RwSignal::new(true),
            with_photos: RwSignal::new(true),
            photos: RwSignal::new(None),
            underway: RwSignal::new(None),
            cut_up: RwSignal::new(None),
            outcome: RwSignal::new(None),
        }
    }

    fn keys(self) -> SigningKeys {
        if self.with_keys.get_untracked() { SigningKeys::Included } else { SigningKeys::LeftOut }
    }

    /// After an await the page may be gone; then there is nobody to tell.
    fn tell(self, told: Option<TaskOutcome>) {
        drop(self.outcome.try_set(told));
    }

    /// Reads the size of the album.
    ///
    /// Where it cannot be opened there is nothing to say about it here; the ledger says why.
    fn look_for_photos(self) {
        task::spawn(async move {
            if let Ok(room) = photos::room().await {
                // The page may be gone by now; then nobody is left to tell.
                self.photos.try_set(Some(room));
            }
        });
    }

    fn save(self) {
        let has_photos = self.photos.with_untracked(|room| room.is_some_and(|room| room.pictures > 0));
        if has_photos && self.with_photos.get_untracked() {
            let told = move |done, count| {
                self.underway.try_set(Some((done, count)));
            };
            task::spawn(async move {
                let said = save_with_photos(self.app, self.keys(), told).await;
                self.underway.try_set(None);
                self.tell(Some(said));
            });
            return;
        }
        self.outcome.set(Some(match save_file(self.app, self.keys()) {
            Ok(name) => handed_over(&name),
            Err(fault) => TaskOutcome::Failed(words::file_fault(&fault)),
        }));
    }

    fn hand_over(self) {
        let (name, text) = (words::file_name(clock::today()), text_of(self.app, self.keys()));
        task::spawn(async move {
            match share::text_file(&name, &text).await {
                Ok(()) => {
                    note_backup(self.app);
                    self.tell(Some(TaskOutcome::Done(words::SHARED.into())));
                }
                Err(ShareFault::Cancelled) => self.tell(None),
                Err(fault) => self.tell(Some(TaskOutcome::Failed(words::not_shared(&fault.to_string())))),
            }
        });
    }

    fn copy(self) {
        let text = text_of(self.app, self.keys());
        task::spawn(async move {
            match pieces::cut(&text).await {
                Ok(cut) => drop((self.cut_up.try_set(Some(cut)), self.outcome.try_set(None))),
                Err(fault) => self.tell(Some(TaskOutcome::Failed(crate::words::pieces::fault(&fault)))),
            }
        });
    }

    fn copied(self) {
        note_backup(self.app);
        self.outcome.set(Some(TaskOutcome::Done(words::COPIED.into())));
    }
}

#[component]
pub(crate) fn BackupSection(app: App) -> impl IntoView {
    let ways = SaveWays::new(app);
    let SaveWays { with_keys, with_photos, photos, underway, cut_up, outcome, .. } = ways;
    ways.look_for_photos();
    let state = Memo::new(move |_| {
        app.settings.value.with(|settings| {
            let day = settings.last_backup.as_ref().map(Timestamp::day);
            words::last_backup(day, clock::today(), settings.changes_since_backup)
        })
    });
    let said = move || outcome.get().map(TaskOutcome::line);
    let choice = move || {
        photos.get().filter(|room| room.pictures > 0).map(|room| {
            view! {
                <div data-with-photos=room.pictures>
                    <Check
                        name="with_photos"
                        label=words::with_photos(room)
                        hint=words::WITH_PHOTOS_HINT
                        checked=with_photos
                        on_change=Callback::new(move |with| with_photos.set(with))
                    />
                </div>
            }
        })
    };
    let to_keys = move || {
        app.session.get().map(|_| {
            view! {
                <p class="hint">
                    <a href=Route::Seal.href()>{words::KEY_PAGE}</a>
                </p>
            }
        })
    };
    let copied = Callback::new(move |()| ways.copied());
    view! {
        <section class="card" aria-labelledby="backup">
            <h2 id="backup">{words::BACKUP}</h2>
            <p>{words::BACKUP_WHY}</p>
            <p class="figure-line">{state}</p>
            <Check
                name="with_keys"
                label=words::WITH_KEYS
                hint=words::WITH_KEYS_HINT
                checked=with_keys
                on_change=Callback::new(move |with| with_keys.set(with))
            />
            {choice}
            <div class="row">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="backup"
                    on:click=move |_| ways.save()
                >
                    {words::SAVE}
                </button>
                {share::is_supported()
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                data-action="share-backup"
                                on:click=move |_| ways.hand_over()
                            >
                                {words::SHARE}
                            </button>
                        }
                    })}
                <button type="button" class="button" data-action="copy-backup" on:click=move |_| ways.copy()>
                    {words::COPY}
                </button>
            </div>
            {move || cut_up.get().map(|pieces| view! { <Pieces pieces=pieces on_copied=copied /> })}
            <div aria-live="polite">
                {move || underway.get().map(|(done, count)| view! { <p>{words::collecting(done, count)}</p> })} {said}
            </div>
            {to_keys}
        </section>
    }
    .into_any()
}
