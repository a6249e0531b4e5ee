//! Rust types read from JSON values as from serde_json's own tree.
//!
//! What the type does not know is noted.

use std::collections::BTreeMap;

use anziping_seal::Sha256;
use anziping_seal::json::{Value, parse};
use anziping_seal::typed::{Misfit, from_value, from_value_with_rest};
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::canonical_form::values;
use anziping_forge::signed::*;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Plain,
    Number(u32),
    Pair(u8, i8),
    Named { flag: bool },
}

#[derive(Debug, PartialEq, Deserialize)]
struct Inner {
    id: String,
    #[serde(default)]
    count: Option<i64>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Wrapped(u8);

#[derive(Debug, PartialEq, Deserialize)]
struct Document {
    kind: Kind,
    list: Vec<Inner>,
    #[serde(default)]
    by_kind: BTreeMap<String, Wrapped>,
}

fn value(text: &str) -> Value {
    parse(text.as_bytes(), &Tables).unwrap()
}

/// Reads both ways; the errors are compared as well, since people are shown what they say.
///
/// Only a list where an object belongs we refuse and they may take.
fn both<T: DeserializeOwned + PartialEq + std::fmt::Debug>(value: &Value) -> Result<T, String> {
    let ours = from_value::<T>(value).map_err(|misfit| match misfit {
        Misfit::Shape(said) | Misfit::Misspelt { said, .. } => said,
        Misfit::Refused(refusal) => panic!("{refusal:?}"),
    });
    let theirs = serde_json::from_value::<T>(serde_json::to_value(value).unwrap()).map_err(|fault| fault.to_string());
    let is_list_for_object =
        ours.as_ref().is_err_and(|said| said.starts_with("invalid type: sequence, expected struct"));
    assert!(is_list_for_object || ours == theirs, "{value:?}: {ours:?} is not {theirs:?}");
    ours
}

#[test]
fn a_list_is_never_taken_for_an_object() {
    for text in [r#"["a",1]"#, r#"["a"]"#, "[]"] {
        let said = both::<Inner>(&value(text)).unwrap_err();
        assert!(said.contains("sequence"), "{text}: {said}");
    }
    assert!(both::<Kind>(&value(r#"{"named":[true]}"#)).is_err());
    assert!(both::<Document>(&value(r#"{"kind":"plain","list":[["a",1]]}"#)).is_err());
    assert!(both::<Document>(&value(r#"{"kind":"plain","list":[],"by_kind":[]}"#)).is_err());
    // The fields of a tuple are a list in any case.
    assert_eq!(both::<Kind>(&value(r#"{"pair":[1,-1]}"#)), Ok(Kind::Pair(1, -1)));
}

#[test]
fn every_shape_is_read_as_by_serde_json() {
    for kind in [r#""plain""#, r#"{"number":7}"#, r#"{"pair":[1,-1]}"#, r#"{"named":{"flag":true}}"#] {
        assert!(both::<Kind>(&value(kind)).is_ok(), "{kind}");
    }
    let whole = both::<Document>(&value(
        r#"{"kind":"plain","list":[{"id":"a","count":-3},{"id":"b","count":null}],"by_kind":{"x":5}}"#,
    ));
    assert_eq!(whole.unwrap().list[0].count, Some(-3));
    let faults = [
        r#""other""#,
        r#"{"number":-1}"#,
        r#"{"number":4294967296}"#,
        r#"{"number":"7"}"#,
        r#"{"pair":[1]}"#,
        r#"{"pair":[1,2,3]}"#,
        r#"{"named":{}}"#,
        r#"{"named":{"flag":null}}"#,
        r#"{"number":1,"plain":2}"#,
        "{}",
        "[]",
        "null",
        "3",
    ];
    for fault in faults {
        assert!(both::<Kind>(&value(fault)).is_err(), "{fault}");
        assert!(both::<Document>(&value(&format!(r#"{{"kind":{fault},"list":[]}}"#))).is_err(), "{fault}");
    }
    assert!(both::<Document>(&value(r#"{"kind":"plain"}"#)).unwrap_err().contains("list"));
}

#[test]
fn a_text_that_is_not_what_it_stands_for_is_named_by_its_type() {
    #[derive(Debug, Deserialize)]
    struct Named {
        #[allow(dead_code, reason = "only read")]
        file: Option<Sha256>,
    }
    let hash = Sha256::of(b"").to_string();
    assert!(from_value::<Named>(&value(&format!(r#"{{"file":"{hash}"}}"#))).is_ok());
    let misspelt = from_value::<Named>(&value(&format!(r#"{{"file":"{}"}}"#, hash.to_uppercase())));
    assert!(matches!(misspelt, Err(Misfit::Misspelt { what: "Sha256", .. })), "{misspelt:?}");
    let other = from_value::<Named>(&value(r#"{"file":7}"#));
    assert!(matches!(other, Err(Misfit::Shape(_))), "{other:?}");
}

#[test]
fn what_a_type_does_not_ask_for_is_named_by_its_place() {
    let value = value(
        r#"{"zoo":{"a":1},"kind":{"named":{"flag":true,"more":[]}},"list":[{"id":"a"},{"id":"b","photo":"p"}],"by_kind":{"x":1}}"#,
    );
    let (_, rest) = from_value_with_rest::<Document>(&value).unwrap();
    let places: Vec<&str> = rest.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(places, ["/kind/named/more", "/list/1/photo", "/zoo"]);
    assert_eq!(rest[1].1, &Value::String("p".into()));
}

proptest! {
    #[test]
    fn any_value_is_read_or_refused_as_by_serde_json(value in values()) {
        drop(both::<Document>(&value));
        drop(both::<Vec<Option<bool>>>(&value));
        drop(both::<BTreeMap<String, Vec<i64>>>(&value));
        drop(both::<(String, u8)>(&value));
        drop(both::<Value>(&value));
    }
}
