//! Every workbook that can be exported, opened by another library.
//!
//! It is compared cell by cell with the page and with the exported texts.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anziping_tests::foreign::python;
use anziping_tests::{Page, desk, journey, reports};
use serde_json::{Value, json};

/// Name and rows.
type Sheet = (String, Vec<Vec<Value>>);

/// Reads a workbook, or a text with commas, with another program.
fn sheets(file: &Path) -> Vec<Sheet> {
    serde_json::from_slice(&python("workbook.py", &[file.as_os_str()])).unwrap()
}

/// Hands a workbook back that another program has saved, and asserts how many records differ.
#[track_caller]
fn comes_back(page: &Page, action: &str, workbook: &Path, change: &[&str], changed: usize) {
    let saved = workbook.with_file_name(format!("saved-again-{action}.xlsx"));
    let change = change.iter().map(OsStr::new);
    let arguments: Vec<&OsStr> = [workbook.as_os_str(), saved.as_os_str()].into_iter().chain(change).collect();
    python("rewrite.py", &arguments);
    page.hand_over(&format!("import-{action}"), &saved);
    let name = if action == "ledger" { "[data-preview=ledger]" } else { "[data-preview]" };
    page.until_there(&format!("{name}[data-new='0'][data-changed='{changed}'][data-unread='0']"));
    fs::remove_file(saved).unwrap();
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
            assert!(
                same(found, expected),
                "{name}, row {}, column {}: {found:?} is not {expected:?}",
                row + 1,
                column + 1
            );
        }
    }
}

/// The one table in a file.
fn table(file: &Path) -> Vec<Vec<String>> {
    let [(_, rows)] = &sheets(file)[..] else { panic!("one table in {}", file.display()) };
    texts(rows)
}

/// The cells of a text as a person means them.
///
/// The apostrophe that keeps a spreadsheet from calculating is no part of them.
fn meant(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let plain = |cell: String| cell.strip_prefix('\'').map(str::to_owned).unwrap_or(cell);
    rows.into_iter().map(|row| row.into_iter().map(plain).collect()).collect()
}

/// `3（8.3%）` as two cells.
fn apart(cell: &str) -> [String; 2] {
    let (count, share) = cell.split_once('（').unwrap();
    [count.to_owned(), share.trim_end_matches("%）").to_owned()]
}

/// `2026年12月10日` as spreadsheets take it.
fn day(cell: &str) -> String {
    let parts: Vec<u32> = cell.split(['年', '月', '日']).filter_map(|part| part.trim().parse().ok()).collect();
    let [year, month, day] = parts[..] else { panic!("{cell} is no day") };
    format!("{year}-{month:02}-{day:02}")
}

