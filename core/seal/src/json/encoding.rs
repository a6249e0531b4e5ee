//! Decodes bytes into text: UTF-8, or a reason that tells which program re-saved the file.

use crate::{Place, Reason, Refusal, limits};

/// The text of a file, without a leading byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Refusal::at(Reason::FileTooBig, ""));
    }
    if is_archive(bytes) {
        return Err(Refusal::at(Reason::Archive, ""));
    }
    if let Some(reason) = wide_encoding(bytes) {
        return Err(Refusal::at(reason, ""));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let reason = if error.error_len().is_none() {
            Reason::CutShort
        } else if has_form_of_gbk(bytes) {
            Reason::NotUtf8Gbk
        } else {
            Reason::NotUtf8
        };
        let sound = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        Refusal { reason, place: place(&sound, sound.len()) }
    })
}

/// Line and column of a byte offset; the pointer is left to the caller.
pub(super) fn place(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Place { pointer: String::new(), line: u32::try_from(line).ok(), column: u32::try_from(column).ok() }
}

/// Packed files, by their first bytes: zip (an Office document is one too), gzip, RAR and 7z.
///
/// None of them begins a JSON text.
fn is_archive(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 5] = [b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c"];
    BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning))
}

/// UTF-16 and UTF-32, by byte order mark or by the zeros around the first character (RFC 4627 §3).
fn wide_encoding(bytes: &[u8]) -> Option<Reason> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, 1..=255, ..] | [1..=255, 0, 0, 0, ..] => {
            Some(Reason::NotUtf8Utf32)
        }
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..] => Some(Reason::NotUtf8Utf16),
        _ => None,
    }
}

/// Returns whether every byte outside ASCII begins a well-formed character of GBK or GB 18030.
///
/// These have two bytes and four.
fn has_form_of_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return true,
            [0..=0x7f, tail @ ..] => tail,
            [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, tail @ ..] => tail,
            [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9', tail @ ..] => tail,
            _ => return false,
        };
    }
}
