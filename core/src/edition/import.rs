//! A published check list on its way in.
//!
//! Read strictly, checked whole, or refused with every place that is wrong.

use std::borrow::Cow;

use anziping_catalog::{Catalogue, Flaw};
use anziping_seal::json::{self, Normalise};
use anziping_seal::{Place, Reason, Refusal, typed};

use super::editions::{Edition, Editions};
use crate::edition::json_place;
use crate::edition::released;
use crate::edition::shape_fault;

/// One thing that is wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportFault {
    /// Where in the file.
    pub place: Place,
    /// The fault at that place.
    pub what: ImportFlaw,
}

/// The ways in which a file can be no check list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportFlaw {
    /// It is not JSON as every program reads it alike.
    NotJson(Reason),
    /// A member is missing, unknown, or of another kind; in Chinese.
    Shape(String),
    /// The shape is right, the content is not.
    Content(Flaw),
}

/// Why a sound check list cannot stand beside those that are known already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportClash {
    /// It has the id of the built-in one and another content.
    ///
    /// Months would take it for an edition of the program's own.
    BuiltinId,
    /// Another content is known under the same id and version.
    ///
    /// A report could not be told apart by what people see.
    SameVersion,
}

/// Reads a published check list.
///
/// # Errors
/// What is wrong, never empty: the first departure from the format or the shape, or all faults of the content. Nothing
/// of the file is used then.
pub fn read(bytes: &[u8], nfc: &dyn Normalise) -> Result<Edition<'static>, Vec<ImportFault>> {
    // What was released once stays readable, whatever is asked of a check list today.
    if let Some(edition) = released::recognise(bytes) {
        return Ok(edition);
    }
    let of_refusal =
        |refusal: Refusal| vec![ImportFault { place: refusal.place, what: ImportFlaw::NotJson(refusal.reason) }];
    let document = json::parse(bytes, nfc).map_err(of_refusal)?;
    let tree = crate::json::value(&document)
        .map_err(|fault| vec![fault_at(bytes, "", ImportFlaw::Shape(fault.to_string()))])?;
    if let Some(misfit) = shape_fault::find(&tree) {
        return Err(vec![fault_at(bytes, &misfit.pointer, ImportFlaw::Shape(misfit.said))]);
    }
    let misshapen = |misfit: typed::Misfit| vec![fault_at(bytes, "", ImportFlaw::Shape(misfit.to_string()))];
    let catalogue: Catalogue = typed::from_value(&document).map_err(misshapen)?;
    let problems = catalogue.problems();
    if !problems.is_empty() {
        return Err(problems
            .into_iter()
            .map(|problem| fault_at(bytes, &problem.path, ImportFlaw::Content(problem.what)))
            .collect());
    }
    Edition::of(Cow::Owned(catalogue)).map_err(misshapen)
}

fn fault_at(bytes: &[u8], pointer: &str, what: ImportFlaw) -> ImportFault {
    let (line, column) = json_place::of(bytes, pointer);
    ImportFault { place: Place { pointer: pointer.to_owned(), line: Some(line), column: Some(column) }, what }
}

impl Editions<'_> {
    /// Finds the known check list that keeps a new one from being taken, if there is one.
    ///
    /// A list that is known already clashes with nothing.
    pub fn clash(&self, edition: &Edition<'_>) -> Option<ImportClash> {
        let new = edition.reference();
        if self.of(new).is_some() {
            return None;
        }
        if new.id == self.builtin().reference().id {
            return Some(ImportClash::BuiltinId);
        }
        let same_name =
            |other: &Edition<'_>| other.reference().id == new.id && other.reference().version == new.version;
        self.others().iter().any(same_name).then_some(ImportClash::SameVersion)
    }
}
