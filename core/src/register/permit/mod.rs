//! A work permit (作业票): what was to be done by whom, and whether everything was in order.
//!
//! What a kind of permit asks for is a row of the table ([`PermitForm`](crate::trade::PermitForm)); here stands what is
//! filled in. A job that was done without a permit is an entry too, one that is not in order.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `begin` | a new permit, filled in as far as the last one of its kind and the clock tell |
//! | `fault` | what stands against a permit: times, names, certificates, gases |
//! | `gas_test` | a measurement of gases |

mod begin;
mod fault;
mod gas_test;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::content::Choice;
use super::entry::register_columns;
use super::{Entry, Person, Registers};
pub use crate::trade::{Gas, PermitKind};
use crate::trade::{PERMIT_WORDS, PermitLevel};
use crate::value::fold::fold;
use crate::value::moment::Moment;
use crate::value::period::Span;
use crate::value::slot::{Slot, slot};

pub use fault::PermitFault;
pub use gas_test::GasTest;

/// An entry of the register of permits.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Permit {
    /// Number of the entry.
    pub id: String,
    /// The form of the permit.
    pub kind: PermitKind,
    /// Name of the level; empty where the form has one only, or nobody has chosen.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub level: String,
    /// Where.
    pub place: String,
    /// The work that is done.
    pub what: String,
    /// The contractor who does it; empty for the enterprise itself.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contractor: String,
    /// The leader of the work; like all names, it stays in the browser.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// The workers, between commas of any kind.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub workers: String,
    /// The guard.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub guard: String,
    /// The approver.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub approver: String,
    /// When it was approved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<Moment>,
    /// When work begins; decides for which month it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Moment>,
    /// When work is to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Moment>,
    /// The fields of this kind alone, by their names.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// Measurements of gases.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<GasTest>,
    /// Measures, by id; without any they are confirmed on the paper.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub measures: BTreeMap<String, MeasureMark>,
    /// 手续齐全: approved, every measure confirmed, somebody watching throughout, signed by all.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_order: bool,
    /// When it was accepted as done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Moment>,
}

/// The mark of a measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureMark {
    /// 已落实.
    Done,
    /// 不涉及.
    NotNeeded,
}

impl Permit {
    /// The row of its level: the one it names, or the only one of the form.
    pub fn level_row(&self) -> Option<&'static PermitLevel> {
        let levels = self.kind.row().levels;
        match levels {
            [only] if self.level.is_empty() => Some(only),
            _ => levels.iter().find(|level| level.name == self.level),
        }
    }

    /// The names in a field of several.
    pub fn names(text: &str) -> impl Iterator<Item = &str> {
        text.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).filter(|name| !name.is_empty())
    }

    /// A field of several with one more name, or without the one that stood there.
    #[must_use]
    pub fn toggled(text: &str, name: &str) -> String {
        let mut all: Vec<&str> = Self::names(text).collect();
        let before = all.len();
        all.retain(|one| fold(one) != fold(name));
        if all.len() == before {
            all.push(name);
        }
        all.join("、")
    }

    /// Returns whether the permit begins in these days.
    pub fn is_of(&self, span: Span) -> bool {
        self.starts_at.is_some_and(|starts| span.contains(starts.day()))
    }

    /// Returns whether somebody has declared it in order and nothing that is known stands against it.
    pub fn is_in_order(&self, people: &[Person]) -> bool {
        self.in_order && self.faults(people).is_empty()
    }

    /// Returns whether the measures are confirmed on paper, and this is only a line of the register.
    pub fn is_on_paper(&self) -> bool {
        self.measures.values().all(|mark| *mark == MeasureMark::NotNeeded)
    }

    /// Measures of the form that nobody has spoken about; none of a permit that is on paper.
    pub fn open_measures(&self) -> usize {
        let open = self.kind.row().measures.iter().filter(|measure| !self.measures.contains_key(measure.id));
        if self.is_on_paper() { 0 } else { open.count() }
    }

    /// The other permits for the same place at the same time.
    pub fn overlapping<'a>(&self, permits: &'a [Self]) -> Vec<&'a Self> {
        let (Some((starts, ends)), place) = (self.stretch(), fold(&self.place)) else { return Vec::new() };
        let at_once = |other: &Self| other.stretch().is_some_and(|(from, to)| from < ends && starts < to);
        let others = permits.iter().filter(|other| other.id != self.id && !place.is_empty());
        others.filter(|other| fold(&other.place) == place && at_once(other)).collect()
    }

    /// The time from the beginning of the work to its end, or to the planned end.
    fn stretch(&self) -> Option<(Moment, Moment)> {
        let starts = self.starts_at?;
        Some((starts, self.closed_at.or(self.ends_at)?))
    }
}

