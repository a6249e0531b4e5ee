//! Words of the office desk: here its frame and the inbox.
//!
//! Verdicts, refusals, differences, registry and totals in files of their own.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `county` | words of the months that streets sign for the county, and of their page |
//! | `difference` | figures that differ from those computed again |
//! | `enlist` | words of a list of enterprises that comes in from a spreadsheet |
//! | `keeping` | words for taking verdicts away, and for carrying them to another browser |
//! | `key_change` | words for a signed change or revocation of a key |
//! | `matters` | words of what a report says beside its score, and of major hazards from month to month |
//! | `merge` | words for handing a registry to a colleague and taking one over |
//! | `papers` | words of the office's papers: the bulletin of the month, and a sheet for each enterprise |
//! | `receipts` | words for the office's own key and for receipts |
//! | `refusal` | why a file is rejected: what is wrong, where, and what to do, for every reason there is |
//! | `registering` | words for registering keys by their stamped forms |
//! | `registry` | words of the registry page |
//! | `reminder` | words of reminders: to a group, to one enterprise, and the list of whom to call |
//! | `returns` | words for giving reports back |
//! | `risk_overview` | words of the tables that show where the risk is |
//! | `rollup` | words of the totals |
//! | `verdict` | verdicts and what stands beside them |
//! | `workbook` | words of the roll-up as a workbook |

pub(crate) mod county;
pub(crate) mod difference;
pub(crate) mod enlist;
pub(crate) mod keeping;
pub(crate) mod key_change;
pub(crate) mod matters;
pub(crate) mod merge;
pub(crate) mod papers;
pub(crate) mod receipts;
pub(crate) mod refusal;
pub(crate) mod registering;
pub(crate) mod registry;
pub(crate) mod reminder;
pub(crate) mod returns;
pub(crate) mod risk_overview;
pub(crate) mod rollup;
pub(crate) mod verdict;
pub(crate) mod workbook;

use anziping_core::document::report::Declared;
use anziping_core::hazard::Ledger;
use anziping_core::office::digest::Confirmations;
use anziping_core::office::order::Order;
use anziping_core::office::placed::By;
use anziping_core::office::search::Wish;
use anziping_core::seal::limits;
use anziping_core::value::day::Day;

use crate::platform::files::FileFault;
use crate::platform::worker::WorkerFault;

/// Title of the desk.
pub(crate) const TITLE: &str = "街道核验台";
pub(crate) const INBOX: &str = "核验报告";
/// Enterprises and keys.
pub(crate) const REGISTRY: &str = "企业和密钥登记";
pub(crate) const ROLLUP: &str = "本月汇总";
/// Leads to the page of the enterprise.
pub(crate) const TO_ENTERPRISE: &str = "企业自评页面";

/// Two copies of the registry differed.
pub(crate) const CONFLICT: &str =
    "登记册有两份内容不同的副本，已采用较新的一份。另一份可在“企业和密钥登记”里导出原文。";
/// There was a registry, and nothing is left of it.
pub(crate) const FORGOTTEN: &str = "这台设备上有过登记册，但已经不在了：多半是磁盘满了被浏览器清掉，或被清理工具删了。有备份的，请到“企业和密钥登记”里导入。";
/// The registry was written by nobody of ours.
pub(crate) const FOREIGN: &str = "登记册上次之后被别的程序改过，不是本页写的（可能是旧版程序，也可能是别的网页）。请核对登记的密钥；改动前的登记册如果还在，可在“企业和密钥登记”里导出原文。";

