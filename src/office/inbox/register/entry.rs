//! The form for one registration: thirty digits in groups, what the list asks, the number of the paper.

use anziping_core::registry::asked::OfferState;
use anziping_core::registry::stamped_digits::{Typing, groups};
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::Fingerprint;
use leptos::prelude::*;

use super::attempt::{Attempt, DIGITS, InQueue, NUMBER};
use super::offered::{facts, find};
use super::questions;
use crate::office::app::OfficeApp;
use crate::ui::field::{Field, Input, Notice};
use crate::ui::icon;
use crate::words::office::registering as words;
use crate::words::office::registry;

/// The ways out of the form.
#[derive(Clone, Copy)]
pub(super) struct EntryButtons {
    /// Called once it is registered.
    pub(super) on_done: Callback<()>,
    /// Called when it is left for now.
    pub(super) on_leave: Callback<()>,
    /// The words on the button that leaves it.
    pub(super) leave: &'static str,
}

/// The form, or a notice in its place when there is nothing to type.
#[component]
pub(super) fn Entry(
    app: OfficeApp,
    /// Hash of the registration or report.
    document: Sha256,
    /// The queue that it stands in.
    #[prop(default = None)]
    queue: Option<InQueue>,
    ways: EntryButtons,
) -> impl IntoView {
    let Some((forms, said)) = find(app, document, |offer| (offer.form_digits(), facts(offer))) else {
        return ().into_any();
    };
    let digits = forms.clone();
    let state = Memo::new(move |_| {
        find(app, document, |offer| app.record.with(|record| record.registry.state_of(offer, &digits)))
    });
    let forms = StoredValue::new(forms);
    let body = move || match state.get() {
        None => ().into_any(),
        Some(OfferState::Registered) => view! {
            <Notice kind="good">
                <p data-entry="registered">{words::REGISTERED_BEFORE}</p>
            </Notice>
        }
        .into_any(),
        Some(OfferState::Refused(refused)) => view! {
            <Notice kind="bad">
                <p data-entry="refused">{registry::register(&refused)}</p>
            </Notice>
        }
        .into_any(),
        Some(OfferState::Waiting(asked)) => {
            let attempt = Attempt::new(app, document, queue, forms, asked);
            view! { <Waiting attempt=attempt ways=ways /> }.into_any()
        }
    };
    let waits = Memo::new(move |_| state.with(|state| matches!(state, Some(OfferState::Waiting(_)))));
    view! {
        <p>{words::COMPARE_THESE}</p>
        {said}
        {body}
        {move || (!waits.get()).then(|| view! { <div class="row">{leave_button(ways)}</div> })}
    }
    .into_any()
}

fn leave_button(ways: EntryButtons) -> AnyView {
    view! {
        <button type="button" class="button" data-action="close" on:click=move |_| ways.on_leave.run(())>
            {ways.leave}
        </button>
    }
    .into_any()
}

#[component]
fn Waiting(attempt: Attempt, ways: EntryButtons) -> impl IntoView {
    let Attempt { app, document, digits, number, typing, tried, .. } = attempt;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        attempt.go_on(ways.on_done);
    };
    let whole = Memo::new(move |_| typing.get().is_whole());
    let whole_said = move || {
        whole.get().then(|| {
            view! {
                <p class="status-item status-good" data-whole="">
                    {icon::of("good")}
                    " "
                    {words::WHOLE}
                </p>
            }
        })
    };
    let other_name = move || {
        let other = attempt.other.get()?;
        let name = find(app, other, |offer| offer.name.to_owned())?;
        Some(view! {
            <Notice kind="warn">
                <p data-other-form="">{words::form_of_other(&name)}</p>
            </Notice>
        })
    };
    let questions = attempt.asked.with_value(|asked| {
        asked.iter().map(|question| questions::question(app, document, question, tried)).collect_view()
    });
    view! {
        <form class="stack" novalidate data-entry="waiting" on:submit=submit>
            <div class="stack-tight">
                <Field
                    name=DIGITS
                    label=words::DIGITS
                    hint=words::DIGITS_HINT
                    input=Input::Count
                    required=true
                    value=digits
                    fault=attempt.digits_fault()
                    eager=Signal::stored(true)
                    on_input=Callback::new(move |text: String| attempt.type_digits(&text))
                />
                <Groups digits=digits typing=typing />
                <div aria-live="polite">{other_name} {whole_said}</div>
            </div>
            {questions}
            <Field
                name=NUMBER
                label=words::FORM_NUMBER
                hint=words::FORM_NUMBER_HINT
                value=number
                fault=attempt.number_fault
                eager=Signal::stored(true)
                on_input=Callback::new(move |text: String| attempt.type_number(&text))
            />
            <div class="row">
                <button type="submit" class="button button-primary" data-action="compare">
                    {words::COMPARE}
                </button>
                {leave_button(ways)}
            </div>
            <details>
                <summary>{words::PROVES_TITLE}</summary>
                <div class="details-body">
                    <p>{words::PROVES_TYPED}</p>
                    <p>{words::PROVES_SCANNED}</p>
                    <p>{words::PROVES_NOT}</p>
                </div>
            </details>
        </form>
    }
    .into_any()
}

/// The groups as they were typed, each with its own tick once it is whole.
#[component]
fn Groups(digits: Signal<String>, typing: Memo<Typing>) -> impl IntoView {
    let shown = move || {
        let typed = Fingerprint::digits_typed(&digits.get()).unwrap_or_default();
        let typed: Vec<String> = groups(&typed).take(Typing::GROUPS).map(str::to_owned).collect();
        let cell = |at: usize| {
            let text = typed.get(at).cloned().unwrap_or_else(|| words::NO_GROUP.to_owned());
            let (state, tone) = match typing.get() {
                Typing::Equal { groups } if at < groups => ("equal", "good"),
                Typing::TooMany { .. } => ("equal", "good"),
                Typing::Differs { group } if at < group => ("equal", "good"),
                Typing::Differs { group } if at == group => ("differs", "bad"),
                _ => ("open", ""),
            };
            let mark = (!tone.is_empty()).then(|| icon::of(tone));
            view! {
                <li
                    class=format!("tag tag-{tone}")
                    data-group=at + 1
                    data-state=state
                    aria-label=words::group(at + 1, state)
                >
                    <span class="digits digits-small">{text}</span>
                    {mark}
                </li>
            }
        };
        (0..Typing::GROUPS).map(cell).collect_view()
    };
    view! { <ol class="plain row">{shown}</ol> }.into_any()
}
