//! Words of what is printed.

use anziping_core::catalog::Confidence;
use anziping_core::month::answer::{Level, Reading, Status};
use anziping_core::trade::{LegalSource, Often, SpecialLedger};
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;

use super::sheet::GARBLED;
use crate::platform::worker::WorkerFault;
use crate::worker_client::tables::SheetFault;

/// Title of the page.
pub(crate) const TITLE: &str = "打印";
/// The purpose of the page.
pub(crate) const WHAT: &str = "选一张表，看一眼，再打印、另存为 PDF，或者存为 Word。纸用 A4。";
/// Name of the list of forms.
pub(crate) const FORMS: &str = "要打印的表";
pub(crate) const PRINT: &str = "打印这张表";
/// Saves the form for word processors.
pub(crate) const SAVE_WORD: &str = "存为 Word";
/// The use of such a file, and its limits.
pub(crate) const SAVE_WORD_WHY: &str =
    "存出来的 .docx 文件用 WPS、Word 都能打开和修改，内容和打印的一样。它不带数字签名，报送仍用签过名的文件。";
/// Media type of a file of word processors.
pub(crate) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// The page shows no form.
pub(crate) const NO_SHEET: &str = "这一页现在没有可以保存的表。";
/// Stands in place of a picture.
pub(crate) fn left_out(picture: &str) -> String {
    format!("（图“{picture}”没有存进 Word 文件，请用打印。）")
}
/// The file for word processors was not made.
pub(crate) fn word_fault(fault: &SheetFault) -> String {
    match fault {
        SheetFault::Worker(WorkerFault::Absent(_)) => {
            "生成 Word 文件的程序没有取到，请刷新页面再试；网上打开的，先连上网络。".to_owned()
        }
        SheetFault::Garbled(_) | SheetFault::Worker(WorkerFault::Misunderstood(_)) => GARBLED.to_owned(),
        SheetFault::Table(_) | SheetFault::Worker(_) => {
            "Word 文件没有生成。请关掉其他页面再试，或者打印时另存为 PDF。".to_owned()
        }
    }
}
/// The browser does not hand the file over.
pub(crate) const WORD_REFUSED: &str = "浏览器不让保存文件。请换一个浏览器打开本页，或者打印时另存为 PDF。";
/// Above the report of a month that is not signed.
pub(crate) const DRAFT: &str = "草稿，未签名";
/// An empty cell to be filled in by hand.
pub(crate) const BLANK: &str = "";

/// A work permit, on paper and in the register.
pub(crate) const PERMIT: &str = "作业票";

/// A form that can be printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// 月度自查自改报告
    Report,
    /// 隐患台账
    Ledger,
    /// 整改通知单
    Notice,
    /// 作业票
    Permit,
    /// 事故隐患排查治理情况统计分析表
    Statistics,
    /// 事故隐患排查治理情况公示
    Board,
    /// 重大事故隐患报告
    MajorReport,
    /// 重大事故隐患治理方案
    MajorPlan,
    /// 隐患整改复查意见
    Recheck,
    /// 重大事故隐患治理后安全评估报告
    MajorReview,
    /// 恢复生产经营（使用）申请书
    Resume,
    /// 专项台账
    Special(SpecialLedger),
    /// 自评扣分汇总表
    Deductions,
    /// 主体责任清单
    Duties,
    /// 重大安全风险管控清单
    Risks,
    /// 安全风险分级管控清单
    RiskControl,
    /// 安全风险四色分布图
    RiskMap,
    /// 安全风险公告栏
    RiskBoard,
    /// 岗位安全风险告知卡
    RiskCard,
    /// 应急处置卡
    EmergencyCard,
    /// 安全标志
    Signs,
    /// 岗位责任清单
    Posts,
    /// 日常工作清单
    Daily,
    /// 岗位安全清单（一岗一张）
    PostLists,
    /// 安全责任知责承诺签收表
    Pledge,
    /// 安全教育培训记录
    TrainingRecord,
    /// 应急演练记录和评估
    DrillRecord,
    /// 安全生产费用台账
    ExpenseLedger,
    /// 班组班前会和交接班记录
    ShiftRecord,
    /// 密钥登记表
    Key,
}

impl Form {
    anziping_core::listed! {
        /// In the order of the list.
        pub(crate) ALL:
            Report, Ledger, Notice, Recheck, Permit, Board, MajorReport, MajorPlan, MajorReview, Resume, Statistics,
            Deductions, Duties, Risks, RiskControl, RiskMap, RiskBoard, RiskCard, EmergencyCard, Signs,
            Special(SpecialLedger::Spaces), Special(SpecialLedger::Equipment), Special(SpecialLedger::Collectors),
            Special(SpecialLedger::Contractors), Posts, Daily, PostLists, Pledge, TrainingRecord, DrillRecord,
            ExpenseLedger, ShiftRecord, Key
    }

