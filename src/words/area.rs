//! Words of the pages of the high-risk areas.

use anziping_core::catalog::TargetCode;
use anziping_core::score::targets::TargetCell;

/// Disclosure of the legal basis.
pub(crate) const BASIS: &str = "依据";
/// The picture of the four targets for screen readers.
pub(crate) const SUMMARY: &str = "四个 100% 一览";
/// How to use the keyboard.
pub(crate) const KEYS: &str = "键盘：选中一项后按 1 是、2 部分、3 否、4 待核实、5 不适用；按 1、2、4 自动跳到下一项。";
/// The filter leaves nothing.
pub(crate) const NOTHING_LEFT: &str = "没有符合这个条件的问题。";
/// The target is met.
pub(crate) const REACHED: &str = "达到 100%";
/// The target is not met.
pub(crate) const NOT_REACHED: &str = "未达到 100%";
/// Nothing but confirmation is missing.
pub(crate) const TO_CONFIRM: &str = "沿用待确认";
/// Hint below two counts.
pub(crate) const NO_CASE: &str = "本月没有这种情形，两个数都填 0。";
/// Where the figures of P4 come from.
pub(crate) const FROM_LEDGER: &str = "按隐患台账自动计算：只算登记在本领域的隐患。";
/// Rows of the figures of P4.
pub(crate) const DUE: &str = "到期应销号";
/// Closed not later than the deadline.
pub(crate) const ON_TIME: &str = "其中按期销号";
/// Open after the deadline.
pub(crate) const OVERDUE: &str = "逾期未销号";
/// Without owner, measures, deadline or a fulfilment.
pub(crate) const UNCONTROLLED: &str = "整改责任、措施、期限未落实";
/// Not closed at the end of the period.
pub(crate) const OPEN: &str = "期末未销号";
/// List of the hazards of the area.
pub(crate) const HAZARDS: &str = "本领域未销号的隐患";
pub(crate) const NO_HAZARDS: &str = "本领域没有未销号的隐患。";
/// A hazard without a description.
pub(crate) const NO_DESCRIPTION: &str = "（没有写描述）";
/// Registers a hazard in this area.
pub(crate) const REGISTER: &str = "登记本领域的隐患";
/// Registers a hazard for a point that is not met.
pub(crate) const REGISTER_POINT: &str = "登记为隐患";
pub(crate) const LEDGER: &str = "看隐患台账";
/// The enterprise does not have this area.
pub(crate) const NOT_CHOSEN: &str = "企业信息里没有勾选这个领域，所以不用填。";
/// To the enterprise page.
pub(crate) const CHOOSE: &str = "去企业信息勾选";
/// The catalogue does not have this area.
pub(crate) const UNKNOWN: &str = "检查表里没有这个领域。";

/// Question above the two counts of a target.
pub(crate) fn rate_question(code: TargetCode) -> &'static str {
    match code {
        TargetCode::P1 => "必备的制度、规程、票证，有多少份现行有效？",
        TargetCode::P2 => "应培训的人，有多少人培训合格（应持证的，证书有效）？",
        TargetCode::P3 => "全部作业或点位，有多少个已辨识、定级、管住？",
        TargetCode::P4 => "到期的隐患，有多少条已销号？",
    }
}

/// `P1 制度规程`
pub(crate) fn tile(code: TargetCode) -> String {
    format!("{code} {}", super::common::target(code))
}

/// `P1 制度规程 100% 健全落实`
pub(crate) fn card(code: TargetCode) -> String {
    format!("{code} {}", super::common::target_long(code))
}

fn unit(code: TargetCode) -> &'static str {
    match code {
        TargetCode::P1 => "份",
        TargetCode::P2 => "人",
        TargetCode::P3 => "个",
        TargetCode::P4 => "条未按期销号",
    }
}

/// Lists what is missing to 100 %, shortest first; empty when nothing is.
pub(crate) fn missing(cell: &TargetCell) -> Vec<String> {
    let mut said = Vec::new();
    match cell.rate {
        None => said.push("数还没填".into()),
        Some(rate) if rate.done < rate.total => said.push(format!("差 {} {}", rate.total - rate.done, unit(cell.code))),
        Some(_) => {}
    }
    if !cell.open_points.is_empty() {
        said.push(format!("{} 条没做到或没答", cell.open_points.len()));
    }
    if cell.carried > 0 {
        said.push(format!("{} 条沿用待确认", cell.carried));
    }
    if cell.open_major > 0 {
        said.push(format!("重大隐患未销号 {} 条", cell.open_major));
    }
    if cell.overdue > 0 {
        said.push(format!("逾期 {} 条", cell.overdue));
    }
    if cell.uncontrolled > 0 {
        said.push(format!("责任、措施、期限未落实 {} 条", cell.uncontrolled));
    }
    said
}

/// Points that the facts exclude.
pub(crate) fn excluded(count: usize) -> String {
    format!("按企业情况不问的 {count} 条要点")
}

/// Answers the open points of a few with 是.
///
/// With the page it leads on to, where nothing else is left to do.
pub(crate) fn together(count: usize, onward: Option<&str>) -> String {
    match onward {
        Some(page) => format!("没选的 {count} 条都做到了，下一步：{page}"),
        None => format!("没选的 {count} 条都做到了"),
    }
}

/// Says what keeps the points from being answered together, or what a press does.
pub(crate) fn together_hint(unread: usize) -> String {
    match unread {
        0 => "没做到的、拿不准的，先在那一条上选；其余的一次记“是”，报告里写明是一起确认的。".into(),
        unread => format!("上面还有 {unread} 条没来得及看，看完才能一次答。没做到的、拿不准的，先在那一条上选。"),
    }
}

/// `3 / 5 条做到`
pub(crate) fn points(met: u32, asked: u32) -> String {
    format!("{met} / {asked} 条做到")
}
