//! The secret key under a passphrase: an encrypted PKCS#8 text that OpenSSL, Node and Python open too.
//!
//! The same text is kept at rest and given out as the backup file. PBES2 (RFC 8018) with scrypt (RFC 7914) and
//! AES-256-CBC. Making it and opening it take about half a second in a browser: keep that off the main thread.

mod der;

use aes::{Aes256Dec, Aes256Enc};
use base64ct::{Base64, Encoding};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use thiserror::Error;
use zeroize::Zeroizing;

use self::der::{ContainerParts, DerError, Work};
use crate::keys::{KeyId, SecretKey};

/// The work that a new container asks for.
///
/// N is the most OpenSSL and Node open without being told to (their limit is 32 MiB; N = 2^15 needs more). Since it
/// cannot grow, p makes up for it.
const OURS: Work = Work { n: 1 << 14, r: 8, p: 5 };

const BEGIN: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
const END: &str = "-----END ENCRYPTED PRIVATE KEY-----";
/// Characters of base64 in a line (RFC 7468 §2).
const LINE: usize = 64;

/// A longer text is no container of ours (they have about 400 characters).
const TEXT_BYTES: usize = 8 * 1024;

/// PKCS#8 **v1** around an Ed25519 seed (RFC 8410 §7).
///
/// Version 0, the algorithm, the seed in two octet strings. Version 2 would add the public key, and OpenSSL 3.0, Node
/// and Python refuse that.
const PKCS8_V1: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// A container was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The text is something else altogether: ask for the backup file.
    #[error("not an encrypted private key")]
    NotAContainer,
    /// An encrypted key, but made with other algorithms than ours.
    #[error("an encrypted private key of another make")]
    OtherAlgorithms,
    /// Its parameters ask for more work than ours.
    ///
    /// Refused before any is done, so that a file cannot hang the page.
    #[error("opening would take more work than our containers need")]
    TooCostly,
    /// Wrong passphrase, or a damaged text; nothing tells the two apart.
    ///
    /// Ask again, then try the other copy.
    #[error("wrong passphrase or damaged container")]
    WrongPassphraseOrDamaged,
}

/// The cipher refused the fixed parameters of the container.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the key container could not be written")]
pub struct LockError;

/// Returns whether a file is such a container, by its first line (RFC 7468 §2).
///
/// What is in it may still be damaged.
#[must_use]
pub fn is_one(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    text.starts_with(BEGIN.as_bytes())
}

/// Encrypts a key under a passphrase (already in form C; see [`crate::passphrase::judge`]).
///
/// `salt` and `iv` are fresh random bytes, never used twice.
///
/// # Errors
/// [`LockError`] if the cipher refuses, which no input is known to cause.
pub fn lock(key: &SecretKey, passphrase: &str, salt: [u8; 16], iv: [u8; 16]) -> Result<String, LockError> {
    lock_with(OURS, key, passphrase, salt, iv)
}

fn lock_with(work: Work, key: &SecretKey, passphrase: &str, salt: [u8; 16], iv: [u8; 16]) -> Result<String, LockError> {
    let derived = derive(passphrase, &salt, work).ok_or(LockError)?;
    let mut plain = Zeroizing::new([0_u8; 48]);
    plain[..16].copy_from_slice(&PKCS8_V1);
    plain[16..].copy_from_slice(key.seed());
    let mut sealed = [0_u8; 64];
    cbc::Encryptor::<Aes256Enc>::new(&(*derived).into(), &iv.into())
        .encrypt_padded_b2b::<Pkcs7>(&*plain, &mut sealed)
        .map_err(|_| LockError)?;

    Ok(encode(&der::write(&ContainerParts { salt: &salt, work, iv, sealed: &sealed })))
}

/// Opens a container and makes sure that it held the expected key.
///
/// The encryption itself proves nothing.
///
/// # Errors
/// See [`OpenError`].
pub fn open(text: &str, passphrase: &str, expected: &KeyId) -> Result<SecretKey, OpenError> {
    let key = open_backup(text, passphrase)?;
    if key.key_id() == *expected { Ok(key) } else { Err(OpenError::WrongPassphraseOrDamaged) }
}

/// Opens a backup on a device that does not know the key yet.
///
/// Only its first half is checked by its own form: damage in the second half gives another key, so let people compare
/// the fingerprint before relying on it.
///
/// # Errors
/// See [`OpenError`].
pub fn open_backup(text: &str, passphrase: &str) -> Result<SecretKey, OpenError> {
    let der = decode(text)?;
    let ContainerParts { salt, work, iv, sealed } = der::read(&der).map_err(|error| match error {
        DerError::Malformed => OpenError::WrongPassphraseOrDamaged,
        DerError::OtherAlgorithms => OpenError::OtherAlgorithms,
    })?;
    if work.n > OURS.n || work.r > OURS.r || work.p > OURS.p {
        return Err(OpenError::TooCostly);
    }
    let derived = derive(passphrase, salt, work).ok_or(OpenError::WrongPassphraseOrDamaged)?;
    let mut buffer = Zeroizing::new(sealed.to_vec());
    let plain = cbc::Decryptor::<Aes256Dec>::new(&(*derived).into(), &iv.into())
        .decrypt_padded::<Pkcs7>(&mut buffer)
        .map_err(|_| OpenError::WrongPassphraseOrDamaged)?;
    let seed = plain
        .strip_prefix(&PKCS8_V1)
        .and_then(|seed| <[u8; 32]>::try_from(seed).ok())
        .ok_or(OpenError::WrongPassphraseOrDamaged)?;
    Ok(SecretKey::from_bytes(seed))
}

/// The PEM text (RFC 7468).
fn encode(der: &[u8]) -> String {
    let base64 = Base64::encode_string(der);
    let mut text = format!("{BEGIN}\n");
    let mut rest = base64.as_str();
    while !rest.is_empty() {
        let (line, tail) = rest.split_at(rest.len().min(LINE));
        text.push_str(line);
        text.push('\n');
        rest = tail;
    }
    text.push_str(END);
    text.push('\n');
    text
}

/// Decodes the PEM text into its bytes, whatever stands before and after it.
///
/// A text that names itself an encrypted key and cannot be decoded is damaged.
fn decode(text: &str) -> Result<Vec<u8>, OpenError> {
    if text.len() > TEXT_BYTES {
        return Err(OpenError::NotAContainer);
    }
    let (_, body) = text.split_once(BEGIN).ok_or(OpenError::NotAContainer)?;
    let (body, _) = body.split_once(END).ok_or(OpenError::WrongPassphraseOrDamaged)?;
    let base64: String = body.split_ascii_whitespace().collect();
    Base64::decode_vec(&base64).map_err(|_| OpenError::WrongPassphraseOrDamaged)
}

/// The AES key of a passphrase; nothing when the parameters make no sense (N not a power of two, zero).
fn derive(passphrase: &str, salt: &[u8], work: Work) -> Option<Zeroizing<[u8; 32]>> {
    if !work.n.is_power_of_two() {
        return None;
    }
    let log_n = u8::try_from(work.n.ilog2()).ok()?;
    let params = scrypt::Params::new(log_n, u32::try_from(work.r).ok()?, u32::try_from(work.p).ok()?).ok()?;
    let mut key = Zeroizing::new([0_u8; 32]);
    scrypt::scrypt(passphrase.as_bytes(), salt, &params, &mut *key).ok()?;
    Some(key)
}

#[cfg(test)]
mod tests;
