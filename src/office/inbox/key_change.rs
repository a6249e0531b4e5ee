//! A signed change or revocation of a key.
//!
//! What it would do to the registry, and the button that does it.

use anziping_core::office::intake::{Checked, Found};
use anziping_core::registry::key_change::{ChangeFault, Confirmable, KeyChange, Word};
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::clock;
use crate::ui::field::{Check, Notice};
use crate::words::office::key_change as words;

/// The sentence and the button.
///
/// Judged against the registry as it is now, so that a second confirmation is refused.
pub(super) fn offer(app: OfficeApp, at: usize, checked: &Checked) -> AnyView {
    let what = match &checked.found {
        Found::Rotation(_) => words::ROTATION,
        _ => words::REVOCATION,
    };
    let checked = checked.clone();
    let asked = RwSignal::new(false);
    let confirm = move |_| {
        let word = if asked.get_untracked() { Word::HolderWasAsked } else { Word::OfFileAlone };
        let outcome = app.inbox.with_untracked(|inbox| {
            let checked = inbox.get(at).ok_or(ChangeFault::NothingToChange)?;
            app.try_edit_record(|record| {
                let change = record
                    .registry
                    .confirm(checked.key_change(), clock::today(), word, |cause| words::reason(cause).to_owned())?;
                let kid = match &change {
                    KeyChange::Rotation { new, .. } => new,
                    KeyChange::Revocation { kid, .. } => kid,
                };
                let holder = record
                    .registry
                    .key(kid)
                    .map_or_else(String::new, |(owner, key)| format!("{} {}", owner.name, key.name));
                Ok::<_, ChangeFault>(words::done(&change, &holder))
            })
        });
        // The button is only there while the change can be confirmed; a fault shows in its place at once.
        drop(outcome);
    };
    let state = move || {
        app.record.with(|record| match record.registry.confirmable(checked.key_change(), clock::today()) {
            Ok(Confirmable { change, word_of }) => {
                let owner = match &change {
                    KeyChange::Rotation { old, .. } => old,
                    KeyChange::Revocation { kid, .. } => kid,
                };
                let found = record.registry.key(owner);
                let said = found
                    .map(|(owner, key)| words::what(&change, &owner.name, &key.name, &key.fingerprint.to_string()));
                let holder = found.map_or_else(String::new, |(_, key)| key.name.clone());
                let needs_asking = word_of.is_some();
                let ask = word_of.map(|by| {
                    let (warning, label) = (words::word_of(&by, &holder), words::was_asked(&holder));
                    view! {
                        <Notice kind="warn">
                            <p>{warning}</p>
                        </Notice>
                        <Check
                            name=format!("asked_{at}")
                            label=label
                            checked=asked
                            on_change=Callback::new(move |ticked| asked.set(ticked))
                        />
                    }
                });
                view! {
                    <p data-change="open">{said}</p>
                    <div class="stack no-print">
                        {ask}
                        <div>
                            <button
                                type="button"
                                class="button button-small"
                                data-action="confirm-change"
                                disabled=move || needs_asking && !asked.get()
                                on:click=confirm
                            >
                                {words::confirm(&change)}
                            </button>
                        </div>
                    </div>
                }
                .into_any()
            }
            Err(fault) => view! {
                <Notice kind="info">
                    <p data-change="closed">{words::fault(&fault)}</p>
                </Notice>
            }
            .into_any(),
        })
    };
    view! {
        <p>{what}</p>
        {state}
    }
    .into_any()
}
