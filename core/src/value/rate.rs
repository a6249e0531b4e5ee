//! A count out of a total.

use serde::{Deserialize, Serialize};

/// `done` of `total`, both counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rate {
    /// In order.
    pub done: u32,
    /// All; 0 means there is nothing to count, printed as 无到期 or 无此类人员.
    pub total: u32,
}

impl Rate {
    /// The share in tenths of a percent, 0 to 1000, rounded down; `None` for an empty denominator.
    ///
    /// 999 of 1000 is 99.9, never 100.
    pub fn floored_tenths(self) -> Option<u32> {
        let scaled = (u64::from(self.done) * 1000).checked_div(u64::from(self.total))?;
        u32::try_from(scaled).ok()
    }

    /// Returns whether nothing is missing; an empty denominator is not full.
    pub fn is_full(self) -> bool {
        self.total > 0 && self.done == self.total
    }
}
