//! Words of the forms for training, drills, shifts, safety expenses, and of the lists of each post.

use anziping_core::hazard::Hazard;
use anziping_core::register::WorkDay;
use anziping_core::value::day::Day;

use super::common;

/// Label of the choice between filled in and blank.
pub(crate) const CHOICE: &str = "填好的还是空白的";
/// By hand.
pub(crate) const BLANK: &str = "空白表，打出来手填";
/// With the names of the register.
pub(crate) const ALL_PEOPLE: &str = "按人员台账填好姓名";
/// Each drill of the register.
pub(crate) const ALL_DRILLS: &str = "本年演练过的，各一张";
/// The register of expenses.
pub(crate) const ALL_EXPENSES: &str = "按费用台账填好";

/// Rows above the list of those who were trained.
pub(crate) const TRAINING_HEAD: [&str; 5] = ["培训日期、地点", "培训内容", "讲课人", "学时", "考核方式"];
/// Columns of that list.
pub(crate) const TRAINING: [&str; 6] = ["序号", "姓名", "岗位", "已学学时", "考核结果", "本人签字"];
/// Signers of the training record.
pub(crate) const TRAINING_SIGN: [&str; 3] = ["组织人（签字）", "讲课人（签字）", "日期"];

/// Rows of the record of a drill.
pub(crate) const DRILL: [&str; 7] =
    ["演练内容", "预案类型", "演练日期", "地点", "参加人数", "总指挥、各组负责人", "演练经过（时间和动作）"];
/// Heading of its evaluation.
pub(crate) const EVALUATION: &str = "演练评估";
/// Rows of the evaluation.
pub(crate) const EVALUATED: [&str; 5] = [
    "预案能不能用、要改哪里",
    "人员是不是到位、会不会做",
    "器材、物资够不够、好不好用",
    "报警、疏散、救护有没有误时",
    "发现的问题、整改措施、责任人和期限",
];
/// Signers of the drill record.
pub(crate) const DRILL_SIGN: [&str; 3] = ["记录人（签字）", "评估人（签字）", "主要负责人（签字）"];

/// Columns of the ledger of expenses.
pub(crate) const EXPENSES: [&str; 7] = ["凭证编号", "月份", "提取或支出", "类别", "内容", "金额（元）", "发票、收据号"];
/// How the receipts are kept.
pub(crate) const RECEIPTS: &str = "发票、收据复印件按凭证编号排好，附在后面。";
/// Signers of the list of expenses.
pub(crate) const EXPENSE_SIGN: [&str; 3] = ["经办人（签字）", "财务（签字）", "主要负责人（签字）"];
/// `2026-003`
pub(crate) fn receipt_number(year: i32, number: usize) -> String {
    format!("{year}-{number:03}")
}
/// Says the sums of the year.
pub(crate) fn sums(set_aside: u64, spent: u64) -> String {
    format!("本年累计提取 {set_aside} 元，支出 {spent} 元。")
}

/// Rows above the tasks of a shift.
pub(crate) const SHIFT_HEAD: [&str; 3] = ["日期、班次", "班组、当班人数", "班组长"];
/// Columns of the tasks.
pub(crate) const SHIFT: [&str; 5] = ["序号", "每班要做的", "谁做", "依据", "情况（√ 或问题）"];
/// Rows below them.
pub(crate) const SHIFT_REST: [&str; 3] = ["班前会讲了什么（当班危险、防范办法）", "发现的隐患和处理", "交给下一班的事"];
/// Label of the choice of a day.
pub(crate) const SHIFT_CHOICE: &str = "空白的，还是填好某一天的";
/// Heading of the permits of the day.
pub(crate) const SHIFT_PERMITS: &str = "当天的作业票";
/// Columns of them.
pub(crate) const SHIFT_PERMIT: [&str; 5] =
    ["作业票", "地点、内容、外请单位", "开始、结束", "负责人、监护人", "完工验收"];
