//! The copy for offline use damaged behind the browser.
//!
//! Mended at the next visit with a network, said in plain words without one.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anziping_tests::{
    Page,
    altered::{altered, next_version},
    journey,
    page::End,
};
use serde_json::json;

use crate::steps::*;

const NOTE: &str = "离线副本损坏以前写的";

/// The outcomes for a person who opens the page without a network.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offline {
    /// The page as ever.
    Opens,
    /// The worker's own words.
    SaidByWorker,
    /// The words of the page that could not start.
    SaidByPage,
    /// The words that the bare page shows after a while.
    SaidByShell,
    /// Nothing of ours runs.
    ///
    /// The browser has lost the worker itself, and says in its own words that there is no network.
    Browsers,
}

type Damage = (&'static str, fn(&Path), Offline);

/// Damages that may befall the files of Chromium.
///
/// They befall its caches (`index.txt` lists them), one folder for each with an index and a file for each entry, the
/// scripts of workers, the database of registrations.
const DAMAGES: [Damage; 16] = [
    ("index of the cache zeroed", |profile| overwrite(&cache(profile).join("index"), zeroed), Offline::SaidByWorker),
    ("index of the cache cut", |profile| overwrite(&cache(profile).join("index"), cut), Offline::SaidByWorker),
    ("index of the cache missing", |profile| remove(&cache(profile).join("index")), Offline::Opens),
    (
        "table of the cache flipped",
        |profile| overwrite(&cache(profile).join("index-dir/the-real-index"), flipped),
        Offline::Opens,
    ),
    (
        "entries flipped",
        |profile| entries(profile).iter().for_each(|file| overwrite(file, flipped)),
        Offline::SaidByWorker,
    ),
    ("entries cut", |profile| entries(profile).iter().for_each(|file| overwrite(file, cut)), Offline::SaidByWorker),
    (
        "entries zeroed",
        |profile| entries(profile).iter().for_each(|file| overwrite(file, zeroed)),
        Offline::SaidByWorker,
    ),
    ("entries missing", |profile| entries(profile).iter().for_each(|file| remove(file)), Offline::SaidByWorker),
    (
        "start-up script flipped",
        |profile| overwrite(&entry_of(profile, "/assets/boot-", ".js"), flipped),
        Offline::SaidByPage,
    ),
    (
        "program flipped",
        |profile| overwrite(&entry_of(profile, "/assets/enterprise_bg-", ".wasm"), flipped),
        Offline::SaidByPage,
    ),
    (
        "both start-up scripts flipped",
        |profile| {
            for beginning in ["/assets/boot-", "/assets/floor-"] {
                overwrite(&entry_of(profile, beginning, ".js"), flipped);
            }
        },
        Offline::SaidByShell,
    ),
    ("folder of the cache missing", |profile| fs::remove_dir_all(cache(profile)).unwrap(), Offline::SaidByWorker),
    ("list of caches flipped", |profile| overwrite(&origin(profile).join("index.txt"), zeroed), Offline::SaidByWorker),
    (
        "all caches missing",
        |profile| fs::remove_dir_all(workers(profile).join("CacheStorage")).unwrap(),
        Offline::SaidByWorker,
    ),
    (
        "registrations missing",
        |profile| fs::remove_dir_all(workers(profile).join("Database")).unwrap(),
        Offline::Browsers,
    ),
    (
        "script of the worker missing",
        |profile| fs::remove_dir_all(workers(profile).join("ScriptCache")).unwrap(),
        Offline::Browsers,
    ),
];

fn workers(profile: &Path) -> PathBuf {
    profile.join("Default/Service Worker")
}

fn folders(within: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(within).unwrap().flatten().map(|entry| entry.path());
    entries.filter(|path| path.is_dir()).collect()
}

/// The folder of the only origin.
fn origin(profile: &Path) -> PathBuf {
    let mut origins = folders(&workers(profile).join("CacheStorage"));
    assert_eq!(origins.len(), 1, "{origins:?}");
    origins.remove(0)
}

/// The folder of the cache in use: one that was begun anew may still lie beside it.
fn cache(profile: &Path) -> PathBuf {
    let list = fs::read(origin(profile).join("index.txt")).unwrap();
    let list = String::from_utf8_lossy(&list).into_owned();
    let is_listed = |folder: &PathBuf| list.contains(&*folder.file_name().unwrap().to_string_lossy());
    folders(&origin(profile)).into_iter().find(is_listed).expect("a cache")
}

/// The files of the entries.
fn entries(profile: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(cache(profile)).unwrap().flatten().map(|entry| entry.path());
    let entries: Vec<_> = files.filter(|file| file.to_string_lossy().ends_with("_0")).collect();
    assert!(entries.len() > 20, "one for each file of the site: {entries:?}");
    entries
}

/// The file of one entry: its address stands at the beginning.
fn entry_of(profile: &Path, beginning: &str, ending: &str) -> PathBuf {
    let is_it = |file: &PathBuf| {
        let bytes = fs::read(file).unwrap();
        // A head of 24 bytes says how long the address is that follows; the page's own text names other files.
        let length =
            bytes.get(12..16).map_or(0, |four| four.iter().rev().fold(0, |sum, one| sum << 8 | usize::from(*one)));
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(24 + length)]).into_owned();
        head.split_once(beginning)
            .is_some_and(|(_, rest)| rest.split_once('.').is_some_and(|(_, rest)| rest.starts_with(&ending[1..])))
    };
    entries(profile).into_iter().find(is_it).expect("an entry of that address")
}

