//! Saves without being asked: a change is on its way at once, and the status says only what is true.
//!
//! The pace is the disk's: while nothing is on its way, a change is written in the next task (the browser may paint
//! first); what is changed while the journal works is written together as soon as it is done, and after 200 ms at the
//! latest.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use anziping_core::record::RecordKey;
use leptos::prelude::*;

use super::declaration::Declaration;
use super::records::{Durability, RecordStore};
use crate::platform::journal::JournalFault;
use crate::platform::local::LocalFault;
use crate::platform::timer::{self, Timer};
use crate::platform::{clock, dom, persist, task};

/// Milliseconds that a change waits at most for the journal to finish what it has.
///
/// A disk may take seconds; localStorage takes the change meanwhile, which is enough for a tab that is closed or
/// crashes.
const PATIENCE_MS: u32 = 200;

/// Milliseconds until what the journal refused is offered to it again.
///
/// Doubled after each further refusal, up to [`RETRY_AT_MOST_MS`].
const RETRY_MS: u32 = 1_000;
/// A browser that goes on refusing is asked every few seconds.
///
/// Nobody tells the page that there is room again, and whoever has made some waits for the word that it helped.
const RETRY_AT_MOST_MS: u32 = 5_000;

/// Records written at once; the rest follow when the journal has them.
///
/// A page of the enterprise never changes so many. At the desk a thousand files are twenty records of a quarter of a
/// megabyte, which would hold the page up if they were encoded together.
const AT_ONCE: usize = 8;

/// Milliseconds of saving after which the disk is called slow: a strict transaction takes 1–20 ms.
const SLOW_MS: u32 = 3_000;

/// Warns when fewer bytes than this are left in the site's share of the storage.
///
/// A month takes a tenth, a photograph a twenty-fifth.
const ROOM_LOW: f64 = 5_000_000.0;
/// Milliseconds for which an answer about the room left is good enough.
const ROOM_EVERY_MS: u32 = 30_000;

/// The state of saving, which the status bar says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) enum SaveState {
    /// Nothing has been changed yet.
    #[default]
    Untouched,
    /// Nothing has been changed yet, and there is no journal: a power cut may cost the last seconds.
    NoJournal,
    /// Nothing has been changed yet, and there is only the journal.
    NoLocal,
    /// Something newer than the last save is on its way.
    Saving,
    /// As before, for so long that the disk must be slow.
    Slow,
    /// Durable since this time of day.
    Saved(String),
    /// In localStorage only, since this time of day.
    Written(String),
    /// Durable since this time of day, but the space is nearly used up.
    NearlyFull(String),
    /// The journal has it since this time of day, but localStorage refused.
    JournalOnly(String),
    /// The disk is full.
    ///
    /// What is typed is in memory, and in a localStorage that cannot be written down either; what was durable may be
    /// deleted by the browser.
    DiskFull,
    /// The browser closed the journal and cannot open it again.
    ///
    /// Whether earlier saves are still there is unknown.
    JournalGone,
    /// Nobody has it; no fault of localStorage where only the journal would have kept it.
    Failed(Option<LocalFault>, JournalFault),
    /// The record may not be written to.
    ReadOnly,
    /// Another tab has written the same record; this one was stopped.
    Overtaken,
}

/// Collects changed records and writes them together.
#[derive(Clone)]
pub(super) struct Autosave {
    inner: Rc<Inner>,
}

