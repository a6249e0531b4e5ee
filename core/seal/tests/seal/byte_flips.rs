//! No changed byte goes unnoticed.

use anziping_seal::json::parse;

use anziping_forge::signed::*;

/// The flips: a bit of a digit or letter, a case, the first bit of a character, a space.
///
/// A space becomes a line feed.
const MASKS: [u8; 4] = [0x01, 0x20, 0x80, 0x2a];

#[test]
fn every_flipped_byte_is_refused_unless_the_value_stays_the_same() {
    let original = file_text();
    let envelope = value(&original);
    let mut bytes = original.clone().into_bytes();
    let mut harmless = 0;
    for index in 0..bytes.len() {
        for mask in MASKS {
            bytes[index] ^= mask;
            if verify(&bytes).is_ok() {
                harmless += 1;
                assert_eq!(
                    parse(&bytes, &Tables).as_ref(),
                    Ok(&envelope),
                    "byte {index} with mask {mask:#04x} changed the value and was accepted"
                );
            }
            bytes[index] ^= mask;
        }
    }
    assert_eq!(bytes, original.as_bytes());
    // Only the last mask makes white space of white space; between tokens that is all it does.
    assert!(harmless > 100, "only {harmless} flips of the indentation were accepted");
}
