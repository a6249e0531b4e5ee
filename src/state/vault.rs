//! The records of this browser: two alternating slots in localStorage, a strict journal in IndexedDB, one truth.
//!
//! Measured: a browser killed while writing loses 1–5 s of localStorage that it had accepted; a strict IndexedDB transaction loses
//! nothing. So localStorage is written in the same task as the change, and only the journal's completion makes it 已保存.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use anziping_core::stored::body::{Misshapen, Rest, read_body, write_body};
use anziping_core::stored::rivalry::{is_displaced, is_rival};
use anziping_core::stored::slots::{Candidate, CopyPlace, choose};
use anziping_core::stored::{Envelope, RecordKey, Unreadable};
use serde::{Serialize, de::DeserializeOwned};

use super::tabs::Standing;
use crate::platform::clock;
use crate::platform::journal::{self, Journal, JournalFault};
use crate::platform::local::{LocalFault, LocalStore};

/// More revisions than anybody writes in the seconds that localStorage may lag behind.
const UNREAD_REVISIONS: u64 = 1_000;

/// Something that start-up met and did; each is said to the person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Discovery {
    /// Copies differed; the newest valid one was taken and the others brought up to date.
    Healed(RecordKey),
    /// No copy can be read. The texts are kept where they are and can be exported.
    Damaged(RecordKey),
    /// Written by a newer program: shown, never written over.
    Newer(RecordKey),
    /// Two copies of one revision differ; the other text is kept under this name.
    Conflict(RecordKey),
}

/// Why nothing may be written to a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Locked {
    /// It was written by a newer program.
    Newer,
    /// Its body is damaged or has another shape.
    Damaged,
}

/// How far a batch got.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Durability {
    /// The journal's strict transaction is complete: a kill or a power cut loses nothing.
    Durable,
    /// Only localStorage has it, or the browser does not grant strict durability (then there is no fault).
    Written(Option<JournalFault>),
    /// The journal has it, localStorage refused.
    JournalOnly(LocalFault),
    /// Nobody has it.
    Lost(LocalFault, JournalFault),
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
    rest: Rest,
}

/// All records, in memory and in the browser.
pub struct Vault {
    local: Result<LocalStore, LocalFault>,
    journal: Result<Journal, JournalFault>,
    held: RefCell<BTreeMap<RecordKey, Held>>,
    /// Records that exist and cannot be read: nothing is written over them.
    unreadable: RefCell<BTreeMap<RecordKey, (Locked, Vec<String>)>>,
    /// Copies that lost against another of the same revision.
    aside: RefCell<Vec<(RecordKey, Vec<String>)>>,
    revision: Cell<u64>,
}

impl Vault {
    /// Reads every record of this browser.
    pub async fn open(standing: Standing) -> (Rc<Self>, Vec<Discovery>) {
        let local = LocalStore::open();
        let journal = Journal::open().await;
        let (journal, journaled) = match journal {
            Ok(journal) => match journal.all().await {
                Ok(all) => (Ok(journal), all),
                Err(fault) => (Err(fault), Vec::new()),
            },
            Err(fault) => (Err(fault), Vec::new()),
        };
        let vault = Self {
            local,
            journal,
            held: RefCell::default(),
            unreadable: RefCell::default(),
            aside: RefCell::default(),
            revision: Cell::new(0),
        };
        let discoveries = vault.read_all(journaled.into_iter().collect(), standing).await;
        if matches!(&vault.journal, Err(fault) if *fault != JournalFault::Absent) {
            // A journal that cannot be read today may hold the last seconds before a kill. What is written from now on must count
            // as newer when it can be read again.
            vault.revision.set(vault.revision.get() + UNREAD_REVISIONS);
        }
        (Rc::new(vault), discoveries)
    }

