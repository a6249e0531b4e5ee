//! Words of the register of work permits, and of their printed forms.

use anziping_core::register::{Gas, Permit, PermitColumn, PermitFault, PermitKind};
use anziping_core::trade::{self, LegalSource, PermitLevel, PermitTest};
use anziping_core::value::moment::Moment;

use super::{Label, Labelled, NUMBER};
use crate::words::sheet::SheetWords;
use crate::words::{common, paper};

pub(crate) const TITLE: &str = crate::words::paper::PERMIT;
pub(crate) const LEAD: &str = "可填可不填。手机上填好打印，或者打印空白票手写，再来登记一行。登记了，“手续齐全次数 ÷ 作业次数”从这里取，不用再数。\
     姓名只留在本机，报告里只有次数。";
pub(crate) const NONE: &str = "台账还是空的，次数由您在题目里直接填。";
/// A job without a permit belongs here too.
pub(crate) const ALL_JOBS: &str = "没有开票就干了的活，也照样登记一条，“手续齐全”不勾，次数才真实。";
/// Heading of the kinds.
pub(crate) const BEGIN: &str = "开一张票";
/// The effect of a press.
pub(crate) const BEGIN_HINT: &str =
    "按一下就开一张，地点、人员照上一张同类的填好，开始时间是现在，都可以改。措施、检测和审批每次要重新确认，不照抄。";
/// Kinds that this enterprise has no such work for, as it says.
pub(crate) const OTHER_KINDS: &str = "其他作业";
/// Heading of the list.
pub(crate) const ENTRIES: &str = "开过的票";
/// Adds an entry for a job that was on paper.
pub(crate) const ADD: &str = "补登一条";
/// The sources of permits.
pub(crate) const SAID: &str = trade::PERMITS_SAID;
/// Goes to the blank forms.
pub(crate) const BLANK_FORMS: &str = "打印空白票";
pub(crate) const PRINT: &str = "打印这张票";
/// Heading of the measurements.
pub(crate) const TESTS: &str = "气体检测";
pub(crate) const ADD_TEST: &str = "加一次检测";
pub(crate) const REMOVE_TEST: &str = "删除这次检测";
/// Heading of the measures.
pub(crate) const MEASURES: &str = "安全措施";
/// How they are confirmed.
pub(crate) const MEASURES_HINT: &str = "到现场逐条看过再按。写在纸上的，这里可以全空着，以纸上的为准。";
/// A measure is there.
pub(crate) const DONE: &str = "已落实";
/// A measure means nothing here.
pub(crate) const NOT_NEEDED: &str = "不涉及";
/// All others are there.
pub(crate) const ALL_DONE: &str = "其余几条都看过，已落实";
/// Semicolons in a field that only this kind asks for.
pub(crate) const NO_SEMICOLON: &str = "不要写分号：导出的表用分号隔开各格。可以用顿号、逗号。";
/// Quotes what a list has brought besides the fields of this kind.
pub(crate) fn other_field(name: &str, text: &str) -> String {
    format!("导入的其他内容，{name}：{text}")
}
/// Names or places that are in the registers.
pub(crate) const FROM_REGISTER: &str = "按一下填上：";

impl Labelled for PermitColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Kind => Label::of("作业类别"),
            Self::Level => Label::of("级别"),
            Self::Place => Label::of("作业地点"),
            Self::What => Label::of("作业内容"),
            Self::Contractor => Label { hint: "自己人干的空着", ..Label::of("外请单位") },
            Self::Lead => Label::of("作业负责人"),
            Self::Workers => Label { hint: "几个人用顿号隔开", ..Label::of("作业人") },
            Self::Guard => Label { hint: "全程守着，不能自己也去干活", ..Label::of("监护人") },
            Self::Approver => Label::of("审批人"),
            Self::ApprovedAt => Label { hint: "要早于开始时间", ..Label::of("审批时间") },
            Self::StartsAt => Label::of("开始时间"),
            Self::EndsAt => Label::of("结束时间"),
            Self::Fields => Label::of("票上其他内容"),
            Self::InOrder => Label {
                hint: "先审批后开工，措施逐条落实，专人全程监护，该签的字都签了，才勾。勾了才算一次“手续齐全”。",
                ..Label::of("手续齐全")
            },
            Self::ClosedAt => Label { hint: "干完、验收以后再填", ..Label::of("完工验收时间") },
            Self::TestedAt => Label::of("检测时间"),
            Self::TestedWhere => Label { hint: "例如池口、中间、池底", ..Label::of("检测部位") },
            Self::Oxygen => of_gas(Gas::Oxygen),
            Self::Combustible => of_gas(Gas::Combustible),
            Self::Sulfide => of_gas(Gas::Sulfide),
            Self::Monoxide => of_gas(Gas::Monoxide),
            Self::TestedBy => Label::of("检测人"),
        }
    }
}

