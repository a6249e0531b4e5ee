//! A measured value with at most two places, in hundredths.

use super::uscc::half_width;

/// Reads `20.9` as 2090; blanks around and full-width digits are fine. `None` for anything else.
pub fn hundredths(text: &str) -> Option<u32> {
    let text: String = text.trim().chars().map(half_width).collect();
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || part.len() > 2 {
        return None;
    }
    let part = part.parse::<u32>().ok()? * if part.len() == 1 { 10 } else { 1 };
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_has_at_most_two_places() {
        for (text, expected) in [
            ("20.9", Some(2_090)),
            (" 0 ", Some(0)),
            ("２０．９", Some(2_090)),
            ("19.55", Some(1_955)),
            ("7.05", Some(705)),
            ("19.555", None),
            (".5", None),
            ("5.", None),
            ("-1", None),
            ("<1", None),
            ("20,9", None),
            ("", None),
            ("99999999999", None),
        ] {
            assert_eq!(hundredths(text), expected, "{text}");
        }
    }
}
