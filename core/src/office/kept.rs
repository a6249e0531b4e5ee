//! Stores findings about received files, a few dozen to a record.
//!
//! So a batch that comes in writes the last records anew and no others, and a month of batches adds up. No file itself
//! is kept.

use serde::{Deserialize, Serialize};
use serde_json::Error;

use super::intake::Checked;
use crate::json;

/// Files of a record: about a quarter of a megabyte.
pub const FILES: usize = 50;

#[derive(Serialize)]
struct Written<'a> {
    files: &'a [Checked],
}

#[derive(Deserialize)]
struct Read {
    files: Vec<Checked>,
}

/// The body of a record.
///
/// # Errors
/// JSON cannot say it; nothing that was read from a file is such.
pub fn write(files: &[Checked]) -> Result<String, Error> {
    json::write_directly(&Written { files })
}

/// Counts the records that so many files take.
pub fn records(files: usize) -> usize {
    files.div_ceil(FILES)
}

/// The files of a record by its place, from 0.
pub fn of_record(all: &[Checked], place: usize) -> &[Checked] {
    let first = place.saturating_mul(FILES).min(all.len());
    &all[first..all.len().min(first + FILES)]
}

/// Records as they were found, put together.
#[derive(Debug, Default)]
pub struct Kept {
    /// The files, in the order in which they were handed over.
    pub files: Vec<Checked>,
    /// Numbers of the records that cannot be read.
    ///
    /// They stay as they are, and no other record gets their numbers.
    pub unread: Vec<u32>,
    /// How many files lie in their records as [`of_record`] would put them there.
    ///
    /// The others are written again.
    pub settled: usize,
    /// How many records were read.
    pub records: usize,
}

impl Kept {
    /// Puts records together; `bodies` come with their numbers, in the order of these.
    pub fn of<T: AsRef<str>>(bodies: impl IntoIterator<Item = (u32, T)>) -> Self {
        let mut kept = Self::default();
        for (number, body) in bodies {
            let Ok(Read { mut files }) = json::read_directly(body.as_ref()) else {
                kept.unread.push(number);
                continue;
            };
            let is_full = kept.files.len() == kept.records * FILES;
            if is_full && kept.settled == kept.files.len() && files.len() <= FILES {
                kept.settled += files.len();
            }
            kept.files.append(&mut files);
            kept.records += 1;
        }
        kept
    }

    /// The numbers of records by their places: all but those that cannot be read.
    pub fn numbers(unread: &[u32]) -> impl Iterator<Item = u32> + '_ {
        (1..).filter(|number| !unread.contains(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::intake::refused_unread;

    fn files(count: usize) -> Vec<Checked> {
        (0..count).map(|number| refused_unread(&format!("{number}.json"), u64::MAX).unwrap()).collect()
    }

    fn bodies(all: &[Checked]) -> Vec<(u32, String)> {
        (1..).zip((0..records(all.len())).map(|place| write(of_record(all, place)).unwrap())).collect()
    }

    fn read(bodies: &[(u32, String)]) -> Kept {
        Kept::of(bodies.iter().map(|(number, body)| (*number, body.as_str())))
    }

    #[test]
    fn what_is_kept_reads_back_in_its_order() {
        for count in [0, 1, FILES - 1, FILES, FILES + 1, 3 * FILES] {
            let all = files(count);
            let kept = read(&bodies(&all));
            assert_eq!((&kept.files, kept.settled, kept.records), (&all, count, records(count)));
        }
    }

    #[test]
    fn a_record_that_cannot_be_read_costs_its_own_files_and_keeps_its_number() {
        let all = files(2 * FILES + 7);
        let mut bodies = bodies(&all);
        bodies[1].1 = r#"{"files":[{"file_name":7}]}"#.into();
        let kept = read(&bodies);
        assert_eq!(kept.files, [&all[..FILES], &all[2 * FILES..]].concat());
        assert_eq!((kept.unread.as_slice(), kept.settled), (&[2][..], kept.files.len()));
        assert_eq!(Kept::numbers(&kept.unread).take(3).collect::<Vec<_>>(), [1, 3, 4]);
    }

    #[test]
    fn files_behind_a_record_that_is_not_full_are_to_be_written_again() {
        let all = files(FILES);
        let bodies = [(1, write(&all[..3]).unwrap()), (2, write(&all[3..]).unwrap())];
        let kept = read(&bodies);
        assert_eq!((&kept.files, kept.settled, kept.records), (&all, 3, 2));
    }
}
