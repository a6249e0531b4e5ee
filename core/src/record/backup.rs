//! A backup: everything in one file, and the difference between it and a browser.
//!
//! A backup is one JSON object with each record on a line of its own. A whole file is recognised by its checksum; of a
//! cut or changed one, every record whose own checksum agrees can still be read.

use serde::Deserialize;
use thiserror::Error;

use super::body::read_body;
use super::key::RecordKey;
use super::signing_key::KeyRecord;
use super::stored::{APP, Envelope, Unreadable};
use super::whole::{Unusable, read_whole};
use crate::enterprise::Enterprise;
use crate::json;
use crate::seal::Sha256;
use crate::value::code::codes;
use crate::value::period::Period;
use crate::value::timestamp::Timestamp;
use crate::value::visible::visible;

/// Shape of the file that this program writes.
pub const FORMAT: u32 = 1;

/// The content of a backup file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backup {
    /// Time of making, RFC 3339 with offset.
    pub made_at: String,
    /// Version of the program that made it.
    pub program: String,
    /// The records.
    pub records: Vec<BackupRecord>,
}

/// One record of a backup: the text of an [`Envelope`] under its name.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct BackupRecord {
    /// Name as [`RecordKey`] writes it.
    pub key: String,
    /// Text of the envelope.
    pub text: String,
}

/// The choice whether a backup carries the encrypted signing keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SigningKeys {
    /// They are in it; who has the file can try passphrases.
    Included,
    /// They are not; they have copies of their own.
    LeftOut,
}

/// Why a file is not a whole backup.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum BackupFault {
    /// Some other file.
    #[error("not a backup of this program")]
    NotABackup,
    /// Made by a newer program; update first.
    #[error("made by a newer program, format {format}")]
    Newer {
        /// Format of the file.
        format: u32,
    },
    /// The end is missing, as after an unfinished copy. The readable records can be restored.
    #[error("cut off; {} records can be read", readable.records.len())]
    Truncated {
        /// The part that can still be read.
        readable: Backup,
    },
    /// Something was changed. The readable records can be restored.
    #[error("changed or damaged; {} records can be read, {} cannot", readable.records.len(), lost.len())]
    Damaged {
        /// The part that can still be read.
        readable: Backup,
        /// Names of those that cannot, as far as names can be read; an unreadable name is empty.
        lost: Vec<String>,
    },
}

#[derive(Deserialize)]
struct Header {
    app: String,
    format: u32,
    #[serde(default)]
    made_at: String,
    #[serde(default)]
    program: String,
}

const OPEN: &str = ",\"records\":[";
const SUM: &str = "\n],\"sum\":\"";
const END: &str = "\"}";

impl Backup {
    /// A backup of these records.
    pub fn of(records: &[Envelope], keys: SigningKeys, made_at: String, program: String) -> Self {
        let kept = records
            .iter()
            .filter(|record| keys == SigningKeys::Included || !matches!(record.key, RecordKey::SigningKey(..)));
        let records = kept.map(|record| BackupRecord { key: record.key.to_string(), text: record.write() }).collect();
        Self { made_at, program, records }
    }

    /// One month of an enterprise, for the device on which it is signed.
    ///
    /// Who it is, its registers, the month, and its check list by SHA-256 where that is not the built-in one. No key,
    /// no other month, none of this browser's choices.
    pub fn handing_over(
        records: &[Envelope],
        month: (&str, Period),
        list: &str,
        made_at: String,
        program: String,
    ) -> Self {
        let (id, period) = month;
        let wanted = |key: &RecordKey| match key {
            RecordKey::Enterprise(of) | RecordKey::Registers(of) => of == id,
            RecordKey::Month(of, at) => of == id && *at == period,
            RecordKey::CheckList(sha256) => sha256 == list,
            _ => false,
        };
        let kept: Vec<Envelope> = records.iter().filter(|record| wanted(&record.key)).cloned().collect();
        Self::of(&kept, SigningKeys::LeftOut, made_at, program)
    }

    /// The month that this backup hands over for signing; `None` for an ordinary one.
    pub fn handed_over(&self) -> Option<(String, Period)> {
        let keys: Vec<RecordKey> = self.records.iter().filter_map(|record| RecordKey::parse(&record.key)).collect();
        let mut months = keys.iter().filter_map(|key| match key {
            RecordKey::Month(id, period) => Some((id.clone(), *period)),
            _ => None,
        });
        let only = months.next().filter(|_| months.next().is_none())?;
        keys.iter()
            .all(|key| {
                matches!(
                    key,
                    RecordKey::Enterprise(_) | RecordKey::Registers(_) | RecordKey::Month(..) | RecordKey::CheckList(_)
                )
            })
            .then_some(only)
    }

