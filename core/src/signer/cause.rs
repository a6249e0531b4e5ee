//! The causes for which a key goes out of use.

use serde::{Deserialize, Serialize};

use crate::value::code::codes;

/// Why a key goes out of use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// 设备或备份遗失.
    Lost,
    /// 口令泄露或被他人使用.
    Leaked,
    /// 签名人离职或不再负责.
    Left,
    /// 不再使用.
    Unused,
}

impl Cause {
    crate::listed! {
        /// All causes.
        pub ALL: Lost, Leaked, Left, Unused
    }
}

codes! { read Cause { Lost = "lost", Leaked = "leaked", Left = "left", Unused = "unused" } }
