//! One question with its answer: a check item, a point of an area, the counts of a cell.

use anziping_core::catalog::Kind;
use anziping_core::hazard::counts_of_item;
use anziping_core::month::answer::{Answer, Mark, NOTE_MAX, Status};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::enterprise::last_month;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::counts::says;
use crate::enterprise::session::{AnswerRow, Session};
use crate::platform::{clock, dom};
use crate::ui::choice::{Marks, pressed};
use crate::ui::field::{Fault, Field};
use crate::words::{common, element as words, fault, register};

/// The text of a question, apart from its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct QuestionText {
    /// Id of the item, point or cell; also the id of the element on the page.
    pub id: String,
    /// The text in front of the question, such as the item's number; may be empty.
    pub number: String,
    pub question: String,
    /// Kind of answer.
    pub kind: Kind,
    /// Label of the numerator; empty unless it is a ratio.
    pub done_label: String,
    /// Label of the denominator; empty unless it is a ratio.
    pub total_label: String,
    /// The public hook that carries the id.
    pub hook: Hook,
}

/// The attribute by which automation finds a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Hook {
    /// `data-item`
    Item,
    /// `data-point`
    Point,
    /// `data-rate`
    Rate,
}

/// Name of a state in `data-status`.
pub(crate) fn state_code(status: Status) -> &'static str {
    match status {
        Status::Unanswered => "open",
        Status::Faulty(_) => "faulty",
        Status::Unsure => "unsure",
        Status::Carried(_) | Status::CarriedNotApplicable => "carried",
        Status::Standing(_) | Status::StandingNotApplicable => "standing",
        Status::NotApplicable => "na",
        Status::Answered(reading) if reading.is_met() => "met",
        Status::Answered(_) => "unmet",
    }
}

/// The mark of the key that was pressed.
fn by_key(ev: &KeyboardEvent) -> Option<Mark> {
    Some(match pressed(ev)?.as_str() {
        "1" => Mark::Yes,
        "2" => Mark::Partly,
        "3" => Mark::No,
        "4" => Mark::Unsure,
        "5" => Mark::Na,
        _ => return None,
    })
}

/// A question as a fieldset. `next` is the id of the question that a key press moves on to.
#[component]
pub(crate) fn Question(
    /// The month on the screen.
    session: Session,
    row: AnswerRow,
    /// The question itself.
    asked: QuestionText,
    /// Id of the following question, if there is one.
    #[prop(into)]
    next: Signal<Option<String>>,
    /// A disclosure beside the one for the note, such as how to check.
    #[prop(into, optional)]
    more: Option<AnyView>,
    /// The consequences of the answer: hazards, warnings.
    children: Children,
) -> impl IntoView {
    let QuestionText { id, number, question, kind, done_label, total_label, hook } = asked;
    let (answer, status) = (row.answer, row.status);
    let edit = move |change: &dyn Fn(&mut Answer)| session.edit_answer(row, clock::today(), change);
    let choose = Callback::new(move |mark: Mark| edit(&|answer| answer.mark = Some(mark)));
    let on_key = move |ev: KeyboardEvent| {
        let Some(mark) = by_key(&ev).filter(|mark| mark.offered_for(kind) && !session.read_only.get_untracked()) else {
            return;
        };
        ev.prevent_default();
        choose.run(mark);
        // 否 and 不适用 ask for something more at this very place, so the focus stays.
        if let (Mark::Yes | Mark::Partly | Mark::Unsure, Some(next)) = (mark, next.get_untracked()) {
            dom::focus(&format!("[id=\"{next}\"] :is(input, textarea)"));
        }
    };
    let left = RwSignal::new(false);
    let shown_fault = Memo::new(move |_| match status.get() {
        Status::Faulty(found) if left.get() => Some(fault::answer(found)),
        _ => None,
    });
    let error_id = format!("{id}-error");
    let described_by = error_id.clone();
    let tag = |wanted: Hook| (hook == wanted).then(|| id.clone());
    let chosen = Signal::derive(move || answer.with(|answer| answer.mark));
    let carried = Signal::derive(move || status.get().is_carried());
    let set_note = Callback::new(move |text: String| edit(&|answer| answer.note.clone_from(&text)));
    let set_reason = Callback::new(move |text: String| edit(&|answer| answer.reason.clone_from(&text)));
    let is_na = Memo::new(move |_| answer.with(|answer| answer.mark == Some(Mark::Na)));
    let before_id = id.clone();
    let returned = returned::at_question(session, &id);
    let (na_id, note_id) = (format!("{id}-reason"), format!("{id}-note"));
    view! {
        <fieldset
            class="item"
            id=id.clone()
            data-item=tag(Hook::Item)
            data-point=tag(Hook::Point)
            data-rate=tag(Hook::Rate)
            data-status=move || state_code(status.get())
            disabled=move || session.read_only.get()
            on:keydown=on_key
            on:focusout=move |_| left.set(true)
            aria-describedby=described_by
        >
            <legend>{(!number.is_empty()).then(|| view! { <span class="item-id">{number}</span> })} {question}</legend>
            {returned}
            {(kind == Kind::Ratio)
                .then(|| {
                    view! {
                        <Counts id=id.clone() row=row done_label=done_label total_label=total_label session=session />
                    }
                })}
            <Marks group=id.clone() kind=kind chosen=chosen carried=carried on_choose=choose />
            <Fault id=error_id text=shown_fault />
            {move || {
                is_na
                    .get()
                    .then(|| {
                        view! {
                            <Field
                                name=na_id.clone()
                                label=words::NA_REASON
                                hint=words::NA_HINT
                                value=Signal::derive(move || answer.with(|answer| answer.reason.clone()))
                                on_input=set_reason
                                required=true
                            />
                        }
                    })
            }}
            {move || carried_note(session, row)}
            {last_month::before(session, row, &before_id, kind)}
            {children()}
            <div class="item-more no-print">
                <Note id=note_id answer=answer on_input=set_note />
                {more}
            </div>
        </fieldset>
    }
    .into_any()
}

