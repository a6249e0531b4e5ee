//! Words of the page on which the criteria for major hazards are gone through.

use anziping_core::catalog::{Criterion, Item, Listed, Needs};
use anziping_core::month::screening::{Finding, Outcome, Tally};
use anziping_core::value::day::Day;

pub(crate) const TITLE: &str = "重大隐患对照";
/// The purpose of the page.
pub(crate) const WHAT: &str =
    "到现场逐条对照判定标准。这里只给线索：答“疑似存在”会在隐患台账里开一条“须现场核实”的重大隐患，核实以后才算数。";
/// How to use the keyboard.
pub(crate) const KEYS: &str =
    "键盘：选中一条后按 1 不存在、2 疑似存在、3 不涉及；按 1、3 自动跳到下一条。沿用的再按一次就是确认。";
pub(crate) const FILTER_ALL: &str = "全部";
/// Not looked at this month.
pub(crate) const FILTER_OPEN: &str = "本月未查";
pub(crate) const FILTER_SUSPECTED: &str = "疑似存在";
/// Name of the group of filters.
pub(crate) const FILTERS: &str = "筛选";
/// A filter leaves nothing.
pub(crate) const NOTHING_LEFT: &str = "没有符合这个条件的条目。";
/// No criterion can apply.
pub(crate) const NONE_APPLIES: &str =
    "按企业信息，判定标准里没有与本企业有关的条目。先看看行业、高风险领域填得对不对。";
pub(crate) const NOTE: &str = "说明";
/// Disclosure of the note.
pub(crate) const ADD_NOTE: &str = "加说明";
/// The day lies with a confirmed answer.
pub(crate) const SUSPICION: &str = "疑似，须现场核实";
/// Goes to the item that asks for the same.
pub(crate) const SEE_ITEM: &str = "去看这一题";
/// Goes to the hazard.
pub(crate) const SEE_LEAD: &str = "看台账里的线索";
/// The hazard was taken out.
pub(crate) const LEAD_MISSING: &str = "台账里没有这条线索了，签名前要补上。";
/// Opens the hazard again.
pub(crate) const OPEN_LEAD: &str = "登记到台账";
/// Only some of several defects.
pub(crate) const PARTIAL: &str = "只占其中一部分，不构成本条，不作重大隐患线索；但它是隐患，请按一般隐患登记整改。";
/// Registers a general hazard.
pub(crate) const REGISTER_GENERAL: &str = "按一般隐患登记";
/// A suspicion that was taken back with the hazard still open.
pub(crate) const TAKEN_BACK: &str =
    "台账里还有由这一条开的线索，已经写过内容：核实不是的，请到台账里写明核实情况并改级别；记错了的，可以删除。";
pub(crate) const UNDECIDED: &str = "请勾出是哪一种情形。";

/// An item of which not all criteria are listed, so that somebody counts them.
pub(crate) fn by_hand(item: &Item) -> String {
    format!("有的判定标准没有逐条列在这里：对照原文，条数在 {} 里自己填。{}", item.id, item.scope_note)
}

/// Label of a radio button.
pub(crate) fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Clear => "不存在",
        Finding::Suspected => "疑似存在",
        Finding::NotInvolved => "不涉及",
    }
}

/// The answer of an item that asks for the same.
pub(crate) fn of_item(item: &Item, outcome: Outcome) -> String {
    match outcome {
        Outcome::Unchecked | Outcome::Undecided => format!("和 {} 是同一件事，到那里答了，这里就有结果。", item.id),
        Outcome::Suspected => format!("由 {} 的回答得出：疑似存在。", item.id),
        Outcome::NotInvolved => format!("由 {} 的回答得出：不涉及。", item.id),
        Outcome::Clear | Outcome::Partial => format!("由 {} 的回答得出：不存在。", item.id),
    }
}

/// Question above the defects.
pub(crate) fn defects(needs: Needs) -> &'static str {
    match needs {
        Needs::Any => "有下面哪一种？有一种就算",
        Needs::All => "有下面哪一种？全都有才算这一条",
    }
}

/// Heading of an article: `10号令 第十三条 有限空间`.
pub(crate) fn part(listed: &Listed<'_>) -> String {
    [listed.set.name.as_str(), listed.part.article.as_str(), listed.part.name.as_str()]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `本月已查 12 / 15`
pub(crate) fn progress(tally: &Tally) -> String {
    format!("本月已查 {} / {}", tally.checked, tally.applicable)
}

/// Counts the outcomes of a screening.
pub(crate) fn counts(tally: &Tally) -> String {
    let mut said = format!("不存在 {}，疑似存在 {}，不涉及 {}", tally.clear, tally.suspected, tally.not_involved);
    if tally.carried > 0 {
        said.push_str(&format!("，其中沿用待确认 {}", tally.carried));
    }
    said
}

/// Criteria that the facts exclude.
pub(crate) fn excluded(count: usize) -> String {
    format!("按企业情况不用对照的 {count} 条")
}

/// Says where a carried answer comes from.
pub(crate) fn carried(finding: Finding, on: Option<Day>) -> String {
    let what = self::finding(finding);
    match on {
        Some(day) => format!("沿用 {} 的结果“{what}”，请到现场看过再确认。", super::common::day(day)),
        None => format!("沿用上次的结果“{what}”，请到现场看过再确认。"),
    }
}

/// A carried answer was given to the criterion of another edition.
pub(crate) const OTHER_EDITION: &str = "检查表换了新版，这一条的写法可能变了：请按现在的写法到现场看过，再确认或者改。";

/// Description of the hazard that a suspicion opens.
pub(crate) fn lead(criterion: &Criterion, ticked: &[&str]) -> String {
    let what = if ticked.is_empty() { criterion.text.trim_end_matches('。').to_owned() } else { ticked.join("；") };
    format!("疑似重大事故隐患，须现场核实：{what}")
}

/// Item S07 on its own page: where its counts come from.
pub(crate) fn computed(tally: &Tally) -> String {
    format!("由“{TITLE}”算出：本月已查 {} 条，适用 {} 条，不用再填。", tally.checked, tally.applicable)
}
pub(crate) const TO_SCREENING: &str = "去逐条对照";

/// Heading in the report.
pub(crate) const REPORT: &str = "重大隐患判定标准对照";
/// Heading of the leads in the report.
pub(crate) const LEADS: &str = "疑似线索，须现场核实";
/// Columns of the leads.
pub(crate) const LEAD_COLUMNS: [&str; 3] = ["条款", "内容", "台账"];
pub(crate) const NO_LEADS: &str = "没有疑似线索。";
/// The purpose of the screening, and its limit.
pub(crate) const REPORT_HINT: &str = "对照只给线索，不是判定结论；判定以现场核实和现行有效文本为准。";
