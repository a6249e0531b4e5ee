//! Words of several pages, and the writing of days, periods, figures and grades.

use anziping_core::catalog::{Interval, TargetCode};
use anziping_core::month::answer::{Mark, Status};
use anziping_core::score::total::{ScoreGrade, Tenths};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Span};
use anziping_core::value::rate::Rate;

/// Name of the product.
pub(crate) const APP: &str = "安自评";
/// The remark beside every citation.
pub(crate) const CURRENT_TEXT: &str = "以现行有效文本为准";
/// Mark of a citation that nobody could confirm in a text.
pub(crate) const UNCONFIRMED: &str = "依据待核";
/// Mark of a citation that was compared with a reprint only.
pub(crate) const SECONDARY: &str = "未读到原文";
/// Mark of invented data in every view.
pub(crate) const DEMO: &str = "演示数据";
/// Sentence beside [`DEMO`].
pub(crate) const DEMO_NOTE: &str = "演示数据，企业和人员均为虚构，不能作为正式报告报送。";

/// In front of the name of the page that follows.
pub(crate) const NEXT_STEP: &str = "下一步：";
/// In front of the name of the page before.
pub(crate) const PREVIOUS_STEP: &str = "上一步：";
/// Before the name of another page of the same kind.
pub(crate) const ALSO: &str = "再看：";
/// Before the name of the first page that takes lists of other programs.
pub(crate) const LISTS_FIRST: &str = "有现成的表格，先导入：";
/// In front of the name of a page to go back to.
pub(crate) const BACK_TO: &str = "回到：";
/// Name of the links to both for screen readers.
pub(crate) const STEPS: &str = "上一步和下一步";

/// Beside the label of a field that must be filled in.
pub(crate) const REQUIRED: &str = "必填";
/// In a selection in which nothing is chosen yet.
pub(crate) const CHOOSE: &str = "请选择";
pub(crate) const YUAN: &str = "元";
pub(crate) const PEOPLE: &str = "人";
/// Name of a group of filters for screen readers.
pub(crate) const FILTERS: &str = "筛选";
/// Heading of a column of buttons, for screen readers.
pub(crate) const ACTIONS: &str = "操作";

/// A file was handed to the browser, which tells nobody whether it was kept.
pub(crate) fn handed_over(name: &str) -> String {
    format!("已交给浏览器：{name}，请到下载里看一眼。")
}

/// Things in a row: `甲、乙`.
pub(crate) fn list<T: AsRef<str>>(things: &[T]) -> String {
    joined(things, "、")
}

/// Clauses of a sentence: `甲，乙`.
pub(crate) fn clauses<T: AsRef<str>>(clauses: &[T]) -> String {
    joined(clauses, "，")
}

/// Statements side by side, each as it is: `甲；乙`.
pub(crate) fn statements<T: AsRef<str>>(statements: &[T]) -> String {
    joined(statements, "；")
}

/// Stands between what something is called and what is said of it.
pub(crate) const COLON: &str = "：";
/// Stands between two clauses.
pub(crate) const COMMA: &str = "，";
/// Stands between two statements.
pub(crate) const SEMICOLON: &str = "；";

/// Joins a label and a text: `甲：乙`.
pub(crate) fn labelled(label: &str, said: &str) -> String {
    format!("{label}{COLON}{said}")
}

/// Puts a text in brackets, `（甲）`; nothing for an empty one.
pub(crate) fn in_brackets(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!("（{said}）") }
}

fn joined<T: AsRef<str>>(parts: &[T], between: &str) -> String {
    parts.iter().map(AsRef::as_ref).filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(between)
}

/// `第 2 版`
pub(crate) fn revision(revision: u32) -> String {
    format!("第 {revision} 版")
}

/// `，2021年9月1日起施行`
pub(crate) fn in_force_since(since: Day) -> String {
    format!("，{}起施行", day(since))
}

/// `，文件2026-10核对`: the look at the document's record; whether the article was read is another matter.
pub(crate) fn checked_on(month: &str) -> String {
    format!("，文件{month}核对")
}

/// `，条文2026年11月28日读过`
pub(crate) fn read_on(read: Day) -> String {
    format!("，条文{}读过", day(read))
}

/// Mark of a document that is out of force.
pub(crate) fn out_of_force(on: &str, successor: Option<&str>) -> String {
    match successor {
        Some(successor) => format!("{}起被{successor}代替", day_or(on)),
        None => format!("{}起失效", day_or(on)),
    }
}

/// Mark of what no law asks for and everybody does.
pub(crate) const PRACTICE: &str = "行业做法";

/// A day of the check list; what is no day stays as it is.
pub(crate) fn day_or(text: &str) -> String {
    Day::parse(text).map_or_else(|| text.to_owned(), day)
}

