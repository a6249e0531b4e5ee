//! The page as one file to be taken along: fetched, handed over, and told by its hash.
//!
//! Where the page is that file, it says what this means for what is kept.

use anziping_seal::Sha256;
use leptos::prelude::*;

use super::field::Notice;
use crate::platform::single_file::{self, SingleFile};
use crate::platform::{files, task};
use crate::words::single_file as words;

/// The outcome of a press.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Got {
    Handed { version: String, bytes: usize, digest: Sha256 },
    Failed(String),
}

/// Offers the file; where the page is that file, says where its drafts lie.
#[component]
pub(crate) fn TakeSingleFile(
    /// Where the host has it.
    address: &'static str,
    /// The name under which it is saved.
    name: &'static str,
) -> impl IntoView {
    if let Some(version) = single_file::version_of_this() {
        return here(version);
    }
    let (busy, got) = (RwSignal::new(false), RwSignal::new(None::<Got>));
    let take = move |_| {
        busy.set(true);
        got.set(None);
        task::spawn(async move {
            let outcome = match single_file::fetched(address).await {
                Ok(file) => handed(name, &file),
                Err(reason) => Got::Failed(words::not_had(reason).to_owned()),
            };
            // The page may be gone by now; then there is nobody to tell.
            let _ = (busy.try_set(false), got.try_set(Some(outcome)));
        });
    };
    view! {
        <section class="card" aria-labelledby="single-file">
            <h2 id="single-file">{words::TITLE}</h2>
            <p>{words::WHY}</p>
            <div>
                <button
                    type="button"
                    class="button"
                    data-action="take-single"
                    disabled=move || busy.get()
                    on:click=take
                >
                    {words::TAKE}
                </button>
            </div>
            <div aria-live="polite">{move || got.get().map(|got| told(name, got))}</div>
        </section>
    }
    .into_any()
}

/// Describes the single file that this page is.
fn here(version: String) -> AnyView {
    view! {
        <section class="card" aria-labelledby="single-file" data-single-here="true">
            <h2 id="single-file">{words::TITLE}</h2>
            <p>{words::HERE}</p>
            <p>{words::HERE_UPDATE}</p>
            <p>{words::HERE_NEIGHBOURS}</p>
            <dl class="facts-list">
                <dt>{words::VERSION}</dt>
                <dd data-single-version="true">{version}</dd>
            </dl>
        </section>
    }
    .into_any()
}

fn handed(name: &str, file: &SingleFile) -> Got {
    match files::save(name, "text/html", &file.bytes) {
        Ok(()) => {
            Got::Handed { version: file.version.clone(), bytes: file.bytes.len(), digest: Sha256::of(&file.bytes) }
        }
        Err(_) => Got::Failed(words::NOT_SAVED.to_owned()),
    }
}

fn told(name: &'static str, got: Got) -> AnyView {
    match got {
        Got::Failed(said) => view! { <p class="error" data-fault="single">{said}</p> }.into_any(),
        Got::Handed { version, bytes, digest } => view! {
            <Notice kind="good">
                <p>{words::handed(name)}</p>
                <dl class="facts-list">
                    <dt>{words::VERSION}</dt>
                    <dd>
                        <span data-single-version="true">{version}</span> " " {words::size(bytes)}
                    </dd>
                    <dt>{words::DIGEST}</dt>
                    <dd class="mono" data-single-digest="true">{digest.to_string()}</dd>
                </dl>
                <p>{words::compare(name)}</p>
            </Notice>
        }
        .into_any(),
    }
}
