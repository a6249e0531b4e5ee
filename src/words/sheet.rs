//! Words of the ledger as a spreadsheet.

use anziping_core::exchange::CellFault;
use anziping_tables::limits::{BYTES, UNPACKED};
use anziping_tables::limits::{CELL, FORMATS, FORMULAS, MERGED, NAMES, PARTS, SHARED_TEXTS, SHEETS, TAGS, TEXT_BYTES};
use anziping_tables::{Cell, Many, ROWS, TableFault};

use crate::platform::files::FileFault;
use crate::platform::worker::WorkerFault;
use crate::worker_client::tables::SheetFault;

/// What is said about one kind of table.
#[derive(Debug)]
pub(crate) struct SheetWords {
    /// Heading of the card.
    pub title: &'static str,
    /// Below it.
    pub hint: &'static str,
    /// Button that takes a file in.
    pub import: &'static str,
    /// Name of the sheet.
    pub sheet: &'static str,
    /// The table does not say what its columns are.
    pub no_headings: &'static str,
}

/// The ledger.
pub(crate) const LEDGER: SheetWords = SheetWords {
    title: "导出和导入台账",
    hint: "可以导出成 Excel（xlsx）或 csv。原来用 Excel 或 WPS 记的台账（xlsx、csv）可以导进来：先预览，看清楚再加。",
    import: "导入原有台账",
    sheet: "隐患台账",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“隐患部位”或“隐患内容”和另外一列。台账没有改动。",
};
/// Button.
pub(crate) const EXPORT: &str = "导出台账（Excel）";
/// Button.
pub(crate) const EXPORT_CSV: &str = "导出 csv";
/// Media type of a text with commas.
pub(crate) const CSV: &str = "text/csv";
/// Media type of a workbook.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// While the worker works.
pub(crate) const WORKING: &str = "正在处理……";
/// Button that ends the work.
pub(crate) const STOP: &str = "取消";
/// Said after ending it.
pub(crate) const GIVEN_UP: &str = "已取消，没有改动。";
/// Page and worker differ.
pub(crate) const GARBLED: &str = "页面版本不一致，请刷新后再试。";
/// The columns of the file.
pub(crate) const COLUMNS: &str = "各列对应什么（可以改）";
/// A column that is not read.
pub(crate) const LEFT_OUT: &str = "不导入";
/// Rows that are added.
pub(crate) const TAKEN: &str = "将加入台账：";
/// Of these.
pub(crate) const STOPPED: &str = "其中写了销号日期，但缺少销号必须的内容，按未销号加入：";
/// Rows that are there.
pub(crate) const KNOWN: &str = "台账里已有，跳过：";
/// Rows of the past.
pub(crate) const CLOSED_BEFORE: &str = "本期之前已销号，不计入本月，跳过：";
/// Rows with faults.
pub(crate) const REFUSED: &str = "有错，没有取：";
/// Above the faulty rows.
pub(crate) const REFUSED_HINT: &str = "下面这些行没有取。可以在原文件里改好再导入一次，已经加入的不会重复。";
/// Above the cells that name nothing known.
pub(crate) const UNREAD_HINT: &str = "下面这些行照常加入，但有的格子对不上，加入后请在台账里核对、补选：";
/// Gives up.
pub(crate) const CANCEL: &str = "不导入";
/// Said after giving up.
pub(crate) const NOT_IMPORTED: &str = "没有导入，台账没有改动。";

/// Heading of the preview.
pub(crate) fn preview(name: &str) -> String {
    format!("预览：{name}")
}

/// Adds.
pub(crate) fn apply(count: usize) -> String {
    format!("加入 {count} 条")
}

/// Said after adding.
pub(crate) fn added(count: usize) -> String {
    format!("已从文件加入 {count} 条隐患")
}

/// Name of an exported file without its ending; `what` is the name of its sheet, `when` a month or day.
pub(crate) fn file_name(what: &str, when: &str) -> String {
    format!("安自评-{what}-{when}")
}

