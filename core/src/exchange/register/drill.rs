//! Drills in tables.

use anziping_catalog::Catalogue;

use super::words::{Words, count, day, of_day, one_of, read_yes_no, word, yes_no};
use super::{Entry, Identity, Unfit};
use crate::exchange::matching::Columns;
use crate::register::{Drill, DrillKind, Registers};

/// What a column of a table of drills can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the field of Drill of the same name")]
pub enum DrillColumn {
    Id,
    Name,
    Kind,
    HeldOn,
    People,
    Evaluated,
}

impl Columns for DrillColumn {
    const HEADINGS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Id, &["编号"]),
        (Self::Name, &["演练内容", "演练名称", "演练科目", "演练项目", "演练主题"]),
        (Self::Kind, &["演练的预案", "预案类别", "预案类型", "演练类别", "演练类型"]),
        (Self::HeldOn, &["演练日期", "演练时间", "日期", "时间"]),
        (Self::People, &["参加人数", "参演人数", "人数"]),
        (Self::Evaluated, &["已评估", "是否评估", "评估"]),
    ];
    const ESSENTIAL: &'static [Self] = &[Self::Name];
}

const KINDS: Words<DrillKind> = &[
    (DrillKind::Comprehensive, &["综合预案", "综合"]),
    (DrillKind::Special, &["专项预案", "专项"]),
    (DrillKind::OnSite, &["现场处置方案", "现场", "处置"]),
];

impl Entry for Drill {
    type Column = DrillColumn;
    const NUMBER: DrillColumn = DrillColumn::Id;
    const NEEDED: DrillColumn = DrillColumn::Name;

    fn of(registers: &Registers) -> &Vec<Self> {
        &registers.drills
    }

    fn of_mut(registers: &mut Registers) -> &mut Vec<Self> {
        &mut registers.drills
    }

    fn number(&self) -> &str {
        &self.id
    }

    fn set_number(&mut self, number: String) {
        self.id = number;
    }

    /// The same thing is drilled year after year.
    fn identity(&self) -> Identity {
        vec![self.name.trim().to_owned(), of_day(self.held_on)]
    }

    fn cell(&self, column: DrillColumn, _row: usize, _catalogue: &Catalogue) -> String {
        match column {
            DrillColumn::Id => self.id.clone(),
            DrillColumn::Name => self.name.clone(),
            DrillColumn::Kind => word(KINDS, self.kind),
            DrillColumn::HeldOn => of_day(self.held_on),
            DrillColumn::People => self.people.clone(),
            DrillColumn::Evaluated => yes_no(self.evaluated),
        }
    }

    fn put(&mut self, column: DrillColumn, text: &str, _catalogue: &Catalogue) -> Result<(), Unfit> {
        match column {
            DrillColumn::Id => self.id = text.to_owned(),
            DrillColumn::Name => self.name = text.to_owned(),
            DrillColumn::Kind => self.kind = one_of(KINDS, text)?,
            DrillColumn::HeldOn => self.held_on = day(text)?,
            DrillColumn::People => self.people = count(text)?,
            DrillColumn::Evaluated => self.evaluated = read_yes_no(text)?,
        }
        Ok(())
    }

    fn take(&mut self, column: DrillColumn, row: &Self) {
        match column {
            DrillColumn::Id => {}
            DrillColumn::Name => self.name.clone_from(&row.name),
            DrillColumn::Kind => self.kind = row.kind,
            DrillColumn::HeldOn => self.held_on = row.held_on,
            DrillColumn::People => self.people.clone_from(&row.people),
            DrillColumn::Evaluated => self.evaluated = row.evaluated,
        }
    }
}