/// Another tab has the registry.
pub(crate) const GUEST: &str = "核验台已在另一个窗口打开。登记册同时只能在一个窗口里使用。";
/// Takes it over.
pub(crate) const GO_ON_HERE: &str = "在此继续";
/// Another tab wrote the registry.
pub(crate) const OVERTAKEN: &str = "登记册在另一个窗口里改过，这里的改动没有保存。继续前先读入新的登记册；这里没有保存的可在“企业和密钥登记”里导出原文。";
/// The same where no other tab can have written.
pub(crate) const OVERTAKEN_BY_FOREIGN: &str = "别的网页改了登记册，不是安自评的窗口写的；这里的改动没有保存。来历不明时请先从备份核对登记的密钥。这里没有保存的可在“企业和密钥登记”里导出原文。";
/// Reads it in spite of that.
pub(crate) const TAKE_FOREIGN: &str = "读入改动后的登记册";
pub(crate) const TAKE_THEIRS: &str = "读入新的登记册";

/// The purpose of the page, in one sentence.
pub(crate) const LEAD: &str = "拖入企业交来的报告，逐份核对签名并重新计算。全部在本机完成，不上传。";
/// The meaning of green.
pub(crate) const GREEN: &str =
    "绿色表示：这份文件由已登记的密钥签名，签名后没有改过。它不证明填的内容属实，也不是电子印章；内容仍要现场核查。";
/// A remark on what is kept and what is not.
pub(crate) const KEPT: &str = "核验结果和登记册一起存在这台电脑的这个浏览器里，刷新、关掉再打开都还在，分几天拖入的会合在一起。原文件不保存，请自行存档；换电脑前到“企业和密钥登记”里把登记册和核验结果都备份。";
/// The browser keeps no results.
pub(crate) const NOT_KEPT: &str = "这个浏览器现在存不住核验结果：刷新、关掉页面就没有了，清空的也可能再出现。请先别关页面；要留住，请换用系统自带的浏览器、Chrome 或 Edge，不要用无痕窗口，把原文件再拖进来。";
/// In the status line: nothing was typed yet, and there is no journal.
pub(crate) const NO_JOURNAL: &str = "本浏览器存不住核验结果，刷新就没有了；登记册会写入本机，但不能保证断电不丢";
/// In the status line: the browser has closed the journal.
pub(crate) const JOURNAL_GONE: &str = "浏览器关掉了保存数据的地方：核验结果可能一刷新就没有了，登记册不能保证断电不丢";
/// In the status line: the journal refuses what it alone keeps.
pub(crate) const VERDICTS_UNSAVED: &str = "未保存：核验结果存不进本浏览器，现在刷新，这次的改动就没有了";
/// In the status line: it refuses because there is no room.
pub(crate) const VERDICTS_FULL: &str = "未保存：本机空间满了，核验结果存不进去，现在刷新，这次的改动就没有了";
/// Results of earlier days cannot be read.
pub(crate) const KEPT_UNREADABLE: &str =
    "以前的一部分核验结果读不出来（可能由别的版本的程序保存），没有改动它。请把那些报告的原文件再拖进来核验一次。";
/// Results of earlier days were written by nobody of ours.
pub(crate) const KEPT_FOREIGN: &str =
    "以前的核验结果被别的程序改过，不是本页写的（可能是别的网页）。请先清空列表，把原文件再拖进来核验一次。";
/// Files that were handed over before.
pub(crate) fn again(count: usize) -> String {
    format!("{count} 个文件以前拖入过，没有再列一遍。")
}

/// The drop zone.
pub(crate) const DROP: &str = "把报告文件或整个文件夹拖到这里";
/// While something hangs over it.
pub(crate) const DROP_NOW: &str = "松开鼠标，开始核验";
pub(crate) const CHOOSE_FILES: &str = "选择文件";
/// Chooses a folder.
pub(crate) const CHOOSE_FOLDER: &str = "选择文件夹";
/// Opens the field for pasted text.
pub(crate) const PASTE: &str = "粘贴报告全文";
pub(crate) const PASTE_LABEL: &str = "报告全文";
pub(crate) const PASTE_HINT: &str = "从微信或邮件里把企业发来的全文复制过来，前后的聊天文字不用删，中间不能缺字。";
pub(crate) const VERIFY: &str = "核验";
/// Nothing was pasted.
pub(crate) const PASTE_EMPTY: &str = "请先把报告全文粘贴进来。";
/// Name given to a pasted text.
pub(crate) fn pasted(number: usize) -> String {
    format!("粘贴的全文 {number}")
}

