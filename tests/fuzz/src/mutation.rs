//! Small changes to inputs, the same for the same seed on every machine.

/// SplitMix64: enough to be thrown about by, and one line long.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The same numbers for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 when nothing is below.
    pub fn below(&mut self, bound: usize) -> usize {
        // The remainder is below a `usize`.
        (self.number() % bound.max(1) as u64) as usize
    }
}

/// Changes one to four places of an input.
///
/// `seeds` lend pieces of themselves, `words` are what the format is made of.
pub fn mutate(input: &[u8], seeds: &[Vec<u8>], words: &[&[u8]], random: &mut Random) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=random.below(4) {
        once(&mut bytes, seeds, words, random);
    }
    bytes
}

fn once(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&[u8]], random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let end = at + random.below((bytes.len() - at).min(64) + 1);
    match random.below(8) {
        0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
        1 if at < bytes.len() => bytes[at] = random.number().to_le_bytes()[0],
        2 => drop(bytes.drain(at..end)),
        3 => {
            let piece = bytes[at..end].to_vec();
            let to = random.below(bytes.len() + 1);
            bytes.splice(to..to, piece);
        }
        4 if !seeds.is_empty() => {
            let other = &seeds[random.below(seeds.len())];
            let from = random.below(other.len() + 1);
            let until = from + random.below((other.len() - from).min(256) + 1);
            bytes.splice(at..end, other[from..until].iter().copied());
        }
        5 => bytes.truncate(at),
        _ if !words.is_empty() => {
            let word = words[random.below(words.len())];
            let over = if random.below(2) == 0 { at } else { end };
            bytes.splice(at..over, word.iter().copied());
        }
        _ => bytes.insert(at, random.number().to_le_bytes()[0]),
    }
}
