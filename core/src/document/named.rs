//! An enterprise as documents about it name it.

use serde::{Deserialize, Serialize};

use crate::value::uscc::UnifiedCode;

/// An enterprise by name and code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NamedEnterprise {
    /// Registered name.
    pub name: String,
    /// 统一社会信用代码.
    pub uscc: UnifiedCode,
}