pub(crate) fn progress(done: usize, total: usize) -> String {
    format!("已核验 {done} / {total} 个文件")
}
pub(crate) const CANCEL: &str = "停止";
pub(crate) fn cancelled(left: usize) -> String {
    format!("已停止，还有 {left} 个文件没有核验；已核验的结果保留在下面。")
}
/// Takes up again what was stopped.
pub(crate) const GO_ON: &str = "继续核验";
/// Files of the system among the dropped ones.
pub(crate) fn passed_over(count: usize) -> String {
    format!("跳过 {count} 个系统文件（如 .DS_Store、Thumbs.db）。")
}
/// Takes all files off the page.
pub(crate) const CLEAR: &str = "清空列表";
pub(crate) fn cleared(count: usize) -> String {
    format!("已移去 {count} 个文件的核验结果，原文件没有动。")
}

/// Files that were not checked.
pub(crate) fn unread(count: usize) -> String {
    format!("{count} 个文件没有核验：")
}
pub(crate) fn and_more(count: usize) -> String {
    format!("……还有 {count} 个")
}

/// Says why a file was not read.
pub(crate) fn file(fault: &FileFault) -> String {
    match fault {
        FileFault::TooLarge { size, limit } => {
            format!("有 {}，超过 {}，没有打开", super::common::bytes(*size), super::common::bytes(*limit))
        }
        FileFault::TooMany { limit } => format!("一次最多 {limit} 个文件，请分批拖入。"),
        FileFault::Unreadable(_) => "读不出来，可能已被移动、删除，或 U 盘已拔出，请重新拖入".into(),
        FileFault::NotText => "不是 UTF-8 文本".into(),
        FileFault::Refused(reason) => format!("浏览器不允许（{reason}）。请换用系统自带的浏览器、Chrome 或 Edge。"),
    }
}

/// Says why the worker gave no answer.
pub(crate) fn worker(fault: &WorkerFault) -> String {
    match fault {
        WorkerFault::Absent(reason) => format!("后台核验启动不了（{reason}），请刷新页面后重新拖入"),
        WorkerFault::Unstarted => {
            "后台核验等了一分钟没有启动，已经自动重试过一次，没有核验；请关掉别的页面，刷新后重新拖入".into()
        }
        WorkerFault::Crashed(_) => "核验时程序中断了，可能内存不够；请单独再拖入一次".into(),
        WorkerFault::Silent => "等了一分钟没有结果，请单独再拖入一次".into(),
        WorkerFault::Cancelled => "已停止".into(),
        WorkerFault::Misunderstood(_) => "页面和后台程序的版本不一致，请刷新页面后重新拖入".into(),
    }
}

/// Not an archive, or not all of it.
pub(crate) const ZIP_DAMAGED: &str = "压缩包打不开，可能没有传完，请重新发一次";
/// Nothing lies in it.
pub(crate) const ZIP_EMPTY: &str = "压缩包里没有文件";
/// An archive within an archive.
pub(crate) const ZIP_IN_ZIP: &str = "压缩包里面的压缩包没有打开，请先解开它再拖进来";
/// Encrypted, damaged or of a rare method.
pub(crate) const ZIP_LOCKED: &str = "解不开（有密码、损坏，或用了少见的压缩方法），请解压后再拖进来";
/// More than one batch.
pub(crate) fn zip_too_many() -> String {
    file(&FileFault::TooMany { limit: limits::BATCH_FILES })
}
/// Larger than any file of ours.
pub(crate) fn too_large(size: u64) -> String {
    file(&FileFault::TooLarge { size, limit: limit() })
}

/// Page and worker are of different versions.
pub(crate) const GARBLED: &str = "页面和后台程序的版本不一致，请刷新页面后重新拖入";

