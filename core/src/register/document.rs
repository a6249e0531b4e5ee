//! A document the enterprise must have (必备文件): rules, operating procedures, permits, plans.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::entry::register_columns;
use super::{Entry, Registers};
use crate::value::day::Day;
use crate::value::slot::{Slot, slot};

/// An entry of the register of documents; also one that must be there and is not yet.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Number of the entry.
    pub id: String,
    /// Its name: 动火作业管理制度.
    pub name: String,
    /// Version, as the enterprise writes it: 2026 版, A/2.
    pub version: String,
    /// Day on which the principal issued it; `None` while it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
    /// Day by which it is looked through again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Day>,
    /// Id of the item it serves, one that says what documents are kept for it; empty for none.
    pub item: String,
    /// Ids of the high-risk areas it is required for.
    pub areas: BTreeSet<String>,
}

/// How a document stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DocumentStanding {
    /// Nobody has issued it.
    Missing,
    /// The day of its review has passed: nobody has looked whether it still fits.
    Overdue,
    /// It is issued; the review is due within so many days, 0 on the last one.
    DueSoon(i32),
    /// It is issued.
    InForce,
}

/// Days before its last day from which a review or a drill is spoken of.
pub const REVIEW_DAYS: i32 = 30;

impl Document {
    /// Judges the document on `day`.
    pub fn standing(&self, day: Day) -> DocumentStanding {
        if self.issued_on.is_none_or(|issued| issued > day) {
            return DocumentStanding::Missing;
        }
        match self.review_on.map(|review| day.days_until(review)) {
            Some(..0) => DocumentStanding::Overdue,
            Some(left @ 0..=REVIEW_DAYS) => DocumentStanding::DueSoon(left),
            _ => DocumentStanding::InForce,
        }
    }

    /// Returns whether the document counts as 现行有效且签发 on `day`.
    ///
    /// An overdue review keeps it out: rules are reviewed once a year (GB/T 33000-2016 5.2.4.2), and one that nobody
    /// reviewed is not known to fit.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.standing(day) > DocumentStanding::Overdue
    }
}

register_columns! { Document, DocumentColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Name "name" Needed Own(Line(slot!(name))) => ["文件名称", "名称", "制度名称", "规程名称", "文件", "制度"];
    Version "version" Detail Own(Line(slot!(version))) => ["版本号", "版本", "版次"];
    IssuedOn "issued" Detail Own(Day(slot!(issued_on))) => [
        "签发日期", "发布日期", "实施日期", "生效日期", "发布时间",
    ];
    ReviewOn "review" Detail Own(Day(slot!(review_on))) => ["下次评审日期", "评审日期", "复审日期", "下次修订日期"];
    Item "item" Detail Own(Item(slot!(item))) => ["对应检查项", "检查项"];
    Areas "areas" Detail Own(Areas(slot!(areas))) => ["高风险领域", "领域"];
}

impl Entry for Document {
    type Column = DocumentColumn;
    type Part = ();
    const LIST: Slot<Registers, Vec<Self>> = slot!(documents);
    const NUMBER: Slot<Self, String> = slot!(id);
    const LAST_DAYS: &'static [DocumentColumn] = &[DocumentColumn::ReviewOn];
}
