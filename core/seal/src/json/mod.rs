//! Strict JSON: the subset that every program reads alike, or a refusal that says what is wrong and where.
//!
//! Accepted are the changes files suffer on honest ways: a byte order mark, CRLF, any indentation, `\u` escapes,
//! members in another order.

mod encoding;
mod parser;
pub(crate) mod text;
mod tree;

pub(crate) use parser::LARGEST_INTEGER;
pub use parser::parse;
pub use tree::Value;

/// Unicode normalisation form C, lent by the caller: a browser has it built in, and its tables would
/// weigh more than this whole crate.
pub trait Normalise {
    /// Whether the text is in form C already.
    fn is_nfc(&self, text: &str) -> bool;
    /// The text in form C.
    fn to_nfc(&self, text: &str) -> String;
}
