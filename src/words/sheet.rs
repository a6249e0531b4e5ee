//! Words of the ledger as a spreadsheet.

use anziping_core::exchange::letters;
use anziping_tables::limits::{BYTES, UNPACKED};
use anziping_tables::limits::{CELL, FORMATS, FORMULAS, MERGED, NAMES, PARTS, SHARED_TEXTS, SHEETS, TAGS, TEXT_BYTES};
use anziping_tables::{CellPlace, Many, ROWS, TableFault};

use crate::platform::files::FileFault;
use crate::platform::worker::WorkerFault;
use crate::worker_client::tables::SheetFault;

/// The words about one kind of table.
#[derive(Debug)]
pub(crate) struct SheetWords {
    /// Heading of the card.
    pub title: &'static str,
    pub hint: &'static str,
    /// Button that takes a file in.
    pub import: &'static str,
    /// Name of the sheet.
    pub sheet: &'static str,
    /// The table does not say what its columns are.
    pub no_headings: &'static str,
}

pub(crate) const LEDGER: SheetWords = SheetWords {
    title: "导出和导入台账",
    hint: "可以导出成 Excel（xlsx）或 csv。原来用 Excel 或 WPS 记的台账（xlsx、csv）可以导进来：先预览，看清楚再加。",
    import: "导入原有台账",
    sheet: "隐患台账",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“隐患部位”或“隐患内容”和另外一列。台账没有改动。",
};
pub(crate) const EXPORT: &str = "导出台账（Excel）";
pub(crate) const EXPORT_CSV: &str = "导出 csv";
/// Media type of a text with commas.
pub(crate) const CSV: &str = "text/csv";
/// Media type of a workbook.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The name for a pasted table, which has no file name.
pub(crate) const PASTED_NAME: &str = "粘贴的表格";
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
pub(crate) const CANCEL: &str = "不导入";
/// Said after giving up.
pub(crate) const NOT_IMPORTED: &str = "没有导入，台账没有改动。";

/// Heading of the preview.
pub(crate) fn preview(name: &str) -> String {
    format!("预览：{name}")
}

pub(crate) const NOTHING: &str = "没有要加或要改的。";
/// Why a field was corrected.
pub(crate) const CORRECTED: &str = "从表格导入的修改";

/// Adds and changes.
pub(crate) fn apply(new: usize, changed: usize) -> String {
    match (new, changed) {
        (new, 0) => format!("新增 {new} 条"),
        (0, changed) => format!("修改 {changed} 条"),
        (new, changed) => format!("新增 {new} 条，修改 {changed} 条"),
    }
}

pub(crate) fn applied(new: usize, changed: usize) -> String {
    format!("已从文件{}", apply(new, changed))
}

/// Name of an exported file without its ending; `what` is the name of its sheet, `when` a month or day.
pub(crate) fn file_name(enterprise: &str, what: &str, when: &str) -> String {
    // What a file system does not take in a name.
    let name: String = enterprise.trim().chars().filter(|c| !"\\/:*?\"<>|".contains(*c) && !c.is_control()).collect();
    if name.is_empty() { format!("安自评-{what}-{when}") } else { format!("{name}-{what}-{when}") }
}

/// Said after exporting.
pub(crate) fn exported(name: &str) -> String {
    super::common::handed_over(name)
}

/// `B 列“隐患部位”`
pub(crate) fn column(at: usize, heading: &str) -> String {
    let letter = letters(at);
    if heading.trim().is_empty() { format!("{letter} 列") } else { format!("{letter} 列“{}”", heading.trim()) }
}

/// Quotes the first text of a column.
pub(crate) fn sample(cell: &str) -> String {
    let short: String = cell.chars().take(20).collect();
    if short.is_empty() { String::new() } else { format!("例：{short}") }
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

/// Says why a spreadsheet was not read or written, and what to do.
pub(crate) fn why(fault: &SheetFault) -> String {
    match fault {
        SheetFault::Table(fault) => table(fault),
        SheetFault::Worker(WorkerFault::Absent(_)) => {
            "处理表格的程序没有取到，请刷新页面再试；网上打开的，先连上网络。".into()
        }
        SheetFault::Worker(WorkerFault::Unstarted) => {
            "处理表格的程序等了一分钟没有启动，已经自动重试过一次。请关掉其他页面再试。".into()
        }
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
        TableFault::Empty => "文件是空的，没有下载完整。请重新下载或另存一份再导入。".into(),
        TableFault::Pdf => {
            "这是 PDF，里面没有可以读的表格。请用原来的 Excel 或 WPS 文件；只有 PDF 的，请在 WPS 里转成 Excel 再导入。"
                .into()
        }
        TableFault::Picture => "这是照片或截图，读不出表格。请用原来的 Excel 或 WPS 文件。".into(),
        TableFault::WebArchive => {
            "这是存成单个网页（MHTML）的表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。".into()
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

fn place_of(cell: Option<&CellPlace>) -> String {
    let Some(CellPlace { sheet, row, column }) = cell else { return "有一个格子".into() };
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
