//! Scores worked out by hand.

use anziping_core::catalog::Kind::{Level, Ratio, YesNo};
use anziping_core::month::answer::Mark;
use anziping_core::score::total::{ScoreGrade, Tenths};

use crate::small::{catalogue, counted, item, marked, scores, total};

#[test]
fn a_month_worked_out_by_hand() {
    let catalogue = catalogue(&[
        (60, vec![item("A1", Level, 2), item("A2", Ratio, 3), item("A3", YesNo, 5)]),
        (40, vec![item("B1", Level, 1)]),
    ]);
    let answers =
        [("A1", marked(Mark::Yes)), ("A2", counted(1, 3)), ("A3", marked(Mark::No)), ("B1", marked(Mark::Partly))];
    // A: (2·10000 + 3·3333 + 5·0) ÷ 10 = 29999 ÷ 10 = 2999.9 basis points, shown 30.0.
    // B: 5000, shown 50.0. Total: (60·2999.9 + 40·5000) ÷ 100 = 3799.94, shown 38.0.
    let scores = scores(&catalogue, &answers);
    let elements: Vec<_> = scores.elements.iter().map(|element| element.score.unwrap().tenths()).collect();
    assert_eq!(elements, [Tenths(300), Tenths(500)]);
    assert_eq!(scores.tenths(), Some(Tenths(380)));
    assert_eq!(scores.grade(), Some(ScoreGrade::Fail));
}

#[test]
fn the_total_comes_from_exact_elements_not_from_their_rounded_figures() {
    // Elements of 1 ÷ 3 in level points: 5000 ÷ 3 = 1666.6…, shown 16.7. Three of them with weight 1 and one with 0
    // points and weight 3: 1666.66… ÷ 2 = 833.33…, shown 8.3. From the rounded figures it would be 8.35, shown 8.4.
    let third = |n: u8| {
        let id = |k: u8| format!("{}{k}", char::from(b'A' + n));
        (1, vec![item(&id(1), Level, 1), item(&id(2), Level, 1), item(&id(3), Level, 1)])
    };
    let catalogue = catalogue(&[third(0), third(1), third(2), (3, vec![item("D1", Level, 1)])]);
    let answers = [("A1", marked(Mark::Partly)), ("B1", marked(Mark::Partly)), ("C1", marked(Mark::Partly))];
    assert_eq!(total(&catalogue, &answers), Some(83));
}

#[test]
fn nothing_answered_is_zero_and_not_nothing() {
    let catalogue = catalogue(&[(100, vec![item("A1", Level, 1), item("A2", Ratio, 5)])]);
    assert_eq!(total(&catalogue, &[]), Some(0));
    let scores = scores(&catalogue, &[]);
    assert_eq!((scores.applicable(), scores.settled(), scores.elements[0].unanswered), (2, 0, 2));
}

#[test]
fn an_element_in_which_nothing_applies_drops_out_with_its_weight() {
    let catalogue =
        catalogue(&[(90, vec![item("A1", Level, 5), item("A2", YesNo, 1)]), (10, vec![item("B1", Level, 1)])]);
    let answers = [("A1", marked(Mark::Na)), ("A2", marked(Mark::Na)), ("B1", marked(Mark::Partly))];
    assert_eq!(total(&catalogue, &answers), Some(500), "only B counts, not 10 % of it");
    let scores = scores(&catalogue, &answers);
    assert_eq!(scores.elements[0].score, None);
    assert_eq!(scores.elements[0].not_applicable, 2);
}

#[test]
fn where_nothing_at_all_applies_there_is_no_score_and_no_grade() {
    let catalogue = catalogue(&[(100, vec![item("A1", Level, 1)])]);
    let scores = scores(&catalogue, &[("A1", marked(Mark::Na))]);
    assert_eq!((scores.tenths(), scores.grade()), (None, None));
}

#[test]
fn not_applicable_without_a_reason_counts_as_unanswered() {
    let catalogue = catalogue(&[(100, vec![item("A1", Level, 1), item("A2", Level, 1)])]);
    let mut silent = marked(Mark::Na);
    silent.reason = " ".into();
    assert_eq!(total(&catalogue, &[("A1", silent), ("A2", marked(Mark::Yes))]), Some(500));
}

