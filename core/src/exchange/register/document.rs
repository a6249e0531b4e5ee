//! Documents in tables.

use anziping_catalog::Catalogue;

use super::words::{areas, day, of_areas, of_day};
use super::{Entry, Identity, Unfit};
use crate::exchange::matching::Columns;
use crate::register::{DOCUMENT_ITEMS, Document, Registers};

/// What a column of a table of documents can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the field of Document of the same name")]
pub enum DocumentColumn {
    Id,
    Name,
    Version,
    IssuedOn,
    ReviewOn,
    Item,
    Areas,
}

impl Columns for DocumentColumn {
    const HEADINGS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Id, &["编号"]),
        (Self::Name, &["文件名称", "名称", "制度名称", "规程名称", "文件", "制度"]),
        (Self::Version, &["版本号", "版本", "版次"]),
        (Self::IssuedOn, &["签发日期", "发布日期", "实施日期", "生效日期", "发布时间"]),
        (Self::ReviewOn, &["下次评审日期", "评审日期", "复审日期", "下次修订日期"]),
        (Self::Item, &["对应检查项", "检查项"]),
        (Self::Areas, &["高风险领域", "领域"]),
    ];
    const ESSENTIAL: &'static [Self] = &[Self::Name];
}

impl Entry for Document {
    type Column = DocumentColumn;
    const NUMBER: DocumentColumn = DocumentColumn::Id;
    const NEEDED: DocumentColumn = DocumentColumn::Name;

    fn of(registers: &Registers) -> &Vec<Self> {
        &registers.documents
    }

    fn of_mut(registers: &mut Registers) -> &mut Vec<Self> {
        &mut registers.documents
    }

    fn number(&self) -> &str {
        &self.id
    }

    fn set_number(&mut self, number: String) {
        self.id = number;
    }

    fn identity(&self) -> Identity {
        vec![self.name.trim().to_owned()]
    }

    fn cell(&self, column: DocumentColumn, _row: usize, catalogue: &Catalogue) -> String {
        match column {
            DocumentColumn::Id => self.id.clone(),
            DocumentColumn::Name => self.name.clone(),
            DocumentColumn::Version => self.version.clone(),
            DocumentColumn::IssuedOn => of_day(self.issued_on),
            DocumentColumn::ReviewOn => of_day(self.review_on),
            DocumentColumn::Item => self.item.clone(),
            DocumentColumn::Areas => of_areas(&self.areas, catalogue),
        }
    }

    fn put(&mut self, column: DocumentColumn, text: &str, catalogue: &Catalogue) -> Result<(), Unfit> {
        match column {
            DocumentColumn::Id => self.id = text.to_owned(),
            DocumentColumn::Name => self.name = text.to_owned(),
            DocumentColumn::Version => self.version = text.to_owned(),
            DocumentColumn::IssuedOn => self.issued_on = day(text)?,
            DocumentColumn::ReviewOn => self.review_on = day(text)?,
            DocumentColumn::Item => {
                let known = DOCUMENT_ITEMS.iter().find(|item| **item == text).ok_or(Unfit::Unread)?;
                self.item = (*known).to_owned();
            }
            DocumentColumn::Areas => self.areas = areas(text, catalogue)?,
        }
        Ok(())
    }

    fn take(&mut self, column: DocumentColumn, row: &Self) {
        match column {
            DocumentColumn::Id => {}
            DocumentColumn::Name => self.name.clone_from(&row.name),
            DocumentColumn::Version => self.version.clone_from(&row.version),
            DocumentColumn::IssuedOn => self.issued_on = row.issued_on,
            DocumentColumn::ReviewOn => self.review_on = row.review_on,
            DocumentColumn::Item => self.item.clone_from(&row.item),
            DocumentColumn::Areas => self.areas.clone_from(&row.areas),
        }
    }
}
