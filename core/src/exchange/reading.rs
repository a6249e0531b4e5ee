//! Reads the cells that all tables have, by the answers given, and notes what became of them.

use super::answers::{Ask, ImportAnswers};
use super::grid::{Cell, CellKind, Row, Sheet};
use super::layout::Layout;
use super::left_out::LeftOutReason;
use super::matching::{Columns, Holds, unit_of};
use super::money::{CellMoney, Unit, money};
use super::preview::{At, LeftOut, NotedCell, Preview, UnreadCell};
use super::table::CellFault;
use super::when::{CellDay, day_and_minute, when};
use crate::value::day::Day;
use crate::value::fold::fold;
use crate::value::moment::Moment;
use crate::value::period::Period;

/// Words for what stands in the row above.
const SAME: [&str; 5] = ["同上", "同前", "〃", "″", "\""];
/// The longest text of a row that is left out, in characters.
const TEXT: usize = 60;

/// Year and unit stated once in a file, for cells that leave them out.
#[derive(Clone, Copy, Debug, Default)]
struct Hints {
    year: Option<i32>,
    unit: Option<Unit>,
    /// Whether all sums without a unit are too large to be 万元.
    large: bool,
}

/// The state of an import while its rows are read.
pub(crate) struct ReadSoFar<'a> {
    /// The answers.
    pub answers: &'a ImportAnswers,
    /// The preview that comes of it.
    pub preview: Preview,
    hints: Hints,
    years: usize,
    units: usize,
    words: usize,
    hidden: usize,
    above: Vec<String>,
}

/// The day that words and days without a year count from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CountFrom {
    /// Nothing tells one.
    Nothing,
    /// The row has one that could not be read: what follows it may lie in the next year.
    Lost,
    /// This one.
    Day(Day),
}

/// A row with what its sheet says about it.
#[derive(Clone, Copy)]
pub(crate) struct Here<'a> {
    /// Its sheet.
    pub sheet: &'a Sheet,
    /// The row itself.
    pub row: &'a Row,
    labels: &'a [String],
    units: &'a [Option<Unit>],
}

impl Here<'_> {
    /// The place of the row that is read.
    pub(crate) fn at(&self) -> At {
        At { sheet: self.sheet.name.clone(), row: self.row.number }
    }
}

impl<'a> ReadSoFar<'a> {
    /// Begins with the sheets that are read.
    pub(crate) fn new<C: Columns>(book: &[Sheet], layouts: &[&Layout<C>], answers: &'a ImportAnswers) -> Self {
        let hints = Hints::of(book, layouts);
        Self { answers, preview: Preview::default(), hints, years: 0, units: 0, words: 0, hidden: 0, above: Vec::new() }
    }

    /// Takes up the rows of a sheet that are rows of its table; the others are left out.
    pub(crate) fn rows<'s, C: Columns>(&mut self, sheet: &'s Sheet, layout: &'s Layout<C>) -> Vec<Here<'s>> {
        self.above.clear();
        let mut rows = Vec::new();
        for (row, reason) in layout.below(sheet) {
            let here = Here { sheet, row, labels: &layout.labels, units: &layout.units };
            let reason = reason.or_else(|| {
                self.hidden += usize::from(row.hidden);
                (row.hidden && self.answers.hidden != Some(true)).then_some(LeftOutReason::Hidden)
            });
            match reason {
                Some(reason) => self.leave_out(here, reason),
                None => rows.push(here),
            }
        }
        rows
    }

    /// Leaves a row out.
    pub(crate) fn leave_out(&mut self, here: Here<'_>, reason: LeftOutReason) {
        let cells: Vec<&str> = here.row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let text = cells.join(" ").chars().take(TEXT).collect();
        self.preview.left_out.push(LeftOut { at: here.at(), reason, text });
    }

    /// The cells of a row that mean something and are not empty. 同上 is what stands above.
    pub(crate) fn cells<C: Columns>(&mut self, here: Here<'_>, layout: &Layout<C>) -> Vec<(Cell<'static>, C, String)> {
        self.above.resize(layout.columns.len().max(self.above.len()), String::new());
        let mut cells = Vec::new();
        for (column, meaning) in layout.columns.iter().enumerate() {
            let Some(meaning) = *meaning else { continue };
            let (text, kind) = (here.row.text(column), here.row.kind(column));
            let cell = Cell { column, text: "", kind, from_1904: here.sheet.from_1904 };
            let mut said = text.to_owned();
            if SAME.contains(&text) {
                said.clone_from(&self.above[column]);
                if said.is_empty() {
                    self.unread(here, cell.of(text), CellFault::NothingAbove);
                    continue;
                }
            }
            if kind == CellKind::Unknown && said.is_empty() {
                self.unread(here, cell, CellFault::Formula);
            }
            if !said.is_empty() {
                self.above[column].clone_from(&said);
                cells.push((cell, meaning, said));
            }
        }
        cells
    }

