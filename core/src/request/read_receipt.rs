//! Reads a receipt of the office.

use anziping_seal::Sha256;
use anziping_seal::keys::Fingerprint;
use serde::{Deserialize, Serialize};

use super::{Request, RequestFault, Surroundings};
use crate::document::receipt::Receipt;
use crate::document::report::MonthlyReport;
use crate::edition::Editions;
use crate::office::intake::{self, Found};

/// Asks what a receipt says; its bytes come beside the request.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadReceipt {}

/// A receipt whose signature holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckedReceipt {
    /// What it says.
    pub receipt: Receipt,
    /// The 30 digits of the key that signed it.
    pub fingerprint: Fingerprint,
}

impl CheckedReceipt {
    /// Whether it acknowledges this report.
    ///
    /// The document, and the enterprise, month and revision beside it. A receipt that names the right document for
    /// somebody else is nobody's.
    #[must_use]
    pub fn is_for(&self, report: &MonthlyReport, document_sha256: Sha256) -> bool {
        let Receipt { enterprise, period, revision, document_sha256: received, .. } = &self.receipt;
        *received == document_sha256
            && enterprise.uscc == report.enterprise.uscc
            && (*period, *revision) == (report.period, report.revision)
    }
}

impl Request for ReadReceipt {
    type Answer = CheckedReceipt;
    const NAME: &'static str = "read_receipt";

    fn run(
        self,
        bytes: &[u8],
        editions: &mut Editions<'_>,
        around: &mut dyn Surroundings,
    ) -> Result<CheckedReceipt, RequestFault> {
        match intake::check("", bytes, editions, around.normaliser()).found {
            Found::Receipt(found) => {
                let signer = found.signers.first().ok_or(RequestFault::NotAReceipt)?;
                Ok(CheckedReceipt { fingerprint: signer.fingerprint, receipt: found.document })
            }
            Found::Rejected(rejection) => Err(rejection.into()),
            _ => Err(RequestFault::NotAReceipt),
        }
    }
}
