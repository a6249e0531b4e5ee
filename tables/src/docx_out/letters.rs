//! Texts within the file, without the characters that XML may not hold.

use quick_xml::escape::escape;

/// The text between tags or in an attribute.
///
/// What no XML may hold, such as the bell or half a pair, shows as U+FFFD: a reader sees that something stood there.
pub(super) fn escaped(text: &str) -> String {
    let held: String = text.chars().map(|c| if is_held(c) { c } else { char::REPLACEMENT_CHARACTER }).collect();
    escape(held).into_owned()
}

/// Returns whether XML 1.0 allows the character.
fn is_held(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A run of letters; line breaks and tabs become elements of their own.
pub(super) fn run(text: &str) -> String {
    let mut xml = String::from("<w:r>");
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            xml.push_str("<w:br/>");
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                xml.push_str("<w:tab/>");
            }
            if !piece.is_empty() {
                xml.push_str("<w:t xml:space=\"preserve\">");
                xml.push_str(&escaped(piece));
                xml.push_str("</w:t>");
            }
        }
    }
    xml.push_str("</w:r>");
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_may_not_hold_is_shown_and_rare_characters_stay() {
        assert_eq!(escaped("a<&>\"\u{0}\u{b}\u{1b}\u{fffe}𠮷\u{e000}"), "a&lt;&amp;&gt;&quot;���\u{fffd}𠮷\u{e000}");
        assert_eq!(
            run("一\n\t二"),
            "<w:r><w:t xml:space=\"preserve\">一</w:t><w:br/><w:tab/><w:t xml:space=\"preserve\">二</w:t></w:r>"
        );
    }
}
