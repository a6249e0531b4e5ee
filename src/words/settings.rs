//! Words of the page with backup, restore, storage and choices.

use anziping_core::record::backup::PreviewState;
use anziping_core::record::whole::Unusable;
use anziping_core::record::{RecordKey, Unreadable};
use anziping_core::value::day::Day;
use anziping_core::value::timestamp::Timestamp;

use crate::platform::browser_support::HostApp;
use crate::platform::files::FileFault;
use crate::platform::persist::Promised;
use crate::platform::single_file;
use crate::store::photos::AlbumSize;

/// Title of the page, in links as well.
pub(crate) const TITLE: &str = "备份和设置";

/// Heading of the backup.
pub(crate) const BACKUP: &str = "备份";
/// The purpose of a backup.
pub(crate) const BACKUP_WHY: &str =
    "一个文件装下本机全部内容：企业、各月自评、已签名的报告。换电脑、清理浏览器、重装系统之前，先备份。";
/// Choice of the keys.
pub(crate) const WITH_KEYS: &str = "连签名密钥一起备份";
/// Hint of the choice.
pub(crate) const WITH_KEYS_HINT: &str = "密钥用口令加密，没有口令打不开。拿到文件的人可以试猜口令，文件不要外传。";
pub(crate) const SAVE: &str = "备份到文件";
/// Hands the file to another app.
pub(crate) const SHARE: &str = "分享备份文件";
/// Copies the text of the file.
pub(crate) const COPY: &str = "用消息文字备份";
/// Where the key page is.
pub(crate) const KEY_PAGE: &str = "签名密钥的制作和备份在“签名和导出”";
/// The text was copied.
pub(crate) const COPIED: &str =
    "都已复制。粘贴到微信“文件传输助手”或邮件里发给自己；恢复时把收到的文字全部粘贴进“从备份恢复”。";
/// The text was not copied.
pub(crate) const NOT_COPIED: &str = "浏览器不让复制，请用“备份到文件”，或换一个浏览器打开本页。";
/// The other app has taken the file.
pub(crate) const SHARED: &str = "已交给所选的应用。请确认对方收到。";

/// The browser was told to save; whether it did, no browser tells.
pub(crate) fn saved(name: &str) -> String {
    format!("{}确认在了，再抄一份到 U 盘或发给自己。", super::common::handed_over(name))
}

pub(crate) fn not_shared(detail: &str) -> String {
    format!("没有分享成功（{detail}）。请用“备份到文件”或“用消息文字备份”。")
}

/// Name of the file.
pub(crate) fn file_name(today: Day) -> String {
    format!("安自评备份-{today}.json")
}

/// Name of the file with what cannot be read.
pub(crate) fn unreadable_file_name(today: Day) -> String {
    format!("安自评读不出的数据-{today}.json")
}

/// Says when the last backup was made and what has happened since.
pub(crate) fn last_backup(day: Option<Day>, today: Day, changes: u32) -> String {
    let since = match changes {
        0 => "之后没有改动".to_owned(),
        changes => format!("之后有 {changes} 次改动"),
    };
    match day {
        None if changes == 0 => "还没有备份过。".into(),
        None => format!("还没有备份过，已有 {changes} 次改动。"),
        Some(day) => match day.days_until(today) {
            days @ 1.. => format!("上次备份：{}（{days} 天前），{since}。", super::common::day(day)),
            _ => format!("上次备份：{}（今天），{since}。", super::common::day(day)),
        },
    }
}

/// A file was not saved or read.
pub(crate) fn file_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::TooLarge { size, limit } => {
            format!(
                "文件有 {}，备份文件不会超过 {}，可能选错了文件。",
                super::common::bytes(*size),
                super::common::bytes(*limit)
            )
        }
        FileFault::TooMany { .. } => "一次只能选一个文件。".into(),
        FileFault::Unreadable(_) => "文件读不出来，可能已被移动或 U 盘已拔出，请重新选一次。".into(),
        FileFault::NotText => "这不是安自评的备份文件（不是 UTF-8 文本）。".into(),
        FileFault::Refused(_) => "浏览器不让保存或打开文件。请用“用消息文字备份”，或换一个浏览器打开本页。".into(),
    }
}

/// Choice of the photographs.
pub(crate) fn with_photos(room: AlbumSize) -> String {
    format!("连隐患照片一起备份（{} 张，约 {}）", room.pictures, super::common::bytes(room.bytes))
}

/// Hint of that choice.
pub(crate) const WITH_PHOTOS_HINT: &str =
    "照片在本机只有一份。勾上时备份是一个 .zip 文件，恢复时直接选它；分享和消息文字里没有照片。";

