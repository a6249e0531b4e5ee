//! Words of tables that come in: questions to the whole file, and what becomes of its rows and cells.

use anziping_core::exchange::{At, CellFault, FieldView, LeftOut, LeftOutReason, NotedCell, SheetChoice, UnreadCell};
use anziping_tables::Note;

use super::sheet::column;

/// Opens the field for pasted rows.
pub(crate) const PASTE: &str = "没有文件？把表格粘贴进来";
/// Label of that field.
pub(crate) const PASTED: &str = "粘贴表格";
/// Hint of that field.
pub(crate) const PASTED_HINT: &str = "在 Excel、WPS 或网页里选中表格（连表头一起），复制，粘贴到这里。";
/// Reads what was pasted.
pub(crate) const READ_PASTED: &str = "看看里面有什么";
pub(crate) const SHEETS: &str = "文件里有几张工作表，要导入哪些？";
pub(crate) const YEAR: &str = "这些日期是哪一年的";
pub(crate) const NOT_TAKEN: &str = "先不取这些格子";
pub(crate) const UNIT: &str = "单位";
pub(crate) const UNITS: [(&str, &str); 2] = [("yuan", "元"), ("wan", "万元")];
pub(crate) const DONE_ON: &str = "销号日期（不填就按未销号加入）";
/// Above columns that are not known.
pub(crate) const UNKNOWN_COLUMNS: &str = "下面这些列不知道是什么，不导入。要导入的，请选它对应什么：";
/// Above all columns of a file without headings.
pub(crate) const NO_HEADINGS: &str = "没有找到认识的表头。请选每一列对应什么，选好就能预览：";
/// The words for rows and cells by their outcome.
pub(crate) const COUNTS: [(&str, &str); 5] = [
    ("new", "新增："),
    ("changed", "修改原有："),
    ("same", "和这里一样，不用改："),
    ("left-out", "没有取的行："),
    ("unread", "没有取的格子："),
];
pub(crate) const NEW_ROWS: &str = "新增的";
pub(crate) const CHANGED_ROWS: &str = "要修改的";
pub(crate) const LEFT_OUT_ROWS: &str = "没有取的行";
pub(crate) const NOTED: &str = "这样理解的格子，请看一眼";
/// Above the cells that are not taken.
pub(crate) const UNREAD_HINT: &str = "下面这些格子看不懂，没有取；这些行的其他内容照常导入。可以导入后在这里补，也可以在原文件里改好再导入一次，不会重复：";

/// A sheet to be chosen.
pub(crate) fn sheet(choice: &SheetChoice) -> String {
    let hidden = if choice.hidden { "，隐藏的" } else { "" };
    format!("{}（{} 行{hidden}）", choice.name, choice.rows)
}

/// A year to be chosen.
pub(crate) fn a_year(year: i32) -> String {
    format!("{year} 年")
}

/// Days without a year.
pub(crate) fn year(cells: usize) -> String {
    format!("有 {cells} 格日期没有写年份。同一行写了发现日期的，从发现日期往后推。")
}

/// Sums without a unit.
pub(crate) fn unit(cells: usize) -> String {
    format!("有 {cells} 格金额没有写单位，表头里也没有。")
}

/// Rows with a day on which they were checked or put right.
pub(crate) fn closed(rows: usize) -> String {
    format!("有 {rows} 行写了复查或完成的日期，没有写销号日期。打勾就以复查日期（没有的以完成日期）为销号日期")
}

/// Rows that only say that they are done.
pub(crate) fn done_on(rows: usize, open: usize) -> String {
    let rest = if open < rows { format!("现在还有 {open} 行按未销号加入。") } else { String::new() };
    format!("有 {rows} 行写明已整改，一个日期也没有。知道是哪天销号的，请填上。{rest}")
}

/// Offers rows that were closed before the month.
pub(crate) fn history(rows: usize) -> String {
    format!("{rows} 行在本期之前已经销号，不计入本月。打勾就作为历史记录一起加入")
}

/// Words for a day.
pub(crate) fn words(cells: usize) -> String {
    format!("有 {cells} 格期限写的是“立即”“3日内”这样的话。打勾就从发现日期算起")
}

/// Rows that are not shown.
pub(crate) fn hidden(rows: usize) -> String {
    format!("文件里有 {rows} 行是隐藏的（可能是筛选时藏起来的）。打勾就一起导入")
}

/// Days of the next review.
pub(crate) fn review(rows: usize) -> String {
    format!("{rows} 行除了有效期还有复审日期。打勾就以复审日期为准")
}

