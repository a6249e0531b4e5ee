use pkcs8::EncryptedPrivateKeyInfoRef;
use pkcs8::der::pem::{self, LineEnding, PemLabel};
use pkcs8::der::{Decode, Encode};
use pkcs8::pkcs5::EncryptionScheme as Scheme;
use pkcs8::pkcs5::pbes2::EncryptionScheme as Cipher;

use super::*;

const PASSPHRASE: &str = "红旗渠水长8";

/// As little work as scrypt can do, so that a test can open hundreds.
const LITTLE: Work = Work { n: 2, r: 1, p: 1 };

/// A container written by `openssl pkcs8 -topk8 -scrypt` (OpenSSL 3) around the key of RFC 8037 A.1.
const BY_OPENSSL: &str = include_str!("by_openssl.pem");
/// The same key by `openssl pkcs8 -topk8 -v2 aes-256-cbc`: PBKDF2 instead of scrypt.
const BY_OPENSSL_PBKDF2: &str = include_str!("by_openssl_pbkdf2.pem");

fn key() -> SecretKey {
    SecretKey::from_bytes([42; 32])
}

fn locked(work: Work) -> String {
    lock_with(work, &key(), PASSPHRASE, [1; 16], [2; 16]).unwrap()
}

fn opened(text: &str, passphrase: &str) -> Result<KeyId, OpenError> {
    open(text, passphrase, &key().key_id()).map(|key| key.key_id())
}

#[test]
fn a_locked_key_opens_with_its_passphrase_and_no_other() {
    let text = lock(&key(), PASSPHRASE, [1; 16], [2; 16]).unwrap();
    assert!(text.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    assert!(text.ends_with("-----END ENCRYPTED PRIVATE KEY-----\n"));
    assert_eq!(opened(&text, PASSPHRASE), Ok(key().key_id()));
    assert_eq!(opened(&text, "红旗渠水长9"), Err(OpenError::WrongPassphraseOrDamaged));
}

#[test]
fn a_container_of_another_key_is_not_taken_for_the_expected_one() {
    let text = locked(LITTLE);
    let other = SecretKey::from_bytes([43; 32]).key_id();
    assert_eq!(open(&text, PASSPHRASE, &other).unwrap_err(), OpenError::WrongPassphraseOrDamaged);
    assert_eq!(open_backup(&text, PASSPHRASE).unwrap().key_id(), key().key_id());
}

#[test]
fn a_copy_with_other_line_ends_or_a_byte_order_mark_still_opens() {
    let text = locked(LITTLE);
    assert_eq!(opened(&text.replace('\n', "\r\n"), PASSPHRASE), Ok(key().key_id()));
    assert_eq!(opened(&format!("\u{feff}\n {text}\n\n"), PASSPHRASE), Ok(key().key_id()));
}

#[test]
fn no_changed_character_opens_to_another_key() {
    let text = locked(LITTLE);
    for (index, original) in text.char_indices() {
        for changed in ['A', '/', '=', ' '].into_iter().filter(|c| *c != original) {
            let damaged = format!("{}{changed}{}", &text[..index], &text[index + 1..]);
            match opened(&damaged, PASSPHRASE) {
                Err(_) => {}
                Ok(_) => {
                    assert!(
                        original.is_ascii_whitespace() || changed == ' ',
                        "character {index}: {original:?} as {changed:?} still opens"
                    )
                }
            }
        }
    }
}

#[test]
fn a_damaged_byte_is_reported_like_a_wrong_passphrase() {
    let text = locked(LITTLE);
    let (label, der) = pem::decode_vec(text.as_bytes()).unwrap();
    for index in der.len() - 64..der.len() {
        let mut damaged = der.clone();
        damaged[index] ^= 1;
        let text = pem::encode_string(label, LineEnding::LF, &damaged).unwrap();
        assert_eq!(opened(&text, PASSPHRASE), Err(OpenError::WrongPassphraseOrDamaged), "byte {index}");
    }
    let cut = &text[..text.len() / 2];
    assert_eq!(opened(cut, PASSPHRASE), Err(OpenError::WrongPassphraseOrDamaged));
}

#[test]
fn more_work_than_ours_is_refused_before_it_is_done() {
    for work in [
        Work { n: 1 << 15, ..OURS },
        Work { n: 1 << 62, ..OURS },
        Work { r: 9, ..OURS },
        Work { r: u64::from(u32::MAX), ..OURS },
        Work { p: 6, ..OURS },
    ] {
        assert_eq!(opened(&with_work(work), PASSPHRASE), Err(OpenError::TooCostly), "{work:?}");
    }
}

#[test]
fn senseless_work_is_damage() {
    for n in [0, 1, 3] {
        let text = with_work(Work { n, r: 1, p: 1 });
        assert_eq!(opened(&text, PASSPHRASE), Err(OpenError::WrongPassphraseOrDamaged), "N = {n}");
    }
}

#[test]
fn another_file_is_not_called_a_damaged_container() {
    for text in ["", "{}", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
        assert_eq!(opened(text, PASSPHRASE), Err(OpenError::NotAContainer), "{text:?}");
    }
    let long = format!("{}{}", " x".repeat(TEXT_BYTES), locked(LITTLE));
    assert_eq!(opened(&long, PASSPHRASE), Err(OpenError::NotAContainer));
}

#[test]
fn a_container_by_openssl_opens_when_it_uses_our_algorithms() {
    let opened = open_backup(BY_OPENSSL, "correct horse battery").unwrap();
    assert_eq!(opened.key_id().to_string(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assert_eq!(open_backup(BY_OPENSSL_PBKDF2, "correct horse battery").unwrap_err(), OpenError::OtherAlgorithms);
}

/// A container that claims this much work without any having been done.
fn with_work(work: Work) -> String {
    encode(&der::write(&ContainerParts { salt: &[1; 16], work, iv: [2; 16], sealed: &[0; 64] }))
}

#[test]
fn an_asn1_library_reads_what_is_written() {
    for work in [OURS, LITTLE, Work { n: 1 << 62, r: 127, p: 128 }, Work { n: 0, r: 255, p: 256 }] {
        let bytes = der::write(&ContainerParts { salt: &[0xff; 16], work, iv: [2; 16], sealed: &[3; 64] });
        let info = EncryptedPrivateKeyInfoRef::from_der(&bytes).unwrap();
        let Scheme::Pbes2(parameters) = &info.encryption_algorithm else {
            panic!("PBES2, not {:?}", info.encryption_algorithm);
        };
        let scrypt = parameters.kdf.scrypt().unwrap();
        assert_eq!(scrypt.salt.as_bytes(), [0xff; 16]);
        assert_eq!(scrypt.cost_parameter, work.n);
        assert_eq!(u64::from(scrypt.block_size), work.r);
        assert_eq!(u64::from(scrypt.parallelization), work.p);
        assert_eq!(scrypt.key_length, None);
        assert_eq!(parameters.encryption, Cipher::Aes256Cbc { iv: [2; 16] });
        assert_eq!(info.encrypted_data.as_bytes(), [3; 64]);
        assert_eq!(info.to_der().unwrap(), bytes, "the library writes the same");
    }
    let text = locked(LITTLE);
    let (label, bytes) = pem::decode_vec(text.as_bytes()).unwrap();
    assert_eq!(label, EncryptedPrivateKeyInfoRef::PEM_LABEL);
    assert_eq!(pem::encode_string(label, LineEnding::LF, &bytes).unwrap(), text);
}
