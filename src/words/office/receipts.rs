//! Words for the office's own key and for receipts.

use anziping_core::value::day::Day;

/// Heading of the key.
pub(crate) const KEY: &str = "街道自己的密钥";
/// The purpose of the office's key.
pub(crate) const KEY_WHAT: &str = "用来签回执、退回、街道月报和登记册，企业据此知道报告确实收到了，区县据此知道月报是谁签的。私钥用口令锁住，随登记册一起备份。";
/// The 30 digits.
pub(crate) const KEY_DIGITS: &str = "街道密钥核对数字（30 位）";
/// Advice about the digits of the office's key.
pub(crate) const KEY_PUBLISH: &str = "请把这 30 位数字印在通知上或贴在公告栏，企业拿它核对回执；区县第一次收街道月报时也要核对它。生成后请马上备份登记册。";
pub(crate) const KEY_NEW: &str = "另换一把";
/// The effect of a new key.
pub(crate) const KEY_NEW_WHAT: &str =
    "忘了口令或怀疑泄露时用。换了以后要重新公布 30 位数字，以前的回执仍按旧数字核对。";
pub(crate) const KEY_PASSPHRASE: &str = "街道密钥的口令";
/// The office has no name yet.
pub(crate) const OFFICE_FIRST: &str = "请先在上面填单位名称，回执里要写。";
/// Said after making it.
pub(crate) const KEY_MADE: &str = "街道密钥已生成，请马上备份登记册。";

/// There is no key yet.
pub(crate) const NO_KEY: &str = "要给企业出回执，先生成街道自己的密钥：";
/// Heading of the receipts.
pub(crate) fn heading(count: usize) -> String {
    format!("出具回执（{count} 份已收、还没有出过的）")
}
/// The content of the receipts.
pub(crate) const WHAT: &str = "每家企业一个回执文件，写明收到的是哪一份、哪天收的、有什么要问的。多份时打成一个 ZIP，里面按企业名称命名，另有一份可以复制的通知文字；解开后分别发回企业。";
/// Those that have one get another.
pub(crate) const AGAIN: &str = "以前出过回执的，也再出一份";
/// A line of the office's own.
pub(crate) const LINE: &str = "另外要写的话（可以不填）";
/// Where it goes.
pub(crate) const LINE_HINT: &str = "会签在这一批的每一份回执里，例如 下月起请在 5 日前报送。";
/// File with a message for each enterprise.
pub(crate) const MESSAGES_NAME: &str = "通知文字-逐家复制.txt";
/// The message of a single one.
pub(crate) const MESSAGE: &str = "发给企业的文字（回执文件一起发）";
/// Copies it.
pub(crate) const COPY: &str = "复制这段文字";
pub(crate) const COPIED: &str = "已复制，可以粘贴到微信里，回执文件也要发。";
/// Signs and saves them.
pub(crate) const ISSUE: &str = "签名并保存回执";
/// There is nothing to sign.
pub(crate) const NOTHING: &str = "没有可以出回执的报告。";
/// Name of the archive.
pub(crate) fn archive_name(today: Day) -> String {
    format!("回执-{today}.zip")
}
/// The archive cannot be made.
pub(crate) fn no_archive(reason: &str) -> String {
    format!("回执打包不成功（{reason}），没有保存。")
}
pub(crate) fn saved(name: &str) -> String {
    crate::words::common::handed_over(name)
}
