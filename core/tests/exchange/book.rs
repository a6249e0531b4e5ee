//! Files made of rows of texts, as the page has them after reading.

use anziping_core::edition::builtin;
use anziping_core::exchange::register::{ImportedRegister, SheetSlot, read_register};
use anziping_core::exchange::{
    CellKind, ImportAnswers, ImportInto, LedgerColumn, LedgerImport, LeftOutReason, Row, Sheet, layouts, read_ledger,
};
use anziping_core::hazard::Hazard;
use anziping_core::register::{Entry, Registers};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Rhythm};

/// A sheet of these cells.
///
/// A cell that begins with `#` is a number, one that begins with `@` a day, `?` an unknown formula.
pub fn sheet(name: &str, rows: &[Vec<String>]) -> Sheet {
    let cell = |text: &String| match text.chars().next() {
        Some('#') => (text[1..].to_owned(), CellKind::Number),
        Some('@') => (text[1..].to_owned(), CellKind::Day),
        Some('?') => (String::new(), CellKind::Unknown),
        _ => (text.clone(), CellKind::Text),
    };
    let row = |(number, cells): (u32, &Vec<String>)| {
        let (cells, kinds) = cells.iter().map(cell).unzip();
        Row { number, hidden: false, cells, kinds }
    };
    let rows = (1..).zip(rows).map(row).filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    Sheet { name: name.to_owned(), rows, ..Sheet::default() }
}

/// Rows of cells between bars.
pub fn table(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

pub fn day(text: &str) -> Option<Day> {
    Some(Day::parse(text).unwrap())
}

/// The ledger of November 2026 under a file.
pub fn ledger(book: &[Sheet], answers: &ImportAnswers, present: &[Hazard]) -> LedgerImport {
    let layouts = layouts::<LedgerColumn>(book, answers);
    let ground = ImportInto {
        catalogue: builtin::catalogue().unwrap(),
        present,
        span: Period::parse("2026-11").unwrap().span(Rhythm::default()),
        today: Day::parse("2026-11-28").unwrap(),
        principal: "老板",
        reason: "从表格导入",
    };
    read_ledger(book, &layouts, answers, ground)
}

/// A ledger of one sheet, read without an answer.
pub fn ledger_of(text: &str) -> LedgerImport {
    ledger(&[sheet("", &table(text))], &ImportAnswers::default(), &[])
}

pub fn register<T: Entry>(rows: &[Vec<String>], registers: &Registers, answers: &ImportAnswers) -> ImportedRegister<T> {
    let book = [sheet("", rows)];
    let layouts = layouts::<SheetSlot<T::Column>>(&book, answers);
    read_register(&book, &layouts, answers, registers, builtin::catalogue().unwrap())
}

/// Rows that are left out, with the reasons.
pub fn left_out(preview: &anziping_core::exchange::Preview) -> Vec<(u32, LeftOutReason)> {
    preview.left_out.iter().map(|row| (row.at.row, row.reason)).collect()
}

/// Cells that are not taken, by row and column from 1, as the page names them.
pub fn unread(preview: &anziping_core::exchange::Preview) -> Vec<String> {
    preview.unread.iter().map(|cell| format!("R{}C{}", cell.at.row, cell.column + 1)).collect()
}
