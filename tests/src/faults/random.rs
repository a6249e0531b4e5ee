//! Random moments that can be had again: the same seed gives the same run.

/// SplitMix64 (Steele, Lea, Flood 2014): enough for choosing moments, and ten lines.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A sequence of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Draws from `least` up to, but without, `end`; `least` when there is nothing between.
    pub fn within(&mut self, least: u64, end: u64) -> u64 {
        least + self.next_u64() % end.saturating_sub(least).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_sequence_is_the_published_one() {
        let mut random = Random::new(1_234_567);
        assert_eq!(random.next_u64(), 6_457_827_717_110_365_317);
        assert_eq!(random.next_u64(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn numbers_stay_within_their_bounds() {
        let mut random = Random::new(7);
        assert!((0..1_000).map(|_| random.within(150, 160)).all(|number| (150..160).contains(&number)));
        assert_eq!(random.within(5, 5), 5);
    }
}
