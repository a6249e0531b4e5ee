//! One edition of the check lists, and finding things in it.

use serde::{Deserialize, Serialize};

use crate::{
    Area, Counting, CriteriaSet, EditionChange, Element, Exclusion, Fact, Item, LegalDocument, Listed, Point, ReadText,
};

/// One edition of a check list, such as `gm-small` for small 工贸 enterprises and open-pit mines.
///
/// A file of this shape can still break the rules of check lists (`docs/check-lists.md`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Stable id, `[a-z][a-z0-9-]*`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z][a-z0-9-]{0,39}$")))]
    pub id: String,
    /// Edition, numbers with dots: `2026.11`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]+([.][0-9]+)*$")))]
    pub version: String,
    /// Title shown to people.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 300)))]
    pub title: String,
    /// Day of issue, YYYY-MM-DD.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub issued: String,
    /// Stands by every citation: 以现行有效文本为准.
    pub notice: String,
    /// What it takes for met.
    #[serde(default, skip_serializing_if = "Counting::is_usual")]
    pub counting: Counting,
    /// What rules may ask about the enterprise.
    pub facts: Vec<Fact>,
    /// The documents citations point to.
    pub documents: Vec<LegalDocument>,
    /// The elements, by number.
    pub elements: Vec<Element>,
    /// The high-risk areas, in the order they are shown.
    pub areas: Vec<Area>,
    /// The criteria for major hazards; a check list of others may have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<CriteriaSet>,
    /// The texts somebody opened: what `verified` rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadText>,
    /// Answers that exclude each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<Exclusion>,
    /// What this edition changed, thing by thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<EditionChange>,
}

impl Catalogue {
    /// The check item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items().find(|item| item.id == id)
    }

    /// The element with this number (1 to 8).
    pub fn element(&self, number: u8) -> Option<&Element> {
        self.elements.iter().find(|element| element.number == number)
    }

    /// The high-risk area with this id.
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The legal document with this id.
    pub fn document(&self, id: &str) -> Option<&LegalDocument> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// All check items, element by element.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.elements.iter().flat_map(|element| &element.items)
    }

    /// All criteria for major hazards, in the order they are shown.
    pub fn criteria(&self) -> impl Iterator<Item = Listed<'_>> {
        self.criteria.iter().flat_map(|set| {
            set.parts
                .iter()
                .flat_map(move |part| part.criteria.iter().map(move |criterion| Listed { set, part, criterion }))
        })
    }

    /// The criterion with this id.
    pub fn criterion(&self, id: &str) -> Option<Listed<'_>> {
        self.criteria().find(|listed| listed.criterion.id == id)
    }

    /// All points of all areas, in the order they are shown.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.areas.iter().flat_map(|area| &area.targets).flat_map(|target| &target.points)
    }
}
