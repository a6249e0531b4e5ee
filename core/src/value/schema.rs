//! The form of values in the published schemas. Only tests know it: no page carries schemas.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::day::Day;
use super::period::Period;
use super::uscc::UnifiedCode;

macro_rules! text_schema {
    ($kind:ty, $name:literal, $description:literal, $pattern:literal) => {
        impl JsonSchema for $kind {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "description": $description, "pattern": $pattern })
            }
        }
    };
}

/// Thumbprint of a key.
pub enum Thumbprint {}

/// The 30 digits of a key.
pub enum Digits {}

text_schema!(Day, "Day", "A day of the calendar, YYYY-MM-DD.", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
text_schema!(Period, "Period", "A month between 2000 and 2100, YYYY-MM.", "^(20[0-9]{2}|2100)-(0[1-9]|1[0-2])$");
text_schema!(
    UnifiedCode,
    "UnifiedCode",
    "统一社会信用代码, GB 32100-2015; the last character is a check character, which a pattern cannot express.",
    "^[0-9A-HJ-NPQRTUWXY]{18}$"
);

// The last of 43 characters holds four bits of the 32 bytes; its other two are 0.
text_schema!(
    Thumbprint,
    "Thumbprint",
    "RFC 7638 thumbprint (SHA-256) of a key, base64url.",
    "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"
);
text_schema!(
    Digits,
    "Digits",
    "The thumbprint modulo 10^30, in six groups of five digits.",
    "^[0-9]{5}( [0-9]{5}){5}$"
);

/// The four targets.
///
/// Their type stands in the crate of the catalogue, which derives another schema for them.
pub enum TargetSchema {}

impl JsonSchema for TargetSchema {
    fn schema_name() -> Cow<'static, str> {
        "Target".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": anziping_catalog::TargetCode::ALL.map(|code| code.to_string()) })
    }
}

/// The roles in which somebody of an enterprise signs.
pub enum SigningRole {}

impl JsonSchema for SigningRole {
    fn schema_name() -> Cow<'static, str> {
        "SigningRole".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": ["principal", "preparer", "office"] })
    }
}
