//! Tells whose text a record is.
//!
//! Each page of ours notes the checksum of what it writes, so that what anybody else writes is noticed.
//!
//! Any page of the same origin can give a record a higher revision and a right checksum. It goes unnoticed only if it
//! writes the note as well: this finds accidents and carelessness, not somebody who has read this file.
//!
//! The note lies in the journal beside the record and is written in the same transaction. localStorage is written a
//! moment earlier, so the latest notes stand there too: after a kill it may hold what never came into the journal.

use super::RecordKey;

/// The beginning of a note's name; no record's name has it.
const MARK: char = '~';
/// More records than any page has on their way to the journal at a time.
const LATEST: usize = 64;

/// The name of a record's note in the journal; `None` for records that any page may write at any time.
pub fn note_name(key: &RecordKey) -> Option<String> {
    (!key.is_anybodys()).then(|| format!("{MARK}{key}"))
}

/// The name of the record that a name in the journal belongs to: its own, or that of its note.
pub fn record_name(name: &str) -> &str {
    name.strip_prefix(MARK).unwrap_or(name)
}

/// Returns whether this is the name of a note.
pub fn is_note(name: &str) -> bool {
    name.starts_with(MARK)
}

/// Reads the checksum of a text, as it stands at the end of its first line.
pub fn sum_of(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.rsplit('"').nth(1).unwrap_or_default()
}

/// The list of the latest notes with one more.
///
/// The note before it of the same record goes, and so does the oldest of too many.
pub fn with_latest(list: &str, key: &RecordKey, text: &str) -> String {
    let name = key.to_string();
    let others: Vec<&str> = list.lines().filter(|line| line.split(' ').next() != Some(&name)).collect();
    let mut longer = String::new();
    for line in others.iter().skip(others.len().saturating_sub(LATEST - 1)) {
        longer.push_str(line);
        longer.push('\n');
    }
    longer + &latest(&name, text)
}

/// Returns whether the list of the latest notes has this text.
pub fn is_latest(list: &str, key: &RecordKey, text: &str) -> bool {
    let line = latest(&key.to_string(), text);
    list.lines().any(|one| one == line)
}

fn latest(name: &str, text: &str) -> String {
    format!("{name} {}", sum_of(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Envelope;

    fn text(key: &RecordKey, revision: u64) -> String {
        let saved_at = "2026-11-21T10:00:00+08:00".to_owned();
        Envelope { key: key.clone(), revision, saved_at, body: r#"{"a":"\"}"}"#.into() }.write()
    }

    #[test]
    fn a_note_says_the_checksum_of_the_text() {
        let text = text(&RecordKey::Registry, 7);
        let sum = sum_of(&text);
        assert!(sum.len() == 16 && text.contains(&format!("\"sum\":\"{sum}\"}}\n")), "{sum} of {text}");
        assert_eq!(sum_of(""), "");
    }

    #[test]
    fn the_name_of_a_note_is_no_records_and_leads_to_its_record() {
        let key = RecordKey::Enterprise("e1".into());
        let name = note_name(&key).unwrap();
        assert!(is_note(&name) && !is_note(&key.to_string()));
        assert_eq!(RecordKey::parse(&name), None);
        assert_eq!(RecordKey::parse(record_name(&name)), Some(key));
        assert_eq!(note_name(&RecordKey::Settings), None, "any tab may write them");
    }

    #[test]
    fn the_latest_notes_have_one_of_each_record_and_forget_the_oldest() {
        let one = RecordKey::Enterprise("e1".into());
        let list = with_latest("", &one, &text(&one, 1));
        let list = with_latest(&list, &one, &text(&one, 2));
        assert!(!is_latest(&list, &one, &text(&one, 1)) && is_latest(&list, &one, &text(&one, 2)));
        let keys: Vec<RecordKey> = (2..100).map(|number| RecordKey::Enterprise(format!("e{number}"))).collect();
        let list = keys.iter().fold(list, |list, key| with_latest(&list, key, &text(key, 3)));
        assert!(!is_latest(&list, &one, &text(&one, 2)));
        assert_eq!(list.lines().count(), LATEST);
        assert!(keys[keys.len() - LATEST..].iter().all(|key| is_latest(&list, key, &text(key, 3))));
    }
}
