//! A button that makes a file, says what it does meanwhile, and what came of it.

use std::future::Future;

use leptos::prelude::*;

use crate::platform::task;

/// The words and hooks of such a button.
#[derive(Clone, Copy)]
pub(in crate::office) struct Button {
    /// `data-action` of the button.
    pub action: &'static str,
    /// `data-exported` of the sentence that says it went well.
    pub exported: &'static str,
    /// The words on the button.
    pub label: &'static str,
    /// Said while it works.
    pub working: &'static str,
    /// The use of the file, where the label does not tell.
    pub hint: Option<&'static str>,
}

/// The button that saves a file once, however often it is pressed.
///
/// `make` saves it and gives the sentence that says so, or what went wrong.
pub(in crate::office) fn export_button<Made>(button: Button, make: impl Fn() -> Made + 'static) -> AnyView
where
    Made: Future<Output = Result<String, String>> + 'static,
{
    let told = RwSignal::new(None::<Result<String, String>>);
    let busy = RwSignal::new(false);
    let export = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        told.set(None);
        let made = make();
        task::spawn(async move {
            let outcome = made.await;
            // The page may be gone by now; then there is nobody to tell.
            drop((busy.try_set(false), told.try_set(Some(outcome))));
        });
    };
    let said = move || {
        told.get().map(|told| match told {
            Ok(said) => view! {
                <p class="status-good" data-exported=button.exported>
                    {said}
                </p>
            }
            .into_any(),
            Err(fault) => view! { <p class="error">{fault}</p> }.into_any(),
        })
    };
    view! {
        <div class="stack-tight">
            <div class="row">
                <button
                    type="button"
                    class="button"
                    data-action=button.action
                    aria-disabled=move || busy.get().then_some("true")
                    on:click=export
                >
                    {button.label}
                </button>
                <span class="muted" role="status">
                    {move || busy.get().then_some(button.working)}
                </span>
            </div>
            {button.hint.map(|hint| view! { <p class="hint">{hint}</p> })}
            <div aria-live="polite">{said}</div>
        </div>
    }
    .into_any()
}
