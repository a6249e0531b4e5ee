//! The catalogue that comes with the program.

use std::sync::OnceLock;

use anziping_catalog::Catalogue;
use anziping_seal::Sha256;
use thiserror::Error;

use crate::edition::CatalogueRef;
use crate::json;

/// Canonical JSON of the folder `catalog/`, checked by the build script.
///
/// A page that shows something before it needs the check list leaves the feature `embedded` out and hands the text over
/// with [`install`].
#[cfg(feature = "embedded")]
const EMBEDDED: Option<&str> = Some(include_str!(concat!(env!("OUT_DIR"), "/catalogue.json")));
#[cfg(not(feature = "embedded"))]
const EMBEDDED: Option<&str> = None;
static INSTALLED: OnceLock<String> = OnceLock::new();
/// SHA-256 of the text.
const SHA256: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.sha256"));

/// The catalogue of the program is not there or cannot be read.
///
/// A file of the site is damaged and must be loaded again.
#[derive(Clone, Debug, Error)]
#[error("the catalogue of the program: {0}")]
pub struct BuiltinDamaged(pub(super) String);

/// Takes the text of the catalogue where it does not come with the program. Once taken it stays.
///
/// # Errors
/// [`BuiltinDamaged`] when it is not the text that this program was built with.
pub fn install(text: String) -> Result<(), BuiltinDamaged> {
    if Sha256::of(text.as_bytes()).to_string() != SHA256 {
        return Err(BuiltinDamaged("SHA-256".into()));
    }
    INSTALLED.get_or_init(|| text);
    Ok(())
}

/// The catalogue of the program.
///
/// # Errors
/// [`BuiltinDamaged`] as long as it is not there.
pub fn catalogue() -> Result<&'static Catalogue, BuiltinDamaged> {
    static READ: OnceLock<Result<Catalogue, BuiltinDamaged>> = OnceLock::new();
    let text = text()?;
    READ.get_or_init(|| json::read(text).map_err(|fault| BuiltinDamaged(fault.to_string())))
        .as_ref()
        .map_err(Clone::clone)
}

/// The catalogue as text: its canonical form, of which the reference gives the SHA-256.
///
/// # Errors
/// [`BuiltinDamaged`] as long as it is not there.
pub fn text() -> Result<&'static str, BuiltinDamaged> {
    EMBEDDED.or_else(|| INSTALLED.get().map(String::as_str)).ok_or_else(|| BuiltinDamaged("not loaded".into()))
}

/// Reference to the catalogue of the program, as it goes into drafts and reports.
///
/// # Errors
/// As [`catalogue`].
pub fn reference() -> Result<CatalogueRef, BuiltinDamaged> {
    let catalogue = catalogue()?;
    Ok(CatalogueRef { id: catalogue.id.clone(), version: catalogue.version.clone(), sha256: SHA256.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_the_program_was_not_built_with_is_refused() {
        assert!(install("{}".into()).is_err());
        assert!(install(text().unwrap().replace("安全", "按全")).is_err());
        assert!(install(text().unwrap().to_owned()).is_ok());
    }
}
