//! A signed document read back from its own file, for showing; verifying is the office's part.

use anziping_core::document::report::MonthlyReport;
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
struct SignedFileOf<T> {
    document: T,
}

/// The report of a sealed file; `None` when it is not one of ours, as a restored record may be.
pub(in crate::enterprise) fn read(text: &str) -> Option<MonthlyReport> {
    read_document(text)
}

/// The document of a signed file; `None` for one of another type.
pub(super) fn read_document<T: DeserializeOwned>(text: &str) -> Option<T> {
    anziping_core::json::read::<SignedFileOf<T>>(text).ok().map(|envelope| envelope.document)
}
