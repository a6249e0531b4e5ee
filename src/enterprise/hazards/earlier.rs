//! The stages a hazard has left: to look at, and to correct with a reason.

use anziping_core::hazard::{CorrectionFault, Grade, Hazard, HazardField, HazardFieldKind as Kind, Stage};
use leptos::prelude::*;

use super::entry::{HazardEntry, control, shown};
use crate::enterprise::session::today_within;
use crate::platform::dom;
use crate::ui::dialog::Dialog;
use crate::ui::field::{Fault, Field, Input, Select};
use crate::words::{fault, hazard as words};

/// The fields of a stage that was left, to be read and corrected.
///
/// Place and description stand in the head of the page as well; here they can be corrected.
fn fields(hazard: &Hazard, stage: Stage) -> Vec<HazardField> {
    let mut fields = Hazard::fields_of(stage, hazard.is_major(), hazard.supervised);
    let optional = Hazard::optional_of(stage, hazard.is_major()).iter().copied();
    fields.extend(optional.filter(|&field| !hazard.is_blank(field)));
    fields
}

/// The card of the earlier stages.
///
/// A grade that was raised later leaves gaps here, which are filled in the same way.
#[component]
pub(super) fn Earlier(entry: HazardEntry, stage: Memo<Stage>) -> impl IntoView {
    let stages = Memo::new(move |_| Stage::ALL.into_iter().filter(|each| *each < stage.get()).collect::<Vec<_>>());
    let corrected = RwSignal::new(None::<HazardField>);
    let open = RwSignal::new(false);
    let correct = Callback::new(move |field: HazardField| {
        corrected.set(Some(field));
        open.set(true);
    });
    view! {
        {move || {
            (!stages.with(Vec::is_empty))
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="hazard-earlier">
                            <div class="stack-tight">
                                <h2 id="hazard-earlier">{words::EARLIER}</h2>
                                <p class="hint">{words::EARLIER_HINT}</p>
                            </div>
                            <div class="stack-tight">
                                {stages
                                    .get()
                                    .into_iter()
                                    .map(|each| view! { <Left entry=entry stage=each correct=correct /> })
                                    .collect_view()}
                            </div>
                        </section>
                    }
                })
        }}
        <Dialog open=open labelled_by="correction-title">
            {move || corrected.get().map(|field| view! { <Correct entry=entry field=field open=open /> })}
        </Dialog>
    }
    .into_any()
}

/// One stage that was left.
#[component]
fn Left(entry: HazardEntry, stage: Stage, correct: Callback<HazardField>) -> impl IntoView {
    let gaps = entry.watch(move |hazard| {
        fields(hazard, stage).into_iter().filter(|&field| hazard.is_blank(field)).collect::<Vec<HazardField>>()
    });
    let said = entry.watch(move |hazard| {
        fields(hazard, stage).into_iter().map(|field| (field, shown(hazard, field))).collect::<Vec<_>>()
    });
    let gist = move || {
        said.with(|said| {
            said.iter()
                .map(|(_, text)| text.as_str())
                .filter(|text| !text.is_empty())
                .take(2)
                .collect::<Vec<_>>()
                .join(" · ")
        })
    };
    let read_only = entry.session.read_only;
    let row = move |(field, text): (HazardField, String)| {
        let button = if text.is_empty() { words::FILL_IN } else { words::CORRECT };
        let text = if text.is_empty() { words::NOT_THERE_YET.to_owned() } else { text };
        view! {
            <div class="settled-row">
                <dt class="muted small">{words::label(field)}</dt>
                <dd>{text}</dd>
                {move || {
                    (!read_only.get())
                        .then(|| {
                            view! {
                                <dd class="no-print">
                                    <button
                                        type="button"
                                        class="button button-small"
                                        id=control(field)
                                        data-correct=field.code()
                                        aria-label=words::correct_what(button, field)
                                        on:click=move |_| correct.run(field)
                                    >
                                        {button}
                                    </button>
                                </dd>
                            }
                        })
                }}
            </div>
        }
    };
    view! {
        <details open=gaps.with_untracked(|gaps| !gaps.is_empty())>
            <summary>
                {words::section(stage)} <span class="muted small">{gist}</span>
                {move || {
                    gaps.with(|gaps| {
                        (!gaps.is_empty()).then(|| view! { <span class="tag tag-warn">{words::gaps(gaps)}</span> })
                    })
                }}
            </summary>
            <div class="details-body">
                <dl class="settled">{move || said.get().into_iter().map(row).collect_view()}</dl>
            </div>
        </details>
    }
    .into_any()
}

