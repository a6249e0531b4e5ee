//! The names under which enumerations are written down.
//!
//! Stored keys, signed figures, form values, public hooks.

use anziping_core::catalog::TargetCode;
use anziping_core::enterprise::RiskClass;
use anziping_core::month::draft::{MonthDraft, NoPrevious};
use anziping_core::month::figures::Block;
use anziping_core::office::order::Order;
use anziping_core::office::placed::By;
use anziping_core::record::backup::PreviewState;
use anziping_core::score::total::ScoreGrade;
use anziping_core::signer::Cause;

#[test]
fn the_codes_of_targets_name_cells_in_drafts_and_reports() {
    let keys = TargetCode::ALL.map(|code| MonthDraft::rate_key("hot-work", code));
    assert_eq!(keys, ["hot-work.P1", "hot-work.P2", "hot-work.P3", "hot-work.P4"]);
}

#[test]
fn the_codes_of_choices_read_back() {
    assert_eq!(RiskClass::ALL.map(RiskClass::code), ["A", "B", "C", "D"]);
    assert_eq!(RiskClass::ALL.map(|class| RiskClass::parse(class.code())), RiskClass::ALL.map(Some));
    assert_eq!(Cause::ALL.map(Cause::code), ["lost", "leaked", "left", "unused"]);
    assert_eq!(Cause::ALL.map(|cause| Cause::parse(cause.code())), Cause::ALL.map(Some));
    let reasons = [NoPrevious::First, NoPrevious::Lost, NoPrevious::NewDevice];
    assert_eq!(reasons.map(NoPrevious::code), ["first", "lost", "new_device"]);
    assert_eq!(reasons.map(|reason| NoPrevious::parse(reason.code())), reasons.map(Some));
    assert_eq!((RiskClass::parse("E"), Cause::parse(""), NoPrevious::parse("First")), (None, None, None));
}

#[test]
fn the_codes_in_files_are_those_of_the_forms() {
    let written = |value: serde_json::Value| value.as_str().map(str::to_owned);
    for class in RiskClass::ALL {
        assert_eq!(written(serde_json::to_value(class).unwrap()).as_deref(), Some(class.code()));
    }
    for cause in Cause::ALL {
        assert_eq!(written(serde_json::to_value(cause).unwrap()).as_deref(), Some(cause.code()));
    }
    for reason in [NoPrevious::First, NoPrevious::Lost, NoPrevious::NewDevice] {
        assert_eq!(written(serde_json::to_value(reason).unwrap()).as_deref(), Some(reason.code()));
    }
}

#[test]
fn the_hooks_of_the_pages_stay_as_they_are() {
    let blocks = ["SelfCheck", "FourLists", "Training", "Emergency", "Accidents", "Investment", "Inspections"];
    assert_eq!(Block::ALL.map(Block::code), [blocks.as_slice(), &["NextMonth"]].concat()[..]);
    let grades = [ScoreGrade::Excellent, ScoreGrade::Pass, ScoreGrade::Fail];
    assert_eq!(grades.map(ScoreGrade::code), ["Excellent", "Pass", "Fail"]);
    assert_eq!([By::Class, By::Village, By::Industry].map(By::code), ["Class", "Village", "Industry"]);
    let orders = ["handed-over", "gravest", "name", "village", "total", "signed", "received"];
    assert_eq!(Order::ALL.map(Order::code), orders);
    assert_eq!(orders.map(Order::parse), Order::ALL.map(Some));
    use PreviewState as P;
    let states = [P::New, P::Same, P::BackupNewer, P::BackupOlder, P::Conflict, P::Damaged, P::ReadOnlyNewer];
    let hooks = ["New", "Same", "BackupNewer", "BackupOlder", "Conflict", "Damaged", "ReadOnlyNewer"];
    assert_eq!(states.map(P::code), hooks);
}