/// While the photographs are put into the file.
pub(crate) fn collecting(done: usize, count: usize) -> String {
    format!("正在把照片放进备份文件（{done} / {count}）…")
}

/// Name of the file with photographs.
pub(crate) fn file_name_with_photos(today: Day) -> String {
    format!("安自评备份-{today}.zip")
}

/// Heading of the restore.
pub(crate) const RESTORE: &str = "从备份恢复";
pub(crate) const RESTORE_WHY: &str = "选备份文件后，先列出里面有什么、和本机有什么不同，由您勾选，再恢复。恢复后可以撤销。填报人发来的“待签文件”也在这里打开，打开后直接看那个月的报告。";
/// Opens the file dialog.
pub(crate) const CHOOSE_FILE: &str = "选备份文件";
/// Opens the field for pasted text.
pub(crate) const PASTE: &str = "粘贴备份文字";
/// Label of that field.
pub(crate) const PASTED: &str = "备份文字";
/// Hint of that field.
pub(crate) const PASTED_HINT: &str =
    "把发给自己的各段文字都粘贴进来，先后不限，夹着人名、时间也不要紧；备份文件的全文也可以。";
/// Reads what was pasted.
pub(crate) const READ_PASTED: &str = "看看里面有什么";
/// The name for pasted text, which has no file name.
pub(crate) const PASTED_NAME: &str = "粘贴的备份文字";
pub(crate) const PASTED_EMPTY: &str = "请先粘贴备份文字。";
/// Heading of the preview.
pub(crate) const PREVIEW: &str = "备份里有什么";
/// Column headings of the preview.
pub(crate) const PREVIEW_COLUMNS: [&str; 4] = ["恢复", "内容", "企业", "和本机比"];
pub(crate) const APPLY: &str = "恢复勾选的内容";
pub(crate) const CANCEL: &str = "不恢复";
pub(crate) const NOTHING_CHOSEN: &str = "没有勾选任何内容。";
/// A month without its enterprise.
pub(crate) const ENTERPRISE_NEEDED: &str = "要恢复一家企业的月份、报告或密钥，请同时勾选它的“企业信息”。";
/// No record in it.
pub(crate) const NOTHING_IN_IT: &str = "文件里没有可以恢复的内容。";
/// Everything is here already.
pub(crate) const ALL_THE_SAME: &str = "备份的内容本机都有，而且一样，不用恢复。";

/// Says when and by what the file was made.
pub(crate) fn made(name: &str, made_at: &str, program: &str) -> String {
    match Timestamp::parse(made_at) {
        Some(time) => format!("{name}：{}备份，程序版本 {program}", super::common::day(time.day())),
        None => format!("{name}：备份时间不明"),
    }
}

/// Compares a record of the backup with the one here.
pub(crate) fn preview_state(state: PreviewState) -> &'static str {
    match state {
        PreviewState::New => "本机没有",
        PreviewState::Same => "和本机一样",
        PreviewState::BackupNewer => "备份的较新",
        PreviewState::BackupOlder => "本机的较新",
        PreviewState::Conflict => "两边都改过",
        PreviewState::Damaged => "读不出来",
        PreviewState::ReadOnlyNewer => "由更新版本的程序保存",
    }
}

/// Says what follows from the state of a row, where it is not plain.
pub(crate) fn preview_note(state: PreviewState, is_final: bool) -> &'static str {
    match (state, is_final) {
        (PreviewState::Conflict, true) => "已签名的报告内容不同，不能覆盖；请保留备份文件备查",
        (PreviewState::Conflict, false) => "看不出谁新，勾选就用备份的换掉本机的",
        (PreviewState::BackupOlder, _) => "勾选就退回备份时的内容",
        (PreviewState::BackupNewer, _) => "恢复后换掉本机的",
        (PreviewState::ReadOnlyNewer, _) => "请更新程序后再恢复",
        (PreviewState::Damaged, _) => "不能恢复",
        _ => "",
    }
}

/// Says why a record of the file is not put back.
pub(crate) fn unusable(unusable: &Unusable) -> String {
    match unusable {
        Unusable::Text(Unreadable::Newer { .. }) | Unusable::Name => "由更新版本的程序保存，请更新程序后再恢复".into(),
        Unusable::Text(Unreadable::Foreign) => "名称和内容不是同一份，可能被人改过，不能恢复".into(),
        Unusable::Text(Unreadable::Damaged { .. }) => "校验不对：少了一截或被改动过，不能恢复".into(),
        Unusable::Body(_) => "校验是对的，但里面不是这种内容，恢复后也打不开，不能恢复".into(),
    }
}