/// Says what was put right while reading.
pub(crate) fn note(note: Note) -> String {
    match note {
        Note::BadBytes(count) => format!("文件里有 {count} 个字是坏的，显示为“\u{fffd}”，导入后请改正。"),
        Note::OpenQuote(line) => format!("第 {line} 行有一个引号没有配对，当作普通的字。"),
    }
}

/// A heading with how many there are.
pub(crate) fn counted(heading: &str, count: usize) -> String {
    format!("{heading}（{count}）")
}

/// More than are shown.
pub(crate) fn more(rest: usize) -> String {
    format!("还有 {rest} 条，没有一一列出。")
}

/// `第 5 行`
pub(crate) fn row(at: &At) -> String {
    if at.sheet.is_empty() { format!("第 {} 行", at.row) } else { format!("{} 第 {} 行", at.sheet, at.row) }
}

/// A field as it becomes.
pub(crate) fn field(field: &FieldView) -> String {
    let FieldView { label, before, after } = field;
    if before.is_empty() { format!("{label}：{after}") } else { format!("{label}：{before} → {after}") }
}

/// A cell that is taken for more than it says.
pub(crate) fn noted(cell: &NotedCell) -> String {
    format!("{} {}：“{}”取为 {}", row(&cell.at), column(cell.column, &cell.label), cell.text, cell.read)
}

/// A cell that is not taken.
pub(crate) fn unread(cell: &UnreadCell) -> String {
    let said = if cell.text.is_empty() { String::new() } else { format!("“{}”", cell.text) };
    format!("{} {} {said}：{}", row(&cell.at), column(cell.column, &cell.label), why(cell.fault))
}

fn why(fault: CellFault) -> String {
    match fault {
        CellFault::NotNamed => "要写成“名称：内容”，几样之间用分号隔开，例如“动火方式：电焊”".into(),
        CellFault::NotADay => "看不懂的日期，要写明年月日，例如 2026-11-03".into(),
        CellFault::NoYear => "没有年份，请在上面选是哪一年".into(),
        CellFault::NoDay => "不是日期，空着".into(),
        CellFault::TwoDays => "数字末尾的 0 可能丢了（3.1 可能是 3.10），请写成 2026-03-10 这样".into(),
        CellFault::Words => "没有发现日期，或者没有选从哪天算起".into(),
        CellFault::NotAGrade => "看不出是一般还是重大".into(),
        CellFault::TooLong(most) => format!("超过 {most} 个字"),
        CellFault::Formula => "公式没有结果，请用 Excel 打开、保存后再导入".into(),
        CellFault::Contradiction(fault) => super::fault::hazard(fault).trim_end_matches('。').to_owned(),
        CellFault::NotACount => "要写 0 以上的整数".into(),
        CellFault::NotAnAmount => "看不懂的金额".into(),
        CellFault::NoUnit => "没有单位，请在上面选元还是万元".into(),
        CellFault::NotAMonth => "看不懂的月份，要写明年和月，例如 2026-11".into(),
        CellFault::NotYesOrNo => "要写“是”或“否”".into(),
        CellFault::NotAScore(method, letter) => super::register::values_only(method, letter),
        CellFault::NotACode => "不是统一社会信用代码".into(),
        CellFault::Rounded => "数字太长，末几位已被表格软件改掉，请把这一列改成文本再重填".into(),
        CellFault::Strange => "没有对应的选项".into(),
        CellFault::NothingAbove => "上面没有可以照抄的一行".into(),
        CellFault::NotChanged => "这一条已经走过这一步，不能这样改".into(),
    }
}

/// Rows that are left out for one reason.
pub(crate) fn left(first: &LeftOut, last: &LeftOut) -> String {
    let rows = if first.at == last.at {
        row(&first.at)
    } else {
        format!("{}–{} 行", row(&first.at).trim_end_matches(" 行"), last.at.row)
    };
    format!("{rows}：{}（{}）", reason(first.reason), first.text)
}

fn reason(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::Heading => "重复的表头或标题",
        LeftOutReason::Total => "合计",
        LeftOutReason::Signature => "签字或说明",
        LeftOutReason::Section => "分段的标题",
        LeftOutReason::Blank => "只有预先填好的内容",
        LeftOutReason::NoSubject => "没有写明是什么",
        LeftOutReason::Hidden => "隐藏的行",
        LeftOutReason::Again => "和前面一行重复",
        LeftOutReason::ClosedBefore => "本期之前已销号",
        LeftOutReason::Ambiguous => "不止一条叫这个，分不清是哪一条，请先导出台账，在导出的表里（带编号）改",
        LeftOutReason::NoMonth => "没有写月份，不知道算在哪个月",
    }
}
