//! One received file by itself: is it whole, who signed it, does it say what it adds up to.
//!
//! Nothing here decides whose keys they are; that is for [`super::desk`] with the [`crate::registry`].

use anziping_catalog::Catalogue;
use anziping_seal::envelope::{Verified, verify_knowing};
use anziping_seal::json::{Normalise, Value};
use anziping_seal::keys::{KeyId, KnownKeys};
use anziping_seal::{Place, Reason, Refusal, Sha256, container, limits, writable};
use serde::{Deserialize, Serialize};

use super::difference::{self, FigureDifference};
use super::digest::{self, Confirmations, ReportDigest, ShortItem};
use super::given_answers::{GivenAnswer, GivenAnswers};
use super::held_questions::{HeldQuestions, answers_by_id};
use super::other_file::OtherFile;
use super::signed_facts::Signed;
use crate::document::report::{Declared, MonthlyReport};
use crate::document::{self, DocumentFault, DocumentType, SIGNER_RULES, SignedDocument, documents};
use crate::edition::Editions;
use crate::month::contradiction::{Contradiction, contradictions};
use crate::month::figures::MonthField;
use crate::registry::Offer;
use crate::registry::key_change::{KeyChange, StatedChange};
use crate::signer::{CheckedSigner, Role};
use crate::value::visible::visible;

/// A received file with what was found out about it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Checked {
    /// Its name, for display only.
    pub file_name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Hash of the bytes as received; `None` when it was refused without being read.
    pub file_sha256: Option<Sha256>,
    /// The type of the document, or the rejection.
    pub found: Found,
}

impl Checked {
    /// The report, when it is a sound one.
    pub fn report(&self) -> Option<&CheckedReport> {
        match &self.found {
            Found::Report(report) => Some(report),
            _ => None,
        }
    }

    /// Returns whether the file by itself leaves nothing to ask.
    ///
    /// It does when it is genuine and no figure differs that can be computed again. In a report on an unknown check
    /// list none can.
    pub fn is_sound(&self) -> bool {
        match self.report() {
            Some(report) => report.unknown_catalogue() || report.is_consistent(),
            None => !matches!(self.found, Found::Rejected(_)),
        }
    }

    /// Returns whether the file is a zip, whatever its name says.
    pub fn is_zip(&self) -> bool {
        matches!(self.found, Found::Rejected(Rejection::OtherFile { kind: OtherFile::Zip, .. }))
    }

    /// Hash of the document that offers something for registration.
    pub fn offering(&self) -> Option<Sha256> {
        match &self.found {
            Found::Report(found) => Some(found.document_sha256),
            Found::Registration(found) => Some(found.document_sha256),
            _ => None,
        }
    }

    /// The keys that the file offers for registration: a report and a registration carry their signers'.
    pub fn offer(&self) -> Option<Offer<'_>> {
        match &self.found {
            Found::Report(found) => {
                let ReportDigest { demo, enterprise, .. } = &found.report;
                let (uscc, name) = (&enterprise.uscc, &enterprise.name);
                let principal = Some(enterprise.principal.as_str());
                let signers = &found.signers;
                let document_sha256 = found.document_sha256;
                Some(Offer {
                    document_sha256,
                    demo: *demo,
                    uscc,
                    name,
                    signers,
                    mandate: None,
                    digits: None,
                    principal,
                })
            }
            Found::Registration(found) => {
                let document = &found.document;
                Some(Offer {
                    document_sha256: found.document_sha256,
                    demo: document.demo,
                    uscc: &document.enterprise.uscc,
                    name: &document.enterprise.name,
                    signers: &found.signers,
                    mandate: document.mandate.as_ref(),
                    digits: document.digits(),
                    principal: None,
                })
            }
            _ => None,
        }
    }

    /// The change of keys that it states.
    pub fn key_change(&self) -> Option<StatedChange<'_>> {
        match &self.found {
            Found::Rotation(found) => {
                let document = &found.document;
                Some(StatedChange {
                    demo: document.demo,
                    uscc: &document.enterprise.uscc,
                    signers: &found.signers,
                    change: KeyChange::Rotation { old: document.old, new: document.new },
                })
            }
            Found::Revocation(found) => {
                let document = &found.document;
                Some(StatedChange {
                    demo: document.demo,
                    uscc: &document.enterprise.uscc,
                    signers: &found.signers,
                    change: KeyChange::Revocation { kid: document.revoked, cause: document.cause },
                })
            }
            _ => None,
        }
    }
}

