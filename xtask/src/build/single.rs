//! One file that is the whole page.
//!
//! Nothing is fetched, so it opens by a double click, from a folder or a stick.
//!
//! A browser gives `file:` pages no modules, workers or WebAssembly from beside them. Here all of it lies in the page,
//! packed as one and written in letters: `public/unpack.js` unpacks it, and `public/single.js` gives each piece an
//! address. The policy names every script and style sheet by its hash and allows no request to anywhere.

use std::io::{self, Write as _};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{compile::Profile, single_words, site::Site};
use crate::failure::Failure;

/// A page as a single file.
#[derive(Debug)]
pub struct Single {
    /// The page of the hosted site.
    pub page: &'static str,
    /// The name of the file that people get.
    pub name: &'static str,
    /// Where a hosted site offers it; no browser keeps it for offline use.
    pub hosted: &'static str,
}

/// The pages.
pub const PAGES: [Single; 2] = [
    Single { page: "index.html", name: "安自评.html", hosted: "single/index.html" },
    Single { page: "office.html", name: "街道核验.html", hosted: "single/office.html" },
];
/// A larger file no longer fits where small files fit: a mail, a group chat.
pub const LIMIT: usize = 3_000_000;

/// The scripts that run in the page in this order, as one module.
const MODULE: [&str; 4] = ["unpack.js", "single.js", "stopped.js", "boot.js"];
const FLOOR: &str = "floor.js";
/// Begins the attribute of `<html>` that marks a single file and names its version.
const MARK: &str = "data-single=\"";

/// The pieces of each page, each after those that it names.
///
/// Attributes of `<html>` and glue find a piece by its name.
const PIECES: [(&str, &[&str]); 2] = [
    (
        "index.html",
        &[
            "check-list.json",
            "wasm/worker/worker_bg.wasm",
            "worker.js",
            "wasm/tables/tables_bg.wasm",
            "tables.js",
            "wasm/enterprise/enterprise_bg.wasm",
            "wasm/enterprise/*.wasm",
            "wasm/enterprise/parts.js",
            "wasm/enterprise/enterprise.js",
        ],
    ),
    (
        "office.html",
        &[
            "check-list.json",
            "wasm/worker/worker_bg.wasm",
            "worker.js",
            "wasm/tables/tables_bg.wasm",
            "tables.js",
            "wasm/office/office_bg.wasm",
            "wasm/office/office.js",
        ],
    ),
];

/// Adds the single files to a finished site.
///
/// # Errors
/// As [`page`].
pub fn add(site: &mut Site, profile: Profile) -> Result<(), Failure> {
    for single in PAGES {
        let text = page(site, single.page, profile)?;
        site.files.insert(single.hosted.into(), text.into_bytes());
    }
    Ok(())
}

/// The single file of a page of the site.
///
/// # Errors
/// [`Failure::Template`] when the site lacks what the file is made of, or writes it another way.
fn page(site: &Site, name: &str, profile: Profile) -> Result<String, Failure> {
    let maker = Maker { site, name };
    let (_, pieces) =
        PIECES.iter().find(|(page, _)| *page == name).ok_or_else(|| maker.wrong("no such page".into()))?;
    let mut module = String::new();
    for script in MODULE {
        // Each in a scope of its own, as in files of their own.
        let text = maker.text(script)?;
        module += &format!("{{\n{text}}}\n");
    }
    let floor = maker.text(FLOOR)?;
    let (mut list, mut all) = (Vec::new(), Vec::new());
    for path in pieces.iter().copied() {
        for path in maker.paths(path)? {
            list.push(maker.piece(&path, &mut all)?);
        }
    }
    let data = format!(
        "<script type=\"application/json\" data-files>{}</script>\n\
         <script type=\"application/octet-stream\" data-packed>{}</script>\n",
        Value::from(list),
        letters(&packed(&all, profile).map_err(Failure::at(name))?)
    );
    let scripts = format!("<script>{floor}</script>\n{data}<script type=\"module\">{module}</script>\n</body>");
    let styles = maker.styles()?;
    let icon = maker.address("icons/icon.svg")?;
    let head = format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n{}", tagged("style", &styles));
    let shell = maker.shell()?;
    let policy = policy(&[&floor, &module], &styles);
    let page = shell
        .replacen("</head>", &format!("{head}</head>"), 1)
        .replacen("</body>", &scripts, 1)
        .replace(super::page::POLICY, &policy);
    if !page.contains(&policy) {
        return Err(maker.wrong("its policy is not that of the site".into()));
    }
    let page = page.replacen("<html ", &format!("<html {MARK}{}\" ", version(&page)), 1);
    super::page::asks_in_time(name, &page)?;
    Ok(page)
}

