//! Ledgers written the way people write them, from hazards that are known.
//!
//! What is read is right or asked, never wrong.

use anziping_core::exchange::{Ask, ImportAnswers, LedgerImport, Sheet, Unit};
use anziping_core::hazard::{Grade, Hazard};
use anziping_core::value::day::Day;

use crate::book::{ledger, sheet};

/// How many tables are written.
const TABLES: u64 = 10_000;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % most as u64).unwrap()
    }

    fn one_in(&mut self, odds: usize) -> bool {
        self.below(odds) == 0
    }

    fn of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }
}

/// A hazard as it truly was.
struct Truth {
    place: String,
    description: String,
    grade: Grade,
    found: Day,
    owner: &'static str,
    deadline: Day,
    yuan: u64,
    closed: Option<Day>,
}

fn truth(dice: &mut Dice, number: usize, year: i32) -> Truth {
    let found =
        Day::new(year, u8::try_from(dice.below(12) + 1).unwrap(), u8::try_from(dice.below(28) + 1).unwrap()).unwrap();
    let deadline = found.plus(i32::try_from(dice.below(40)).unwrap());
    let closed = dice.one_in(2).then(|| found.plus(i32::try_from(dice.below(20)).unwrap()));
    let words = ["防护罩缺失", "安全通道堆物", "合计电表箱未接地", "重大件吊具磨损", "审核记录缺失", "3号柜门未锁"];
    Truth {
        place: format!("{}{number}", dice.of(&["冲压车间", "配电房", "仓库", "一般固废间"])),
        description: dice.of(&words).to_owned(),
        grade: if dice.one_in(6) { Grade::Major } else { Grade::General },
        found,
        owner: dice.of(&["张伟", "李强", "欧阳明"]),
        deadline,
        yuan: [100, 250, 500, 1_200, 20_000, 36_000][dice.below(6)],
        closed,
    }
}

/// A day in one of the ways of people; those without a year only where `may_drop`.
fn day_text(dice: &mut Dice, day: Day, may_drop: bool) -> String {
    let (year, month, of) = (day.year(), day.month(), day.day());
    match dice.below(if may_drop { 11 } else { 8 }) {
        0 => format!("{year}-{month:02}-{of:02}"),
        1 => format!("{year}/{month}/{of}"),
        2 => format!("{year}.{month}.{of}"),
        3 => format!("{year}年{month}月{of}日"),
        4 => format!("{}.{month}.{of}", year - 2000),
        5 => format!("@{year}-{month:02}-{of:02}"),
        6 => format!("{year}{month:02}{of:02}"),
        7 => format!(" {year}．{month}．{of} 14:30"),
        8 => format!("{month}月{of}日"),
        9 => format!("{month}.{of}"),
        // As Excel keeps it: 3.10 is 3.1.
        _ => format!("#{}", format!("{month}.{of}").parse::<f64>().unwrap()),
    }
}

fn grade_text(dice: &mut Dice, grade: Grade) -> String {
    let texts: &[&str] = match grade {
        Grade::General => &[
            "一般",
            "一般隐患",
            "☑一般 □重大",
            "非重大",
            "一般（未达到重大）",
            " 一 般 ",
            "⼀般",
            "√一般　重大",
            "普通",
        ],
        Grade::Major => &["重大", "重大隐患", "□一般 ☑重大", "重大事故隐患", "■重大", "疑似重大"],
    };
    dice.of(texts).to_owned()
}