    /// Notes a cell that is not taken.
    pub(crate) fn unread(&mut self, here: Here<'_>, cell: Cell<'_>, fault: CellFault) {
        let label = here.labels.get(cell.column).cloned().unwrap_or_default();
        let (column, text) = (cell.column, cell.text.chars().take(TEXT).collect());
        self.preview.unread.push(UnreadCell { at: here.at(), column, label, text, fault });
    }

    /// Notes a cell that is taken for more than it says.
    pub(crate) fn noted(&mut self, here: Here<'_>, cell: Cell<'_>, read: impl ToString) {
        let label = here.labels.get(cell.column).cloned().unwrap_or_default();
        let (column, text, read) = (cell.column, cell.text.to_owned(), read.to_string());
        self.preview.noted.push(NotedCell { at: here.at(), column, label, text, read });
    }

    /// Reads a day.
    pub(crate) fn day(&mut self, here: Here<'_>, cell: Cell<'_>, holds: Holds, from: CountFrom) -> Option<Day> {
        let last = holds == Holds::LastDay;
        let read = match when(cell) {
            CellDay::Day(day) => return Some(day),
            CellDay::NoYear(month, day) => {
                self.years += 1;
                self.with_year(month, day, from).ok_or(CellFault::NoYear)
            }
            CellDay::Month(day) | CellDay::UpTo(day) if last => Ok(day),
            CellDay::AtOnce | CellDay::Within(_) if !last => Err(CellFault::NotADay),
            CellDay::AtOnce => self.later(from, 0),
            CellDay::Within(days) => self.later(from, days),
            CellDay::NoDay => Err(CellFault::NoDay),
            CellDay::Ambiguous => Err(CellFault::TwoDays),
            CellDay::Month(_) | CellDay::UpTo(_) | CellDay::Unread => Err(CellFault::NotADay),
        };
        match read {
            Ok(day) => {
                self.noted(here, cell, day);
                Some(day)
            }
            Err(fault) => {
                self.unread(here, cell, fault);
                None
            }
        }
    }

    fn later(&mut self, from: CountFrom, days: u32) -> Result<Day, CellFault> {
        self.words += 1;
        let (CountFrom::Day(from), true) = (from, self.answers.words != Some(false)) else {
            return Err(CellFault::Words);
        };
        Ok(from.plus(i32::try_from(days).unwrap_or(0)))
    }

    /// The year that was chosen, or that the file itself gives.
    fn year(&self) -> Option<i32> {
        self.answers.year.unwrap_or(self.hints.year)
    }

    /// The first such day from `from` on, unless that is most of a year away.
    ///
    /// Else the one of the year of the file.
    fn with_year(&self, month: u8, day: u8, from: CountFrom) -> Option<Day> {
        let from = match from {
            _ if self.answers.year == Some(None) => return None,
            CountFrom::Lost => return None,
            CountFrom::Nothing => return Day::new(self.year()?, month, day),
            CountFrom::Day(from) => from,
        };
        let [this, next] = [from.year(), from.year() + 1].map(|year| Day::new(year, month, day));
        match this {
            Some(this) if this >= from => Some(this),
            _ => next.filter(|next| from.days_until(*next) < 183).or(this),
        }
    }

    /// Reads a sum in whole yuan, as digits.
    pub(crate) fn yuan(&mut self, here: Here<'_>, cell: Cell<'_>) -> Option<String> {
        let figure = match money(cell.text) {
            CellMoney::Figure(figure) => figure,
            CellMoney::Nothing => return None,
            CellMoney::Unread => {
                self.unread(here, cell, CellFault::NotAnAmount);
                return None;
            }
        };
        let known = figure.unit.or(here.units.get(cell.column).copied().flatten()).or(self.hints.unit);
        let unit = known.or_else(|| {
            self.units += 1;
            self.unit()
        });
        let Some(unit) = unit else {
            self.unread(here, cell, CellFault::NoUnit);
            return None;
        };
        let (yuan, is_exact) = figure.in_yuan(unit);
        if !is_exact || unit == Unit::Wan || figure.unit.is_some() {
            self.noted(here, cell, format!("{yuan} 元"));
        }
        Some(yuan.to_string())
    }

    fn unit(&self) -> Option<Unit> {
        self.answers.unit.or(self.hints.large.then_some(Unit::Yuan))
    }

    /// Reads a calendar month.
    pub(crate) fn month(&mut self, here: Here<'_>, cell: Cell<'_>) -> Option<Period> {
        let text = fold(cell.text);
        let alone = text.strip_suffix('月').and_then(|month| month.parse::<u8>().ok());
        let read = match when(cell) {
            CellDay::Day(day) | CellDay::Month(day) => Ok(day),
            CellDay::NoYear(month, _) => {
                self.years += 1;
                self.with_year(month, 1, CountFrom::Nothing).ok_or(CellFault::NoYear)
            }
            CellDay::Ambiguous => Err(CellFault::TwoDays),
            _ => match alone {
                Some(month @ 1..=12) => {
                    self.years += 1;
                    self.with_year(month, 1, CountFrom::Nothing).ok_or(CellFault::NoYear)
                }
                _ => Err(CellFault::NotAMonth),
            },
        };
        match read {
            Ok(day) => Period::new(day.year(), day.month()),
            Err(fault) => {
                self.unread(here, cell, fault);
                None
            }
        }
    }

