//! Words of the page with key and signature, and of sealed reports wherever they are handed out.
//!
//! Always 数字签名（自签密钥）: a key that somebody makes for himself is no 电子印章.

use anziping_core::month::draft::NoPrevious;
use anziping_core::passphrase::{MIN_CHARACTERS, MIN_CHINESE, Weakness};
use anziping_core::request::RequestFault;
use anziping_core::value::day::Day;
use anziping_core::value::timestamp::Timestamp;

use crate::platform::files::FileFault;
use crate::platform::share::ShareFault;
use crate::platform::worker::WorkerFault;
use crate::worker_client::WorkFault;

/// Title of the page, in links as well.
pub(crate) const TITLE: &str = "签名和导出";

/// The purpose of the page.
pub(crate) const WHAT: &str = "由主要负责人用自己的密钥作数字签名（自签密钥），然后导出一个文件报街道安管办。";

/// The month cannot be signed yet.
pub(crate) fn blocked(count: usize) -> String {
    format!("还有 {count} 处要先处理，处理完才能签名。")
}
/// Goes to the report.
pub(crate) const TO_REPORT: &str = "看月度报告";
/// The record of the month is locked.
pub(crate) const LOCKED: &str = "本月的数据由更新版本的程序保存或已损坏，只能查看，不能签名。";
/// Another tab writes.
pub(crate) const GUEST: &str = "本企业正在另一个标签页或窗口里填写，请在那边签名，或者点上面的“在此继续”。";
/// A month of invented data.
pub(crate) const DEMO: &str = "这是演示数据。可以试着签名，文件里会写明“演示”，街道的核验页不会把它当成正式报告。";

pub(crate) const STEP_KEY: &str = "第一步　签名密钥（只做一次）";
pub(crate) const STEP_REVIEW: &str = "第二步　确认审阅";
pub(crate) const STEP_SIGN: &str = "第三步　输入口令，签名";

/// A key in plain words.
pub(crate) const KEY_WHAT: &str =
    "签名密钥好比主要负责人的私章，第一次用时在这台设备上做一枚，以后每月签名只要输口令。口令只有本人知道。";
/// A warning of what cannot be undone.
pub(crate) const KEY_LOST: &str = "口令忘了谁也找不回来，只能重做一枚、重新到街道登记。";
/// Another one beside those that are there.
pub(crate) const MAKE_ANOTHER: &str = "再生成一个密钥（换了主要负责人或忘了口令时）";
/// Name of the one who signs.
pub(crate) const NAME: &str = "签名人姓名";
/// Post of the one who signs.
pub(crate) const POST: &str = "职务";
/// Hint of the post.
pub(crate) const POST_HINT: &str = "例如 总经理、厂长；可以不填";
pub(crate) const PASSPHRASE: &str = "签名口令";
/// The same once more.
pub(crate) const AGAIN: &str = "再输一遍口令";
/// Shows what is typed.
pub(crate) const SHOW: &str = "显示口令";
pub(crate) const SHOW_HINT: &str = "用中文口令时要勾上，才能用输入法";
/// Says what a passphrase has to be.
pub(crate) fn rules() -> String {
    format!(
        "至少 {MIN_CHARACTERS} 个字符，或至少 {MIN_CHINESE} 个汉字加数字；不要用企业名、人名、生日、电话。可以想一句只有自己知道的话。每次签名都要输。浏览器要是问是否保存密码，请选“不保存”。"
    )
}
pub(crate) const MAKE_BUTTON: &str = "生成密钥";
/// While it is made.
pub(crate) const MAKING: &str = "正在生成密钥，要几秒钟…";
/// A field is empty.
pub(crate) const NAME_MISSING: &str = "请填签名人姓名。";
/// A field is empty.
pub(crate) const PASSPHRASE_MISSING: &str = "请输入签名口令。";
pub(crate) const NOT_THE_SAME: &str = "两遍口令不一样，请重输。";

