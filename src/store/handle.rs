//! Hands a page its store.
//!
//! The records, their saving, its role among the tabs, the way back from the last step.

use std::rc::Rc;

use anziping_core::record::RecordKey;
use leptos::prelude::*;

use super::autosave::{Autosave, SaveState};
use super::declaration::{Declaration, OwnRecords};
use super::discovery::Discovery;
use super::editions::KeptEditions;
use super::page::SitePage;
use super::records::RecordStore;
use super::tabs::{Tabs, WriterRole};
use super::undo::Undo;
use crate::platform::journal::JournalFault;

/// The records that a page keeps in the browser; `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(crate) struct Store {
    /// The state of saving, for the status bar.
    pub save: RwSignal<SaveState>,
    /// The discoveries of start-up and repairs; shown until dismissed.
    pub discoveries: RwSignal<Vec<Discovery>>,
    /// The role of this tab beside others.
    pub role: RwSignal<WriterRole>,
    /// The last step that can be taken back.
    pub undo: RwSignal<Option<Undo>, LocalStorage>,
    parts: StoredValue<Rc<StoreParts>, LocalStorage>,
}

struct StoreParts {
    page: SitePage,
    records: Rc<RecordStore>,
    autosave: Autosave,
    tabs: Tabs,
    editions: Rc<KeptEditions>,
    own: Declaration,
}

impl Store {
    /// Opens the records of this browser. Nothing can be marked as changed before [`own`](Self::own).
    pub(crate) async fn open(page: SitePage) -> Self {
        // The claim comes first: a tab that only shows must not put copies right under the hands of the one that
        // writes.
        let tabs = Tabs::claim(page.name()).await;
        let role = tabs.role();
        let (records, mut discoveries) = RecordStore::open(page, role.get_untracked()).await;
        discoveries.retain(|discovery| page.tells(discovery));
        let save = RwSignal::new(SaveState::default());
        let own = Declaration::default();
        let autosave = Autosave::new(Rc::clone(&records), own.clone(), save);
        let editions = Rc::new(KeptEditions::of(Rc::clone(&records)));
        Self {
            save,
            discoveries: RwSignal::new(discoveries),
            role,
            undo: RwSignal::new_local(None),
            parts: StoredValue::new_local(Rc::new(StoreParts { page, records, autosave, tabs, editions, own })),
        }
    }

    /// Declares the records that this page may change.
    ///
    /// Called once, by the app; everything that has to know them asks here.
    pub(crate) fn own(&self, app: impl OwnRecords + 'static) {
        self.with(|parts| parts.own.set(app));
    }

    /// The records of this browser.
    pub(crate) fn records(&self) -> Rc<RecordStore> {
        self.with(|parts| Rc::clone(&parts.records))
    }

    /// The check lists of this browser.
    pub(crate) fn editions(&self) -> Rc<KeptEditions> {
        self.with(|parts| Rc::clone(&parts.editions))
    }

    /// Returns whether this tab may write.
    pub(crate) fn is_writer(&self) -> bool {
        self.role.get_untracked() == WriterRole::Writer
    }

    /// Returns whether a lock keeps all other tabs of ours from writing.
    pub(crate) fn is_alone(&self) -> bool {
        self.with(|parts| parts.tabs.is_alone())
    }

    /// Notes that one of the page's own records has changed: it is written in the next task.
    pub(crate) fn changed(&self, key: RecordKey) {
        self.with(|parts| parts.autosave.changed(key));
    }

    /// Writes whatever is marked, now.
    pub(crate) fn flush(&self) {
        self.with(|parts| parts.autosave.flush());
    }

    /// Writes whatever is marked and calls `done` when the browser has answered for all of it.
    pub(crate) fn flush_then(&self, done: impl FnOnce() + 'static) {
        self.with(|parts| parts.autosave.flush_then(done));
    }

    /// Writes bodies now; `None` removes the record.
    pub(crate) fn write(&self, batch: Vec<(RecordKey, Option<String>)>) {
        if !batch.is_empty() {
            self.with(|parts| parts.autosave.put(batch));
        }
    }

    /// The body of a record; a value that cannot be written down is told as a discovery.
    pub(crate) fn encode<T: serde::Serialize>(&self, key: &RecordKey, value: &T) -> Option<String> {
        self.written(key, self.records().encode(key, value).ok())
    }

    /// Passes an encoded body on, and reports a discovery if encoding failed.
    pub(crate) fn written(&self, key: &RecordKey, body: Option<String>) -> Option<String> {
        if body.is_none() {
            let unwritable = Discovery::Unwritable(key.clone());
            self.discoveries.update(|all| {
                if !all.contains(&unwritable) {
                    all.push(unwritable);
                }
            });
        }
        body
    }

    /// Writes records as they are in memory, after their copies were deleted behind the page.
    ///
    /// Calls `done` when they are kept again.
    pub(super) fn write_again(&self, keys: &[RecordKey], done: impl FnOnce() + 'static) {
        let records = self.records();
        self.write(keys.iter().filter_map(|key| Some((key.clone(), Some(records.body(key)?)))).collect());
        self.flush_then(done);
    }

    /// The journal is gone: the page's records are offered to it until it has them again.
    pub(super) fn owe_journal(&self, fault: &JournalFault) {
        let page = self.page();
        let keys = self.records().keys().into_iter().filter(|key| page.owns(key)).collect();
        self.with(|parts| parts.autosave.owe(keys, fault));
    }

    /// Counts the records of the page.
    pub(super) fn own_count(&self) -> usize {
        let page = self.page();
        self.records().keys().into_iter().filter(|key| page.owns(key)).count()
    }

    /// The bodies of the page's own records as they stand on the screen.
    ///
    /// Those that exist and may be written.
    pub(crate) fn own_bodies(&self) -> Vec<(RecordKey, String)> {
        let (records, own) = self.with(|parts| (Rc::clone(&parts.records), parts.own.clone()));
        own.bodies(&records, |key| !key.is_anybodys() && records.locked(key).is_none())
    }

    /// The names of the page's own records on the screen.
    pub(super) fn own_keys(&self) -> Vec<RecordKey> {
        self.with(|parts| parts.own.clone()).keys()
    }

    /// Returns whether leaving the page now would lose something that was entered.
    ///
    /// It writes first whatever can be written.
    pub(super) fn is_at_risk(&self) -> bool {
        self.with(|parts| parts.autosave.clone()).is_at_risk()
    }

    /// Keeps a check list of others. Nothing uses it before somebody says so.
    pub(crate) fn keep_edition(&self, edition: &anziping_core::edition::Edition<'_>) {
        let key = RecordKey::CheckList(edition.reference().sha256.clone());
        self.write(vec![(key, Some(edition.text().to_owned()))]);
    }

    /// Says what was done and offers to take it back, as long as the page is open.
    pub(crate) fn offer_undo(&self, said: String, take_back: impl Fn() + 'static) {
        self.undo.set(Some(Undo { said, take_back: Rc::new(take_back) }));
    }

    pub(super) fn page(&self) -> SitePage {
        self.with(|parts| parts.page)
    }

    pub(super) fn tabs(&self) -> Tabs {
        self.with(|parts| parts.tabs.clone())
    }

    fn with<T>(&self, use_parts: impl FnOnce(&StoreParts) -> T) -> T {
        // Cloned out: what is called may come back here, and a value must not be borrowed twice.
        let parts = self.parts.get_value();
        use_parts(&parts)
    }
}
