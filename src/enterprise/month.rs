//! The page with the facts and figures of the month: one form, drawn from the list of its fields.

use anziping_core::catalog::{Fact, FactGroup, Figures, Item, TargetCode};
use anziping_core::enterprise::Profile;
use anziping_core::hazard::Source;
use anziping_core::month::figures::{Block, FieldKind, MonthFault, MonthField};
use anziping_core::value::line::line_fault;
use anziping_core::value::rate::Rate;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::returned;
use crate::enterprise::route::{PREPARER, Route};
use crate::enterprise::session::Session;
use crate::ui::field::{Check, Field, Input};
use crate::words::{common, month as words};

#[component]
pub(crate) fn MonthPage(
    /// The month on the screen.
    session: Session,
) -> impl IntoView {
    let block = move |block: Block| view! { <BlockCard session=session block=block /> };
    let [organisation, rest @ ..] = Block::ALL;
    view! {
        <div class="page">
            <Head session=session />
            <Facts session=session />
            {block(organisation)}
            <LedgerFigures session=session />
            {rest.map(block).into_iter().collect_view()}
        </div>
    }
    .into_any()
}

/// Title, preparer, progress, what is missing.
#[component]
fn Head(session: Session) -> impl IntoView {
    let faults = Memo::new(move |_| {
        let faults = session.month.with(|month| month.faults(session.span.get()));
        let asked = faults.into_iter().map(|(field, _)| field).filter(|field| session.counted_by(*field).is_none());
        asked.collect::<Vec<_>>()
    });
    let asked = |field: &&MonthField| field.is_required() && untrack(|| session.counted_by(**field)).is_none();
    let required = MonthField::ALL.iter().filter(asked).count();
    let filled = move || required - faults.with(|faults| faults.iter().filter(|field| field.is_required()).count());
    let preparer_fault =
        Memo::new(move |_| session.preparer.with(|name| line_fault(name).map(crate::words::fault::line)));
    let hint = session.enterprise.with_untracked(|enterprise| words::preparer_hint(&enterprise.officer));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::TITLE}</h1>
            <p class="number">
                {move || common::span(session.span.get())} " · " {move || words::progress(filled(), required)}
            </p>
            <p class="hint" data-list="true">
                {crate::words::check_list::of_month(session.edition)}
                " "
                <a class="no-print" href=Route::CheckLists.href()>
                    {crate::words::check_list::CHANGE}
                </a>
            </p>
            <progress max=required value=filled aria-label=move || words::progress(filled(), required)></progress>
        </div>
        {move || {
            (!session.read_only.get())
                .then(|| {
                    faults
                        .with(|faults| {
                            (!faults.is_empty())
                                .then(|| {
                                    view! {
                                        <details class="card card-flat no-print">
                                            <summary>{words::to_mend(faults.len())}</summary>
                                            <ul class="plain row">
                                                {faults
                                                    .iter()
                                                    .map(|&field| {
                                                        view! {
                                                            <li>
                                                                <a href=Route::of_month_field(field)
                                                                    .href()>{words::label(field)}</a>
                                                            </li>
                                                        }
                                                    })
                                                    .collect_view()}
                                            </ul>
                                        </details>
                                    }
                                })
                        })
                })
        }}
        <div class="card pairs">
            <Field
                name=PREPARER
                label=words::PREPARER
                hint=hint
                value=session.preparer
                fault=preparer_fault
                eager=Signal::stored(true)
                on_input=Callback::new(move |name| session.edit_preparer(name))
                disabled=session.read_only
            />
        </div>
    }
    .into_any()
}

