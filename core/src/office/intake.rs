//! One received file by itself: is it whole, who signed it, does it say what it adds up to.
//!
//! Nothing here decides whose keys they are; that is for [`super::desk`] with the [`crate::registry`].

use anziping_seal::envelope::{DocType, Role, Signer, Verified, verify};
use anziping_seal::json::{Normalise, Value};
use anziping_seal::keys::{Fingerprint, KeyId, UncheckedKey};
use anziping_seal::{Place, Reason, Refusal, canonical, container, limits, profile, value};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::difference::{self, Difference};
use super::digest::{self, ReportDigest, ShortItem};
use crate::document::receipt::{RECEIPT_SCHEMA, RECEIPT_TYPE, Receipt};
use crate::document::registration::{REGISTRATION_SCHEMA, REGISTRATION_TYPE, Registration};
use crate::document::registry_copy::{REGISTRY_SCHEMA, REGISTRY_TYPE, SharedRegistry};
use crate::document::report::{Declared, MonthlyReport, REPORT_SCHEMA, REPORT_TYPE, ReportFault};
use crate::document::revocation::{REVOCATION_SCHEMA, REVOCATION_TYPE, Revocation};
use crate::document::rotation::{ROTATION_SCHEMA, ROTATION_TYPE, Rotation};
use crate::edition::Editions;
use crate::month::figures::MonthField;

/// A received file with what was found out about it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Checked {
    /// Its name, for display only.
    pub file_name: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of the bytes as received, 64 hex digits; empty when it was refused without being read.
    pub file_sha256: String,
    /// What it is.
    pub outcome: Outcome,
}

impl Checked {
    /// The report, when it is a sound one.
    pub fn report(&self) -> Option<&CheckedReport> {
        match &self.outcome {
            Outcome::Report(report) => Some(report),
            _ => None,
        }
    }
}

/// What a file is.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A report whose signatures hold.
    Report(Box<CheckedReport>),
    /// A registration of a key whose signatures hold.
    Registration(Box<CheckedRegistration>),
    /// A change of key, signed by both.
    Rotation(Box<CheckedDocument<Rotation>>),
    /// A key that its enterprise takes out of use.
    Revocation(Box<CheckedDocument<Revocation>>),
    /// A receipt of an office.
    Receipt(Box<CheckedDocument<Receipt>>),
    /// A registry that an office signed.
    Registry(Box<CheckedDocument<SharedRegistry>>),
    /// Nothing of its content may be believed or shown as the enterprise's.
    Rejected(Rejection),
}

/// Why a file is rejected.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// The format or a signature does not hold; the refusal names reason and place. Ask for the file again.
    Refused(Refusal),
    /// No report, but the backup of a signing key, which must not be sent to anybody. It is encrypted, so nothing is lost yet.
    KeyBackup,
    /// Its name holds characters that change the writing direction, so that `gpj.exe` reads as a picture: nobody's program writes such
    /// a name, and whoever gave it to the file wants something. It is not opened.
    DisguisedName,
    /// The signatures hold, and the content is no sound document of its type.
    Content {
        /// What is wrong with it.
        fault: ReportFault,
        /// Those whose signatures hold.
        signers: Vec<CheckedSigner>,
    },
    /// The signatures hold, and a newer program wrote it (需要新版本程序): load the current program.
    NewerProgram {
        /// Type of the document.
        doc_type: DocType,
        /// Major and minor version of the document.
        version: (u32, u32),
        /// Those whose signatures hold.
        signers: Vec<CheckedSigner>,
    },
}

/// Someone whose signature holds. Whose key it really is, only the registry knows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckedSigner {
    /// In what capacity.
    pub role: Role,
    /// Name as the document states it.
    pub name: String,
    /// Post as the document states it.
    pub title: String,
    /// Thumbprint of the key.
    pub kid: KeyId,
    /// The 30 digits for people.
    pub fingerprint: Fingerprint,
    /// The key. It was checked where the file was, and is again when it is registered.
    pub key: UncheckedKey,
}

impl From<Signer> for CheckedSigner {
    fn from(signer: Signer) -> Self {
        Self {
            role: signer.role,
            name: signer.name,
            title: signer.title,
            fingerprint: signer.kid.fingerprint(),
            kid: signer.kid,
            key: (&signer.key).into(),
        }
    }
}

