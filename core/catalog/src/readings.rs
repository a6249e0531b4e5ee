//! The places of documents that somebody has read, which make a citation a verified one.

use std::collections::{BTreeMap, BTreeSet};

use crate::place::{CitedPlace, places};
use crate::{Catalogue, Citation, Listed, ReadText};

/// The places that were read, by document.
pub(crate) struct Readings<'a>(BTreeMap<&'a str, BTreeSet<CitedPlace>>);

impl<'a> Readings<'a> {
    pub(crate) fn of(catalogue: &'a Catalogue) -> Self {
        let mut read: BTreeMap<&str, BTreeSet<CitedPlace>> = BTreeMap::new();
        for text in &catalogue.readings {
            read.entry(&text.document).or_default().extend(places(&text.at));
        }
        Self(read)
    }

    /// Returns whether every place named here was read, itself or with the article it stands in.
    ///
    /// A document named as a whole was not.
    pub(crate) fn cover(&self, document: &str, at: &str) -> bool {
        let Some(read) = self.0.get(document) else { return false };
        let cited = places(at);
        !cited.is_empty() && cited.iter().all(|place| read.contains(place) || read.contains(&place.article()))
    }
}

impl Catalogue {
    /// The reading that covers a citation, for its address and day.
    pub fn reading(&self, citation: &Citation) -> Option<&ReadText> {
        let cited = places(&citation.at);
        self.readings.iter().filter(|text| text.document == citation.document).find(|text| {
            let read: BTreeSet<CitedPlace> = places(&text.at).into_iter().collect();
            cited.iter().any(|place| read.contains(place) || read.contains(&place.article()))
        })
    }
}

impl Listed<'_> {
    /// The criterion's place as citations write it: `13(一)` for 第十三条（一）.
    pub fn place(&self) -> String {
        crate::place::short(&self.criterion.at)
    }
}
