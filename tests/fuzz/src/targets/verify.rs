//! A received file through all that the desk does with it.
//!
//! Nobody can make a document that nobody signed.

use std::{collections::BTreeSet, sync::LazyLock};

use anziping_core::document::SIGNER_RULES;
use anziping_core::edition::{Edition, Editions};
use anziping_core::office::intake;
use anziping_seal::{Sha256, envelope};

use super::Target;
use crate::{nfc::Tables, seeds};

/// This target, as the list of all has it.
pub const TARGET: Target = Target {
    name: "verify",
    run,
    words: &[
        b"\"document\":",
        b"\"signatures\":",
        b"\"protected\":",
        b"\"signature\":",
        b"\"signers\":",
        b"\"kid\":",
        b"\"role\":",
        b"\"principal\"",
        b"\"preparer\"",
        b"\"type\":",
        b"\"wsr.receipt\"",
        b"\"wsr.report\"",
        b"\"version\":",
        b"\"2.0\"",
        b"\"month\":",
        b"\"items\":",
        b"\"2026-13\"",
        b"null",
        b"[]",
        b"{}",
        b"-1",
        b"9007199254740991",
    ],
    bounded: 6_000,
};

/// The check list of this program, and the documents whose signatures somebody really made.
static KNOWN: LazyLock<(Editions<'static>, BTreeSet<Sha256>)> = LazyLock::new(|| {
    let signed = seeds::of(&TARGET).into_iter().filter_map(|file| envelope::verify(&file, SIGNER_RULES, &Tables).ok());
    (
        Editions::new(Edition::builtin().expect("the built-in check list is read")),
        signed.map(|verified| verified.document_sha256).collect(),
    )
});

/// Feeds one input to it.
///
/// # Panics
/// When something does not hold.
pub fn run(data: &[u8]) {
    let (editions, signed) = &*KNOWN;
    if let Ok(verified) = envelope::verify(data, SIGNER_RULES, &Tables) {
        assert!(signed.contains(&verified.document_sha256), "a document that nobody signed is accepted");
    }
    let checked = intake::check("收到的文件.json", data, editions, &Tables);
    let text = serde_json::to_string(&checked).expect("a worker can tell what was found out");
    let told: intake::Checked = serde_json::from_str(&text).expect("the page understands its worker");
    assert_eq!(told, checked, "nothing is lost between worker and page");
}
