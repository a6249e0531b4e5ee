//! Saves the desk's findings as a file, and previews a restore of one.

use std::collections::BTreeSet;
use std::sync::Arc;

use anziping_core::office::desk::FileIdentity;
use anziping_core::office::kept_file::{self, KeptFile, KeptFileFault};
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::{clock, dom, files};
use crate::words::office as desk;
use crate::words::office::keeping as words;

/// Saves what was found out and returns the name of the file.
///
/// # Errors
/// A sentence that says why nothing was saved.
pub(crate) fn save(app: OfficeApp) -> Result<String, String> {
    let office = office(app);
    let write = || {
        app.inbox.with_untracked(|inbox| {
            app.months.with_untracked(|months| kept_file::write(&office, clock::now(), inbox, months))
        })
    };
    let text = write().map_err(|fault| words::fault(&fault, &office))?;
    let name = words::file_name(clock::today());
    files::save(&name, "application/x-ndjson", text.as_bytes()).map_err(|fault| desk::file(&fault))?;
    Ok(name)
}

/// Reads a file at this desk.
///
/// # Errors
/// A sentence that says why it is not taken.
pub(super) fn read(app: OfficeApp, text: &str) -> Result<Arc<KeptFile>, String> {
    let office = office(app);
    let read: Result<KeptFile, KeptFileFault> = kept_file::read(text, &office);
    read.map(Arc::new).map_err(|fault| words::fault(&fault, &office))
}

fn office(app: OfficeApp) -> String {
    app.record.with_untracked(|record| record.registry.office.clone())
}

/// Compares the findings here with those in the file, and says what would be added.
#[component]
pub(super) fn Preview(app: OfficeApp, kept: Arc<KeptFile>, close: Callback<()>) -> impl IntoView {
    let files = app.inbox.with_untracked(|inbox| {
        let here: BTreeSet<FileIdentity> = inbox.iter().map(FileIdentity::of).collect();
        let new: BTreeSet<FileIdentity> = kept.files.iter().map(FileIdentity::of).collect();
        [inbox.len(), kept.files.len(), new.difference(&here).count()]
    });
    let months = app.months.with_untracked(|months| {
        let here: BTreeSet<_> = months.iter().map(|month| month.document_sha256).collect();
        let new = kept.months.iter().filter(|month| !here.contains(&month.document_sha256));
        [months.len(), kept.months.len(), new.count()]
    });
    let row = |label: &'static str, hook: &'static str, counts: [usize; 3]| {
        let cells = counts.map(|count| view! { <td>{count}</td> }).collect_view();
        view! {
            <tr data-adds=counts[2] data-kind=hook>
                <th scope="row">{label}</th>
                {cells}
            </tr>
        }
    };
    let heads = words::PREVIEW_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
    let caption = words::preview(kept.made_at.day());
    let apply = move |_| {
        app.add_kept(KeptFile::clone(&kept));
        close.run(());
        dom::scroll_to_top();
    };
    view! {
        <div class="stack" data-preview="verdicts">
            <div class="table-wrap">
                <table>
                    <caption>{caption}</caption>
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>
                        {row(words::PREVIEW_FILES, "files", files)} {row(words::PREVIEW_MONTHS, "months", months)}
                    </tbody>
                </table>
            </div>
            <div class="row">
                <button type="button" class="button button-primary" data-action="apply-restore" on:click=apply>
                    {words::APPLY}
                </button>
                <button type="button" class="button" data-action="cancel-restore" on:click=move |_| close.run(())>
                    {words::LEAVE}
                </button>
            </div>
        </div>
    }
    .into_any()
}
