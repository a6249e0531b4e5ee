//! A table that is pasted: rows copied from a spreadsheet, a web page or a chat.

use leptos::prelude::*;

use crate::platform::files::Bytes;
use crate::ui::field::{Field, Input};
use crate::words::import as words;

/// The field, folded away, and the button that reads what stands in it.
#[component]
pub(crate) fn Pasted(
    /// Ends the action of the button: `paste-ledger`.
    action: &'static str,
    /// Is handed what was pasted.
    on_pasted: Callback<Bytes>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    view! {
        <details>
            <summary>{words::PASTE}</summary>
            <div class="details-body">
                <Field
                    name=format!("pasted-{action}")
                    label=words::PASTED
                    hint=words::PASTED_HINT
                    value=text
                    input=Input::Lines
                    on_input=Callback::new(move |pasted| text.set(pasted))
                />
                <div class="row">
                    <button
                        type="button"
                        class="button button-small"
                        data-action=format!("paste-{action}")
                        on:click=move |_| on_pasted.run(Bytes::from(text.get_untracked().as_bytes()))
                    >
                        {words::READ_PASTED}
                    </button>
                </div>
            </div>
        </details>
    }
    .into_any()
}
