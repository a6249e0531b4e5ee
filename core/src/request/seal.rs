//! Signing documents, and reading back what was signed before it leaves.

use anziping_seal::envelope::{Frozen, SealedDocument};
use anziping_seal::json::{Normalise, Value};
use anziping_seal::keys::{Fingerprint, SecretKey};
use serde::{Deserialize, Serialize};

use super::key::LockedKey;
use super::{Done, JobFault};
use crate::document::receipt::Receipt;
use crate::document::registration::{NamedEnterprise, Registration};
use crate::document::report::{MonthlyReport, ReportFault, ReportSigner, SignerKey};
use crate::edition::Editions;
use crate::office::intake::{self, Outcome, Rejection};
use crate::signer::mandate::Mandate;

/// What a registration is made of; the public key comes out of the container.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Registering {
    /// The enterprise whose key it is.
    pub enterprise: NamedEnterprise,
    /// `principal` or `preparer`.
    pub role: String,
    /// Name of the key's holder.
    pub name: String,
    /// Post, such as 总经理.
    pub title: String,
    /// The power of attorney, when the holder is a deputy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// Invented data.
    pub demo: bool,
    /// Time by the device's clock, RFC 3339.
    pub made_at: String,
    /// The key.
    pub key: LockedKey,
}

/// Name of a sealed report's file. People read it; nothing is verified by it.
pub fn file_name(report: &MonthlyReport) -> String {
    format!("{}-{}-r{}.signed.json", report.enterprise.uscc, report.period, report.revision)
}

pub(super) fn seal(
    report: &MonthlyReport,
    keys: &[LockedKey],
    editions: &Editions<'_>,
    nfc: &dyn Normalise,
) -> Result<Done, JobFault> {
    report.check().map_err(JobFault::Contradiction)?;
    if editions.of(&report.catalogue).is_none() {
        return Err(JobFault::OtherCatalogue);
    }
    let frozen = freeze(report, nfc)?;
    let sealed = sign(frozen, keys, nfc)?;
    let text = sealed.to_file_text();
    let name = file_name(report);
    // A report that we cannot verify ourselves must never leave.
    match intake::check(&name, text.as_bytes(), editions, nfc).outcome {
        Outcome::Report(checked) if !checked.differences.is_empty() => {
            Err(JobFault::FiguresDiffer(checked.differences))
        }
        Outcome::Report(checked)
            if checked.document_sha256 == sealed.document_sha256() && checked.recomputed.is_some() =>
        {
            Ok(Done::Sealed { text, document_sha256: checked.document_sha256, file_name: name })
        }
        Outcome::Rejected(rejection) => Err(of_rejection(rejection)),
        _ => Err(JobFault::NotReadBack),
    }
}

pub(super) fn register(
    registering: &Registering,
    editions: &Editions<'_>,
    nfc: &dyn Normalise,
) -> Result<Done, JobFault> {
    let key = registering.key.open(nfc)?;
    let public = key.public();
    let signer = ReportSigner {
        role: registering.role.clone(),
        name: registering.name.clone(),
        title: registering.title.clone(),
        kid: public.key_id().to_string(),
        key: SignerKey { crv: "Ed25519".into(), kty: "OKP".into(), x: public.x() },
    };
    let registration = Registration::new(
        registering.enterprise.clone(),
        registering.demo,
        registering.mandate.clone(),
        registering.made_at.clone(),
        signer,
    );
    let sealed = put_together(freeze(&registration, nfc)?, &[key])?;
    let text = sealed.to_file_text();
    let file_name = format!(
        "{}-{}.registration.json",
        registering.enterprise.uscc,
        public.fingerprint().to_string().replace(' ', "")
    );
    match intake::check(&file_name, text.as_bytes(), editions, nfc).outcome {
        Outcome::Registration(checked) if checked.document_sha256 == sealed.document_sha256() => {
            Ok(Done::Registration {
                text,
                document_sha256: checked.document_sha256,
                file_name,
                fingerprint: public.fingerprint(),
            })
        }
        Outcome::Rejected(rejection) => Err(of_rejection(rejection)),
        _ => Err(JobFault::NotReadBack),
    }
}

