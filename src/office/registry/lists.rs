//! The check lists of others, so that reports answered against them can be computed again.

use std::sync::Arc;

use anziping_core::edition::Edition;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::list_import::{ImportList, facts};
use crate::words::check_list as words;
use crate::words::office::registry::LISTS_WHY;

/// Lists the check lists that are here, and imports one.
#[component]
pub(super) fn CheckLists(app: OfficeApp) -> impl IntoView {
    // Told after every change: which records there are is known to the record store alone.
    let changed = RwSignal::new(0_u32);
    let known = Callback::new(move |()| app.store.editions().all());
    let base = Callback::new(move |()| app.store.editions().builtin());
    let take = Callback::new(move |edition: Arc<Edition<'static>>| {
        app.keep_list(&edition);
        changed.update(|times| *times += 1);
    });
    let lists = move || {
        changed.track();
        let one = |edition: &Edition<'static>| {
            let id = edition.reference().id.clone();
            view! {
                <details data-check-list=id>
                    <summary>{edition.catalogue().title.clone()} " " {edition.reference().version.clone()}</summary>
                    {facts(edition)}
                </details>
            }
        };
        let all = app.store.editions().all();
        std::iter::once(all.builtin()).chain(all.others()).map(one).collect_view()
    };
    view! {
        <section class="card" aria-labelledby="check-lists">
            <h2 id="check-lists">{words::HERE}</h2>
            <p class="hint">{LISTS_WHY}</p>
            {lists}
        </section>
        <ImportList known=known base=base on_take=take />
    }
    .into_any()
}
