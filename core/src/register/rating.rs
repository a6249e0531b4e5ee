//! The rating of risk points: the methods, their letters and the values these may have.

use serde::{Deserialize, Serialize};

use crate::value::code::codes;

/// How risk points are rated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// R = L × S with the bands of DB37/T 2882 (待核): red from 20, orange from 15, yellow from 9.
    LsA,
    /// R = L × S with the more cautious bands: red from 17, orange from 11, yellow from 5.
    #[default]
    LsB,
    /// D = L × E × C: red from 320, orange from 160, yellow from 70.
    Lec,
}

codes! { read Method { LsA = "LsA", LsB = "LsB", Lec = "Lec" } }

/// The value chosen for one letter of a method; [`Method`] tells which values there are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Score(
    /// The value in tenths: 0.5 is 5.
    pub u32,
);

impl Method {
    crate::listed! {
        /// All, in the order they are offered.
        pub ALL: LsB, LsA, Lec
    }

    /// The letters with the values each may have, in tenths, highest first.
    pub fn letters(self) -> &'static [(char, &'static [u32])] {
        const LS: &[u32] = &[50, 40, 30, 20, 10];
        match self {
            Self::LsA | Self::LsB => &[('L', LS), ('S', LS)],
            Self::Lec => &[
                ('L', &[100, 60, 30, 10, 5, 2, 1]),
                ('E', &[100, 60, 30, 20, 10, 5]),
                ('C', &[1_000, 400, 150, 70, 30, 10]),
            ],
        }
    }

    /// The lowest product of yellow, orange and red, in the unit of [`super::RiskPoint::product`].
    pub(super) fn bands(self) -> [u32; 3] {
        match self {
            Self::LsA => [900, 1_500, 2_000],
            Self::LsB => [500, 1_100, 1_700],
            Self::Lec => [70_000, 160_000, 320_000],
        }
    }

    /// The number of units of [`super::RiskPoint::product`] in one.
    pub fn unit(self) -> u32 {
        match self {
            Self::LsA | Self::LsB => 100,
            Self::Lec => 1_000,
        }
    }
}
