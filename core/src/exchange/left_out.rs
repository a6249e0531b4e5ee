//! Recognises rows of a sheet that are not entries: headings, totals, signatures, blanks.

use super::grid::{CellKind, Row};
use super::matching::Columns;
use crate::value::fold::fold;

/// Why a row is left out; each is named with its row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LeftOutReason {
    /// The headings or the title again.
    Heading,
    /// 合计, 小计, 大写.
    Total,
    /// 填表人, 审核, 注.
    Signature,
    /// The name of a part of the table.
    Section,
    /// Nothing but what was filled in beforehand: a number, a grade, a formula.
    Blank,
    /// The cell that names the row's subject is empty.
    NoSubject,
    /// Not shown, and the person does not want it.
    Hidden,
    /// The same row again.
    Again,
    /// Closed before the month began, and the person does not want the past.
    ClosedBefore,
    /// Several entries have this name, and nothing tells which is meant.
    Ambiguous,
    /// A sum without a month, which would be in no total.
    NoMonth,
}

/// Words for sums of the rows above.
const TOTALS: [&str; 6] = ["合计", "小计", "总计", "累计", "小写", "大写"];
/// Words that may stand before such a word.
const BEFORE_TOTAL: [&str; 12] =
    ["", "本页", "本月", "本年", "本年度", "全年", "年度", "以上", "总", "金额", "费用", "共计"];
/// Beginnings of the rows below a table.
const SIGNATURES: [&str; 27] = [
    "填表人",
    "填报人",
    "填表",
    "制表人",
    "制表",
    "审核人",
    "审核",
    "审批人",
    "审批",
    "编制人",
    "编制",
    "复核人",
    "复核",
    "批准人",
    "经办人",
    "签字",
    "签名",
    "盖章",
    "单位盖章",
    "主要负责人",
    "单位负责人",
    "安全负责人",
    "负责人签字",
    "填表日期",
    "填报日期",
    "制表日期",
    "填报单位",
];
/// Beginnings of a remark below a table.
const REMARKS: [&str; 4] = ["注", "备注", "说明", "填表说明"];

/// Finds the reason for which a row below the headings is no row of the table, if there is one.
///
/// `columns` says what each column means.
pub(super) fn reason<C: Columns>(row: &Row, columns: &[Option<C>], above: &[Vec<String>]) -> Option<LeftOutReason> {
    let folded: Vec<String> = row.cells.iter().map(|cell| fold(cell)).collect();
    let filled: Vec<&String> = folded.iter().filter(|cell| !cell.is_empty()).collect();
    let said = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>();
    if !filled.is_empty() && above.iter().any(|heading| said(heading) == said(&folded)) {
        return Some(LeftOutReason::Heading);
    }
    if filled.iter().any(|cell| is_total(cell)) {
        return Some(LeftOutReason::Total);
    }
    let Some(first) = filled.first() else { return Some(LeftOutReason::Blank) };
    if is_remark(first) || is_signature(first) && filled.len() <= 6 {
        return Some(LeftOutReason::Signature);
    }
    let known = columns.iter().flatten().count();
    if filled.len() == 1 && known >= 4 && is_section(first) {
        return Some(LeftOutReason::Section);
    }
    let essential = |at: usize| columns.get(at).copied().flatten().is_some_and(Columns::is_essential);
    if folded.iter().enumerate().any(|(at, cell)| essential(at) && !cell.is_empty()) {
        return None;
    }
    let unknown = (0..row.kinds.len()).any(|at| essential(at) && row.kind(at) == CellKind::Unknown);
    // A number, a grade, a day that follows from another: two short cells are no row.
    let told = folded.iter().enumerate().filter(|(at, cell)| {
        !cell.is_empty() && columns.get(*at).copied().flatten().is_some() && row.kind(*at) == CellKind::Text
    });
    if !unknown && told.count() <= 2 { Some(LeftOutReason::Blank) } else { Some(LeftOutReason::NoSubject) }
}

fn is_total(cell: &str) -> bool {
    TOTALS.iter().any(|word| {
        let Some((before, behind)) = cell.split_once(word) else { return false };
        let rest = behind.trim_start_matches(['(', '（']);
        let filling = |c: char| {
            c.is_ascii_digit()
                || "()（）:：,，.。¥￥元万条项处人个次份整正零壹贰叁肆伍陆柒捌玖拾佰仟亿圆角分/-—".contains(c)
        };
        BEFORE_TOTAL.contains(&before) && rest.chars().all(filling)
    })
}

fn is_signature(cell: &str) -> bool {
    let word = cell.split(['：', ':', '(', '（']).next().unwrap_or_default();
    cell.len() > word.len() && SIGNATURES.contains(&word)
}

fn is_remark(cell: &str) -> bool {
    let word = cell.split(['：', ':']).next().unwrap_or_default();
    cell.len() > word.len() && REMARKS.contains(&word)
}

/// `一、冲压车间`, `（二）仓库`, `第三部分`.
fn is_section(cell: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| "一二三四五六七八九十".contains(c));
    let numbered = cell.split_once('、').is_some_and(|(number, _)| is_number(number));
    let in_brackets = cell.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    let part = cell.strip_prefix('第').and_then(|rest| rest.split_once(['部', '章', '节']));
    numbered
        || in_brackets.is_some_and(|(number, _)| is_number(number))
        || part.is_some_and(|(number, _)| is_number(number))
}
