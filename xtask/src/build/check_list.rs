//! Writes the check lists under `catalog/` as the one file that all programs of the site read.
//!
//! The programs know its SHA-256 from the build script of the core, which makes the same text of the same folder.

use std::path::Path;

use anziping_seal::{canonical, typed};

use crate::failure::Failure;

/// Its path among the sources of a site.
pub const NAME: &str = "check-list.json";

/// The canonical text.
///
/// # Errors
/// [`Failure::Template`] with what is wrong in the folder.
pub fn text(root: &Path) -> Result<String, Failure> {
    let wrong = |what: String| Failure::Template { file: "catalog".into(), what };
    let catalogue =
        anziping_catalog::source::read_folder(&root.join("catalog")).map_err(|fault| wrong(fault.to_string()))?;
    let value = typed::to_value(&catalogue).map_err(|fault| wrong(fault.to_string()))?;
    Ok(canonical::write(&value))
}
