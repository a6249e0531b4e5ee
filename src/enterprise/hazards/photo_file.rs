//! The photographs of the month's ledger as one file beside the report.

use anziping_core::hazard::PhotoOf;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::files::{self, HowMany};
use crate::platform::task;
use crate::store::photo_archive::{self, OpenArchive};
use crate::store::photos;
use crate::ui::in_app;
use crate::ui::outcome::TaskOutcome;
use crate::words::photo as words;

/// Buttons and what came of them.
#[component]
pub(super) fn PhotoFile(app: App, session: Session) -> impl IntoView {
    let count = Memo::new(move |_| {
        session.hazards.with(|hazards| hazards.iter().map(|hazard| hazard.photos.len()).sum::<usize>())
    });
    let outcome = RwSignal::new(None::<TaskOutcome>);
    let export = move |_| {
        outcome.set(None);
        let (named, name) = (named(session), words::archive_name(&session.period.to_string()));
        task::spawn(async move {
            let saved = match photo_archive::of(&named).await {
                Ok((file, pictures, missing)) => match files::save_written(&name, "application/zip", file) {
                    Ok(()) => {
                        TaskOutcome::HandedOver { said: words::exported(&name, pictures, missing), what: "photos" }
                    }
                    Err(fault) => TaskOutcome::Failed(words::not_picked(&fault)),
                },
                Err(fault) => TaskOutcome::Failed(words::fault(&name, &fault)),
            };
            // Nobody is left to tell when the page was left meanwhile.
            drop(outcome.try_set(Some(saved)));
        });
    };
    let underway = RwSignal::new(None::<(usize, usize)>);
    let give_back = move |_| {
        outcome.set(None);
        task::spawn(async move {
            let said = given_back(app, move |done, count| {
                underway.try_set(Some((done, count)));
            })
            .await;
            drop((underway.try_set(None), outcome.try_set(said)));
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
                        <button type="button" class="button no-print" data-action="give-back-photos" on:click=give_back>
                            {words::GIVE_BACK}
                        </button>
                        {in_app::files_may_be_lost()}
                    }
                })
        }}
        <div aria-live="polite">
            {move || underway.get().map(|(done, count)| view! { <p>{words::giving_back(done, count)}</p> })}
            {move || outcome.get().map(TaskOutcome::line)}
        </div>
    }
    .into_any()
}

/// Gives photographs back from a file that is chosen; `None` when none was.
async fn given_back(app: App, told: impl Fn(usize, usize)) -> Option<TaskOutcome> {
    let chosen = match files::pick("", HowMany::One).await {
        Ok(chosen) => chosen.into_iter().next()?,
        Err(fault) => return Some(TaskOutcome::Failed(words::not_picked(&fault))),
    };
    let bytes = match chosen.bytes(photo_archive::FILE_BYTES).await {
        Ok(bytes) => bytes,
        Err(fault) => return Some(TaskOutcome::Failed(words::not_picked(&fault))),
    };
    let Some(archive) = OpenArchive::open(bytes) else {
        return Some(TaskOutcome::Failed(words::NO_ARCHIVE.to_owned()));
    };
    let given = archive.give_back(&photo_archive::naming(&app.store.records()), told).await;
    Some(match given {
        Ok(given) => TaskOutcome::Done(words::given_back(given)),
        Err(fault) => TaskOutcome::Failed(words::no_album(&fault)),
    })
}

/// Every photograph of the ledger with its name in the file.
fn named(session: Session) -> Vec<(String, crate::platform::journal::PictureKey)> {
    let enterprise = session.id.get_value();
    session.hazards.with_untracked(|hazards| {
        let each = hazards.iter().flat_map(|hazard| {
            let of = |wanted: PhotoOf| hazard.photos.iter().filter(move |photo| photo.of == wanted).enumerate();
            of(PhotoOf::Before)
                .chain(of(PhotoOf::After))
                .map(|(at, photo)| (words::file_name(&hazard.id, photo.of, at + 1, &photo.sha256.to_string()), photo))
        });
        each.map(|(name, photo)| (name, photos::key(&enterprise, photo))).collect()
    })
}
