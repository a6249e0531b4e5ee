//! What a file would add to the ledger: columns, counts, the rows that cannot be taken. Nothing changes before the button.

use std::collections::BTreeMap;

use anziping_core::draft::highest_hazard;
use anziping_core::exchange::{Column, Ground, Imported, Matching, RowOutcome, TableRow, guess, read_ledger};
use anziping_core::hazard::Hazard;
use leptos::prelude::*;

use super::Loaded;
use crate::state::{App, Session};
use crate::text::sheet as words;
use crate::ui::field::{Notice, Select};

/// Faulty rows named on the page; the rest is counted.
const NAMED: usize = 100;

/// The preview of a file that was read.
#[component]
pub(super) fn Preview(app: App, session: Session, read: Loaded, on_done: Callback<String>) -> impl IntoView {
    let texts: Vec<&[String]> = read.table.rows.iter().map(|row| row.cells.as_slice()).collect();
    // Only a file whose headings were found gets here.
    let matching = RwSignal::new(guess(&texts).unwrap_or_default());
    let name = read.name.clone();
    let read = StoredValue::new(read);
    let imported = Memo::new(move |_| read.with_value(|read| matching.with(|matching| imported(session, read, matching))));
    let count = Memo::new(move |_| imported.with(|imported| imported.hazards().count()));
    let add = move |_| {
        let added = imported.with_untracked(|imported| add(session, imported));
        let (many, ids) = (added.len(), added);
        let month = (session.id.get_value(), session.period);
        app.offer_undo(words::added(many), move || {
            let Some(session) = app.session.get_untracked().filter(|session| (session.id.get_value(), session.period) == month) else {
                return;
            };
            session.edit_hazards(|hazards| hazards.retain(|hazard| ids.binary_search(&hazard.id).is_err()));
        });
        on_done.run(words::added(many));
    };
    view! {
        <div class="stack" data-preview="ledger">
            <h3>{words::preview(&name)}</h3>
            <Columns read=read matching=matching/>
            {move || imported.with(counts)}
            {move || imported.with(|imported| unread(imported, read, matching))}
            {move || imported.with(|imported| refused(imported, read, matching))}
            <div class="row">
                {move || (count.get() > 0).then(|| view! {
                    <button type="button" class="button button-primary" data-action="apply-import" on:click=add>{move || words::apply(count.get())}</button>
                })}
                <button type="button" class="button" on:click=move |_| on_done.run(words::NOT_IMPORTED.into())>{words::CANCEL}</button>
            </div>
        </div>
    }
    .into_any()
}

/// What each column of the file means; a guess that can be changed.
#[component]
fn Columns(read: StoredValue<Loaded>, matching: RwSignal<Matching>) -> impl IntoView {
    let headings = headings(read, matching);
    let sample = move |at: usize| {
        read.with_value(|read| {
            let below = read.table.rows.iter().skip(matching.with_untracked(|matching| matching.heading) + 1);
            below.filter_map(|row| row.cells.get(at)).find(|cell| !cell.is_empty()).cloned().unwrap_or_default()
        })
    };
    let options: Vec<(String, String)> = Column::all().map(|column| (column.heading().to_owned(), column.heading().to_owned())).collect();
    let one = |(at, heading): (usize, String)| {
        let value = Signal::derive(move || {
            matching
                .with(|matching| matching.columns.get(at).copied().flatten())
                .map_or_else(String::new, |column| column.heading().to_owned())
        });
        let choose = Callback::new(move |chosen: String| {
            let column = Column::all().find(|column| column.heading() == chosen);
            matching.update(|matching| {
                // A meaning belongs to one column only.
                matching.columns.iter_mut().filter(|other| other.is_some() && **other == column).for_each(|other| *other = None);
                if let Some(slot) = matching.columns.get_mut(at) {
                    *slot = column;
                }
            });
        });
        view! {
            <Select name=format!("column-{at}") label=words::column(at, &heading) hint=words::sample(&sample(at)) options=options.clone() none=words::LEFT_OUT
                value=value on_change=choose/>
        }
    };
    let rows =
        headings.into_iter().enumerate().filter(|(at, heading)| !heading.is_empty() || !sample(*at).is_empty()).map(one).collect_view();
    view! { <details><summary>{words::COLUMNS}</summary><div class="details-body"><div class="pairs">{rows}</div></div></details> }
        .into_any()
}

fn imported(session: Session, read: &Loaded, matching: &Matching) -> Imported {
    let mut unknown: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for &(row, column) in &read.table.unknown {
        unknown.entry(row).or_default().push(column);
    }
    let of_row = |number: u32| unknown.get(&number).map_or(&[][..], Vec::as_slice);
    let rows: Vec<TableRow<'_>> =
        read.table.rows.iter().map(|row| TableRow { number: row.number, cells: &row.cells, unknown: of_row(row.number) }).collect();
    let principal = session.enterprise.with_untracked(|enterprise| enterprise.principal.clone());
    session.hazards.with_untracked(|present| {
        let ground = Ground { catalogue: session.catalogue, present, span: session.span.get_untracked(), principal: &principal };
        read_ledger(&rows, matching, ground)
    })
}

