//! Names every asset by the hash of its final bytes, and makes all references follow.
//!
//! Sources refer to each other by their plain relative paths (`href="./css/app.css"`), so they can be read and moved
//! without this tool. An asset's name depends on its bytes and its bytes on the names it refers to: assets are
//! therefore published in order of dependency. Assets that refer to each other in a circle (the glue of a program and
//! the script that fetches its parts) are published together, each named by the hash of them all.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256, Sha384};

/// Files that keep their names: people and browsers know them by these.
const FIXED: [&str; 4] = ["index.html", "office.html", "manifest.webmanifest", "sw.js"];

/// The published files and who refers to whom.
#[derive(Debug, Default)]
pub struct Linked {
    /// Final bytes by published path (`assets/app-0123456789abcdef.css`), relative to the site's root.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Published path by source path.
    pub published: BTreeMap<String, String>,
    /// Published paths a published file refers to.
    pub references: BTreeMap<String, BTreeSet<String>>,
}

impl Linked {
    /// Names and rewrites all of `sources` (bytes by source path).
    pub fn new(sources: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut linked = Self::default();
        let reached = Reached::of(sources);
        // A fixed name is known before the bytes are; that also lets the two pages refer to each other.
        for name in FIXED.into_iter().filter(|name| sources.contains_key(*name)) {
            linked.published.insert(name.into(), name.into());
        }
        for path in sources.keys() {
            linked.publish(path, sources, &reached);
        }
        linked
    }

    /// Publishes `path` after everything it refers to, together with the assets it forms a circle with.
    fn publish(&mut self, path: &str, sources: &BTreeMap<String, Vec<u8>>, reached: &Reached) {
        if FIXED.contains(&path) {
            if !self.files.contains_key(path) {
                for target in reached.direct(path).filter(|target| !FIXED.contains(target)) {
                    self.publish(target, sources, reached);
                }
                self.take(path, path.to_owned(), sources);
            }
            return;
        }
        if self.published.contains_key(path) {
            return;
        }
        let circle = reached.circle(path);
        for target in circle.iter().flat_map(|member| reached.direct(member)).collect::<BTreeSet<_>>() {
            if !FIXED.contains(&target) && !circle.contains(target) {
                self.publish(target, sources, reached);
            }
        }
        // References within the circle still stand as in the sources here: the names depend on nothing but the sources.
        let drafts: Vec<_> = circle.iter().map(|member| (*member, self.rewrite(member, sources).0)).collect();
        let whole = drafts.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect::<Vec<_>>();
        let addresses: Vec<_> = drafts.iter().map(|(member, _)| (*member, address(member, &whole))).collect();
        self.published.extend(addresses.iter().map(|(member, address)| ((*member).to_owned(), address.clone())));
        for (member, address) in addresses {
            self.take(member, address, sources);
        }
    }

    fn take(&mut self, path: &str, address: String, sources: &BTreeMap<String, Vec<u8>>) {
        let (bytes, references) = self.rewrite(path, sources);
        self.references.insert(address.clone(), references);
        self.files.insert(address, bytes);
    }

    /// The bytes of a source with every reference to a published file rewritten.
    ///
    /// With the addresses they lead to.
    fn rewrite(&self, path: &str, sources: &BTreeMap<String, Vec<u8>>) -> (Vec<u8>, BTreeSet<String>) {
        let bytes = sources.get(path).map(Vec::as_slice).unwrap_or_default();
        let Some(text) = linked_text(path, bytes) else { return (bytes.to_vec(), BTreeSet::new()) };
        // Assets all lie in one folder, the fixed files at the root: there are only these two viewpoints.
        let at_root = FIXED.contains(&path);
        let mut out = String::with_capacity(text.len());
        let mut targets = BTreeSet::new();
        let mut copied = 0;
        for span in references(text, path, sources) {
            let Some(address) = self.published.get(&span.target) else {
                continue;
            };
            out.push_str(&text[copied..span.start]);
            out.push_str(&match (at_root, address.strip_prefix("assets/")) {
                (true, _) => format!("./{address}"),
                (false, Some(name)) => format!("./{name}"),
                (false, None) => format!("../{address}"),
            });
            copied = span.end;
            targets.insert(address.clone());
        }
        out.push_str(&text[copied..]);
        (out.into_bytes(), targets)
    }
}

/// The value of an `integrity` attribute or `Request` option for these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    use base64::Engine as _;
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes)))
}

/// The SHA-256 of these bytes in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first 16 hexadecimal digits of the SHA-256 of these bytes.
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn address(path: &str, bytes: &[u8]) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, extension) = name.split_once('.').unwrap_or((name, "bin"));
    format!("assets/{stem}-{}.{extension}", short_hash(bytes))
}

/// The text of a file in which references are looked for.
fn linked_text<'a>(path: &str, bytes: &'a [u8]) -> Option<&'a str> {
    let linked = [".html", ".css", ".js", ".webmanifest"].iter().any(|extension| path.ends_with(extension));
    std::str::from_utf8(bytes).ok().filter(|_| linked)
}

/// Which sources each source leads to.
struct Reached {
    direct: BTreeMap<String, BTreeSet<String>>,
    /// All sources reached over any number of steps, except through files with fixed names.
    ///
    /// Those do not depend on each other's bytes.
    all: BTreeMap<String, BTreeSet<String>>,
}

impl Reached {
    fn of(sources: &BTreeMap<String, Vec<u8>>) -> Self {
        let targets = |(path, bytes): (&String, &Vec<u8>)| {
            let text = linked_text(path, bytes).unwrap_or_default();
            (path.clone(), references(text, path, sources).into_iter().map(|span| span.target).collect::<BTreeSet<_>>())
        };
        let direct: BTreeMap<_, _> = sources.iter().map(targets).collect();
        let all = direct.keys().map(|path| (path.clone(), reach(path, &direct))).collect();
        Self { direct, all }
    }

