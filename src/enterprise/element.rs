//! The page of one element: its items as questions, its live score, filters.

use anziping_core::catalog::{Element, Item};
use anziping_core::month::answer::{self, Answer, ConfirmedBy};
use anziping_core::month::assessment::{Applicability, Assessment};
use leptos::prelude::*;

use super::answered_elsewhere;
use super::filter::Filtered;
use super::folded::{self, Folded};
use super::month::Facts;
use super::question::{Hook, Question, QuestionText};
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::section::{ConfirmSection, SectionPart};
use crate::enterprise::session::{AnswerRow, Session};
use crate::ui::citation::Citations;
use crate::words::register::{self, document};
use crate::words::{common, element as words, screening as screening_words};

#[component]
pub(crate) fn ElementPage(
    /// The month on the screen.
    session: Session,
    /// 1 to 8.
    number: u8,
) -> impl IntoView {
    let Some(element) = session.catalogue.element(number) else { return ().into_any() };
    let filter = Filtered::new();
    let asked = move || {
        let items = element.items.iter();
        items.filter_map(|item| Some((item.id.clone(), session.item(&item.id)?.status.get()))).collect::<Vec<_>>()
    };
    // What has changed decides what is asked, so it stands before the first question that is answered this month.
    let changes_first = untrack(|| !session.read_only.get() && is_untouched(session));
    let applying = Memo::new(move |_| {
        session.profile.with(|profile| {
            element
                .items
                .iter()
                .filter(|item| item.applies.holds(profile))
                .map(|item| item.id.as_str())
                .collect::<Vec<_>>()
        })
    });
    let folded = untrack(|| {
        let standing = asked().into_iter().filter(|(_, status)| status.is_standing());
        Folded::of(session, standing)
    });
    let behind = Memo::new(move |_| {
        let mut ids = applying.get();
        ids.retain(|id| filter.is_all() && folded.holds(id));
        ids
    });
    let listed = Memo::new(move |_| {
        let mut ids = applying.get();
        ids.retain(|id| filter.keeps(id) && !(filter.is_all() && folded.holds(id)));
        ids
    });
    let none = Memo::new(move |_| listed.with(Vec::is_empty) && behind.with(Vec::is_empty));
    let parts = Signal::derive(move || {
        let rows = |ids: &Vec<&'static str>| {
            let part = |id: &&'static str| Some(SectionPart::of_row(session, (*id).to_owned(), session.item(id)?));
            ids.iter().filter_map(part).collect::<Vec<_>>()
        };
        listed.with(rows)
    });
    view! {
        <div class="page">
            <Head session=session element=element />
            {changes_first.then(|| view! { <Facts session=session /> })}
            <div class="row row-between no-print">
                {filter.buttons(asked)}
                <p class="hint keys-hint">{words::KEYS}</p>
            </div>
            <For
                each=move || listed.get()
                key=|id| *id
                children=move |id| {
                    let next = Signal::derive(move || {
                        listed
                            .with(|ids| {
                                ids.iter().skip_while(|other| **other != id).nth(1).map(|next| (*next).to_owned())
                            })
                    });
                    item_view(session, id, next)
                }
            />
            {move || none.get().then(|| view! { <p class="card">{words::NOTHING_LEFT}</p> })}
            {move || {
                let ids = behind.get();
                let questions = || ids.iter().map(|id| item_view(session, id, Signal::stored(None))).collect_view();
                (!ids.is_empty()).then(|| folded::view(ids.len(), 0, questions().into_any()))
            }}
            <ConfirmSection session=session parts=parts />
            <Excluded session=session element=element />
        </div>
    }
    .into_any()
}

/// Returns whether nobody has answered or confirmed an item this month.
///
/// Counts that came from a register are nobody's answer.
fn is_untouched(session: Session) -> bool {
    let mut rows = session.catalogue.items().filter_map(|item| session.item(&item.id));
    rows.all(|row| {
        let by_hand =
            row.answer.with(|answer| !answer.is_blank() && !answer.carried && answer.by != Some(ConfirmedBy::Register));
        !by_hand
    })
}

/// Title, live score and progress.
#[component]
fn Head(session: Session, element: &'static Element) -> impl IntoView {
    let Some(score) = session.element(element.number) else { return ().into_any() };
    let progress = move || score.with(|score| words::progress(score.done(), score.applicable));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title(element.number, &element.name)}</h1>
            <div class="row row-between">
                <p class="row">
                    <output class="figure-mid" data-score="element">
                        {move || common::score(score.with(|score| score.score).map(|score| score.tenths()))}
                    </output>
                    <span class="muted">
                        {move || score.with(|score| words::score_note(score.unanswered, score.unsure))}
                    </span>
                </p>
                <p class="number">{progress}</p>
            </div>
            <progress
                max=move || score.with(|score| score.applicable.max(1))
                value=move || score.with(|score| score.done())
                aria-label=progress
            ></progress>
        </div>
    }
    .into_any()
}

