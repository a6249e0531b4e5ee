//! The files under `schema/` (JSON Schema 2020-12), made from the types that read and write documents.
//!
//! A test compares them with what is committed; `UPDATE_SCHEMA=1 cargo test -p anziping-core schema` writes them anew.

use std::borrow::Cow;
use std::path::Path;

use anziping_catalog::Catalogue;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::document::receipt::{RECEIPT_SCHEMA, Receipt};
use crate::document::registration::{REGISTRATION_SCHEMA, Registration};
use crate::document::registry_copy::{REGISTRY_SCHEMA, SharedRegistry};
use crate::document::report::{MonthlyReport, REPORT_SCHEMA};
use crate::document::revocation::{REVOCATION_SCHEMA, Revocation};
use crate::document::rotation::{ROTATION_SCHEMA, Rotation};
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

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

/// The four targets; the type itself stands in the catalogue's crate, which knows no schemas.
pub enum Target {}

impl JsonSchema for Target {
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
        use anziping_seal::envelope::Role;
        json_schema!({ "type": "string", "enum": [Role::Principal.as_str(), Role::Preparer.as_str(), Role::Office.as_str()] })
    }
}

/// Check lists of others; they are not signed, so nothing in them names it.
const CATALOGUE_SCHEMA: &str = "https://anziping.invalid/schema/catalogue/1.json";
const ENVELOPE_SCHEMA: &str = "https://anziping.invalid/schema/envelope/1.json";

fn schema_of<T: JsonSchema>(id: &str) -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("$id".into(), id.into());
    readable(&schema)
}

fn envelope() -> String {
    let text = |pattern: &str| serde_json::json!({ "type": "string", "pattern": pattern });
    readable(&json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ENVELOPE_SCHEMA,
        "title": "Envelope",
        "description": "A signed file: the document, and detached signatures over its RFC 8785 form (RFC 7515, Appendix F). Nothing in it is unsigned.",
        "type": "object",
        "properties": {
            "document": {
                "type": "object",
                "properties": {
                    "type": { "type": "string" },
                    "version": text("^[1-9][0-9]*[.](0|[1-9][0-9]*)$"),
                    "signers": { "type": "array", "minItems": 1, "maxItems": anziping_seal::limits::SIGNATURES },
                },
                "required": ["type", "version", "signers"],
                "oneOf": [
                    { "properties": { "type": { "const": "wsr.report" } }, "$ref": REPORT_SCHEMA },
                    { "properties": { "type": { "const": "wsr.registration" } }, "$ref": REGISTRATION_SCHEMA },
                    { "properties": { "type": { "const": "wsr.rotation" } }, "$ref": ROTATION_SCHEMA },
                    { "properties": { "type": { "const": "wsr.revocation" } }, "$ref": REVOCATION_SCHEMA },
                    { "properties": { "type": { "const": "wsr.receipt" } }, "$ref": RECEIPT_SCHEMA },
                    { "properties": { "type": { "const": "wsr.registry" } }, "$ref": REGISTRY_SCHEMA },
                ],
            },
            "signatures": {
                "type": "array",
                "minItems": 1,
                "maxItems": anziping_seal::limits::SIGNATURES,
                "items": {
                    "type": "object",
                    "properties": {
                        "protected": {
                            "type": "string",
                            "description": "base64url of a JSON object of exactly alg, kid and typ, which programs write in the canonical form.",
                            "pattern": "^[A-Za-z0-9_-]+$",
                        },
                        "signature": text("^[A-Za-z0-9_-]{86}$"),
                    },
                    "required": ["protected", "signature"],
                    "additionalProperties": false,
                },
            },
        },
        "required": ["document", "signatures"],
        "additionalProperties": false,
    }))
}

fn readable(schema: &Schema) -> String {
    format!("{:#}\n", schema.as_value())
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
    let schemas = [
        ("report-1.json", schema_of::<MonthlyReport>(REPORT_SCHEMA)),
        ("registration-1.json", schema_of::<Registration>(REGISTRATION_SCHEMA)),
        ("rotation-1.json", schema_of::<Rotation>(ROTATION_SCHEMA)),
        ("revocation-1.json", schema_of::<Revocation>(REVOCATION_SCHEMA)),
        ("receipt-1.json", schema_of::<Receipt>(RECEIPT_SCHEMA)),
        ("registry-1.json", schema_of::<SharedRegistry>(REGISTRY_SCHEMA)),
        ("envelope-1.json", envelope()),
        ("catalogue-1.json", schema_of::<Catalogue>(CATALOGUE_SCHEMA)),
    ];
    for (name, text) in schemas {
        let path = folder.join(name);
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap();
        assert!(
            committed == text,
            "schema/{name} is not what the types say. Write it with UPDATE_SCHEMA=1 and look at the difference. \
             If a member was added to a signed document, raise the minor of its version (REPORT_VERSION for the report) \
             and name the member in docs/format.md"
        );
    }
}
