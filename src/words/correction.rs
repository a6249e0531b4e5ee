//! Words for correcting a signed month.

/// Opens a signed month again.
pub(crate) const CORRECT: &str = "更正（生成新版本）";
pub(crate) const CORRECT_HINT: &str = "发现填错时用：本月重新打开修改，再签一次名，成为下一版。已签名的这一版保留在历史报告里，没有签之前随时可以放弃更正。";
pub(crate) const REASON: &str = "改什么、为什么改";
/// Where the reason goes.
pub(crate) const REASON_HINT: &str = "会印在这一版的纸质报告上，例如：漏记一条隐患";
pub(crate) const REASON_MISSING: &str = "请写明改什么、为什么改。";
pub(crate) const BEGIN: &str = "开始更正";
pub(crate) const CANCEL: &str = "不改了";
/// Back to the signed version.
pub(crate) const GIVE_UP: &str = "放弃更正";
/// Closes the question whether to give up.
pub(crate) const GO_ON: &str = "继续更正";
/// The way to the button.
pub(crate) const TO_CORRECT: &str = "要改，请到“签名和导出”作更正";

/// Says what giving up does.
pub(crate) fn give_up(signed: u32) -> String {
    format!("回到已签名的{}，更正以来改过的内容都不要了。", super::common::revision(signed))
}

/// The month cannot be changed.
pub(crate) fn signed(period: &str, revision: u32) -> String {
    format!("{period}已签名（{}），只能查看。", super::common::revision(revision))
}

/// The month is open again.
pub(crate) fn correcting(period: &str, revision: u32, reason: &str) -> String {
    let said = format!("{period} {} 更正中", super::common::revision(revision));
    if reason.is_empty() { said } else { format!("{said}：{reason}") }
}

/// Tag of the month in lists.
pub(crate) fn in_correction(revision: u32) -> String {
    format!("{} 更正中", super::common::revision(revision))
}

pub(crate) const ON_PAPER: &str = "更正原因";
