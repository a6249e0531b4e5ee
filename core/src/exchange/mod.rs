//! The ledger and the registers as tables that people keep in a spreadsheet.
//!
//! Columns are recognised by their headings, rows are read one by one.
//!
//! The table comes in as rows of texts; which program wrote it is known elsewhere.

mod cell;
mod columns;
pub mod csv;
mod matching;
mod reading;
pub mod register;
mod table;
mod writing;

pub use cell::{read_day, read_grade, read_source};
pub use columns::Column;
pub use matching::{Columns, Matching, guess};
pub use reading::{Ground, ImportRow, Imported, RowOutcome, TakenRow, read_ledger};
pub use table::{CellFault, OfRow, TableRow};
pub use writing::rows_of;
