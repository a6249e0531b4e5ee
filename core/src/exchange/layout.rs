//! Finds the headings of a sheet, the meaning of its columns, and the rows of the table.

use super::answers::ImportAnswers;
use super::grid::{Row, Sheet};
use super::left_out::{LeftOutReason, reason};
use super::matching::{Columns, KnownHeadings, unit_of};
use super::money::Unit;
use crate::value::fold::fold;

/// Rows above the headings that a title, a unit and a date may take.
const TITLE_ROWS: usize = 20;

/// A sheet with the meaning of its columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout<C> {
    /// Place of the sheet in the file.
    pub sheet: usize,
    /// Whether its headings were found; otherwise they are a guess, and every column is chosen by hand.
    pub known: bool,
    /// Indices of the first and the last row of headings.
    pub heading: (usize, usize),
    /// The headings of the columns; no two are the same.
    pub labels: Vec<String>,
    /// Meaning by column.
    pub columns: Vec<Option<C>>,
    /// The unit that the heading names, by column.
    pub units: Vec<Option<Unit>>,
}

impl<C: Columns> Layout<C> {
    /// Finds the headings of a sheet; `None` for one without as many as two cells in a row.
    pub fn of(at: usize, sheet: &Sheet, answers: &ImportAnswers) -> Option<Self> {
        let (rows, headings) = (&sheet.rows, KnownHeadings::<C>::all());
        let tried = (0..rows.len().min(TITLE_ROWS)).flat_map(|first| [(first, first), (first, first + 1)]);
        let found = tried.filter(|(_, last)| *last < rows.len()).map(|heading| Self::at(at, sheet, heading, &headings));
        let running = |layout: &Self| usize::from(layout.labels.iter().any(|label| is_running(label)));
        let known = |layout: &Self| layout.columns.iter().flatten().count() + running(layout);
        let says_what = |layout: &Self| layout.columns.iter().flatten().any(|column| column.is_essential());
        let is_table = |layout: &Self| known(layout) >= 2 && says_what(layout);
        // Of several the first: a table may repeat its headings on every page.
        let best = found.filter(is_table).max_by(|one, other| {
            known(one).cmp(&known(other)).then((other.heading.1, other.heading.0).cmp(&(one.heading.1, one.heading.0)))
        });
        let mut layout = match best {
            Some(layout) => Self { known: true, ..layout },
            None => Self::by_hand(at, sheet, &headings)?,
        };
        layout.choose(answers);
        Some(layout)
    }

    fn at(sheet: usize, rows: &Sheet, heading: (usize, usize), known: &KnownHeadings<C>) -> Self {
        let rows = &rows.rows;
        let (upper, lower) = (&rows[heading.0], &rows[heading.1]);
        let two = heading.0 != heading.1;
        let width = upper.cells.len().max(lower.cells.len());
        let mut taken: Vec<C> = Vec::new();
        let (mut labels, mut columns, mut group) = (Vec::new(), Vec::new(), String::new());
        for column in 0..width {
            let (above, below) = (upper.text(column), if two { lower.text(column) } else { upper.text(column) });
            let same = fold(above) == fold(below);
            // The heading of a group stands over its first column, the others are merged with it.
            if !above.is_empty() {
                group = if two && !same && !below.is_empty() { above.to_owned() } else { String::new() };
            } else if below.is_empty() {
                group.clear();
            }
            let own = if below.is_empty() { above } else { below };
            let meaning = known.of(if two { &group } else { "" }, own).filter(|column| !taken.contains(column));
            taken.extend(meaning);
            columns.push(meaning);
            labels.push(if two && !group.is_empty() { format!("{group}·{own}") } else { own.to_owned() });
        }
        C::settle(&mut columns);
        let units = labels.iter().map(|label| unit_of(label)).collect();
        for column in 0..labels.len() {
            if labels[column].is_empty() || labels[..column].contains(&labels[column]) {
                labels[column] = format!("{}（{} 列）", labels[column], letters(column));
            }
        }
        Self { sheet, known: false, heading, labels, columns, units }
    }

