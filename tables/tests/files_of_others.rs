//! Ledgers written by other programs, and files that are none. `make.py` made the files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use anziping_tables::{BYTES, CellKind, Note, ROWS, Row, Sheet, Table, TableFault, read, write};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).unwrap()
}

fn row(table: &Table, number: u32) -> Vec<&str> {
    rows(table).iter().find(|row| row.number == number).unwrap().cells.iter().map(String::as_str).collect()
}

fn rows(table: &Table) -> &[Row] {
    &table.sheets[0].rows
}

/// Cells without a known value, by row number and column from 0.
fn unknown(table: &Table) -> Vec<(u32, usize)> {
    let of_row = |row: &Row| {
        let unknown = row.kinds.iter().enumerate().filter(|(_, kind)| **kind == CellKind::Unknown);
        unknown.map(|(at, _)| (row.number, at)).collect::<Vec<_>>()
    };
    rows(table).iter().flat_map(of_row).collect()
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
    assert_eq!(unknown(&read(&file("openpyxl.xlsx")).unwrap()), [(6, 8)]);
    let calculated = read(&file("xlsxwriter-5000.xlsx")).unwrap();
    assert_eq!((rows(&calculated).len(), row(&calculated, 5001)[8]), (5001, "300"));
    assert!(unknown(&calculated).is_empty());
}

#[test]
fn a_text_of_chinese_windows_is_read_with_its_line_breaks() {
    let table = read(&file("gbk.csv")).unwrap();
    assert_eq!(rows(&table)[1].cells[1..3], ["锅炉房", "压力表过期，\n未校验"]);
    let marked = [b"\xef\xbb\xbf".as_slice(), "部位;描述\r\n\r\n配电房;门没锁\r\n".as_bytes()].concat();
    let table = read(&marked).unwrap();
    assert_eq!((rows(&table)[0].cells[0].as_str(), rows(&table)[1].number), ("部位", 3));
}

#[test]
fn what_is_no_table_is_told_apart() {
    assert_eq!(read(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), Err(TableFault::OldExcel), "an .xls renamed");
    assert_eq!(read(b"<html><p>\xe9\xa1\xb5</p></html>"), Err(TableFault::WebPage));
    assert_eq!(read(b""), Err(TableFault::Empty));
    assert_eq!(read(b"%PDF-1.7"), Err(TableFault::Pdf));
    assert_eq!(read(&[0xff, 0xd8, 0xff, 0xe0]), Err(TableFault::Picture));
    assert_eq!(read(b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"), Err(TableFault::WebArchive));
    assert_eq!(read(&[0, 1, 2, 3]), Err(TableFault::NoTable));
    let cut = &file("openpyxl.xlsx")[..2_000];
    assert!(matches!(read(cut), Err(TableFault::Damaged(_))));
    let endless = "部位,描述\n".repeat(ROWS + 1);
    assert_eq!(read(endless.as_bytes()), Err(TableFault::TooManyRows));
    assert!(endless.len() < usize::try_from(BYTES).unwrap());
}

#[test]
fn what_is_written_is_read_again_as_texts() {
    let expected = [["部位", "=1+1"], ["+8613800000000", "@SUM(A1)"], ["００７", "第一行\n第二行"]]
        .map(|row| row.map(str::to_owned).to_vec());
    let sheet = Sheet { name: "隐患台账".into(), rows: expected.to_vec(), numbers: Vec::new(), ..Sheet::default() };
    let table = read(&write(&[sheet]).unwrap()).unwrap();
    assert_eq!(rows(&table).iter().map(|row| row.cells.clone()).collect::<Vec<_>>(), expected);
    assert!(unknown(&table).is_empty(), "no formula is written");
}

#[test]
fn a_workbook_of_several_sheets_cannot_have_one_name_twice() {
    let sheet = |name: &str| Sheet {
        name: name.into(),
        rows: vec![vec!["甲".into()]],
        numbers: Vec::new(),
        ..Sheet::default()
    };
    assert!(write(&[sheet("汇总"), sheet("明细")]).is_ok());
    assert!(matches!(write(&[sheet("汇总"), sheet("汇总")]), Err(TableFault::NotWritten(_))));
}

/// The rows of a text file, cell by cell.
fn cells(bytes: &[u8]) -> (Vec<Vec<String>>, Vec<Note>) {
    let table = read(bytes).unwrap();
    (rows(&table).iter().map(|row| row.cells.clone()).collect(), table.notes)
}

fn lines(text: &str, separator: char) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(separator).map(str::to_owned).collect()).collect()
}

const TEXT: &str = "某公司台账\n序号;部位;隐患内容\n1;配电房;门没锁\n2;锅炉房;压力表，过期\n";

