//! The form for one registration: thirty digits in groups, what the list asks, the number of the paper.

use anziping_core::office::register_queue::RegisterQueue;
use anziping_core::registry::RegisterFault;
use anziping_core::registry::asked::{OfferState, RegisterEntry, RegisterQuestion};
use anziping_core::registry::stamped_digits::{Typing, groups};
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::{Fingerprint, FingerprintError};
use anziping_core::value::line::line_fault;
use leptos::prelude::*;

use super::offered::{facts, find};
use super::questions;
use crate::office::app::OfficeApp;
use crate::platform::{clock, document as page};
use crate::ui::field::{Field, Input, Notice};
use crate::ui::icon;
use crate::words::fault::line;
use crate::words::office::registering as words;
use crate::words::office::registry;

/// Id of the field for the digits.
const DIGITS: &str = "digits";
/// Id of the field for the number of the paper.
const NUMBER: &str = "form_number";

/// The form, or what stands in its place where nothing is to be typed.
#[component]
pub(super) fn Entry(
    app: OfficeApp,
    /// Hash of the registration or report.
    document: Sha256,
    /// The queue it stands in, whose papers may lie in any order.
    #[prop(default = None)]
    queue: Option<Memo<RegisterQueue>>,
    /// Called with another registration whose paper is at hand.
    #[prop(default = None)]
    on_other: Option<Callback<Sha256>>,
    /// Called once it is registered.
    on_done: Callback<()>,
    /// Called when it is left for now.
    on_leave: Callback<()>,
    /// What the button says that leaves it.
    leave: &'static str,
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
        Some(OfferState::Waiting(asked)) => view! {
            <Waiting
                app=app
                document=document
                forms=forms
                asked=asked
                queue=queue
                on_other=on_other
                on_done=on_done
                on_leave=on_leave
                leave=leave
            />
        }
        .into_any(),
    };
    let waits = Memo::new(move |_| state.with(|state| matches!(state, Some(OfferState::Waiting(_)))));
    view! {
        <p>{words::COMPARE_THESE}</p>
        {said}
        {body}
        {move || {
            (!waits.get())
                .then(|| {
                    view! {
                        <div class="row">
                            <button
                                type="button"
                                class="button"
                                data-action="close"
                                on:click=move |_| on_leave.run(())
                            >
                                {leave}
                            </button>
                        </div>
                    }
                })
        }}
    }
    .into_any()
}

#[component]
fn Waiting(
    app: OfficeApp,
    document: Sha256,
    forms: StoredValue<Vec<Fingerprint>>,
    asked: Vec<RegisterQuestion>,
    queue: Option<Memo<RegisterQueue>>,
    on_other: Option<Callback<Sha256>>,
    on_done: Callback<()>,
    on_leave: Callback<()>,
    leave: &'static str,
) -> impl IntoView {
    let entry = Memo::new(move |_| app.entries.with(|entries| entries.get(&document).cloned().unwrap_or_default()));
    let edit = move |change: &dyn Fn(&mut RegisterEntry)| {
        app.entries.update(|entries| change(entries.entry(document).or_default()));
    };
    let digits = Signal::derive(move || entry.with(|entry| entry.digits.clone()));
    let number = Signal::derive(move || entry.with(|entry| entry.form_number.clone()));
    // What registering itself found; gone with the next key.
    let refused = RwSignal::new(None::<RegisterFault>);
    let tried = RwSignal::new(false);
    let typing = Memo::new(move |_| forms.with_value(|forms| digits.with(|digits| Typing::of(forms, digits))));
    let other = Memo::new(move |_| {
        let differs = matches!(typing.get(), Typing::Differs { .. });
        let queue = queue.filter(|_| differs)?;
        queue.with(|queue| digits.with(|digits| Some(queue.form_of(digits, document)?.form.document_sha256)))
    });
    let digits_fault = Memo::new(move |_| {
        if other.with(Option::is_some) {
            return None;
        }
        match refused.get() {
            Some(fault) => Some(registry::register(&fault)),
            None => typing_fault(typing.get(), tried.get(), &digits.get()),
        }
    });
    let number_fault = Memo::new(move |_| number.with(|number| number_fault(number)));
    let asked = StoredValue::new(asked);
    let open_question = move || {
        entry.with_untracked(|entry| {
            asked.with_value(|asked| asked.iter().find(|question| !entry.answers.has(question)).cloned())
        })
    };
    let register = move || {
        let now = entry.get_untracked();
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
                refused.set(Some(fault));
                page::focus_id(DIGITS);
            }
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let (Some(other), Some(on_other)) = (other.get_untracked(), on_other) {
            let typed = app.entries.try_update(|entries| entries.remove(&document)).flatten().unwrap_or_default();
            app.entries.update(|entries| entries.entry(other).or_default().digits = typed.digits);
            on_other.run(other);
            return;
        }
        tried.set(true);
        if !typing.get_untracked().is_whole() {
            page::focus_id(DIGITS);
            return;
        }
        // A scanner's own Enter comes with its digits: what is asked, and the paper, are still to be looked at.
        let of_digits = page::typing_in().as_deref() == Some(DIGITS);
        match open_question() {
            Some(question) => drop(page::focus_id(questions::id(&question))),
            None if of_digits || number_fault.with_untracked(Option::is_some) => drop(page::focus_id(NUMBER)),
            None => register(),
        }
    };
    let type_digits = move |text: String| {
        refused.set(None);
        tried.set(false);
        edit(&|entry| entry.digits.clone_from(&text));
    };
    let whole = Memo::new(move |_| typing.get().is_whole());
    let other_name = move || {
        let other = other.get()?;
        let name = find(app, other, |offer| offer.name.to_owned())?;
        Some(view! {
            <Notice kind="warn">
                <p data-other-form="">{words::form_of_other(&name)}</p>
            </Notice>
        })
    };
    let questions = asked.with_value(|asked| {
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
                    fault=digits_fault
                    eager=Signal::stored(true)
                    on_input=Callback::new(type_digits)
                />
                <Groups digits=digits typing=typing />
                <div aria-live="polite">
                    {other_name}
                    {move || {
                        whole
                            .get()
                            .then(|| {
                                view! {
                                    <p class="status-item status-good" data-whole="">
                                        {icon::of("good")}
                                        " "
                                        {words::WHOLE}
                                    </p>
                                }
                            })
                    }}
                </div>
            </div>
            {questions}
            <Field
                name=NUMBER
                label=words::FORM_NUMBER
                hint=words::FORM_NUMBER_HINT
                value=number
                fault=number_fault
                eager=Signal::stored(true)
                on_input=Callback::new(move |text: String| edit(&|entry| entry.form_number.clone_from(&text)))
            />
            <div class="row">
                <button type="submit" class="button button-primary" data-action="compare">
                    {words::COMPARE}
                </button>
                <button type="button" class="button" data-action="close" on:click=move |_| on_leave.run(())>
                    {leave}
                </button>
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

/// What is wrong with the digits so far. Too few are only said when somebody goes on.
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
