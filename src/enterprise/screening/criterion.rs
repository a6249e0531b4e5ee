//! One criterion: its text and limits, the three answers, the defects, and what follows.

use anziping_core::catalog::Listed;
use anziping_core::month::screening::{Finding, Outcome, Screened};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::lead;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::dom;
use crate::ui::choice::pressed;
use crate::ui::field::Fault;
use crate::words::{fault, screening as words};

/// Name of an outcome in `data-status`; the colours are those of the check items.
fn state_code(outcome: Outcome, carried: bool) -> &'static str {
    match outcome {
        Outcome::Unchecked => "open",
        _ if carried => "carried",
        Outcome::Undecided => "faulty",
        Outcome::Clear => "met",
        Outcome::Partial => "unsure",
        Outcome::Suspected => "unmet",
        Outcome::NotInvolved => "na",
    }
}

/// A criterion: asked, or answered by the item that asks for the same.
#[component]
pub(super) fn CriterionOrItem(
    session: Session,
    listed: Listed<'static>,
    #[prop(into)] next: Signal<Option<String>>,
) -> impl IntoView {
    let by_item = Memo::new(move |_| {
        let looked = session.looked(listed)?;
        looked.item.map(|item| (item.id.as_str(), looked.outcome, looked.carried))
    });
    let is_asked = Memo::new(move |_| by_item.with(Option::is_none));
    move || match is_asked.get() {
        true => view! { <CriterionView session=session listed=listed next=next /> }.into_any(),
        false => view! { <ByItem session=session listed=listed by_item=by_item /> }.into_any(),
    }
}

