//! The registrations among the received files, as a queue.
//!
//! It is worked off with the stamped forms beside it, which need not lie in its order.

use std::collections::BTreeSet;

use anziping_seal::Sha256;
use anziping_seal::keys::Fingerprint;

use super::desk::Inbox;
use super::intake::{Checked, Found};
use crate::registry::Registry;
use crate::registry::asked::{OfferState, RegisterQuestion};
use crate::registry::stamped_digits::Typing;
use crate::value::uscc::UnifiedCode;
use crate::value::visible::visible;

/// A registration among the received files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReceivedForm {
    /// Place of its file in the inbox.
    pub at: usize,
    /// Hash of the registration.
    pub document_sha256: Sha256,
    /// Code of the enterprise.
    pub uscc: UnifiedCode,
    /// Its name as the registration has it, invisible characters shown by their numbers.
    pub name: String,
    /// Name of the holder.
    pub holder: String,
    /// The digits of the forms that belong to it.
    pub digits: Vec<Fingerprint>,
}

/// The registrations of an inbox, each once, in the order in which they were handed over.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReceivedForms {
    forms: Vec<ReceivedForm>,
    /// Of which order of the inbox, and how many of its files were looked at.
    seen: (u64, usize),
}

impl ReceivedForms {
    /// Looks at the files that have come since.
    #[must_use]
    pub fn go_on(self, inbox: &Inbox) -> Self {
        let (order, looked_at) = self.seen;
        let (mut forms, from) = if order == inbox.order() { (self.forms, looked_at) } else { (Vec::new(), 0) };
        let mut known: BTreeSet<Sha256> = forms.iter().map(|form| form.document_sha256).collect();
        for (at, checked) in inbox.iter().enumerate().skip(from) {
            let registration = matches!(checked.found, Found::Registration(_));
            let Some(offer) = checked.offer().filter(|_| registration) else { continue };
            let document_sha256 = offer.document_sha256;
            if known.insert(document_sha256) {
                let (uscc, name) = (offer.uscc.clone(), visible(offer.name).into_owned());
                let holder = offer.signers.first().map(|signer| signer.name.clone()).unwrap_or_default();
                forms.push(ReceivedForm { at, document_sha256, uscc, name, holder, digits: offer.form_digits() });
            }
        }
        Self { forms, seen: (inbox.order(), inbox.len()) }
    }
}

/// A registration and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueueRow {
    /// The registration.
    pub form: ReceivedForm,
    /// Where it stands.
    pub state: OfferState,
}

impl QueueRow {
    /// Returns whether the office has yet to type the digits of this row.
    pub fn waits(&self) -> bool {
        matches!(self.state, OfferState::Waiting(_))
    }

    /// Returns whether the enterprise is not on the list.
    pub fn is_unlisted(&self) -> bool {
        matches!(&self.state, OfferState::Waiting(questions) if questions.contains(&RegisterQuestion::NotListed))
    }
}

/// The queue.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RegisterQueue {
    /// In the order in which they were handed over.
    pub rows: Vec<QueueRow>,
}

impl RegisterQueue {
    /// The registrations of an inbox, held against the registry.
    pub fn of(forms: &ReceivedForms, inbox: &[Checked], registry: &Registry) -> Self {
        let row = |form: &ReceivedForm| {
            let offer = inbox.get(form.at)?.offer()?;
            Some(QueueRow { form: form.clone(), state: registry.state_of(&offer, &form.digits) })
        };
        Self { rows: forms.forms.iter().filter_map(row).collect() }
    }

    /// Counts the registered ones.
    pub fn registered(&self) -> usize {
        self.rows.iter().filter(|row| row.state == OfferState::Registered).count()
    }

    /// Counts those that await their digits.
    pub fn waiting(&self) -> usize {
        self.rows.iter().filter(|row| row.waits()).count()
    }

    /// The row of this registration.
    pub fn row(&self, document_sha256: Sha256) -> Option<&QueueRow> {
        self.rows.iter().find(|row| row.form.document_sha256 == document_sha256)
    }

    /// The first that waits behind this one, from the top again after the last.
    pub fn next_after(&self, document_sha256: Option<Sha256>) -> Option<Sha256> {
        let at = self.rows.iter().position(|row| Some(row.form.document_sha256) == document_sha256);
        let (before, after) = self.rows.split_at(at.map_or(0, |at| at + 1));
        let others = after.iter().chain(before).filter(|row| row.waits()).map(|row| row.form.document_sha256);
        others.into_iter().find(|other| Some(*other) != document_sha256)
    }

    /// The registration to which these digits belong, when it is another one than this.
    ///
    /// Papers need not lie in the order of the files. `None` where two begin alike.
    pub fn form_of(&self, typed: &str, but: Sha256) -> Option<&QueueRow> {
        let others = self.rows.iter().filter(|row| row.form.document_sha256 != but);
        let mut meant = others.filter(|row| Typing::of(&row.form.digits, typed).is_of_this());
        meant.next().filter(|_| meant.next().is_none())
    }
}