fn counts(imported: &Imported) -> AnyView {
    let count = |which: fn(&RowOutcome) -> bool| imported.count(which);
    let rows = [
        (words::TAKEN, count(|outcome| matches!(outcome, RowOutcome::Taken(..)))),
        (words::STOPPED, count(|outcome| matches!(outcome, RowOutcome::Taken(taken) if !taken.lacking.is_empty()))),
        (words::KNOWN, count(|outcome| *outcome == RowOutcome::Known)),
        (words::CLOSED_BEFORE, count(|outcome| matches!(outcome, RowOutcome::ClosedBefore(_)))),
        (words::REFUSED, count(|outcome| matches!(outcome, RowOutcome::Refused(_)))),
    ];
    let rows = rows.into_iter().map(|(said, count)| view! { <li>{said} " " <strong class="number">{count}</strong></li> }).collect_view();
    view! { <ul data-counts="import">{rows}</ul> }.into_any()
}

/// The rows that cannot be taken, each with row, column and reason.
fn refused(imported: &Imported, read: StoredValue<Loaded>, matching: RwSignal<Matching>) -> Option<AnyView> {
    let headings = headings(read, matching);
    let faulty = imported.rows.iter().filter_map(|row| {
        let RowOutcome::Refused(faults) = &row.outcome else { return None };
        let each = faults.iter().map(|(at, fault)| words::at_column(*at, headings.get(*at).map_or("", String::as_str), *fault));
        Some(words::at_row(row.number, &each.collect::<Vec<_>>()))
    });
    let all: Vec<String> = faulty.collect();
    (!all.is_empty()).then(|| view! { <div data-refused=all.len()>{named("warn", words::REFUSED_HINT, &all)}</div> }.into_any())
}

/// The cells of rows that are taken without them.
fn unread(imported: &Imported, read: StoredValue<Loaded>, matching: RwSignal<Matching>) -> Option<AnyView> {
    let headings = headings(read, matching);
    let cell = |number: u32, at: usize| {
        read.with_value(|read| {
            let row = read.table.rows.iter().find(|row| row.number == number);
            row.and_then(|row| row.cells.get(at)).cloned().unwrap_or_default()
        })
    };
    let left = imported.rows.iter().filter_map(|row| {
        let RowOutcome::Taken(taken) = &row.outcome else { return None };
        let each = taken.unread.iter().map(|&at| words::unread(at, headings.get(at).map_or("", String::as_str), &cell(row.number, at)));
        (!taken.unread.is_empty()).then(|| words::at_row(row.number, &each.collect::<Vec<_>>()))
    });
    let all: Vec<String> = left.collect();
    (!all.is_empty()).then(|| view! { <div data-unread=all.len()>{named("info", words::UNREAD_HINT, &all)}</div> }.into_any())
}

/// What stands above the columns of the file.
fn headings(read: StoredValue<Loaded>, matching: RwSignal<Matching>) -> Vec<String> {
    let heading = matching.with_untracked(|matching| matching.heading);
    read.with_value(|read| read.table.rows.get(heading).map(|row| row.cells.clone()).unwrap_or_default())
}

/// The first of `all`, and how many more there are.
fn named(kind: &'static str, hint: &'static str, all: &[String]) -> impl IntoView + use<> {
    let rest = all.len().saturating_sub(NAMED);
    let rows = all.iter().take(NAMED).map(|said| view! { <li>{said.clone()}</li> }).collect_view();
    view! { <Notice kind=kind><p>{hint}</p><ul>{rows}</ul>{(rest > 0).then(|| view! { <p>{words::more_faults(rest)}</p> })}</Notice> }
}

/// Adds the hazards, each under a number of its own, and gives the numbers, sorted.
fn add(session: Session, imported: &Imported) -> Vec<String> {
    let draft = session.snapshot();
    let mut highest = highest_hazard(session.period, &draft.hazards).max(draft.deleted_hazard);
    let mut added: Vec<Hazard> = imported.hazards().cloned().collect();
    highest = highest.max(highest_hazard(session.period, &added));
    for hazard in added.iter_mut().filter(|hazard| hazard.id.is_empty()) {
        highest += 1;
        hazard.id = format!("{}-{highest:02}", session.period);
    }
    let mut ids: Vec<String> = added.iter().map(|hazard| hazard.id.clone()).collect();
    ids.sort();
    session.edit_hazards(|hazards| hazards.append(&mut added));
    ids
}
