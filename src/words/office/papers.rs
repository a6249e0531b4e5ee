//! Words of the office's papers: the bulletin of the month, and a sheet for each enterprise.

use anziping_core::hazard::Ledger;
use anziping_core::office::bulletin::{Bulletin, LateReport};
use anziping_core::office::matters::MatterKind;
use anziping_core::office::missing::{Absent, RollCall};
use anziping_core::office::rollup::{Grades, HazardTotals, Spread};
use anziping_core::score::total::ScoreGrade;
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;

use super::rollup;
use crate::words::common;

/// Title of the page.
pub(crate) const TITLE: &str = "通报和单页";
pub(crate) const LEAD: &str = "本月通报和每家企业一页的核验单，可以打印，也可以存为 Word 再改。只用本页重新算过的数字，只计签名有效、密钥已登记的报告。";
/// The office has no name yet.
pub(crate) const NO_OFFICE: &str = "街道名称还没有填，纸上会空着。请先在“企业和密钥登记”页填好。";
/// The label for the maker of the papers.
pub(crate) const MAKER: &str = "制表人";
pub(crate) const MAKER_HINT: &str = "写在纸上，填一次就记住。不影响签名。";
/// Which paper is shown.
pub(crate) const WHICH: &str = "要哪一种";
pub(crate) const BULLETIN: &str = "本月通报";
pub(crate) const SHEETS: &str = "企业核验单（每家一页）";
/// Nothing has been dropped.
pub(crate) const EMPTY: &str = "还没有拖入报告。通报现在只能列出未交的企业。";

/// Heading of the choice of enterprises.
pub(crate) const ENTERPRISES: &str = "给哪些企业";
pub(crate) const ALL: &str = "全选";
pub(crate) const NONE: &str = "全不选";
/// No report that counts.
pub(crate) const NO_REPORTS: &str = "本月还没有签名有效、密钥已登记的报告，没有核验单可出。";
/// None is ticked.
pub(crate) const TICK: &str = "请在上面勾选企业，一家一页。";
pub(crate) fn ticked(count: usize, all: usize) -> String {
    format!("已选 {count} 家，共 {all} 家")
}

/// Name of the file of the bulletin, without its ending.
pub(crate) fn bulletin_file(office: &str, period: Period) -> String {
    crate::words::sheet::file_name(office, "自评情况通报", &period.to_string())
}
/// Name of the file of some sheets, without its ending.
pub(crate) fn sheets_file(one: Option<&str>, period: Period) -> String {
    crate::words::sheet::file_name(one.unwrap_or_default(), "自评核验单", &period.to_string())
}

/// Title on paper.
pub(crate) fn bulletin_title(period: Period) -> String {
    format!("{}企业安全生产自评情况通报", common::period(period))
}
/// `编制单位：某街道　　期间：2026年11月　　编制日期：2026年12月5日　　制表人：某`
pub(crate) fn head(office: &str, period: Period, today: Day, maker: &str) -> String {
    let period = common::period(period);
    let (office, maker) = (or_blank(office), or_blank(maker));
    format!("编制单位：{office}　　期间：{period}　　编制日期：{}　　制表人：{maker}", common::day(today))
}
fn or_blank(text: &str) -> &str {
    if text.trim().is_empty() { "＿＿＿＿＿＿" } else { text.trim() }
}

/// Headings of the bulletin.
pub(crate) const WHO: &str = "一、报送情况";
pub(crate) const OUTSTANDING: &str = "二、要紧的事";
pub(crate) const FIGURES: &str = "三、得分和隐患";
pub(crate) const ITEMS: &str = "四、没有完全做到最多的检查项";
/// How many of these a bulletin names.
pub(crate) const ITEMS_NAMED: usize = 10;

