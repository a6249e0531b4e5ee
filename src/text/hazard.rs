//! Words of the hazard ledger.

use anziping_core::hazard::{Grade, HazardField, Source, Stage};

/// Title of the page.
pub const TITLE: &str = "隐患台账";

/// Name of a stage.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Found => "排查",
        Stage::Registered => "登记",
        Stage::Reported => "上报",
        Stage::Monitored => "监控",
        Stage::Rectifying => "整改",
        Stage::Evaluated => "评价",
        Stage::Closed => "销号",
        Stage::Appraised => "考核",
    }
}

/// Name of a grade.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::General => "一般隐患",
        Grade::Major => "重大事故隐患",
    }
}

/// How it came to light.
pub fn source(source: Source) -> &'static str {
    match source {
        Source::SelfCheck => "本厂自查",
        Source::Worker => "员工报告",
        Source::Inspection => "执法检查",
    }
}

/// Label of a field.
pub fn label(field: HazardField) -> &'static str {
    match field {
        HazardField::Grade => "隐患级别",
        HazardField::Source => "来源",
        HazardField::Item => "对应检查项",
        HazardField::Area => "高风险领域",
        HazardField::FoundOn => "发现日期",
        HazardField::Finder => "发现人",
        HazardField::Place => "部位",
        HazardField::Description => "隐患描述",
        HazardField::Criterion => "判定依据条款",
        HazardField::AccidentType => "可能的事故类型",
        HazardField::Owner => "整改责任人",
        HazardField::Measures => "整改措施",
        HazardField::Funds => "整改资金",
        HazardField::Deadline => "整改期限",
        HazardField::Plan => "应急预案",
        HazardField::Interim => "临时措施",
        HazardField::ReportedOn => "报给责任人的日期",
        HazardField::RegulatorOn => "报监管部门日期",
        HazardField::WorkersOn => "向职工大会报告日期",
        HazardField::Rectification => "整改情况",
        HazardField::RectifiedOn => "整改完成日期",
        HazardField::AcceptedBy => "验收人",
        HazardField::AcceptedOn => "验收日期",
        HazardField::Acceptance => "验收意见",
        HazardField::ConsentOn => "督办部门同意日期",
        HazardField::ClosedOn => "销号日期",
        HazardField::Appraisal => "考核结果",
        HazardField::AppraisedOn => "考核日期",
    }
}
