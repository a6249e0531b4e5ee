//! Words of the page with the sealed reports.

use anziping_core::value::period::Period;

/// Title of the page, in links as well.
pub(crate) const TITLE: &str = "历史报告";

/// The content of the page.
pub(crate) const WHAT: &str = "本企业在这台设备上签过名的报告。已签名的报告只能查看和再次导出。";
pub(crate) const NONE: &str = "还没有签过名的报告。";
/// Goes to the signature.
pub(crate) const TO_SEAL: &str = "去签名";

/// `2026年11月 第 1 版`
pub(crate) fn heading(period: Period, revision: u32) -> String {
    format!("{} 第 {revision} 版", super::common::period(period))
}
/// The newest revision of its month.
pub(crate) const CURRENT: &str = "现行";
/// Replaced by a later one.
pub(crate) fn superseded(by: u32) -> String {
    format!("已被第 {by} 版替代")
}
/// The document that a correction replaces.
pub(crate) const SUPERSEDES: &str = "替代";
pub(crate) const PREVIOUS: &str = "上一期";
/// It is here, too.
pub(crate) const CHAIN_HERE: &str = "本机有这份文件，前后相接";
pub(crate) const CHAIN_ELSEWHERE: &str = "本机没有这份文件";
/// No predecessor, and why.
pub(crate) fn no_previous(reason: Option<anziping_core::month::draft::NoPrevious>) -> &'static str {
    use anziping_core::month::draft::NoPrevious as N;
    match reason {
        Some(N::First) => "无，这是第一次报送",
        Some(N::NewDevice) => "无，以前在别的设备上填报",
        Some(N::Lost) | None => "无，上一期的文件找不到或没有报",
    }
}
pub(crate) const VIEW: &str = "查看内容";
pub(crate) const ENTERPRISE: &str = "企业";
/// The sentence that was signed.
pub(crate) const STATEMENT: &str = "签名声明";
/// Counts of the items.
pub(crate) const ITEMS: &str = "检查项";
/// Asked, confirmed, carried, 待核实.
pub(crate) fn items(asked: u32, confirmed: u32, carried: u32, unsure: u32) -> String {
    format!("应查 {asked}，已确认 {confirmed}，沿用 {carried}，待核实 {unsure}")
}
/// Table of the elements.
pub(crate) const ELEMENTS: &str = "八个要素得分";
/// Table of the four targets.
pub(crate) const TARGETS: &str = "四个 100%";
/// Cells met of all.
pub(crate) fn targets_met(met: usize, all: usize) -> String {
    format!("{all} 项中达到 {met} 项")
}