/// A document of any type that is ready to be signed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Draft {
    /// Name of its file.
    pub file_name: String,
    /// The document, its signers listed.
    pub document: serde_json::Value,
}

impl Draft {
    /// A document under the name of its file.
    ///
    /// # Errors
    /// A value that JSON cannot express; none of our documents has one.
    pub fn new<T: Serialize>(file_name: String, document: &T) -> Result<Self, serde_json::Error> {
        Ok(Self { file_name, document: serde_json::to_value(document)? })
    }
}

/// A signed document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignedFile {
    /// Name of its file.
    pub file_name: String,
    /// Text of the file.
    pub text: String,
    /// SHA-256 of the canonical document, 64 hex digits.
    pub document_sha256: String,
}

/// Signs many documents with the same keys, each opened once: stretching the passphrase takes longer than a thousand signatures.
pub(super) fn sign_all(
    documents: Vec<Draft>,
    keys: &[LockedKey],
    editions: &Editions<'_>,
    nfc: &dyn Normalise,
) -> Result<Done, JobFault> {
    let opened = keys.iter().map(|key| key.open(nfc)).collect::<Result<Vec<_>, _>>()?;
    let sign_one = |Draft { file_name, document }: Draft| {
        let sealed = put_together(freeze(&document, nfc)?, &opened)?;
        let text = sealed.to_file_text();
        match intake::check(&file_name, text.as_bytes(), editions, nfc).outcome {
            Outcome::Rejected(rejection) => Err(of_rejection(rejection)),
            _ => Ok(SignedFile { file_name, text, document_sha256: sealed.document_sha256() }),
        }
    };
    Ok(Done::Signed(documents.into_iter().map(sign_one).collect::<Result<_, _>>()?))
}

/// A receipt that somebody handed to the enterprise's page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReadReceipt {
    /// What it says.
    pub receipt: Receipt,
    /// The 30 digits of the key that signed it.
    pub fingerprint: Fingerprint,
}

pub(super) fn read_receipt(bytes: &[u8], editions: &Editions<'_>, nfc: &dyn Normalise) -> Result<Done, JobFault> {
    match intake::check("", bytes, editions, nfc).outcome {
        Outcome::Receipt(found) => {
            let signer = found.signers.first().ok_or(JobFault::NotAReceipt)?;
            Ok(Done::Receipt(Box::new(ReadReceipt { fingerprint: signer.fingerprint, receipt: found.document })))
        }
        Outcome::Rejected(rejection) => Err(of_rejection(rejection)),
        _ => Err(JobFault::NotAReceipt),
    }
}

/// The document as it will be signed. What was typed or pasted is brought into the form a file may hold before it is checked.
fn freeze<T: Serialize>(document: &T, nfc: &dyn Normalise) -> Result<Frozen, JobFault> {
    let shape = |fault: serde_json::Error| JobFault::Contradiction(ReportFault::Shape { detail: fault.to_string() });
    let value: Value = serde_json::from_value(serde_json::to_value(document).map_err(shape)?).map_err(shape)?;
    Frozen::new(value.cleaned(nfc)).map_err(JobFault::Refused)
}

fn sign(frozen: Frozen, keys: &[LockedKey], nfc: &dyn Normalise) -> Result<SealedDocument, JobFault> {
    let opened = keys.iter().map(|key| key.open(nfc)).collect::<Result<Vec<_>, _>>()?;
    put_together(frozen, &opened)
}

fn put_together(frozen: Frozen, keys: &[SecretKey]) -> Result<SealedDocument, JobFault> {
    let signatures = keys.iter().map(|key| frozen.sign(key)).collect();
    SealedDocument::assemble(frozen, signatures).map_err(JobFault::Refused)
}

fn of_rejection(rejection: Rejection) -> JobFault {
    match rejection {
        Rejection::Refused(refusal) => JobFault::Refused(refusal),
        Rejection::Content { fault, .. } => JobFault::Contradiction(fault),
        Rejection::NewerProgram { .. } | Rejection::KeyBackup | Rejection::DisguisedName => JobFault::NotReadBack,
    }
}
