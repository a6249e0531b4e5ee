//! The registers as tables: our own there and back, other people's onto what is there.

use anziping_core::edition::builtin;
use anziping_core::exchange::register::{
    ImportedRegister, SheetSlot, read_register, rows_of_register, take_back, written_kinds,
};
use anziping_core::exchange::{ImportAnswers, LeftOutReason, Sheet, csv, layouts};
use anziping_core::register::{
    CatalogueCheck, Category, Certificate, CertificateKind, CollectorKind, ConfinedSpace, Contractor, Document, Drill,
    DrillKind, DustCollector, Entry, EquipmentKind, Expense, Flow, GasTest, Permit, PermitKind, Person, Post,
    RegisterColumn, Registers, RiskPoint, Score, SpaceKind, SpecialEquipment, Training,
};
use anziping_core::value::day::Day;
use anziping_core::value::moment::Moment;
use anziping_core::value::period::Period;

use crate::book::{left_out, register, sheet, unread};
use crate::ledger::sheets;

/// Reads rows of texts onto registers.
fn read<T: Entry>(rows: &[Vec<String>], registers: &Registers) -> ImportedRegister<T> {
    register(rows, registers, &ImportAnswers::default())
}

fn table<const N: usize>(rows: &[[&str; N]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect()
}

fn day(text: &str) -> Option<Day> {
    Some(Day::parse(text).unwrap())
}

fn certificate(kind: CertificateKind, work: &str, valid_until: Option<Day>) -> Certificate {
    Certificate { kind, work: work.into(), valid_until, number: String::new() }
}

/// Registers with everything that they can hold.
///
/// Two people of one name and texts that look like formulas are among it.
fn full() -> Registers {
    let areas = || ["hot-work".to_owned(), "lifting".to_owned()].into();
    let people = vec![
        Person {
            id: "1".into(), name: "张三".into(), post: Post::Principal, hours: "12".into(), ..Person::default()
        },
        Person {
            id: "2".into(),
            name: "李四".into(),
            post: Post::Officer,
            training: Training::Initial,
            joined_on: day("2026-11-02"),
            hours: "8".into(),
            certificates: vec![
                certificate(CertificateKind::SpecialOperation, "焊接与热切割", day("2027-01-20")),
                certificate(CertificateKind::SpecialEquipment, "叉车", None),
            ],
            areas: areas(),
        },
        Person {
            id: "5".into(), name: "李四".into(), certificates: vec![Certificate::default()], ..Person::default()
        },
        Person { id: "7".into(), name: "=HYPERLINK(1)".into(), ..Person::default() },
    ];
    let risks = vec![
        RiskPoint {
            id: "3".into(),
            place: "焊接间，\"北\"门".into(),
            danger: "火灾\n爆炸".into(),
            area: "hot-work".into(),
            ls: Some([Score(40), Score(50)]),
            lec: Some([Score(5), Score(60), Score(150)]),
            direct_red: true,
            measures: "-专人监护".into(),
            emergency: "断电，用干粉灭火器".into(),
            owner: "王五".into(),
            posted: true,
            checked_on: day("2026-11-20"),
        },
        RiskPoint {
            id: "4".into(),
            place: "空压机".into(),
            lec: Some([Score(0), Score(20), Score(0)]),
            ..RiskPoint::default()
        },
        RiskPoint { id: "6".into(), place: "空压机".into(), danger: "触电".into(), ..RiskPoint::default() },
    ];
    let documents = vec![
        Document {
            id: "10".into(),
            name: "动火作业管理制度".into(),
            version: "2026 版".into(),
            issued_on: day("2026-01-05"),
            review_on: day("2027-01-04"),
            item: "D06".into(),
            areas: areas(),
        },
        Document { id: "11".into(), name: "吊装作业操作规程".into(), ..Document::default() },
    ];
    let drills = vec![
        Drill {
            id: "12".into(),
            name: "喷漆房火灾".into(),
            kind: DrillKind::Special,
            held_on: day("2026-03-10"),
            people: "18".into(),
            evaluated: true,
        },
        Drill { id: "13".into(), name: "喷漆房火灾".into(), held_on: day("2026-09-10"), ..Drill::default() },
    ];
    let expense = |id: &str, what: &str| Expense {
        id: id.into(),
        month: Period::parse("2026-10"),
        amount: "1200".into(),
        category: Category::Ppe,
        what: what.into(),
        ..Expense::default()
    };
    let set_aside =
        Expense { flow: Flow::SetAside, category: Category::default(), tonnes: "30000".into(), ..expense("16", "") };
    let expenses = vec![expense("14", "手套"), expense("15", "手套"), set_aside];
    let permits = permits();
    Registers { people, risks, documents, drills, expenses, permits, last_number: 28, ..special() }
}

/// The special ledgers, each with one entry of which everything is known and one of the same name.
fn special() -> Registers {
    let space = ConfinedSpace {
        id: "20".into(),
        name: "1号\"污水池\"".into(),
        place: "厂区东北角".into(),
        kind: SpaceKind::Closed,
        dangers: "硫化氢中毒\n缺氧".into(),
        gases: "氧气、硫化氢".into(),
        measures: "-上锁，先通风".into(),
        owner: "周五".into(),
        posted: true,
        barred: true,
        catalogue: CatalogueCheck::NotListed,
        looked_up_on: day("2026-05-06"),
    };
    let equipment = SpecialEquipment {
        id: "22".into(),
        name: "行车".into(),
        kind: EquipmentKind::Lift,
        code: "起17苏A00012(26)".into(),
        place: "一车间".into(),
        owner: "李四".into(),
        inspected_on: day("2025-12-01"),
        next_on: day("2026-12-01"),
        requested_on: day("2026-10-20"),
        stopped: true,
    };
    let collector = DustCollector {
        id: "24".into(),
        name: "打磨除尘器".into(),
        place: "室外北侧".into(),
        kind: CollectorKind::Wet,
        dust: "铝粉".into(),
        serves: "1到6号打磨台".into(),
        protection: "液位、流速联锁\n通风".into(),
        watched: "液位报警".into(),
        cleaned_on: day("2026-11-20"),
        cleaned_by: "王五".into(),
        next_on: day("2026-11-27"),
        owner: "=赵六".into(),
    };
    let contractor = Contractor {
        id: "26".into(),
        name: "某清洗公司".into(),
        work: "清淤".into(),
        lead: "钱七".into(),
        licence: "清洗资质 Q-12".into(),
        valid_until: day("2027-03-01"),
        qualified: true,
        agreed_on: day("2026-03-01"),
        agreement_until: day("2027-02-28"),
        briefed_on: day("2026-11-03"),
        people: "张三\n李四".into(),
        checked_on: day("2026-11-05"),
        owner: "周五".into(),
        left_on: day("2026-11-30"),
    };
    Registers {
        spaces: vec![ConfinedSpace { id: "21".into(), place: "西墙外".into(), ..space.clone() }, space],
        equipment: vec![SpecialEquipment { id: "23".into(), code: "7".into(), ..equipment.clone() }, equipment],
        collectors: vec![
            DustCollector { id: "25".into(), name: collector.name.clone(), ..DustCollector::default() },
            collector,
        ],
        contractors: vec![
            Contractor { id: "27".into(), name: contractor.name.clone(), ..Contractor::default() },
            contractor,
        ],
        ..Registers::default()
    }
}

/// A permit that was measured twice, and one of the same place on another day.
fn permits() -> Vec<Permit> {
    let moment = |text: &str| Some(Moment::parse(text).unwrap());
    let test = |at: &str, oxygen: &str| GasTest {
        at: moment(at),
        place: "池底".into(),
        oxygen: oxygen.into(),
        combustible: "0".into(),
        sulfide: "0.5".into(),
        monoxide: "3".into(),
        tester: "周五".into(),
    };
    let kind = PermitKind::ALL[1];
    let first = Permit {
        id: "17".into(),
        kind,
        level: "不分级".into(),
        place: "1号\"污水池\"".into(),
        what: "清淤，换泵".into(),
        contractor: "某清洗公司".into(),
        lead: "李四".into(),
        workers: "张三、=赵六".into(),
        guard: "王五".into(),
        approver: "陈总".into(),
        approved_at: moment("2026-11-03T07:50"),
        starts_at: moment("2026-11-03T08:05"),
        ends_at: moment("2026-11-04T00:00"),
        fields: [("介质".to_owned(), "污水；有盖".to_owned()), ("深".to_owned(), "3米：含泥".to_owned())].into(),
        tests: vec![test("2026-11-03T07:55", "20.9"), test("2026-11-03T12:55", "20.80")],
        in_order: true,
        closed_at: moment("2026-11-03T17:20"),
        ..Permit::default()
    };
    let second = Permit {
        id: "18".into(),
        kind,
        place: first.place.clone(),
        starts_at: moment("2026-11-10T08:05"),
        ..Permit::default()
    };
    vec![first, second]
}

fn there_and_back<T: Entry + std::fmt::Debug>(through: impl Fn(Vec<Vec<String>>) -> Vec<Sheet>) {
    let (own, catalogue) = (full(), builtin::catalogue().unwrap());
    let book = through(rows_of_register::<T>(&own, catalogue));
    let layouts = layouts::<SheetSlot<T::Column>>(&book, &ImportAnswers::default());
    assert_eq!(
        layouts[0].columns.iter().flatten().count(),
        <T::Column as RegisterColumn>::ALL.len(),
        "every heading is known"
    );
    let read =
        |registers: &Registers| read_register::<T>(&book, &layouts, &ImportAnswers::default(), registers, catalogue);
    let back = read(&Registers::default());
    assert_eq!((&back.entries, left_out(&back.preview), unread(&back.preview)), (T::of(&own), vec![], vec![]));
    assert_eq!((back.new.len(), back.preview.asks), (T::of(&own).len(), vec![]));
    // Onto itself nothing changes.
    let again = read(&own);
    assert_eq!(
        (&again.entries, again.preview.same.len(), again.new, again.changed),
        (T::of(&own), T::of(&own).len(), vec![], vec![])
    );
    assert_eq!(again.last_number, own.last_number);
}

fn all_there_and_back(through: impl Fn(Vec<Vec<String>>) -> Vec<Sheet>) {
    there_and_back::<Person>(&through);
    there_and_back::<RiskPoint>(&through);
    there_and_back::<Document>(&through);
    there_and_back::<Drill>(&through);
    there_and_back::<Expense>(&through);
    there_and_back::<Permit>(&through);
    there_and_back::<ConfinedSpace>(&through);
    there_and_back::<SpecialEquipment>(&through);
    there_and_back::<DustCollector>(&through);
    there_and_back::<Contractor>(&through);
}

#[test]
fn our_own_registers_go_out_and_come_back_the_same() {
    all_there_and_back(|rows| vec![sheet("", &rows)]);
}

#[test]
fn they_come_back_the_same_through_a_csv_file_that_runs_nothing() {
    all_there_and_back(|rows| {
        let file = csv::table(&rows);
        let cells = file.trim_start_matches('\u{feff}').split(['\n', ',']);
        assert!(cells.into_iter().all(|cell| !cell.starts_with(['=', '-']) && !cell.starts_with("\"=")), "{file}");
        sheets(file.as_bytes())
    });
}

#[test]
fn they_come_back_the_same_through_a_workbook_with_numbers_and_days() {
    fn through<T: Entry>(rows: Vec<Vec<String>>) -> Vec<Sheet> {
        let (numbers, days) = written_kinds::<T>();
        let sheet = anziping_tables::Sheet { name: "台账".into(), rows, numbers, days, ..Default::default() };
        sheets(&anziping_tables::write(&[sheet]).unwrap())
    }
    there_and_back::<Person>(through::<Person>);
    there_and_back::<RiskPoint>(through::<RiskPoint>);
    there_and_back::<Document>(through::<Document>);
    there_and_back::<Drill>(through::<Drill>);
    there_and_back::<Expense>(through::<Expense>);
    there_and_back::<ConfinedSpace>(through::<ConfinedSpace>);
    there_and_back::<SpecialEquipment>(through::<SpecialEquipment>);
    there_and_back::<DustCollector>(through::<DustCollector>);
    there_and_back::<Contractor>(through::<Contractor>);
}

#[test]
fn an_l_beside_e_and_c_is_that_of_lec() {
    let rows = table(&[["风险点", "L", "E", "C"], ["行车", "0.5", "6", "１５"]]);
    let lec = read::<RiskPoint>(&rows, &Registers::default()).entries.remove(0);
    assert_eq!((lec.ls, lec.lec), (None, Some([Score(5), Score(60), Score(150)])));
    let rows = table(&[["风险点", "L", "S"], ["行车", "4", "3.0"]]);
    let ls = read::<RiskPoint>(&rows, &Registers::default()).entries.remove(0);
    assert_eq!((ls.ls, ls.lec), (Some([Score(40), Score(30)]), None));
}

#[test]
fn a_faulty_cell_costs_the_cell_and_a_row_nobody_is_named_in_is_left_out() {
    let own = full();
    let rows = table(&[
        ["姓名", "学时", "到岗日期", "高风险作业"],
        ["", "8", "", ""],
        ["孙八", "八个", "待定", ""],
        [&"长".repeat(201), "8", "", ""],
        ["李四", "9", "", ""],
        ["周九", "8", "", "打磨间"],
    ]);
    let read = read::<Person>(&rows, &own);
    assert_eq!(
        left_out(&read.preview),
        [(2, LeftOutReason::Blank), (4, LeftOutReason::NoSubject), (5, LeftOutReason::Ambiguous)]
    );
    assert_eq!(unread(&read.preview), ["R3C2", "R3C3", "R4C1", "R6C4"]);
    assert_eq!((read.new.len(), read.changed.len()), (2, 0));
    assert_eq!(read.entries[..4], own.people[..], "who is there stays as it was");
}

#[test]
fn a_row_of_somebody_who_is_there_changes_what_it_says_and_nothing_else() {
    let own = full();
    let rows = table(&[
        ["姓名", "学时", "作业项目", "有效期至"],
        ["张三", "", "低压电工", "2027-05-01"],
        ["=HYPERLINK(1)", "20", "", ""],
    ]);
    let read = read::<Person>(&rows, &own);
    assert_eq!((read.new.len(), read.changed.as_slice()), (0, &["1".to_owned(), "7".to_owned()][..]));
    let expected = Person {
        certificates: vec![certificate(CertificateKind::SpecialOperation, "低压电工", day("2027-05-01"))],
        ..own.people[0].clone()
    };
    assert_eq!(read.entries[0], expected, "an empty cell empties nothing");
    // Of two of one name the number decides; their other cells would else go to the wrong one.
    let rows = table(&[["编号", "姓名", "学时", "作业项目", "有效期至"], ["2", "李四", "30", "叉车", "2029-01-01"]]);
    let read = self::read::<Person>(&rows, &own);
    assert_eq!((read.changed.as_slice(), read.entries[1].hours.as_str()), (&["2".to_owned()][..], "30"));
    let renewed = certificate(CertificateKind::SpecialEquipment, "叉车", day("2029-01-01"));
    assert_eq!(
        read.entries[1].certificates,
        [own.people[1].certificates[0].clone(), renewed],
        "the kind is the one that is there"
    );
    assert_eq!(read.entries[2], own.people[2]);
}

#[test]
fn a_number_that_somebody_else_has_is_not_taken() {
    let own = full();
    let rows = table(&[["编号", "姓名"], ["3", "吴十"], ["8", "郑一"], ["08", "冯二"], ["4000000000", "陈三"]]);
    let read = read::<Person>(&rows, &own);
    let numbers: Vec<&str> = read.entries[4..].iter().map(|person| person.id.as_str()).collect();
    assert_eq!(numbers, ["29", "8", "30", "31"], "3 is a risk point");
    assert_eq!(read.last_number, 31);
}

#[test]
fn an_import_is_taken_back_without_what_was_done_since() {
    let own = full();
    let rows = table(&[["姓名", "学时"], ["张三", "40"], ["吴十", "8"]]);
    let read = read::<Person>(&rows, &own);
    let before: Vec<Person> = own.people.iter().filter(|person| read.changed.contains(&person.id)).cloned().collect();
    let mut after = Registers { people: read.entries, last_number: read.last_number, ..own.clone() };
    after.add::<Person>();
    after.people[1].hours = "9".into();
    take_back(&mut after, &read.new, &before);
    assert_eq!(after.people[0], own.people[0]);
    assert_eq!(after.people[1].hours, "9");
    assert_eq!(after.people.len(), own.people.len() + 1);
}

#[test]
fn a_month_and_an_amount_are_read_as_people_write_them() {
    let rows = table(&[
        ["日期", "金额（元）", "费用类别", "摘要"],
        ["2026-10", "１,200", "劳保用品", "手套"],
        ["2026年9月", "80", "培训费", ""],
        ["2026/8/15", "1000", "隐患整改", ""],
        ["7月", "5万", "其他", ""],
        ["2026-06", "若干", "", "标牌"],
    ]);
    let read = read::<Expense>(&rows, &Registers::default());
    let months: Vec<String> = read.entries.iter().map(|expense| expense.month.unwrap().to_string()).collect();
    assert_eq!(months, ["2026-10", "2026-09", "2026-08", "2026-07", "2026-06"], "the year is that of the others");
    let amounts: Vec<&str> = read.entries.iter().map(|expense| expense.amount.as_str()).collect();
    assert_eq!(amounts, ["1200", "80", "1000", "50000", ""]);
    assert_eq!((unread(&read.preview), left_out(&read.preview)), (vec!["R6C2".to_owned()], vec![]));
}

#[test]
fn a_ledger_of_permits_in_other_words_is_read_with_the_minutes_it_has() {
    let rows = table(&[
        ["动火地点", "作业类型", "动火等级", "动火人", "监火人", "审批时间", "动火时间", "是否合规", "其他内容"],
        ["焊接间", "焊接", "一级", "张三", "李四", "2026年11月3日8：20", "2026-11-3 8:30:00", "是", "电焊"],
        ["喷漆房", "登高", "", "王五", "", "", "2026/11/5", "无票", "离地：6米"],
        ["", "登高", "", "王五", "", "", "2026/11/5", "是", ""],
        ["泵房", "动火", "", "王五", "", "下午", "46347.4375", "否", ""],
    ]);
    let read = read::<Permit>(&rows, &Registers::default());
    let [first, second, third] = &read.entries[..] else { panic!("three permits: {:?}", read.entries) };
    let at = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
    assert_eq!(first.kind, PermitKind::ALL[0]);
    assert_eq!((first.level.as_str(), first.workers.as_str(), first.guard.as_str()), ("一级", "张三", "李四"));
    assert_eq!(at(first.approved_at).as_deref(), Some("2026-11-03T08:20"));
    assert_eq!((at(first.starts_at).as_deref(), first.in_order), (Some("2026-11-03T08:30"), true));
    assert_eq!((second.kind.row().name, second.in_order), ("高处", false));
    assert_eq!(at(second.starts_at).as_deref(), Some("2026-11-05T00:00"), "a day is read as its beginning, and noted");
    assert_eq!(second.fields.get("离地").map(String::as_str), Some("6米"));
    assert_eq!(at(third.starts_at).as_deref(), Some("2026-11-21T10:30"), "as a spreadsheet keeps it");
    assert_eq!(unread(&read.preview), ["R2C9", "R5C6"], "a text without a name, and no day");
    assert_eq!(left_out(&read.preview).len(), 1, "no place, no permit");
    assert_eq!(read.preview.noted.len(), 1);
}

#[test]
fn a_ledger_of_special_equipment_in_other_words_is_read() {
    let rows = table(&[
        ["设备名称", "设备类别", "注册代码", "使用地点", "检验有效期"],
        ["叉车", "场（厂）内专用机动车辆 叉车", "5110", "仓库", "2026年12月"],
        ["储气罐", "固定式压力容器", "2150", "空压站", "2027/3/1"],
        ["叉车", "叉车", "5111", "仓库", "待检"],
    ]);
    let read = read::<SpecialEquipment>(&rows, &Registers::default());
    let kinds: Vec<EquipmentKind> = read.entries.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [EquipmentKind::Vehicle, EquipmentKind::Vessel, EquipmentKind::Vehicle], "two of one name");
    let days: Vec<_> = read.entries.iter().map(|one| one.next_on.map(|day| day.to_string())).collect();
    assert_eq!(days, [Some("2026-12-31".into()), Some("2027-03-01".into()), None], "of a month the end is meant");
    assert_eq!(unread(&read.preview), ["R4C5"]);
}
