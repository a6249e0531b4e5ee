//! Words of the enterprise page.

use anziping_core::enterprise::{EnterpriseField, OfficerTime, RiskClass};

pub(crate) const TITLE: &str = "企业信息";

/// Label of a field.
pub(crate) fn label(field: EnterpriseField) -> &'static str {
    match field {
        EnterpriseField::Name => "企业名称",
        EnterpriseField::Uscc => "统一社会信用代码",
        EnterpriseField::Address => "生产地址",
        EnterpriseField::Village => "所在村居",
        EnterpriseField::Office => "报送对象（安管办）",
        EnterpriseField::Industry => "行业",
        EnterpriseField::MineKind => "矿山类型",
        EnterpriseField::Workers => "从业人员数",
        EnterpriseField::Principal => "主要负责人",
        EnterpriseField::PrincipalPhone => "主要负责人电话",
        EnterpriseField::Officer => "安全员",
        EnterpriseField::OfficerPhone => "安全员电话",
        EnterpriseField::OfficerTime => "安全员专职还是兼职",
        EnterpriseField::RiskClass => "风险类别",
        EnterpriseField::Level => "标准化等级和有效期",
        EnterpriseField::Insurance => "安责险",
    }
}

/// Hint below a label; empty where the label says it all.
pub(crate) fn hint(field: EnterpriseField) -> &'static str {
    match field {
        EnterpriseField::Name => "和营业执照上的一致",
        EnterpriseField::Uscc => "营业执照上的 18 位代码",
        EnterpriseField::Office => "例如 某某街道安全生产管理办公室",
        EnterpriseField::Workers => "含劳务派遣、实习人员",
        EnterpriseField::Village => "例如 某某村、某某社区",
        EnterpriseField::Principal => "法定代表人或者实际控制人，对本单位安全生产全面负责，最后由本人签名",
        EnterpriseField::PrincipalPhone | EnterpriseField::OfficerPhone => "只存在本机，不写进报告",
        EnterpriseField::Officer => "姓名不写进报告，除非由安全员编制",
        EnterpriseField::RiskClass => "由街道评定，A 风险最低，D 最高；没评定就不选",
        EnterpriseField::Level => "没有就不填，例如 三级，2027年6月到期",
        EnterpriseField::Insurance => "例如 已投保，2027年3月到期；没有就不填",
        EnterpriseField::Address
        | EnterpriseField::Industry
        | EnterpriseField::MineKind
        | EnterpriseField::OfficerTime => "",
    }
}

/// 专职 or 兼职.
pub(crate) fn officer_time(time: OfficerTime) -> &'static str {
    match time {
        OfficerTime::FullTime => "专职",
        OfficerTime::PartTime => "兼职",
    }
}

/// A risk class.
pub(crate) fn risk_class(class: RiskClass) -> &'static str {
    match class {
        RiskClass::A => "A 类（低）",
        RiskClass::B => "B 类（较低）",
        RiskClass::C => "C 类（较高）",
        RiskClass::D => "D 类（高）",
    }
}

/// Headings of the sections.
pub(crate) const SECTION_WHO: &str = "基本信息";
pub(crate) const SECTION_SIZE: &str = "行业和人数";
/// Principal and safety officer.
pub(crate) const SECTION_PEOPLE: &str = "负责人和安全员";
/// The heading of facts that offices and insurers gave.
pub(crate) const SECTION_STANDING: &str = "类别、等级和保险";
/// When the month ends and the report is due.
pub(crate) const SECTION_RHYTHM: &str = "每月什么时候报";
pub(crate) const SECTION_AREAS: &str = "高风险领域：有哪些就勾哪些";
pub(crate) const AREAS_HINT: &str = "勾了的领域，每月要查四个 100%。";
pub(crate) const SECTION_FACTS: &str = "企业情况：有哪些就勾哪些";
pub(crate) const FACTS_HINT: &str = "决定要查哪些检查项，情况变了再来改。";
/// Said below the title.
pub(crate) const INTRO: &str = "填一次，以后每月沿用。";
/// Said while the month is sealed.
pub(crate) const SEALED_HINT: &str = "本月报告已签名。这里的改动不影响已签名的报告，从下一次报告起生效。";
pub(crate) const COMPLETE: &str = "必填内容已填齐。";
/// In front of the links to what is missing.
pub(crate) const OPEN_FIELDS: &str = "签名前还要填好：";
/// The credit code is right.
pub(crate) const USCC_GOOD: &str = "18 位，校验通过";
/// No risk class was set.
pub(crate) const RISK_CLASS_NONE: &str = "没评定";
/// Industry without a choice.
pub(crate) const INDUSTRY_HINT: &str = "只选一个，按营业执照上的主业；有采矿许可证、开山采石的选“非煤矿山”";

/// `机械`: the name of an industry, without the words around it.
pub(crate) fn industry(label: &str) -> &str {
    let name = label.strip_prefix("属于").unwrap_or(label);
    name.strip_suffix("行业").unwrap_or(name)
}

/// `现在要查 84 项，7 个高风险领域`
pub(crate) fn asked(items: usize, areas: usize) -> String {
    match areas {
        0 => format!("按现在的情况，要查 {items} 项"),
        areas => format!("按现在的情况，要查 {items} 项，另有 {areas} 个高风险领域"),
    }
}

/// Select of the last day of a period.
pub(crate) const CUT_OFF: &str = "每期到哪天为止";
/// Hint of the last day.
pub(crate) const CUT_OFF_HINT: &str = "街道没有另外规定，就用自然月";
pub(crate) const CUT_OFF_MONTH: &str = "自然月（1 日到月末）";
/// Select of the due day.
pub(crate) const DUE: &str = "哪天前报送";
/// The last day of the period.
pub(crate) const DUE_END: &str = "每期最后一天";
/// Hint of the due day.
pub(crate) const DUE_HINT: &str = "以街道通知为准";
/// A day of the month.
pub(crate) fn day_of_month(day: u8) -> String {
    format!("每月 {day} 日")
}

/// Says which days the open period has and when its report is due.
pub(crate) fn rhythm(span: anziping_core::value::period::Span, due: anziping_core::value::day::Day) -> String {
    format!("本期：{}，{}前报送。", super::common::span(span), super::common::day(due))
}

/// Heading of the dialog.
pub(crate) const CHANGE_TITLE: &str = "这样改，检查内容会变";
pub(crate) const APPLY: &str = "应用";
/// Leaves everything as it was.
pub(crate) const CANCEL: &str = "取消";
/// Said when something disappears.
pub(crate) const KEPT: &str = "不再查的内容，已经填的答案都留着；以后改回来，答案还在。";
/// A disappearing question has an answer.
pub(crate) const ANSWERED: &str = "已填";
/// A disappearing question has none.
pub(crate) const BLANK: &str = "没填";
/// Heading of the items that appear.
pub(crate) fn appear(count: usize) -> String {
    format!("新增 {count} 项要查")
}
/// Heading of the items that disappear.
pub(crate) fn disappear(count: usize) -> String {
    format!("不再查 {count} 项")
}
/// An area in the dialog.
pub(crate) fn area(name: &str) -> String {
    format!("高风险领域“{name}”的四个 100%")
}
