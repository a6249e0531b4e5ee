//! Words about check lists: the built-in one, those of others, and what differs between them.

use anziping_core::catalog::{Catalogue, Difference, ItemPart};
use anziping_core::edition::CatalogueRef;
use anziping_core::edition::{Edition, ImportClash, ImportFault, ImportFlaw};

use super::common::in_brackets;
use super::office::refusal;
use super::seal::short_hash;
use crate::platform::files::FileFault;

pub(crate) const TITLE: &str = "检查表";
/// The purpose of the page.
pub(crate) const LEAD: &str = "程序自带一份检查表。街道、行业协会或省里发布了自己的检查表文件（.json）的，在这里导入；用不用、从哪个月用，由您决定。";
/// Link from the month.
pub(crate) const CHANGE: &str = "更换";
/// Link from a message.
pub(crate) const TO_PAGE: &str = "去“检查表”";
/// Heading of the list.
pub(crate) const HERE: &str = "本机的检查表";
/// The list that comes with the program.
pub(crate) const BUILTIN: &str = "程序自带";
/// A list that was imported.
pub(crate) const IMPORTED: &str = "导入";
/// The list of the open month.
pub(crate) const IN_USE: &str = "本月在用";
/// Label of the id.
pub(crate) const ID: &str = "编号";
/// Label of the version.
pub(crate) const VERSION: &str = "版本";
/// Label of the day of issue.
pub(crate) const ISSUED: &str = "发布日期";
/// Label of the hash.
pub(crate) const HASH: &str = "校验码";
/// The purpose of the hash.
pub(crate) const HASH_HINT: &str = "和发布单位公布的校验码逐段核对，一样才是同一份。";
/// Label of the counts.
pub(crate) const CONTENT: &str = "内容";
/// Saves the list as a file.
pub(crate) const SAVE: &str = "存为文件";
/// Moves the month to the list.
pub(crate) const USE: &str = "本月改用这份";
pub(crate) const REMOVE: &str = "删除";
/// Heading of the import.
pub(crate) const IMPORT: &str = "导入检查表";
/// The effect of an import.
pub(crate) const IMPORT_HINT: &str = "先看有什么不同，再决定要不要。文件有一处不对，就整份不收，本机内容不变。要编一份自己的检查表，可以把自带的存为文件，改了编号再改内容。";
pub(crate) const CHOOSE: &str = "选择检查表文件";
/// Heading of a file that was refused.
pub(crate) const REFUSED: &str = "没有导入，本机内容没有变。请把下面的情况告诉发布单位：";
/// The same list is here already.
pub(crate) const KNOWN: &str = "本机已有这份检查表，不用再导入。";
pub(crate) const TAKE: &str = "导入这份检查表";
pub(crate) const CANCEL: &str = "不导入";
/// It was not taken.
pub(crate) const NOT_TAKEN: &str = "没有导入，什么都没有改。";
pub(crate) const NO_DIFFERENCE: &str = "检查内容与现在用的完全一样。";
/// Kinds of questions.
pub(crate) const KINDS: [&str; 3] = ["检查项目", "高风险领域要点", "重大隐患判定标准"];
/// Heads of the table of differences.
pub(crate) const COLUMNS: [&str; 5] = ["类别", "增加", "删去", "改动", "不变"];

/// The list that a month uses, in one line.
pub(crate) fn of_month(edition: &Edition<'_>) -> String {
    let reference = edition.reference();
    format!(
        "检查表：{}，{} {}（校验码 {}）",
        edition.catalogue().title,
        reference.id,
        reference.version,
        short_hash(&reference.sha256)
    )
}

/// A list by id, version and the first digits of its hash.
pub(crate) fn named(reference: &CatalogueRef) -> String {
    let hash = in_brackets(&short_hash(&reference.sha256));
    format!("{} {}{hash}", reference.id, reference.version)
}

/// The list that a month names is not here.
pub(crate) fn lacking(reference: &CatalogueRef) -> String {
    format!(
        "本月是按检查表“{} {}”（校验码 {}）填的，这份检查表不在本机，暂时只能查看，已填的都在。请导入同一份文件，或改用别的检查表。",
        reference.id,
        reference.version,
        short_hash(&reference.sha256)
    )
}

/// Opens the change log of a list.
pub(crate) fn changes(catalogue: &Catalogue) -> String {
    format!("{} 版改了什么、为什么（{} 条）", catalogue.version, catalogue.changes.len())
}

/// Says why something was changed.
pub(crate) fn why(why: &str) -> String {
    format!("原因：{why}")
}

/// Names what a change touches: the first ids and how many there are.
pub(crate) fn touched(ids: &[String]) -> String {
    match ids {
        few if few.len() <= 6 => super::common::list(few),
        [first, .., last] => format!("{first} 到 {last}，共 {} 处", ids.len()),
        _ => String::new(),
    }
}

