//! The pieces of a passphrase, each with what it costs to try all of its kind, in tenths of bits.

use super::numbers::{dates, telephone};
use super::words::{FINALS, INITIALS, LINES, SURNAMES, USUAL, WORDS};

/// The kinds of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// A letter by itself, or the next one of a word that is on no list.
    Letter,
    Digit,
    Sign,
    Chinese,
    Syllable,
    Word,
    Line,
    Name,
    Date,
    Telephone,
    Run,
    /// One character over and over.
    Same,
    /// A repeat of the piece before it.
    Copy,
}

/// All of them; of two that cover as much the later one counts.
const ALL: [PieceKind; KINDS] = [
    PieceKind::Digit,
    PieceKind::Sign,
    PieceKind::Chinese,
    PieceKind::Letter,
    PieceKind::Syllable,
    PieceKind::Copy,
    PieceKind::Same,
    PieceKind::Run,
    PieceKind::Date,
    PieceKind::Name,
    PieceKind::Telephone,
    PieceKind::Word,
    PieceKind::Line,
];
const KINDS: usize = PieceKind::Copy as usize + 1;

/// Runs along these, in either direction, are sequences.
const ROWS: [&str; 20] = [
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "!@#$%^&*()",
    // Columns of the keyboard, from above and from below.
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "zaq1xsw2cde3vfr4bgt5nhy6mju7",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
    "a1b2c3d4e5f6g7h8i9j0",
    "1a2b3c4d5e6f7g8h9i0j",
    "q1w2e3r4t5y6u7i8o9p0",
    // The keypad by columns, by rows and across.
    "147258369",
    "789456123",
    "159357",
    "753951",
    "852456",
    "14789632",
    "一二三四五六七八九十",
];
/// The shortest run that counts.
const MIN_RUN: usize = 3;

/// The cheapest way to put a passphrase together: its cost, and the kind that covers most of it.
///
/// `typed` tells capitals apart.
pub(super) fn cheapest(typed: &[char], folded: &[char]) -> (u32, PieceKind) {
    let start = Way { cost: 0, length: 0, kind: PieceKind::Letter };
    let mut ways: Vec<Option<Way>> = vec![None; folded.len() + 1];
    ways[0] = Some(start);
    for at in 0..folded.len() {
        let Some(way) = ways[at] else { continue };
        each_piece(typed, folded, at, &mut |kind, length, cost| {
            let step = Way { cost: way.cost + cost, length, kind };
            let slot = &mut ways[at + length];
            if slot.is_none_or(|other| step.cost < other.cost) {
                *slot = Some(step);
            }
        });
    }
    let mut covered = [0; KINDS];
    let mut at = folded.len();
    while at > 0 {
        let way = ways[at].unwrap_or(start);
        // A Chinese character says as much as two letters.
        let piece = &folded[at - way.length.max(1)..at];
        covered[way.kind as usize] += piece.iter().map(|c| if is_chinese(*c) { 2 } else { 1 }).sum::<usize>();
        at -= piece.len();
    }
    (ways[folded.len()].unwrap_or(start).cost + mixing(folded), mostly(covered))
}

/// The last step to a place.
#[derive(Clone, Copy)]
struct Way {
    cost: u32,
    length: usize,
    kind: PieceKind,
}

/// Estimates, in tenths of bits, the cost of trying all places of digits among letters.
///
/// People put them before or behind, programs anywhere.
fn mixing(folded: &[char]) -> u32 {
    let changes = |pair: &[char]| pair[0].is_ascii_digit() != pair[1].is_ascii_digit();
    35 * folded.windows(2).filter(|pair| changes(pair)).count().saturating_sub(2) as u32
}

/// The kind that covers most.
///
/// Letters and syllables go together: words of every language have syllables.
fn mostly(mut covered: [usize; KINDS]) -> PieceKind {
    covered[PieceKind::Letter as usize] += std::mem::take(&mut covered[PieceKind::Syllable as usize]);
    ALL.into_iter().max_by_key(|kind| covered[*kind as usize]).unwrap_or(PieceKind::Letter)
}

