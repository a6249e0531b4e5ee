//! The ledger and the registers as tables that people keep in a spreadsheet.
//!
//! Every import goes the same way: the sheets of a file ([`Sheet`]) get a [`Layout`] each, what is not understood is
//! asked once for the whole file ([`Ask`], [`ImportAnswers`]), and what would come of it is a [`Preview`]. A cell that
//! cannot be read costs the cell, never the row, and what is understood beyond its words is shown.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `grid` | a file as the page has it |
//! | `matching`, `layout`, `left_out` | headings, and the rows that are no rows |
//! | `when`, `money`, `grade`, `words` | values as people write them |
//! | `answers`, `reading`, `preview`, `table` | questions, reading, and what came of it |
//! | `columns`, `ledger`, `writing` | the ledger |
//! | [`register`] | the registers |
//! | [`enlist`] | a list of enterprises for the office's registry |
//! | [`csv`] | tables as text |

mod answers;
mod columns;
pub mod csv;
pub mod enlist;
mod grade;
mod grid;
mod layout;
mod ledger;
mod left_out;
mod matching;
mod money;
mod preview;
mod reading;
pub mod register;
mod table;
mod when;
mod words;
mod writing;

pub use answers::{Ask, ImportAnswers, SheetChoice};
pub use columns::LedgerColumn;
pub use grade::read_grade;
pub use grid::{Cell, CellKind, Row, Sheet};
pub use layout::{Layout, chosen, letters};
pub(crate) use ledger::sheets as sheet_question;
pub use ledger::{ImportInto, LedgerImport, read_ledger};
pub use left_out::LeftOutReason;
pub use matching::{Columns, Holds};
pub use money::Unit;
pub use preview::{At, FieldView, LeftOut, NotedCell, Preview, RowView, UnreadCell};
pub(crate) use reading::{Here, ReadSoFar};
pub use table::CellFault;
pub use words::read_source;
pub use writing::{rows_of, written_kinds};

/// The layouts of all sheets of a file that can hold a table.
pub fn layouts<C: Columns>(book: &[Sheet], answers: &ImportAnswers) -> Vec<Layout<C>> {
    book.iter().enumerate().filter_map(|(at, sheet)| Layout::of(at, sheet, answers)).collect()
}
