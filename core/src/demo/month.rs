//! Figures and texts of the invented month.

use super::day;
use crate::month::figures::{MonthFacts, MonthField};
use crate::value::period::{Period, Span};

/// Yuan spent on safety in each earlier month of the year.
const USUAL_SPENDING: u32 = 15_200;
/// Yuan of safety expenses to be set aside each month.
const EXPENSE_A_MONTH: u32 = 8_200;

pub(super) fn facts(period: Period, span: Span) -> MonthFacts {
    use MonthField as F;
    let months = u32::from(period.month());
    let spent = 18_600;
    let fields = [
        (F::Checks, "5".into()),
        (F::PrincipalChecks, "1".into()),
        (F::PrincipalCheckDay, day(span, 4).to_string()),
        (F::CheckPeople, "7".into()),
        (F::CheckScope, "机加工、焊接、抛光车间，污水站，配电房，外委检修现场".into()),
        (F::CheckBasis, "本厂检查表；10号令第三条、第七条、第十一条、第十三条".into()),
        (F::DutyListVersion, "第3版".into()),
        (F::RiskListVersion, "第3版".into()),
        (F::PostListVersion, "第4版".into()),
        (F::DailyListVersion, "第2版".into()),
        (F::ListsUpdated, day(span, -40).to_string()),
        (F::PostsSigned, "34".into()),
        (F::PostsTotal, "36".into()),
        (F::Trained, "33".into()),
        (F::ToTrain, "36".into()),
        (F::NewWorkersPassed, "2".into()),
        (F::NewWorkers, "2".into()),
        (F::CertificatesValid, "8".into()),
        (F::CertificatesNeeded, "8".into()),
        (F::CertificatesExpiring, "1".into()),
        (F::PlanState, "综合预案一份、现场处置方案四份，均在有效期内".into()),
        (F::Drills, "1".into()),
        (F::SuppliesChecked, day(span, 18).to_string()),
        (F::Accidents, "0".into()),
        (F::Deaths, "0".into()),
        (F::SeriousInjuries, "0".into()),
        (F::MinorInjuries, "0".into()),
        (F::NearMisses, "1".into()),
        (F::Spent, spent.to_string()),
        (F::SpentYear, (spent + USUAL_SPENDING * (months - 1)).to_string()),
        (F::ExpenseDue, (EXPENSE_A_MONTH * months).to_string()),
        (F::ExpenseSet, (EXPENSE_A_MONTH * months).to_string()),
        (F::InspectionFindings, "2".into()),
        (F::InspectionFixed, "2".into()),
        (F::InspectionPapers, "演示文书第1号（虚构）".into()),
        (F::OpenReasons, "除尘器改造在等设备到货；行车防脱钩装置配件缺货，行车已停用".into()),
        (F::HelpNeeded, "无".into()),
        (F::NextFocus, "完成除尘器改造和验收；补齐外委单位定期检查；清理拖地电缆".into()),
    ];
    MonthFacts { fields: fields.into(), facts: ["transfers".to_owned()].into() }
}
