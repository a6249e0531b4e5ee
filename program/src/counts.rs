//! Counts files by their result, and derives the exit code of the program.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Every file was read, and each is genuine and fits the registry.
pub(crate) const ALL_SOUND: u8 = 0;
/// Some file is refused or does not fit the registry.
const SOME_REFUSED: u8 = 1;
/// Not everything was judged: the arguments, the registry or the output are at fault.
///
/// Clap leaves with the same.
pub(crate) const NOT_DONE: u8 = 2;
/// Some file could not be read, so nothing is known of it.
const SOME_UNREAD: u8 = 3;

/// Verdict on a file that could not be read.
pub(crate) const UNREAD: &str = "unread";

/// How many files got which verdict, by its code.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Counts(pub BTreeMap<Cow<'static, str>, u64>);

impl Counts {
    pub(crate) fn add(&mut self, verdict: &'static str) {
        *self.0.entry(Cow::Borrowed(verdict)).or_default() += 1;
    }

    pub(crate) fn files(&self) -> u64 {
        self.0.values().sum()
    }

    pub(crate) fn exit_code(&self) -> u8 {
        let some = |verdicts: &[&str]| verdicts.iter().any(|&verdict| self.0.contains_key(verdict));
        if some(&[UNREAD]) {
            SOME_UNREAD
        } else if some(&["refused", "unsound", "newer", "rejected", "mismatched"]) {
            SOME_REFUSED
        } else {
            ALL_SOUND
        }
    }
}