/// The label at the reading of a gas.
fn of_gas(gas: Gas) -> Label {
    let row = gas.row();
    Label { unit: row.unit, ..Label::of(row.name) }
}

pub(crate) const SHEET: SheetWords = SheetWords {
    title: "导出和导入",
    hint: "可以导出成 Excel（xlsx）或 csv，里面有姓名，不要随便转发。原来用 Excel 或 WPS 记的作业票台账（xlsx、csv）可以导进来：先预览，看清楚再改。\
           一张票检测几次就写几行。逐条的安全措施不在里面，备份里有。",
    import: "导入原有台账",
    sheet: "作业票",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“作业地点”和另外一列。台账没有改动。",
};

/// The kind, its level and when, behind the place.
pub(crate) fn line(permit: &Permit) -> String {
    let level = permit.level_row().filter(|_| permit.kind.row().levels.len() > 1).map_or("", |level| level.name);
    let when = permit.starts_at.map(moment).unwrap_or_default();
    [permit.kind.row().name, level, when.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A moment as people write it.
pub(crate) fn moment(moment: Moment) -> String {
    format!("{} {}", common::day(moment.day()), moment.time_of_day())
}

/// Says the standing of a permit, with the tone of its tag.
pub(crate) fn standing(permit: &Permit, faults: usize) -> (&'static str, String) {
    match (faults, permit.in_order) {
        (1.., _) => ("warn", format!("{faults} 处要改，不算齐全")),
        (0, true) => ("good", "手续齐全".into()),
        (0, false) => ("", "还没勾“手续齐全”".into()),
    }
}

/// Says how long a level holds and who approves.
pub(crate) fn level(level: &PermitLevel) -> String {
    let length = match (level.hours, level.hours % 24) {
        (hours @ 25.., 0) => format!("{} 天", hours / 24),
        (hours, _) => format!("{hours} 小时"),
    };
    format!("有效期最长 {length}（{}）。审批：{}。", own_or(level.basis), level.approver)
}

/// Says which sources the hours rest on.
fn own_or(basis: &[LegalSource]) -> String {
    if basis.is_empty() { "本企业设定，待核".into() } else { format!("参照{}", paper::sources(basis)) }
}

/// Says which readings of a gas are allowed, as the form prints it.
pub(crate) fn limits(gas: Gas) -> String {
    let row = gas.row();
    let figure = |value: u32| match value % 100 {
        0 => (value / 100).to_string(),
        part if part % 10 == 0 => format!("{}.{}", value / 100, part / 10),
        part => format!("{}.{part:02}", value / 100),
    };
    let range = match (row.low, row.high) {
        (Some(low), Some(high)) => format!("{}～{}", figure(low), figure(high)),
        (Some(low), None) => format!("不低于 {}", figure(low)),
        (None, Some(high)) => format!("不高于 {}", figure(high)),
        (None, None) => String::new(),
    };
    format!("{}（{range} {}）", row.name, row.unit)
}

/// Says which sources the limits of these gases and the times of the test rest on.
pub(crate) fn test_basis(test: &PermitTest) -> String {
    let limits = test.gases.iter().map(|gas| (gas.row().name, paper::sources(gas.row().basis)));
    paper::asked_for(&paper::rests_on("合格范围的依据", &limits.collect::<Vec<_>>()), &paper::sources(test.basis))
}

/// Says a fault of a permit, at its field.
pub(crate) fn fault(fault: &PermitFault) -> String {
    match fault {
        PermitFault::NoLevel => "要选一个级别。".into(),
        PermitFault::EndsBeforeStart => "结束时间要晚于开始时间。".into(),
        PermitFault::TooLong(hours) => format!("超过了有效期：这一级最长 {hours} 小时。到期没干完的重新开票。"),
        PermitFault::ApprovedLate => "审批时间晚于开始时间：先审批，后开工。".into(),
        PermitFault::ClosedBeforeStart => "完工验收时间早于开始时间。".into(),
        PermitFault::ApproverWorks(name) => format!("{name}自己是作业人，不能审批自己的活。"),
        PermitFault::GuardWorks(name) => format!("{name}自己是作业人，不能同时监护。"),
        PermitFault::NoCertificate(name) => format!("{name}在人员台账里没有这种作业的有效证书。"),
        PermitFault::CertificateEnded(name, last) => {
            format!("{name}的证书{}到期，这次作业用不了。", common::day(*last))
        }
        PermitFault::NotTested => "没有开始之前的检测：先检测合格，后作业。".into(),
        PermitFault::TestedEarly(minutes) => {
            format!("最后一次检测比开始时间早了 {minutes} 分钟以上，要重新检测。")
        }
        PermitFault::NoReading(_, gas) => format!("{}要检测，填上读数。", gas.row().name),
        PermitFault::NotANumber(_, gas) => format!("{}要填数字，最多两位小数，例如 20.9。", gas.row().name),
        PermitFault::OutsideLimits(_, gas) => {
            format!("不合格：{}。先通风，再检测，合格了才能干。", limits(*gas))
        }
        PermitFault::OpenMeasures(open) => format!("还有 {open} 条措施没有确认。"),
    }
}

/// Another permit for the same place at the same time.
pub(crate) fn overlaps(other: &Permit) -> String {
    format!("同一地点同一时间还有一张票：{}。同时作业的要有人统一协调；同一种票开重了的，删掉一张。", line(other))
}

/// The form of a kind without any entries, in a list.
pub(crate) fn blank(kind: PermitKind) -> String {
    format!("空白：{}", kind.row().title)
}

/// A permit in a list.
pub(crate) fn filled(permit: &Permit) -> String {
    format!("{} {} {}", permit.id, line(permit), permit.place)
}

/// Label of the choice of what is printed.
pub(crate) const CHOICE: &str = "打印哪一张";
/// Rows of the head of the printed form.
pub(crate) const HEAD: [&str; 7] = ["编号", "级别", "作业地点", "作业内容", "作业单位", "作业负责人", "作业人"];
/// Further rows.
pub(crate) const NAMES: [&str; 4] = ["监护人", "审批人、审批时间", "作业时间", "完工验收时间"];
/// Columns of the measures.
pub(crate) const MEASURE_HEADS: [&str; 4] = ["序号", "安全措施（逐条到现场看）", "已落实或不涉及", "确认人签字"];
/// First columns of the measurements, and the last one.
pub(crate) const TEST_HEADS: [&str; 3] = ["检测时间", "检测部位", "检测人签字"];
/// Heading of what is looked at when the work is done.
pub(crate) const FINISH: &str = "完工验收";
pub(crate) const OURSELVES: &str = "本单位";
/// Room for day and time.
pub(crate) const MOMENT_BLANK: &str = "　　年　　月　　日　　时　　分";
/// Room for beginning and end.
pub(crate) fn stretch(permit: Option<&Permit>) -> String {
    let said = |at: Option<Moment>| at.map_or_else(|| MOMENT_BLANK.to_owned(), moment);
    format!(
        "{} 至 {}",
        said(permit.and_then(|permit| permit.starts_at)),
        said(permit.and_then(|permit| permit.ends_at))
    )
}
/// The levels of a form, to be ticked by hand.
pub(crate) fn levels(kind: PermitKind, chosen: Option<&PermitLevel>) -> String {
    let one = |level: &PermitLevel| {
        let box_ = if chosen.is_some_and(|chosen| chosen.name == level.name) { "☑" } else { "☐" };
        format!("{box_}{}", level.name)
    };
    kind.row().levels.iter().map(one).collect::<Vec<_>>().join("　")
}
/// Under the form: the hours, who approves, what it rests on.
pub(crate) fn below(kind: PermitKind) -> Vec<String> {
    let levels = kind.row().levels.iter();
    levels
        .map(|row| if kind.row().levels.len() > 1 { format!("{}：{}", row.name, level(row)) } else { level(row) })
        .collect()
}
