//! One sentence for each fault: what is wrong, and what to do about it.

use anziping_core::enterprise::{EnterpriseFault, EnterpriseField};
use anziping_core::hazard::{CorrectionFault, HAZARD_TEXT_MAX, HazardFault, HazardField};
use anziping_core::month::answer::{AnswerFault, NOTE_MAX};
use anziping_core::month::contradiction::Clash;
use anziping_core::month::figures::MonthFault;
use anziping_core::review::{ReviewFinding, Unsettled};
use anziping_core::value::count::COUNT_MAX;
use anziping_core::value::line::{LINE_MAX, LineFault, line_fault};
use anziping_core::value::uscc::UnifiedCodeFault;

use super::{enterprise, hazard, month};

/// Fault of an answer.
pub(crate) fn answer(fault: AnswerFault) -> String {
    match fault {
        AnswerFault::CountMissing => "两个数都要填，没有就填 0。".into(),
        AnswerFault::NotACount => format!("请填 0 到 {COUNT_MAX} 的整数。"),
        AnswerFault::DoneExceedsTotal => "前一个数不能大于后一个数。".into(),
        AnswerFault::ReasonMissing => "选“不适用”要写明原因。".into(),
        AnswerFault::TextTooLong => format!("说明最多 {NOTE_MAX} 个字，请删短一些。"),
    }
}

/// Fault of a unified social credit code.
pub(crate) fn unified_code(fault: UnifiedCodeFault) -> String {
    match fault {
        UnifiedCodeFault::Empty => "请填统一社会信用代码。".into(),
        UnifiedCodeFault::Length(found) => format!("应为 18 位，现在是 {found} 位。请对照营业执照。"),
        UnifiedCodeFault::Character { at, found } => {
            format!("第 {at} 位“{found}”不会出现在信用代码里（不用字母 I、O、S、V、Z）。请对照营业执照。")
        }
        UnifiedCodeFault::Check { .. } => "校验位不对，有一位填错或两位填反了。请对照营业执照。".into(),
    }
}

/// Fault of a text of one line.
pub(crate) fn line(fault: LineFault) -> String {
    match fault {
        LineFault::TooLong => format!("最多 {LINE_MAX} 个字，请删短一些。"),
        LineFault::LineBreak => "里面有换行或看不见的字符，请删掉后重填。".into(),
    }
}

/// Says the fault of a text of one line that may not be empty; `missing` is said of an empty one.
pub(crate) fn required_line(text: &str, missing: &str) -> Option<String> {
    if text.trim().is_empty() { Some(missing.to_owned()) } else { line_fault(text).map(line) }
}

/// Fault of a field of the enterprise.
pub(crate) fn enterprise(field: EnterpriseField, fault: EnterpriseFault) -> String {
    match fault {
        EnterpriseFault::Missing => format!("请填{}。", enterprise::label(field)),
        EnterpriseFault::Line(fault) => line(fault),
        EnterpriseFault::Code(fault) => unified_code(fault),
        EnterpriseFault::NotACount => "请填 1 以上的整数，派遣工也算。".into(),
        EnterpriseFault::MineKindMissing => "请至少选一种矿山类型。".into(),
    }
}

/// Fault of a hazard.
pub(crate) fn hazard(fault: HazardFault) -> String {
    match fault {
        HazardFault::Missing(field) => format!("缺{}。", hazard::label(field)),
        HazardFault::AcceptedByOwner => "验收人不能是整改责任人自己。".into(),
        HazardFault::PrincipalMustAccept => "重大事故隐患要由主要负责人本人验收。".into(),
        HazardFault::Order(first, second) => format!("{}不能早于{}。", hazard::label(second), hazard::label(first)),
        HazardFault::NotAnAmount => "资金请填整数，单位元。".into(),
        HazardFault::TooLong(field) => format!("{}最多 {HAZARD_TEXT_MAX} 个字，请删短一些。", hazard::label(field)),
    }
}

/// A reason longer than the signed form can carry.
pub(crate) fn reason_too_long() -> String {
    format!("原因最多 {HAZARD_TEXT_MAX} 个字，请删短一些。")
}

