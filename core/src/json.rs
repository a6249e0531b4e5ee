//! The one way from JSON text to a type and back: no other file of `core` calls `serde_json` for it.
//!
//! Texts are read by way of [`serde_json::Value`]. Deriving a type for the text reader as well as for values would put
//! every `Deserialize` into the page twice; measured, that was a tenth of its size. The price is a few milliseconds for
//! the largest text, the catalogue. Where something is read or written without that detour, the name says so.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, Value};

/// Reads a text.
///
/// # Errors
/// The text is not JSON, or not a `T`.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    of_value(tree(text)?)
}

/// Reads a text as a tree, whatever stands in it.
///
/// # Errors
/// The text is not JSON.
pub fn tree(text: &str) -> Result<Value, Error> {
    serde_json::from_str(text)
}

/// Reads a text without the value in between.
///
/// Only for the answers about received files, which come by the thousand and are read on the desk's page alone: it
/// takes half the time there, and no type is read both ways on one page.
///
/// # Errors
/// As [`read`].
pub fn read_directly<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text)
}

/// Reads a value that was read from a text already.
///
/// # Errors
/// The value is not a `T`.
pub fn of_value<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    serde_json::from_value(value)
}

/// The value that a text would be read as.
///
/// # Errors
/// The value cannot be said in JSON, such as a map whose keys are not strings.
pub fn value<T: Serialize + ?Sized>(value: &T) -> Result<Value, Error> {
    serde_json::to_value(value)
}

/// Writes a value for people: two spaces a level, members in the order of the type.
///
/// # Errors
/// As [`value`](self::value).
pub fn write_readable<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    serde_json::to_string_pretty(value)
}

/// Writes a value on one line without the value in between: members in the order of the type.
///
/// For what is kept or hashed in that order, and for what comes by the thousand.
///
/// # Errors
/// As [`value`](self::value).
pub fn write_directly<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value)
}

/// A text as JSON, in quotation marks. Every text can be said in JSON, so this cannot fail.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Writes a value on one line, members sorted by name.
///
/// # Errors
/// As [`value`](self::value).
pub fn write<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    Ok(self::value(value)?.to_string())
}