    /// The title of the form.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Report => "月度自查自改报告",
            Self::Ledger => "事故隐患排查治理台账",
            Self::Notice => "隐患整改通知单",
            Self::Permit => PERMIT,
            Self::Statistics => "事故隐患排查治理情况统计分析表",
            Self::Board => "事故隐患排查治理情况公示",
            Self::MajorReport => "重大事故隐患报告",
            Self::MajorPlan => "重大事故隐患治理方案",
            Self::Recheck => "隐患整改复查意见",
            Self::MajorReview => "重大事故隐患治理后安全评估报告",
            Self::Resume => "恢复生产经营（使用）申请书",
            Self::Special(ledger) => ledger.row().name,
            Self::Deductions => "自评扣分汇总表",
            Self::Duties => "企业安全生产主体责任清单",
            Self::Risks => "重大安全风险管控清单",
            Self::RiskControl => "安全风险分级管控清单",
            Self::RiskMap => "安全风险四色分布图",
            Self::RiskBoard => "安全风险公告栏",
            Self::RiskCard => "岗位安全风险告知卡",
            Self::EmergencyCard => "应急处置卡",
            Self::Signs => "安全标志",
            Self::Posts => "安全生产岗位责任清单",
            Self::Daily => "日常安全工作清单",
            Self::PostLists => "岗位安全清单（一岗一张）",
            Self::Pledge => "安全责任知责承诺签收表",
            Self::TrainingRecord => "安全教育培训记录",
            Self::DrillRecord => "应急演练记录和评估",
            Self::ExpenseLedger => "安全生产费用台账",
            Self::ShiftRecord => "班组班前会和交接班记录",
            Self::Key => super::seal::FORM_TITLE,
        }
    }

    /// Returns whether the form is printed across.
    pub(crate) fn is_wide(self) -> bool {
        matches!(self, Self::Ledger | Self::RiskControl | Self::RiskMap | Self::RiskBoard | Self::Special(_))
    }
}

/// `单位：某厂　　期间：2026年11月`
pub(crate) fn of_whom(name: &str, period: Period) -> String {
    format!("单位：{name}　　期间：{}", super::common::period(period))
}

/// `版本：检查表 2026.11　　制表日期：2026年11月29日`, where a form is of no month.
pub(crate) fn made_with(check_list: &str, today: Day) -> String {
    format!("版本：检查表 {check_list}　　制表日期：{}", super::common::day(today))
}

/// `单位：某厂`, where a form is of a day of its own.
pub(crate) fn of_enterprise(name: &str) -> String {
    format!("单位：{name}")
}

/// Columns of the ledger.
pub(crate) const LEDGER: [&str; 14] = [
    "编号",
    "发现日期",
    "部位",
    "隐患描述",
    "级别",
    "责任人",
    "整改措施",
    "整改期限",
    "整改情况",
    "整改完成日期",
    "验收人",
    "验收日期",
    "进度",
    "销号日期",
];
/// The ledger is empty.
pub(crate) const LEDGER_EMPTY: &str = "本期没有登记隐患。";

/// Which hazards get a notice.
pub(crate) const NOTICE_CHOICE: &str = "给哪一条开通知单";
/// One for each open hazard.
pub(crate) const NOTICE_ALL: &str = "全部未销号的，各一张";
/// None is open.
pub(crate) const NOTICE_NONE: &str = "没有未销号的隐患，不用开通知单。";
/// Rows of a notice.
pub(crate) const NOTICE_ROWS: [&str; 8] = [
    "编号",
    "责任部门（人）",
    "发现日期、部位",
    "存在的问题",
    "判定依据",
    "整改措施和要求",
    "整改期限",
    "整改前的防范措施",
];
/// The five fulfilments of a major hazard.
pub(crate) const NOTICE_MAJOR: &str = "五落实（重大事故隐患）";
pub(crate) fn notice_request(name: &str, deadline: Option<Day>) -> String {
    let by = deadline.map_or_else(|| "＿＿年＿＿月＿＿日".to_owned(), super::common::day);
    format!("{name}：经检查，发现下列事故隐患。请于 {by} 前整改完毕，整改情况书面报安全员复查。")
}
/// Nobody is named yet.
pub(crate) const NO_OWNER: &str = "＿＿＿＿＿＿";
/// Lines to be filled in by hand.
pub(crate) const NOTICE_SIGN: [&str; 3] =
    ["签发人（签字）、日期", "签收人（签字）、日期", "复查意见、复查人（签字）、日期"];

