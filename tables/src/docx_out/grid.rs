//! Tables: the columns and their widths, cells over several rows or columns, rows that stay whole.

use crate::paper::{PaperCell, PaperTable};

use super::letters::run;

/// Letters in the narrowest column.
const NARROWEST: usize = 4;
/// So many columns are set in smaller letters.
const MANY: usize = 12;

/// How the cells of a table are set.
struct Setting {
    /// Letters in the longest column that is not to wrap, and in the longest that counts.
    short: usize,
    widest: usize,
    /// A letter of a cell, and what stands beside the text of one, in twentieths of a point.
    letter: usize,
    padding: usize,
    /// Style of a cell, and of one that heads others.
    styles: [&'static str; 2],
    /// Space beside the text, where it is not that of every table.
    margins: &'static str,
}

const USUAL: Setting =
    Setting { short: 15, widest: 56, letter: 112, padding: 190, styles: ["Cell", "CellHead"], margins: "" };
/// Days have one line, and the texts share what is left.
const SMALL: Setting = Setting {
    short: 11,
    widest: 24,
    letter: 95,
    padding: 100,
    styles: ["CellSmall", "CellSmallHead"],
    margins: "<w:tblCellMar><w:left w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"40\" w:type=\"dxa\"/></w:tblCellMar>",
};

/// Height of a row with room for handwriting, in twentieths of a point.
const HAND: usize = 960;

/// Lines around cells, or none.
const RULED: &str = "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444444\"/>\
    <w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444444\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444444\"/>\
    <w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444444\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444444\"/>\
    <w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444444\"/></w:tblBorders>";

/// A cell in the place where it stands.
struct Placed<'a> {
    cell: &'a PaperCell,
    /// Its first column.
    column: usize,
    /// How many it takes.
    columns: usize,
    /// Whether it began in a row above.
    goes_on: bool,
    /// Whether it goes on in the next row.
    below: bool,
}

