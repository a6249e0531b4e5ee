//! Reads and writes the records of this browser.
//!
//! Two alternating slots in localStorage, a journal in IndexedDB.
//!
//! Measured: a browser killed while writing loses 1–5 s of localStorage that it had accepted; a strict IndexedDB
//! transaction loses nothing. So a write to localStorage ends with the call, and only the journal's completion makes it
//! 已保存; in Chromium, which may lose a whole journal after a kill, that of its second copy.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`notes`] | notes what this page writes, and notices what none of ours did |
//! | [`reading`] | reads every copy and takes the newest valid one |
//! | [`rivalry`] | notices another tab's writes, gives way to them or insists |

mod notes;
mod reading;
mod rivalry;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use anziping_core::record::backup::BackupRecord;
use anziping_core::record::body::{
    Misshapen, UnknownMembers, read_body, read_known, read_what_is_understood, write_body,
};
use anziping_core::record::rivalry::KnownRevisions;
use anziping_core::record::slots::CopyPlace;
use anziping_core::record::stored::stated_revision;
use anziping_core::record::{Envelope, RecordKey, Unreadable};
use serde::{Serialize, de::DeserializeOwned};

use crate::platform::clock;
use crate::platform::journal::{Emptied, Journal, JournalFault, Strictness};
use crate::platform::local::{LocalFault, LocalStore};
use crate::platform::visited;
use crate::store::page::SitePage;

/// Why nothing may be written to a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Locked {
    /// It was written by a newer program.
    Newer,
    /// Its body is damaged or has another shape.
    Damaged,
}

/// How far a batch got.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Durability {
    /// The journal's strict transaction is complete: a kill or a power cut loses nothing.
    Durable,
    /// Only localStorage has it, or the browser does not grant strict durability (then there is no fault).
    Written(Option<JournalFault>),
    /// The journal has it, localStorage refused.
    JournalOnly(LocalFault),
    /// Nobody has it; no fault of localStorage where only the journal would have kept it.
    Lost(Option<LocalFault>, JournalFault),
    /// Another tab wrote one of the records since this one read it; nothing of the batch was written.
    Overtaken,
    /// One of the records is damaged or newer than the program; the others were written.
    Locked,
}

struct Held {
    envelope: Envelope,
    /// The slot of localStorage that holds it; the next revision goes into the other one.
    slot: Option<CopyPlace>,
    locked: Option<Locked>,
    rest: UnknownMembers,
    /// Number of this text among all that were ever held.
    state: u64,
}

/// All records, in memory and in the browser.
pub(crate) struct RecordStore {
    page: SitePage,
    local: Result<LocalStore, LocalFault>,
    journal: Result<Journal, JournalFault>,
    held: RefCell<BTreeMap<RecordKey, Held>>,
    /// The texts by which this tab recognises its own in the journal.
    known: Rc<RefCell<BTreeMap<RecordKey, KnownRevisions>>>,
    /// Another tab's texts that this one met in the journal and has not answered yet.
    rivals: Rc<RefCell<BTreeMap<RecordKey, String>>>,
    /// Records that exist and cannot be read: nothing is written over them.
    unreadable: RefCell<BTreeMap<RecordKey, (Locked, Vec<String>)>>,
    /// Copies that lost against another of the same revision.
    aside: RefCell<Vec<(RecordKey, Vec<String>)>>,
    revision: Cell<u64>,
    /// Texts that were held so far.
    states: Cell<u64>,
    /// Whether localStorage has less than the last batch.
    kept_less: Cell<bool>,
    /// Whether the cookie says that this page has records; `None` until it was first written.
    noted: Cell<Option<bool>>,
}

impl RecordStore {
    /// Every record that can be read and written.
    ///
    /// Those of a newer program are left out: written by this one, they would claim to be of its own shape.
    pub(crate) fn envelopes(&self) -> Vec<Envelope> {
        let held = self.held.borrow();
        held.values().filter(|held| held.locked != Some(Locked::Newer)).map(|held| held.envelope.clone()).collect()
    }

