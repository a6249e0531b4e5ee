//! Words of the pages of the eight elements, and of a question wherever it stands.

use anziping_core::catalog::rule::Term;
use anziping_core::catalog::{Catalogue, Interval, Lead, Related, Veto, VetoOn};
use anziping_core::value::day::Day;
use anziping_core::value::rate::Rate;

/// Heading above the eight elements in the navigation.
pub(crate) const ELEMENTS: &str = "八个要素";
/// Filters of the list.
pub(crate) const FILTER_ALL: &str = "全部";
/// Not yet answered, faulty or to be confirmed.
pub(crate) const FILTER_OPEN: &str = "未答";
/// Answered and not met.
pub(crate) const FILTER_UNMET: &str = "不符合";
pub(crate) const FILTER_UNSURE: &str = "待核实";
/// Taken over and to be confirmed.
pub(crate) const FILTER_CARRIED: &str = "沿用待确认";
/// In front of the sources of an answer that follows from them.
pub(crate) const FOLLOWS: &str = "不用再答，由这里得出：";
/// Shows a question whose answer is still good.
pub(crate) const ANSWER_NOW: &str = "情况变了，现在改";
/// Gives last month's answer again.
pub(crate) const AS_BEFORE: &str = "情况没变";

/// Confirms what is due of a section.
///
/// With the page it leads on to, where nothing else is left to do.
pub(crate) fn confirm_section(count: usize, onward: Option<&str>) -> String {
    match onward {
        Some(page) => format!("本页 {count} 项情况都没变，下一步：{page}"),
        None => format!("本页 {count} 项情况都没变"),
    }
}

/// Says what keeps a section from being confirmed, or what a press does.
pub(crate) fn section_hint(unseen: usize) -> String {
    match unseen {
        0 => "都看过了。有变化的，先在那一项改，其余的一次确认。".into(),
        unseen => format!("还有 {unseen} 项没有在屏幕上出现过，看完才能一次确认。"),
    }
}

/// Last month's answer beside a question that is asked anew.
pub(crate) fn last_month(given: &str) -> String {
    format!("上次：{given}")
}

/// An earlier answer, and until when it is good.
pub(crate) fn standing(given: &str, until: Option<Day>) -> String {
    match until {
        Some(day) => format!("{given}。还在有效期内，{}前再答。", super::common::day(day)),
        None => format!("{given}。情况没有变化就不用再答。"),
    }
}

/// Counts what nobody has to answer on a page: `不用答的 9 项（6 项没到期，3 项由别处得出）`.
pub(crate) fn folded(standing: usize, derived: usize) -> String {
    match (standing, derived) {
        (standing, 0) => format!("没到期、不用答的 {standing} 项"),
        (0, derived) => format!("由别处得出、不用答的 {derived} 项"),
        (standing, derived) => {
            format!("不用答的 {} 项（{standing} 项没到期，{derived} 项由别处得出）", standing + derived)
        }
    }
}

/// A source of an answer by the name people know.
pub(crate) fn source(catalogue: &Catalogue, id: &str) -> String {
    match catalogue.related(id) {
        Some(Related::Criterion(listed)) => listed.citation(),
        Some(Related::Counts(area, code)) => format!("{}{}", area.name, super::common::target(code)),
        Some(Related::Fact(fact)) => fact.label.clone(),
        _ => id.to_owned(),
    }
}
/// Said when a filter leaves nothing.
pub(crate) const NOTHING_LEFT: &str = "没有符合这个条件的检查项。";
/// How to use the keyboard.
pub(crate) const KEYS: &str = "键盘：选中一项后按 1 是、2 部分、3 否、4 待核实、5 不适用；按 1、2、4 自动跳到下一项。";
/// Disclosure with evidence and legal basis.
pub(crate) const HOW_TO: &str = "检查方法和依据";
pub(crate) const HOW: &str = "怎么查";
pub(crate) const EVIDENCE: &str = "拿什么证明";
pub(crate) const BASIS: &str = "依据";
pub(crate) const INTERVAL: &str = "多久查一次";
/// Weight of the item.
pub(crate) const WEIGHT: &str = "权重";
/// Where the item applies.
pub(crate) const SCOPE: &str = "适用范围";
pub(crate) const NOTE: &str = "说明";
/// Disclosure of the note field.
pub(crate) const ADD_NOTE: &str = "加说明";
pub(crate) const NA_REASON: &str = "不适用的原因";
/// Hint of the reason.
pub(crate) const NA_HINT: &str = "写给街道看的，例如：本月停产检修，没有这类作业";
/// Confirms a carried answer.
pub(crate) const CONFIRM: &str = "情况没变，确认";
/// Registers a hazard for an unmet item.
pub(crate) const REGISTER_HAZARD: &str = "登记为隐患";
/// Goes to the hazard of an item.
pub(crate) const SEE_HAZARD: &str = "看隐患";
/// Shown where an item was asked again because its hazard was closed.
pub(crate) const ASK_AGAIN: &str = "对应的隐患已销号，请重新评一次。";
/// No case: 0 of 0.
pub(crate) const NO_CASE: &str = "本月无此情形，不计分";
/// Items that do not apply.
pub(crate) fn excluded(count: usize) -> String {
    format!("按企业情况不用查的 {count} 项")
}

