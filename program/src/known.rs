//! The registry and the check lists that files are held against.

use std::fs;
use std::path::Path;

use anziping_core::edition::{self, Edition, Editions};
use anziping_core::office::desk::{Desk, Grounds};
use anziping_core::office::intake::{self, Found};
use anziping_core::registry::Registry;
use anziping_core::seal::Sha256;
use anziping_core::value::day::Day;
use time::OffsetDateTime;

use crate::arguments::Against;
use crate::fault::ProgramFault;
use crate::folder::Nfc;
use crate::words;

/// China has one time, eight hours before UTC, all the year.
const HOURS_OF_CHINA: i64 = 8;

pub(crate) struct Known {
    pub editions: Editions<'static>,
    pub registry: Registry,
    pub registry_sha256: Option<Sha256>,
    pub check_lists_sha256: Vec<Sha256>,
    pub today: Day,
    due_day: u8,
}

impl Known {
    pub(crate) fn of(asked: &Against) -> Result<Self, ProgramFault> {
        let mut editions = Editions::new(Edition::builtin()?);
        for earlier in edition::released::all() {
            editions.add(earlier?);
        }
        let mut check_lists_sha256 = Vec::new();
        for file in &asked.check_list {
            let bytes = read(file)?;
            check_lists_sha256.push(Sha256::of(&bytes));
            let read = edition::read(&bytes, &Nfc).map_err(|faults| ProgramFault::NoCheckList {
                file: file.clone(),
                places: faults.into_iter().map(|fault| fault.place.pointer).collect(),
            })?;
            editions.add(read);
        }
        let (registry, registry_sha256) = match &asked.registry {
            Some(file) => {
                let bytes = read(file)?;
                (registry(file, &bytes, &editions)?, Some(Sha256::of(&bytes)))
            }
            None => (Registry::default(), None),
        };
        let today = asked.today.unwrap_or_else(today);
        Ok(Self { editions, registry, registry_sha256, check_lists_sha256, today, due_day: asked.due_day })
    }

    pub(crate) fn desk(&self) -> Desk<'_> {
        Desk { registry: &self.registry, expected: None, accepted: &[], today: self.today, due_day: self.due_day }
    }

    pub(crate) fn grounds(&self) -> Grounds {
        Grounds::of(&self.desk())
    }
}

fn read(file: &Path) -> Result<Vec<u8>, ProgramFault> {
    fs::read(file).map_err(|fault| ProgramFault::Unreadable { file: file.to_owned(), fault })
}

/// A registry as the desk saves it, or as it signs it for colleagues.
///
/// It prints who signed it; whether to believe him is for the user of the program.
fn registry(file: &Path, bytes: &[u8], editions: &Editions<'_>) -> Result<Registry, ProgramFault> {
    let no = |detail: String| ProgramFault::NoRegistry { file: file.to_owned(), detail };
    match intake::check("", bytes, editions, &Nfc).found {
        Found::Registry(copy) => {
            for signer in &copy.signers {
                words::tell(&words::registry_of(&copy.document.office, &signer.fingerprint.to_string()));
            }
            copy.document.registry().map_err(|fault| no(fault.to_string()))
        }
        found => {
            let text = std::str::from_utf8(bytes).map_err(|fault| no(fault.to_string()))?;
            let plain: Result<Registry, _> = serde_json::from_str(text.trim_start_matches('\u{feff}'));
            match plain {
                Ok(registry) => registry.checked().map_err(|fault| no(fault.to_string())),
                // A signed copy that does not hold is refused for its own reason, not for being no backup.
                Err(_) if text.contains("\"signatures\"") => Err(no(found.plain().reason.unwrap_or("type").to_owned())),
                Err(fault) => Err(no(fault.to_string())),
            }
        }
    }
}

fn today() -> Day {
    let now = OffsetDateTime::now_utc() + time::Duration::hours(HOURS_OF_CHINA);
    // The clock of a machine stands between the years 0 and 9999, and so do all days.
    Day::new(now.year(), now.month().into(), now.day()).unwrap_or_else(Day::epoch)
}
