//! The questions before a key is registered, where the list says otherwise.

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

/// The answers to the questions about one registration; a copy is the same ones.
#[derive(Clone, Copy)]
struct Answering {
    app: OfficeApp,
    document: Sha256,
    answers: Memo<RegisterAnswers>,
}

impl Answering {
    fn of(app: OfficeApp, document: Sha256) -> Self {
        let answers = Memo::new(move |_| {
            app.entries.with(|entries| entries.get(&document).map(|entry| entry.answers.clone()).unwrap_or_default())
        });
        Self { app, document, answers }
    }

    fn answer(self, change: impl FnOnce(&mut RegisterAnswers)) {
        self.app.entries.update(|entries| change(&mut entries.entry(self.document).or_default().answers));
    }
}

/// The controls of a question, with what is missing once somebody tried to go on.
pub(super) fn question(
    app: OfficeApp,
    document: Sha256,
    question: &RegisterQuestion,
    tried: RwSignal<bool>,
) -> AnyView {
    let answering = Answering::of(app, document);
    let missing = {
        let question = question.clone();
        Memo::new(move |_| {
            let open = tried.get() && answering.answers.with(|answers| !answers.has(&question));
            open.then(|| words::unanswered(&question).to_owned())
        })
    };
    match question {
        RegisterQuestion::NotListed => not_listed(answering, missing),
        RegisterQuestion::OtherName { listed } => other_name(answering, listed, missing),
        RegisterQuestion::KeyInUse { holder, .. } => key_in_use(answering, holder, missing, tried),
    }
}

fn not_listed(answering: Answering, missing: Memo<Option<String>>) -> AnyView {
    view! {
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
                checked=Signal::derive(move || answering.answers.with(|answers| answers.add))
                on_change=Callback::new(move |on| answering.answer(|answers| answers.add = on))
            />
            <Fault id="answer_add-error" text=missing />
        </div>
    }
    .into_any()
}

fn other_name(answering: Answering, listed: &str, missing: Memo<Option<String>>) -> AnyView {
    let offered = find(answering.app, answering.document, |offer| offer.name.to_owned()).unwrap_or_default();
    let chosen = Signal::derive(move || {
        answering.answers.with(|answers| match answers.name {
            None => "",
            Some(ListedName::Stays) => "stays",
            Some(ListedName::Changes) => "changes",
        })
    });
    let choose = Callback::new(move |code: &'static str| {
        let name = if code == "changes" { ListedName::Changes } else { ListedName::Stays };
        answering.answer(|answers| answers.name = Some(name));
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

fn key_in_use(answering: Answering, holder: &str, missing: Memo<Option<String>>, tried: RwSignal<bool>) -> AnyView {
    let chosen = Signal::derive(move || {
        answering.answers.with(|answers| match answers.earlier {
            None => "",
            Some(EarlierKey::Stays) => "stays",
            Some(EarlierKey::Replaced) => "replaced",
            Some(EarlierKey::Revoked { .. }) => "revoked",
        })
    });
    let choose = Callback::new(move |code: &'static str| {
        answering.answer(|answers| {
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
    let is_revoked = Memo::new(move |_| chosen.get() == "revoked");
    let why = move || is_revoked.get().then(|| reason_of_revocation(answering, tried));
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

fn reason_of_revocation(answering: Answering, tried: RwSignal<bool>) -> AnyView {
    let reason = Signal::derive(move || {
        answering.answers.with(|answers| match &answers.earlier {
            Some(EarlierKey::Revoked { reason }) => reason.clone(),
            _ => String::new(),
        })
    });
    let fault = Memo::new(move |_| reason.with(|reason| fault::required_line(reason, registry::REASON_MISSING)));
    view! {
        <Field
            name="answer_reason"
            label=registry::REVOKE_REASON
            required=true
            value=reason
            fault=fault
            eager=tried
            suggestions=registry::REASONS
            on_input=Callback::new(move |reason: String| {
                answering.answer(|answers| answers.earlier = Some(EarlierKey::Revoked { reason }));
            })
        />
    }
    .into_any()
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
