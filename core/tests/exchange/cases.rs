//! Ledgers, lists and registers as they look in real life.
//!
//! The numbers are those of the cases they were told as.

use anziping_core::exchange::{Ask, ImportAnswers, LeftOutReason, Unit};
use anziping_core::hazard::{Grade, Hazard, Stage};
use anziping_core::register::{CertificateKind, Document, Drill, Expense, Person, Registers, RiskPoint};

use crate::book::{day, ledger, ledger_of, left_out, register, sheet, table, unread};

const OFFICIAL: &str = "某某公司隐患排查治理台账
|单位（盖章）：某某公司 填报日期：2026年11月25日
|序号|排查时间|隐患部位|排查出的隐患|隐患级别|整改情况|||||验收情况|||备注
|序号|排查时间|隐患部位|排查出的隐患|隐患级别|措施|责任人|时限|资金（万元）|完成时间|人员|时间|结论|备注
|1|2026.11.3|冲压车间|防护栏松动|一般|固定|甲|立即整改|#0.05|2026.11.3|丙|2026.11.4|合格|
|2|2026.11.3|同上|规程未上墙|一般|补贴|甲|3日内|/|11月5日|丙|11月6日|合格|
|3|2026.11.3|同上|应急灯不亮|一般隐患|更换|乙|2026.11.10|0.02|2026.11.8|丙|2026.11.9|合格|同上
|4|2026.11.12|配电房|配电柜未接地|重大|停用整改|乙|2026.11.20|#0.3|||||
|填表人：丁||审核：丙|||安全管理部门（章）";

#[test]
fn case_01_the_official_form_gives_its_rows_and_no_signature() {
    let import = ledger_of(OFFICIAL);
    assert_eq!(left_out(&import.preview), [(9, LeftOutReason::Signature)]);
    assert_eq!(import.new.iter().map(|hazard| hazard.funds.as_str()).collect::<Vec<_>>(), ["500", "", "200", "3000"]);
    let days: Vec<_> = import.new.iter().map(|hazard| hazard.deadline).collect();
    assert_eq!(days, ["2026-11-03", "2026-11-06", "2026-11-10", "2026-11-20"].map(day));
    let second = &import.new[1];
    assert_eq!((second.place.as_str(), second.measures.as_str(), second.owner.as_str()), ("冲压车间", "补贴", "甲"));
    assert_eq!((second.rectified_on, second.accepted_on), (day("2026-11-05"), day("2026-11-06")));
    assert_eq!((second.accepted_by.as_str(), second.acceptance.as_str()), ("丙", "合格"));
    assert_eq!(import.new.iter().map(Hazard::is_open).collect::<Vec<_>>(), [false, false, false, true]);
    assert_eq!(import.new[3].grade, Some(Grade::Major));
    assert!(import.preview.asks.contains(&Ask::Words { cells: 2, taken: true }));
    assert!(import.preview.asks.contains(&Ask::Year { cells: 2, year: Some(2026) }));
    let book = [sheet("", &table(OFFICIAL))];
    let plain = ledger(&book, &ImportAnswers { words: Some(false), ..ImportAnswers::default() }, &[]);
    assert_eq!((plain.new[0].deadline, plain.new[1].deadline), (None, None));
    assert_eq!(unread(&plain.preview)[..2], ["R5C8", "R6C8"]);
}