/// The dialog: the new value and, where something stood already, the reason.
#[component]
fn Correct(entry: HazardEntry, field: HazardField, open: RwSignal<bool>) -> impl IntoView {
    let before =
        untrack(move || entry.read(|hazard| (hazard.value(field), hazard.is_settled(field), shown(hazard, field))))
            .unwrap_or_default();
    let (before, settled, was) = before;
    let (value, reason, refused) =
        (RwSignal::new(before), RwSignal::new(String::new()), RwSignal::new(None::<CorrectionFault>));
    let set = Callback::new(move |text| value.set(text));
    let at_reason =
        move || matches!(refused.get(), Some(CorrectionFault::ReasonMissing | CorrectionFault::ReasonTooLong));
    let said =
        move |here: bool| refused.get().filter(|_| at_reason() != here).map(|found| fault::correction(field, found));
    let (value_fault, reason_fault) = (Signal::derive(move || said(true)), Signal::derive(move || said(false)));
    let decide = move |_| {
        let principal = entry.session.enterprise.with_untracked(|enterprise| enterprise.principal.clone());
        let today = today_within(entry.session.span.get_untracked());
        let mut outcome = Ok(());
        entry.edit(|hazard| {
            outcome = hazard.correct(field, &value.get_untracked(), today, &reason.get_untracked(), &principal);
        });
        match outcome {
            Ok(()) => {
                open.set(false);
                dom::reveal(Some(&control(field)));
            }
            Err(found) => refused.set(Some(found)),
        }
    };
    let input = match field.kind() {
        Kind::Grade => {
            let options = [("general", Grade::General), ("major", Grade::Major)]
                .map(|(code, grade)| (code.to_owned(), words::grade(grade).to_owned()));
            view! {
                <Select
                    name="correction-value"
                    label=words::label(field)
                    options=options.into()
                    value=value
                    on_change=set
                />
                <Fault id="correction-value-said" text=value_fault />
            }
            .into_any()
        }
        Kind::Source | Kind::Item | Kind::Area | Kind::Day | Kind::Yuan | Kind::Line | Kind::Lines => {
            let input = if field.is_day() { Input::Date } else { Input::Lines };
            view! {
                <Field
                    name="correction-value"
                    label=words::label(field)
                    value=value
                    on_input=set
                    input=input
                    fault=value_fault
                    eager=Signal::stored(true)
                />
            }
            .into_any()
        }
    };
    view! {
        <h2 id="correction-title">
            {words::correct_what(if settled { words::CORRECT } else { words::FILL_IN }, field)}
        </h2>
        {settled
            .then(|| {
                view! {
                    <p>{words::CORRECT_HINT}</p>
                    <p class="muted">{words::was(&was)}</p>
                }
            })}
        {input}
        {settled
            .then(|| {
                view! {
                    <Field
                        name="correction-reason"
                        label=words::REASON
                        value=reason
                        on_input=Callback::new(move |text| reason.set(text))
                        fault=reason_fault
                        eager=Signal::stored(true)
                        input=Input::Lines
                        required=true
                    />
                }
            })}
        <div class="row">
            <button type="button" class="button button-primary" data-action="confirm-correction" on:click=decide>
                {words::CORRECT_DONE}
            </button>
            <button type="button" class="button" on:click=move |_| open.set(false)>
                {words::CANCEL}
            </button>
        </div>
    }
    .into_any()
}
