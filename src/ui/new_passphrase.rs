//! A passphrase that is chosen for a new key: typed twice, and hard enough to guess.

use std::future::Future;

use anziping_core::passphrase::judge;
use anziping_core::seal::json::Normalise;
use leptos::prelude::*;

use super::key_form::{KeyFault, KeyForm};
use super::passphrase::PassphraseField;
use crate::platform::dom;
use crate::platform::unicode::Nfc;
use crate::words::seal as words;

/// The two fields. `Copy`, so that handlers can own them.
#[derive(Clone, Copy)]
pub(crate) struct NewPassphrase {
    /// The form they belong to.
    pub form: KeyForm,
    name: &'static str,
    again: RwSignal<String>,
    /// Whether the button was pressed: from then on every fault is shown.
    tried: RwSignal<bool>,
    weak: Memo<Option<String>>,
    differs: Memo<Option<String>>,
}

impl NewPassphrase {
    /// Fields whose ids begin with `name`.
    ///
    /// `avoid` tells what the file shows anyway and a passphrase may not contain.
    pub(crate) fn new(name: &'static str, avoid: impl Fn() -> Vec<String> + Send + Sync + 'static) -> Self {
        let (form, again) = (KeyForm::new(name), RwSignal::new(String::new()));
        let typed = form.typed();
        // What the worker will judge as well; said here while there is still time to think of a better one.
        let weak = Memo::new(move |_| {
            let avoid = avoid();
            let typed = typed.with(|typed| Nfc.to_nfc(typed));
            judge(&typed, &avoid.iter().map(String::as_str).collect::<Vec<_>>()).err().map(words::weakness)
        });
        let differs = Memo::new(move |_| (typed.get() != again.get()).then(|| words::NOT_THE_SAME.to_owned()));
        Self { form, name, again, tried: RwSignal::new(false), weak, differs }
    }

    /// Shows every fault from now on.
    pub(crate) fn tried(self) {
        self.tried.set(true);
    }

    /// The passphrase; where something is wrong with it, gives that field the focus.
    pub(crate) fn passphrase(self) -> Option<String> {
        let wrong = [(self.weak, self.name.to_owned()), (self.differs, self.again_name())];
        if let Some((_, field)) = wrong.iter().find(|(fault, _)| fault.with_untracked(Option::is_some)) {
            dom::focus_id(field);
            return None;
        }
        Some(self.form.typed().get_untracked())
    }

    /// Works as [`KeyForm::work`] does; the second field is emptied with the first.
    pub(crate) fn work(self, work: impl Future<Output = Result<(), KeyFault>> + 'static) {
        self.form.work(async move {
            work.await?;
            self.again.try_set(String::new());
            Ok(())
        });
    }

    fn again_name(self) -> String {
        format!("{}_again", self.name)
    }

    pub(crate) fn fields(self, label: &'static str) -> AnyView {
        view! {
            <div class="grid-2">
                {self.form.new_field(label, self.weak.into(), self.tried.into())}
                <PassphraseField
                    name=self.again_name()
                    label=words::AGAIN
                    value=self.again
                    fault=self.differs
                    eager=self.tried
                    shown=self.form.shown
                />
            </div>
        }
        .into_any()
    }
}
