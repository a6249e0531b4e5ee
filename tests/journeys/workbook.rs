//! The roll-up as a workbook, opened by another library and compared cell by cell with the page and with the exported texts.

use std::{fs, path::Path, process::Command};

use anziping_tests::{
    Page, desk, journey,
    reports::{self, CheckList},
    workplace,
};
use serde_json::Value;

/// A sheet as openpyxl reads it.
type Sheet = (String, Vec<Vec<Value>>);

fn sheets(file: &Path) -> Vec<Sheet> {
    let python = workplace::tools().join("venv/bin/python");
    let output = Command::new(&python).arg(workplace::root().join("tests/foreign/workbook.py")).arg(file).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", python.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A cell as people see it: a whole number without its fraction, nothing as nothing.
fn seen(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        number => number.to_string(),
    }
}

fn texts(rows: &[Vec<Value>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(seen).collect()).collect()
}

/// The rows of a table on the page whose section has this id.
fn on_page(page: &Page, selector: &str) -> Vec<Vec<String>> {
    let body = "return [...document.querySelector(arguments[0]).querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))";
    serde_json::from_value(page.js(body, &[selector.into()])).unwrap()
}

/// Numbers are written differently on the page and in a spreadsheet: 90.0 分 is 90.
fn same(one: &str, other: &str) -> bool {
    let number = |text: &str| text.strip_suffix(" 分").unwrap_or(text).parse::<f64>().ok();
    one == other || number(one).is_some() && number(one) == number(other)
}

#[track_caller]
fn assert_same(name: &str, found: &[Vec<String>], expected: &[Vec<String>]) {
    assert_eq!(found.len(), expected.len(), "{name}: rows");
    for (row, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert_eq!(found.len(), expected.len(), "{name}, row {}: cells\n{found:?}\n{expected:?}", row + 1);
        for (column, (found, expected)) in found.iter().zip(expected).enumerate() {
            assert!(same(found, expected), "{name}, row {}, column {}: {found:?} is not {expected:?}", row + 1, column + 1);
        }
    }
}

/// A text of ours without anything that would have to be quoted.
fn plain_csv(file: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(file).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn another_library_reads_the_workbook_cell_by_cell_as_the_page_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), 60, CheckList::Ours);
    journey("workbook", |page| {
        desk::note_insides(page);
        page.open("office.html");
        desk::know(page, &batch);
        desk::begin(page, &batch);
        desk::finish(page, batch.files.len());
        page.go("#/rollup", "rollup");
        page.press("export-workbook");
        page.until_there("[data-exported=workbook]");
        let sheets = sheets(&page.downloaded(".xlsx"));
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        let wanted = [
            "汇总",
            "明细",
            "未交企业名单",
            "各要素得分",
            "四个100%",
            "未销号隐患",
            "重大事故隐患",
            "分类统计",
            "薄弱检查项",
            "不适用和沿用",
            "和上月比",
        ];
        assert_eq!(names, wanted);
        let sheet = |wanted: &str| texts(&sheets.iter().find(|(name, _)| name == wanted).unwrap().1);

        page.press("export-csv");
        assert_same("明细", &sheet("明细"), &plain_csv(&page.downloaded(".csv")));
        assert_same("未交企业名单", &sheet("未交企业名单"), &on_page(page, "section[aria-labelledby=missing] table"));
        assert_same("各要素得分", &sheet("各要素得分"), &on_page(page, "table[aria-labelledby=scores]"));
        assert_same("未销号隐患", &sheet("未销号隐患"), &on_page(page, "section[aria-labelledby=hazards] table"));
        // On the page the worst come first, and only so many.
        let worst = on_page(page, "table[aria-labelledby=worst]");
        assert_same("薄弱检查项", &sheet("薄弱检查项")[..worst.len()], &worst);

        // Beside each target that is reached stands in how many it should be; the page writes both into one cell.
        let targets = on_page(page, "table[aria-labelledby=targets]");
        let joined = sheet("四个100%").into_iter().skip(1).map(|row| {
            let pairs = row[1..].chunks(2).map(|pair| format!("{} / {}", pair[0], pair[1]));
            std::iter::once(row[0].clone()).chain(pairs).collect::<Vec<_>>()
        });
        let mut joined: Vec<_> = joined.collect();
        let mut shown = targets[1..].to_vec();
        joined.sort();
        shown.sort();
        assert_same("四个100%", &joined, &shown);

        // Figures are numbers and can be added up; codes keep their digits.
        let (_, reports) = sheets.iter().find(|(name, _)| name == "明细").unwrap();
        let column = |heading: &str| reports[0].iter().position(|cell| cell == heading).unwrap();
        let trusted = || reports[1..].iter().filter(|row| row[column("核验结果")] == "已登记且一致");
        assert_eq!(trusted().count(), batch.expected["trusted"]);
        assert!(trusted().all(|row| row[column("得分（复算）")].is_number() && row[column("统一社会信用代码")].is_string()));
        let open: f64 = trusted().filter_map(|row| row[column("未销号隐患")].as_f64()).sum();
        let totals = sheet("汇总");
        let total = totals.iter().find(|row| row[0] == "隐患 月末未销号").unwrap();
        assert_eq!(total[1].parse::<f64>().unwrap(), open, "the sheets agree with each other");
    });
}