#[test]
fn another_library_reads_the_roll_up_cell_by_cell_as_the_page_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::mixed(folder.path(), 40);
    journey("workbook", |page| {
        desk::note_insides(page);
        page.open("office.html");
        desk::know(page, &batch);
        desk::begin(page, &batch.files);
        desk::finish(page, batch.files.len());
        assert_eq!(desk::counts(page), desk::expected(&batch));
        let pictures = |name| [1280, 390].into_iter().for_each(|width| page.picture(name, width));
        pictures("desk-inbox");
        page.go("#/registry", "registry");
        pictures("desk-registry");
        page.go("#/rollup", "rollup");
        pictures("desk-rollup");
        page.press("export-workbook");
        page.until_there("[data-exported=workbook]");
        let sheets = sheets(&page.downloaded(".xlsx"));
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        let wanted = [
            "汇总",
            "要紧的事",
            "明细",
            "未交企业名单",
            "各要素得分",
            "四个100%",
            "未销号隐患",
            "重大事故隐患",
            "隐患明细",
            "重大隐患跟踪",
            "报告里没有了的隐患",
            "分类统计",
            "薄弱检查项",
            "不适用和沿用",
            "和上月比",
        ];
        assert_eq!(names, wanted);
        let sheet = |wanted: &str| {
            let rows = texts(&sheets.iter().find(|(name, _)| name == wanted).unwrap().1);
            assert!(rows.len() > 1, "{wanted} has rows");
            rows
        };

        page.press("export-csv");
        assert_same("明细", &sheet("明细"), &meant(table(&page.downloaded(".csv"))));
        page.press("export-missing");
        assert_same("未交企业名单", &sheet("未交企业名单"), &meant(table(&page.downloaded(".csv"))));
        assert_same("未交企业名单", &sheet("未交企业名单"), &on_page(page, "section[aria-labelledby=missing] table"));
        assert_same("各要素得分", &sheet("各要素得分"), &on_page(page, "table[aria-labelledby=scores]"));
        assert_same(
            "未销号隐患",
            &sheet("未销号隐患"),
            &on_page(page, "section[aria-labelledby=hazards] .table-wrap ~ .table-wrap table"),
        );
        // On the page the worst come first, and only so many.
        let worst = on_page(page, "table[aria-labelledby=worst]");
        assert_same("薄弱检查项", &sheet("薄弱检查项")[..worst.len()], &worst);

        // The page has a list for each kind, the first of it where it is long.
        page.js("document.querySelectorAll('[data-matters]').forEach((details) => (details.open = true))", &[]);
        page.until_there("[data-matters=closed] tbody tr");
        let matters = sheet("要紧的事");
        let kinds =
            page.js("return [...document.querySelectorAll('[data-matters]')].map((one) => one.dataset.matters)", &[]);
        for kind in kinds.as_array().unwrap().iter().filter_map(Value::as_str) {
            let selector = format!("[data-matters={kind}] table");
            let name = page.js("return document.querySelector(arguments[0]).caption.textContent", &[json!(selector)]);
            let of_kind = matters.iter().filter(|row| name == row[3]);
            let shown = on_page(page, &selector);
            let listed: Vec<_> = of_kind.take(shown.len()).map(|row| vec![row[0].clone(), row[4].clone()]).collect();
            assert_same("要紧的事", &listed, &shown);
        }

        // The page says in one cell when a major hazard is due and that this was before today.
        let mut majors = on_page(page, "section[aria-labelledby=hazards] .table-wrap table");
        majors[0].push("已逾期".into());
        for row in &mut majors[1..] {
            let late = row[4].contains("已逾期");
            row[4] = day(&row[4]);
            row.push(if late { "已逾期".into() } else { String::new() });
        }
        assert_same("重大事故隐患", &sheet("重大事故隐患"), &majors);

        // Three tables of the page are one sheet.
        page.js("document.querySelectorAll('[data-groups]').forEach((details) => (details.open = true))", &[]);
        let mut groups = vec![];
        for (way, hook) in [("按风险等级（A–D 类）", "Class"), ("按村居", "Village"), ("按行业", "Industry")]
        {
            let rows = on_page(page, &format!("[data-groups={hook}] table"));
            let legend = page.text(&format!("[data-groups={hook}] .hint"));
            assert!(legend.contains("红色表示这一类里有未销号的重大隐患"), "{way}: {legend}");
            assert!(rows.len() > 2, "{way}: more than one group");
            groups.extend(
                rows[1..]
                    .iter()
                    .map(|row| std::iter::once(way.to_owned()).chain(row.iter().cloned()).collect::<Vec<_>>()),
            );
        }
        assert_same("分类统计", &sheet("分类统计")[1..], &groups);

        // The page writes a share beside its count, and both tables only as far as they fit.
        let habits = on_page(page, "table[aria-labelledby=habits]");
        let habits: Vec<_> =
            habits[1..].iter().map(|row| [&row[..2], &apart(&row[2]), &apart(&row[3])].concat()).collect();
        assert!(habits.iter().any(|row| row[2] != "0") && habits.iter().any(|row| row[4] != "0"), "{habits:?}");
        assert_same("不适用和沿用", &sheet("不适用和沿用")[1..=habits.len()], &habits);
        let mut moved = on_page(page, "table[aria-labelledby=movements]");
        moved.iter_mut().for_each(|row| row[3] = row[3].replace('−', "-"));
        assert!(moved.iter().any(|row| row[3].starts_with('-')), "{moved:?}");
        assert_same("和上月比", &sheet("和上月比")[..moved.len()], &moved);

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
        let trusted = || reports[1..].iter().filter(|row| row[column("核验结果")] == "签名有效·密钥已登记");
        assert_eq!(trusted().count(), batch.expected["trusted"]);
        assert!(
            trusted()
                .all(|row| row[column("得分（重新计算）")].is_number() && row[column("统一社会信用代码")].is_string())
        );
        let this_month = || trusted().filter(|row| row[column("月份")] == reports::MONTH);
        let sum = |heading: &str| this_month().filter_map(|row| row[column(heading)].as_f64()).sum::<f64>();
        let totals = sheet("汇总");
        let total = |said: &str| {
            totals.iter().find(|row| row[0] == said).unwrap_or_else(|| panic!("{said}: {totals:?}"))[1].clone()
        };
        let tile = |hook: &str| page.text(&format!("[data-total={hook}] .figure-mid"));
        let of_month =
            |file: &&PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(reports::MONTH));
        assert_eq!(total("收到的本月报告文件"), batch.files.iter().filter(of_month).count().to_string());
        for (said, hook) in
            [("签名有效·密钥已登记", "trusted"), ("完整，密钥未登记", "unregistered"), ("未交企业", "missing")]
        {
            assert_eq!(total(said), tile(hook), "{said}");
        }
        let tiles = page.js(
            "return [...document.querySelectorAll('section[aria-labelledby=hazards] .tile .figure-mid')].map((tile) => tile.innerText)",
            &[],
        );
        let said = ["隐患 月末未销号", "隐患 其中重大", "隐患 逾期未销号", "隐患 本月新增", "隐患 本月销号"];
        assert_eq!(json!(said.map(total)), tiles);
        assert_eq!(total(said[0]).parse::<f64>().unwrap(), sum("未销号隐患"), "the sheets agree with each other");
        let hazards = sheet("隐患明细");
        let at = |heading: &str| hazards[0].iter().position(|cell| cell == heading).unwrap();
        let stands = |row: &&Vec<String>, said: &str| row[at("现在")].starts_with(said);
        let count = |said: &str| hazards[1..].iter().filter(|row| stands(row, said)).count().to_string();
        assert_eq!(
            [count("未销号"), count("未销号，已逾期"), count("本月销号")],
            [0, 2, 4].map(|one| total(said[one]))
        );
        let known = |row: &Vec<String>| row[..3].iter().all(|cell| !cell.is_empty()) && !row[at("级别")].is_empty();
        assert!(hazards[1..].iter().all(known), "each with name, code, village and level: {hazards:?}");
    });
}

