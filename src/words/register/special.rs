//! Words of the special ledgers: confined spaces, special equipment, dust collectors, contractors.

use anziping_core::register::{
    CollectorColumn, ContractorColumn, EquipmentColumn, LedgerDue, SpaceColumn, SpecialLedger,
};
use anziping_core::trade::{LegalSource, SpecialLedgerRow};
use anziping_core::value::day::Day;

use super::{Label, Labelled, NUMBER};
use crate::words::sheet::SheetWords;
use crate::words::{common, paper};

pub(crate) const TITLE: &str = "专项台账";
pub(crate) const LEAD: &str =
    "有限空间、特种设备、除尘器、承包商，填一次，检查时直接打印，到期前提醒。姓名只留在本机，报告里只有个数。";
/// Name of the list of ledgers.
pub(crate) const LEDGERS: &str = "本企业的专项台账";
/// No fact asks for one.
pub(crate) const NO_LEDGERS: &str =
    "企业信息里没有勾有限空间、特种设备、可燃爆粉尘、承包商，没有要建的专项台账。有的话先去勾上。";
/// Goes to the facts.
pub(crate) const TO_FACTS: &str = "去企业信息";
pub(crate) const PRINT: &str = "打印这本台账";

/// Says why the enterprise keeps a ledger, by its facts; or that only entries are left.
pub(crate) fn because(facts: &[String]) -> String {
    if facts.is_empty() {
        return "企业信息里没有勾这一类，不要求建这本台账；填过的内容还在。".to_owned();
    }
    let said: Vec<String> = facts.iter().map(|fact| format!("“{fact}”")).collect();
    format!("因为企业信息里勾了{}。", said.join("、"))
}

/// Says what the law asks for with a ledger.
pub(crate) fn asked_for(row: &SpecialLedgerRow) -> String {
    let said = |source: &LegalSource| paper::source(source.said, source.confidence);
    let rests: Vec<String> = row.basis.iter().map(said).collect();
    paper::asked_for(row.duty, &rests.join("；"))
}

/// Says that a ledger is empty, and how to begin.
pub(crate) fn none(ledger: SpecialLedger) -> &'static str {
    match ledger {
        SpecialLedger::Spaces => "台账还是空的。到现场把池、坑、罐、井一个个找出来，有几个登记几条。",
        SpecialLedger::Equipment => "台账还是空的，检验的台数由您在题目里直接填。",
        SpecialLedger::Collectors => "台账还是空的。一台除尘器登记一条。",
        SpecialLedger::Contractors => "台账还是空的，户数由您在题目里直接填。",
    }
}

/// Adds an entry.
pub(crate) fn add(ledger: SpecialLedger) -> &'static str {
    match ledger {
        SpecialLedger::Spaces => "加一处有限空间",
        SpecialLedger::Equipment => "加一台特种设备",
        SpecialLedger::Collectors => "加一台除尘器",
        SpecialLedger::Contractors => "加一户",
    }
}

/// Says what has to be done by a day.
pub(crate) fn due(due: LedgerDue) -> &'static str {
    match due {
        LedgerDue::Inspection => "检验到期",
        LedgerDue::Cleaning => "该清理了",
        LedgerDue::Licence => "资质到期",
        LedgerDue::Agreement => "安全协议到期",
    }
}

/// `5吨行车：检验到期`
pub(crate) fn due_of(name: &str, of: LedgerDue) -> String {
    let name = if name.trim().is_empty() { super::NO_ENTRY_NAME } else { name.trim() };
    format!("{name}：{}", due(of))
}

/// Says how near a day is, with the tone of its tag.
pub(crate) fn standing(of: LedgerDue, day: Day, today: Day, lead_days: u8) -> (&'static str, String) {
    let (what, left) = (due(of), today.days_until(day));
    match left {
        ..0 => ("bad", format!("{what}，已过 {} 天", -left)),
        0 => ("bad", format!("{what}，就是今天")),
        left if left <= i32::from(lead_days) => ("warn", format!("{what}，还有 {left} 天")),
        _ => ("good", format!("{what}：{}", common::day(day))),
    }
}

/// Special equipment that nobody knows to be inspected.
pub(crate) const NO_DAY: &str = "没填下次检验日期，按没有检验计";
/// The next inspection is asked for.
pub(crate) const REQUESTED: &str = "已报检";
pub(crate) const STOPPED: &str = "已停用，不计数";
/// A confined space without a sign.
pub(crate) const NOT_POSTED: &str = "没有警示标志";
/// A contractor whose licences nobody has looked at.
pub(crate) const NOT_QUALIFIED: &str = "资质没有审查合格";
/// A contractor without an agreement.
pub(crate) const NO_AGREEMENT: &str = "没签安全协议";
/// A contractor that is gone.
pub(crate) const LEFT: &str = "已撤场";