/// Said after exporting.
pub(crate) fn exported(name: &str) -> String {
    super::common::handed_over(name)
}

/// More faulty rows than are named.
pub(crate) fn more_faults(rest: usize) -> String {
    format!("还有 {rest} 行，没有一一列出。")
}

/// `B 列“隐患部位”`
pub(crate) fn column(at: usize, heading: &str) -> String {
    let letter = letters(at);
    if heading.trim().is_empty() { format!("{letter} 列") } else { format!("{letter} 列“{}”", heading.trim()) }
}

/// What stands in it first.
pub(crate) fn sample(cell: &str) -> String {
    let short: String = cell.chars().take(20).collect();
    if short.is_empty() { String::new() } else { format!("例：{short}") }
}

/// A faulty row.
pub(crate) fn at_row(number: u32, faults: &[String]) -> String {
    format!("第 {number} 行：{}", faults.join("；"))
}

/// A faulty cell.
pub(crate) fn at_column(at: usize, heading: &str, fault: CellFault) -> String {
    let why = match fault {
        CellFault::NotADay => "看不懂的日期，要写明年月日，例如 2026-11-03".to_owned(),
        CellFault::NotAGrade => "级别要写“一般”或“重大”".into(),
        CellFault::TooLong(most) => format!("超过 {most} 个字"),
        CellFault::Formula => "公式没有结果，请用 Excel 打开、保存后再导入".into(),
        CellFault::Empty => "部位和描述都是空的".into(),
        CellFault::Missing => "没有填，这一列每行都要有".into(),
        CellFault::NotACount => "要写 0 以上的整数".into(),
        CellFault::NotAnAmount => "要写整数，不带单位，最多 10 位".into(),
        CellFault::NotAMonth => "看不懂的月份，要写明年和月，例如 2026-11".into(),
        CellFault::NotYesOrNo => "要写“是”或“否”".into(),
        CellFault::NotAScore(method, letter) => super::register::values_only(method, letter),
        CellFault::Ambiguous => "台账里不止一条叫这个，分不清改哪一条。请先导出台账，在导出的表里（带编号）改".into(),
        CellFault::Contradiction(fault) => super::fault::hazard(fault).trim_end_matches('。').to_owned(),
    };
    format!("{} {why}", column(at, heading))
}

/// A cell whose words name nothing known.
pub(crate) fn unread(at: usize, heading: &str, cell: &str) -> String {
    let short: String = cell.trim().chars().take(20).collect();
    format!("{} 写的是“{short}”，没有对应的选项，没有取", column(at, heading))
}

/// Columns as spreadsheets call them: A … Z, AA …
fn letters(at: usize) -> String {
    let last = char::from(b'A' + (at % 26) as u8);
    if at < 26 { last.to_string() } else { format!("{}{last}", letters(at / 26 - 1)) }
}

/// The file was not read or saved.
pub(crate) fn file_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::TooLarge { size, limit } => {
            format!(
                "文件有 {}，超过 {}，没有打开。请删掉表里的图片，或按年份分成几个文件。台账没有改动。",
                super::common::bytes(*size),
                super::common::bytes(*limit)
            )
        }
        other => super::settings::file_fault(other),
    }
}

/// The spreadsheet was not read or written, and nothing happened to the ledger.
pub(crate) fn fault(fault: &SheetFault) -> String {
    format!("{}台账没有改动。", why(fault))
}

