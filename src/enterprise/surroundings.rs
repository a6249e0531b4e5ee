//! Says on the first page where it was opened and what that means for what is kept.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::platform::browser_support::{self, Browser, Display};
use crate::platform::{clipboard, location, single_file, task};
use crate::words::{home, single_file as file_words, surroundings as words};

/// The warning to show; none in an ordinary browser, or once a month is open.
pub(super) fn notice(app: App) -> AnyView {
    let place = match (browser_support::browser(), browser_support::display()) {
        _ if single_file::is_this() => view! { <FromFile /> }.into_any(),
        (Browser::InApp(other), _) => view! { <WithinApp other=other /> }.into_any(),
        (Browser::Safari, Display::Installed) => view! { <FromHomeScreen /> }.into_any(),
        (Browser::Safari | Browser::Other, _) => return ().into_any(),
    };
    let place = StoredValue::new_local(Some(place));
    let open = Memo::new(move |_| app.session.with(Option::is_some));
    // Built once: a month that is opened takes it away for good.
    let shown = move || (!open.get()).then(|| place.try_update_value(Option::take).flatten()).flatten();
    view! { {shown} }.into_any()
}

/// Downloads, printing and the camera are missing in such a window, or fail without a word.
#[component]
fn WithinApp(other: browser_support::HostApp) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        task::spawn(async move {
            let done = clipboard::copy(&location::whole()).await.is_ok();
            // The page may be gone by now; then there is nobody to tell.
            copied.try_set(Some(done));
        });
    };
    let (button, entry) = words::menu(other);
    view! {
        <div class="notice notice-warn no-print" role="note" data-in-app=other.code()>
            <h2>{words::open_in_browser(other)}</h2>
            <div class="row">
                {picture(button, entry)} <ol class="notice-text">
                    <li>{words::first_step(button)}</li>
                    <li>{words::second_step(entry)}</li>
                    <li>{words::THIRD_STEP}</li>
                </ol>
            </div>
            <p>{words::OTHERWISE}</p>
            <div class="row">
                <button type="button" class="button button-small" data-action="copy-address" on:click=copy>
                    {words::COPY_ADDRESS}
                </button>
                <span role="status">
                    {move || copied.get().map(|done| if done { words::COPIED } else { words::NOT_COPIED })}
                </span>
            </div>
        </div>
    }
    .into_any()
}

/// The corner of a telephone with the button of the menu ringed, and the entry below it.
fn picture(button: &'static str, entry: &'static str) -> AnyView {
    view! {
        <svg
            viewBox="0 0 150 110"
            width="150"
            height="110"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            role="img"
            aria-label=words::picture(button, entry)
        >
            <path d="M4 108V12a8 8 0 018-8h126a8 8 0 018 8v96M4 34h142M14 19h40" />
            <circle cx="128" cy="19" r="11" stroke-width="3" />
            <path d="M122 19h.1m6 0h.1m6 0h.1" stroke-width="4" stroke-linecap="round" />
            <path d="M128 34v16m-5-6l5 7 5-7" />
            <rect x="22" y="56" width="122" height="40" rx="6" />
            <text x="83" y="81" text-anchor="middle" font-size="14" fill="currentColor" stroke="none">
                {entry}
            </text>
        </svg>
    }
    .into_any()
}

/// Says that typed content stays with the computer: the file alone brings nothing.
#[component]
fn FromFile() -> impl IntoView {
    view! {
        <div class="notice notice-info no-print" role="note" data-single-note="true">
            <p>{file_words::HERE}</p>
            <div>
                <a class="button button-small" href=Route::Settings.href()>
                    {home::RESTORE}
                </a>
            </div>
        </div>
    }
    .into_any()
}

/// Says that this storage is not that of Safari: what was typed there has to be brought.
#[component]
fn FromHomeScreen() -> impl IntoView {
    view! {
        <div class="notice notice-info no-print" role="note" data-home-screen="true">
            <p>{words::HOME_SCREEN}</p>
            <div>
                <a class="button button-small" href=Route::Settings.href()>
                    {home::RESTORE}
                </a>
            </div>
        </div>
    }
    .into_any()
}
