//! Words of the office desk.

/// Title of the desk.
pub const TITLE: &str = "街道核验台";
