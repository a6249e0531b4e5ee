//! Reads a receipt of the office.

use anziping_seal::keys::Fingerprint;
use serde::{Deserialize, Serialize};

use super::{Request, RequestFault, Surroundings};
use crate::document::receipt::Receipt;
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
