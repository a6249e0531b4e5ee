//! Previews a chosen backup, decided row by row before anything is written.

use std::collections::BTreeSet;

use anziping_core::record::backup::{Backup, BackupFault, PreviewState, preview};
use anziping_core::record::rekey::align;
use anziping_core::record::{Envelope, RecordKey};
use anziping_core::value::period::Period;
use anziping_core::value::visible::visible;

use crate::store::records::{Locked, RecordStore};
use crate::words::{home, settings as words};

/// A file that was read, compared with this browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ReadBackup {
    /// Name, day and program of the file.
    pub made: String,
    /// The fault of a file that can be used in spite of it.
    pub warning: Option<String>,
    pub rows: Vec<ShownRecord>,
    /// The month that it hands over for signing, if that is what it is for.
    pub handed_over: Option<(String, Period)>,
}

/// One record of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ShownRecord {
    /// Name of the record as the file has it.
    pub key: String,
    /// The name of the record.
    pub said: String,
    /// The enterprise it belongs to; may be empty.
    pub title: String,
    /// How it stands to the one here.
    pub state: PreviewState,
    /// The consequence of its state; may be empty.
    pub note: String,
    /// The record that would be written; `None` where it must not be.
    pub offered: Option<Envelope>,
    /// The record here is damaged: its texts are saved as a file first.
    pub damaged_here: bool,
}

impl ShownRecord {
    /// Returns whether the row is ticked from the start: only one that takes nothing away.
    pub(super) fn is_preselected(&self) -> bool {
        self.offered.is_some() && matches!(self.state, PreviewState::New | PreviewState::BackupNewer)
    }
}

/// Reads the text of a file and compares it with what is here.
///
/// # Errors
/// A sentence that says why nothing of it can be used.
pub(super) fn load(file_name: &str, text: &str, records: &RecordStore) -> Result<ReadBackup, String> {
    let (backup, warning) = match Backup::read(text) {
        Ok(backup) => (backup, None),
        Err(BackupFault::NotABackup) => return Err(words::NOT_A_BACKUP.into()),
        Err(BackupFault::Newer { .. }) => return Err(words::newer_file()),
        Err(BackupFault::Truncated { readable }) => {
            let said = words::truncated(readable.records.len());
            (readable, Some(said))
        }
        Err(BackupFault::Damaged { readable, lost }) => {
            let said = words::damaged(readable.records.len(), &lost);
            (readable, Some(said))
        }
    };
    if backup.records.is_empty() {
        return Err(warning.unwrap_or_else(|| words::NOTHING_IN_IT.into()));
    }
    let existing = records.envelopes();
    let backup = align(&backup, &existing);
    let rows = preview(&backup, &existing).into_iter().zip(&backup.records).map(|(compared, record)| {
        let key = RecordKey::parse(&compared.key);
        let locked = key.as_ref().and_then(|key| records.locked(key));
        let is_final = key.as_ref().is_some_and(RecordKey::is_final);
        let (refused, note) = match (compared.state, locked) {
            (PreviewState::Same | PreviewState::Damaged | PreviewState::ReadOnlyNewer, _) => {
                (true, words::preview_note(compared.state, is_final))
            }
            (_, Some(Locked::Newer)) => (true, words::HERE_NEWER),
            (_, Some(Locked::Damaged)) => (false, words::HERE_DAMAGED),
            (PreviewState::Conflict, None) => (is_final, words::preview_note(compared.state, is_final)),
            (_, None) => (false, words::preview_note(compared.state, is_final)),
        };
        ShownRecord {
            said: key.as_ref().map_or_else(|| visible(&compared.key).into_owned(), home::record),
            key: compared.key,
            title: compared.title,
            state: compared.state,
            note: match &compared.unusable {
                Some(unusable) => words::unusable(unusable),
                None => note.to_owned(),
            },
            offered: if refused { None } else { record.open().ok() },
            damaged_here: locked == Some(Locked::Damaged),
        }
    });
    let made = words::made(&visible(file_name), &visible(&backup.made_at), &visible(&backup.program));
    let rows = rows.collect();
    Ok(ReadBackup { made, warning, rows, handed_over: backup.handed_over() })
}

/// Returns whether the enterprise of every chosen record is here or among the chosen.
///
/// A record without its enterprise would never be shown.
pub(super) fn has_its_enterprise(chosen: &[Envelope], here: &[RecordKey]) -> bool {
    let known: BTreeSet<&str> = here
        .iter()
        .chain(chosen.iter().map(|envelope| &envelope.key))
        .filter_map(|key| match key {
            RecordKey::Enterprise(id) => Some(id.as_str()),
            _ => None,
        })
        .collect();
    chosen.iter().filter_map(|envelope| envelope.key.enterprise()).all(|id| known.contains(id))
}

/// Counts the rows of each state, in the order in which the states first occur.
pub(super) fn counts(rows: &[ShownRecord]) -> Vec<(PreviewState, usize)> {
    let mut counts: Vec<(PreviewState, usize)> = Vec::new();
    for row in rows {
        match counts.iter_mut().find(|(state, _)| *state == row.state) {
            Some((_, count)) => *count += 1,
            None => counts.push((row.state, 1)),
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope(name: &str) -> Envelope {
        Envelope {
            key: RecordKey::parse(name).unwrap(),
            revision: 1,
            saved_at: "2026-11-21T10:00:00+08:00".into(),
            body: "{}".into(),
        }
    }

    #[test]
    fn a_month_comes_only_together_with_its_enterprise() {
        let month = envelope("m/e1/2026-11");
        assert!(!has_its_enterprise(std::slice::from_ref(&month), &[]));
        assert!(has_its_enterprise(&[month.clone(), envelope("e/e1")], &[]));
        assert!(has_its_enterprise(std::slice::from_ref(&month), &[RecordKey::Enterprise("e1".into())]));
        assert!(!has_its_enterprise(&[month], &[RecordKey::Enterprise("e2".into())]));
        assert!(has_its_enterprise(&[envelope("settings")], &[]));
    }
}
