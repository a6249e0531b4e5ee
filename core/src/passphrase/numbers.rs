//! Numbers that belong to somebody: days and telephones.

/// Lengths of the dates at the beginning, each with its cost in tenths of bits.
///
/// Year, month and day with or without separators, the day first, two digits of the year, month and day, or the year
/// alone.
pub(super) fn dates(tail: &[char], found: &mut dyn FnMut(usize, u32)) {
    let two = |at, most| number(tail, at, 2).is_some_and(|part| (1..=most).contains(&part));
    if year(tail, 0) {
        let mut at = skip_separator(tail, 4);
        found(at, 60);
        for (most, cost) in [(12, 95), (31, 130)] {
            let Some(end) = part(tail, at, most) else { break };
            at = skip_separator(tail, end);
            found(at, cost);
        }
    }
    let (month_first, day_first) = (two(0, 12) && two(2, 31), two(0, 31) && two(2, 12));
    if month_first {
        found(4, 85);
    }
    if number(tail, 0, 2).is_some() && two(2, 12) && two(4, 31) {
        found(6, 140);
    }
    if (month_first || day_first) && year(tail, 4) {
        found(8, 140);
    }
}

/// Length of a mobile, fixed or identity number at the beginning.
///
/// It may have a hyphen or blank between its groups. It is long, but not unknown to others.
pub(super) fn telephone(tail: &[char]) -> Option<usize> {
    let mut digits = Vec::new();
    let mut ends = Vec::new();
    for (at, c) in tail.iter().enumerate() {
        match c {
            '0'..='9' => {
                digits.push(*c);
                ends.push(at + 1);
            }
            '-' | ' ' if at > 0 && tail[at - 1].is_ascii_digit() => {}
            _ => break,
        }
    }
    let mobile = |at: usize| digits.len() >= at + 11 && digits[at] == '1' && ('3'..='9').contains(&digits[at + 1]);
    let count = match digits.as_slice() {
        ['8', '6', ..] if mobile(2) => 13,
        _ if mobile(0) => 11,
        ['0', ..] if digits.len() >= 10 => digits.len().min(12),
        // The last digit may be an X.
        _ if digits.len() >= 17 && year(&digits, 6) => digits.len().min(18),
        _ => return None,
    };
    ends.get(count - 1).copied()
}

fn year(tail: &[char], at: usize) -> bool {
    number(tail, at, 4).is_some_and(|year| (1900..=2099).contains(&year))
}

/// Finds the end of a month or day that begins at `at`: two digits if they fit, else one.
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
