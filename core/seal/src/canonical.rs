//! The canonical form (RFC 8785) of a value of the profile, and the readable form for files.
//!
//! On the profile RFC 8785 comes down to: members sorted by name, no white space, integers in decimal, and the
//! shortest escapes. [`Value`] keeps its members sorted, whatever features serde_json was compiled with.

use crate::json::Value;

/// The canonical text: what is hashed and signed.
#[must_use]
pub fn write(value: &Value) -> String {
    let mut out = String::new();
    write_value(&mut out, value, None);
    out
}

/// The same value for people: two spaces a level, LF, a final newline.
#[must_use]
pub fn write_readable(value: &Value) -> String {
    let mut out = String::new();
    write_value(&mut out, value, Some(0));
    out.push('\n');
    out
}

/// `level` is the indentation level, or nothing for the canonical form.
fn write_value(out: &mut String, value: &Value, level: Option<usize>) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Integer(number) => out.push_str(&number.to_string()),
        Value::String(text) => write_string(out, text),
        Value::Array(elements) => {
            write_items(out, ['[', ']'], elements, level, |out, element, inner| {
                write_value(out, element, inner);
            });
        }
        Value::Object(members) => {
            write_items(out, ['{', '}'], members, level, |out, (name, member), inner| {
                write_string(out, name);
                out.push_str(if inner.is_some() { ": " } else { ":" });
                write_value(out, member, inner);
            });
        }
    }
}

fn write_items<I: IntoIterator>(
    out: &mut String,
    brackets: [char; 2],
    items: I,
    level: Option<usize>,
    write_item: impl Fn(&mut String, I::Item, Option<usize>),
) {
    let inner = level.map(|level| level + 1);
    let mut empty = true;
    out.push(brackets[0]);
    for item in items {
        if !empty {
            out.push(',');
        }
        empty = false;
        break_line(out, inner);
        write_item(out, item, inner);
    }
    if !empty {
        break_line(out, level);
    }
    out.push(brackets[1]);
}

fn break_line(out: &mut String, level: Option<usize>) {
    if let Some(level) = level {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", level));
    }
}

/// RFC 8785 §3.2.2.2.
fn write_string(out: &mut String, text: &str) {
    out.push('"');
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x8 => "\\b",
            b'\t' => "\\t",
            b'\n' => "\\n",
            0xc => "\\f",
            b'\r' => "\\r",
            0..=0x1f => "\\u00",
            // Nearly everything, and every byte of a longer character.
            _ => continue,
        };
        // Only ASCII has an escape, so that a character begins at `at` and at the next.
        out.push_str(&text[written..at]);
        out.push_str(escape);
        if escape == "\\u00" {
            for nibble in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(u32::from(nibble), 16));
            }
        }
        written = at + 1;
    }
    out.push_str(&text[written..]);
    out.push('"');
}
