//! Words of the page with the facts and figures of the month.

use anziping_core::month::figures::{Block, FieldKind, MONTH_TEXT_MAX, MonthFault, MonthField};

/// The item that gives a figure has no answer yet.
pub(crate) const NOT_COUNTED: &str = "还没答";
/// In front of the item that gives a figure.
pub(crate) const COUNTED_BY: &str = "不用再填，取自";
pub(crate) const TITLE: &str = "本月情况";

/// Heading of a block.
pub(crate) fn block(block: Block) -> &'static str {
    match block {
        Block::SelfCheck => "自查组织",
        Block::FourLists => "四张清单",
        Block::Training => "培训和持证",
        Block::Emergency => "应急",
        Block::Accidents => "事故",
        Block::Investment => "安全投入",
        Block::Inspections => "执法检查",
        Block::NextMonth => "未改原因和下月计划",
    }
}

/// Sentence below the heading of a block; empty where none is needed.
pub(crate) fn block_hint(block: Block) -> &'static str {
    match block {
        Block::Accidents => "没有发生也要填 0。差一点出事的记在“未遂事故（险肇）”里。",
        Block::SelfCheck => "一次都没有就填 0。",
        Block::Training => "没有这类人就填 0。",
        Block::Investment => "按规定要提取安全费用的企业，才填应提取、实提取。",
        Block::FourLists => "主体责任、重大安全风险管控、岗位责任、日常工作四张清单，写版本号，没有就不填。",
        Block::Inspections => "本月被街道、应急等部门检查的情况，没有就填 0。",
        _ => "",
    }
}

/// Label of a field.
pub(crate) fn label(field: MonthField) -> &'static str {
    match field {
        MonthField::Checks => "自查次数",
        MonthField::PrincipalChecks => "其中主要负责人带队",
        MonthField::PrincipalCheckDay => "主要负责人带队检查日期",
        MonthField::CheckPeople => "参加人数",
        MonthField::CheckScope => "自查范围",
        MonthField::CheckBasis => "依据的检查表、标准",
        MonthField::DutyListVersion => "主体责任清单版本",
        MonthField::RiskListVersion => "重大安全风险管控清单版本",
        MonthField::PostListVersion => "岗位责任清单版本",
        MonthField::DailyListVersion => "日常工作清单版本",
        MonthField::ListsUpdated => "最近更新日期",
        MonthField::PostsSigned => "已签岗位责任清单人数",
        MonthField::PostsTotal => "在岗人数（含派遣工）",
        MonthField::Trained => "培训合格人数",
        MonthField::ToTrain => "应训人数",
        MonthField::NewWorkersPassed => "新上岗三级教育合格人数",
        MonthField::NewWorkers => "新上岗人数",
        MonthField::CertificatesValid => "特种作业有效持证人数",
        MonthField::CertificatesNeeded => "特种作业应持证人数",
        MonthField::CertificatesExpiring => "60 天内到期的证书数",
        MonthField::PlanState => "应急预案情况",
        MonthField::Drills => "本月演练次数",
        MonthField::SuppliesChecked => "应急物资检查日期",
        MonthField::Accidents => "生产安全事故起数",
        MonthField::Deaths => "死亡人数",
        MonthField::SeriousInjuries => "重伤人数",
        MonthField::MinorInjuries => "轻伤人数",
        MonthField::NearMisses => "未遂事故（险肇）起数",
        MonthField::Spent => "本月安全支出",
        MonthField::SpentYear => "本年累计支出",
        MonthField::ExpenseDue => "本年应提取安全费用",
        MonthField::ExpenseSet => "本年实提取安全费用",
        MonthField::InspectionFindings => "被检查出的问题数",
        MonthField::InspectionFixed => "其中已改",
        MonthField::InspectionPapers => "执法文书号",
        MonthField::OpenReasons => "没有改完的原因",
        MonthField::HelpNeeded => "需要政府协调的事项",
        MonthField::NextFocus => "下月重点工作",
    }
}

/// Unit behind a number field.
pub(crate) fn unit(field: MonthField) -> &'static str {
    use MonthField as F;
    match field {
        F::Checks | F::PrincipalChecks | F::Drills => "次",
        F::CheckPeople
        | F::PostsSigned
        | F::PostsTotal
        | F::Trained
        | F::ToTrain
        | F::NewWorkersPassed
        | F::NewWorkers => "人",
        F::CertificatesValid | F::CertificatesNeeded | F::Deaths | F::SeriousInjuries | F::MinorInjuries => "人",
        F::CertificatesExpiring => "个",
        F::Accidents | F::NearMisses => "起",
        F::Spent | F::SpentYear | F::ExpenseDue | F::ExpenseSet => "元",
        F::InspectionFindings | F::InspectionFixed => "个",
        _ => "",
    }
}