/// The facts that are asked anew each month; each tells which items it brings.
#[component]
pub(super) fn Facts(session: Session) -> impl IntoView {
    let facts = session.catalogue.facts.iter().filter(|fact| fact.group == FactGroup::Month);
    let boxes = facts.map(|fact| {
        let checked = Signal::derive(move || session.month.with(|month| month.facts.contains(&fact.id)));
        let change = Callback::new(move |on: bool| {
            session.edit_month(|month| {
                if on {
                    month.facts.insert(fact.id.clone())
                } else {
                    month.facts.remove(&fact.id)
                };
            });
        });
        let hint = format!("{}{}", fact.hint, session.profile.with_untracked(|profile| effect(session, fact, profile)));
        view! {
            <Check
                name=fact.id.clone()
                label=fact.question.clone()
                hint=hint
                checked=checked
                on_change=change
                disabled=session.read_only
            />
        }
    });
    view! {
        <fieldset class="card" data-facts="month">
            <legend class="card-legend">
                <h2>{words::FACTS}</h2>
            </legend>
            <p class="hint">{words::FACTS_HINT}</p>
            <div class="check-list">{boxes.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Says which items come and go with a fact, everything else being as it is.
fn effect(session: Session, fact: &Fact, profile: &Profile) -> String {
    let (mut with, mut without) = (profile.clone(), profile.clone());
    with.facts.insert(fact.id.clone());
    without.facts.remove(&fact.id);
    let only = |here: &Profile, there: &Profile| {
        let items = session.catalogue.items().filter(|item| item.applies.holds(here) && !item.applies.holds(there));
        items.map(|item| item.id.as_str()).collect::<Vec<_>>()
    };
    words::fact_effect(&only(&with, &without), &only(&without, &with))
}

/// One block of the form.
#[component]
fn BlockCard(session: Session, block: Block) -> impl IntoView {
    let fields = move || MonthField::ALL.iter().copied().filter(move |field| field.block() == block);
    let hint = words::block_hint(block);
    let zeroes = words::nothing_happened(block);
    let counts = move || fields().filter(|field| field.kind() == FieldKind::Count);
    let untouched = move || session.month.with(|month| counts().all(|field| month.text(field).is_empty()));
    let write_zeroes =
        move |_| session.edit_month(|month| counts().for_each(|field| month.set_text(field, "0".into())));
    view! {
        <fieldset class="card" data-block=block.code()>
            <legend class="card-legend">
                <h2>{words::block(block)}</h2>
            </legend>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            {move || {
                (!zeroes.is_empty() && untouched() && !session.read_only.get())
                    .then(|| {
                        view! {
                            <div class="no-print">
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="write-zeroes"
                                    on:click=write_zeroes
                                >
                                    {zeroes}
                                </button>
                            </div>
                        }
                    })
            }}
            <div class="pairs">
                {fields().map(|field| view! { <MonthInput session=session field=field /> }).collect_view()}
            </div>
        </fieldset>
    }
    .into_any()
}

/// One field: asked, or the count of an item that is asked elsewhere.
#[component]
fn MonthInput(session: Session, field: MonthField) -> impl IntoView {
    let item = Memo::new(move |_| session.counted_by(field));
    move || match item.get() {
        Some(item) => counted(session, field, item),
        None => view! { <TypedInput session=session field=field /> }.into_any(),
    }
}

/// A figure that an item counts, with the way there.
fn counted(session: Session, field: MonthField, item: &'static str) -> AnyView {
    let value = move || {
        let text = session.month_facts().text(field).to_owned();
        if text.is_empty() { words::NOT_COUNTED.to_owned() } else { format!("{text} {}", words::unit(field)) }
    };
    let href = Route::Element(session.element_of(item), Some(item.to_owned())).href();
    view! {
        <div class="stack-tight narrow" id=field.code() tabindex="-1" data-counted-by=item>
            <span>{words::label(field)}</span>
            <output class="number">{value}</output>
            <p class="hint">
                {words::COUNTED_BY} " " <a class="no-print" href=href>
                    {item}
                </a>
            </p>
            {returned::at_figure(session, field)}
        </div>
    }
    .into_any()
}

/// One field, with a press that takes its figure from where it stands already.
#[component]
fn TypedInput(session: Session, field: MonthField) -> impl IntoView {
    let app = App::get();
    let value = Memo::new(move |_| session.month.with(|month| month.text(field).to_owned()));
    // From a list of problems the fault shows at once; otherwise an empty field is not yet a fault.
    let eager = Signal::derive(move || app.route.with(|route| route.place() == Some(field.code())));
    let fault = Memo::new(move |_| {
        let fault = session.month.with(|month| month.fault(field, session.span.get()));
        fault.filter(|fault| eager.get() || *fault != MonthFault::Missing).map(|fault| words::fault(field, fault))
    });
    let offer = Memo::new(move |_| {
        if session.read_only.get() || value.with(|value| !value.is_empty()) { None } else { offer(session, field) }
    });
    let set = move |text: String| session.edit_month(|month| month.set_text(field, text));
    let hint = match words::hint(field) {
        "" if field == MonthField::OpenReasons => match untrack(|| session.ledger().open) {
            0 => String::new(),
            open => words::open_hazards(open),
        },
        hint => hint.to_owned(),
    };
    let (wide, narrow) = (is_long(field), matches!(field.kind(), FieldKind::Count | FieldKind::Yuan));
    view! {
        <div class="stack-tight" class:wide=wide class:narrow=narrow>
            {returned::at_figure(session, field)}
            <Field
                name=field.code()
                label=words::label(field)
                hint=hint
                value=value
                on_input=Callback::new(set)
                fault=fault
                eager=eager
                input=input(field)
                required=field.is_required()
                unit=words::unit(field)
                disabled=session.read_only
            />
            {move || {
                offer
                    .get()
                    .map(|(said, value)| {
                        view! {
                            <div class="no-print">
                                <button type="button" class="button button-small" on:click=move |_| set(value.clone())>
                                    {said}
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

fn input(field: MonthField) -> Input {
    match field.kind() {
        FieldKind::Count | FieldKind::Yuan => Input::Count,
        FieldKind::Date => Input::Date,
        FieldKind::Text if is_long(field) => Input::Lines,
        FieldKind::Text => Input::Text,
    }
}

/// Returns whether people write sentences into the field.
fn is_long(field: MonthField) -> bool {
    matches!(
        field,
        MonthField::CheckScope
            | MonthField::CheckBasis
            | MonthField::OpenReasons
            | MonthField::HelpNeeded
            | MonthField::NextFocus
    )
}

/// A figure that stands elsewhere already: what the button says, and the figure.
fn offer(session: Session, field: MonthField) -> Option<(String, String)> {
    use MonthField as F;
    let of_item = |item: &Item, figures: Figures| {
        let row = session.item(&item.id)?;
        row.status.get().reading()?;
        let is_done = F::from(figures.done) == field;
        let value = row.answer.with(|answer| if is_done { answer.done.trim() } else { answer.total.trim() }.to_owned());
        (!value.is_empty()).then(|| (words::from_item(&value, &item.id), value))
    };
    let of_items = || {
        session.catalogue.items().find_map(|item| {
            let figures = item.figures.filter(|of| [of.done, of.total].map(F::from).contains(&field))?;
            of_item(item, figures)
        })
    };
    let of_workers = || {
        let workers = session.enterprise.with(|enterprise| enterprise.worker_count().ok())?.to_string();
        Some((words::from_workers(&workers), workers))
    };
    let of_inspections = |fixed: bool| {
        let span = session.span.get();
        let counted = session.hazards.with(|hazards| {
            let found = hazards.iter().filter(|hazard| {
                hazard.source == Source::Inspection && hazard.found_on.is_some_and(|day| span.contains(day))
            });
            found.filter(|hazard| !fixed || !hazard.is_open()).count()
        });
        (counted > 0).then(|| (words::from_ledger(&counted.to_string()), counted.to_string()))
    };
    match field {
        F::PostsTotal | F::ToTrain => of_items().or_else(of_workers),
        F::InspectionFindings => of_inspections(false),
        F::InspectionFixed => of_inspections(true),
        _ => of_items(),
    }
}

/// Block E: the ledger in figures, for reading.
#[component]
fn LedgerFigures(session: Session) -> impl IntoView {
    let ledger = Memo::new(move |_| session.ledger());
    let rows = move || {
        let now = ledger.get();
        let rate = common::rate(TargetCode::P4, Some(Rate { done: now.due_closed, total: now.due }));
        let figures = [
            (words::CARRIED, now.carried.to_string()),
            (words::ADDED, now.added.to_string()),
            (words::ADDED_MAJOR, now.added_major.to_string()),
            (words::CLOSED, now.closed.to_string()),
            (words::OPEN, now.open.to_string()),
            (words::OVERDUE, now.overdue.to_string()),
            (words::DUE, now.due.to_string()),
            (words::DUE_CLOSED, now.due_closed.to_string()),
            (words::DUE_RATE, rate),
            (words::REOPENED, now.reopened.to_string()),
            (words::BY_WORKERS, now.reported_by_workers.to_string()),
        ];
        figures
            .map(|(label, figure)| {
                view! {
                    <div>
                        <dt class="muted small">{label}</dt>
                        <dd class="number">
                            <strong>{figure}</strong>
                        </dd>
                    </div>
                }
            })
            .into_iter()
            .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="month-ledger">
            <h2 id="month-ledger">{words::LEDGER}</h2>
            <p class="hint">
                {words::LEDGER_HINT} " " <a class="no-print" href=Route::Hazards(None).href()>
                    {words::TO_LEDGER}
                </a>
            </p>
            <dl class="figures">{rows}</dl>
        </section>
    }
    .into_any()
}
