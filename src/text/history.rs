//! Words of the history page.