/// All pieces that begin at a place, with length and cost.
fn each_piece(typed: &[char], folded: &[char], at: usize, found: &mut dyn FnMut(PieceKind, usize, u32)) {
    let tail = &folded[at..];
    single(typed, folded, at, found);
    for (list, kind, cost) in [(WORDS, PieceKind::Word, 80), (LINES, PieceKind::Line, 90)] {
        for word in list.split(' ').filter(|word| looks_like(tail, word)) {
            found(kind, word.chars().count(), cost);
        }
    }
    syllables(tail, found);
    if SURNAMES.contains(tail[0]) {
        let given = tail[1..].iter().take(2).take_while(|c| is_chinese(**c)).count();
        (1..=given).for_each(|given| found(PieceKind::Name, 1 + given, 40 + 70 * given as u32));
    }
    dates(tail, &mut |length, cost| found(PieceKind::Date, length, cost));
    if let Some(length) = telephone(tail) {
        found(PieceKind::Telephone, length, 120);
    }
    let length = run(tail);
    if length >= MIN_RUN {
        found(PieceKind::Run, length, if length > 4 { 60 } else { 80 });
    }
    let length = tail.iter().take_while(|c| **c == tail[0]).count();
    if length >= MIN_RUN {
        found(PieceKind::Same, length, 50);
    }
    // What stands before a place and is repeated from there.
    let most = at.min(tail.len());
    let copies = (2..=most).filter(|length| folded[at - length..at] == tail[..*length]);
    copies.for_each(|length| found(PieceKind::Copy, length, 30));
}

/// The character at a place by itself.
fn single(typed: &[char], folded: &[char], at: usize, found: &mut dyn FnMut(PieceKind, usize, u32)) {
    let c = folded[at];
    let before = at.checked_sub(1).map(|before| folded[before]).filter(char::is_ascii_lowercase);
    let (kind, cost) = match c {
        'a'..='z' => {
            let place = |c: char| u32::from(c) - u32::from('a');
            let usual = before.is_some_and(|before| USUAL[place(before) as usize] & 1 << place(c) != 0);
            // A capital inside of a word is a choice of its own.
            let capital = before.is_some() && typed[at] != c && typed[at - 1] == folded[at - 1];
            (PieceKind::Letter, if usual { 28 } else { 47 } + if capital { 10 } else { 0 })
        }
        '0'..='9' => (PieceKind::Digit, 33),
        ' ' => (PieceKind::Sign, 10),
        _ if is_chinese(c) => (PieceKind::Chinese, 100),
        // Where people put one.
        _ if at + 1 == folded.len() => (PieceKind::Sign, 15),
        '!' | '@' | '#' | '.' | '_' | '-' | '*' | ',' => (PieceKind::Sign, 40),
        _ => (PieceKind::Sign, 55),
    };
    found(kind, 1, cost);
}

/// Returns whether a word stands at the beginning, perhaps with signs for letters: `p@ssw0rd`.
fn looks_like(tail: &[char], word: &str) -> bool {
    let mut rest = tail.iter();
    word.chars().all(|wanted| rest.next().is_some_and(|found| *found == wanted || sign_for(*found) == Some(wanted)))
}

fn sign_for(c: char) -> Option<char> {
    match c {
        '@' | '4' => Some('a'),
        '0' => Some('o'),
        '1' | '!' => Some('i'),
        '3' => Some('e'),
        '$' | '5' => Some('s'),
        _ => None,
    }
}

fn starts_with(tail: &[char], word: &str) -> bool {
    let mut rest = tail.iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

/// The syllables of pinyin at the beginning: `xi` and `xian`.
fn syllables(tail: &[char], found: &mut dyn FnMut(PieceKind, usize, u32)) {
    let initial = INITIALS.split(' ').find(|initial| starts_with(tail, initial)).map_or(0, str::len);
    for end in FINALS.split(' ').filter(|end| starts_with(&tail[initial..], end)) {
        // By itself a single letter is a letter.
        if initial + end.len() > 1 {
            found(PieceKind::Syllable, initial + end.len(), 70);
        }
    }
}

/// Length of the longest run along a row, in either direction.
fn run(tail: &[char]) -> usize {
    let mut longest = 0;
    for row in ROWS {
        let row: Vec<char> = row.chars().collect();
        for from in 0..row.len() {
            let forward = row[from..].iter().zip(tail).take_while(|(a, b)| a == b).count();
            let backward = row[..=from].iter().rev().zip(tail).take_while(|(a, b)| a == b).count();
            longest = longest.max(forward).max(backward);
        }
    }
    longest
}

/// Full-width forms as their ASCII. Other scripts with cases would need Unicode tables.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        plain => plain,
    }
}

/// Returns whether this is a Chinese character: the URO, extension A, the planes of later ones.
pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
