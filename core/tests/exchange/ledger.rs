//! Rows of other people's ledgers as hazards, and our own ledger there and back.

use anziping_core::demo::demo;
use anziping_core::edition::builtin;
use anziping_core::exchange::{
    CellFault, Column, Ground, Imported, Matching, RowOutcome, TableRow, TakenRow, guess, read_ledger, rows_of,
};
use anziping_core::hazard::{Grade, Hazard, HazardFault, HazardField, Source, Stage};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Rhythm};

const HEAD: [&str; 8] =
    ["序号", "隐患部位", "隐患内容", "隐患等级", "检查日期", "整改责任人", "整改期限", "整改资金（元）"];

fn imported(rows: &[Vec<String>], unknown: &[u32], present: &[Hazard]) -> Imported {
    let rows: Vec<TableRow> = (1..)
        .zip(rows)
        .map(|(number, cells)| TableRow { number, cells, unknown: if number == 2 { unknown } else { &[] } })
        .collect();
    let texts: Vec<&[String]> = rows.iter().map(|row| row.cells).collect();
    let matching: Matching<Column> = guess(&texts).unwrap();
    let span = Period::parse("2026-11").unwrap().span(Rhythm::default());
    read_ledger(&rows, &matching, Ground { catalogue: builtin::catalogue().unwrap(), present, span, principal: "老板" })
}

/// The outcome of one row below the usual headings.
fn of_row(cells: [&str; 8], unknown: &[u32], present: &[Hazard]) -> RowOutcome {
    let rows = [HEAD, cells].map(|row| row.map(str::to_owned).to_vec());
    imported(&rows, unknown, present).rows.remove(0).outcome
}

const ROW: [&str; 8] =
    ["1", "冲压车间", "护栏松动", "一般隐患", "２０２６年１１月３日", "王五", "2026/11/10", "１，２００"];

#[test]
fn a_row_becomes_a_hazard_as_far_as_it_is_known() {
    let RowOutcome::Taken(taken) = of_row(ROW, &[], &[]) else { panic!() };
    let TakenRow { hazard, lacking, unread } = *taken;
    assert_eq!(unread, [0_usize; 0]);
    assert_eq!(
        (hazard.place.as_str(), hazard.grade, hazard.found_on),
        ("冲压车间", Some(Grade::General), Day::new(2026, 11, 3))
    );
    assert_eq!(
        (hazard.deadline, hazard.id.as_str()),
        (Day::new(2026, 11, 10), ""),
        "a running number is no number of ours"
    );
    assert_eq!((hazard.stage, lacking), (Stage::Found, vec![]), "nobody is named who found it");
    assert!(hazard.steps.is_empty(), "no history is made up");
}

#[test]
fn every_faulty_cell_of_a_row_is_named_and_nothing_of_the_row_is_taken() {
    let row = ["1", "冲压车间", "护栏松动", "不清楚", "11月3日", "王五", "尽快", "若干"];
    let RowOutcome::Refused(faults) = of_row(row, &[], &[]) else { panic!() };
    let funds = CellFault::Contradiction(HazardFault::NotAnAmount);
    assert_eq!(faults, [(3, CellFault::NotAGrade), (4, CellFault::NotADay), (6, CellFault::NotADay), (7, funds)]);
    let RowOutcome::Refused(faults) = of_row(ROW, &[7], &[]) else { panic!() };
    assert_eq!(faults, [(7, CellFault::Formula)]);
    let early = ["1", "冲压车间", "护栏松动", "一般", "2026-11-13", "王五", "2026-11-10", ""];
    let RowOutcome::Refused(faults) = of_row(early, &[], &[]) else { panic!() };
    let order = HazardFault::Order(HazardField::FoundOn, HazardField::Deadline);
    assert_eq!(faults, [(6, CellFault::Contradiction(order))]);
    assert_eq!(
        of_row(["1", "", "", "一般", "", "", "", ""], &[], &[]),
        RowOutcome::Refused(vec![(1, CellFault::Empty)])
    );
    let long = "长".repeat(501);
    assert_eq!(
        of_row(["1", &long, "", "", "", "", "", ""], &[], &[]),
        RowOutcome::Refused(vec![(1, CellFault::TooLong(500))])
    );
}

#[test]
fn a_file_that_is_read_twice_adds_nothing_the_second_time() {
    let RowOutcome::Taken(taken) = of_row(ROW, &[], &[]) else { panic!() };
    assert_eq!(of_row(ROW, &[], &[taken.hazard]), RowOutcome::Known);
}

#[test]
fn unknown_sources_areas_and_items_are_named_and_the_row_is_taken() {
    let head = ["隐患部位", "隐患内容", "来源", "高风险领域", "检查项"];
    let of = |cells: [&str; 5]| {
        let rows = [head, cells].map(|row| row.map(str::to_owned).to_vec());
        let RowOutcome::Taken(taken) = imported(&rows, &[], &[]).rows.remove(0).outcome else { panic!() };
        taken
    };
    let catalogue = builtin::catalogue().unwrap();
    let known = of(["冲压车间", "护栏松动", "员工报告", &catalogue.areas[0].name, "Z01"]);
    assert_eq!((known.hazard.area.as_str(), known.hazard.item.as_str()), (catalogue.areas[0].id.as_str(), "Z01"));
    assert_eq!((known.hazard.source, known.unread), (Source::Worker, vec![]));
    let unknown = of(["冲压车间", "护栏松动", "专家", "打磨间", "第三条"]);
    assert_eq!((unknown.hazard.area.as_str(), unknown.hazard.item.as_str(), unknown.unread), ("", "", vec![2, 3, 4]));
}

#[test]
fn our_own_ledger_goes_out_and_comes_back() {
    let catalogue = builtin::catalogue().unwrap();
    let (enterprise, draft) = demo(catalogue, builtin::reference().unwrap(), Period::parse("2026-11").unwrap());
    let name = |id: &str| catalogue.area(id).map_or_else(String::new, |area| area.name.clone());
    let rows = rows_of(&draft.hazards, name);
    let table: Vec<TableRow> =
        (1..).zip(&rows).map(|(number, cells)| TableRow { number, cells, unknown: &[] }).collect();
    let texts: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    let matching = guess::<Column>(&texts).unwrap();
    assert_eq!(matching.columns.iter().flatten().count(), rows[0].len(), "every heading is known");
    let span = draft.span(&enterprise);
    let ground = Ground { catalogue, present: &[], span, principal: &enterprise.principal };
    let back = read_ledger(&table, &matching, ground);
    assert_eq!(back.rows.len(), draft.hazards.len());
    for (row, own) in back.rows.iter().zip(&draft.hazards) {
        let hazard = match &row.outcome {
            RowOutcome::Taken(taken) => {
                assert_eq!(taken.unread, [0_usize; 0], "{}", own.id);
                &taken.hazard
            }
            RowOutcome::ClosedBefore(day) => {
                assert!(*day < span.from && !own.is_open());
                continue;
            }
            other => panic!("{}: {other:?}", own.id),
        };
        assert_eq!(hazard.id, own.id);
        for column in matching.columns.iter().flatten() {
            if let Column::Field(field) = column {
                assert_eq!(hazard.value(*field).trim(), own.value(*field).trim(), "{} {field:?}", own.id);
            }
        }
        assert_eq!(hazard.is_open(), own.is_open(), "{}", own.id);
    }
    let again = read_ledger(&table, &matching, Ground { present: &draft.hazards, ..ground });
    assert_eq!(again.count(|outcome| matches!(outcome, RowOutcome::Known)), draft.hazards.len());
}
