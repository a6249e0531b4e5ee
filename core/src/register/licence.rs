//! Tells which work needs a certificate, by the names of trades in the table of certificates.
//!
//! A trade is no certificate, and most trades need none: a person whose trade is not named does not lack one.

use super::person::CertificateKind;
use crate::trade::{CERTIFICATE_WORDS, CERTIFICATE_WORK, NO_CERTIFICATE_WORK};
use crate::value::fold::fold;

/// The kind of certificate that a trade needs or that a certificate is.
///
/// `None` for trades that need none and for other certificates.
pub fn licence_of(name: &str) -> Option<CertificateKind> {
    let said = fold(name);
    if NO_CERTIFICATE_WORK.iter().any(|word| said.contains(word)) {
        return None;
    }
    // What a certificate is called says more than the work it names.
    let named = CERTIFICATE_WORDS.iter().chain(&CERTIFICATE_WORK);
    named.filter(|(_, words)| words.iter().any(|word| said.contains(word))).map(|(kind, _)| *kind).next()
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
            ("光电工艺员", None),
            ("污水处理工", None),
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