/// Says of how many a report was expected, and what became of each.
pub(crate) fn reported(of: &Bulletin<'_>) -> String {
    let excused = of.standing(|standing| matches!(standing, RollCall::Excused(..))).len();
    let taken_in = of.standing(|standing| matches!(standing, RollCall::TakenIn(_))).len();
    let uncounted = of.standing(|standing| standing == RollCall::Uncounted).len();
    let missing = of.standing(|standing| standing == RollCall::NotSent).len();
    let excused = if excused > 0 { format!("，另有停产、注销、免报 {excused} 家") } else { String::new() };
    let taken_in =
        if taken_in > 0 { format!("以前已收、数字不在本通报里 {taken_in} 家；") } else { String::new() };
    format!(
        "本月应报 {} 家{excused}。已收到并核验通过 {} 家；{taken_in}交了但不能收 {uncounted} 家；未交 {missing} 家。",
        of.expected, of.rollup.trusted.reports
    )
}
/// Names the enterprises whose reports count.
pub(crate) fn reporting(names: &[&str]) -> String {
    if names.is_empty() {
        "还没有收到能算数的报告。".to_owned()
    } else {
        format!("已报送：{}。", names.join("、"))
    }
}
/// Names those who were late among these many reports.
pub(crate) fn late(all: &[LateReport], reports: usize) -> String {
    match (all.len(), reports) {
        (0, 0) => return String::new(),
        (0, _) => return "收到的报告都按期。".to_owned(),
        _ => {}
    }
    let names: Vec<String> = all.iter().map(late_one).collect();
    format!("逾期 {} 家：{}。", all.len(), names.join("；"))
}
fn late_one(late: &LateReport) -> String {
    let what = if late.signed_in_time { "收到" } else { "签名" };
    format!("{}（期限{}，{}{what}）", late.enterprise, common::short_day(late.due), common::short_day(late.on))
}
/// Says why some need not report.
pub(crate) fn excused(all: &[&Absent]) -> String {
    let names: Vec<String> = all
        .iter()
        .map(|absent| format!("{}（{}）", absent.name, rollup::standing(absent.standing, absent.came).1))
        .collect();
    format!("不用报的：{}。", names.join("、"))
}
/// Everybody has reported.
pub(crate) const ALL_REPORTED: &str = "没有未交和不能收的企业。";

/// Heading of a kind of matter, with how many.
pub(crate) fn counted(kind: MatterKind, enterprises: usize, count: usize) -> String {
    let what = match kind {
        MatterKind::Harm => "报告了生产安全事故的企业",
        MatterKind::Help => "需要上级协调解决的事项",
        MatterKind::Lead => "疑似重大事故隐患线索（须现场核实）",
        MatterKind::Difference => "企业报的数字和重新算的不符",
        MatterKind::Contradiction => "报告里互相矛盾的回答",
        other => super::matters::kind(other),
    };
    format!("{what}：{enterprises} 家，{count} 条")
}
/// Returns whether somebody who had to write something wrote that there is nothing.
pub(crate) fn is_none(text: &str) -> bool {
    matches!(text.trim().trim_end_matches(['。', '.', '！']), "" | "无" | "暂无" | "没有" | "暂时没有")
}
/// Columns of what enterprises say.
pub(crate) const TOLD_COLUMNS: [&str; 3] = ["企业", "村（社区）", "内容"];
/// Items that are themselves major hazards.
pub(crate) fn vetoes(enterprises: usize, count: usize) -> String {
    format!("因检查项本身是重大隐患而不合格：{enterprises} 家，{count} 条")
}
/// Open major hazards.
pub(crate) fn majors(count: usize) -> String {
    if count == 0 {
        rollup::NO_MAJOR.to_owned()
    } else {
        format!("未销号的重大事故隐患（企业上报，须现场核实）：{count} 条")
    }
}
/// Columns of the open major hazards.
pub(crate) const MAJOR_COLUMNS: [&str; 5] = ["企业", "编号", "部位和情况", "责任人和措施", "整改期限"];
/// A deadline, and that it is past.
pub(crate) fn deadline(day: Option<Day>, is_overdue: bool) -> String {
    let day = day.map_or_else(|| "没有填".to_owned(), common::day);
    if is_overdue { format!("{day}（已逾期）") } else { day }
}
/// Major hazards that reports no longer have.
pub(crate) fn lost(count: usize) -> String {
    format!("上次没有销号、本月报告里没有了或改成一般隐患的重大隐患：{count} 条，须向企业问清")
}
/// Columns of these.
pub(crate) const LOST_COLUMNS: [&str; 4] = ["企业", "编号", "部位和情况", "现在"];
/// Major hazards from month to month.
pub(crate) fn followed(count: usize) -> String {
    format!("以前月份就有、仍未销号或本月才销号的重大隐患：{count} 条")
}
/// Columns of these.
pub(crate) const FOLLOWED_COLUMNS: [&str; 6] = ["企业", "编号", "部位和情况", "发现", "期限", "现在"];
/// Nothing else stands out.
pub(crate) const NOTHING_ELSE: &str = "没有需要上级协调的事项，也没有疑似线索。";

