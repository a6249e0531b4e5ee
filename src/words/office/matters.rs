//! Words of what a report says beside its score, and of major hazards from month to month.

use anziping_core::catalog::Catalogue;
use anziping_core::hazard::Hazard;
use anziping_core::month::figures::{MonthField, MonthValue};
use anziping_core::office::hazard_course::{Course, End};
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::matters::{HarmTotals, Matter, MatterKind};
use anziping_core::review::ReviewPlace;
use anziping_core::value::period::Period;
use anziping_core::value::visible::visible;

use super::difference;
use crate::words::{common, fault, month, report};

/// Heading of the section and of the sheet.
pub(crate) const HEADING: &str = "要紧的事";
/// The content of the section on matters.
pub(crate) const WHAT: &str =
    "企业在报告里签了名的事故、求助、疑似线索和没做到的检查项，只计签名有效、密钥已登记的报告。";
/// Nothing of the kind.
pub(crate) const NONE: &str = "本月的报告里没有这些。";
/// Columns of the sheet.
pub(crate) const COLUMNS: [&str; 5] = ["企业", "统一社会信用代码", "村（社区）", "类别", "内容"];
/// Names on a card; the details have all of them.
const NAMED: usize = 6;
/// Characters of a text on a card.
const BRIEF: usize = 80;

/// Heading of a kind.
pub(crate) fn kind(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Harm => "生产安全事故",
        MatterKind::Help => "需要政府协调",
        MatterKind::Cap => "一票否决的原因",
        MatterKind::Lead => "疑似重大隐患线索（须现场核实）",
        MatterKind::Contradiction => "互相矛盾的回答",
        MatterKind::Difference => "和重新计算对不上的数字",
        MatterKind::Inspection => "被检查出的问题",
        MatterKind::Reasons => "没有改完的原因",
        MatterKind::Short => "没有完全做到的检查项",
        MatterKind::Closed => "本月销号的隐患",
    }
}

/// Says how many there are of a kind.
pub(crate) fn counted(of: MatterKind, enterprises: usize, count: usize) -> String {
    format!("{}（{enterprises} 家，{count} 条）", kind(of))
}

/// One of them in full.
pub(crate) fn text(catalogue: &Catalogue, found: &CheckedReport, matter: &Matter<'_>) -> String {
    let hazards = &found.report.hazards;
    match matter {
        Matter::Harm(field, value) => harm(*field, value),
        Matter::Help(text) | Matter::Reasons(text) => (*text).to_owned(),
        Matter::Veto(id) => report::place(catalogue, hazards, &ReviewPlace::Item((*id).to_owned())),
        Matter::OpenMajor(hazard) => format!("重大隐患没有销号：{}", place(hazard)),
        Matter::Lead(lead) => {
            let content = catalogue.criterion(&lead.criterion).map(|listed| listed.criterion.text.clone());
            let record = if lead.hazard.is_empty() { "台账里没有" } else { &lead.hazard };
            format!("{}：{}（台账：{record}）", lead.citation, content.unwrap_or_else(|| lead.criterion.clone()))
        }
        Matter::Contradiction(clash) => {
            let name = |id: &str| {
                let place = ReviewPlace::of_id(catalogue, id);
                place.map_or_else(String::new, |place| report::place(catalogue, hazards, &place))
            };
            let both = [name(&clash.one), name(&clash.other)].into_iter().filter(|name| !name.is_empty());
            format!("{}：{}", both.collect::<Vec<_>>().join(" / "), fault::clash(&clash.kind))
        }
        Matter::Difference(differs) => {
            let (declared, computed) = (&differs.declared, &differs.computed);
            let figure = difference::figure(catalogue, &differs.figure);
            format!("{figure}：企业报 {}，重新算 {}", difference::amount(declared), difference::amount(computed))
        }
        Matter::Inspection(rate, papers) => {
            let papers = if papers.is_empty() { String::new() } else { format!("，文书号 {papers}") };
            format!("{} 个，已改 {} 个{papers}", rate.total, rate.done)
        }
        Matter::Short(item) => {
            let question = report::place(catalogue, hazards, &ReviewPlace::Item(item.id.clone()));
            format!("{question}（得 {}%）", item.points / 100)
        }
        Matter::Closed(hazard) => {
            let on = hazard.closed_on.map(common::day).unwrap_or_default();
            let by = if hazard.accepted_by.is_empty() { "没有写" } else { &hazard.accepted_by };
            format!("{}，{on}销号，验收人：{by}", place(hazard))
        }
    }
}

fn harm(field: MonthField, value: &MonthValue) -> String {
    let value = match value {
        MonthValue::Number(number) => number.to_string(),
        MonthValue::Text(text) => format!("“{}”", visible(text)),
    };
    format!("{} {value} {}", month::label(field), month::unit(field))
}

fn place(hazard: &Hazard) -> String {
    format!("{} {}：{}", hazard.id, visible(&hazard.place), visible(&hazard.description))
}

