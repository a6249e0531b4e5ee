//! The kinds of answers that items ask for.

use serde::{Deserialize, Serialize};

/// How an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 是 / 部分 / 否, counting 1, a half and 0.
    Level,
    /// Done out of total, counting their quotient.
    Ratio,
    /// 是 / 否, counting 1 and 0.
    YesNo,
}