struct Inner {
    records: Rc<RecordStore>,
    own: Declaration,
    /// Records of the page that have changed since they were written.
    dirty: RefCell<BTreeSet<RecordKey>>,
    /// Records whose last write the journal refused.
    ///
    /// They go along with every further write until it has them.
    owed: RefCell<BTreeSet<RecordKey>>,
    /// Records too large for localStorage, while there is no journal.
    ///
    /// They are stored nowhere, whatever else is written.
    nowhere: RefCell<BTreeSet<RecordKey>>,
    /// Batches that the journal has not yet answered.
    under_way: Cell<u32>,
    /// Called when the journal has answered everything.
    settled: RefCell<Vec<Box<dyn FnOnce()>>>,
    timer: RefCell<Option<Timer>>,
    /// Offers the journal again what it is owed.
    retry: RefCell<Option<Timer>>,
    /// How often in a row the journal has refused.
    refusals: Cell<u32>,
    /// Whether localStorage missed part of a batch the journal has not confirmed yet.
    unkept: Cell<bool>,
    /// Whether the browser has closed the journal, and nothing was durable since.
    gone: Cell<bool>,
    /// Whether hardly any room is left in the site's share, as far as the browser told.
    low: Cell<bool>,
    /// Until it is asked again how much room is left.
    asked: RefCell<Option<Timer>>,
    /// Until the disk is called slow.
    slow: RefCell<Option<Timer>>,
    /// Whether anything was written since the page was opened.
    ///
    /// A browser that keeps nothing has lost nothing yet.
    entered: Cell<bool>,
    /// The status before the first change that is not written yet.
    before: RefCell<SaveState>,
    state: RwSignal<SaveState>,
}

impl SaveState {
    /// Returns whether another try must not take the word off the screen, not even for a moment.
    fn is_alarm(&self) -> bool {
        matches!(self, Self::DiskFull | Self::JournalGone)
    }

    /// Returns whether leaving the page now may lose what was typed.
    pub(super) fn is_unsafe(&self) -> bool {
        matches!(self, Self::Failed(..) | Self::Overtaken | Self::DiskFull)
    }

    /// The state before anything was changed.
    fn at_start(records: &RecordStore) -> Self {
        match (records.local_fault(), records.journal_fault()) {
            (None, None) => Self::Untouched,
            (None, Some(_)) => Self::NoJournal,
            (Some(_), None) => Self::NoLocal,
            (Some(local), Some(journal)) => Self::Failed(Some(local), journal),
        }
    }
}

/// The pause before the next try after so many refusals in a row, from 1.
fn pause_after(refusals: u32) -> u32 {
    RETRY_MS.saturating_mul(1 << refusals.saturating_sub(1).min(16)).min(RETRY_AT_MOST_MS)
}

impl Autosave {
    /// Saves the page's own records and reports into `state`.
    pub(super) fn new(records: Rc<RecordStore>, own: Declaration, state: RwSignal<SaveState>) -> Self {
        let inner = Inner {
            records,
            own,
            dirty: RefCell::default(),
            owed: RefCell::default(),
            nowhere: RefCell::default(),
            under_way: Cell::new(0),
            settled: RefCell::default(),
            timer: RefCell::default(),
            retry: RefCell::default(),
            refusals: Cell::new(0),
            unkept: Cell::new(false),
            gone: Cell::new(false),
            low: Cell::new(false),
            asked: RefCell::default(),
            slow: RefCell::default(),
            entered: Cell::new(false),
            before: RefCell::default(),
            state,
        };
        state.set(SaveState::at_start(&inner.records));
        let autosave = Self { inner: Rc::new(inner) };
        let on_hide = autosave.clone();
        dom::on_hide(move || on_hide.flush()).forever();
        dom::set_mark("saved", &autosave.inner.records.revision().to_string());
        autosave
    }

    /// Marks one of the page's own records as changed.
    ///
    /// It is encoded when the time comes, in its newest state.
    pub(super) fn changed(&self, key: RecordKey) {
        debug_assert!(self.inner.own.keys().contains(&key), "{key} is not declared, so it would never be written");
        if self.inner.records.locked(&key).is_some() {
            self.inner.state.set(SaveState::ReadOnly);
            return;
        }
        self.inner.dirty.borrow_mut().insert(key);
        dom::set_mark("dirty", "true");
        let before = self.inner.state.get_untracked();
        if !matches!(before, SaveState::Saving | SaveState::Slow) {
            self.show_saving(&before);
            *self.inner.before.borrow_mut() = before;
        }
        if self.inner.timer.borrow().is_none() {
            let wait = if self.inner.under_way.get() == 0 { 0 } else { PATIENCE_MS };
            let later = self.clone();
            *self.inner.timer.borrow_mut() = Some(timer::after(wait, move || later.flush()));
        }
    }

