//! Every form on paper.
//!
//! Page breaks, repeated headings, no row cut in two, and the code of the signed file.

use std::{path::PathBuf, process::Command};

use anziping_tests::{Ability, Engine, Options, Page, journey, journey_with, workplace};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use crate::steps::*;

/// The forms and, where they are tables, the heading that must stand on every page of them.
const FORMS: [(&str, &str, Option<&str>); 16] = [
    ("report", "月度自查自改报告", None),
    ("ledger", "事故隐患排查治理台账", Some("整改措施")),
    ("notice", "隐患整改通知单", None),
    ("recheck", "隐患整改复查意见", None),
    ("permit", "作业票", None),
    ("board", "事故隐患排查治理情况公示", Some("整改情况")),
    ("major-report", "重大事故隐患报告", None),
    ("major-plan", "重大事故隐患治理方案", None),
    ("statistics", "事故隐患排查治理情况统计分析表", Some("数量")),
    ("deductions", "自评扣分汇总表", Some("检查内容")),
    ("duties", "企业安全生产主体责任清单", Some("责任内容")),
    ("risks", "重大安全风险管控清单", Some("管控措施")),
    ("risk-control", "安全风险分级管控清单", None),
    ("equipment", "特种设备台账", None),
    ("posts", "安全生产岗位责任清单", Some("责任内容")),
    ("daily", "日常安全工作清单", Some("工作内容")),
];

/// Prints the page that is shown, and gives the text of each sheet of paper.
pub fn printed(page: &Page, name: &str) -> Vec<String> {
    let answer = page.devtools("Page.printToPDF", &json!({ "preferCSSPageSize": true, "printBackground": false }));
    kept(page, name, &BASE64_STANDARD.decode(answer["data"].as_str().expect("a file")).expect("base64"))
}

/// Keeps a PDF for people to look at, and gives the text of each sheet of paper.
fn kept(page: &Page, name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = workplace::pictures();
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    let file: PathBuf = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, bytes).expect("the PDF is kept");
    // The page brings no fonts; what is read back below was set in those of the browser.
    assert_eq!(page.js("return document.fonts.size", &[]), 0);
    let text = poppler("pdftotext", &["-layout", &file.to_string_lossy(), "-"]);
    text.split('\u{c}')
        .filter(|sheet| !sheet.trim().is_empty())
        .map(|sheet| sheet.split_whitespace().collect())
        .collect()
}