/// Scores and grades.
pub(crate) fn scores(total: Option<&Spread>, grades: &Grades) -> String {
    let Some(total) = total else { return "本月没有可汇总的得分。".to_owned() };
    let grade = |grade: ScoreGrade, count: u32| format!("{} {count} 家", common::grade(grade));
    let named = [
        grade(ScoreGrade::Excellent, grades.excellent),
        grade(ScoreGrade::Pass, grades.pass),
        grade(ScoreGrade::Fail, grades.fail),
    ];
    format!("自评得分（重新计算）{}。{}。", rollup::spread(total), named.join("，"))
}
/// Hazards at the end of the month.
pub(crate) fn hazards(totals: &HazardTotals) -> String {
    format!(
        "隐患：本月新增 {} 条，本月销号 {} 条；月末未销号 {} 条，其中重大 {} 条，逾期 {} 条。",
        totals.added, totals.closed, totals.open, totals.open_major, totals.overdue
    )
}
/// Column of the village or community.
pub(crate) const VILLAGE: &str = "村（社区）";
/// Columns of the items.
pub(crate) const ITEM_COLUMNS: [&str; 3] = ["检查项", "没有完全做到的企业", "其中一点没做到"];
/// A remark on the figures.
pub(crate) const NOTE: &str =
    "得分、达标和隐患按企业签过名的回答重新计算，只计签名有效、密钥已登记的报告；企业自评不代替检查和执法。";

/// The lines below the bulletin to be filled in by hand; the first has the name of its maker.
pub(crate) fn signs(maker: &str) -> [String; 4] {
    [made_by(maker), "审核人（签字）".into(), "单位（盖章）".into(), "日期".into()]
}
fn made_by(maker: &str) -> String {
    if maker.trim().is_empty() {
        "制表人（签字）".to_owned()
    } else {
        format!("制表人 {}（签字）", maker.trim())
    }
}

/// Title of an enterprise's sheet.
pub(crate) const SHEET_TITLE: &str = "企业安全生产自评核验单";
/// Rows of an enterprise's sheet.
pub(crate) const SHEET_ROWS: [&str; 8] = [
    "企业",
    "统一社会信用代码",
    "村（社区）、行业、风险等级",
    "主要负责人、从业人数",
    "核验结果",
    "签名日期（自称）、收到日期",
    "得分、等级（重新计算）",
    "隐患",
];
/// `村，行业，B 类`
pub(crate) fn kind_of_enterprise(parts: &[String]) -> String {
    let known: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.trim().is_empty()).collect();
    known.join("，")
}
pub(crate) fn people(principal: &str, workers: u32) -> String {
    format!("{principal}，{workers} 人")
}
/// The verdict, and whether the figures follow from the answers.
pub(crate) fn checked(verdict: &str, differences: usize) -> String {
    match differences {
        0 => format!("{verdict}；数字和重新算的一致"),
        count => format!("{verdict}；{count} 处数字和重新算的不符"),
    }
}
/// Nothing was computed again.
pub(crate) const NOT_COMPUTED: &str = "检查表版本不同，没有重新计算";
/// The days of signing and receipt.
pub(crate) fn days(sealed_on: Day, received_on: Option<Day>) -> String {
    let received = received_on.map_or_else(|| "还没有记为已收".to_owned(), |day| format!("{}收到", common::day(day)));
    format!("{}签名，{received}", common::day(sealed_on))
}
/// Columns of what stands out at an enterprise.
pub(crate) const SHEET_COLUMNS: [&str; 2] = ["类别", "内容"];
/// Rows that a sheet of one page has room for.
pub(crate) const SHEET_MATTERS: usize = 7;
/// Heading of these.
pub(crate) const SHEET_OUTSTANDING: &str = "要紧的事和没有完全做到的检查项";
/// There are none.
pub(crate) const SHEET_NONE: &str = "报告里没有要紧的事，检查项都做到了。";
/// Characters of a text for which it has room.
const BRIEF: usize = 90;
/// A text as far as there is room for it.
pub(crate) fn brief(text: &str) -> String {
    let mut characters = text.chars();
    let brief: String = characters.by_ref().take(BRIEF).collect();
    if characters.next().is_some() { format!("{brief}……（全文见汇总表）") } else { brief }
}
/// The ledger of the month in one line.
pub(crate) fn ledger(ledger: &Ledger) -> String {
    format!("{}；其中重大 {}，逾期 {}", crate::words::report::ledger(ledger), ledger.open_major, ledger.overdue)
}
/// Says how much the sheet has no room for.
pub(crate) fn sheet_rest(count: usize) -> String {
    format!("还有 {count} 条没有列出，导出的汇总表里都有。")
}
/// The heading of the remarks beside the verdict.
pub(crate) const REMARKS: &str = "提示";
/// The heading of what the office asks for, by hand.
pub(crate) const OPINION: &str = "街道意见";
/// The lines below a sheet to be filled in by hand.
pub(crate) fn sheet_signs(maker: &str) -> [String; 3] {
    [made_by(maker), "企业签收人（签字）".into(), "日期".into()]
}

