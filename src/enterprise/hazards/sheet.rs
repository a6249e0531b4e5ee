//! The ledger out to a spreadsheet, and a ledger kept in one in.

use anziping_core::exchange::{ImportInto, LedgerColumn, LedgerImport, read_ledger, rows_of, written_kinds};
use anziping_core::hazard::Hazard;
use anziping_core::month::draft::highest_hazard;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::enterprise::sheet::{SheetCard, sheet_card};
use crate::platform::clock;
use crate::ui::import::{Import, Loaded, shown};
use crate::words::sheet as words;

/// The card below the list.
pub(super) fn sheets(app: App, session: Session) -> AnyView {
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.clone());
    let card = SheetCard {
        action: "ledger",
        words: &words::LEDGER,
        file_name: words::file_name(&name, words::LEDGER.sheet, &session.period.to_string()),
        read_only: session.read_only.into(),
        rows,
        kinds: written_kinds(),
        preview,
    };
    sheet_card::<LedgerColumn, _>(card, (app, session))
}

fn rows((_, session): (App, Session)) -> Vec<Vec<String>> {
    session.hazards.with_untracked(|hazards| rows_of(hazards, session.catalogue))
}

/// Previews the import of a file into the ledger.
fn preview((app, session): (App, Session), read: Loaded, on_done: Callback<String>) -> AnyView {
    let import = Import::<LedgerColumn>::of(read);
    let imported = Memo::new(move |_| imported(session, import));
    let preview = Memo::new(move |_| imported.with(|imported| imported.preview.clone()));
    let many = Memo::new(move |_| imported.with(|imported| (imported.new.len(), imported.changed.len())));
    let apply = move |_| {
        let (new, changed) = many.get_untracked();
        put(app, session, imported.get_untracked(), words::applied(new, changed));
        on_done.run(words::applied(new, changed));
    };
    let button = view! {
        <div class="row">
            {move || match many.get() {
                (0, 0) => view! { <p>{words::NOTHING}</p> }.into_any(),
                (new, changed) => {
                    view! {
                        <button type="button" class="button button-primary" data-action="apply-import" on:click=apply>
                            {words::apply(new, changed)}
                        </button>
                    }
                        .into_any()
                }
            }} <button type="button" class="button" on:click=move |_| on_done.run(words::NOT_IMPORTED.into())>
                {words::CANCEL}
            </button>
        </div>
    };
    view! {
        {shown("ledger", preview, import.questions(preview))}
        {button}
    }
    .into_any()
}

fn imported(session: Session, import: Import<LedgerColumn>) -> LedgerImport {
    let principal = session.enterprise.with_untracked(|enterprise| enterprise.principal.clone());
    session.hazards.with_untracked(|present| {
        let ground = ImportInto {
            catalogue: session.catalogue,
            present,
            span: session.span.get_untracked(),
            today: clock::today(),
            principal: &principal,
            reason: words::CORRECTED,
        };
        import.read(|book, layouts, answers| read_ledger(book, layouts, answers, ground))
    })
}

/// Adds the new hazards, each under a number of its own, and puts in the changed ones.
///
/// It can be taken back.
fn put(app: App, session: Session, imported: LedgerImport, said: String) {
    let LedgerImport { new: mut added, changed, .. } = imported;
    let draft = session.snapshot();
    let mut highest = highest_hazard(session.period, &draft.hazards).max(draft.deleted_hazard);
    highest = highest.max(highest_hazard(session.period, &added));
    for hazard in added.iter_mut().filter(|hazard| hazard.id.is_empty()) {
        highest += 1;
        hazard.id = format!("{}-{highest:02}", session.period);
    }
    let mut ids: Vec<String> = added.iter().map(|hazard| hazard.id.clone()).collect();
    ids.sort();
    let is_changed = |hazard: &&Hazard| changed.iter().any(|changed| changed.id == hazard.id);
    let before: Vec<Hazard> = draft.hazards.iter().filter(is_changed).cloned().collect();
    let after = changed.clone();
    session.edit_hazards(|hazards| {
        for hazard in hazards.iter_mut() {
            if let Some(changed) = changed.iter().find(|changed| changed.id == hazard.id) {
                hazard.clone_from(changed);
            }
        }
        hazards.append(&mut added);
    });
    let month = (session.id.get_value(), session.period);
    app.store.offer_undo(said, move || {
        app.in_month(&month.0, month.1, |session| {
            session.edit_hazards(|hazards| {
                hazards.retain(|hazard| ids.binary_search(&hazard.id).is_err());
                // What was done since stays.
                for hazard in hazards.iter_mut().filter(|hazard| after.contains(hazard)) {
                    if let Some(before) = before.iter().find(|before| before.id == hazard.id) {
                        hazard.clone_from(before);
                    }
                }
            });
        });
    });
}