pub fn poppler(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} (poppler-utils): {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn every_form_breaks_between_rows_and_repeats_its_heading() {
    journey("paper", |page| {
        page.open("");
        page.press("demo");
        for (form, title, heading) in FORMS {
            page.go(&format!("#/paper/{form}"), "paper");
            page.until_there(&format!("[data-form={form}] [data-sheet={form}]"));
            let rows = page.js(
                "return [...document.querySelectorAll('.sheet-table:not(.sheet-form) tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\\s/g, '')))",
                &[],
            );
            let rows: Vec<Vec<String>> = serde_json::from_value(rows).expect("rows of texts");
            let filled = |cells: Vec<String>| cells.into_iter().filter(|cell| !cell.is_empty()).collect();
            let rows: Vec<Vec<String>> = rows.into_iter().map(filled).collect();
            let sheets = printed(page, form);
            println!("{form}: {} sheets of A4, {} rows", sheets.len(), rows.len());
            assert!(sheets[0].contains(title), "{form}: {}", sheets[0]);
            assert!(!sheets[0].contains("打印这张表"), "{form}: buttons are not printed");
            assert_eq!(sheets[0].contains("草稿，未签名"), form == "report", "{form}: what nobody has signed says so");
            let said: &[&str] = match form {
                "statistics" => &["单位：", "期间：", "台账截至：", "版本：检查表"],
                // It is of a day and a place, not of a month.
                "permit" => &["单位：", "版本：检查表"],
                "equipment" => &["单位：", "填表日期：", "版本：检查表"],
                _ => &["单位：", "期间：", "第1版"],
            };
            for said in said {
                assert!(sheets[0].contains(said), "{form}: {said} {}", sheets[0]);
            }
            for (number, sheet) in sheets.iter().enumerate() {
                let place = format!("第{}页，共{}页", number + 1, sheets.len());
                assert!(sheet.contains(&place), "{form}: {place} {sheet}");
            }
            if let Some(heading) = heading {
                let with_rows = |sheet: &&String| {
                    let is_on = |cells: &Vec<String>| cells.iter().all(|cell| has_letters(sheet, cell));
                    rows.iter().filter(|cells| cells.len() > 1).any(is_on)
                };
                for (number, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| with_rows(sheet)) {
                    assert!(sheet.contains(heading), "{form}: sheet {} has no heading: {sheet}", number + 1);
                }
            }
            for cells in &rows {
                // The layout interleaves the lines of neighbouring cells, so a row is found by the letters of all its
                // cells.
                let whole = sheets.iter().any(|sheet| cells.iter().all(|cell| has_letters(sheet, cell)));
                assert!(whole, "{form}: cut in two: {cells:?}");
            }
        }
    });
}

/// Returns whether the pairs of letters of the cell stand on the sheet.
///
/// Those across a line end may not: at worst a narrow column breaks every four letters. A row that is cut has about
/// half of them elsewhere.
fn has_letters(sheet: &str, cell: &str) -> bool {
    let letters: Vec<char> = cell.chars().collect();
    if letters.len() < 3 {
        return sheet.contains(cell);
    }
    let runs: Vec<String> = letters.windows(2).map(|run| run.iter().collect()).collect();
    let there = runs.iter().filter(|run| sheet.contains(run.as_str())).count();
    there * 4 >= runs.len() * 3 - 3
}

/// A ledger as long as that of some years, with cells as long as people write them.
fn long_ledger() -> String {
    let long = "积尘较厚X，需要停机清扫并检查除尘管道的密封情况".repeat(20);
    let row = |number: u32| {
        let text = if number.is_multiple_of(10) { long.as_str() } else { "地面油污" };
        format!("2026-11-05,K{number:03},{text},清扫{text},周四,2026-11-20\n")
    };
    let rows: String = (1..=300).map(row).collect();
    format!("发现日期,隐患部位,隐患内容,整改措施,责任人,整改期限\n{rows}")
}

/// Every place once, none cut off, and lines to sign never alone.
///
/// Of the PDF files of Firefox only Latin letters can be read back; the eye sees the Chinese ones.
pub fn is_whole_on_paper(engine: Engine) {
    journey_with("paper-long", Options { engine, ..Options::default() }, |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.hand_over("import-ledger", &page.file("long.csv", long_ledger()));
        page.press("apply-import");
        page.saved();
        page.go("#/paper/ledger", "paper");
        page.until("all rows", "return document.querySelectorAll('[data-sheet=ledger] tbody tr').length >= 300", &[]);
        // On A4, as its preview would have it.
        let sheets = kept(page, &format!("ledger-300-{engine:?}"), &page.printed(29.7, 21.0));
        let text = sheets.concat();
        for number in 1..=300 {
            let place = format!("K{number:03}");
            assert_eq!(text.matches(&place).count(), 1, "{engine:?}: {place}");
        }
        // The layout interleaves the lines of neighbouring cells: a letter that occurs once in a sentence counts them.
        assert_eq!(text.matches('X').count(), 30 * 20 * 2, "{engine:?}: sentences of the long cells");
        for sheet in sheets.iter().filter(|_| engine.lacks(Ability::WholeRows).is_none()) {
            assert!(sheet.contains('K'), "{engine:?}: a sheet without a row: {sheet}");
        }
        let file = workplace::pictures().join(format!("ledger-300-{engine:?}.pdf"));
        let told = poppler("pdfinfo", &["-f", "1", "-l", "999", &file.to_string_lossy()]);
        let pages = told.lines().filter(|line| line.starts_with("Page ") && line.contains("size:"));
        let wide = pages.clone().filter(|line| line.contains(" 84") && line.contains(" x 59")).count();
        assert_eq!((wide, pages.count()), (sheets.len(), sheets.len()), "{engine:?}: each across, none empty\n{told}");
    });
}