const KIND: Choice<Permit, PermitKind> =
    Choice { slot: slot!(kind), words: &PERMIT_WORDS, offered: &PermitKind::ALL, applies: |_| true };

// The same work is done at one place again and again: kind and beginning tell two permits apart.
register_columns! { Permit, PermitColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号", "票号", "作业票编号", "审批表编号"];
    Kind "kind" Identity Own(Choice(&KIND)) => ["作业类别", "作业类型", "作业种类", "作业票种类", "票种", "作业名称"];
    Level "level" Detail Own(Line(slot!(level))) => ["级别", "作业级别", "动火级别", "动火等级", "作业等级"];
    Place "place" Needed Own(Line(slot!(place))) => [
        "作业地点", "地点", "作业部位", "部位", "动火地点", "有限空间名称", "设备名称", "作业场所",
    ];
    What "what" Detail Own(Line(slot!(what))) => ["作业内容", "内容", "工作内容", "动火内容"];
    Contractor "contractor" Detail Own(Line(slot!(contractor))) => ["外请单位", "作业单位", "施工单位"];
    Lead "lead" Detail Own(Line(slot!(lead))) => ["作业负责人", "申请人", "现场负责人", "负责人"];
    Workers "workers" Detail Own(Line(slot!(workers))) => ["作业人", "作业人员", "动火人", "施工人员"];
    Guard "guard" Detail Own(Line(slot!(guard))) => ["监护人", "监护人员", "监火人"];
    Approver "approver" Detail Own(Line(slot!(approver))) => ["审批人", "批准人"];
    ApprovedAt "approved" Detail Own(Moment(slot!(approved_at))) => ["审批时间", "批准时间"];
    StartsAt "starts" Identity Own(Moment(slot!(starts_at))) => [
        "开始时间", "作业开始时间", "开工时间", "作业时间", "动火时间", "作业日期", "日期",
    ];
    EndsAt "ends" Detail Own(Moment(slot!(ends_at))) => ["结束时间", "作业结束时间", "计划结束时间"];
    Fields "fields" Detail Own(Named(slot!(fields))) => ["票上其他内容", "其他内容"];
    InOrder "in-order" Detail Own(YesNo(slot!(in_order))) => ["手续齐全", "手续是否齐全", "是否合规"];
    ClosedAt "closed" Detail Own(Moment(slot!(closed_at))) => ["完工验收时间", "验收时间", "完工时间", "关闭时间"];
    TestedAt "tested" Detail Part(Moment(slot!(GasTest, at))) => ["检测时间", "气体检测时间"];
    TestedWhere "where" Detail Part(Line(slot!(GasTest, place))) => ["检测部位", "检测点", "检测位置"];
    Oxygen "oxygen" Detail Part(Line(slot!(GasTest, oxygen))) => ["氧气", "氧气%VOL", "氧含量", "氧气浓度"];
    Combustible "combustible" Detail Part(Line(slot!(GasTest, combustible))) => [
        "可燃气", "可燃气%LEL", "可燃气体", "可燃气体浓度",
    ];
    Sulfide "sulfide" Detail Part(Line(slot!(GasTest, sulfide))) => ["硫化氢", "硫化氢ppm"];
    Monoxide "monoxide" Detail Part(Line(slot!(GasTest, monoxide))) => ["一氧化碳", "一氧化碳ppm"];
    TestedBy "tester" Detail Part(Line(slot!(GasTest, tester))) => ["检测人", "检测人员"];
}

impl PermitColumn {
    /// The column of the readings of a gas.
    pub fn of_gas(gas: Gas) -> Self {
        match gas {
            Gas::Oxygen => Self::Oxygen,
            Gas::Combustible => Self::Combustible,
            Gas::Sulfide => Self::Sulfide,
            Gas::Monoxide => Self::Monoxide,
        }
    }
}

impl Entry for Permit {
    type Column = PermitColumn;
    type Part = GasTest;
    const LIST: Slot<Registers, Vec<Self>> = slot!(permits);
    const NUMBER: Slot<Self, String> = slot!(id);
    const PARTS: Option<Slot<Self, Vec<GasTest>>> = Some(slot!(tests));

    /// Renews the measurement of the same moment and place, or adds it.
    fn take_parts(&mut self, _given: &[PermitColumn], row: &Self) {
        for test in &row.tests {
            let same = |own: &&mut GasTest| own.at == test.at && fold(&own.place) == fold(&test.place);
            match self.tests.iter_mut().find(same) {
                Some(own) => own.clone_from(test),
                None => self.tests.push(test.clone()),
            }
        }
    }
}

#[cfg(test)]
mod tests;