/// Label of the expected month.
pub(crate) const MONTH: &str = "核对月份";
/// The effect of the chosen month.
pub(crate) const MONTH_HINT: &str = "不是这个月的报告会标出来；汇总也按这个月。";
/// The suggested one.
pub(crate) const MONTH_AUTO: &str = "自动（有报告的最近一个月）";

pub(crate) const ALL: &str = "全部";
/// Name of the filters for screen readers.
pub(crate) const FILTERS: &str = "按核验结果筛选";
/// Heading of the list.
pub(crate) const FILES: &str = "核验结果";
/// Nothing has been dropped.
pub(crate) const EMPTY: &str = "还没有文件。";
/// Nothing has this verdict.
pub(crate) const NONE_LEFT: &str = "没有这一类文件。";
/// Shows further rows.
pub(crate) fn show_more(left: usize) -> String {
    format!("再显示 {} 个（还有 {left} 个）", left.min(200))
}

/// Trusted reports that are not noted as received.
pub(crate) fn to_accept(count: usize) -> String {
    format!("{count} 份报告密钥已登记、数字和回答都对得上，还没有记为已收。")
}
/// Trusted ones that do not agree with themselves.
pub(crate) fn to_look_at(count: usize) -> String {
    format!("另有 {count} 份密钥已登记，但数字不符或回答互相矛盾，请看过以后逐份记为已收。")
}
pub(crate) const ACCEPT_ONE: &str = "记为已收";
pub(crate) fn accepted_one(enterprise: &str) -> String {
    format!("已把 {enterprise} 的报告记为已收。")
}
/// Takes that back.
pub(crate) const TAKE_BACK: &str = "取消已收";
pub(crate) const TAKEN_BACK: &str = "已取消，这份报告不再算已收。";
/// Finds files by enterprise, code, village or name of the file.
pub(crate) const SEARCH: &str = "找企业、代码、村居或文件名";
/// Finds reports by what they say.
pub(crate) const WITH: &str = "只看";
/// All of them.
pub(crate) const WITH_ANY: &str = "全部报告";
/// Those with a remark that asks for a question.
pub(crate) const WITH_REMARK: &str = "有提示要问的";
pub(crate) const WITH_LATE: &str = "逾期的";
/// Those of other months are left out.
pub(crate) const WITH_MONTH: &str = "核对月份的";
/// Names a wish by which reports are looked for.
pub(crate) fn with(with: Wish) -> &'static str {
    match with {
        Wish::Matter(kind) => matters::kind(kind),
        Wish::Remark => WITH_REMARK,
        Wish::Late => WITH_LATE,
        Wish::Month => WITH_MONTH,
    }
}
/// The order of the list.
pub(crate) const ORDER: &str = "排列";
/// An order.
pub(crate) fn order(order: Order) -> &'static str {
    match order {
        Order::HandedOver => "按拖入的先后",
        Order::Gravest => "要紧的在前",
        Order::Name => "按企业名称",
        Order::Village => "按村居",
        Order::Total => "得分低的在前",
        Order::Signed => "签名早的在前",
        Order::Received => "刚收下的在前",
    }
}
/// Names the attribute by which enterprises are grouped.
pub(crate) const fn at(by: By) -> &'static str {
    match by {
        By::Class => "风险等级",
        By::Village => "村居",
        By::Industry => "行业",
    }
}
/// All of these.
pub(crate) const AT_ANY: &str = "全部";
/// Ticks all reports of the list that may be ticked.
pub(crate) fn tick_listed(count: usize) -> String {
    format!("勾选下面列出的 {count} 份")
}
pub(crate) const TICK_NONE: &str = "取消勾选";
/// Notes those that are ticked and not received yet as received.
pub(crate) fn accept_ticked(count: usize) -> String {
    format!("把勾选的记为已收（{count} 份）")
}
/// The meaning of noting a report.
pub(crate) const ACCEPT_WHY: &str = "记为已收后，以后密钥作废也不影响这一份；同月再来不同内容会标出来。";
pub(crate) const ACCEPT: &str = "全部记为已收";
pub(crate) fn accepted(count: usize) -> String {
    format!("已把 {count} 份报告记为已收。")
}
/// Mark of a noted one, with the day as far as it is known.
pub(crate) fn accepted_on(day: Option<Day>) -> String {
    day.map_or_else(|| "已收".to_owned(), |day| format!("{}已收", super::common::day(day)))
}

