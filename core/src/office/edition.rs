//! The check list that figures are computed again with, and how a report names it.

use anziping_catalog::Catalogue;
use anziping_seal::{canonical, value};

use crate::builtin::{self, BuiltinDamaged};
use crate::draft::CatalogueRef;

/// A catalogue with its reference, made once for many files: hashing the catalogue takes longer than checking a file.
#[derive(Clone, Debug)]
pub struct Edition<'a> {
    catalogue: &'a Catalogue,
    reference: CatalogueRef,
}

impl Edition<'static> {
    /// The catalogue that comes with the program.
    ///
    /// # Errors
    /// [`BuiltinDamaged`] when the program file was changed after it was built.
    pub fn builtin() -> Result<Self, BuiltinDamaged> {
        Ok(Self { catalogue: builtin::catalogue()?, reference: builtin::reference()? })
    }
}

impl<'a> Edition<'a> {
    /// Any other catalogue.
    ///
    /// # Errors
    /// [`value::Misfit`] when the catalogue holds text that no document may hold.
    pub fn of(catalogue: &'a Catalogue) -> Result<Self, value::Misfit> {
        let sha256 = canonical::sha256_hex(canonical::write(&value::to_value(catalogue)?).as_bytes());
        Ok(Self { catalogue, reference: CatalogueRef { id: catalogue.id.clone(), version: catalogue.version.clone(), sha256 } })
    }

    /// The check list.
    pub fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }

    /// How reports name it.
    pub fn reference(&self) -> &CatalogueRef {
        &self.reference
    }
}
