//! The line on top: what is saved, whether the page works offline, whether a new version waits.

use leptos::prelude::*;

use super::icon;
use crate::platform::journal::JournalFault;
use crate::platform::local::LocalFault;
use crate::platform::offline::{self, Offline, Update};
use crate::store::autosave::SaveState;
use crate::words::status as words;

/// The line about saving: its words, its tone, and whether "export now" is offered.
pub(crate) type SaveLine = (String, &'static str, bool);

/// State of saving as every page says it that has nothing more to say.
pub(crate) fn saving(state: &SaveState) -> SaveLine {
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
        SaveState::Failed(local, journal) => (failed(local.as_ref(), journal), "bad", true),
        SaveState::Overtaken => (words::OVERTAKEN.into(), "bad", true),
        SaveState::ReadOnly => (words::NEWER.into(), "bad", true),
    }
}

fn failed(local: Option<&LocalFault>, journal: &JournalFault) -> String {
    match local {
        Some(LocalFault::Full) => words::FULL.into(),
        Some(LocalFault::Blocked) => words::BLOCKED.into(),
        Some(other) => words::failed(&words::both(other, journal)),
        None => words::failed(&journal.to_string()),
    }
}

/// Saving, offline and update.
#[component]
pub(crate) fn StatusBar(
    /// State of saving.
    #[prop(into)]
    save: Signal<SaveState>,
    /// Puts it into words.
    #[prop(default = saving)]
    said: fn(&SaveState) -> SaveLine,
    /// Called by "export now".
    on_export: Callback<()>,
    /// Called before the new version takes over: whatever is typed must be written first.
    on_update: Callback<()>,
) -> impl IntoView {
    let state = || (offline::offline() == Offline::Ready, offline::update() == Update::Waiting);
    let offline = RwSignal::new(state());
    offline::on_change(move || offline.set(state())).forever();
    let saved = move || {
        let (said, tone, export) = save.with(said);
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
