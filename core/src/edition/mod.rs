//! Check lists with the references by which months and reports name them.
//!
//! The built-in one and those of others.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`builtin`] | the check list that comes with the program |
//! | [`released`] | its earlier editions, for the office |
//! | `editions` | a check list with its reference, and all that a program knows |
//! | `reference` | id, version and hash of a check list |
//! | `import` | reads a published check list strictly and checks it whole |
//! | `shape_fault`, `json_place` | say where a published file departs from its shape |

pub mod builtin;
mod editions;
mod import;
mod json_place;
mod reference;
pub mod released;
mod shape_fault;

pub use editions::{Edition, Editions};
pub use import::{ImportClash, ImportFault, ImportFlaw, read};
pub use reference::CatalogueRef;
