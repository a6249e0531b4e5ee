//! The buttons above a form: it is printed, or saved for word processors.

use std::pin::Pin;

use anziping_tables::{PaperFile, PaperSheet};
use leptos::prelude::*;

use crate::platform::on_paper::{self, ReadSheets};
use crate::platform::{dom, files, task};
use crate::ui::in_app;
use crate::ui::outcome::TaskOutcome;
use crate::words::{common, paper as words, report, sheet};
use crate::worker_client::tables::TableWork;

/// Makes the pictures on sheets.
///
/// It gives the sheets with their pictures, and the files of those, one behind the other.
pub(crate) type Draw = fn(ReadSheets) -> ComingSheets;

/// Sheets and the files of their pictures, once those are made.
pub(crate) type ComingSheets = Pin<Box<dyn Future<Output = (Vec<PaperSheet>, Vec<u8>)>>>;

/// Passes on sheets without pictures.
pub(crate) fn without_pictures(read: ReadSheets) -> ComingSheets {
    Box::pin(std::future::ready((read.sheets, Vec::new())))
}

/// The buttons for what the page shows as sheets; `name` is that of the file, without its ending.
pub(crate) fn paper_buttons(name: impl Fn() -> String + 'static, draw: Draw) -> AnyView {
    let outcome = RwSignal::new(None::<TaskOutcome>);
    let print = move |_| {
        outcome.set(dom::print().err().map(|_| TaskOutcome::Failed(report::CANNOT_PRINT.to_owned())));
    };
    let save = move |_| {
        if matches!(outcome.get_untracked(), Some(TaskOutcome::Working)) {
            return;
        }
        let title = name();
        let read = on_paper::sheets(words::left_out);
        if read.sheets.is_empty() {
            return outcome.set(Some(TaskOutcome::Failed(words::NO_SHEET.to_owned())));
        }
        outcome.set(Some(TaskOutcome::Working));
        task::spawn(async move {
            let came = match saved(title, draw(read)).await {
                Ok(name) => TaskOutcome::HandedOver { said: common::handed_over(&name), what: "word" },
                Err(why) => TaskOutcome::Failed(why),
            };
            // The page may be gone by now; then there is nobody to tell.
            drop(outcome.try_set(Some(came)));
        });
    };
    let told = move || match outcome.get()? {
        TaskOutcome::Working => Some(view! { <p>{sheet::WORKING}</p> }.into_any()),
        ended => Some(ended.line_or_notice("warn", "paper")),
    };
    view! {
        <div class="stack-tight no-print">
            <div class="row">
                <button type="button" class="button button-primary" data-action="print" on:click=print>
                    {words::PRINT}
                </button>
                <button type="button" class="button" data-action="save-word" on:click=save>
                    {words::SAVE_WORD}
                </button>
            </div>
            <p class="hint">{words::SAVE_WORD_WHY}</p>
            {in_app::files_may_be_lost()}
            <div aria-live="polite">{told}</div>
        </div>
    }
    .into_any()
}

/// Writes the file and hands it over; its name, or why there is none.
async fn saved(title: String, drawn: impl Future<Output = (Vec<PaperSheet>, Vec<u8>)>) -> Result<String, String> {
    let name = format!("{title}.docx");
    let (sheets, pictures) = drawn.await;
    let written = TableWork::prepare().write_paper(PaperFile { title, sheets }, &pictures).await;
    let file = written.map_err(|fault| words::word_fault(&fault))?;
    files::save(&name, words::DOCX, &file).map_err(|_| words::WORD_REFUSED.to_owned())?;
    Ok(name)
}