/// Says why a correction was refused.
pub(crate) fn correction(field: HazardField, fault: CorrectionFault) -> String {
    match fault {
        CorrectionFault::ReasonMissing => hazard::REASON_MISSING.into(),
        CorrectionFault::ReasonTooLong => reason_too_long(),
        CorrectionFault::Unchanged => "和原来一样，没有要改的。".into(),
        CorrectionFault::Emptied => format!("请填{}，不能清空。", hazard::label(field)),
        CorrectionFault::NotAValue => format!("看不懂这个{}，请重填。", hazard::label(field)),
        CorrectionFault::Contradiction(found) => self::hazard(found),
    }
}

/// A finding of the review in one sentence.
pub(crate) fn finding(finding: &ReviewFinding) -> String {
    let joined =
        |fields: &[HazardField]| fields.iter().map(|&field| hazard::label(field)).collect::<Vec<_>>().join("、");
    match finding {
        ReviewFinding::Enterprise(EnterpriseFault::Missing) => "没有填".into(),
        ReviewFinding::Enterprise(fault) => enterprise(EnterpriseField::Name, *fault),
        ReviewFinding::Unanswered => "还没有答".into(),
        ReviewFinding::Answer(fault) => answer(*fault),
        ReviewFinding::Unsettled(Unsettled::Unsure, count) => format!("从这里起共 {count} 处待核实，按 0 分计"),
        ReviewFinding::Unsettled(Unsettled::Carried, count) => {
            format!("从这里起共 {count} 处沿用上次结果，本月没有确认")
        }
        ReviewFinding::VetoWithoutHazard => "这一项不符合就是重大事故隐患，台账里还没有对应的重大隐患记录".into(),
        ReviewFinding::Hazard(fault) => hazard(*fault),
        ReviewFinding::HazardIncomplete(field) => format!("缺{}", hazard::label(*field)),
        ReviewFinding::HazardLater(field) => format!("{}在本期结束之后", hazard::label(*field)),
        ReviewFinding::HazardOverdue => "过了整改期限还没有销号".into(),
        ReviewFinding::HazardUncontrolled(fields) => format!("没有落实：{}", joined(fields)),
        ReviewFinding::DoubleReportMissing => "重大事故隐患没有完成双报告（监管部门、职工大会）".into(),
        ReviewFinding::Month(MonthFault::Missing) => "没有填".into(),
        ReviewFinding::Month(fault) => month::any_fault(*fault),
        ReviewFinding::Line(fault) => line(*fault),
        ReviewFinding::LedgerDoesNotAddUp => "台账的日期互相矛盾：结转 + 新增 − 销号 ≠ 未销号".into(),
        ReviewFinding::Unscreened(count) => format!("还有 {count} 条本月没有对照"),
        ReviewFinding::Contradiction(contradiction) => clash(&contradiction.kind).into(),
        ReviewFinding::DiffersFromLedger(known) => {
            format!("填的数和隐患台账对不上，台账是 {} ÷ {}，请核对", known.done, known.total)
        }
        ReviewFinding::HazardInFuture(field) => format!("{}在今天之后，请核对", hazard::label(*field)),
        ReviewFinding::HazardsKeptElsewhere(count) => {
            format!("{count} 条已销号的隐患是从原来的台账导入的，各步经过在原台账里，请留好")
        }
        ReviewFinding::RegisterHasOtherPeople { workers, listed } => {
            format!("企业信息里填 {workers} 人，人员台账里有 {listed} 人，请核对哪一个对")
        }
        ReviewFinding::UnmetWithoutHazard(items) => {
            format!("{} 项没有完全做到，台账里还没有对应的隐患：{}", items.len(), items.join("、"))
        }
    }
}

/// Says why two answers exclude each other.
pub(crate) fn clash(kind: &Clash) -> &str {
    match kind {
        Clash::NoRecord => "答了“疑似存在”，台账里没有还没销号的重大隐患记录",
        Clash::MetBesideMajor => "答了做到，同一件事在台账里还有没销号的重大隐患",
        Clash::MetBesideSuspicion => "答了做到，同一件事对照判定标准却是“疑似存在”",
        Clash::FailedWithoutSuspicion => "答了没做到（属于否决情形），对照判定标准却没有一条是“疑似存在”",
        Clash::Listed(says) => says.trim_end_matches('。'),
    }
}
