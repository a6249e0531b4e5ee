//! The export for other programs.
//!
//! The desk keeps no whole report, so each file is read again, and only what it was when it was checked goes out.

use anziping_core::office::ndjson::line;
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use super::export::{Button, export_button};
use crate::office::app::OfficeApp;
use crate::platform::files;
use crate::platform::timer;
use crate::words::office as desk;
use crate::words::office::risk_overview as words;

/// Files between two moments for the page.
const BATCH: usize = 16;

#[component]
pub(super) fn Ndjson(app: OfficeApp) -> impl IntoView {
    let button = Button {
        action: "export-ndjson",
        exported: "ndjson",
        label: words::EXPORT_NDJSON,
        working: words::WRITING,
        hint: Some(words::NDJSON_WHAT),
    };
    export_button(button, move || write(app))
}

async fn write(app: OfficeApp) -> Result<String, String> {
    let mut parts = Vec::new();
    let (mut lines, mut gone) = (0, 0);
    for at in 0..app.inbox.with_untracked(|inbox| inbox.len()) {
        if at % BATCH == 0 {
            timer::pause(0).await;
        }
        // The inbox may have been cleared meanwhile.
        let pair = app.inbox.with_untracked(|inbox| {
            let checked = inbox.get(at).filter(|checked| checked.report().is_some())?.clone();
            Some((checked, app.judged.with_untracked(|judged| judged.get(at).cloned())?))
        });
        let Some((checked, judged)) = pair else { continue };
        let bytes = match checked.file_sha256 {
            Some(sha256) => app.intake.bytes_of(sha256).await.filter(|bytes| Sha256::of(bytes) == sha256),
            None => None,
        };
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        match text.map(|text| line(&checked, &judged, &text)) {
            Some(Ok(Some(line))) => {
                lines += 1;
                parts.push(line + "\n");
            }
            Some(Ok(None)) => {}
            Some(Err(_)) | None => gone += 1,
        }
    }
    let name = words::ndjson_name(app.period.get_untracked());
    files::save_parts(&name, "application/x-ndjson", &parts).map_err(|fault| desk::file(&fault))?;
    if gone > 0 { Err(words::unreadable(gone)) } else { Ok(words::exported(lines)) }
}
