//! Writes a session down: names its records, encodes them, and tells the store when one has changed.

use std::collections::BTreeMap;

use anziping_core::month::answer::Answer;
use anziping_core::month::draft::{MonthDraft, highest_hazard};
use anziping_core::record::RecordKey;
use anziping_core::register::Registers;
use leptos::prelude::*;

use super::{AnswerRows, Session, SessionRecord};
use crate::store::declaration::OwnRecords;
use crate::store::records::RecordStore;

impl OwnRecords for Session {
    fn keys(&self) -> Vec<RecordKey> {
        SessionRecord::ALL.map(|record| self.key_of(record)).into()
    }

    fn encode(&self, key: &RecordKey, records: &RecordStore) -> Option<String> {
        let record = SessionRecord::ALL.into_iter().find(|record| self.key_of(*record) == *key)?;
        (self.encode)(self, record, records)
    }
}

impl Session {
    /// Notes that a record has changed: it counts towards the next backup, and the store saves it.
    pub(in crate::enterprise) fn changed(&self, record: SessionRecord) {
        let key = self.key_of(record);
        self.settings.count_change(&key);
        if !self.demo {
            self.settings.ask_for_lasting_storage();
        }
        self.store.changed(key);
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
                self.enterprise.with_untracked(|enterprise| self.store.encode(&key, enterprise))
            }
            SessionRecord::Month => self.store.encode(&key, &self.snapshot()),
            SessionRecord::Registers => self.registers.with_untracked(|registers| {
                // Who keeps no registers has no record of them.
                let kept = *registers != Registers::default() || records.body(&key).is_some();
                kept.then(|| self.store.encode(&key, registers)).flatten()
            }),
        }
    }

    /// The month as it stands, for saving. Reads without subscribing.
    pub(crate) fn snapshot(&self) -> MonthDraft {
        let strangers = self.strangers.get_value();
        let gather = |rows: StoredValue<AnswerRows>, mut kept: BTreeMap<String, Answer>| {
            rows.with_value(|rows| {
                for (id, row) in rows {
                    row.answer.with_untracked(|answer| {
                        if *answer != Answer::default() {
                            kept.insert(id.clone(), answer.clone());
                        }
                    });
                }
            });
            kept
        };
        let hazards = self.hazards.get_untracked();
        let last = self.last_hazard.get_value();
        let deleted_hazard = if last > highest_hazard(self.period, &hazards) { last } else { 0 };
        MonthDraft {
            period: self.period,
            demo: self.demo,
            catalogue: self.reference.get_value(),
            answers: gather(self.items, strangers.answers),
            points: gather(self.points, strangers.points),
            rates: gather(self.rates, strangers.rates),
            hazards,
            month: self.month.get_untracked(),
            screening: self.screening.get_untracked(),
            preparer: self.preparer.get_untracked(),
            lineage: self.lineage.get_untracked(),
            before: self.before.get_value(),
            deleted_hazard,
        }
    }
}
