//! Guesses the separator of a text: the character by which most lines come out alike.

use std::collections::BTreeMap;

use crate::COLUMNS;

/// Stands for the comma of Chinese texts, which is no byte.
pub(super) const STANDS_IN: char = '\u{1f}';
/// Separators, the likeliest first.
const SEPARATORS: [char; 6] = [',', '\t', ';', '|', '，', '；'];
/// Cells of a line that say how likely a separator is.
///
/// A sentence with more commas than that says no more.
const CELLS: usize = 20;
/// Characters of the longest heading.
const HEADING: usize = 20;
/// Bytes of the longest line of headings.
const HEADINGS: usize = 3 * (HEADING + 1) * COLUMNS;
/// Lines that are looked at; below them a table goes on as it began.
const LINES: usize = 100;

/// A text with the byte that parts its cells.
pub(super) struct Separator {
    pub(super) byte: u8,
    pub(super) text: String,
}

/// Finds the separator. A line `sep=;`, which Excel understands, decides.
pub(super) fn separator(text: String) -> Separator {
    let told = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text[4..].chars().next());
    let chosen = match told.filter(|told| *told != '\n') {
        Some(told) => told,
        None => guessed(&text),
    };
    // The line stays, so that rows keep their numbers, but it is no row.
    let text = match (told, text.find('\n')) {
        (Some(_), Some(end)) => text[end..].to_owned(),
        _ => text,
    };
    match u8::try_from(chosen).ok().filter(u8::is_ascii) {
        Some(byte) => Separator { byte, text },
        None => Separator { byte: STANDS_IN as u8, text: text.replace(chosen, "\u{1f}") },
    }
}

fn guessed(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    by(|separator| under_headings(&lines, separator))
        .or_else(|| by(|separator| alike(&lines, separator)))
        .unwrap_or(',')
}

/// The separator for which most speaks, the likeliest of equals; `None` when nothing speaks for any.
fn by(likely: impl Fn(char) -> usize) -> Option<char> {
    // Sentences of Chinese texts are full of the last two.
    let weighed = |separator: char| likely(separator) * if separator.is_ascii() { 2 } else { 1 };
    let most = SEPARATORS.into_iter().map(weighed).max().filter(|most| *most > 0)?;
    SEPARATORS.into_iter().find(|separator| weighed(*separator) == most)
}

/// Cells of the lines that come out like a line of headings above them.
///
/// Headings are short and have no other separator in them.
fn under_headings(lines: &[&str], separator: char) -> usize {
    let heads = |line: &str| {
        let cells = || line.split(separator).map(|cell| cell.trim().trim_matches('"'));
        line.len() <= HEADINGS
            && !line.chars().any(|c| c != separator && SEPARATORS.contains(&c))
            && cells().all(|cell| cell.chars().count() <= HEADING)
            && cells().filter(|cell| !cell.is_empty()).count() > 1
    };
    let counts: Vec<usize> = lines.iter().map(|line| count(line, separator)).collect();
    let like = |at: usize| {
        let below = counts[at + 1..].iter().filter(|count| **count == counts[at]).count();
        counts[at].min(CELLS) * below
    };
    (0..lines.len()).filter(|at| heads(lines[*at])).map(like).max().unwrap_or(0)
}

/// Cells that come out alike in many lines: ten lines of two columns say less than three of seven.
fn alike(lines: &[&str], separator: char) -> usize {
    let mut lengths = BTreeMap::<usize, usize>::new();
    for line in lines {
        *lengths.entry(count(line, separator)).or_default() += 1;
    }
    lengths.into_iter().map(|(count, lines)| count.min(CELLS) * lines).max().unwrap_or(0)
}

/// Counts the separators outside of quotation marks.
fn count(line: &str, separator: char) -> usize {
    line.split('"').step_by(2).flat_map(str::chars).filter(|c| *c == separator).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words as they stand in ledgers: with the commas and semicolons of sentences, and thousands in sums.
    const WORDS: [&str; 8] = [
        "打磨间",
        "地面有油，未清理；已告知班组",
        "积尘较厚，需停机清扫，检查管道，补记录",
        "1,200.00",
        "2026-11-05",
        "周四",
        "",
        "灭火器被挡；通道堵塞，须立即移开，当天完成，拍照留存，报安全员",
    ];
    const HEADS: [&str; 7] = ["发现日期", "隐患部位", "隐患内容", "整改措施", "责任人", "整改资金", "整改期限"];

    #[test]
    fn sentences_full_of_commas_are_not_parted_at_them() {
        // A linear congruence is dice enough, and the same every time.
        let mut seed = 20_261_128_u64;
        let mut dice = |sides: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % sides
        };
        for round in 0..10_000 {
            let separator = SEPARATORS[round % SEPARATORS.len()];
            let columns = 2 + dice(HEADS.len() - 1);
            let mut text = ["", "隐患台账，2026年\n", "示例家具厂隐患排查台账\n\n"][dice(3)].to_owned();
            let mut line = |cells: Vec<&str>| {
                // What has the separator in it is in quotation marks, as every program writes it.
                let quoted = |cell: &str| {
                    if cell.contains(separator) { format!("\"{cell}\"") } else { cell.to_owned() }
                };
                let cells: Vec<String> = cells.into_iter().map(quoted).collect();
                text.push_str(&cells.join(&separator.to_string()));
                text.push('\n');
            };
            line(HEADS[..columns].to_vec());
            for _ in 0..1 + dice(40) {
                line((0..columns).map(|_| WORDS[dice(WORDS.len())]).collect());
            }
            assert_eq!(guessed(&text), separator, "{text}");
        }
    }
}
