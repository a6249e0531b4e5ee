//! Weighs what a person downloads, compressed as good hosts do it, and holds it against the budget.

use std::{collections::BTreeMap, collections::BTreeSet, io::Write as _};

use super::check_list;
use super::site::{COMPILED, PAGES, Site};
use crate::failure::Failure;

/// One thousand bytes: sizes are given in decimal kilobytes.
const KB: usize = 1000;

/// The files that are weighed together.
#[derive(Debug)]
struct Load {
    name: &'static str,
    /// The source path the download starts from.
    start: &'static str,
    /// The limit in bytes, brotli quality 11.
    limit: usize,
    /// The files that it fetches by itself once its first page stands, besides the parts of its program.
    later: &'static [&'static str],
}

/// The first is what a workshop waits for on its phone.
///
/// The desk's page is opened once on an office computer and stays; its limit and the worker's hold what was reached, so
/// that no change makes them worse unseen.
static LOADS: [Load; 3] = [
    Load { name: "enterprise page", start: "index.html", limit: 95 * KB, later: &[check_list::NAME] },
    Load { name: "office page", start: "office.html", limit: 1102 * KB, later: &[] },
    Load { name: "worker", start: "worker.js", limit: 373 * KB, later: &[] },
];

/// Source paths that a page names but does not fetch before first use.
///
/// The workers start with the first file to check or to import, the pixel icons are for home screens, the other page is
/// another page.
const LATER: [&str; 6] =
    ["worker.js", "tables.js", "icons/icon-192.png", "icons/icon-512.png", "icons/icon-maskable-512.png", "sw.js"];

/// Parts of a program that it fetches by itself once its first page stands.
///
/// Everything compiled but the first part.
fn is_later_part(source: &str) -> bool {
    source.starts_with(COMPILED) && source.ends_with(".wasm") && !source.ends_with("_bg.wasm")
}

/// The weights of a site.
#[derive(Debug)]
pub struct Weights {
    /// Bytes as they are and as brotli sends them, by published path.
    files: BTreeMap<String, (usize, usize)>,
    totals: Vec<Total>,
}

/// The weight of one load, in bytes as brotli sends them.
#[derive(Debug)]
struct Total {
    load: &'static Load,
    /// Before first use.
    first: usize,
    /// In the parts fetched after the first page stands.
    later: usize,
}

impl Weights {
    /// Weighs every file of the site.
    ///
    /// # Errors
    /// When the compressor fails.
    pub fn of(site: &Site) -> Result<Self, Failure> {
        let mut files = BTreeMap::new();
        for (path, bytes) in &site.files {
            files.insert(path.clone(), (bytes.len(), compressed(bytes).map_err(Failure::at(path))?));
        }
        let weigh = |paths: &BTreeSet<String>| {
            paths.iter().filter_map(|path| files.get(path)).map(|(_, brotli)| brotli).sum::<usize>()
        };
        let totals = LOADS
            .iter()
            .map(|load| {
                let comes_later = |source: &str| load.later.contains(&source) || is_later_part(source);
                let first = fetched(site, load.start, &|source| LATER.contains(&source) || comes_later(source));
                let whole = fetched(site, load.start, &|source| LATER.contains(&source));
                Total { load, first: weigh(&first), later: weigh(&whole) - weigh(&first) }
            })
            .collect();
        Ok(Self { files, totals })
    }

    /// A table for people.
    pub fn table(&self) -> String {
        let mut out = format!("{:>12} {:>12}   file\n", "bytes", "brotli");
        for (path, (plain, brotli)) in &self.files {
            out += &format!("{plain:>12} {brotli:>12}   {path}\n");
        }
        out += "\nBefore first use, brotli quality 11:\n";
        for Total { load, first, later } in &self.totals {
            let parts = if *later > 0 { format!(", then {} kB in parts", tenths(*later)) } else { String::new() };
            out += &format!("{:>9} kB of {} kB   {}{parts}\n", tenths(*first), load.limit / KB, load.name);
        }
        out
    }

