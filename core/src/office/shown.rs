//! Received texts as the desk shows and takes them.

/// A name without the digits of a key in it.
///
/// People compare them with the stamped paper, so the screen does not show them.
pub fn without_digits(file_name: &str) -> String {
    let mut shown = String::new();
    // Digits with what may stand between their groups.
    let mut run = String::new();
    for c in file_name.chars().map(Some).chain([None]) {
        match c {
            Some(c) if c.is_numeric() || (" -_.".contains(c) && !run.is_empty()) => run.push(c),
            c => {
                let digits = run.trim_end_matches(|c: char| !c.is_numeric());
                let hidden = digits.chars().filter(|c| c.is_numeric()).count() >= DIGITS;
                let (said, rest) = if hidden { ("［30 位］", &run[digits.len()..]) } else { (run.as_str(), "") };
                shown.push_str(said);
                shown.push_str(rest);
                run.clear();
                shown.extend(c);
            }
        }
    }
    shown
}

/// Digits of a key.
const DIGITS: usize = 30;

/// A pasted text from its first brace to its last: people copy the greeting around it too.
///
/// The text itself where there are none.
pub fn from_brace_to_brace(pasted: &str) -> &str {
    match (pasted.find('{'), pasted.rfind('}')) {
        (Some(first), Some(last)) if first < last => &pasted[first..=last],
        _ => pasted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_digits_in_a_name_are_hidden_and_a_code_is_not() {
        let name = format!("91310000MA1FL0000N-{}.registration.json", "12345".repeat(6));
        assert_eq!(without_digits(&name), "91310000MA1FL0000N-［30 位］.registration.json");
        assert_eq!(without_digits("2026-11 报告 (1).json"), "2026-11 报告 (1).json");
        assert_eq!(without_digits(&"7".repeat(30)), "［30 位］");
        assert_eq!(without_digits(&format!("a {}.json", "12345 ".repeat(6))), "a ［30 位］ .json");
        assert_eq!(without_digits(&"１２３４５-".repeat(6)), "［30 位］-");
        assert_eq!(without_digits("2026-11-29 10.15.33.json"), "2026-11-29 10.15.33.json");
    }

    #[test]
    fn a_greeting_around_a_pasted_text_is_left_out() {
        assert_eq!(from_brace_to_brace("王主任，这是{\"a\":{}}请查收"), "{\"a\":{}}");
        assert_eq!(from_brace_to_brace("没有"), "没有");
        assert_eq!(from_brace_to_brace("} {"), "} {");
    }
}
