//! Reads what the office sent about a report: a receipt or a return.

use anziping_seal::Sha256;
use anziping_seal::keys::Fingerprint;
use serde::{Deserialize, Serialize};

use super::{Request, RequestFault, Surroundings};
use crate::document::NamedEnterprise;
use crate::document::receipt::Receipt;
use crate::document::report::MonthlyReport;
use crate::document::returned::Return;
use crate::edition::Editions;
use crate::office::intake::{self, Found};
use crate::office::shown::from_brace_to_brace;
use crate::value::period::Period;

/// Asks what a file of the office says; its bytes come beside the request.
///
/// A message that holds its text will do: what stands around it is passed over.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadFromOffice {}

/// A document from the office, its signature sound.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromOffice {
    /// It received a report.
    Receipt(CheckedReceipt),
    /// It gives a report back.
    Return(CheckedReturn),
}

/// A receipt whose signature holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckedReceipt {
    /// The receipt itself.
    pub receipt: Receipt,
    /// The 30 digits of the key that signed it.
    pub fingerprint: Fingerprint,
}

/// A return whose signature holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckedReturn {
    /// The return itself.
    pub returned: Return,
    /// The 30 digits of the key that signed it.
    pub fingerprint: Fingerprint,
    /// Hash of the canonical return.
    pub return_sha256: Sha256,
}

/// Why what the office sent is not about a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OtherMatter {
    /// It is for another enterprise.
    Enterprise,
    /// It is about another month.
    Period,
    /// It is about another revision of the month.
    Revision,
    /// It is about a document of the same revision that is not the one here.
    Document,
}

impl CheckedReceipt {
    /// Returns whether the receipt acknowledges this report.
    ///
    /// It must name the document, and the enterprise, month and revision beside it. A receipt that names the right
    /// document for somebody else is nobody's.
    #[must_use]
    pub fn is_for(&self, report: &MonthlyReport, document_sha256: Sha256) -> bool {
        let Receipt { enterprise, period, revision, document_sha256: received, .. } = &self.receipt;
        is_about((enterprise, *period, *revision, *received), report, document_sha256).is_ok()
    }
}

impl CheckedReturn {
    /// Checks that the return is about this report.
    ///
    /// # Errors
    /// [`OtherMatter`].
    pub fn is_for(&self, report: &MonthlyReport, document_sha256: Sha256) -> Result<(), OtherMatter> {
        let Return { enterprise, period, revision, document_sha256: returned, .. } = &self.returned;
        is_about((enterprise, *period, *revision, *returned), report, document_sha256)
    }
}

fn is_about(
    (enterprise, period, revision, named): (&NamedEnterprise, Period, u32, Sha256),
    report: &MonthlyReport,
    document_sha256: Sha256,
) -> Result<(), OtherMatter> {
    if enterprise.uscc != report.enterprise.uscc {
        Err(OtherMatter::Enterprise)
    } else if period != report.period {
        Err(OtherMatter::Period)
    } else if revision != report.revision {
        Err(OtherMatter::Revision)
    } else if named != document_sha256 {
        Err(OtherMatter::Document)
    } else {
        Ok(())
    }
}

impl Request for ReadFromOffice {
    type Answer = FromOffice;
    const NAME: &'static str = "read_from_office";

    fn run(
        self,
        bytes: &[u8],
        editions: &mut Editions<'_>,
        around: &mut dyn Surroundings,
    ) -> Result<FromOffice, RequestFault> {
        let bytes = std::str::from_utf8(bytes).map_or(bytes, |text| from_brace_to_brace(text).as_bytes());
        match intake::check("", bytes, editions, around.normaliser()).found {
            Found::Receipt(found) => {
                let signer = found.signers.first().ok_or(RequestFault::NotFromOffice)?;
                let fingerprint = signer.fingerprint;
                Ok(FromOffice::Receipt(CheckedReceipt { fingerprint, receipt: found.document }))
            }
            Found::Return(found) => {
                let signer = found.signers.first().ok_or(RequestFault::NotFromOffice)?;
                let (fingerprint, return_sha256) = (signer.fingerprint, found.document_sha256);
                Ok(FromOffice::Return(CheckedReturn { fingerprint, return_sha256, returned: found.document }))
            }
            Found::Rejected(rejection) => Err(rejection.into()),
            _ => Err(RequestFault::NotFromOffice),
        }
    }
}
