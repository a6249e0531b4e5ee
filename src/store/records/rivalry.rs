//! Notices that another tab has written the same records.
//!
//! Gives way to it, or insists on one's own text.

use std::rc::Rc;

use anziping_core::record::rivalry::{is_displaced, is_rival};
use anziping_core::record::slots::CopyPlace;
use anziping_core::record::{Envelope, RecordKey, Unreadable};

use super::RecordStore;
use crate::platform::journal::{JournalChanges, JournalFault, StoredCheck};

impl RecordStore {
    /// The look into the journal before a record is written there.
    pub(super) fn check(&self, key: &RecordKey) -> Option<(String, StoredCheck)> {
        if key.is_anybodys() {
            return None;
        }
        let (known, rivals, of) = (Rc::clone(&self.known), Rc::clone(&self.rivals), key.clone());
        let check = move |stored: &str| {
            let is_known = known.borrow().get(&of).is_some_and(|known| known.has(&of, stored))
                || matches!(Envelope::read(&of, stored), Err(Unreadable::Damaged { .. } | Unreadable::Foreign));
            if !is_known {
                rivals.borrow_mut().insert(of.clone(), stored.to_owned());
            }
            is_known
        };
        Some((key.to_string(), Rc::new(check)))
    }

    /// Returns whether the journal holds another tab's text of one of these records.
    ///
    /// A journal that cannot be asked says so at the next save.
    pub(crate) async fn is_overtaken_in_journal(&self, keys: Vec<RecordKey>) -> bool {
        let Ok(journal) = &self.journal else { return false };
        // Bulky records are skipped: a rival shows at the next write, and looking here would read them all.
        let asked = keys.iter().filter(|key| !key.is_bulky() && self.locked(key).is_none());
        let checks = asked.filter_map(|key| self.check(key)).collect();
        let looked = journal.change(JournalChanges { records: Vec::new(), removed: Vec::new(), checks }).await;
        looked == Err(JournalFault::Overtaken)
    }

    /// Another tab's text was in the journal first.
    ///
    /// It takes the place that this tab has just given to its own, which stays on the screen. So the later writer is
    /// stopped and the earlier one goes on.
    pub(super) fn give_way(&self) {
        let rivals = self.rivals.borrow().clone();
        for (key, text) in rivals {
            let slot = self.held.borrow().get(&key).and_then(|held| held.slot).unwrap_or(CopyPlace::LocalA);
            // Where localStorage refuses, both texts lie in the browser: the next start finds them and says so.
            drop(self.set_local(&key, slot, &text));
        }
    }

    /// Notes texts that this tab has read or written, by which it recognises them later.
    pub(super) fn take_account_of(&self, key: &RecordKey, texts: &[String]) {
        let mut all = self.known.borrow_mut();
        let known = all.entry(key.clone()).or_default();
        texts.iter().for_each(|text| known.read(text));
    }

    /// Returns whether another tab has written a text that this one does not know.
    pub(super) fn is_overtaken(&self, key: &RecordKey) -> bool {
        if key.is_anybodys() {
            return false;
        }
        let held = self.held.borrow();
        let held = held.get(key);
        [CopyPlace::LocalA, CopyPlace::LocalB].into_iter().any(|slot| {
            self.local_text(key, slot).is_some_and(|text| {
                let displaced =
                    held.is_some_and(|held| held.slot == Some(slot) && is_displaced(key, &held.envelope, &text));
                displaced || is_rival(key, held.map(|held| &held.envelope), &text)
            })
        })
    }

    /// Returns whether a text that another tab has just stored under this name is unknown to this one.
    pub(crate) fn is_news(&self, slot: &str, text: &str) -> bool {
        let Some(key) = slot.rsplit_once('|').and_then(|(name, _)| RecordKey::parse(name)) else { return false };
        let rival = || is_rival(&key, self.held.borrow().get(&key).map(|held| &held.envelope), text);
        !key.is_anybodys() && (rival() || self.is_overtaken(&key))
    }

    /// Keeps what this tab knows against what another has written.
    ///
    /// The other's text is kept aside, and the next write is newer than both.
    pub(crate) fn insist(&self) {
        let rivals = std::mem::take(&mut *self.rivals.borrow_mut());
        let keys: Vec<RecordKey> = self.held.borrow().keys().cloned().collect();
        for key in keys.into_iter().filter(|key| rivals.contains_key(key) || self.is_overtaken(key)) {
            let mut held = self.held.borrow_mut();
            let known = held.get(&key).map(|held| held.envelope.clone());
            let texts =
                [CopyPlace::LocalA, CopyPlace::LocalB].into_iter().filter_map(|slot| self.local_text(&key, slot));
            let mut texts: Vec<String> = texts.chain(rivals.get(&key).cloned()).collect();
            texts.dedup();
            self.take_account_of(&key, &texts);
            let stored: Vec<Envelope> = texts.iter().filter_map(|text| Envelope::read(&key, text).ok()).collect();
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
    pub(crate) fn keep_own_aside(&self, own: Vec<(RecordKey, String)>) {
        self.aside.borrow_mut().extend(own.into_iter().map(|(key, text)| (key, vec![text])));
    }
}
