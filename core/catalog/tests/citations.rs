//! Draws citations to be read again against the texts.
//!
//! `ANZIPING_SEED=7 cargo test -p anziping-catalog --test citations -- --nocapture` prints fifty of them. Another seed
//! draws others, and the same seed the same ones, until the check list changes.

use std::collections::BTreeSet;
use std::path::Path;

use anziping_catalog::source::read_folder;
use anziping_catalog::{Catalogue, Citation};

const DRAWN: usize = 50;

/// Every citation with the statement it is to prove.
fn all(catalogue: &Catalogue) -> Vec<(String, Citation, String)> {
    let items = catalogue
        .items()
        .flat_map(|item| item.basis.iter().map(|citation| (item.id.clone(), citation.clone(), item.question.clone())));
    let points = catalogue
        .points()
        .flat_map(|point| point.basis.iter().map(|citation| (point.id.clone(), citation.clone(), point.text.clone())));
    let areas = catalogue
        .areas
        .iter()
        .flat_map(|area| area.basis.iter().map(|citation| (area.id.clone(), citation.clone(), area.name.clone())));
    let criteria = catalogue.criteria().map(|listed| {
        let citation = Citation {
            document: listed.set.document.clone(),
            at: listed.place(),
            confidence: listed.confidence(),
            despite: String::new(),
        };
        (listed.criterion.id.clone(), citation, listed.criterion.text.clone())
    });
    items.chain(points).chain(areas).chain(criteria).collect()
}

/// Different places below `of`, drawn by a seed (SplitMix64).
fn draw(seed: u64, of: usize) -> BTreeSet<usize> {
    let mut state = seed;
    let mut drawn = BTreeSet::new();
    while drawn.len() < DRAWN.min(of) {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        drawn.insert(usize::try_from((mixed ^ (mixed >> 31)) % of as u64).unwrap_or_default());
    }
    drawn
}

#[test]
fn a_seed_draws_fifty_citations_and_always_the_same() {
    let seed = std::env::var("ANZIPING_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let catalogue = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog")).expect("sound");
    let all = all(&catalogue);
    let drawn = draw(seed, all.len());
    assert_eq!((drawn.len(), &drawn), (DRAWN, &draw(seed, all.len())));
    println!("{} of {} citations, seed {seed}", drawn.len(), all.len());
    for (id, citation, said) in drawn.into_iter().filter_map(|place| all.get(place)) {
        let address = catalogue.reading(citation).map_or("", |text| text.copy.as_str());
        println!("{id}\t{} {}\t{:?}\t{said}\t{address}", citation.document, citation.at, citation.confidence);
    }
}
