//! Deductions add up.

use anziping_core::catalog::Kind;
use anziping_core::edition::CatalogueRef;
use anziping_core::enterprise::Enterprise;
use anziping_core::month::answer::Mark;
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::score::deduction::deductions;
use anziping_core::score::total::Scores;

use super::small::{builtin, catalogue, counted, demo_month, item, marked, november};

#[test]
fn each_item_takes_its_share_and_what_is_not_applicable_takes_nothing() {
    // Weights 40 and 60; the first element has 3 + 1, the second 2 + 2 of which one drops out.
    let first = vec![item("A01", Kind::Level, 3), item("A02", Kind::YesNo, 1)];
    let second = vec![item("B01", Kind::Ratio, 2), item("B02", Kind::Level, 2), item("B03", Kind::Level, 1)];
    let catalogue = catalogue(&[(40, first), (60, second)]);
    let mut draft = MonthDraft::new(november(), CatalogueRef::default());
    for (id, answer) in [
        ("A01", marked(Mark::Partly)),
        ("A02", marked(Mark::Yes)),
        ("B01", counted(2, 3)),
        ("B02", marked(Mark::Na)),
        ("B03", marked(Mark::Unsure)),
    ] {
        draft.answers.insert(id.into(), answer);
    }
    let enterprise = Enterprise::default();
    let assessment = Assessment::of_draft(&catalogue, &enterprise, &draft);
    let lost: Vec<(&str, u32)> =
        deductions(&assessment).iter().map(|one| (one.item.id.as_str(), one.hundredths)).collect();
    // A01: half of 3/4 of 40 = 15.00. B01: 0.3333 of 2/3 of 60 = 13.332. B03: all of 1/3 of 60 = 20.00.
    assert_eq!(lost, [("A01", 1500), ("B01", 1333), ("B03", 2000)]);
}

#[test]
fn score_and_deductions_of_the_demo_make_a_hundred() {
    let (enterprise, draft) = demo_month();
    let assessment = Assessment::of_draft(builtin(), &enterprise, &draft);
    let lost: u32 = deductions(&assessment).iter().map(|one| one.hundredths).sum();
    let score = Scores::of(&assessment).tenths().unwrap().0 * 10;
    // Each row is rounded to a hundredth, the score to a tenth.
    let rows = deductions(&assessment).len() as i64;
    assert!((i64::from(score) + i64::from(lost) - 10_000).abs() <= 5 + rows, "{score} + {lost}");
}