/// Hint below a field; empty where the label says it all.
pub(crate) fn hint(field: MonthField) -> &'static str {
    match field {
        MonthField::CheckScope => "查了哪些车间、设备、作业",
        MonthField::CheckBasis => "例如 本企业检查表、重大隐患判定标准",
        MonthField::ListsUpdated => "四张清单里最近改的那一张",
        MonthField::PlanState => "例如 综合预案一份、现场处置方案四份，均在有效期内",
        MonthField::HelpNeeded => "没有就不填",
        MonthField::NextFocus => "下月打算抓哪几件事，例如 汛期、节假日、还没改完的隐患",
        _ => "",
    }
}

/// Says the fault of a field of the month, at the field itself.
pub(crate) fn fault(field: MonthField, fault: MonthFault) -> String {
    match (fault, field.kind()) {
        (MonthFault::Missing, FieldKind::Text | FieldKind::Date) => format!("请填{}。", label(field)),
        (MonthFault::OutsidePeriod, _) if field == MonthField::ListsUpdated => "不能晚于本期最后一天。".into(),
        _ => any_fault(fault),
    }
}

/// Says the fault of a field of the month, wherever it is shown.
pub(crate) fn any_fault(fault: MonthFault) -> String {
    match fault {
        MonthFault::Missing => "请填写，没有就填 0。".into(),
        MonthFault::NotANumber => "请填 0 以上的整数。".into(),
        MonthFault::NotADay => "请填日期，例如 2026-11-21。".into(),
        MonthFault::OutsidePeriod => "日期不在本期内。".into(),
        MonthFault::Exceeds(other) => format!("不能大于“{}”。", label(other)),
        MonthFault::TooLong => format!("最多 {MONTH_TEXT_MAX} 个字，请删短一些。"),
    }
}

/// Heading of the facts of the month.
pub(crate) const FACTS: &str = "本月有没有这些变化";
pub(crate) const FACTS_HINT: &str = "有就勾上。勾上后，八个要素里会多问几项。";

/// Items that a fact adds to the questions and takes out of them.
pub(crate) fn fact_effect(added: &[&str], removed: &[&str]) -> String {
    let part =
        |verb: &str, ids: &[&str]| (!ids.is_empty()).then(|| format!("{verb} {} 项（{}）", ids.len(), ids.join("、")));
    let parts: Vec<_> = [part("多问", added), part("少问", removed)].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("勾上后{}。", parts.join("，")) }
}

/// Label of the preparer's name.
pub(crate) const PREPARER: &str = "编制人";
/// Explains the preparer; the officer's name, if it is known, stands for an empty one.
pub(crate) fn preparer_hint(officer: &str) -> String {
    match officer.trim() {
        "" => "填报的人，姓名写进报告".into(),
        officer => format!("填报的人，姓名写进报告；不填就写安全员 {officer}"),
    }
}

/// Says how far the required fields are.
pub(crate) fn progress(filled: usize, required: usize) -> String {
    format!("必填 {required} 项，已填 {filled} 项")
}

/// Disclosure with the fields that are missing or wrong.
pub(crate) fn to_mend(count: usize) -> String {
    format!("还有 {count} 处没填或要改")
}

/// Button that writes 0 into the fields of a block; empty where there is none.
pub(crate) fn nothing_happened(block: Block) -> &'static str {
    match block {
        Block::Accidents => "本月没有事故，全部填 0",
        Block::Inspections => "本月没有被检查，填 0",
        _ => "",
    }
}

/// Button that takes a figure from a check item.
pub(crate) fn from_item(value: &str, item: &str) -> String {
    format!("填 {value}（检查项 {item}）")
}

/// Button that takes the number of workers.
pub(crate) fn from_workers(value: &str) -> String {
    format!("填 {value}（从业人员数）")
}

/// Button that takes a figure from the hazard ledger.
pub(crate) fn from_ledger(value: &str) -> String {
    format!("填 {value}（台账里执法检查发现的）")
}

/// Hint of the reasons, when hazards are open.
pub(crate) fn open_hazards(open: u32) -> String {
    format!("台账里还有 {open} 条没有销号")
}

/// Heading of the ledger in figures.
pub(crate) const LEDGER: &str = "隐患汇总";
pub(crate) const LEDGER_HINT: &str = "由隐患台账自动算出，不用填。";
/// Link to the ledger.
pub(crate) const TO_LEDGER: &str = "看隐患台账";
pub(crate) const CARRIED: &str = "上月结转";
pub(crate) const ADDED: &str = "本月新增（含重开）";
pub(crate) const ADDED_MAJOR: &str = "其中重大";
pub(crate) const CLOSED: &str = "本月销号";
pub(crate) const OPEN: &str = "月末未销号";
pub(crate) const DUE: &str = "到期应改";
pub(crate) const DUE_CLOSED: &str = "到期已改";
pub(crate) const DUE_RATE: &str = "到期整改率";
pub(crate) const OVERDUE: &str = "月末逾期";
pub(crate) const REOPENED: &str = "重开";
pub(crate) const BY_WORKERS: &str = "员工报告";
