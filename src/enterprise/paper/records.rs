//! The forms of training, drills and safety expenses that an enterprise keeps.
//!
//! Each is filled in from the register, or blank to be filled in by hand.

use anziping_core::register::{Drill, Expense, Flow, Person, Registers};
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::sheet::{form_table, sheet, sign_lines};
use crate::enterprise::session::Session;
use crate::words::common;
use crate::words::paper::Form;
use crate::words::record_paper as words;
use crate::words::register::{self, drill as drill_words, expense as expense_words};

/// Rows to write in by hand, of a table without entries.
const BY_HAND: usize = 12;

/// 安全教育培训记录: what was taught on one day, and who was there, with the names of the register.
pub(super) fn training(session: Session) -> AnyView {
    let people = session.registers.with_untracked(|registers| registers.people.clone());
    filled_or_blank("training-of", words::ALL_PEOPLE, !people.is_empty(), move |filled| {
        let people = if filled { &people[..] } else { &[] };
        let row = |(at, person): (usize, &Person)| {
            let post = register::post(person.post).to_owned();
            [
                (at + 1).to_string(),
                person.name.trim().to_owned(),
                post,
                person.hours.trim().to_owned(),
                blank(),
                blank(),
            ]
        };
        let rows = with_blank(people.iter().enumerate().map(row).collect());
        sheet(
            session,
            Form::TrainingRecord,
            view! {
                {mark(filled)}
                {form_table(words::TRAINING_HEAD, words::TRAINING_HEAD.map(|_| blank()))}
                {by_hand(Form::TrainingRecord.title(), words::TRAINING, rows)}
                {sign_lines(&words::TRAINING_SIGN)}
            },
        )
    })
}

/// 应急演练记录和评估: one page for each drill of the register that was held.
pub(super) fn drills(session: Session) -> AnyView {
    let year = session.period.year();
    let held = move |drill: &&Drill| drill.held_on.is_some_and(|day| day.year() == year);
    let drills: Vec<Drill> =
        session.registers.with_untracked(|registers| registers.drills.iter().filter(held).cloned().collect());
    filled_or_blank("drill-of", words::ALL_DRILLS, !drills.is_empty(), move |filled| {
        if filled {
            drills.iter().map(|drill| drill_sheet(session, Some(drill))).collect_view().into_any()
        } else {
            drill_sheet(session, None)
        }
    })
}

fn drill_sheet(session: Session, drill: Option<&Drill>) -> AnyView {
    let text = |of: fn(&Drill) -> String| drill.map_or_else(blank, of);
    let known = [
        text(|drill| drill.name.trim().to_owned()),
        text(|drill| drill_words::kind(drill.kind).to_owned()),
        text(|drill| drill.held_on.map_or_else(blank, common::day)),
        blank(),
        text(|drill| drill.people.trim().to_owned()),
        blank(),
        blank(),
    ];
    sheet(
        session,
        Form::DrillRecord,
        view! {
            {mark(drill.is_some())}
            {form_table(words::DRILL, known)}
            <h3>{words::EVALUATION}</h3>
            {form_table(words::EVALUATED, words::EVALUATED.map(|_| blank()))}
            {sign_lines(&words::DRILL_SIGN)}
        },
    )
}

/// 安全生产费用台账: the year up to the month, each entry with the number that is written on its receipt.
pub(super) fn expenses(session: Session) -> AnyView {
    let (entries, sums) = session.registers.with_untracked(|registers| numbered(registers, session.period));
    filled_or_blank("expenses-of", words::ALL_EXPENSES, !entries.is_empty(), move |filled| {
        let rows = with_blank(if filled { entries.clone() } else { Vec::new() });
        let sums = filled.then(|| view! { <p class="sheet-line">{sums.clone()}</p> });
        sheet(
            session,
            Form::ExpenseLedger,
            view! {
                {mark(filled)}
                {sums}
                {by_hand(Form::ExpenseLedger.title(), words::EXPENSES, rows)}
                <p class="hint">{words::RECEIPTS}</p>
                {sign_lines(&words::EXPENSE_SIGN)}
            },
        )
    })
}

