//! A text of one line that is signed: a name, a post, a remark.

/// Longest text of one line, in characters.
///
/// The bound keeps a signed document below the limits of its form (16 KiB a string).
pub const LINE_MAX: usize = 100;

/// The faults of a text of one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineFault {
    /// It is longer than [`LINE_MAX`].
    TooLong,
    /// A line break or another control character was pasted into it.
    LineBreak,
}

/// Returns the fault of a text of one line, if it has one; an empty text is in order.
pub fn line_fault(text: &str) -> Option<LineFault> {
    let text = text.trim();
    if text.chars().count() > LINE_MAX {
        Some(LineFault::TooLong)
    } else if text.chars().any(char::is_control) {
        Some(LineFault::LineBreak)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_at_most_a_hundred_characters_and_no_controls() {
        for sound in ["", "张三", &"𠮷".repeat(LINE_MAX), &format!(" {}\n", "字".repeat(LINE_MAX))] {
            assert_eq!(line_fault(sound), None, "{sound}");
        }
        assert_eq!(line_fault(&"字".repeat(LINE_MAX + 1)), Some(LineFault::TooLong));
        assert_eq!(line_fault("张\n三"), Some(LineFault::LineBreak));
    }
}
