//! A piece of special equipment (特种设备): how it is registered, where it is, when it is inspected.

use serde::{Deserialize, Serialize};

use super::{LedgerDay, LedgerDue, SpecialLedger};
use crate::register::content::Choice;
use crate::register::entry::register_columns;
use crate::register::{Entry, Registers};
use crate::value::day::Day;
use crate::value::slot::{Slot, slot};

/// An entry of the ledger of special equipment.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SpecialEquipment {
    /// Number of the entry.
    pub id: String,
    /// Its name: 5吨行车.
    pub name: String,
    /// The kind of equipment.
    pub kind: EquipmentKind,
    /// Number of its registration (特种设备安全法33); empty while there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Where it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The person who looks after it; like all names, it stays in the browser.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Day of the last inspection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inspected_on: Option<Day>,
    /// Last day of the next one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_on: Option<Day>,
    /// Day on which the next one was asked for (特种设备安全法40①).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_on: Option<Day>,
    /// Whether it is out of use: nothing is due, and it is not counted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stopped: bool,
}

/// Kinds of special equipment (特种设备安全法2②) that works have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EquipmentKind {
    /// 起重机械.
    #[default]
    Crane,
    /// 场内专用机动车辆.
    Vehicle,
    /// 压力容器.
    Vessel,
    /// 锅炉.
    Boiler,
    /// 压力管道.
    Pipe,
    /// 电梯.
    Lift,
    /// Any other.
    Other,
}

impl SpecialEquipment {
    /// Returns whether its inspection holds on `day`.
    pub fn holds(&self, day: Day) -> bool {
        self.next_on.is_some_and(|last| last >= day)
    }

    /// Returns whether the next inspection was requested after the last one.
    pub fn is_requested(&self) -> bool {
        self.requested_on.is_some_and(|asked| self.inspected_on.is_none_or(|last| asked > last))
    }

    /// The last day of the next inspection; `None` while nobody knows it, and for what is out of use.
    pub fn day(&self) -> Option<LedgerDay<'_>> {
        let day = self.next_on.filter(|_| !self.stopped)?;
        let (number, name) = (&self.id, &self.name);
        Some(LedgerDay { ledger: SpecialLedger::Equipment, number, name, due: LedgerDue::Inspection, day })
    }
}

const KIND: Choice<SpecialEquipment, EquipmentKind> = Choice {
    slot: slot!(kind),
    words: &[
        (EquipmentKind::Crane, &["起重机械", "起重", "行车", "桥式", "电动葫芦", "升降机"]),
        (EquipmentKind::Vehicle, &["场内机动车辆", "机动车辆", "叉车", "牵引车"]),
        (EquipmentKind::Vessel, &["压力容器", "储气罐", "容器", "气瓶"]),
        (EquipmentKind::Boiler, &["锅炉"]),
        (EquipmentKind::Pipe, &["压力管道", "管道"]),
        (EquipmentKind::Lift, &["电梯"]),
        (EquipmentKind::Other, &["其他"]),
    ],
    offered: &[
        EquipmentKind::Crane,
        EquipmentKind::Vehicle,
        EquipmentKind::Vessel,
        EquipmentKind::Boiler,
        EquipmentKind::Pipe,
        EquipmentKind::Lift,
        EquipmentKind::Other,
    ],
    applies: |_| true,
};

// A works has four lorries of one name: the registration tells two apart.
register_columns! { SpecialEquipment, EquipmentColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Name "name" Needed Own(Line(slot!(name))) => ["设备名称", "名称", "特种设备名称"];
    Kind "kind" Detail Own(Choice(&KIND)) => ["设备种类", "种类", "设备类别", "类别", "设备类型"];
    Code "code" Identity Own(Line(slot!(code))) => [
        "使用登记证编号", "登记证编号", "使用登记编号", "使用证编号", "注册代码", "设备代码", "注册登记号",
    ];
    Place "place" Detail Own(Line(slot!(place))) => ["所在位置", "位置", "使用地点", "安装地点", "使用部门"];
    Owner "owner" Detail Own(Line(slot!(owner))) => ["管理人", "责任人", "负责人", "安全管理人员"];
    InspectedOn "inspected" Detail Own(Day(slot!(inspected_on))) => ["上次检验日期", "检验日期", "本次检验日期"];
    NextOn "next" Detail Own(Day(slot!(next_on))) => [
        "下次检验日期", "下次检验", "检验有效期", "有效期至", "检验到期日", "检验有效期至",
    ];
    RequestedOn "requested" Detail Own(Day(slot!(requested_on))) => ["报检日期", "申报检验日期"];
    Stopped "stopped" Detail Own(YesNo(slot!(stopped))) => ["已停用", "停用", "是否停用"];
}

impl Entry for SpecialEquipment {
    type Column = EquipmentColumn;
    type Part = ();
    const LIST: Slot<Registers, Vec<Self>> = slot!(equipment);
    const NUMBER: Slot<Self, String> = slot!(id);
    const LAST_DAYS: &'static [EquipmentColumn] = &[EquipmentColumn::NextOn];
}
