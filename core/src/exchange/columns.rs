//! The columns of a ledger, with their headings.

use serde::{Deserialize, Serialize};

use super::matching::{Columns, Holds};
use crate::hazard::{HazardField, HazardFieldKind};

/// The columns of a ledger.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum LedgerColumn {
    /// The number in the ledger.
    Id,
    /// A field.
    Field(HazardField),
    /// The progress: written for the reader, and read as a sign that the hazard is done.
    Progress,
}

/// Headings of ledgers by meaning; the first is the one this program writes.
const HEADINGS: &[(LedgerColumn, &[&str])] = &[
    (LedgerColumn::Id, &["编号", "隐患编号"]),
    (
        LedgerColumn::Field(HazardField::Place),
        &[
            "部位",
            "隐患部位",
            "地点",
            "隐患地点",
            "位置",
            "隐患位置",
            "场所",
            "检查部位",
            "检查地点",
            "所在位置",
            "检查工点",
            "工点",
            "部位名称",
            "检查区域",
            "隐患所在部位",
            "隐患所在区域/部门",
            "隐患所在区域",
            "区域",
            "隐患区域",
            "车间",
        ],
    ),
    (
        LedgerColumn::Field(HazardField::Description),
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
            "隐患名称",
            "隐患问题描述",
            "排查出的隐患",
            "排查出的问题",
            "发现的问题",
            "发现问题",
            "隐患问题",
            "存在隐患",
            "存在的隐患",
            "事故隐患内容",
            "隐患具体内容",
            "隐患详情",
            "问题",
            "检查内容及存在问题",
            "隐患或问题",
            "主要问题",
            "问题及隐患",
            "隐患基本情况",
        ],
    ),
    (
        LedgerColumn::Field(HazardField::Grade),
        &["隐患级别", "隐患等级", "级别", "等级", "隐患分级", "隐患类别", "是否重大隐患"],
    ),
    (LedgerColumn::Field(HazardField::Source), &["来源", "隐患来源", "检查类型", "检查方式"]),
    (LedgerColumn::Field(HazardField::Item), &["对应检查项", "检查项", "检查项目编号"]),
    (LedgerColumn::Field(HazardField::Area), &["高风险领域", "领域"]),
    (
        LedgerColumn::Field(HazardField::FoundOn),
        &[
            "发现日期",
            "发现时间",
            "排查日期",
            "排查时间",
            "检查日期",
            "检查时间",
            "登记日期",
            "日期",
            "隐患发现时间",
            "检查发现时间",
            "自查日期",
            "时间",
        ],
    ),
    (
        LedgerColumn::Field(HazardField::Finder),
        &["发现人", "排查人", "检查人", "检查人员", "排查人员", "上报人", "自查人"],
    ),
    (LedgerColumn::Field(HazardField::Criterion), &["判定依据条款", "判定依据", "依据"]),
    (
        LedgerColumn::Field(HazardField::AccidentType),
        &["可能的事故类型", "事故类型", "可能导致的事故", "可能造成的后果"],
    ),
    (
        LedgerColumn::Field(HazardField::Cause),
        &["产生原因", "隐患产生原因", "隐患原因", "原因分析", "形成原因", "成因"],
    ),
    (
        LedgerColumn::Field(HazardField::Analysis),
        &[
            "危害程度和整改难易程度",
            "危害程度和整改难易程度分析",
            "危害程度及整改难易程度分析",
            "危害程度",
            "危害程度分析",
            "整改难易程度",
            "整改难易程度分析",
            "整改难度",
        ],
    ),
    (
        LedgerColumn::Field(HazardField::Owner),
        &["整改责任人", "责任人", "整改负责人", "负责人", "整改人", "治理责任人", "责任人员"],
    ),
    (LedgerColumn::Field(HazardField::ReportedOn), &["报给责任人的日期", "通知日期", "下达日期"]),
    (LedgerColumn::Field(HazardField::RegulatorOn), &["报监管部门日期"]),
    (LedgerColumn::Field(HazardField::WorkersOn), &["向职工大会报告日期"]),
    (
        LedgerColumn::Field(HazardField::Measures),
        &["整改措施", "治理措施", "整改要求", "措施", "整改方案", "防治措施", "整改意见", "处理措施"],
    ),
    (
        LedgerColumn::Field(HazardField::Funds),
        &["整改资金（元）", "资金", "整改资金", "治理资金", "费用", "整改费用", "投入资金", "资金投入", "整改投入"],
    ),
    (
        LedgerColumn::Field(HazardField::Deadline),
        &[
            "整改期限",
            "整改时限",
            "要求完成时间",
            "计划完成时间",
            "期限",
            "限期",
            "时限",
            "完成时限",
            "整改完成时限",
            "治理时限",
            "治理期限",
            "限改日期",
            "要求整改时间",
            "限期整改时间",
            "限定整改时间",
            "整改限期",
        ],
    ),
    (LedgerColumn::Field(HazardField::Plan), &["应急预案", "预案"]),
    (LedgerColumn::Field(HazardField::Interim), &["临时措施", "防范措施"]),
    (
        LedgerColumn::Field(HazardField::Rectification),
        &["整改情况", "整改结果", "治理情况", "完成情况", "整改落实情况", "治理结果"],
    ),
    (
        LedgerColumn::Field(HazardField::RectifiedOn),
        &[
            "整改完成日期",
            "整改完成时间",
            "完成日期",
            "完成时间",
            "整改日期",
            "整改时间",
            "实际完成时间",
            "实际完成日期",
            "治理完成时间",
        ],
    ),
    (
        LedgerColumn::Field(HazardField::AcceptedBy),
        &["验收人", "复查人", "验收人员", "复查人员", "验收责任人", "复核人", "确认人", "验收姓名", "复查姓名"],
    ),
    (
        LedgerColumn::Field(HazardField::AcceptedOn),
        &["验收日期", "验收时间", "复查日期", "复查时间", "复核日期", "复核时间", "确认时间"],
    ),
    (
        LedgerColumn::Field(HazardField::Acceptance),
        &["验收意见", "验收情况", "复查意见", "复查情况", "验收结果", "复查结果", "验收结论", "复查结论", "复核结果"],
    ),
    (LedgerColumn::Field(HazardField::ConsentOn), &["督办部门同意日期"]),
    (
        LedgerColumn::Field(HazardField::ClosedOn),
        &["销号日期", "销号时间", "闭环日期", "闭环时间", "关闭日期", "销案日期"],
    ),
    (LedgerColumn::Field(HazardField::Appraisal), &["考核结果", "考核情况", "考核"]),
    (LedgerColumn::Field(HazardField::AppraisedOn), &["考核日期"]),
    (
        LedgerColumn::Progress,
        &[
            "进度",
            "整改状态",
            "状态",
            "是否整改",
            "是否完成",
            "整改进展",
            "销号情况",
            "治理状态",
            "是否闭环",
            "闭环情况",
            "完成状态",
            "是否整改完成",
            "是否销号",
            "整改进度",
            "隐患状态",
        ],
    ),
];

