//! Chooses among four copies of one record: which one counts, and which ones to write again.
//!
//! Two slots of localStorage take the revisions in turn, so that a write cut off in the middle spoils the older copy
//! only; the journal takes each revision too, durably, and after it the journal's second copy, where the browser has a
//! place for one.

use std::cmp::Reverse;

use super::key::RecordKey;
use super::stored::{Envelope, Unreadable};
use crate::value::timestamp::Timestamp;

/// Where a copy lies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CopyPlace {
    /// The first slot of localStorage.
    LocalA,
    /// The second slot of localStorage.
    LocalB,
    /// The journal in IndexedDB.
    Journal,
    /// The journal's second copy, begun anew by each page that writes.
    SecondJournal,
}

/// The text found in one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundCopy {
    /// The place it was found in.
    pub place: CopyPlace,
    /// The text, or `None` when there is none.
    pub text: Option<String>,
}

/// The result of comparing all copies.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewestCopy {
    /// The copy that counts: the highest revision, of equal ones the one saved later.
    ///
    /// `None` when no copy can be read.
    pub newest: Option<Envelope>,
    /// Where it was found.
    pub from: Option<CopyPlace>,
    /// The places that hold it.
    pub good: Vec<CopyPlace>,
    /// Places to be written again with `newest`: missing, unreadable, older or in conflict.
    ///
    /// Texts named in `damaged` and `conflicts` must be kept elsewhere first.
    pub heal: Vec<CopyPlace>,
    /// Places whose text cannot be read, and why.
    pub damaged: Vec<(CopyPlace, Unreadable)>,
    /// Copies with the same revision as `newest` and other content.
    ///
    /// Two writers did not know of each other. Offer both to the person.
    pub conflicts: Vec<(CopyPlace, Envelope)>,
    /// A copy was written by a newer program: nothing of this record may be written, not even healed.
    pub newer_program: bool,
    /// The newest of the copies of a newer program, as far as its first line can be read.
    ///
    /// To be shown, never written.
    pub newer: Option<Envelope>,
}

impl NewestCopy {
    /// Returns whether the journal has lost what its second copy still has.
    ///
    /// The journal takes each revision first, so it was the browser that lost it.
    pub fn is_saved_by_second_copy(&self) -> bool {
        self.heal.contains(&CopyPlace::Journal) && self.good.contains(&CopyPlace::SecondJournal)
    }
}

/// Chooses among the copies of the record `key`.
///
/// Pass every place that could be asked, missing ones included, so that they are healed.
pub fn choose(key: &RecordKey, candidates: &[FoundCopy]) -> NewestCopy {
    let mut choice = NewestCopy::default();
    let mut readable = Vec::new();
    for candidate in candidates {
        match candidate.text.as_deref().map(|text| Envelope::read(key, text)) {
            None => {}
            Some(Ok(envelope)) => readable.push((candidate.place, envelope)),
            Some(Err(fault)) => {
                if matches!(fault, Unreadable::Newer { .. }) {
                    choice.newer_program = true;
                    let newer = candidate.text.as_deref().and_then(|text| Envelope::read_newer(key, text));
                    let known = choice.newer.as_ref().map(|known| known.revision);
                    choice.newer =
                        newer.filter(|newer| known.is_none_or(|known| newer.revision > known)).or(choice.newer);
                }
                choice.damaged.push((candidate.place, fault));
            }
        }
    }
    // A stable sort: of copies equal in both, the first place asked counts.
    let instant = |envelope: &Envelope| Timestamp::parse(&envelope.saved_at).map(|time| time.instant());
    readable.sort_by_key(|(_, envelope)| Reverse((envelope.revision, instant(envelope))));
    let mut readable = readable.into_iter();
    let Some((from, newest)) = readable.next() else { return choice };
    choice.good.push(from);
    for (place, other) in readable {
        if other.revision == newest.revision {
            if other.body == newest.body {
                choice.good.push(place);
            } else {
                choice.conflicts.push((place, other));
            }
        }
    }
    if !choice.newer_program {
        choice.heal =
            candidates.iter().map(|candidate| candidate.place).filter(|place| !choice.good.contains(place)).collect();
    }
    choice.from = Some(from);
    choice.newest = Some(newest);
    choice
}