// One variant for each type of document: `documents!(found)` hands in the list of `document/list.rs`.
macro_rules! found {
    (Report = $report:ty, $($kind:ident = $document:ty),+ $(,)?) => {
        /// The types of received files, and rejections.
        #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Found {
            /// A report, computed again.
            Report(Box<CheckedReport>),
            $(
                #[doc = concat!("A document of type [`", stringify!($document), "`].")]
                $kind(Box<CheckedDocument<$document>>),
            )+
            /// Nothing of its content may be believed or shown as the enterprise's.
            Rejected(Rejection),
        }

        impl Found {
            /// The type of a document whose signatures hold and whose content is sound.
            pub fn doc_type(&self) -> Option<DocumentType> {
                match self {
                    Self::Report(_) => Some(DocumentType::Report),
                    $(Self::$kind(_) => Some(DocumentType::$kind),)+
                    Self::Rejected(_) => None,
                }
            }

            /// The people who signed such a document.
            pub fn signers(&self) -> Option<&[CheckedSigner]> {
                match self {
                    Self::Report(found) => Some(&found.signers),
                    $(Self::$kind(found) => Some(&found.signers),)+
                    Self::Rejected(_) => None,
                }
            }
        }

        /// Reads the content of a document of a known type.
        fn read(
            known: DocumentType,
            document: Value,
            opened: Opened,
            editions: &Editions<'_>,
        ) -> Result<Found, DocumentFault> {
            match known {
                DocumentType::Report => read_report(document, opened, editions).map(Box::new).map(Found::Report),
                $(DocumentType::$kind => read_plain::<$document>(&document, opened).map(Box::new).map(Found::$kind),)+
            }
        }
    };
}
documents!(found);

/// Why a file is rejected.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// The format or a signature does not hold; the refusal names reason and place. Ask for the file again.
    Refused(Refusal),
    /// No signed text at all, but a picture, a workbook or the like, which the refusal does not tell.
    OtherFile {
        /// The kind of file by its first bytes.
        kind: OtherFile,
        /// The refusal by the reader of signed texts.
        refusal: Refusal,
    },
    /// No report, but the backup of a signing key, which must not be sent to anybody.
    ///
    /// It is encrypted, so nothing is lost yet.
    KeyBackup,
    /// Its name holds characters that change the writing direction, so that `gpj.exe` reads as a picture.
    ///
    /// No honest program writes such a name, so the file is not opened.
    DisguisedName,
    /// The signatures hold, and the content is no sound document of its type.
    Content {
        /// The type that the document states; absent in findings kept before this was recorded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        doc_type: Option<DocumentType>,
        /// The fault of its content.
        fault: DocumentFault,
        /// Those whose signatures hold.
        signers: Vec<CheckedSigner>,
    },
    /// The signatures hold, and a newer program wrote it (需要新版本程序): load the current program.
    NewerProgram {
        /// Type of the document.
        doc_type: DocumentType,
        /// Major and minor version of the document.
        version: (u32, u32),
        /// Those whose signatures hold.
        signers: Vec<CheckedSigner>,
    },
}

impl Rejection {
    /// Makes the rejection of bytes that a reader of signed texts refuses.
    fn of(refusal: Refusal, bytes: &[u8]) -> Self {
        match OtherFile::of(bytes) {
            Some(kind) => Self::OtherFile { kind, refusal },
            None => Self::Refused(refusal),
        }
    }

    /// The stable code, as `docs/format.md` lists it for other programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) | Self::OtherFile { refusal, .. } => refusal.reason.code(),
            Self::KeyBackup => "key_backup",
            Self::DisguisedName => "disguised_name",
            Self::Content { fault, .. } => fault.code(),
            Self::NewerProgram { .. } => "newer_program",
        }
    }
}

