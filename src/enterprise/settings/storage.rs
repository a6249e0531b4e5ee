//! Shows the places of records, the browser's promise about them, and texts that cannot be read.

use leptos::prelude::*;
use serde::Serialize;

use crate::enterprise::app::App;
use crate::platform::browser_support::{self, Browser, Display, Origin};
use crate::platform::files::FileFault;
use crate::platform::persist::{self, Promised, StorageRoom};
use crate::platform::{clock, files, task};
use crate::ui::field::Notice;
use crate::words::{common, settings as words};

#[component]
pub(super) fn StorageSection(app: App) -> impl IntoView {
    let records = app.store.records();
    let (promise, room) = (RwSignal::new(None::<Promised>), RwSignal::new(None::<StorageRoom>));
    task::spawn(async move {
        let (state, estimate) = (persist::state().await, persist::room().await);
        // The page may be gone by now; then there is nobody to tell.
        let _ = (promise.try_set(Some(state)), room.try_set(estimate));
    });
    let ask = move |_| {
        task::spawn(async move {
            let answer = persist::ask().await;
            if app.store.is_writer() {
                app.settings.edit(|settings| settings.persist = Some(answer == Promised::Kept));
            }
            let _ = promise.try_set(Some(answer));
        });
    };
    // Settings change with every save, so the figure follows.
    let used = move || {
        app.store.save.track();
        app.store.records().bytes_used().map_or_else(|| words::UNKNOWN.to_owned(), common::bytes)
    };
    // Both figures are whole numbers below 2^53 by the definition of StorageManager.
    let room = move || {
        room.get().map_or_else(|| words::UNKNOWN.to_owned(), |room| words::room(room.usage as u64, room.quota as u64))
    };
    let works = |works: bool, otherwise: &'static str| match works {
        true => view! { <span class="status-good">{words::WORKS}</span> },
        false => view! { <span class="status-bad">{otherwise}</span> },
    };
    view! {
        <section class="card" aria-labelledby="storage">
            <h2 id="storage">{words::STORAGE}</h2>
            <Surroundings />
            <dl class="facts-list">
                <dt>{words::USED}</dt>
                <dd data-used="true">{used}</dd>
                <dt>{words::ROOM}</dt>
                <dd>{room}</dd>
                <dt>{words::LOCAL}</dt>
                <dd>{works(records.local_fault().is_none(), words::LOCAL_MISSING)}</dd>
                <dt>{words::JOURNAL}</dt>
                <dd>{works(records.journal_fault().is_none(), words::JOURNAL_MISSING)}</dd>
                <dt>{words::PROMISE}</dt>
                <dd data-persist="true">{move || promise.get().map(words::promised)}</dd>
            </dl>
            {move || {
                (promise.get() == Some(Promised::NotKept))
                    .then(|| {
                        view! {
                            <div>
                                <button type="button" class="button button-small" data-action="persist" on:click=ask>
                                    {words::ASK}
                                </button>
                            </div>
                        }
                    })
            }}
            <Unreadable app=app />
        </section>
    }
    .into_any()
}

/// Warns of what this browser is known to do with kept data and saved files.
#[component]
fn Surroundings() -> impl IntoView {
    let browser = match browser_support::browser() {
        Browser::InApp(app) => Some(words::in_app(app)),
        Browser::Safari if browser_support::display() == Display::Tab => Some(words::safari().to_owned()),
        Browser::Safari | Browser::Other => None,
    };
    let origin = (browser_support::origin() == Origin::Plain).then(|| words::PLAIN_HTTP.to_owned());
    [browser, origin]
        .into_iter()
        .flatten()
        .map(|said| {
            view! {
                <Notice kind="warn">
                    <p>{said}</p>
                </Notice>
            }
        })
        .collect_view()
        .into_any()
}

/// Texts of records that cannot be read or lost against another copy.
#[component]
fn Unreadable(app: App) -> impl IntoView {
    let fault = RwSignal::new(None::<String>);
    let count = move || {
        app.store.save.track();
        app.store.records().unreadable_texts().len()
    };
    let export = move |_| fault.set(save_unreadable(app).err().map(|fault| words::file_fault(&fault)));
    view! {
        {move || match count() {
            0 => ().into_any(),
            count => {
                view! {
                    <Notice kind="warn">
                        <p>{words::unreadable(count)}</p>
                        <div>
                            <button
                                type="button"
                                class="button button-small"
                                data-action="export-unreadable"
                                on:click=export
                            >
                                {words::EXPORT_UNREADABLE}
                            </button>
                        </div>
                        <div aria-live="polite">
                            {move || fault.get().map(|said| view! { <p class="error">{said}</p> })}
                        </div>
                    </Notice>
                }
                    .into_any()
            }
        }}
    }
    .into_any()
}

#[derive(Serialize)]
struct Texts {
    key: String,
    texts: Vec<String>,
}

/// Saves the raw texts of records that cannot be read, each with its name.
///
/// # Errors
/// The browser does not let files be saved.
pub(crate) fn save_unreadable(app: App) -> Result<(), FileFault> {
    let all: Vec<Texts> = app
        .store
        .records()
        .unreadable_texts()
        .into_iter()
        .map(|(key, texts)| Texts { key: key.to_string(), texts })
        .collect();
    let json = anziping_core::json::write_readable(&all).map_err(|fault| FileFault::Refused(fault.to_string()))?;
    files::save(&words::unreadable_file_name(clock::today()), "application/json", json.as_bytes())
}