    /// A minute; of a day without one its first, which is noted.
    pub(crate) fn moment(&mut self, here: Here<'_>, cell: Cell<'_>) -> Option<Moment> {
        let (day, minute) = day_and_minute(cell);
        let day = self.day(here, cell.of(day), Holds::Day, CountFrom::Nothing)?;
        let moment = Moment::new(day, minute.unwrap_or(0))?;
        if minute.is_none() {
            self.noted(here, cell, format!("{} {}", moment.day(), moment.time_of_day()));
        }
        Some(moment)
    }

    /// Ends the reading: the preview with the questions that came up, those of the file first.
    pub(crate) fn done(mut self, mut asks: Vec<Ask>) -> Preview {
        if self.years > 0 {
            asks.push(Ask::Year { cells: self.years, year: self.year() });
        }
        if self.units > 0 {
            asks.push(Ask::Unit { cells: self.units, unit: self.unit() });
        }
        if self.words > 0 {
            asks.push(Ask::Words { cells: self.words, taken: self.answers.words != Some(false) });
        }
        if self.hidden > 0 {
            asks.push(Ask::Hidden { rows: self.hidden, taken: self.answers.hidden == Some(true) });
        }
        self.preview.left_out.sort_by(|one, other| one.at.cmp(&other.at));
        Preview { asks, ..self.preview }
    }
}

impl Cell<'_> {
    /// The same cell with a text of its own.
    pub fn of<'t>(&self, text: &'t str) -> Cell<'t> {
        Cell { column: self.column, text, kind: self.kind, from_1904: self.from_1904 }
    }
}

impl Hints {
    fn of<C: Columns>(book: &[Sheet], layouts: &[&Layout<C>]) -> Self {
        let (mut titled, mut dated) = (Vec::new(), Vec::new());
        let (mut unit, mut large) = (None, true);
        for layout in layouts {
            let Some(sheet) = book.get(layout.sheet) else { continue };
            let titles = sheet.rows[..layout.heading.0].iter().flat_map(|row| &row.cells);
            for title in titles.chain([&sheet.name]) {
                years_in(title, &mut titled);
                if fold(title).contains("单位:") || title.contains("金额单位") {
                    unit = unit.or(unit_of(title.split("单位").last().unwrap_or_default()));
                }
            }
            let holds = |meaning: Option<C>| meaning.map(Columns::holds);
            // Take years from the first day column only: later ones (checked, paid) may lie in the next year.
            let first = layout.columns.iter().position(|one| matches!(holds(*one), Some(Holds::Day | Holds::Month)));
            for (column, meaning) in layout.columns.iter().enumerate() {
                let Some(holds) = holds(*meaning) else { continue };
                for row in sheet.rows.iter().skip(layout.heading.1 + 1).filter(|row| !row.text(column).is_empty()) {
                    let cell =
                        Cell { column, text: row.text(column), kind: row.kind(column), from_1904: sheet.from_1904 };
                    match (holds, when(cell), money(cell.text)) {
                        (Holds::Day, CellDay::Day(day), _)
                        | (Holds::Month, CellDay::Day(day) | CellDay::Month(day), _)
                            if first == Some(column) =>
                        {
                            dated.push(day.year());
                        }
                        (Holds::Yuan, _, CellMoney::Figure(figure)) if figure.unit.is_none() => {
                            large &= figure.is_yuan_by_size();
                        }
                        _ => {}
                    }
                }
            }
        }
        let only = |years: &mut Vec<i32>| {
            years.sort_unstable();
            years.dedup();
            if let [year] = years.as_slice() { Some(*year) } else { None }
        };
        // A title of two years says nothing, and neither do days of two.
        let year = match titled.len() {
            0 => only(&mut dated),
            _ => only(&mut titled),
        };
        Self { year, unit, large }
    }
}

/// Years from 2000 to 2099 in a title: `2026年`, `2026.11`.
fn years_in(text: &str, into: &mut Vec<i32>) {
    let digits: Vec<char> = fold(text).chars().collect();
    for start in 0..digits.len().saturating_sub(3) {
        let four: String = digits[start..start + 4].iter().collect();
        let alone = |at: Option<&char>| at.is_none_or(|c| !c.is_ascii_digit());
        let before = start.checked_sub(1).and_then(|at| digits.get(at));
        if four.starts_with("20")
            && alone(before)
            && alone(digits.get(start + 4))
            && let Ok(year) = four.parse()
        {
            into.push(year);
        }
    }
}
