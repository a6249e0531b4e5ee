//! Words of the totals.

use anziping_core::office::desk::{Remark, Verdict};
use anziping_core::office::missing::{Came, Excuse, RollCall};
use anziping_core::office::placed::By;
use anziping_core::office::reports_table::{ReportColumn, Words};
use anziping_core::office::rollup::Spread;
use anziping_core::score::total::ScoreGrade;
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;

use crate::words::common;

/// Title with the month.
pub(crate) fn title(period: Period) -> String {
    format!("{}汇总", common::period(period))
}
pub(crate) const LEAD: &str =
    "按各天拖入的全部文件汇总，只用按回答重新计算的数字。得分、达标和隐患只计签名有效、密钥已登记的报告。";
/// Nothing has been dropped.
pub(crate) const EMPTY: &str = "还没有拖入报告，现在只能列出未交的企业。";

pub(crate) const TRUSTED: &str = "签名有效·密钥已登记";
pub(crate) const UNREGISTERED: &str = "完整，密钥未登记";
pub(crate) const REJECTED: &str = "校验失败";
/// Under the rejected: their month is not believed.
pub(crate) const REJECTED_HINT: &str = "不分月份";
/// Others that do not count.
pub(crate) const OTHERS: &str = "其他不计的";
/// Which these are.
pub(crate) const OTHERS_HINT: &str = "不符、旧版、重复、冲突、演示、其他月份";
pub(crate) const MISSING: &str = "未交企业";
/// Under the missing.
pub(crate) fn of_registered(count: usize) -> String {
    format!("登记册共 {count} 家")
}
/// Says how many reports were not computed again.
pub(crate) fn without_figures(count: u32) -> String {
    format!("其中 {count} 份检查表版本不同，没有重新计算，不在下面的数字里。")
}
/// Heading of the missing.
pub(crate) const MISSING_TITLE: &str = "未交企业名单";
pub(crate) const NO_MISSING: &str = "登记册里的企业都交了。";
/// The registry is empty.
pub(crate) const NO_REGISTRY: &str = "登记册还没有企业，无法点名。请先在“企业和密钥登记”里加入应报送的企业。";
/// Heading of the reports that count.
pub(crate) const RECEIVED: &str = "已交企业名单";
/// Says how many there are, and how many late.
pub(crate) fn received(count: usize, late: usize) -> String {
    format!("核验通过 {count} 家，其中逾期 {late} 家。哪天签名、哪天收的")
}
pub(crate) const RECEIVED_COLUMNS: [&str; 4] = ["企业", "签名日期", "收到日期", "逾期"];
/// Its report is not noted as received.
pub(crate) const NOT_NOTED: &str = "还没有记为已收";
/// It was noted before the days were kept.
pub(crate) const DAY_UNKNOWN: &str = "已收，日期没有记";
pub(crate) const LATE: &str = "逾期";
/// Says the standing of an enterprise whose report is not here, with its tone.
pub(crate) fn standing(standing: RollCall, came: Came) -> (&'static str, String) {
    match (standing, came) {
        (RollCall::NotSent, _) => ("bad", "未交".into()),
        (RollCall::Uncounted, came) => ("warn", format!("交了但不能收：{}", self::came(came))),
        (RollCall::TakenIn(on), came) => {
            let on = on.map_or_else(|| "以前已收".to_owned(), |on| format!("{}已收", common::day(on)));
            let beside = match came {
                Came::Nothing => "本机没有它的核验结果".to_owned(),
                came => format!("拖入的那份不能收（{}）", self::came(came)),
            };
            ("info", format!("{on}，{beside}"))
        }
        (RollCall::Excused(why, since), _) => ("info", excused_since(why, since, None)),
    }
}

/// Says why no report is expected.
pub(crate) fn excuse(why: Excuse) -> &'static str {
    match why {
        Excuse::Stopped => "停产",
        Excuse::Deregistered => "注销",
        Excuse::Exempt => "免报",
    }
}
/// The same with its first day, and its last one where it is over.
pub(crate) fn excused_since(why: Excuse, since: Day, until: Option<Day>) -> String {
    let since = common::day(since);
    match until {
        None => format!("{}，{since}起", excuse(why)),
        Some(until) => format!("{}，{since}至{}", excuse(why), common::day(until)),
    }
}
/// Says how many need not report.
pub(crate) fn excused_of(count: usize) -> String {
    format!("停产、注销、免报的 {count} 家，不算未交。")
}

fn came(came: Came) -> &'static str {
    match came {
        Came::Nothing => "没有文件",
        Came::Refused => "文件名带这个代码的文件校验失败",
        Came::Demo => "是演示数据",
        Came::Mismatched => "密钥、身份或授权不符",
        Came::Forked => "同期有两份不同内容",
        Came::Unregistered => "密钥未登记",
    }
}
/// Came and does not count.
pub(crate) const UNCOUNTED: &str = "交了但不能收";
/// Taken in on an earlier day, and not on the page.
pub(crate) const TAKEN_IN: &str = "以前已收，本机没有结果";
/// Says what earlier receipts mean for the figures.
pub(crate) fn not_in_figures(count: usize) -> String {
    format!(
        "以前已收、本机没有核验结果的 {count} 家不算未交，但它们的数字不在下面；要一起汇总，请把它们的报告再拖进来。"
    )
}
/// Columns of the missing.
pub(crate) const MISSING_COLUMNS: [&str; 6] = ["企业", "统一社会信用代码", "村（社区）", "联系人", "电话", "情况"];

