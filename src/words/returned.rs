//! Words about a report that the office gave back, at the enterprise.

use anziping_core::value::day::Day;

/// Heading of the remarks.
pub(crate) const HEADING: &str = "街道退回，要更正";
/// Says who gave the report back and when.
pub(crate) fn by(office: &str, on: Day, revision: u32) -> String {
    format!("{office} {}退回本月报告（{}），请逐条核对：", super::common::day(on), super::common::revision(revision))
}
/// The place of a remark that names none.
pub(crate) const WHOLE: &str = "整份报告";
/// Nobody has compared the digits yet.
pub(crate) const UNCHECKED: &str = "待核对";
/// How to be sure.
pub(crate) const COMPARE: &str =
    "谁都能签一份退回，请先把下面 30 位数字和街道印在通知上或贴在公告栏的逐组对照，一样才是街道发的：";
/// The way to the button that opens the month.
pub(crate) const TO_CORRECT: &str = "去更正";
/// The month is open.
pub(crate) const CORRECTING: &str = "正在更正：改完重新签名，新版本会写明答复这次退回。";
/// In front of a remark at its question.
pub(crate) const AT_QUESTION: &str = "街道退回意见：";
/// Reason of the correction, until somebody writes another.
pub(crate) const REASON: &str = "按街道退回的意见更正";
