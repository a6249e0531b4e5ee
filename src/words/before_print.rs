//! Words of what is said of a form before it is printed: letters without a font, texts that do not fit.

/// Letters of a text that are quoted at most.
const QUOTED: usize = 14;
/// So many are listed at most.
pub(crate) const LISTED: usize = 12;

/// Heading of what to look at.
pub(crate) const HEADING: &str = "打印前请看：";
/// Advice about letters without a font.
pub(crate) const LETTER_ADVICE: &str =
    "生僻字：给这台设备装上带这些字的字体（例如“遍黑体”“全宋体”），重开浏览器再印；或者印好以后手写补上。";
/// Advice about texts that do not fit.
pub(crate) const MISFIT_ADVICE: &str = "太长的：回到填写的地方写短一些，再回来打印。";

/// More than are listed.
pub(crate) fn further(count: usize) -> String {
    format!("还有 {count} 处。")
}

/// The device has no font with a letter: `“负责人”一栏“张𬮿”：“𬮿”字没有字体……`.
pub(crate) fn letter_missing(letter: char, place: &str) -> String {
    format!("{place}：“{letter}”（U+{:04X}）在这台设备上没有字体，印出来是方框或者空白。", u32::from(letter))
}

/// Says that nobody knows whether the device has a font with a letter.
pub(crate) fn letter_doubtful(letter: char, place: &str) -> String {
    format!(
        "{place}：“{letter}”（U+{:04X}）是生僻字，这台设备不一定有它的字体，请先看打印预览里是不是方框。",
        u32::from(letter)
    )
}

/// Says where a text stands: `第 2 张，“赵一”一行的“姓名”栏“张𬮿”`.
pub(crate) fn place(sheet: Option<usize>, row: &str, column: &str, text: &str) -> String {
    let sheet = sheet.map_or_else(String::new, |number| format!("第 {number} 张，"));
    let (row, column) = (row.trim(), column.trim());
    let within = match (row.is_empty(), column.is_empty()) {
        (false, false) if row != column => format!("“{}”一行的“{}”栏", short(row), short(column)),
        (_, false) => format!("“{}”一栏", short(column)),
        (false, true) => format!("“{}”一行", short(row)),
        (true, true) => String::new(),
    };
    let quoted = if text.trim().is_empty() { String::new() } else { format!("“{}”", short(text)) };
    format!("{sheet}{within}{quoted}")
}

/// A row is higher than a page.
pub(crate) fn row_too_high(place: &str) -> String {
    format!("{place}太长，这一行一页放不下，会断成两页。")
}

/// A table is wider than the paper.
pub(crate) fn table_too_wide(place: &str) -> String {
    format!("表比纸宽，右边会被裁掉；最长的是{place}。")
}

/// A card is longer than its page.
pub(crate) fn sheet_too_long(number: usize, pages: u32, place: &str) -> String {
    format!("第 {number} 张应该一页印完，现在要 {pages} 页；最长的是{place}。")
}

/// The beginning of a text, for a quotation.
fn short(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let begin: String = text.chars().take(QUOTED).collect();
    format!("{begin}…")
}