/// Says why a passphrase is refused.
pub(crate) fn weakness(weakness: Weakness) -> String {
    match weakness {
        Weakness::TooShort(0) => PASSPHRASE_MISSING.into(),
        Weakness::TooShort(count) => {
            format!("现在是 {count} 个字符，太短。要至少 {MIN_CHARACTERS} 个字符，或至少 {MIN_CHINESE} 个汉字加数字。")
        }
        Weakness::Repeated => "只是重复同样的字符，太容易猜到。请换成几个不相干的词。".into(),
        Weakness::DigitsOnly => "几乎只有数字，请加上几个不相干的词或汉字。".into(),
        Weakness::Contained => "里面有企业名、信用代码或人名，看到报告的人都知道，请换掉。".into(),
        Weakness::Sequence => "主要是连续的数字、字母或键盘顺序，太容易猜到。请换成几个不相干的词。".into(),
        Weakness::Date => "主要是日期，生日最先被人试。请换成几个不相干的词。".into(),
        Weakness::Telephone => "主要是电话或身份证号码，熟人都知道。请换成几个不相干的词。".into(),
        Weakness::Name => "主要是人名，加上数字也容易猜到。请再加几个不相干的词。".into(),
        Weakness::CommonWord => "主要是大家常用的词或地名，太容易猜到。请再加几个不相干的词。".into(),
        Weakness::KnownLine => "这是人人都知道的诗句或吉利话，太容易猜到。请换成一句只有您自己知道的话。".into(),
        Weakness::FewWords => {
            "只有一两个词、人名或地名（拼音也算），加上数字也容易猜到。请再加两三个不相干的词。".into()
        }
    }
}

/// Chooses among several keys.
pub(crate) const CHOOSE_THIS: &str = "用这个密钥签名";
/// It lies in a backup as well.
pub(crate) const KEY_READY: &str = "备份已核对";
/// It lies in this browser alone.
pub(crate) const KEY_UNCHECKED: &str = "还没有存进备份";
/// 30 digits.
pub(crate) const FINGERPRINT: &str = "密钥指纹（30 位数字）";
/// When the key was made.
pub(crate) const MADE_AT: &str = "生成时间";
/// A moment by this device's clock.
pub(crate) fn by_device(moment: &str) -> String {
    format!("{moment}（本机时间）")
}

/// Heading of the backup step.
pub(crate) const BACKUP: &str = "把密钥存进备份";
pub(crate) const BACKUP_WHY: &str = "浏览器清理数据时密钥会一起丢失。备份文件里有本机全部内容和这把密钥，没有口令谁也打不开。存好后再选它一次，程序看一眼密钥是不是完好，不用再输口令。";
pub(crate) const SAVE_BACKUP: &str = "保存备份文件";
/// The key by itself.
pub(crate) const KEY_ALONE: &str = "只存密钥，或者存不了文件";
/// Saves the key by itself.
pub(crate) const SAVE_KEY_ALONE: &str = "存成 .pem 文件";
/// A backup without this key.
pub(crate) const WITHOUT_THIS_KEY: &str = "这份备份里没有这把密钥，请用上面的按钮再存一份，选新存的那一份。";
/// A backup that is not whole.
pub(crate) const BACKUP_DAMAGED: &str = "这份备份不完整，请再存一份。";
pub(crate) const NOT_OUR_BACKUP: &str = "这不是本程序的备份文件，请重选。";
/// The third step of a first signature.
pub(crate) const STEP_SIGN_FIRST: &str = "第三步　签名";
/// The step after the signature.
pub(crate) const BACKUP_AFTER: &str = "签完名，下一步就是把密钥存进备份。";
/// Makes the key and signs.
pub(crate) const MAKE_AND_SEAL: &str = "生成密钥并签名";
/// While both are done.
pub(crate) const MAKING_AND_SEALING: &str = "正在生成密钥、签名，要十几秒钟…";
/// Makes the key without signing.
pub(crate) const MAKE_ONLY: &str = "先只生成密钥，不签名";
/// Says that it was handed to the browser.
pub(crate) fn saved_as(name: &str) -> String {
    super::common::handed_over(name)
}
/// Name of the backup file without what file systems do not take.
pub(crate) fn backup_name(enterprise: &str) -> String {
    format!("{}-签名密钥备份.pem", file_part(enterprise))
}
/// A name as a part of a file name.
pub(crate) fn file_part(name: &str) -> String {
    let plain = name.trim().chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c });
    plain.take(60).collect()
}
pub(crate) const PICK: &str = "选择备份文件";
/// The file that was chosen.
pub(crate) fn picked(name: &str) -> String {
    format!("已选：{name}")
}
/// Copies it as text.
pub(crate) const COPY_BACKUP: &str = "复制备份文字";
/// Advice about the text.
pub(crate) const COPY_BACKUP_HINT: &str =
    "复制后发到自己的邮箱或文件传输助手保存，再从那里复制回来，粘贴在下面，程序会核对。没有口令，别人拿到也打不开。";