    /// The records of a newer program as they lie here, for the backup.
    pub(crate) fn newer_records(&self) -> Vec<BackupRecord> {
        let unreadable = self.unreadable.borrow();
        let newer = unreadable.iter().filter(|(_, (locked, _))| *locked == Locked::Newer);
        let newest = |key: &RecordKey, texts: &[String]| {
            let of_newer =
                texts.iter().filter(|text| matches!(Envelope::read(key, text), Err(Unreadable::Newer { .. })));
            of_newer.max_by_key(|text| stated_revision(text)).cloned()
        };
        newer
            .filter_map(|(key, (_, texts))| Some(BackupRecord { key: key.to_string(), text: newest(key, texts)? }))
            .collect()
    }

    /// Counts the records of this enterprise that cannot be read or belong to a newer program.
    pub(crate) fn unreadable_of(&self, enterprise: &str) -> usize {
        self.unreadable.borrow().keys().filter(|key| key.enterprise() == Some(enterprise)).count()
    }

    /// Records whose two slots in localStorage are both empty.
    ///
    /// This tab has read or written them there.
    pub(crate) fn missing_from_local(&self) -> Vec<RecordKey> {
        let Ok(local) = &self.local else { return Vec::new() };
        let is_there = |key: &RecordKey| {
            [CopyPlace::LocalA, CopyPlace::LocalB].into_iter().any(|slot| local.has(&slot_name(key, slot)))
        };
        let held = self.held.borrow();
        held.iter().filter(|(key, held)| held.slot.is_some() && !is_there(key)).map(|(key, _)| key.clone()).collect()
    }

