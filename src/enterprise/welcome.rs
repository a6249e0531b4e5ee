//! The first page of an empty browser: what this is, and how to begin.

use leptos::prelude::*;

use crate::enterprise::code_split::{AppRequest, ProgramParts};
use crate::enterprise::route::Route;
use crate::words::{common, home as words};

#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let parts = ProgramParts::get();
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{common::APP}</h1>
                <p>{words::WHAT}</p>
            </div>
            <div class="card">
                <p>{words::PRIVACY}</p>
                <div class="row">
                    <button
                        type="button"
                        class="button button-primary"
                        data-action="start"
                        on:click=move |_| parts.ask(AppRequest::NewEnterprise)
                    >
                        {words::START}
                    </button>
                </div>
            </div>
            <div class="card">
                <p>{words::DEMO_HINT}</p>
                <div class="row">
                    <button
                        type="button"
                        class="button"
                        data-action="demo"
                        on:click=move |_| parts.ask(AppRequest::Demo)
                    >
                        {words::DEMO}
                    </button>
                    <a class="button" href=Route::Settings.href()>
                        {words::RESTORE}
                    </a>
                </div>
            </div>
        </div>
    }
    .into_any()
}