#[cfg(test)]
mod tests {
    use anziping_core::office::rollup::RollUp;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_first_sentence_adds_up_to_those_expected() {
        use anziping_core::office::missing::{Absent, Came, Excuse};
        let absent = |standing| Absent {
            uscc: anziping_core::value::uscc::UnifiedCode::parse("91320000DEM0000368").unwrap(),
            name: "某厂".into(),
            standing,
            came: Came::Nothing,
        };
        let rollup = RollUp {
            period: Period::parse("2026-11").unwrap(),
            trusted: Default::default(),
            unregistered: Default::default(),
            absent: [
                RollCall::NotSent,
                RollCall::NotSent,
                RollCall::Uncounted,
                RollCall::TakenIn(None),
                RollCall::Excused(Excuse::Stopped, day("2026-08-05")),
            ]
            .map(absent)
            .into(),
        };
        let said = reported(&Bulletin::of(&rollup, &[], &[]));
        assert_eq!(
            said,
            "本月应报 4 家，另有停产、注销、免报 1 家。已收到并核验通过 0 家；以前已收、数字不在本通报里 1 家；交了但不能收 1 家；未交 2 家。"
        );
        assert_eq!(
            excused(&Bulletin::of(&rollup, &[], &[]).standing(|one| matches!(one, RollCall::Excused(..)))),
            "不用报的：某厂（停产，2026年8月5日起）。"
        );
    }

    #[test]
    fn who_was_late_is_named_with_both_days() {
        assert_eq!((late(&[], 1), late(&[], 0)), ("收到的报告都按期。".to_owned(), String::new()));
        let one = LateReport {
            enterprise: "甲厂".into(),
            due: day("2026-12-03"),
            on: day("2026-12-05"),
            signed_in_time: false,
        };
        let other = LateReport { enterprise: "乙厂".into(), signed_in_time: true, ..one.clone() };
        assert_eq!(
            late(&[one, other], 2),
            "逾期 2 家：甲厂（期限12月3日，12月5日签名）；乙厂（期限12月3日，12月5日收到）。"
        );
    }

    #[test]
    fn a_call_for_help_that_says_there_is_none_is_none() {
        assert!(["无", " 没有。", "暂无"].into_iter().all(is_none));
        assert!(!is_none("无法疏通排水沟") && !is_none("没有消防车道"));
    }

    #[test]
    fn who_made_it_and_for_whom_may_be_left_to_the_pen() {
        let period = Period::parse("2026-11").unwrap();
        let head = head(" ", period, day("2026-12-05"), "王");
        assert_eq!(head, "编制单位：＿＿＿＿＿＿　　期间：2026年11月　　编制日期：2026年12月5日　　制表人：王");
        assert_eq!((&signs("王")[0][..], &signs("")[0][..]), ("制表人 王（签字）", "制表人（签字）"));
    }
}
