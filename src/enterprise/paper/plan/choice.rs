//! Chooses a plan, with its name and author, the paper, and the picture below it.

use anziping_core::plan::Plan;
use anziping_core::register::shortened;
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::editor::Editor;
use super::picture::{self, Ground};
use crate::enterprise::app::App;
use crate::enterprise::paper::sheet::SheetSize;
use crate::enterprise::session::{Session, today_within};
use crate::platform::clock;
use crate::ui::field::{Field, Input, Select};
use crate::words::plan as words;

/// The paper a plan may be printed on, with the values of the choice.
const PAPERS: [(SheetSize, &str); 2] = [(SheetSize::A4Wide, "A4"), (SheetSize::A3Wide, "A3")];

/// Millimetres that the drawing may be high between heading and basis.
pub(super) fn drawing_height(paper: SheetSize) -> u32 {
    match paper {
        SheetSize::A4 | SheetSize::A4Wide => 140,
        SheetSize::A3Wide => 215,
    }
}

/// The choices above the sheet; `Copy`, like the signals in it.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    /// The number of the plan; `None` while there is none.
    pub id: Memo<Option<String>>,
    /// The paper.
    pub paper: RwSignal<SheetSize>,
    wanted: RwSignal<Option<String>>,
}

impl Chosen {
    /// The plan that is named, else the first one, until another is chosen.
    pub(super) fn new(session: Session, named: Option<&str>) -> Self {
        let wanted = RwSignal::new(named.map(str::to_owned));
        let id = Memo::new(move |_| {
            session.registers.with(|registers| {
                let of = |id: &String| registers.plans.iter().any(|plan| plan.id == *id);
                wanted.get().filter(of).or_else(|| registers.plans.first().map(|plan| plan.id.clone()))
            })
        });
        Self { id, paper: RwSignal::new(SheetSize::A4Wide), wanted }
    }
}

fn named(plan: &Plan) -> String {
    if plan.title.trim().is_empty() { words::UNNAMED.to_owned() } else { plan.title.clone() }
}

/// The choice of a plan and of the paper, and the way to another plan.
pub(super) fn choice(app: App, session: Session, chosen: Chosen) -> AnyView {
    let said = RwSignal::new(None::<String>);
    let add = move |_| {
        let (author, today) = (
            session.enterprise.with_untracked(|enterprise| enterprise.officer.trim().to_owned()),
            today_within(session.span.get_untracked()),
        );
        let mut added = None;
        session.edit_registers(clock::today(), |registers| added = registers.add_plan(author, today));
        said.set(added.is_none().then(words::enough_plans));
        if added.is_some() {
            chosen.wanted.set(added);
        }
    };
    let plans = move || {
        let options = session
            .registers
            .with(|registers| registers.plans.iter().map(|plan| (plan.id.clone(), named(plan))).collect::<Vec<_>>());
        let options = options.into_iter().map(|(id, said)| {
            let of = id.clone();
            let is_it = move || chosen.id.with(|chosen| chosen.as_ref() == Some(&of));
            view! {
                <option value=id prop:selected=is_it>
                    {said}
                </option>
            }
        });
        options.collect_view()
    };
    let any = Memo::new(move |_| chosen.id.with(Option::is_some));
    let papers = PAPERS.iter().zip(words::PAPERS).map(|((_, code), said)| ((*code).to_owned(), said.to_owned()));
    let papers = StoredValue::new(papers.collect::<Vec<_>>());
    let paper = Signal::derive(move || {
        PAPERS.iter().find(|(size, _)| *size == chosen.paper.get()).map_or_else(String::new, |(_, code)| (*code).into())
    });
    let set_paper = Callback::new(move |chosen_code: String| {
        if let Some((size, _)) = PAPERS.iter().find(|(_, code)| *code == chosen_code) {
            chosen.paper.set(*size);
        }
    });
    view! {
        <div class="card no-print">
            {move || {
                any.get()
                    .then(|| {
                        view! {
                            <div class="pairs">
                                <div class="field">
                                    <label for="plan-of">{words::CHOICE}</label>
                                    <select
                                        id="plan-of"
                                        name="plan-of"
                                        on:change=move |ev| chosen.wanted.set(Some(event_target_value(&ev)))
                                    >
                                        {plans}
                                    </select>
                                </div>
                                <Select
                                    name="plan-paper"
                                    label=words::PAPER
                                    options=papers.get_value()
                                    value=paper
                                    on_change=set_paper
                                />
                            </div>
                        }
                    })
            }}
            <div class="row">
                <button
                    type="button"
                    class="button"
                    data-action="add-plan"
                    disabled=session.registers_read_only
                    on:click=add
                >
                    {words::ADD}
                </button>
                {move || chosen.id.get().map(|id| remove_button(app, session, id))}
            </div>
            <div aria-live="polite">{move || said.get().map(|said| view! { <p class="error">{said}</p> })}</div>
        </div>
    }
    .into_any()
}

