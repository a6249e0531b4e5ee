//! Our own ledger there and back, through the files it is kept in.

use anziping_core::demo::demo;
use anziping_core::edition::builtin;
use anziping_core::exchange::{
    Ask, ImportAnswers, ImportInto, LedgerColumn, Row, Sheet, csv, layouts, read_ledger, rows_of,
};
use anziping_core::hazard::{Hazard, HazardField};
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;

use crate::book::sheet;

/// The sheets of a file, as the page takes them over.
pub fn sheets(file: &[u8]) -> Vec<Sheet> {
    let kind = |kind: &anziping_tables::CellKind| match kind {
        anziping_tables::CellKind::Text => anziping_core::exchange::CellKind::Text,
        anziping_tables::CellKind::Number => anziping_core::exchange::CellKind::Number,
        anziping_tables::CellKind::Day => anziping_core::exchange::CellKind::Day,
        anziping_tables::CellKind::Unknown => anziping_core::exchange::CellKind::Unknown,
    };
    let row = |row: anziping_tables::Row| Row {
        number: row.number,
        hidden: row.hidden,
        cells: row.cells,
        kinds: row.kinds.iter().map(kind).collect(),
    };
    let sheet = |sheet: anziping_tables::SheetRead| Sheet {
        name: sheet.name,
        hidden: sheet.hidden,
        active: sheet.active,
        from_1904: sheet.from_1904,
        rows: sheet.rows.into_iter().map(row).collect(),
    };
    anziping_tables::read(file).unwrap().sheets.into_iter().map(sheet).collect()
}

/// The demonstration ledger through a file.
fn there_and_back(through: impl Fn(Vec<Vec<String>>) -> Vec<Sheet>) {
    let catalogue = builtin::catalogue().unwrap();
    let (enterprise, draft) = demo(catalogue, builtin::reference().unwrap(), Period::parse("2026-11").unwrap());
    let rows = rows_of(&draft.hazards, catalogue);
    let width = rows[0].len();
    let book = through(rows);
    let layouts = layouts::<LedgerColumn>(&book, &ImportAnswers::default());
    assert_eq!(layouts[0].columns.iter().flatten().count(), width, "every heading is known");
    let span = draft.span(&enterprise);
    let read = |present: &[Hazard], answers: &ImportAnswers| {
        let (principal, today) = (enterprise.principal.as_str(), span.to);
        let ground = ImportInto { catalogue, present, span, today, principal, reason: "导入" };
        read_ledger(&book, &layouts, answers, ground)
    };
    let back = read(&[], &ImportAnswers { history: Some(true), ..ImportAnswers::default() });
    assert!(back.preview.asks.iter().all(|ask| matches!(ask, Ask::History { .. })), "{:?}", back.preview.asks);
    assert_eq!((back.preview.left_out, back.preview.unread), (vec![], vec![]));
    assert_eq!(back.new.len(), draft.hazards.len());
    for (hazard, own) in back.new.iter().zip(&draft.hazards) {
        assert_eq!((&hazard.id, hazard.is_open()), (&own.id, own.is_open()));
        for &field in HazardField::ALL {
            assert_eq!(hazard.value(field).trim(), own.value(field).trim(), "{} {field:?}", own.id);
        }
    }
    let again = read(&draft.hazards, &ImportAnswers::default());
    assert_eq!((again.preview.same.len(), again.preview.left_out.len()), (draft.hazards.len(), 0));
}

#[test]
fn our_own_ledger_goes_out_and_comes_back() {
    there_and_back(|rows| vec![sheet("", &rows)]);
}

#[test]
fn our_own_ledger_comes_back_through_csv_and_workbook() {
    there_and_back(|rows| sheets(csv::table(&rows).as_bytes()));
    let days = anziping_core::exchange::written_kinds();
    there_and_back(move |rows| {
        let (numbers, days) = days.clone();
        let sheet = anziping_tables::Sheet { name: "台账".into(), rows, numbers, days, ..Default::default() };
        sheets(&anziping_tables::write(&[sheet]).unwrap())
    });
}

#[test]
fn a_ledger_of_five_thousand_rows_is_read_within_a_second() {
    let mut rows =
        vec![["序号", "隐患部位", "隐患内容", "隐患等级", "检查日期", "整改期限"].map(str::to_owned).to_vec()];
    rows.extend((0..5_000).map(|row| {
        let cells = [&row.to_string(), "车间", &format!("第{row}处护栏松动"), "一般", "2026-11-03", "11月20日"];
        cells.map(str::to_owned).to_vec()
    }));
    let began = std::time::Instant::now();
    let import = crate::book::ledger(&[sheet("", &rows)], &ImportAnswers::default(), &[]);
    println!("5 000 rows in {} ms", began.elapsed().as_millis());
    assert_eq!(import.new.len(), 5_000);
    assert!(import.new.iter().all(|hazard| hazard.deadline == Day::new(2026, 11, 20)));
}
