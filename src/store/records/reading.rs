//! Reads every copy of every record and takes the newest valid one.
//!
//! It does so at the start, and when this tab takes another's place.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use anziping_core::record::body::UnknownMembers;
use anziping_core::record::slots::{CopyPlace, FoundCopy, NewestCopy, choose};
use anziping_core::record::{Envelope, RecordKey, Unreadable};

use super::{Held, Locked, RecordStore};
use crate::platform::journal::{Journal, JournalFault};
use crate::platform::local::LocalStore;
use crate::platform::visited;
use crate::store::discovery::Discovery;
use crate::store::page::SitePage;
use crate::store::tabs::WriterRole;

/// More revisions than anybody writes in the seconds that localStorage may lag behind.
const UNREAD_REVISIONS: u64 = 1_000;

/// Texts by the names of their records.
pub(super) type Texts = BTreeMap<String, String>;

/// The texts in IndexedDB.
#[derive(Default)]
pub(super) struct Journaled {
    pub(super) journal: Texts,
    pub(super) second: Texts,
}

impl Journaled {
    async fn read(journal: &Journal) -> Result<Self, JournalFault> {
        let mut read = Self::default();
        journal.all().await?.each(&mut |name, text| drop(read.journal.insert(name, text)));
        journal.second_copy().await.each(&mut |name, text| {
            // One that is the same says nothing more: it takes no memory, and its checksum is not counted.
            if read.journal.get(&name) != Some(&text) {
                read.second.insert(name, text);
            }
        });
        Ok(read)
    }
}

impl RecordStore {
    /// Reads every record of this browser.
    pub(crate) async fn open(page: SitePage, role: WriterRole) -> (Rc<Self>, Vec<Discovery>) {
        // One whose keys cannot be listed is as good as none.
        let local = LocalStore::open().and_then(|local| local.keys("").map(|_| local));
        let (journal, journaled) = match Journal::open(page.name(), page.writes_named()).await {
            Ok(journal) => match Journaled::read(&journal).await {
                Ok(all) => (Ok(journal), Ok(all)),
                Err(fault) => (Err(fault.clone()), Err(fault)),
            },
            Err(fault) => (Err(fault.clone()), Err(fault)),
        };
        let store = Self {
            page,
            local,
            journal,
            held: RefCell::default(),
            known: Rc::default(),
            rivals: Rc::default(),
            unreadable: RefCell::default(),
            aside: RefCell::default(),
            revision: Cell::new(0),
            states: Cell::new(0),
            kept_less: Cell::new(false),
            noted: Cell::new(None),
        };
        let emptied = store.was_emptied(&journaled);
        let mut discoveries = store.take(journaled, role).await;
        if emptied && !store.held.borrow().is_empty() {
            discoveries.insert(0, Discovery::Emptied);
        }
        // A place that does not open is reported as such: what is in it may be whole.
        if !store.keeps_any() && store.local.is_ok() && store.journal.is_ok() && visited::is_noted(page.name()) {
            discoveries.push(Discovery::Forgotten);
        }
        (Rc::new(store), discoveries)
    }

    /// Reads every record again, as another tab has left them.
    pub(crate) async fn read_again(&self) -> Vec<Discovery> {
        let journaled = match &self.journal {
            Ok(journal) => Journaled::read(journal).await,
            Err(fault) => Err(fault.clone()),
        };
        self.held.borrow_mut().clear();
        self.known.borrow_mut().clear();
        self.rivals.borrow_mut().clear();
        self.unreadable.borrow_mut().clear();
        self.take(journaled, WriterRole::Writer).await
    }

    /// Returns whether there was no journal, and no second copy either.
    fn was_emptied(&self, journaled: &Result<Journaled, JournalFault>) -> bool {
        let is_empty = |read: &Journaled| read.journal.is_empty() && read.second.is_empty();
        self.journal.as_ref().is_ok_and(Journal::began_empty) && journaled.as_ref().is_ok_and(is_empty)
    }

    async fn take(&self, journaled: Result<Journaled, JournalFault>, role: WriterRole) -> Vec<Discovery> {
        // A journal that cannot be read today may hold the last seconds before a kill. What is written from now on must
        // count as newer when it can be read again.
        let unread = matches!(&journaled, Err(fault) if *fault != JournalFault::Absent);
        let discoveries = self.read_all(journaled.unwrap_or_default(), role).await;
        if unread {
            self.revision.set(self.revision.get() + UNREAD_REVISIONS);
        }
        discoveries
    }

