//! Strict JSON: whatever is accepted has one canonical form, which says the same.

use anziping_seal::{canonical, json, writable};

use super::Target;
use crate::nfc::Tables;

/// This target, as the list of all has it.
pub const TARGET: Target = Target {
    name: "parse",
    run,
    words: &[
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b":",
        b",",
        b"\\u202e",
        b"\\ud842\\udfb7",
        b"\\ud800",
        b"-0",
        b"1e3",
        b"9007199254740991",
        b"\\u0000",
        b"true",
        b"null",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xae",
        b"e\xcc\x81",
        b"[[[[[[[[[[[[[[[[",
        b"{\"a\":",
    ],
    bounded: 20_000,
};

/// Feeds one input to it.
///
/// # Panics
/// When something does not hold.
pub fn run(data: &[u8]) {
    let Ok(value) = json::parse(data, &Tables) else { return };
    assert_eq!(writable::check(&value, 0), Ok(()), "what a reader accepts, a writer may write");
    let text = canonical::write(&value);
    let again = json::parse(text.as_bytes(), &Tables).expect("the canonical form of what was read is read");
    assert_eq!(again, value, "the canonical form says the same");
    assert_eq!(canonical::write(&again), text, "there is one canonical form");
}
