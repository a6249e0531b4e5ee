//! Rules that the crate graph and the sources keep: which part may know which.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `circles` | folders know each other in one direction |
//! | `codes` | every name under which an enumeration is written down is pinned by a test |
//! | `comments` | comments fit beside another window, and their first lines into a list |
//! | `document_types` | a type of document is known wherever its list cannot reach |
//! | `fields` | what people type is held to its bound where they type it |
//! | `file_circles` | files know each other in one direction |
//! | `floor` | the script that tells old browsers what to do is one that they can read |
//! | `identifiers` | nothing that is written down takes its name from `Debug`, which follows every renaming |
//! | `json` | JSON becomes a type, and a type JSON, in the files that are named there |
//! | `kernel` | browsers with two kernels choose before they draw |
//! | `layers` | the folders of `core` lie in the order in which its table lists them |
//! | `lengths` | no function is longer than a screen or two |
//! | `names` | one name means one thing wherever it can be seen |
//! | `reached` | every Rust file is part of one crate, and named by a `mod` |
//! | `sealing` | the crate of signed files is handed what it needs to know of the trade |
//! | `sources` | the sources as the rules look at them: without comments and without tests |
//! | `styles` | what an old engine does not know of a style sheet takes nothing else with it |
//! | `tables` | every folder opens with a table of its modules |
//! | `trade` | the trade is data: no id of the check list and no law means anything to the program |
//! | `visibility` | what the pages are made of is visible to their own crate |
//! | `wording` | where words stand, and how people are spoken to: 您, and on paper by the names the law has |

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod circles;
mod codes;
mod comments;
mod document_types;
mod fields;
mod file_circles;
mod floor;
mod identifiers;
mod json;
mod kernel;
mod layers;
mod lengths;
mod names;
mod reached;
mod sealing;
mod sources;
mod styles;
mod tables;
mod trade;
mod visibility;
mod wording;

use std::{collections::BTreeSet, fs, process::Command};

use anziping_tests::workplace;
use serde_json::Value;
use sources::files_below;

/// Lists the crates that one links on wasm32, itself included; no tests, no build scripts.
fn linked_by(package: &str) -> BTreeSet<String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(["metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown"])
        .current_dir(workplace::root());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let name_of = |id: &Value| {
        let package = metadata["packages"].as_array().unwrap().iter().find(|package| package["id"] == *id).unwrap();
        package["name"].as_str().unwrap().to_owned()
    };
    let start = nodes.iter().map(|node| &node["id"]).find(|id| name_of(id) == package).unwrap();
    let mut open = vec![start];
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !found.insert(name_of(id)) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == *id).unwrap();
        let linked = node["deps"].as_array().unwrap().iter().filter(|dependency| {
            // A dependency without a kind is linked; the others are "dev" and "build".
            dependency["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null())
        });
        open.extend(linked.map(|dependency| &dependency["pkg"]));
    }
    found
}

fn assert_knows_nothing_of(package: &str, forbidden: &[&str]) {
    let linked = linked_by(package);
    let known: Vec<_> = linked
        .iter()
        .filter(|name| forbidden.iter().any(|word| name.as_str() == *word || name.starts_with(&format!("{word}-"))))
        .collect();
    assert!(known.is_empty(), "{package} links {known:?}");
}

/// Browser, clock and randomness.
const OUTSIDE: [&str; 12] = [
    "leptos",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "gloo",
    "getrandom",
    "rand",
    "chrono",
    "instant",
    "web-time",
    "tokio",
    "reqwest",
];

#[test]
fn the_core_knows_no_browser_no_clock_and_no_randomness() {
    assert_knows_nothing_of("anziping-core", &OUTSIDE);
}

#[test]
fn sealing_knows_nothing_of_work_safety() {
    assert_knows_nothing_of("anziping-seal", &OUTSIDE);
    assert_knows_nothing_of("anziping-seal", &["anziping-core", "anziping-catalog"]);
}

#[test]
fn the_catalogue_knows_neither_the_month_nor_signatures() {
    assert_knows_nothing_of("anziping-catalog", &OUTSIDE);
    assert_knows_nothing_of("anziping-catalog", &["anziping-core", "anziping-seal"]);
}

#[test]
fn spreadsheets_know_nothing_of_what_stands_in_them() {
    assert_knows_nothing_of(
        "anziping-tables",
        &["anziping-core", "anziping-catalog", "anziping-seal", "leptos", "web-sys", "gloo"],
    );
}

#[test]
fn the_rule_sees_what_it_is_to_forbid() {
    let linked = linked_by("anziping");
    for name in ["leptos", "web-sys", "gloo-storage", "anziping-core"] {
        assert!(linked.contains(name), "{name}");
    }
}

