//! Real tables up to the bounds are read; one row, column or cell more is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use anziping_forge::weapons::packed::{Part, packed};
use anziping_forge::weapons::{book, sheet, texts};
use anziping_tables::limits::CELL;
use anziping_tables::{COLUMNS, CellPlace, Job, Piece, ROWS, Row, Table, TableFault, read, run};

fn rows(table: &Table) -> &[Row] {
    &table.sheets[0].rows
}

const ONE_TEXT: &str = r#"<row r="3"><c r="B3" t="s"><v>0</v></c></row></sheetData>"#;

fn of_one_text(text: &str) -> Result<Table, TableFault> {
    let text = texts("1", &format!("<si><t>{text}</t></si>"), "", 0, "");
    read(&book(sheet("", "", 0, ONE_TEXT), vec![text]))
}

#[test]
fn the_longest_cell_of_excel_is_read_and_a_longer_one_named_by_its_place() {
    let longest = "字".repeat(CELL);
    assert_eq!(rows(&of_one_text(&longest).unwrap())[0].cells[1], longest);
    let place = CellPlace { sheet: "台账".into(), row: 3, column: 1 };
    assert_eq!(of_one_text(&format!("{longest}多")), Err(TableFault::LongCell(Some(place))));
    // A character of another plane counts twice in Excel.
    assert!(of_one_text(&"𠮷".repeat(CELL / 2)).is_ok());
    assert!(of_one_text(&"𠮷".repeat(CELL / 2 + 1)).is_err());
    // Escaped, as Excel writes what XML does not allow.
    assert_eq!(rows(&of_one_text(&"a_x000D_".repeat(CELL / 2)).unwrap())[0].cells[1].len(), CELL / 2 * 2 - 1);
    let text = read(format!("部位\n{longest}\n").as_bytes()).unwrap();
    assert_eq!(rows(&text)[1].cells[0], longest);
    let place = CellPlace { sheet: String::new(), row: 2, column: 0 };
    assert_eq!(read(format!("部位\n{longest}多\n").as_bytes()), Err(TableFault::LongCell(Some(place))));
}

#[test]
fn as_many_rows_and_columns_as_are_read_are_read() {
    let row = format!("<row>{}</row>", r#"<c s="3"><f>1+1</f><v>12.5</v></c>"#.repeat(COLUMNS));
    let table = read(&book(sheet("", &row, ROWS, "</sheetData>"), vec![])).unwrap();
    assert_eq!((rows(&table).len(), rows(&table)[ROWS - 1].cells.len()), (ROWS, COLUMNS));
    let more = read(&book(sheet("", &row, ROWS + 1, "</sheetData>"), vec![]));
    assert_eq!(more, Err(TableFault::TooManyRows));
}

#[test]
fn a_sheet_formatted_down_to_the_last_row_of_excel_is_read() {
    let row = r#"<row ht="20" customHeight="1"><c s="1"/><c s="1"/><c s="1"/></row>"#;
    let first = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    let table = read(&book(sheet(first, row, 1_048_575, "</sheetData>"), vec![])).unwrap();
    assert_eq!(rows(&table).len(), 1);
}

#[test]
fn every_second_cell_merged_with_the_one_below_is_read() {
    let pairs: String =
        (0..2_000).map(|row| format!(r#"<mergeCell ref="A{}:A{}"/>"#, 2 * row + 1, 2 * row + 2)).collect();
    let cells = sheet("", r#"<row><c><v>7</v></c></row><row><c/><c><v>1</v></c></row>"#, 2_000, "</sheetData>");
    let table = read(&book(cells.with("mergeCells", &pairs, 1), vec![])).unwrap();
    assert!(rows(&table).iter().all(|row| row.cells[0] == "7"), "each pair has its value twice");
}

#[test]
fn parts_that_are_no_cells_count_for_nothing() {
    let cache = Part::new(
        "xl/pivotCache/records1.xml",
        "<pivotCacheRecords>",
        "<r><n v='1'/></r>",
        200,
        "</pivotCacheRecords>",
    );
    let picture = Part::new("xl/media/image1.bmp", "BM", "aaaaaaaaaa", 50_000_000, "");
    let others = vec![cache.said(900_000_000), picture];
    assert_eq!(
        rows(&read(&book(sheet("", "", 0, r#"<row><c><v>1</v></c></row></sheetData>"#), others)).unwrap()).len(),
        1
    );
}

#[test]
fn a_shared_formula_with_a_number_in_milliards_is_one_formula() {
    let cell = r#"<row><c><f t="shared" si="4000000000" ref="A1:A2">1+1</f><v>2</v></c></row></sheetData>"#;
    assert_eq!(rows(&read(&book(sheet("", "", 0, cell), vec![])).unwrap())[0].cells, ["2"]);
}

#[test]
fn another_packed_file_is_no_damaged_workbook() {
    let text = Part::of("word/document.xml", "<w:document xmlns:w='w'/>");
    assert_eq!(read(&packed(&[text])), Err(TableFault::NoWorkbook));
}

#[test]
fn the_answer_comes_in_pieces_that_make_the_whole() {
    let lines: String = (0..9_000).map(|row| format!("{row},配电房{row},门没锁\n")).collect();
    let (mut whole, mut pieces) = (Table::default(), 0);
    run(Job::Read, lines.as_bytes(), |piece| {
        let Piece::Rows(rows) = piece else { panic!("no file was asked for") };
        let bytes: usize = rows.sheets[0].rows.iter().flat_map(|row| &row.cells).map(String::len).sum();
        assert!(bytes < 70_000, "{bytes} bytes in a piece");
        whole.append(rows);
        pieces += 1;
    })
    .unwrap();
    assert_eq!(whole, read(lines.as_bytes()).unwrap());
    assert!(pieces > 2, "{pieces} pieces");
}
