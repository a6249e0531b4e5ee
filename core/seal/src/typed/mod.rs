//! Converts between Rust types and [`Value`], by way of serde.

mod reader;

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::json::{Normalise, Value};
use crate::{Refusal, writable};
use reader::{ReadNotes, Reader};

/// A Rust value and a JSON value of the profile do not fit each other.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Misfit {
    /// serde found another shape, or a fraction; the text says which.
    ///
    /// When reading: the document is of another kind than expected. When writing: the type cannot be expressed in JSON
    /// of the profile.
    #[error("the value has another shape: {0}")]
    Shape(String),
    /// A text that stands for something else, such as a hash, is not written as that is. Only when reading.
    #[error("the value has another shape: {said}")]
    Misspelt {
        /// Name of the newtype that the text was read into.
        what: &'static str,
        /// The message of serde.
        said: String,
    },
    /// The shape is right, but a reader would refuse what is in it: ask for another text or number there.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// The JSON value of a Rust value, checked so that what we write we can read.
///
/// Only normalisation form C is not checked: see [`Value::cleaned`]. Types that are written into files have no floats:
/// serde_json turns NaN and infinities into null before this function can refuse them.
///
/// # Errors
/// [`Misfit::Shape`] for fractions and types JSON cannot express, [`Misfit::Refused`] for content outside the profile.
pub fn to_value<T: Serialize + ?Sized>(source: &T) -> Result<Value, Misfit> {
    let value = unchecked(source)?;
    writable::check(&value, 0)?;
    Ok(value)
}

/// Converts as [`to_value`] does, after typed and pasted texts were cleaned ([`Value::cleaned`]).
///
/// # Errors
/// As [`to_value`].
pub fn to_clean_value<T: Serialize + ?Sized>(source: &T, nfc: &dyn Normalise) -> Result<Value, Misfit> {
    let value = unchecked(source)?.cleaned(nfc);
    writable::check(&value, 0)?;
    Ok(value)
}

fn unchecked<T: Serialize + ?Sized>(source: &T) -> Result<Value, Misfit> {
    // The way over serde_json's tree costs a copy; in exchange no serializer of our own has to be kept right.
    let tree = serde_json::to_value(source).map_err(shape)?;
    serde_json::from_value(tree).map_err(shape)
}

/// The Rust value of a JSON value.
///
/// # Errors
/// [`Misfit::Shape`] or [`Misfit::Misspelt`] when the type wants something else.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Misfit> {
    from_value_with_rest(value).map(|(read, _)| read)
}

/// Members by their JSON pointers, in the order of the document.
pub type Rest<'a> = Vec<(String, &'a Value)>;

/// The Rust value of a JSON value, and what the type did not ask for.
///
/// Types that gather what they do not know (`#[serde(flatten)]`) or that try one shape after another (`untagged`) ask
/// for everything.
///
/// # Errors
/// As [`from_value`].
pub fn from_value_with_rest<T: DeserializeOwned>(value: &Value) -> Result<(T, Rest<'_>), Misfit> {
    let notes = ReadNotes::default();
    match T::deserialize(Reader::new(value, &notes)) {
        Ok(read) => Ok((read, notes.passed.into_inner())),
        Err(error) => Err(match notes.misspelt.get() {
            Some(what) => Misfit::Misspelt { what, said: error.to_string() },
            None => shape(error),
        }),
    }
}

fn shape(error: serde_json::Error) -> Misfit {
    Misfit::Shape(error.to_string())
}
