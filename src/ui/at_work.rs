//! A line that says that something is at work, with the button that ends it.

use leptos::prelude::*;

#[component]
pub(crate) fn AtWork(
    /// The words beside it.
    said: &'static str,
    /// The words on the button.
    stop: &'static str,
    /// `data-action` of the button.
    action: &'static str,
    /// Ends the work.
    on_stop: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="row">
            <p>{said}</p>
            <button type="button" class="button button-small" data-action=action on:click=move |_| on_stop.run(())>
                {stop}
            </button>
        </div>
    }
    .into_any()
}
