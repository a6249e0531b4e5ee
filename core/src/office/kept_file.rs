//! Writes a desk's findings as one file, which brings them into another browser.
//!
//! The first line says whose it is and has a checksum of all lines behind it: a file that was cut or changed is taken
//! for nothing. It proves no more than a backup of the registry does, and is to be guarded like one.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::county_months::KeptMonth;
use super::intake::Checked;
use super::kept::FILES;
use crate::json;
use crate::seal::Sha256;
use crate::value::timestamp::Timestamp;

/// Most bytes that are written and read: twice what a thousand enterprises leave in a year.
pub const BYTES: u64 = 128_000_000;

/// The mark by which such a file is recognised.
const APP: &str = "anziping-verdicts";
/// Shape of the file that this program writes.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Head {
    app: String,
    format: u32,
    office: String,
    made_at: Timestamp,
    sum: Sha256,
}

/// A line behind the head.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line<F, M> {
    Files(F),
    Month(M),
}

/// The content of a file.
#[derive(Clone, PartialEq, Debug)]
pub struct KeptFile {
    /// Name of the office whose desk made it.
    pub office: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// The findings about files, in the order in which they were handed over.
    pub files: Vec<Checked>,
    /// The months of streets.
    pub months: Vec<KeptMonth>,
}

/// Why a file was not taken.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum KeptFileFault {
    /// Some other file.
    #[error("not what a desk found out")]
    NotOne,
    /// Made by a newer program; update first.
    #[error("made by a newer program")]
    Newer,
    /// Cut off or changed.
    #[error("cut off or changed")]
    Damaged,
    /// Made at the desk of another office.
    #[error("of the desk of {office:?}")]
    OfAnother {
        /// Name of that office.
        office: String,
    },
    /// More than [`BYTES`].
    #[error("larger than {BYTES} bytes")]
    TooLarge,
}

/// Writes the text of a file.
///
/// # Errors
///
/// [`KeptFileFault::TooLarge`]; [`KeptFileFault::Damaged`] if JSON cannot hold a value, which no checked file causes.
pub fn write(
    office: &str,
    made_at: Timestamp,
    files: &[Checked],
    months: &[KeptMonth],
) -> Result<String, KeptFileFault> {
    let of_files = files.chunks(FILES).map(|files| json_line(&Line::<_, ()>::Files(files)));
    let of_months = months.iter().map(|month| json_line(&Line::<(), _>::Month(month)));
    let lines = of_files.chain(of_months).collect::<Result<String, _>>()?;
    let (office, sum) = (office.trim().to_owned(), Sha256::of(lines.as_bytes()));
    let text = json_line(&Head { app: APP.into(), format: FORMAT, office, made_at, sum })? + &lines;
    if text.len() as u64 > BYTES { Err(KeptFileFault::TooLarge) } else { Ok(text) }
}

fn json_line(line: &impl Serialize) -> Result<String, KeptFileFault> {
    let text = json::write_directly(line).map_err(|_| KeptFileFault::Damaged)?;
    Ok(text + "\n")
}

/// Returns whether a text begins as such a file does, whole or not.
pub fn is_one(text: &str) -> bool {
    head(text).is_some()
}

/// The head and the lines behind it.
fn head(text: &str) -> Option<(Head, &str)> {
    let (first, lines) = text.trim_start_matches('\u{feff}').split_once('\n')?;
    let head: Head = json::read(first.trim_end()).ok()?;
    (head.app == APP).then_some((head, lines))
}

/// Reads a file at the desk of an office.
///
/// # Errors
/// A [`KeptFileFault`].
pub fn read(text: &str, office: &str) -> Result<KeptFile, KeptFileFault> {
    let (head, lines) = head(text).ok_or(KeptFileFault::NotOne)?;
    if head.format > FORMAT {
        return Err(KeptFileFault::Newer);
    }
    if head.sum != Sha256::of(lines.as_bytes()) {
        return Err(KeptFileFault::Damaged);
    }
    if head.office != office.trim() {
        return Err(KeptFileFault::OfAnother { office: head.office });
    }
    let mut kept = KeptFile { office: head.office, made_at: head.made_at, files: Vec::new(), months: Vec::new() };
    for line in lines.lines() {
        match json::read_directly::<Line<Vec<Checked>, KeptMonth>>(line).map_err(|_| KeptFileFault::Damaged)? {
            Line::Files(files) => kept.files.extend(files),
            Line::Month(month) => kept.months.push(month),
        }
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::intake::refused_unread;

    const OFFICE: &str = "演示街道";

    fn made_at() -> Timestamp {
        Timestamp::parse("2026-12-02T09:00:00+08:00").unwrap()
    }

    fn files() -> Vec<Checked> {
        (0..FILES + 7).map(|number| refused_unread(&format!("{number}.json"), u64::MAX).unwrap()).collect()
    }

    fn text() -> String {
        write(OFFICE, made_at(), &files(), &[]).unwrap()
    }

    #[test]
    fn a_file_reads_back_as_it_was_at_the_desk_of_its_office() {
        let kept = read(&text(), " 演示街道 ").unwrap();
        assert_eq!((kept.files, kept.months.len(), kept.made_at), (files(), 0, made_at()));
        assert!(is_one(&text()));
    }

    #[test]
    fn another_desks_a_newer_and_a_damaged_file_are_refused() {
        let text = text();
        assert_eq!(read(&text, "东街道"), Err(KeptFileFault::OfAnother { office: OFFICE.into() }));
        assert_eq!(read(&text, ""), Err(KeptFileFault::OfAnother { office: OFFICE.into() }));
        let changed = text.replacen("3.json", "4.json", 1);
        assert_eq!(read(&changed, OFFICE), Err(KeptFileFault::Damaged));
        let cut = &text[..text.len() - 9];
        assert_eq!(read(cut, OFFICE), Err(KeptFileFault::Damaged));
        let newer = text.replacen("\"format\":1", "\"format\":2", 1);
        assert_eq!(read(&newer, OFFICE), Err(KeptFileFault::Newer));
        for other in ["", "{}", "{\"app\":\"anziping\",\"format\":1}\n"] {
            assert_eq!((read(other, OFFICE), is_one(other)), (Err(KeptFileFault::NotOne), false), "{other}");
        }
    }
}
