//! Risk points in tables, with the letters of both ways of rating.

use anziping_catalog::Catalogue;

use super::words::{areas, day, decimal, of_areas, of_day, read_yes_no, tenths, yes_no};
use super::{Entry, Identity, Unfit};
use crate::exchange::matching::Columns;
use crate::exchange::table::CellFault;
use crate::register::{Method, Registers, RiskPoint, Score};

/// What a column of a table of risk points can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the field of RiskPoint of the same name")]
pub enum RiskColumn {
    Id,
    Place,
    Danger,
    Area,
    /// A letter of an LS way, by its place.
    Ls(usize),
    /// A letter of LEC, by its place.
    Lec(usize),
    DirectRed,
    Measures,
    Owner,
    Posted,
    CheckedOn,
}

impl Columns for RiskColumn {
    const HEADINGS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Id, &["编号"]),
        (
            Self::Place,
            &["部位、设备或作业", "部位", "风险点", "风险点名称", "场所", "设备设施", "作业活动", "位置", "地点"],
        ),
        (Self::Danger, &["可能发生什么", "可能发生的事故", "事故类型", "可能导致的事故", "主要危险", "危险因素"]),
        (Self::Area, &["高风险领域", "领域"]),
        (Self::Ls(0), &["LS法L", "L", "可能性", "L可能性"]),
        (Self::Ls(1), &["LS法S", "S", "后果严重性", "严重性", "S后果严重性"]),
        (Self::Lec(0), &["LEC法L"]),
        (Self::Lec(1), &["LEC法E", "E", "暴露频繁程度", "E暴露频繁程度"]),
        (Self::Lec(2), &["LEC法C", "C", "后果", "C后果"]),
        (Self::DirectRed, &["直接定为红色", "直接判定", "直接定红"]),
        (Self::Measures, &["管控措施", "控制措施", "措施"]),
        (Self::Owner, &["责任人", "管控责任人", "负责人"]),
        (Self::Posted, &["已上公告栏或告知卡", "是否公告", "已公告"]),
        (Self::CheckedOn, &["核查日期", "最近核查日期", "检查日期"]),
    ];
    const ESSENTIAL: &'static [Self] = &[Self::Place];

    /// Both ways have an L: beside E or C, and without an S, it is that of LEC.
    fn settle(columns: &mut [Option<Self>]) {
        let has = |column: Self| columns.contains(&Some(column));
        if (has(Self::Lec(1)) || has(Self::Lec(2))) && !has(Self::Ls(1)) && !has(Self::Lec(0)) {
            columns
                .iter_mut()
                .filter(|column| **column == Some(Self::Ls(0)))
                .for_each(|column| *column = Some(Self::Lec(0)));
        }
    }
}

/// What an LS way of rating is called here; both have the same letters and values.
const LS: Method = Method::LsB;

impl Entry for RiskPoint {
    type Column = RiskColumn;
    const NUMBER: RiskColumn = RiskColumn::Id;
    const NEEDED: RiskColumn = RiskColumn::Place;

    fn of(registers: &Registers) -> &Vec<Self> {
        &registers.risks
    }

    fn of_mut(registers: &mut Registers) -> &mut Vec<Self> {
        &mut registers.risks
    }

    fn number(&self) -> &str {
        &self.id
    }

    fn set_number(&mut self, number: String) {
        self.id = number;
    }

    fn identity(&self) -> Identity {
        [&self.place, &self.danger].map(|words| words.trim().to_owned()).to_vec()
    }

    fn cell(&self, column: RiskColumn, _row: usize, catalogue: &Catalogue) -> String {
        let letter = |method, at: usize| match self.letter(method, at) {
            Score(0) => String::new(),
            Score(tenths) => decimal(tenths),
        };
        match column {
            RiskColumn::Id => self.id.clone(),
            RiskColumn::Place => self.place.clone(),
            RiskColumn::Danger => self.danger.clone(),
            RiskColumn::Area => of_areas(Some(&self.area).filter(|area| !area.is_empty()), catalogue),
            RiskColumn::Ls(at) => letter(LS, at),
            RiskColumn::Lec(at) => letter(Method::Lec, at),
            RiskColumn::DirectRed => yes_no(self.direct_red),
            RiskColumn::Measures => self.measures.clone(),
            RiskColumn::Owner => self.owner.clone(),
            RiskColumn::Posted => yes_no(self.posted),
            RiskColumn::CheckedOn => of_day(self.checked_on),
        }
    }

    fn put(&mut self, column: RiskColumn, text: &str, catalogue: &Catalogue) -> Result<(), Unfit> {
        match column {
            RiskColumn::Id => self.id = text.to_owned(),
            RiskColumn::Place => self.place = text.to_owned(),
            RiskColumn::Danger => self.danger = text.to_owned(),
            RiskColumn::Area => {
                let ids: Vec<String> = areas(text, catalogue)?;
                let [id] = ids.as_slice() else { return Err(Unfit::Unread) };
                self.area.clone_from(id);
            }
            RiskColumn::Ls(at) => self.set_letter(LS, at, score(LS, at, text)?),
            RiskColumn::Lec(at) => self.set_letter(Method::Lec, at, score(Method::Lec, at, text)?),
            RiskColumn::DirectRed => self.direct_red = read_yes_no(text)?,
            RiskColumn::Measures => self.measures = text.to_owned(),
            RiskColumn::Owner => self.owner = text.to_owned(),
            RiskColumn::Posted => self.posted = read_yes_no(text)?,
            RiskColumn::CheckedOn => self.checked_on = day(text)?,
        }
        Ok(())
    }

    fn take(&mut self, column: RiskColumn, row: &Self) {
        match column {
            RiskColumn::Id => {}
            RiskColumn::Place => self.place.clone_from(&row.place),
            RiskColumn::Danger => self.danger.clone_from(&row.danger),
            RiskColumn::Area => self.area.clone_from(&row.area),
            RiskColumn::Ls(at) => self.set_letter(LS, at, row.letter(LS, at)),
            RiskColumn::Lec(at) => self.set_letter(Method::Lec, at, row.letter(Method::Lec, at)),
            RiskColumn::DirectRed => self.direct_red = row.direct_red,
            RiskColumn::Measures => self.measures.clone_from(&row.measures),
            RiskColumn::Owner => self.owner.clone_from(&row.owner),
            RiskColumn::Posted => self.posted = row.posted,
            RiskColumn::CheckedOn => self.checked_on = row.checked_on,
        }
    }
}

/// A value of a letter.
fn score(method: Method, at: usize, text: &str) -> Result<Score, Unfit> {
    let values = method.letters().get(at).map_or(&[][..], |(_, values)| *values);
    tenths(text)
        .filter(|tenths| values.contains(tenths))
        .map(Score)
        .ok_or(Unfit::Refused(CellFault::NotAScore(method, at)))
}
