//! Words of a list of enterprises that comes in from a spreadsheet.

use anziping_core::exchange::enlist::{EnlistOutcome, RowFault};

use crate::words::fault;

pub(crate) const IMPORT: &str = "从表格导入名单";
pub(crate) const IMPORT_WHAT: &str = "Excel、WPS 表格（xlsx）或 csv。要有一行表头，写明“企业名称”和“统一社会信用代码”；有村（社区）、行业、风险等级、联系人、联系电话的一并收下，催报时用。先预览，看清楚再加。";
/// The table does not say what its columns are.
pub(crate) const NO_HEADINGS: &str =
    "没有找到表头。前 20 行里要有一行写着“企业名称”和“统一社会信用代码”。名单没有改动。";
/// Added to a fault of the file.
pub(crate) const UNCHANGED: &str = "名单没有改动。";
/// Rows that are added.
pub(crate) const NEW: &str = "将加入名单：";
/// Rows that are there.
pub(crate) const KNOWN: &str = "名单里已有，跳过：";
/// Rows under another name.
pub(crate) const OTHER_NAME: &str = "代码已在名单里、名称不同，名称不改：";
/// Rows that stand in the file twice.
pub(crate) const AGAIN: &str = "文件里重复，只取第一行：";
/// Rows with faults.
pub(crate) const REFUSED: &str = "有错，没有取：";
/// Above the rows that need a look.
pub(crate) const ROWS_HINT: &str = "请看下面这些行。有错的可以在原文件里改好再导入一次，已经加入的不会重复。";
pub(crate) const CANCEL: &str = "不导入";

/// The words on the button: how many enterprises are added, and how many details change.
pub(crate) fn apply(added: usize, changed: usize) -> String {
    match (added, changed) {
        (added, 0) => format!("加入 {added} 家"),
        (0, changed) => format!("更新 {changed} 家的联系方式等"),
        (added, changed) => format!("加入 {added} 家，更新 {changed} 家的联系方式等"),
    }
}
/// Said after it.
pub(crate) fn applied(added: usize, changed: usize) -> String {
    format!("已{}。", apply(added, changed))
}

/// Says what became of a row; nothing about one that is simply taken or there.
pub(crate) fn row(number: u32, outcome: &EnlistOutcome) -> Option<String> {
    let said = match outcome {
        EnlistOutcome::New { .. } | EnlistOutcome::Known { .. } => return None,
        EnlistOutcome::OtherName { registered, name } => format!("名单里叫“{registered}”，文件里叫“{name}”"),
        EnlistOutcome::Again { of } => format!("与第 {of} 行是同一个代码"),
        EnlistOutcome::Refused(RowFault::Code(wrong)) => fault::unified_code(*wrong).trim_end_matches('。').to_owned(),
        EnlistOutcome::Refused(RowFault::Rounded) => {
            "代码被表格当成数字，末几位已经丢了；请把这一列设为“文本”，重新填写".into()
        }
        EnlistOutcome::Refused(RowFault::NoName) => "没有企业名称".into(),
        EnlistOutcome::Refused(RowFault::NameTooLong) => "企业名称太长，可能填错了列".into(),
    };
    Some(format!("第 {number} 行：{said}"))
}
