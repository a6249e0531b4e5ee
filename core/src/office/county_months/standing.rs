//! Chooses the month of an office that counts, and judges one that has arrived.

use std::collections::BTreeSet;

use anziping_seal::Sha256;
use anziping_seal::keys::KeyId;
use serde::{Deserialize, Serialize};

use super::streets::Streets;
use crate::document::office_month::OfficeMonth;
use crate::value::day::Day;
use crate::value::period::Period;

/// A month of an office as the county keeps it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KeptMonth {
    /// The month that the office signed.
    pub document: OfficeMonth,
    /// Hash of the canonical document.
    pub document_sha256: Sha256,
    /// Thumbprint of the key, which was registered for the office when the file came.
    pub kid: KeyId,
    /// Day on which it came.
    pub received_on: Day,
}

/// The state of a county's desk: its offices, their months, and those set aside.
#[derive(Clone, Copy, Debug)]
pub struct County<'a> {
    /// Of which offices months are expected.
    pub streets: &'a Streets,
    /// The months that came from them.
    pub months: &'a [KeptMonth],
    /// Months that somebody at the county has set aside, by the SHA-256 of their documents.
    pub set_aside: &'a BTreeSet<Sha256>,
}

/// The standing of an office's month among the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MonthStanding {
    /// It counts.
    Counts,
    /// A later revision of the same office and month is here.
    Replaced {
        /// That revision.
        by: u32,
    },
    /// Another one of the same office, month and revision says something else: none of them counts.
    Forked,
    /// Somebody at the county has set it aside.
    SetAside,
    /// Its key is not registered.
    UnknownKey {
        /// Whether another key is registered for an office of this name.
        has_another: bool,
    },
    /// Its key is that of another office.
    OfAnother {
        /// Name of that office.
        registered: String,
    },
    /// Its key is out of use.
    OutOfUse {
        /// Since this day.
        on: Day,
    },
}

impl MonthStanding {
    /// The value of `data-month-standing`; part of the public hooks.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Replaced { .. } => "replaced",
            Self::Forked => "forked",
            Self::SetAside => "set-aside",
            Self::UnknownKey { .. } => "unknown-key",
            Self::OfAnother { .. } => "of-another",
            Self::OutOfUse { .. } => "out-of-use",
        }
    }
}

/// How the month of one office stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StreetMonth<'a> {
    /// None is here.
    Missing,
    /// This one counts.
    Counts(&'a KeptMonth),
    /// Several of one revision say different things.
    Forked(Vec<&'a KeptMonth>),
}

impl<'a> County<'a> {
    /// Judges a month that came as a file, kept or not.
    pub fn standing(&self, month: &OfficeMonth, document_sha256: Sha256, kid: KeyId) -> MonthStanding {
        if self.set_aside.contains(&document_sha256) {
            return MonthStanding::SetAside;
        }
        let is_kept = self.months.iter().any(|kept| kept.document_sha256 == document_sha256);
        let office = month.office.trim();
        match self.streets.owner(&kid) {
            None => {
                let has_another = self.streets.named(office).is_some_and(|street| !street.keys.is_empty());
                return MonthStanding::UnknownKey { has_another };
            }
            Some((street, _)) if street.office != office => {
                return MonthStanding::OfAnother { registered: street.office.clone() };
            }
            Some((_, key)) => {
                // What came while the key was in use stays what it was.
                if let (Some(on), false) = (key.out_of_use, is_kept) {
                    return MonthStanding::OutOfUse { on };
                }
            }
        }
        let others = self.of(office, month.period).filter(|kept| kept.document_sha256 != document_sha256);
        let others: Vec<u32> = others.map(|kept| kept.document.revision).collect();
        match others.iter().max() {
            Some(by) if *by > month.revision => MonthStanding::Replaced { by: *by },
            Some(by) if *by == month.revision => MonthStanding::Forked,
            _ => MonthStanding::Counts,
        }
    }

    /// Judges the month of an office.
    pub fn month_of(&self, office: &str, period: Period) -> StreetMonth<'a> {
        let latest = self.of(office, period).map(|kept| kept.document.revision).max();
        let mut latest = self.of(office, period).filter(|kept| Some(kept.document.revision) == latest);
        match (latest.next(), latest.next()) {
            (None, _) => StreetMonth::Missing,
            (Some(one), None) => StreetMonth::Counts(one),
            (Some(one), Some(other)) => StreetMonth::Forked([one, other].into_iter().chain(latest).collect()),
        }
    }

    /// The months of which anything is here, latest first.
    pub fn periods(&self) -> Vec<Period> {
        let periods: BTreeSet<Period> = self.months.iter().map(|kept| kept.document.period).collect();
        periods.into_iter().rev().collect()
    }

    /// The kept months of an office that are not set aside.
    fn of(&self, office: &str, period: Period) -> impl Iterator<Item = &'a KeptMonth> + use<'a> {
        let (set_aside, office) = (self.set_aside, office.to_owned());
        self.months.iter().filter(move |kept| {
            kept.document.period == period
                && kept.document.office.trim() == office
                && !set_aside.contains(&kept.document_sha256)
        })
    }
}
