//! The legend of a plan: its colours, and the list of its risk points.

use anziping_core::plan::Plan;
use anziping_core::register::{Colour, PlacedRisk, Registers};
use leptos::prelude::*;

use super::drawing::{has_unrated, sample};
use crate::enterprise::paper::sheet::table;
use crate::enterprise::session::Session;
use crate::words::paper::Form;
use crate::words::{plan as words, register};

/// So many risk points are listed beside the drawing; more of them below it.
const BESIDE: usize = 8;

/// Legend and list.
pub(super) fn legend(session: Session, plan: Memo<Plan>) -> AnyView {
    let entry = |patch: AnyView, said: String| {
        view! {
            <li class="row">
                {patch}
                <span>{said}</span>
            </li>
        }
    };
    let levels = Colour::ALL.map(|colour| {
        let said = format!("{} {}", words::letter(Some(colour)), register::colour(colour));
        entry(sample(Some(colour)), said)
    });
    let unrated = move || {
        let has = session.registers.with(|registers| plan.with(|plan| has_unrated(registers, plan)));
        has.then(|| entry(sample(None), format!("{} {}", words::letter(None), register::UNRATED)))
    };
    let rows = Memo::new(move |_| session.registers.with(|registers| plan.with(|plan| rows(registers, plan))));
    let room = move || if rows.with(Vec::len) > BESIDE { "1 1 100%" } else { "1 1 15rem" };
    let list = move || {
        let rows = rows.get();
        (!rows.is_empty()).then(|| table(Form::RiskMap.title(), words::COLUMNS, rows))
    };
    view! {
        <div class="stack" style:flex=room>
            <ul class="plain row sheet-end" aria-label=words::LEGEND>
                {levels}
                {unrated}
            </ul>
            {list}
        </div>
    }
    .into_any()
}

fn rows(registers: &Registers, plan: &Plan) -> Vec<[String; 3]> {
    let row = |placed: PlacedRisk<'_>| {
        let level = placed.colour.map_or(register::UNRATED, register::colour);
        [
            format!("{} {}", placed.number, words::letter(placed.colour)),
            words::place_and_danger(&placed.risk.place, &placed.risk.danger),
            words::level_and_owner(level, &placed.risk.owner),
        ]
    };
    registers.placed(plan).into_iter().map(row).collect()
}
