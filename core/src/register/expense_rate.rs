//! How much has to be set aside for safety each year.
//!
//! The rule is 《企业安全生产费用提取和使用管理办法》 (财资〔2022〕136号). The figures are the trade's knowledge of it and were not checked
//! against its text (待核).

use serde::{Deserialize, Serialize};

/// An activity with a rate of its own. 建材、轻工、纺织、烟草、商贸 have none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Activity {
    /// 冶金: smelting and rolling, ferrous or not.
    Metallurgy,
    /// 机械制造.
    Machinery,
    /// 危险品生产与储存.
    HazardousGoods,
    /// 金属露天矿山.
    MetalOpenPit,
    /// 金属地下矿山.
    MetalUnderground,
    /// 非金属露天矿山.
    NonmetalOpenPit,
    /// 非金属地下矿山.
    NonmetalUnderground,
    /// 小型露天采石场: up to 500,000 tonnes a year, on a slope.
    SmallQuarry,
    /// 尾矿库, third class and above, while it is in use.
    TailingsLarge,
    /// 尾矿库, fourth and fifth class, while it is in use.
    TailingsSmall,
}

/// What a rate is taken of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Base {
    /// Last year's revenue, by bands: upper bound in yuan, rate in hundredths of a percent.
    Revenue(&'static [(u64, u64)]),
    /// The output of the month: yuan a tonne.
    Tonnes(u64),
}

/// One 万 and one 亿 yuan.
const WAN: u64 = 10_000;
const YI: u64 = 100_000_000;

impl Activity {
    /// All, in the order they are offered.
    pub const ALL: [Self; 10] = [
        Self::Machinery,
        Self::Metallurgy,
        Self::HazardousGoods,
        Self::SmallQuarry,
        Self::NonmetalOpenPit,
        Self::NonmetalUnderground,
        Self::MetalOpenPit,
        Self::MetalUnderground,
        Self::TailingsLarge,
        Self::TailingsSmall,
    ];

    /// The rate.
    pub fn base(self) -> Base {
        match self {
            Self::Metallurgy => Base::Revenue(&[
                (1_000 * WAN, 300),
                (YI, 150),
                (10 * YI, 50),
                (50 * YI, 20),
                (100 * YI, 10),
                (u64::MAX, 5),
            ]),
            Self::Machinery => {
                Base::Revenue(&[(1_000 * WAN, 235), (YI, 125), (10 * YI, 25), (50 * YI, 10), (u64::MAX, 5)])
            }
            Self::HazardousGoods => Base::Revenue(&[(1_000 * WAN, 450), (YI, 225), (10 * YI, 55), (u64::MAX, 20)]),
            Self::MetalOpenPit | Self::TailingsSmall => Base::Tonnes(5),
            Self::MetalUnderground => Base::Tonnes(15),
            Self::NonmetalOpenPit => Base::Tonnes(3),
            Self::NonmetalUnderground => Base::Tonnes(8),
            Self::SmallQuarry => Base::Tonnes(2),
            Self::TailingsLarge => Base::Tonnes(4),
        }
    }

    /// What is due of last year's `revenue` by the end of the month `months`, in whole yuan, rounded half up.
    ///
    /// The sum of all bands falls due in twelve equal parts. 0 for a rate by the tonne.
    pub fn due_of_year(self, revenue: u64, months: u8) -> u64 {
        let Base::Revenue(bands) = self.base() else { return 0 };
        let mut below = 0;
        let mut hundredths = 0_u128;
        for (bound, rate) in bands {
            let inside = revenue.min(*bound).saturating_sub(below);
            hundredths += u128::from(inside) * u128::from(*rate);
            below = *bound;
        }
        let (share, parts) = (hundredths * u128::from(months), 12 * 10_000_u128);
        u64::try_from((share + parts / 2) / parts).unwrap_or(u64::MAX)
    }
}
