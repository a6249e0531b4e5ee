//! Words of the register of drills.

use anziping_core::register::{Drill, DrillColumn, DrillDuty, DrillKind};
use anziping_core::trade;
use anziping_core::value::day::Day;

use super::{HOURS_FAULT, Label, Labelled, NUMBER};
use crate::words::common;
use crate::words::sheet::SheetWords;

pub(crate) const TITLE: &str = "应急演练";
pub(crate) const LEAD: &str =
    "可填可不填。填了，“已组织 ÷ 应组织”从这里取，下次演练到期前提醒。演练后做了评估、有改进的，才算一次。";
/// No drill is entered.
pub(crate) const NONE: &str = "台账还是空的，次数由您在题目里直接填。";
pub(crate) const ADD: &str = "加一次演练";
/// Heading of what is due.
pub(crate) const DUTIES: &str = "应组织的演练";
/// How it is counted.
pub(crate) const DUTIES_HINT: &str = trade::DRILLS_SAID;
pub(crate) const ON_SITE_ONLY: &str = "本企业只编了现场处置方案";
pub(crate) const ON_SITE_ONLY_HINT: &str = trade::ON_SITE_ONLY_SAID;

impl Labelled for DrillColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Name => Label { hint: "例如喷漆房火灾、污水池中毒窒息", ..Label::of("演练内容") },
            Self::Kind => Label::of("演练的预案"),
            Self::HeldOn => Label { hint: "还没演的填计划日期。", ..Label::of("演练日期") },
            Self::People => Label { unit: "人", fault: HOURS_FAULT, ..Label::of("参加人数") },
            Self::Evaluated => Label {
                hint: "没有评估的不计入“已组织”。", ..Label::of("已评估，有记录和改进")
            },
        }
    }
}

pub(crate) const SHEET: SheetWords = SheetWords {
    title: "导出和导入",
    hint: "可以导出成 Excel（xlsx）或 csv。原来用 Excel 或 WPS 记的演练台账（xlsx、csv）可以导进来：先预览，看清楚再改。",
    import: "导入原有台账",
    sheet: "应急演练",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“演练内容”和另外一列。台账没有改动。",
};

/// A kind of plan.
pub(crate) fn kind(kind: DrillKind) -> &'static str {
    match kind {
        DrillKind::Comprehensive => "综合预案",
        DrillKind::Special => "专项预案",
        DrillKind::OnSite => "现场处置方案",
    }
}

/// Says what has to be drilled, and how often.
pub(crate) fn duty(duty: DrillDuty) -> String {
    let what = if duty.on_site { "现场处置方案" } else { "综合或专项预案" };
    let often = if duty.months == 12 { "每年" } else { "每半年" };
    format!("{what}（{often}至少一次）")
}

/// Says by when a drill is due, with the class of its line.
pub(crate) fn due(due: Option<Day>, today: Day) -> (&'static str, String) {
    match due.map(|due| (due, today.days_until(due))) {
        None => ("status-bad", "还没有有效的演练记录".into()),
        Some((due, left @ ..0)) => ("status-bad", format!("{}到期，已过 {} 天", common::day(due), -left)),
        Some((due, 0)) => ("status-warn", format!("{}到期，就是今天", common::day(due))),
        Some((due, left)) => ("", format!("{}前再演一次，还有 {left} 天", common::day(due))),
    }
}

/// Says the state of a drill, with the tone of its tag.
pub(crate) fn state(drill: &Drill, today: Day) -> (&'static str, &'static str) {
    match drill.held_on {
        None => ("", "没填日期"),
        Some(day) if day > today => ("", "计划"),
        Some(_) if drill.evaluated => ("good", "已评估"),
        Some(_) => ("warn", "还没评估，不算数"),
    }
}
