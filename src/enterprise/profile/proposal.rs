//! A change of facts.
//!
//! Applied at once where no question depends on it, else shown and asked about first.

use anziping_core::catalog::TargetCode;
use anziping_core::enterprise::{Enterprise, Profile};
use anziping_core::month::assessment::profile_of_month;
use leptos::prelude::*;

use super::difference::{AskedQuestion, QuestionsChanged};
use crate::enterprise::session::Session;
use crate::ui::dialog::Dialog;
use crate::words::enterprise as words;

/// The change that the page shows in place of the enterprise as it is.
#[derive(Clone, Default)]
enum Pending {
    /// No change is on its way.
    #[default]
    Nothing,
    /// A number of workers, half typed, that would change the questions; asked about on leaving the field.
    Typing(String),
    /// The enterprise as it would be, while the dialog asks.
    Asking(Box<Enterprise>),
}

/// The enterprise with the change that is not yet applied. `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(super) struct Proposal {
    session: Session,
    pending: RwSignal<Pending>,
    /// Whether the dialog is open.
    asking: RwSignal<bool>,
    /// The number of workers as it was before the typing that may end in the dialog.
    before_typing: StoredValue<Option<String>>,
}

impl Proposal {
    /// Begins with nothing proposed.
    pub(super) fn new(session: Session) -> Self {
        Self {
            session,
            pending: RwSignal::default(),
            asking: RwSignal::new(false),
            before_typing: StoredValue::new(None),
        }
    }

    /// Reads the enterprise as the page shows it; subscribes.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Enterprise) -> T) -> T {
        self.pending.with(|pending| match pending {
            Pending::Asking(then) => read(then),
            _ => self.session.enterprise.with(read),
        })
    }

    /// The number of workers as typed; subscribes.
    pub(super) fn workers(&self) -> String {
        match self.pending.get() {
            Pending::Typing(typed) => typed,
            _ => self.with(|enterprise| enterprise.workers.clone()),
        }
    }

    /// Changes facts or the industry: at once if the same questions are asked, else after the dialog.
    pub(super) fn propose(&self, change: impl FnOnce(&mut Enterprise)) {
        let now = self.session.enterprise.get_untracked();
        let mut then = now.clone();
        change(&mut then);
        if self.needs_no_question(&now, &then) {
            self.apply(then);
        } else {
            self.pending.set(Pending::Asking(Box::new(then)));
            self.asking.set(true);
        }
    }

    /// Takes the number of workers key by key.
    ///
    /// A number that changes the questions waits until the field is left.
    pub(super) fn type_workers(&self, typed: String) {
        let now = self.session.enterprise.get_untracked();
        let then = Enterprise { workers: typed.clone(), ..now.clone() };
        self.before_typing.update_value(|before| {
            before.get_or_insert_with(|| now.workers.clone());
        });
        if self.needs_no_question(&now, &then) {
            self.apply(then);
        } else {
            self.pending.set(Pending::Typing(typed));
        }
    }

    /// The field with the number of workers was left.
    pub(super) fn settle_workers(&self) {
        if let Pending::Typing(typed) = self.pending.get_untracked() {
            self.propose(|enterprise| enterprise.workers = typed);
        }
        if self.pending.with_untracked(|pending| matches!(pending, Pending::Nothing)) {
            self.before_typing.set_value(None);
        }
    }

    /// Ends the dialog; unless the change was applied, everything is as it was before.
    ///
    /// The first digits of a longer number are taken back as well.
    fn close(&self) {
        let refused = self.pending.with_untracked(|pending| matches!(pending, Pending::Asking(_)));
        self.pending.set(Pending::Nothing);
        let before = self.before_typing.try_update_value(Option::take).flatten();
        if let Some(workers) = before.filter(|_| refused) {
            self.session.edit_enterprise(|enterprise| enterprise.workers = workers);
        }
    }

    fn profile(&self, enterprise: &Enterprise) -> Profile {
        let session = self.session;
        let span = session.period.span(enterprise.rhythm);
        session.month.with_untracked(|month| {
            session.hazards.with_untracked(|hazards| {
                profile_of_month(session.catalogue, enterprise, month.facts.iter(), hazards, span)
            })
        })
    }

    fn difference(&self, then: &Enterprise) -> QuestionsChanged {
        let now = self.session.enterprise.with_untracked(|now| self.profile(now));
        QuestionsChanged::between(self.session.catalogue, &now, &self.profile(then))
    }

    /// Returns whether no answer could go out of sight, so that nobody has to be asked.
    fn needs_no_question(&self, now: &Enterprise, then: &Enterprise) -> bool {
        now == then || self.difference(then).is_empty() || {
            let draft = self.session.snapshot();
            draft.answers.is_empty() && draft.points.is_empty() && draft.rates.is_empty()
        }
    }

    fn apply(&self, then: Enterprise) {
        self.pending.set(Pending::Nothing);
        self.asking.set(false);
        if self.session.enterprise.with_untracked(|now| *now != then) {
            self.session.edit_enterprise(|enterprise| *enterprise = then);
        }
    }

    fn apply_asked(&self) {
        if let Pending::Asking(then) = self.pending.get_untracked() {
            self.apply(*then);
        }
    }

    fn has_answer(&self, asked: AskedQuestion) -> bool {
        let session = self.session;
        let filled = |row: Option<crate::enterprise::session::AnswerRow>| {
            row.is_some_and(|row| row.answer.with_untracked(|answer| !answer.is_blank()))
        };
        match asked {
            AskedQuestion::Item(item) => filled(session.item(&item.id)),
            AskedQuestion::Area(area) => {
                let mut points = area.targets.iter().flat_map(|target| &target.points);
                points.any(|point| filled(session.point(&point.id)))
                    || TargetCode::ALL.into_iter().any(|code| filled(session.rate(&area.id, code)))
            }
        }
    }
}

