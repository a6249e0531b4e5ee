//! Takes a picture in as the ground of a plan, and shows it.

use std::collections::BTreeMap;

use anziping_core::hazard::PHOTO_BYTES;
use anziping_core::plan::{Plan, PlanPicture};
use anziping_seal::Sha256;
use leptos::prelude::*;

use super::editor::Editor;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::files::{self, HowMany, PickedFile};
use crate::platform::image::{self, ImageUrl, PictureFault};
use crate::platform::journal::Album;
use crate::platform::task;
use crate::store::photos::{self, PhotoFault};
use crate::words::photo;
use crate::words::plan as words;

/// The state of the picture below a plan.
pub(super) enum Ground {
    /// None was chosen, or it is on its way.
    Blank,
    /// It can be shown.
    Here(ImageUrl),
    /// It is in another browser, or was swept away with this one's data.
    Elsewhere,
    /// The album cannot be read, in words.
    Failed(String),
}

impl Ground {
    /// The address for an image element.
    pub(super) fn address(&self) -> Option<String> {
        match self {
            Self::Here(shown) => Some(shown.address().to_owned()),
            Self::Blank | Self::Elsewhere | Self::Failed(_) => None,
        }
    }
}

/// Pictures below plans that were read beforehand, as a context.
///
/// What is printed at once finds them there.
#[derive(Clone, Default)]
pub(in crate::enterprise) struct PlanGrounds(BTreeMap<Sha256, Vec<u8>>);

impl PlanGrounds {
    /// Has a picture at hand.
    pub(in crate::enterprise) fn add(&mut self, picture: &PlanPicture, jpeg: Vec<u8>) {
        self.0.insert(picture.sha256, jpeg);
    }

    fn ground(&self, picture: &PlanPicture) -> Option<Ground> {
        ImageUrl::new(self.0.get(&picture.sha256)?).ok().map(Ground::Here)
    }
}

/// The picture below a plan, read anew when another one is chosen.
pub(super) fn shown(session: Session, plan: Memo<Plan>) -> Signal<Ground, LocalStorage> {
    let picture = Memo::new(move |_| plan.with(|plan| plan.picture.clone()));
    let at_hand = picture.with_untracked(|picture| use_context::<PlanGrounds>()?.ground(picture.as_ref()?));
    let ground = RwSignal::new_local(at_hand.unwrap_or(Ground::Blank));
    Effect::new(move |_| {
        let Some(wanted) = picture.get() else { return ground.set(Ground::Blank) };
        let key = photos::key_of_plan(&session.id.get_value(), &wanted);
        task::spawn(async move {
            let found = match Album::get(&key).await {
                Ok(Some(jpeg)) => ImageUrl::new(&jpeg)
                    .map_or_else(|fault| Ground::Failed(photo::not_shown(&fault.to_string())), Ground::Here),
                Ok(None) => Ground::Elsewhere,
                Err(fault) => Ground::Failed(photo::no_album(&fault)),
            };
            // The page may be gone by now, or another picture chosen.
            if picture.try_get_untracked().flatten().as_ref() == Some(&wanted) {
                ground.try_set(found);
            }
        });
    });
    ground.into()
}

/// The buttons that choose and drop the picture, and what came of it.
pub(super) fn buttons(app: App, session: Session, editor: Editor, ground: Signal<Ground, LocalStorage>) -> AnyView {
    let fault = RwSignal::new(None::<String>);
    let choose = move |_| {
        fault.set(None);
        task::spawn(async move {
            let said = chosen(app, session, editor).await.err();
            // The page may be gone by now; then there is nobody to tell.
            drop(fault.try_set(said));
        });
    };
    let has = Memo::new(move |_| editor.plan.with(|plan| plan.picture.is_some()));
    let missing = move || {
        ground.with(|ground| match ground {
            Ground::Elsewhere => Some(words::ELSEWHERE.to_owned()),
            Ground::Failed(said) => Some(said.clone()),
            Ground::Blank | Ground::Here(_) => None,
        })
    };
    view! {
        <div class="stack-tight">
            <div class="row">
                <button
                    type="button"
                    class="button button-small"
                    data-action="plan-picture"
                    disabled=session.registers_read_only
                    on:click=choose
                >
                    {words::TAKE_PICTURE}
                </button>
                {move || {
                    has.get()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="drop-plan-picture"
                                    disabled=session.registers_read_only
                                    on:click=move |_| editor.edit(|plan| plan.picture = None)
                                >
                                    {words::DROP_PICTURE}
                                </button>
                            }
                        })
                }}
            </div>
            <p class="hint">{words::PICTURE_HINT}</p>
            <div aria-live="polite" data-plan-picture-fault="true">
                {move || fault.get().or_else(missing).map(|said| view! { <p class="error">{said}</p> })}
            </div>
        </div>
    }
    .into_any()
}

/// Asks for a picture and puts it below the plan.
///
/// # Errors
/// A sentence that says why it was not taken.
async fn chosen(app: App, session: Session, editor: Editor) -> Result<(), String> {
    let picked = files::pick("image/*", HowMany::One).await.map_err(|fault| photo::not_picked(&fault))?;
    let Some(file) = picked.first() else { return Ok(()) };
    let kept = keep(app, session, file).await.map_err(|fault| photo::fault(&file.name(), &fault))?;
    let Some(picture) = kept else { return Err(words::no_size(&file.name())) };
    if session.id.try_get_value().is_some() {
        editor.edit(move |plan| plan.picture = Some(picture));
    }
    Ok(())
}

/// Keeps a picture, made small, beside the photographs; `None` when its size cannot be read.
///
/// # Errors
/// [`PhotoFault`].
async fn keep(app: App, session: Session, file: &PickedFile) -> Result<Option<PlanPicture>, PhotoFault> {
    let Some(enterprise) = session.id.try_get_value() else { return Ok(None) };
    app.store.flush();
    photos::make_room(&app.store.records()).await?;
    let jpeg = image::shrink(file, PHOTO_BYTES).await.map_err(|fault: PictureFault| PhotoFault::from(fault))?;
    let Some(picture) = PlanPicture::of(&jpeg, Sha256::of(&jpeg)) else { return Ok(None) };
    Album::put(&photos::key_of_plan(&enterprise, &picture), &jpeg).await?;
    Ok(Some(picture))
}
