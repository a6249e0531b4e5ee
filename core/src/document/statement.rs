//! The sentence above a report's signatures: what the principal answers for.
//!
//! It is part of the signed document and belongs to the format, so it stands here and not among the words of the
//! interface.

/// The sentence that reports are signed under.
pub const STATEMENT: &str = "本人已审阅本表全部内容，并对其真实性负责。";

/// Every sentence this program or an earlier one has put above signatures.
const KNOWN_STATEMENTS: [&str; 1] = [STATEMENT];

/// Returns whether a sentence is a known one; any other has to be read by a person.
pub fn is_known(statement: &str) -> bool {
    KNOWN_STATEMENTS.contains(&statement)
}
