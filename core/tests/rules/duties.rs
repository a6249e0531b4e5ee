//! Documents, drills and safety expenses: what stands, what is due, and the counts that follow.

use anziping_core::catalog::{Item, Kind, TargetCode};
use anziping_core::enterprise::Profile;
use anziping_core::register::{
    Activity, Base, CountSources, Document, DocumentStanding, Drill, DrillDuty, DrillKind, Expense, Flow, Money,
    Registers,
};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Rhythm};
use anziping_core::value::rate::Rate;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn item(id: &str) -> &'static Item {
    anziping_core::edition::builtin::catalogue().unwrap().item(id).unwrap()
}

fn counting<'a>(registers: &'a Registers, profile: &'a Profile) -> CountSources<'a> {
    CountSources { registers, profile, span: period("2026-11").span(Rhythm::default()) }
}

fn document(issued: Option<&str>, review: Option<&str>) -> Document {
    Document { issued_on: issued.map(day), review_on: review.map(day), ..Document::default() }
}

#[test]
fn a_document_is_in_force_from_its_issue_through_the_day_of_its_review() {
    let of = |issued, review| document(issued, review).standing(day("2026-11-30"));
    assert_eq!(of(None, None), DocumentStanding::Missing);
    assert_eq!(of(Some("2026-12-01"), None), DocumentStanding::Missing, "not yet issued on that day");
    assert_eq!(of(Some("2026-11-30"), None), DocumentStanding::InForce);
    assert_eq!(of(Some("2025-12-01"), Some("2026-11-29")), DocumentStanding::Overdue);
    assert_eq!(of(Some("2025-12-01"), Some("2026-11-30")), DocumentStanding::DueSoon(0));
    assert_eq!(of(Some("2025-12-01"), Some("2026-12-30")), DocumentStanding::DueSoon(30));
    assert_eq!(of(Some("2025-12-01"), Some("2026-12-31")), DocumentStanding::InForce);
}

#[test]
fn documents_give_the_counts_of_p1_and_speak_beside_the_items_they_serve() {
    let of = |document: Document, item: &str, areas: &[&str]| Document {
        item: item.into(),
        areas: areas.iter().map(|area| (*area).to_owned()).collect(),
        ..document
    };
    let documents = vec![
        of(document(Some("2026-01-01"), Some("2026-11-30")), "D06", &["hot-work", "lifting"]),
        of(document(Some("2026-01-01"), Some("2026-11-29")), "D06", &["hot-work"]),
        of(document(None, None), "D03", &["hot-work"]),
    ];
    let (registers, profile) = (Registers { documents, ..Registers::default() }, Profile::default());
    let counting = counting(&registers, &profile);
    let rate = |done, total| Some(Rate { done, total });
    assert_eq!(counting.cell("hot-work", TargetCode::P1), rate(1, 3));
    assert_eq!(counting.cell("lifting", TargetCode::P1), rate(1, 1));
    assert_eq!(
        counting.cell("confined-space", TargetCode::P1),
        None,
        "an area nobody entered does not read as one without documents"
    );
    assert_eq!(
        (counting.beside("D06"), counting.beside("D03"), counting.beside("D04")),
        (rate(1, 2), rate(0, 1), None)
    );
    assert_eq!(counting.item(item("D06")), None, "whether that is enough is for the person who answers");
}

fn drill(kind: DrillKind, held: &str, evaluated: bool) -> Drill {
    Drill { kind, held_on: Some(day(held)), evaluated, ..Drill::default() }
}

#[test]
fn what_has_to_be_drilled_follows_from_the_trade_and_the_plans() {
    let months = |high_risk, on_site_only| {
        DrillDuty::all(high_risk, on_site_only).into_iter().map(|duty| (duty.on_site, duty.months)).collect::<Vec<_>>()
    };
    assert_eq!(months(false, false), [(false, 12), (true, 6)]);
    assert_eq!(months(true, false), [(false, 6), (true, 6)]);
    assert_eq!(months(false, true), [(true, 6)]);
}

#[test]
fn only_an_evaluated_drill_of_its_kind_moves_the_next_one_on() {
    let drills = [
        drill(DrillKind::Comprehensive, "2025-11-30", true),
        drill(DrillKind::Special, "2026-05-01", false),
        drill(DrillKind::Special, "2026-12-01", true),
        drill(DrillKind::OnSite, "2026-08-31", true),
    ];
    let duties = DrillDuty::all(false, false);
    let [general, on_site] = duties.as_slice() else { panic!("two duties") };
    assert_eq!(
        general.due(&drills, day("2026-11-30")),
        Some(day("2026-11-30")),
        "a year after the last one that counts"
    );
    assert_eq!(general.due(&drills, day("2026-12-01")), Some(day("2027-12-01")), "a planned one counts from its day");
    assert_eq!(on_site.due(&drills, day("2026-11-30")), Some(day("2027-02-28")), "the last day of a shorter month");
    assert!(general.is_met(&drills, day("2026-11-30")) && on_site.is_met(&drills, day("2027-02-28")));
    assert!(!on_site.is_met(&drills, day("2027-03-01")));
    assert_eq!(on_site.due(&drills[..3], day("2026-11-30")), None);
}