/// A report whose signatures hold, computed again.
///
/// The desk holds one for every file: its lists are as long as they have to be, without room for more.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CheckedReport {
    /// The digest of the report.
    pub report: ReportDigest,
    /// The facts beside the score that are not to be overlooked.
    pub signed: Signed,
    /// Names its answers with the days of looking, to be compared with last month's.
    pub answers_sha256: Option<Sha256>,
    /// Hash of the canonical document.
    pub document_sha256: Sha256,
    /// Those whose signatures hold, in the order of the document.
    pub signers: Vec<CheckedSigner>,
    /// The figures that follow from its answers.
    ///
    /// `None` when it was answered against a catalogue we do not have.
    pub recomputed: Option<Declared>,
    /// Where it declares something else than follows from its answers.
    pub differences: Vec<FigureDifference>,
    /// Items that are not fully met; empty without figures.
    pub short: Box<[ShortItem]>,
    /// The questions that it holds; empty without figures.
    #[serde(default)]
    pub held: HeldQuestions,
    /// The answers to them.
    #[serde(default)]
    pub given: GivenAnswers,
    /// The counts of its answers by how they were confirmed.
    pub confirmations: Confirmations,
    /// Answers that cannot both be true; empty without figures.
    pub contradictions: Box<[Contradiction]>,
    /// Members this version does not know, as JSON pointers.
    ///
    /// They are signed and kept, and mean nothing to us.
    pub unknown_members: Vec<String>,
}

impl CheckedReport {
    /// Returns whether the catalogue is another one than ours, so that nothing could be computed again.
    pub fn unknown_catalogue(&self) -> bool {
        self.recomputed.is_none()
    }

    /// Returns whether nothing in the report makes it false.
    ///
    /// Every figure follows from the answers, and no two answers exclude each other.
    pub fn is_consistent(&self) -> bool {
        let is_false = self.contradictions.iter().any(|contradiction| contradiction.blocks);
        !self.unknown_catalogue() && self.differences.is_empty() && !is_false
    }

    /// Returns whether somebody signed as principal under another name than the enterprise's principal.
    pub fn principal_differs(&self) -> bool {
        let named = self.report.enterprise.principal.trim();
        self.signers.iter().any(|signer| signer.role == Role::Principal && signer.name.trim() != named)
    }

    /// Looks up the answer at a place of a remark; `None` where none was kept, or there is no such place.
    pub fn answer_at(&self, catalogue: &Catalogue, place: &str) -> Option<GivenAnswer> {
        let hazard = self.report.hazards.iter().chain(&self.signed.closed).find(|hazard| hazard.id == place);
        let stage = hazard.map(|hazard| GivenAnswer::Hazard(hazard.stage));
        stage.or_else(|| self.given.at(&self.held.ids(catalogue), place))
    }

    /// Thumbprints of the keys that signed as principal.
    pub fn principal_kids(&self) -> impl Iterator<Item = KeyId> + '_ {
        self.signers.iter().filter(|signer| signer.role == Role::Principal).map(|signer| signer.kid)
    }
}

/// A signed document other than a report.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CheckedDocument<T> {
    /// The document itself.
    pub document: T,
    /// Hash of the canonical document.
    pub document_sha256: Sha256,
    /// Those whose signatures hold.
    pub signers: Vec<CheckedSigner>,
}

/// Refuses a file without opening it, by what is known beforehand.
///
/// These are its name and its size in bytes.
pub fn refused_unread(file_name: &str, size: u64) -> Option<Checked> {
    let rejection = if file_name.contains(is_bidi_control) {
        Rejection::DisguisedName
    } else if size > limits::FILE_BYTES as u64 {
        Rejection::Refused(Refusal { reason: Reason::FileTooBig, place: Place::default() })
    } else {
        return None;
    };
    Some(Checked { file_name: undisguised(file_name), size, file_sha256: None, found: Found::Rejected(rejection) })
}

/// The name as it is written, letter after letter.
///
/// A character that changes the direction is shown by its number.
fn undisguised(file_name: &str) -> String {
    let shown = |c: char| if is_bidi_control(c) { format!("[U+{:04X}]", u32::from(c)) } else { c.to_string() };
    file_name.chars().map(shown).collect()
}

fn is_bidi_control(c: char) -> bool {
    writable::check(&Value::String(c.into()), 0).is_err_and(|refusal| refusal.reason == Reason::BidiControl)
}

/// Checks one file.
pub fn check(file_name: &str, bytes: &[u8], editions: &Editions<'_>, nfc: &dyn Normalise) -> Checked {
    check_knowing(file_name, bytes, editions, nfc, &KnownKeys::default())
}

