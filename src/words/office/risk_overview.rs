//! Words of the tables that show where the risk is.

use anziping_core::enterprise::RiskClass;
use anziping_core::office::placed::By;
use anziping_core::score::total::Tenths;

use crate::words::enterprise::risk_class;

pub(crate) const GROUPS: &str = "按类别、村居、行业";
pub(crate) const BY_CLASS: &str = "按风险等级（A–D 类）";
pub(crate) const BY_VILLAGE: &str = "按村居";
pub(crate) const BY_INDUSTRY: &str = "按行业";
/// The meaning of the colours.
pub(crate) const GROUP_BARS: &str = "条长是平均分；红色表示这一类里有未销号的重大隐患。";
pub(crate) const GROUP_COLUMNS: [&str; 7] = ["", "平均分", "报告", "不合格", "未销号隐患", "其中重大", "逾期"];

/// A group by its key.
pub(crate) fn group(by: By, key: &str) -> String {
    match (by, RiskClass::parse(key)) {
        (By::Class, Some(class)) => risk_class(class).to_owned(),
        _ if key.is_empty() => "没有填".to_owned(),
        _ => key.to_owned(),
    }
}

pub(crate) const WORST: &str = "没做到的企业最多的检查项";
pub(crate) const WORST_COLUMNS: [&str; 3] = ["检查项", "没做到的企业", "其中得 0 分"];
/// Nothing is missed.
pub(crate) const NO_WORST: &str = "没有。";

pub(crate) const HABITS: &str = "不适用和沿用较多的企业";
/// The meaning of the section on habits.
pub(crate) const HABITS_WHAT: &str =
    "本月没有重新看过的检查项占得多，可能只是打勾，值得去现场看看；比例高不等于有问题。";
pub(crate) const HABIT_COLUMNS: [&str; 4] = ["企业", "应查项", "手工选不适用", "沿用上月未确认"];
pub(crate) const NO_HABITS: &str = "没有。";
/// A number with its share.
pub(crate) fn share(count: u32, share: Tenths) -> String {
    format!("{count}（{share}%）")
}

pub(crate) const MOVEMENTS: &str = "和上月比";
pub(crate) const MOVEMENT_COLUMNS: [&str; 4] = ["企业", "上月", "本月", "变化"];
/// Nothing to compare.
pub(crate) const NO_MOVEMENTS: &str = "要比较，请把上个月的报告也拖进来。";
/// Says by how much a total moved.
pub(crate) fn difference(before: Tenths, now: Tenths) -> String {
    let (sign, tenths) = if now < before { ("−", before.0 - now.0) } else { ("+", now.0 - before.0) };
    format!("{sign}{}", Tenths(tenths))
}

/// Exports one line of JSON for each report.
pub(crate) const EXPORT_NDJSON: &str = "导出报告数据（给数据库）";
/// While it is written.
pub(crate) const WRITING: &str = "正在写…";
pub(crate) const NDJSON_WHAT: &str =
    "每行一份已登记或未登记的报告，带核验结论，供数据库等程序继续统计；办公用上面的汇总表就够了。";
/// Name of the file.
pub(crate) fn ndjson_name(period: anziping_core::value::period::Period) -> String {
    format!("reports-{period}.ndjson")
}
/// Files that have changed or gone since they were checked.
pub(crate) fn unreadable(count: usize) -> String {
    format!(
        "有 {count} 份报告的原文件本页拿不到，没有写进去：以前拖入的（本页只留核验结果，不留原文件），或者核验后被移动、改动了。请把这些文件再拖进来，然后导出。"
    )
}
pub(crate) fn exported(lines: usize) -> String {
    format!("已交给浏览器，里面有 {lines} 份报告；请到下载里看一眼。")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fall_is_written_with_a_minus_and_a_tenth() {
        assert_eq!(difference(Tenths(900), Tenths(853)), "−4.7");
        assert_eq!(difference(Tenths(853), Tenths(900)), "+4.7");
        assert_eq!(difference(Tenths(853), Tenths(853)), "+0.0");
    }
}
