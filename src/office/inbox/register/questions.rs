//! What is asked before a key is registered, where the list says otherwise.

use anziping_core::registry::asked::{EarlierKey, ListedName, RegisterAnswers, RegisterQuestion};
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use super::offered::find;
use crate::office::app::OfficeApp;
use crate::ui::field::{Check, Fault, Field};
use crate::words::fault;
use crate::words::office::{registering as words, registry};

/// Id of the first control of a question.
pub(super) fn id(question: &RegisterQuestion) -> &'static str {
    match question {
        RegisterQuestion::NotListed => "answer_add",
        RegisterQuestion::OtherName { .. } => "answer_name-stays",
        RegisterQuestion::KeyInUse { .. } => "answer_earlier-replaced",
    }
}

/// The controls of a question, with what is missing once somebody tried to go on.
pub(super) fn question(
    app: OfficeApp,
    document: Sha256,
    question: &RegisterQuestion,
    tried: RwSignal<bool>,
) -> AnyView {
    let answers = Memo::new(move |_| {
        app.entries.with(|entries| entries.get(&document).map(|entry| entry.answers.clone()).unwrap_or_default())
    });
    let answer = move |change: &dyn Fn(&mut RegisterAnswers)| {
        app.entries.update(|entries| change(&mut entries.entry(document).or_default().answers));
    };
    let missing = {
        let question = question.clone();
        Memo::new(move |_| {
            let open = tried.get() && answers.with(|answers| !answers.has(&question));
            open.then(|| words::unanswered(&question).to_owned())
        })
    };
    match question {
        RegisterQuestion::NotListed => view! {
            <div
                class="notice notice-warn stack-tight"
                role="group"
                aria-labelledby="answer_add-why"
                aria-describedby="answer_add-error"
                data-question="not-listed"
            >
                <p id="answer_add-why" data-listed="">
                    {words::NOT_LISTED}
                </p>
                <Check
                    name="answer_add"
                    label=words::ADD_TO_LIST
                    checked=Signal::derive(move || answers.with(|answers| answers.add))
                    on_change=Callback::new(move |on| answer(&|answers| answers.add = on))
                />
                <Fault id="answer_add-error" text=missing />
            </div>
        }
        .into_any(),
        RegisterQuestion::OtherName { listed } => {
            let offered = find(app, document, |offer| offer.name.to_owned()).unwrap_or_default();
            let chosen = Signal::derive(move || {
                answers.with(|answers| match answers.name {
                    None => "",
                    Some(ListedName::Stays) => "stays",
                    Some(ListedName::Changes) => "changes",
                })
            });
            let choose = Callback::new(move |code: &'static str| {
                let name = if code == "changes" { ListedName::Changes } else { ListedName::Stays };
                answer(&|answers| answers.name = Some(name));
            });
            let options = vec![("stays", words::name_stays(listed)), ("changes", words::name_changes(&offered))];
            view! {
                <div class="notice notice-warn stack-tight" data-question="other-name">
                    <p data-listed="">{words::listed_as(listed)}</p>
                    {radios("answer_name", words::NAME_QUESTION, options, chosen, choose)}
                    <Fault id="answer_name-error" text=missing />
                </div>
            }
            .into_any()
        }
        RegisterQuestion::KeyInUse { holder, .. } => {
            let chosen = Signal::derive(move || {
                answers.with(|answers| match answers.earlier {
                    None => "",
                    Some(EarlierKey::Stays) => "stays",
                    Some(EarlierKey::Replaced) => "replaced",
                    Some(EarlierKey::Revoked { .. }) => "revoked",
                })
            });
            let choose = Callback::new(move |code: &'static str| {
                answer(&|answers| {
                    answers.earlier = Some(match code {
                        "replaced" => EarlierKey::Replaced,
                        "revoked" => EarlierKey::Revoked { reason: String::new() },
                        _ => EarlierKey::Stays,
                    });
                });
            });
            let options = vec![
                ("replaced", words::EARLIER_REPLACED.to_owned()),
                ("revoked", words::EARLIER_REVOKED.to_owned()),
                ("stays", words::EARLIER_STAYS.to_owned()),
            ];
            let reason = Signal::derive(move || {
                answers.with(|answers| match &answers.earlier {
                    Some(EarlierKey::Revoked { reason }) => reason.clone(),
                    _ => String::new(),
                })
            });
            let reason_fault =
                Memo::new(move |_| reason.with(|reason| fault::required_line(reason, registry::REASON_MISSING)));
            let why = move || {
                (chosen.get() == "revoked").then(|| {
                    view! {
                        <Field
                            name="answer_reason"
                            label=registry::REVOKE_REASON
                            required=true
                            value=reason
                            fault=reason_fault
                            eager=tried
                            suggestions=registry::REASONS
                            on_input=Callback::new(move |reason: String| {
                                answer(&|answers| {
                                    answers.earlier = Some(EarlierKey::Revoked { reason: reason.clone() });
                                });
                            })
                        />
                    }
                })
            };
            view! {
                <div class="notice notice-warn stack-tight" data-question="key-in-use">
                    <p>{words::already_in_use(holder)}</p>
                    {radios("answer_earlier", words::EARLIER_QUESTION, options, chosen, choose)}
                    {why}
                    <Fault id="answer_earlier-error" text=missing />
                </div>
            }
            .into_any()
        }
    }
}

/// Radio buttons; the id of each is `name-code`.
fn radios(
    name: &'static str,
    legend: &'static str,
    options: Vec<(&'static str, String)>,
    chosen: Signal<&'static str>,
    choose: Callback<&'static str>,
) -> AnyView {
    let buttons = options
        .into_iter()
        .map(|(code, said)| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        id=format!("{name}-{code}")
                        name=name
                        value=code
                        prop:checked=move || chosen.get() == code
                        on:change=move |_| choose.run(code)
                    />
                    {said}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="stack-tight" aria-describedby=format!("{name}-error")>
            <legend>{legend}</legend>
            <div class="choices">{buttons}</div>
        </fieldset>
    }
    .into_any()
}