    async fn read_all(&self, mut journaled: Journaled, role: WriterRole) -> Vec<Discovery> {
        let mut names = BTreeSet::new();
        names.extend(journaled.journal.keys().chain(journaled.second.keys()).cloned());
        // Where localStorage has come to refuse since it was opened, the next save says so.
        let local = self.local.as_ref().ok().and_then(|local| local.keys("").ok()).unwrap_or_default();
        names.extend(local.into_iter().filter_map(|key| Some(key.rsplit_once('|')?.0.to_owned())));
        let notes = self.notes(&journaled);
        let mut discoveries = Vec::new();
        let mut for_journal = Vec::new();
        let mut saved_by_second = 0;
        let keys = names.iter().filter_map(|name| RecordKey::parse(name));
        for key in keys.filter(|key| self.page.reads(key)) {
            let candidates = self.candidates(&key, &mut journaled);
            let choice = choose(&key, &candidates);
            let texts = || candidates.iter().filter_map(|candidate| candidate.text.clone()).collect::<Vec<_>>();
            self.take_account_of(&key, &texts());
            if choice.newer_program {
                discoveries.push(Discovery::Newer(key.clone()));
                if let Some(envelope) = choice.newer {
                    // Shown as far as it is understood; what follows must never get an older number than it has.
                    self.revision.set(self.revision.get().max(envelope.revision));
                    self.held_as(key.clone(), envelope, None, Some(Locked::Newer));
                }
                self.unreadable.borrow_mut().insert(key, (Locked::Newer, texts()));
                continue;
            }
            let Some(newest) = &choice.newest else {
                if choice.damaged.iter().any(|(_, fault)| !matches!(fault, Unreadable::Foreign)) {
                    discoveries.push(Discovery::Damaged(key.clone()));
                    self.unreadable.borrow_mut().insert(key, (Locked::Damaged, texts()));
                }
                continue;
            };
            discoveries.extend(self.differences(&key, &candidates, &choice));
            saved_by_second += usize::from(choice.damaged.is_empty() && choice.is_saved_by_second_copy());
            let newest = newest.write();
            let lacks_note = notes.lack(&key, &newest);
            if lacks_note && notes.are_begun() {
                discoveries.push(Discovery::Foreign(key.clone()));
                let own: Vec<String> = texts().into_iter().filter(|text| notes.have(&key, text)).collect();
                if !own.is_empty() {
                    self.aside.borrow_mut().push((key.clone(), own));
                }
            }
            // Put there again where only the note is missing: it is reported once.
            if role == WriterRole::Writer && (lacks_note || choice.heal.contains(&CopyPlace::Journal)) {
                for_journal.push((key.clone(), newest));
            }
            self.hold(key, choice, role);
        }
        if saved_by_second > 0 {
            discoveries.push(Discovery::SavedBySecondCopy(saved_by_second));
        }
        if let (false, Ok(journal)) = (for_journal.is_empty(), &self.journal) {
            // A failure here shows again at the first save, which is when it matters.
            // Looked at again in the same step: a tab without locks may have written since it was read.
            let checks = for_journal.iter().filter_map(|(key, _)| self.check(key)).collect();
            if journal.change(Self::noting(for_journal, &[], checks)).await.is_err() {
                discoveries.retain(|discovery| !matches!(discovery, Discovery::Healed(_)));
            }
        }
        discoveries
    }

    /// Every copy of a record; those of the journal are taken out of what was read, to be there once.
    fn candidates(&self, key: &RecordKey, journaled: &mut Journaled) -> [FoundCopy; 4] {
        let name = key.to_string();
        let [journal, second] =
            [&mut journaled.journal, &mut journaled.second].map(|texts| texts.get_mut(&name).map(std::mem::take));
        [
            FoundCopy { place: CopyPlace::LocalA, text: self.local_text(key, CopyPlace::LocalA) },
            FoundCopy { place: CopyPlace::LocalB, text: self.local_text(key, CopyPlace::LocalB) },
            FoundCopy { place: CopyPlace::Journal, text: journal },
            FoundCopy { place: CopyPlace::SecondJournal, text: second },
        ]
    }

    /// Reports copies that differ, and sets unreadable ones aside for export.
    fn differences(&self, key: &RecordKey, candidates: &[FoundCopy], choice: &NewestCopy) -> Vec<Discovery> {
        let mut differences = Vec::new();
        if !choice.conflicts.is_empty() {
            differences.push(Discovery::Conflict(key.clone()));
        }
        if !choice.damaged.is_empty() {
            differences.push(Discovery::Healed(key.clone()));
            let damaged =
                candidates.iter().filter(|candidate| choice.damaged.iter().any(|(place, _)| *place == candidate.place));
            let texts = damaged.filter_map(|candidate| candidate.text.clone()).collect();
            self.aside.borrow_mut().push((key.clone(), texts));
        }
        differences
    }

    /// Keeps the record as it was chosen, and puts it into localStorage where it is not there.
    fn hold(&self, key: RecordKey, choice: NewestCopy, role: WriterRole) {
        let Some(mut envelope) = choice.newest else { return };
        let mut slot = [CopyPlace::LocalA, CopyPlace::LocalB].into_iter().find(|slot| choice.good.contains(slot));
        if choice.conflicts.is_empty() {
            let heals = role == WriterRole::Writer && slot.is_none() && !key.is_bulky();
            if heals && self.set_local(&key, CopyPlace::LocalA, &envelope.write()).is_ok() {
                slot = Some(CopyPlace::LocalA);
            }
        } else {
            choice.conflicts.iter().for_each(|(_, other)| self.keep_aside(&key, other));
            // Known as newer than either: what lies in the slots must not stop the next write, which decides between
            // them.
            envelope.revision += 1;
            slot = None;
        }
        self.revision.set(self.revision.get().max(envelope.revision));
        self.held_as(key, envelope, slot, None);
    }

    fn held_as(&self, key: RecordKey, envelope: Envelope, slot: Option<CopyPlace>, locked: Option<Locked>) {
        let held = Held { envelope, slot, locked, rest: UnknownMembers::default(), state: self.next_state() };
        self.held.borrow_mut().insert(key, held);
    }
}