/// The two counts of a ratio.
///
/// Choosing 待核实 or 不适用 does not erase them; typing a count takes that choice back.
#[component]
fn Counts(id: String, row: AnswerRow, done_label: String, total_label: String, session: Session) -> impl IntoView {
    let answer = row.answer;
    let edit = move |change: &dyn Fn(&mut Answer)| {
        session.edit_answer(row, clock::today(), |answer| {
            answer.mark = None;
            change(answer);
        });
    };
    let result = move || match row.status.get().reading() {
        Some(reading) => match reading.score() {
            Some(score) if reading.is_met() || score.get() < 10_000 => {
                format!("{}.{}%", score.get() / 100, score.get() % 100 / 10)
            }
            Some(_) => "99.9%".into(),
            None => words::NO_CASE.into(),
        },
        None => String::new(),
    };
    let of_workers = session
        .catalogue
        .item(&id)
        .filter(|item| item.of_workers)
        .and_then(|_| session.enterprise.with_untracked(|enterprise| enterprise.worker_count().ok()));
    let (ledger_key, register_key) = (id.clone(), id.clone());
    let (done_id, total_id) = (format!("{id}-done"), format!("{id}-total"));
    view! {
        <div class="ratio">
            <div class="field">
                <label for=done_id.clone()>{done_label}</label>
                <input
                    id=done_id
                    name="done"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    prop:value=move || answer.with(|answer| answer.done.clone())
                    on:input=move |ev| {
                        let typed = event_target_value(&ev);
                        edit(&|answer| {
                            answer.done.clone_from(&typed);
                            // How many work there is known; somebody else may be counted, so that it can be changed.
                            if let (true, Some(workers)) = (answer.total.trim().is_empty(), of_workers) {
                                answer.total = workers.to_string();
                            }
                        });
                    }
                />
            </div>
            <span class="over" aria-hidden="true">
                "÷"
            </span>
            <div class="field">
                <label for=total_id.clone()>{total_label}</label>
                <input
                    id=total_id
                    name="total"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    prop:value=move || answer.with(|answer| answer.total.clone())
                    on:input=move |ev| {
                        let typed = event_target_value(&ev);
                        edit(&|answer| answer.total.clone_from(&typed));
                    }
                />
            </div>
            <output class="result">{result}</output>
        </div>
        {move || from_ledger(session, row, &ledger_key)}
        {move || from_register(session, row, &register_key)}
    }
    .into_any()
}