#[test]
fn case_02_headings_of_other_systems_are_known_or_named() {
    let text =
        "|序号|排查时间|排查人|隐患部位|隐患名称|治理措施|完成时限|责任部门|责任人|复查时间|复查人|复查结果|销号时间
        |1|2026/11/3|丁|喷漆房|排风机停用|修复|2026/11/6|生产部|甲|2026/11/7|丙|合格|2026/11/8";
    let import = ledger_of(text);
    let hazard = &import.new[0];
    assert_eq!((hazard.description.as_str(), hazard.deadline), ("排风机停用", day("2026-11-06")));
    assert_eq!((hazard.acceptance.as_str(), hazard.closed_on), ("合格", day("2026-11-08")));
    let book = [sheet("", &table(text))];
    let layout =
        anziping_core::exchange::layouts::<anziping_core::exchange::LedgerColumn>(&book, &ImportAnswers::default())
            .remove(0);
    assert_eq!(layout.left_over(&book[0]), [7], "责任部门 is named");
    let unknown = [sheet("", &table("|甲列|乙列|丙列\n|配电房|门没锁|2026-11-03"))];
    let answers = ImportAnswers {
        columns: [("甲列".to_owned(), Some("部位".to_owned())), ("乙列".to_owned(), Some("隐患描述".to_owned()))]
            .into(),
        ..ImportAnswers::default()
    };
    assert!(ledger(&unknown, &ImportAnswers::default(), &[]).new.is_empty());
    assert_eq!(ledger(&unknown, &answers, &[]).new[0].description, "门没锁", "matched by hand");
}

#[test]
fn case_03_words_for_a_day_cost_the_cell_and_never_the_row() {
    let words = [
        "2026.3.5",
        "2026年3月5日",
        "3月5日",
        "3.5",
        "26.3.5",
        "2026．３．５",
        "2026-03-05上午",
        "立即整改",
        "3日内",
        "7天",
        "一周内",
        "/",
        "—",
        "无",
        "√",
        "待定",
        "长期",
        "已整改",
        "2026.11.31",
        "尽快",
        "2026.3.5-3.8",
    ];
    let mut text = String::from("|序号|排查时间|隐患部位|隐患内容|整改期限\n");
    for (number, word) in (1..).zip(words) {
        text.push_str(&format!("|{number}|2026-03-01|车间|第{number}条|{word}\n"));
    }
    let import = ledger_of(&text);
    assert_eq!(import.new.len(), words.len());
    let days: Vec<Option<String>> =
        import.new.iter().map(|hazard| hazard.deadline.map(|day| day.to_string()[5..].to_owned())).collect();
    let fifth = Some("03-05".to_owned());
    assert!(days[..7].iter().all(|day| *day == fifth), "{days:?}");
    assert_eq!(days[7..11].iter().flatten().collect::<Vec<_>>(), ["03-01", "03-04", "03-08", "03-08"]);
    assert!(days[11..20].iter().all(Option::is_none) && days[20].as_deref() == Some("03-08"));
    assert_eq!(unread(&import.preview), (13..=21).map(|row| format!("R{row}C5")).collect::<Vec<_>>());
}

#[test]
fn case_03_a_day_without_a_year_and_without_a_hint_is_asked() {
    let book = [sheet("", &table("|排查时间|隐患部位|隐患内容\n|12月8日|车间|堆物"))];
    let asked = ledger(&book, &ImportAnswers::default(), &[]);
    assert_eq!(asked.preview.asks, [Ask::Year { cells: 1, year: None }]);
    assert_eq!((asked.new[0].found_on, unread(&asked.preview)), (None, vec!["R2C1".to_owned()]));
    let told = ledger(&book, &ImportAnswers { year: Some(Some(2025)), ..ImportAnswers::default() }, &[]);
    assert_eq!(told.new[0].found_on, day("2025-12-08"));
}

#[test]
fn case_07_a_total_is_no_purchase() {
    let rows = table(
        "|序号|月份|支出内容|费用类别|金额（元）
        |1|2026年11月|手套|劳动防护用品|#3600
        |2|2026年11月|灭火器|应急救援器材|#10000
        |3||木箱||#5
        |合计||||#13600
        |小写：||||#13600",
    );
    let read = register::<Expense>(&rows, &Registers::default(), &ImportAnswers::default());
    assert_eq!(
        left_out(&read.preview),
        [(4, LeftOutReason::NoMonth), (5, LeftOutReason::Total), (6, LeftOutReason::Total)]
    );
    assert_eq!(read.entries.iter().map(|entry| entry.amount.as_str()).collect::<Vec<_>>(), ["3600", "10000"]);
}

