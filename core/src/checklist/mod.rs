//! Check lists besides the built-in one: reading a published file, comparing it, and finding the one a month or a report names.

mod edition;
mod import;
mod misfit;
mod place;

pub use edition::{Edition, Editions};
pub use import::{Clash, ImportFault, ImportFlaw, read};
