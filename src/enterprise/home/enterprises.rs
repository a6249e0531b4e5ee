//! The enterprises of this browser, and another one beside them.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::months;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::home as words;

#[component]
pub(super) fn Enterprises(app: App, session: Session) -> impl IntoView {
    let current = session.id.get_value();
    let rows = move || {
        app.index.with(|index| {
            index
                .enterprises
                .iter()
                .map(|enterprise| {
                    let id = enterprise.id.clone();
                    // The index knows names as they were stored; the one on the screen may be newer.
                    let is_open = enterprise.id == current;
                    let stored = enterprise.name.clone();
                    let name = move || {
                        let name =
                            if is_open { session.enterprise.with(|typed| typed.name.clone()) } else { stored.clone() };
                        if name.trim().is_empty() { words::UNNAMED.to_owned() } else { name }
                    };
                    let action = if is_open {
                        view! { <span class="muted">{words::OPENED}</span> }.into_any()
                    } else {
                        view! {
                            <button
                                type="button"
                                class="button button-small"
                                on:click=move |_| app.switch_to(&id, None)
                            >
                                {words::OPEN}
                            </button>
                        }
                        .into_any()
                    };
                    view! {
                        <li class="row row-between" data-enterprise=enterprise.id.clone()>
                            <span>{name}</span>
                            {action}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    let add = move |_| {
        months::new_enterprise(app);
        app.go(&Route::Enterprise(None));
    };
    view! {
        <section class="card" aria-labelledby="enterprises">
            <h2 id="enterprises">{words::ENTERPRISES}</h2>
            <ul class="plain stack-tight">{rows}</ul>
            <div class="row">
                <button type="button" class="button button-small" data-action="start" on:click=add>
                    {words::ADD}
                </button>
                <button
                    type="button"
                    class="button button-small"
                    data-action="demo"
                    on:click=move |_| months::load_demo(app)
                >
                    {words::DEMO}
                </button>
            </div>
        </section>
    }
    .into_any()
}
