//! The tools, and the risk points that wait for their place.

use anziping_core::register::RiskPoint;
use leptos::prelude::*;

use super::drawing::sample;
use super::editor::{Editor, Tool};
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::plan as words;
use crate::words::register;

/// The card with the tools.
pub(super) fn tools(session: Session, editor: Editor) -> AnyView {
    let tool = editor.tool;
    let button = move |of: Tool, action: &'static str, said: &'static str| {
        let (own, taken) = (of.clone(), of);
        let is_on = move || tool.with(|tool| *tool == own).to_string();
        view! {
            <button
                type="button"
                class="button"
                data-action=action
                aria-pressed=is_on
                on:click=move |_| editor.take(taken.clone())
            >
                {said}
            </button>
        }
    };
    let hint = move || match tool.get() {
        Tool::Move => words::MOVE_HINT.to_owned(),
        Tool::Room => words::ROOM_HINT.to_owned(),
        Tool::Risk(id) => {
            let place = session.registers.with(|registers| {
                registers.risks.iter().find(|risk| risk.id == id).map_or_else(String::new, |risk| risk.place.clone())
            });
            words::risk_hint(&place)
        }
    };
    let draws = Memo::new(move |_| tool.with(|tool| *tool != Tool::Move));
    view! {
        <fieldset class="card no-print" disabled=session.registers_read_only>
            <legend>{words::TOOLS}</legend>
            {waiting(session, editor)}
            <div class="row">
                {button(Tool::Move, "plan-move", words::MOVE)} {button(Tool::Room, "plan-room", words::DRAW_ROOM)}
                <button
                    type="button"
                    class="button"
                    data-action="plan-step-back"
                    disabled=move || !editor.has_past()
                    on:click=move |_| editor.step_back()
                >
                    {words::STEP_BACK}
                </button>
            </div>
            <p class="hint">{hint}</p>
            {move || {
                draws
                    .get()
                    .then(|| {
                        view! {
                            <div>
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="plan-middle"
                                    on:click=move |_| editor.place_in_the_middle()
                                >
                                    {words::PLACE_MIDDLE}
                                </button>
                            </div>
                        }
                    })
            }}
            <p role="status" data-plan-said="true">{move || editor.said.get()}</p>
        </fieldset>
    }
    .into_any()
}

/// The risk points of the register that are not on this plan, each with its button.
fn waiting(session: Session, editor: Editor) -> AnyView {
    let waiting = Memo::new(move |_| {
        editor.plan.with(|plan| {
            session.registers.with(|registers| {
                let own = registers.risks.iter().filter(|risk| !plan.risks().any(|number| number == risk.id));
                own.map(|risk| (risk.clone(), risk.colour(registers.method))).collect::<Vec<_>>()
            })
        })
    });
    let none = move || session.registers.with(|registers| registers.risks.is_empty());
    let row = move |(risk, colour): (RiskPoint, Option<anziping_core::register::Colour>)| {
        let said = if risk.place.trim().is_empty() { register::NO_PLACE.to_owned() } else { risk.place.clone() };
        let (id, label) = (risk.id.clone(), words::about(words::PLACE, &said));
        let (of, taken) = (id.clone(), id.clone());
        let is_on = move || editor.tool.with(|tool| matches!(tool, Tool::Risk(risk) if *risk == of)).to_string();
        view! {
            <li class="row" data-waiting=id>
                {sample(colour)}
                <span>{said} " " {colour.map_or(register::UNRATED, register::colour)}</span>
                <button
                    type="button"
                    class="button button-small"
                    data-action=format!("place-risk-{taken}")
                    aria-label=label
                    aria-pressed=is_on
                    on:click=move |_| editor.take(Tool::Risk(taken.clone()))
                >
                    {words::PLACE}
                </button>
            </li>
        }
    };
    view! {
        {move || {
            if none() {
                return view! {
                    <p>{words::NO_RISKS} " " <a href=Route::Risks(None).href()>{words::TO_RISKS}</a></p>
                }
                    .into_any();
            }
            let rows = waiting.get();
            if rows.is_empty() {
                return view! { <p class="muted">{words::ALL_PLACED}</p> }.into_any();
            }
            view! {
                <h2>{words::WAITING}</h2>
                <ul class="plain stack-tight">{rows.into_iter().map(row).collect_view()}</ul>
            }
                .into_any()
        }}
    }
    .into_any()
}
