//! Signs the report of a month, and reads it back as the office will before it leaves.

use serde::{Deserialize, Serialize};

use super::locked_key::{LockedKey, open_all};
use super::signing::{self, SignedFile};
use super::{Request, RequestFault, Surroundings};
use crate::document::SignedDocument;
use crate::document::report::MonthlyReport;
use crate::edition::Editions;
use crate::office::intake::{self, Found};

/// Asks for the signatures under a report that lists its signers already.
#[derive(Debug, Serialize, Deserialize)]
pub struct SealReport {
    /// The report.
    pub report: Box<MonthlyReport>,
    /// The keys of those who sign now.
    pub keys: Vec<LockedKey>,
}

/// Name of a sealed report's file. People read it; nothing is verified by it.
#[must_use]
pub fn file_name(report: &MonthlyReport) -> String {
    format!("{}-{}-r{}.signed.json", report.enterprise.uscc, report.period, report.revision)
}

impl Request for SealReport {
    type Answer = SignedFile;
    const NAME: &'static str = "seal_report";

    fn run(
        self,
        _: &[u8],
        editions: &mut Editions<'_>,
        around: &mut dyn Surroundings,
    ) -> Result<SignedFile, RequestFault> {
        let (report, nfc) = (&*self.report, around.normaliser());
        report.check().map_err(RequestFault::Contradiction)?;
        if editions.of(&report.catalogue).is_none() {
            return Err(RequestFault::OtherCatalogue);
        }
        let sealed = signing::sign(report, &open_all(&self.keys, nfc)?, nfc)?;
        let (file_name, text) = (file_name(report), sealed.to_file_text());
        // A report that we cannot verify ourselves must never leave.
        match intake::check(&file_name, text.as_bytes(), editions, nfc).found {
            Found::Report(checked) if !checked.differences.is_empty() => {
                Err(RequestFault::FiguresDiffer(checked.differences))
            }
            Found::Report(checked)
                if checked.document_sha256 == sealed.document_sha256() && checked.recomputed.is_some() =>
            {
                Ok(SignedFile { file_name, text, document_sha256: checked.document_sha256 })
            }
            Found::Rejected(rejection) => Err(rejection.into()),
            _ => Err(RequestFault::NotReadBack),
        }
    }
}
