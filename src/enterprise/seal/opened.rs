//! A sealed report read back from its own file, for showing; verifying is the office's part.

use anziping_core::document::report::MonthlyReport;
use serde::Deserialize;

#[derive(Deserialize)]
struct Envelope {
    document: MonthlyReport,
}

/// The document of a sealed file; `None` when it is not one of ours, as a restored record may be.
pub(in crate::enterprise) fn read(text: &str) -> Option<MonthlyReport> {
    anziping_core::json::read::<Envelope>(text).ok().map(|envelope| envelope.document)
}
