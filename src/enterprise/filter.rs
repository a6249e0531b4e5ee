//! Filters the questions of a page: all of them, or those in one state.

use std::collections::HashSet;

use anziping_core::month::answer::Status;
use leptos::prelude::*;

use crate::words::{common, element as words};

/// A state that is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Filter {
    #[default]
    All,
    Open,
    Carried,
    Unmet,
    Unsure,
}

impl Filter {
    anziping_core::listed! {
        ALL: All, Open, Carried, Unmet, Unsure
    }

    fn label(self) -> &'static str {
        match self {
            Self::All => words::FILTER_ALL,
            Self::Open => words::FILTER_OPEN,
            Self::Carried => words::FILTER_CARRIED,
            Self::Unmet => words::FILTER_UNMET,
            Self::Unsure => words::FILTER_UNSURE,
        }
    }

    /// Name in `data-filter`.
    fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Carried => "carried",
            Self::Unmet => "unmet",
            Self::Unsure => "unsure",
        }
    }

    fn keeps(self, status: Status) -> bool {
        match self {
            Self::All => true,
            Self::Open => !status.is_settled() && !status.is_standing() && status != Status::Unsure,
            Self::Carried => status.is_carried(),
            Self::Unmet => status.reading().is_some_and(|reading| !reading.is_met()),
            Self::Unsure => status == Status::Unsure,
        }
    }
}

/// The filter of a page with the questions it keeps.
#[derive(Clone, Copy)]
pub(super) struct Filtered {
    chosen: RwSignal<Filter>,
    /// The questions that were found when the filter was chosen.
    ///
    /// A question must not vanish under the hand that answers it.
    kept: RwSignal<Option<HashSet<String>>>,
}

impl Filtered {
    pub(super) fn new() -> Self {
        Self { chosen: RwSignal::new(Filter::default()), kept: RwSignal::new(None) }
    }

    /// Returns whether every question is listed; subscribes.
    pub(super) fn is_all(self) -> bool {
        self.kept.with(Option::is_none)
    }

    /// Returns whether the question with this id is listed; subscribes.
    pub(super) fn keeps(self, id: &str) -> bool {
        self.kept.with(|kept| kept.as_ref().is_none_or(|kept| kept.contains(id)))
    }

    /// The buttons; `asked` gives the questions of the page with their states.
    pub(super) fn buttons(self, asked: impl Fn() -> Vec<(String, Status)> + Copy + Send + Sync + 'static) -> AnyView {
        let choose = move |chosen: Filter| {
            self.chosen.set(chosen);
            let kept = || asked().into_iter().filter(|(_, status)| chosen.keeps(*status)).map(|(id, _)| id).collect();
            self.kept.set((chosen != Filter::All).then(|| untrack(kept)));
        };
        let button = |each: Filter| {
            view! {
                <button
                    type="button"
                    class="button button-small"
                    data-filter=each.code()
                    aria-pressed=move || (self.chosen.get() == each).to_string()
                    on:click=move |_| choose(each)
                >
                    {each.label()}
                </button>
            }
        };
        view! {
            <div class="filters" role="group" aria-label=common::FILTERS>
                {Filter::ALL.map(button).into_iter().collect_view()}
            </div>
        }
        .into_any()
    }
}
