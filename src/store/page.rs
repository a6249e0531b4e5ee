//! Tells which records each of the two pages of the site writes.

use anziping_core::record::RecordKey;
use anziping_core::record::authorship::record_name;

use super::discovery::Discovery;

/// A page of the site that keeps records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SitePage {
    /// The enterprise's.
    Enterprise,
    /// The office's desk.
    Office,
}

impl SitePage {
    /// A short name, for locks and stores of its own.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Office => "office",
        }
    }

    /// Returns whether no other page changes this record.
    pub(super) fn owns(self, key: &RecordKey) -> bool {
        let owner = match key {
            RecordKey::Registry | RecordKey::Received(_) | RecordKey::StreetMonth(_) => Self::Office,
            RecordKey::Settings
            | RecordKey::Enterprise(_)
            | RecordKey::Month(..)
            | RecordKey::Sealed(..)
            | RecordKey::SigningKey(..)
            | RecordKey::Receipt(..)
            | RecordKey::Return(..)
            | RecordKey::Before(..)
            | RecordKey::Registers(_)
            | RecordKey::CheckList(_) => Self::Enterprise,
        };
        owner == self
    }

    /// Returns whether the page writes this record. Both pages import check lists.
    pub(super) fn writes(self, key: &RecordKey) -> bool {
        self.owns(key) || matches!(key, RecordKey::CheckList(_))
    }

    /// Returns whether the page reads this record.
    ///
    /// What a desk keeps of thousands of files is no concern of an enterprise in the same browser.
    pub(super) fn reads(self, key: &RecordKey) -> bool {
        !key.is_bulky() || self.owns(key)
    }

    /// [`writes`](Self::writes), asked by the names that records and their notes have in the journal.
    pub(super) fn writes_named(self) -> fn(&str) -> bool {
        match self {
            // What an older program cannot read stays with the page of the enterprise.
            Self::Enterprise => {
                |name| RecordKey::parse(record_name(name)).is_none_or(|key| Self::Enterprise.writes(&key))
            }
            Self::Office => |name| RecordKey::parse(record_name(name)).is_some_and(|key| Self::Office.writes(&key)),
        }
    }

    /// Returns whether the page tells of a discovery.
    ///
    /// What happened to the enterprise's records is shown by their own page, not by the desk.
    pub(super) fn tells(self, discovery: &Discovery) -> bool {
        match discovery {
            Discovery::Healed(key)
            | Discovery::Damaged(key)
            | Discovery::Newer(key)
            | Discovery::Conflict(key)
            | Discovery::Unwritable(key)
            | Discovery::Foreign(key) => self == Self::Enterprise || self.writes(key),
            Discovery::SavedBySecondCopy(_)
            | Discovery::Emptied
            | Discovery::Rewritten(_)
            | Discovery::Evicted(_)
            | Discovery::Forgotten => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use anziping_core::record::authorship::note_name;

    use super::*;

    #[test]
    fn each_record_belongs_to_one_page_and_check_lists_are_written_by_both() {
        let registry = RecordKey::Registry;
        let month = RecordKey::Enterprise("e1".into());
        let list = RecordKey::CheckList("0".repeat(64));
        let street = RecordKey::StreetMonth("0".repeat(64));
        assert!(SitePage::Office.owns(&registry) && !SitePage::Enterprise.writes(&registry));
        assert!(SitePage::Enterprise.owns(&month) && !SitePage::Office.writes(&month));
        assert!(SitePage::Office.writes(&list) && !SitePage::Office.owns(&list) && SitePage::Enterprise.writes(&list));
        let received = RecordKey::Received(1);
        assert!(SitePage::Office.owns(&received) && SitePage::Office.reads(&received));
        assert!(!SitePage::Enterprise.writes(&received) && !SitePage::Enterprise.reads(&received));
        assert!(SitePage::Office.owns(&street) && !SitePage::Enterprise.writes(&street));
        for key in [registry, received, month, list, street] {
            for page in [SitePage::Enterprise, SitePage::Office] {
                for name in [Some(key.to_string()), note_name(&key)].into_iter().flatten() {
                    assert_eq!((page.writes_named())(&name), page.writes(&key), "{page:?} {name}");
                }
            }
        }
    }
}
