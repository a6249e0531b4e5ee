//! A native modal dialog.
//!
//! The browser keeps the focus inside, Escape closes it, the page behind is inert.

use leptos::html;
use leptos::prelude::*;

/// A dialog that is open while `open` is true. Closing by Escape or by its button sets `open` to false.
#[component]
pub(crate) fn Dialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Id of the heading inside that names it.
    labelled_by: &'static str,
    /// Called whenever it has closed, also by Escape.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// The content; built anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // A refusal means that it is shown already or torn out of the page; either way there is nothing to do.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let closed = move |_| {
        open.set(false);
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    view! {
        <dialog node_ref=node aria-labelledby=labelled_by on:close=closed>
            {move || open.get().then(|| view! { <div class="stack">{children()}</div> })}
        </dialog>
    }
    .into_any()
}
