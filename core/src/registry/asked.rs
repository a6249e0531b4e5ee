//! The questions to answer before a key is registered, and the effect of the answers.

use anziping_seal::keys::{Fingerprint, KeyId};

use super::{Offer, RegisterFault, Registered, RegisteredKey, Registry};
use crate::signer::{CheckedSigner, Role};
use crate::value::day::Day;
use crate::value::line::line_fault;
use crate::value::visible::visible;

/// The state of an offered key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OfferState {
    /// It is in use already: there is nothing to type.
    Registered,
    /// It cannot be registered, whatever is typed.
    Refused(RegisterFault),
    /// The digits of its stamped form are awaited, and an answer to each of these.
    Waiting(Vec<RegisterQuestion>),
}

/// The questions that a person answers before a key is registered, because the list says otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RegisterQuestion {
    /// The code is not on the list: is the enterprise to be added?
    NotListed,
    /// The list has another name: which one is right?
    OtherName {
        /// The name on the list.
        listed: String,
    },
    /// The enterprise has a key in use that this one may be meant to follow.
    KeyInUse {
        /// That key.
        kid: KeyId,
        /// Name of its holder.
        holder: String,
    },
}

/// The answers to the questions that were asked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RegisterAnswers {
    /// The enterprise is added to the list.
    pub add: bool,
    /// The name on the list from now on.
    pub name: Option<ListedName>,
    /// The fate of the key that is in use.
    pub earlier: Option<EarlierKey>,
}

/// The entries made for one offer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RegisterEntry {
    /// The digits, as they were typed or scanned.
    pub digits: String,
    /// Number of the stamped paper.
    pub form_number: String,
    /// The answers to the questions.
    pub answers: RegisterAnswers,
}

/// Which name the list has after a registration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListedName {
    /// The one that it had.
    Stays,
    /// That of the file.
    Changes,
}

/// The fate of a key that was in use before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EarlierKey {
    /// Both count.
    Stays,
    /// The new one takes its place.
    Replaced,
    /// It was lost or misused.
    Revoked {
        /// Why.
        reason: String,
    },
}

impl RegisterAnswers {
    /// Returns whether this question is answered.
    pub fn has(&self, question: &RegisterQuestion) -> bool {
        match question {
            RegisterQuestion::NotListed => self.add,
            RegisterQuestion::OtherName { .. } => self.name.is_some(),
            RegisterQuestion::KeyInUse { .. } => match &self.earlier {
                Some(EarlierKey::Revoked { reason }) => !reason.trim().is_empty() && line_fault(reason).is_none(),
                earlier => earlier.is_some(),
            },
        }
    }
}

/// The effect of registering one signer of an offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RegisterEffect {
    /// The key is new here.
    New,
    /// The key is known, and its power of attorney is not.
    Renewed,
}

impl Registry {
    /// Judges the keys of an offer before anything is typed.
    ///
    /// `forms` are its [`form_digits`](Offer::form_digits), which take a while and never change.
    pub fn state_of(&self, offer: &Offer<'_>, forms: &[Fingerprint]) -> OfferState {
        if offer.demo {
            return OfferState::Refused(RegisterFault::Demo);
        }
        if offer.digits.is_some_and(|digits| !forms.contains(&digits)) {
            return OfferState::Refused(RegisterFault::InvisibleInNames);
        }
        let effects: Vec<_> = offer.signers.iter().map(|signer| self.effect(offer, signer)).collect();
        if effects.iter().any(Result::is_ok) {
            return OfferState::Waiting(self.questions(offer, |_| true));
        }
        let faults = effects.into_iter().filter_map(Result::err);
        match faults.into_iter().find(|fault| *fault != RegisterFault::AlreadyRegistered) {
            Some(fault) => OfferState::Refused(fault),
            None if offer.signers.is_empty() => OfferState::Refused(RegisterFault::NothingToRegister),
            None => OfferState::Registered,
        }
    }