#[test]
fn a_ledger_of_300_rows_is_whole_on_paper_in_two_engines() {
    is_whole_on_paper(Engine::Chromium);
    is_whole_on_paper(Engine::Firefox);
}

#[test]
fn the_signed_report_and_the_key_carry_their_codes_and_30_digits() {
    journey("paper-signed", |page| {
        page.open("");
        page.press("demo");
        page.go("#/paper/report", "paper");
        page.until_said("[data-sheet=report]", "本月还没有作数字签名");
        assert_eq!(page.count("svg.qr"), 0);
        make_key(page);
        let file = sign_and_export(page);
        let sealed: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let kid = sealed["document"]["signers"][0]["kid"].as_str().unwrap();
        page.go("#/paper/report", "paper");
        page.until_there("svg.qr");
        let code = page.attributes("svg.qr", "data-qr").remove(0);
        assert!(code.starts_with("ANZIPING REPORT 1 ") && code.ends_with(kid), "{code}");
        let digest = code.split(' ').nth(3).unwrap().to_owned();
        let sheets = printed(page, "report-signed").concat();
        assert!(sheets.contains(&digest), "the digest is printed beside the code");
        assert!(sheets.contains("主要负责人（签字）") && sheets.contains("密钥指纹（30位数字）"));
        page.go("#/paper/key", "paper");
        page.until_there("[data-sheet=key] svg.qr");
        let digits: String = page.text("[data-sheet=key] .digits").split_whitespace().collect();
        assert_eq!(digits.len(), 30, "{digits}");
        assert_eq!(page.attributes("[data-sheet=key] svg.qr", "data-qr"), [digits.as_str()], "and nothing else");
        assert!(printed(page, "key").concat().contains(&digits));
    });
}

/// Rows of the first table of a form, each cell as it is read.
fn rows_of(page: &Page, form: &str) -> Vec<Vec<String>> {
    page.go(&format!("#/paper/{form}"), "paper");
    page.until_there(&format!("[data-sheet={form}]"));
    let script = "return [...document.querySelector(`[data-sheet=${arguments[0]}] table`).tBodies[0].rows]
        .map((row) => [...row.cells].map((cell) => cell.innerText.trim()))";
    serde_json::from_value(page.js(script, &[json!(form)])).expect("rows of texts")
}

const FOUND: &str = "本期排查出（含重新打开的）";

/// Year and quarter of `2026-11-05`.
fn quarter_of(day: &str) -> Option<(u32, u32)> {
    let (year, rest) = day.split_once('-')?;
    let month: u32 = rest.split_once('-')?.0.parse().ok()?;
    Some((year.parse().ok()?, month.div_ceil(3)))
}

#[test]
fn the_table_of_a_quarter_counts_what_the_printed_ledger_shows() {
    journey("paper-statistics", |page| {
        page.open("");
        page.press("demo");
        let ledger = rows_of(page, "ledger");
        let table = rows_of(page, "statistics");
        let chosen = page.text("#statistics-of option:checked");
        let quarter = ["一", "二", "三", "四"].iter().position(|named| chosen.contains(&format!("第{named}季度")));
        let quarter = (chosen[..4].parse().expect("a year"), quarter.expect("a quarter") as u32 + 1);
        let figure = |group: &str, what: &str| -> usize {
            let row = table.iter().find(|row| row[0] == group && row[1] == what);
            row.unwrap_or_else(|| panic!("{what} in {table:?}"))[3].parse().expect("a number")
        };
        for (group, is_major) in [("一般事故隐患", false), ("重大事故隐患", true)] {
            let of_grade = || ledger.iter().filter(move |row| row[4].starts_with("重大") == is_major);
            let found = of_grade().filter(|row| quarter_of(&row[1]) == Some(quarter)).count();
            let closed = of_grade().filter(|row| quarter_of(&row[13]) == Some(quarter)).count();
            let open = of_grade().filter(|row| row[13].is_empty()).count();
            // One that was opened again was found and closed twice; the ledger on paper shows its last days alone.
            let again = figure(group, FOUND).checked_sub(found).expect("no fewer than the ledger shows");
            assert_eq!(
                (figure(group, "本期整改销号"), figure(group, "期末未销号")),
                (closed + again, open),
                "{group} of {chosen}: {ledger:?}"
            );
        }
        assert!(figure("一般事故隐患", FOUND) > 0, "the demonstration has some");
        // What makes the figures uncertain is said before anything is printed, and not on the paper.
        assert!(page.text("[data-before-print]").contains("还没有签名"));
        let sheets = printed(page, "statistics");
        assert!(!sheets.concat().contains("还没有签名") && sheets[0].contains("第14条"), "{}", sheets[0]);
        page.go("#/calendar", "calendar");
        let due = page.text("[data-list=statistics]");
        assert!(due.contains("1月15日") && due.contains("年度事故隐患排查治理情况统计分析表"), "{due}");
    });
}