/// A report whose signatures hold, computed again.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CheckedReport {
    /// What it says, in short.
    pub report: ReportDigest,
    /// SHA-256 of the canonical document, 64 hex digits.
    pub document_sha256: String,
    /// Those whose signatures hold, in the order of the document.
    pub signers: Vec<CheckedSigner>,
    /// The figures that follow from its answers; `None` when it was answered against a catalogue we do not have.
    pub recomputed: Option<Declared>,
    /// Where it declares something else than follows from its answers.
    pub differences: Vec<Difference>,
    /// Items that are not fully met; empty without figures.
    pub short: Vec<ShortItem>,
    /// Members this version does not know, as JSON pointers. They are signed and kept, and mean nothing to us.
    pub unknown_members: Vec<String>,
}

impl CheckedReport {
    /// Whether the catalogue is another one than ours, so that nothing could be computed again.
    pub fn unknown_catalogue(&self) -> bool {
        self.recomputed.is_none()
    }

    /// Whether someone of another name than the enterprise's principal signed as principal.
    pub fn principal_differs(&self) -> bool {
        let named = self.report.enterprise.principal.trim();
        self.signers.iter().any(|signer| signer.role == Role::Principal && signer.name.trim() != named)
    }

    /// Thumbprints of the keys that signed as principal.
    pub fn principal_kids(&self) -> impl Iterator<Item = KeyId> + '_ {
        self.signers.iter().filter(|signer| signer.role == Role::Principal).map(|signer| signer.kid)
    }
}

/// A registration whose signatures hold.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CheckedRegistration {
    /// What it says.
    pub registration: Registration,
    /// SHA-256 of the canonical document, 64 hex digits.
    pub document_sha256: String,
    /// Those whose signatures hold.
    pub signers: Vec<CheckedSigner>,
}

/// A signed document that is neither report nor registration.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CheckedDocument<T> {
    /// What it says.
    pub document: T,
    /// SHA-256 of the canonical document, 64 hex digits.
    pub document_sha256: String,
    /// Those whose signatures hold.
    pub signers: Vec<CheckedSigner>,
}

/// What is refused without being opened, by what is known of a file beforehand: its name and its size in bytes.
pub fn refused_unread(file_name: &str, size: u64) -> Option<Checked> {
    let rejection = if file_name.contains(is_bidi_control) {
        Rejection::DisguisedName
    } else if size > limits::FILE_BYTES as u64 {
        Rejection::Refused(Refusal { reason: Reason::FileTooBig, place: Place::default() })
    } else {
        return None;
    };
    Some(Checked {
        file_name: undisguised(file_name),
        size,
        file_sha256: String::new(),
        outcome: Outcome::Rejected(rejection),
    })
}

/// The name as it is written, letter after letter: a character that changes the direction is shown by its number.
fn undisguised(file_name: &str) -> String {
    let shown = |c: char| if is_bidi_control(c) { format!("[U+{:04X}]", u32::from(c)) } else { c.to_string() };
    file_name.chars().map(shown).collect()
}

fn is_bidi_control(c: char) -> bool {
    profile::check(&Value::String(c.into()), 0).is_err_and(|refusal| refusal.reason == Reason::BidiControl)
}

/// Checks one file.
pub fn check(file_name: &str, bytes: &[u8], editions: &Editions<'_>, nfc: &dyn Normalise) -> Checked {
    if let Some(refused) = refused_unread(file_name, bytes.len().try_into().unwrap_or(u64::MAX)) {
        return refused;
    }
    let (file_sha256, outcome) = match verify(bytes, nfc) {
        Ok(verified) => (verified.file_sha256.clone(), read(verified, editions).unwrap_or_else(Outcome::Rejected)),
        Err(_) if container::is_one(bytes) => (canonical::sha256_hex(bytes), Outcome::Rejected(Rejection::KeyBackup)),
        Err(refusal) => (canonical::sha256_hex(bytes), Outcome::Rejected(Rejection::Refused(refusal))),
    };
    Checked { file_name: file_name.to_owned(), size: bytes.len().try_into().unwrap_or(u64::MAX), file_sha256, outcome }
}