#[test]
fn case_07_sums_are_in_the_unit_that_is_said_or_asked() {
    let of = |head: &str, cell: &str, unit: Option<Unit>| {
        let rows = table(&format!("|月份|支出内容|{head}\n|2026-11|手套|{cell}"));
        let read =
            register::<Expense>(&rows, &Registers::default(), &ImportAnswers { unit, ..ImportAnswers::default() });
        (read.entries[0].amount.clone(), read.preview.asks)
    };
    assert_eq!(of("金额（万元）", "#2", None), ("20000".into(), vec![]));
    assert_eq!(of("金额", "2万元", None), ("20000".into(), vec![]));
    assert_eq!(of("金额", "#2", None), (String::new(), vec![Ask::Unit { cells: 1, unit: None }]));
    assert_eq!(of("金额", "#2", Some(Unit::Wan)).0, "20000");
    assert_eq!(of("金额", "#3600", None), ("3600".into(), vec![Ask::Unit { cells: 1, unit: Some(Unit::Yuan) }]));
}

#[test]
fn case_08_october_is_not_january() {
    let rows = table("|月份|支出内容|金额（元）\n|#2026.09|甲|#1\n|#2026.10|乙|#2\n|#2026.1|丙|#3\n|2026.10|丁|#4");
    let read = register::<Expense>(&rows, &Registers::default(), &ImportAnswers::default());
    let months: Vec<Option<String>> =
        read.entries.iter().map(|entry| entry.month.map(|month| month.to_string())).collect();
    let month = |text: &str| Some(text.to_owned());
    assert_eq!(months, [month("2026-09"), month("2026-10"), None, month("2026-10")]);
    assert_eq!(unread(&read.preview), ["R4C1"], "the number 2026.1 could be either");
}

#[test]
fn case_09_sheets_are_offered_and_the_one_in_front_is_read() {
    let of = |name: &str, rows: usize, active: bool, hidden: bool| {
        let mut text = String::from("|序号|隐患部位|隐患内容\n");
        (0..rows).for_each(|row| text.push_str(&format!("|{row}|{name}车间{row}|堆物\n")));
        anziping_core::exchange::Sheet { active, hidden, ..sheet(name, &table(&text)) }
    };
    let book = [of("1月", 9, false, false), of("10月", 4, false, true), of("11月", 3, true, false)];
    let import = ledger(&book, &ImportAnswers::default(), &[]);
    let Ask::Sheets(sheets) = &import.preview.asks[0] else { panic!() };
    let told: Vec<_> = sheets.iter().map(|one| (one.name.as_str(), one.rows, one.hidden, one.taken)).collect();
    assert_eq!(told, [("1月", 9, false, false), ("10月", 4, true, false), ("11月", 3, false, true)]);
    assert_eq!((import.new.len(), import.new[0].place.as_str()), (3, "11月车间0"));
    let both = ledger(&book, &ImportAnswers { sheets: Some(vec![0, 2]), ..ImportAnswers::default() }, &[]);
    assert_eq!(both.new.len(), 12);
}

#[test]
fn case_10_a_hidden_sheet_of_lists_is_no_ledger() {
    let lists = anziping_core::exchange::Sheet {
        hidden: true,
        ..sheet("数据源", &table("|隐患类别0|部门0\n|隐患类别1|部门1"))
    };
    let book = [lists, sheet("台账", &table("|序号|隐患部位|隐患内容\n|1|车间|堆物"))];
    let import = ledger(&book, &ImportAnswers::default(), &[]);
    assert_eq!((import.new.len(), import.preview.asks.len()), (1, 0));
}