/// Columns of what is posted; no names of people.
pub(crate) const BOARD: [&str; 7] = ["序号", "部位", "隐患", "级别", "整改措施", "期限", "整改情况"];
/// Nothing to post.
pub(crate) const BOARD_EMPTY: &str = "本期没有未销号的隐患，也没有查出新的隐患。";
/// Lines to be filled in by hand.
pub(crate) const BOARD_SIGN: [&str; 3] = ["公示地点", "公示人（签字）", "公示日期"];

/// Which major hazards get a form.
pub(crate) const MAJOR_CHOICE: &str = "给哪一条重大事故隐患";
/// One for each open one.
pub(crate) const MAJOR_ALL: &str = "全部未销号的，各一份";
/// None is open.
pub(crate) const MAJOR_NONE: &str = "台账里没有未销号的重大事故隐患，不用填这张表。";
/// Rows of the report of a major hazard.
pub(crate) const MAJOR_REPORT_ROWS: [&str; 8] = [
    "编号",
    "部位、发现日期",
    "隐患现状",
    "判定依据",
    "产生原因",
    "危害程度和整改难易程度分析",
    "治理方案摘要",
    "治理前的防范措施",
];
/// Rows of the plan for a major hazard.
pub(crate) const MAJOR_PLAN_ROWS: [&str; 9] = [
    "隐患",
    "产生原因",
    "危害程度和整改难易程度",
    "治理的目标和任务",
    "采取的方法和措施",
    "经费和物资的落实",
    "负责治理的机构和人员",
    "治理的时限和要求",
    "安全措施和应急预案",
];
/// Heading of the record of the meeting.
pub(crate) const MEETING: &str = "向职工大会（职工代表大会）报告的记录";
/// Rows of the record of the meeting.
pub(crate) const MEETING_ROWS: [&str; 5] =
    ["会议日期、地点", "应到、实到人数", "报告人", "报告的内容（隐患、措施、期限）", "职工提出的意见和答复"];
/// Signers of the report.
pub(crate) const MAJOR_REPORT_SIGN: [&str; 4] =
    ["主要负责人（签字）", "单位（盖章）", "报送日期", "监管部门签收人、日期"];
/// Signers of the plan.
pub(crate) const MAJOR_PLAN_SIGN: [&str; 3] = ["编制人（签字）", "主要负责人（审批签字）", "日期"];
/// Signers of the record of the meeting.
pub(crate) const MEETING_SIGN: [&str; 3] = ["报告人（签字）", "职工代表（签字）", "日期"];
/// Says which accident may come of a hazard.
pub(crate) fn may_cause(accident: &str) -> String {
    format!("可能造成：{accident}。")
}
/// Money set aside.
pub(crate) fn yuan(typed: &str) -> String {
    format!("{typed} 元")
}
/// Parts of a cell, each as a sentence; nothing of an empty one.
pub(crate) fn sentences(parts: &[(&str, String)]) -> String {
    let said = parts.iter().filter(|(_, text)| !text.trim().is_empty());
    said.map(|(label, text)| format!("{label}：{}", text.trim())).collect::<Vec<_>>().join("；")
}
/// The parts of a cell that are known, side by side.
pub(crate) fn joined(parts: &[String]) -> String {
    let known: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    known.join("，")
}
/// Labels of the parts.
pub(crate) const MEASURES: &str = "措施";
pub(crate) const UNTIL: &str = "期限";
pub(crate) const RESPONSIBLE: &str = "责任人";
pub(crate) const INTERIM: &str = "治理期间的安全措施";
pub(crate) const CONTINGENCY: &str = "应急预案";

