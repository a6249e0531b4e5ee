//! The scripted month of sixty enterprises at a desk in a browser, with reloads between its days.
//!
//! What the desk then says and exports is compared with `tests/foreign/month.py`, as `tests/office_month.rs` does
//! natively.

use std::{collections::BTreeMap, fs, path::Path};

use anziping_tests::{
    Page, desk,
    device_clock::DeviceClock,
    foreign::python,
    journey,
    reports::write_backup_with,
    scripted_month::{self, DAYS, MONTH, excused},
};
use serde_json::{Value, json};

/// The rows of a sheet.
type Rows = Vec<Vec<String>>;

/// Opens the desk on a day, hands over what has come, and takes in what agrees with itself.
fn work(page: &Page, folder: &Path, day: &str) {
    let clock = DeviceClock::set(page, &format!("{day}T09:00:00+08:00"));
    page.open("office.html");
    if day == DAYS[0] {
        desk::restore(page, &folder.join("backup.json"));
    }
    page.go("#/inbox", "inbox");
    let mut files: Vec<_> = fs::read_dir(folder.join(day)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    page.hand_over_all("choose-files", &files);
    page.until(
        "all verdicts",
        "return document.querySelector('[data-verdict]') && !document.querySelector('[data-running]')",
        &[],
    );
    page.saved();
    page.until_there("[data-action=accept]");
    page.press("accept");
    page.saved();
    page.reload();
    clock.unset(page);
}

/// The sheets of the workbook that the roll-up exports.
fn workbook(page: &Page) -> BTreeMap<String, Rows> {
    page.go("#/rollup", "rollup");
    page.press("export-workbook");
    page.until_there("[data-exported=workbook]");
    let file = page.downloaded(".xlsx");
    let sheets: Vec<(String, Vec<Vec<Value>>)> =
        serde_json::from_slice(&python("workbook.py", &[file.as_os_str()])).unwrap();
    let text = |cell: Value| match cell {
        Value::Null => String::new(),
        Value::String(text) => text,
        number => number.as_f64().map_or_else(String::new, |number| number.to_string()),
    };
    let rows =
        |rows: Vec<Vec<Value>>| rows.into_iter().skip(1).map(|row| row.into_iter().map(text).collect()).collect();
    sheets.into_iter().map(|(name, all)| (name, rows(all))).collect()
}

/// Tenths as a cell shows them.
fn tenths(value: &Value) -> String {
    (value.as_f64().expect("a score") / 10.0).to_string()
}

fn texts(value: &Value) -> Vec<String> {
    value
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned))
        .collect()
}