#[test]
fn case_11_prefilled_rows_are_blank() {
    let rows = table(
        "|序号|排查时间|隐患部位|隐患内容|隐患等级|整改期限
        |?|2026-11-03|车间|第1条|一般|2026-11-10
        |?||||一般|
        |?|||||?",
    );
    let import = ledger(&[sheet("", &rows)], &ImportAnswers::default(), &[]);
    assert_eq!((import.new.len(), left_out(&import.preview)), (1, vec![(3, LeftOutReason::Blank)]));
    assert!(unread(&import.preview).is_empty());
}

#[test]
fn case_12_hidden_rows_are_asked() {
    let mut one = sheet("", &table("|隐患部位|隐患内容\n|车间|堆物\n|库房|堆物"));
    one.rows[2].hidden = true;
    let import = ledger(&[one.clone()], &ImportAnswers::default(), &[]);
    assert_eq!(import.preview.asks, [Ask::Hidden { rows: 1, taken: false }]);
    assert_eq!((import.new.len(), left_out(&import.preview)), (1, vec![(3, LeftOutReason::Hidden)]));
    assert_eq!(ledger(&[one], &ImportAnswers { hidden: Some(true), ..ImportAnswers::default() }, &[]).new.len(), 2);
}

#[test]
fn case_13_nobody_is_lost_for_a_day_and_two_of_a_name_stay_two() {
    let rows = table(
        "某公司特种作业人员台账
        |序号|姓名|性别|身份证号|工种|证件名称|证书编号|有效期|复审日期
        |1|甲乙|男|320000199001010011|焊接与热切割作业|特种作业操作证|T1|2021.5.6-2027.5.5|2024.5.5
        |2|甲乙|男|320000198502020022|焊接与热切割作业|特种作业操作证|T2|2026-05-05|2023.5.5
        |3|丙　丁|男|#3.2000019700303e+17|低压电工作业|特种作业操作证|T3|2028年3月|2025.3
        |4|丙丁|男|320000197003030033|叉车司机|特种设备作业人员证||2026.2.28|
        |5|买·买|男|650000199303030044|高处作业|特种作业操作证|T5|长期|
        |6|买•买|男|650000199303030044|低压电工作业|特种作业操作证|T6|2029.1.1|
        |7|\u{e863}欣|女|440000199909090055|制冷作业|特种作业操作证|T7|2030/1/1|
        |8|䶮欣|女|440000199909090055|制冷作业|特种作业操作证|T7|2030/1/1|
        |9|戊己|男|440000199909090066|电工|特种作业操作证|T9|6年|",
    );
    let read = register::<Person>(&rows, &Registers::default(), &ImportAnswers::default());
    let people: Vec<_> = read.entries.iter().map(|one| (one.name.as_str(), one.certificates.len())).collect();
    assert_eq!(people, [("甲乙", 1), ("甲乙", 1), ("丙　丁", 2), ("买·买", 2), ("\u{e863}欣", 1), ("戊己", 1)]);
    let until: Vec<_> = read.entries.iter().flat_map(|one| &one.certificates).map(|one| one.valid_until).collect();
    let days = ["2027-05-05", "2026-05-05", "2028-03-31", "2026-02-28"].map(day);
    assert_eq!(until, [&days[..], &[None, day("2029-01-01"), day("2030-01-01"), None]].concat());
    assert_eq!((unread(&read.preview), left_out(&read.preview)), (vec!["R7C8".to_owned(), "R11C8".to_owned()], vec![]));
    assert_eq!(read.entries[0].certificates[0].number, "T1");
    assert_eq!(read.preview.asks, [Ask::Review { rows: 3, taken: false }]);
    // The same list again changes nothing: certificates tell people of one name apart.
    let present = Registers { people: read.entries.clone(), last_number: read.last_number, ..Registers::default() };
    let again = register::<Person>(&rows, &present, &ImportAnswers::default());
    assert_eq!((again.entries, again.new.len(), again.changed.len()), (read.entries, 0, 0));
}

