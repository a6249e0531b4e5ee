//! Local ids of a backup brought in line with those of the browser it is restored into.
//!
//! `e1` of one browser and `e1` of another are two enterprises as a rule. Restoring one over the other would mix their
//! months.

use std::collections::{BTreeMap, BTreeSet};

use super::backup::{Backup, BackupRecord};
use super::body::{read_body, write_body};
use super::key::RecordKey;
use super::settings::Settings;
use super::stored::Envelope;
use crate::enterprise::Enterprise;
use crate::value::uscc::UnifiedCode;

/// The backup with the local ids of `existing`.
///
/// An enterprise with the same credit code gets the id it has here, another one whose id is taken gets a free one. An
/// enterprise without a valid code is the same as the one of its id only if the names agree. Records that cannot be
/// opened stay as they are.
pub fn align(backup: &Backup, existing: &[Envelope]) -> Backup {
    let here = enterprises(existing.iter().cloned());
    let there = enterprises(backup.records.iter().filter_map(|record| record.open().ok()));
    let ids = |key: Option<RecordKey>| key.as_ref().and_then(RecordKey::enterprise).map(str::to_owned);
    let mut taken: BTreeSet<String> = existing.iter().filter_map(|record| ids(Some(record.key.clone()))).collect();
    let ids_there: BTreeSet<String> =
        backup.records.iter().filter_map(|record| ids(RecordKey::parse(&record.key))).collect();
    let mut assigned = BTreeSet::new();
    let mut new_ids: BTreeMap<String, String> = BTreeMap::new();
    for id in &ids_there {
        // Of an enterprise whose record is lost nothing is known; it is never taken for one that is here.
        let identity = there.get(id);
        let same = here.iter().find(|(same, other)| Some(*other) == identity && !assigned.contains(*same));
        let new = match same {
            Some((same, _)) => same.clone(),
            None if taken.contains(id) => free_id(&taken, &ids_there),
            None => id.clone(),
        };
        taken.insert(new.clone());
        assigned.insert(new.clone());
        if new != *id {
            new_ids.insert(id.clone(), new);
        }
    }
    let records = backup.records.iter().map(|record| moved(record, &new_ids).unwrap_or_else(|| record.clone()));
    Backup { records: records.collect(), ..backup.clone() }
}

/// The marks by which two enterprise records are the same enterprise.
#[derive(PartialEq, Eq)]
enum Identity {
    Code(UnifiedCode),
    Name(String),
}

fn enterprises(records: impl Iterator<Item = Envelope>) -> BTreeMap<String, Identity> {
    let found = records.filter_map(|record| {
        let RecordKey::Enterprise(id) = &record.key else { return None };
        let (enterprise, _) = read_body::<Enterprise>(&record.body).ok()?;
        let identity = match UnifiedCode::parse(&enterprise.uscc) {
            Ok(code) => Identity::Code(code),
            Err(_) => Identity::Name(format!("{id} {}", enterprise.name.trim())),
        };
        Some((id.clone(), identity))
    });
    found.collect()
}

/// The first id `e1`, `e2`, … that neither side uses.
fn free_id(taken: &BTreeSet<String>, also_taken: &BTreeSet<String>) -> String {
    let mut number = 1_u32;
    loop {
        let id = format!("e{number}");
        if !taken.contains(&id) && !also_taken.contains(&id) {
            return id;
        }
        number += 1;
    }
}

fn moved(record: &BackupRecord, new_ids: &BTreeMap<String, String>) -> Option<BackupRecord> {
    let mut envelope = record.open().ok()?;
    if envelope.key == RecordKey::Settings {
        let (mut settings, rest) = read_body::<Settings>(&envelope.body).ok()?;
        settings.current = new_ids.get(&settings.current)?.clone();
        envelope.body = write_body(&settings, &rest).ok()?;
    } else {
        envelope.key = envelope.key.of_enterprise(new_ids.get(envelope.key.enterprise()?)?);
    }
    Some(BackupRecord { key: envelope.key.to_string(), text: envelope.write() })
}
