//! Emergency drills (应急演练), and when the next one is due.

use serde::{Deserialize, Serialize};

use super::content::Choice;
use super::entry::register_columns;
use super::{Entry, Registers};
use crate::trade::{DRILLS, DrillRule};
use crate::value::day::Day;
use crate::value::slot::{Slot, slot};

/// An entry of the register of drills; also one that is planned.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Drill {
    /// Number of the entry.
    pub id: String,
    /// The event that was drilled: 空压机房火灾.
    pub name: String,
    /// The kind of plan.
    pub kind: DrillKind,
    /// Day on which it was held, or is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_on: Option<Day>,
    /// People who took part, as typed.
    pub people: String,
    /// Whether it was evaluated and something was learnt from it (预案办法34).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub evaluated: bool,
}

/// Kinds of plans.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrillKind {
    /// 综合应急预案.
    Comprehensive,
    /// 专项应急预案.
    Special,
    /// 现场处置方案.
    #[default]
    OnSite,
}

/// A drill that has to be held again and again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DrillDuty {
    /// For an on-site plan; else for a comprehensive or special one.
    pub on_site: bool,
    /// Within so many months of the last one.
    pub months: u32,
}

impl DrillDuty {
    /// Lists the drills that an enterprise owes.
    ///
    /// The table says how often. An enterprise with on-site plans only (预案办法15) drills only those.
    pub fn all(half_yearly: bool, on_site_only: bool) -> Vec<Self> {
        let rules = DRILLS.iter().filter(|rule| rule.on_site || !on_site_only);
        let months = |rule: &DrillRule| if half_yearly { rule.half_yearly_months } else { rule.months };
        rules.map(|rule| Self { on_site: rule.on_site, months: months(rule) }).collect()
    }

    /// The day by which the next drill is due, seen on `day`; `None` when there was none yet.
    ///
    /// It counts from the last drill that was held and evaluated. The rule says 每年 and 每半年; counting from the last one
    /// is the stricter reading (待核).
    pub fn due(self, drills: &[Drill], day: Day) -> Option<Day> {
        let counts = |drill: &&Drill| (drill.kind == DrillKind::OnSite) == self.on_site && drill.counts(day);
        drills.iter().filter(counts).filter_map(|drill| drill.held_on).max().map(|last| last.plus_months(self.months))
    }

    /// Returns whether the duty is done on `day`.
    pub fn is_met(self, drills: &[Drill], day: Day) -> bool {
        self.due(drills, day).is_some_and(|due| due >= day)
    }
}

impl Drill {
    /// Returns whether the drill counts on `day`: 有记录、有评估、有改进的才算一次.
    pub fn counts(&self, day: Day) -> bool {
        self.evaluated && self.held_on.is_some_and(|held| held <= day)
    }
}

const KIND: Choice<Drill, DrillKind> = Choice {
    slot: slot!(kind),
    words: &[
        (DrillKind::Comprehensive, &["综合预案", "综合"]),
        (DrillKind::Special, &["专项预案", "专项"]),
        (DrillKind::OnSite, &["现场处置方案", "现场", "处置"]),
    ],
    offered: &[DrillKind::OnSite, DrillKind::Special, DrillKind::Comprehensive],
    applies: |_| true,
};

// The same thing is drilled year after year: the day tells two drills apart.
register_columns! { Drill, DrillColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Name "name" Needed Own(Line(slot!(name))) => ["演练内容", "演练名称", "演练科目", "演练项目", "演练主题"];
    Kind "kind" Detail Own(Choice(&KIND)) => ["演练的预案", "预案类别", "预案类型", "演练类别", "演练类型"];
    HeldOn "held" Identity Own(Day(slot!(held_on))) => ["演练日期", "演练时间", "日期", "时间"];
    People "people" Detail Own(Count(slot!(people))) => ["参加人数", "参演人数", "人数"];
    Evaluated "evaluated" Detail Own(YesNo(slot!(evaluated))) => ["已评估", "是否评估", "评估"];
}

impl Entry for Drill {
    type Column = DrillColumn;
    type Part = ();
    const LIST: Slot<Registers, Vec<Self>> = slot!(drills);
    const NUMBER: Slot<Self, String> = slot!(id);
}