/// A day of the month that the ledger on the screen is of: that on which its newest hazard was found.
fn newest_find(page: &Page) -> String {
    rows_of(page, "ledger").into_iter().map(|row| row[1].clone()).max().expect("a hazard")
}

#[test]
fn a_signed_month_that_the_ledger_no_longer_agrees_with_is_named_before_printing() {
    journey("paper-differs", |page| {
        page.open("");
        page.press("demo");
        let day = newest_find(page);
        page.go("#/", "home");
        let month = page.attributes("main tr[data-month]", "data-month").remove(0);
        let (year, number) = month.split_once('-').expect("a month");
        let named = format!("{year}年{}月", number.parse::<u32>().expect("a number"));
        make_key(page);
        sign_and_export(page);
        page.go("#/paper/statistics", "paper");
        let of_quarter = format!("{year}-q{}", number.parse::<u32>().expect("a number").div_ceil(3));
        page.select("statistics-of", &of_quarter);
        page.until_there("[data-sheet=statistics]");
        let said = page.text("[data-before-print]");
        assert!(!said.contains("签名的报告是"), "as it was signed: {said}");
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('main tr[data-month]').length === 2", &[]);
        // Two that were found in the signed month are entered a month late.
        page.go("#/hazards", "hazards");
        let late = format!("发现日期,隐患部位,隐患内容\n{day},一号库房,地面油污\n{day},二号库房,灯不亮\n");
        page.hand_over("import-ledger", &page.file("late.csv", late));
        page.press("apply-import");
        page.saved();
        page.go(&format!("#/paper/statistics.{of_quarter}"), "paper");
        page.until_said("[data-before-print]", "签名的报告是");
        let said = page.text("[data-before-print]");
        let line = said.lines().find(|line| line.starts_with(&named)).unwrap_or_else(|| panic!("{named}: {said}"));
        let figures = figures_in(line);
        let [_, _, signed, now, ..] = figures[..] else { panic!("{line}") };
        assert!(line.contains("新增签名的报告是") && now == signed + 2, "{line}");
        assert!(line.contains("月末未销号签名的报告是"), "{line}");
        assert!(said.contains("还没有签名，签名前数字还可能变"), "the month after it: {said}");
        page.fits("statistics-differs");
        page.picture("statistics-differs", 390);
        let sheets = printed(page, "statistics-differs").concat();
        assert!(!sheets.contains("签名的报告是") && !sheets.contains("签名前数字"), "{sheets}");
        assert!(sheets.contains("其中另有依据的——重大事故隐患治理方案、治理资金：隐患排查治理暂行规定"), "{sheets}");
    });
}

/// The cells of days that take more than one line.
const BROKEN_DAYS: &str = r"
    const lines = (cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size;
    };
    const cells = [...document.querySelectorAll('[data-sheet=ledger] td')];
    return cells.filter((cell) => /^\d{4}-\d\d-\d\d$/.test(cell.innerText) && lines(cell) > 1).map((cell) => cell.innerText)";

