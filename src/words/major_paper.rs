//! Words of the second look at a hazard, and of what a supervised one asks for.

use anziping_core::value::day::Day;

/// Nothing to look at again.
pub(crate) const RECHECK_NONE: &str = "本期没有要复查的隐患。";
/// Which hazards get a form.
pub(crate) const RECHECK_CHOICE: &str = "给哪一条写复查意见";
/// One for each hazard of the period.
pub(crate) const RECHECK_ALL: &str = "本期的，各一张";
/// Rows of the form of a second look.
pub(crate) const RECHECK_ROWS: [&str; 11] = [
    "编号",
    "部位、发现日期",
    "存在的问题",
    "整改措施和要求",
    "整改期限",
    "责任部门（人）",
    "整改情况、完成日期",
    "以前退回的次数",
    "复查意见",
    "复查人、复查日期",
    "没有改好的，怎样处理、何时再查",
];
/// Signers of the second look.
pub(crate) const RECHECK_SIGN: [&str; 2] = ["复查人（签字）、日期", "责任人（签字）、日期"];

/// Says how often an acceptance was refused before.
pub(crate) fn refusals(many: usize) -> String {
    if many == 0 { "没有退回过".to_owned() } else { format!("{many} 次") }
}

/// No hazard is under supervision.
pub(crate) const SUPERVISED_NONE: &str =
    "本期台账里没有挂牌督办的重大事故隐患，不用填这张表。被挂牌督办的，先在隐患台账那一条里勾上“挂牌督办”。";
/// Which hazards get a form.
pub(crate) const SUPERVISED_CHOICE: &str = "给哪一条挂牌督办的隐患";
/// One for each of them.
pub(crate) const SUPERVISED_ALL: &str = "本期的，各一份";
/// Label of the money within a plan.
pub(crate) const FUNDS: &str = "资金";

/// Rows of the report on what the treatment has come to.
pub(crate) const REVIEW_ROWS: [&str; 13] = [
    "编号",
    "部位、发现日期",
    "隐患",
    "判定依据",
    "治理方案",
    "整改完成情况、日期",
    "验收意见、验收人、日期",
    "评估方式",
    "评估的人员（单位）和资质",
    "治理项目是否全部完成",
    "现场和资料核查情况",
    "遗留问题和防范措施",
    "评估结论",
];
/// Those who may do the review.
pub(crate) const REVIEW_WAYS: &str = "□ 本单位技术人员和专家　□ 委托安全评价机构";
/// The possible results of the review.
pub(crate) const REVIEW_RESULTS: &str = "□ 隐患已消除，符合安全生产条件　□ 还不符合，要继续治理";
/// Signers of the review.
pub(crate) const REVIEW_SIGN: [&str; 4] = ["评估人员（签字）", "评估单位（盖章）", "主要负责人（签字）", "评估日期"];

/// The sentence above the request.
pub(crate) fn resume_request(name: &str, number: &str) -> String {
    format!(
        "＿＿＿＿＿＿＿＿＿＿（督办部门）：{name}的重大事故隐患（编号 {number}）已按治理方案治理完毕，经评估符合安全生产条件，\
         现申请恢复生产经营（使用），请审查。"
    )
}
/// Rows of the request.
pub(crate) const RESUME_ROWS: [&str; 10] = [
    "编号、部位、发现日期",
    "隐患",
    "停产停业（停用）的范围和日期",
    "治理方案的内容",
    "治理的项目和完成情况",
    "本单位验收意见、验收人、日期",
    "评估单位、评估结论、日期",
    "恢复前的准备（培训、试车、应急）",
    "申请恢复的范围和日期",
    "附件",
];
/// Attachments of the request.
pub(crate) const RESUME_ATTACHED: &str = "□ 治理方案　□ 治理后安全评估报告　□ 验收记录和照片";
/// Signers of the request.
pub(crate) const RESUME_SIGN: [&str; 3] = ["主要负责人（签字）", "单位（盖章）", "申请日期"];
/// Heading of what the regulator writes.
pub(crate) const CONSENT: &str = "督办部门审查意见";
/// Rows of what the regulator writes.
pub(crate) const CONSENT_ROWS: [&str; 2] = ["审查意见、经办人、盖章", "同意日期"];

/// A day as it is written here, or nothing.
pub(crate) fn day_or_blank(day: Option<Day>) -> String {
    day.map_or_else(String::new, super::common::day)
}
