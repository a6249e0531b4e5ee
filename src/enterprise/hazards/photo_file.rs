//! The photographs of the month's ledger as one file beside the report.

use anziping_core::hazard::PhotoOf;
use leptos::prelude::*;

use crate::enterprise::session::Session;
use crate::platform::{files, task};
use crate::store::photos;
use crate::words::photo as words;

/// Button and what came of it.
#[component]
pub(super) fn PhotoFile(session: Session) -> impl IntoView {
    let count = Memo::new(move |_| {
        session.hazards.with(|hazards| hazards.iter().map(|hazard| hazard.photos.len()).sum::<usize>())
    });
    let outcome = RwSignal::new(None::<Result<String, String>>);
    let export = move |_| {
        outcome.set(None);
        let (named, name) = (named(session), words::archive_name(&session.period.to_string()));
        task::spawn(async move {
            let saved = match photos::zip(&named).await {
                Ok((file, pictures, missing)) => match files::save(&name, "application/zip", &file) {
                    Ok(()) => Ok(words::exported(&name, pictures, missing)),
                    Err(fault) => Err(words::not_picked(&fault)),
                },
                Err(fault) => Err(words::fault(&name, &fault)),
            };
            // Nobody is left to tell when the page was left meanwhile.
            drop(outcome.try_set(Some(saved)));
        });
    };
    view! {
        {move || {
            (count.get() > 0)
                .then(|| {
                    view! {
                        <button type="button" class="button no-print" data-action="export-photos" on:click=export>
                            {words::EXPORT}
                            " "
                            <span class="number">{count}</span>
                        </button>
                    }
                })
        }}
        <div aria-live="polite">
            {move || {
                outcome
                    .get()
                    .map(|said| match said {
                        Ok(said) => view! { <p class="status-good">{said}</p> }.into_any(),
                        Err(said) => view! { <p class="error">{said}</p> }.into_any(),
                    })
            }}
        </div>
    }
    .into_any()
}

/// Every photograph of the ledger with its name in the file.
fn named(session: Session) -> Vec<(String, crate::platform::journal::PictureKey)> {
    let enterprise = session.id.get_value();
    session.hazards.with_untracked(|hazards| {
        let each = hazards.iter().flat_map(|hazard| {
            let of = |wanted: PhotoOf| hazard.photos.iter().filter(move |photo| photo.of == wanted).enumerate();
            of(PhotoOf::Before)
                .chain(of(PhotoOf::After))
                .map(|(at, photo)| (words::file_name(&hazard.id, photo.of, at + 1, &photo.sha256), photo))
        });
        each.map(|(name, photo)| (name, photos::key(&enterprise, photo))).collect()
    })
}
