//! The names under which records are kept.

use std::fmt;

use anziping_seal::Sha256;
use anziping_seal::keys::KeyId;

use crate::value::period::Period;

/// Name of a record. [`RecordKey::parse`] reads what `Display` writes.
///
/// An enterprise is known in this browser by a local id such as `e1`; its credit code may still be missing or wrong.
/// Local ids consist of 1 to 64 ASCII letters, digits, `-` and `_`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RecordKey {
    /// `settings`: choices of this browser.
    Settings,
    /// `e/e1`: an [`crate::enterprise::Enterprise`].
    Enterprise(String),
    /// `m/e1/2026-11`: a [`crate::month::draft::MonthDraft`].
    Month(String, Period),
    /// `s/e1/2026-11/r1`: a sealed report by its revision. Written once, never changed.
    Sealed(String, Period, u32),
    /// `k/e1/<kid>`: a [`super::KeyRecord`].
    SigningKey(String, KeyId),
    /// `r/e1/2026-11/r1`: the office's receipt for a sealed report.
    Receipt(String, Period, u32),
    /// `t/e1/2026-11/<sha256>`: the office's return of a sealed report.
    Return(String, Period, ReturnName),
    /// The month as it was before it moved to another edition of the check list: `b/e1/2026-11`.
    Before(String, Period),
    /// `l/e1`: the [`crate::register::Registers`] of an enterprise.
    Registers(String),
    /// `registry`: the keys an office knows.
    Registry,
    /// `q/1`: what a desk found out about received files.
    ///
    /// Some dozens to a record ([`crate::office::kept`]).
    Received(u32),
    /// A check list of others in canonical form, by its SHA-256: `c/<sha256>`.
    ///
    /// Months and received reports name it; the page of the enterprise and the desk share it.
    CheckList(String),
    /// The month of a street as the county keeps it, by the SHA-256 of its document: `o/<sha256>`.
    StreetMonth(String),
}

/// The name that tells one return of a month from the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReturnName {
    /// `r1`: the revision it is about, as it was before an office could give one back twice.
    Revision(u32),
    /// Hash of the return.
    Document(Sha256),
}

impl ReturnName {
    fn parse(text: &str) -> Option<Self> {
        revision(text).map(Self::Revision).or_else(|| text.parse().ok().map(Self::Document))
    }
}

impl fmt::Display for ReturnName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Revision(revision) => write!(f, "r{revision}"),
            Self::Document(sha256) => write!(f, "{sha256}"),
        }
    }
}

