//! Names the records a session changes, writes them down, and tells the store when one has changed.

use anziping_core::record::RecordKey;
use anziping_core::register::Registers;
use leptos::prelude::*;

use super::{Session, SessionRecord};
use crate::store::own::OwnRecord;
use crate::store::records::RecordStore;

impl Session {
    /// Notes that a record has changed: it counts towards the next backup, and the store saves it.
    pub(in crate::enterprise) fn touch(&self, record: SessionRecord) {
        let key = self.key_of(record);
        self.settings.count_change(&key);
        if !self.demo {
            self.settings.ask_for_lasting_storage();
        }
        self.store.changed(key);
    }

    /// The records that this session changes.
    pub(in crate::enterprise) fn own_records(&self) -> Vec<OwnRecord> {
        let session = *self;
        let own =
            |record| OwnRecord::new(session.key_of(record), move |records| (session.encode)(&session, record, records));
        SessionRecord::ALL.map(own).into()
    }

    fn key_of(&self, record: SessionRecord) -> RecordKey {
        let id = self.id.get_value();
        match record {
            SessionRecord::Enterprise => RecordKey::Enterprise(id),
            SessionRecord::Month => RecordKey::Month(id, self.period),
            SessionRecord::Registers => RecordKey::Registers(id),
        }
    }

    /// Writes a record of the session down as it stands; `None` where there is nothing to write.
    pub(super) fn encode_record(&self, record: SessionRecord, records: &RecordStore) -> Option<String> {
        let key = self.key_of(record);
        match record {
            SessionRecord::Enterprise => {
                self.enterprise.with_untracked(|enterprise| records.encode(&key, enterprise)).ok()
            }
            SessionRecord::Month => records.encode(&key, &self.snapshot()).ok(),
            SessionRecord::Registers => self.registers.with_untracked(|registers| {
                // Who keeps no registers has no record of them.
                let kept = *registers != Registers::default() || records.body(&key).is_some();
                kept.then(|| records.encode(&key, registers).ok()).flatten()
            }),
        }
    }
}