/// Title of an element's page: `1 目标职责`.
pub(crate) fn title(number: u8, name: &str) -> String {
    format!("{number} {name}")
}

/// `已确认 9 / 13`
pub(crate) fn progress(settled: u32, asked: u32) -> String {
    format!("已确认 {settled} / {asked}")
}

/// Says what the live score leaves out.
pub(crate) fn score_note(unanswered: u32, unsure: u32) -> String {
    match (unanswered, unsure) {
        (0, 0) => "全部答完".into(),
        (open, 0) => format!("还有 {open} 项没答，按 0 分计"),
        (0, unsure) => format!("{unsure} 项待核实，按 0 分计"),
        (open, unsure) => format!("还有 {open} 项没答、{unsure} 项待核实，按 0 分计"),
    }
}

/// Says where a carried answer comes from.
pub(crate) fn carried(confirmed: Option<Day>) -> String {
    match confirmed {
        Some(day) => format!("沿用 {} 的结果，请确认情况有没有变。", super::common::day(day)),
        None => "沿用上次的结果，请确认情况有没有变。".into(),
    }
}

/// Said of an answer that was given to an earlier edition of the question.
pub(crate) const OTHER_EDITION: &str = "检查表换了新版，这一题的问法可能变了：请按现在的问题看一遍，再确认或者改。";

/// The answers a veto or a lead speaks of.
fn answered(on: VetoOn) -> &'static str {
    match on {
        VetoOn::No => "答“否”",
        VetoOn::PartlyOrNo => "答“否”或者“部分”",
        VetoOn::BelowFull => "不到 100%",
    }
}

/// Warning at an item whose failure may itself be a major hazard.
///
/// Whether it is one is seen on the spot, never on the page.
pub(crate) fn veto(veto: &Veto) -> String {
    let on = answered(veto.on);
    let condition = if veto.condition.is_empty() { String::new() } else { format!("（{}）", veto.condition) };
    if veto.criterion.is_empty() {
        return format!("否决项：{on}{condition}，本月等级为不合格。");
    }
    format!(
        "否决项：{on}{condition}可能构成重大事故隐患，请对照{}的原文到现场核实；没有核实、没有整改销号以前，本月等级为不合格。",
        veto.criterion
    )
}

/// Says what a veto does not reach, by its largest case that does not fire.
pub(crate) fn not_vetoed(found: &str) -> String {
    format!("不算否决的例子：{found}。")
}

/// A sign of a major hazard, with the question to look at on the spot and the criteria to compare with.
pub(crate) fn lead(lead: &Lead, citations: &[String]) -> String {
    let mut named = citations.to_vec();
    if !lead.criterion.is_empty() {
        named.push(lead.criterion.clone());
    }
    format!("疑似线索：{}的，到现场再看一看，{}对照{}。", answered(lead.on), lead.ask, named.join("、"))
}

/// Said when the answer given is such a failure.
pub(crate) const VETO_HIT: &str =
    "按这个回答，是疑似重大事故隐患，须现场核实并登记台账；在销号以前，本月等级为不合格。";

/// Says why an item does not apply: the facts that exclude it.
pub(crate) fn because(catalogue: &Catalogue, terms: &[Term]) -> String {
    let said: Vec<String> = terms
        .iter()
        .map(|term| match term {
            Term::Fact { id, is } => {
                let label = catalogue.fact(id).map_or(id.as_str(), |fact| fact.label.as_str());
                if *is { format!("“{label}”为是") } else { format!("“{label}”为否") }
            }
            Term::Workers { count, .. } => format!("从业人员 {count} 人"),
        })
        .collect();
    format!("因为{}", said.join("，"))
}

/// Interval with the day on which the answer expires.
pub(crate) fn interval_until(interval: Interval, expires: Option<Day>) -> String {
    match expires {
        Some(day) => format!("{}，{}前要重新确认", super::common::interval(interval), super::common::day(day)),
        None => super::common::interval(interval).into(),
    }
}

/// Takes the counts of the hazard ledger over.
pub(crate) fn from_ledger(known: Rate) -> String {
    format!("填 {} ÷ {}（隐患台账）", known.done, known.total)
}