#[test]
fn case_18_a_number_of_a_certificate_that_was_rounded_costs_the_cell() {
    let rows = table(
        "|姓名|证书名称|证书编号|有效期
        |甲|叉车证|#320000197003030000|2028-05
        |乙|叉车证|3.2E+17|2028-05
        |丙|叉车证|320000197003030033|2028-05",
    );
    let read = register::<Person>(&rows, &Registers::default(), &ImportAnswers::default());
    let numbers: Vec<&str> = read.entries.iter().map(|one| one.certificates[0].number.as_str()).collect();
    assert_eq!(numbers, ["", "", "320000197003030033"]);
    assert_eq!(unread(&read.preview), ["R2C3", "R3C3"]);
}

#[test]
fn trial_8_a_trade_is_no_missing_certificate() {
    let rows = table(
        "|姓名|工种|证书名称|证号|有效期
        |甲|车间主任|||
        |乙|木工|||
        |丙|会计|||
        |丁|电工|低压电工作业证|T1|2028-05
        |戊|焊工|焊接与热切割作业|T2|长期
        |己|叉车司机|||
        |庚|质检|健康证|K1|2027-01-01",
    );
    let read = register::<Person>(&rows, &Registers::default(), &ImportAnswers::default());
    let certificates: Vec<_> =
        read.entries.iter().map(|one| one.certificates.iter().map(|one| one.kind).collect::<Vec<_>>()).collect();
    use CertificateKind::{SpecialEquipment, SpecialOperation};
    let none = Vec::new;
    assert_eq!(
        certificates,
        [none(), none(), none(), vec![SpecialOperation], vec![SpecialOperation], vec![SpecialEquipment], none()]
    );
    let fourth = &read.entries[3].certificates[0];
    assert_eq!(
        (fourth.work.as_str(), fourth.number.as_str(), fourth.valid_until),
        ("低压电工作业", "T1", day("2028-05-31"))
    );
    assert_eq!(read.entries[5].certificates[0].valid_until, None, "the rules ask a fork-lift driver for one");
    assert_eq!(unread(&read.preview), ["R6C5", "R8C3"]);
}

#[test]
fn case_28_what_is_finished_in_the_old_ledger_is_finished_here() {
    let head = "某公司台账（2025—2026 年）\n|序号|检查时间|隐患地点|隐患内容|级别|整改责任人|整改完成时间|复查人|复查时间|复查结果\n";
    let book = [sheet(
        "",
        &table(&format!(
            "{head}|1|2025-01-06|车间|堆物|一般|甲|2025-01-08|丙|2025-01-09|合格
            |2|2026-11-06|车间|堵门|一般|甲|2026-11-08|丙|2026-11-09|合格
            |3|2026-11-07|车间|积灰|一般|甲|||2026-11-09|不合格"
        )),
    )];
    let import = ledger(&book, &ImportAnswers::default(), &[]);
    let closed = Ask::Closed { rows: 2, taken: true };
    assert_eq!(import.preview.asks, [closed, Ask::History { rows: 1, taken: false }]);
    assert_eq!(left_out(&import.preview), [(3, LeftOutReason::ClosedBefore)]);
    assert_eq!(import.new.len(), 2);
    let (done, open) = (&import.new[0], &import.new[1]);
    assert_eq!((done.stage, done.closed_on, done.accepted_by.as_str()), (Stage::Closed, day("2026-11-09"), "丙"));
    assert!(done.steps.is_empty() && open.is_open());
    let history = ledger(&book, &ImportAnswers { history: Some(true), ..ImportAnswers::default() }, &[]);
    assert_eq!(history.new.iter().filter(|hazard| !hazard.is_open()).count(), 2);
    let as_open = ledger(&book, &ImportAnswers { closed: Some(false), ..ImportAnswers::default() }, &[]);
    assert_eq!(as_open.new.iter().filter(|hazard| hazard.is_open()).count(), 3);
}