#[test]
fn only_the_platform_touches_the_browser() {
    let mut touched = Vec::new();
    for file in files_below(&workplace::root().join("src")) {
        let path = file.strip_prefix(workplace::root()).unwrap().to_string_lossy().into_owned();
        if path.starts_with("src/platform") {
            continue;
        }
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            if !line.trim_start().starts_with("//") && touches_the_browser(line) {
                touched.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(touched.is_empty(), "outside of src/platform:\n{}", touched.join("\n"));
}

/// Types of events and elements are how a view's handlers are written down.
///
/// What they offer by themselves is fine. Reaching for the window, storage or another object of the browser is not.
fn touches_the_browser(line: &str) -> bool {
    let plain = line.replace("leptos::web_sys::", "").replace("leptos::ev::", "");
    ["web_sys::", "js_sys::", "gloo_", "window()", "document()", "wasm_bindgen_futures::"]
        .iter()
        .any(|word| plain.contains(word))
}

#[test]
fn a_line_that_reaches_for_the_browser_is_seen() {
    assert!(touches_the_browser("let store = web_sys::window().unwrap().local_storage();"));
    assert!(touches_the_browser("use gloo_storage::LocalStorage;"));
    assert!(!touches_the_browser("let typing = event_target::<leptos::web_sys::Element>(&ev);"));
    assert!(!touches_the_browser("on:keydown=move |ev: leptos::ev::KeyboardEvent| ()"));
}

/// Right-to-left languages need sides that follow the direction of writing.
///
/// A float across the whole width has no side; another stands in front of the one by direction, for old engines.
#[test]
fn style_sheets_name_no_left_and_no_right() {
    let folder = workplace::root().join("public/css");
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let plain = line.replace("float: left; width: 100%", "").replace("float: left; float: inline-start", "");
            let words = plain.split(|c: char| !c.is_ascii_alphabetic());
            assert!(words.clone().all(|word| word != "left" && word != "right"), "{}:{}", path.display(), number + 1);
            assert!(!sets_one_side(line), "{}:{}: write padding-inline-start", path.display(), number + 1);
        }
    }
}

/// Returns whether a shorthand of four values gives the two ends of a line different ones.
///
/// The second is the right side and the fourth the left one, whatever the direction of writing.
fn sets_one_side(line: &str) -> bool {
    const SHORTHANDS: [&str; 6] = ["margin", "padding", "inset", "border-width", "border-style", "border-color"];
    let declarations = line.split(['{', '}', ';']).filter_map(|declaration| declaration.split_once(':'));
    let mut values = declarations.filter(|(name, _)| SHORTHANDS.contains(&name.trim())).map(|(_, all)| values(all));
    values.any(|values| matches!(&values[..], [_, right, _, left] if right != left))
}

/// The values of a declaration; blanks within brackets divide none.
fn values(all: &str) -> Vec<String> {
    let (mut values, mut depth) = (vec![String::new()], 0_i32);
    for c in all.trim().chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        match (c, depth, values.last_mut()) {
            (' ', 0, _) => values.push(String::new()),
            (c, _, Some(last)) => last.push(c),
            (_, _, None) => {}
        }
    }
    values.retain(|value| !value.is_empty());
    values
}

#[test]
fn a_shorthand_with_a_side_is_seen() {
    assert!(sets_one_side(".a { gap: 0; padding: 0.5rem 0 0.25rem 1rem; color: red; }"));
    assert!(sets_one_side("  margin: 0 calc(1rem + 2px) 0 auto;"));
    for plain in
        [".a { padding: 1px 2px 3px 2px; }", "padding: 0 calc(1px + 2px);", "border-radius: 0 0 2px 4px;", "a:hover {"]
    {
        assert!(!sets_one_side(plain), "{plain}");
    }
}

/// The folders of the site from the bottom up, each with those that it does not name.
///
/// So the folders form no circle, and the store, which both apps share, knows neither of them.
const LAYERS: [(&str, &[&str]); 7] = [
    ("platform", &["store", "worker_client", "words", "ui", "enterprise", "office"]),
    ("store", &["worker_client", "words", "ui", "enterprise", "office"]),
    ("worker_client", &["store", "words", "ui", "enterprise", "office"]),
    ("words", &["ui", "enterprise", "office"]),
    ("ui", &["enterprise", "office"]),
    ("enterprise", &["office"]),
    ("office", &["enterprise"]),
];

#[test]
fn folders_of_the_site_lie_in_layers() {
    for (folder, above) in LAYERS {
        for file in files_below(&workplace::root().join("src").join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            for page in above {
                assert!(!text.contains(&format!("crate::{page}")), "{} names {page}", file.display());
            }
        }
    }
}

/// rustfmt leaves long lines where it cannot break them, and everything in `view!`.
#[test]
fn no_line_of_the_apps_is_wider_than_a_window_beside_another() {
    let mut wide = Vec::new();
    for file in files_below(&workplace::root().join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let program = text.split("#[cfg(test)]").next().unwrap();
        let code = program.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        wide.extend(code.filter(|(_, line)| width(line) > 120).map(|(at, _)| format!("{}:{}", file.display(), at + 1)));
    }
    assert!(wide.is_empty(), "wider than 120 columns:\n{}", wide.join("\n"));
}

/// The width of a line without the sentences in it, which cannot be broken.
fn width(line: &str) -> usize {
    let is_sentence = |text: &str| text.chars().count() > 40;
    let parts = line.split('"').enumerate().filter(|(at, text)| at % 2 == 0 || !is_sentence(text));
    parts.map(|(_, text)| text.chars().count()).sum::<usize>() + line.matches('"').count()
}

#[test]
fn a_wide_line_is_seen_unless_a_sentence_makes_it_wide() {
    assert_eq!(width("<a href=home>"), 13);
    assert_eq!(width(&format!("\"{}\"", "您".repeat(121))), 2);
    assert!(width(&format!("view! {{ <p class=\"hint\">{{{}}}</p> }}", "words".repeat(25))) > 120);
}