fn overwrite(file: &Path, change: fn(Vec<u8>) -> Vec<u8>) {
    fs::write(file, change(fs::read(file).unwrap())).unwrap();
}

fn remove(file: &Path) {
    fs::remove_file(file).unwrap();
}

fn zeroed(bytes: Vec<u8>) -> Vec<u8> {
    vec![0; bytes.len()]
}

fn cut(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

fn flipped(mut bytes: Vec<u8>) -> Vec<u8> {
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    bytes
}

/// The demonstration with a note, everything kept for offline use.
fn kept(page: &Page) {
    // What the browser says of files that it cannot read or get.
    for said in ["Failed to load resource", "ERR_CONNECTION_REFUSED", "sw.js", "无法下载"] {
        page.expect_message(said);
    }
    demonstration(page);
    type_note(page, NOTE);
    page.saved();
    page.offline_ready();
}

/// Opened with a network: the page stands, with what was typed, and what is kept is whole again.
fn mended(page: &Page) {
    page.open(ELEMENT);
    assert_eq!(note(page), NOTE);
    page.offline_ready();
    page.stop_server();
    page.reload();
    assert_eq!(note(page), NOTE);
    page.start_server();
}

/// Asserts what the page says without a network, at an address of its own.
///
/// So opening the page afterwards is another navigation.
fn said_without_network(page: &Page, expected: Offline) {
    page.stop_server();
    match expected {
        Offline::Opens => {
            page.open("index.html");
            page.go(ELEMENT, "element");
            assert_eq!(note(page), NOTE);
        }
        Offline::SaidByWorker => {
            page.load("index.html");
            page.until_said("body", "离线副本损坏");
            page.until_said("body", "没有受影响");
        }
        Offline::SaidByPage => {
            page.load("index.html");
            page.until_said("#boot-failed:not([hidden])", "离线副本损坏");
            page.until_said("#boot-failed", "不受影响");
            page.until_said("#boot-reason", "无法下载");
        }
        Offline::SaidByShell => {
            page.load("index.html");
            page.js("document.getAnimations().forEach((one) => one.finish())", &[]);
            let seen = "return document.querySelector('.boot-late').checkVisibility({ visibilityProperty: true })";
            page.until("the words are seen", seen, &[]);
            assert!(page.text(".boot-late").contains("不受影响"), "{}", page.text(".boot-late"));
        }
        Offline::Browsers => {}
    }
    page.start_server();
}

#[test]
fn a_copy_damaged_on_disk_is_mended_by_the_next_visit() {
    journey("offline-damaged", |page| {
        kept(page);
        for (name, damage, offline) in DAMAGES {
            eprintln!("{name}");
            page.start_again(End::Closed, damage);
            said_without_network(page, offline);
            mended(page);
        }
    });
}

/// A script by which the origin may put something readable and wrong in the place of a file.
const PUT_WRONG: &str = "
    const [ending, text, done] = arguments;
    (async () => {
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                if (!request.url.split('/').pop().match(ending)) continue;
                const type = (await cache.match(request)).headers.get('Content-Type');
                await cache.put(request, new Response(text, { headers: { 'Content-Type': type } }));
            }
        }
    })().then(() => done(null), (error) => done(String(error)));";

