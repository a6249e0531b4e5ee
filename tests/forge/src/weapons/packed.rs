//! Packed files of which a small part is written many times, and whose list of parts can lie.

use flate2::{Compress, Compression, FlushCompress};

/// A part: a head, something repeated, a tail.
#[derive(Clone)]
pub struct Part {
    pub name: String,
    pub head: String,
    pub again: String,
    pub times: usize,
    pub tail: String,
    /// The size in the list of parts, in place of the true one.
    pub said: Option<u32>,
}

impl Part {
    pub fn new(name: &str, head: &str, again: &str, times: usize, tail: &str) -> Self {
        let [head, again, tail] = [head, again, tail].map(str::to_owned);
        Self { name: name.to_owned(), head, again, times, tail, said: None }
    }

    pub fn of(name: &str, text: &str) -> Self {
        Self::new(name, text, "", 0, "")
    }

    pub fn said(self, size: u32) -> Self {
        Self { said: Some(size), ..self }
    }

    /// Deflated, and its true size. What is repeated is deflated once: each copy stands for itself.
    fn deflated(&self) -> (Vec<u8>, usize) {
        let size = self.head.len() + self.again.len() * self.times + self.tail.len();
        let at_once = (1 << 20) / self.again.len().max(1) + 1;
        let mut out = piece(&self.head, FlushCompress::Full);
        let whole = piece(&self.again.repeat(at_once.min(self.times)), FlushCompress::Full);
        for _ in 0..self.times / at_once.max(1) {
            out.extend(&whole);
        }
        out.extend(piece(&self.again.repeat(self.times % at_once), FlushCompress::Full));
        out.extend(piece(&self.tail, FlushCompress::Finish));
        (out, size)
    }
}

fn piece(text: &str, flush: FlushCompress) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 1_000);
    Compress::new(Compression::best(), false).compress_vec(text.as_bytes(), &mut out, flush).unwrap();
    out
}

/// The packed file. The checksums are right where a part is small enough to be read to its end.
pub fn packed(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for part in parts {
        let (data, size) = part.deflated();
        let mut sum = flate2::Crc::new();
        if size < 100_000_000 {
            sum.update(format!("{}{}{}", part.head, part.again.repeat(part.times), part.tail).as_bytes());
        }
        let at = out.len() as u32;
        let size = part.said.unwrap_or(size as u32);
        let about = [
            &[20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0][..],
            &sum.sum().to_le_bytes(),
            &(data.len() as u32).to_le_bytes(),
            &size.to_le_bytes(),
            &(part.name.len() as u16).to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        out.extend([b"PK\x03\x04", &about[..], part.name.as_bytes(), &data].concat());
        let rest = [&[0; 10][..], &at.to_le_bytes(), part.name.as_bytes()].concat();
        list.extend([b"PK\x01\x02\x14\0", &about[..], &rest].concat());
    }
    finish(out, &list, parts.len())
}

/// Writes as many entries as wanted of the last part, and one of each of the others.
pub fn entries(parts: Vec<Part>, count: usize) -> Vec<u8> {
    let all = packed(&parts);
    let starts = all.windows(4).enumerate().filter(|(_, mark)| *mark == b"PK\x01\x02").map(|(at, _)| at);
    let starts: Vec<usize> = starts.collect();
    let (first, last) = (starts[0], starts[starts.len() - 1]);
    let mut list = all[first..last].to_vec();
    for number in 0..count {
        let name = format!("{number:06}.xml");
        let mut entry = all[last..last + 46].to_vec();
        entry[28..30].copy_from_slice(&(name.len() as u16).to_le_bytes());
        list.extend([&entry, name.as_bytes()].concat());
    }
    finish(all[..first].to_vec(), &list, parts.len() - 1 + count)
}

fn finish(mut out: Vec<u8>, list: &[u8], count: usize) -> Vec<u8> {
    let at = out.len() as u64;
    out.extend(list);
    let end = out.len() as u64;
    let few = u16::try_from(count).unwrap_or(u16::MAX);
    if few == u16::MAX {
        let numbers = [count as u64, count as u64, list.len() as u64, at].map(u64::to_le_bytes).concat();
        out.extend([b"PK\x06\x06\x2c\0\0\0\0\0\0\0\x2d\0\x2d\0\0\0\0\0\0\0\0\0", &numbers[..]].concat());
        out.extend([b"PK\x06\x07\0\0\0\0", &end.to_le_bytes()[..], &[1, 0, 0, 0]].concat());
    }
    let counts = [few.to_le_bytes(), few.to_le_bytes()].concat();
    let place = [(list.len() as u32).to_le_bytes(), (at as u32).to_le_bytes()].concat();
    out.extend([b"PK\x05\x06\0\0\0\0", &counts[..], &place, &[0, 0]].concat());
    out
}