#[test]
fn trial_7_done_without_any_day_is_asked_once_and_closed_on_no_made_up_day() {
    let text = "某厂2026年11月隐患台账
        |序号|检查日期|隐患部位|隐患内容|级别|整改责任人|整改期限|整改情况|复查人
        |1|11月2日|车间|堆物|一般|甲|11月8日|已整改|丙
        |2|11月3日|库房|无灯|一般|甲|11月20日|未整改|
        |3|11月26日|库房|漏水|一般|甲|11月27日|已整改|丙
        |合计||6条||||||";
    let import = ledger_of(text);
    assert_eq!(left_out(&import.preview), [(6, LeftOutReason::Total)]);
    assert!(import.new.iter().all(|hazard| hazard.is_open() && hazard.closed_on.is_none()));
    assert!(import.preview.asks.contains(&Ask::DoneOn { rows: 2, open: 2, day: None }));
    let told = ImportAnswers { done_on: day("2026-11-25"), ..ImportAnswers::default() };
    let import = ledger(&[sheet("", &table(text))], &told, &[]);
    let closed: Vec<_> = import.new.iter().map(|hazard| hazard.closed_on).collect();
    assert_eq!(closed, [day("2026-11-25"), None, None], "the third was found later");
    assert!(import.preview.asks.contains(&Ask::DoneOn { rows: 2, open: 1, day: day("2026-11-25") }));
}

#[test]
fn case_29_a_grade_is_never_made_worse() {
    let text = "|隐患部位|隐患内容|隐患等级\n|车间|一|非重大\n|车间|二|☑一般　□重大\n|车间|三|一般□重大□";
    let import = ledger_of(text);
    let grades: Vec<_> = import.new.iter().map(|hazard| hazard.grade).collect();
    assert_eq!(grades, [Some(Grade::General), Some(Grade::General), None]);
    assert_eq!(unread(&import.preview), ["R4C3"]);
}

#[test]
fn case_30_hours_with_a_unit_are_read_and_cost_nobody() {
    let rows = table(
        "|姓名|职务|入职时间|培训学时|培训类别
        |甲|钳工|2019.3|24学时|年度再培训
        |乙|安全员|2021-06-01|32.5|初次
        |丙|厂长|2018-01-01|48/72|初次",
    );
    let read = register::<Person>(&rows, &Registers::default(), &ImportAnswers::default());
    assert_eq!(read.entries.iter().map(|one| one.hours.as_str()).collect::<Vec<_>>(), ["24", "32", ""]);
    assert_eq!(unread(&read.preview), ["R2C3", "R2C2", "R4C4"]);
    assert_eq!(
        read.preview.noted.iter().map(|cell| cell.read.as_str()).collect::<Vec<_>>(),
        ["32"],
        "rounded, and said"
    );
}

#[test]
fn case_31_drills_are_read_with_the_words_of_people() {
    let rows = table(
        "|演练名称|演练时间|参加人数|预案类别|是否评估
        |火灾疏散|2026.6.18 14:00|32人|综合|已评估
        |触电救援|2026-6-18|#12|现场处置方案|√
        |有限空间救援|6月20日|约20|专项|有评估报告
        |防汛|2026年7月|15+3|专项|未评估",
    );
    let read = register::<Drill>(&rows, &Registers::default(), &ImportAnswers::default());
    assert_eq!(
        read.entries.iter().map(|one| one.held_on).collect::<Vec<_>>(),
        [day("2026-06-18"), day("2026-06-18"), day("2026-06-20"), None]
    );
    assert_eq!(read.entries.iter().map(|one| one.evaluated).collect::<Vec<_>>(), [true, true, true, false]);
    assert_eq!(read.entries.iter().map(|one| one.people.as_str()).collect::<Vec<_>>(), ["32", "12", "", ""]);
    assert_eq!(unread(&read.preview), ["R4C3", "R5C2", "R5C3"]);
}

