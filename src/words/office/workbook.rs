//! Words of the roll-up as a workbook.

use anziping_core::value::period::Period;

pub(crate) const EXPORT: &str = "导出汇总表（Excel）";
/// Sheet with the totals.
pub(crate) const TOTALS: &str = "汇总";
/// Column of a figure.
pub(crate) const COUNT: &str = "数量";
pub(crate) const FILES: &str = "收到的本月报告文件";
/// Not computed again.
pub(crate) const WITHOUT_FIGURES: &str = "其中检查表版本不同，没有重新计算";
/// Sheet with one row for each file.
pub(crate) const REPORTS: &str = "明细";
/// Sheet of the elements.
pub(crate) const SCORES: &str = "各要素得分";
/// Sheet of the targets.
pub(crate) const TARGETS: &str = "四个100%";
/// Sheet of open hazards by enterprise.
pub(crate) const OPEN: &str = "未销号隐患";
/// Sheet of the major ones.
pub(crate) const MAJOR: &str = "重大事故隐患";
/// Sheet of every single hazard.
pub(crate) const HAZARDS: &str = "隐患明细";
pub(crate) const HAZARD_COLUMNS: [&str; 13] = [
    "企业",
    "统一社会信用代码",
    "村（社区）",
    "编号",
    "级别",
    "部位",
    "情况",
    "发现日期",
    "责任人",
    "整改措施",
    "整改期限",
    "现在",
    "销号日期",
];
/// Columns of these that hold days.
pub(crate) const HAZARD_DAYS: [u16; 3] = [7, 10, 12];
/// Says the state of a hazard at the end of the month.
pub(crate) fn state(is_open: bool, is_overdue: bool) -> &'static str {
    match (is_open, is_overdue) {
        (true, true) => "未销号，已逾期",
        (true, false) => "未销号",
        (false, _) => "本月销号",
    }
}
/// Sheet of the groups.
pub(crate) const GROUPS: &str = "分类统计";
pub(crate) const WAY: &str = "统计方式";
pub(crate) const GROUP: &str = "类别";
/// Sheet of the items.
pub(crate) const WORST: &str = "薄弱检查项";
/// Sheet of the signs of ticking boxes.
pub(crate) const HABITS: &str = "不适用和沿用";
/// Sheet of the comparison.
pub(crate) const MOVEMENTS: &str = "和上月比";

/// Enterprises that have the area, beside those that reach the target.
pub(crate) fn having(target: &str) -> String {
    format!("{target} 应达到")
}

/// A share beside its count.
pub(crate) fn share(counted: &str) -> String {
    format!("{counted}（%）")
}

/// Name of the file.
pub(crate) fn file_name(period: Period) -> String {
    format!("安自评-汇总-{period}.xlsx")
}
