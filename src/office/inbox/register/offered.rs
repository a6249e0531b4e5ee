//! Everything that an offer says of itself: the digits prove nothing that was not read beside them.

use anziping_core::registry::Offer;
use anziping_core::registry::asked::{OfferState, RegisterQuestion};
use anziping_core::seal::Sha256;
use anziping_core::signer::Role;
use anziping_core::value::visible::visible;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::field::Notice;
use crate::words::common;
use crate::words::office::verdict;
use crate::words::office::{self as desk, registering as words};

/// Something about what the document of this hash offers.
///
/// `None` when it is not among the received files.
pub(super) fn find<T>(app: OfficeApp, document: Sha256, of: impl FnOnce(&Offer<'_>) -> T) -> Option<T> {
    app.inbox.with_untracked(|inbox| {
        let found = inbox.iter().find(|checked| checked.offering() == Some(document))?;
        Some(of(&found.offer()?))
    })
}

/// The facts to compare with the paper: enterprise, holder, capacity, power of attorney.
pub(super) fn facts(offer: &Offer<'_>) -> AnyView {
    let mandate = match offer.mandate {
        Some(mandate) => verdict::mandate(mandate),
        None => words::NO_MANDATE.to_owned(),
    };
    let people = offer.signers.iter().map(|signer| {
        let is_other = signer.role == Role::Principal
            && offer.mandate.is_none()
            && offer.principal.is_some_and(|principal| principal.trim() != signer.name.trim());
        let warning = offer.principal.filter(|_| is_other).map(|principal| {
            view! { <p class="status-bad small">{words::not_the_principal(principal.trim())}</p> }
        });
        let capacity = if offer.mandate.is_some() { verdict::DEPUTY } else { verdict::role(signer.role) };
        view! {
            <dt>{words::HOLDER}</dt>
            <dd data-holder="">
                {signer.name.clone()} " " <span class="muted">{signer.title.clone()}</span> {warning}
            </dd>
            <dt>{words::CAPACITY}</dt>
            <dd>{capacity}</dd>
        }
    });
    let warns = offer.mandate.is_none_or(|mandate| mandate.is_long());
    let needs_none = offer.signers.iter().all(|signer| signer.role != Role::Principal);
    view! {
        <dl class="facts-list" data-offer="">
            <dt>{desk::CLAIMED}</dt>
            <dd>{visible(offer.name)} {common::in_brackets(&offer.uscc.to_string())}</dd>
            {people.collect_view()}
            {(!needs_none)
                .then(|| {
                    view! {
                        <dt>{words::MANDATE}</dt>
                        <dd class:status-warn=warns data-mandate="">
                            {mandate}
                        </dd>
                    }
                })}
        </dl>
    }
    .into_any()
}

/// The facts of an offer, with the points to check before its paper is read.
pub(in crate::office::inbox) fn offered(app: OfficeApp, offer: &Offer<'_>) -> AnyView {
    let state = app.record.with_untracked(|record| record.registry.state_of(offer, &offer.form_digits()));
    view! {
        {facts(offer)}
        {to_look_at(&state)
            .into_iter()
            .map(|said| {
                view! {
                    <Notice kind="warn">
                        <p data-listed="">{said}</p>
                    </Notice>
                }
            })
            .collect_view()}
    }
    .into_any()
}

/// A sentence for each thing that is asked before a key is registered.
pub(super) fn to_look_at(state: &OfferState) -> Vec<String> {
    let OfferState::Waiting(questions) = state else { return Vec::new() };
    let said = |question: &RegisterQuestion| match question {
        RegisterQuestion::NotListed => words::NOT_LISTED.to_owned(),
        RegisterQuestion::OtherName { listed } => words::listed_as(listed),
        RegisterQuestion::KeyInUse { holder, .. } => words::already_in_use(holder),
    };
    questions.iter().map(said).collect()
}