/// `2026年11月5日：作业票 2 张，发现隐患 1 条`
pub(crate) fn work_day(day: Day, known: &WorkDay<'_>) -> String {
    format!("{}：作业票 {} 张，发现隐患 {} 条", common::day(day), known.permits.len(), known.found.len())
}
/// The day, with room for the shift.
pub(crate) fn shift_of(day: Day) -> String {
    format!("{}　班次：＿＿＿＿", common::day(day))
}
/// Joins those of several texts that are not empty.
pub(crate) fn parts(texts: &[&str]) -> String {
    let known: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    known.join("；")
}
/// A hazard that was found, with who puts it right.
pub(crate) fn found(hazard: &Hazard) -> String {
    let owner = hazard.owner.trim();
    let owner = if owner.is_empty() { String::new() } else { format!("（{owner}整改）") };
    format!("{} {}：{}{owner}。", hazard.id, hazard.place.trim(), hazard.description.trim())
}
/// Says what the next shift has to know: work that was not accepted, hazards that are open.
pub(crate) fn handed_over(known: &WorkDay<'_>) -> String {
    let permits =
        known.unfinished.iter().map(|permit| format!("{} {}没有完工验收。", permit.kind.row().name, permit.place));
    let hazards = known.open.iter().map(|hazard| {
        let interim = hazard.interim.trim();
        let interim = if interim.is_empty() { String::new() } else { format!("，{interim}") };
        format!("隐患 {} {}当天没有改完{interim}。", hazard.id, hazard.place.trim())
    });
    permits.chain(hazards).collect()
}
/// Signers of the shift record.
pub(crate) const SHIFT_SIGN: [&str; 2] = ["交班班组长（签字）", "接班班组长（签字）"];

/// `岗位：主要负责人　　姓名：张三`
pub(crate) fn post_and_holder(post: &str, holders: &[String]) -> String {
    let names = if holders.is_empty() { "＿＿＿＿＿＿".to_owned() } else { holders.join("、") };
    format!("岗位：{post}　　姓名：{names}")
}
/// Columns of the duties of a post.
pub(crate) const POST_DUTIES: [&str; 4] = ["序号", "责任内容", "依据", "本月做到没有"];
/// Heading of what comes each shift, day or week.
pub(crate) const EVERY_DAY: &str = "日常工作";
/// Columns of that.
pub(crate) const TASKS: [&str; 4] = ["多久一次", "做什么", "记在哪里", "情况"];
/// Heading of the risks that the post has in hand.
pub(crate) const RISKS_IN_HAND: &str = "常见重大风险";
/// Columns of those.
pub(crate) const RISKS: [&str; 4] = ["部位", "可能发生什么", "管控措施", "多久看一次"];
/// Heading of what the holder has to do this month.
pub(crate) const THIS_MONTH: &str = "本月要办的";
/// Columns of that.
pub(crate) const OWN: [&str; 4] = ["哪一类", "内容", "期限", "完成情况"];
/// A hazard to be put right.
pub(crate) const HAZARD: &str = "整改隐患";
/// A risk point to look after.
pub(crate) const RISK: &str = "管控风险点";
/// Without a day of its own.
pub(crate) const THROUGHOUT: &str = "长期";
/// Signers of a post's list.
pub(crate) const POST_SIGN: [&str; 3] = ["本人（签字）", "考核人（签字）", "日期"];

/// The pledge that people sign.
pub(crate) const PLEDGE_SAID: &str = "我已经领到并看懂本岗位的安全责任清单，知道岗位上的危险、防范办法和应急办法，承诺照着做；发现隐患马上报告，有权拒绝违章指挥和冒险作业。";
/// Columns of the sheet.
pub(crate) const PLEDGE: [&str; 5] = ["序号", "姓名", "岗位", "本人签字", "日期"];
/// Signers at the end.
pub(crate) const PLEDGE_SIGN: [&str; 3] = ["发放人（签字）", "主要负责人（签字）", "日期"];