/// Where it is pasted.
pub(crate) const PASTED: &str = "粘贴备份文字";
/// The same where nothing is saved before.
pub(crate) const PASTE_INSTEAD: &str = "没有文件，只有备份文字";
pub(crate) const NOTHING_PICKED: &str = "请先选择备份文件。";
/// The file holds another key.
pub(crate) const OTHER_KEY: &str = "这是另一个密钥的备份，请重选。";
/// The backup was copied.
pub(crate) const COPIED_BACKUP: &str = "已复制。";
/// The browser did not copy.
pub(crate) const NOT_COPIED_BACKUP: &str = "浏览器没有复制成功，请换用系统自带的浏览器保存文件。";
/// Looks into the backup.
pub(crate) const CHECK_BACKUP: &str = "选它核对";
/// While a key is opened.
pub(crate) const OPENING: &str = "正在打开密钥，要几秒钟…";

/// Import on another device.
pub(crate) const IMPORT: &str = "从备份导入密钥（换了设备时）";
pub(crate) const IMPORT_BUTTON: &str = "导入密钥";

/// Heading of the registration.
pub(crate) const REGISTRATION: &str = "到街道登记";
/// Advice about the registration form.
pub(crate) const REGISTRATION_WHAT: &str =
    "第一次报送前，把印有下面 30 位登记数字的登记表盖章交给街道。街道核对后，以后的报告才会显示“签名有效·密钥已登记”。";
