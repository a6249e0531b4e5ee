//! The special ledgers on paper: confined spaces, special equipment, dust collectors, contractors.

use anziping_core::register::{
    CatalogueCheck, CollectorColumn, ConfinedSpace, Contractor, DustCollector, Entry, EquipmentColumn, Registers,
    SpaceColumn, SpecialEquipment, SpecialLedger,
};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::records;
use super::sheet::{sheet_of, sign_lines, table};
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::Notice;
use crate::words::paper::{self as paper_words, Form};
use crate::words::register::special as words;

/// Lines of a ledger that is filled in by hand.
const BLANK_LINES: usize = 8;

/// The ledger as it stands, with lines to write on while it is empty.
pub(super) fn ledger(session: Session, ledger: SpecialLedger) -> AnyView {
    let form = Form::Special(ledger);
    let content = session.registers.with_untracked(|registers| match ledger {
        SpecialLedger::Spaces => rows(form, words::SPACES_PAPER, registers, space),
        SpecialLedger::Equipment => rows(form, words::EQUIPMENT_PAPER, registers, equipment),
        SpecialLedger::Collectors => rows(form, words::COLLECTORS_PAPER, registers, collector),
        SpecialLedger::Contractors => rows(form, words::CONTRACTORS_PAPER, registers, contractor),
    });
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
    let line = words::of_day(&paper_words::of_enterprise(&name), clock::today());
    view! {
        {empty(session, ledger)}
        {sheet_of(
            session,
            form,
            line,
            view! {
                {records::mark(session.registers.with_untracked(|registers| ledger.entries(registers)) > 0)}
                {content}
                <p class="hint">{words::asked_for(ledger.row())}</p>
                {sign_lines(&words::PAPER_SIGN)}
            },
        )}
    }
    .into_any()
}

/// Says that there is nothing to print, with the way to the ledger.
fn empty(session: Session, ledger: SpecialLedger) -> Option<AnyView> {
    (session.registers.with_untracked(|registers| ledger.entries(registers)) == 0).then(|| {
        view! {
            <div class="no-print" data-before-print="true">
                <Notice kind="warn">
                    <p>
                        {words::EMPTY_PAPER} " " <a href=Route::of_ledger(ledger, None).href()>{ledger.row().name}</a>
                    </p>
                </Notice>
            </div>
        }
        .into_any()
    })
}

fn rows<T: Entry, const N: usize>(
    form: Form,
    heads: [&'static str; N],
    registers: &Registers,
    cells: fn(&T) -> [String; N],
) -> AnyView {
    let own = T::of(registers).iter().enumerate().map(|(index, entry)| {
        let mut row = cells(entry);
        row[0] = (index + 1).to_string();
        row
    });
    let mut rows: Vec<[String; N]> = own.collect();
    if rows.is_empty() {
        rows.resize(BLANK_LINES, std::array::from_fn(|_| paper_words::BLANK.to_owned()));
    }
    table(form.title(), heads, rows)
}

fn day(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

/// The first cell is for the number of the line.
fn space(of: &ConfinedSpace) -> [String; 11] {
    let looked_up = match of.catalogue {
        CatalogueCheck::Open => String::new(),
        _ => paper_words::joined(&[of.word(SpaceColumn::Catalogue).to_owned(), day(of.looked_up_on)]),
    };
    [
        String::new(),
        of.name.clone(),
        of.place.clone(),
        of.word(SpaceColumn::Kind).to_owned(),
        of.dangers.clone(),
        of.gases.clone(),
        of.measures.clone(),
        of.owner.clone(),
        words::has(of.posted).to_owned(),
        words::has(of.barred).to_owned(),
        looked_up,
    ]
}

fn equipment(of: &SpecialEquipment) -> [String; 10] {
    [
        String::new(),
        of.name.clone(),
        of.word(EquipmentColumn::Kind).to_owned(),
        of.code.clone(),
        of.place.clone(),
        of.owner.clone(),
        day(of.inspected_on),
        day(of.next_on),
        day(of.requested_on),
        words::state(of.stopped).to_owned(),
    ]
}

fn collector(of: &DustCollector) -> [String; 11] {
    [
        String::new(),
        of.name.clone(),
        of.place.clone(),
        of.word(CollectorColumn::Kind).to_owned(),
        of.dust.clone(),
        of.serves.clone(),
        of.protection.clone(),
        of.watched.clone(),
        paper_words::joined(&[day(of.cleaned_on), of.cleaned_by.clone()]),
        day(of.next_on),
        of.owner.clone(),
    ]
}

fn contractor(of: &Contractor) -> [String; 12] {
    [
        String::new(),
        of.name.clone(),
        of.work.clone(),
        of.lead.clone(),
        paper_words::joined(&[of.licence.clone(), words::until(of.valid_until)]),
        words::qualified(of.qualified).to_owned(),
        words::stretch(of.agreed_on, of.agreement_until),
        day(of.briefed_on),
        of.people.clone(),
        day(of.checked_on),
        of.owner.clone(),
        day(of.left_on),
    ]
}