    /// Records that are missing from the journal.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub(crate) async fn missing_from_journal(&self) -> Result<Vec<RecordKey>, JournalFault> {
        let journal = self.journal.as_ref().map_err(Clone::clone)?;
        let mut there = BTreeSet::new();
        journal.all().await?.each(&mut |name, _| {
            there.insert(name);
        });
        let held = self.held.borrow();
        let ought = held.iter().filter(|(_, held)| held.locked.is_none()).map(|(key, _)| key);
        Ok(ought.filter(|key| !there.contains(&key.to_string())).cloned().collect())
    }

    /// Calls when the browser has closed the journal by itself.
    pub(crate) fn when_journal_lost(&self, call: impl Fn() + 'static) {
        if let Ok(journal) = &self.journal {
            journal.when_lost(call);
        }
    }

    /// Opens the journal again after it was lost.
    ///
    /// # Errors
    /// The browser does not open it.
    pub(crate) async fn reconnect_journal(&self) -> Result<(), JournalFault> {
        self.journal.as_ref().map_err(Clone::clone)?.reconnect().await
    }

    /// Tells whether the browser deleted the journal since it was asked last, and what for.
    pub(super) fn was_journal_emptied(&self) -> Option<Emptied> {
        self.journal.as_ref().ok().and_then(Journal::was_emptied)
    }

    /// Returns whether anything of this page is kept, readable or not.
    fn keeps_any(&self) -> bool {
        let (held, unreadable) = (self.held.borrow(), self.unreadable.borrow());
        held.keys().chain(unreadable.keys()).any(|key| self.page.owns(key))
    }

    /// Notes outside of everything that browsers delete to make room whether anything of this page is kept.
    fn note_visit(&self) {
        let keeps = self.keeps_any();
        if self.noted.replace(Some(keeps)) != Some(keeps) {
            let note = if keeps { visited::note } else { visited::forget };
            note(self.page.name());
        }
    }

    /// The names of all records that can be read.
    pub(crate) fn keys(&self) -> Vec<RecordKey> {
        self.held.borrow().keys().cloned().collect()
    }

    /// The body of a record as it was read or written last; `None` when there is none.
    pub(crate) fn body(&self, key: &RecordKey) -> Option<String> {
        self.held.borrow().get(key).map(|held| held.envelope.body.clone())
    }

    /// A local id that no enterprise has, not even one that cannot be read.
    pub(crate) fn free_id(&self) -> String {
        let (held, unreadable) = (self.held.borrow(), self.unreadable.borrow());
        let numbers = held
            .keys()
            .chain(unreadable.keys())
            .filter_map(|key| key.enterprise()?.strip_prefix('e')?.parse::<u32>().ok());
        format!("e{}", numbers.max().unwrap_or(0).saturating_add(1))
    }

    /// Returns the reason for which a record may not be written to, if there is one.
    pub(crate) fn locked(&self, key: &RecordKey) -> Option<Locked> {
        let unreadable = self.unreadable.borrow().get(key).map(|(locked, _)| *locked);
        unreadable.or_else(|| self.held.borrow().get(key).and_then(|held| held.locked))
    }

    /// The raw texts of records that cannot be read or lost against another copy, for export.
    pub(crate) fn unreadable_texts(&self) -> Vec<(RecordKey, Vec<String>)> {
        let (unreadable, held, aside) = (self.unreadable.borrow(), self.held.borrow(), self.aside.borrow());
        let by_checksum = unreadable.iter().map(|(key, (_, texts))| (key.clone(), texts.clone()));
        // Whole by its checksum and still of another shape.
        let misshapen = held.iter().filter(|(_, held)| held.locked == Some(Locked::Damaged));
        let misshapen = misshapen.map(|(key, held)| (key.clone(), vec![held.envelope.write()]));
        by_checksum.chain(misshapen).chain(aside.iter().cloned()).collect()
    }

    /// Gives a damaged record up to be written over, after its texts were saved elsewhere.
    ///
    /// Until the page closes they can still be exported. A record of a newer program is never given up.
    pub(crate) fn give_up_damaged(&self, key: &RecordKey) {
        let mut unreadable = self.unreadable.borrow_mut();
        if let Some((Locked::Damaged, texts)) = unreadable.get(key).cloned() {
            unreadable.remove(key);
            self.aside.borrow_mut().push((key.clone(), texts));
        }
        // Whole by its checksum and still of another shape: locked where it lies.
        if let Some(held) = self.held.borrow_mut().get_mut(key)
            && held.locked == Some(Locked::Damaged)
        {
            held.locked = None;
            self.aside.borrow_mut().push((key.clone(), vec![held.envelope.write()]));
        }
    }

    /// The highest revision that was written or read.
    pub(crate) fn revision(&self) -> u64 {
        self.revision.get()
    }

    /// Returns whether localStorage has less than the batch that was written last.
    ///
    /// It refused, or another tab had written before.
    pub(super) fn kept_less_than_written(&self) -> bool {
        self.kept_less.get()
    }

    /// The reason for which there is no strict journal, if there is none.
    pub(crate) fn journal_fault(&self) -> Option<JournalFault> {
        self.journal.as_ref().err().cloned()
    }

    /// The reason for which there is no localStorage, if there is none.
    pub(crate) fn local_fault(&self) -> Option<LocalFault> {
        self.local.as_ref().err().cloned()
    }

    /// Bytes used in localStorage by this site's records; `None` where it cannot be read.
    pub(crate) fn bytes_used(&self) -> Option<u64> {
        self.local.as_ref().ok()?.bytes_used().ok().map(|used| used.own)
    }

    /// The keys, each with the number of its text: another text of a record has another number.
    pub(crate) fn states(&self) -> Vec<(RecordKey, u64)> {
        self.held.borrow().iter().map(|(key, held)| (key.clone(), held.state)).collect()
    }

    fn next_state(&self) -> u64 {
        self.states.set(self.states.get() + 1);
        self.states.get()
    }

    /// Reads a record; `None` when there is none.
    ///
    /// # Errors
    /// [`Misshapen`] locks the record: what is there stays there.
    pub(crate) fn read<T: Serialize + DeserializeOwned>(&self, key: &RecordKey) -> Option<Result<T, Misshapen>> {
        self.read_as(key, |body, rest| {
            let (value, unknown) = read_body(body)?;
            *rest = unknown;
            Ok(value)
        })
    }

    /// Reads a record that is only looked at.
    ///
    /// What this program does not know in it is passed over, which spares most of the work. Whoever writes the record
    /// [reads](Self::read) it first.
    ///
    /// # Errors
    /// As [`read`](Self::read): [`Misshapen`] locks the record.
    pub(crate) fn look_at<T: DeserializeOwned>(&self, key: &RecordKey) -> Option<Result<T, Misshapen>> {
        self.read_as(key, |body, _| read_known(body))
    }

    fn read_as<T: DeserializeOwned>(
        &self,
        key: &RecordKey,
        read: impl FnOnce(&str, &mut UnknownMembers) -> Result<T, Misshapen>,
    ) -> Option<Result<T, Misshapen>> {
        let mut held = self.held.borrow_mut();
        let held = held.get_mut(key)?;
        if held.locked == Some(Locked::Newer) {
            // Without its period there is no month to show; nothing else is indispensable.
            return Some(Ok(read_what_is_understood(&held.envelope.body, &["period"])?.value));
        }
        let read = read(&held.envelope.body, &mut held.rest);
        if read.is_err() {
            held.locked = Some(Locked::Damaged);
        }
        Some(read)
    }

    /// The body of a record with the members that this program does not know put back.
    ///
    /// # Errors
    /// None of our records can fail; the type says it anyway.
    pub(crate) fn encode<T: Serialize>(&self, key: &RecordKey, value: &T) -> Result<String, Misshapen> {
        let held = self.held.borrow();
        write_body(value, held.get(key).map_or(&UnknownMembers::default(), |held| &held.rest))
    }

    /// Writes bodies (`None` removes the record). localStorage is written before this returns.
    ///
    /// The future tells how far it got. The number is the revision of the batch.
    pub(crate) fn write(
        self: &Rc<Self>,
        batch: Vec<(RecordKey, Option<String>)>,
    ) -> (u64, impl Future<Output = Durability> + 'static) {
        let overtaken = batch.iter().any(|(key, _)| self.locked(key).is_none() && self.is_overtaken(key));
        let (mut locked, mut bulky) = (false, false);
        let batch = if overtaken { Vec::new() } else { batch };
        let revision = self.revision.get() + 1;
        self.revision.set(revision);
        let saved_at = clock::now().to_string();
        let (mut puts, mut removals) = (Vec::new(), Vec::new());
        let mut refused = self.local.as_ref().err().cloned();
        for (key, body) in batch {
            if self.locked(&key).is_some() {
                locked = true;
                continue;
            }
            let Some(body) = body else {
                self.held.borrow_mut().remove(&key);
                for slot in [CopyPlace::LocalA, CopyPlace::LocalB] {
                    if let Err(fault) = self.remove_local(&key, slot) {
                        refused = Some(fault);
                    }
                }
                removals.push(key);
                continue;
            };
            let envelope = Envelope { key: key.clone(), revision, saved_at: saved_at.clone(), body };
            let text = envelope.write();
            if !key.is_bulky() {
                self.note_latest(&key, &text);
            }
            let mut held = self.held.borrow_mut();
            let (occupied, rest) =
                held.remove(&key).map_or((None, UnknownMembers::default()), |held| (held.slot, held.rest));
            let free = if occupied == Some(CopyPlace::LocalA) { CopyPlace::LocalB } else { CopyPlace::LocalA };
            let kept = if key.is_bulky() { Ok(None) } else { self.set_local(&key, free, &text).map(|()| Some(free)) };
            let slot = kept.unwrap_or_else(|fault| {
                refused = Some(fault);
                // No slot holds this text: the older one of our own that is still there was displaced by nobody.
                None
            });
            bulky |= key.is_bulky();
            self.known.borrow_mut().entry(key.clone()).or_default().wrote(&text);
            puts.push((key.clone(), text));
            held.insert(key, Held { envelope, slot, locked: None, rest, state: self.next_state() });
        }
        self.kept_less.set(overtaken || bulky || refused.is_some());
        self.note_visit();
        let store = Rc::clone(self);
        let done = async move {
            match store.journal_write(puts, removals, refused).await {
                _ if overtaken => Durability::Overtaken,
                Durability::Durable if locked => Durability::Locked,
                durability => durability,
            }
        };
        (revision, done)
    }

    async fn journal_write(
        &self,
        puts: Vec<(RecordKey, String)>,
        removals: Vec<RecordKey>,
        refused: Option<LocalFault>,
    ) -> Durability {
        let checks = puts.iter().map(|(key, _)| key).chain(&removals).filter_map(|key| self.check(key)).collect();
        let changes = Self::noting(puts.clone(), &removals, checks);
        let journaled = match &self.journal {
            Err(fault) => Err(fault.clone()),
            Ok(journal) => journal.change(changes).await.map(|()| journal.strictness()),
        };
        match &journaled {
            Ok(_) => puts
                .iter()
                .for_each(|(key, text)| self.known.borrow_mut().entry(key.clone()).or_default().completed(text)),
            Err(JournalFault::Overtaken) => self.give_way(),
            Err(_) => {}
        }
        match (refused, journaled) {
            (_, Err(JournalFault::Overtaken)) => Durability::Overtaken,
            (None, Ok(Strictness::Strict)) => Durability::Durable,
            (_, Ok(Strictness::Relaxed)) => Durability::Written(None),
            (None, Err(journal)) if self.needs_journal(&puts, &removals) => Durability::Lost(None, journal),
            (None, Err(journal)) => Durability::Written(Some(journal)),
            (Some(local), Ok(Strictness::Strict)) => Durability::JournalOnly(local),
            (Some(local), Err(journal)) => Durability::Lost(Some(local), journal),
        }
    }

    /// Returns whether a batch is kept nowhere without the journal.
    ///
    /// Then a record that only the journal keeps is not kept, and one to be taken out of it comes back at the next
    /// start. A journal that never opened has nothing to take out.
    fn needs_journal(&self, puts: &[(RecordKey, String)], removals: &[RecordKey]) -> bool {
        let removed = removals.iter().filter(|_| self.journal.is_ok());
        puts.iter().map(|(key, _)| key).chain(removed).any(RecordKey::is_bulky)
    }

    fn local_text(&self, key: &RecordKey, slot: CopyPlace) -> Option<String> {
        self.local.as_ref().ok()?.get(&slot_name(key, slot)).ok().flatten()
    }

    fn set_local(&self, key: &RecordKey, slot: CopyPlace, text: &str) -> Result<(), LocalFault> {
        self.local.as_ref().map_err(Clone::clone)?.set(&slot_name(key, slot), text)
    }

    fn remove_local(&self, key: &RecordKey, slot: CopyPlace) -> Result<(), LocalFault> {
        self.local.as_ref().map_err(Clone::clone)?.remove(&slot_name(key, slot))
    }

    /// Keeps the text of a copy that lost against another of the same revision.
    ///
    /// So nothing disappears silently.
    fn keep_aside(&self, key: &RecordKey, other: &Envelope) {
        self.aside.borrow_mut().push((key.clone(), vec![other.write()]));
    }
}

/// `m/e1/2026-11|a`: name of a record's slot in localStorage.
fn slot_name(key: &RecordKey, slot: CopyPlace) -> String {
    format!("{key}|{}", if slot == CopyPlace::LocalA { "a" } else { "b" })
}
