//! Compares digits typed from a stamped form with the forms of a file, group after group.
//!
//! Only the first group that differs is named, and nothing of those behind it: whoever misread the paper learns where
//! to look again, and whoever has no paper learns no more than that (docs/decisions/digits-in-groups.md).

use anziping_seal::keys::Fingerprint;

use super::Offer;
use crate::signer::{CheckedSigner, StampedForm};

/// Digits of a form.
const DIGITS: usize = 30;
/// Digits of a group.
const GROUP: usize = 5;
/// How the code of forms began that were printed before it held the digits.
const OLD_CODE: &str = "ANZIPING KEY";

/// How far typed digits agree with those of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typing {
    /// The code of an old form, which names the key alone and proves nothing of its holder.
    OldCode,
    /// Something other than digits, spaces and dashes.
    NotADigit(char),
    /// Every whole group is equal so far; an unfinished one is not judged.
    Equal {
        /// Groups that are whole.
        groups: usize,
    },
    /// This group, counted from 0, is another one; those behind it are not judged.
    Differs {
        /// Its place.
        group: usize,
    },
    /// All groups are equal, and more digits follow.
    TooMany {
        /// How many there are.
        digits: usize,
    },
}

impl Typing {
    /// Groups of a form.
    pub const GROUPS: usize = DIGITS / GROUP;

    /// Holds what was typed against the digits of these forms, of which one is meant.
    pub fn of(forms: &[Fingerprint], typed: &str) -> Self {
        if typed.trim_start().to_ascii_uppercase().starts_with(OLD_CODE) {
            return Self::OldCode;
        }
        let typed = match Fingerprint::digits_typed(typed) {
            Ok(typed) => typed,
            Err(found) => return Self::NotADigit(found),
        };
        let groups = groups(&typed).filter(|group| group.len() == GROUP).take(Self::GROUPS).count();
        let forms: Vec<String> = forms.iter().map(|form| format!("{form:#}")).collect();
        let equal = |groups: usize| {
            let begin = typed.get(..groups * GROUP).unwrap_or_default();
            forms.iter().any(|form| form.starts_with(begin))
        };
        match (0..groups).find(|group| !equal(group + 1)) {
            Some(group) => Self::Differs { group },
            None if typed.len() > DIGITS => Self::TooMany { digits: typed.len() },
            None => Self::Equal { groups },
        }
    }

    /// Returns whether all thirty digits are there and equal.
    pub fn is_whole(self) -> bool {
        self == Self::Equal { groups: Self::GROUPS }
    }

    /// Returns whether these digits can only be meant for this form: a group is there, and none differs.
    pub fn is_of_this(self) -> bool {
        matches!(self, Self::Equal { groups } if groups > 0)
    }
}

/// The digits of a text in groups of five, the last one as far as it goes.
pub fn groups(digits: &str) -> impl Iterator<Item = &str> {
    (0..digits.len().div_ceil(GROUP)).filter_map(move |at| digits.get(at * GROUP..digits.len().min((at + 1) * GROUP)))
}

impl Offer<'_> {
    /// The digits of the forms on which the holders are made known, with what people see of their names.
    pub fn form_digits(&self) -> Vec<Fingerprint> {
        let of_form = |signer: &CheckedSigner| {
            let (uscc, enterprise, mandate) = (self.uscc, self.name, self.mandate);
            StampedForm { uscc, enterprise, mandate, holder: &signer.as_listed()? }.digits()
        };
        self.signers.iter().filter_map(of_form).collect()
    }
}