/// The basis of a point in one line: `依据：安全生产法第43条；粉尘防爆规定（6号令）第18条`.
pub(crate) fn basis_line(places: &[impl AsRef<str>]) -> String {
    format!("依据：{}。", joined(places, "；"))
}

/// `2026年11月21日`
pub(crate) fn day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `11月21日`
pub(crate) fn short_day(day: Day) -> String {
    format!("{}月{}日", day.month(), day.day())
}

/// `2026年11月`
pub(crate) fn period(period: Period) -> String {
    format!("{}年{}月", period.year(), period.month())
}

/// `2026年10月19日至11月18日`
pub(crate) fn span(span: Span) -> String {
    let to = if span.from.year() == span.to.year() { short_day(span.to) } else { day(span.to) };
    format!("{}至{to}", day(span.from))
}

/// `86.5 分`, or `—` without a score.
pub(crate) fn score(score: Option<Tenths>) -> String {
    score.map_or_else(|| "—".into(), |score| format!("{score} 分"))
}

/// Name of a grade.
pub(crate) fn grade(grade: ScoreGrade) -> &'static str {
    match grade {
        ScoreGrade::Excellent => "优秀",
        ScoreGrade::Pass => "合格",
        ScoreGrade::Fail => "不合格",
    }
}

/// Label of a radio button.
pub(crate) fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Yes => "是",
        Mark::Partly => "部分",
        Mark::No => "否",
        Mark::Unsure => "待核实",
        Mark::Na => "不适用",
    }
}

/// State of a question in a word.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Unanswered => "未答",
        Status::Faulty(_) => "填写有误",
        Status::Unsure => "待核实",
        Status::Carried(_) | Status::CarriedNotApplicable => "沿用待确认",
        Status::Standing(_) | Status::StandingNotApplicable => "未到期",
        Status::NotApplicable => "不适用",
        Status::Answered(reading) if reading.is_met() => "符合",
        Status::Answered(_) => "不符合",
    }
}

/// Says how often a question is asked.
pub(crate) fn interval(interval: Interval) -> &'static str {
    match interval {
        Interval::Month => "每月查",
        Interval::Quarter => "每季查",
        Interval::Year => "每年查",
        Interval::Event => "有变化时查",
    }
}

/// Name of one of the four targets.
pub(crate) fn target(code: TargetCode) -> &'static str {
    match code {
        TargetCode::P1 => "制度规程",
        TargetCode::P2 => "教育培训",
        TargetCode::P3 => "风险管控",
        TargetCode::P4 => "隐患清零",
    }
}

/// Full name of one of the four targets.
pub(crate) fn target_long(code: TargetCode) -> &'static str {
    match code {
        TargetCode::P1 => "制度规程 100% 健全落实",
        TargetCode::P2 => "教育培训 100% 落实到位",
        TargetCode::P3 => "风险辨识管控 100% 精准有效",
        TargetCode::P4 => "隐患 100% 动态清零",
    }
}

/// A rate rounded down to a tenth of a percent: `99.9%`; `未填` without counts.
///
/// What an empty denominator is called depends on the target.
pub(crate) fn rate(code: TargetCode, rate: Option<Rate>) -> String {
    match rate.map(|rate| (rate, rate.floored_tenths())) {
        None => "未填".into(),
        Some((_, None)) => match code {
            TargetCode::P1 => "无必备文件".into(),
            TargetCode::P2 => "无此类人员".into(),
            TargetCode::P3 => "无此类作业".into(),
            TargetCode::P4 => "无到期".into(),
        },
        Some((_, Some(tenths))) if tenths % 10 == 0 => format!("{}%", tenths / 10),
        Some((_, Some(tenths))) => format!("{}.{}%", tenths / 10, tenths % 10),
    }
}

/// A byte count in kB, MB or GB, one decimal.
pub(crate) fn bytes(bytes: u64) -> String {
    let tenths = |unit: u64| (bytes * 10 + unit / 2) / unit;
    let shown = |tenths: u64| format!("{}.{}", tenths / 10, tenths % 10);
    match bytes {
        0..1_000 => format!("{bytes} 字节"),
        1_000..1_000_000 => format!("{} kB", shown(tenths(1_000))),
        1_000_000..1_000_000_000 => format!("{} MB", shown(tenths(1_000_000))),
        _ => format!("{} GB", shown(tenths(1_000_000_000))),
    }
}

#[cfg(test)]
mod tests {
    use super::{clauses, in_brackets};

    #[test]
    fn a_part_that_says_nothing_leaves_no_mark() {
        assert_eq!(clauses(&["甲", ""]), "甲");
        assert_eq!(clauses(&["", "乙", "丙"]), "乙，丙");
        assert_eq!(clauses::<&str>(&[]), "");
        assert_eq!((in_brackets("甲"), in_brackets("")), ("（甲）".into(), String::new()));
    }
}