/// All of one kind in a line of a card.
pub(crate) fn brief(catalogue: &Catalogue, found: &CheckedReport, matters: &[&Matter<'_>]) -> String {
    let names: Vec<String> = matters.iter().filter_map(|matter| name(catalogue, matter)).collect();
    if names.is_empty() {
        let texts: Vec<_> = matters.iter().map(|matter| text(catalogue, found, matter)).collect();
        return clipped(&texts.join("，"));
    }
    let more = if names.len() > NAMED { "……" } else { "" };
    format!("{} 条：{}{more}", names.len(), names.iter().take(NAMED).cloned().collect::<Vec<_>>().join("、"))
}

/// The number or id by which people call it; `None` for what is described in words.
fn name(catalogue: &Catalogue, matter: &Matter<'_>) -> Option<String> {
    Some(match matter {
        Matter::Veto(id) => format!("检查项 {id}"),
        Matter::OpenMajor(hazard) => format!("重大隐患 {}", hazard.id),
        Matter::Lead(lead) => lead.citation.clone(),
        Matter::Contradiction(clash) => clash.one.clone(),
        Matter::Difference(differs) => difference::figure(catalogue, &differs.figure),
        Matter::Short(item) => item.id.clone(),
        Matter::Closed(hazard) => hazard.id.clone(),
        Matter::Harm(..) | Matter::Help(_) | Matter::Inspection(..) | Matter::Reasons(_) => return None,
    })
}

fn clipped(text: &str) -> String {
    let mut characters = text.chars();
    let brief: String = characters.by_ref().take(BRIEF).collect();
    if characters.next().is_some() { format!("{brief}……（全文见详情）") } else { brief }
}

/// The accidents of all reports.
pub(crate) fn harm_totals(sums: &HarmTotals) -> String {
    let HarmTotals { accidents, deaths, serious_injuries, minor_injuries } = sums;
    format!("上报事故 {accidents} 起：死亡 {deaths} 人，重伤 {serious_injuries} 人，轻伤 {minor_injuries} 人。")
}
/// There were none.
pub(crate) const NO_HARM: &str = "收到的报告都没有报事故。";

/// Heading of the major hazards from month to month, and name of the sheet.
pub(crate) const COURSES: &str = "重大隐患跟踪";
/// The content of the section on major hazards.
pub(crate) const COURSES_WHAT: &str = "按拖入的各月报告逐份对照。以前月份就有、本月销号、或者本月报告里没有了的，列在这里；要对照，请把以前月份的报告也拖进来。";
pub(crate) const COURSE_COLUMNS: [&str; 9] =
    ["企业", "统一社会信用代码", "编号", "部位和情况", "判定依据", "发现", "期限", "责任人和措施", "现在"];

/// Says what has come of a hazard, with its tone.
pub(crate) fn end(end: End) -> (&'static str, String) {
    match end {
        End::Gone(period) => ("bad", format!("没有销号，{}的报告里没有了", common::period(period))),
        End::Downgraded(period) => ("bad", format!("{}改成了一般隐患", common::period(period))),
        End::NoReport => ("warn", "上次还没有销号，本月没有报告".into()),
        End::Open => ("warn", "没有销号".into()),
        End::Closed => ("good", "本月已销号".into()),
    }
}

/// Heading of the hazards that reports leave out, and name of the sheet.
pub(crate) const GONE: &str = "报告里没有了的隐患";
/// The content of the section on vanished hazards.
pub(crate) const GONE_WHAT: &str =
    "以前的报告里没有销号、本月报告里既没有销号也没有列出的隐患，一般隐患也算。请打电话问清楚。";
pub(crate) const GONE_COLUMNS: [&str; 6] = ["企业", "统一社会信用代码", "上次的报告", "少了几条", "其中重大", "编号"];
/// A row of them.
pub(crate) fn gone(name: &str, uscc: &str, before: Period, hazards: &[String], major: usize) -> [String; 6] {
    let (count, major) = (hazards.len().to_string(), major.to_string());
    [name.to_owned(), uscc.to_owned(), common::period(before), count, major, hazards.join("、")]
}

/// The columns of a course but the last.
pub(crate) fn course(course: &Course) -> [String; 8] {
    let hazard = &course.hazard;
    let found = hazard.found_on.map(common::day).unwrap_or_default();
    let deadline = hazard.deadline.map(common::day).unwrap_or_default();
    let moved = if course.moved() > 0 { format!("，改过 {} 次", course.moved()) } else { String::new() };
    let by = match (hazard.accepted_by.as_str(), course.end) {
        (by, End::Closed) if !by.is_empty() => format!("；{by} 验收"),
        _ => String::new(),
    };
    [
        course.enterprise.clone(),
        course.uscc.to_string(),
        hazard.id.clone(),
        format!("{}：{}", visible(&hazard.place), visible(&hazard.description)),
        visible(&hazard.criterion).into_owned(),
        format!("{found}，{} 份报告里没有销号", course.months.len()),
        format!("{deadline}{moved}"),
        format!("{}：{}{by}", visible(&hazard.owner), visible(&hazard.measures)),
    ]
}
