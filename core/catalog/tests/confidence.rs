//! Counts how well statements of the check list are known, in this edition and the one before.
//!
//! `cargo test -p anziping-catalog --test confidence -- --nocapture` prints both.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anziping_catalog::source::read_folder;
use anziping_catalog::{Catalogue, Citation, Confidence};

/// Statements that rest on a document.
///
/// How many at each confidence, and how many of them name a text that was read.
#[derive(Debug, Default, PartialEq, Eq)]
struct Known {
    at: BTreeMap<Confidence, usize>,
    read: usize,
}

impl Known {
    fn citation(&mut self, catalogue: &Catalogue, citation: &Citation) {
        self.add(citation.confidence, catalogue.reading(citation).is_some());
    }

    fn add(&mut self, confidence: Confidence, read: bool) {
        *self.at.entry(confidence).or_default() += 1;
        self.read += usize::from(read && confidence == Confidence::Verified);
    }

    fn verified(&self) -> usize {
        self.at.get(&Confidence::Verified).copied().unwrap_or_default()
    }
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for confidence in [Confidence::Verified, Confidence::Secondary, Confidence::Unconfirmed] {
            let count = self.at.get(&confidence).copied().unwrap_or_default();
            write!(f, "{confidence:?} {count}, ")?;
        }
        write!(f, "{} with address and day of reading", self.read)
    }
}

fn known(catalogue: &Catalogue) -> BTreeMap<&'static str, Known> {
    let mut counts: BTreeMap<&'static str, Known> = BTreeMap::new();
    for citation in catalogue.items().flat_map(|item| &item.basis) {
        counts.entry("items").or_default().citation(catalogue, citation);
    }
    for area in &catalogue.areas {
        for citation in &area.basis {
            counts.entry("areas").or_default().citation(catalogue, citation);
        }
        for point in area.targets.iter().flat_map(|target| &target.points) {
            let of_points = counts.entry("points").or_default();
            if point.basis.is_empty() {
                of_points.add(point.confidence, false);
            }
            for citation in &point.basis {
                of_points.citation(catalogue, citation);
            }
        }
    }
    for listed in catalogue.criteria() {
        let citation = Citation {
            document: listed.set.document.clone(),
            at: listed.place(),
            confidence: listed.confidence(),
            despite: String::new(),
        };
        counts.entry("criteria").or_default().citation(catalogue, &citation);
    }
    counts
}

fn printed(catalogue: &Catalogue) -> Known {
    let mut sum = Known::default();
    println!("{} {}: {} documents", catalogue.id, catalogue.version, catalogue.documents.len());
    for (what, count) in known(catalogue) {
        println!("  {what}: {count}");
        for (confidence, number) in count.at {
            *sum.at.entry(confidence).or_default() += number;
        }
        sum.read += count.read;
    }
    println!("  all: {sum}");
    sum
}

#[test]
fn every_verified_statement_names_a_text_that_was_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let text = std::fs::read_to_string(folder.join("editions/gm-small-2026.11.json")).expect("the edition before");
    let before: Catalogue = serde_json::from_str(&text).expect("a released edition stays readable");
    assert_eq!(printed(&before).read, 0, "the edition before says of no text where and when it was read");
    let now = printed(&read_folder(&folder).expect("sound"));
    assert_eq!(now.read, now.verified());
    assert!(now.verified() >= 300, "{now}");
}
