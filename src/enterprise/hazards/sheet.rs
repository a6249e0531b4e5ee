//! The ledger out to a spreadsheet, and a ledger kept in one in.

use anziping_core::exchange::{Column, Ground, Imported, Matching, RowOutcome, read_ledger, rows_of};
use anziping_core::hazard::Hazard;
use anziping_core::month::draft::highest_hazard;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::enterprise::sheet::{Loaded, Matched, SheetCard, columns, counts, refused, sheet_card, unread};
use crate::words::sheet as words;

/// The card below the list.
pub(super) fn sheets(app: App, session: Session) -> AnyView {
    let card = SheetCard {
        action: "ledger",
        words: &words::LEDGER,
        file_name: words::file_name(words::LEDGER.sheet, &session.period.to_string()),
        read_only: session.read_only.into(),
        rows,
        preview,
    };
    sheet_card::<Column, _>(card, (app, session))
}

fn rows((_, session): (App, Session)) -> Vec<Vec<String>> {
    let name = |id: &str| session.catalogue.area(id).map_or_else(|| id.to_owned(), |area| area.name.clone());
    session.hazards.with_untracked(|hazards| rows_of(hazards, name))
}

/// What a file would add to the ledger.
fn preview((app, session): (App, Session), read: Loaded, on_done: Callback<String>) -> AnyView {
    let matched = Matched::<Column>::of(read);
    let imported = Memo::new(move |_| {
        matched.read.with_value(|read| matched.matching.with(|matching| imported(session, read, matching)))
    });
    let count = Memo::new(move |_| imported.with(|imported| imported.hazards().count()));
    let apply = move |_| {
        let added = imported.with_untracked(|imported| add(session, imported));
        let (many, ids) = (added.len(), added);
        let month = (session.id.get_value(), session.period);
        app.store.offer_undo(words::added(many), move || {
            app.in_month(&month.0, month.1, |session| {
                session.edit_hazards(|hazards| hazards.retain(|hazard| ids.binary_search(&hazard.id).is_err()));
            });
        });
        on_done.run(words::added(many));
    };
    view! {
        {columns(matched)}
        {move || imported.with(|imported| counts(of_rows(imported)))}
        {move || imported.with(|imported| unread(matched, &imported.unread()))}
        {move || imported.with(|imported| refused(matched, &imported.refused()))}
        <div class="row">
            {move || {
                (count.get() > 0)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button button-primary"
                                data-action="apply-import"
                                on:click=apply
                            >
                                {move || words::apply(count.get())}
                            </button>
                        }
                    })
            }} <button type="button" class="button" on:click=move |_| on_done.run(words::NOT_IMPORTED.into())>
                {words::CANCEL}
            </button>
        </div>
    }
    .into_any()
}

fn imported(session: Session, read: &Loaded, matching: &Matching<Column>) -> Imported {
    let principal = session.enterprise.with_untracked(|enterprise| enterprise.principal.clone());
    session.hazards.with_untracked(|present| {
        let ground =
            Ground { catalogue: session.catalogue, present, span: session.span.get_untracked(), principal: &principal };
        read.with_rows(|rows| read_ledger(rows, matching, ground))
    })
}

fn of_rows(imported: &Imported) -> [(&'static str, &'static str, usize); 5] {
    let count = |which: fn(&RowOutcome) -> bool| imported.count(which);
    [
        ("taken", words::TAKEN, count(|outcome| matches!(outcome, RowOutcome::Taken(..)))),
        (
            "stopped",
            words::STOPPED,
            count(|outcome| matches!(outcome, RowOutcome::Taken(taken) if !taken.lacking.is_empty())),
        ),
        ("known", words::KNOWN, count(|outcome| *outcome == RowOutcome::Known)),
        ("closed-before", words::CLOSED_BEFORE, count(|outcome| matches!(outcome, RowOutcome::ClosedBefore(_)))),
        ("refused", words::REFUSED, count(|outcome| matches!(outcome, RowOutcome::Refused(_)))),
    ]
}

/// Adds the hazards, each under a number of its own, and returns the numbers, sorted.
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
