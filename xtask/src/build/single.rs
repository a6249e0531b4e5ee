//! One file that is the whole page.
//!
//! Nothing is fetched, so it opens by a double click, from a stick or out of a mail.
//!
//! A browser gives `file:` pages no modules, workers or WebAssembly from beside them. Here all of it lies in the page,
//! deflated and in base64, and `public/single.js` gives each piece an address. The policy names every script and style
//! sheet by its hash and allows no request to anywhere.

use std::io::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::ZlibEncoder};
use sha2::{Digest as _, Sha256};

use super::site::Site;
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
/// Base64 makes a third more of what is deflated; a larger file no longer fits where small files fit.
///
/// A mail, a group chat.
pub const LIMIT: usize = 4_100_000;

/// What runs in the page in this order, as one module.
const MODULE: [&str; 3] = ["single.js", "stopped.js", "boot.js"];
const FLOOR: &str = "floor.js";
/// Begins the attribute of `<html>` that marks a single file and names its version.
const MARK: &str = "data-single=\"";

/// What lies in each page, each after what it names.
///
/// Attributes of `<html>` and glue find it by its name.
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
pub fn add(site: &mut Site) -> Result<(), Failure> {
    for single in PAGES {
        let text = page(site, single.page)?;
        site.files.insert(single.hosted.into(), text.into_bytes());
    }
    Ok(())
}

/// The single file of a page of the site.
///
/// # Errors
/// [`Failure::Template`] when the site lacks what the file is made of, or writes it another way.
fn page(site: &Site, name: &str) -> Result<String, Failure> {
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
    let mut data = String::new();
    for path in pieces.iter().copied() {
        for path in maker.paths(path)? {
            data += &maker.piece(&path)?;
        }
    }
    let scripts = format!("<script>{floor}</script>\n{data}<script type=\"module\">{module}</script>\n</body>");
    let styles = maker.styles()?;
    let icon = maker.address("icons/icon.svg")?;
    let head = format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n{}", tagged("style", &styles));
    let shell = maker.shell()?;
    let policy = policy(&[&floor, &module], &styles);
    let page = shell
        .replacen("</head>", &format!("{head}</head>"), 1)
        .replacen("</body>", &scripts, 1)
        .replacen("<html ", &format!("<html {MARK}{}\" ", env!("CARGO_PKG_VERSION")), 1)
        .replace(super::page::POLICY, &policy);
    if !page.contains(&policy) {
        return Err(maker.wrong("its policy is not that of the site".into()));
    }
    Ok(page)
}

/// Nothing but what stands in the page, and the addresses it gives to its own pieces.
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

    fn piece(&self, path: &str) -> Result<String, Failure> {
        let published = self.published(path)?;
        let (kind, bytes) = match path.rsplit('.').next() {
            Some("wasm") => ("application/wasm", self.bytes(path)?.to_vec()),
            Some("json") => ("application/json", self.bytes(path)?.to_vec()),
            _ => ("text/javascript", self.script(path)?.into_bytes()),
        };
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        let packed = packed.write_all(&bytes).and_then(|()| packed.finish()).map_err(Failure::at(path))?;
        let packed = STANDARD.encode(packed);
        let carries = self.carries(path)?;
        Ok(format!(
            "<script type=\"application/octet-stream\" data-file=\"{published}\" data-kind=\"{kind}\"{carries}>{packed}</script>\n"
        ))
    }

    /// The attribute that says which of the pieces before it a worker takes along.
    fn carries(&self, path: &str) -> Result<String, Failure> {
        let carried: &[&str] = match path {
            "worker.js" => &["check-list.json", "wasm/worker/worker_bg.wasm"],
            "tables.js" => &["wasm/tables/tables_bg.wasm"],
            _ => return Ok(String::new()),
        };
        let published: Vec<&str> = carried.iter().map(|path| self.published(path)).collect::<Result<_, _>>()?;
        Ok(format!(" data-carries=\"{}\"", published.join(" ")))
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
        for Single { page: hosted, name, .. } in PAGES {
            page = page.replace(&format!("href=\"./{hosted}\""), &format!("href=\"./{name}\""));
        }
        Ok(page.replacen(" data-sw=\"./sw.js\"", "", 1))
    }
}