/// Columns of the deductions.
pub(crate) const DEDUCTIONS: [&str; 6] = ["要素", "编号", "检查内容", "情况", "扣分", "说明和隐患编号"];
/// Says the state of an item that costs points: 部分符合, 不符合 or its counts.
///
/// It also says whether the item was looked at this month.
pub(crate) fn situation(status: Status) -> String {
    let said = match status.reading() {
        Some(Reading::Level(Level::Partly)) => "部分符合".to_owned(),
        Some(Reading::Ratio { done, total }) => format!("{done} / {total}"),
        Some(Reading::Level(Level::No)) => "不符合".to_owned(),
        Some(Reading::Level(Level::Yes) | Reading::NoCase) | None => {
            return super::common::status(status).to_owned();
        }
    };
    match status {
        Status::Answered(_) => said,
        _ => format!("{said}（{}）", super::common::status(status)),
    }
}
/// Nothing was deducted.
pub(crate) const NO_DEDUCTIONS: &str = "没有扣分项。";
/// A share of a point: `1.33`.
pub(crate) fn points(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
/// Says how the columns add up.
pub(crate) fn deduction_sum(score: &str, lost: u32) -> String {
    format!(
        "自评得分 {score} 分，扣分合计 {} 分（各行按百分位四舍五入，与得分相加可能差百分之几）。不适用的不扣分，未答和待核实的按 0 分扣。",
        points(lost)
    )
}

/// Columns of the list of duties.
pub(crate) const DUTIES: [&str; 4] = ["序号", "责任内容", "依据", "责任部门（人）"];
/// Columns of the list of risks.
pub(crate) const RISKS: [&str; 5] = ["序号", "部位（领域）", "风险和管控措施", "责任人", "检查频次"];
/// Criteria that must not come about.
pub(crate) const RISK_CRITERIA: &str = "重大隐患判定标准";
/// Stands in front of a criterion.
pub(crate) fn must_not(text: &str) -> String {
    format!("要防止的情形：{text}")
}
/// Open major hazards.
pub(crate) const RISK_OPEN: &str = "未销号的重大隐患";
/// A rated risk with what is done about it.
pub(crate) fn risk(danger: &str, measures: &str) -> String {
    match (danger.trim(), measures.trim()) {
        ("", measures) => measures.to_owned(),
        (danger, "") => format!("可能发生：{danger}。措施还没有填"),
        (danger, measures) => format!("可能发生：{danger}。措施：{measures}"),
    }
}
/// Says how often something is done that comes more often than the month.
pub(crate) fn often(often: Often) -> &'static str {
    match often {
        Often::Shift => "每班",
        Often::Day => "每天",
        Often::Week => "每周",
    }
}
/// Says what a law asks for with a paper.
pub(crate) fn asked_for(duty: &str, basis: &str) -> String {
    format!("{duty}依据：{basis}。")
}
/// Lists sources, each with the doubt about it.
pub(crate) fn sources(basis: &[LegalSource]) -> String {
    let said: Vec<String> = basis.iter().map(|source| self::source(source.said, source.confidence)).collect();
    said.join("；")
}
/// `其中另有依据的——一般事故隐患、重大事故隐患：…。治理资金：…。`, those with the same one together.
pub(crate) fn rests_on(what: &str, groups: &[(&str, String)]) -> String {
    let said = groups.chunk_by(|one, next| one.1 == next.1).map(|alike| {
        let names: Vec<&str> = alike.iter().map(|(name, _)| *name).collect();
        let basis = alike.first().map_or("", |(_, basis)| basis.as_str());
        format!("{}：{basis}。", names.join("、"))
    });
    format!("{what}——{}", said.collect::<String>())
}
/// The source of a rule that no law asks for.
pub(crate) const OWN_RULE: &str = "本企业制度";
/// A place in a law, with what is doubtful about it.
pub(crate) fn source(said: &str, confidence: Confidence) -> String {
    match confidence {
        Confidence::Verified => said.to_owned(),
        Confidence::Secondary => format!("{said}（未读到原文）"),
        Confidence::Unconfirmed => format!("{said}（待核）"),
    }
}
/// Columns of the posts.
pub(crate) const POSTS: [&str; 4] = ["岗位", "责任内容", "依据", "本人签字、日期"];
/// Columns of the daily work.
pub(crate) const DAILY: [&str; 5] = ["频次", "编号", "工作内容", "留下什么", "责任人"];
/// How the lists came about.
pub(crate) const GENERATED: &str =
    "本清单按企业信息和检查表生成，请结合实际修改补充，由主要负责人签发。依据以现行有效文本为准。";
/// Signers of a list.
pub(crate) const LIST_SIGN: [&str; 2] = ["主要负责人（签发）", "日期"];

/// Places of the signatures of the report.
pub(crate) const REPORT_SIGN: [&str; 4] = ["编制人（签字）", "主要负责人（签字）", "单位（盖章）", "日期"];
/// Heading of the seal's block.
pub(crate) const SEAL: &str = "数字签名（自签密钥）";
/// The month is not signed.
pub(crate) const NOT_SEALED: &str = "本月还没有作数字签名，这一份只是打印稿。";
/// Digest of the file.
pub(crate) const DIGEST: &str = "文件内容摘要（SHA-256）";
/// The check list that was answered.
pub(crate) const CATALOGUE: &str = "检查表";
/// Alternative text of the code of a signed report.
pub(crate) const QR_REPORT: &str = "二维码：文件内容摘要和密钥编号";
/// The purpose of the code.
pub(crate) const QR_HINT: &str = "扫码得到文件内容摘要和密钥编号，可与收到的文件核对。";
/// There is no key yet.
pub(crate) const NO_KEY: &str = "还没有签名密钥。先到“签名和导出”里生成。";
