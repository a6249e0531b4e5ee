//! Puts enterprises on the list of those expected to report.

use anziping_core::value::uscc::UnifiedCode;

use crate::office::app::OfficeApp;
use crate::words::office::registry as words;

/// Puts enterprises on the list, with a way back.
pub(super) fn enrol(app: OfficeApp, rows: &[(UnifiedCode, String)]) {
    app.edit_record(|record| {
        for (uscc, name) in rows {
            record.registry.enrol(uscc, name);
        }
        words::added(rows.len())
    });
}
