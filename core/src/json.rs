//! The one way from JSON text to a type and back.
//!
//! Both go through [`serde_json::Value`]. Deriving a type for the text reader as well as for values would put every `Deserialize` into
//! the page twice; measured, that was a tenth of its size. The price is a few milliseconds for the largest text, the catalogue.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, Value};

/// Reads a text.
///
/// # Errors
/// The text is not JSON, or not a `T`.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_value(serde_json::from_str::<Value>(text)?)
}

/// A text as JSON, in quotation marks. Every text can be said in JSON, so this cannot fail.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Writes a value on one line, members sorted by name.
///
/// # Errors
/// The value cannot be said in JSON, such as a map whose keys are not strings.
pub fn write<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    Ok(serde_json::to_value(value)?.to_string())
}
