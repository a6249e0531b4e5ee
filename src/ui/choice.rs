//! The radio buttons of a question, shown as buttons that can be hit with a thumb.

use anziping_core::catalog::Kind;
use anziping_core::month::answer::Mark;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::words::common;

/// Radio buttons of a question of `kind`; `group` names them and is unique on the page.
#[component]
pub(crate) fn Marks(
    /// Name of the group; the id of each button is `group-code`.
    #[prop(into)]
    group: String,
    /// Kind of the question; decides which marks are offered.
    kind: Kind,
    /// The chosen mark.
    #[prop(into)]
    chosen: Signal<Option<Mark>>,
    /// Whether the chosen one was taken over, so that another press on it confirms it.
    #[prop(into)]
    carried: Signal<bool>,
    /// Called when one is chosen, or confirmed.
    on_choose: Callback<Mark>,
) -> impl IntoView {
    let buttons = Mark::ALL
        .into_iter()
        .filter(|mark| mark.offered_for(kind))
        .map(|mark| {
            let id = format!("{group}-{}", mark.code());
            let labels = id.clone();
            let quiet = if matches!(mark, Mark::Unsure | Mark::Na) { "choice-quiet" } else { "" };
            view! {
                <label class=format!("choice choice-{} {quiet}", mark.code()) for=labels>
                    <input
                        type="radio"
                        id=id
                        name=group.clone()
                        value=mark.code()
                        prop:checked=move || chosen.get() == Some(mark)
                        on:click=move |_| {
                            if carried.get_untracked() && chosen.get_untracked() == Some(mark) {
                                on_choose.run(mark);
                            }
                        }
                        on:change=move |_| on_choose.run(mark)
                    />
                    {common::mark(mark)}
                </label>
            }
        })
        .collect_view();
    view! { <div class="choices">{buttons}</div> }.into_any()
}

/// The key that was pressed to choose; `None` while somebody types, or holds another key down with it.
pub(crate) fn pressed(ev: &KeyboardEvent) -> Option<String> {
    let typing =
        event_target::<Element>(ev).matches("textarea, input:not([type=radio], [type=checkbox])").unwrap_or(true);
    (!typing && !ev.ctrl_key() && !ev.alt_key() && !ev.meta_key()).then(|| ev.key())
}