    /// Finds the effect that registering this signer's key would have.
    ///
    /// # Errors
    /// A [`RegisterFault`] of a key that is known.
    pub(super) fn effect(&self, offer: &Offer<'_>, signer: &CheckedSigner) -> Result<RegisterEffect, RegisterFault> {
        match self.key(&signer.kid) {
            None => Ok(RegisterEffect::New),
            Some((owner, _)) if owner.uscc != *offer.uscc => Err(RegisterFault::OfAnother { name: owner.name.clone() }),
            Some((_, known)) if self.renews(known, offer, signer) => Ok(RegisterEffect::Renewed),
            Some((_, known)) if known.is_active() => Err(RegisterFault::AlreadyRegistered),
            Some(_) => Err(RegisterFault::OutOfUse),
        }
    }

    fn questions(&self, offer: &Offer<'_>, of: impl Fn(&KeyId) -> bool) -> Vec<RegisterQuestion> {
        let Some(known) = self.enterprise(offer.uscc) else { return vec![RegisterQuestion::NotListed] };
        let other_name = (known.name.trim() != visible(offer.name).trim())
            .then(|| RegisterQuestion::OtherName { listed: known.name.clone() });
        let in_use = earlier_keys(known, offer, of)
            .map(|key| RegisterQuestion::KeyInUse { kid: key.kid, holder: key.name.clone() });
        other_name.into_iter().chain(in_use).collect()
    }

    /// Registers the key whose form bears the digits, and applies the answers to the questions.
    ///
    /// # Errors
    /// A [`RegisterFault`], also for a question without an answer; the registry is then unchanged.
    pub fn register_as_answered(
        &mut self,
        offer: Option<Offer<'_>>,
        entry: &RegisterEntry,
        on: Day,
    ) -> Result<KeyId, RegisterFault> {
        let RegisterEntry { digits, form_number, answers } = entry;
        let mut after = self.clone();
        let kid = after.register(offer, digits, on, form_number)?;
        let questions = offer.as_ref().map(|offer| self.questions(offer, |of| *of == kid)).unwrap_or_default();
        if let Some(open) = questions.iter().find(|question| !answers.has(question)) {
            return Err(RegisterFault::Unanswered(open.clone()));
        }
        for question in questions {
            match question {
                RegisterQuestion::NotListed => {}
                RegisterQuestion::OtherName { .. } => {
                    if let (Some(ListedName::Changes), Some(offer)) = (answers.name, &offer) {
                        after.enrol(offer.uscc, &visible(offer.name));
                    }
                }
                RegisterQuestion::KeyInUse { kid: earlier, .. } => {
                    let done = match &answers.earlier {
                        None | Some(EarlierKey::Stays) => Ok(()),
                        Some(EarlierKey::Replaced) => after.replace(&earlier, &kid, on),
                        Some(EarlierKey::Revoked { reason }) => after.revoke(&earlier, on, reason),
                    };
                    done.map_err(|_| RegisterFault::OutOfUse)?;
                }
            }
        }
        *self = after;
        Ok(kid)
    }
}

/// The keys in use that a new one of this offer may be meant to follow.
///
/// Another principal's in person, since there is one at a time, and an earlier one of the same person.
fn earlier_keys<'a>(
    known: &'a Registered,
    offer: &'a Offer<'_>,
    of: impl Fn(&KeyId) -> bool,
) -> impl Iterator<Item = &'a RegisteredKey> {
    let follows = |signer: &CheckedSigner, key: &RegisteredKey| {
        let in_person = signer.role == Role::Principal && offer.mandate.is_none() && key.is_of_principal_in_person();
        let same_capacity = signer.role == key.role && offer.mandate.is_some() == key.mandate.is_some();
        in_person || (same_capacity && signer.name.trim() == key.name.trim())
    };
    let is_new = move |signer: &CheckedSigner| of(&signer.kid) && known.keys.iter().all(|key| key.kid != signer.kid);
    known
        .keys
        .iter()
        .filter(move |key| key.is_active() && offer.signers.iter().any(|signer| is_new(signer) && follows(signer, key)))
}
