//! The sentences of a receipt about a report that was taken in; the office signs them.
//!
//! They stand here and not among the words of the interface, because whoever edits a page must not change what is
//! signed.

use super::desk::Remark;
use super::difference::{Amount, ReportedFigure};
use super::intake::CheckedReport;
use crate::document::receipt::Receipt;
use crate::document::returned::Return;
use crate::score::total::ScoreGrade;
use crate::value::day::Day;
use crate::value::period::Period;

/// The sentence for a remark that the enterprise should look into.
///
/// `None` for one that only informs the office.
pub fn note(remark: &Remark) -> Option<String> {
    Some(match remark {
        Remark::NoPrevious(_)
        | Remark::PreviousNotHere { .. }
        | Remark::CorrectedNotHere
        | Remark::UnknownMembers(_)
        | Remark::WrongMonth { .. }
        | Remark::SameName { .. }
        | Remark::Deputy { .. } => return None,
        Remark::FiguresDiffer(count) => format!("{count} 处数字和街道重新算的不一致"),
        Remark::UnknownCatalogue => "所用的检查表街道没有，没有重新计算".into(),
        Remark::HazardsGone { period, hazards, major } => format!(
            "{}的报告里没有销号的隐患，这份报告里没有了：{}{}，请说明",
            month(*period),
            hazards.join("、"),
            if *major > 0 { format!("（其中重大 {major} 条）") } else { String::new() }
        ),
        Remark::NoLongerMajor { period, hazards } => {
            format!("{}报的重大隐患，这份报告里改成了一般：{}，请说明", month(*period), hazards.join("、"))
        }
        Remark::SameAnswers { period } => {
            format!("全部回答和核对日期都与{}的报告相同，请确认本月重新查过", month(*period))
        }
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

/// The sentences of a receipt: those of the remarks, and which figures differ.
pub fn notes(found: &CheckedReport, remarks: &[Remark]) -> Vec<String> {
    let figures = found.differences.iter().take(FIGURES).map(|difference| {
        let (declared, computed) = (amount(difference.declared), amount(difference.computed));
        format!("{}：报告写{declared}，街道重新算是{computed}", figure(&difference.figure))
    });
    remarks.iter().filter_map(note).chain(figures).collect()
}

/// A receipt as a message to its enterprise, to be sent beside the file.
pub fn message(receipt: &Receipt) -> String {
    let Receipt { office, enterprise, period, revision, received_on, remarks, .. } = receipt;
    let head = format!(
        "{}：已于{}收到贵单位{}自评报告（第 {revision} 版），回执见附件。",
        enterprise.name,
        date(*received_on),
        month(*period)
    );
    let asked = if remarks.is_empty() { String::new() } else { format!("请看：{}。", remarks.join("；")) };
    format!("{head}{asked}{office}")
}

/// A return as a message to its enterprise: in words, and below them the signed text itself.
///
/// Pasting the whole message has the same effect as handing in the file.
///
/// # Errors
/// The text of the file is no JSON, which no signed file is.
pub fn return_message(returned: &Return, file_text: &str) -> Result<String, serde_json::Error> {
    let Return { office, enterprise, period, revision, remarks, .. } = returned;
    let said = remarks.iter().map(|remark| match &remark.place {
        Some(place) => format!("{place}：{}", remark.text),
        None => remark.text.clone(),
    });
    let said: Vec<String> = said.enumerate().map(|(at, said)| format!("{}. {said}", at + 1)).collect();
    let head = format!(
        "{}：贵单位{}自评报告（第 {revision} 版）退回，请更正后重新签名上报。",
        enterprise.name,
        month(*period),
    );
    // The signed text begins with the first brace of the message.
    let words = format!("{head}\n{}\n{office}", said.join("\n")).replace('{', "｛").replace('}', "｝");
    let file: serde_json::Value = crate::json::read(file_text)?;
    let text = crate::json::write(&file)?;
    Ok(format!("{words}\n把这条消息全文复制，粘贴到自评页面“签名和导出”的“粘贴街道发来的文字”里：\n{text}"))
}

/// Figures named on a receipt; their number stands before them.
const FIGURES: usize = 10;

/// A figure by the number or id under which the enterprise knows it.
fn figure(figure: &ReportedFigure) -> String {
    match figure {
        ReportedFigure::Element(number) => format!("要素 {number} 得分"),
        ReportedFigure::Total => "总分".into(),
        ReportedFigure::Grade => "等级".into(),
        ReportedFigure::Capped => "一票否决".into(),
        ReportedFigure::Veto(id) => format!("否决项 {id}"),
        ReportedFigure::TargetRate { area, code } | ReportedFigure::TargetMet { area, code } => {
            format!("领域 {area} {code}")
        }
        ReportedFigure::Ledger(name) => ledger(name).to_owned(),
        ReportedFigure::Asked => "应查项数".into(),
        ReportedFigure::Confirmed => "本月确认项数".into(),
        ReportedFigure::Carried => "沿用项数".into(),
        ReportedFigure::Unsure => "待核实项数".into(),
        ReportedFigure::NotApplicable => "手工不适用项数".into(),
        ReportedFigure::Item(id) => format!("检查项 {id} 在不在报告里"),
        ReportedFigure::Area(id) => format!("领域 {id} 在不在报告里"),
        ReportedFigure::Point(id) => format!("要点 {id} 在不在报告里"),
    }
}

/// A count of the ledger by its member name.
pub fn ledger(name: &str) -> &str {
    match name {
        "carried" => "隐患：上月结转",
        "added" => "隐患：本月新增",
        "added_major" => "隐患：本月新增重大",
        "closed" => "隐患：本月销号",
        "open" => "隐患：月末未销号",
        "open_major" => "隐患：月末未销号重大",
        "due" => "隐患：到期应改",
        "due_closed" => "隐患：到期已改",
        "due_on_time" => "隐患：按期整改",
        "overdue" => "隐患：逾期未销号",
        "uncontrolled" => "隐患：未落实整改条件",
        "reopened" => "隐患：重开",
        "reported_by_workers" => "隐患：员工报告",
        other => other,
    }
}

fn amount(amount: Amount) -> String {
    match amount {
        Amount::None => "没有".into(),
        Amount::Score(score) => format!(" {score} 分"),
        Amount::Grade(ScoreGrade::Excellent) => "优秀".into(),
        Amount::Grade(ScoreGrade::Pass) => "合格".into(),
        Amount::Grade(ScoreGrade::Fail) => "不合格".into(),
        Amount::Count(count) => format!(" {count}"),
        Amount::Flag(true) => "是".into(),
        Amount::Flag(false) => "否".into(),
        Amount::Rate(rate) => format!(" {}/{}", rate.done, rate.total),
    }
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
    use anziping_seal::Sha256;

    use super::*;
    use crate::document::{NamedEnterprise, SignedDocument};
    use crate::value::timestamp::Timestamp;
    use crate::value::uscc::UnifiedCode;

    #[test]
    fn a_late_report_is_noted_with_both_days() {
        let day = |text| Day::parse(text).unwrap();
        let late = Remark::Late { due: day("2026-11-30"), sealed_on: day("2026-12-02") };
        assert_eq!(note(&late).as_deref(), Some("逾期：2026年12月2日签名，期限 2026年11月30日"));
    }

    #[test]
    fn a_message_names_the_enterprise_the_report_and_what_is_asked() {
        let receipt = Receipt {
            kind: Receipt::TYPE.into(),
            schema: Receipt::SCHEMA.into(),
            version: Receipt::VERSION.into(),
            office: "甲街道".into(),
            enterprise: NamedEnterprise {
                name: "乙厂".into(),
                uscc: UnifiedCode::parse("91310000MA1FL0000N").unwrap(),
            },
            period: Period::parse("2026-11").unwrap(),
            revision: 2,
            document_sha256: Sha256::of(b""),
            file_sha256: Sha256::of(b""),
            received_on: Day::parse("2026-12-01").unwrap(),
            remarks: vec!["编制人的密钥未登记".into()],
            issued_at: Timestamp::parse("2026-12-01T09:00:00+08:00").unwrap(),
            signers: vec![],
        };
        let said = "乙厂：已于2026年12月1日收到贵单位2026年11月自评报告（第 2 版），回执见附件。请看：编制人的密钥未登记。甲街道";
        assert_eq!(message(&receipt), said);
    }

    #[test]
    fn what_only_informs_the_office_is_not_signed() {
        assert_eq!(note(&Remark::CorrectedNotHere), None);
        assert_eq!(note(&Remark::UnknownMembers(3)), None);
    }
}
