//! The power of attorney of a deputy who signs while the principal is away.

use anziping_seal::canonical;
use anziping_seal::json::Normalise;
use anziping_seal::keys::Fingerprint;
use anziping_seal::value;
use serde::{Deserialize, Serialize};

use super::Signer;
use crate::value::day::Day;
use crate::value::period::Span;
use crate::value::uscc::UnifiedCode;

/// For whom a deputy signs, and how long. The stamped paper (授权委托书) lies with the office; this says what stands in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mandate {
    /// Name of the principal who gave it.
    pub principal: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
}

/// The members of a registration that its digits cover: all that the enterprise says in it but the time of signing.
#[derive(Serialize)]
struct Covered<'a> {
    enterprise: Named<'a>,
    mandate: &'a Mandate,
    signers: [&'a Signer; 1],
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    uscc: &'a UnifiedCode,
}

impl Mandate {
    /// Whether a document that arrives on `day` is covered.
    pub fn covers(&self, day: Day) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// Whether it runs for more than a year: nobody is away that long, so somebody should ask.
    pub fn is_long(&self) -> bool {
        self.from.plus_months(12) < self.until
    }

    /// Whether any day of `span` lies within it.
    pub fn overlaps(&self, span: Span) -> bool {
        self.from <= span.to && span.from <= self.until
    }

    /// The 30 digits of a deputy's registration as its stamped form bears them.
    ///
    /// Those of the key alone would let a deputy have one power of attorney stamped and hand in a file with another.
    /// `None` for texts that no document can hold.
    pub fn digits(&self, uscc: &UnifiedCode, enterprise: &str, holder: &Signer) -> Option<Fingerprint> {
        let covered = value::to_value(&self.covered(uscc, enterprise, holder)).ok()?;
        Some(Fingerprint::of_text(&canonical::write(&covered)))
    }

    /// [`digits`](Self::digits) of texts as people typed them, which signing brings into the form that a document has.
    pub fn digits_of_typed(
        &self,
        uscc: &UnifiedCode,
        enterprise: &str,
        holder: &Signer,
        nfc: &dyn Normalise,
    ) -> Option<Fingerprint> {
        let covered = value::to_clean_value(&self.covered(uscc, enterprise, holder), nfc).ok()?;
        Some(Fingerprint::of_text(&canonical::write(&covered)))
    }

    fn covered<'a>(&'a self, uscc: &'a UnifiedCode, name: &'a str, holder: &'a Signer) -> Covered<'a> {
        Covered { enterprise: Named { name, uscc }, mandate: self, signers: [holder] }
    }
}