/// Each figure of the other program in the form of the workbook's rows, the order of the rows left out.
fn compare(sheets: &BTreeMap<String, Rows>, theirs: &Value) {
    let sheet = |name: &str| sheets.get(name).unwrap_or_else(|| panic!("{name}: {:?}", sheets.keys()));
    let same = |name: &str, mut ours: Rows, mut wanted: Rows| {
        ours.sort();
        wanted.sort();
        assert_eq!(ours, wanted, "{name}");
    };
    let of = |name: &str| theirs[name].as_object().unwrap_or_else(|| panic!("{name}"));
    // Elements, and the whole in the last row.
    let spread = |one: &Value| ["mean", "median", "lowest"].map(|name| tenths(&one[name])).to_vec();
    let wanted = of("elements").values().chain([&theirs["total"]]).map(spread).collect();
    same("各要素得分", sheet("各要素得分").iter().map(|row| row[1..4].to_vec()).collect(), wanted);
    let totals: BTreeMap<&str, &str> = sheet("汇总").iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    let said = [
        ("隐患 月末未销号", "hazards", "open"),
        ("隐患 其中重大", "hazards", "open_major"),
        ("隐患 逾期未销号", "hazards", "overdue"),
        ("隐患 本月新增", "hazards", "added"),
        ("隐患 本月销号", "hazards", "closed"),
        ("死亡人数", "harm", "deaths"),
    ];
    for (row, group, name) in said {
        assert_eq!(totals[row], theirs[group][name].to_string(), "{row}");
    }
    assert_eq!(totals["签名有效·密钥已登记"], theirs["reports"].to_string());
    // How the absent stand, by their codes.
    let standing = |how: &str| match how.split(' ').next() {
        Some("not") => "未交",
        Some("uncounted") => "交了",
        _ => "已收",
    };
    let absent: BTreeMap<&str, &Vec<String>> = sheet("未交企业名单").iter().map(|row| (row[1].as_str(), row)).collect();
    // Who is excused is not asked for a report.
    let is_asked = |(_, how): &(&String, &Value)| !how.as_str().is_some_and(|how| how.starts_with("excused"));
    let asked: Vec<_> = of("absent").iter().filter(is_asked).collect();
    assert_eq!(absent.len(), asked.len(), "{absent:?}");
    for (uscc, how) in asked {
        let how = standing(how.as_str().unwrap());
        let row = absent[uscc.as_str()];
        assert!(row[5].contains(how), "{uscc}: {how}: {row:?}");
    }
    // Who falls short of an item, who ticks boxes, who moved.
    let wanted = of("worst").iter().map(|(id, counts)| [vec![id.clone()], texts(counts)].concat()).collect();
    let ours = sheet("薄弱检查项").iter().map(|row| {
        let id = row[0].split(' ').next().unwrap_or_default().to_owned();
        vec![id, row[1].clone(), row[2].clone()]
    });
    same("薄弱检查项", ours.collect(), wanted);
    let wanted = of("movements").values().map(|pair| pair.as_array().unwrap().iter().map(tenths).collect()).collect();
    same("和上月比", sheet("和上月比").iter().map(|row| row[1..3].to_vec()).collect(), wanted);
    let wanted = of("habits").values().map(texts).collect();
    let ours = sheet("不适用和沿用").iter().map(|row| vec![row[1].clone(), row[2].clone(), row[4].clone()]);
    same("不适用和沿用", ours.collect(), wanted);
    // By class, village and industry.
    let groups: Vec<&Value> = ["class", "village", "industry"]
        .iter()
        .flat_map(|way| theirs["groups"][*way].as_object().unwrap().values())
        .collect();
    let figures = ["reports", "failed", "open", "open_major", "overdue"];
    let wanted = groups
        .iter()
        .map(|one| std::iter::once(tenths(&one["mean"])).chain(figures.map(|name| one[name].to_string())).collect());
    same("分类统计", sheet("分类统计").iter().map(|row| row[2..8].to_vec()).collect(), wanted.collect());
    // Major hazards: the open ones, and their courses.
    let wanted = theirs["major"].as_array().unwrap().iter().map(|one| texts(one)[..2].to_vec()).collect();
    same("重大事故隐患", sheet("重大事故隐患").iter().map(|row| row[1..3].to_vec()).collect(), wanted);
    let wanted = theirs["courses"].as_array().unwrap().iter().map(|one| {
        let end = match (&one[4], one[4].as_str()) {
            (_, Some("open")) => "没有销号",
            (_, Some("closed")) => "本月已销号",
            (_, Some(_)) => "上次还没有销号，本月没有报告",
            (end, None) if end["gone"].is_string() => "没有销号，2026年11月的报告里没有了",
            (_, None) => "2026年11月改成了一般隐患",
        };
        let moved = one[3].as_array().unwrap().len().saturating_sub(1);
        vec![texts(one)[0].clone(), texts(one)[1].clone(), (moved > 0).to_string(), end.to_owned()]
    });
    let ours = sheet("重大隐患跟踪")
        .iter()
        .map(|row| vec![row[1].clone(), row[2].clone(), row[6].contains("改过").to_string(), row[8].clone()]);
    same("重大隐患跟踪", ours.collect(), wanted.collect());
    // What nobody may overlook: calls for help by their texts, suspicions by their enterprises.
    let told = |kind: &str| sheet("要紧的事").iter().filter(|row| row[3] == kind).cloned().collect::<Rows>();
    let wanted = of("help")
        .iter()
        .filter(|(_, text)| *text != "")
        .map(|(uscc, text)| vec![uscc.clone(), text.as_str().unwrap().to_owned()]);
    same(
        "需要协调",
        told("需要政府协调").iter().map(|row| vec![row[1].clone(), row[4].clone()]).collect(),
        wanted.collect(),
    );
    let wanted = theirs["leads"].as_array().unwrap().iter().map(|lead| vec![texts(lead)[0].clone()]).collect();
    same("疑似", told("疑似重大隐患线索（须现场核实）").iter().map(|row| vec![row[1].clone()]).collect(), wanted);
}

