//! In what capacity somebody signs.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_of_roles_are_those_in_files() {
        for role in [Role::Principal, Role::Preparer, Role::Office] {
            assert_eq!(serde_json::to_value(role).unwrap(), role.code());
            assert_eq!(Role::parse(role.code()), Some(role));
        }
        assert_eq!(Role::parse("Principal"), None);
    }
}