/// The remark beside the digits.
pub(crate) const REGISTRATION_COVERS: &str = "登记数字连单位名称、代码、签名人和身份一起算（受托人还有授权委托），和上面的密钥指纹不同；改了任何一项，都要重新打印、盖章。";
pub(crate) const SAVE_REGISTRATION: &str = "保存登记文件";
pub(crate) const PRINT_REGISTRATION: &str = "打印登记表";
/// While it is signed.
pub(crate) const REGISTERING: &str = "正在生成登记文件，要几秒钟…";
pub(crate) const FORM_TITLE: &str = "数字签名（自签密钥）登记表";
pub(crate) const FORM_ENTERPRISE: &str = "企业名称";
/// The enterprise's declaration on paper.
pub(crate) const FORM_TEXT: &str = "本单位确认：上列 30 位数字连同密钥和本表所列的单位、签名人、身份一起核对，改动任何一项数字就会不同；密钥由签名人本人保管，口令只有本人知道；用该密钥对月度自查自改报告所作的数字签名（自签密钥），表示本人已审阅并对内容真实性负责。密钥遗失或口令泄露时，立即书面告知街道安管办停用。";
/// The same of a deputy.
pub(crate) const FORM_TEXT_DEPUTY: &str = "本单位确认：上列 30 位数字连同密钥和本表所列的签名人、代谁签名、委托期一起核对，改动任何一项数字就会不同；密钥由受托人本人保管，口令只有本人知道；委托期内用它对月度自查自改报告所作的数字签名（自签密钥），表示受托人受负责人委托审阅并对内容真实性负责。授权委托书附后。密钥遗失、口令泄露或提前终止委托时，立即书面告知街道安管办停用。";
/// In what capacity the holder signs.
pub(crate) const FORM_CAPACITY: &str = "身份";
pub(crate) const FORM_FOR: &str = "代谁签名";
/// From when to when.
pub(crate) const FORM_DAYS: &str = "委托期";
/// First and last day.
pub(crate) fn from_to(from: Day, until: Day) -> String {
    format!("{}至{}", super::common::day(from), super::common::day(until))
}
/// The digits of a deputy's form.
pub(crate) const FORM_DIGITS: &str = "登记数字（30 位，连本表内容一起核对）";
/// Alternative text of their code.
pub(crate) const FORM_CODE: &str = "二维码：30 位登记数字";
/// Where the stamp goes.
pub(crate) const FORM_STAMP: &str = "二维码里就是这 30 位数字，街道扫码登记用。盖章时请压住二维码的一角。";
/// There are none yet.
pub(crate) const FORM_NO_DIGITS: &str = "请先在“企业信息”里填好统一社会信用代码";
/// Lines to fill in by hand.
pub(crate) const FORM_LINES: [&str; 4] = ["主要负责人（签字）", "联系电话", "单位（盖章）", "日期"];
pub(crate) const FORM_OFFICE: &str = "街道安管办核对（登记表编号、签字、日期）";

/// The period still runs; `last` is its last day.
pub(crate) fn not_over(last: &str) -> String {
    format!("本期到{last}才结束。现在签名，这之后发现的隐患、发生的事要出第 2 版补报；没有急事，建议到期末再签。")
}
pub(crate) const REVIEW_WHAT: &str = "签名后，上面的结果和全部填报内容都不能再改；要改只能出新版本。";
/// Figures that the signature covers.
pub(crate) const COVERED: [&str; 5] = ["得分", "等级", "月末未销号隐患", "待核实", "沿用待确认"];
/// Hazards in words.
pub(crate) fn hazards(open: u32, major: u32) -> String {
    format!("{open} 条，其中重大 {major} 条")
}
/// Counts what nobody confirmed, as the report does.
pub(crate) fn unsettled(items: usize, areas: usize) -> String {
    let all = items + areas;
    if areas == 0 { format!("{all} 项") } else { format!("{all} 项（{}）", super::report::parts(items, areas)) }
}
/// A grade with its cap.
pub(crate) fn capped(grade: &str) -> String {
    format!("{grade}（一票否决）")
}
/// The box is not ticked.
pub(crate) const NOT_REVIEWED: &str = "请主要负责人看完报告后勾选。";
/// Why no earlier report is named.
pub(crate) const NO_PREVIOUS: &str = "上个月的报告";
pub(crate) const NO_PREVIOUS_HINT: &str = "本机上没有上个月的签名报告，街道会看到这里选的原因";
pub(crate) const NO_PREVIOUS_CHOICES: [(&str, &str); 3] = [
    (NoPrevious::First.code(), "这是第一次报送"),
    (NoPrevious::Lost.code(), "上个月的文件找不到了，或没有报"),
    (NoPrevious::NewDevice.code(), "以前在别的设备上填报"),
];
/// The key's name is not the principal's.
pub(crate) fn other_name(key: &str, principal: &str) -> String {
    format!("密钥上的姓名是“{key}”，企业信息里的主要负责人是“{principal}”。签名人不是主要负责人时，街道会看到提示。")
}
pub(crate) const SEAL_BUTTON: &str = "签名";
pub(crate) const SEALING: &str = "正在签名，要几秒钟…";
/// The enterprise page is incomplete.
pub(crate) const NOT_REPORTABLE: &str = "企业信息里有没填好的（名称、信用代码、从业人员数或者主要负责人），请先改好。";

