//! A dust collector (除尘器): where it is, which dust goes in, what protects it, when it is cleaned.

use serde::{Deserialize, Serialize};

use super::{LedgerDay, LedgerDue, SpecialLedger};
use crate::register::content::Choice;
use crate::register::entry::register_columns;
use crate::register::{Entry, Registers};
use crate::value::day::Day;
use crate::value::slot::{Slot, slot};

/// An entry of the ledger of dust collectors.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DustCollector {
    /// Number of the entry.
    pub id: String,
    /// Its name: 1号打磨除尘器.
    pub name: String,
    /// Where it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Dry or wet.
    pub kind: CollectorKind,
    /// The dust: 铝粉.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dust: String,
    /// The machines that it serves.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub serves: String,
    /// The protection against explosions: vents, isolation, rotary valves, spark detection.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub protection: String,
    /// The values that are watched: pressure of the wind; level and flow of the water.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub watched: String,
    /// Day of the last cleaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cleaned_on: Option<Day>,
    /// The one who cleaned it; like all names, it stays in the browser.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cleaned_by: String,
    /// Day by which it is cleaned again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_on: Option<Day>,
    /// The person responsible.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
}

/// Kinds of dust collectors.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CollectorKind {
    /// 干式.
    #[default]
    Dry,
    /// 湿式.
    Wet,
}

impl DustCollector {
    /// The day by which it is cleaned again.
    pub fn day(&self) -> Option<LedgerDay<'_>> {
        let (number, name, due) = (&self.id, &self.name, LedgerDue::Cleaning);
        self.next_on.map(|day| LedgerDay { ledger: SpecialLedger::Collectors, number, name, due, day })
    }
}

const KIND: Choice<DustCollector, CollectorKind> = Choice {
    slot: slot!(kind),
    words: &[
        (CollectorKind::Wet, &["湿式", "水幕", "水浴", "水"]),
        (CollectorKind::Dry, &["干式", "布袋", "袋式", "滤筒", "旋风"]),
    ],
    offered: &[CollectorKind::Dry, CollectorKind::Wet],
    applies: |_| true,
};

register_columns! { DustCollector, CollectorColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Name "name" Needed Own(Line(slot!(name))) => ["除尘器名称", "名称", "设备名称", "除尘器", "除尘系统"];
    Place "place" Identity Own(Line(slot!(place))) => ["所在位置", "位置", "安装位置", "地点", "车间"];
    Kind "kind" Detail Own(Choice(&KIND)) => ["种类", "类型", "除尘方式", "除尘器类型"];
    Dust "dust" Detail Own(Line(slot!(dust))) => ["粉尘种类", "粉尘", "粉尘名称"];
    Serves "serves" Detail Own(Line(slot!(serves))) => ["对应的产尘设备", "产尘点", "吸尘点", "对应设备"];
    Protection "protection" Detail Own(Lines(slot!(protection))) => ["防爆措施", "控爆措施", "泄爆装置", "泄爆口"];
    Watched "watched" Detail Own(Line(slot!(watched))) => ["监测报警", "监测报警装置", "风压差监测", "监测"];
    CleanedOn "cleaned" Detail Own(Day(slot!(cleaned_on))) => ["上次清理日期", "清理日期", "清灰日期"];
    CleanedBy "cleaned-by" Detail Own(Line(slot!(cleaned_by))) => ["清理人", "清灰人"];
    NextOn "next" Detail Own(Day(slot!(next_on))) => ["下次清理日期", "下次清灰日期"];
    Owner "owner" Detail Own(Line(slot!(owner))) => ["责任人", "负责人"];
}

impl Entry for DustCollector {
    type Column = CollectorColumn;
    type Part = ();
    const LIST: Slot<Registers, Vec<Self>> = slot!(collectors);
    const NUMBER: Slot<Self, String> = slot!(id);
    const LAST_DAYS: &'static [CollectorColumn] = &[CollectorColumn::NextOn];
}
