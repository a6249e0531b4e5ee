//! Names every asset by the hash of its final bytes, and makes all references follow.
//!
//! Sources refer to each other by their plain relative paths (`href="./css/app.css"`), so they can be read and moved
//! without this tool. An asset's name depends on its bytes and its bytes on the names it refers to: assets are
//! therefore published in order of dependency.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256, Sha384};

use crate::failure::Failure;

/// Files that keep their names: people and browsers know them by these.
pub const FIXED: [&str; 4] = ["index.html", "office.html", "manifest.webmanifest", "sw.js"];

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
    ///
    /// # Errors
    /// [`Failure::Circle`] when assets refer to each other in a circle.
    pub fn new(sources: &BTreeMap<String, Vec<u8>>) -> Result<Self, Failure> {
        let mut linked = Self::default();
        // A fixed name is known before the bytes are; that also lets the two pages refer to each other.
        for name in FIXED.into_iter().filter(|name| sources.contains_key(*name)) {
            linked.published.insert(name.into(), name.into());
        }
        for path in sources.keys() {
            linked.publish(path, sources, &mut Vec::new())?;
        }
        Ok(linked)
    }

    fn publish(&mut self, path: &str, sources: &BTreeMap<String, Vec<u8>>, waiting: &mut Vec<String>) -> Result<(), Failure> {
        let fixed = FIXED.contains(&path);
        if self.published.get(path).is_some_and(|address| !fixed || self.files.contains_key(address)) {
            return Ok(());
        }
        let Some(bytes) = sources.get(path) else {
            return Ok(());
        };
        if waiting.iter().any(|other| other == path) {
            return Err(Failure::Circle(waiting.join(" → ")));
        }
        waiting.push(path.to_owned());
        let (bytes, references) = match std::str::from_utf8(bytes) {
            Ok(text) if is_linked_text(path) => {
                for span in references(text, path, sources) {
                    if !FIXED.contains(&span.target.as_str()) {
                        self.publish(&span.target, sources, waiting)?;
                    }
                }
                self.rewrite(text, path, sources)
            }
            _ => (bytes.clone(), BTreeSet::new()),
        };
        waiting.pop();
        let address = if fixed { path.to_owned() } else { address(path, &bytes) };
        self.references.insert(address.clone(), references);
        self.files.insert(address.clone(), bytes);
        self.published.insert(path.to_owned(), address);
        Ok(())
    }

    fn rewrite(&self, text: &str, path: &str, sources: &BTreeMap<String, Vec<u8>>) -> (Vec<u8>, BTreeSet<String>) {
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

/// The first 16 hexadecimal digits of the SHA-256 of these bytes.
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn address(path: &str, bytes: &[u8]) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, extension) = name.split_once('.').unwrap_or((name, "bin"));
    format!("assets/{stem}-{}.{extension}", short_hash(bytes))
}

fn is_linked_text(path: &str) -> bool {
    [".html", ".css", ".js", ".webmanifest"].iter().any(|extension| path.ends_with(extension))
}

/// A reference to a known source file: the byte range of its text, without the quotes.
struct Span {
    start: usize,
    end: usize,
    target: String,
}

/// All quoted strings and `url(…)` values of `text` that lead, from the folder of `path`, to another known file.
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

/// The source path a reference means, or `None` where it is none: references begin with `./` or `../`, so that a mere
/// word in a script is never taken for one.
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
        let linked =
            Linked::new(&sources(&[("css/app.css", "body{background:url(../icons/icon.svg)}"), ("icons/icon.svg", "<svg/>")])).unwrap();
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
            .unwrap()
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
        ]))
        .unwrap();
        let css = &linked.published["css/app.css"];
        let icon = linked.published["icons/icon.svg"].strip_prefix("assets/").unwrap();
        assert_eq!(text(&linked, "index.html"), format!(r#"<link href="./{css}"><a href="./office.html">"#));
        assert_eq!(text(&linked, "css/app.css"), format!("a{{b:url('./{icon}')}}"));
    }

    #[test]
    fn words_that_only_look_like_a_file_are_left_alone() {
        let page = r#"<p title="boot.js is missing">it's app.css</p><a href="https://example.org/app.css" data-name="boot.js">"#;
        let linked = Linked::new(&sources(&[("index.html", page), ("boot.js", ""), ("app.css", "")])).unwrap();
        assert_eq!(text(&linked, "index.html"), page);
    }

    #[test]
    fn a_circle_of_assets_is_refused() {
        let circle = sources(&[("a.js", r#"import "./b.js""#), ("b.js", r#"import "./a.js""#)]);
        assert!(matches!(Linked::new(&circle), Err(Failure::Circle(_))));
    }

    #[test]
    fn integrity_is_the_known_value_of_an_empty_file() {
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
