//! The score of one question: 是 1, 部分 ½, 否 0, a ratio its share.

use serde::{Deserialize, Serialize};

use crate::month::answer::{Level, Reading};

/// A share in ten-thousandths, 0 to 10 000.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct BasisPoints(u32);

impl BasisPoints {
    /// No point.
    pub const ZERO: Self = Self(0);
    /// One half.
    const HALF: Self = Self(5_000);
    /// Full marks.
    pub const FULL: Self = Self(10_000);

    /// `done ÷ total` rounded half up; `None` for an empty denominator or `done > total`.
    pub fn of(done: u32, total: u32) -> Option<Self> {
        if total == 0 || done > total {
            return None;
        }
        let (done, total) = (u64::from(done), u64::from(total));
        u32::try_from((done * 20_000 + total) / (2 * total)).ok().map(Self)
    }

    /// 0 to 10 000.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Reading {
    /// The score, or `None` where there was no case.
    pub fn score(self) -> Option<BasisPoints> {
        match self {
            Self::Level(Level::Yes) => Some(BasisPoints::FULL),
            Self::Level(Level::Partly) => Some(BasisPoints::HALF),
            Self::Level(Level::No) => Some(BasisPoints::ZERO),
            Self::Ratio { done, total } => BasisPoints::of(done, total),
            Self::NoCase => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::count::COUNT_MAX;

    #[test]
    fn a_ratio_is_rounded_half_up_to_a_basis_point() {
        let bp = |done, total| BasisPoints::of(done, total).unwrap().get();
        assert_eq!(bp(1, 3), 3333);
        assert_eq!(bp(2, 3), 6667);
        // 1/16 = 625 exactly; 1/32 = 312.5 goes up; 3/32 = 937.5 goes up.
        assert_eq!((bp(1, 16), bp(1, 32), bp(3, 32)), (625, 313, 938));
        // 0.5 basis points exactly, and just below.
        assert_eq!((bp(1, 20_000), bp(1, 20_001)), (1, 0));
        assert_eq!(bp(COUNT_MAX, COUNT_MAX), 10_000);
        assert_eq!(BasisPoints::of(0, 0), None);
        assert_eq!(BasisPoints::of(2, 1), None);
    }

    #[test]
    fn almost_everything_is_full_score_but_not_met() {
        let almost = Reading::Ratio { done: 19_999, total: 20_000 };
        assert_eq!(almost.score(), Some(BasisPoints::FULL));
        assert!(!almost.is_met());
    }

    #[test]
    fn no_case_is_neither_full_nor_empty_marks() {
        assert_eq!(Reading::NoCase.score(), None);
        assert!(Reading::NoCase.is_met());
    }
}
