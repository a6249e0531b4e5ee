//! The finding on one file by itself for other programs, in the terms of `docs/verify/corpus.json`.

use serde::Serialize;

use super::intake::{Found, Rejection};
use crate::document::DocumentType;

/// Tells whether a file is genuine, and if not, the stable code of the reason.
///
/// Whose keys signed it is another question.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct PlainFinding<'a> {
    /// `accepted`, `refused`, `unsound`, `newer` or `rejected`.
    pub verdict: &'static str,
    /// Code of the reason, as `docs/format.md` lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// Where, as a JSON pointer; empty for the whole file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<&'a str>,
    /// Type of the document.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub doc_type: Option<&'static str>,
}

impl Found {
    /// The finding for other programs.
    pub fn plain(&self) -> PlainFinding<'_> {
        match self {
            Self::Rejected(rejection) => PlainFinding::rejected(rejection),
            sound => PlainFinding {
                verdict: "accepted",
                reason: None,
                at: None,
                doc_type: sound.doc_type().map(DocumentType::name),
            },
        }
    }
}

impl<'a> PlainFinding<'a> {
    fn rejected(rejection: &'a Rejection) -> Self {
        let (verdict, at) = match rejection {
            Rejection::Refused(refusal) | Rejection::OtherFile { refusal, .. } => {
                ("refused", Some(refusal.place.pointer.as_str()))
            }
            Rejection::Content { .. } => ("unsound", None),
            Rejection::NewerProgram { .. } => ("newer", None),
            Rejection::KeyBackup | Rejection::DisguisedName => ("rejected", None),
        };
        // That the program is too old is no fault of the file.
        let reason = (verdict != "newer").then(|| rejection.code());
        Self { verdict, reason, at, doc_type: None }
    }
}
