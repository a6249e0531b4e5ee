//! Decides from a row whether its hazard is closed, and on which day.
//!
//! No such day is made up.

use super::super::answers::ImportAnswers;
use super::Counts;
use super::draft::RowDraft;
use crate::value::day::Day;
use crate::value::fold::fold;

/// Words for what is done.
const DONE: [&str; 14] = [
    "已整改",
    "已完成",
    "整改完毕",
    "整改完成",
    "完成整改",
    "已销号",
    "已闭环",
    "闭环",
    "销号",
    "考核",
    "已治理",
    "合格",
    "通过",
    "已验收",
];
/// Words that deny it.
const NOT_DONE: [&str; 10] = ["未", "正在", "部分", "不合格", "待", "没有", "尚", "逾期", "不通过", "整改中"];
/// Words that alone mean it in a column that asks for it.
const YES: [&str; 7] = ["是", "√", "✓", "☑", "已", "完成", "整改到位"];
const NO: [&str; 5] = ["否", "×", "无", "/", "—"];
/// The stages of this program before the close-out: a row that gives one is not done.
const OPEN: [&str; 6] = ["排查", "登记", "上报", "监控", "整改", "评价"];

/// Reads from words whether something is done; `None` where they do not tell.
fn is_done(text: &str) -> Option<bool> {
    let said = fold(text);
    if said.is_empty() {
        None
    } else if NO.contains(&said.as_str())
        || OPEN.contains(&said.as_str())
        || NOT_DONE.iter().any(|word| said.contains(word))
    {
        Some(false)
    } else if YES.contains(&said.as_str()) || DONE.iter().any(|word| said.contains(word)) {
        Some(true)
    } else {
        None
    }
}

impl Counts {
    /// Closes a row that says that it is done and gives no day of close-out, as the person wants it.
    pub(super) fn close(&mut self, draft: &mut RowDraft, answers: &ImportAnswers, today: Day) {
        let hazard = &mut draft.hazard;
        let done = is_done(&draft.progress).or_else(|| match is_done(&hazard.acceptance) {
            Some(done) => Some(done),
            None if hazard.accepted_on.is_some() => Some(true),
            // A long text tells what was done; only a short one says that it is.
            None if hazard.rectification.chars().count() <= 12 => is_done(&hazard.rectification),
            None => None,
        });
        let done = done.unwrap_or(hazard.rectified_on.is_some() && !hazard.accepted_by.is_empty());
        if !done || hazard.closed_on.is_some() {
            return;
        }
        let Some(dated) = hazard.accepted_on.or(hazard.rectified_on) else {
            self.undated += 1;
            let told = answers.done_on.filter(|day| *day <= today && hazard.found_on.is_none_or(|found| found <= *day));
            self.undated_open += usize::from(told.is_none());
            hazard.closed_on = told;
            return;
        };
        self.done += 1;
        hazard.closed_on = (answers.closed != Some(false)).then_some(dated);
    }
}
