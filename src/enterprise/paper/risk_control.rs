//! 安全风险分级管控清单: every risk point of the register with its level, who holds it, and what is done.

use anziping_core::register::{Colour, Registers, RiskGap, RiskPoint};
use leptos::prelude::*;

use super::sheet::{asked_for, sheet, sign_lines, table};
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::field::Notice;
use crate::words::paper::Form;
use crate::words::{register, risk_paper as words};

/// The list, highest level first, and above it what is missing.
pub(super) fn risk_control(session: Session) -> AnyView {
    let rows = session.registers.with_untracked(rows);
    let content = if rows.is_empty() {
        view! { <p>{words::NO_RISKS}</p> }.into_any()
    } else {
        table(Form::RiskControl.title(), words::CONTROL, rows)
    };
    view! {
        {gaps(session, &[RiskGap::Level, RiskGap::Danger, RiskGap::Measures, RiskGap::Emergency, RiskGap::Owner])}
        {sheet(
            session,
            Form::RiskControl,
            view! {
                {content}
                {asked_for(Form::RiskControl)}
                {sign_lines(&words::CONTROL_SIGN)}
            },
        )}
    }
    .into_any()
}

/// The risk points with their colours, the highest level first and those without one last.
pub(super) fn by_level(registers: &Registers) -> Vec<(Option<Colour>, &RiskPoint)> {
    let mut all: Vec<_> = registers.risks.iter().map(|risk| (risk.colour(registers.method), risk)).collect();
    all.sort_by_key(|(colour, _)| std::cmp::Reverse(*colour));
    all
}

fn rows(registers: &Registers) -> Vec<[String; 8]> {
    let row = |(index, (colour, risk)): (usize, (Option<Colour>, &RiskPoint))| {
        [
            (index + 1).to_string(),
            risk.place.clone(),
            risk.danger.clone(),
            colour.map_or(words::NO_LEVEL, register::colour).to_owned(),
            colour.map_or("", Colour::held_by).to_owned(),
            risk.measures.clone(),
            words::steps(&risk.emergency_steps()),
            risk.owner.clone(),
        ]
    };
    by_level(registers).into_iter().enumerate().map(row).collect()
}

/// Lists what is missing for a form, each risk point with a link to it.
pub(super) fn gaps(session: Session, asked: &[RiskGap]) -> AnyView {
    let found: Vec<(String, String)> = session.registers.with_untracked(|registers| {
        let of = |risk: &RiskPoint| {
            let gaps: Vec<RiskGap> =
                risk.gaps(registers.method).into_iter().filter(|gap| asked.contains(gap)).collect();
            (!gaps.is_empty()).then(|| (risk.id.clone(), words::gaps(&risk.place, &gaps)))
        };
        registers.risks.iter().filter_map(of).collect()
    });
    let none = session.registers.with_untracked(|registers| registers.risks.is_empty());
    if found.is_empty() && !none {
        return ().into_any();
    }
    let rows = found.into_iter().map(|(id, said)| {
        let href = Route::Risks(Some(format!("risk-{id}"))).href();
        view! {
            <li data-gap=id>
                <a href=href>{said}</a>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="no-print" data-before-print="true">
            <Notice kind="warn">
                <p>
                    {if none { words::NO_RISKS } else { words::GAPS }} " "
                    <a href=Route::Risks(None).href()>{register::RISKS}</a>
                </p>
                <ul>{rows}</ul>
            </Notice>
        </div>
    }
    .into_any()
}
