//! Keeps the choices of this browser and counts changes since the last backup.
//!
//! It also asks for lasting storage.

use anziping_core::record::{RecordKey, Settings};
use leptos::prelude::*;

use crate::platform::persist::{self, Promised};
use crate::platform::{dom, task};
use crate::store::Store;
use crate::store::records::RecordStore;

/// The settings record; `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(crate) struct BrowserSettings {
    /// The choices as they stand.
    pub value: RwSignal<Settings>,
    store: Store,
    /// The field that was typed into last and the record it belongs to: its next letter is the same change.
    typed: StoredValue<Option<(RecordKey, String)>>,
    /// Whether this page has asked the browser for lasting storage.
    asked: StoredValue<bool>,
}

impl BrowserSettings {
    pub(super) fn open(store: Store) -> Self {
        let stored = store.records().read(&RecordKey::Settings).and_then(Result::ok);
        Self {
            value: RwSignal::new(stored.unwrap_or_default()),
            store,
            typed: StoredValue::new(None),
            asked: StoredValue::new(false),
        }
    }

    /// Writes them down; `None` when they cannot be.
    pub(super) fn encode(&self, records: &RecordStore) -> Option<String> {
        self.value.with_untracked(|value| records.encode(&RecordKey::Settings, value)).ok()
    }

    /// Takes the choices as they are in the browser, after a backup has put others there.
    pub(super) fn read_again(&self) {
        if let Some(restored) = self.store.records().read(&RecordKey::Settings).and_then(Result::ok) {
            self.value.set(restored);
        }
    }

    /// Changes a setting and saves it, in the tab that writes; the others only show.
    pub(crate) fn edit(&self, edit: impl FnOnce(&mut Settings)) {
        if self.store.is_writer() {
            self.value.update(edit);
            self.store.changed(RecordKey::Settings);
        }
    }

    /// Counts a change for the reminder of the backup.
    ///
    /// All letters typed into a field without leaving it are one change.
    pub(crate) fn count_change(&self, key: &RecordKey) {
        let typed = dom::typing_in().map(|field| (key.clone(), field));
        let goes_on = typed.is_some() && self.typed.with_value(|last| *last == typed);
        self.typed.set_value(typed);
        // After a backup the first letter counts again.
        if !goes_on || self.value.with_untracked(|value| value.changes_since_backup == 0) {
            self.count_changes(1);
        }
    }

    /// Counts so many changed records for the reminder of the backup.
    pub(crate) fn count_changes(&self, count: usize) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        if count > 0 {
            self.edit(|settings| settings.changes_since_backup = settings.changes_since_backup.saturating_add(count));
        }
    }

    /// Asks the browser once not to delete what this site keeps.
    ///
    /// Called after the first thing that somebody has entered.
    pub(crate) fn ask_for_lasting_storage(&self) {
        if self.asked.get_value() || self.value.with_untracked(|value| value.persist.is_some()) {
            return;
        }
        self.asked.set_value(true);
        let settings = *self;
        task::spawn(async move {
            // Firefox waits for the person's answer; nothing here waits for it.
            let answer = persist::ask().await;
            settings.edit(|settings| settings.persist = Some(answer == Promised::Kept));
        });
    }
}