#[test]
fn drills_give_the_counts_of_their_item() {
    let rate = |done, total| Some(Rate { done, total });
    let profile = Profile::default();
    let mut registers = Registers::default();
    assert_eq!(counting(&registers, &profile).item(item("Y03")), None);
    registers.drills =
        vec![drill(DrillKind::Comprehensive, "2026-01-15", true), drill(DrillKind::OnSite, "2026-01-15", true)];
    assert_eq!(
        counting(&registers, &profile).item(item("Y03")),
        rate(1, 2),
        "the on-site plan is due again since July"
    );
    let mine = Profile { facts: ["mine".to_owned()].into(), ..Profile::default() };
    assert_eq!(counting(&registers, &mine).item(item("Y03")), rate(0, 2));
    let market = Profile { facts: ["commerce".to_owned(), "public_place".to_owned()].into(), ..Profile::default() };
    assert_eq!(
        counting(&registers, &market).item(item("Y03")),
        rate(0, 2),
        "a place open to crowds, each half year too"
    );
    registers.on_site_only = true;
    assert_eq!(counting(&registers, &profile).item(item("Y03")), rate(0, 1));
}

#[test]
fn the_due_sum_of_a_year_goes_through_every_band() {
    // Machinery, 32 million: 10 million at 2.35 % and 22 million at 1.25 %.
    assert_eq!(Activity::Machinery.due_of_year(32_000_000, 12), 235_000 + 275_000);
    assert_eq!(Activity::Machinery.due_of_year(32_000_000, 1), 42_500);
    assert_eq!(Activity::Machinery.due_of_year(0, 12), 0);
    for activity in Activity::ALL {
        let Base::Revenue(bands) = activity.base() else {
            assert_eq!(activity.due_of_year(32_000_000, 12), 0, "{activity:?} goes by the tonne");
            continue;
        };
        assert!(
            bands.is_sorted_by(|one, next| one.0 < next.0 && one.1 > next.1),
            "{activity:?}: higher bands have lower rates"
        );
        assert_eq!(bands.last().unwrap().0, u64::MAX, "{activity:?}");
        // One more yuan than a bound brings the rate of the next band.
        for pair in bands.windows(2) {
            let (bound, next) = (pair[0].0, pair[1].1);
            let step = 10_000 * 12;
            assert_eq!(
                activity.due_of_year(bound + step, 12) - activity.due_of_year(bound, 12),
                next * 12,
                "{activity:?} {bound}"
            );
        }
    }
}

fn expense(month: &str, flow: Flow, amount: &str, tonnes: &str) -> Expense {
    Expense { month: Period::parse(month), flow, amount: amount.into(), tonnes: tonnes.into(), ..Expense::default() }
}

#[test]
fn the_money_of_a_year_is_that_of_its_months_so_far() {
    let entries = [
        expense("2025-12", Flow::SetAside, "999", ""),
        expense("2026-01", Flow::SetAside, "1,000", ""),
        expense("2026-02", Flow::Spent, "30", ""),
        expense("2026-03", Flow::Spent, "12", ""),
        expense("2026-04", Flow::Spent, "500", ""),
        expense("2026-03", Flow::Spent, "很多", ""),
        expense("三月", Flow::Spent, "7", ""),
    ];
    let money = Money::of(&entries, Some(Activity::Machinery), "32000000", period("2026-03"));
    let expected = Money {
        due: Some(3 * 42_500),
        set_aside: 1_000,
        spent: 42,
        spent_in_month: 12,
        without_output: Vec::new(),
        unread: 2,
    };
    assert_eq!(money, expected);
    assert_eq!(Money::of(&entries, None, "32000000", period("2026-03")).due, None);
    assert_eq!(Money::of(&entries, Some(Activity::Machinery), "", period("2026-03")).due, None);
}

#[test]
fn a_rate_by_the_tonne_needs_the_output_of_every_month() {
    let mut entries =
        vec![expense("2026-01", Flow::SetAside, "60000", "30000"), expense("2026-03", Flow::SetAside, "0", "0")];
    let of = |entries: &[Expense]| Money::of(entries, Some(Activity::SmallQuarry), "", period("2026-03"));
    assert_eq!((of(&entries).due, of(&entries).without_output), (None, vec![period("2026-02")]));
    entries.push(expense("2026-02", Flow::SetAside, "10", "１０００"));
    assert_eq!((of(&entries).due, of(&entries).without_output), (Some(2 * 31_000), Vec::new()));
}

#[test]
fn money_set_aside_gives_the_counts_of_its_item_as_far_as_they_can_say_it() {
    let profile = Profile::default();
    let of = |revenue: &str, set_aside: &str| {
        let expenses = vec![expense("2026-05", Flow::SetAside, set_aside, "")];
        let registers = Registers {
            expenses,
            activity: Some(Activity::Machinery),
            revenue: revenue.into(),
            ..Registers::default()
        };
        counting(&registers, &profile).item(item("Z11"))
    };
    let due = u32::try_from(Activity::Machinery.due_of_year(32_000_000, 11)).unwrap();
    assert_eq!(of("32000000", "400000"), Some(Rate { done: 400_000, total: due }));
    assert_eq!(of("32000000", "600000"), Some(Rate { done: due, total: due }), "more than is due is all of it");
    assert_eq!(of("", "400000"), None);
    assert_eq!(of("9000000000", "400000"), None, "the counts of an item end below that");
    let catalogue = anziping_core::edition::builtin::catalogue().unwrap();
    assert!(["Y03", "Z11"].iter().all(|id| catalogue.item(id).unwrap().kind == Kind::Ratio));
}

#[test]
fn a_record_without_the_younger_registers_is_written_as_it_was() {
    let text = serde_json::to_string(&Registers::default()).unwrap();
    assert!(
        ["documents", "drills", "expenses", "activity", "revenue", "on_site_only"]
            .iter()
            .all(|name| !text.contains(name)),
        "{text}"
    );
}
