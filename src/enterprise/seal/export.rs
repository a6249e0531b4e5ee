//! The ways out for a signed file: file, text, another app.

use leptos::prelude::*;

use crate::platform::{clipboard, files, share, task};
use crate::ui::field::Notice;
use crate::ui::in_app;
use crate::ui::outcome::TaskOutcome;
use crate::ui::pieces::{self, Pieces};
use crate::words::seal as words;

/// Buttons and what came of them.
#[component]
pub(crate) fn Export(
    /// Name of the file.
    name: String,
    text: String,
    /// Prefix of ids; unique on the page.
    #[prop(into)]
    prefix: String,
    /// Called when it has left this browser, as far as can be seen from here.
    #[prop(optional, into)]
    on_out: Option<Callback<()>>,
) -> impl IntoView {
    let gone = move || {
        if let Some(on_out) = on_out {
            on_out.run(());
        }
    };
    let said = RwSignal::new(None::<TaskOutcome>);
    let by_hand = RwSignal::new(false);
    let file = StoredValue::new((name, text));
    let save = move |_| {
        let outcome = file.with_value(|(name, text)| files::save(name, "application/json", text.as_bytes()));
        said.set(Some(match outcome {
            Ok(()) => {
                // Within another app nobody knows whether the file was kept.
                if !in_app::is_here() {
                    gone();
                }
                TaskOutcome::HandedOver { said: file.with_value(|(name, _)| words::saved_as(name)), what: "json" }
            }
            Err(fault) => TaskOutcome::Failed(words::file(&fault)),
        }));
    };
    let copy = move |_| {
        let text = file.with_value(|(_, text)| text.clone());
        task::spawn(async move {
            let copied = clipboard::copy(&text).await.is_ok();
            by_hand.try_set(!copied);
            if copied {
                gone();
            }
            said.try_set(copied.then(|| TaskOutcome::Done(words::COPIED.into())));
        });
    };
    let cut_up = RwSignal::new(None::<Vec<String>>);
    let cut = move |_| {
        let text = file.with_value(|(_, text)| text.clone());
        task::spawn(async move {
            match pieces::cut(&text).await {
                Ok(cut) => drop(cut_up.try_set(Some(cut))),
                Err(fault) => drop(said.try_set(Some(TaskOutcome::Failed(crate::words::pieces::fault(&fault))))),
            }
        });
    };
    let copied = Callback::new(move |()| said.set(Some(TaskOutcome::Done(words::COPIED.into()))));
    let hand_over = move |_| {
        let (name, text) = file.get_value();
        task::spawn(async move {
            let outcome = share::text_file(&name, &text).await;
            said.try_set(match outcome {
                Ok(()) => {
                    gone();
                    Some(TaskOutcome::Done(words::SHARED.into()))
                }
                Err(fault) => words::share(&fault).map(TaskOutcome::Failed),
            });
        });
    };
    let field = format!("{prefix}-text");
    view! {
        <div class="stack">
            <div class="row">
                <button type="button" class="button button-primary" data-action="export" on:click=save>
                    {words::EXPORT}
                </button>
                {share::is_supported()
                    .then(|| {
                        view! {
                            <button type="button" class="button" data-action="share" on:click=hand_over>
                                {words::SHARE}
                            </button>
                        }
                    })}
                <button type="button" class="button" data-action="copy" on:click=copy>
                    {words::COPY}
                </button>
                <button type="button" class="button" data-action="cut" on:click=cut>
                    {words::CUT}
                </button>
            </div>
            {move || cut_up.get().map(|pieces| view! { <Pieces pieces=pieces on_copied=copied /> })}
            <div role="status">{move || said.get().map(TaskOutcome::line)}</div>
            {move || by_hand.get().then(|| full_text(field.clone(), file.with_value(|(_, text)| text.clone())))}
            {in_app::is_here().then(in_app_notice)}
        </div>
    }
    .into_any()
}

/// The text to be copied by hand, where the browser does not let a page do it.
fn full_text(id: String, text: String) -> AnyView {
    view! {
        <div class="field">
            <label for=id.clone()>{words::FULL_TEXT}</label>
            <p class="hint">{words::COPY_BY_HAND}</p>
            <textarea id=id readonly prop:value=text></textarea>
        </div>
    }
    .into_any()
}

/// Browsers inside of other apps drop files silently.
fn in_app_notice() -> AnyView {
    view! {
        <Notice kind="warn">
            <p>{words::in_app(share::is_supported())}</p>
        </Notice>
    }
    .into_any()
}
