//! The outcome of a press of a button, and the line that shows it.

use leptos::prelude::*;

use super::field::Notice;
use super::in_app;

/// The outcome of the last press of a button, with the sentence for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum TaskOutcome {
    /// It is at work.
    Working,
    /// It is done.
    Done(String),
    /// A file was handed to the browser; `what` is its public hook.
    HandedOver { said: String, what: &'static str },
    /// It could not be done.
    Failed(String),
}

impl From<Result<String, String>> for TaskOutcome {
    fn from(said: Result<String, String>) -> Self {
        said.map_or_else(Self::Failed, Self::Done)
    }
}

impl TaskOutcome {
    /// The line below the button; nothing while it is at work, which each place shows in its own way.
    pub(crate) fn line(self) -> AnyView {
        match self {
            Self::Working => ().into_any(),
            Self::Done(said) => view! { <p class="status-good">{said}</p> }.into_any(),
            Self::HandedOver { said, what } => {
                view! { <p class=in_app::handed_over_class() data-exported=what>{said}</p> }.into_any()
            }
            Self::Failed(said) => view! { <p class="error">{said}</p> }.into_any(),
        }
    }

    /// The same, with a notice for what failed; `fault` is its public hook.
    pub(crate) fn line_or_notice(self, kind: &'static str, fault: &'static str) -> AnyView {
        match self {
            Self::Failed(said) => view! {
                <Notice kind=kind>
                    <p data-fault=fault>{said}</p>
                </Notice>
            }
            .into_any(),
            other => other.line(),
        }
    }
}
