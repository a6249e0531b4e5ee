//! Words about what the office sends of a report: receipts, and the way in for returns.

use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use anziping_core::value::uscc::UnifiedCode;

pub(crate) const HEADING: &str = "街道回执";
pub(crate) const WHAT: &str = "街道收下报告会发回一个回执文件，要更正的会发来退回。导入回执后这里显示“已收”，以后有争议时就是凭据；导入退回后逐条显示要核对的内容。";
/// While a correction is open.
pub(crate) fn while_correcting(revision: u32) -> String {
    format!(
        "正在更正第 {revision} 版。街道这时发来的、关于第 {revision} 版的回执或退回在下面导入；退回会并入这次更正，不用另起一版。"
    )
}
pub(crate) const PICK: &str = "选择街道发来的文件";
pub(crate) const PASTE: &str = "没有文件，只有街道发来的文字";
/// Label of the field.
pub(crate) const PASTED: &str = "粘贴街道发来的文字";
pub(crate) const READ: &str = "导入";
/// While it is read.
pub(crate) const READING: &str = "正在核对…";
pub(crate) const EMPTY: &str = "请先粘贴街道发来的文字。";
/// The browser did not give the file out.
pub(crate) const NOT_READ: &str = "文件读不出来，请重选，或者粘贴街道发来的文字。";
/// No receipt, or a changed one.
pub(crate) const NOT_SOUND: &str = "这不是街道的回执或退回，或者文件不完整、被改动过。请向街道再要一份。";
/// A receipt for something else.
pub(crate) fn of_another(enterprise: &str, uscc: &UnifiedCode, period: Period, revision: u32) -> String {
    format!(
        "这份回执是“{enterprise}”（{uscc}）{}第 {revision} 版的，不是这一份报告的。如果是本企业更早的版本，请在历史报告里核对。",
        super::common::period(period)
    )
}
/// A newer program wrote it.
pub(crate) fn newer() -> String {
    format!("这个文件是更新版本的程序写的，本页读不了。请{}，再导入。", super::single_file::update())
}
/// A return of another enterprise.
pub(crate) fn return_of_another(enterprise: &str, uscc: &UnifiedCode) -> String {
    format!("这份退回是给“{enterprise}”（{uscc}）的，不是本企业的。请告诉街道发错了。")
}
/// A return of another month.
pub(crate) fn return_of_period(period: Period) -> String {
    format!("这份退回是{}的。请先打开那个月，再到“签名和导出”导入。", super::common::period(period))
}
/// A return of another version.
pub(crate) fn return_of_revision(revision: u32) -> String {
    format!("这份退回是第 {revision} 版的，这里已签名的是另一版。请和街道核对退回的是哪一版。")
}
/// A return of a report that is not the one here.
pub(crate) const RETURN_OF_DOCUMENT: &str =
    "这份退回指的报告和这里签名的这一版内容不同。请把这里的文件重新导出发给街道核对。";
/// The report was received.
pub(crate) const RECEIVED: &str = "已收";
/// Says by whom and when it was received.
pub(crate) fn received(office: &str, on: Day) -> String {
    format!("{office} {}收到", super::common::day(on))
}
/// The heading of the office's remarks.
pub(crate) const REMARKS: &str = "街道备注：";
/// Nobody has compared the digits yet.
pub(crate) const UNCHECKED: &str = "回执待核对";
/// How to be sure.
pub(crate) const COMPARE: &str =
    "谁都能签一份回执，所以还不算已收。请把下面 30 位数字和街道印在通知上或贴在公告栏的逐组对照，一样才是街道发的：";
pub(crate) const IS_EQUAL: &str = "30 位都一样，是街道的";
pub(crate) const COMPARED: &str = "签回执的密钥，30 位数字已和街道公布的核对过：";
/// Takes another file in its place.
pub(crate) const ANOTHER: &str = "收到退回，或者要换一份回执";
