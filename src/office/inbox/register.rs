//! Registers a key: the digits come from the stamped paper form, typed, never from the screen.

use anziping_core::office::intake::Checked;
use anziping_core::registry::RegisterFault;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::{clock, document};
use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, Input};
use crate::words::office as words;

/// Which file's key is being registered. Handed to the rows through the context.
#[derive(Clone, Copy)]
pub(super) struct KeyToRegister {
    pub(super) open: RwSignal<bool>,
    /// Place of the file in the inbox.
    pub(super) at: RwSignal<usize>,
}

impl KeyToRegister {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { open: RwSignal::new(false), at: RwSignal::new(0) }
    }
}

/// The dialog.
#[component]
pub(super) fn Register(app: OfficeApp, registering: KeyToRegister) -> impl IntoView {
    view! {
        <Dialog open=registering.open labelled_by="register-title">
            <Form app=app registering=registering />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Form(app: OfficeApp, registering: KeyToRegister) -> impl IntoView {
    let at = registering.at.get_untracked();
    let (digits, form_number) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fault = RwSignal::new(None::<String>);
    let named = app
        .inbox
        .with_untracked(|inbox| inbox.get(at).map(|checked| (checked.file_name.clone(), claimed_name(checked))));
    let register = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let outcome = app.inbox.with_untracked(|inbox| {
            let checked = inbox.get(at).ok_or(RegisterFault::NothingToRegister)?;
            app.try_edit_record(|record| {
                let kid = record.registry.register(
                    checked.offer(),
                    &digits.get_untracked(),
                    clock::today(),
                    &form_number.get_untracked(),
                )?;
                let said = record
                    .registry
                    .key(&kid)
                    .map_or_else(String::new, |(owner, key)| words::registered(&owner.name, &key.name));
                Ok::<_, RegisterFault>(said)
            })
        });
        match outcome {
            Ok(()) => registering.open.set(false),
            Err(refused) => {
                fault.set(Some(words::registry::register(&refused)));
                document::focus_id("digits");
            }
        }
    };
    let typed = move |text| {
        fault.set(None);
        digits.set(text);
    };
    view! {
        <form class="stack" novalidate on:submit=register>
            <h2 id="register-title">{words::REGISTER_TITLE}</h2>
            {named
                .map(|(file, name)| {
                    view! {
                        <dl class="facts-list">
                            <dt>{words::DOCUMENT}</dt>
                            <dd>{file}</dd>
                            <dt>{words::CLAIMED}</dt>
                            <dd>{name}</dd>
                        </dl>
                    }
                })}
            <p>{words::REGISTER_HOW}</p>
            <Field
                name="digits"
                label=words::DIGITS
                hint=words::DIGITS_HINT
                input=Input::Count
                required=true
                value=digits
                fault=fault
                eager=Signal::stored(true)
                on_input=Callback::new(typed)
            />
            <Field
                name="form_number"
                label=words::FORM_NUMBER
                hint=words::FORM_NUMBER_HINT
                value=form_number
                on_input=Callback::new(move |text| form_number.set(text))
            />
            <div class="row">
                <button type="submit" class="button button-primary" data-action="compare">
                    {words::COMPARE}
                </button>
                <button type="button" class="button" data-action="close" on:click=move |_| registering.open.set(false)>
                    {words::CLOSE}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// The enterprise that the file names; it is compared with the paper as well.
fn claimed_name(checked: &Checked) -> String {
    checked.offer().map_or_else(String::new, |offer| format!("{}（{}）", offer.name, offer.uscc))
}