/// The record here is damaged.
pub(crate) const HERE_DAMAGED: &str = "本机这份已损坏，恢复前先把损坏的原文存成文件";
/// The record here belongs to a newer program.
pub(crate) const HERE_NEWER: &str = "本机这份由更新版本的程序保存，不能覆盖";

/// `本机没有 3 份，和本机一样 9 份`
pub(crate) fn counts(counts: &[(PreviewState, usize)]) -> String {
    counts.iter().map(|(state, count)| format!("{} {count} 份", preview_state(*state))).collect::<Vec<_>>().join("，")
}

/// Name of a record with enough to tell two of them apart.
pub(crate) fn check_label(record: &str, title: &str) -> String {
    if title.is_empty() { format!("恢复{record}") } else { format!("恢复{title}{record}") }
}

/// Said after restoring, beside 撤销.
pub(crate) fn restored(count: usize) -> String {
    format!("已从备份恢复 {count} 份内容。")
}

pub(crate) const NOT_A_BACKUP: &str =
    "这不是安自评的备份文件。备份文件的名字一般是“安自评备份-日期.json”；签名报告不是备份。";
/// Made by a newer program.
pub(crate) fn newer_file() -> String {
    format!("这个备份由更新版本的程序生成，请先{}，再恢复。", super::single_file::update())
}

/// The end is missing.
pub(crate) fn truncated(readable: usize) -> String {
    format!("文件不完整，后面少了一截，可能没有复制完。完好的有 {readable} 份，可以先恢复这些；最好找回完整的文件。")
}

/// Something was changed.
pub(crate) fn damaged(readable: usize, lost: &[String]) -> String {
    let named = |key: &String| match RecordKey::parse(key) {
        Some(key) => super::home::record(&key),
        None => "名称也读不出来的一份".into(),
    };
    let lost = match lost.len() {
        0 => "内容被改动过".to_owned(),
        count => format!("{count} 份校验不对，不能恢复（{}）", lost.iter().map(named).collect::<Vec<_>>().join("、")),
    };
    format!("文件和生成时不一样：{lost}。完好的有 {readable} 份，列在下面。")
}

pub(crate) const STORAGE: &str = "存在哪里";
/// Row: what the records take.
pub(crate) const USED: &str = "本机内容";
/// Row: how much there is.
pub(crate) const ROOM: &str = "浏览器给的空间";
pub(crate) const LOCAL: &str = "第一份（本地存储）";
pub(crate) const JOURNAL: &str = "第二份（断电不丢）";
pub(crate) const PROMISE: &str = "长期保存";
pub(crate) const WORKS: &str = "正常";
/// localStorage is not there.
pub(crate) const LOCAL_MISSING: &str = "不可用：浏览器不允许本页保存数据（无痕窗口或禁用了 Cookie）";
/// The journal is not there.
pub(crate) const JOURNAL_MISSING: &str = "不可用：突然断电可能丢最后几秒";
/// The figure is not known.
pub(crate) const UNKNOWN: &str = "浏览器没有告知";
/// Asks for the promise.
pub(crate) const ASK: &str = "请浏览器长期保存";

/// `已用 1.2 MB，共 2.0 GB`
pub(crate) fn room(usage: u64, quota: u64) -> String {
    format!("已用 {}，共 {}", super::common::bytes(usage), super::common::bytes(quota))
}

/// Says what the browser promises.
pub(crate) fn promised(promised: Promised) -> &'static str {
    match promised {
        Promised::Kept => "浏览器答应不自动清理",
        Promised::NotKept => "浏览器没有答应，磁盘满时可能清理，请勤备份",
        Promised::Unsupported => "这个浏览器不支持，请勤备份",
    }
}

/// Safari and every browser of an iPhone.
pub(crate) fn safari() -> &'static str {
    if single_file::is_this() { SAFARI_FILE } else { SAFARI }
}
/// A file cannot be put on the home screen.
const SAFARI_FILE: &str = "Safari 和苹果手机上的浏览器可能会自动清空内容，每次填完请备份（连签名密钥）。";
const SAFARI: &str = "Safari 和苹果手机上的浏览器，连续 7 天没打开本页会自动清空内容。“添加到主屏幕”后不会清，但那边是另一份数据，不会自己带过去：请先在这里备份（连签名密钥），再从主屏幕打开，点“从备份恢复”。";
pub(crate) const PLAIN_HTTP: &str =
    "本页不是用 https 打开的：断网不能用，浏览器也不会答应长期保存。请让提供本页的人换成 https 地址。";