/// The figures of `上月结转 5 + 本月新增 0 − 本月销号 0 = 月末未销号 5`, in their order.
fn figures_in(said: &str) -> Vec<usize> {
    said.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

#[test]
fn the_printed_ledger_says_what_was_done_and_has_the_hazards_of_its_sum() {
    journey("paper-ledger", |page| {
        page.open("");
        page.press("demo");
        let rows = rows_of(page, "ledger");
        let heads =
            page.js("return [...document.querySelectorAll('[data-sheet=ledger] th')].map((one) => one.innerText)", &[]);
        let heads: Vec<String> = serde_json::from_value(heads).expect("texts");
        let cell = |row: &[String], head: &str| {
            row[heads.iter().position(|one| one == head).unwrap_or_else(|| panic!("{head} in {heads:?}"))].clone()
        };
        let mended = rows.iter().find(|row| cell(row, "部位") == "三号数控车床").expect("a hazard that was put right");
        assert_eq!(cell(mended, "整改情况"), "防护罩已装回，验收单已改版");
        assert!(!cell(mended, "验收人").is_empty());
        for head in ["整改完成日期", "验收日期", "销号日期"] {
            assert_eq!(cell(mended, head).split('-').count(), 3, "{head}");
        }
        assert_eq!(page.js(BROKEN_DAYS, &[]), json!([]), "no day stands in two lines");
        let in_november = rows.len();
        make_key(page);
        sign_and_export(page);
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('main tr[data-month]').length === 2", &[]);
        page.saved();
        let rows = rows_of(page, "ledger");
        let line =
            page.js("return [...document.querySelectorAll('[data-sheet=ledger] .sheet-line')].at(-1).innerText", &[]);
        let line = line.as_str().expect("a line");
        let [carried, added, closed, open] = figures_in(line)[..] else { panic!("{line}") };
        assert_eq!((rows.len(), carried + added - closed), (carried + added, open), "{line}: {rows:#?}");
        assert!(rows.len() < in_november, "what was closed before is in no sum of this month");
    });
}

#[test]
fn the_sheets_of_a_month_say_each_thing_once_and_count_alike() {
    journey("paper-counts", |page| {
        page.open("");
        page.press("demo");
        make_key(page);
        sign_and_export(page);
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('main tr[data-month]').length === 2", &[]);
        page.go("#/enterprise", "enterprise");
        let name = page.value("[name=name]");
        page.go("#/element/1", "element");
        page.until_there(&format!("[data-item={UNMET}]"));
        page.answer(UNMET, "partly");
        page.go("#/area/hot-work", "area");
        let point = page.attributes("fieldset[data-point]", "id").remove(0);
        page.answer_point(&point, "unsure");
        page.saved();
        page.go("#/paper/report", "paper");
        page.until_there("[data-sheet=report] [aria-labelledby=unsettled]");
        let text = page.text("[data-sheet=report]");
        assert_eq!(text.matches("报送对象").count(), 1, "{text}");
        assert_eq!(text.matches(&name).count(), 1, "{text}");
        // What stands in the table is the first of the two parts in the tile.
        for (head, tile) in [("待核实", 1), ("沿用待确认", 2)] {
            let column = "return [...document.querySelectorAll('[data-sheet=report] [aria-labelledby=elements] th')].findIndex((one) => one.innerText === arguments[0])";
            let at = page.js(column, &[json!(head)]).as_u64().expect("a column");
            let total = page.js(
                "return document.querySelector('[data-sheet=report] tfoot tr').cells[arguments[0]].innerText",
                &[json!(at)],
            );
            let total: usize = total.as_str().and_then(|said| said.trim().parse().ok()).expect("a number");
            let said = page.js("return document.querySelectorAll('[data-sheet=report] [aria-labelledby=unsettled] .tile')[arguments[0]].innerText", &[json!(tile)]);
            let figures = figures_in(said.as_str().expect("a tile"));
            assert!(figures[0] > total, "{head}: an area has one too: {said}");
            assert_eq!((figures[1], figures[1] + figures[2]), (total, figures[0]), "{head}: {said}");
        }
        let rows = rows_of(page, "deductions");
        let partly = rows.iter().find(|row| row[1] == UNMET).expect("the item that was answered 部分");
        assert_eq!(partly[3], "部分符合");
    });
}
