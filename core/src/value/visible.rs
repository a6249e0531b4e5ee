//! Characters that nobody sees, and names that show them.
//!
//! Two names that look the same are two names for a program. What is invisible in a name of a signed file is shown by
//! its number, as in `甲⟨U+200B⟩厂`; what people typed or pasted here is signed without it.

use std::borrow::Cow;

/// Returns whether a character leaves no mark of its own.
///
/// Such are controls, formatting, fillers, variation selectors, tags, and blanks that are neither the plain nor the
/// ideographic one.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{A0}' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{1680}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}'
            | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The text with every invisible character shown by its number.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| if is_invisible(c) { format!("⟨U+{:04X}⟩", u32::from(c)) } else { c.to_string() };
    Cow::Owned(text.chars().map(shown).collect())
}

/// One line as it is signed: without what nobody sees, and without blanks around it.
pub fn plain_line(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect::<String>().trim().to_owned()
}

/// Finds the first difference of two texts of equally many characters, from 1, with its characters.
///
/// They may look alike.
pub fn first_difference(one: &str, other: &str) -> Option<(usize, char, char)> {
    if one.chars().count() != other.chars().count() {
        return None;
    }
    let mut pairs = one.chars().zip(other.chars()).zip(1..);
    pairs.find(|((a, b), _)| a != b).map(|((a, b), at)| (at, a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HIDDEN: [char; 14] = [
        '\u{200B}',
        '\u{E0041}',
        '\u{3164}',
        '\u{AD}',
        '\u{202E}',
        '\u{2060}',
        '\u{FE0F}',
        '\u{200D}',
        '\u{A0}',
        '\u{2028}',
        '\u{FFA0}',
        '\u{34F}',
        '\n',
        '\u{2800}',
    ];

    #[test]
    fn what_nobody_sees_in_a_name_is_shown_by_its_number() {
        assert_eq!(visible("甲\u{200B}厂"), "甲⟨U+200B⟩厂");
        for hidden in HIDDEN {
            let shown = visible(&format!("甲{hidden}厂")).into_owned();
            assert_eq!(shown, format!("甲⟨U+{:04X}⟩厂", u32::from(hidden)));
            assert_eq!(plain_line(&format!(" 甲{hidden}厂{hidden} ")), "甲厂");
        }
    }

    #[test]
    fn what_people_see_stays_as_it_is() {
        for plain in ["上海示例机械有限公司（分厂）", "𠮷田　A 厂·1 号", "Ångström"] {
            assert!(matches!(visible(plain), Cow::Borrowed(_)), "{plain}");
            assert_eq!(plain_line(plain), plain);
        }
    }

    #[test]
    fn characters_that_look_alike_are_told_apart() {
        assert_eq!(first_difference("示例⼯厂", "示例工厂"), Some((3, '⼯', '工')));
        assert_eq!(first_difference("示例厂", "示例工厂"), None);
    }
}