/// A criterion that an item answers: what it comes to, its record, and the way to the item.
#[component]
fn ByItem(
    session: Session,
    listed: Listed<'static>,
    by_item: Memo<Option<(&'static str, Outcome, bool)>>,
) -> impl IntoView {
    let criterion = listed.criterion;
    let state =
        move || by_item.with(|found| found.map_or("open", |(_, outcome, carried)| state_code(outcome, carried)));
    let said = move || {
        let (id, outcome, _) = by_item.get()?;
        let item = session.catalogue.item(id)?;
        let href = Route::Element(session.element_of(id), Some(id.to_owned())).href();
        Some(view! {
            <p>
                {words::of_item(item, outcome)} " "
                <a class="no-print" href=href>
                    {words::SEE_ITEM}
                </a>
            </p>
        })
    };
    let outcome = Memo::new(move |_| by_item.get().map_or(Outcome::Unchecked, |(_, outcome, _)| outcome));
    let record = move || {
        let found = session.with(|assessment| assessment.record_of(listed).map(|hazard| hazard.id.clone()));
        match (outcome.get(), found) {
            (Outcome::Suspected, Some(hazard)) => {
                let href = Route::Hazards(Some(hazard.clone())).href();
                let lead = hazard.clone();
                view! {
                    <p>
                        <strong class="status-bad">{words::SUSPICION}</strong>
                        " "
                        <a data-lead=lead href=href>
                            {words::SEE_LEAD}
                            " "
                            {hazard}
                        </a>
                    </p>
                }
                .into_any()
            }
            (Outcome::Suspected, None) => view! {
                <div class="row">
                    <p class="status-bad">{words::LEAD_MISSING}</p>
                    <button
                        type="button"
                        class="button button-small"
                        data-action="open-lead"
                        on:click=move |_| session.open_lead(listed, &Screened::default())
                    >
                        {words::OPEN_LEAD}
                    </button>
                </div>
            }
            .into_any(),
            _ => ().into_any(),
        }
    };
    view! {
        <section
            class="item"
            id=criterion.id.as_str()
            tabindex="-1"
            data-criterion=criterion.id.as_str()
            data-status=state
        >
            <p class="item-question">
                <span class="item-id">{criterion.at.as_str()}</span>
                {criterion.text.as_str()}
            </p>
            {said}
            {record}
        </section>
    }
    .into_any()
}

/// The finding that a pressed key stands for.
fn by_key(ev: &KeyboardEvent) -> Option<Finding> {
    Some(match pressed(ev)?.as_str() {
        "1" => Finding::Clear,
        "2" => Finding::Suspected,
        "3" => Finding::NotInvolved,
        _ => return None,
    })
}

/// A criterion as a fieldset. `next` is the id of the criterion that a key press moves on to.
#[component]
fn CriterionView(
    session: Session,
    listed: Listed<'static>,
    #[prop(into)] next: Signal<Option<String>>,
) -> impl IntoView {
    let criterion = listed.criterion;
    let id = criterion.id.as_str();
    let screened =
        Memo::new(move |_| session.screening.with(|screening| screening.get(id).cloned()).unwrap_or_default());
    let outcome = Memo::new(move |_| screened.with(|screened| screened.outcome(criterion)));
    // From the answer alone: an effect that reads a memo before the memo that this one comes from misses the changes
    // that leave the first as it was (reactive_graph 0.2).
    let state = move || screened.with(|screened| state_code(screened.outcome(criterion), screened.carried));
    let choose = move |finding: Finding| lead::edit(session, listed, |screened| screened.finding = Some(finding));
    let on_key = move |ev: KeyboardEvent| {
        let Some(finding) = by_key(&ev).filter(|_| !session.read_only.get_untracked()) else { return };
        ev.prevent_default();
        choose(finding);
        // 疑似 asks for more at this very place, so the focus stays.
        if let (Finding::Clear | Finding::NotInvolved, Some(next)) = (finding, next.get_untracked()) {
            dom::focus(&format!("[id=\"{next}\"] :is(input, textarea)"));
        }
    };
    let buttons = Finding::ALL.map(|finding| {
        let class = match finding {
            Finding::Clear => "choice choice-yes",
            Finding::Suspected => "choice choice-no",
            Finding::NotInvolved => "choice choice-na choice-quiet",
        };
        let chosen = move || screened.with(|screened| screened.finding == Some(finding));
        let of_button = format!("{id}-{}", finding.code());
        let labels = of_button.clone();
        view! {
            <label class=class for=labels>
                <input
                    type="radio"
                    id=of_button
                    name=id
                    value=finding.code()
                    prop:checked=chosen
                    on:click=move |_| {
                        // Another press on what was taken over confirms it.
                        if screened.with_untracked(|screened| screened.carried && screened.finding == Some(finding)) {
                            choose(finding);
                        }
                    }
                    on:change=move |_| choose(finding)
                />
                {words::finding(finding)}
            </label>
        }
    });
    let limits = [criterion.scope_note.as_str(), if criterion.device { listed.set.failed_device.as_str() } else { "" }];
    let limits = limits
        .into_iter()
        .filter(|limit| !limit.is_empty())
        .map(|limit| view! { <p class="hint">{limit}</p> })
        .collect_view();
    let (class, doubt) = crate::words::basis::doubt(listed.confidence());
    let doubt = (!doubt.is_empty()).then(|| view! { " " <span class=class>{doubt}</span> });
    let is_suspected = Memo::new(move |_| screened.with(|screened| screened.finding == Some(Finding::Suspected)));
    view! {
        <fieldset
            class="item"
            id=id
            data-criterion=id
            data-status=state
            disabled=move || session.read_only.get()
            on:keydown=on_key
        >
            <legend>
                <span class="item-id">{criterion.at.as_str()}</span>
                {criterion.text.as_str()}
                {doubt}
            </legend>
            <div class="stack-tight">{limits}</div>
            <div class="choices">{buttons}</div>
            {move || {
                (is_suspected.get() && !criterion.defects.is_empty())
                    .then(|| view! { <Defects session=session listed=listed screened=screened /> })
            }}
            <div aria-live="polite">
                <Consequence session=session listed=listed screened=screened outcome=outcome />
            </div>
            {move || carried_note(session, listed, &screened.get())}
            <div class="item-more no-print">
                <Note session=session listed=listed screened=screened />
            </div>
        </fieldset>
    }
    .into_any()
}

/// The defects the criterion names, as boxes.
#[component]
fn Defects(session: Session, listed: Listed<'static>, screened: Memo<Screened>) -> impl IntoView {
    let id = listed.criterion.id.as_str();
    let boxes = (1..=9_u8).zip(&listed.criterion.defects).map(|(number, defect)| {
        let there = move || screened.with(|screened| screened.defects.contains(&number));
        let toggle = move |_| {
            lead::edit(session, listed, |screened| {
                if !screened.defects.remove(&number) {
                    screened.defects.insert(number);
                }
            });
        };
        let name = format!("{id}-defect-{number}");
        let labels = name.clone();
        view! {
            <label class="check" for=labels>
                <input type="checkbox" id=name.clone() name=name prop:checked=there on:change=toggle />
                <span>{defect.as_str()}</span>
            </label>
        }
    });
    view! {
        <fieldset class="stack-tight" data-defects=id>
            <legend>{words::defects(listed.criterion.needs)}</legend>
            {boxes.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Follows the answer: the lead in the ledger, a general hazard, or nothing.
#[component]
fn Consequence(
    session: Session,
    listed: Listed<'static>,
    screened: Memo<Screened>,
    outcome: Memo<Outcome>,
) -> impl IntoView {
    let id = listed.criterion.id.as_str();
    let found = Memo::new(move |_| {
        session.hazards.with(|hazards| lead::find(hazards, id).map(|hazard| (hazard.id.clone(), hazard.is_open())))
    });
    let link = |hazard: String| {
        let href = Route::Hazards(Some(hazard.clone())).href();
        let lead = hazard.clone();
        view! {
            <a data-lead=lead href=href>
                {words::SEE_LEAD}
                " "
                {hazard}
            </a>
        }
    };
    move || match (outcome.get(), found.get()) {
        (Outcome::Suspected, Some((hazard, _))) => view! {
            <p>
                <strong class="status-bad">{words::SUSPICION}</strong>
                " "
                {listed.citation()}
                " "
                {link(hazard)}
            </p>
        }
        .into_any(),
        (Outcome::Suspected, None) => view! {
            <div class="row">
                <p class="status-bad">{words::LEAD_MISSING}</p>
                <button
                    type="button"
                    class="button button-small"
                    data-action="open-lead"
                    on:click=move |_| session.open_lead(listed, &screened.get_untracked())
                >
                    {words::OPEN_LEAD}
                </button>
            </div>
        }
        .into_any(),
        (Outcome::Partial, _) => view! {
            <div class="stack-tight">
                <p class="status-warn">{words::PARTIAL}</p>
                <div>
                    <button
                        type="button"
                        class="button button-small no-print"
                        data-action="register-general"
                        on:click=move |_| lead::register_general(session, listed, &screened.get_untracked())
                    >
                        {words::REGISTER_GENERAL}
                    </button>
                </div>
            </div>
        }
        .into_any(),
        (Outcome::Undecided, _) => view! { <p class="status-warn">{words::UNDECIDED}</p> }.into_any(),
        (_, Some((hazard, true))) => view! { <p class="hint">{words::TAKEN_BACK} " " {link(hazard)}</p> }.into_any(),
        _ => ().into_any(),
    }
}

/// Says where the answer comes from, with the button that confirms a carried one.
fn carried_note(session: Session, listed: Listed<'static>, screened: &Screened) -> Option<AnyView> {
    let finding = screened.finding.filter(|_| screened.carried)?;
    Some(
        view! {
            <div class="row">
                <p class="hint">{words::carried(finding, screened.confirmed_on)}</p>
                {screened
                    .other_edition
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
                    on:click=move |_| lead::edit(session, listed, |_| ())
                >
                    {crate::words::element::CONFIRM}
                </button>
            </div>
        }
        .into_any(),
    )
}

/// The note: a disclosure while it is empty, open once something stands in it.
#[component]
fn Note(session: Session, listed: Listed<'static>, screened: Memo<Screened>) -> impl IntoView {
    let id = format!("{}-note", listed.criterion.id);
    let open = screened.with_untracked(|screened| !screened.note.is_empty());
    let over = Signal::derive(move || {
        screened
            .with(Screened::is_note_too_long)
            .then(|| fault::answer(anziping_core::month::answer::AnswerFault::TextTooLong))
    });
    let typed = move |ev: leptos::ev::Event| {
        let text = event_target_value(&ev);
        lead::edit(session, listed, |screened| screened.note = text);
    };
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
                    prop:value=move || screened.with(|screened| screened.note.clone())
                    on:input=typed
                ></textarea>
                <Fault id=format!("{id}-error") text=over />
            </div>
        </details>
    }
    .into_any()
}