/// Heading of the scores.
pub(crate) const SCORES: &str = "得分";
pub(crate) const GRADES: &str = "等级";
/// Without a grade.
pub(crate) const NO_GRADE: &str = "无等级";
pub(crate) fn enterprises(count: u32) -> String {
    format!("{count} 家")
}
/// Mean, median, lowest of the totals.
pub(crate) fn spread(spread: &Spread) -> String {
    format!("平均 {} 分，中位数 {} 分，最低 {} 分（{} 家）", spread.mean, spread.median, spread.lowest, spread.count)
}
/// Columns of the elements.
pub(crate) const ELEMENT_COLUMNS: [&str; 5] = ["要素", "平均", "中位数", "最低", "家数"];
/// Caption of the picture.
pub(crate) const BARS: &str = "图中是各要素的平均分，两条线是 70 分和 90 分。";
pub(crate) const TOTAL: &str = "总分";
/// No trusted report yet.
pub(crate) const NO_TRUSTED: &str = "本月还没有签名有效、密钥已登记的报告，没有可汇总的数字。";

/// Heading of the targets.
pub(crate) const TARGETS: &str = "四个 100%：达到的企业 / 有该领域的企业";
pub(crate) const AREA: &str = "领域";

/// Heading of the hazards.
pub(crate) const HAZARDS: &str = "隐患";
/// Figures of the hazards.
pub(crate) const OPEN: &str = "月末未销号";
pub(crate) const OPEN_MAJOR: &str = "其中重大";
pub(crate) const OVERDUE: &str = "逾期未销号";
pub(crate) const ADDED: &str = "本月新增";
pub(crate) const CLOSED: &str = "本月销号";
/// Heading of the major ones.
pub(crate) const MAJOR: &str = "未销号的重大事故隐患（企业上报，须现场核实）";
pub(crate) const NO_MAJOR: &str = "没有未销号的重大事故隐患。";
/// Columns of the major ones.
pub(crate) const MAJOR_COLUMNS: [&str; 5] = ["企业", "统一社会信用代码", "编号", "部位和情况", "整改期限"];
/// Heading of the enterprises with open hazards.
pub(crate) const BY_ENTERPRISE: &str = "有未销号隐患的企业";
pub(crate) const BY_ENTERPRISE_COLUMNS: [&str; 4] = ["企业", "未销号", "其中重大", "逾期"];

/// Rows that are not on the page.
pub(crate) fn rest(count: usize) -> String {
    format!("还有 {count} 行没有列出，导出的汇总表里都有。")
}
/// Exports the table of files.
pub(crate) const EXPORT_CSV: &str = "导出明细（CSV）";
/// Exports the missing ones.
pub(crate) const EXPORT_MISSING: &str = "导出未交名单（CSV）";
/// A warning of what a spreadsheet makes of a text with commas.
pub(crate) const CSV_WHY: &str = "csv 给别的程序用。用 Excel、WPS 直接打开 csv，全是数字的信用代码末几位会被改掉：要在表格里看，请用上面的汇总表（xlsx）。";
pub(crate) const PRINT: &str = "打印";
/// Name of the table.
pub(crate) fn csv_name(period: Period) -> String {
    format!("安自评-明细-{period}.csv")
}
/// Name of the list.
pub(crate) fn missing_name(period: Period) -> String {
    format!("安自评-未交-{period}.csv")
}

/// The words of the exported table.
pub(crate) struct TableWords;

impl Words for TableWords {
    fn column(&self, column: ReportColumn) -> String {
        match column {
            ReportColumn::File => "文件名",
            ReportColumn::Verdict => "核验结果",
            ReportColumn::Differences => "数字对不上的处数",
            ReportColumn::Enterprise => "企业",
            ReportColumn::Uscc => "统一社会信用代码",
            ReportColumn::Village => "村（社区）",
            ReportColumn::Industry => "行业",
            ReportColumn::RiskClass => "风险等级",
            ReportColumn::Period => "月份",
            ReportColumn::Revision => "版本",
            ReportColumn::Total => "得分（重新计算）",
            ReportColumn::Grade => "等级（重新计算）",
            ReportColumn::Open => "未销号隐患",
            ReportColumn::OpenMajor => "其中重大",
            ReportColumn::Overdue => "逾期",
            ReportColumn::SealedOn => "签名日期（自称）",
            ReportColumn::ReceivedOn => "收到日期",
            ReportColumn::Remarks => "提示",
            ReportColumn::Stated => "和名单不同的写法",
            ReportColumn::Note => "街道备注",
            ReportColumn::Document => "内容校验值",
        }
        .into()
    }

    fn verdict(&self, verdict: &Verdict) -> String {
        super::verdict::verdict(verdict).into()
    }

    fn grade(&self, grade: ScoreGrade) -> String {
        common::grade(grade).into()
    }

    fn stated(&self, by: By, said: &str) -> String {
        super::stated(by, said)
    }

    fn remark(&self, remark: &Remark) -> String {
        super::verdict::remark(remark)
    }

    fn statements(&self, statements: &[String]) -> String {
        common::statements(statements)
    }

    fn claimed(&self, name: &str) -> String {
        format!("文件自称：{name}")
    }
}