/// `单位：某厂　　填表日期：2026年11月29日`
pub(crate) fn of_day(enterprise: &str, today: Day) -> String {
    format!("{enterprise}　　填表日期：{}", common::day(today))
}

/// The ledger that is printed is empty.
pub(crate) const EMPTY_PAPER: &str = "台账还是空的，印出来是空白表，可以手写。填台账：";

impl Labelled for SpaceColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Name => Label {
                hint: "例如1号污水池、化粪池、腌制池、发酵罐、电缆井", ..Label::of("有限空间名称")
            },
            Self::Place => Label { hint: "例如厂区东北角、二车间北墙外", ..Label::of("所在位置") },
            Self::Kind => Label::of("种类"),
            Self::Dangers => Label {
                hint: "例如硫化氢中毒、缺氧窒息、沼气爆炸、淹溺、高处坠落",
                ..Label::of("主要危险因素")
            },
            Self::Gases => Label {
                hint: "例如氧气、可燃气、硫化氢、一氧化碳", ..Label::of("进去前要检测的气体")
            },
            Self::Measures => Label {
                hint: "例如上锁、隔断管道、强制通风、先检测后进入、专人监护、备好救援装备",
                ..Label::of("防控措施")
            },
            Self::Owner => Label::of("责任人"),
            Self::Posted => Label::of("每个出入口都有警示标志"),
            Self::Barred => Label {
                hint: "可能有毒气的，要用锁、栏杆或者网挡住。", ..Label::of("有上锁或隔离")
            },
            Self::Catalogue => Label::of("国家的重点监管目录"),
            Self::LookedUpOn => Label::of("核对目录的日期"),
        }
    }
}

impl Labelled for EquipmentColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Name => Label { hint: "例如5吨行车、3吨叉车、储气罐", ..Label::of("设备名称") },
            Self::Kind => Label::of("设备种类"),
            Self::Code => Label {
                hint: "照使用登记证抄；没办的空着，先去办。", ..Label::of("使用登记证编号")
            },
            Self::Place => Label::of("所在位置"),
            Self::Owner => Label::of("管理人"),
            Self::InspectedOn => Label::of("上次检验日期"),
            Self::NextOn => Label {
                hint: "照检验报告上的“下次检验日期”填，到期前提醒。", ..Label::of("下次检验日期")
            },
            Self::RequestedOn => Label { hint: "到期前一个月要报检。", ..Label::of("报检日期") },
            Self::Stopped => Label { hint: "停用的不提醒，也不计入总数。", ..Label::of("已停用") },
        }
    }
}

impl Labelled for CollectorColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Name => Label { hint: "例如1号打磨除尘器", ..Label::of("除尘器名称") },
            Self::Place => Label::of("所在位置"),
            Self::Kind => Label::of("种类"),
            Self::Dust => Label { hint: "例如铝粉、镁粉、木粉、塑料粉", ..Label::of("粉尘种类") },
            Self::Serves => Label { hint: "例如1到6号打磨台", ..Label::of("对应的产尘设备") },
            Self::Protection => Label {
                hint: "照实写有哪些：泄爆口、隔爆阀、锁气卸灰、火花探测、抑爆、惰化",
                ..Label::of("防爆措施")
            },
            Self::Watched => Label {
                hint: "干式写风压差、温度报警，湿式写液位、流速报警", ..Label::of("监测报警")
            },
            Self::CleanedOn => Label::of("上次清理日期"),
            Self::CleanedBy => Label::of("清理人"),
            Self::NextOn => Label {
                hint: "按本企业的粉尘清理制度推算，到期前提醒。", ..Label::of("下次清理日期")
            },
            Self::Owner => Label::of("责任人"),
        }
    }
}

impl Labelled for ContractorColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Name => Label::of("单位名称"),
            Self::Work => Label {
                hint: "例如外墙清洗、设备检修、废水池清淤、租用2号仓库",
                ..Label::of("承包或承租的内容")
            },
            Self::Lead => Label { hint: "写姓名和电话，只存在本机", ..Label::of("对方负责人") },
            Self::Licence => Label { hint: "写证的名称和编号", ..Label::of("资质证照") },
            Self::ValidUntil => Label {
                hint: "几个证写最早到期的；长期有效的空着。", ..Label::of("资质有效期至")
            },
            Self::Qualified => Label {
                hint: "看过原件，范围对得上要干的活，现场干活的是这家的人。没勾的按不合格计。",
                ..Label::of("资质审查合格")
            },
            Self::AgreedOn => Label::of("安全协议签订日期"),
            Self::AgreementUntil => Label::of("安全协议有效期至"),
            Self::BriefedOn => Label::of("最近一次安全教育和交底"),
            Self::People => {
                Label { hint: "一行一个，有证的写上证，只存在本机", ..Label::of("派来的人") }
            }
            Self::CheckedOn => Label::of("最近一次检查他们的日期"),
            Self::Owner => Label::of("本企业管理人"),
            Self::LeftOn => Label {
                hint: "还在的空着。走了的不再提醒，下个月起不计数。", ..Label::of("撤场日期")
            },
        }
    }
}

