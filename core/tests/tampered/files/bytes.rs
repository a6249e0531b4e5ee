//! The file as bytes: flipped, cut, joined, written in another encoding.

use super::{Genuine, Group, Tampered};

pub fn files(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("bytes are changed");
    let bytes = genuine.text.as_bytes();
    // A step that no line has, so that all kinds of places are met.
    for at in (0..bytes.len()).step_by(67) {
        let mask = [0x01, 0x80][at % 2];
        let mut changed = bytes.to_vec();
        changed[at] ^= mask;
        group.add_bytes(format!("byte {at} with mask {mask:#04x}"), None, changed);
    }
    let end = genuine.text.trim_end().len();
    for at in (1..end).step_by(211) {
        group.add_bytes(format!("cut after {at} bytes"), "cut_short", &bytes[..at]);
    }
    // One mark of the byte order at the start is no change.
    for at in (1..end).step_by(397) {
        for inserted in [b"\0".as_slice(), b"\"", b"{", b"\xff", "\u{feff}".as_bytes()] {
            let (before, after) = bytes.split_at(at);
            group.add_bytes(format!("{inserted:02x?} put in at {at}"), None, [before, inserted, after].concat());
        }
    }
    let text = &genuine.text;
    let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    for (what, bytes) in [
        ("UTF-16 LE", wide(u16::to_le_bytes)),
        ("UTF-16 BE", wide(u16::to_be_bytes)),
        ("UTF-32", text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
        ("Latin-1 where there is Chinese", text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0xe9)).collect()),
        ("two marks", format!("\u{feff}\u{feff}{text}").into()),
        ("two reports", format!("{text}{text}").into()),
        ("a word behind", format!("{text}已发").into()),
        ("a list of one report", format!("[{text}]").into()),
        ("in a report", format!("{{\"document\":{text},\"signatures\":[]}}").into()),
        ("the name of a zip", [b"PK\x03\x04", text.as_bytes()].concat()),
        ("html", format!("<script>{text}</script>").into()),
        ("empty", Vec::new()),
        ("blank", b" \r\n\t".to_vec()),
    ] {
        group.add_bytes(what, None, bytes);
    }
    group.files
}
