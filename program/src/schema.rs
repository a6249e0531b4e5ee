//! The published shapes of documents, as they lie in `schema/`.

use std::io::{self, Write};

use crate::fault::ProgramFault;

macro_rules! schemas {
    ($($name:literal),+ $(,)?) => {
        /// Name and text of each.
        const SCHEMAS: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../schema/", $name, "-1.json"))),)+];
    };
}

schemas![
    "catalogue",
    "envelope",
    "month",
    "receipt",
    "registration",
    "registry",
    "report",
    "return",
    "revocation",
    "rotation",
];

/// Prints one, or the names of all.
///
/// # Errors
/// There is none of this name.
pub(crate) fn run(name: Option<&str>) -> Result<(), ProgramFault> {
    let mut out = io::stdout().lock();
    match name {
        None => {
            for (name, _) in SCHEMAS {
                writeln!(out, "{name}")?;
            }
        }
        Some(wanted) => {
            let found = SCHEMAS.iter().find(|(name, _)| *name == wanted);
            let (_, text) = found.ok_or_else(|| ProgramFault::NoSchema { name: wanted.to_owned() })?;
            out.write_all(text.as_bytes())?;
        }
    }
    Ok(())
}