/// The rows of the ledger, the first month first, and what they add up to.
fn numbered(registers: &Registers, period: Period) -> (Vec<[String; 7]>, String) {
    let mut own: Vec<(Period, &Expense)> = registers
        .expenses
        .iter()
        .filter_map(|entry| Some((entry.month?, entry)))
        .filter(|(month, _)| month.year() == period.year() && *month <= period)
        .collect();
    own.sort_by_key(|(month, _)| *month);
    let row = |(at, (month, entry)): (usize, (Period, &Expense))| {
        let spent = entry.flow == Flow::Spent;
        [
            words::receipt_number(period.year(), at + 1),
            common::period(month),
            expense_words::flow(entry.flow).to_owned(),
            if spent { (*entry.category.row()).to_owned() } else { blank() },
            entry.what.trim().to_owned(),
            entry.amount.trim().to_owned(),
            blank(),
        ]
    };
    let money = registers.money(period);
    (own.into_iter().enumerate().map(row).collect(), words::sums(money.set_aside, money.spent))
}

fn blank() -> String {
    String::new()
}

/// The rows, or as many empty ones as fit on a page.
pub(super) fn with_blank<const N: usize>(rows: Vec<[String; N]>) -> Vec<[String; N]> {
    if !rows.is_empty() {
        return rows;
    }
    let empty = |number: usize| std::array::from_fn(|column| if column == 0 { number.to_string() } else { blank() });
    (1..=BY_HAND).map(empty).collect()
}

/// A table whose empty cells are written in by hand.
///
/// Columns that are empty throughout have room for a name.
pub(super) fn by_hand<const N: usize>(
    label: &'static str,
    heads: [&'static str; N],
    rows: Vec<[String; N]>,
) -> AnyView {
    let is_open = |column: usize| rows.iter().all(|row| row[column].is_empty());
    let heads = heads.into_iter().enumerate().map(|(column, said)| {
        // On a telephone a name would else stand one character below the other; many such columns are as wide as A4.
        let width = match (is_open(column), N) {
            (false, _) => "3.5rem",
            (true, ..=6) => "7rem",
            (true, _) => "5rem",
        };
        view! {
            <th scope="col" style:min-width=width>
                {said}
            </th>
        }
    });
    let heads = heads.collect_view();
    let cell = |text: String| {
        let class = if text.is_empty() { "sheet-hand" } else { "" };
        view! { <td class=class>{text}</td> }
    };
    let rows = rows.into_iter().map(|cells| view! { <tr>{cells.map(cell)}</tr> }).collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=label>
            <table class="sheet-table sheet-permit" aria-label=label>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Marks a sheet that holds nothing of the enterprise: the box of the year leaves it out.
pub(super) fn mark(filled: bool) -> Option<AnyView> {
    (!filled).then(|| view! { <span class="sheet-blank" hidden=true></span> }.into_any())
}

/// The choice between the form as the register fills it in and a blank one.
///
/// Where the register has nothing there is only the blank one.
pub(super) fn filled_or_blank(
    name: &'static str,
    filled: &'static str,
    is_there: bool,
    form: impl Fn(bool) -> AnyView + Send + 'static,
) -> AnyView {
    let wanted = RwSignal::new(is_there);
    let choice = is_there.then(|| {
        view! {
            <div class="card field no-print">
                <label for=name>{words::CHOICE}</label>
                // One form after another may draw on the same element, which keeps the choice of the one before.
                <select
                    id=name
                    name=name
                    prop:value=move || if wanted.get() { "" } else { "blank" }
                    on:change=move |ev| wanted.set(event_target_value(&ev).is_empty())
                >
                    <option value="">{filled}</option>
                    <option value="blank">{words::BLANK}</option>
                </select>
            </div>
        }
    });
    view! {
        {choice}
        {move || form(wanted.get())}
    }
    .into_any()
}
