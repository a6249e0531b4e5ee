//! A check list with its reference, and all check lists that a program knows.
//!
//! Months and reports name a check list by its reference.

use std::borrow::Cow;

use anziping_catalog::Catalogue;
use anziping_seal::{Sha256, canonical, typed};

use crate::edition::CatalogueRef;
use crate::edition::builtin::{self, BuiltinDamaged};
use crate::json;

/// A catalogue with its reference, made once for many files.
///
/// Hashing the catalogue takes longer than checking a file.
#[derive(Clone, Debug)]
pub struct Edition<'a> {
    catalogue: Cow<'a, Catalogue>,
    reference: CatalogueRef,
    text: Cow<'a, str>,
}

impl Edition<'static> {
    /// The catalogue that comes with the program.
    ///
    /// # Errors
    /// [`BuiltinDamaged`] as long as it is not there.
    pub fn builtin() -> Result<Self, BuiltinDamaged> {
        Ok(Self {
            catalogue: Cow::Borrowed(builtin::catalogue()?),
            reference: builtin::reference()?,
            text: Cow::Borrowed(builtin::text()?),
        })
    }
}

impl<'a> Edition<'a> {
    /// Any other catalogue.
    ///
    /// # Errors
    /// [`typed::Misfit`] when the catalogue holds text that no document may hold.
    pub fn of(catalogue: Cow<'a, Catalogue>) -> Result<Self, typed::Misfit> {
        let text = canonical::write(&typed::to_value(&*catalogue)?);
        let sha256 = Sha256::of(text.as_bytes()).to_string();
        let reference = CatalogueRef { id: catalogue.id.clone(), version: catalogue.version.clone(), sha256 };
        Ok(Self { catalogue, reference, text: Cow::Owned(text) })
    }

    /// The catalogue in a canonical text, named by the SHA-256 of that text.
    ///
    /// A text of an earlier release is not written anew: a member that was added since would change its hash.
    ///
    /// # Errors
    /// [`BuiltinDamaged`] when the text is no catalogue.
    pub fn from_text(text: Cow<'a, str>) -> Result<Self, BuiltinDamaged> {
        let catalogue: Catalogue = json::read(&text).map_err(|fault| BuiltinDamaged(fault.to_string()))?;
        let sha256 = Sha256::of(text.as_bytes()).to_string();
        let reference = CatalogueRef { id: catalogue.id.clone(), version: catalogue.version.clone(), sha256 };
        Ok(Self { catalogue: Cow::Owned(catalogue), reference, text })
    }

    /// A copy that borrows the check list.
    pub fn lent(&self) -> Edition<'_> {
        Edition {
            catalogue: Cow::Borrowed(&*self.catalogue),
            reference: self.reference.clone(),
            text: Cow::Borrowed(&*self.text),
        }
    }

    /// Returns whether a month that names `reference` means this list, at least as another edition.
    ///
    /// The built-in list keeps its id from edition to edition, and a month from before references existed names none.
    pub fn continues(&self, reference: &CatalogueRef) -> bool {
        reference.id.is_empty() || reference.id == self.reference.id
    }

    /// The check list.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The reference by which reports name it.
    pub fn reference(&self) -> &CatalogueRef {
        &self.reference
    }

    /// The canonical form, as it is kept and published: the SHA-256 of the reference is that of this text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// The check lists a program knows: the built-in one and those of others.
#[derive(Clone, Debug)]
pub struct Editions<'a> {
    builtin: Edition<'a>,
    others: Vec<Edition<'a>>,
}

impl<'a> Editions<'a> {
    /// Begins with the built-in list alone.
    pub fn new(builtin: Edition<'a>) -> Self {
        Self { builtin, others: Vec::new() }
    }

    /// The built-in one.
    pub fn builtin(&self) -> &Edition<'a> {
        &self.builtin
    }

    /// The imported lists, in the order in which they came.
    pub fn others(&self) -> &[Edition<'a>] {
        &self.others
    }

    /// Takes another one; one that is known stays as it is.
    pub fn add(&mut self, edition: Edition<'a>) {
        if self.of(edition.reference()).is_none() {
            self.others.push(edition);
        }
    }

    /// The one that is meant; `None` when this program does not have it.
    ///
    /// Another edition under the same id is another check list.
    pub fn of(&self, reference: &CatalogueRef) -> Option<&Edition<'a>> {
        std::iter::once(&self.builtin).chain(&self.others).find(|edition| edition.reference == *reference)
    }
}