// A field without a heading would be lost on the way out: it does not compile.
const _: () =
    assert!(HEADINGS.len() == HazardField::ALL.len() + 2, "a column for each field of a hazard, for Id and Progress");

impl Columns for LedgerColumn {
    fn all() -> impl Iterator<Item = Self> {
        HEADINGS.iter().map(|(column, _)| *column)
    }

    fn headings(self) -> &'static [&'static str] {
        HEADINGS.iter().find(|(column, _)| *column == self).map_or(&[], |(_, names)| *names)
    }

    fn is_essential(self) -> bool {
        matches!(self, Self::Field(HazardField::Place | HazardField::Description))
    }

    fn holds(self) -> Holds {
        match self {
            Self::Field(HazardField::Deadline) => Holds::LastDay,
            Self::Field(field) => match field.kind() {
                HazardFieldKind::Day => Holds::Day,
                HazardFieldKind::Yuan => Holds::Yuan,
                _ => Holds::Other,
            },
            Self::Id | Self::Progress => Holds::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::matching::KnownHeadings;

    #[test]
    fn every_field_of_a_hazard_has_a_column() {
        for &field in HazardField::ALL {
            assert!(LedgerColumn::all().any(|column| column == LedgerColumn::Field(field)), "{field:?}");
        }
    }

    #[test]
    fn every_heading_means_one_thing_and_what_is_written_is_read() {
        let mut seen = std::collections::BTreeSet::new();
        let known = KnownHeadings::<LedgerColumn>::all();
        for (column, names) in HEADINGS {
            assert_eq!(known.of("", names[0]), Some(*column));
            assert!(names.iter().all(|name| seen.insert(*name)), "{names:?}");
        }
    }
}
