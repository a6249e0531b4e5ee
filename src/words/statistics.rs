//! Words of the statutory table of hazards; its rows are a table of the trade.

use anziping_core::hazard::doubt::{LedgerDifference, LedgerFigure, StatisticsDoubt};
use anziping_core::hazard::statistics::{StatisticsValue, Stretch};
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use anziping_core::value::rate::Rate;

use super::common;

/// Which table.
pub(crate) const CHOICE: &str = "哪个季度或年度";
/// Heads of the table.
pub(crate) const HEADS: [&str; 4] = ["类别", "项目", "单位", "数量"];
/// Heads of the list of major hazards.
pub(crate) const MAJOR_HEADS: [&str; 5] = ["编号", "重大事故隐患", "责任人", "期限", "进度"];
/// Heading of that list.
pub(crate) const MAJOR: &str = "重大事故隐患明细";
/// There is none.
pub(crate) const NO_MAJOR: &str = "本期没有重大事故隐患。";
/// Signers of the table.
pub(crate) const SIGN: [&str; 4] = ["填表人（签字）", "主要负责人（签字）", "单位（盖章）", "填报日期"];
/// Heading of the points to check before printing.
pub(crate) const BEFORE: &str = "打印前看一眼";
/// The text beside the day in the calendar file.
pub(crate) const DUE_WHAT: &str = "在“打印”里选“事故隐患排查治理情况统计分析表”，打印后由主要负责人签字报送。";

/// A figure as it is printed.
pub(crate) fn value(value: StatisticsValue) -> String {
    match value {
        StatisticsValue::Count(count) => count.to_string(),
        StatisticsValue::Percent(share) => rate(share),
        StatisticsValue::Yuan(yuan) => yuan.to_string(),
        StatisticsValue::TenThousandYuan(yuan) => ten_thousands(yuan),
    }
}

/// Tenths of a percent, rounded down: `66.6`; a dash where there is nothing to put right.
fn rate(rate: Rate) -> String {
    rate.floored_tenths().map_or_else(|| "—".to_owned(), |tenths| format!("{}.{}", tenths / 10, tenths % 10))
}

/// Four places, so that no yuan is lost: `2.1500`.
fn ten_thousands(yuan: u64) -> String {
    format!("{}.{:04}", yuan / 10_000, yuan % 10_000)
}

/// `2026年第四季度`, `2026年度`
pub(crate) fn stretch(stretch: Stretch) -> String {
    match stretch {
        Stretch::Quarter(year, quarter) => {
            let named = ["一", "二", "三", "四"].get(usize::from(quarter).saturating_sub(1)).unwrap_or(&"");
            format!("{year}年第{named}季度")
        }
        Stretch::Year(year) => format!("{year}年度"),
    }
}

/// `单位：某厂　　期间：2026年第四季度　　台账截至：2026年11月28日`
pub(crate) fn of_whom(name: &str, of: Stretch, today: Day) -> String {
    format!("单位：{name}　　期间：{}　　台账截至：{}", stretch(of), common::day(today))
}

/// Lists the sources of groups of rows that the whole form does not rest on.
pub(crate) fn rests_on(groups: &[(&str, String)]) -> String {
    super::paper::rests_on("其中另有依据的", groups)
}

/// Says when a hazard was closed.
pub(crate) fn closed_on(day: Day) -> String {
    format!("{}销号", common::day(day))
}

/// Says what to look at before the table is printed.
pub(crate) fn doubt(of: Stretch, doubt: &StatisticsDoubt) -> String {
    match doubt {
        StatisticsDoubt::NotOver => format!("{}还没有结束，数字只到今天为止，到期后再打印上报。", stretch(of)),
        StatisticsDoubt::Absent(months) => {
            format!("本机没有{}的记录，这些月份已销号的隐患不在表里。", listed(months))
        }
        StatisticsDoubt::Unsigned(months) => format!("{}还没有签名，签名前数字还可能变。", listed(months)),
        StatisticsDoubt::Unread(months) => {
            format!("{}签过名的报告读不出来，没法和台账核对。", listed(months))
        }
        StatisticsDoubt::Differs(month, figures) => {
            let said = figures.iter().map(|LedgerDifference { figure, signed, now }| {
                format!("{}签名的报告是 {signed}、现在的台账是 {now}", ledger_figure(*figure))
            });
            let said = said.collect::<Vec<_>>().join("；");
            format!("{}：{said}。请先核对台账。", common::period(*month))
        }
    }
}

fn ledger_figure(figure: LedgerFigure) -> &'static str {
    match figure {
        LedgerFigure::Added => "新增",
        LedgerFigure::AddedMajor => "新增的重大隐患",
        LedgerFigure::Closed => "销号",
        LedgerFigure::Open => "月末未销号",
        LedgerFigure::OpenMajor => "月末未销号的重大隐患",
    }
}

fn listed(months: &[Period]) -> String {
    months.iter().map(|month| common::period(*month)).collect::<Vec<_>>().join("、")
}

/// An entry of the calendar.
pub(crate) fn due_entry(of: Stretch) -> String {
    format!("报送{}事故隐患排查治理情况统计分析表", stretch(of))
}