/// The table within so many twentieths of a point.
///
/// Its last row stays with what comes after it where `keep` says so.
pub(super) fn table(table: &PaperTable, width: usize, keep: bool) -> String {
    let rows = placed(&table.rows);
    let columns = rows.iter().filter_map(|row| row.last()).map(|last| last.column + last.columns).max().unwrap_or(1);
    let setting = if columns < MANY { &USUAL } else { &SMALL };
    let widths = widths(&rows, columns, width, setting);
    let grid: String = widths.iter().map(|wide| format!("<w:gridCol w:w=\"{wide}\"/>")).collect();
    let borders = if table.ruled { RULED } else { "" };
    let mut xml = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>{borders}<w:tblLayout w:type=\"fixed\"/>{}</w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>",
        setting.margins
    );
    let last = rows.len().saturating_sub(1);
    for (at, row) in rows.iter().enumerate() {
        let heading = at < table.heading_rows;
        // A heading without a row below it says nothing.
        let with_next = heading || table.keep || keep && at == last;
        xml.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if row.iter().any(|placed| placed.cell.hand) {
            xml.push_str(&format!("<w:trHeight w:val=\"{HAND}\" w:hRule=\"atLeast\"/>"));
        }
        xml.push_str(if heading { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        for placed in row {
            xml.push_str(&cell(placed, &widths, setting, with_next, heading));
        }
        // A row must reach the last column.
        let reached = row.last().map_or(0, |last| last.column + last.columns);
        if reached < columns {
            let empty = PaperCell::default();
            let rest =
                Placed { cell: &empty, column: reached, columns: columns - reached, goes_on: false, below: false };
            xml.push_str(&cell(&rest, &widths, setting, with_next, heading));
        }
        xml.push_str("</w:tr>");
    }
    xml.push_str("</w:tbl>");
    xml
}

fn cell(placed: &Placed<'_>, widths: &[usize], setting: &Setting, keep: bool, shaded: bool) -> String {
    let Placed { cell, column, columns, goes_on, below } = placed;
    let wide: usize = widths.iter().skip(*column).take(*columns).sum();
    let mut xml = format!("<w:tc><w:tcPr><w:tcW w:w=\"{wide}\" w:type=\"dxa\"/>");
    if *columns > 1 {
        xml.push_str(&format!("<w:gridSpan w:val=\"{columns}\"/>"));
    }
    if *goes_on {
        xml.push_str("<w:vMerge/>");
    } else if *below {
        xml.push_str("<w:vMerge w:val=\"restart\"/>");
    }
    if shaded {
        xml.push_str("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEEEEE\"/>");
    }
    xml.push_str("</w:tcPr>");
    let style = setting.styles[usize::from(cell.heading)];
    let with_next = if keep { "<w:keepNext/>" } else { "" };
    let nothing = [String::new()];
    let lines = if *goes_on || cell.lines.is_empty() { &nothing[..] } else { &cell.lines };
    for line in lines {
        xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{with_next}</w:pPr>{}</w:p>", run(line)));
    }
    xml.push_str("</w:tc>");
    xml
}

/// Every cell with its column, those that began above among them.
fn placed(rows: &[Vec<PaperCell>]) -> Vec<Vec<Placed<'_>>> {
    // Cells that go on: first column, columns, rows that are left, and the cell.
    let mut open: Vec<(usize, usize, usize, &PaperCell)> = Vec::new();
    let mut all = Vec::new();
    for row in rows {
        let mut cells = row.iter();
        let mut placed = Vec::new();
        let mut still: Vec<(usize, usize, usize, &PaperCell)> = Vec::new();
        let mut column = 0;
        loop {
            let (cell, columns, left, goes_on) = if let Some(at) = open.iter().position(|one| one.0 == column) {
                let (_, columns, left, cell) = open.swap_remove(at);
                (cell, columns, left, true)
            } else if let Some(cell) = cells.next() {
                (cell, cell.columns.max(1), cell.rows.max(1), false)
            } else if let Some(next) = open.iter().map(|one| one.0).min() {
                // A gap that no cell fills: what goes on behind it stays in its column.
                column = next;
                continue;
            } else {
                break;
            };
            placed.push(Placed { cell, column, columns, goes_on, below: left > 1 });
            if left > 1 {
                still.push((column, columns, left - 1, cell));
            }
            column += columns;
        }
        open = still;
        all.push(placed);
    }
    // A cell ends with its table.
    for last in all.iter_mut().last().into_iter().flatten() {
        last.below = false;
    }
    all
}

/// Computes the width of each column, together as wide as the page.
///
/// Short texts have one line; the long ones share what is left.
fn widths(rows: &[Vec<Placed<'_>>], columns: usize, width: usize, setting: &Setting) -> Vec<usize> {
    let Setting { short: most, widest, letter, padding, .. } = *setting;
    let mut asked = vec![NARROWEST; columns];
    for placed in rows.iter().flatten().filter(|placed| placed.columns == 1) {
        let longest = placed.cell.lines.iter().flat_map(|line| line.split('\n')).map(letters).max().unwrap_or(0);
        let own = &mut asked[placed.column];
        *own = (*own).max(longest.min(widest));
    }
    let long: usize = asked.iter().filter(|own| **own > most).sum();
    let short: usize = asked.iter().filter(|own| **own <= most).map(|own| own * letter + padding).sum();
    let (all, left) = (asked.iter().sum::<usize>(), width.saturating_sub(short));
    let wide = |own: usize| match own {
        // Where the short ones leave no room, or nothing is long, all of them share.
        own if long == 0 || left < long * letter / 2 => own * width / all,
        own if own <= most => own * letter + padding,
        own => own * left / long,
    };
    let mut widths: Vec<usize> = asked.into_iter().map(wide).collect();
    let rest = width.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// The width of a line in Latin letters: a Chinese one is as wide as two.
fn letters(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() + 1
}
