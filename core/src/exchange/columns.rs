//! Which column of a ledger holds what.

use serde::{Deserialize, Serialize};

use super::matching::Columns;
use crate::hazard::HazardField;

/// What a column can hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Column {
    /// The number in the ledger.
    Id,
    /// A field.
    Field(HazardField),
}

/// Headings of ledgers by meaning; the first is the one this program writes.
const HEADINGS: &[(Column, &[&str])] = &[
    (Column::Id, &["编号", "隐患编号", "序号"]),
    (
        Column::Field(HazardField::Place),
        &["部位", "隐患部位", "地点", "隐患地点", "位置", "场所", "检查部位", "所在位置"],
    ),
    (
        Column::Field(HazardField::Description),
        &[
            "隐患描述",
            "隐患内容",
            "问题描述",
            "存在问题",
            "隐患情况",
            "存在的问题",
            "事故隐患",
            "检查发现的问题",
            "描述",
            "隐患",
        ],
    ),
    (Column::Field(HazardField::Grade), &["隐患级别", "隐患等级", "级别", "等级", "隐患类别"]),
    (Column::Field(HazardField::Source), &["来源", "隐患来源", "检查类型", "检查方式"]),
    (Column::Field(HazardField::Item), &["对应检查项", "检查项", "检查项目编号"]),
    (Column::Field(HazardField::Area), &["高风险领域", "领域"]),
    (
        Column::Field(HazardField::FoundOn),
        &["发现日期", "发现时间", "排查日期", "排查时间", "检查日期", "检查时间", "登记日期", "日期"],
    ),
    (Column::Field(HazardField::Finder), &["发现人", "排查人", "检查人", "检查人员", "上报人"]),
    (Column::Field(HazardField::Criterion), &["判定依据条款", "判定依据", "依据"]),
    (Column::Field(HazardField::AccidentType), &["可能的事故类型", "事故类型", "可能导致的事故", "可能造成的后果"]),
    (Column::Field(HazardField::Owner), &["整改责任人", "责任人", "整改负责人", "负责人"]),
    (Column::Field(HazardField::ReportedOn), &["报给责任人的日期", "通知日期", "下达日期"]),
    (Column::Field(HazardField::RegulatorOn), &["报监管部门日期"]),
    (Column::Field(HazardField::WorkersOn), &["向职工大会报告日期"]),
    (Column::Field(HazardField::Measures), &["整改措施", "治理措施", "整改要求", "措施"]),
    (Column::Field(HazardField::Funds), &["整改资金", "资金", "治理资金", "费用"]),
    (Column::Field(HazardField::Deadline), &["整改期限", "整改时限", "要求完成时间", "计划完成时间", "期限", "限期"]),
    (Column::Field(HazardField::Plan), &["应急预案", "预案"]),
    (Column::Field(HazardField::Interim), &["临时措施", "防范措施"]),
    (Column::Field(HazardField::Rectification), &["整改情况", "整改结果", "治理情况", "完成情况"]),
    (
        Column::Field(HazardField::RectifiedOn),
        &["整改完成日期", "整改完成时间", "完成日期", "完成时间", "整改日期", "实际完成时间"],
    ),
    (Column::Field(HazardField::AcceptedBy), &["验收人", "复查人", "验收人员", "验收责任人"]),
    (Column::Field(HazardField::AcceptedOn), &["验收日期", "验收时间", "复查日期", "复查时间"]),
    (Column::Field(HazardField::Acceptance), &["验收意见", "验收情况", "复查意见", "复查情况", "验收结果"]),
    (Column::Field(HazardField::ConsentOn), &["督办部门同意日期"]),
    (Column::Field(HazardField::ClosedOn), &["销号日期", "销号时间", "闭环日期", "关闭日期"]),
    (Column::Field(HazardField::Appraisal), &["考核结果", "考核情况", "考核"]),
    (Column::Field(HazardField::AppraisedOn), &["考核日期"]),
];

// A field without a heading would be lost on the way out: it does not compile.
const _: () =
    assert!(HEADINGS.len() == HazardField::ALL.len() + 1, "each field of a hazard has one column, and so has Id");

impl Columns for Column {
    fn all() -> impl Iterator<Item = Self> {
        HEADINGS.iter().map(|(column, _)| *column)
    }

    fn headings(self) -> &'static [&'static str] {
        HEADINGS.iter().find(|(column, _)| *column == self).map_or(&[], |(_, names)| *names)
    }

    fn is_essential(self) -> bool {
        matches!(self, Self::Field(HazardField::Place | HazardField::Description))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::matching::guess;

    #[test]
    fn every_field_of_a_hazard_has_a_column() {
        for &field in HazardField::ALL {
            assert!(Column::all().any(|column| column == Column::Field(field)), "{field:?}");
        }
    }

    #[test]
    fn every_heading_means_one_thing_and_what_is_written_is_read() {
        let mut seen = std::collections::BTreeSet::new();
        for (column, names) in HEADINGS {
            assert_eq!(Column::of_heading(names[0]), Some(*column));
            assert!(names.iter().all(|name| seen.insert(*name)), "{names:?}");
        }
    }

    #[test]
    fn headings_are_found_below_a_title_and_through_blanks_stars_and_units() {
        let rows: Vec<Vec<String>> =
            [["事故隐患排查治理台账", "", "", ""], ["序 号", "隐患部位*", "隐患内容", "整改资金（元）"]]
                .map(|row| row.map(str::to_owned).to_vec())
                .to_vec();
        let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
        let matching = guess::<Column>(&rows).unwrap();
        assert_eq!(matching.heading, 1);
        let fields =
            [HazardField::Place, HazardField::Description, HazardField::Funds].map(|field| Some(Column::Field(field)));
        assert_eq!(matching.columns, [&[Some(Column::Id)][..], &fields].concat());
        assert_eq!(guess::<Column>(&rows[..1]), None, "a title alone is no heading");
    }
}