fn item_view(session: Session, id: &'static str, next: Signal<Option<String>>) -> AnyView {
    let (Some(item), Some(row)) = (session.catalogue.item(id), session.item(id)) else { return ().into_any() };
    if let Some(computed) = item.computed.as_ref().filter(|computed| computed.is_given()) {
        let by_page = Memo::new(move |_| session.profile.with(|profile| computed.when.holds(profile)));
        let view = move || {
            if by_page.get() { computed_item(session, item, row) } else { typed_item(session, item, row, next) }
        };
        return view! { {view} }.into_any();
    }
    let asked = question_of(item);
    let expires = move |answer: &Answer| {
        let interval = session.profile.with(|profile| item.interval_for(profile));
        answered_elsewhere::expiry(answer, Some(interval))
    };
    answered_elsewhere::unless_standing(session, row, &asked, expires, move || typed_item(session, item, row, next))
}

/// An item whose counts come from another page: what they are, and the way there.
fn computed_item(session: Session, item: &'static Item, row: AnswerRow) -> AnyView {
    let question = format!("{}-question", item.id);
    let labelled = question.clone();
    view! {
        <section
            class="item"
            id=item.id.as_str()
            tabindex="-1"
            data-item=item.id.as_str()
            data-computed=""
            aria-labelledby=labelled
            data-status=move || super::question::state_code(row.status.get())
        >
            <p class="item-question" id=question>
                <span class="item-id">{item.id.as_str()}</span>
                {item.question.as_str()}
            </p>
            <div class="row">
                <p>{move || screening_words::computed(&session.tally())}</p>
                {move || super::question::status_tag(row.status.get())}
            </div>
            <p class="no-print">
                <a class="button button-small" href=Route::Screening(None).href()>
                    {screening_words::TO_SCREENING}
                </a>
            </p>
            <div class="item-more no-print">
                <HowTo session=session item=item row=row />
            </div>
        </section>
    }
    .into_any()
}

fn question_of(item: &Item) -> QuestionText {
    QuestionText {
        id: item.id.clone(),
        number: item.id.clone(),
        question: item.question.clone(),
        kind: item.kind,
        done_label: item.done_label.clone(),
        total_label: item.total_label.clone(),
        hook: Hook::Item,
    }
}

fn typed_item(session: Session, item: &'static Item, row: AnswerRow, next: Signal<Option<String>>) -> AnyView {
    let asked = question_of(item);
    view! {
        <Question
            session=session
            row=row
            asked=asked
            next=next
            more=view! { <HowTo session=session item=item row=row /> }.into_any()
        >
            {(!item.documents.is_empty()).then(|| documents_beside(session, item))}
            <Consequence session=session item=item row=row />
        </Question>
    }
    .into_any()
}

/// Shows the count of the register of documents. The person who answers judges whether it is enough.
fn documents_beside(session: Session, item: &'static Item) -> AnyView {
    let beside = Memo::new(move |_| session.documents_beside(&item.id));
    view! {
        {move || {
            beside
                .get()
                .map(|rate| {
                    view! {
                        <p class="hint" data-beside=item.id.as_str()>
                            {document::beside(rate)}
                            " "
                            <a class="no-print" href=Route::Documents(None).href()>
                                {register::SEE}
                            </a>
                        </p>
                    }
                })
        }}
    }
    .into_any()
}

/// Follows an unmet answer: the veto in words, and its hazard or the offer to register one.
#[component]
fn Consequence(session: Session, item: &'static Item, row: AnswerRow) -> impl IntoView {
    let app = App::get();
    let unmet = Memo::new(move |_| row.status.get().reading().is_some_and(|reading| !reading.is_met()));
    let vetoed = Memo::new(move |_| {
        session.profile.with(|profile| {
            let view = Assessment {
                catalogue: session.catalogue,
                profile: profile.clone(),
                answers: &session,
                hazards: &[],
                span: session.span.get(),
            };
            view.is_vetoed(item)
        })
    });
    let linked = Memo::new(move |_| {
        session.hazards.with(|hazards| {
            hazards.iter().find(|hazard| hazard.is_open() && hazard.item == item.id).map(|hazard| hazard.id.clone())
        })
    });
    let register = move |_| {
        if let Some(id) = super::hazard_of_item(session, item, vetoed.get_untracked()) {
            app.go(&Route::Hazards(Some(id)));
        }
    };
    view! {
        {move || vetoed.get().then(|| view! { <p class="status-bad">{words::VETO_HIT}</p> })}
        {move || match (unmet.get(), linked.get()) {
            (_, Some(hazard)) => {
                let href = Route::Hazards(Some(hazard.clone())).href();
                view! {
                    <p>
                        <a href=href>{words::SEE_HAZARD} " " {hazard}</a>
                    </p>
                }
                    .into_any()
            }
            (true, None) => {
                view! {
                    <p class="no-print">
                        <button
                            type="button"
                            class="button button-small"
                            data-action="register-hazard"
                            on:click=register
                        >
                            {words::REGISTER_HAZARD}
                        </button>
                    </p>
                }
                    .into_any()
            }
            (false, None) => ().into_any(),
        }}
    }
    .into_any()
}

