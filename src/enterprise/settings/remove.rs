//! Removing an enterprise with everything that belongs to it, after a look at what that is.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::record_index::IndexedEnterprise;
use crate::enterprise::app::removal;
use crate::ui::dialog::Dialog;
use crate::words::{common, home, settings as words};

fn name_of(enterprise: &IndexedEnterprise) -> String {
    if enterprise.name.trim().is_empty() { home::UNNAMED.to_owned() } else { enterprise.name.trim().to_owned() }
}

#[component]
pub(super) fn RemoveSection(app: App) -> impl IntoView {
    let (open, chosen) = (RwSignal::new(false), RwSignal::new(String::new()));
    let row = move |enterprise: &IndexedEnterprise| {
        let id = enterprise.id.clone();
        let ask = move |_| {
            chosen.set(id.clone());
            open.set(true);
        };
        let demo = enterprise.months.iter().any(|month| month.demo);
        let said = name_of(enterprise);
        let label = words::remove_title(&said);
        view! {
            <li class="row row-between" data-enterprise=enterprise.id.clone()>
                <span>
                    {said}
                    {demo
                        .then(|| {
                            view! {
                                " "
                                <span class="tag tag-warn">{common::DEMO}</span>
                            }
                        })}
                </span>
                <button
                    type="button"
                    class="button button-small button-danger"
                    data-action="remove-enterprise"
                    aria-label=label
                    on:click=ask
                >
                    {words::REMOVE}
                </button>
            </li>
        }
    };
    let rows = move || {
        app.index.with(|index| match index.enterprises.is_empty() {
            true => view! { <p class="muted">{words::NO_ENTERPRISE}</p> }.into_any(),
            false => {
                view! { <ul class="plain stack">{index.enterprises.iter().map(row).collect_view()}</ul> }.into_any()
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="enterprises">
            <h2 id="enterprises">{words::ENTERPRISES}</h2>
            {rows}
            <Dialog open=open labelled_by="remove-title">
                {question(app, open, chosen)}
            </Dialog>
        </section>
    }
    .into_any()
}

/// Asks whether to delete the enterprise: says what would go, and has the two buttons.
fn question(app: App, open: RwSignal<bool>, chosen: RwSignal<String>) -> AnyView {
    let id = chosen.get_untracked();
    let Some(enterprise) = app.index.with_untracked(|index| index.enterprise(&id).cloned()) else {
        return ().into_any();
    };
    let name = name_of(&enterprise);
    let months: Vec<_> = enterprise.months.iter().map(|month| month.period).collect();
    let sealed: usize = enterprise.months.iter().map(|month| month.sealed.len()).sum();
    let keys = enterprise.keys.len();
    let unreadable = app.store.records().unreadable_of(&id);
    let removed = words::removed(&name);
    let remove = move |_| {
        open.set(false);
        removal::remove_enterprise(app, &id, removed.clone());
        // The message with the way back stands on top of the page.
        crate::platform::dom::scroll_to_top();
    };
    view! {
        <h2 id="remove-title">{words::remove_title(&name)}</h2>
        <p>{words::REMOVES}</p>
        <ul class="bullets">
            <li>{words::REMOVES_ENTERPRISE}</li>
            {(!months.is_empty()).then(|| view! { <li>{words::removes_months(&months)}</li> })}
            {(sealed > 0).then(|| view! { <li>{words::removes_sealed(sealed)}</li> })}
            {(keys > 0).then(|| view! { <li>{words::removes_keys(keys)}</li> })}
        </ul>
        {(unreadable > 0).then(|| view! { <p data-kept=unreadable>{words::keeps_unreadable(unreadable)}</p> })}
        <p>{words::REMOVE_ADVICE}</p>
        <div class="row">
            <button type="button" class="button button-danger" data-action="confirm-remove" on:click=remove>
                {words::REMOVE_NOW}
            </button>
            <button type="button" class="button" data-action="cancel-remove" on:click=move |_| open.set(false)>
                {words::KEEP}
            </button>
        </div>
    }
    .into_any()
}
