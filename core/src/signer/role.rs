//! The roles in which somebody signs.

use serde::{Deserialize, Serialize};

use crate::value::code::codes;

/// In what capacity somebody signs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 主要负责人, who answers for the content.
    Principal,
    /// 填报人, who prepared it.
    Preparer,
    /// The office that receives, registers or acknowledges.
    Office,
}

codes! { read Role { Principal = "principal", Preparer = "preparer", Office = "office" } }
