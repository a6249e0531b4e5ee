//! The line on top: what is saved, whether the page works offline, whether a new version waits.

use leptos::prelude::*;

use super::icon;
use crate::platform::journal::JournalFault;
use crate::platform::local::LocalFault;
use crate::platform::offline::{self, Offline, Update};
use crate::store::autosave::SaveState;
use crate::words::status as words;

/// State of saving in words, with a tone and whether "export now" is offered.
pub(crate) fn saving(state: &SaveState) -> (String, &'static str, bool) {
    match state {
        SaveState::Untouched => (words::UNTOUCHED.into(), "info", false),
        SaveState::NoJournal => (words::NO_JOURNAL.into(), "warn", false),
        SaveState::NoLocal => (words::NO_LOCAL.into(), "warn", true),
        SaveState::Saving => (words::SAVING.into(), "saving", false),
        SaveState::Saved(time) => (words::saved(time), "good", false),
        SaveState::Written(time) => (words::written(time), "warn", false),
        SaveState::Slow => (words::SLOW.into(), "saving", false),
        SaveState::NearlyFull(time) => (words::nearly_full(time), "warn", true),
        SaveState::JournalOnly(time) => (words::journal_only(time), "warn", true),
        SaveState::DiskFull => (words::DISK_FULL.into(), "bad", true),
        SaveState::JournalGone => (words::JOURNAL_GONE.into(), "bad", true),
        SaveState::Failed(local, journal) => (failed(local, journal), "bad", true),
        SaveState::Overtaken => (words::OVERTAKEN.into(), "bad", true),
        SaveState::ReadOnly => (words::NEWER.into(), "bad", true),
    }
}

fn failed(local: &LocalFault, journal: &JournalFault) -> String {
    match local {
        LocalFault::Full => words::FULL.into(),
        LocalFault::Blocked => words::BLOCKED.into(),
        other => words::failed(&format!("{other}；{journal}")),
    }
}

/// Saving, offline and update.
#[component]
pub(crate) fn StatusBar(
    /// State of saving.
    #[prop(into)]
    save: Signal<SaveState>,
    /// Called by "export now".
    on_export: Callback<()>,
    /// Called before the new version takes over: whatever is typed must be written first.
    on_update: Callback<()>,
) -> impl IntoView {
    let state = || (offline::offline() == Offline::Ready, offline::update() == Update::Waiting);
    let offline = RwSignal::new(state());
    offline::on_change(move || offline.set(state())).forever();
    let saved = move || {
        let (said, tone, export) = save.with(saving);
        view! {
            <span class=format!("status-item status-{tone}")>{icon::of(tone)} {said}</span>
            {export
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button-small button-danger"
                            data-action="export-now"
                            on:click=move |_| on_export.run(())
                        >
                            {words::EXPORT_NOW}
                        </button>
                    }
                })}
        }
    };
    view! {
        <div class="status">
            <div class="status" role="status" aria-live="polite">
                {saved}
            </div>
            {move || {
                offline
                    .get()
                    .0
                    .then(|| view! { <span class="status-item">{icon::of("offline")} {words::OFFLINE_READY}</span> })
            }}
            {move || {
                offline
                    .get()
                    .1
                    .then(|| {
                        view! {
                            <span class="status-item">
                                {words::UPDATE}
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="update"
                                    on:click=move |_| {
                                        on_update.run(());
                                        offline::apply_update();
                                    }
                                >
                                    {words::UPDATE_NOW}
                                </button>
                            </span>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}
