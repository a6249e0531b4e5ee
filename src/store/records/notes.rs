//! Notes what this page writes, and notices a text that no page of ours wrote.

use anziping_core::record::RecordKey;
use anziping_core::record::authorship::{is_latest, is_note, note_name, record_name, sum_of, with_latest};

use super::RecordStore;
use super::reading::{Journaled, Texts};
use crate::platform::journal::{JournalChanges, StoredCheck};
use crate::store::page::SitePage;

/// Name in localStorage of the list of the latest notes.
const LATEST: &str = "latest";

impl RecordStore {
    /// Changes of the journal, with the notes of the records in them.
    pub(super) fn noting(
        records: Vec<(RecordKey, String)>,
        removed: &[RecordKey],
        checks: Vec<(String, StoredCheck)>,
    ) -> JournalChanges {
        let mut changes = JournalChanges { records: Vec::new(), removed: Vec::new(), checks };
        for (key, text) in records {
            changes.records.extend(note_name(&key).map(|name| (name, sum_of(&text).to_owned())));
            changes.records.push((key.to_string(), text));
        }
        for key in removed {
            changes.removed.push(key.to_string());
            changes.removed.extend(note_name(key));
        }
        changes
    }

    /// Notes a text that is about to be written to localStorage.
    pub(super) fn note_latest(&self, key: &RecordKey, text: &str) {
        if key.is_anybodys() {
            return;
        }
        if let Ok(local) = &self.local {
            let longer = with_latest(&self.latest(), key, text);
            // Where there is no room for it, there is hardly any for the text; the journal has a note of its own.
            drop(local.set(LATEST, &longer));
        }
    }

    fn latest(&self) -> String {
        self.local.as_ref().ok().and_then(|local| local.get(LATEST).ok().flatten()).unwrap_or_default()
    }

    /// The notes that stand beside what was read from the journal.
    pub(super) fn notes(&self, journaled: &Journaled) -> Notes {
        let page = self.page;
        let noted = [&journaled.journal, &journaled.second].map(|texts| {
            let mut noted = Texts::new();
            for (name, sum) in texts.iter().filter(|(name, _)| is_note(name)) {
                noted.insert(name.clone(), sum.clone());
            }
            noted
        });
        let own = |name: &String| RecordKey::parse(record_name(name)).is_some_and(|key| page.owns(&key));
        let begun = noted[0].keys().any(own);
        Notes { noted, latest: self.latest(), begun, page }
    }
}

/// Notes, and how far they go.
pub(super) struct Notes {
    /// Those of the journal, and those of its second copy.
    noted: [Texts; 2],
    latest: String,
    begun: bool,
    page: SitePage,
}

impl Notes {
    /// Returns whether this page is the one that notes the record, and has not noted this text.
    pub(super) fn lack(&self, key: &RecordKey, text: &str) -> bool {
        self.page.owns(key) && !key.is_anybodys() && !self.have(key, text)
    }

    /// Returns whether a page of ours wrote the text.
    pub(super) fn have(&self, key: &RecordKey, text: &str) -> bool {
        let name = note_name(key).unwrap_or_default();
        self.noted.iter().any(|texts| texts.get(&name).is_some_and(|sum| sum == sum_of(text)))
            || is_latest(&self.latest, key, text)
    }

    /// Returns whether there are any notes.
    ///
    /// If there are none, an earlier program wrote the records, or the browser has deleted the journal.
    pub(super) fn are_begun(&self) -> bool {
        self.begun
    }
}