    async fn read_all(&self, journaled: BTreeMap<String, String>, standing: Standing) -> Vec<Discovery> {
        let mut names: BTreeSet<String> = journaled.keys().cloned().collect();
        if let Ok(local) = &self.local {
            names.extend(local.keys("").unwrap_or_default().into_iter().filter_map(|key| Some(key.rsplit_once('|')?.0.to_owned())));
        }
        let mut discoveries = Vec::new();
        let mut for_journal = Vec::new();
        for name in names {
            let Some(key) = RecordKey::parse(&name) else { continue };
            let candidates = [
                Candidate { place: CopyPlace::LocalA, text: self.local_text(&key, CopyPlace::LocalA) },
                Candidate { place: CopyPlace::LocalB, text: self.local_text(&key, CopyPlace::LocalB) },
                Candidate { place: CopyPlace::Journal, text: journaled.get(&name).cloned() },
            ];
            let choice = choose(&key, &candidates);
            let texts = || candidates.iter().filter_map(|candidate| candidate.text.clone()).collect::<Vec<_>>();
            if choice.newer_program {
                discoveries.push(Discovery::Newer(key.clone()));
                self.unreadable.borrow_mut().insert(key, (Locked::Newer, texts()));
                continue;
            }
            let Some(newest) = choice.newest else {
                if choice.damaged.iter().any(|(_, fault)| !matches!(fault, Unreadable::Foreign)) {
                    discoveries.push(Discovery::Damaged(key.clone()));
                    self.unreadable.borrow_mut().insert(key, (Locked::Damaged, texts()));
                }
                continue;
            };
            if !choice.conflicts.is_empty() {
                discoveries.push(Discovery::Conflict(key.clone()));
            }
            if !choice.damaged.is_empty() {
                discoveries.push(Discovery::Healed(key.clone()));
                let damaged = candidates.iter().filter(|candidate| choice.damaged.iter().any(|(place, _)| *place == candidate.place));
                let texts = damaged.filter_map(|candidate| candidate.text.clone()).collect();
                self.aside.borrow_mut().push((key.clone(), texts));
            }
            let heals = standing == Standing::Writer;
            let text = newest.write();
            if heals && choice.heal.contains(&CopyPlace::Journal) {
                for_journal.push((name.clone(), text.clone()));
            }
            let mut slot = [CopyPlace::LocalA, CopyPlace::LocalB].into_iter().find(|slot| !choice.heal.contains(slot));
            let mut envelope = newest;
            if choice.conflicts.is_empty() {
                if heals && slot.is_none() && self.set_local(&key, CopyPlace::LocalA, &text).is_ok() {
                    slot = Some(CopyPlace::LocalA);
                }
            } else {
                choice.conflicts.iter().for_each(|(_, other)| self.keep_aside(&key, other));
                // Known as newer than either: what lies in the slots must not stop the next write, which decides between them.
                envelope.revision += 1;
                slot = None;
            }
            self.revision.set(self.revision.get().max(envelope.revision));
            self.held.borrow_mut().insert(key, Held { envelope, slot, locked: None, rest: Rest::default() });
        }
        if let (false, Ok(journal)) = (for_journal.is_empty(), &self.journal) {
            // A failure here shows again at the first save, which is when it matters.
            if journal.put_all(&for_journal).await.is_err() {
                discoveries.retain(|discovery| !matches!(discovery, Discovery::Healed(_)));
            }
        }
        discoveries
    }

    /// Every record that can be read.
    pub fn envelopes(&self) -> Vec<Envelope> {
        self.held.borrow().values().map(|held| held.envelope.clone()).collect()
    }

    /// The names of all records that can be read.
    pub fn keys(&self) -> Vec<RecordKey> {
        self.held.borrow().keys().cloned().collect()
    }

    /// The body of a record as it was read or written last; `None` when there is none.
    pub fn body(&self, key: &RecordKey) -> Option<String> {
        self.held.borrow().get(key).map(|held| held.envelope.body.clone())
    }

    /// A local id that no enterprise has, not even one that cannot be read.
    pub fn free_id(&self) -> String {
        let (held, unreadable) = (self.held.borrow(), self.unreadable.borrow());
        let numbers = held.keys().chain(unreadable.keys()).filter_map(|key| key.enterprise()?.strip_prefix('e')?.parse::<u32>().ok());
        format!("e{}", numbers.max().unwrap_or(0).saturating_add(1))
    }

    /// Why a record may not be written to, if it may not.
    pub fn locked(&self, key: &RecordKey) -> Option<Locked> {
        let unreadable = self.unreadable.borrow().get(key).map(|(locked, _)| *locked);
        unreadable.or_else(|| self.held.borrow().get(key).and_then(|held| held.locked))
    }

