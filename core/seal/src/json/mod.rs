//! Strict JSON, the subset that every program reads alike.
//!
//! Anything else is refused with what is wrong and where.
//!
//! Accepted are the changes files suffer on honest ways: a byte order mark, CRLF, any indentation, `\u` escapes,
//! members in another order.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `encoding` | from bytes to text: UTF-8 or a reason that tells people which program re-saved their file |
//! | `parser` | the recursive-descent parser of the profile |
//! | `text` | which characters a string may hold, and how typed text is brought into that form |
//! | `tree` | a JSON value of the profile: no fractions, no duplicate members, members in one fixed order |

mod encoding;
mod parser;
pub(crate) mod text;
mod tree;

pub(crate) use parser::LARGEST_INTEGER;
pub use parser::parse;
pub use tree::Value;

/// Unicode normalisation form C, lent by the caller.
///
/// A browser has it built in, and its tables would weigh more than this whole crate.
pub trait Normalise {
    /// Returns whether the text is in form C already.
    fn is_nfc(&self, text: &str) -> bool;
    /// The text in form C.
    fn to_nfc(&self, text: &str) -> String;
}
