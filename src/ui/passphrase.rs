//! A field for a passphrase that can show what is typed.
//!
//! Input methods do not work in password fields.

use leptos::prelude::*;

use crate::platform::browser_support;
use crate::ui::field::{Check, Field, Input};
use crate::words::seal as words;

/// The field; built anew when `shown` changes, its text stays.
#[component]
pub(crate) fn PassphraseField(
    /// `id` and `name`; unique on the page.
    #[prop(into)]
    name: String,
    label: &'static str,
    /// Sentence below the label; empty for none.
    #[prop(into, optional)]
    hint: String,
    /// The typed passphrase.
    value: RwSignal<String>,
    /// The fault of the passphrase.
    #[prop(into, default = Signal::stored(None))]
    fault: Signal<Option<String>>,
    /// Shows the error before the field was left.
    #[prop(into, default = Signal::stored(false))]
    eager: Signal<bool>,
    /// Whether it must be filled in.
    #[prop(default = true)]
    required: bool,
    /// Whether what is typed can be read.
    shown: RwSignal<bool>,
) -> impl IntoView {
    move || {
        let input = if shown.get() { Input::Text } else { Input::Secret };
        view! {
            <Field
                name=name.clone()
                label=label
                hint=hint.clone()
                value=value
                fault=fault
                eager=eager
                input=input
                required=required
                on_input=Callback::new(move |typed| value.set(typed))
            />
        }
        .into_any()
    }
}

/// The box that shows what is typed.
#[component]
pub(crate) fn Reveal(
    /// `id` and `name`; unique on the page.
    #[prop(into)]
    name: String,
    /// Whether what is typed can be read.
    shown: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Check
            name=name
            label=words::SHOW
            hint=if browser_support::masks_text() { "" } else { words::SHOW_HINT }
            checked=shown
            on_change=Callback::new(move |on| shown.set(on))
        />
    }
    .into_any()
}

/// The button of a form, with a line that says that it is at work.
#[component]
pub(crate) fn Submit(
    /// Value of `data-action`.
    action: &'static str,
    /// The words on the button.
    label: &'static str,
    /// The sentence shown meanwhile.
    working: &'static str,
    /// Whether it is at work; the form then ignores further presses.
    #[prop(into)]
    busy: Signal<bool>,
) -> impl IntoView {
    view! {
        <div class="row">
            <button
                type="submit"
                class="button button-primary"
                data-action=action
                aria-disabled=move || busy.get().then_some("true")
            >
                {label}
            </button>
            <span role="status" class="muted">
                {move || busy.get().then_some(working)}
            </span>
        </div>
    }
    .into_any()
}