    /// Returns whether this very key lies in it, byte for byte.
    ///
    /// Then it opens with the passphrase that opens the one here.
    pub fn holds(&self, key: &KeyRecord) -> bool {
        let of_key = |record: &&BackupRecord| matches!(RecordKey::parse(&record.key), Some(RecordKey::SigningKey(_, kid)) if kid == key.kid);
        let same = |record: &BackupRecord| {
            let read = record.open().ok().and_then(|envelope| read_body::<KeyRecord>(&envelope.body).ok());
            read.is_some_and(|(kept, _)| kept.pem == key.pem)
        };
        self.records.iter().filter(of_key).any(same)
    }

    /// The text of the file.
    pub fn write(&self) -> String {
        // Put together from quoted texts, which cannot fail: a backup must never leave a record out without a word.
        let [app, made_at, program] = [APP, &self.made_at, &self.program].map(json::quoted);
        let mut text = format!("{{\"app\":{app},\"format\":{FORMAT},\"made_at\":{made_at},\"program\":{program}{OPEN}");
        for (at, record) in self.records.iter().enumerate() {
            text.push_str(if at == 0 { "\n" } else { ",\n" });
            text.push_str(&format!(
                "{{\"key\":{},\"text\":{}}}",
                json::quoted(&record.key),
                json::quoted(&record.text)
            ));
        }
        let sum = Sha256::of(text.as_bytes());
        text.push_str(SUM);
        text.push_str(&sum.to_string());
        text.push_str(END);
        text.push('\n');
        text
    }

    /// Reads a file.
    ///
    /// A byte order mark, line ends of another system and blank lines at the end are forgiven: mail programs and
    /// editors leave them.
    ///
    /// # Errors
    /// [`BackupFault`], with what can be read in spite of it.
    pub fn read(text: &str) -> Result<Self, BackupFault> {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let text = text.trim_end();
        let first = text.lines().next().unwrap_or_default();
        let header = first.strip_suffix(OPEN).and_then(|head| json::read::<Header>(&format!("{head}}}")).ok());
        let Some(header) = header.filter(|header| header.app == APP) else {
            // A file cut off within its first line holds nothing; one whose first line was changed may still hold
            // records.
            let looks_like_ours =
                text.lines().skip(1).any(|line| record_in(line).is_some_and(|record| record.open().is_ok()));
            if !looks_like_ours {
                return Err(BackupFault::NotABackup);
            }
            let unknown = Header { app: APP.into(), format: FORMAT, made_at: String::new(), program: String::new() };
            return Err(salvage(text, unknown, text.ends_with(END)));
        };
        let sealed = text.strip_suffix(END).and_then(|text| text.rsplit_once(SUM));
        let whole = sealed.is_some_and(|(covered, stated)| stated == Sha256::of(covered.as_bytes()).to_string());
        if !whole {
            return Err(salvage(text, header, sealed.is_some()));
        }
        if header.format > FORMAT {
            return Err(BackupFault::Newer { format: header.format });
        }
        let lines = text.lines().skip(1).filter(|line| line.starts_with('{'));
        let records: Option<Vec<BackupRecord>> = lines.map(record_in).collect();
        // The checksum agrees, so only a faulty program can have written a line that is no record.
        let records = records.ok_or(BackupFault::NotABackup)?;
        Ok(Self { made_at: header.made_at, program: header.program, records })
    }
}

impl BackupRecord {
    /// The envelope in it.
    ///
    /// # Errors
    /// [`Unreadable`]; a name that this program does not know counts as [`Unreadable::Foreign`].
    pub fn open(&self) -> Result<Envelope, Unreadable> {
        let key = RecordKey::parse(&self.key).ok_or(Unreadable::Foreign)?;
        Envelope::read(&key, &self.text)
    }
}

fn record_in(line: &str) -> Option<BackupRecord> {
    json::read(line.strip_suffix(',').unwrap_or(line)).ok()
}

/// The records of a damaged file that agree with their own checksums.
///
/// Those of a newer program are whole too.
fn salvage(text: &str, header: Header, has_end: bool) -> BackupFault {
    let mut readable = Backup { made_at: header.made_at, program: header.program, records: Vec::new() };
    let mut lost = Vec::new();
    for line in text.lines().skip(1).filter(|line| !line.starts_with(']')) {
        match record_in(line) {
            Some(record) if !matches!(record.open(), Err(Unreadable::Damaged { .. })) => readable.records.push(record),
            Some(record) => lost.push(record.key),
            None => lost.push(String::new()),
        }
    }
    if has_end { BackupFault::Damaged { readable, lost } } else { BackupFault::Truncated { readable } }
}

