//! Everything of this browser as one file, in three ways, since in-app browsers drop downloads without a word.

use anziping_core::record::Envelope;
use anziping_core::record::backup::{Backup, SigningKeys};
use anziping_core::value::timestamp::Timestamp;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::platform::files::FileFault;
use crate::platform::share::ShareFault;
use crate::platform::{clipboard, clock, files, share, task};
use crate::store::photos;
use crate::store::tabs::WriterRole;
use crate::ui::field::Check;
use crate::words::settings as words;

/// Saves everything of this browser, what is on the screen included, and returns the name of the file.
///
/// Works whatever state the storage is in: the vault holds every record in memory as well.
///
/// # Errors
/// The browser does not let files be saved; the settings page offers other ways.
pub(crate) fn save_file(app: App, keys: SigningKeys) -> Result<String, FileFault> {
    let text = text_of(app, keys);
    let name = words::file_name(clock::today());
    files::save(&name, "application/json", text.as_bytes())?;
    note_backup(app);
    Ok(name)
}

fn text_of(app: App, keys: SigningKeys) -> String {
    app.store.flush();
    let mut records = app.store.records().envelopes();
    if app.store.role.get_untracked() == WriterRole::Overtaken {
        // The vault refuses what this tab shows, since another tab has written the same records; the file must not lose it.
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

/// What the last press of a button led to.
#[derive(Clone, PartialEq, Eq)]
enum HandedOver {
    Done(String),
    Failed(String),
}

/// The section.
#[component]
pub(crate) fn BackupSection(app: App) -> impl IntoView {
    let with_keys = RwSignal::new(true);
    let outcome = RwSignal::new(None::<HandedOver>);
    let state = Memo::new(move |_| {
        app.settings.value.with(|settings| {
            let day = settings.last_backup.as_ref().map(Timestamp::day);
            words::last_backup(day, clock::today(), settings.changes_since_backup)
        })
    });
    let keys = move || if with_keys.get_untracked() { SigningKeys::Included } else { SigningKeys::LeftOut };
    let save = move |_| {
        outcome.set(Some(match save_file(app, keys()) {
            Ok(name) => HandedOver::Done(words::saved(&name)),
            Err(fault) => HandedOver::Failed(words::file_fault(&fault)),
        }));
    };
    // After an await the page may be gone; then there is nobody to tell.
    let tell = move |told: Option<HandedOver>| drop(outcome.try_set(told));
    let copy = move |_| {
        let text = text_of(app, keys());
        task::spawn(async move {
            match clipboard::copy(&text).await {
                Ok(()) => {
                    note_backup(app);
                    tell(Some(HandedOver::Done(words::COPIED.into())));
                }
                Err(_) => tell(Some(HandedOver::Failed(words::NOT_COPIED.into()))),
            }
        });
    };
    let hand_over = move |_| {
        let (name, text) = (words::file_name(clock::today()), text_of(app, keys()));
        task::spawn(async move {
            match share::text_file(&name, &text).await {
                Ok(()) => {
                    note_backup(app);
                    tell(Some(HandedOver::Done(words::SHARED.into())));
                }
                Err(ShareFault::Cancelled) => tell(None),
                Err(fault) => tell(Some(HandedOver::Failed(words::not_shared(&fault.to_string())))),
            }
        });
    };
    let said = move || match outcome.get() {
        Some(HandedOver::Done(said)) => view! { <p class="status-good">{said}</p> }.into_any(),
        Some(HandedOver::Failed(said)) => view! { <p class="error">{said}</p> }.into_any(),
        None => ().into_any(),
    };
    let photos = RwSignal::new(None);
    // Where the album cannot be opened there is nothing to say about it here; the ledger says why.
    task::spawn(async move {
        if let Ok(room) = photos::room().await {
            // The page may be gone by now; then nobody is left to tell.
            photos.try_set(Some(room));
        }
    });
    let without_photos = move || {
        photos.get().filter(|room| room.pictures > 0).map(|room| {
            view! {
                <p class="hint" data-without-photos="true">
                    {words::without_photos(room)}
                </p>
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
            <div class="row">
                <button type="button" class="button button-primary" data-action="backup" on:click=save>
                    {words::SAVE}
                </button>
                {share::is_supported()
                    .then(|| {
                        view! {
                            <button type="button" class="button" data-action="share-backup" on:click=hand_over>
                                {words::SHARE}
                            </button>
                        }
                    })}
                <button type="button" class="button" data-action="copy-backup" on:click=copy>
                    {words::COPY}
                </button>
            </div>
            <div aria-live="polite">{said}</div>
            {without_photos}
            {to_keys}
        </section>
    }
    .into_any()
}
