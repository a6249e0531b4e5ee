//! The words that are printed for people.

use std::io::{self, Write};

use crate::counts::Counts;
use crate::fault::ProgramFault;

pub(crate) const ABOUT: &str = "安自评：成批核验企业的签名月报。规则与街道核验页完全相同，不联网";
pub(crate) const EXIT_CODES: &str =
    "退出码：0 全部有效；1 有文件被拒绝或与登记册不符；2 参数、登记册或输出有误，没有核验完；3 有文件读不了";
pub(crate) const VERIFY: &str = "逐个核验，每个文件输出一行；内存不随文件数增长";
pub(crate) const LINES: &str =
    "从标准输入逐行核验，一行进一行出，供数据库和集群调用；每行是 {\"file\": 文件名, \"base64\": 内容}";
pub(crate) const ROLLUP: &str = "汇总一个月，输出 JSON；更正、重复、互相矛盾的报告按核验页的规则处理";
pub(crate) const SCHEMA: &str = "输出文件格式的 JSON Schema；不写名称时列出全部名称";
pub(crate) const SCHEMA_NAME: &str = "名称，例如 report";
pub(crate) const SAMPLE: &str =
    "生成示例月报和认得它们的登记册，供试用和测量；企业、人名和密钥都是编造的，不得用于报送";
pub(crate) const SAMPLE_FOLDER: &str = "写入的文件夹；不存在时新建，不是空的就不写";
pub(crate) const SAMPLE_REPORTS: &str = "份数，每家企业一份；每百份里三份密钥未登记，一份签名后被改过";
pub(crate) const SAMPLE_FIRST: &str = "从第几家企业开始，用来分批生成";
pub(crate) const SAMPLE_JOBS: &str = "同时生成的线程数；0 表示与处理器核数相同";
pub(crate) const FOLDERS: &str = "文件夹或文件，可写多个；子文件夹一并核验";
pub(crate) const REGISTRY: &str = "登记册：核验页导出的备份，或签名的登记册。不给时所有月报都是“密钥未登记”";
pub(crate) const CHECK_LIST: &str = "本程序没有的检查表，可写多次";
pub(crate) const JOBS: &str = "同时核验的线程数；0 表示与处理器核数相同";
pub(crate) const TODAY: &str = "今天的日期；不给时按北京时间";
pub(crate) const DUE_DAY: &str = "每月几日前报送；0 表示当月最后一天";
pub(crate) const FORMAT: &str =
    "ndjson：每行一个 JSON；csv：可用 WPS 打开的表格；reports：核验页“导出报告数据”的格式，只含有效月报";
pub(crate) const OUTPUT: &str = "写入文件；全部做完才有这个文件，之前是“文件名.part”。不给时写到标准输出";
pub(crate) const RESUME: &str = "接着上次没有做完的“文件名.part”往下做；没有时从头做";
pub(crate) const PERIOD: &str = "月份";
pub(crate) const NO_DAY: &str = "日期写成 2026-12-05 这样";
pub(crate) const NO_PERIOD: &str = "月份写成 2026-11 这样";

/// The office whose registry is made up.
pub(crate) const SAMPLE_OFFICE: &str = "示例街道安管办";

/// An enterprise that is made up.
pub(crate) fn sample_enterprise(number: u32) -> String {
    format!("示例企业{number}")
}

/// Beside the sums: the page opens such files, this program does not.
pub(crate) const PACKED: &str = "有压缩包（原因代码 archive），没有打开；请解压后再核验";

/// Headings of the table.
pub(crate) const COLUMNS: [&str; 8] = ["结果", "企业", "统一社会信用代码", "月份", "版次", "得分", "文件", "原因代码"];

/// A verdict by its code.
pub(crate) fn verdict(code: &str) -> &str {
    match code {
        "trusted" => "有效，密钥已登记",
        "unregistered" => "有效，密钥未登记",
        "mismatched" => "签名有效，与登记册不符",
        "demo" => "演示数据",
        "other" => "有效，不是月报",
        "refused" => "拒绝：格式或签名不成立",
        "unsound" => "拒绝：签名有效，内容不合格式",
        "newer" => "需要新版本程序",
        "rejected" => "拒绝",
        "unread" => "读不了",
        other => other,
    }
}

/// A score of tenths.
pub(crate) fn points(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Says how many files there are so far.
pub(crate) fn progress(files: u64) -> String {
    format!("已核验 {files} 个文件…")
}

/// Says how many files there are of each verdict.
pub(crate) fn sums(counts: &Counts) -> String {
    let parts: Vec<String> = counts.0.iter().map(|(code, count)| format!("{} {count}", verdict(code))).collect();
    if parts.is_empty() { "没有要核验的".to_owned() } else { parts.join("；") }
}

/// Says whose registry was given, and how to make sure.
pub(crate) fn registry_of(office: &str, digits: &str) -> String {
    format!("登记册由“{office}”签名，30 位数字：{digits}。请核对是否为该单位公布的数字")
}

/// Says why nothing could be done.
pub(crate) fn fault(fault: &ProgramFault) -> String {
    match fault {
        ProgramFault::Unreadable { file, fault } => format!("读不了 {}：{fault}", file.display()),
        ProgramFault::NoRegistry { file, detail } => {
            format!("{} 不是登记册，或内容自相矛盾，没有核验任何文件：{detail}", file.display())
        }
        ProgramFault::NoCheckList { file, places } => {
            format!("{} 不是完好的检查表，出错的位置：{}", file.display(), places.join("、"))
        }
        ProgramFault::NoFolder { folder } => format!("没有这个文件夹或文件：{}", folder.display()),
        ProgramFault::NotEmpty { folder } => format!("{} 不是空文件夹，没有写入任何文件", folder.display()),
        ProgramFault::NoFiles => "这些文件夹里没有文件，没有核验".to_owned(),
        ProgramFault::Input(fault) => format!("标准输入读不了：{fault}"),
        ProgramFault::Output(fault) => format!("结果写不进去，磁盘可能已满：{fault}"),
        ProgramFault::Unwritable { output, fault } => format!("写不了 {}，没有核验：{fault}", output.display()),
        ProgramFault::Unfinished { part, fault } => format!(
            "结果写不进去，磁盘可能已满：{fault}。已核验的在 {}；腾出空间后，同一条命令加 --resume 接着做",
            part.display()
        ),
        ProgramFault::CannotResume { part, file } => format!(
            "文件夹里的文件有增减，上次做到的 {file} 已不在原来的位置，无法接着做。{} 没有动；从头做就不加 --resume",
            part.display()
        ),
        ProgramFault::OtherRun { part } => format!(
            "{} 是另一次核验没有做完的结果（文件夹、格式、登记册、检查表或日期不同），没有动它；从头做就不加 --resume",
            part.display()
        ),
        ProgramFault::NotOurs { part } => {
            format!("{} 不是本程序没有做完的结果，没有动它；请移走，或换一个输出文件", part.display())
        }
        ProgramFault::Busy { part } => format!("另一次核验正在写 {}；等它做完，或换一个输出文件", part.display()),
        ProgramFault::NoSchema { name } => format!("没有名为 {name} 的格式；不写名称可列出全部"),
        ProgramFault::Damaged(fault) => format!("程序文件损坏，请重新安装：{fault}"),
        ProgramFault::Threads(fault) => format!("系统不能再开线程：{fault}"),
    }
}

/// Prints a line for people beside the output. Where nobody can be told the work goes on.
pub(crate) fn tell(line: &str) {
    drop(writeln!(io::stderr(), "{line}"));
}