    /// The first row with the most cells, nothing of it known.
    fn by_hand(at: usize, sheet: &Sheet, known: &KnownHeadings<C>) -> Option<Self> {
        let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let rows = sheet.rows.iter().take(TITLE_ROWS).enumerate();
        let (row, cells) = rows
            .map(|(at, row)| (at, filled(row)))
            .max_by(|one, other| one.1.cmp(&other.1).then(other.0.cmp(&one.0)))?;
        (cells >= 2).then(|| {
            let mut layout = Self::at(at, sheet, (row, row), known);
            layout.columns.iter_mut().for_each(|column| *column = None);
            layout
        })
    }

    /// Applies the person's choices for columns; a meaning belongs to one column only.
    fn choose(&mut self, answers: &ImportAnswers) {
        for (at, label) in self.labels.iter().enumerate() {
            let Some(chosen) = answers.columns.get(label) else { continue };
            let column = C::all().find(|column| Some(column.heading()) == chosen.as_deref());
            self.columns
                .iter_mut()
                .filter(|other| other.is_some() && **other == column)
                .for_each(|other| *other = None);
            self.columns[at] = column;
        }
    }

    /// The first column with a meaning.
    pub fn position(&self, meaning: C) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(meaning))
    }

    /// The rows below the headings, each with why it is no row of the table.
    pub fn below<'a>(&'a self, sheet: &'a Sheet) -> impl Iterator<Item = (&'a Row, Option<LeftOutReason>)> {
        let headings: Vec<Vec<String>> =
            sheet.rows[..=self.heading.1].iter().map(|row| row.cells.iter().map(|cell| fold(cell)).collect()).collect();
        sheet.rows.iter().skip(self.heading.1 + 1).map(move |row| (row, reason(row, &self.columns, &headings)))
    }

    /// Columns with something below them that mean nothing here.
    pub fn left_over(&self, sheet: &Sheet) -> Vec<usize> {
        let filled = |at: usize| sheet.rows.iter().skip(self.heading.1 + 1).any(|row| !row.text(at).is_empty());
        let unknown = |at: &usize| self.columns[*at].is_none() && !is_running(&self.labels[*at]);
        (0..self.columns.len()).filter(|at| unknown(at) && filled(*at)).collect()
    }

    /// The first text below a heading.
    pub fn sample<'a>(&self, sheet: &'a Sheet, at: usize) -> &'a str {
        let below = sheet.rows.iter().skip(self.heading.1 + 1).map(|row| row.text(at));
        below.into_iter().find(|cell| !cell.is_empty()).unwrap_or("")
    }
}

/// Returns whether a column only counts the rows.
fn is_running(label: &str) -> bool {
    matches!(fold(label).as_str(), "序号" | "顺序号" | "no." | "no")
}

/// Columns as spreadsheets call them: A … Z, AA …
pub fn letters(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { last.to_string() } else { format!("{}{last}", letters(at / 26 - 1)) }
}

/// The sheets that are read.
///
/// What the person chose, else the one in front, else the first that is shown.
pub fn chosen<C>(layouts: &[Layout<C>], book: &[Sheet], answers: &ImportAnswers) -> Vec<usize> {
    if let Some(sheets) = &answers.sheets {
        return sheets.clone();
    }
    let mut known: Vec<&Layout<C>> = layouts.iter().filter(|layout| layout.known).collect();
    if known.is_empty() {
        known = layouts.iter().collect();
    }
    let sheet = |layout: &&Layout<C>| book.get(layout.sheet);
    let shown = |layout: &&Layout<C>| sheet(layout).is_some_and(|sheet| !sheet.hidden);
    let front = |layout: &&Layout<C>| shown(layout) && sheet(layout).is_some_and(|sheet| sheet.active);
    let one =
        known.iter().copied().find(front).or_else(|| known.iter().copied().find(shown)).or(known.first().copied());
    one.map(|layout| layout.sheet).into_iter().collect()
}
