//! Keeps the months of streets that came, so that nothing has to be dropped twice.
//!
//! Each is a record of its own under its hash: the registry is written at every step, and a month can be large.

use anziping_core::document::office_month::OfficeMonth;
use anziping_core::office::county_months::{County, KeptMonth, MonthStanding, StreetFault};
use anziping_core::office::intake::{Checked, CheckedDocument, Found};
use anziping_core::record::RecordKey;
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::KeyId;
use leptos::prelude::*;

use super::app::OfficeApp;
use crate::platform::clock;
use crate::words::office::county as words;

/// The month of an office that a file holds.
pub(super) fn of_file(checked: &Checked) -> Option<&CheckedDocument<OfficeMonth>> {
    match &checked.found {
        Found::OfficeMonth(found) => Some(found),
        _ => None,
    }
}

/// The key that signed it: an office signs with one.
fn kid(found: &CheckedDocument<OfficeMonth>) -> Option<KeyId> {
    found.signers.first().map(|signer| signer.kid)
}

impl OfficeApp {
    /// Looks at what the county knows; subscribes to it.
    pub(crate) fn with_county<T>(&self, look: impl FnOnce(County<'_>) -> T) -> T {
        self.record.with(|record| {
            self.months.with(|months| look(County { streets: &record.streets, months, set_aside: &record.set_aside }))
        })
    }

    /// Counts the kept months that cannot be read.
    pub(crate) fn unreadable_months(&self) -> usize {
        let records = self.store.records();
        let unreadable = records.unreadable_texts().into_iter();
        unreadable.filter(|(key, _)| matches!(key, RecordKey::StreetMonth(_))).count()
    }

    /// Judges the month in a file; subscribes.
    pub(crate) fn standing_of(&self, found: &CheckedDocument<OfficeMonth>) -> Option<MonthStanding> {
        let kid = kid(found)?;
        Some(self.with_county(|county| county.standing(&found.document, found.document_sha256, kid)))
    }

    /// Keeps the months among the files whose keys are registered for their offices; subscribes.
    ///
    /// Which of several counts is decided anew whenever it is asked.
    pub(crate) fn keep_arrived(&self) {
        let today = clock::today();
        let arrived: Vec<KeptMonth> = self.inbox.with(|inbox| {
            let months = inbox.iter().filter_map(of_file).filter_map(|found| {
                let is_kept = self
                    .months
                    .with_untracked(|months| months.iter().any(|kept| kept.document_sha256 == found.document_sha256));
                let takes = matches!(
                    self.standing_of(found)?,
                    MonthStanding::Counts | MonthStanding::Replaced { .. } | MonthStanding::Forked
                );
                (takes && !is_kept).then_some(KeptMonth {
                    document: found.document.clone(),
                    document_sha256: found.document_sha256,
                    kid: kid(found)?,
                    received_on: today,
                })
            });
            let mut months: Vec<KeptMonth> = months.collect();
            // The same file may lie there twice.
            months.sort_by_key(|month| month.document_sha256);
            months.dedup_by_key(|month| month.document_sha256);
            months
        });
        if arrived.is_empty() {
            return;
        }
        let bodies = arrived.iter().filter_map(|month| {
            let key = RecordKey::StreetMonth(month.document_sha256.to_string());
            let body = self.store.encode(&key, month)?;
            Some((key, Some(body)))
        });
        self.store.write(bodies.collect());
        self.months.update(|months| months.extend(arrived));
    }

    /// Registers the key that signed the month in a file.
    ///
    /// # Errors
    /// A [`StreetFault`]; nothing is changed then.
    pub(crate) fn register_street(&self, at: usize, digits: &str) -> Result<(), StreetFault> {
        self.inbox.with_untracked(|inbox| {
            let found = inbox.get(at).and_then(of_file).ok_or(StreetFault::NotAMonth)?;
            let (office, kid) = (found.document.office.trim(), kid(found).ok_or(StreetFault::NotAMonth)?);
            self.try_edit_record(|record| {
                record.streets.register(office, kid, digits, clock::today())?;
                Ok(words::registered(office))
            })
        })
    }

    /// Lets one of several months of an office and period count, and sets the others aside.
    pub(crate) fn choose_street_month(&self, office: &str, chosen: Sha256, others: Vec<Sha256>) {
        self.edit_record(|record| {
            record.set_aside.extend(others.into_iter().filter(|other| *other != chosen));
            words::taken(office)
        });
    }
}