/// The month is sealed.
pub(crate) fn sealed(revision: u32) -> String {
    format!("已用数字签名（自签密钥）签好，第 {revision} 版")
}
/// The next step.
pub(crate) const SEALED_NEXT: &str = "把导出的文件发给街道安管办，微信、邮件、U 盘都可以。文件里任何一个字被改动，街道都能查出来。如果这个月是填报人交来签的，也把文件发还给他收回。";
/// Facts about a sealed report.
pub(crate) const FILE: &str = "文件名";
/// SHA-256 in short.
pub(crate) const HASH: &str = "文档校验码";
pub(crate) const SIGNER: &str = "签名人";
/// When, by the device.
pub(crate) const SEALED_AT: &str = "签名时间";
pub(crate) const SCORE: &str = "得分";
/// The file cannot be read back.
pub(crate) const UNREADABLE: &str = "这份文件的内容读不出来，可能是恢复备份时带来的。仍可导出原文件。";
/// Goes to the history.
pub(crate) const TO_HISTORY: &str = "历史报告";

pub(crate) const EXPORT: &str = "导出文件";
pub(crate) const COPY: &str = "复制全文";
/// Cuts the text into pieces for a chat.
pub(crate) const CUT: &str = "用消息文字发送";
/// Hands the file to another app.
pub(crate) const SHARE: &str = "分享";
pub(crate) const COPIED: &str = "已复制。粘贴到邮件或聊天窗口发出，街道的核验页认得。";
/// The browser did not copy.
pub(crate) const COPY_BY_HAND: &str = "浏览器没有复制成功。请在下面的框里全选、复制：";
/// Label of the field with the text.
pub(crate) const FULL_TEXT: &str = "报告文件全文";
pub(crate) const SHARED: &str = "已交给所选的应用。";
/// Warns that in-app browsers drop downloads.
pub(crate) fn in_app(shares: bool) -> String {
    let ways = if shares { "“分享”或“复制全文”" } else { "“复制全文”" };
    format!(
        "在微信、QQ 等应用里打开的网页常常存不了文件。存不下来时，请用{ways}，或点右上角“…”选“在浏览器中打开”（那边是另一份数据，要用备份带过去）。"
    )
}

/// Says why a file was not taken or saved.
pub(crate) fn file(fault: &FileFault) -> String {
    match fault {
        FileFault::TooLarge { .. } | FileFault::NotText | FileFault::TooMany { .. } => {
            "这不是密钥备份文件，请重选。".into()
        }
        FileFault::Unreadable(reason) => format!("文件读不出来（{reason}），请重选。"),
        FileFault::Refused(reason) => format!("浏览器不允许（{reason}）。请改用文字方式，或换用系统自带的浏览器。"),
    }
}

/// Says why a report was not shared; `None` when the person closed the sheet.
pub(crate) fn share(fault: &ShareFault) -> Option<String> {
    match fault {
        ShareFault::Cancelled => None,
        ShareFault::Unsupported => Some("这个浏览器不能分享文件，请用“导出文件”或“复制全文”。".into()),
        ShareFault::Failed(reason) => Some(format!("没有分享成功（{reason}），请用“导出文件”或“复制全文”。")),
    }
}

/// Says why a job was not done, and what to do.
pub(crate) fn fault(fault: &WorkFault) -> String {
    match fault {
        WorkFault::Request(fault) => request(fault),
        WorkFault::Worker(fault) => worker(fault),
        WorkFault::Garbled(_) => "页面和后台程序的版本不一致，请刷新页面再试。已填内容不受影响。".into(),
    }
}

