//! The bounds of the format.
//!
//! What a reader accepts and a writer keeps to, so that no file can make a page hang.

/// Largest file, in bytes as received.
///
/// The month of an office with three thousand enterprises takes half of it.
///
/// Callers that know the size beforehand (`File.size`) refuse before reading.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;

/// Deepest nesting of objects and arrays; the outermost object is level 1.
pub const DEPTH: usize = 16;

/// Most JSON values in one file; every object, array, string, number, boolean and null counts as one.
pub const VALUES: usize = 200_000;

/// Longest string or member name, in bytes of its decoded UTF-8.
pub const STRING_BYTES: usize = 16 * 1024;

/// Most signatures on one document, and most signers listed in it.
pub const SIGNATURES: usize = 4;

/// Most files taken in one batch.
///
/// Kept here beside its siblings; the caller that loops over files enforces it.
pub const BATCH_FILES: usize = 20_000;
