//! Which articles somebody opened, where and when: what makes a citation a verified one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::place::{CitedPlace, places};
use crate::{Catalogue, Citation, Listed};

/// Articles of a document whose text was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadText {
    /// Id of a document.
    pub document: String,
    /// The articles, written like those of a citation: `3–14`, `5.8.2`, `露天矿山(一)、露天矿山(二)`.
    pub at: String,
    /// Address of the official text.
    pub address: String,
    /// Address of the copy that was opened, where it was not the official page itself; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub copy: String,
    /// Day on which it was read, YYYY-MM-DD.
    pub read_on: String,
}

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

    /// Whether every place named here was read, itself or with the article it stands in.
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