/// Says how much a list asks.
pub(crate) fn content(catalogue: &Catalogue) -> String {
    let (items, areas, criteria) = (catalogue.items().count(), catalogue.areas.len(), catalogue.criteria().count());
    format!("{} 个要素 {items} 项，高风险领域 {areas} 个，重大隐患判定标准 {criteria} 条", catalogue.elements.len())
}

/// Says how many months use it.
pub(crate) fn used(months: usize) -> String {
    if months == 0 {
        "本机没有月份在用".into()
    } else {
        format!("本机 {months} 个月的自评按它填写，不能删除")
    }
}

/// Name of the file of a list.
pub(crate) fn file_name(reference: &CatalogueRef) -> String {
    format!("{}-{}.检查表.json", reference.id, reference.version)
}

/// Says that it was saved as a file.
pub(crate) fn saved(name: &str) -> String {
    super::common::handed_over(name)
}

/// Says that it was imported.
pub(crate) fn taken(edition: &Edition<'_>) -> String {
    format!("已导入“{}”。", edition.catalogue().title)
}

/// The month was moved to it.
pub(crate) fn in_use_now(edition: &Edition<'_>) -> String {
    format!("本月已改用“{}”。", edition.catalogue().title)
}

/// Says that it was removed.
pub(crate) fn removed(edition: &Edition<'_>) -> String {
    format!("已删除检查表“{}”。", edition.catalogue().title)
}

/// Heading of the comparison.
pub(crate) fn compared(with: &Edition<'_>) -> String {
    format!("与“{} {}”比较", with.catalogue().title, with.reference().version)
}

/// Heading of a list of ids.
pub(crate) fn listed(what: &str, kind: &str, count: usize) -> String {
    format!("{what}的{kind} {count} 条")
}

/// Says why a sound list cannot be taken.
pub(crate) fn clash(clash: ImportClash) -> &'static str {
    match clash {
        ImportClash::BuiltinId => {
            "没有导入：它用了程序自带检查表的编号，内容却不同，会被当成自带的。请发布单位换一个编号。"
        }
        ImportClash::SameVersion => {
            "没有导入：本机已有编号、版本都相同而内容不同的一份。改了内容就要改版本号，请发布单位核实。"
        }
    }
}

/// One fault of a file: line, path and reason.
pub(crate) fn fault(fault: &ImportFault) -> String {
    let what = match &fault.what {
        ImportFlaw::NotJson(reason) => refusal::unsigned(*reason).into_owned(),
        ImportFlaw::Shape(said) => said.clone(),
        ImportFlaw::Content(flaw) => flaw.to_string(),
    };
    let line = fault.place.line.map(|line| format!("第 {line} 行")).unwrap_or_default();
    match (line.is_empty(), fault.place.pointer.is_empty()) {
        (true, true) => what,
        (false, true) => format!("{line}：{what}"),
        _ => format!("{line}（{}）：{what}", fault.place.pointer),
    }
}

/// Faults that are not listed any more.
pub(crate) fn more_faults(count: usize) -> String {
    format!("还有 {count} 处，改好上面的再导入一次")
}

/// The file could not be opened.
pub(crate) fn file_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::TooLarge { size, limit } => {
            format!(
                "文件有 {}，检查表文件最大 {}，可能选错了文件。",
                super::common::bytes(*size),
                super::common::bytes(*limit)
            )
        }
        other => super::settings::file_fault(other),
    }
}

/// A part of an item that differs.
pub(crate) fn part(part: ItemPart) -> &'static str {
    match part {
        ItemPart::Question => "问题",
        ItemPart::How => "查法、证据或适用说明",
        ItemPart::Basis => "依据",
        ItemPart::Kind => "答题方式",
        ItemPart::Interval => "周期",
        ItemPart::Weight => "权重",
        ItemPart::Veto => "否决条件",
        ItemPart::Applies => "适用范围",
        ItemPart::Place => "所在要素",
    }
}

/// The words of an item, point or criterion by its id; empty when the list has none of that id.
pub(crate) fn of_id(catalogue: &Catalogue, id: &str) -> String {
    let item = catalogue.item(id).map(|item| item.question.clone());
    let point = || catalogue.points().find(|point| point.id == id).map(|point| point.text.clone());
    let criterion = || catalogue.criterion(id).map(|listed| listed.criterion.text.clone());
    item.or_else(point).or_else(criterion).unwrap_or_default()
}

/// The three kinds with their changes.
pub(crate) fn kinds(difference: &Difference) -> [(&'static str, &anziping_core::catalog::Changes); 3] {
    let [items, points, criteria] = KINDS;
    [(items, &difference.items), (points, &difference.points), (criteria, &difference.criteria)]
}

/// A change with the parts of the item that it touches.
pub(crate) fn with_parts(change: &str, parts: &[&str]) -> String {
    format!("{change}（{}）", super::common::list(parts))
}
