//! 作业票: the form of one kind of work, blank or filled in from the register.

use anziping_core::register::{Gas, MeasureMark, Permit, PermitKind, Registers};
use anziping_core::trade::PermitTest;
use leptos::prelude::*;

use super::sheet::{basis, form_row, sign_lines, table, titled};
use crate::enterprise::paper_name;
use crate::enterprise::session::Session;
use crate::words::paper::{self as paper_words, Form};
use crate::words::register::permit as words;

/// Rows for measurements by hand, of a blank form and below those that were typed.
const BLANK_TESTS: usize = 3;

/// The choice of a form, and the form; `code` may name a permit of the register.
pub(super) fn permits(session: Session, code: &str) -> AnyView {
    let first = paper_name::entry_of(code).map_or_else(|| blank_code(PermitKind::default()), str::to_owned);
    let chosen = RwSignal::new(first);
    let own = session.registers.with_untracked(|registers| {
        registers.permits.iter().map(|permit| (permit.id.clone(), words::filled(permit))).collect::<Vec<_>>()
    });
    let blank = PermitKind::ALL.into_iter().map(|kind| (blank_code(kind), words::blank(kind)));
    let options = blank.chain(own).map(|(code, said)| {
        let is_chosen = code == chosen.get_untracked();
        view! {
            <option value=code selected=is_chosen>
                {said}
            </option>
        }
    });
    let options = options.collect_view();
    let shown = move || {
        let code = chosen.get();
        let found = |registers: &Registers| registers.permits.iter().find(|permit| permit.id == code).cloned();
        let permit = session.registers.with_untracked(found);
        let kind = PermitKind::ALL.into_iter().find(|kind| blank_code(*kind) == code).unwrap_or_default();
        sheet(session, permit.as_ref().map_or(kind, |permit| permit.kind), permit.as_ref())
    };
    view! {
        <div class="card field no-print">
            <label for="permit-of">{words::CHOICE}</label>
            <select
                id="permit-of"
                name="permit-of"
                prop:value=chosen
                on:change=move |ev| chosen.set(event_target_value(&ev))
            >
                {options}
            </select>
        </div>
        {shown}
    }
    .into_any()
}

/// The name of the blank form of a kind in the choice; no permit has such a number.
fn blank_code(kind: PermitKind) -> String {
    format!("blank-{}", kind.row().id)
}

fn sheet(session: Session, kind: PermitKind, permit: Option<&Permit>) -> AnyView {
    let form = kind.row();
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
    let finish = form.finish.iter().map(|said| view! { <li>{format!("☐ {said}")}</li> }).collect_view();
    let below = words::below(kind).into_iter().map(|said| view! { <p class="hint">{said}</p> }).collect_view();
    let content = view! {
        {head(kind, permit)}
        {form.test.as_ref().map(|asked| tests(asked, permit))}
        {measures(kind, permit)}
        <p>{words::FINISH}</p>
        <ul class="plain">{finish}</ul>
        {sign_lines(form.sign)}
        {below}
        <p class="hint">{paper_words::asked_for("", &basis(form.basis))}</p>
    };
    titled(session, Form::Permit, form.title, paper_words::of_enterprise(&name), content)
}

/// The head of a permit: who does what, where and when.
fn head(kind: PermitKind, permit: Option<&Permit>) -> AnyView {
    let text = |of: fn(&Permit) -> &str| permit.map_or_else(String::new, |permit| of(permit).trim().to_owned());
    let contractor = match permit.map(|permit| permit.contractor.trim()) {
        None => String::new(),
        Some("") => words::OURSELVES.to_owned(),
        Some(contractor) => contractor.to_owned(),
    };
    let level = words::levels(kind, permit.and_then(Permit::level_row));
    let values = [
        text(|permit| &permit.id),
        level,
        text(|permit| &permit.place),
        text(|permit| &permit.what),
        contractor,
        text(|permit| &permit.lead),
        text(|permit| &permit.workers),
    ];
    let own = kind.row().fields.iter().map(|field| {
        let value = permit.and_then(|permit| permit.fields.get(field.name)).cloned().unwrap_or_default();
        (field.name, value)
    });
    let moment = |at: Option<_>| at.map_or_else(|| words::MOMENT_BLANK.to_owned(), words::moment);
    let approved =
        format!("{}　{}", text(|permit| &permit.approver), moment(permit.and_then(|permit| permit.approved_at)));
    let names = [
        text(|permit| &permit.guard),
        approved,
        words::stretch(permit),
        moment(permit.and_then(|permit| permit.closed_at)),
    ];
    let rows = words::HEAD.into_iter().zip(values).chain(own).chain(words::NAMES.into_iter().zip(names));
    let rows = rows.map(|(label, value)| form_row(label.to_owned(), value)).collect_view();
    view! {
        <table class="sheet-table sheet-form sheet-permit">
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The measurements with the limits, and rows for those made by hand.
fn tests(asked: &'static PermitTest, permit: Option<&Permit>) -> AnyView {
    let [when, place, tester] = words::TEST_HEADS;
    let gases = asked.gases.iter().map(|gas| words::limits(*gas));
    let heads = [when.to_owned(), place.to_owned()].into_iter().chain(gases).chain([tester.to_owned()]);
    let heads = heads.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
    let typed = permit.map_or(&[][..], |permit| &permit.tests).iter().map(|test| {
        let readings = asked.gases.iter().map(|gas: &Gas| test.typed(*gas).to_owned());
        let when = test.at.map(words::moment).unwrap_or_default();
        [when, test.place.clone()].into_iter().chain(readings).chain([test.tester.clone()]).collect::<Vec<_>>()
    });
    let blank = std::iter::repeat_n(vec![String::new(); asked.gases.len() + 3], BLANK_TESTS);
    let rows = typed.chain(blank).map(|cells| {
        let cells = cells.into_iter().map(|cell| {
            let class = if cell.is_empty() { "sheet-hand" } else { "" };
            view! { <td class=class>{cell}</td> }
        });
        let cells = cells.collect_view();
        view! { <tr>{cells}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=words::TESTS>
            <table class="sheet-table sheet-permit" aria-label=words::TESTS>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">{asked.said}</p>
        <p class="hint">{words::test_basis(asked)}</p>
    }
    .into_any()
}

/// The measures, with what was said about each.
fn measures(kind: PermitKind, permit: Option<&Permit>) -> AnyView {
    let rows = kind.row().measures.iter().enumerate().map(|(index, measure)| {
        let mark = match permit.and_then(|permit| permit.measures.get(measure.id)) {
            Some(MeasureMark::Done) => words::DONE,
            Some(MeasureMark::NotNeeded) => words::NOT_NEEDED,
            None => paper_words::BLANK,
        };
        [(index + 1).to_string(), measure.what.to_owned(), mark.to_owned(), paper_words::BLANK.to_owned()]
    });
    table(words::MEASURES, words::MEASURE_HEADS, rows.collect())
}
