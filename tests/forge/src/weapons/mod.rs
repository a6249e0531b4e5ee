//! Spreadsheets made to take a browser's memory or time, and large ones that people have.

pub mod packed;

use packed::{Part, entries, packed};

const MAIN: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of every workbook; `sheets` go into its list of sheets, `targets` into its relationships.
fn shell(sheets: Part, targets: &str) -> Vec<Part> {
    let relationship = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    let root = "http://schemas.openxmlformats.org/package/2006/relationships";
    let list = |inner: String| format!(r#"<Relationships xmlns="{root}">{inner}</Relationships>"#);
    vec![
        Part::of("_rels/.rels", &list(relationship("rId1", "officeDocument", "xl/workbook.xml"))),
        sheets,
        Part::of(
            "xl/_rels/workbook.xml.rels",
            &list(format!("{}{targets}", relationship("rId1", "worksheet", "worksheets/sheet1.xml"))),
        ),
    ]
}

fn workbook(again: &str, times: usize, tail: &str) -> Part {
    let head =
        format!(r#"<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/>"#);
    Part::new("xl/workbook.xml", &head, again, times, &format!("{tail}</workbook>"))
}

fn one_sheet() -> Vec<Part> {
    shell(workbook("", 0, "</sheets>"), "")
}

pub fn sheet(head: &str, again: &str, times: usize, tail: &str) -> Part {
    let head = format!("<worksheet {MAIN}><sheetData>{head}");
    Part::new("xl/worksheets/sheet1.xml", &head, again, times, &format!("{tail}</worksheet>"))
}

/// A workbook of one sheet of this inside, and of other parts.
pub fn book(sheet: Part, others: Vec<Part>) -> Vec<u8> {
    let mut parts = one_sheet();
    parts.push(sheet);
    parts.extend(others);
    packed(&parts)
}

pub fn texts(said: &str, head: &str, again: &str, times: usize, tail: &str) -> Part {
    let head = format!(r#"<sst {MAIN} uniqueCount="{said}">{head}"#);
    Part::new("xl/sharedStrings.xml", &head, again, times, &format!("{tail}</sst>"))
}

fn styles(inner: &str, again: &str, times: usize, tail: &str) -> Part {
    let head = format!("<styleSheet {MAIN}>{inner}");
    Part::new("xl/styles.xml", &head, again, times, &format!("{tail}</styleSheet>"))
}

const ONE_CELL: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#;

fn plain() -> Part {
    sheet("", "", 0, ONE_CELL)
}

fn long_cell(times: usize) -> Part {
    let head = r#"<row r="2"><c r="C2" t="inlineStr"><is><t>"#;
    sheet(head, "啊啊啊啊啊啊啊啊啊啊", times, "</t></is></c></row></sheetData>")
}

/// Names of all weapons.
pub const ALL: [&str; 31] = [
    "cell-300mb.xlsx",
    "cell-500mb.xlsx",
    "cell-500mb-said-small.xlsx",
    "cell-in-pieces.xlsx",
    "formula-in-pieces.xlsx",
    "formulas-24m.xlsx",
    "shared-text-600mb.xlsx",
    "shared-400x600k.xlsx",
    "shared-text-600k-times.xlsx",
    "shared-texts-60m.xlsx",
    "shared-texts-said-a-billion.xlsx",
    "text-in-all-300mb.xlsx",
    "merge-2m.xlsx",
    "merge-over-one-another.xlsx",
    "sheets-20k.xlsx",
    "one-sheet-many-times.xlsx",
    "names-4m.xlsx",
    "formats-5m.xlsx",
    "formats-of-a-long-font.xlsx",
    "levels-100m.xlsx",
    "tag-300mb.xlsx",
    "comment-300mb.xlsx",
    "rows-66m.xlsx",
    "rows-80m.xlsx",
    "rows-66m-said-few.xlsx",
    "entries-200k.xlsx",
    "one-part-9000-times.xlsx",
    "cell-19mb.csv",
    "line-300mb.csv",
    "cells-19m.csv",
    "text-in-all-28mb.csv",
];

/// A weapon by its name.
pub fn forged(name: &str) -> Vec<u8> {
    let shared_cells = r#"<c t="s"><v>0</v></c>"#;
    let many_texts = |count| {
        let again = format!("<si><t>{}</t></si>", "a".repeat(600_000));
        texts("400", "<si><t>隐患部位</t></si>", &again, count, "")
    };
    match name {
        "cell-300mb.xlsx" => book(long_cell(10_000_000), vec![]),
        "cell-500mb.xlsx" => book(long_cell(17_000_000), vec![]),
        "cell-500mb-said-small.xlsx" => book(long_cell(17_000_000).said(3_000), vec![]),
        "cell-in-pieces.xlsx" => book(
            sheet(r#"<row r="9"><c r="B9" t="str"><v>"#, "a&amp;", 50_000_000, "</v></c></row></sheetData>"),
            vec![],
        ),
        "formula-in-pieces.xlsx" => {
            book(sheet(r#"<row r="1"><c r="A1"><f>"#, "1&lt;", 60_000_000, "</f></c></row></sheetData>"), vec![])
        }
        "formulas-24m.xlsx" => book(sheet("<row>", "<c><f/></c>", 24_000_000, "</row></sheetData>"), vec![]),
        "shared-text-600mb.xlsx" => book(
            sheet("", "", 0, r#"<row r="4"><c r="B4" t="s"><v>0</v></c></row></sheetData>"#),
            vec![texts("1", "<si><t>", "aaaaaaaaaa", 60_000_000, "</t></si>")],
        ),
        "shared-400x600k.xlsx" => book(
            sheet("", "", 0, r#"<row r="7"><c r="E7" t="s"><v>1</v></c></row></sheetData>"#),
            vec![many_texts(400)],
        ),
        "shared-text-600k-times.xlsx" => book(
            sheet("<row>", &format!("{}</row><row>", shared_cells.repeat(60)), 10_000, "</row></sheetData>"),
            vec![texts("1", &format!("<si><t>{}</t></si>", "a".repeat(30_000)), "", 0, "")],
        ),
        "shared-texts-60m.xlsx" => book(plain(), vec![texts("1", "", "<si/>", 60_000_000, "")]),
        "shared-texts-said-a-billion.xlsx" => book(plain(), vec![texts("4000000000", "", "", 0, "")]),
        "text-in-all-300mb.xlsx" => {
            book(plain(), vec![texts("1", "", &format!("<si><t>{}</t></si>", "甲".repeat(10_000)), 10_000, "")])
        }
        "merge-2m.xlsx" => {
            book(sheet("", "", 0, ONE_CELL).with("mergeCells", r#"<mergeCell ref="A1:A3"/>"#, 2_000_000), vec![])
        }
        "merge-over-one-another.xlsx" => book(
            sheet("", "<row><c><v>1</v></c></row>", 10_000, "</sheetData>").with(
                "mergeCells",
                r#"<mergeCell ref="A1:A10000"/>"#,
                200_000,
            ),
            vec![],
        ),
        "sheets-20k.xlsx" => {
            let mut parts = shell(workbook(r#"<sheet name="a" sheetId="2" r:id="rId1"/>"#, 20_000, "</sheets>"), "");
            parts.push(plain());
            packed(&parts)
        }
        "one-sheet-many-times.xlsx" => {
            let mut parts = shell(workbook(r#"<sheet name="a" sheetId="2" r:id="rId1"/>"#, 900, "</sheets>"), "");
            parts.push(sheet("", "<row/>", 1_000_000, ONE_CELL));
            packed(&parts)
        }
        "names-4m.xlsx" => {
            let name = r#"<definedName name="a">A1</definedName>"#;
            let mut parts = shell(workbook("", 0, "</sheets>").with("definedNames", name, 4_000_000), "");
            parts.push(plain());
            packed(&parts)
        }
        "formats-5m.xlsx" => book(plain(), vec![styles("<cellXfs>", "<xf/>", 5_000_000, "</cellXfs>")]),
        "formats-of-a-long-font.xlsx" => book(
            plain(),
            vec![styles(
                &format!(r#"<fonts><font><name val="{}"/></font></fonts><cellXfs>"#, "a".repeat(200_000)),
                r#"<xf fontId="0"/>"#,
                60_000,
                "</cellXfs>",
            )],
        ),
        "levels-100m.xlsx" => book(sheet("", "<a>", 100_000_000, ONE_CELL), vec![]),
        "tag-300mb.xlsx" => book(sheet("<row a='", "aaaaaaaaaa", 30_000_000, "'/>"), vec![]),
        "comment-300mb.xlsx" => book(sheet("<!--", "aaaaaaaaaa", 30_000_000, "-->"), vec![]),
        "rows-66m.xlsx" => book(sheet("", "<row/>", 66_000_000, ONE_CELL), vec![]),
        "rows-80m.xlsx" => book(sheet("", "<row/>", 80_000_000, ONE_CELL), vec![]),
        "rows-66m-said-few.xlsx" => book(sheet("", "<row/>", 66_000_000, ONE_CELL).said(1_000), vec![]),
        "entries-200k.xlsx" => entries(vec![Part::of("a", "<sst/>")], 200_000),
        "one-part-9000-times.xlsx" => {
            let part = Part::new("a", "<worksheet>", &format!("<row a='{}'/>", "a".repeat(2_000)), 200, "</worksheet>");
            entries([one_sheet(), vec![plain(), part]].concat(), 9_000)
        }
        "cell-19mb.csv" => format!("部位,描述\n配电房,\"{}\n", "门没锁\n".repeat(1_900_000)).into_bytes(),
        "line-300mb.csv" => [b"a,".as_slice(), &vec![b'a'; 300_000_000]].concat(),
        "cells-19m.csv" => ",".repeat(19_900_000).into_bytes(),
        "text-in-all-28mb.csv" => encoded_in_chinese_windows(9_900, 1_000),
        _ => panic!("no weapon is called {name}"),
    }
}

/// Two bytes a character, which are three in UTF-8.
fn encoded_in_chinese_windows(rows: usize, characters: usize) -> Vec<u8> {
    let row = [[0xb0, 0xa1].repeat(characters), b"\n".to_vec()].concat();
    row.repeat(rows)
}

impl Part {
    /// Adds a list behind the cells.
    pub fn with(mut self, list: &str, again: &str, times: usize) -> Self {
        let cells = self.again.repeat(self.times);
        let tail = self.tail.clone();
        let (inside, end) = tail.rsplit_once("</").unwrap();
        self.head.push_str(&cells);
        self.head.push_str(&format!("{inside}<{list}>"));
        Self { again: again.to_owned(), times, tail: format!("</{list}></{end}"), ..self }
    }
}
