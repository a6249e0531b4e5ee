//! Two writers of one record: how a tab notices that another one has written what it does not know.
//!
//! Where the browser has no locks (plain http), two tabs may write at the same moment. Reading and writing localStorage
//! is not one step, and each process of a browser may see the other's write a little later: two tabs can give the same
//! revision to different texts.

use super::key::RecordKey;
use super::stored::{Envelope, Unreadable, stated_revision};

/// Returns whether a stored text is another writer's.
///
/// It is when it is newer than what is `known` of the record, or as new with another content.
///
/// Texts of a newer program count; damaged ones are nobody's and do not.
pub fn is_rival(key: &RecordKey, known: Option<&Envelope>, stored: &str) -> bool {
    let Some(revision) = stated_revision(stored) else { return false };
    let body = stored.split_once('\n').map_or("", |(_, body)| body);
    let unknown =
        known.is_none_or(|known| revision > known.revision || (revision == known.revision && body != known.body));
    // The checksum is asked last: the own newest text is looked at before every write.
    unknown && !matches!(Envelope::read(key, stored), Err(Unreadable::Damaged { .. } | Unreadable::Foreign))
}

/// Returns whether another writer's text lies in the slot that this tab wrote last, of any revision.
///
/// A tab that was busy for a while may have written an old revision over a newer one. A slot that is empty or damaged
/// was displaced by nobody.
pub fn is_displaced(key: &RecordKey, known: &Envelope, own_slot: &str) -> bool {
    let body = own_slot.split_once('\n').map_or("", |(_, body)| body);
    let other = body != known.body || stated_revision(own_slot).is_none_or(|revision| revision < known.revision);
    other && matches!(Envelope::read(key, own_slot), Ok(_) | Err(Unreadable::Newer { .. }))
}

/// The texts of a record that this tab has read or written.
///
/// What else lies in the journal is another writer's.
///
/// The journal is asked within the very transaction that writes. There no news can be late, so this look decides where
/// the look at localStorage, which each process may see a little later, only warns early.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct KnownRevisions {
    /// First lines of texts, oldest first.
    ///
    /// They carry revision, time and checksum, so they stand for the whole.
    heads: Vec<String>,
}

impl KnownRevisions {
    /// Takes account of a text that was read.
    pub fn read(&mut self, text: &str) {
        self.heads.push(head(text).to_owned());
    }

    /// Takes account of a text that is on its way to the journal.
    pub fn wrote(&mut self, text: &str) {
        self.read(text);
    }

    /// Notes that the journal holds this text, so no earlier one can be found there.
    pub fn completed(&mut self, text: &str) {
        if let Some(at) = self.heads.iter().position(|known| known == head(text)) {
            self.heads.drain(..at);
        }
    }

    /// Returns whether the journal may be overwritten while it holds this text: it is known, or damaged.
    ///
    /// That its revision is low says nothing: a tab that was busy for a while may have put an old number over a newer
    /// one.
    pub fn has(&self, key: &RecordKey, stored: &str) -> bool {
        self.heads.iter().any(|known| known == head(stored))
            || matches!(Envelope::read(key, stored), Err(Unreadable::Damaged { .. } | Unreadable::Foreign))
    }
}

fn head(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(head, _)| head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope(revision: u64, body: &str) -> Envelope {
        Envelope { key: RecordKey::Registry, revision, saved_at: "2026-11-21T10:00:00+08:00".into(), body: body.into() }
    }

    fn rival(known: Option<&Envelope>, stored: &str) -> bool {
        is_rival(&RecordKey::Registry, known, stored)
    }

    #[test]
    fn what_this_tab_has_written_is_no_rival() {
        let known = envelope(7, r#"{"a":1}"#);
        let mut later = known.clone();
        later.saved_at = "2026-11-21T11:00:00+08:00".into();
        assert!(!rival(Some(&known), &known.write()));
        assert!(!rival(Some(&known), &later.write()), "a healed copy of the same content");
        assert!(!rival(Some(&known), &envelope(6, r#"{"a":0}"#).write()), "the slot before");
    }

    #[test]
    fn a_newer_text_and_another_text_of_the_same_revision_are_rivals() {
        let known = envelope(7, r#"{"a":1}"#);
        assert!(rival(Some(&known), &envelope(8, r#"{"a":1}"#).write()));
        assert!(
            rival(Some(&known), &envelope(7, r#"{"a":2}"#).write()),
            "both tabs wrote before they heard of each other"
        );
        assert!(rival(None, &envelope(1, r#"{"a":2}"#).write()), "a record that this tab has never seen");
    }

    #[test]
    fn a_damaged_text_stops_nobody() {
        let known = envelope(7, r#"{"a":1}"#);
        let revision = envelope(7, r#"{"a":1}"#).write().replace("\"revision\":7", "\"revision\":9");
        let body = envelope(7, r#"{"a":1}"#).write().replace(r#"{"a":1}"#, r#"{"a":9}"#);
        assert!(!rival(Some(&known), &revision));
        assert!(!rival(Some(&known), &body));
        assert!(!rival(None, &body), "a record given up as damaged can be written again");
    }

    #[test]
    fn the_journal_is_written_over_only_while_it_holds_what_this_tab_knows() {
        let texts: Vec<String> =
            (5..9).map(|revision| envelope(revision, &format!("{{\"mine\":{revision}}}")).write()).collect();
        let other = envelope(6, r#"{"other":1}"#).write();
        let mut known = KnownRevisions::default();
        assert!(!known.has(&RecordKey::Registry, &texts[0]), "a record that this tab has never seen");
        known.read(&texts[0]);
        texts[1..].iter().for_each(|text| known.wrote(text));
        assert!(texts.iter().all(|text| known.has(&RecordKey::Registry, text)), "read, or on its way");
        assert!(!known.has(&RecordKey::Registry, &other), "of the same revision as one of its own");
        known.completed(&texts[2]);
        assert!(known.has(&RecordKey::Registry, &texts[2]));
        assert!(
            !known.has(&RecordKey::Registry, &envelope(3, r#"{"other":1}"#).write()),
            "an old number of another tab"
        );
        assert!(known.has(&RecordKey::Registry, &texts[3]), "still on its way");
        assert!(!known.has(&RecordKey::Registry, &envelope(8, r#"{"other":1}"#).write()));
        assert!(known.has(&RecordKey::Registry, &texts[3].replace("mine", "nime")), "damaged");
    }

    #[test]
    fn an_older_text_over_the_newest_displaces_it_and_an_empty_slot_does_not() {
        let known = envelope(7, r#"{"a":1}"#);
        let displaced = |own_slot: &str| is_displaced(&RecordKey::Registry, &known, own_slot);
        assert!(displaced(&envelope(2, r#"{"a":0}"#).write()));
        assert!(
            displaced(&envelope(2, r#"{"a":1}"#).write()),
            "the same content, but an older text of it in the other slot would win"
        );
        assert!(!displaced(&known.write()));
        assert!(!displaced(""), "cleared by the person or another site of the origin");
        assert!(!displaced(&known.write().replace(r#"{"a":1}"#, r#"{"a":2}"#)), "damaged");
    }
}