/// Tells two builds apart, and is the same wherever the same sources are built: `0.1.0-3f2a91bc`.
fn version(page: &str) -> String {
    let mut build = Sha256::digest(page.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    build.truncate(8);
    format!("{}-{build}", env!("CARGO_PKG_VERSION"))
}

/// Writes a policy that allows only what stands in the page, and the addresses of its own pieces.
fn policy(scripts: &[&String], styles: &[String]) -> String {
    let hashes = |texts: &mut dyn Iterator<Item = &String>| {
        let hashes: Vec<String> =
            texts.map(|text| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))).collect();
        hashes.join(" ")
    };
    let (scripts, styles) = (hashes(&mut scripts.iter().copied()), hashes(&mut styles.iter()));
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval' blob:; connect-src blob:; style-src {styles}; \
         img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'; object-src 'none'; \
         trusted-types anziping; require-trusted-types-for 'script'"
    )
}

/// Packed with one view over all of it: the programs of a page have much in common.
fn packed(bytes: &[u8], profile: Profile) -> io::Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(match profile {
        Profile::Release => 9,
        Profile::Quick => 1,
    });
    options.dict_size = u32::try_from(bytes.len().next_power_of_two()).map_err(io::Error::other)?;
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// Thirteen bits in two of 91 letters, none of which ends a script: a twelfth less than base64.
fn letters(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let mut put = |value: u32| {
        for digit in [value / 91, value % 91] {
            out.push(char::from_u32(u32::from('#') + digit).filter(|letter| *letter != '<').unwrap_or('!'));
        }
    };
    let (mut held, mut bits) = (0, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits >= 13 {
            bits -= 13;
            put(held >> bits);
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        put(held << (13 - bits));
    }
    out
}

fn tagged(tag: &str, texts: &[String]) -> String {
    texts.iter().map(|text| format!("<{tag}>{text}</{tag}>\n")).collect()
}

struct Maker<'a> {
    site: &'a Site,
    name: &'a str,
}

