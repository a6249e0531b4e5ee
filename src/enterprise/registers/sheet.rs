//! The registers out to a spreadsheet, and lists kept in one in.

use anziping_core::exchange::register::{
    ImportedRegister, SheetSlot, read_register, rows_of_register, take_back, written_kinds,
};
use anziping_core::month::figures::MonthField;
use anziping_core::register::{Entry, Registers};
use leptos::prelude::*;

use super::{edit, edit_later};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::enterprise::sheet::{SheetCard, sheet_card};
use crate::platform::clock;
use crate::ui::import::{Import, Loaded, shown};
use crate::words::register::sheet as words;
use crate::words::sheet::{self, SheetWords};

/// The context of an import's preview.
///
/// It has the month, how its actions end, and the figures that the register knows.
type Context = (App, Session, &'static str, Option<KnownFigures>);

/// Figures of the month that a register knows.
pub(super) type KnownFigures = Memo<Vec<(MonthField, u64)>>;

/// The card below the list of a register.
///
/// `action` ends the actions of its buttons; `figures` are filled in with what is imported.
pub(super) fn sheets<T>(
    app: App,
    session: Session,
    action: &'static str,
    words: &'static SheetWords,
    figures: Option<KnownFigures>,
) -> AnyView
where
    T: Entry<Column: Send + Sync> + Send + Sync + 'static,
{
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.clone());
    let card = SheetCard {
        action,
        words,
        file_name: sheet::file_name(&name, words.sheet, &clock::today().to_string()),
        read_only: session.registers_read_only.into(),
        rows: |(_, session, _, _): Context| {
            session.registers.with_untracked(|registers| rows_of_register::<T>(registers, session.catalogue))
        },
        kinds: written_kinds::<T>(),
        preview: preview::<T>,
    };
    sheet_card::<SheetSlot<T::Column>, _>(card, (app, session, action, figures))
}

/// Previews the import of a file into the register.
fn preview<T>((app, session, action, figures): Context, read: Loaded, on_done: Callback<String>) -> AnyView
where
    T: Entry<Column: Send + Sync> + Send + Sync + 'static,
{
    let import = Import::<SheetSlot<T::Column>>::of(read);
    let imported: Memo<ImportedRegister<T>> = Memo::new(move |_| {
        session.registers.with(|registers| {
            import.read(|book, layouts, answers| read_register(book, layouts, answers, registers, session.catalogue))
        })
    });
    let preview = Memo::new(move |_| imported.with(|imported| imported.preview.clone()));
    let many = Memo::new(move |_| imported.with(|imported| (imported.new.len(), imported.changed.len())));
    let apply = move |_| {
        let (new, changed) = many.get_untracked();
        put(app, session, imported.get_untracked(), sheet::applied(new, changed), figures);
        on_done.run(sheet::applied(new, changed));
    };
    view! {
        <p class="hint">{words::HOW}</p>
        {move || (!session.read_only.get()).then(|| view! { <p class="hint">{words::COUNTS_TOO}</p> })}
        {shown(action, preview, import.questions(preview))}
        <div class="row">
            {move || match many.get() {
                (0, 0) => view! { <p>{sheet::NOTHING}</p> }.into_any(),
                (new, changed) => {
                    view! {
                        <button type="button" class="button button-primary" data-action="apply-import" on:click=apply>
                            {sheet::apply(new, changed)}
                        </button>
                    }
                        .into_any()
                }
            }} <button type="button" class="button" on:click=move |_| on_done.run(sheet::NOT_IMPORTED.into())>
                {sheet::CANCEL}
            </button>
        </div>
    }
    .into_any()
}

/// Puts what was read into the register, and its counts where the month has no answer yet.
///
/// It can be taken back, also on another month of the enterprise.
fn put<T: Entry + Send + Sync + 'static>(
    app: App,
    session: Session,
    imported: ImportedRegister<T>,
    said: String,
    figures: Option<KnownFigures>,
) {
    let ImportedRegister { entries, last_number, new, changed, .. } = imported;
    let (enterprise, period) = (session.id.get_value(), session.period);
    let before: Vec<T> = session.registers.with_untracked(|registers| {
        T::of(registers).iter().filter(|entry| changed.iter().any(|number| number == entry.number())).cloned().collect()
    });
    edit(session, |registers: &mut Registers| {
        *T::of_mut(registers) = entries;
        registers.last_number = last_number;
    });
    session.take_open_counts(clock::today());
    let known = figures.map(|figures| figures.get_untracked()).unwrap_or_default();
    let empty = |field| session.month.with_untracked(|month| month.text(field).trim().is_empty());
    let filled: Vec<_> = known.into_iter().filter(|(field, _)| empty(*field)).collect();
    session.edit_month(|month| filled.iter().for_each(|(field, figure)| month.set_text(*field, figure.to_string())));
    app.store.offer_undo(said, move || {
        edit_later(app, &enterprise, |registers| take_back(registers, &new, &before));
        let same_month = |session: &Session| session.period == period;
        if let Some(session) = app.session.get_untracked().filter(same_month) {
            session.edit_month(|month| {
                let still = |(field, figure): &&(MonthField, u64)| month.number(*field) == Some(*figure);
                let still: Vec<_> = filled.iter().filter(still).map(|(field, _)| *field).collect();
                still.into_iter().for_each(|field| month.set_text(field, String::new()));
            });
        }
    });
}