/// Why a spreadsheet was not read or written, and what to do.
pub(crate) fn why(fault: &SheetFault) -> String {
    match fault {
        SheetFault::Table(fault) => table(fault),
        SheetFault::Worker(WorkerFault::Absent(_)) => "处理表格的程序没有取到，请联网刷新页面再试。".into(),
        SheetFault::Worker(WorkerFault::Silent) => {
            format!("处理了一分钟还没有完，已经停下。{COPY_OUT}")
        }
        SheetFault::Worker(WorkerFault::Cancelled) => "已取消。".into(),
        SheetFault::Worker(WorkerFault::Crashed(reason)) => {
            format!("处理这个文件时程序停下了（{reason}），可能是内存不够。请关掉其他页面再试。")
        }
        SheetFault::Worker(WorkerFault::Misunderstood(_)) | SheetFault::Garbled(_) => GARBLED.into(),
    }
}

/// Where only a copy of the cells helps.
const COPY_OUT: &str = "请只把要导入的那几列复制到一个新表里，另存为 .xlsx 再导入。";

fn table(fault: &TableFault) -> String {
    match fault {
        TableFault::TooLarge(size) => {
            let (size, most) = (super::common::bytes(*size), super::common::bytes(BYTES));
            format!("文件有 {size}，超过 {most}。请删掉表里的图片，或按年份分成几个文件。")
        }
        TableFault::OldExcel => {
            "这是旧版 Excel（.xls）或加了密码的文件。请用 Excel 或 WPS 打开，另存为 .xlsx（不加密码）再导入。".into()
        }
        TableFault::NoWorkbook => "这是一个压缩文件，里面没有 Excel 表格（也可能是 Word、.ods、.et、.xlsb 或压缩包）。\
             请用 Excel 或 WPS 打开表格，另存为 .xlsx 再导入。"
            .into(),
        TableFault::WebPage => {
            "这是网页，不是表格（有的系统导出的 .xls 其实是网页）。请用 Excel 打开，另存为 .xlsx 再导入。".into()
        }
        TableFault::NoTable => "这个文件里没有表格内容，可能选错了文件。".into(),
        TableFault::Damaged(place) => format!("文件已损坏或没有下载完整（{place}）。请重新取一份。"),
        TableFault::TooManyRows => format!("超过 {ROWS} 行，请按年份分成几个文件。"),
        TableFault::LongCell(place) => {
            format!(
                "{}的内容超过 {CELL} 个字，Excel 的格子也放不下这么多。请检查这一格再导入。",
                place_of(place.as_ref())
            )
        }
        TableFault::TooMuchText => {
            format!("表里的文字加起来超过 {}。请按年份分成几个文件。", super::common::bytes(TEXT_BYTES as u64))
        }
        TableFault::TooMany(what) => format!("{}。{COPY_OUT}", too_many(*what)),
        TableFault::Unpacks(size) => {
            let (size, most) = (super::common::bytes(*size), super::common::bytes(UNPACKED));
            format!("文件解压后有 {size} 以上，超过 {most}。{COPY_OUT}")
        }
        TableFault::NotWritten(reason) => format!("没有写成（{reason}）。"),
    }
}

fn place_of(cell: Option<&Cell>) -> String {
    let Some(Cell { sheet, row, column }) = cell else { return "有一个格子".into() };
    let cell = format!("{}{row} 格", letters(*column as usize));
    if sheet.is_empty() { format!("第 {row} 行（{cell}）") } else { format!("工作表“{sheet}”的 {cell}") }
}

fn too_many(what: Many) -> String {
    match what {
        Many::Tags => format!("有内容或格式的格子太多（超过 {} 万个标记）", TAGS / 10_000),
        Many::Parts => format!("压缩在里面的文件超过 {PARTS} 个"),
        Many::Sheets => format!("工作表超过 {SHEETS} 个"),
        Many::SharedTexts => format!("不同的文字超过 {} 万条", SHARED_TEXTS / 10_000),
        Many::Formulas => format!("公式超过 {} 万个", FORMULAS / 10_000),
        Many::Merged => format!("合并的格子超过 {} 万处，或者互相重叠", MERGED / 10_000),
        Many::Formats => format!("格子的格式太多（最多 {FORMATS} 种）"),
        Many::Names => format!("起了名字的区域或链接超过 {NAMES} 个"),
    }
}
