//! In a frame of another site the pages offer to be opened alone and do nothing else.

use std::fs;

use anziping_tests::{Page, journey, site::Site};
use serde_json::json;

/// Notes every use of what the browser keeps for a site.
const NOTE_USE: &str = "
    window.used = [];
    for (const [owner, name] of [
        [Storage.prototype, 'getItem'], [Storage.prototype, 'setItem'], [IDBFactory.prototype, 'open'],
        [CacheStorage.prototype, 'open'], [ServiceWorkerContainer.prototype, 'register'], [LockManager.prototype, 'request'],
    ]) {
        const real = owner[name];
        owner[name] = function (...words) { window.used.push(name); return real.apply(this, words); };
    }";

/// Turns to the first frame of the page.
fn into_frame(page: &Page) {
    page.browser.session.post("frame", &json!({ "id": 0 })).expect("a frame");
}

/// A page of another origin, another port counts as one, that frames `address`.
fn stranger(address: &str) -> (tempfile::TempDir, Site) {
    let folder = tempfile::tempdir().expect("a folder");
    let frame =
        format!("<!DOCTYPE html><title>stranger</title><iframe src=\"{address}\" width=900 height=700></iframe>");
    fs::write(folder.path().join("index.html"), frame).expect("a page");
    let site = Site::of(folder.path());
    (folder, site)
}

#[test]
fn in_a_frame_of_another_origin_nothing_starts_and_nothing_is_kept_or_read() {
    for (name, file, title) in [("framed", "index.html", "首页"), ("framed-desk", "office.html", "核验")] {
        journey(name, |page| {
            page.before_each_document(NOTE_USE);
            let (_folder, other) = stranger(&page.address(file));
            page.expect_attempts_at(&other.origin("127.0.0.1"));
            page.expect_message("favicon.ico");
            page.browser.session.go(&other.address("127.0.0.1", "")).expect("the stranger's page");
            into_frame(page);
            page.until_said("#boot-framed:not([hidden])", "单独打开");
            assert_eq!(page.attributes("html", "data-boot"), ["framed"]);
            assert_eq!(page.count("#app > *, html[data-ready]"), 0, "the app does not start");
            assert_eq!(page.js("return window.used", &[]), json!([]));
            let kept = "
                const done = arguments[0];
                Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
                    .then((all) => done(all.map((one) => one.length).concat(Object.keys(localStorage).length)));";
            assert_eq!(page.later(kept, &[]), json!([0, 0, 0, 0]));
            page.click("#boot-framed a");
            let windows = page.browser.session.get("window/handles").expect("windows");
            let alone = windows.as_array().and_then(|all| all.last()).expect("a second window");
            page.browser.session.post("window", &json!({ "handle": alone })).expect("the other window");
            page.ready();
            let said = page.js("return document.title", &[]);
            assert!(said.as_str().is_some_and(|said| said.contains(title)), "{said}");
        });
    }
}

#[test]
fn a_page_of_its_own_origin_may_hold_it_in_a_frame() {
    journey("framed-by-own", |page| {
        page.expect_message("favicon.ico");
        page.load("sw.js");
        let hold = "document.body.append(Object.assign(document.createElement('iframe'), { src: 'index.html' }))";
        page.js(hold, &[]);
        into_frame(page);
        page.ready();
        assert_eq!(page.count("#boot-framed"), 0);
    });
}
