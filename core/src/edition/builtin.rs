//! The catalogue that comes with the program.

use std::sync::OnceLock;

use anziping_catalog::Catalogue;
use anziping_seal::Sha256;
use thiserror::Error;

use crate::json;
use crate::month::draft::CatalogueRef;

/// Canonical JSON of the folder `catalog/`, checked by the build script.
const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));
/// SHA-256 of [`JSON`].
const SHA256: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.sha256"));

/// The embedded catalogue cannot be read: the program file is damaged and must be loaded again.
#[derive(Clone, Debug, Error)]
#[error("the embedded catalogue is damaged: {0}")]
pub struct BuiltinDamaged(pub(super) String);

/// Whether the embedded catalogue is as it was built, without reading it.
///
/// # Errors
/// [`BuiltinDamaged`] when the program file was changed after it was built.
pub fn check() -> Result<(), BuiltinDamaged> {
    if Sha256::of(JSON.as_bytes()).to_string() == SHA256 { Ok(()) } else { Err(BuiltinDamaged("SHA-256".into())) }
}

/// The embedded catalogue.
///
/// # Errors
/// [`BuiltinDamaged`] when the program file was changed after it was built.
pub fn catalogue() -> Result<&'static Catalogue, BuiltinDamaged> {
    static READ: OnceLock<Result<Catalogue, BuiltinDamaged>> = OnceLock::new();
    READ.get_or_init(|| json::read(JSON).map_err(|fault| BuiltinDamaged(fault.to_string())))
        .as_ref()
        .map_err(Clone::clone)
}

/// The embedded catalogue as text: its canonical form, of which the reference gives the SHA-256.
pub fn text() -> &'static str {
    JSON
}

/// Reference to the embedded catalogue, as it goes into drafts and reports.
///
/// # Errors
/// As [`catalogue`].
pub fn reference() -> Result<CatalogueRef, BuiltinDamaged> {
    let catalogue = catalogue()?;
    Ok(CatalogueRef { id: catalogue.id.clone(), version: catalogue.version.clone(), sha256: SHA256.to_owned() })
}