impl Maker<'_> {
    fn wrong(&self, what: String) -> Failure {
        Failure::Template { file: self.name.into(), what }
    }

    /// The published path of a source path.
    fn published(&self, path: &str) -> Result<&str, Failure> {
        let published = self.site.published.get(path);
        published.map(String::as_str).ok_or_else(|| self.wrong(format!("{path} is not part of the site")))
    }

    fn bytes(&self, path: &str) -> Result<&[u8], Failure> {
        let published = self.published(path)?;
        let bytes = self.site.files.get(published);
        bytes.map(Vec::as_slice).ok_or_else(|| self.wrong(format!("{published} is not part of the site")))
    }

    /// A script or style sheet that can stand in the page as it is.
    fn text(&self, path: &str) -> Result<String, Failure> {
        let text =
            String::from_utf8(self.bytes(path)?.to_vec()).map_err(|_| self.wrong(format!("{path}: not UTF-8")))?;
        match text.contains("</") {
            true => Err(self.wrong(format!("{path} would end its own tag"))),
            false => Ok(text),
        }
    }

    /// The source paths a pattern stands for: itself, or with `*` every part that is not named elsewhere.
    fn paths(&self, pattern: &str) -> Result<Vec<String>, Failure> {
        let Some((before, after)) = pattern.split_once('*') else { return Ok(vec![pattern.to_owned()]) };
        let parts = self.site.published.keys().filter(|path| path.starts_with(before) && path.ends_with(after));
        let parts: Vec<String> = parts.filter(|path| !path.ends_with("_bg.wasm")).cloned().collect();
        if parts.is_empty() { Err(self.wrong(format!("nothing is {pattern}"))) } else { Ok(parts) }
    }

    /// Adds a file to all the others.
    ///
    /// Gives its name, kind and length, and for a worker the names of those that it takes along.
    fn piece(&self, path: &str, all: &mut Vec<u8>) -> Result<Value, Failure> {
        let (kind, bytes) = match path.rsplit('.').next() {
            Some("wasm") => ("application/wasm", self.bytes(path)?.to_vec()),
            Some("json") => ("application/json", self.bytes(path)?.to_vec()),
            _ => ("text/javascript", self.script(path)?.into_bytes()),
        };
        all.extend(&bytes);
        let mut piece = vec![json!(self.base_name(path)?), json!(kind), json!(bytes.len())];
        let carried: &[&str] = match path {
            "worker.js" => &["check-list.json", "wasm/worker/worker_bg.wasm"],
            "tables.js" => &["wasm/tables/tables_bg.wasm"],
            _ => return Ok(piece.into()),
        };
        piece.push(carried.iter().map(|path| self.base_name(path)).collect::<Result<Vec<_>, _>>()?.into());
        Ok(piece.into())
    }

    /// A script that names nothing but what has an address by then.
    fn script(&self, path: &str) -> Result<String, Failure> {
        let text = String::from_utf8_lossy(self.bytes(path)?).into_owned();
        match path {
            // A worker cannot fetch its glue under a policy with Trusted Types; it carries it.
            "worker.js" | "tables.js" => {
                let glue = format!("wasm/{0}/{0}.js", path.trim_end_matches(".js"));
                let name = self.base_name(&glue)?;
                let glue = String::from_utf8_lossy(self.bytes(&glue)?).into_owned();
                self.once(&text, &format!("importScripts(\"./{name}\");"), &glue)
            }
            "wasm/enterprise/parts.js" => {
                let name = self.base_name("wasm/enterprise/enterprise.js")?;
                let import = format!("import {{ initSync }} from \"./{name}\";");
                self.once(&text, &import, "const initSync = (...given) => globalThis.initParts(...given);")
            }
            _ => Ok(text),
        }
    }

    fn base_name(&self, path: &str) -> Result<String, Failure> {
        let published = self.published(path)?;
        Ok(published.rsplit('/').next().unwrap_or(published).to_owned())
    }

    fn once(&self, text: &str, from: &str, to: &str) -> Result<String, Failure> {
        match text.matches(from).count() {
            1 => Ok(text.replacen(from, to, 1)),
            _ => Err(self.wrong(format!("`{from}` must stand there exactly once"))),
        }
    }

    fn styles(&self) -> Result<Vec<String>, Failure> {
        ["css/boot.css", "css/app.css", "css/print.css"].into_iter().map(|path| self.text(path)).collect()
    }

    /// The file as an address that holds it.
    fn address(&self, path: &str) -> Result<String, Failure> {
        Ok(format!("data:image/svg+xml;base64,{}", STANDARD.encode(self.bytes(path)?)))
    }

    /// The published page without anything that is fetched.
    ///
    /// The other page goes by its name as a file.
    fn shell(&self) -> Result<String, Failure> {
        let page = self.site.files.get(self.name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let page = page.ok_or_else(|| self.wrong("is not part of the site".into()))?;
        let fetched = |line: &&str| !line.starts_with("<link ") && !line.starts_with("<script ");
        let mut page: String = page.lines().filter(fetched).map(|line| format!("{line}\n")).collect();
        page = single_words::of_file(&page).map_err(|what| self.wrong(what))?;
        for Single { page: hosted, name, .. } in PAGES {
            page = page.replace(&format!("href=\"./{hosted}\""), &format!("href=\"./{name}\""));
        }
        Ok(page.replacen(" data-sw=\"./sw.js\"", "", 1))
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, io::Read as _};

    use lzma_rust2::LzmaReader;

    use super::*;

    const SHELLS: [&str; 2] = [include_str!("../../../index.html"), include_str!("../../../office.html")];

    /// A site of which only the names and the page shells are real.
    fn site() -> Site {
        let glue = "import { initSync } from \"./enterprise.js\";";
        let special = [
            ("worker.js", "importScripts(\"./glue-of-worker.js\");"),
            ("tables.js", "importScripts(\"./glue-of-tables.js\");"),
            ("wasm/enterprise/parts.js", glue),
        ];
        let plain = ["css/boot.css", "css/app.css", "css/print.css", "icons/icon.svg", FLOOR];
        let pieces = PIECES.iter().flat_map(|(_, pieces)| pieces.iter().copied()).filter(|path| !path.contains('*'));
        let glues = ["wasm/worker/worker.js", "wasm/tables/tables.js", "wasm/enterprise/split_filling.wasm"];
        let (mut files, mut published) = (BTreeMap::new(), BTreeMap::new());
        for path in pieces.chain(plain).chain(MODULE).chain(glues) {
            let name = match path {
                "wasm/worker/worker.js" => "glue-of-worker.js",
                "wasm/tables/tables.js" => "glue-of-tables.js",
                _ => path.rsplit('/').next().unwrap_or(path),
            };
            let text = special.iter().find(|(of, _)| *of == path).map_or(path, |(_, text)| text);
            files.insert(format!("assets/{name}"), text.as_bytes().to_vec());
            published.insert(path.to_owned(), format!("assets/{name}"));
        }
        for (Single { page: name, .. }, shell) in PAGES.iter().zip(SHELLS) {
            files.insert((*name).to_owned(), shell.replace("__POLICY__", super::super::page::POLICY).into_bytes());
        }
        Site { files, published, references: BTreeMap::new() }
    }

    /// Unpacks letters as `public/unpack.js` does.
    fn bytes_of(letters: &str) -> Vec<u8> {
        let digit = |letter: u8| u32::from(if letter == b'!' { b'<' } else { letter } - b'#');
        let pairs = letters.as_bytes().chunks(2).map(|pair| digit(pair[0]) * 91 + digit(pair[1]));
        let bits: Vec<u8> = pairs.flat_map(|value| (0..13).rev().map(move |at| (value >> at & 1) as u8)).collect();
        bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |value, bit| value << 1 | bit)).collect()
    }

    #[test]
    fn letters_hold_every_byte_and_end_no_script() {
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).map(|at| (at * 151 + 37) as u8).collect();
            assert_eq!(bytes_of(&letters(&bytes))[..bytes.len()], bytes, "{length}");
        }
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        let text = letters(&all);
        assert_eq!(bytes_of(&text)[..all.len()], all);
        assert!(text.bytes().all(|letter| letter.is_ascii_graphic() && letter != b'<'), "{text}");
    }

    fn between<'a>(text: &'a str, before: &str) -> &'a str {
        between_two(text, before, "</script>")
    }

    fn between_two<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
        text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map(|(inner, _)| inner).unwrap()
    }

    #[test]
    fn two_builds_have_two_versions_and_one_build_has_one() {
        let version = |site: &Site| {
            let page = page(site, "office.html", Profile::Quick).unwrap();
            page.split_once(MARK).unwrap().1.split_once('"').unwrap().0.to_owned()
        };
        let mut other = site();
        other.files.insert("assets/office.js".into(), b"changed".to_vec());
        assert_eq!(version(&site()), version(&site()));
        assert!(version(&site()).starts_with(concat!(env!("CARGO_PKG_VERSION"), "-")));
        assert_ne!(version(&site()), version(&other));
    }

    #[test]
    fn the_policy_names_each_script_and_style_and_nothing_is_fetched() {
        for Single { page: name, .. } in PAGES {
            let page = page(&site(), name, Profile::Quick).unwrap();
            let policy = between_two(&page, "Content-Security-Policy\" content=\"", "\"");
            assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("'self'"), "{policy}");
            let inline = |tag: &str, end: &str| {
                page.split(tag).skip(1).map(|rest| rest.split_once(end).unwrap().0.to_owned()).collect::<Vec<_>>()
            };
            let scripts = [inline("<script>", "</script>"), inline("<script type=\"module\">", "</script>")].concat();
            let styles = inline("<style>", "</style>");
            assert_eq!((scripts.len(), styles.len()), (2, 3));
            for text in scripts.iter().chain(&styles) {
                let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
                assert_eq!(policy.matches(&hash).count(), 1, "{text}");
            }
            assert_eq!(policy.matches("'sha256-").count(), scripts.len() + styles.len());
            for fetched in [" src=", "href=\"./assets", "url("] {
                assert!(!page.contains(fetched), "{fetched}");
            }
        }
    }

    #[test]
    fn what_is_unpacked_is_every_piece_as_long_as_the_list_says() {
        for profile in [Profile::Quick, Profile::Release] {
            let page = page(&site(), "index.html", profile).unwrap();
            let packed = bytes_of(between(&page, "data-packed>"));
            let mut all = Vec::new();
            LzmaReader::new_mem_limit(packed.as_slice(), u32::MAX, None).unwrap().read_to_end(&mut all).unwrap();
            let list: Vec<Value> = serde_json::from_str(between(&page, "data-files>")).unwrap();
            let mut rest = all.as_slice();
            for piece in &list {
                let (bytes, after) = rest.split_at(usize::try_from(piece[2].as_u64().unwrap()).unwrap());
                rest = after;
                if piece[1] == "application/wasm" {
                    assert!(String::from_utf8_lossy(bytes).ends_with(piece[0].as_str().unwrap()), "{piece}");
                }
            }
            assert!(rest.is_empty() && list.len() >= 9, "{list:?}");
            let worker = list.iter().find(|piece| piece[0] == "worker.js").unwrap();
            assert_eq!(worker[3], json!(["check-list.json", "worker_bg.wasm"]));
        }
    }
}