fn remove_button(app: App, session: Session, id: String) -> AnyView {
    let remove = move |_| {
        let at = session.registers.with_untracked(|registers| {
            registers.plans.iter().enumerate().find(|(_, plan)| plan.id == id).map(|(at, plan)| (at, plan.clone()))
        });
        let Some((at, plan)) = at else { return };
        session.edit_registers(clock::today(), |registers| registers.plans.retain(|other| other.id != plan.id));
        let (said, month) = (words::plan_removed(&named(&plan)), (session.id.get_value(), session.period));
        app.store.offer_undo(said, move || {
            app.in_month(&month.0, month.1, |session| {
                session.edit_registers(clock::today(), |registers| {
                    let at = at.min(registers.plans.len());
                    registers.plans.insert(at, plan.clone());
                });
            });
        });
    };
    view! {
        <button
            type="button"
            class="button button-danger"
            data-action="remove-plan"
            disabled=session.registers_read_only
            on:click=remove
        >
            {words::REMOVE}
        </button>
    }
    .into_any()
}

/// Name, author and day of the plan, and its picture.
pub(super) fn particulars(app: App, session: Session, editor: Editor, ground: Signal<Ground, LocalStorage>) -> AnyView {
    let text = move |of: fn(&Plan) -> &String| Signal::derive(move || editor.plan.with(|plan| of(plan).clone()));
    let too_long = |text: Signal<String>| Signal::derive(move || words::too_long(&text.get()));
    let (title, author) = (text(|plan| &plan.title), text(|plan| &plan.author));
    let set_title = Callback::new(move |text: String| editor.edit(|plan| plan.title = shortened(&text)));
    let set_author = Callback::new(move |text: String| editor.edit(|plan| plan.author = shortened(&text)));
    let set_day = Callback::new(move |text: String| editor.edit(|plan| plan.drawn_on = Day::parse(&text)));
    let day =
        Signal::derive(move || editor.plan.with(|plan| plan.drawn_on.map_or_else(String::new, |day| day.to_string())));
    let no_day = Signal::derive(move || day.with(String::is_empty).then(|| words::NO_DAY.to_owned()));
    view! {
        <fieldset class="card no-print" disabled=session.registers_read_only>
            <div class="pairs">
                <Field
                    name="plan-title"
                    label=words::TITLE
                    hint=words::TITLE_HINT
                    value=title
                    on_input=set_title
                    fault=too_long(title)
                />
                <Field
                    name="plan-author"
                    label=words::AUTHOR
                    value=author
                    on_input=set_author
                    fault=too_long(author)
                />
                <Field
                    name="plan-day"
                    label=words::DAY
                    value=day
                    on_input=set_day
                    input=Input::Date
                    fault=no_day
                />
            </div>
            {picture::buttons(app, session, editor, ground)}
        </fieldset>
    }
    .into_any()
}
