//! A table of other programs coming in.
//!
//! What is asked once for the whole file, and what would come of it.
//!
//! The same for the ledger, the registers and the list of enterprises. Nothing changes before the button.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `asks` | the questions to a whole file, one card each, with what is proposed chosen |
//! | `columns` | what the columns of a file mean |
//! | `pasted` | a table that is pasted: rows copied from a spreadsheet, a web page or a chat |
//! | `preview` | what would come of a file: its rows by what becomes of them, and the cells that are not taken |

mod asks;
mod columns;
mod pasted;
mod preview;

use anziping_core::exchange::{Ask, CellKind, Columns, ImportAnswers, Layout, Preview, Row, Sheet, layouts};
use anziping_tables::{Note, Table};
use leptos::prelude::*;

pub(crate) use self::pasted::Pasted;
pub(crate) use self::preview::shown;

/// A file that was read.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Loaded {
    pub name: String,
    pub book: Vec<Sheet>,
    /// Faults that were put right while reading.
    pub notes: Vec<Note>,
}

impl Loaded {
    /// Takes a file over from the worker.
    pub(crate) fn new(name: String, table: Table) -> Self {
        let kind = |kind: anziping_tables::CellKind| match kind {
            anziping_tables::CellKind::Text => CellKind::Text,
            anziping_tables::CellKind::Number => CellKind::Number,
            anziping_tables::CellKind::Day => CellKind::Day,
            anziping_tables::CellKind::Unknown => CellKind::Unknown,
        };
        let row = |row: anziping_tables::Row| Row {
            number: row.number,
            hidden: row.hidden,
            cells: row.cells,
            kinds: row.kinds.into_iter().map(kind).collect(),
        };
        let sheet = |sheet: anziping_tables::SheetRead| Sheet {
            name: sheet.name,
            hidden: sheet.hidden,
            active: sheet.active,
            from_1904: sheet.from_1904,
            rows: sheet.rows.into_iter().map(row).collect(),
        };
        Self { name, book: table.sheets.into_iter().map(sheet).collect(), notes: table.notes }
    }

    /// Returns whether a sheet has as many as two cells in a row, to be matched by hand at least.
    pub(crate) fn is_table<C: Columns>(&self) -> bool {
        !layouts::<C>(&self.book, &ImportAnswers::default()).is_empty()
    }
}

/// A file with what the person has answered about it.
pub(crate) struct Import<C: Send + Sync + 'static> {
    pub loaded: StoredValue<Loaded>,
    pub answers: RwSignal<ImportAnswers>,
    /// The meaning of its columns.
    pub layouts: Memo<Vec<Layout<C>>>,
}

impl<C: Send + Sync + 'static> Clone for Import<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: Send + Sync + 'static> Copy for Import<C> {}

impl<C: Columns + Send + Sync> Import<C> {
    /// Begins with nothing answered.
    pub(crate) fn of(loaded: Loaded) -> Self {
        let (loaded, answers) = (StoredValue::new(loaded), RwSignal::new(ImportAnswers::default()));
        let layouts =
            Memo::new(move |_| answers.with(|answers| loaded.with_value(|loaded| layouts(&loaded.book, answers))));
        Self { loaded, answers, layouts }
    }

    /// Reads the file as it is answered.
    pub(crate) fn read<T>(self, read: impl FnOnce(&[Sheet], &[Layout<C>], &ImportAnswers) -> T) -> T {
        self.answers.with(|answers| {
            self.layouts.with(|layouts| self.loaded.with_value(|loaded| read(&loaded.book, layouts, answers)))
        })
    }

    /// The questions above the preview.
    pub(crate) fn questions(self, preview: Memo<Preview>) -> AnyView {
        let asks = Memo::new(move |_| preview.with(|preview| preview.asks.clone()));
        view! {
            {self.loaded.with_value(|loaded| preview::notes(&loaded.notes))}
            {asks::questions(self.answers, asks)}
            {columns::columns(self)}
        }
        .into_any()
    }
}

/// The question of a kind, while it is asked.
fn asked(asks: Memo<Vec<Ask>>, which: fn(&Ask) -> bool) -> Memo<Option<Ask>> {
    Memo::new(move |_| asks.with(|asks| asks.iter().find(|ask| which(ask)).cloned()))
}
