//! Folders know each other in one direction.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anziping_tests::workplace;

use crate::file_circles::{self, ROOTS};
use crate::sources::{files_below, is_test, program_of};

/// Lists which top folder or file of a crate names which other one.
pub fn known(crate_root: &str) -> BTreeMap<String, BTreeSet<String>> {
    let root = workplace::root().join(crate_root);
    let top = |path: &str| path.split(['/', '.']).next().unwrap_or_default().to_owned();
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files_below(&root) {
        let path = file.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        if is_test(Path::new(&path)) || path.starts_with("bin/") {
            continue;
        }
        let text: Vec<String> =
            program_of(&fs::read_to_string(&file).unwrap()).into_iter().map(|(_, line)| line).collect();
        known.entry(top(&path)).or_default().extend(named_in(&text.join("\n")));
    }
    let modules: BTreeSet<String> = known.keys().cloned().collect();
    for (own, others) in &mut known {
        others.retain(|other| other != own && modules.contains(other));
    }
    // The root of a crate names all its modules and is named for what it re-exports.
    known.retain(|own, _| own != "lib");
    known
}

/// The first segments of `crate::…` paths, those in braces included.
fn named_in(text: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 1_i32;
                let mut first = true;
                for (at, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        _ => {}
                    }
                    if depth == 0 {
                        break;
                    }
                    if depth == 1 && (first || c == ',') {
                        found.push(word(group[at..].trim_start_matches([',', ' ', '\n'])));
                    }
                    first = false;
                }
            }
            None => found.push(word(rest)),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// Pairs that reach each other, each once.
pub fn circles(known: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<(String, String)> {
    let reached = |from: &str| {
        let mut open = vec![from.to_owned()];
        let mut found = BTreeSet::new();
        while let Some(one) = open.pop() {
            for next in known.get(&one).into_iter().flatten() {
                if found.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        found
    };
    let all: BTreeMap<&str, BTreeSet<String>> = known.keys().map(|own| (own.as_str(), reached(own))).collect();
    let mut found = BTreeSet::new();
    for (one, theirs) in &all {
        for other in theirs.iter().filter(|other| one < &other.as_str()) {
            if all.get(other.as_str()).is_some_and(|back| back.contains(*one)) {
                found.insert(((*one).to_owned(), other.clone()));
            }
        }
    }
    found
}

#[test]
fn no_folders_know_each_other_in_a_circle() {
    for root in ROOTS {
        let found = circles(&known(root));
        assert!(found.is_empty(), "{root}: {found:?}");
    }
}

/// Groups files by folder: the neighbours in each, and who names whom; a folder counts as one.
fn by_folder(files: &BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let mut folders: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (own, others) in files {
        for other in others {
            let (own, other): (Vec<_>, Vec<_>) = (own.split('/').collect(), other.split('/').collect());
            let shared = own.iter().zip(&other).take_while(|(one, other)| one == other).count();
            let up_to = |path: &[&str]| path[..=shared].join("/");
            let folder = folders.entry(own[..shared].join("/")).or_default();
            folder.entry(up_to(&own)).or_default().insert(up_to(&other));
        }
    }
    folders
}

#[test]
fn no_neighbours_in_a_folder_know_each_other_in_a_circle_at_any_depth() {
    let mut found = BTreeSet::new();
    for root in ROOTS {
        for neighbours in by_folder(&file_circles::known(root)).values() {
            found.extend(circles(neighbours).into_iter().map(|(one, other)| [root.to_owned(), one, other]));
        }
    }
    assert!(found.is_empty(), "move what both need into a file of its own: {found:#?}");
}

#[test]
fn a_circle_between_a_folder_and_its_neighbour_is_seen() {
    let files = [("a/pages/home", "a/frame"), ("a/frame", "a/pages/other"), ("a/frame", "b")];
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (own, other) in files {
        known.entry(own.to_owned()).or_default().insert(other.to_owned());
    }
    assert!(circles(&known).is_empty(), "no two files know each other");
    let folders = by_folder(&known);
    assert_eq!(circles(&folders["a"]), BTreeSet::from([("a/frame".to_owned(), "a/pages".to_owned())]));
    assert!(circles(&folders[""]).is_empty());
}

#[test]
fn a_circle_is_seen_over_any_number_of_steps() {
    let known = |pairs: &[(&str, &str)]| {
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (own, other) in pairs {
            known.entry((*own).to_owned()).or_default().insert((*other).to_owned());
        }
        known
    };
    assert!(circles(&known(&[("a", "b"), ("b", "c"), ("a", "c")])).is_empty());
    assert_eq!(circles(&known(&[("a", "b"), ("b", "c"), ("c", "a")])).len(), 3);
    assert_eq!(
        named_in("use crate::{\n    value::{day, uscc},\n    json,\n};\ncrate::hazard::Stage"),
        ["value", "json", "hazard"]
    );
}
