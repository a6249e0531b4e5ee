//! Words of the status bar, which never says more than is true.

use crate::platform::journal::JournalFault;
use crate::platform::local::LocalFault;

/// Saved and durable.
pub(crate) fn saved(time: &str) -> String {
    format!("已保存 {time}")
}

/// Written to localStorage only; a power cut may lose the last seconds.
pub(crate) fn written(time: &str) -> String {
    format!("已写入 {time}，本浏览器不能保证断电不丢")
}

/// A change is on its way.
pub(crate) const SAVING: &str = "正在保存…";
/// A change has been on its way for seconds.
pub(crate) const SLOW: &str = "磁盘很慢，还没存完，请先别关页面";
/// The disk is full: nothing is safe, not even what was saved before.
pub(crate) const DISK_FULL: &str = "磁盘满了，存不住：现在填的没有存到磁盘，已保存的也可能被浏览器清掉";
/// The browser has closed the database and does not open it again.
pub(crate) const JOURNAL_GONE: &str = "浏览器关掉了保存数据的地方：已保存的可能不在了，现在填的不能保证断电不丢";
/// Nothing was typed yet.
pub(crate) const UNTOUCHED: &str = "填写后自动保存在本机";
/// Nothing was typed yet, and a power cut may lose the last seconds.
pub(crate) const NO_JOURNAL: &str = "填写后写入本机，但本浏览器不能保证断电不丢";
/// Nothing was typed yet, and one of the two places is missing.
pub(crate) const NO_LOCAL: &str = "填写后自动保存，但只能存一份，建议常导出备份";
pub(crate) const FULL: &str = "未保存：浏览器存储空间已满";
pub(crate) const BLOCKED: &str = "未保存：浏览器不允许本页保存数据（无痕窗口或禁用了 Cookie）";
/// Any other failure.
pub(crate) fn failed(detail: &str) -> String {
    format!("未保存：{detail}")
}
/// Says why both places of a record fail.
pub(crate) fn both(local: &LocalFault, journal: &JournalFault) -> String {
    format!("{local}；{journal}")
}
/// Button beside a failure.
pub(crate) const EXPORT_NOW: &str = "立即导出";
/// Read-only because the data is newer than the program.
pub(crate) const NEWER: &str = "数据由更新版本的程序保存，只能查看。请更新程序。";
/// Offline copy is complete.
pub(crate) const OFFLINE_READY: &str = "可离线使用";
/// A new version waits.
pub(crate) const UPDATE: &str = "有新版本";
/// Button that switches to it.
pub(crate) const UPDATE_NOW: &str = "更新";
/// Durable, but localStorage has no room left.
pub(crate) fn nearly_full(time: &str) -> String {
    format!("已保存 {time}，但本机空间快满了")
}
/// Durable, but localStorage refuses for another reason.
pub(crate) fn journal_only(time: &str) -> String {
    format!("已保存 {time}（只有一份，建议导出备份）")
}
/// Another tab was faster, or somebody who is no tab of ours.
pub(crate) const OVERTAKEN: &str = "未保存：同一份内容已在别处改过";
/// Another tab writes.
pub(crate) const GUEST: &str = "另一个窗口正在填写，这里只能看。";
/// Makes this tab the writer.
pub(crate) const GO_ON_HERE: &str = "在此继续";
/// Advice about an overtaken record.
pub(crate) const OVERTAKEN_HELP: &str =
    "另一个窗口改过同一份内容，这里的改动没有写进去，两份都还在。选一份继续，另一份可在“备份和设置”里导出。";
/// The same where no other tab can have written.
pub(crate) const FOREIGN_HELP: &str = "别的网页改了这里的内容，不是安自评的窗口写的。这里的改动没有写进去，两份都还在。选一份继续，另一份可在“备份和设置”里导出；来历不明时请用这里的内容。";
/// Shows what was written from elsewhere.
pub(crate) const TAKE_FOREIGN: &str = "用改动后的内容";
/// Shows the other tab's.
pub(crate) const TAKE_THEIRS: &str = "用另一个窗口的内容";
/// Keeps this tab's.
pub(crate) const KEEP_MINE: &str = "用这里的内容";
