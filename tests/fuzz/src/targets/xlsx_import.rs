//! A spreadsheet from anywhere, into the ledger: a fault in words, or rows that keep within the bounds.

use std::io::{Cursor, Write as _};

use anziping_core::{
    edition::builtin,
    exchange::{CellKind, ImportAnswers, ImportInto, LedgerColumn, Row, Sheet, layouts, read_ledger},
    value::period::Period,
};
use anziping_tables::{COLUMNS, ROWS, read};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::Target;

/// This target, as the list of all has it.
pub const TARGET: Target = Target {
    name: "xlsx_import",
    run,
    words: &[
        b"<row r=\"1\">",
        b"</row>",
        b"<c r=\"A1\" t=\"s\"><v>0</v></c>",
        b"<c r=\"XFD1048576\"><v>1</v></c>",
        b"t=\"inlineStr\"",
        b"t=\"e\"",
        b"<f>1+1</f>",
        b"<mergeCell ref=\"A1:XFD1048576\"/>",
        b"<si><t>",
        b"</t></si>",
        b"&amp;",
        b"&#x0;",
        b"<dimension ref=\"A1:XFD1048576\"/>",
        b"r=\"A0\"",
        b"r=\"A99999999999\"",
        b"s=\"1\"",
        b"\n=== xl/sharedStrings.xml\n",
        b"\n=== xl/worksheets/sheet1.xml\n",
        b"46329",
        b"1e308",
    ],
    bounded: 4_000,
};

/// Names a part of a workbook in an input, in a line of its own.
///
/// Mutations of a compressed file only spoil its checksums.
const PART: &str = "=== ";

/// Parts that every workbook needs and no input has to repeat.
const SHELL: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
];

/// Feeds one input to it.
///
/// # Panics
/// When something does not hold.
pub fn run(data: &[u8]) {
    let packed = data.starts_with(PART.as_bytes()).then(|| workbook(data));
    let Ok(table) = read(packed.as_deref().unwrap_or(data)) else { return };
    for sheet in &table.sheets {
        let rows = &sheet.rows;
        assert!(rows.len() <= ROWS, "{} rows", rows.len());
        assert!(rows.iter().all(|row| row.cells.len() <= COLUMNS), "wider than {COLUMNS} columns");
        assert!(rows.is_sorted_by_key(|row| row.number), "rows out of order");
    }
    let book: Vec<Sheet> = table.sheets.into_iter().map(sheet).collect();
    let rows: usize = book.iter().map(|sheet| sheet.rows.len()).sum();
    let answers = ImportAnswers { history: Some(true), hidden: Some(true), ..ImportAnswers::default() };
    let catalogue = builtin::catalogue().expect("the built-in check list is read");
    let month = Period::parse("2026-11").expect("a month");
    let span = month.span(Default::default());
    let ground = ImportInto { catalogue, present: &[], span, today: span.to, principal: "王建国", reason: "导入" };
    let imported = read_ledger(&book, &layouts::<LedgerColumn>(&book, &answers), &answers, ground);
    assert!(imported.new.len() <= rows, "more hazards than rows");
    for hazard in &imported.new {
        assert_eq!(hazard.faults(), [], "what was taken is sound");
    }
}

/// A sheet as the page takes it over.
fn sheet(read: anziping_tables::SheetRead) -> Sheet {
    let kind = |kind: anziping_tables::CellKind| match kind {
        anziping_tables::CellKind::Text => CellKind::Text,
        anziping_tables::CellKind::Number => CellKind::Number,
        anziping_tables::CellKind::Day => CellKind::Day,
        anziping_tables::CellKind::Unknown => CellKind::Unknown,
    };
    let row = |row: anziping_tables::Row| Row {
        number: row.number,
        hidden: row.hidden,
        cells: row.cells,
        kinds: row.kinds.into_iter().map(kind).collect(),
    };
    let anziping_tables::SheetRead { name, hidden, active, from_1904, rows } = read;
    Sheet { name, hidden, active, from_1904, rows: rows.into_iter().map(row).collect() }
}

/// The workbook whose parts the input names.
fn workbook(data: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(data);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let parts: Vec<(&str, &str)> = text
        .split("\n=== ")
        .map(|part| part.trim_start_matches(PART))
        .filter_map(|part| part.split_once('\n'))
        .collect();
    let shell = SHELL.into_iter().filter(|(name, _)| parts.iter().all(|(part, _)| part != name));
    for (name, content) in shell.chain(parts.iter().copied()) {
        // A name that is there already is refused; the first counts.
        if zip.start_file(name, options).is_ok() {
            zip.write_all(content.as_bytes()).expect("memory is written");
        }
    }
    zip.finish().expect("memory is written").into_inner()
}
