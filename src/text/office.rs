//! Words of the office page.
