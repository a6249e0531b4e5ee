//! The buttons above a form: it is printed, or saved for word processors.

use anziping_tables::PaperFile;
use leptos::prelude::*;

use crate::platform::{document, files, on_paper, task};
use crate::ui::field::Notice;
use crate::ui::in_app;
use crate::words::{common, paper as words, report, sheet};
use crate::worker_client::tables::TableWork;

/// What the last press led to.
#[derive(Clone)]
enum Outcome {
    Working,
    Saved(String),
    Failed(String),
}

/// The buttons for what the page shows as sheets; `name` is that of the file, without its ending.
pub(crate) fn paper_buttons(name: impl Fn() -> String + 'static) -> AnyView {
    let outcome = RwSignal::new(None::<Outcome>);
    let print = move |_| {
        outcome.set(document::print().err().map(|_| Outcome::Failed(report::CANNOT_PRINT.to_owned())));
    };
    let save = move |_| {
        if matches!(outcome.get_untracked(), Some(Outcome::Working)) {
            return;
        }
        let title = name();
        let paper = PaperFile { sheets: on_paper::sheets(words::left_out), title };
        if paper.sheets.is_empty() {
            return outcome.set(Some(Outcome::Failed(words::NO_SHEET.to_owned())));
        }
        outcome.set(Some(Outcome::Working));
        task::spawn(async move {
            let came = match saved(paper).await {
                Ok(name) => Outcome::Saved(common::handed_over(&name)),
                Err(why) => Outcome::Failed(why),
            };
            // The page may be gone by now; then there is nobody to tell.
            drop(outcome.try_set(Some(came)));
        });
    };
    let told = move || match outcome.get()? {
        Outcome::Working => Some(view! { <p>{sheet::WORKING}</p> }.into_any()),
        Outcome::Saved(said) => Some(
            view! {
                <p class=in_app::handed_over_class() data-exported="word">
                    {said}
                </p>
            }
            .into_any(),
        ),
        Outcome::Failed(said) => Some(
            view! {
                <Notice kind="warn">
                    <p data-fault="paper">{said}</p>
                </Notice>
            }
            .into_any(),
        ),
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
