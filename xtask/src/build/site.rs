//! Puts a site together in memory from the compiled binaries, the page shells and the public files.

use std::collections::{BTreeMap, BTreeSet};

use super::{asset_names::Linked, offline, page};
use crate::failure::Failure;

/// The folder of the compiled files among the sources of a site; each program has one of its own in it.
pub const COMPILED: &str = "wasm/";
/// The two pages of the site.
pub const PAGES: [&str; 2] = ["index.html", "office.html"];
/// The service worker that removes itself and its caches; see its own comment.
const OFF_SWITCH: &str = "sw-off.js";
const LIVE_RELOAD: &str = "live-reload.js";

/// The purpose that a site is built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// For people: works offline.
    Publish,
    /// Takes an earlier version's service worker out of use: the kill switch.
    WithoutOffline,
    /// For work with `serve --watch`: no service worker, and the page reloads after each build.
    LiveReload,
}

/// A finished site.
#[derive(Debug)]
pub struct Site {
    /// Bytes by path relative to the site's root.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Published path by source path.
    pub published: BTreeMap<String, String>,
    /// Published paths each file refers to.
    pub references: BTreeMap<String, BTreeSet<String>>,
}

impl Site {
    /// Links, names and completes `sources`: page shells, public files and `wasm/…`, by source path.
    ///
    /// # Errors
    /// When a template is not in order.
    pub fn new(mut sources: BTreeMap<String, Vec<u8>>, purpose: Purpose) -> Result<Self, Failure> {
        let off_switch = sources.remove(OFF_SWITCH);
        if purpose != Purpose::Publish {
            sources.insert("sw.js".into(), off_switch.ok_or_else(|| missing(OFF_SWITCH))?);
            for name in PAGES {
                let shell = page::without_offline(name, &text(&sources, name)?)?;
                sources.insert(name.into(), shell.into_bytes());
            }
        }
        if purpose == Purpose::LiveReload {
            sources.insert(LIVE_RELOAD.into(), include_bytes!("../serve/live-reload.js").to_vec());
            for name in PAGES {
                let script = format!("<script type=\"module\" src=\"./{LIVE_RELOAD}\"></script>\n</head>");
                let shell = text(&sources, name)?.replace("</head>", &script);
                sources.insert(name.into(), shell.into_bytes());
            }
        }
        for (path, bytes) in &mut sources {
            if path.ends_with(".js") && !path.starts_with(COMPILED) {
                *bytes = without_comment_lines(&String::from_utf8_lossy(bytes)).into_bytes();
            }
        }
        let Linked { mut files, published, references } = Linked::new(&sources);
        for name in PAGES {
            let completed = page::complete(name, &text(&files, name)?, &files)?;
            page::asks_in_time(name, &completed)?;
            files.insert(name.into(), completed.into_bytes());
        }
        if purpose == Purpose::Publish {
            let worker = offline::complete(&text(&files, "sw.js")?, &files)?;
            files.insert("sw.js".into(), worker.into_bytes());
        }
        if purpose == Purpose::LiveReload {
            files.insert("build.txt".into(), offline::version(&files).into_bytes());
        }
        Ok(Self { files, published, references })
    }
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Result<String, Failure> {
    let bytes = files.get(name).ok_or_else(|| missing(name))?;
    String::from_utf8(bytes.clone()).map_err(|_| Failure::Template { file: name.into(), what: "not UTF-8".into() })
}

fn missing(name: &str) -> Failure {
    Failure::Template { file: name.into(), what: "missing".into() }
}

/// Scripts of this repository without lines that are only a `//` comment.
///
/// Their readers have the source.
fn without_comment_lines(script: &str) -> String {
    let kept = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    kept.fold(String::with_capacity(script.len()), |out, line| out + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> BTreeMap<String, Vec<u8>> {
        let kernel = r#"<meta http-equiv="X-UA-Compatible"><meta name="renderer"><meta name="force-rendering">"#;
        let rest = r#"<meta content="__POLICY__"><script src="./boot.js" integrity></script></head>"#;
        let page = &format!(r#"<html data-sw="./sw.js"><head>{kernel}{rest}"#);
        [
            ("index.html", page.as_str()),
            ("office.html", page),
            ("boot.js", "// why\ngo();"),
            ("sw.js", "const FILES = __FILES__, VERSION = '__VERSION__';"),
            ("sw-off.js", "self.registration.unregister();"),
        ]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    #[test]
    fn the_offline_list_equals_the_files_of_the_site() {
        let site = Site::new(sources(), Purpose::Publish).unwrap();
        let worker = text(&site.files, "sw.js").unwrap();
        let list = worker.split_once("FILES = ").unwrap().1.split_once(", VERSION").unwrap().0;
        let list: Vec<(String, String)> = serde_json::from_str(list).unwrap();
        let listed: BTreeMap<_, _> = list.into_iter().collect();
        for (path, bytes) in site.files.iter().filter(|(path, _)| *path != "sw.js") {
            assert_eq!(listed.get(path), Some(&super::super::asset_names::integrity(bytes)), "{path}");
        }
        assert_eq!(listed.len(), site.files.len() - 1);
    }

    #[test]
    fn the_kill_switch_takes_the_place_of_the_worker_and_pages_no_longer_register_one() {
        let site = Site::new(sources(), Purpose::WithoutOffline).unwrap();
        assert!(text(&site.files, "sw.js").unwrap().contains("unregister"));
        assert!(!text(&site.files, "index.html").unwrap().contains("sw.js"));
    }

    #[test]
    fn live_reload_is_only_in_pages_built_for_it() {
        let has = |purpose| {
            let site = Site::new(sources(), purpose).unwrap();
            text(&site.files, "index.html").unwrap().contains("live-reload")
        };
        assert!(has(Purpose::LiveReload));
        assert!(!has(Purpose::Publish) && !has(Purpose::WithoutOffline));
    }

    #[test]
    fn comment_lines_are_not_published() {
        let site = Site::new(sources(), Purpose::Publish).unwrap();
        assert_eq!(site.files[&site.published["boot.js"]], b"go();\n");
    }
}