/// Within another app.
pub(crate) fn in_app(app: HostApp) -> String {
    let name = super::surroundings::name(app);
    format!(
        "现在是在{name}里打开的，保存文件可能没有反应。请点右上角菜单，选“在浏览器中打开”；或者用“用消息文字备份”。"
    )
}

/// Records that cannot be read or lost against another copy.
pub(crate) fn unreadable(count: usize) -> String {
    format!("有 {count} 份内容读不出来，或和另一份冲突没有采用。原文都在，可以导出交给懂技术的人看。")
}
pub(crate) const EXPORT_UNREADABLE: &str = "导出原文";

/// Heading of the look.
pub(crate) const LOOK: &str = "显示";
pub(crate) const LARGE: &str = "大字";
pub(crate) const LARGE_HINT: &str = "全部文字放大约两成";

/// Heading of the enterprises.
pub(crate) const ENTERPRISES: &str = "本机上的企业";
pub(crate) const NO_ENTERPRISE: &str = "本机还没有企业。";
pub(crate) const REMOVE: &str = "删除";
pub(crate) const REMOVE_NOW: &str = "删除这些内容";
pub(crate) const KEEP: &str = "不删";
/// Heading of the dialog.
pub(crate) fn remove_title(name: &str) -> String {
    format!("删除“{name}”")
}
pub(crate) const REMOVES: &str = "会从本机删除：";
pub(crate) const REMOVES_ENTERPRISE: &str = "企业信息";
pub(crate) fn removes_months(months: &[anziping_core::value::period::Period]) -> String {
    let named = months.iter().map(|period| super::common::period(*period)).collect::<Vec<_>>().join("、");
    format!("{} 个月的自评和隐患台账（{named}）", months.len())
}
/// The sealed reports.
pub(crate) fn removes_sealed(count: usize) -> String {
    format!("{count} 份已签名的报告（已经报送的文件不受影响）")
}
pub(crate) fn removes_keys(count: usize) -> String {
    format!("{count} 把签名密钥（没有另存的，删除后就再也签不了名）")
}
/// Says how much is left in spite of a removal.
pub(crate) fn keeps_unreadable(count: usize) -> String {
    format!("另有 {count} 份读不出来或由更新版本的程序保存，不会删除，仍可在“存在哪里”导出原文。")
}
/// Heading of emptying a month.
pub(crate) const CLEAR: &str = "重新填写";
/// When one wants that.
pub(crate) const CLEAR_WHY: &str = "填乱了，或者试填完了，可以把本月清空，从头再填。";
/// Button and heading of the question.
pub(crate) fn clear_month(period: anziping_core::value::period::Period) -> String {
    format!("清空{}", super::common::period(period))
}
/// Says what is emptied.
pub(crate) fn clears(answers: usize, hazards: usize) -> String {
    format!(
        "会清空本月的 {answers} 项回答、{hazards} 条隐患和本月情况。企业信息、其他月份、已签名的报告不动；隐患编号不会重复使用。"
    )
}
pub(crate) const CLEAR_NOW: &str = "清空";
pub(crate) const CLEAR_NOT: &str = "不清空";
/// Said after emptying, beside 撤销.
pub(crate) fn cleared(period: anziping_core::value::period::Period) -> String {
    format!("已清空{}。", super::common::period(period))
}
/// Advice before a removal.
pub(crate) const REMOVE_ADVICE: &str = "本页关闭以前可以撤销，关闭以后只能从备份恢复。建议先备份。";
/// Said after removing, beside 撤销.
pub(crate) fn removed(name: &str) -> String {
    format!("已删除“{name}”。")
}

/// Heading of the last section.
pub(crate) const ABOUT: &str = "关于";
pub(crate) const VERSION: &str = "程序版本";
pub(crate) const CATALOGUE: &str = "检查表";
/// Row: digest of the catalogue.
pub(crate) const DIGEST: &str = "检查表指纹（SHA-256）";
pub(crate) const LICENCE: &str = "许可";
pub(crate) const LICENCE_NAME: &str = "Apache-2.0，可以自由使用、修改和再分发";
pub(crate) const PRIVACY: &str = "不上传";
/// Says what the policy forbids.
pub(crate) fn privacy() -> &'static str {
    if single_file::is_this() { PRIVACY_OF_FILE } else { PRIVACY_OF_SITE }
}
const PRIVACY_OF_FILE: &str =
    "文件自带的安全策略（default-src 'none'）禁止浏览器连接任何网站。内容只在您自己保存、分享文件时离开本机。";
const PRIVACY_OF_SITE: &str = "网页自带的安全策略（connect-src 'self'）禁止浏览器连接任何其他网站；程序也不向本站发送填写的内容。内容只在您自己保存、分享文件时离开本机。";