/// Where an enterprise belongs.
pub(crate) const PLACE: &str = "村居、等级、行业";
/// Says that the report states something else than the office's list.
pub(crate) fn stated(by: By, said: &str) -> String {
    format!("报告里写的{}是“{}”", at(by), risk_overview::group(by, said))
}

/// The office's own note on a report.
pub(crate) const NOTE: &str = "街道备注";
pub(crate) const NOTE_ADD: &str = "写备注";
pub(crate) const NOTE_CHANGE: &str = "改备注";
pub(crate) const NOTE_HINT: &str = "只存在这台电脑上，导出的明细里有，企业看不到。清空再保存就是删除。";
/// Keeps what was typed.
pub(crate) const NOTE_KEEP: &str = "保存备注";
pub(crate) const NOTE_KEPT: &str = "备注已保存。";
pub(crate) const NOTE_REMOVED: &str = "备注已删除。";

/// Labels of a row.
pub(crate) const ENTERPRISE: &str = "企业";
/// Month and revision.
pub(crate) const MONTH_LABEL: &str = "月份";
pub(crate) const SCORE: &str = "得分（重新计算）";
/// The enterprise as a file under an unregistered key claims it.
pub(crate) const CLAIMED: &str = "文件自称";
/// Month and revision.
pub(crate) fn month_of(month: &str, revision: u32) -> String {
    format!("{month} · 第 {revision} 版")
}
pub(crate) const SIGNED_BY: &str = "签名";
/// Size and name.
pub(crate) const DETAILS: &str = "详情";
/// A total with its grade.
pub(crate) fn score(figures: &Declared) -> String {
    let why = if figures.capped { "（一票否决）" } else { "" };
    let grade = figures.grade.map(|grade| format!("，{}{why}", super::common::grade(grade)));
    format!("{}{}", super::common::score(figures.total), grade.unwrap_or_default())
}

/// The second tag of a report: whether its figures follow from its answers.
pub(crate) const FIGURES_EQUAL: &str = "数字一致";
/// Says how many figures do not follow from the answers.
pub(crate) fn figures_differ(count: usize) -> String {
    format!("数字不符 {count} 处")
}
/// Nobody can tell.
pub(crate) const FIGURES_UNKNOWN: &str = "没有重新计算";