/// Shows how to check, evidence and legal basis; closed until asked for.
#[component]
fn HowTo(session: Session, item: &'static Item, row: AnswerRow) -> impl IntoView {
    let interval = move || {
        let interval = session.profile.with(|profile| item.interval_for(profile));
        let expires = row.answer.with(|answer| answer.confirmed_on).and_then(|day| answer::expires(day, interval));
        words::interval_until(interval, expires)
    };
    let when = move |rule: &anziping_core::catalog::Rule| session.profile.with(|profile| rule.holds(profile));
    let veto = move || {
        item.veto.as_ref().filter(|veto| when(&veto.when)).map(|veto| {
            let not = veto.does_not_fire.as_ref();
            let not = not.map(|case| view! { <p class="hint">{words::not_vetoed(&case.found)}</p> });
            view! {
                <p class="status-warn">{words::veto(veto)}</p>
                {not}
            }
        })
    };
    let lead = move || {
        item.lead.as_ref().filter(|lead| when(&lead.when)).map(|lead| {
            let cited = lead.criteria.iter().filter_map(|id| session.catalogue.criterion(id));
            let cited: Vec<String> = cited.map(|listed| listed.citation()).collect();
            view! { <p class="status-warn">{words::lead(lead, &cited)}</p> }
        })
    };
    let scope = (!item.scope_note.is_empty()).then(|| {
        view! {
            <dt>{words::SCOPE}</dt>
            <dd>{item.scope_note.as_str()}</dd>
        }
    });
    view! {
        <details>
            <summary>{words::HOW_TO}</summary>
            <div class="details-body">
                <dl class="facts-list">
                    <dt>{words::HOW}</dt>
                    <dd>{item.how.as_str()}</dd>
                    <dt>{words::EVIDENCE}</dt>
                    <dd>{common::list(&item.evidence)}</dd>
                    <dt>{words::BASIS}</dt>
                    <dd>
                        <Citations catalogue=session.catalogue basis=&item.basis />
                    </dd>
                    {scope}
                    <dt>{words::INTERVAL}</dt>
                    <dd>{interval}</dd>
                    <dt>{words::WEIGHT}</dt>
                    <dd>{item.weight}</dd>
                </dl>
                {veto}
                {lead}
            </div>
        </details>
    }
    .into_any()
}

/// The items that the facts exclude, with the facts.
#[component]
fn Excluded(session: Session, element: &'static Element) -> impl IntoView {
    let excluded = Memo::new(move |_| {
        let profile = session.profile.get();
        let view = Assessment {
            catalogue: session.catalogue,
            profile,
            answers: &session,
            hazards: &[],
            span: session.span.get(),
        };
        let reasons = element.items.iter().filter_map(|item| match view.applicability(item) {
            Applicability::Excluded(terms) => {
                Some((item.id.as_str(), item.question.as_str(), words::because(session.catalogue, &terms)))
            }
            Applicability::Applies => None,
        });
        reasons.collect::<Vec<_>>()
    });
    view! {
        {move || {
            excluded
                .with(|excluded| {
                    (!excluded.is_empty())
                        .then(|| {
                            view! {
                                <details class="card card-flat">
                                    <summary>{words::excluded(excluded.len())}</summary>
                                    <ul class="plain stack-tight">
                                        {excluded
                                            .iter()
                                            .map(|(id, question, reason)| {
                                                view! {
                                                    <li>
                                                        <span class="item-id">{*id}</span>
                                                        {*question}
                                                        <span class="muted">{reason.clone()}</span>
                                                    </li>
                                                }
                                            })
                                            .collect_view()}
                                    </ul>
                                </details>
                            }
                        })
                })
        }}
    }
    .into_any()
}