/// The words of a ledger as a spreadsheet.
pub(crate) const fn sheet(ledger: SpecialLedger) -> &'static SheetWords {
    match ledger {
        SpecialLedger::Spaces => &SPACES,
        SpecialLedger::Equipment => &EQUIPMENT,
        SpecialLedger::Collectors => &COLLECTORS,
        SpecialLedger::Contractors => &CONTRACTORS,
    }
}

const SHEETS: &str = "导出和导入";
const IMPORT: &str = "导入原有台账";
const HINT: &str = "可以导出成 Excel（xlsx）或 csv，里面有姓名，不要随便转发。原来用 Excel 或 WPS 记的台账（xlsx、csv）可以导进来：先预览，看清楚再改。";

const SPACES: SheetWords = SheetWords {
    title: SHEETS,
    hint: HINT,
    import: IMPORT,
    sheet: "有限空间台账",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“有限空间名称”和另外一列。台账没有改动。",
};
const EQUIPMENT: SheetWords = SheetWords {
    title: SHEETS,
    hint: HINT,
    import: IMPORT,
    sheet: "特种设备台账",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“设备名称”和另外一列。台账没有改动。",
};
const COLLECTORS: SheetWords = SheetWords {
    title: SHEETS,
    hint: HINT,
    import: IMPORT,
    sheet: "除尘器台账",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“除尘器名称”和另外一列。台账没有改动。",
};
const CONTRACTORS: SheetWords = SheetWords {
    title: SHEETS,
    hint: HINT,
    import: IMPORT,
    sheet: "承包商台账",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“单位名称”和另外一列。台账没有改动。",
};

/// Signers of a printed ledger.
pub(crate) const PAPER_SIGN: [&str; 3] = ["填表人（签字）", "主要负责人（签字）", "日期"];
/// Columns of the printed ledger of confined spaces.
pub(crate) const SPACES_PAPER: [&str; 11] = [
    "序号",
    "名称",
    "位置",
    "种类",
    "主要危险因素",
    "要检测的气体",
    "防控措施",
    "责任人",
    "警示标志",
    "上锁隔离",
    "监管目录（核对日期）",
];
/// Columns of the printed ledger of special equipment.
pub(crate) const EQUIPMENT_PAPER: [&str; 10] =
    ["序号", "设备名称", "种类", "使用登记证编号", "位置", "管理人", "上次检验", "下次检验", "报检日期", "使用状态"];
/// Columns of the printed ledger of dust collectors.
pub(crate) const COLLECTORS_PAPER: [&str; 11] = [
    "序号",
    "名称",
    "位置",
    "种类",
    "粉尘",
    "产尘设备",
    "防爆措施",
    "监测报警",
    "上次清理、清理人",
    "下次清理",
    "责任人",
];
/// Columns of the printed ledger of contractors.
pub(crate) const CONTRACTORS_PAPER: [&str; 12] = [
    "序号",
    "单位名称",
    "承包（承租）内容",
    "对方负责人",
    "资质证照、有效期",
    "资质审查",
    "安全协议",
    "教育交底",
    "派来的人",
    "最近检查",
    "本企业管理人",
    "撤场",
];
/// A box that is ticked, on paper.
pub(crate) fn has(ticked: bool) -> &'static str {
    if ticked { "有" } else { "没有" }
}
/// Says on paper whether it is in use.
pub(crate) fn state(stopped: bool) -> &'static str {
    if stopped { "停用" } else { "在用" }
}
/// Says whether licences were found to fit, on paper.
pub(crate) fn qualified(qualified: bool) -> &'static str {
    if qualified { "合格" } else { "未审查" }
}
/// Says from which day to which, as far as they are known.
pub(crate) fn stretch(from: Option<Day>, to: Option<Day>) -> String {
    let to = to.map(|day| format!("至 {day}"));
    let parts: Vec<String> = from.map(|day| day.to_string()).into_iter().chain(to).collect();
    parts.join(" ")
}
/// A last day.
pub(crate) fn until(day: Option<Day>) -> String {
    stretch(None, day)
}