/// Headings of the details.
pub(crate) const SIGNERS: &str = "签名人";
/// Columns of the signers.
pub(crate) const SIGNER_COLUMNS: [&str; 4] = ["身份", "姓名", "密钥核对数字（30 位）", "登记"];
/// In place of the digits of a key that is not registered.
pub(crate) const NO_DIGITS: &str = "凭纸质表登记后才显示";
/// Hash of the document.
pub(crate) const DOCUMENT_HASH: &str = "内容校验值（SHA-256）";
/// Hash of the file.
pub(crate) const FILE_HASH: &str = "文件校验值（SHA-256）";
/// Time of signing.
pub(crate) const SEALED_AT: &str = "签名时间（企业设备时钟）";
/// Due day as the enterprise states it.
pub(crate) const DUE: &str = "报送期限（企业自填）";
/// The sentence that was signed.
pub(crate) const STATEMENT: &str = "签名时的声明";
/// There is none.
pub(crate) const NO_STATEMENT: &str = "（没有写）";
/// Quotes a declared figure that differs.
pub(crate) fn declared(said: &str) -> String {
    format!("企业报的是：{said}")
}
/// Quotes a figure that nobody computed again.
pub(crate) fn not_computed(said: &str) -> String {
    format!("{said}（企业报的，没有重新计算）")
}
/// The program the report was made with.
pub(crate) const PROGRAM: &str = "填报程序";
/// Opens what only technicians ask for.
pub(crate) const TECHNICAL: &str = "技术信息（校验值、程序版本）";
pub(crate) const UNKNOWN: &str = "本程序不认识的字段";
/// The heading of the ways in which the answers came about.
pub(crate) const CONFIRMATIONS: &str = "回答怎么来的";
/// The counts of that.
pub(crate) fn confirmations(counted: &Confirmations) -> String {
    let Confirmations { single, section, register, follows, carried } = counted;
    format!("逐条 {single}，按节确认 {section}，取自台账 {register}，由别的回答得出 {follows}，沿用以前的 {carried}")
}
/// Answers that cannot both be true.
pub(crate) const CONTRADICTIONS: &str = "互相矛盾的回答";
/// Columns of that list.
pub(crate) const CONTRADICTION_COLUMNS: [&str; 3] = ["这里", "矛盾", "那里"];
pub(crate) const SCORES: &str = "八个要素得分";
/// Columns of the scores.
pub(crate) const SCORE_COLUMNS: [&str; 4] = ["要素", "企业报的", "重新算的", "核对"];
pub(crate) const EQUAL: &str = "一致";
pub(crate) const UNEQUAL: &str = "不一致";
/// Not computed again.
pub(crate) const NOT_COMPUTED: &str = "没有算";
/// The four targets.
pub(crate) const TARGETS: &str = "四个 100%（重新计算）";
/// The same when nothing was computed again.
pub(crate) const TARGETS_DECLARED: &str = "四个 100%（企业报的，没有重新计算）";
/// Why a target is not reached although nothing is missing in its rate.
pub(crate) const FULL_AND_UNMET: &str = "数量够了，但有要点没做到、没确认，或有隐患逾期";
pub(crate) const HAZARDS: &str = "月末未销号的隐患";
/// Columns of the hazards.
pub(crate) const HAZARD_COLUMNS: [&str; 5] = ["编号", "等级", "部位和情况", "整改期限", "进度"];
pub(crate) const NO_HAZARDS: &str = "月末没有未销号的隐患。";
/// Overdue at the end of the month.
pub(crate) const OVERDUE: &str = "已逾期";

/// Leaves a dialog.
pub(crate) const CLOSE: &str = "取消";

/// Takes a deputy's report in on the office's word.
pub(crate) const ACCEPT_THIS: &str = "核实后收下这一份";
/// Heading of the question.
pub(crate) const ACCEPT_THIS_TITLE: &str = "收下受托人签的这一份？";
/// The effect of taking this one in.
pub(crate) const ACCEPT_THIS_WHAT: &str =
    "收下以后，这一份记为已收，同月更低版本的都不再算数，包括负责人本人签的。请先向负责人本人核实。";
pub(crate) const ACCEPT_THIS_BUTTON: &str = "已向负责人本人核实，收下";
pub(crate) fn accepted_this(enterprise: &str) -> String {
    format!("已收下 {enterprise} 的受托人签的报告。")
}

/// Name of a backup of the registry.
pub(crate) fn backup_name(today: Day) -> String {
    format!("安自评-登记册-{today}.json")
}

/// Most bytes of a file that are read.
pub(crate) fn limit() -> u64 {
    u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX)
}

/// Label of the hazards that a report leaves open.
pub(crate) const OPEN_HAZARDS: &str = "月末未销号";
/// Says how many hazards are open, how grave and how late.
pub(crate) fn open_hazards(ledger: &Ledger) -> String {
    format!("{} 条，其中重大 {} 条，逾期 {} 条", ledger.open, ledger.open_major, ledger.overdue)
}
