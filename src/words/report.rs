//! Words of the report page.

use anziping_core::catalog::Catalogue;
use anziping_core::hazard::{Hazard, Ledger};
use anziping_core::month::figures::MonthField;
use anziping_core::review::ReviewPlace;
use anziping_core::score::targets::TargetCell;
use anziping_core::score::total::Tenths;
use anziping_core::value::period::Period;

use super::{enterprise, month};

/// Title of the page, in links as well.
pub(crate) const TITLE: &str = "月度报告";

/// Title of the document.
pub(crate) fn title(period: Period) -> String {
    format!("{} 安全生产自查自改报告", super::common::period(period))
}

/// Labels of the head.
pub(crate) const ENTERPRISE: &str = "企业";
pub(crate) const CODE: &str = "信用代码";
/// Period of the report.
pub(crate) const SPAN: &str = "本期";
/// Day on which it is due.
pub(crate) const DUE: &str = "报送期限";
pub(crate) const OFFICE: &str = "报送对象";
pub(crate) const PRINCIPAL: &str = "主要负责人";
pub(crate) const PREPARER: &str = "编制人";
/// A field that was left empty.
pub(crate) const EMPTY: &str = "未填";
pub(crate) const PRINT: &str = "打印";
/// Said when the browser cannot print.
pub(crate) const CANNOT_PRINT: &str = "这个浏览器不能打印，请换用系统自带的浏览器打开本页。";
/// Goes to the signature.
pub(crate) const TO_SEAL: &str = "去签名";
/// Goes to the sealed report.
pub(crate) const TO_SEALED: &str = "看已签名的报告";

/// Heading of the result.
pub(crate) const RESULT: &str = "自评结果";
/// The limit of the grade.
pub(crate) const INTERNAL: &str = "内部等级，不是标准化定级。90.0 分以上优秀，70.0 分以上合格。";
pub(crate) const CAPPED: &str = "一票否决：有下列情况，本月等级为不合格，得分照记。";
/// An open major hazard.
pub(crate) const OPEN_MAJOR: &str = "未销号的重大事故隐患";
/// An item that is itself a major hazard.
pub(crate) const VETO: &str = "否决项（疑似重大事故隐患，须现场核实）";
pub(crate) const NO_SCORE: &str = "还没有可以计分的检查项。";

/// Compared with last month's sealed report.
pub(crate) fn change(now: Tenths, before: Tenths, month: Period) -> String {
    let month = super::common::period(month);
    let (now_tenths, before_tenths) = (now.0, before.0);
    let by = Tenths(now_tenths.abs_diff(before_tenths));
    match now_tenths.cmp(&before_tenths) {
        std::cmp::Ordering::Greater => format!("比 {month}（{before} 分）高 {by} 分"),
        std::cmp::Ordering::Less => format!("比 {month}（{before} 分）低 {by} 分"),
        std::cmp::Ordering::Equal => format!("和 {month} 一样，{before} 分"),
    }
}

/// Says on top of the page how much stands between the month and the signature.
pub(crate) fn blocking(count: usize) -> String {
    format!("还有 {count} 处要先处理，处理完才能签名。")
}
/// Goes to the list at the end of the page.
pub(crate) const SEE_PROBLEMS: &str = "看有哪些";
pub(crate) const READY: &str = "内容已填齐，可以签名。";
/// The month is sealed.
pub(crate) fn sealed(revision: u32) -> String {
    format!("本月已签名（第 {revision} 版），只能查看。")
}

/// Heading of the elements.
pub(crate) const ELEMENTS: &str = "八个要素得分";
/// Columns of the elements.
pub(crate) const ELEMENT_COLUMNS: [&str; 10] =
    ["要素", "得分", "应查", "已确认", "不符合", "未到期", "沿用待确认", "待核实", "未答", "不适用"];
pub(crate) const TOTAL: &str = "合计";
/// The meaning of the lines in the picture.
pub(crate) const LINES: &str = "图中两条线是 70 分和 90 分。";

