//! Steps that need a reason: refusing an acceptance, opening a closed hazard again.

use anziping_core::hazard::is_reason_too_long;
use leptos::prelude::*;

use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, Input};
use crate::words::{fault, hazard as words};

/// The decisions on a hazard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Decision {
    /// The acceptance is refused.
    Reject,
    /// A closed hazard is opened again.
    Reopen,
}

impl Decision {
    /// Words of the button that asks for it; also of the one in the dialog that does it.
    fn button(self) -> &'static str {
        match self {
            Self::Reject => words::REJECT,
            Self::Reopen => words::REOPEN,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Reject => "reject",
            Self::Reopen => "reopen",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Reject => words::REJECT_TITLE,
            Self::Reopen => words::REOPEN_TITLE,
        }
    }

    fn hint(self) -> &'static str {
        match self {
            Self::Reject => words::REJECT_HINT,
            Self::Reopen => words::REOPEN_HINT,
        }
    }
}

/// The button and its dialog; `on_decide` is called with the reason.
#[component]
pub(super) fn Decide(decision: Decision, on_decide: Callback<String>) -> impl IntoView {
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let begin = move |_| {
        reason.set(String::new());
        tried.set(false);
        open.set(true);
    };
    let fault = Memo::new(move |_| match reason.with(|reason| reason.trim().to_owned()) {
        reason if reason.is_empty() => Some(words::REASON_MISSING.to_owned()),
        reason if is_reason_too_long(&reason) => Some(fault::reason_too_long()),
        _ => None,
    });
    let decide = move |_| {
        let said = reason.with_untracked(|reason| reason.trim().to_owned());
        if fault.with_untracked(Option::is_some) {
            tried.set(true);
        } else {
            open.set(false);
            on_decide.run(said);
        }
    };
    view! {
        <button type="button" class="button" data-action=decision.code() on:click=begin>
            {decision.button()}
        </button>
        <Dialog open=open labelled_by="decision-title">
            <h2 id="decision-title">{decision.title()}</h2>
            <p>{decision.hint()}</p>
            <Field
                name="decision-reason"
                label=words::REASON
                value=reason
                on_input=Callback::new(move |text| reason.set(text))
                fault=fault
                eager=tried
                input=Input::Lines
                required=true
            />
            <div class="row">
                <button type="button" class="button button-primary" data-action="confirm-decision" on:click=decide>
                    {decision.button()}
                </button>
                <button type="button" class="button" on:click=move |_| open.set(false)>
                    {words::CANCEL}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