#[test]
fn the_separator_is_the_one_of_the_rows_and_not_of_the_title() {
    for separator in [',', '\t', ';', '|', '；'] {
        let text = TEXT.replace(';', &separator.to_string()).replace("台账", "台账,2026年11月");
        let text = if separator == ',' { TEXT.replace(';', ",") } else { text };
        assert_eq!(cells(text.as_bytes()).0, lines(&text, separator), "{separator:?}");
    }
    let wide = "序号，部位，内容\n1，配电房，门没锁\n2，锅炉房，表过期\n";
    assert_eq!(cells(wide.as_bytes()).0, lines(wide, '，'));
    let told = format!("sep=;\n{TEXT}");
    let table = read(told.as_bytes()).unwrap();
    assert_eq!((rows(&table)[1].number, rows(&table)[1].cells[1].as_str()), (3, "部位"), "the first line counts");
}

#[test]
fn utf_16_without_a_mark_is_read() {
    // 一 has its zero in the other half.
    for text in [TEXT.to_owned(), TEXT.replace("配电房", "一车间")] {
        for big in [false, true] {
            let units = text.encode_utf16();
            let bytes: Vec<u8> =
                units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
            assert_eq!(cells(&bytes).0, lines(&text, ';'), "{big}");
        }
    }
}

#[test]
fn a_bad_byte_costs_one_character_and_is_said() {
    let mut bytes = b"\xb2\xbf\xce\xbb,\xc4\xda\xc8\xdd\n\xb3\xb5\xbc\xe4,".to_vec();
    bytes.extend(b"\xd1\xb9\xc1\xa6\xff,\n");
    let (rows, notes) = cells(&bytes);
    assert_eq!((rows[1][0].as_str(), rows[1][1].as_str()), ("车间", "压力\u{fffd}"));
    assert_eq!(notes, [Note::BadBytes(1)]);
}

#[test]
fn an_open_quotation_mark_is_named_and_swallows_no_row() {
    let text =
        "序号,部位,隐患内容,责任人\n1,冲压车间,\"未挂牌,张伟\n2,锅炉房,表过期,李强\n3,库房,\"堆物,\n乱放\",赵六\n";
    let (rows, notes) = cells(text.as_bytes());
    assert_eq!(notes, [Note::OpenQuote(2)]);
    assert_eq!(rows[1], ["1", "冲压车间", "\"未挂牌", "张伟"]);
    assert_eq!(rows[2], ["2", "锅炉房", "表过期", "李强"]);
    assert_eq!(rows[3], ["3", "库房", "堆物,\n乱放", "赵六"], "a cell of two lines stays one");
    let (rows, notes) = cells("甲,3\" 管道,乙\n".as_bytes());
    assert_eq!((rows, notes), (vec![vec!["甲".into(), "3\" 管道".into(), "乙".to_owned()]], vec![]));
}

#[test]
fn tables_of_portals_are_read_under_the_name_of_excel() {
    let page = "\u{feff}<meta http-equiv=\"Content-Type\"/><style>td{}</style><table border=1><tr><td>序号</td><th>部位</th>\
        </tr><tr><td rowspan=\"2\">1</td><td>车&nbsp;间<br>二楼</td></tr><tr><td>库房 &amp; 门</td></tr></table>";
    let table = read(page.as_bytes()).unwrap();
    assert_eq!(row(&table, 1), ["序号", "部位"]);
    assert_eq!((row(&table, 2), row(&table, 3)), (vec!["1", "车 间\n二楼"], vec!["1", "库房 & 门"]));
    let book = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook \
        xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"台账\"><Table><Row><Cell \
        ss:MergeAcross=\"1\"><Data ss:Type=\"String\">标题</Data></Cell><Cell><Data ss:Type=\"String\">丙</Data></Cell></Row><Row \
        ss:Index=\"4\" ss:Hidden=\"1\"><Cell ss:Index=\"2\"><Data ss:Type=\"DateTime\">2026-11-03T00:00:00.000</Data></Cell>\
        <Cell><Data ss:Type=\"Number\">2</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name=\"数据\"><Table><Row><Cell>\
        <Data ss:Type=\"String\">一般</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible>\
        </WorksheetOptions></Worksheet></Workbook>";
    let table = read(book.as_bytes()).unwrap();
    assert_eq!((row(&table, 1), row(&table, 4)), (vec!["标题", "", "丙"], vec!["", "2026-11-03", "2"]));
    assert_eq!(rows(&table)[1].kinds, [CellKind::Text, CellKind::Day, CellKind::Number]);
    assert!(rows(&table)[1].hidden && !table.sheets[0].hidden && table.sheets[1].hidden);
}