/// Heading of the four targets.
pub(crate) const TARGETS: &str = "高风险领域四个 100%";
/// The enterprise has none of the areas.
pub(crate) const NO_AREAS: &str = "企业信息里没有选高风险领域。";
pub(crate) const AREA: &str = "领域";
/// A target is reached.
pub(crate) const MET: &str = "达到";
/// A target is not reached.
pub(crate) const UNMET: &str = "未达到";
/// Nothing but confirmation is missing.
pub(crate) const TO_CONFIRM: &str = "沿用待确认";
/// Says the state of a cell: tone and word.
pub(crate) fn cell(cell: &TargetCell) -> (&'static str, &'static str) {
    match cell {
        cell if cell.is_met() => ("good", MET),
        cell if cell.is_to_confirm() => ("warn", TO_CONFIRM),
        _ => ("bad", UNMET),
    }
}
/// Says why a target is not reached, beside the rate.
pub(crate) fn open_points(cell: &TargetCell) -> String {
    let mut said = Vec::new();
    let mut add = |count: u32, what: &str| {
        if count > 0 {
            said.push(what.replace("{}", &count.to_string()));
        }
    };
    add(u32::try_from(cell.open_points.len()).unwrap_or(u32::MAX), "{} 条未做到");
    add(cell.carried, "{} 条沿用待确认");
    add(cell.open_major, "重大隐患未销号 {} 条");
    add(cell.overdue, "逾期 {} 条");
    add(cell.uncontrolled, "未落实 {} 条");
    said.join("，")
}

/// Heading of the hazards.
pub(crate) const HAZARDS: &str = "隐患";
/// carried + added − closed = open.
pub(crate) fn ledger(ledger: &Ledger) -> String {
    format!(
        "上月结转 {} + 本月新增 {} − 本月销号 {} = 月末未销号 {}",
        ledger.carried, ledger.added, ledger.closed, ledger.open
    )
}
/// Figures of the ledger.
pub(crate) const OPEN: &str = "月末未销号";
/// Says how many of these are major.
pub(crate) fn of_these_major(count: u32) -> String {
    format!("其中重大 {count}")
}
pub(crate) const DUE_RATE: &str = "到期整改率";
pub(crate) fn due_counts(ledger: &Ledger) -> String {
    format!("到期应改 {}，已改 {}", ledger.due, ledger.due_closed)
}
pub(crate) const OVERDUE: &str = "逾期未销号";
/// Open and out of control.
pub(crate) const UNCONTROLLED: &str = "未落实整改条件";
pub(crate) const UNCONTROLLED_HINT: &str = "缺责任人、措施、期限等";
/// Reopened and reported by workers.
pub(crate) fn ledger_notes(ledger: &Ledger) -> String {
    format!("本月新增里重大 {}，重开 {}，员工报告 {}", ledger.added_major, ledger.reopened, ledger.reported_by_workers)
}
/// Table of the open major hazards.
pub(crate) const MAJOR_LIST: &str = "未销号的重大事故隐患";
pub(crate) const MAJOR_COLUMNS: [&str; 5] = ["编号", "部位和情况", "判定依据", "整改期限", "进度"];
pub(crate) const NO_MAJOR: &str = "月末没有未销号的重大事故隐患。";
/// Suffix of a deadline that has passed.
pub(crate) const PASSED: &str = "已逾期";

/// Heading of what is not settled.
pub(crate) const UNSETTLED: &str = "没有确认的内容";
/// Questions without an answer.
pub(crate) const UNANSWERED: &str = "未答";
pub(crate) const UNSURE: &str = "待核实";
/// Carried and not confirmed.
pub(crate) const CARRIED: &str = "沿用待确认";
/// The weight of unanswered questions.
pub(crate) const UNANSWERED_HINT: &str = "按 0 分计，签名前要答完";
/// The weight of answers to be verified.
pub(crate) const UNSURE_HINT: &str = "按 0 分计，报告里会写明";
/// The weight of answers taken over.
pub(crate) const CARRIED_HINT: &str = "按上次结果计分，报告里会写明";
/// A count whose parts stand in two tables; one that is of the elements alone needs no second figure.
pub(crate) fn parts(items: usize, areas: usize) -> String {
    format!("八个要素 {items} 项，高风险领域 {areas} 项")
}
/// Link to the first of them.
pub(crate) const SEE_FIRST: &str = "从第一处看起";