/// How a record of the backup stands to the one in the browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PreviewState {
    /// The browser has none of this name.
    New,
    /// Equal content.
    Same,
    /// The backup's is the later one, by revision and by time.
    BackupNewer,
    /// The browser's is the later one.
    BackupOlder,
    /// Neither follows from the other: changed on both sides, or a sealed report with other content.
    Conflict,
    /// The record cannot be read, or not what stands in it.
    Damaged,
    /// Written by a newer program; it can be kept, not changed.
    ReadOnlyNewer,
}

codes! {
    PreviewState {
        New = "New",
        Same = "Same",
        BackupNewer = "BackupNewer",
        BackupOlder = "BackupOlder",
        Conflict = "Conflict",
        Damaged = "Damaged",
        ReadOnlyNewer = "ReadOnlyNewer",
    }
}

/// One line of the preview before a restore.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PreviewRow {
    /// Name as [`RecordKey`] writes it.
    pub key: String,
    /// How it stands to what is there.
    pub state: PreviewState,
    /// Name of the enterprise it belongs to, invisible characters shown.
    ///
    /// Empty when unknown or belonging to none.
    pub title: String,
    /// Why it cannot be put back, if it cannot.
    pub unusable: Option<Unusable>,
}

/// Compares a backup with what the browser has.
///
/// Nothing is decided here: the page restores what a person chose. Bring the local ids in line first, see
/// [`super::rekey`].
pub fn preview(backup: &Backup, existing: &[Envelope]) -> Vec<PreviewRow> {
    let opened: Vec<_> = backup.records.iter().map(|record| (record, open_whole(record))).collect();
    let names: Vec<(String, String)> = existing
        .iter()
        .chain(opened.iter().filter_map(|(_, opened)| opened.as_ref().ok()))
        .filter_map(name_of)
        .collect();
    let row = |(record, opened): &(&BackupRecord, Result<Envelope, Unusable>)| {
        let key = RecordKey::parse(&record.key);
        let enterprise = key.as_ref().and_then(RecordKey::enterprise).unwrap_or_default();
        // The backup's own names come last and count most.
        let title = names.iter().rev().find(|(id, _)| id == enterprise).map(|(_, name)| visible(name).into_owned());
        let state = match opened {
            Ok(envelope) => compare(envelope, existing.iter().find(|other| other.key == envelope.key)),
            // A whole file with a name we do not know comes from a newer program.
            Err(Unusable::Text(Unreadable::Newer { .. }) | Unusable::Name) => PreviewState::ReadOnlyNewer,
            Err(_) => PreviewState::Damaged,
        };
        let (title, unusable) = (title.unwrap_or_default(), opened.as_ref().err().cloned());
        PreviewRow { key: record.key.clone(), state, title, unusable }
    };
    opened.iter().map(row).collect()
}

/// The envelope of a record whose body the program can read.
fn open_whole(record: &BackupRecord) -> Result<Envelope, Unusable> {
    if RecordKey::parse(&record.key).is_none() {
        return Err(Unusable::Name);
    }
    let envelope = record.open()?;
    read_whole(&envelope)?;
    Ok(envelope)
}

fn compare(backup: &Envelope, browser: Option<&Envelope>) -> PreviewState {
    let Some(browser) = browser else { return PreviewState::New };
    if backup.body == browser.body {
        return PreviewState::Same;
    }
    if backup.key.is_final() {
        return PreviewState::Conflict;
    }
    // Revisions of two devices count independently of each other, so time has to agree before one is called the later.
    let instant = |envelope: &Envelope| Timestamp::parse(&envelope.saved_at).map(|time| time.instant());
    let times = instant(backup).zip(instant(browser));
    match (backup.revision.cmp(&browser.revision), times.map(|(backup, browser)| backup.cmp(&browser))) {
        (std::cmp::Ordering::Greater, Some(std::cmp::Ordering::Greater | std::cmp::Ordering::Equal)) => {
            PreviewState::BackupNewer
        }
        (std::cmp::Ordering::Less, Some(std::cmp::Ordering::Less | std::cmp::Ordering::Equal)) => {
            PreviewState::BackupOlder
        }
        _ => PreviewState::Conflict,
    }
}

/// Local id and name of an enterprise record.
fn name_of(envelope: &Envelope) -> Option<(String, String)> {
    let RecordKey::Enterprise(id) = &envelope.key else { return None };
    let (enterprise, _) = read_body::<Enterprise>(&envelope.body).ok()?;
    Some((id.clone(), enterprise.name))
}
