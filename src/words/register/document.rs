//! Words of the register of documents.

use anziping_core::catalog::Item;
use anziping_core::register::{DocumentColumn, DocumentStanding};
use anziping_core::value::rate::Rate;

use super::{Label, Labelled, NUMBER};
use crate::words::sheet::SheetWords;

pub(crate) const TITLE: &str = "制度和文件";
pub(crate) const LEAD: &str = "可填可不填。把必备的制度、规程、预案列进来，还没有的也列上。填了，各领域“制度规程健全”的份数从这里取，评审日期到期前提醒。\
     已签发、没有过评审日期的，才算现行有效。";
/// No document is entered.
pub(crate) const NONE: &str = "台账还是空的，份数由您在各领域里直接填。";
pub(crate) const ADD: &str = "加一份文件";
/// Heading of the licences.
pub(crate) const LICENCES: &str = "许可证、保单和报告的到期日";
/// The use of the days.
pub(crate) const LICENCES_HINT: &str = "填一次，到期前在“日程提醒”里提醒，也随日历文件导出；没有的空着。";
/// Says the standing of a licence so many days before its last one, with the tone of its tag.
///
/// It is empty while there is time.
pub(crate) fn licence_standing(left: i32, lead_days: u8) -> (&'static str, String) {
    match left {
        ..0 => ("bad", format!("已过期 {} 天", -left)),
        0 => ("bad", "今天到期".into()),
        left if left <= i32::from(lead_days) => ("warn", format!("还有 {left} 天到期，现在就办")),
        _ => ("", String::new()),
    }
}
/// Above the documents that need something done.
pub(crate) const WARNINGS: &str = "要办的文件";
pub(crate) const NO_ITEM: &str = "不对应";

impl Labelled for DocumentColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Name => Label {
                hint: "例如动火作业管理制度、空压机操作规程、火灾现场处置方案",
                ..Label::of("文件名称")
            },
            Self::Version => Label::of("版本号"),
            Self::IssuedOn => Label { hint: "还没有的空着，按缺文件计。", ..Label::of("签发日期") },
            Self::ReviewOn => {
                Label { hint: "制度和规程每年至少评估一次。", ..Label::of("下次评审日期") }
            }
            Self::Item => Label::of("对应哪个检查项"),
            Self::Areas => Label::of("是哪些高风险领域的必备文件"),
        }
    }
}

pub(crate) const SHEET: SheetWords = SheetWords {
    title: "导出和导入",
    hint: "可以导出成 Excel（xlsx）或 csv。原来用 Excel 或 WPS 记的文件目录（xlsx、csv）可以导进来：先预览，看清楚再改。",
    import: "导入原有目录",
    sheet: "制度和文件",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“文件名称”和另外一列。台账没有改动。",
};

/// An item that documents serve.
pub(crate) fn item(item: &Item) -> String {
    format!("{} {}", item.id, item.documents)
}

/// Says the standing of a document, with the tone of its tag.
pub(crate) fn standing(standing: DocumentStanding) -> (&'static str, String) {
    match standing {
        DocumentStanding::Missing => ("bad", "缺，未签发".into()),
        DocumentStanding::Overdue => ("bad", "评审逾期".into()),
        DocumentStanding::DueSoon(0) => ("warn", "今天应评审".into()),
        DocumentStanding::DueSoon(left) => ("warn", format!("还有 {left} 天应评审")),
        DocumentStanding::InForce => ("good", "现行有效".into()),
    }
}

/// Says what the register knows about an item that asks for documents.
pub(crate) fn beside(rate: Rate) -> String {
    format!("文件台账里列了 {} 份，现行有效 {} 份。", rate.total, rate.done)
}