fn read(verified: Verified, editions: &Editions<'_>) -> Result<Outcome, Rejection> {
    let signers: Vec<CheckedSigner> = verified.signers.into_iter().map(CheckedSigner::from).collect();
    if verified.newer_format {
        return Err(Rejection::NewerProgram { doc_type: verified.doc_type, version: verified.version, signers });
    }
    let unsound = |fault| Rejection::Content { fault, signers: signers.clone() };
    let document_sha256 = verified.document_sha256;
    match verified.doc_type.as_str() {
        REPORT_TYPE => {
            let (report, unknown_members) = read_report(verified.document).map_err(unsound)?;
            let parts = report.parts();
            let assessment = editions.of(&report.catalogue).map(|edition| parts.assessment(edition.catalogue()));
            let recomputed = assessment.as_ref().map(Declared::of);
            let known = assessment.as_ref().zip(recomputed.as_ref());
            let differences =
                known.map_or_else(Vec::new, |(assessment, figures)| difference::all(&report, figures, assessment));
            let short = assessment.as_ref().map_or_else(Vec::new, digest::short_items);
            let report = ReportDigest::from(report);
            Ok(Outcome::Report(Box::new(CheckedReport {
                report,
                document_sha256,
                signers,
                recomputed,
                differences,
                short,
                unknown_members,
            })))
        }
        REGISTRATION_TYPE => {
            let registration: Registration = shaped(&verified.document, REGISTRATION_SCHEMA).map_err(unsound)?;
            registration.check().map_err(unsound)?;
            Ok(Outcome::Registration(Box::new(CheckedRegistration { registration, document_sha256, signers })))
        }
        ROTATION_TYPE => other(&verified.document, ROTATION_SCHEMA, Rotation::check, document_sha256, &signers)
            .map(Outcome::Rotation)
            .map_err(unsound),
        REVOCATION_TYPE => other(&verified.document, REVOCATION_SCHEMA, Revocation::check, document_sha256, &signers)
            .map(Outcome::Revocation)
            .map_err(unsound),
        RECEIPT_TYPE => other(&verified.document, RECEIPT_SCHEMA, Receipt::check, document_sha256, &signers)
            .map(Outcome::Receipt)
            .map_err(unsound),
        REGISTRY_TYPE => other(&verified.document, REGISTRY_SCHEMA, SharedRegistry::check, document_sha256, &signers)
            .map(Outcome::Registry)
            .map_err(unsound),
        // The envelope knows no other type, so a new one has to be named here as well.
        _ => Err(unsound(ReportFault::Shape { detail: "type".into() })),
    }
}

/// A document of one of the plain types.
fn other<T: DeserializeOwned>(
    document: &Value,
    schema: &str,
    check: fn(&T) -> Result<(), ReportFault>,
    document_sha256: String,
    signers: &[CheckedSigner],
) -> Result<Box<CheckedDocument<T>>, ReportFault> {
    let document = shaped(document, schema)?;
    check(&document)?;
    Ok(Box::new(CheckedDocument { document, document_sha256, signers: signers.to_vec() }))
}

fn read_report(mut document: Value) -> Result<(MonthlyReport, Vec<String>), ReportFault> {
    let mut unknown = later_month_fields(&mut document);
    let (report, rest): (MonthlyReport, _) = shaped_with_rest(&document, REPORT_SCHEMA)?;
    report.check()?;
    // Blank members say nothing.
    unknown.extend(rest.into_iter().filter(|(_, member)| !is_blank(member)).map(|(pointer, _)| pointer));
    Ok((report, unknown))
}

/// The type of a document whose `schema` is the expected one.
fn shaped<T: DeserializeOwned>(document: &Value, schema: &str) -> Result<T, ReportFault> {
    shaped_with_rest(document, schema).map(|(shaped, _)| shaped)
}

/// [`shaped`], and the members that the type does not know, by their pointers.
fn shaped_with_rest<'a, T: DeserializeOwned>(
    document: &'a Value,
    schema: &str,
) -> Result<(T, value::Rest<'a>), ReportFault> {
    if document.get("schema").and_then(Value::as_str) != Some(schema) {
        return Err(ReportFault::Shape { detail: "schema".into() });
    }
    value::from_value_with_rest(document).map_err(|misfit| ReportFault::Shape { detail: misfit.to_string() })
}

/// Takes out the fields of the month that a later minor version added: the map is keyed by an enumeration and could not be read with them.
fn later_month_fields(document: &mut Value) -> Vec<String> {
    let Value::Object(members) = document else { return Vec::new() };
    let Some(Value::Object(month)) = members.get_mut("month") else { return Vec::new() };
    let later: Vec<String> = month.keys().filter(|name| MonthField::from_code(name).is_none()).cloned().collect();
    month.retain(|name, _| MonthField::from_code(name).is_some());
    later.into_iter().map(|name| format!("/month/{name}")).collect()
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.is_empty(),
        Value::Bool(true) | Value::Integer(_) | Value::Object(_) => false,
    }
}
