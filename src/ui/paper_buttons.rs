//! The buttons above a form: it is printed, or saved for word processors.

use anziping_tables::PaperFile;
use leptos::prelude::*;

use crate::platform::{document, files, on_paper, task};
use crate::ui::in_app;
use crate::ui::outcome::TaskOutcome;
use crate::words::{common, paper as words, report, sheet};
use crate::worker_client::tables::TableWork;

/// The buttons for what the page shows as sheets; `name` is that of the file, without its ending.
pub(crate) fn paper_buttons(name: impl Fn() -> String + 'static) -> AnyView {
    let outcome = RwSignal::new(None::<TaskOutcome>);
    let print = move |_| {
        outcome.set(document::print().err().map(|_| TaskOutcome::Failed(report::CANNOT_PRINT.to_owned())));
    };
    let save = move |_| {
        if matches!(outcome.get_untracked(), Some(TaskOutcome::Working)) {
            return;
        }
        let title = name();
        let paper = PaperFile { sheets: on_paper::sheets(words::left_out), title };
        if paper.sheets.is_empty() {
            return outcome.set(Some(TaskOutcome::Failed(words::NO_SHEET.to_owned())));
        }
        outcome.set(Some(TaskOutcome::Working));
        task::spawn(async move {
            let came = match saved(paper).await {
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
async fn saved(paper: PaperFile) -> Result<String, String> {
    let name = format!("{}.docx", paper.title);
    let file = TableWork::prepare().write_paper(paper).await.map_err(|fault| words::word_fault(&fault))?;
    files::save(&name, words::DOCX, &file).map_err(|_| words::WORD_REFUSED.to_owned())?;
    Ok(name)
}
