//! One registration as it is typed: its text, its faults, and the step to the next one.

use anziping_core::office::register_queue::RegisterQueue;
use anziping_core::registry::RegisterFault;
use anziping_core::registry::asked::{RegisterEntry, RegisterQuestion};
use anziping_core::registry::stamped_digits::Typing;
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::{Fingerprint, FingerprintError};
use anziping_core::value::line::line_fault;
use leptos::prelude::*;

use super::offered::find;
use super::questions;
use crate::office::app::OfficeApp;
use crate::platform::{clock, dom};
use crate::words::fault::line;
use crate::words::office::registering as words;
use crate::words::office::registry;

/// Id of the field for the digits.
pub(super) const DIGITS: &str = "digits";
/// Id of the field for the number of the paper.
pub(super) const NUMBER: &str = "form_number";

/// A queue whose papers may lie in any order, and the way to another one of them.
#[derive(Clone, Copy)]
pub(super) struct InQueue {
    pub(super) queue: Memo<RegisterQueue>,
    /// Called with another registration whose paper is at hand.
    pub(super) on_other: Callback<Sha256>,
}

/// The typed content of one registration; a copy is the same one.
#[derive(Clone, Copy)]
pub(super) struct Attempt {
    pub(super) app: OfficeApp,
    /// Hash of the registration or report.
    pub(super) document: Sha256,
    pub(super) asked: StoredValue<Vec<RegisterQuestion>>,
    pub(super) digits: Signal<String>,
    pub(super) number: Signal<String>,
    pub(super) number_fault: Memo<Option<String>>,
    /// Whether somebody has tried to go on.
    pub(super) tried: RwSignal<bool>,
    pub(super) typing: Memo<Typing>,
    /// The registration of the queue that the digits belong to, if it is another one.
    pub(super) other: Memo<Option<Sha256>>,
    queue: Option<InQueue>,
    entry: Memo<RegisterEntry>,
    /// The fault that registering itself found; gone with the next key.
    refused: RwSignal<Option<RegisterFault>>,
}

impl Attempt {
    pub(super) fn new(
        app: OfficeApp,
        document: Sha256,
        queue: Option<InQueue>,
        forms: StoredValue<Vec<Fingerprint>>,
        asked: Vec<RegisterQuestion>,
    ) -> Self {
        let entry = Memo::new(move |_| app.entries.with(|entries| entries.get(&document).cloned().unwrap_or_default()));
        let digits = Signal::derive(move || entry.with(|entry| entry.digits.clone()));
        let number = Signal::derive(move || entry.with(|entry| entry.form_number.clone()));
        let typing = Memo::new(move |_| forms.with_value(|forms| digits.with(|digits| Typing::of(forms, digits))));
        let other = Memo::new(move |_| {
            let differs = matches!(typing.get(), Typing::Differs { .. });
            let queue = queue.filter(|_| differs)?.queue;
            queue.with(|queue| digits.with(|digits| Some(queue.form_of(digits, document)?.form.document_sha256)))
        });
        Self {
            app,
            document,
            asked: StoredValue::new(asked),
            digits,
            number,
            number_fault: Memo::new(move |_| number.with(|number| number_fault(number))),
            tried: RwSignal::new(false),
            typing,
            other,
            queue,
            entry,
            refused: RwSignal::new(None),
        }
    }

    /// The fault of the digits; none while they are those of another paper of the queue.
    pub(super) fn digits_fault(self) -> Memo<Option<String>> {
        Memo::new(move |_| {
            if self.other.with(Option::is_some) {
                return None;
            }
            match self.refused.get() {
                Some(fault) => Some(registry::register(&fault)),
                None => typing_fault(self.typing.get(), self.tried.get(), &self.digits.get()),
            }
        })
    }

    /// Takes the digits as they are typed or scanned.
    pub(super) fn type_digits(self, text: &str) {
        self.refused.set(None);
        self.tried.set(false);
        self.edit(|entry| text.clone_into(&mut entry.digits));
    }

    /// Takes the number of the paper.
    pub(super) fn type_number(self, text: &str) {
        self.edit(|entry| text.clone_into(&mut entry.form_number));
    }

    fn edit(self, change: impl FnOnce(&mut RegisterEntry)) {
        self.app.entries.update(|entries| change(entries.entry(self.document).or_default()));
    }

    /// Registers the key, or leads to what is still missing; `on_done` is called once it is registered.
    pub(super) fn go_on(self, on_done: Callback<()>) {
        if let (Some(other), Some(queue)) = (self.other.get_untracked(), self.queue) {
            let entries = self.app.entries;
            let typed = entries.try_update(|entries| entries.remove(&self.document)).flatten().unwrap_or_default();
            entries.update(|entries| entries.entry(other).or_default().digits = typed.digits);
            queue.on_other.run(other);
            return;
        }
        self.tried.set(true);
        if !self.typing.get_untracked().is_whole() {
            dom::focus_id(DIGITS);
            return;
        }
        // A scanner's own Enter comes with its digits: what is asked, and the paper, are still to be looked at.
        let of_digits = dom::typing_in().as_deref() == Some(DIGITS);
        match self.open_question() {
            Some(question) => drop(dom::focus_id(questions::id(&question))),
            None if of_digits || self.number_fault.with_untracked(Option::is_some) => drop(dom::focus_id(NUMBER)),
            None => self.register(on_done),
        }
    }

    /// The first question without an answer.
    fn open_question(self) -> Option<RegisterQuestion> {
        self.entry.with_untracked(|entry| {
            self.asked.with_value(|asked| asked.iter().find(|question| !entry.answers.has(question)).cloned())
        })
    }

    fn register(self, on_done: Callback<()>) {
        let Self { app, document, .. } = self;
        let now = self.entry.get_untracked();
        let outcome = find(app, document, |offer| {
            app.try_edit_record(|record| {
                let kid = record.registry.register_as_answered(Some(*offer), &now, clock::today())?;
                let owner = record.registry.key(&kid);
                Ok::<_, RegisterFault>(
                    owner.map_or_else(String::new, |(owner, key)| words::registered(&owner.name, &key.name)),
                )
            })
        });
        match outcome.unwrap_or(Err(RegisterFault::NothingToRegister)) {
            Ok(()) => {
                app.entries.update(|entries| drop(entries.remove(&document)));
                on_done.run(());
            }
            Err(fault) => {
                self.refused.set(Some(fault));
                dom::focus_id(DIGITS);
            }
        }
    }
}

/// The fault of the digits so far. Too few are a fault only when somebody goes on.
fn typing_fault(typing: Typing, tried: bool, typed: &str) -> Option<String> {
    let fault = match typing {
        Typing::OldCode => return Some(words::OLD_CODE.to_owned()),
        Typing::Differs { group } => return Some(words::group_differs(group + 1)),
        Typing::NotADigit(found) => FingerprintError::NotADigit(found),
        Typing::TooMany { digits } => FingerprintError::Count(digits),
        Typing::Equal { .. } if typing.is_whole() || !tried => return None,
        Typing::Equal { .. } => {
            FingerprintError::Count(Fingerprint::digits_typed(typed).map_or(0, |digits| digits.len()))
        }
    };
    Some(registry::register(&RegisterFault::Digits(fault)))
}

/// The number of the paper is one line, and not the digits scanned once more.
fn number_fault(number: &str) -> Option<String> {
    let scanned = Fingerprint::digits_typed(number).is_ok_and(|digits| digits.len() >= 30);
    if scanned { Some(words::NUMBER_IS_DIGITS.to_owned()) } else { line_fault(number).map(line) }
}