#[test]
fn a_wrong_file_in_the_copy_never_runs() {
    journey("offline-wrong", |page| {
        kept(page);
        let foreign = "document.documentElement.dataset.foreign = 'true'";
        for (ending, text) in [
            ("^index.html$", "<!DOCTYPE html><title>foreign</title><html data-foreign=true>"),
            ("^boot-.*[.]js$", foreign),
            ("^floor-.*[.]js$", foreign),
            ("^enterprise-.*[.]js$", foreign),
            ("_bg-.*[.]wasm$", "\0asm\u{1}\0\0\0"),
            ("^worker-.*[.]js$", "postMessage('foreign')"),
        ] {
            behind_the_back(page);
            let told = page.later(PUT_WRONG, &[json!(ending), json!(text)]);
            assert!(told.is_null(), "{told}");
            mended(page);
            assert_eq!(page.count("[data-foreign]"), 0, "{ending}");
        }
    });
}

#[test]
fn opened_again_after_a_failed_start_the_page_takes_what_the_host_has_now() {
    journey("offline-afresh", |page| {
        kept(page);
        // The host has gone on to another version, so the damaged file cannot be had any more.
        let next = altered(next_version);
        page.put_in_place(next.path());
        page.expect_message("404");
        page.start_again(End::Closed, |profile| overwrite(&entry_of(profile, "/assets/boot-", ".js"), flipped));
        page.load("");
        page.until_said("#boot-failed:not([hidden])", "无法下载 boot-");
        page.js("window.leaving = true", &[]);
        page.press("reload");
        page.ready();
        let scripts = page.attributes("script[type=module]", "src");
        assert!(scripts.iter().any(|script| script.contains("next-version")), "{scripts:?}");
        mended(page);
    });
}

#[test]
fn without_a_network_a_damaged_file_that_is_not_needed_costs_nothing_else() {
    journey("offline-unneeded", |page| {
        kept(page);
        page.start_again(End::Closed, |profile| overwrite(&entry_of(profile, "/assets/office_bg-", ".wasm"), flipped));
        page.stop_server();
        page.open(ELEMENT);
        for _ in 0..2 {
            page.reload();
            assert_eq!(note(page), NOTE);
            // The worker answers what it is asked next only once it has looked at every file.
            let answer = "const done = arguments[0];
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = ({ data }) => done(data);
                navigator.serviceWorker.controller.postMessage('complete?', [port2]);";
            assert_eq!(page.later(answer, &[]), json!(false), "the copy is not called complete");
            assert_eq!(page.count("html[data-offline-ready]"), 0);
        }
        page.start_server();
        page.reload();
        mended(page);
    });
}

#[test]
fn opened_again_without_a_network_nothing_that_is_kept_is_thrown_away() {
    journey("offline-afresh-without", |page| {
        kept(page);
        page.start_again(End::Closed, |profile| overwrite(&entry_of(profile, "/assets/boot-", ".js"), flipped));
        page.stop_server();
        page.load("");
        page.until_said("#boot-failed:not([hidden])", "离线副本损坏");
        page.js("window.leaving = true", &[]);
        page.press("reload");
        page.until(
            "the same notice again",
            "return !window.leaving && Boolean(document.querySelector('#boot-failed:not([hidden])'))",
            &[],
        );
        let left = "const done = arguments[0];
            Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
                .then(([kept, workers]) => done([kept.length, workers.length]))";
        assert_eq!(page.later(left, &[]), json!([1, 1]));
        page.start_server();
        page.js("window.leaving = true", &[]);
        page.press("reload");
        page.ready();
        mended(page);
    });
}
