//! The grade of a hazard: a word, a word that denies the other, or a box that is ticked.

use crate::hazard::Grade;
use crate::value::fold::fold;

const TICKED: [char; 7] = ['☑', '✔', '√', '✓', '■', '●', '◉'];
const EMPTY: [char; 6] = ['□', '☐', '○', '◯', '〇', '◇'];

/// Reads a grade; `None` where the words do not say one and no other.
pub fn read_grade(text: &str) -> Option<Grade> {
    let said = fold(text);
    if said.contains(TICKED) {
        return ticked(&said);
    }
    if said.contains(EMPTY) {
        // Boxes of which none is ticked.
        return None;
    }
    let (said, denied) = without_denial(&said);
    let words: String = said.chars().filter(|c| !is_filling(*c)).collect();
    let words =
        ["事故隐患", "安全隐患", "隐患", "属于", "属"].iter().fold(words, |words, word| words.replace(word, ""));
    match words.as_str() {
        "重大" if !denied => Some(Grade::Major),
        "一般" => Some(Grade::General),
        "" if denied => Some(Grade::General),
        _ => None,
    }
}

/// Brackets, marks, and the numbers of levels.
fn is_filling(c: char) -> bool {
    "()（）[]【】:：,，.。;；/-—级类型等ⅰⅱⅲⅳiv二三四".contains(c)
}

/// The text without 非重大, 不属于重大, 未达到重大, and whether one was there.
fn without_denial(said: &str) -> (String, bool) {
    let Some(at) = said.find("重大") else { return (said.to_owned(), false) };
    let before = &said[..at];
    let near: Vec<(usize, char)> = before.char_indices().rev().take(6).collect();
    let barrier = |c: char| matches!(c, ',' | '，' | '。' | '；' | ';' | '(' | ')' | '（' | '）');
    let denial =
        near.iter().take_while(|(_, c)| !barrier(*c)).filter(|(_, c)| matches!(c, '非' | '不' | '未' | '无' | '没'));
    match denial.last() {
        Some((start, _)) => {
            let start = if said[..*start].ends_with('尚') { start - '尚'.len_utf8() } else { *start };
            (format!("{}{}", &said[..start], &said[at + "重大".len()..]), true)
        }
        None => (said.to_owned(), false),
    }
}

/// A mark belongs to the word behind it, or, where a word comes first, to the one before it.
fn ticked(said: &str) -> Option<Grade> {
    let mut rest = said;
    let mut parts: Vec<(bool, Option<Grade>)> = Vec::new();
    while let Some(c) = rest.chars().next() {
        let word =
            [("一般", Grade::General), ("重大", Grade::Major)].into_iter().find(|(word, _)| rest.starts_with(word));
        if let Some((word, grade)) = word {
            parts.push((false, Some(grade)));
            rest = &rest[word.len()..];
        } else {
            if TICKED.contains(&c) || EMPTY.contains(&c) {
                parts.push((TICKED.contains(&c), None));
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    let marks = parts.iter().filter(|(_, word)| word.is_none()).count();
    let words: Vec<Grade> = parts.iter().filter_map(|(_, word)| *word).collect();
    let chosen: Vec<Grade> = match parts.first()? {
        (_, None) => parts.windows(2).filter(|pair| pair[0] == (true, None)).filter_map(|pair| pair[1].1).collect(),
        // 一般√ 重大□; one mark between two words could belong to either.
        _ if marks == words.len() => {
            parts.windows(2).filter(|pair| pair[1] == (true, None)).filter_map(|pair| pair[0].1).collect()
        }
        _ => return None,
    };
    match chosen.as_slice() {
        [grade] => Some(*grade),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_chooses_and_a_denial_denies() {
        let (general, major) = (Some(Grade::General), Some(Grade::Major));
        for (text, expected) in [
            ("☑一般　□重大", general),
            ("□一般　☑重大", major),
            ("√一般 重大", general),
            ("■重大 □一般", major),
            ("一般√ 重大□", general),
            ("一般□重大□", None),
            ("☑一般 ☑重大", None),
            ("一般√重大", None),
            ("非重大", general),
            ("一般（非重大）", general),
            ("不属于重大隐患", general),
            ("一般隐患（未达到重大）", general),
            ("一般（不构成重大事故隐患）", general),
            ("尚未构成重大", general),
            ("重大", major),
            ("重大事故隐患", major),
            ("一般 ", general),
            ("⼀般", general),
            ("Ⅳ级（一般）", general),
            ("普通", None),
            ("1", None),
            ("一般、重大", None),
            ("疑似重大", None),
            ("较大", None),
        ] {
            assert_eq!(read_grade(text), expected, "{text}");
        }
    }
}