/// Heading of the month's figures.
pub(crate) const MONTH: &str = "本月情况";
/// Rates of the month.
pub(crate) const POSTS: &str = "岗位责任清单签订率";
pub(crate) const TRAINING: &str = "全员培训率";
pub(crate) const CERTIFICATES: &str = "特种作业持证率";
/// Heading of the accident line.
pub(crate) const ACCIDENTS: &str = "事故";
/// Its parts, each before its count.
pub(crate) const ACCIDENT_PARTS: [(&str, MonthField); 5] = [
    ("", MonthField::Accidents),
    ("死亡 ", MonthField::Deaths),
    ("重伤 ", MonthField::SeriousInjuries),
    ("轻伤 ", MonthField::MinorInjuries),
    ("未遂 ", MonthField::NearMisses),
];
/// Heading of the self-check line.
pub(crate) const CHECKS: &str = "自查";
pub(crate) const CHECK_PARTS: [(&str, MonthField); 2] =
    [("", MonthField::Checks), ("其中主要负责人带队 ", MonthField::PrincipalChecks)];
/// Heading of the drill line.
pub(crate) const DRILLS: &str = "应急演练";
/// Heading of the spending line.
pub(crate) const SPENT: &str = "安全支出";
pub(crate) const SPENT_PARTS: [(&str, MonthField); 2] =
    [("本月 ", MonthField::Spent), ("本年累计 ", MonthField::SpentYear)];
/// Heading of the inspection line.
pub(crate) const INSPECTIONS: &str = "执法检查";
pub(crate) const INSPECTION_PARTS: [(&str, MonthField); 2] =
    [("查出问题 ", MonthField::InspectionFindings), ("已改 ", MonthField::InspectionFixed)];

/// Heading of what blocks.
pub(crate) fn problems(count: usize) -> String {
    format!("签名前必须处理（{count} 处）")
}
/// Heading of what does not block.
pub(crate) fn warnings(count: usize) -> String {
    format!("提醒（{count} 处，不影响签名）")
}
pub(crate) const NO_PROBLEMS: &str = "没有影响签名的问题。";
/// Nothing to warn about.
pub(crate) const NO_WARNINGS: &str = "没有要提醒的。";
/// Headings of the groups, in the order in which a month is filled in.
pub(crate) const GROUPS: [&str; 6] =
    ["企业信息", "八个要素", "高风险领域", "隐患台账", "本月情况", super::screening::TITLE];
/// The rest of a long group.
pub(crate) fn more(count: usize) -> String {
    format!("还有 {count} 处")
}

/// The name of a place as the text of a link.
pub(crate) fn place(catalogue: &Catalogue, hazards: &[Hazard], place: &ReviewPlace) -> String {
    match place {
        ReviewPlace::Enterprise(field) => enterprise::label(*field).into(),
        ReviewPlace::Item(id) => {
            let question = catalogue.item(id).map_or("", |item| item.question.as_str());
            format!("{id} {question}")
        }
        ReviewPlace::Point(id) => {
            let point = catalogue.points().find(|point| point.id == *id);
            let area = id.split('.').next().and_then(|area| catalogue.area(area)).map_or("", |area| area.name.as_str());
            format!("{area}：{}", point.map_or(id.as_str(), |point| point.text.as_str()))
        }
        ReviewPlace::Rate(area, code) => {
            let name = catalogue.area(area).map_or(area.as_str(), |area| area.name.as_str());
            format!("{name}：{}的人数或数量", super::common::target(*code))
        }
        ReviewPlace::Hazard(id) => {
            let at = hazards
                .iter()
                .find(|hazard| hazard.id == *id)
                .map(|hazard| hazard.place.trim())
                .filter(|place| !place.is_empty());
            at.map_or_else(|| id.clone(), |at| format!("{id} {at}"))
        }
        ReviewPlace::Month(field) => month::label(*field).into(),
        ReviewPlace::Preparer => month::PREPARER.into(),
        ReviewPlace::Screening(criterion) => match criterion.as_ref().and_then(|id| catalogue.criterion(id)) {
            Some(listed) => format!("{} {}", listed.citation(), listed.criterion.text),
            None => super::screening::TITLE.into(),
        },
    }
}