    /// Writes whatever is marked, now.
    pub(super) fn flush(&self) {
        self.inner.timer.borrow_mut().take();
        let mut dirty = std::mem::take(&mut *self.inner.dirty.borrow_mut());
        while dirty.len() > AT_ONCE {
            self.inner.dirty.borrow_mut().extend(dirty.pop_last());
        }
        let changed = || self.inner.own.bodies(&self.inner.records, |key| dirty.contains(key));
        let bodies = if dirty.is_empty() { Vec::new() } else { changed() };
        let batch: Vec<_> = bodies.into_iter().map(|(key, body)| (key, Some(body))).collect();
        if !batch.is_empty() || !self.inner.owed.borrow().is_empty() {
            self.put(batch);
        } else if !dirty.is_empty() && self.inner.under_way.get() == 0 {
            // What was marked has left the screen: everything is as it was before.
            self.inner.state.set(self.inner.before.borrow().clone());
            dom::remove_mark("dirty");
        }
    }

    /// Writes whatever is marked and calls `done` when the browser has answered for all of it.
    pub(super) fn flush_then(&self, done: impl FnOnce() + 'static) {
        self.flush();
        if self.inner.under_way.get() == 0 {
            done();
        } else {
            self.inner.settled.borrow_mut().push(Box::new(done));
        }
    }

    /// Writes a batch now; `None` as body removes a record.
    pub(super) fn put(&self, mut batch: Vec<(RecordKey, Option<String>)>) {
        self.inner.retry.borrow_mut().take();
        // What is only tried again is no news to the person; what comes of it is.
        let news = !batch.is_empty();
        for key in std::mem::take(&mut *self.inner.owed.borrow_mut()) {
            if batch.iter().all(|(present, _)| *present != key) {
                let body = self.inner.records.body(&key);
                batch.push((key, body));
            }
        }
        let keys: Vec<RecordKey> = batch.iter().map(|(key, _)| key.clone()).collect();
        let (revision, written) = self.inner.records.write(batch);
        if self.inner.records.kept_less_than_written() {
            self.inner.unkept.set(true);
        }
        dom::set_mark("dirty", "true");
        if news {
            self.inner.entered.set(true);
            self.show_saving(&self.inner.state.get_untracked());
        }
        self.inner.under_way.update(|batches| batches + 1);
        let autosave = self.clone();
        task::spawn(async move {
            let durability = written.await;
            autosave.inner.settle(revision, durability, keys);
            autosave.try_again_later();
            autosave.look_at_room();
            autosave.go_on();
        });
    }

    /// Says that something is on its way, and after a while that the disk is slow.
    fn show_saving(&self, before: &SaveState) {
        if before.is_alarm() || *before == SaveState::Slow {
            return;
        }
        self.inner.state.set(SaveState::Saving);
        let inner = Rc::clone(&self.inner);
        *self.inner.slow.borrow_mut() = Some(timer::after(SLOW_MS, move || {
            if inner.state.get_untracked() == SaveState::Saving {
                inner.state.set(SaveState::Slow);
            }
        }));
    }

    /// Asks the browser now and then how much room is left; the next save says so.
    fn look_at_room(&self) {
        if self.inner.asked.borrow().is_some() {
            return;
        }
        let inner = Rc::clone(&self.inner);
        *self.inner.asked.borrow_mut() =
            Some(timer::after(ROOM_EVERY_MS, move || drop(inner.asked.borrow_mut().take())));
        let inner = Rc::clone(&self.inner);
        task::spawn(async move {
            let Some(room) = persist::room().await else { return };
            inner.low.set(room.quota - room.usage < ROOM_LOW);
            match inner.state.get_untracked() {
                SaveState::Saved(time) if inner.low.get() => inner.state.set(SaveState::NearlyFull(time)),
                _ => {}
            }
        });
    }

    /// Returns whether leaving the page now would lose something that was entered.
    ///
    /// It writes first whatever can be written.
    pub(super) fn is_at_risk(&self) -> bool {
        self.flush();
        let refused = self.inner.entered.get() && self.inner.state.with_untracked(SaveState::is_unsafe);
        // What localStorage has outlives the page; the rest is safe once the journal has answered.
        refused || (self.inner.under_way.get() > 0 && self.inner.unkept.get())
    }

