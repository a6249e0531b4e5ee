//! Words of the papers made from the register of risk points: list, notice board, cards, signs.

use anziping_core::register::RiskGap;
use anziping_core::trade::SignKind;

/// Columns of the list of risks by level.
pub(crate) const CONTROL: [&str; 8] =
    ["序号", "风险点", "可能发生什么", "风险等级", "管控层级", "管控措施", "应急措施", "责任人"];
/// Signers of the list.
pub(crate) const CONTROL_SIGN: [&str; 3] = ["编制人（签字）", "主要负责人（签字）", "日期"];
/// A risk point without a level.
pub(crate) const NO_LEVEL: &str = "（未定级）";
/// The register is empty.
pub(crate) const NO_RISKS: &str = "风险点台账还是空的，没有可以印的风险点。";
/// Heading of what is missing.
pub(crate) const GAPS: &str = "打印前请看，这些还没有填，印出来是空的：";

/// Says what a risk point lacks: `打磨间：没有定级，没有责任人`.
pub(crate) fn gaps(place: &str, gaps: &[RiskGap]) -> String {
    let said: Vec<&str> = gaps.iter().map(|gap| gap_of(*gap)).collect();
    let place = if place.trim().is_empty() { super::register::NO_PLACE } else { place };
    format!("{place}：{}", said.join("，"))
}

fn gap_of(gap: RiskGap) -> &'static str {
    match gap {
        RiskGap::Level => "没有定级",
        RiskGap::Danger => "没有写可能发生什么",
        RiskGap::Measures => "没有管控措施",
        RiskGap::Emergency => "没有应急措施",
        RiskGap::Owner => "没有责任人",
    }
}

/// Steps in a cell: `1. 停机断电；2. 打 119`.
pub(crate) fn steps(steps: &[&str]) -> String {
    if let [only] = steps {
        return (*only).to_owned();
    }
    let numbered = steps.iter().enumerate().map(|(index, step)| format!("{}. {step}", index + 1));
    numbered.collect::<Vec<_>>().join("；")
}

/// Label of the choice of a place.
pub(crate) const CHOICE: &str = "印哪一个风险点";
/// All of them in one table.
pub(crate) const BOARD_ALL: &str = "全部，在一张表里";
/// All of them, a page each.
pub(crate) const CARD_ALL: &str = "全部，各一张";
/// Columns of the notice board.
pub(crate) const BOARD: [&str; 6] = ["风险点", "风险等级", "可能发生的事故和后果", "管控措施", "应急措施", "责任人"];
/// Lines of the notice board to be filled in by hand.
pub(crate) const BOARD_SIGN: [&str; 2] = ["公告人（签字）", "公告日期"];
/// Rows of the card of a post.
pub(crate) const CARD_ROWS: [&str; 9] = [
    "风险点（岗位）",
    "风险等级",
    "可能发生的事故",
    "可能的后果",
    "管控措施",
    "防护用品",
    "应急措施",
    "责任人",
    "报警和报告电话",
];
pub(crate) const OFFICER: &str = "安全员";
pub(crate) const PRINCIPAL: &str = "主要负责人";
/// The rule before all steps.
pub(crate) const FIRST: &str = "先保住自己再救人：不清楚情况、没有防护，不要进去。";
/// The steps are not the enterprise's own.
pub(crate) const USUAL_STEPS: &str =
    "应急步骤是通行做法（待核），请按本企业的现场处置方案核对；要改的，写进风险点台账的“应急措施”。";

/// Says what could happen and what comes of it: `触电；后果：死亡、烧伤`.
pub(crate) fn danger_and_result(danger: &str, result: &str) -> String {
    match (danger.trim(), result.trim()) {
        (danger, "") => danger.to_owned(),
        (danger, result) => format!("{danger}；后果：{result}"),
    }
}
/// Says above the steps what could happen.
pub(crate) fn may_happen(danger: &str) -> String {
    format!("可能发生：{}", if danger.trim().is_empty() { "＿＿＿＿＿＿" } else { danger.trim() })
}
/// `单位：某厂　　地点：冲床`
pub(crate) fn emergency_line(name: &str, place: &str) -> String {
    format!("单位：{name}　　地点：{place}")
}
/// Texts of several kinds of accidents in one cell.
pub(crate) fn joined<'a>(said: impl Iterator<Item = &'a str>) -> String {
    said.collect::<Vec<_>>().join("；")
}
/// Whom to call: `火警 119；急救 120；安全员 周安 138…`.
pub(crate) fn telephones(own: &[(&str, String, String)]) -> String {
    let own = own.iter().map(|(what, name, number)| {
        let number = if number.is_empty() { "＿＿＿＿＿＿＿＿" } else { number };
        format!("{what} {name} {number}")
    });
    ["火警 119".to_owned(), "急救 120".to_owned()].into_iter().chain(own).collect::<Vec<_>>().join("；")
}
/// Says how to report, below the notice board.
pub(crate) fn report_to(own: &[(&str, String, String)]) -> String {
    format!("发现险情或者事故，马上报告：{}。", telephones(own))
}

/// The purpose of the page of signs.
pub(crate) const SIGNS_WHAT: &str = "打了勾的按企业情况和风险点提议，可以增减。选一个风险点，就只印那里用得着的。请挂在危险的地方门口、设备旁边，人一眼看得到。";
/// Label of the choice of a place.
pub(crate) const SIGNS_OF: &str = "挂在哪里";
/// For the enterprise and all its risk points, each sign once.
pub(crate) const SIGNS_ALL: &str = "全部：企业和所有风险点用得着的，各一个";
/// Label of the size.
pub(crate) const SIGNS_SIZE: &str = "一张 A4 印几个";
/// The sizes.
pub(crate) const PER_PAGE: [&str; 2] = ["1 个（大）", "4 个（小）"];
/// None is chosen.
pub(crate) const NO_SIGNS: &str =
    "没有打勾的标志，没有可以印的。在上面勾一个；按风险点提议的，要先在台账里写可能发生什么。";
pub(crate) fn sign_kind(kind: SignKind) -> &'static str {
    match kind {
        SignKind::Prohibition => "禁止标志（红圈红杠）",
        SignKind::Warning => "警告标志（黄三角）",
        SignKind::Mandatory => "指令标志（蓝圆）",
        SignKind::Safe => "提示标志（绿方块）",
    }
}
