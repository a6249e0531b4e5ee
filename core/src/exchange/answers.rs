//! The questions asked once for a whole file, and the answers to them.

use std::collections::BTreeMap;

use super::money::Unit;
use crate::value::day::Day;

/// The person's answers; a question without one stays as proposed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportAnswers {
    /// Places of the sheets that are read.
    pub sheets: Option<Vec<usize>>,
    /// Headings of columns by what stands above them; `None` leaves a column out.
    pub columns: BTreeMap<String, Option<String>>,
    /// The year of days without one; `None` inside leaves such cells out.
    pub year: Option<Option<i32>>,
    /// The unit of sums without one.
    pub unit: Option<Unit>,
    /// Whether the day on which a hazard was checked or put right closes it where no other day does.
    pub closed: Option<bool>,
    /// The day that closes hazards that are written down as done, without a day.
    pub done_on: Option<Day>,
    /// Whether 立即 and 3日内 count from the day of discovery.
    pub words: Option<bool>,
    /// Whether rows that are not shown are read.
    pub hidden: Option<bool>,
    /// Whether hazards that were closed before the month are taken.
    pub history: Option<bool>,
    /// Whether the day of the next review counts as the end of a certificate.
    pub review: Option<bool>,
}

/// A question, with what it is about and what is proposed or chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// The sheets to read.
    Sheets(Vec<SheetChoice>),
    /// The year of days that have none.
    Year {
        /// How many cells.
        cells: usize,
        /// Proposed or chosen; `None` leaves them out.
        year: Option<i32>,
    },
    /// In what sums without a unit are.
    Unit {
        /// How many cells.
        cells: usize,
        /// Proposed or chosen; `None` leaves them out.
        unit: Option<Unit>,
    },
    /// Whether what was checked or put right is closed.
    Closed {
        /// How many rows.
        rows: usize,
        /// Whether the answer so far is yes.
        taken: bool,
    },
    /// On which day those were closed that are written down as done, without a day.
    DoneOn {
        /// How many rows.
        rows: usize,
        /// Of these, still open: no day is chosen, or they were found later.
        open: usize,
        /// The day that was chosen.
        day: Option<Day>,
    },
    /// The meaning of 立即 and 3日内.
    Words {
        /// How many cells.
        cells: usize,
        /// Whether the answer so far is yes.
        taken: bool,
    },
    /// Whether rows that are not shown are read.
    Hidden {
        /// How many.
        rows: usize,
        /// Whether the answer so far is yes.
        taken: bool,
    },
    /// Whether what was closed before the month is taken.
    History {
        /// How many rows.
        rows: usize,
        /// Whether the answer so far is yes.
        taken: bool,
    },
    /// Whether the day of the next review counts.
    Review {
        /// How many rows.
        rows: usize,
        /// Whether the answer so far is yes.
        taken: bool,
    },
}

/// A sheet that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetChoice {
    /// Its place in the file.
    pub at: usize,
    /// Its name.
    pub name: String,
    /// How many rows of a table it has.
    pub rows: usize,
    /// Whether the spreadsheet program does not show it.
    pub hidden: bool,
    /// Whether the person has chosen it.
    pub taken: bool,
}