/// The table with everything around it that is no row of it.
fn written(dice: &mut Dice, truths: &[Truth], year: i32) -> Sheet {
    let wan = dice.below(3);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let text = |text: &str| text.to_owned();
    if dice.one_in(2) {
        rows.push(vec![if dice.one_in(2) {
            format!("某厂{year}年事故隐患排查治理台账")
        } else {
            text("隐患台账")
        }]);
    }
    if dice.one_in(3) {
        rows.push(vec![text("填报单位：某厂"), text(""), text("填报人：某某")]);
    }
    let money = [dice.of(&["整改资金（元）", "资金(元)"]), "资金（万元）", "整改资金"][wan].to_owned();
    let head = [
        text("序号"),
        dice.of(&["检查日期", "排查时间", "发现时间*"]).to_owned(),
        dice.of(&["隐患部位", "部 位", "地点\u{200b}"]).to_owned(),
        dice.of(&["隐患内容", "存在问题", "隐患名称"]).to_owned(),
        dice.of(&["隐患等级", "级别"]).to_owned(),
    ];
    let tail = [text("备注")];
    if dice.one_in(2) {
        // Two lines: a group over its columns, the others merged downwards.
        let upper = [text("整改情况"), text(""), text(""), text("验收情况"), text("")];
        let lower = [text("责任人"), text("时限"), money, text("人员"), text("时间")];
        rows.push([&head[..], &upper, &tail].concat());
        rows.push([&head[..], &lower, &tail].concat());
    } else {
        let plain = [text("整改责任人"), text("整改期限"), money, text("复查人"), text("复查日期")];
        rows.push([&head[..], &plain, &tail].concat());
    }
    let headings = rows.last().cloned().unwrap();
    for (number, truth) in (1..).zip(truths) {
        let place =
            if number > 1 && truths[number - 2].place == truth.place { text("同上") } else { truth.place.clone() };
        let yuan = match (wan, dice.below(5)) {
            (_, 0) => format!("{}元", truth.yuan),
            (1, _) => format!("#{}", truth.yuan as f64 / 10_000.0),
            _ => format!("#{}", truth.yuan),
        };
        let deadline = match truth.found.days_until(truth.deadline) {
            0 if dice.one_in(2) => text("立即整改"),
            days @ 1..=30 if dice.one_in(4) => format!("{days}日内"),
            _ if dice.one_in(12) => text("尽快"),
            _ => day_text(dice, truth.deadline, true),
        };
        let by = truth.closed.map_or("", |_| "王五");
        let closed = truth.closed.map(|day| day_text(dice, day, true)).unwrap_or_default();
        let owner = if dice.one_in(3) { format!("{}　", truth.owner) } else { truth.owner.to_owned() };
        let found = day_text(dice, truth.found, true);
        rows.push(vec![
            format!("#{number}"),
            found,
            place,
            truth.description.clone(),
            grade_text(dice, truth.grade),
            owner,
            deadline,
            yuan,
            text(by),
            closed,
            text(""),
        ]);
        if dice.one_in(15) {
            rows.push(headings.clone());
        }
    }
    if dice.one_in(2) {
        (0..3).for_each(|_| rows.push(vec![text("?"), text(""), text(""), text(""), text("一般")]));
    }
    if dice.one_in(2) {
        rows.push(vec![
            text(dice.of(&["合计", "本月合计", "合 计"])),
            text(""),
            text(""),
            format!("{}条", truths.len()),
        ]);
    }
    if dice.one_in(2) {
        rows.push(vec![text("审核：某某"), text(""), text("填表人：某某")]);
    }
    sheet("", &rows)
}

/// Compares what was read with what was true: each field is right, or empty with its cell named.
fn check(import: &LedgerImport, truths: &[Truth], table: u64) {
    assert_eq!(import.new.len(), truths.len(), "table {table}: {:?}", import.preview.left_out);
    for ((hazard, truth), row) in import.new.iter().zip(truths).zip(&import.preview.new) {
        let named = import.preview.unread.iter().filter(|cell| cell.at == row.at).count();
        let at =
            |what: &str, hazard: &Hazard| format!("table {table}, {what} of {hazard:?}: {:?}", import.preview.unread);
        assert_eq!((&hazard.place, &hazard.description), (&truth.place, &truth.description), "table {table}");
        assert_eq!(hazard.owner.trim(), truth.owner, "table {table}");
        let mut empty = 0;
        let mut holds = |is_empty: bool, is_right: bool, what: &str| {
            assert!(is_empty || is_right, "{}", at(what, hazard));
            empty += usize::from(is_empty);
        };
        holds(hazard.grade.is_none(), hazard.grade == Some(truth.grade), "grade");
        holds(hazard.found_on.is_none(), hazard.found_on == Some(truth.found), "day of discovery");
        holds(hazard.deadline.is_none(), hazard.deadline == Some(truth.deadline), "deadline");
        holds(hazard.funds.is_empty(), hazard.funds == truth.yuan.to_string(), "funds");
        if let Some(closed) = truth.closed {
            holds(hazard.accepted_on.is_none(), hazard.accepted_on == Some(closed), "day of the check");
        }
        assert!(empty <= named, "{}", at("an empty field that is not named", hazard));
        assert!(truth.closed.is_some() || hazard.is_open(), "{}", at("close-out", hazard));
    }
}

#[test]
fn what_is_read_of_ten_thousand_tables_is_right_or_asked() {
    let mut asked = 0;
    for table in 0..TABLES {
        let mut dice = Dice(table);
        let year = 2025 + i32::try_from(dice.below(2)).unwrap();
        let truths: Vec<Truth> = (0..dice.below(4) + 1).map(|number| truth(&mut dice, number, year)).collect();
        let book = [written(&mut dice, &truths, year)];
        let answers = ImportAnswers { history: Some(true), ..ImportAnswers::default() };
        let import = ledger(&book, &answers, &[]);
        check(&import, &truths, table);
        asked += import.preview.asks.len();
        if !table.is_multiple_of(10) {
            continue;
        }
        // An answer is taken as it is given.
        let unit = Some(Unit::Yuan);
        let told = ledger(&book, &ImportAnswers { year: Some(Some(year)), unit, ..answers }, &[]);
        check(&told, &truths, table);
        let open = |ask: &Ask| matches!(ask, Ask::Year { year: None, .. } | Ask::Unit { unit: None, .. });
        assert!(!told.preview.asks.iter().any(open), "table {table}");
    }
    println!("{TABLES} tables, {asked} questions");
    assert!(asked > 1_000);
}
