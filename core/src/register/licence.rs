//! Which work needs a certificate: the trades of 19号令 and of the list of special equipment work, by their usual names.
//!
//! A trade is no certificate, and most trades need none: whoever is not named here does not lack one.

use super::person::CertificateKind;
use crate::exchange::fold;

/// Special operations: words of which one stands in the name of the trade or of the certificate.
const OPERATIONS: [&str; 19] = [
    "电工",
    "电焊",
    "焊工",
    "气焊",
    "焊接",
    "热切割",
    "气割",
    "高处作业",
    "登高",
    "架子",
    "制冷",
    "空调",
    "冶金煤气",
    "煤气作业",
    "化工自动化",
    "聚合工艺",
    "烟花爆竹",
    "尾矿",
    "矿山安全检查",
];
/// Work with special equipment.
const EQUIPMENT: [&str; 19] = [
    "叉车",
    "场车",
    "起重",
    "行车",
    "天车",
    "吊车",
    "司索",
    "锅炉",
    "司炉",
    "水处理",
    "压力容器",
    "快开门",
    "气瓶",
    "充装",
    "电梯",
    "观光车",
    "压力管道",
    "场内机动车",
    "索道",
];
/// Words in which the ones above stand by chance, or of people who do not do the work.
const OTHERS: [&str; 10] = ["工程师", "电工程", "行车记录", "销售", "仓管", "采购", "学徒", "会计", "文员", "辅助"];

/// The kind of certificate that a trade needs or that a certificate is; `None` for trades that need none and for other
/// certificates.
pub fn licence_of(name: &str) -> Option<CertificateKind> {
    let said = fold(name);
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if said.is_empty() || has(&OTHERS) {
        None
    } else if has(&["特种设备"]) || has(&EQUIPMENT) {
        Some(CertificateKind::SpecialEquipment)
    } else if has(&["特种作业"]) || has(&OPERATIONS) {
        Some(CertificateKind::SpecialOperation)
    } else {
        None
    }
}

/// The work that the name of a certificate speaks of: 低压电工作业 of 低压电工作业证; empty where it speaks of none.
pub(super) fn work_of(certificate: &str) -> &str {
    let work = certificate.trim();
    let plain =
        ["操作资格证", "操作证书", "操作证", "作业证书", "证书", "证"].iter().find_map(|end| work.strip_suffix(end));
    let work = plain.unwrap_or(work);
    let general = ["特种作业", "特种设备", "作业人员"];
    if general.iter().any(|word| work.contains(word)) { "" } else { work }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trades_that_need_a_certificate_are_those_of_the_rules() {
        use CertificateKind::{SpecialEquipment, SpecialOperation};
        for (name, expected) in [
            ("低压电工作业证", Some(SpecialOperation)),
            ("焊接与热切割作业", Some(SpecialOperation)),
            ("特种作业操作证", Some(SpecialOperation)),
            ("叉车司机", Some(SpecialEquipment)),
            ("起重机械指挥", Some(SpecialEquipment)),
            ("特种设备作业人员证", Some(SpecialEquipment)),
            ("车间主任", None),
            ("刘一 木工", None),
            ("会计", None),
            ("机电工程师", None),
            ("健康证", None),
            ("", None),
        ] {
            assert_eq!(licence_of(name), expected, "{name}");
        }
        assert_eq!(
            (work_of("低压电工作业证"), work_of("特种作业操作证"), work_of("叉车证")),
            ("低压电工作业", "", "叉车")
        );
    }
}
