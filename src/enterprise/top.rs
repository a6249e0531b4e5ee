//! The top line: what is open, whether it is saved and can be used without a network.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::code_split::ProgramParts;
use crate::enterprise::route::Route;
use crate::platform::task;
use crate::ui::icon;
use crate::ui::status_bar::StatusBar;
use crate::words::{common, home as words, settings};

/// The name of the program, which leads to the first page.
fn brand() -> AnyView {
    view! {
        <a class="brand" href=Route::Home.href()>
            {icon::brand()}
            {common::APP}
        </a>
    }
    .into_any()
}

/// The top line before the records are open, with as much room as it takes afterwards.
pub(super) fn before_records(underway: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
    view! {
        <div class="top-row">
            {brand()} <span class="top-where"></span>
            <div class="status" role="status">
                <span class="status-item status-info">{move || underway().then_some(words::FETCHING)}</span>
            </div>
        </div>
    }
    .into_any()
}

/// The top line once the records are open.
pub fn top(app: App) -> AnyView {
    let place = move || {
        app.session.get().map(|session| {
            let name = session.enterprise.with(|enterprise| enterprise.name.trim().to_owned());
            let name = if name.is_empty() { words::UNNAMED.to_owned() } else { name };
            view! {
                <strong>{name}</strong>
                " "
                {common::period(session.period)}
            }
        })
    };
    let demo = move || app.session.get().is_some_and(|session| session.demo);
    let parts = ProgramParts::get();
    let export_fault = RwSignal::new(None::<String>);
    let export = Callback::new(move |()| {
        task::spawn(async move {
            export_fault.set(match (parts.split.export)(app).await {
                Some(saved) => saved.err().map(|fault| settings::file_fault(&fault)),
                None => Some(words::FETCH_FAILED.into()),
            });
        });
    });
    let flush = Callback::new(move |()| app.store.flush());
    view! {
        <div class="top-row">
            {brand()}
            <span class="top-where">{place}</span>
            <StatusBar save=app.store.save on_export=export on_update=flush />
        </div>
        <div aria-live="assertive">
            {move || {
                export_fault
                    .get()
                    .map(|said| {
                        view! {
                            <p class="error">{said} " " <a href=Route::Settings.href()>{settings::TITLE}</a></p>
                        }
                    })
            }}
        </div>
        {move || {
            demo()
                .then(|| {
                    view! {
                        <div class="demo-band" data-demo="true">
                            {common::DEMO_NOTE}
                        </div>
                    }
                })
        }}
    }
    .into_any()
}
