//! Ledgers written by other programs, and files that are none. `make.py` made the files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use anziping_tables::{BYTES, ROWS, Sheet, Table, TableFault, read, write};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).unwrap()
}

fn row(table: &Table, number: u32) -> Vec<&str> {
    table.rows.iter().find(|row| row.number == number).unwrap().cells.iter().map(String::as_str).collect()
}

#[test]
fn merged_cells_hold_downwards_and_rows_keep_their_numbers() {
    let table = read(&file("openpyxl.xlsx")).unwrap();
    assert_eq!(row(&table, 3)[..5], ["1", "冲压车间", "压力机防护栏松动", "一般", "2026年11月3日"]);
    assert_eq!(row(&table, 3)[7], "2026-11-10", "a day is a day");
    assert_eq!(row(&table, 4)[1], "冲压车间", "merged with the row above");
    assert_eq!(row(&table, 6)[4], "2026-11-06", "with a time behind it");
    assert_eq!(row(&table, 8)[2], "=1+1 这几个字写在墙上", "the empty row before counts");
    assert_eq!(row(&table, 1).len(), 1, "a title over all columns is no value of each");
}

#[test]
fn a_formula_counts_by_its_value_and_one_without_is_named() {
    assert_eq!(read(&file("openpyxl.xlsx")).unwrap().unknown, [(6, 8)]);
    let calculated = read(&file("xlsxwriter-5000.xlsx")).unwrap();
    assert_eq!((calculated.rows.len(), row(&calculated, 5001)[8]), (5001, "300"));
    assert!(calculated.unknown.is_empty());
}

#[test]
fn a_text_of_chinese_windows_is_read_with_its_line_breaks() {
    let table = read(&file("gbk.csv")).unwrap();
    assert_eq!(table.rows[1].cells[1..3], ["锅炉房", "压力表过期，\n未校验"]);
    let marked = [b"\xef\xbb\xbf".as_slice(), "部位;描述\r\n\r\n配电房;门没锁\r\n".as_bytes()].concat();
    let table = read(&marked).unwrap();
    assert_eq!((table.rows[0].cells[0].as_str(), table.rows[1].number), ("部位", 3));
}

#[test]
fn what_is_no_table_is_told_apart() {
    assert_eq!(read(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), Err(TableFault::OldExcel), "an .xls renamed");
    assert_eq!(read(b"<html><table><tr><td>1</td></tr></table></html>"), Err(TableFault::WebPage));
    assert_eq!(read(b""), Err(TableFault::NoTable));
    assert_eq!(read(&[0, 1, 2, 3]), Err(TableFault::NoTable));
    let cut = &file("openpyxl.xlsx")[..2_000];
    assert!(matches!(read(cut), Err(TableFault::Damaged(_))));
    let endless = "部位,描述\n".repeat(ROWS + 1);
    assert_eq!(read(endless.as_bytes()), Err(TableFault::TooManyRows));
    assert!(endless.len() < usize::try_from(BYTES).unwrap());
}

#[test]
fn what_is_written_is_read_again_as_texts() {
    let rows = [["部位", "=1+1"], ["+8613800000000", "@SUM(A1)"], ["００７", "第一行\n第二行"]]
        .map(|row| row.map(str::to_owned).to_vec());
    let sheet = Sheet { name: "隐患台账".into(), rows: rows.to_vec(), numbers: Vec::new() };
    let table = read(&write(&[sheet]).unwrap()).unwrap();
    assert_eq!(table.rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>(), rows);
    assert!(table.unknown.is_empty(), "no formula is written");
}

#[test]
fn a_workbook_of_several_sheets_cannot_have_one_name_twice() {
    let sheet = |name: &str| Sheet { name: name.into(), rows: vec![vec!["甲".into()]], numbers: Vec::new() };
    assert!(write(&[sheet("汇总"), sheet("明细")]).is_ok());
    assert!(matches!(write(&[sheet("汇总"), sheet("汇总")]), Err(TableFault::NotWritten(_))));
}
