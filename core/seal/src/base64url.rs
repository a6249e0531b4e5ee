//! base64url without padding (RFC 4648 §5), strict.
//!
//! One text for each byte string, and a reason for every other.

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::Reason;

pub(crate) fn encode(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// Lenient decoders are how one signature gets two spellings, so nothing is skipped here.
pub(crate) fn decode(text: &str) -> Result<Vec<u8>, Reason> {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => {}
            b'=' => return Err(Reason::Base64Padding),
            b' ' | b'\t' | b'\n' | b'\r' => return Err(Reason::Base64WhiteSpace),
            _ => return Err(Reason::Base64Alphabet),
        }
    }
    if text.len() % 4 == 1 {
        return Err(Reason::Base64Length);
    }
    // Alphabet and length are right, so only unused bits that are not zero are left to refuse.
    Base64UrlUnpadded::decode_vec(text).map_err(|_| Reason::Base64TrailingBits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_departure_has_its_own_reason() {
        for (text, expected) in [
            ("AA", Ok(vec![0])),
            ("_-8", Ok(vec![0xff, 0xef])),
            ("AA==", Err(Reason::Base64Padding)),
            ("A A", Err(Reason::Base64WhiteSpace)),
            ("AA\n", Err(Reason::Base64WhiteSpace)),
            ("+A", Err(Reason::Base64Alphabet)),
            ("/A", Err(Reason::Base64Alphabet)),
            ("全A", Err(Reason::Base64Alphabet)),
            ("AAAAA", Err(Reason::Base64Length)),
            ("AB", Err(Reason::Base64TrailingBits)),
            ("AAB", Err(Reason::Base64TrailingBits)),
        ] {
            assert_eq!(decode(text), expected, "{text:?}");
        }
    }
}
