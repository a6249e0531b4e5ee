//! Folds questions that need no answer behind one line, with their number and the reason.
//!
//! A month in which little is due shows little. What is not in order stays in sight, due or not.

use std::collections::HashSet;

use anziping_core::month::answer::Status;
use leptos::prelude::*;

use crate::enterprise::returned;
use crate::enterprise::session::Session;
use crate::words::element as words;

/// The questions of a page that are folded.
///
/// It is settled when the page is opened: a question must not vanish under the hand that answers it.
#[derive(Clone, Copy)]
pub(super) struct Folded(StoredValue<HashSet<String>>);

impl Folded {
    /// Of the questions that are not asked this month, picks those that need nothing.
    pub(super) fn of(session: Session, questions: impl Iterator<Item = (String, Status)>) -> Self {
        let needless = questions.filter(|(id, status)| needs_nothing(*status) && !returned::is_remarked(session, id));
        Self(StoredValue::new(needless.map(|(id, _)| id).collect()))
    }

    pub(super) fn holds(self, id: &str) -> bool {
        self.0.with_value(|folded| folded.contains(id))
    }
}

/// Returns whether an answer that is not asked here is in order, and nobody has to look this month.
fn needs_nothing(status: Status) -> bool {
    let is_met = status.reading().is_none_or(|reading| reading.is_met());
    is_met && (status.is_settled() || status.is_standing())
}

/// The line, with the questions behind it.
///
/// Of `standing` an earlier answer is still good, `derived` follow from others.
pub(super) fn view(standing: usize, derived: usize, questions: AnyView) -> AnyView {
    view! {
        <details class="stack" data-folded=standing + derived>
            <summary>{words::folded(standing, derived)}</summary>
            <div class="stack">{questions}</div>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use anziping_core::month::answer::{Level, Reading};

    use super::*;

    #[test]
    fn only_what_is_in_order_and_not_due_is_folded() {
        let [yes, no] = [Level::Yes, Level::No].map(Reading::Level);
        for status in [Status::Standing(yes), Status::StandingNotApplicable, Status::Answered(yes)] {
            assert!(needs_nothing(status), "{status:?}");
        }
        for status in [
            Status::Standing(no),
            Status::Answered(no),
            Status::Carried(yes),
            Status::CarriedNotApplicable,
            Status::Unanswered,
            Status::Unsure,
        ] {
            assert!(!needs_nothing(status), "{status:?}");
        }
    }
}
