//! The ledger out to a spreadsheet and a ledger kept in one in, through the page.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anziping_tests::{Page, journey, workplace};

fn fixture(name: &str) -> PathBuf {
    workplace::root().join("tables/tests/files").join(name)
}

fn ledger(page: &Page) {
    page.open("");
    page.press("demo");
    page.go("#/hazards", "hazards");
    page.until_there("[data-action=import-ledger]");
}

#[test]
fn a_ledger_of_another_program_is_previewed_and_taken_in_without_its_faulty_cells() {
    journey("import", |page| {
        ledger(page);
        page.hand_over("import-ledger", &fixture("openpyxl.xlsx"));
        page.until_there("[data-preview=ledger]");
        // A day without its year, which the title gives, and a formula that was never calculated.
        page.until_there("[data-preview=ledger][data-unread='1'] [data-ask=year]");
        page.until_said("[data-unread-cell=R6C9]", "公式没有结果");
        page.until_said("[data-noted-cell=R5C5]", "2026-11-05");
        page.axe_light_and_dark("the preview of an import");
        page.fits("the preview of an import");
        page.press("apply-import");
        page.js("scrollTo(0, 0)", &[]);
        page.click("[data-filter=All]");
        let has =
            "return [...document.querySelectorAll('[data-hazard]')].some(row => row.innerText.includes(arguments[0]))";
        page.until("the merged place", has, &["地面油污".into()]);
        page.until("a text that looks like a formula", has, &["=1+1".into()]);
        page.saved();
        page.hand_over("import-ledger", &fixture("openpyxl.xlsx"));
        page.until_there("[data-preview=ledger]");
        page.until("nothing more to add", "return !document.querySelector('[data-action=apply-import]')", &[]);
    });
}

#[test]
fn five_thousand_rows_come_in_and_go_out_while_the_page_answers() {
    journey("import-5000", |page| {
        ledger(page);
        let began = Instant::now();
        page.hand_over("import-ledger", &fixture("xlsxwriter-5000.xlsx"));
        page.until_there("[data-action=apply-import]");
        println!("5 000 rows read and previewed in {} ms", began.elapsed().as_millis());
        page.until_said("[data-counts=import]", "5000");
        page.press("apply-import");
        page.js("scrollTo(0, 0)", &[]);
        page.click("[data-filter=All]");
        page.until_there("[data-action=more-rows]");
        assert_eq!(page.count("[data-hazard]"), 100, "the page shows what fits");
        page.saved();
        page.press("export-ledger");
        let out = fs::read(page.downloaded(".xlsx")).expect("the workbook");
        assert!(out.starts_with(b"PK"), "a workbook");
        page.reload();
        page.until_there("[data-action=more-rows]");
    });
}

#[test]
fn rows_copied_from_a_spreadsheet_are_pasted_and_previewed_like_a_file() {
    journey("import-pasted", |page| {
        ledger(page);
        let rows = page.count("[data-hazard]");
        page.click("details:has([name=pasted-ledger]) > summary");
        page.press("paste-ledger");
        page.until_there("[data-fault=sheet]");
        page.fill_at("[name=pasted-ledger]", "发现日期\t隐患部位\t隐患内容\n2026-11-05\t成品仓库\t灭火器被货物挡住\n");
        page.press("paste-ledger");
        page.until_there("[data-preview=ledger][data-new='1'][data-unread='0']");
        page.axe_light_and_dark("the preview of pasted rows");
        page.fits("the preview of pasted rows");
        page.press("apply-import");
        page.until(
            "one more",
            "return document.querySelectorAll('[data-hazard]').length === arguments[0]",
            &[(rows + 1).into()],
        );

        page.open("office.html");
        page.go("#/registry", "registry");
        page.click("details:has([name=pasted-enterprises]) > summary");
        let code = "91310000MA1FL0000N";
        page.fill_at("[name=pasted-enterprises]", &format!("企业名称\t统一社会信用代码\n示例家具厂\t{code}\n"));
        page.press("paste-enterprises");
        page.until_there("[data-preview=enterprises]");
        page.until_said("[data-rows=new]", "1");
    });
}

#[test]
fn a_file_that_is_no_ledger_is_refused_in_words_and_the_ledger_stays() {
    journey("no-ledger", |page| {
        ledger(page);
        let rows = page.count("[data-hazard]");
        for (name, bytes, said) in [
            ("old.xlsx", [0xd0, 0xcf, 0x11, 0xe0].repeat(300), "另存为"),
            ("web.xls", b"<html><body><table></table></body></html>".to_vec(), "网页"),
            ("large.xlsx", vec![b'x'; 100_000_000], "没有打开"),
            ("title.csv", "某厂台账\n".as_bytes().to_vec(), "表头"),
            ("cut.xlsx", fs::read(fixture("openpyxl.xlsx")).expect("a workbook")[..3_000].to_vec(), "损坏"),
        ] {
            page.hand_over("import-ledger", &page.file(name, &bytes));
            page.until_said("[data-fault=sheet]", said);
        }
        page.axe_light_and_dark("a refused ledger");
        assert_eq!(page.count("[data-hazard]"), rows);
    });
}
