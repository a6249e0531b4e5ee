//! What the colours mean, and the list of the risk points on a plan.

use anziping_core::plan::Plan;
use anziping_core::register::{Colour, PlacedRisk, Registers};
use leptos::prelude::*;

use super::drawing::{has_unrated, sample};
use crate::enterprise::paper::sheet::table;
use crate::enterprise::session::Session;
use crate::words::paper::Form;
use crate::words::{plan as words, register};

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
    let list = move || {
        let rows = session.registers.with(|registers| plan.with(|plan| rows(registers, plan)));
        (!rows.is_empty()).then(|| table(Form::RiskMap.title(), words::COLUMNS, rows))
    };
    view! {
        <ul class="plain row sheet-end" aria-label=words::LEGEND>
            {levels}
            {unrated}
        </ul>
        {list}
    }
    .into_any()
}

fn rows(registers: &Registers, plan: &Plan) -> Vec<[String; 5]> {
    let row = |placed: PlacedRisk<'_>| {
        let level = placed.colour.map_or(register::UNRATED, register::colour);
        [
            format!("{} {}", placed.number, words::letter(placed.colour)),
            placed.risk.place.clone(),
            placed.risk.danger.clone(),
            level.to_owned(),
            placed.risk.owner.clone(),
        ]
    };
    registers.placed(plan).into_iter().map(row).collect()
}
