//! What a receipt says about a report that was taken in: sentences that the office signs.
//!
//! They stand here and not among the words of the interface, because whoever edits a page must not change what is signed.

use super::desk::Remark;
use crate::value::day::Day;
use crate::value::period::Period;

/// The sentence for a remark that the enterprise should look into; `None` for one that only informs the office.
pub fn note(remark: &Remark) -> Option<String> {
    Some(match remark {
        Remark::NoPrevious(_)
        | Remark::PreviousNotHere { .. }
        | Remark::CorrectedNotHere
        | Remark::UnknownMembers(_)
        | Remark::Deputy { .. } => return None,
        Remark::FiguresDiffer(count) => format!("{count} 处数字与复算不一致"),
        Remark::UnknownCatalogue => "所用的检查表街道没有，没有复算".into(),
        Remark::WrongMonth { expected } => format!("不是核对的月份（{}）", month(*expected)),
        Remark::Late { due, sealed_on } => format!("逾期：{}签名，期限 {}", date(*sealed_on), date(*due)),
        Remark::OtherStatement => "签名时的声明不是规定的那一句".into(),
        Remark::OddWorkers(count) => format!("从业人数写的是 {count} 人"),
        Remark::SignedInFuture { sealed_on } => format!("自称的签名日期（{}）还没有到", date(*sealed_on)),
        Remark::DueDiffers { stated, due } => {
            format!("报告里写的期限是{}，街道的期限是{}", date(*stated), date(*due))
        }
        Remark::ReceivedLate { due, received_on } => {
            format!("逾期：{}收到，期限 {}", date(*received_on), date(*due))
        }
        Remark::BeforeEnd { sealed_on } => format!("本期还没结束就签名（{}）", date(*sealed_on)),
        Remark::MonthsSkipped { period } => format!("中间缺月：上一份是{}的", month(*period)),
        Remark::PreviousOfAnother => "它指认的上月报告是别的企业或别的月份的".into(),
        Remark::NotTheFirst => "自称首次报送，但街道已有更早月份的报告".into(),
        Remark::PreviousUnexplained => "没有接上月的报告，也没有写原因".into(),
        Remark::PrincipalDiffers => "以主要负责人身份签名的人，与文件里的主要负责人姓名不同".into(),
        Remark::MandateOfAnother { principal } => {
            format!("受托人的授权委托书是“{principal}”出的，报告里写的主要负责人是另一个名字")
        }
        Remark::AnotherPrincipal { registered } => {
            format!("登记册里还有主要负责人“{registered}”的在用密钥，请说明现在由谁负责")
        }
        Remark::DeputyCorrection { .. } => "另有一份受托人签的更高版本，没有经街道核实收下，不作为更正".into(),
        Remark::PreparerUnregistered => "编制人的密钥未登记".into(),
        Remark::NameDiffers { registered, .. } => format!("企业名称与登记的“{registered}”不同"),
        Remark::Contradicted { .. } => "同一月份同一版本还有另一份内容不同的报告，两份密钥的登记情况不同".into(),
        Remark::DoubtfulCorrection { .. } => "另有一份版本更高的报告，但它的密钥没有登记，不作为更正".into(),
    })
}

/// `2026年11月21日`
fn date(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `2026年11月`
fn month(period: Period) -> String {
    format!("{}年{}月", period.year(), period.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_report_is_noted_with_both_days() {
        let day = |text| Day::parse(text).unwrap();
        let late = Remark::Late { due: day("2026-11-30"), sealed_on: day("2026-12-02") };
        assert_eq!(note(&late).as_deref(), Some("逾期：2026年12月2日签名，期限 2026年11月30日"));
    }

    #[test]
    fn what_only_informs_the_office_is_not_signed() {
        assert_eq!(note(&Remark::CorrectedNotHere), None);
        assert_eq!(note(&Remark::UnknownMembers(3)), None);
    }
}