/// Offers the counts of the hazard ledger while other counts stand there.
fn from_ledger(session: Session, row: AnswerRow, id: &str) -> Option<AnyView> {
    let item = session.catalogue.item(id)?;
    let counted = session.hazards.with(|hazards| counts_of_item(item, hazards, session.span.get()))?;
    let is_same = row.answer.with(|answer| says(answer, counted));
    (!is_same && !session.read_only.get()).then(|| {
        let take = move |_| session.take_counts(row, clock::today(), counted);
        view! {
            <button type="button" class="button button-small no-print" data-action="from-ledger" on:click=take>
                {words::from_ledger(counted)}
            </button>
        }
        .into_any()
    })
}

/// The count from a register: stated if the answer agrees, offered if not.
fn from_register(session: Session, row: AnswerRow, id: &str) -> Option<AnyView> {
    let counted = session.register_rate(id)?;
    let page = Route::of_count(session.catalogue, id).href();
    if row.answer.with(|answer| says(answer, counted)) {
        return Some(
            view! {
                <p class="hint" data-from-register="same">
                    {register::TAKEN}
                    " "
                    <a class="no-print" href=page>
                        {register::SEE}
                    </a>
                </p>
            }
            .into_any(),
        );
    }
    Some(
        view! {
            <div class="row no-print" data-from-register="other">
                <a href=page>{register::counted(counted)}</a>
                {(!session.read_only.get())
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button button-small"
                                data-action="take-counts"
                                on:click=move |_| session.take_counts(row, clock::today(), counted)
                            >
                                {register::TAKE}
                            </button>
                        }
                    })}
            </div>
        }
        .into_any(),
    )
}

/// The note: a disclosure while it is empty, always open once something stands in it.
#[component]
fn Note(id: String, answer: RwSignal<Answer>, on_input: Callback<String>) -> impl IntoView {
    let open = answer.with_untracked(|answer| !answer.note.is_empty());
    let value = Signal::derive(move || answer.with(|answer| answer.note.clone()));
    let over = Signal::derive(move || {
        answer
            .with(|answer| answer.note.chars().count() > NOTE_MAX)
            .then(|| fault::answer(anziping_core::month::answer::AnswerFault::TextTooLong))
    });
    view! {
        <details open=open>
            <summary>{words::ADD_NOTE}</summary>
            <div class="details-body note">
                <label class="visually-hidden" for=id.clone()>
                    {words::NOTE}
                </label>
                <textarea
                    id=id.clone()
                    name="note"
                    prop:value=value
                    on:input=move |ev| on_input.run(event_target_value(&ev))
                ></textarea>
                <Fault id=format!("{id}-error") text=over />
            </div>
        </details>
    }
    .into_any()
}

/// Says where the answer comes from, with the button that confirms a carried one.
fn carried_note(session: Session, row: AnswerRow) -> Option<AnyView> {
    let (ask_again, confirmed, other_edition) =
        row.answer.with(|answer| (answer.ask_again, answer.confirmed_on, answer.other_edition));
    if ask_again {
        return Some(view! { <p class="hint status-warn">{words::ASK_AGAIN}</p> }.into_any());
    }
    match row.status.get().is_carried() {
        true => Some(
            view! {
                <div class="row">
                    <p class="hint">{words::carried(confirmed)}</p>
                    {other_edition
                        .then(|| {
                            view! {
                                <p class="hint status-warn" data-other-edition="true">
                                    {words::OTHER_EDITION}
                                </p>
                            }
                        })}
                    <button
                        type="button"
                        class="button button-small"
                        data-action="confirm"
                        on:click=move |_| session.edit_answer(row, clock::today(), |_| ())
                    >
                        {words::CONFIRM}
                    </button>
                </div>
            }
            .into_any(),
        ),
        false => None,
    }
}

/// Short state of a row for lists: a word with a colour.
pub(crate) fn status_tag(status: Status) -> AnyView {
    let tone = match state_code(status) {
        "met" => "tag-good",
        "unmet" => "tag-bad",
        "unsure" | "carried" | "faulty" => "tag-warn",
        _ => "",
    };
    view! { <span class=format!("tag {tone}")>{common::status(status)}</span> }.into_any()
}
