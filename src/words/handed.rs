//! Words for signing on another device.

use anziping_core::value::period::Period;

/// Heading of the card.
pub(crate) const HEADING: &str = "负责人在自己的手机上签";
pub(crate) const HOW: &str = "把本月交给负责人：点下面的按钮生成“待签文件”，发给负责人。负责人在自己的手机上打开安自评，到“备份和设置”选“从备份恢复”打开这个文件，看完整份报告，用自己的密钥签名，再把签好的文件发回来。密钥和口令始终只在负责人那里。";
pub(crate) const HAND_OVER: &str = "生成待签文件";
pub(crate) const BACK: &str = "收到签好的文件后，在这里收回：会核对企业、月份、版本和全部内容，一致才收。";
/// Chooses the signed file.
pub(crate) const TAKE_BACK: &str = "收回签好的文件";
/// The same without a file.
pub(crate) const PASTE: &str = "没有文件，只有文字";
/// Where it is pasted.
pub(crate) const PASTED: &str = "粘贴签好的报告全文";
/// Takes what was pasted.
pub(crate) const TAKE_BACK_TEXT: &str = "收回";
/// The file cannot be read.
pub(crate) const NOT_READ: &str = "文件读不出来，请重选。";
/// It is no signed report, or it was changed on the way.
pub(crate) const NOT_SOUND: &str = "这不是签好的报告，或者在路上被改动过。请负责人重新导出、重新发来。";
pub(crate) const DIFFERS: &str = "负责人签的内容和本机现在的不一样，没有收。不一样的地方：";
pub(crate) const NOTHING_CHANGED: &str =
    "本机填的内容没有改动。改成一致后可以再收一次，或者重新生成待签文件请负责人再签。";

/// `示例厂-2026年11月-待签.json`
pub(crate) fn file_name(enterprise: &str, period: Period) -> String {
    format!("{}-{}-待签.json", super::seal::file_part(enterprise), super::common::period(period))
}

/// Says that a report is of another enterprise.
pub(crate) fn of_another(name: &str) -> String {
    format!("这是“{name}”的报告，不是本企业这个月的，没有收。")
}

/// Says that a report is of another month.
pub(crate) fn of_another_month(period: Period) -> String {
    format!("这是{}的报告，不是本页这个月的，没有收。请在那个月的签署页收回。", super::common::period(period))
}

pub(crate) fn of_another_version(period: Period, revision: u32) -> String {
    format!(
        "这是{}{}的报告，本机要签的是另一版，没有收。",
        super::common::period(period),
        super::common::revision(revision)
    )
}
