//! Lists what lies in this browser: enterprises, their months, sealed reports and keys.
//!
//! Of each only its head, so that a year of reports weighs little more than a month: the pages read files by key.

use anziping_core::record::{KeyRecord, RecordKey};
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::Fingerprint;
use anziping_core::value::period::Period;

use super::record_head::{ReceiptHead, RecordHead, RecordHeads, ReturnHead, SealedHead};

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
    pub sealed: Vec<(u32, SealedHead)>,
    /// The office's receipts by revision.
    pub receipts: Vec<(u32, ReceiptHead)>,
    /// The office's returns, the newest first.
    pub returns: Vec<ReturnHead>,
}

impl IndexedMonth {
    /// Returns whether the revision in work is sealed already, so that the month can only be read.
    pub(crate) fn is_sealed(&self) -> bool {
        self.sealed.iter().any(|(revision, _)| *revision == self.revision)
    }

    /// The returns of the newest signed revision, the newest first, with its number.
    ///
    /// They wait for a correction until the next revision is signed.
    pub(crate) fn returned(&self) -> impl Iterator<Item = (u32, &ReturnHead)> {
        self.sealed.first().into_iter().flat_map(|(revision, sealed)| {
            let of_this = |returned: &&ReturnHead| returned.document_sha256 == sealed.document_sha256;
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
        acknowledged.or_else(|| self.sealed.first()).map(|(_, sealed)| sealed.document_sha256)
    }
}

impl RecordIndex {
    /// Puts the heads of the records in order.
    ///
    /// Records that cannot be read have none and are left out here; the record store names them.
    pub(super) fn of(heads: &RecordHeads) -> Self {
        let mut index = Self::default();
        for (key, head) in heads.iter() {
            if let (RecordKey::Enterprise(id), RecordHead::Enterprise(name)) = (key, head) {
                index.enterprises.push(IndexedEnterprise {
                    id: id.clone(),
                    name: name.clone(),
                    months: Vec::new(),
                    keys: Vec::new(),
                });
            }
        }
        index.enterprises.sort_by_key(|enterprise| (enterprise.id.len(), enterprise.id.clone()));
        for (key, head) in heads.iter() {
            let Some(enterprise) = index.enterprise_of(key) else { continue };
            match (key, head) {
                (RecordKey::Month(_, period), RecordHead::Month(month)) => enterprise.months.push(IndexedMonth {
                    period: *period,
                    demo: month.demo,
                    revision: month.revision,
                    sealed: Vec::new(),
                    receipts: Vec::new(),
                    returns: Vec::new(),
                }),
                (_, RecordHead::SigningKey(key)) => enterprise.keys.push(key.clone()),
                _ => {}
            }
        }
        for (key, head) in heads.iter() {
            let (RecordKey::Sealed(_, of, _) | RecordKey::Receipt(_, of, _) | RecordKey::Return(_, of, _)) = key else {
                continue;
            };
            let months = index.enterprise_of(key).map(|enterprise| &mut enterprise.months);
            let Some(month) = months.and_then(|months| months.iter_mut().find(|month| month.period == *of)) else {
                continue;
            };
            match (key, head) {
                (RecordKey::Sealed(.., revision), RecordHead::Sealed(sealed)) => {
                    month.sealed.push((*revision, sealed.clone()));
                }
                (RecordKey::Receipt(.., revision), RecordHead::Receipt(receipt)) => {
                    month.receipts.push((*revision, receipt.clone()));
                }
                (_, RecordHead::Return(returned)) => month.returns.push(returned.clone()),
                _ => {}
            }
        }
        for enterprise in &mut index.enterprises {
            enterprise.months.sort_by_key(|month| std::cmp::Reverse(month.period));
            for month in &mut enterprise.months {
                month.sealed.sort_by_key(|(revision, _)| std::cmp::Reverse(*revision));
                month.returns.sort_by_key(|returned| std::cmp::Reverse(returned.issued_at.instant()));
            }
            enterprise.keys.sort_by_key(|key| std::cmp::Reverse(key.created_at.instant()));
        }
        index
    }

    /// The enterprise that a record belongs to.
    fn enterprise_of(&mut self, key: &RecordKey) -> Option<&mut IndexedEnterprise> {
        let id = key.enterprise()?;
        self.enterprises.iter_mut().find(|enterprise| enterprise.id == id)
    }

    /// The enterprise with this local id.
    pub(crate) fn enterprise(&self, id: &str) -> Option<&IndexedEnterprise> {
        self.enterprises.iter().find(|enterprise| enterprise.id == id)
    }
}
