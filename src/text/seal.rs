//! Words of the seal page.