/// Checks as [`check`] does, without checking again the keys that are known: for many files.
pub fn check_knowing(
    file_name: &str,
    bytes: &[u8],
    editions: &Editions<'_>,
    nfc: &dyn Normalise,
    known: &KnownKeys,
) -> Checked {
    if let Some(refused) = refused_unread(file_name, bytes.len().try_into().unwrap_or(u64::MAX)) {
        return refused;
    }
    let (file_sha256, found) = match verify_knowing(bytes, SIGNER_RULES, nfc, known) {
        Ok(verified) => (verified.file_sha256, open(verified, editions).unwrap_or_else(Found::Rejected)),
        Err(_) if container::is_one(bytes) => (Sha256::of(bytes), Found::Rejected(Rejection::KeyBackup)),
        Err(refusal) => (Sha256::of(bytes), Found::Rejected(Rejection::of(refusal, bytes))),
    };
    let (file_name, size) = (visible(file_name).into_owned(), bytes.len().try_into().unwrap_or(u64::MAX));
    Checked { file_name, size, file_sha256: Some(file_sha256), found }
}

/// The hash and the signers of a document, known before its content is read.
struct Opened {
    document_sha256: Sha256,
    signers: Vec<CheckedSigner>,
}

fn open(verified: Verified, editions: &Editions<'_>) -> Result<Found, Rejection> {
    // The rules by which it was verified are those of our types and roles, so both are known.
    let unknown = |reason, pointer: &str| {
        Rejection::Refused(Refusal { reason, place: Place { pointer: pointer.to_owned(), ..Place::default() } })
    };
    let doc_type =
        DocumentType::parse(verified.doc_type).ok_or_else(|| unknown(Reason::TypeUnknown, "/document/type"))?;
    let signers: Option<Vec<CheckedSigner>> = verified.signers.into_iter().map(CheckedSigner::of).collect();
    let signers = signers.ok_or_else(|| unknown(Reason::RoleNotAllowed, "/document/signers"))?;
    if verified.newer_format {
        return Err(Rejection::NewerProgram { doc_type, version: verified.version, signers });
    }
    let opened = Opened { document_sha256: verified.document_sha256, signers: signers.clone() };
    read(doc_type, verified.document, opened, editions).map_err(|fault| {
        let doc_type = Some(doc_type);
        Rejection::Content { doc_type, fault, signers }
    })
}

fn read_plain<T: SignedDocument>(document: &Value, opened: Opened) -> Result<CheckedDocument<T>, DocumentFault> {
    let Opened { document_sha256, signers } = opened;
    let (document, _) = document::read(document)?;
    Ok(CheckedDocument { document, document_sha256, signers })
}

fn read_report(mut document: Value, opened: Opened, editions: &Editions<'_>) -> Result<CheckedReport, DocumentFault> {
    let mut unknown_members = later_month_fields(&mut document);
    let (report, rest) = document::read::<MonthlyReport>(&document)?;
    // Blank members say nothing.
    unknown_members.extend(rest.into_iter().filter(|(_, member)| !is_blank(member)).map(|(pointer, _)| pointer));
    let parts = report.parts();
    let assessment = editions.of(&report.catalogue).map(|edition| parts.assessment(edition.catalogue()));
    let recomputed = assessment.as_ref().map(Declared::of);
    let known = assessment.as_ref().zip(recomputed.as_ref());
    let differences =
        known.map_or_else(Vec::new, |(assessment, figures)| difference::all(&report, figures, assessment));
    let short = assessment.as_ref().map_or_else(Vec::new, digest::short_items);
    let (held, given) = assessment.as_ref().map_or_else(Default::default, |known| {
        let answers = answers_by_id(&report);
        let held = HeldQuestions::of(&answers, known.catalogue);
        (held, GivenAnswers::of(&answers, &report.month, known.catalogue))
    });
    let contradictions = assessment.as_ref().map_or_else(Vec::new, contradictions);
    let confirmations = Confirmations::of(&report);
    let Opened { document_sha256, signers } = opened;
    let (signed, answers_sha256) = (Signed::of(&report), digest::answers_sha256(&report));
    let report = ReportDigest::from(report);
    Ok(CheckedReport {
        report,
        signed,
        answers_sha256,
        document_sha256,
        signers,
        recomputed,
        differences,
        short: short.into(),
        held,
        given,
        confirmations,
        contradictions: contradictions.into(),
        unknown_members,
    })
}

/// Removes month fields of a later minor version, and gives their places.
///
/// The map is keyed by an enumeration, which cannot be read with a name it does not know.
fn later_month_fields(document: &mut Value) -> Vec<String> {
    let Value::Object(members) = document else { return Vec::new() };
    let Some(Value::Object(month)) = members.get_mut("month") else { return Vec::new() };
    let later: Vec<String> = month.keys().filter(|name| MonthField::parse(name).is_none()).cloned().collect();
    month.retain(|name, _| MonthField::parse(name).is_some());
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