/// Lists of people, risks, documents, drills and money with what breaks tables.
///
/// A formula, quotation marks, a comma, a line break.
const LISTS: [(&str, &str); 5] = [
    (
        "people",
        "姓名,岗位,到岗日期,已完成学时,证书种类,作业项目,有效期至\r\n'=甲(1),其他从业人员,2026-01-02,8,特种作业操作证,焊接与热切割,2028-05-31\r\n\"李 \"\"四\"\", 乙\",安全员,2026-02-03,12,,,\r\n",
    ),
    (
        "risks",
        "\"部位、设备或作业\",可能发生什么,管控措施,责任人,已上公告栏或告知卡\r\n'+抛光间,\"粉尘爆炸, \"\"二次\"\"爆炸\",\"每班清扫\n湿式作业\",车间主任,是\r\n＠罐区,中毒,通风,'-班长,否\r\n",
    ),
    (
        "documents",
        "文件名称,版本号,签发日期,下次评审日期\r\n\"动火, 作业\"\"规程\"\"\",'=A1,2026-01-02,2027-01-02\r\n安全生产责任制,2,2025-12-31,2026-12-31\r\n",
    ),
    (
        "drills",
        "演练内容,演练的预案,演练日期,参加人数,已评估\r\n'=灭火,现场处置方案,2026-11-03,12,是\r\n\"疏散, \"\"全厂\"\"\",综合预案,2026-06-01,36,否\r\n",
    ),
    (
        "expenses",
        "月份,提取还是支出,金额（元）,用途,说明\r\n2026-11,支出,1200,劳动防护用品,\"'-手套, \"\"皮\"\"\"\r\n2026-10,提取,30000,,\"十月\n提取\"\r\n",
    ),
];

#[test]
fn another_library_reads_the_ledger_and_the_registers_cell_by_cell() {
    let folder = tempfile::tempdir().unwrap();
    journey("workbooks", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.saved();
        let compared = |page: &Page, action: &str| -> (Vec<Vec<String>>, PathBuf) {
            page.press(&format!("export-{action}"));
            let workbook = page.downloaded(".xlsx");
            page.press(&format!("export-{action}-csv"));
            let text = table(&page.downloaded(".csv"));
            assert_same(action, &table(&workbook), &meant(text));
            (table(&workbook), workbook)
        };
        page.go("#/hazards", "hazards");
        page.until_there("[data-action=import-ledger]");
        page.click("[data-filter=All]");
        let (ledger, workbook) = compared(page, "ledger");
        assert_eq!(ledger.len() - 1, page.count("[data-hazard]"), "one row for each hazard");
        comes_back(page, "ledger", &workbook, &[], 0);
        comes_back(page, "ledger", &workbook, &["隐患描述", "改过的描述"], 1);
        for (action, list) in LISTS {
            let file = folder.path().join(format!("{action}.csv"));
            fs::write(&file, list).unwrap();
            let given = meant(table(&file));
            page.go(&format!("#/{action}"), action);
            page.hand_over(&format!("import-{action}"), &file);
            page.until_there("[data-action=apply-import]");
            assert_eq!(page.count("[data-refused]"), 0, "{action}");
            page.press("apply-import");
            page.saved();
            let (exported, workbook) = compared(page, action);
            comes_back(page, action, &workbook, &[], 0);
            assert_eq!(exported.len(), given.len(), "{action}: rows");
            for (row, (given_row, found)) in given.iter().zip(&exported).enumerate().skip(1) {
                for (heading, wanted) in given[0].iter().zip(given_row) {
                    let column = exported[0]
                        .iter()
                        .position(|cell| cell == heading)
                        .unwrap_or_else(|| panic!("{action}: {heading}"));
                    let found = found[column].replace("安全生产管理人员", "安全员");
                    assert_eq!(&found, wanted, "{action}, row {row}, {heading}");
                }
            }
        }
    });
}
