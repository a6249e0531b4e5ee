//! Another page of the same origin that changes records.
//!
//! Noticed while the page is open and at the next start.

use anziping_tests::{Options, Page, journey, journey_with};
use serde_json::json;

use crate::steps::*;

const OURS: &str = "我们写的";
const THEIRS: &str = "别的网页写的";
/// The page's word for it at a start.
const AT_START: &str = "不是本页写的";
/// The page's word for it while it is open.
const WHILE_OPEN: &str = "别的网页改了";

/// Gives the month a higher revision and another note, with a right checksum.
const FORGE: &str = "
    const forge = async (text, theirs) => {
        const [line, written] = text.split('\\n');
        const header = JSON.parse(line.slice(0, line.lastIndexOf(',\"sum\":\"')) + '}');
        const parsed = JSON.parse(written);
        header.revision += 5;
        parsed.answers.Z01.note = theirs;
        const [head, body] = [JSON.stringify(header).slice(0, -1), JSON.stringify(parsed)];
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${head}\\n${body}`));
        const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        return `${head},\"sum\":\"${hex.slice(0, 16)}\"}\\n${body}`;
    };";

/// The copies of the month, the named ones forged.
fn forge(page: &Page, places: &[&str]) {
    behind_the_back(page);
    let mut copies = copies_of_month(page);
    let newest = copies.iter().find(|(_, text)| text.contains(OURS)).expect("the note").1.clone();
    let forged = page.later(
        &format!("{FORGE} const [text, theirs, done] = arguments; forge(text, theirs).then(done)"),
        &[json!(newest), json!(THEIRS)],
    );
    let forged = forged.as_str().expect("a text").to_owned();
    copies.retain_mut(|(name, text)| {
        text.clone_from(&forged);
        places.iter().any(|place| name.ends_with(place))
    });
    put_copies_of_month(page, &copies);
}

fn with_a_note(page: &Page) {
    demonstration(page);
    type_note(page, OURS);
    page.saved();
}

#[test]
fn a_record_changed_while_the_page_was_closed_is_said_once() {
    for (name, places) in [
        ("neighbour-local", &["|a"][..]),
        ("neighbour-journal", &["journal"]),
        ("neighbour-everywhere", &["|a", "|b", "journal", "twin"]),
    ] {
        journey(name, |page| {
            with_a_note(page);
            forge(page, places);
            page.open(ELEMENT);
            page.until_said("[data-discoveries]", AT_START);
            assert_eq!(note(page), THEIRS, "the newest whole text counts, whoever wrote it");
            if name != "neighbour-everywhere" {
                page.go("#/settings", "settings");
                page.press("export-unreadable");
                assert!(std::fs::read_to_string(page.downloaded(".json")).unwrap().contains(OURS));
            }
            page.reload();
            assert_eq!(page.count("[data-discoveries]"), 0, "it is said once");
        });
    }
}

#[test]
fn what_the_page_itself_wrote_is_never_laid_at_anothers_door() {
    journey("neighbour-none", |page| {
        with_a_note(page);
        for place in [&["journal", "twin"][..], &["|a", "|b"]] {
            // One of the two places is gone, as after an eviction; the other is the page's own.
            behind_the_back(page);
            let mut copies = copies_of_month(page);
            copies.retain(|(name, _)| place.iter().any(|place| name.ends_with(place)));
            copies.iter_mut().for_each(|(_, text)| text.clear());
            put_copies_of_month(page, &copies);
            page.open(ELEMENT);
            assert_eq!(note(page), OURS);
            let said = page.js("return document.querySelector('[data-discoveries]')?.innerText ?? ''", &[]);
            assert!(!said.as_str().unwrap().contains(AT_START), "{said}");
        }
    });
}

/// The other page of the origin: a frame of a file that runs nothing, kept in a second window.
fn from_another_window(page: &Page, script: &str) {
    let session = &page.browser.session;
    let ours = session.get("window").unwrap();
    let other = session.post("window/new", &json!({ "type": "tab" })).unwrap()["handle"].clone();
    session.post("window", &json!({ "handle": other })).unwrap();
    behind_the_back(page);
    let told = page.later(&format!("{FORGE} {script}"), &[json!(THEIRS)]);
    assert!(told.is_null(), "{told}");
    session.post("window", &json!({ "handle": ours })).unwrap();
}

const CHANGE_LOCAL: &str = "
    const [theirs, done] = arguments;
    const key = Object.keys(localStorage).filter((key) => key.includes(':m/'))
        .sort((one, other) => JSON.parse(localStorage[other].split('\\n')[0]).revision - JSON.parse(localStorage[one].split('\\n')[0]).revision)[0];
    forge(localStorage[key], theirs).then((text) => { localStorage[key] = text; done(null); });";

const CHANGE_JOURNAL: &str = "
    const [theirs, done] = arguments;
    const folder = location.pathname.slice(0, location.pathname.lastIndexOf('/') + 1);
    const opening = indexedDB.open(`anziping:${folder}:`.slice(0, -1));
    opening.onsuccess = () => {
        const within = () => opening.result.transaction('records', 'readwrite').objectStore('records');
        const range = IDBKeyRange.bound('m/', 'm0');
        const store = within();
        const [keys, texts] = [store.getAllKeys(range), store.getAll(range)];
        store.transaction.oncomplete = () => forge(texts.result[0], theirs).then((text) => {
            const putting = within();
            putting.put(text, keys.result[0]);
            putting.transaction.oncomplete = () => { opening.result.close(); done(null); };
        });
    };";

#[test]
fn a_record_changed_while_the_page_is_open_is_said_and_not_written_over() {
    for (name, script) in [("neighbour-open-local", CHANGE_LOCAL), ("neighbour-open-journal", CHANGE_JOURNAL)] {
        journey(name, |page| {
            with_a_note(page);
            from_another_window(page, script);
            page.until_said("[data-standing=overtaken]", WHILE_OPEN);
            assert_eq!(note(page), OURS, "the own text stays on the screen");
            page.press("keep-mine");
            page.until("it writes again", "return !document.querySelector('[data-standing]')", &[]);
            page.saved();
            page.reload();
            assert_eq!(note(page), OURS);
        });
    }
}

#[test]
fn without_locks_a_neighbour_is_noticed_as_another_window_is() {
    journey_with("neighbour-plain", Options { host: "intranet.test", ..Options::default() }, |page| {
        with_a_note(page);
        // On plain http there is no digest to forge with: the earlier text with a higher place.
        let session = &page.browser.session;
        let ours = session.get("window").unwrap();
        let other = session.post("window/new", &json!({ "type": "tab" })).unwrap()["handle"].clone();
        session.post("window", &json!({ "handle": other })).unwrap();
        behind_the_back(page);
        let swap = "
            const keys = Object.keys(localStorage).filter((key) => key.includes(':m/')).sort();
            [localStorage[keys[0]], localStorage[keys[1]]] = [localStorage[keys[1]], localStorage[keys[0]]];";
        page.js(swap, &[]);
        session.post("window", &json!({ "handle": ours })).unwrap();
        page.until_there("[data-standing=overtaken]");
    });
}