    /// Notes that the journal was lost: these records are offered to it until it has them again.
    pub(super) fn owe(&self, keys: Vec<RecordKey>, fault: &JournalFault) {
        self.inner.owed.borrow_mut().extend(keys);
        self.inner.gone.set(true);
        dom::set_mark("dirty", "true");
        let full = *fault == JournalFault::Full;
        self.inner.state.set(if full { SaveState::DiskFull } else { SaveState::JournalGone });
        self.try_again_later();
    }

    /// Retries what the journal refused, even if nothing changes in the meantime.
    fn try_again_later(&self) {
        if self.inner.owed.borrow().is_empty() {
            self.inner.refusals.set(0);
            return;
        }
        self.inner.refusals.update(|refusals| refusals.saturating_add(1));
        let again = self.clone();
        let retry = timer::after(pause_after(self.inner.refusals.get()), move || again.flush());
        *self.inner.retry.borrow_mut() = Some(retry);
    }

    /// After the journal has answered: what came in meanwhile is next.
    fn go_on(&self) {
        if self.inner.under_way.get() > 0 {
            return;
        }
        if !self.inner.dirty.borrow().is_empty() {
            self.flush();
        } else {
            let settled = std::mem::take(&mut *self.inner.settled.borrow_mut());
            settled.into_iter().for_each(|done| done());
        }
    }
}

impl Inner {
    /// Notes which records of a batch nobody has, where there is no journal.
    ///
    /// One that was removed needs nobody.
    fn note_nowhere(&self, keys: Vec<RecordKey>) {
        let mut nowhere = self.nowhere.borrow_mut();
        for key in keys.into_iter().filter(RecordKey::is_bulky) {
            if self.records.body(&key).is_some() {
                nowhere.insert(key)
            } else {
                nowhere.remove(&key)
            };
        }
    }

    fn settle(&self, revision: u64, durability: Durability, keys: Vec<RecordKey>) {
        self.under_way.update(|batches| batches.saturating_sub(1));
        if self.under_way.get() == 0 {
            self.unkept.set(false);
        }
        match self.records.journal_fault() {
            // A journal that was never there is owed nothing.
            Some(_) => self.note_nowhere(keys),
            None if matches!(durability, Durability::Written(Some(_)) | Durability::Lost(..)) => {
                self.owed.borrow_mut().extend(keys);
            }
            None => {}
        }
        let whole = self.owed.borrow().is_empty();
        let newest = self.dirty.borrow().is_empty() && revision == self.records.revision();
        let durable = whole && matches!(durability, Durability::Durable | Durability::JournalOnly(_));
        if durable {
            self.gone.set(false);
            dom::set_mark("saved", &revision.to_string());
        }
        let time = clock::time_hhmm();
        let state = match durability {
            Durability::Durable if !whole => return,
            Durability::Durable if self.low.get() => SaveState::NearlyFull(time),
            Durability::Durable => SaveState::Saved(time),
            Durability::Written(Some(journal)) if !self.nowhere.borrow().is_empty() => SaveState::Failed(None, journal),
            Durability::Written(Some(JournalFault::Full)) => SaveState::DiskFull,
            Durability::Written(Some(_)) if self.gone.get() => SaveState::JournalGone,
            Durability::Written(_) => SaveState::Written(time),
            Durability::JournalOnly(LocalFault::Full) => SaveState::NearlyFull(time),
            Durability::JournalOnly(_) => SaveState::JournalOnly(time),
            Durability::Lost(local, journal) => SaveState::Failed(local, journal),
            Durability::Overtaken => SaveState::Overtaken,
            Durability::Locked => SaveState::ReadOnly,
        };
        // A failure is shown even while something newer is on its way; a success only when it is the last word.
        if newest || state.is_alarm() || matches!(state, SaveState::Failed(..) | SaveState::Overtaken) {
            self.state.set(state);
        }
        if newest && durable {
            dom::remove_mark("dirty");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusing_journal_is_asked_more_rarely_up_to_every_few_seconds() {
        let pauses: Vec<u32> = (1..=5).map(pause_after).collect();
        assert_eq!(pauses, [1_000, 2_000, 4_000, 5_000, 5_000]);
        assert_eq!(pause_after(u32::MAX), RETRY_AT_MOST_MS);
    }
}
