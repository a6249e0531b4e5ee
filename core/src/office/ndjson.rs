//! One line of JSON for each report, for programs that add up more than a browser should.
//!
//! The document as it was signed, and beside it what this desk found out.

use anziping_seal::Sha256;
use serde::Serialize;
use serde_json::Value;

use super::desk::{Judged, Remark, Verdict};
use super::difference::FigureDifference;
use super::intake::Checked;
use crate::document::report::Declared;
use crate::json;
use crate::signer::Role;

/// A line. Nothing but `document` comes from the enterprise.
#[derive(Serialize)]
struct Line<'a> {
    verdict: &'static str,
    file: &'a str,
    file_sha256: Option<Sha256>,
    document_sha256: Sha256,
    signers: Vec<SignerLine<'a>>,
    remarks: &'a [Remark],
    differences: &'a [FigureDifference],
    /// The figures that follow from the answers; null for an unknown catalogue.
    computed: Option<&'a Declared>,
    document: Value,
}

#[derive(Serialize)]
struct SignerLine<'a> {
    role: Role,
    name: &'a str,
    kid: String,
    fingerprint: String,
}

/// The line of a report, without line feed; `file_text` is the file as it was checked.
///
/// `None` for everything that is not under a trusted or unregistered key: what another file says is nobody's word.
///
/// # Errors
/// The text is not that of the checked file any more.
pub fn line(checked: &Checked, judged: &Judged, file_text: &str) -> Result<Option<String>, serde_json::Error> {
    let Some(found) = checked.report().filter(|_| matches!(judged.verdict, Verdict::Trusted | Verdict::Unregistered))
    else {
        return Ok(None);
    };
    let envelope = json::tree(file_text.trim_start_matches('\u{feff}'))?;
    let line = Line {
        verdict: judged.verdict.code(),
        file: &checked.file_name,
        file_sha256: checked.file_sha256,
        document_sha256: found.document_sha256,
        signers: found
            .signers
            .iter()
            .map(|signer| SignerLine {
                role: signer.role,
                name: &signer.name,
                kid: signer.kid.to_string(),
                fingerprint: signer.fingerprint.to_string(),
            })
            .collect(),
        remarks: &judged.remarks,
        differences: &found.differences,
        computed: found.recomputed.as_ref(),
        document: envelope.get("document").cloned().unwrap_or_default(),
    };
    json::write_directly(&line).map(Some)
}
