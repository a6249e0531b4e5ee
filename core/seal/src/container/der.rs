//! The ASN.1 of the container (RFC 5958, RFC 8018, RFC 7914 §7), in the one layout the format allows.
//!
//! Written out by hand: the layout is fixed, and a general ASN.1 library would weigh more in the page (23 kB
//! compressed) than scrypt and AES together. The library stands beside it in the tests.

const SEQUENCE: u8 = 0x30;
const OBJECT_ID: u8 = 0x06;
const OCTETS: u8 = 0x04;
const INTEGER: u8 = 0x02;

/// 1.2.840.113549.1.5.13
const PBES2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0d];
/// 1.3.6.1.4.1.11591.4.11
const SCRYPT: &[u8] = &[0x2b, 0x06, 0x01, 0x04, 0x01, 0xda, 0x47, 0x04, 0x0b];
/// 2.16.840.1.101.3.4.1.42
const AES_256_CBC: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2a];

/// How much work opening takes: the three parameters of scrypt (RFC 7914 §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Work {
    pub n: u64,
    pub r: u64,
    pub p: u64,
}

/// The parts of a container.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ContainerParts<'a> {
    pub salt: &'a [u8],
    pub work: Work,
    pub iv: [u8; 16],
    pub sealed: &'a [u8],
}

/// Why bytes are not a container of ours.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DerError {
    /// Not the structure of an encrypted key.
    Malformed,
    /// The structure is right, the algorithms in it are others.
    OtherAlgorithms,
}

pub(super) fn write(parts: &ContainerParts) -> Vec<u8> {
    let Work { n, r, p } = parts.work;
    let scrypt = [field(OCTETS, parts.salt), integer(n), integer(r), integer(p)].concat();
    let kdf = [field(OBJECT_ID, SCRYPT), field(SEQUENCE, &scrypt)].concat();
    let cipher = [field(OBJECT_ID, AES_256_CBC), field(OCTETS, &parts.iv)].concat();
    let pbes2 = [field(SEQUENCE, &kdf), field(SEQUENCE, &cipher)].concat();
    let algorithm = [field(OBJECT_ID, PBES2), field(SEQUENCE, &pbes2)].concat();
    field(SEQUENCE, &[field(SEQUENCE, &algorithm), field(OCTETS, parts.sealed)].concat())
}

pub(super) fn read(der: &[u8]) -> Result<ContainerParts<'_>, DerError> {
    let mut file = Reader(der);
    let mut info = file.sequence()?;
    file.end()?;
    let mut algorithm = info.sequence()?;
    let sealed = info.take(OCTETS)?;
    info.end()?;
    let mut pbes2 = algorithm.parameters_of(PBES2)?;
    algorithm.end()?;
    let (mut kdf, mut cipher) = (pbes2.sequence()?, pbes2.sequence()?);
    pbes2.end()?;

    let mut scrypt = kdf.parameters_of(SCRYPT)?;
    kdf.end()?;
    let salt = scrypt.take(OCTETS)?;
    let work = Work { n: scrypt.integer()?, r: scrypt.integer()?, p: scrypt.integer()? };
    // The length of the derived key may be left out; AES-256 leaves it no choice.
    if !scrypt.0.is_empty() && scrypt.integer()? != 32 {
        return Err(DerError::OtherAlgorithms);
    }
    scrypt.end()?;

    cipher.named(AES_256_CBC)?;
    let iv = cipher.take(OCTETS)?.try_into().map_err(|_| DerError::Malformed)?;
    cipher.end()?;
    Ok(ContainerParts { salt, work, iv, sealed })
}

/// A tag, the length of the content in the shortest form, the content. Containers stay below 64 KiB.
fn field(tag: u8, content: &[u8]) -> Vec<u8> {
    let [.., high, low] = content.len().to_be_bytes();
    let head: &[u8] = match (high, low) {
        (0, 0..=0x7f) => &[tag, low],
        (0, _) => &[tag, 0x81, low],
        _ => &[tag, 0x82, high, low],
    };
    [head, content].concat()
}

/// Big-endian, no leading zero bytes but the one that keeps the number positive.
fn integer(number: u64) -> Vec<u8> {
    let bytes = [[0].as_slice(), &number.to_be_bytes()].concat();
    let spare = bytes.windows(2).take_while(|pair| pair[0] == 0 && pair[1] < 0x80).count();
    field(INTEGER, &bytes[spare..])
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, tag: u8) -> Result<&'a [u8], DerError> {
        let (length, rest) = match self.0 {
            [found, length @ 0..=0x7f, rest @ ..] if *found == tag => (usize::from(*length), rest),
            [found, 0x81, length @ 0x80..=0xff, rest @ ..] if *found == tag => (usize::from(*length), rest),
            [found, 0x82, high @ 1..=0xff, low, rest @ ..] if *found == tag => {
                (usize::from(u16::from_be_bytes([*high, *low])), rest)
            }
            _ => return Err(DerError::Malformed),
        };
        let (content, rest) = rest.split_at_checked(length).ok_or(DerError::Malformed)?;
        self.0 = rest;
        Ok(content)
    }

    fn sequence(&mut self) -> Result<Reader<'a>, DerError> {
        self.take(SEQUENCE).map(Reader)
    }

    fn named(&mut self, object_id: &[u8]) -> Result<(), DerError> {
        if self.take(OBJECT_ID)? == object_id { Ok(()) } else { Err(DerError::OtherAlgorithms) }
    }

    fn parameters_of(&mut self, object_id: &[u8]) -> Result<Reader<'a>, DerError> {
        self.named(object_id)?;
        self.sequence()
    }

    /// A number from 0 to 2^63 − 1 in its shortest form.
    fn integer(&mut self) -> Result<u64, DerError> {
        let bytes = self.take(INTEGER)?;
        match bytes {
            [] | [0x80..=0xff, ..] | [0, 0..=0x7f, ..] => return Err(DerError::Malformed),
            _ if bytes.len() > 8 => return Err(DerError::Malformed),
            _ => {}
        }
        Ok(bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn end(&self) -> Result<(), DerError> {
        if self.0.is_empty() { Ok(()) } else { Err(DerError::Malformed) }
    }
}
