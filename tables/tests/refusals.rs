//! Files made to take all memory are refused for what they are, and take little of it.
//!
//! One test: the memory is that of the process.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::time::Instant;

use anziping_forge::weapons;
use anziping_tables::{CellPlace, Many, TableFault, read};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Megabytes that refusing a file may take besides the file.
const MOST: f32 = 100.0;

fn at(sheet: &str, row: u32, column: u32) -> TableFault {
    TableFault::LongCell(Some(CellPlace { sheet: sheet.to_owned(), row, column }))
}

/// Returns whether the reason is the one that a person can do something about.
fn is_right(name: &str, fault: &TableFault) -> bool {
    let expected = match name {
        "cell-300mb.xlsx" => at("台账", 2, 2),
        "cell-in-pieces.xlsx" => at("台账", 9, 1),
        "formula-in-pieces.xlsx" => at("台账", 1, 0),
        "shared-400x600k.xlsx" => at("台账", 7, 4),
        // A quotation mark that is never closed is a character, and what is below it are rows.
        "cell-19mb.csv" => TableFault::TooManyRows,
        "line-300mb.csv" => TableFault::TooLarge(300_000_002),
        "cell-500mb.xlsx" | "shared-text-600mb.xlsx" | "rows-80m.xlsx" | "one-part-9000-times.xlsx" => {
            return matches!(fault, TableFault::Unpacks(400_000_000..));
        }
        "shared-text-600k-times.xlsx" | "text-in-all-300mb.xlsx" | "text-in-all-28mb.csv" => TableFault::TooMuchText,
        "rows-66m.xlsx" => TableFault::TooMany(Many::Tags),
        "formulas-24m.xlsx" => TableFault::TooMany(Many::Formulas),
        "shared-texts-60m.xlsx" | "shared-texts-said-a-billion.xlsx" => TableFault::TooMany(Many::SharedTexts),
        "merge-2m.xlsx" | "merge-over-one-another.xlsx" => TableFault::TooMany(Many::Merged),
        "sheets-20k.xlsx" => TableFault::TooMany(Many::Sheets),
        "names-4m.xlsx" => TableFault::TooMany(Many::Names),
        "formats-5m.xlsx" | "formats-of-a-long-font.xlsx" => TableFault::TooMany(Many::Formats),
        "entries-200k.xlsx" => TableFault::TooMany(Many::Parts),
        "cells-19m.csv" => TableFault::NoTable,
        _ => return matches!(fault, TableFault::Damaged(_)),
    };
    *fault == expected
}

#[test]
fn weapons_are_refused_for_what_they_are_within_bounded_memory() {
    let mut wrong = Vec::new();
    for name in weapons::ALL {
        let bytes = weapons::forged(name);
        MEMORY.reset_peak_usage();
        let (before, began) = (MEMORY.current_usage_as_mb(), Instant::now());
        let outcome = read(&bytes).map(|table| table.sheets.len());
        let took = MEMORY.peak_usage_as_mb() - before;
        let line = format!(
            "{name:34} {:>9} bytes {took:>6.1} MB {:>6} ms {outcome:?}",
            bytes.len(),
            began.elapsed().as_millis()
        );
        println!("{line}");
        if took > MOST || !outcome.as_ref().is_err_and(|fault| is_right(name, fault)) {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "more than {MOST} MB, or another reason:\n{}", wrong.join("\n"));
}