/// The tags and lines of the cards of this month that are not equal everywhere.
fn cards_say_what_is_wrong(page: &Page) {
    let has = |file: &str, hook: &str| {
        let body = "return [...document.querySelectorAll('[data-verdict]')]
            .some((card) => card.querySelector(`[data-file-name='${arguments[0]}']`) && card.querySelector(arguments[1]))";
        page.js(body, &[json!(file), json!(hook)]) == true
    };
    for (file, hook) in [
        ("47-r1.json", "[data-figures=differ]"),
        ("20-r1.json", "[data-figures=equal]"),
        ("49-r1.json", "[data-figures=unknown]"),
        ("24-r1.json", "[data-matter=lead]"),
        ("21-r1.json", "[data-matter=help]"),
        ("11-r1.json", "[data-matter=cap]"),
        ("23-r1.json", "[data-matter=harm]"),
        ("05-r2.json", "[data-return=answers]"),
        ("07-r1.json", "[data-return=given-back]"),
    ] {
        assert!(has(file, hook), "{file}: {hook}");
    }
    assert!(!has("20-r1.json", "[data-figures=differ]"));
}

/// The workbook is the first that can be pressed, and the colours of the bars are told.
fn the_roll_up_is_in_its_order(page: &Page) {
    let buttons = page
        .js("return [...document.querySelectorAll('main button')].map((button) => button.dataset.action ?? '')", &[]);
    assert_eq!(buttons[0], "export-workbook", "{buttons}");
    let legends = page.attributes("[data-groups]:has(.hint)", "data-groups");
    assert_eq!(legends, ["Class", "Village", "Industry"]);
}

/// Asserts that the bulletin follows major hazards that stay open, were closed, or have no report.
fn the_bulletin_follows_major_hazards(page: &Page, theirs: &Value) {
    let is_followed = |course: &&Value| match course[4].as_str() {
        Some("open") => course[2] != json!([MONTH]),
        Some(_) => true,
        None => false,
    };
    let followed = theirs["courses"].as_array().expect("a list").iter().filter(is_followed).count();
    page.go("#/papers", "papers");
    page.until_there(&format!("[data-sheet=bulletin] [data-followed='{followed}']"));
    let villages = page.count("[data-sheet=bulletin] table[aria-label='按村居'] tbody tr");
    assert_eq!(villages, theirs["groups"]["village"].as_object().map_or(0, |all| all.len()));
}

#[test]
fn every_figure_of_the_office_month_is_the_same_in_a_browser() {
    let folder = tempfile::tempdir().unwrap();
    let registry = scripted_month::registry();
    let given = scripted_month::write(folder.path());
    let theirs = scripted_month::of_another_program(folder.path(), &registry, &given);
    let more = json!({ "excused": excused(), "given_back": given });
    write_backup_with(&registry, &more, &folder.path().join("backup.json"));
    journey("office-month", |page| {
        DAYS.iter().for_each(|day| work(page, folder.path(), day));
        let clock = DeviceClock::set(page, &format!("{}T18:00:00+08:00", DAYS[2]));
        page.open("office.html");
        page.go("#/inbox", "inbox");
        page.until_there(&format!("[data-period='{MONTH}']"));
        desk::drawn(page);
        let verdicts: BTreeMap<String, String> =
            desk::verdicts(page).into_iter().map(|(name, (verdict, _))| (name, verdict)).collect();
        assert_eq!(json!(verdicts), theirs["verdicts"]);
        cards_say_what_is_wrong(page);
        compare(&workbook(page), &theirs);
        the_roll_up_is_in_its_order(page);
        the_bulletin_follows_major_hazards(page, &theirs);
        page.picture("office-month-rollup", 1280);
        clock.unset(page);
    });
}