#[test]
fn an_area_is_known_by_the_beginning_of_its_name_where_no_other_begins_so() {
    let rows = table(
        "|文件名称|高风险领域
        |动火作业管理制度|动火
        |粉尘清扫制度|粉尘、临时用电
        |起重制度|吊
        |其他制度|作业",
    );
    let read = register::<Document>(&rows, &Registers::default(), &ImportAnswers::default());
    let areas = |at: usize| read.entries[at].areas.iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(areas(0), ["hot-work"]);
    assert_eq!(areas(1), ["combustible-dust", "temporary-power"]);
    assert_eq!(unread(&read.preview), ["R4C2", "R5C2"]);
}

#[test]
fn case_32_a_letter_that_is_no_value_costs_the_letter() {
    let rows = table("|风险点|L|S|管控措施\n|行车|中|3|点检\n|冲床|#3.5|5|光栅\n|吊具|4|5|检查");
    let read = register::<RiskPoint>(&rows, &Registers::default(), &ImportAnswers::default());
    assert_eq!((read.entries.len(), unread(&read.preview)), (3, vec!["R2C2".to_owned(), "R3C2".to_owned()]));
}

#[test]
fn case_33_characters_that_look_alike_are_read() {
    let text = "|序号|排查时间|隐患部位\u{200b}|隐患内容\u{feff}|隐患等级\n|1|2026-11-03|⼯场⼀层|配电箱⻔未关|⼀般";
    let import = ledger_of(text);
    assert_eq!((import.new.len(), import.new[0].grade), (1, Some(Grade::General)));
    let present = Hazard {
        id: "2026-11-01".into(),
        place: "工场一层".into(),
        description: "配电箱门未关".into(),
        ..import.new[0].clone()
    };
    let again = ledger(&[sheet("", &table(text))], &ImportAnswers::default(), &[present]);
    assert_eq!((again.preview.same.len(), again.new.len(), again.changed.len()), (1, 0, 0));
}

#[test]
fn rows_of_one_file_are_the_same_only_by_the_very_same_words() {
    let import = ledger_of(
        "|编号|排查时间|隐患部位|隐患内容
        ||2026-11-03|车间|3.5吨吊具磨损
        ||2026-11-03|车间|３．５吨吊具磨损
        ||2026-11-03|车间|3.5吨吊具磨损
        |A-1|2026-11-03|车间|灯不亮
        |A-2|2026-11-03|车间|灯不亮",
    );
    assert_eq!(import.new.len(), 4);
    assert_eq!(left_out(&import.preview), [(4, LeftOutReason::Again)]);
}

#[test]
fn case_34_our_own_ledger_corrected_elsewhere_changes_what_was_corrected() {
    let head = "|编号|部位|隐患描述|隐患级别|来源|发现日期|发现人|整改责任人|整改期限\n";
    let first = ledger_of(&format!(
        "{head}|2026-11-01|冲压车间|防护罩却失|一般|本厂自查|2026-11-03|丁|甲|2026-11-10
        |2026-11-02|锅炉房|压力表过期|一般|本厂自查|2026-11-04|丁|乙|2026-11-11"
    ));
    assert_eq!(first.new.len(), 2);
    let corrected = format!(
        "{head}|2026-11-01|冲压车间|防护罩缺失|一般|本厂自查|2026-11-03|丁|甲|2026-11-10
        |2026-11-02|锅炉房|压力表过期|一般|本厂自查|2026-11-04|丁|丙|2026-11-11"
    );
    let mut present = first.new;
    present[1].accident_type = "其他".into();
    let _ = present[1].advance("老板", day("2026-11-05").unwrap());
    let import = ledger(&[sheet("", &table(&corrected))], &ImportAnswers::default(), &present);
    assert_eq!((import.new.len(), import.changed.len()), (0, 2));
    let fields: Vec<_> = import.preview.changed.iter().flat_map(|row| &row.fields).collect();
    assert_eq!(fields.iter().map(|field| field.label).collect::<Vec<_>>(), ["隐患描述", "整改责任人"]);
    assert_eq!((fields[1].before.as_str(), fields[1].after.as_str()), ("乙", "丙"));
    assert_eq!((import.changed[1].stage, &import.changed[1].steps), (present[1].stage, &present[1].steps));
}
