//! Saving without being asked: a change is written within 250 ms and when the page hides, and the status says only what is true.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use anziping_core::stored::RecordKey;
use leptos::prelude::*;

use super::vault::{Durability, Vault};
use crate::platform::journal::JournalFault;
use crate::platform::local::LocalFault;
use crate::platform::timer::{self, Timer};
use crate::platform::{clock, document, task};

/// Milliseconds between a change and its saving. Typing goes on meanwhile, so a burst of keys is written once.
const SETTLE_MS: u32 = 200;

/// What the status bar says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum SaveState {
    /// Nothing has been changed yet.
    #[default]
    Untouched,
    /// Something newer than the last save is on its way.
    Saving,
    /// Durable since this time of day.
    Saved(String),
    /// In localStorage only, since this time of day.
    Written(String),
    /// The journal has it since this time of day, but localStorage refused: the space is nearly used up.
    JournalOnly(String, LocalFault),
    /// Nobody has it.
    Failed(LocalFault, JournalFault),
    /// The record may not be written to.
    ReadOnly,
    /// Another tab has written the same record; this one was stopped.
    Overtaken,
}

type Producer = Box<dyn Fn() -> Option<String>>;

/// Collects changed records and writes them together.
#[derive(Clone)]
pub struct Autosave {
    inner: Rc<Inner>,
}

struct Inner {
    vault: Rc<Vault>,
    dirty: RefCell<BTreeMap<RecordKey, Producer>>,
    timer: RefCell<Option<Timer>>,
    state: RwSignal<SaveState>,
}

impl Autosave {
    /// Saves into `vault` and reports into `state`.
    pub fn new(vault: Rc<Vault>, state: RwSignal<SaveState>) -> Self {
        let autosave = Self { inner: Rc::new(Inner { vault, dirty: RefCell::default(), timer: RefCell::default(), state }) };
        let on_hide = autosave.clone();
        document::on_hide(move || on_hide.flush()).forever();
        document::set_mark("saved", &autosave.inner.vault.revision().to_string());
        autosave
    }

    /// Marks a record as changed. `body` is asked for when the time comes and sees the newest state then.
    pub fn mark(&self, key: RecordKey, body: impl Fn() -> Option<String> + 'static) {
        if self.inner.vault.locked(&key).is_some() {
            self.inner.state.set(SaveState::ReadOnly);
            return;
        }
        self.inner.dirty.borrow_mut().insert(key, Box::new(body));
        document::set_mark("dirty", "true");
        if self.inner.state.with_untracked(|state| *state != SaveState::Saving) {
            self.inner.state.set(SaveState::Saving);
        }
        if self.inner.timer.borrow().is_none() {
            let later = self.clone();
            *self.inner.timer.borrow_mut() = Some(timer::after(SETTLE_MS, move || later.flush()));
        }
    }

    /// Writes whatever is marked, now.
    pub fn flush(&self) {
        self.inner.timer.borrow_mut().take();
        let dirty = std::mem::take(&mut *self.inner.dirty.borrow_mut());
        let batch: Vec<_> = dirty.into_iter().filter_map(|(key, body)| Some((key, Some(body()?)))).collect();
        if !batch.is_empty() {
            self.put(batch);
        }
    }

    /// Writes whatever is marked and calls `done` when the browser has it.
    pub fn flush_then(&self, done: impl FnOnce() + 'static) {
        self.flush();
        let (revision, written) = self.inner.vault.write(Vec::new());
        let inner = Rc::clone(&self.inner);
        task::spawn(async move {
            inner.settle(revision, written.await);
            done();
        });
    }

    /// Writes a batch now; `None` as body removes a record.
    pub fn put(&self, batch: Vec<(RecordKey, Option<String>)>) {
        let (revision, written) = self.inner.vault.write(batch);
        document::set_mark("dirty", "true");
        self.inner.state.set(SaveState::Saving);
        let inner = Rc::clone(&self.inner);
        task::spawn(async move { inner.settle(revision, written.await) });
    }
}

impl Inner {
    fn settle(&self, revision: u64, durability: Durability) {
        let newest = self.dirty.borrow().is_empty() && revision == self.vault.revision();
        let durable = matches!(durability, Durability::Durable | Durability::JournalOnly(_));
        if durable {
            document::set_mark("saved", &revision.to_string());
        }
        let time = clock::time_hhmm();
        let state = match durability {
            Durability::Durable => SaveState::Saved(time),
            Durability::Written(_) => SaveState::Written(time),
            Durability::JournalOnly(local) => SaveState::JournalOnly(time, local),
            Durability::Lost(local, journal) => SaveState::Failed(local, journal),
            Durability::Overtaken => SaveState::Overtaken,
            Durability::Locked => SaveState::ReadOnly,
        };
        // A failure is shown even while something newer is on its way; a success only when it is the last word.
        if newest || matches!(state, SaveState::Failed(..)) {
            self.state.set(state);
        }
        if newest && durable {
            document::remove_mark("dirty");
        }
    }
}
