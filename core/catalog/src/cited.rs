//! Lists what rests on each document: the register of sources, seen from the other side.

use crate::{Catalogue, Confidence, LegalDocument, ReadText, State};

/// A statement of the check list that cites a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citing<'a> {
    /// Id of the item, point, area or criterion.
    pub id: &'a str,
    /// The place in the document, as lawyers write it; empty for the whole.
    pub at: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// A document with what was read of it and what rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentUse<'a> {
    /// The document.
    pub document: &'a LegalDocument,
    /// The readings of its articles.
    pub read: Vec<&'a ReadText>,
    /// The items, points and criteria that cite it, in the order of the check list.
    pub cited: Vec<Citing<'a>>,
}

impl DocumentUse<'_> {
    /// Counts the statements citing it that rest on a text that was read.
    pub fn verified(&self) -> usize {
        self.cited.iter().filter(|citing| citing.confidence == Confidence::Verified).count()
    }
}

impl Catalogue {
    /// Every document with its use: those out of force first, then in the order of the list.
    pub fn document_uses(&self) -> Vec<DocumentUse<'_>> {
        let mut uses: Vec<_> = self.documents.iter().map(|document| self.document_use(document)).collect();
        uses.sort_by_key(|of| of.document.state() == State::InForce);
        uses
    }

    fn document_use<'a>(&'a self, document: &'a LegalDocument) -> DocumentUse<'a> {
        let read = self.readings.iter().filter(|text| text.document == document.id).collect();
        let of = |id: &'a str, basis: &'a [crate::Citation]| {
            let cites = basis.iter().filter(|citation| citation.document == document.id);
            cites.map(move |citation| Citing { id, at: citation.at.clone(), confidence: citation.confidence })
        };
        let items = self.items().flat_map(|item| of(&item.id, &item.basis));
        let areas = self.areas.iter().flat_map(|area| {
            let points = area.targets.iter().flat_map(|target| &target.points);
            of(&area.id, &area.basis).chain(points.flat_map(|point| of(&point.id, &point.basis)))
        });
        let criteria = self.criteria().filter(|listed| listed.set.document == document.id).map(|listed| Citing {
            id: &listed.criterion.id,
            at: listed.place(),
            confidence: listed.confidence(),
        });
        DocumentUse { document, read, cited: items.chain(areas).chain(criteria).collect() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{Catalogue, Confidence, sample};

    #[test]
    fn a_document_tells_what_rests_on_it_and_what_was_read() {
        let catalogue: Catalogue = serde_json::from_value(sample::json()).expect("a catalogue");
        let uses = catalogue.document_uses();
        let law = uses.first().expect("the law");
        let ids: Vec<&str> = law.cited.iter().map(|citing| citing.id).collect();
        assert_eq!(ids, ["Z01", "Z06", "Z07", "hot-work"]);
        assert_eq!((law.verified(), law.read.len()), (4, 1));
        assert!(law.cited.iter().all(|citing| citing.at == "22①" && citing.confidence == Confidence::Verified));
    }

    #[test]
    fn documents_out_of_force_come_first() {
        let mut changed = sample::json();
        let mut old = changed["documents"][0].clone();
        old["id"] = json!("old");
        old["ended_on"] = json!("2021-09-01");
        changed["documents"].as_array_mut().expect("a list").push(old);
        let catalogue: Catalogue = serde_json::from_value(changed).expect("a catalogue");
        let ids: Vec<&str> = catalogue.document_uses().iter().map(|of| of.document.id.as_str()).collect();
        assert_eq!(ids, ["old", "awsl"]);
        assert_eq!(catalogue.document_uses()[0].cited, []);
    }
}