impl RecordKey {
    /// Reads a name; `None` when it is not one of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('/').collect();
        let period = |text: &str| Period::parse(text);
        let id = |text: &str| is_id(text).then(|| text.to_owned());
        Some(match parts.as_slice() {
            ["settings"] => Self::Settings,
            ["registry"] => Self::Registry,
            ["q", n] => Self::Received(number(n)?),
            ["e", e] => Self::Enterprise(id(e)?),
            ["m", e, p] => Self::Month(id(e)?, period(p)?),
            ["b", e, p] => Self::Before(id(e)?, period(p)?),
            ["s", e, p, r] => Self::Sealed(id(e)?, period(p)?, revision(r)?),
            ["r", e, p, r] => Self::Receipt(id(e)?, period(p)?, revision(r)?),
            ["t", e, p, name] => Self::Return(id(e)?, period(p)?, ReturnName::parse(name)?),
            ["l", e] => Self::Registers(id(e)?),
            ["c", sha256] => Self::CheckList(id(sha256)?),
            ["o", sha256] => Self::StreetMonth(id(sha256)?),
            ["k", e, kid] => Self::SigningKey(id(e)?, kid.parse().ok()?),
            _ => return None,
        })
    }

    /// The local id of the enterprise it belongs to.
    pub fn enterprise(&self) -> Option<&str> {
        match self {
            Self::Enterprise(e)
            | Self::Registers(e)
            | Self::Month(e, _)
            | Self::Sealed(e, ..)
            | Self::SigningKey(e, _)
            | Self::Receipt(e, ..)
            | Self::Return(e, ..)
            | Self::Before(e, _) => Some(e),
            Self::Settings | Self::Registry | Self::Received(_) | Self::CheckList(_) | Self::StreetMonth(_) => None,
        }
    }

    /// The same record of another enterprise; records of none stay as they are.
    pub fn of_enterprise(&self, id: &str) -> Self {
        let e = id.to_owned();
        match self {
            Self::Enterprise(_) => Self::Enterprise(e),
            Self::Registers(_) => Self::Registers(e),
            Self::Month(_, p) => Self::Month(e, *p),
            Self::Before(_, p) => Self::Before(e, *p),
            Self::Sealed(_, p, r) => Self::Sealed(e, *p, *r),
            Self::SigningKey(_, kid) => Self::SigningKey(e, *kid),
            Self::Receipt(_, p, r) => Self::Receipt(e, *p, *r),
            Self::Return(_, p, name) => Self::Return(e, *p, *name),
            Self::Settings | Self::Registry | Self::Received(_) | Self::CheckList(_) | Self::StreetMonth(_) => {
                self.clone()
            }
        }
    }

    /// Returns whether the record is written once and never changed.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Sealed(..) | Self::CheckList(_) | Self::StreetMonth(_) => true,
            Self::Settings
            | Self::Enterprise(_)
            | Self::Month(..)
            | Self::SigningKey(..)
            | Self::Receipt(..)
            | Self::Return(..)
            | Self::Before(..)
            | Self::Registers(_)
            | Self::Registry
            | Self::Received(_) => false,
        }
    }

    /// Returns whether any tab may write the record at any time.
    ///
    /// Such are choices of this browser, which the last tab may set, and texts that are named by their own hash, so
    /// that whoever writes one writes the same.
    pub fn is_anybodys(&self) -> bool {
        match self {
            Self::Settings | Self::CheckList(_) | Self::StreetMonth(_) => true,
            Self::Enterprise(_)
            | Self::Month(..)
            | Self::Sealed(..)
            | Self::SigningKey(..)
            | Self::Receipt(..)
            | Self::Return(..)
            | Self::Before(..)
            | Self::Registers(_)
            | Self::Registry
            | Self::Received(_) => false,
        }
    }

    /// Returns whether records of this kind are too large for localStorage.
    ///
    /// There are so many of them that the journal alone keeps them.
    pub fn is_bulky(&self) -> bool {
        match self {
            Self::Received(_) | Self::StreetMonth(_) => true,
            Self::Settings
            | Self::Enterprise(_)
            | Self::Month(..)
            | Self::Sealed(..)
            | Self::SigningKey(..)
            | Self::Receipt(..)
            | Self::Return(..)
            | Self::Before(..)
            | Self::Registers(_)
            | Self::Registry
            | Self::CheckList(_) => false,
        }
    }
}

fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// `r1`, `r2`, …: without leading zeros, so that one revision has one name.
fn revision(text: &str) -> Option<u32> {
    number(text.strip_prefix('r')?)
}

/// Reads a number from 1 on, without leading zeros.
fn number(digits: &str) -> Option<u32> {
    let number: u32 = digits.parse().ok()?;
    (number > 0 && number.to_string() == digits).then_some(number)
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => f.write_str("settings"),
            Self::Enterprise(e) => write!(f, "e/{e}"),
            Self::Registers(e) => write!(f, "l/{e}"),
            Self::Month(e, period) => write!(f, "m/{e}/{period}"),
            Self::Before(e, period) => write!(f, "b/{e}/{period}"),
            Self::Sealed(e, period, revision) => write!(f, "s/{e}/{period}/r{revision}"),
            Self::SigningKey(e, kid) => write!(f, "k/{e}/{kid}"),
            Self::Receipt(e, period, revision) => write!(f, "r/{e}/{period}/r{revision}"),
            Self::Return(e, period, name) => write!(f, "t/{e}/{period}/{name}"),
            Self::Registry => f.write_str("registry"),
            Self::Received(n) => write!(f, "q/{n}"),
            Self::CheckList(sha256) => write!(f, "c/{sha256}"),
            Self::StreetMonth(sha256) => write!(f, "o/{sha256}"),
        }
    }
}
