//! The invented machine shop.

use crate::enterprise::{Enterprise, OfficerTime, RiskClass};

/// 主要负责人 of the demo: a role, nobody's name.
pub(super) const PRINCIPAL: &str = "演示负责人";
/// 安全员 of the demo.
pub(super) const OFFICER: &str = "演示安全员";

/// Facts that hold: seven high-risk areas; cranes, welding, metal polishing, a waste-water pit.
const FACTS: [&str; 13] = [
    "hot_work",
    "confined_space",
    "temporary_power",
    "lifting",
    "combustible_dust",
    "maintenance",
    "contractors",
    "special_equipment",
    "special_operations",
    "poisoning_space",
    "listed_alarms",
    "occupational_hazards",
    "outside_workers",
];

pub(super) fn enterprise() -> Enterprise {
    Enterprise {
        name: "演示机械加工厂（虚构）".into(),
        // Reads "DEM0 … 36"; the last character agrees with the others, the rest belongs to nobody.
        uscc: "91320000DEM0000368".into(),
        address: "演示市演示区工业路1号（虚构）".into(),
        village: "演示村".into(),
        office: "演示街道安全生产管理办公室".into(),
        industry: "machinery".into(),
        workers: "36".into(),
        principal: PRINCIPAL.into(),
        principal_phone: "000-00000001".into(),
        officer: OFFICER.into(),
        officer_phone: "000-00000002".into(),
        officer_time: Some(OfficerTime::PartTime),
        risk_class: Some(RiskClass::C),
        level: "未定级".into(),
        insurance: "已投保，保单在有效期内".into(),
        facts: FACTS.map(str::to_owned).into(),
        ..Enterprise::default()
    }
}
