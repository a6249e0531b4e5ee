//! The files under `schema/` (JSON Schema 2020-12), made from the types that read and write documents.
//!
//! A test compares them with what is committed; `UPDATE_SCHEMA=1 cargo test --lib schema` writes them anew.
//! `bounds` holds how long each text of a signed document can get.

mod bounds;

use std::path::Path;

use anziping_catalog::Catalogue;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::{Value, json};

use crate::document::{SignedDocument, documents};

/// Check lists of others; they are not signed, so nothing in them names it.
const CATALOGUE_SCHEMA: &str = "https://anziping.invalid/schema/catalogue/1.json";
const ENVELOPE_SCHEMA: &str = "https://anziping.invalid/schema/envelope/1.json";

fn schema_of<T: JsonSchema>(id: &str) -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("$id".into(), id.into());
    readable(&schema)
}

macro_rules! published {
    ($($kind:ident = $document:ty),+ $(,)?) => {
        /// The schema of each type of document, by the identifier that stands in the documents.
        fn documents_by_schema() -> Vec<(&'static str, String)> {
            vec![$((<$document>::SCHEMA, schema_of::<$document>(<$document>::SCHEMA))),+]
        }

        /// Writes the documents that the envelope may hold.
        fn one_of() -> Value {
            let one = |name: &str, schema: &str| {
                json!({ "properties": { "type": { "const": name } }, "$ref": schema })
            };
            json!([$(one(<$document>::TYPE, <$document>::SCHEMA)),+])
        }
    };
}
documents!(published);

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
                "oneOf": one_of(),
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
    let others = [(ENVELOPE_SCHEMA, envelope()), (CATALOGUE_SCHEMA, schema_of::<Catalogue>(CATALOGUE_SCHEMA))];
    for (id, text) in documents_by_schema().into_iter().chain(others) {
        // `…/schema/report/1.json` stands in `schema/report-1.json`.
        let name = id.rsplit_once("/schema/").unwrap().1.replace('/', "-");
        let path = folder.join(&name);
        assert!(!text.contains("[`"), "schema/{name} names something of Rust, which its readers do not know");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap();
        assert!(
            committed == text,
            "schema/{name} is not what the types say. Write it with UPDATE_SCHEMA=1 and look at the difference. \
             If a member was added to a signed document, raise the minor of its version (`VERSION` of its SignedDocument) \
             and name the member in docs/format.md"
        );
    }
}
