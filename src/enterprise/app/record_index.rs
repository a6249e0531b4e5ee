//! Lists what lies in this browser: enterprises, their months, sealed reports and keys.

use anziping_core::enterprise::Enterprise;
use anziping_core::month::draft::MonthDraft;
use anziping_core::record::{KeyRecord, ReceiptRecord, RecordKey, ReturnRecord, SealedRecord};
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::Fingerprint;
use anziping_core::value::period::Period;

use crate::store::records::RecordStore;

/// The records of this browser by enterprise.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct RecordIndex {
    /// Enterprises by local id.
    pub enterprises: Vec<IndexedEnterprise>,
}

/// One enterprise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct IndexedEnterprise {
    /// Local id such as `e1`.
    pub id: String,
    /// Name as typed; may be empty.
    pub name: String,
    /// Months, newest first.
    pub months: Vec<IndexedMonth>,
    /// Signing keys.
    pub keys: Vec<KeyRecord>,
}

impl IndexedEnterprise {
    /// Returns whether these digits were compared with the office's published ones, on any answer of it.
    pub(crate) fn knows_office(&self, fingerprint: Fingerprint) -> bool {
        let receipts = self.months.iter().flat_map(|month| &month.receipts);
        let returns = self.months.iter().flat_map(|month| &month.returns);
        let compared = receipts
            .map(|(_, receipt)| (receipt.compared, receipt.fingerprint))
            .chain(returns.map(|returned| (returned.compared, returned.fingerprint)));
        compared.into_iter().any(|known| known == (true, fingerprint))
    }
}

/// One month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct IndexedMonth {
    pub period: Period,
    /// Invented data.
    pub demo: bool,
    /// Revision that will be sealed next.
    pub revision: u32,
    /// Sealed reports, newest revision first.
    pub sealed: Vec<(u32, SealedRecord)>,
    /// The office's receipts by revision.
    pub receipts: Vec<(u32, ReceiptRecord)>,
    /// The office's returns, the newest first.
    pub returns: Vec<ReturnRecord>,
}

impl IndexedMonth {
    /// Returns whether the revision in work is sealed already, so that the month can only be read.
    pub(crate) fn is_sealed(&self) -> bool {
        self.sealed.iter().any(|(revision, _)| *revision == self.revision)
    }

    /// The returns of the newest signed revision, the newest first, with its number.
    ///
    /// They wait for a correction until the next revision is signed.
    pub(crate) fn returned(&self) -> impl Iterator<Item = (u32, &ReturnRecord)> {
        self.sealed.first().into_iter().flat_map(|(revision, sealed)| {
            let of_this = |returned: &&ReturnRecord| returned.document_sha256 == sealed.document_sha256;
            self.returns.iter().filter(of_this).map(|returned| (*revision, returned))
        })
    }

    /// The return that a correction names: the newest that was compared.
    ///
    /// One that nobody has compared may be anybody's.
    pub(crate) fn to_answer(&self) -> Option<Sha256> {
        self.returned().find(|(_, returned)| returned.compared).map(|(_, returned)| returned.return_sha256)
    }

    /// Hash of the document that next month's report follows.
    ///
    /// The newest one the office has acknowledged, or, without a receipt, the newest one that was signed. A correction
    /// that never left this device would break the chain.
    pub(crate) fn to_follow(&self) -> Option<Sha256> {
        let received = |revision: &u32| self.receipts.iter().any(|(of, receipt)| of == revision && receipt.compared);
        let acknowledged = self.sealed.iter().find(|(revision, _)| received(revision));
        acknowledged.or_else(|| self.sealed.first()).map(|(_, record)| record.document_sha256)
    }
}

impl RecordIndex {
    /// Reads the lists from the records.
    ///
    /// Records that cannot be read are left out here; the record store names them.
    pub(crate) fn of(records: &RecordStore) -> Self {
        let mut index = Self::default();
        let keys = records.keys();
        for key in &keys {
            if let RecordKey::Enterprise(id) = key {
                let name = records
                    .read::<Enterprise>(key)
                    .and_then(Result::ok)
                    .map(|enterprise| enterprise.name)
                    .unwrap_or_default();
                index.enterprises.push(IndexedEnterprise {
                    id: id.clone(),
                    name,
                    months: Vec::new(),
                    keys: Vec::new(),
                });
            }
        }
        index.enterprises.sort_by_key(|enterprise| (enterprise.id.len(), enterprise.id.clone()));
        for enterprise in &mut index.enterprises {
            for key in keys.iter().filter(|key| key.enterprise() == Some(&enterprise.id)) {
                match key {
                    RecordKey::Month(_, period) => {
                        if let Some(Ok(draft)) = records.read::<MonthDraft>(key) {
                            let revision = draft.lineage.revision.max(1);
                            enterprise.months.push(IndexedMonth {
                                period: *period,
                                demo: draft.demo,
                                revision,
                                sealed: Vec::new(),
                                receipts: Vec::new(),
                                returns: Vec::new(),
                            });
                        }
                    }
                    RecordKey::SigningKey(..) => {
                        enterprise.keys.extend(records.read::<KeyRecord>(key).and_then(Result::ok))
                    }
                    _ => {}
                }
            }
            for key in &keys {
                if let RecordKey::Sealed(id, period, revision) = key
                    && *id == enterprise.id
                    && let Some(month) = enterprise.months.iter_mut().find(|month| month.period == *period)
                    && let Some(Ok(record)) = records.read::<SealedRecord>(key)
                {
                    month.sealed.push((*revision, record));
                }
                if let RecordKey::Receipt(id, period, revision) = key
                    && *id == enterprise.id
                    && let Some(month) = enterprise.months.iter_mut().find(|month| month.period == *period)
                    && let Some(Ok(record)) = records.read::<ReceiptRecord>(key)
                {
                    month.receipts.push((*revision, record));
                }
                if let RecordKey::Return(id, period, _) = key
                    && *id == enterprise.id
                    && let Some(month) = enterprise.months.iter_mut().find(|month| month.period == *period)
                    && let Some(Ok(record)) = records.read::<ReturnRecord>(key)
                {
                    month.returns.push(record);
                }
            }
            enterprise.months.sort_by_key(|month| std::cmp::Reverse(month.period));
            enterprise
                .months
                .iter_mut()
                .for_each(|month| month.sealed.sort_by_key(|(revision, _)| std::cmp::Reverse(*revision)));
            for month in &mut enterprise.months {
                month.returns.sort_by_key(|returned| std::cmp::Reverse(returned.issued_at.instant()));
            }
            enterprise.keys.sort_by_key(|key| std::cmp::Reverse(key.created_at.instant()));
        }
        index
    }

    /// The enterprise with this local id.
    pub(crate) fn enterprise(&self, id: &str) -> Option<&IndexedEnterprise> {
        self.enterprises.iter().find(|enterprise| enterprise.id == id)
    }
}
