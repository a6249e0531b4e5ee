//! The encrypted key: nothing opens it but its passphrase, and no text makes the page hang.

use anziping_seal::{container, keys::KeyId};
use base64ct::{Base64, Encoding};

use super::Target;

/// This target, as the list of all has it.
pub const TARGET: Target = Target {
    name: "open_key",
    run,
    words: &[
        b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n",
        b"-----END ENCRYPTED PRIVATE KEY-----\n",
        b"\x30\x82",
        b"\x02\x01\x00",
        b"\x02\x02\x40\x00",
        b"\x02\x01\x08",
        b"\x02\x01\x05",
        b"\x30\x80",
        b"\x04\x84\xff\xff\xff\xff",
        b"\x05\x00",
        b"\x02\x08\x7f\xff\xff\xff\xff\xff\xff\xff",
    ],
    bounded: 3_000,
};

/// The passphrase of the containers in the corpus.
const PASSPHRASE: &str = "秋收冬藏2026年";
/// The key in them.
const KID: &str = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

/// Takes a text as it is, and wraps other bytes as a PEM container.
///
/// Mutating base64 itself would change six bits at a time.
fn text_of(data: &[u8]) -> String {
    match std::str::from_utf8(data) {
        Ok(text) if text.starts_with("-----") => text.to_owned(),
        _ => format!(
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\n{}\n-----END ENCRYPTED PRIVATE KEY-----\n",
            Base64::encode_string(data)
        ),
    }
}

/// Feeds one input to it.
///
/// # Panics
/// When something does not hold.
pub fn run(data: &[u8]) {
    let text = text_of(data);
    let expected = KID.parse::<KeyId>().expect("a thumbprint");
    if let Ok(key) = container::open(&text, PASSPHRASE, &expected) {
        assert_eq!(key.key_id(), expected, "it holds another key than was asked for");
    }
    assert!(container::open(&text, "春种夏长2026年", &expected).is_err(), "another passphrase opens it");
}
