//! A confined space (有限空间): where it is, what threatens there, what is done about it.

use serde::{Deserialize, Serialize};

use crate::register::content::Choice;
use crate::register::entry::register_columns;
use crate::register::{Entry, Registers};
use crate::value::day::Day;
use crate::value::slot::{Slot, slot};

/// An entry of the ledger of confined spaces (13号令6).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ConfinedSpace {
    /// Number of the entry.
    pub id: String,
    /// Its name: 1号污水池.
    pub name: String,
    /// Where it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The kind of space.
    pub kind: SpaceKind,
    /// The dangers there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dangers: String,
    /// The gases to measure before somebody goes in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gases: String,
    /// The measures against them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measures: String,
    /// The person responsible; like all names, it stays in the browser.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Whether a warning sign stands at every entrance (13号令11).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub posted: bool,
    /// Whether it is locked or fenced (13号令12).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub barred: bool,
    /// Whether the national catalogue of spaces under supervision names it (13号令16).
    pub catalogue: CatalogueCheck,
    /// When that was looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looked_up_on: Option<Day>,
}

/// Kinds of confined spaces.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpaceKind {
    /// 地下有限空间.
    #[default]
    Below,
    /// 地上有限空间.
    Above,
    /// 密闭设备.
    Closed,
}

/// The answer of the catalogue of spaces under supervision about one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CatalogueCheck {
    /// Nobody has looked.
    #[default]
    Open,
    /// 在目录.
    Listed,
    /// 不在目录.
    NotListed,
}

const KIND: Choice<ConfinedSpace, SpaceKind> = Choice {
    slot: slot!(kind),
    words: &[
        (SpaceKind::Closed, &["密闭设备", "密闭", "设备"]),
        (SpaceKind::Below, &["地下有限空间", "地下"]),
        (SpaceKind::Above, &["地上有限空间", "地上"]),
    ],
    offered: &[SpaceKind::Below, SpaceKind::Above, SpaceKind::Closed],
    applies: |_| true,
};

const CATALOGUE: Choice<ConfinedSpace, CatalogueCheck> = Choice {
    slot: slot!(catalogue),
    words: &[
        (CatalogueCheck::NotListed, &["不在目录", "不在", "否"]),
        (CatalogueCheck::Open, &["还没核对", "没核对", "未核对"]),
        (CatalogueCheck::Listed, &["在目录", "在", "是"]),
    ],
    offered: &[CatalogueCheck::Open, CatalogueCheck::Listed, CatalogueCheck::NotListed],
    applies: |_| true,
};

// A works has several manholes of one name: the place tells two spaces apart.
register_columns! { ConfinedSpace, SpaceColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Name "name" Needed Own(Line(slot!(name))) => ["有限空间名称", "名称", "有限空间"];
    Place "place" Identity Own(Line(slot!(place))) => ["所在位置", "位置", "地点", "部位", "场所"];
    Kind "kind" Detail Own(Choice(&KIND)) => ["种类", "类型", "有限空间类型", "有限空间种类", "类别"];
    Dangers "dangers" Detail Own(Lines(slot!(dangers))) => [
        "主要危险因素", "危险有害因素", "主要危险有害因素", "危险因素", "存在的危险因素",
    ];
    Gases "gases" Detail Own(Line(slot!(gases))) => ["要检测的气体", "检测气体", "检测项目", "气体"];
    Measures "measures" Detail Own(Lines(slot!(measures))) => ["防控措施", "管控措施", "防范措施", "措施"];
    Owner "owner" Detail Own(Line(slot!(owner))) => ["责任人", "负责人", "管理责任人"];
    Posted "posted" Detail Own(YesNo(slot!(posted))) => ["有警示标志", "警示标志", "是否有警示标志"];
    Barred "barred" Detail Own(YesNo(slot!(barred))) => ["有上锁或隔离", "物理隔离", "上锁", "是否隔离"];
    Catalogue "catalogue" Detail Own(Choice(&CATALOGUE)) => ["监管目录", "重点监管目录", "是否在目录"];
    LookedUpOn "looked-up" Detail Own(Day(slot!(looked_up_on))) => ["核对目录日期", "核对日期"];
}

impl Entry for ConfinedSpace {
    type Column = SpaceColumn;
    type Part = ();
    const LIST: Slot<Registers, Vec<Self>> = slot!(spaces);
    const NUMBER: Slot<Self, String> = slot!(id);
}
