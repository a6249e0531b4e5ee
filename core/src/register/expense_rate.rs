//! Computes the amount to be set aside for safety each year.

pub use crate::trade::{Activity, Base};

impl Activity {
    /// The rate.
    pub fn base(self) -> Base {
        self.row().base
    }

    /// Computes the amount due by the end of month `months`, in whole yuan, rounded half up.
    ///
    /// It is a share of last year's `revenue`.
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
