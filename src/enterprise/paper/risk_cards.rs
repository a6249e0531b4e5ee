//! The papers that hang at the place itself, from the register of risk points.
//!
//! They are the notice board, the card of a post, and the card for an emergency.

use anziping_core::register::{Colour, RiskGap, RiskPoint};
use anziping_core::trade::{self, SIGNS, Sign};
use leptos::prelude::*;

use super::risk_control::{by_level, gaps};
use super::sheet::{asked_for, chosen, form_table, sheet, sheet_of, sign_lines, table};
use super::sign::sign;
use crate::enterprise::session::Session;
use crate::words::paper::Form;
use crate::words::{register, risk_paper as words};

/// 安全风险公告栏: all risk points, or one, in a table.
pub(super) fn board(session: Session) -> AnyView {
    of_chosen(session, "risk-board-of", words::BOARD_ALL, &[RiskGap::Level, RiskGap::Danger], move |risks| {
        let row = |(colour, risk): &(Option<Colour>, RiskPoint)| {
            [
                risk.place.clone(),
                colour.map_or(words::NO_LEVEL, register::colour).to_owned(),
                words::danger_and_result(&risk.danger, &results(risk)),
                measures(risk),
                words::steps(&risk.emergency_steps()),
                risk.owner.clone(),
            ]
        };
        let rows = risks.iter().map(row).collect();
        sheet(
            session,
            Form::RiskBoard,
            view! {
                {table(Form::RiskBoard.title(), words::BOARD, rows)}
                <p>{words::report_to(&numbers(session))}</p>
                {asked_for(Form::RiskBoard)}
                {sign_lines(&words::BOARD_SIGN)}
            },
        )
    })
}

/// 岗位安全风险告知卡: a page for each risk point.
pub(super) fn cards(session: Session) -> AnyView {
    let asked = &[RiskGap::Level, RiskGap::Danger, RiskGap::Measures, RiskGap::Owner];
    of_chosen(session, "risk-card-of", words::CARD_ALL, asked, move |risks| {
        let card = |(colour, risk): &(Option<Colour>, RiskPoint)| {
            let values = [
                risk.place.clone(),
                colour.map_or(words::NO_LEVEL, register::colour).to_owned(),
                risk.danger.clone(),
                results(risk),
                measures(risk),
                protection(risk),
                words::steps(&risk.emergency_steps()),
                risk.owner.clone(),
                words::telephones(&numbers(session)),
            ];
            sheet(
                session,
                Form::RiskCard,
                view! {
                    {form_table(words::CARD_ROWS, values)}
                    {signs_of(risk)}
                    {asked_for(Form::RiskCard)}
                },
            )
        };
        risks.iter().map(card).collect_view().into_any()
    })
}

/// 应急处置卡: a page for each risk point, the steps in large letters.
pub(super) fn emergency(session: Session) -> AnyView {
    let asked = &[RiskGap::Danger, RiskGap::Emergency];
    of_chosen(session, "emergency-card-of", words::CARD_ALL, asked, move |risks| {
        let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
        let card = |(_, risk): &(Option<Colour>, RiskPoint)| {
            let steps = risk.emergency_steps().into_iter().map(str::to_owned);
            let steps = steps.map(|step| view! { <li>{step}</li> }).collect_view();
            sheet_of(
                session,
                Form::EmergencyCard,
                words::emergency_line(&name, &risk.place),
                view! {
                    <p>
                        <strong>{words::may_happen(&risk.danger)}</strong>
                    </p>
                    <ol style:padding-inline-start="1.5em" style:font-size="1.25em" style:line-height="1.8">
                        {steps}
                    </ol>
                    <p>
                        <strong>{words::FIRST}</strong>
                    </p>
                    <p style:font-size="1.25em">{words::telephones(&numbers(session))}</p>
                    {risk.emergency.trim().is_empty().then(|| view! { <p class="hint">{words::USUAL_STEPS}</p> })}
                    {asked_for(Form::EmergencyCard)}
                },
            )
        };
        risks.iter().map(card).collect_view().into_any()
    })
}

/// The choice of a place or of all, what is missing, and the form.
///
/// Nothing is to be chosen while there is no risk point.
fn of_chosen(
    session: Session,
    name: &'static str,
    all: &'static str,
    asked: &[RiskGap],
    form: impl Fn(&[(Option<Colour>, RiskPoint)]) -> AnyView + Send + 'static,
) -> AnyView {
    let missing = gaps(session, asked);
    let risks: Vec<_> = session.registers.with_untracked(|registers| {
        by_level(registers).into_iter().map(|(colour, risk)| (colour, risk.clone())).collect()
    });
    if risks.is_empty() {
        return missing;
    }
    let said = |(colour, risk): &(Option<Colour>, RiskPoint)| {
        let place = if risk.place.trim().is_empty() { register::NO_PLACE } else { risk.place.as_str() };
        (risk.id.clone(), format!("{place} {}", colour.map_or(register::UNRATED, register::colour)))
    };
    view! {
        {missing}
        {chosen(name, words::CHOICE, all, risks, said, form)}
    }
    .into_any()
}

/// The consequences of a risk point's dangers, by the table.
fn results(risk: &RiskPoint) -> String {
    words::joined(trade::dangers(&risk.danger).into_iter().map(|danger| danger.result))
}

/// The measures of a risk point: those typed, else the usual ones.
fn measures(risk: &RiskPoint) -> String {
    match risk.measures.trim() {
        "" => words::joined(trade::dangers(&risk.danger).into_iter().map(|danger| danger.measures)),
        typed => typed.to_owned(),
    }
}

fn protection(risk: &RiskPoint) -> String {
    words::joined(trade::dangers(&risk.danger).into_iter().map(|danger| danger.protection))
}

/// The signs that belong to what could happen, small.
fn signs_of(risk: &RiskPoint) -> AnyView {
    let dangers = trade::dangers(&risk.danger);
    let is_of = |each: &&'static Sign| dangers.iter().any(|danger| danger.signs.contains(&each.id));
    let drawn = SIGNS.iter().filter(is_of).map(|each| view! { <div style:width="24mm">{sign(each, 24)}</div> });
    view! { <div class="row sheet-end">{drawn.collect_view()}</div> }.into_any()
}

/// Whom to call besides the fire brigade and the ambulance: who it is, and the number.
fn numbers(session: Session) -> Vec<(&'static str, String, String)> {
    session.enterprise.with_untracked(|enterprise| {
        let own = [
            (words::OFFICER, enterprise.officer.trim(), enterprise.officer_phone.trim()),
            (words::PRINCIPAL, enterprise.principal.trim(), enterprise.principal_phone.trim()),
        ];
        own.map(|(what, name, number)| (what, name.to_owned(), number.to_owned())).to_vec()
    })
}