fn request(fault: &RequestFault) -> String {
    match fault {
        RequestFault::Weak(weak) => weakness(*weak),
        RequestFault::NoRandom => {
            "这个浏览器不能产生安全的随机数，不能在这里生成密钥。请换用新版的 Chrome、Edge、Firefox 或 Safari。".into()
        }
        RequestFault::WrongPassphrase => {
            "口令不对，或者密钥已损坏。请核对大小写和输入法再试；确实忘了口令，只能重新生成密钥。".into()
        }
        RequestFault::NotAKey => "这不是密钥备份文件，请重选。".into(),
        RequestFault::ForeignKey => "这是别的程序生成的密钥，这里不能用。请选本程序保存的密钥备份。".into(),
        RequestFault::Refused(refusal) => {
            format!(
                "报告里有内容不能签名（{}，{}），没有签名。请把这句话发给提供本网页的人。",
                refusal.reason, refusal.place.pointer
            )
        }
        RequestFault::Contradiction(detail) => {
            format!("报告内容自相矛盾，没有签名（{detail}）。请把这句话发给提供本网页的人。")
        }
        RequestFault::NotFromOffice => "这不是街道的回执或退回，请重选。".into(),
        RequestFault::NewerProgram => super::receipt::newer(),
        RequestFault::OtherCatalogue => "页面和后台程序的检查表版本不一致，请刷新页面再试。已填内容不受影响。".into(),
        RequestFault::KeyNotLocked | RequestFault::FiguresDiffer(_) | RequestFault::NotReadBack => {
            format!("程序出错，没有签名，已填内容不受影响。请刷新页面再试；仍不行请把这句话发给提供本网页的人：{fault}")
        }
    }
}

fn worker(fault: &WorkerFault) -> String {
    match fault {
        WorkerFault::Absent(reason) => format!(
            "后台计算启动不了（{reason}），不能在这个浏览器里签名。请刷新页面；仍不行，请在“备份和设置”里导出备份，换用系统自带浏览器、Chrome 或 Edge 再签。"
        ),
        WorkerFault::Unstarted => {
            "后台计算等了一分钟没有启动，已经自动重试过一次；什么也没有签，已填内容不受影响。请关掉别的页面再试一次；仍不行，请刷新页面。".into()
        }
        WorkerFault::Crashed(_) => "计算中断了，可能是内存不够。请关掉别的页面再试一次，已填内容不受影响。".into(),
        WorkerFault::Silent => "等了一分钟没有结果。请再试一次，或换一台快一些的设备。".into(),
        WorkerFault::Cancelled => "已取消，请再试一次。".into(),
        WorkerFault::Misunderstood(_) => "页面和后台程序的版本不一致，请刷新页面再试。已填内容不受影响。".into(),
    }
}

/// A time as people write it: `2026年11月21日 17:03`.
pub(crate) fn moment(time: &Timestamp) -> String {
    format!("{} {}", super::common::day(time.day()), time.time_of_day())
}

/// The first 16 digits of a hash in groups of four.
pub(crate) fn short_hash(sha256: impl ToString) -> String {
    let sha256 = sha256.to_string();
    let groups: Vec<&str> = [0, 4, 8, 12].iter().filter_map(|&at| sha256.get(at..at + 4)).collect();
    format!("{}…", groups.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_named_after_the_enterprise_without_what_file_systems_refuse() {
        assert_eq!(backup_name(" 甲/乙:机械厂 "), "甲_乙_机械厂-签名密钥备份.pem");
    }

    #[test]
    fn a_moment_is_shown_as_the_device_wrote_it() {
        let time = Timestamp::parse("2026-11-21T17:03:09+08:00").unwrap();
        assert_eq!(moment(&time), "2026年11月21日 17:03");
    }

    #[test]
    fn a_hash_is_shortened_for_comparing_by_eye() {
        assert_eq!(short_hash("49efcbb59f1e83683d101af8"), "49ef cbb5 9f1e 8368…");
    }
}