    fn direct<'a>(&'a self, path: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.direct.get(path).into_iter().flatten().map(String::as_str)
    }

    /// The assets that `path` leads to and that lead back to it, itself among them.
    fn circle<'a>(&'a self, path: &'a str) -> BTreeSet<&'a str> {
        let leads = |from: &str, to: &str| self.all.get(from).is_some_and(|reached| reached.contains(to));
        let back = self.all.get(path).into_iter().flatten().filter(|other| leads(other, path)).map(String::as_str);
        back.chain([path]).collect()
    }
}

fn reach(from: &str, direct: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(path) = open.pop() {
        for target in direct.get(path).into_iter().flatten() {
            if !FIXED.contains(&target.as_str()) && found.insert(target.clone()) {
                open.push(target);
            }
        }
    }
    found
}

/// A reference to a known source file: the byte range of its text, without the quotes.
struct Span {
    start: usize,
    end: usize,
    target: String,
}

/// All quoted strings and `url(…)` values of `text` that lead to another known file.
///
/// They are read from the folder of `path`.
fn references(text: &str, path: &str, sources: &BTreeMap<String, Vec<u8>>) -> Vec<Span> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut spans = Vec::new();
    let mut start = 0;
    // Every stretch between two delimiters is looked up: an unbalanced quote in a comment then costs nothing.
    for (at, delimiter) in text.char_indices().filter(|(_, c)| matches!(c, '"' | '\'' | '(' | ')')) {
        let candidate = &text[start..at];
        if let Some(target) = resolve(folder, candidate)
            && target != path
            && sources.contains_key(&target)
        {
            spans.push(Span { start, end: at, target });
        }
        start = at + delimiter.len_utf8();
    }
    spans
}

/// Finds the source that a reference means; `None` where it means no source.
///
/// References begin with `./` or `../`, so that a mere word in a script is never taken for one.
fn resolve(folder: &str, reference: &str) -> Option<String> {
    if !reference.starts_with("./") && !reference.starts_with("../") {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in reference.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            "" => return None,
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec())).collect()
    }

    fn text<'a>(linked: &'a Linked, source: &str) -> &'a str {
        std::str::from_utf8(&linked.files[&linked.published[source]]).unwrap()
    }

    #[test]
    fn an_asset_is_named_by_the_hash_of_its_final_bytes() {
        let linked = Linked::new(&sources(&[
            ("css/app.css", "body{background:url(../icons/icon.svg)}"),
            ("icons/icon.svg", "<svg/>"),
        ]));
        for (address, bytes) in &linked.files {
            assert!(address.contains(&short_hash(bytes)), "{address}");
        }
    }

    #[test]
    fn a_change_deep_down_renames_everything_above_it() {
        let with = |leaf: &str| {
            Linked::new(&sources(&[
                ("index.html", r#"<script src="./boot.js"></script>"#),
                ("boot.js", r#"import "./wasm/glue.js";"#),
                ("wasm/glue.js", r#"new URL('./glue_bg.wasm', import.meta.url)"#),
                ("wasm/glue_bg.wasm", leaf),
            ]))
        };
        let (before, after) = (with("1"), with("2"));
        for source in ["wasm/glue_bg.wasm", "wasm/glue.js", "boot.js"] {
            assert_ne!(before.published[source], after.published[source], "{source}");
        }
        assert_ne!(text(&before, "index.html"), text(&after, "index.html"));
    }

    #[test]
    fn references_are_relative_to_the_file_they_stand_in() {
        let linked = Linked::new(&sources(&[
            ("index.html", r#"<link href="./css/app.css"><a href="./office.html">"#),
            ("office.html", r#"<a href="./index.html">"#),
            ("css/app.css", "a{b:url('../icons/icon.svg')}"),
            ("icons/icon.svg", "<svg/>"),
        ]));
        let css = &linked.published["css/app.css"];
        let icon = linked.published["icons/icon.svg"].strip_prefix("assets/").unwrap();
        assert_eq!(text(&linked, "index.html"), format!(r#"<link href="./{css}"><a href="./office.html">"#));
        assert_eq!(text(&linked, "css/app.css"), format!("a{{b:url('./{icon}')}}"));
    }

    #[test]
    fn words_that_only_look_like_a_file_are_left_alone() {
        let page = r#"<p title="boot.js is missing">it's app.css</p><a href="https://example.org/app.css" data-name="boot.js">"#;
        let linked = Linked::new(&sources(&[("index.html", page), ("boot.js", ""), ("app.css", "")]));
        assert_eq!(text(&linked, "index.html"), page);
    }

    #[test]
    fn assets_in_a_circle_are_named_by_the_hash_of_all_of_them() {
        let with = |leaf: &str| {
            Linked::new(&sources(&[
                ("a.js", r#"import "./b.js""#),
                ("b.js", r#"import "./a.js"; import "./c.js""#),
                ("c.js", leaf),
            ]))
        };
        let (before, after) = (with("1"), with("2"));
        for source in ["a.js", "b.js"] {
            assert_ne!(before.published[source], after.published[source], "{source}");
        }
        let b = before.published["b.js"].strip_prefix("assets/").unwrap();
        assert_eq!(text(&before, "a.js"), format!(r#"import "./{b}""#));
        assert_eq!(before.files.len(), 3);
    }

    #[test]
    fn integrity_is_the_known_value_of_an_empty_file() {
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
