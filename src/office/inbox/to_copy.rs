//! A message to an enterprise, to be copied into a chat.

use leptos::prelude::*;

use crate::platform::{clipboard, task};

/// The message in a field, and the button that copies it.
///
/// `id` is that of the field, `action` that of the button; `said` stands beside it once it is done.
pub(super) fn to_copy(
    id: &'static str,
    action: &'static str,
    [label, copy, said]: [&'static str; 3],
    message: String,
) -> AnyView {
    let copied = RwSignal::new(false);
    let text = StoredValue::new(message.clone());
    let press = move |_| {
        task::spawn(async move {
            let done = clipboard::copy(&text.get_value()).await.is_ok();
            copied.try_set(done);
        });
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <textarea id=id readonly prop:value=message></textarea>
        </div>
        <div class="row">
            <button type="button" class="button" data-action=action on:click=press>
                {copy}
            </button>
            <span class="status-good">{move || copied.get().then_some(said)}</span>
        </div>
    }
    .into_any()
}
