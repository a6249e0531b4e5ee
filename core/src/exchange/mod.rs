//! The ledger as a table that people keep in a spreadsheet: columns recognised by their headings, rows read one by one.
//!
//! The table comes in as rows of texts; which program wrote it is known elsewhere.

mod cell;
mod columns;
mod reading;
mod writing;

pub use cell::{read_day, read_grade, read_source};
pub use columns::{Column, Matching, guess};
pub use reading::{CellFault, Ground, ImportRow, Imported, RowOutcome, TableRow, TakenRow, read_ledger};
pub use writing::rows_of;