    /// The raw texts of records that cannot be read or lost against another copy, for export.
    pub fn unreadable_texts(&self) -> Vec<(RecordKey, Vec<String>)> {
        let unreadable = self.unreadable.borrow();
        unreadable.iter().map(|(key, (_, texts))| (key.clone(), texts.clone())).chain(self.aside.borrow().iter().cloned()).collect()
    }

    /// Gives a damaged record up to be written over, after its texts were saved elsewhere; until the page closes they can still be
    /// exported. A record of a newer program is never given up.
    pub fn give_up_damaged(&self, key: &RecordKey) {
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
    pub fn revision(&self) -> u64 {
        self.revision.get()
    }

    /// Whether a strict journal is there; if not, why.
    pub fn journal_fault(&self) -> Option<JournalFault> {
        self.journal.as_ref().err().cloned()
    }

    /// Whether localStorage is there; if not, why.
    pub fn local_fault(&self) -> Option<LocalFault> {
        self.local.as_ref().err().cloned()
    }

    /// Bytes used in localStorage by this site's records; `None` where it cannot be read.
    pub fn bytes_used(&self) -> Option<u64> {
        self.local.as_ref().ok()?.bytes_used().ok().map(|used| used.own)
    }

    /// Reads a record; `None` when there is none.
    ///
    /// # Errors
    /// [`Misshapen`] locks the record: what is there stays there.
    pub fn read<T: Serialize + DeserializeOwned>(&self, key: &RecordKey) -> Option<Result<T, Misshapen>> {
        let mut held = self.held.borrow_mut();
        let held = held.get_mut(key)?;
        Some(match read_body(&held.envelope.body) {
            Ok((value, rest)) => {
                held.rest = rest;
                Ok(value)
            }
            Err(fault) => {
                held.locked = Some(Locked::Damaged);
                Err(fault)
            }
        })
    }

    /// The body of a record with the members that this program does not know put back.
    ///
    /// # Errors
    /// None of our records can fail; the type says it anyway.
    pub fn encode<T: Serialize>(&self, key: &RecordKey, value: &T) -> Result<String, Misshapen> {
        let held = self.held.borrow();
        write_body(value, held.get(key).map_or(&Rest::default(), |held| &held.rest))
    }

    /// Writes bodies (`None` removes the record). localStorage is written before this returns; the future tells how far it got.
    /// The number is the revision of the batch.
    pub fn write(self: &Rc<Self>, batch: Vec<(RecordKey, Option<String>)>) -> (u64, impl Future<Output = Durability> + 'static) {
        let overtaken = batch.iter().any(|(key, _)| self.locked(key).is_none() && self.is_overtaken(key));
        let mut locked = false;
        let batch = if overtaken { Vec::new() } else { batch };
        let revision = self.revision.get() + 1;
        self.revision.set(revision);
        let saved_at = clock::now_rfc3339();
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
                removals.push(key.to_string());
                continue;
            };
            let envelope = Envelope { key: key.clone(), revision, saved_at: saved_at.clone(), body };
            let text = envelope.write();
            let mut held = self.held.borrow_mut();
            let (occupied, rest) = held.remove(&key).map_or((None, Rest::default()), |held| (held.slot, held.rest));
            let free = if occupied == Some(CopyPlace::LocalA) { CopyPlace::LocalB } else { CopyPlace::LocalA };
            let slot = match self.set_local(&key, free, &text) {
                Ok(()) => Some(free),
                Err(fault) => {
                    refused = Some(fault);
                    occupied
                }
            };
            puts.push((key.to_string(), text));
            held.insert(key, Held { envelope, slot, locked: None, rest });
        }
        let vault = Rc::clone(self);
        let done = async move {
            match vault.journal_write(puts, removals, refused).await {
                _ if overtaken => Durability::Overtaken,
                Durability::Durable if locked => Durability::Locked,
                durability => durability,
            }
        };
        (revision, done)
    }

    async fn journal_write(&self, puts: Vec<(String, String)>, removals: Vec<String>, refused: Option<LocalFault>) -> Durability {
        let journaled = match &self.journal {
            Err(fault) => Err(fault.clone()),
            Ok(journal) => journal.change(&puts, &removals).await.map(|()| journal.durability()),
        };
        match (refused, journaled) {
            (None, Ok(journal::Durability::Strict)) => Durability::Durable,
            (_, Ok(journal::Durability::Relaxed)) => Durability::Written(None),
            (None, Err(journal)) => Durability::Written(Some(journal)),
            (Some(local), Ok(journal::Durability::Strict)) => Durability::JournalOnly(local),
            (Some(local), Err(journal)) => Durability::Lost(local, journal),
        }
    }

    /// Whether another tab has written what this one does not know of. Settings are choices of this browser that the last tab may set.
    fn is_overtaken(&self, key: &RecordKey) -> bool {
        if *key == RecordKey::Settings {
            return false;
        }
        let held = self.held.borrow();
        let held = held.get(key);
        [CopyPlace::LocalA, CopyPlace::LocalB].into_iter().any(|slot| {
            self.local_text(key, slot).is_some_and(|text| {
                let displaced = held.is_some_and(|held| held.slot == Some(slot) && is_displaced(key, &held.envelope, &text));
                displaced || is_rival(key, held.map(|held| &held.envelope), &text)
            })
        })
    }

    /// Whether what another tab has just stored under this name is unknown to this tab.
    pub fn is_news(&self, slot: &str, text: &str) -> bool {
        let Some(key) = slot.rsplit_once('|').and_then(|(name, _)| RecordKey::parse(name)) else { return false };
        let rival = || is_rival(&key, self.held.borrow().get(&key).map(|held| &held.envelope), text);
        key != RecordKey::Settings && (rival() || self.is_overtaken(&key))
    }

    /// Reads every record again, as another tab has left them.
    pub async fn read_again(&self) -> Vec<Discovery> {
        let journaled = match &self.journal {
            Ok(journal) => journal.all().await.unwrap_or_default(),
            Err(_) => Vec::new(),
        };
        self.held.borrow_mut().clear();
        self.unreadable.borrow_mut().clear();
        self.read_all(journaled.into_iter().collect(), Standing::Writer).await
    }

    /// Keeps what this tab knows against what another has written: the other's text goes aside and the next write is newer than both.
    pub fn insist(&self) {
        let keys: Vec<RecordKey> = self.held.borrow().keys().cloned().collect();
        for key in keys.into_iter().filter(|key| self.is_overtaken(key)) {
            let mut held = self.held.borrow_mut();
            let known = held.get(&key).map(|held| held.envelope.clone());
            let texts = [CopyPlace::LocalA, CopyPlace::LocalB].into_iter().filter_map(|slot| self.local_text(&key, slot));
            let stored: Vec<Envelope> = texts.filter_map(|text| Envelope::read(&key, &text).ok()).collect();
            let newest = stored.iter().map(|stored| stored.revision).max().unwrap_or(0);
            let others = stored.iter().filter(|stored| known.as_ref().is_none_or(|known| stored.body != known.body));
            let others: Vec<String> = others.map(Envelope::write).collect();
            if !others.is_empty() {
                self.aside.borrow_mut().push((key.clone(), others));
            }
            self.revision.set(self.revision.get().max(newest));
            if let Some(held) = held.get_mut(&key) {
                // Newer than the other's, and in no slot yet: what lies there now must not stop the next write again.
                held.envelope.revision = held.envelope.revision.max(newest + 1);
                held.slot = None;
            }
        }
    }

    /// Keeps this tab's own version of its records aside before it takes another tab's.
    pub fn keep_own_aside(&self, own: Vec<(RecordKey, String)>) {
        self.aside.borrow_mut().extend(own.into_iter().map(|(key, text)| (key, vec![text])));
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

    /// Keeps the text of a copy that lost against another of the same revision, so that nothing disappears silently.
    fn keep_aside(&self, key: &RecordKey, other: &Envelope) {
        self.aside.borrow_mut().push((key.clone(), vec![other.write()]));
    }
}

/// `m/e1/2026-11|a`: name of a record's slot in localStorage.
fn slot_name(key: &RecordKey, slot: CopyPlace) -> String {
    format!("{key}|{}", if slot == CopyPlace::LocalA { "a" } else { "b" })
}