    /// # Errors
    /// [`Failure::Budget`] naming every load that is over its limit.
    pub fn check(&self) -> Result<(), Failure> {
        let over: Vec<_> = self
            .totals
            .iter()
            .filter(|total| total.first > total.load.limit)
            .map(|Total { load, first, .. }| format!("{} {} kB of {} kB", load.name, tenths(*first), load.limit / KB))
            .collect();
        if over.is_empty() { Ok(()) } else { Err(Failure::Budget(over.join(", "))) }
    }
}

/// Published paths that the source `start` leads to, itself among them.
///
/// Without those `left_out` and the other page.
fn fetched(site: &Site, start: &str, left_out: &dyn Fn(&str) -> bool) -> BTreeSet<String> {
    let stays = |source: &str| source != start && (left_out(source) || PAGES.contains(&source));
    let left_out: BTreeSet<_> =
        site.published.iter().filter(|(source, _)| stays(source)).map(|(_, address)| address).collect();
    let mut found = BTreeSet::new();
    let mut open: Vec<String> = site.published.get(start).cloned().into_iter().collect();
    while let Some(path) = open.pop() {
        if found.insert(path.clone()) {
            let next = site.references.get(&path).into_iter().flatten();
            open.extend(next.filter(|next| !left_out.contains(next)).cloned());
        }
    }
    found
}

/// Length in bytes after brotli, quality 11, window 22: what hosts serve who compress ahead of time.
fn compressed(bytes: &[u8]) -> std::io::Result<usize> {
    let mut out = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
        writer.write_all(bytes)?;
        writer.flush()?;
    }
    Ok(out.len())
}

/// Kilobytes with one decimal, rounded up: a budget is not met by rounding.
fn tenths(bytes: usize) -> String {
    let tenths = bytes.div_ceil(KB / 10);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that no compressor makes smaller.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    fn site(wasm: usize, worker: usize) -> Site {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let refers = |from: &str, to: &[&str]| (from.to_owned(), to.iter().map(|t| t.to_string()).collect());
        Site {
            files: BTreeMap::from([
                ("index.html".to_owned(), b"<p>".to_vec()),
                ("assets/e.wasm".to_owned(), noise(wasm)),
                ("assets/w.js".to_owned(), noise(worker)),
                ("assets/part.wasm".to_owned(), noise(3 * KB)),
            ]),
            published: BTreeMap::from([
                pair("index.html", "index.html"),
                pair("worker.js", "assets/w.js"),
                pair("wasm/e/e_bg.wasm", "assets/e.wasm"),
                pair("wasm/e/part.wasm", "assets/part.wasm"),
            ]),
            references: BTreeMap::from([refers("index.html", &["assets/e.wasm", "assets/w.js", "assets/part.wasm"])]),
        }
    }

    #[test]
    fn a_page_over_its_budget_fails_and_is_named() {
        let limit = LOADS[0].limit;
        let failure = Weights::of(&site(limit + KB, 0)).unwrap().check().unwrap_err();
        assert!(failure.to_string().contains(&format!("enterprise page {}", limit / KB + 1)), "{failure}");
        assert!(Weights::of(&site(limit - KB, 0)).unwrap().check().is_ok());
    }

    #[test]
    fn the_worker_does_not_weigh_on_the_page_that_may_start_it_later() {
        // Together they would be over it.
        let three_quarters = LOADS[0].limit / 4 * 3;
        let weights = Weights::of(&site(three_quarters, three_quarters)).unwrap();
        assert!(weights.check().is_ok(), "{}", weights.table());
    }

    #[test]
    fn parts_fetched_after_the_first_page_are_weighed_apart() {
        let table = Weights::of(&site(150 * KB, 0)).unwrap().table();
        assert!(table.contains("150.1 kB of") && table.contains("enterprise page, then 3.1 kB in parts"), "{table}");
    }

    #[test]
    fn sizes_are_never_rounded_down() {
        assert_eq!(tenths(220_001), "220.1");
        assert_eq!(tenths(220_000), "220.0");
    }
}