#[test]
fn unsure_costs_the_points_and_a_ratio_without_a_case_does_not() {
    let catalogue = catalogue(&[(100, vec![item("A1", Ratio, 1), item("A2", Level, 1), item("A3", Level, 1)])]);
    let answers = [("A1", counted(0, 0)), ("A2", marked(Mark::Yes)), ("A3", marked(Mark::Unsure))];
    assert_eq!(total(&catalogue, &answers), Some(500));
}

#[test]
fn a_ratio_is_rounded_half_up_before_it_is_weighed() {
    let catalogue = catalogue(&[(100, vec![item("A1", Ratio, 1), item("A2", Ratio, 1)])]);
    // 1/32 = 312.5 basis points, up to 313. 313 + 313 = 626, ÷ 2 = 313: 3.13, shown 3.1.
    assert_eq!(total(&catalogue, &[("A1", counted(1, 32)), ("A2", counted(1, 32))]), Some(31));
    // 2999/20000 = 1499.5, up to 1500; with 1490 the mean is 1495: 14.95, shown 15.0. Without rounding first: 1494.75,
    // 14.9.
    assert_eq!(total(&catalogue, &[("A1", counted(2_999, 20_000)), ("A2", counted(149, 1_000))]), Some(150));
}

#[test]
fn exactly_89_95_is_shown_as_90_0_and_anything_below_as_89_9() {
    let sixth = |n: u8| (format!("A{n}"), item(&format!("A{n}"), Ratio, if n == 6 { 1 } else { 5 }));
    let (ids, items): (Vec<String>, Vec<_>) = (1..=6).map(sixth).unzip();
    let catalogue = catalogue(&[(100, items)]);
    let exact: Vec<_> = ids.iter().map(|id| (id.as_str(), counted(1_799, 2_000))).collect();
    assert_eq!(total(&catalogue, &exact), Some(900), "1799 ÷ 2000 = 8995 basis points exactly");
    assert_eq!(scores(&catalogue, &exact).grade(), Some(ScoreGrade::Excellent));
    let mut below = exact;
    below[5].1 = counted(8_994, 10_000);
    // (25·8995 + 1·8994) ÷ 26 = 8994.96…
    assert_eq!(total(&catalogue, &below), Some(899));
    assert_eq!(scores(&catalogue, &below).grade(), Some(ScoreGrade::Pass));
}

#[test]
fn grades_begin_at_90_0_and_at_70_0() {
    let grades = [1000, 900, 899, 700, 699, 0].map(|tenths| ScoreGrade::of(Tenths(tenths)));
    assert_eq!(
        grades,
        [
            ScoreGrade::Excellent,
            ScoreGrade::Excellent,
            ScoreGrade::Pass,
            ScoreGrade::Pass,
            ScoreGrade::Fail,
            ScoreGrade::Fail
        ]
    );
}

#[test]
fn eight_elements_of_a_thousand_items_stay_exact() {
    // Weight sums of 4999, 4997, … 4985 share hardly a factor, so the common denominator grows as large as it can.
    let elements: Vec<_> = (0..8_u32)
        .map(|e| {
            let items = (0..1_000_u32)
                .map(|i| item(&format!("E{e}{i:03}"), Ratio, if i < 2 * e + 1 { 4 } else { 5 }))
                .collect();
            (11 + e, items)
        })
        .collect();
    let catalogue = catalogue(&elements);
    let ids: Vec<_> = catalogue.items().map(|item| item.id.clone()).collect();
    // 9999 basis points each: every element and the total are exactly 99.99, shown 100.0; one lost item in element 1
    // weighs 11 ÷ 116 · 4 ÷ 4999 · 99.99 = 0.0076, so 99.98…, still 100.0; eight hundred lost ones in it weigh 7.59:
    // 92.4.
    let answers: Vec<_> = ids.iter().map(|id| (id.as_str(), counted(9_999, 10_000))).collect();
    assert_eq!(total(&catalogue, &answers), Some(1_000));
    assert_eq!(total(&catalogue, &answers[1..]), Some(1_000));
    assert_eq!(total(&catalogue, &answers[800..]), Some(924));
}