/// The dialog that shows what appears and what disappears.
#[component]
pub(super) fn ProposalDialog(
    /// The change it asks about.
    proposal: Proposal,
) -> impl IntoView {
    let body = move || {
        let difference = proposal.pending.with_untracked(|pending| match pending {
            Pending::Asking(then) => proposal.difference(then),
            _ => QuestionsChanged::default(),
        });
        let loses = !difference.disappear.is_empty();
        view! {
            {list(words::appear(difference.appear.len()), difference.appear, None)}
            {list(words::disappear(difference.disappear.len()), difference.disappear, Some(proposal))}
            {loses.then(|| view! { <p>{words::KEPT}</p> })}
        }
    };
    view! {
        <Dialog open=proposal.asking labelled_by="facts-change" on_close=Callback::new(move |()| proposal.close())>
            <h2 id="facts-change">{words::CHANGE_TITLE}</h2>
            {body()}
            <div class="row">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="apply-facts"
                    on:click=move |_| proposal.apply_asked()
                >
                    {words::APPLY}
                </button>
                <button
                    type="button"
                    class="button"
                    data-action="cancel-facts"
                    on:click=move |_| proposal.asking.set(false)
                >
                    {words::CANCEL}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// One of the two lists; `answers` tells of each whether it has an answer.
fn list(heading: String, all: Vec<AskedQuestion>, answers: Option<Proposal>) -> Option<AnyView> {
    let rows = |asked: AskedQuestion| {
        let (id, said) = match asked {
            AskedQuestion::Item(item) => (item.id.as_str(), item.question.clone()),
            AskedQuestion::Area(area) => ("", words::area(&area.name)),
        };
        let tag = answers.map(|proposal| match proposal.has_answer(asked) {
            true => view! { <span class="tag tag-warn">{words::ANSWERED}</span> },
            false => view! { <span class="tag">{words::BLANK}</span> },
        });
        view! {
            <li>
                <span class="item-id">{id}</span>
                {said}
                " "
                {tag}
            </li>
        }
    };
    (!all.is_empty()).then(|| {
        view! {
            <div class="stack-tight">
                <h3>{heading}</h3>
                <ul class="plain stack-tight">{all.into_iter().map(rows).collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}
