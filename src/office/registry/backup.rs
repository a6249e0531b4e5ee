//! The registry as files: its backup, and the public keys for other programs.

use leptos::prelude::*;

use super::merge::Merge;
use super::restore::Restore;
use super::share::Share;
use super::verdicts;
use crate::office::app::OfficeApp;
use crate::platform::{clock, files};
use crate::words::office as desk;
use crate::words::office::keeping;
use crate::words::office::registry as words;

/// Saves a backup and returns its name.
///
/// # Errors
/// A sentence that says why nothing was saved.
pub(crate) fn save(app: OfficeApp) -> Result<String, String> {
    app.store.flush();
    let text = app.record.with_untracked(|record| record.to_backup()).map_err(|fault| words::registry(&fault))?;
    let name = desk::backup_name(clock::today());
    files::save(&name, "application/json", text.as_bytes()).map_err(|fault| desk::file(&fault))?;
    Ok(name)
}

fn save_keys(app: OfficeApp) -> Result<String, String> {
    let text = app.record.with_untracked(|record| record.registry.to_jwk_set());
    files::save(words::JWKS_NAME, "application/json", text.as_bytes()).map_err(|fault| desk::file(&fault))?;
    Ok(words::JWKS_NAME.to_owned())
}

#[component]
pub(super) fn Keeping(app: OfficeApp) -> impl IntoView {
    let told = RwSignal::new(None::<Result<String, String>>);
    let said = move || {
        told.get().map(|told| match told {
            Ok(name) => view! { <p class="status-good">{words::saved(&name)}</p> }.into_any(),
            Err(fault) => view! { <p class="error">{fault}</p> }.into_any(),
        })
    };
    view! {
        <section class="card no-print" aria-labelledby="keeping">
            <h2 id="keeping">{words::KEEPING}</h2>
            <p>{words::KEEPING_WHY}</p>
            <div class="row">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="backup"
                    on:click=move |_| told.set(Some(save(app)))
                >
                    {words::BACKUP}
                </button>
                <button
                    type="button"
                    class="button"
                    data-action="backup-verdicts"
                    on:click=move |_| told.set(Some(verdicts::save(app)))
                >
                    {keeping::BACKUP}
                </button>
                <button
                    type="button"
                    class="button"
                    data-action="export-jwks"
                    on:click=move |_| told.set(Some(save_keys(app)))
                >
                    {words::EXPORT_JWKS}
                </button>
            </div>
            <p class="hint">{keeping::BACKUP_WHY}</p>
            <p class="hint">{words::JWKS_WHY}</p>
            <div aria-live="polite">{said}</div>
            <Restore app=app />
            <Share app=app />
            <Merge app=app />
        </section>
    }
    .into_any()
}
