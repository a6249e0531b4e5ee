//! Words of the page with the facts and figures of the month.

use anziping_core::month::{Block, MonthField};

/// Title of the page.
pub const TITLE: &str = "本月情况";

/// Heading of a block.
pub fn block(block: Block) -> &'static str {
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
pub fn block_hint(block: Block) -> &'static str {
    match block {
        Block::Accidents => "没有发生也要填 0。",
        Block::FourLists => "主体责任、重大安全风险管控、岗位责任、日常工作四张清单，写版本号，没有就不填。",
        Block::Inspections => "本月被街道、应急等部门检查的情况，没有就填 0。",
        _ => "",
    }
}

/// Label of a field.
pub fn label(field: MonthField) -> &'static str {
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
        MonthField::NearMisses => "险肇（未遂）起数",
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
pub fn unit(field: MonthField) -> &'static str {
    use MonthField as F;
    match field {
        F::Checks | F::PrincipalChecks | F::Drills => "次",
        F::CheckPeople | F::PostsSigned | F::PostsTotal | F::Trained | F::ToTrain | F::NewWorkersPassed | F::NewWorkers => "人",
        F::CertificatesValid | F::CertificatesNeeded | F::Deaths | F::SeriousInjuries | F::MinorInjuries => "人",
        F::CertificatesExpiring => "个",
        F::Accidents | F::NearMisses => "起",
        F::Spent | F::SpentYear | F::ExpenseDue | F::ExpenseSet => "元",
        F::InspectionFindings | F::InspectionFixed => "个",
        _ => "",
    }
}
