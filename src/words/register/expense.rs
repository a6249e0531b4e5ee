//! Words of the register of safety expenses.

use anziping_core::catalog::Confidence;
use anziping_core::register::{Activity, Base, Expense, ExpenseColumn, Flow};
use anziping_core::trade;
use anziping_core::value::period::Period;

use super::{Label, Labelled, NUMBER};
use crate::words::common;
use crate::words::sheet::SheetWords;

pub(crate) const TITLE: &str = "安全费用台账";
pub(crate) const LEAD: &str = "可填可不填。填了，本年应提、实提和支出从这里算出。金额按整元填。";
/// Heading of the entries.
pub(crate) const ENTRIES: &str = "提取和支出";
pub(crate) const NONE: &str = "台账还是空的，金额由您在题目和“本月情况”里直接填。";
pub(crate) const ADD: &str = "登记一笔";
/// Heading of the rate.
pub(crate) const RULE: &str = "按什么标准提取";
/// Label of the activity.
pub(crate) const ACTIVITY: &str = "属于哪一类";
/// Hint of the activity.
pub(crate) const ACTIVITY_HINT: &str = trade::EXPENSES_SAID;
pub(crate) const NO_ACTIVITY: &str = "没有规定标准（建材、轻工、纺织、烟草、商贸等）";
/// Label of the revenue.
pub(crate) const REVENUE: &str = "上一年度营业收入";
pub(crate) const YUAN: &str = "元";
pub(crate) const YUAN_FAULT: &str = "请填整数，单位元，最多 10 位。";
pub(crate) const DUE: &str = "应提取";
pub(crate) const SET_ASIDE: &str = "已提取";
pub(crate) const SPENT: &str = "已支出";
pub(crate) const UNKNOWN: &str = "算不出";
/// When setting aside may pause.
pub(crate) const PAUSE: &str = trade::EXPENSES_PAUSE;

impl Labelled for ExpenseColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Month => Label::of("哪个月"),
            Self::Flow => Label::of("提取还是支出"),
            Self::Amount => Label { unit: YUAN, fault: YUAN_FAULT, ..Label::of("金额") },
            Self::Category => Label {
                hint: "矿山的边坡治理、防尘、防治水、供配电、运输系统改造选第一项（待核）。",
                ..Label::of("用途")
            },
            Self::Tonnes => Label {
                unit: "吨",
                fault: "请填整数，单位吨，最多 10 位。",
                ..Label::of("当月开采的原矿产量（按产量提取的矿山填）")
            },
            Self::What => Label { hint: "例如发票号、买了什么", ..Label::of("说明") },
        }
    }
}

pub(crate) const SHEET: SheetWords = SheetWords {
    title: "导出和导入",
    hint: "可以导出成 Excel（xlsx）或 csv。原来用 Excel 或 WPS 记的费用台账（xlsx、csv）可以导进来：先预览，看清楚再改。",
    import: "导入原有台账",
    sheet: "安全费用",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“金额”和另外一列。台账没有改动。",
};

/// Heading of the sums.
pub(crate) fn sums(period: Period) -> String {
    match period.month() {
        1 => format!("{}年1月", period.year()),
        month => format!("{}年1月到{month}月", period.year()),
    }
}

pub(crate) fn yuan(yuan: u64) -> String {
    format!("{yuan} 元")
}

/// Less was set aside than is due.
pub(crate) fn lack(lack: u64) -> String {
    format!("比应提取的少 {lack} 元。")
}

/// Months without output.
pub(crate) fn without_output(months: &[Period]) -> String {
    let months: Vec<String> = months.iter().map(|month| format!("{}月", month.month())).collect();
    format!("缺 {} 的产量，应提取额算不出。每月登记一笔“提取”，把当月产量填上，没有生产的填 0。", months.join("、"))
}

/// Entries in no sum.
pub(crate) fn unread(count: usize) -> String {
    format!("有 {count} 笔缺月份或金额，没有算进去。")
}

/// Says which way the money goes.
pub(crate) fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::SetAside => "提取",
        Flow::Spent => "支出",
    }
}

/// The rate of an activity.
pub(crate) fn rate(activity: Activity) -> String {
    let read = activity.row().basis.iter().all(|source| source.confidence == Confidence::Verified);
    let doubt = if read { "" } else { "（待核）" };
    match activity.base() {
        Base::Tonnes(yuan) => format!("按当月产量，每吨 {yuan} 元{doubt}。"),
        Base::Revenue(bands) => {
            let mut below = 0;
            let said: Vec<String> = bands
                .iter()
                .map(|(bound, rate)| {
                    let part = match (below, *bound) {
                        (0, bound) => format!("不超过 {} 的部分", large(bound)),
                        (below, u64::MAX) => format!("超过 {} 的部分", large(below)),
                        (below, bound) => format!("{} 到 {} 的部分", large(below), large(bound)),
                    };
                    below = *bound;
                    format!("{part} {}", percent(*rate))
                })
                .collect();
            format!("按上一年度营业收入分段计算，逐月平均提取：{}{doubt}。", said.join("，"))
        }
    }
}

/// `1000万元`, `1亿元`
fn large(yuan: u64) -> String {
    if yuan.is_multiple_of(100_000_000) {
        format!("{}亿元", yuan / 100_000_000)
    } else {
        format!("{}万元", yuan / 10_000)
    }
}

/// `2.35%` for 235.
fn percent(hundredths: u64) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

/// Names an entry by month, purpose and amount; empty while it has neither month nor amount.
pub(crate) fn named(expense: &Expense) -> String {
    let month = expense.month.map(common::period).unwrap_or_default();
    let amount = if expense.amount.is_empty() { String::new() } else { format!("{} 元", expense.amount) };
    let what = match expense.flow {
        _ if month.is_empty() && amount.is_empty() => return String::new(),
        Flow::SetAside => flow(expense.flow).to_owned(),
        Flow::Spent if expense.what.trim().is_empty() => (*expense.category.row()).to_owned(),
        Flow::Spent => expense.what.clone(),
    };
    [month, what, amount].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
