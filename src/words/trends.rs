//! Words of the page on which months are compared.

use anziping_core::value::period::Period;

pub(crate) const TITLE: &str = "趋势";
/// The content of the page.
pub(crate) const WHAT: &str = "最近十二个月。已签名的月份用报告里的数，没签名的按现在填的算。";
/// Heading of the scores.
pub(crate) const SCORES: &str = "总分和八个要素得分";
/// Heading of the rates.
pub(crate) const RATES: &str = "四个 100%（全部领域合计）";
/// Heading of the hazards.
pub(crate) const HAZARDS: &str = "隐患";
/// Legend of the columns, in the order in which they stand.
pub(crate) const LEGEND: &str = "每月从左到右：查出、销号、逾期。";
/// Heading of the old hazards.
pub(crate) const OLDEST: &str = "没销号最久的隐患";
pub(crate) const NONE_OPEN: &str = "没有未销号的隐患。";
/// Columns of the old hazards.
pub(crate) const OLDEST_COLUMNS: [&str; 4] = ["编号", "部位和描述", "已有天数", "期限"];
/// Heading of the changes.
pub(crate) const CHANGES: &str = "和上月比";
/// Last month is unknown.
pub(crate) fn no_before(before: Period) -> String {
    format!("本机没有 {} 的内容，没法比。", super::common::period(before))
}
/// Items with a higher score.
pub(crate) const IMPROVED: &str = "变好了";
/// Items with a lower score.
pub(crate) const WORSE: &str = "变差了";
/// Items that left the score.
pub(crate) const NEWLY_NA: &str = "新变成不适用";
/// None of a kind.
pub(crate) const NONE: &str = "没有";
/// First column of the tables.
pub(crate) const MONTH: &str = "月份";
pub(crate) const TOTAL: &str = "总分";
/// Columns of the hazards.
pub(crate) const HAZARD_COLUMNS: [&str; 4] = ["查出", "销号", "逾期", "月末未销号"];
/// A month in work.
pub(crate) const IN_WORK: &str = "未签名";
/// A month of which nothing is known.
pub(crate) const UNKNOWN: &str = "—";
/// A month under a picture: `3月`, with the year in January.
pub(crate) fn month(period: Period) -> String {
    if period.month() == 1 { format!("{}年1月", period.year() % 100) } else { format!("{}月", period.month()) }
}

/// A picture in words: the last figure and where it came from.
pub(crate) fn line(what: &str, values: &[(Period, Option<u32>)]) -> String {
    let known: Vec<String> = values
        .iter()
        .filter_map(|(period, value)| {
            value.map(|tenths| format!("{} {}.{}", super::common::period(*period), tenths / 10, tenths % 10))
        })
        .collect();
    if known.is_empty() { format!("{what}：没有数据") } else { format!("{what}：{}", known.join("，")) }
}

/// The hazards of a month in one clause.
pub(crate) fn hazards_of(period: &str, added: u32, closed: u32, overdue: u32) -> String {
    format!("{period} 查出 {added} 销号 {closed} 逾期 {overdue}")
}
