//! The form that uses a key: the passphrase, whether it is at work, what is wrong and why it failed.
//!
//! Every use of a key goes through [`KeyForm`], so that a second press, an empty passphrase and a wrong one are
//! answered alike wherever a key is made, opened or signs.

use std::future::Future;

use anziping_core::request::RequestFault;
use leptos::prelude::*;

use super::field::Notice;
use super::passphrase::{PassphraseField, Reveal, Submit};
use crate::platform::{dom, task};
use crate::words::seal as words;
use crate::worker_client::WorkFault;

/// Why nothing came of a press, and where the page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum KeyFault {
    /// At the passphrase.
    Passphrase(String),
    /// Above the button.
    Form(String),
    /// At another field, where it stands already.
    Said,
}

impl From<WorkFault> for KeyFault {
    fn from(fault: WorkFault) -> Self {
        let said = words::fault(&fault);
        if fault == WorkFault::Request(RequestFault::WrongPassphrase) {
            Self::Passphrase(said)
        } else {
            Self::Form(said)
        }
    }
}

/// The state of such a form. `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(crate) struct KeyForm {
    /// Id of the field of the passphrase.
    name: StoredValue<String>,
    passphrase: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
    failed: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    /// Whether passphrases can be read.
    pub shown: RwSignal<bool>,
}

impl KeyForm {
    /// A form whose field of the passphrase has this id, unique on the page.
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self {
            name: StoredValue::new(name.into()),
            passphrase: RwSignal::new(String::new()),
            wrong: RwSignal::new(None),
            failed: RwSignal::new(None),
            busy: RwSignal::new(false),
            shown: RwSignal::new(false),
        }
    }

    /// Takes a press and forgets what was wrong before; `false` while the last press is still at work.
    pub(crate) fn begin(self, press: &leptos::ev::SubmitEvent) -> bool {
        press.prevent_default();
        let is_free = !self.busy.get_untracked();
        if is_free {
            self.wrong.set(None);
            self.failed.set(None);
        }
        is_free
    }

    /// Returns whether the last press is still at work.
    pub(crate) fn is_busy(self) -> bool {
        self.busy.get_untracked()
    }

    /// The passphrase as it is typed; subscribes.
    pub(crate) fn typed(self) -> Signal<String> {
        self.passphrase.into()
    }

    /// The passphrase; where it is missing, says so and gives its field the focus.
    pub(crate) fn passphrase(self) -> Option<String> {
        let typed = self.passphrase.get_untracked();
        if typed.is_empty() {
            self.wrong.set(Some(words::PASSPHRASE_MISSING.into()));
            self.focus();
            return None;
        }
        Some(typed)
    }

    /// Says above the button why nothing came of the press.
    pub(crate) fn fail(self, said: impl Into<String>) {
        self.failed.try_set(Some(said.into()));
    }

    /// The fault that stands above the button.
    pub(crate) fn failed(self) -> Signal<Option<String>> {
        self.failed.into()
    }

    /// Does the work beside the page; a passphrase that served is forgotten.
    ///
    /// What came of it is dropped when the page is gone by then.
    pub(crate) fn work(self, work: impl Future<Output = Result<(), KeyFault>> + 'static) {
        self.busy.set(true);
        task::spawn(async move {
            let outcome = work.await;
            self.busy.try_set(false);
            match outcome {
                Ok(()) => drop(self.passphrase.try_set(String::new())),
                Err(KeyFault::Passphrase(said)) => {
                    self.wrong.try_set(Some(said));
                    self.focus();
                }
                Err(KeyFault::Form(said)) => self.fail(said),
                Err(KeyFault::Said) => {}
            }
        });
    }

    fn focus(self) {
        self.name.try_with_value(|name| dom::focus_id(name));
    }

    /// The field of the passphrase.
    pub(crate) fn field(self, label: &'static str) -> AnyView {
        view! {
            <PassphraseField
                name=self.name.get_value()
                label=label
                value=self.passphrase
                fault=self.wrong
                eager=Signal::stored(true)
                shown=self.shown
            />
        }
        .into_any()
    }

    /// The field of a passphrase that is being chosen: what is wrong with it is in `fault`.
    pub(crate) fn new_field(self, label: &'static str, fault: Signal<Option<String>>, eager: Signal<bool>) -> AnyView {
        view! {
            <PassphraseField
                name=self.name.get_value()
                label=label
                hint=words::rules()
                value=self.passphrase
                fault=fault
                eager=eager
                shown=self.shown
            />
        }
        .into_any()
    }

    /// The box that shows what is typed.
    pub(crate) fn reveal(self) -> AnyView {
        view! { <Reveal name=self.name.with_value(|name| format!("show_{name}")) shown=self.shown /> }.into_any()
    }

    /// The button, with a line that says that it is at work.
    pub(crate) fn submit(self, action: &'static str, label: &'static str, working: &'static str) -> AnyView {
        view! { <Submit action=action label=label working=working busy=self.busy /> }.into_any()
    }

    /// Shows why nothing came of the last press.
    pub(crate) fn notice(self) -> AnyView {
        let said = move || {
            self.failed.get().map(|said| {
                view! {
                    <Notice kind="bad">
                        <p>{said}</p>
                    </Notice>
                }
            })
        };
        view! { {said} }.into_any()
    }

    /// The end of the form: the box that shows what is typed, what went wrong, the button.
    pub(crate) fn foot(self, action: &'static str, label: &'static str, working: &'static str) -> AnyView {
        view! {
            {self.reveal()}
            {self.notice()}
            {self.submit(action, label, working)}
        }
        .into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_passphrase_is_said_at_its_field() {
        let wrong = KeyFault::from(WorkFault::Request(RequestFault::WrongPassphrase));
        assert!(matches!(wrong, KeyFault::Passphrase(said) if !said.is_empty()));
        let other = KeyFault::from(WorkFault::Request(RequestFault::NotAKey));
        assert!(matches!(other, KeyFault::Form(said) if !said.is_empty()));
    }
}
