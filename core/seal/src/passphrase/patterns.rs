//! The pieces of a passphrase that guessing programs, and neighbours, try first.

use super::Weakness;

/// Runs along these, in either direction, count as sequences.
const ROWS: &[&str] = &[
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "!@#$%^&*()",
    // Columns of the keyboard.
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "一二三四五六七八九十",
    "甲乙丙丁戊己庚辛壬癸",
];

/// The shortest run that counts.
const MIN_RUN: usize = 3;

/// Folded as [`fold`] does it. Longer words stand before the words they contain.
const WORDS: &[&str] = &[
    "passphrase",
    "password",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "administrator",
    "admin",
    "welcome",
    "iloveyou",
    "letmein",
    "dragon",
    "monkey",
    "master",
    "secret",
    "default",
    "changeme",
    "test",
    "root",
    "user",
    "login",
    "guest",
    "anquanshengchan",
    "anquanyuan",
    "anquan",
    "shengchan",
    "mima",
    "woaini",
    "woaiwo",
    "nihao",
    "zhongguo",
    "gongsi",
    "laoban",
    "qiye",
    "guanliyuan",
    "5201314",
    "1314520",
    "1314",
    "5203344",
    "520",
    "888",
    "666",
    "168",
    "安全生产",
    "安全第一",
    "预防为主",
    "综合治理",
    "安全员",
    "安全",
    "生产",
    "第一",
    "密码",
    "口令",
    "管理员",
    "我爱你",
    "恭喜发财",
    "你好",
    "中国",
    "公司",
    "企业",
    "老板",
];

/// One character as the comparison sees it: full-width forms as their ASCII, ASCII in lower case. Other scripts with
/// cases would need Unicode tables.
pub(super) fn fold(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        plain => plain,
    };
    narrow.to_ascii_lowercase()
}

/// Whether this is a Chinese character (the URO, extension A and the planes of the later extensions).
pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// A piece of at most four characters, over and over.
pub(super) fn is_repetition(folded: &[char]) -> bool {
    (1..=4)
        .any(|period| folded.len() >= 2 * period && folded.iter().zip(folded.iter().skip(period)).all(|(a, b)| a == b))
}

/// Which weakness to name for a passphrase of digits only.
pub(super) fn explain_digits(digits: &[char]) -> Weakness {
    match guessable(digits) {
        Some((weakness @ (Weakness::Sequence | Weakness::Date), rest)) if rest < super::MIN_REST => weakness,
        _ => Weakness::DigitsOnly,
    }
}

/// Whether a word from the file is in the passphrase. One-letter words and blanks are in everything.
pub(super) fn contains_context(folded: &[char], word: &str) -> bool {
    let word: Vec<char> = word.trim().chars().map(fold).collect();
    word.len() >= 2 && folded.windows(word.len()).any(|window| window == word)
}

/// Takes the guessable pieces out, from the left: the weakness of the longest piece, and what is left (a Chinese
/// character counts as two). Nothing if there is no such piece.
pub(super) fn guessable(folded: &[char]) -> Option<(Weakness, usize)> {
    let mut longest: Option<(Weakness, usize)> = None;
    let mut rest = 0;
    let mut at = 0;
    while at < folded.len() {
        let tail = &folded[at..];
        // On equal length the first kind names it.
        let found = [
            (Weakness::CommonWord, word(tail)),
            (Weakness::Date, date(tail)),
            (Weakness::Sequence, run(tail)),
            (Weakness::Repeated, same(tail)),
        ]
        .into_iter()
        .rev()
        .max_by_key(|(_, length)| *length)
        .filter(|(_, length)| *length > 0);
        if let Some((weakness, length)) = found {
            if longest.is_none_or(|(_, before)| length > before) {
                longest = Some((weakness, length));
            }
            at += length;
        } else {
            rest += if is_chinese(tail[0]) { 2 } else { 1 };
            at += 1;
        }
    }
    longest.map(|(weakness, _)| (weakness, rest))
}

/// Length of the common word at the beginning.
fn word(tail: &[char]) -> usize {
    WORDS
        .iter()
        .map(|word| (word, word.chars().count()))
        .find(|(word, _)| starts_with(tail, word))
        .map_or(0, |(_, length)| length)
}

fn starts_with(tail: &[char], word: &str) -> bool {
    let mut rest = tail.iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

/// Length of the longest run along a row.
fn run(tail: &[char]) -> usize {
    let longest = ROWS
        .iter()
        .flat_map(|row| {
            let forward: Vec<char> = row.chars().collect();
            let backward: Vec<char> = row.chars().rev().collect();
            [forward, backward]
        })
        .flat_map(|row| {
            (0..row.len()).map(|from| row[from..].iter().zip(tail).take_while(|(a, b)| a == b).count()).max()
        })
        .max();
    longest.filter(|length| *length >= MIN_RUN).unwrap_or(0)
}

/// Length of one character repeated.
fn same(tail: &[char]) -> usize {
    let length = tail.iter().take_while(|c| Some(*c) == tail.first()).count();
    if length >= MIN_RUN { length } else { 0 }
}

/// Length of a date at the beginning: year 1900–2099, month, and possibly day, with or without separators; or the year alone.
fn date(tail: &[char]) -> usize {
    if !number(tail, 0, 4).is_some_and(|year| (1900..=2099).contains(&year)) {
        return 0;
    }
    let after_year = skip_separator(tail, 4);
    let Some(after_month) = part(tail, after_year, 12) else {
        return after_year;
    };
    let after_month = skip_separator(tail, after_month);
    part(tail, after_month, 31).map_or(after_month, |after_day| skip_separator(tail, after_day))
}

/// Where a month or day that begins at `at` ends: two digits if they fit, else one.
fn part(tail: &[char], at: usize, most: u32) -> Option<usize> {
    [2, 1]
        .into_iter()
        .find(|digits| number(tail, at, *digits).is_some_and(|n| (1..=most).contains(&n)))
        .map(|digits| at + digits)
}

fn skip_separator(tail: &[char], at: usize) -> usize {
    match tail.get(at) {
        Some('-' | '/' | '.' | '_' | '年' | '月' | '日' | '号') => at + 1,
        _ => at,
    }
}

/// The number in exactly so many digits from `at`.
fn number(tail: &[char], at: usize, digits: usize) -> Option<u32> {
    let digits = tail.get(at..at + digits)?;
    digits.iter().try_fold(0, |n, c| Some(n * 10 + c.to_digit(10)?))
}
