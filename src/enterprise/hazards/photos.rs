//! The photographs of a hazard, before and after.

use anziping_core::hazard::{Photo, PhotoOf};
use leptos::prelude::*;

use super::entry::HazardEntry;
use crate::enterprise::app::App;
use crate::enterprise::app::photo_album;
use crate::enterprise::route::Route;
use crate::enterprise::session::{PHOTOGRAPH, today_within};
use crate::platform::files::{self, HowMany};
use crate::platform::image::ImageUrl;
use crate::platform::journal::{Album, JournalFault};
use crate::platform::{task, unfinished};
use crate::store::photos::{self, AlbumSize};
use crate::ui::field::Notice;
use crate::words::photo as words;

/// The card.
#[component]
pub(super) fn Photos(app: App, entry: HazardEntry) -> impl IntoView {
    let room = RwSignal::new(None::<Result<AlbumSize, JournalFault>>);
    let faults = RwSignal::new(Vec::<String>::new());
    // Counts what was put into the album: a picture that was missing looks again, its place in the list being the same.
    let put = RwSignal::new(0_u32);
    // Written after awaits, when the page may be gone: nobody is left to tell then.
    let measure = move || task::spawn(async move { drop(room.try_set(Some(photos::room().await))) });
    measure();
    // A telephone short of memory ends the page while its camera is open: it comes up anew, without the picture.
    if unfinished::take(PHOTOGRAPH).is_some_and(|hazard| hazard == entry.id()) {
        faults.set(vec![words::NOT_TAKEN.to_owned()]);
    }
    let add = Callback::new(move |(of, how_many): (PhotoOf, HowMany)| {
        faults.set(Vec::new());
        task::spawn(async move {
            if take(app, entry, of, how_many, put, faults).await.is_some() {
                measure();
            }
        });
    });
    let group = move |of: PhotoOf| {
        let photos =
            entry.watch(move |hazard| hazard.photos.iter().filter(|photo| photo.of == of).cloned().collect::<Vec<_>>());
        view! {
            <div class="stack-tight" role="group" aria-label=words::of(of)>
                <h3>{words::of(of)}</h3>
                <ul class="plain photos" data-photos=of.code()>
                    <For
                        each=move || photos.get()
                        key=|photo| photo.sha256
                        children=move |photo| view! { <One app=app entry=entry photo=photo put=put /> }
                    />
                </ul>
                {move || {
                    (!entry.session.read_only.get())
                        .then(|| {
                            view! {
                                <div class="row no-print">
                                    <button
                                        type="button"
                                        class="button button-small"
                                        data-action=words::take_action(of)
                                        on:click=move |_| add.run((of, HowMany::Camera))
                                    >
                                        {words::take(of)}
                                    </button>
                                    <button
                                        type="button"
                                        class="button button-small"
                                        data-action=words::add_action(of)
                                        on:click=move |_| add.run((of, HowMany::Several))
                                    >
                                        {words::add(of)}
                                    </button>
                                </div>
                            }
                        })
                }}
            </div>
        }
    };
    let taken = move || match room.get() {
        Some(Ok(room)) => view! {
            <p class="hint" data-room=room.pictures>
                {words::room(room, photos::ROOM)}
            </p>
        }
        .into_any(),
        Some(Err(fault)) => view! { <p class="error">{words::no_album(&fault)}</p> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <section class="card" aria-labelledby="hazard-photos">
            <h2 id="hazard-photos">{words::TITLE}</h2>
            <p class="hint">{words::HINT}</p>
            <div class="grid-2">{group(PhotoOf::Before)} {group(PhotoOf::After)}</div>
            <div aria-live="polite">
                {move || {
                    (!faults.with(Vec::is_empty))
                        .then(|| {
                            let rows = faults.get().into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
                            view! {
                                <div data-photo-faults="true">
                                    <Notice kind="bad">
                                        <ul>{rows}</ul>
                                    </Notice>
                                </div>
                            }
                        })
                }}
            </div>
            {taken}
        </section>
    }
    .into_any()
}

/// Lets photographs be taken or chosen, and puts them into the album; `None` when the page is gone.
async fn take(
    app: App,
    entry: HazardEntry,
    of: PhotoOf,
    how_many: HowMany,
    put: RwSignal<u32>,
    faults: RwSignal<Vec<String>>,
) -> Option<()> {
    unfinished::begin(PHOTOGRAPH, &entry.id());
    let picked = files::pick("image/*", how_many).await;
    unfinished::end(PHOTOGRAPH);
    let picked = match picked {
        Ok(picked) => picked,
        Err(fault) => {
            drop(faults.try_set(vec![words::not_picked(&fault)]));
            return Some(());
        }
    };
    for file in picked {
        let (span, id) = (entry.session.span.try_get_untracked()?, entry.try_id()?);
        match photo_album::take(app.store, entry.session, &id, of, &file, today_within(span)).await {
            Ok(()) => put.try_update(|put| *put += 1)?,
            Err(fault) => faults.try_update(|all| all.push(words::fault(&file.name(), &fault)))?,
        }
    }
    Some(())
}

/// A picture on the page, or why there is none.
enum Look {
    Here(ImageUrl),
    Elsewhere,
    Failed(String),
}

#[component]
fn One(app: App, entry: HazardEntry, photo: Photo, put: RwSignal<u32>) -> impl IntoView {
    let look = RwSignal::new_local(None::<Look>);
    let key = StoredValue::new(photos::key(&entry.session.id.get_value(), &photo));
    Effect::new(move |_| {
        put.track();
        if look.with_untracked(|look| matches!(look, Some(Look::Here(_)))) {
            return;
        }
        task::spawn(async move {
            let Some(wanted) = key.try_get_value() else { return };
            let found = match Album::get(&wanted).await {
                Ok(Some(jpeg)) => ImageUrl::new(&jpeg).map_or_else(|fault| Look::Failed(fault.to_string()), Look::Here),
                Ok(None) => Look::Elsewhere,
                Err(fault) => Look::Failed(fault.to_string()),
            };
            drop(look.try_set(Some(found)));
        });
    });
    let (of, on, hash) = (photo.of, photo.on, photo.sha256.to_string());
    let photo = StoredValue::new(photo);
    let picture = move || {
        look.with(|look| match look {
            Some(Look::Here(shown)) => {
                view! { <img class="photo" src=shown.address().to_owned() alt=words::alt(of, on) /> }.into_any()
            }
            Some(Look::Elsewhere) => view! { <Missing entry=entry photo=photo put=put /> }.into_any(),
            Some(Look::Failed(reason)) => view! { <p class="error">{words::not_shown(reason)}</p> }.into_any(),
            None => ().into_any(),
        })
    };
    let droppable = entry.watch(move |hazard| hazard.may_drop_photo(of));
    let take_out = move |_| drop_photo(app, entry, photo.get_value());
    view! {
        <li class="stack-tight" data-photo=hash.clone()>
            {picture}
            <p class="small muted">{words::caption(on, &hash)}</p>
            {move || {
                (droppable.get() && !entry.session.read_only.get())
                    .then(|| {
                        view! {
                            <div class="no-print">
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="drop-photo"
                                    on:click=take_out
                                >
                                    {words::DROP}
                                </button>
                            </div>
                        }
                    })
            }}
        </li>
    }
    .into_any()
}

/// Stands in place of a picture that is not here: why, and the button that puts it back.
#[component]
fn Missing(entry: HazardEntry, photo: StoredValue<Photo>, put: RwSignal<u32>) -> impl IntoView {
    let fault = RwSignal::new(None::<String>);
    let choose = move |_| {
        fault.set(None);
        task::spawn(async move {
            let (Some(enterprise), Some(photo)) = (entry.session.id.try_get_value(), photo.try_get_value()) else {
                return;
            };
            let said = match files::pick("image/*", HowMany::One).await {
                Ok(picked) => match picked.into_iter().next() {
                    Some(file) => match photo_album::put_back(&enterprise, &photo, &file).await {
                        Ok(true) => {
                            put.try_update(|put| *put += 1);
                            return;
                        }
                        Ok(false) => words::another(&file.name()),
                        Err(fault) => words::fault(&file.name(), &fault),
                    },
                    None => return,
                },
                Err(fault) => words::not_picked(&fault),
            };
            drop(fault.try_set(Some(said)));
        });
    };
    view! {
        <p class="hint">{words::ELSEWHERE}</p>
        <div class="no-print">
            <button type="button" class="button button-small" data-action="put-photo-back" on:click=choose>
                {words::PUT_BACK}
            </button>
        </div>
        <div aria-live="polite">
            {move || fault.get().map(|said| view! { <p class="error" data-fault="photo">{said}</p> })}
        </div>
    }
    .into_any()
}

/// Takes the picture out of the ledger; it stays in the album until the undo has expired.
fn drop_photo(app: App, entry: HazardEntry, photo: Photo) {
    let (id, month) = (entry.id(), (entry.session.id.get_value(), entry.session.period));
    entry.edit(|hazard| hazard.photos.retain(|other| other.sha256 != photo.sha256));
    app.store.offer_undo(words::DROPPED.into(), move || {
        app.in_month(&month.0, month.1, |session| {
            session.edit_hazards(|hazards| {
                if let Some(hazard) = hazards.iter_mut().find(|hazard| hazard.id == id) {
                    hazard.photos.push(photo.clone());
                }
            });
        });
        app.go(&Route::Hazards(Some(id.clone())));
    });
}
