//! Handing files over: drop, dialog, pasted text.

use anziping_core::office::desk::Inbox;
use anziping_core::office::intake::Checked;
use anziping_core::office::shown::from_brace_to_brace;
use anziping_core::seal::limits;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::dropping::Dropping;
use crate::office::intake::Received;
use crate::platform::files::{self, HowMany};
use crate::platform::task;
use crate::ui::field::{Field, Input};
use crate::ui::{icon, pieces};
use crate::words::office as words;

/// The drop zone with its buttons.
#[component]
pub(super) fn Choose(app: OfficeApp, dropping: Dropping) -> impl IntoView {
    let pick = move |how_many: HowMany| {
        task::spawn(async move {
            // Mail and messengers rename files; the content decides.
            let chosen = files::pick("", how_many).await;
            dropping.take(app, chosen.map_err(|fault| words::file(&fault)));
        });
    };
    view! {
        <section class="stack no-print" aria-label=words::DROP>
            <div class="drop" data-over=move || dropping.over.get().then_some("true")>
                <p>
                    <strong>{move || if dropping.over.get() { words::DROP_NOW } else { words::DROP }}</strong>
                </p>
                <div class="row">
                    <button
                        type="button"
                        class="button button-primary"
                        data-action="choose-files"
                        on:click=move |_| pick(HowMany::Several)
                    >
                        {words::CHOOSE_FILES}
                    </button>
                    {files::can_pick_folders()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    data-action="choose-folder"
                                    on:click=move |_| pick(HowMany::Folder)
                                >
                                    {words::CHOOSE_FOLDER}
                                </button>
                            }
                        })}
                </div>
                <Paste app=app />
            </div>
        </section>
    }
    .into_any()
}

/// A field for the text that "复制全文" gives.
#[component]
fn Paste(app: OfficeApp) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let number = RwSignal::new(1_usize);
    let tried = RwSignal::new(false);
    let unread = RwSignal::new(None::<String>);
    let fault = Memo::new(move |_| pasted.with(|text| text.trim().is_empty()).then(|| words::PASTE_EMPTY.to_owned()));
    let verify = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if fault.with_untracked(Option::is_some) {
            tried.set(true);
            return;
        }
        tried.set(false);
        let name = words::pasted(number.get_untracked());
        number.update(|number| *number += 1);
        task::spawn(async move {
            // A report that came through a chat may be in pieces.
            match pieces::whole(pasted.get_untracked(), limits::FILE_BYTES).await {
                Ok(text) => {
                    let text = from_brace_to_brace(&text).to_owned();
                    app.intake.take(vec![Received::Text { name, text }]);
                    drop((pasted.try_set(String::new()), unread.try_set(None)));
                }
                Err(said) => drop(unread.try_set(Some(said))),
            }
        });
    };
    view! {
        <details class="paste">
            <summary data-action="paste">{words::PASTE}</summary>
            <form class="details-body" novalidate on:submit=verify>
                <Field
                    name="pasted"
                    label=words::PASTE_LABEL
                    hint=words::PASTE_HINT
                    input=Input::Lines
                    value=pasted
                    fault=fault
                    eager=tried
                    on_input=Callback::new(move |text| pasted.set(text))
                />
                <div aria-live="polite">{move || unread.get().map(|said| view! { <p class="error">{said}</p> })}</div>
                <div>
                    <button type="submit" class="button" data-action="verify">
                        {icon::of("good")}
                        {words::VERIFY}
                    </button>
                </div>
            </form>
        </details>
    }
    .into_any()
}

/// Takes all files off the page; they can be put back as long as nothing new came in.
pub(super) fn clear(app: OfficeApp) {
    let before: Vec<Checked> = app.inbox.try_update(Inbox::clear).unwrap_or_default();
    app.intake.forget();
    let said = words::cleared(before.len());
    let kept = std::cell::RefCell::new(before);
    let take_back = move || app.inbox.update(|inbox| inbox.put_back(kept.take()));
    app.store.offer_undo(said, take_back);
}
