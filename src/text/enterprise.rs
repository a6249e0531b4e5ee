//! Words of the enterprise page.

use anziping_core::enterprise::{EnterpriseField, OfficerTime, RiskClass};

/// Title of the page.
pub const TITLE: &str = "企业信息";

/// Label of a field.
pub fn label(field: EnterpriseField) -> &'static str {
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
pub fn hint(field: EnterpriseField) -> &'static str {
    match field {
        EnterpriseField::Name => "和营业执照上的一致",
        EnterpriseField::Uscc => "营业执照上的 18 位代码",
        EnterpriseField::Office => "例如 某某街道安全生产管理办公室",
        EnterpriseField::Workers => "含劳务派遣、实习人员",
        EnterpriseField::PrincipalPhone | EnterpriseField::OfficerPhone => "只存在本机，不写进报告",
        EnterpriseField::Officer => "姓名不写进报告，除非由安全员编制",
        EnterpriseField::RiskClass => "由街道评定，A 风险最低，D 最高；没评定就不选",
        EnterpriseField::Level => "没有就不填，例如 三级，2027年6月到期",
        EnterpriseField::Insurance => "例如 已投保，2027年3月到期；没有就不填",
        _ => "",
    }
}

/// 专职 or 兼职.
pub fn officer_time(time: OfficerTime) -> &'static str {
    match time {
        OfficerTime::FullTime => "专职",
        OfficerTime::PartTime => "兼职",
    }
}

/// A risk class.
pub fn risk_class(class: RiskClass) -> &'static str {
    match class {
        RiskClass::A => "A 类（低）",
        RiskClass::B => "B 类（较低）",
        RiskClass::C => "C 类（较高）",
        RiskClass::D => "D 类（高）",
    }
}
