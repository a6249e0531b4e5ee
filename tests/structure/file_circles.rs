//! Files know each other in one direction.
//!
//! A file and those below it may know each other: that is how modules are built.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anziping_tests::workplace;

use crate::circles::circles;
use crate::sources::{files_below, is_test, program_of};

pub(crate) const ROOTS: [&str; 7] =
    ["src", "core/src", "core/seal/src", "core/catalog/src", "program/src", "tables/src", "xtask/src"];

/// The segments of a module below the root of its crate.
type Module = Vec<String>;

/// The files of a crate by their modules, without comments and tests.
fn modules(root: &str) -> BTreeMap<Module, String> {
    let folder = workplace::root().join(root);
    let mut found = BTreeMap::new();
    for file in files_below(&folder) {
        let path = file.strip_prefix(&folder).unwrap();
        if is_test(path) || path.starts_with("bin") {
            continue;
        }
        let mut module: Module =
            path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if ["mod", "lib", "main"].iter().any(|name| module.last().is_some_and(|last| last == name)) {
            module.pop();
        }
        let lines = program_of(&fs::read_to_string(&file).unwrap()).into_iter().map(|(_, line)| line);
        found.insert(module, lines.collect::<Vec<_>>().join("\n"));
    }
    found
}

/// The paths of a tree of `use`, each with the name that it gets.
fn flat(tree: &str, prefix: &str) -> Vec<(String, String)> {
    let (mut paths, mut depth, mut part) = (Vec::new(), 0_i32, String::new());
    for c in tree.chars().chain([',']) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if c != ',' || depth > 0 {
            part.push(c);
            continue;
        }
        let whole = std::mem::take(&mut part);
        let whole = whole.trim();
        if let Some((head, inside)) = whole.split_once('{') {
            paths.extend(flat(inside.strip_suffix('}').unwrap_or(inside), &format!("{prefix}{head}")));
        } else if !whole.is_empty() {
            let (path, name) = whole.split_once(" as ").unwrap_or((whole, whole.rsplit("::").next().unwrap()));
            paths.push((format!("{prefix}{path}"), name.to_owned()));
        }
    }
    paths
}

/// The names that a file takes by `use` and passes on by `pub use`, and the rest of its text.
struct Taken {
    used: Vec<String>,
    passed_on: Vec<(String, String)>,
    rest: String,
}

fn taken(text: &str) -> Taken {
    let mut taken = Taken { used: Vec::new(), passed_on: Vec::new(), rest: String::new() };
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some((before, tree)) = line.trim_start().split_once("use ") else {
            taken.rest.push_str(line);
            taken.rest.push('\n');
            continue;
        };
        if !(before.is_empty() || before.starts_with("pub")) {
            taken.rest.push_str(line);
            taken.rest.push('\n');
            continue;
        }
        let mut tree = tree.to_owned();
        while !tree.contains(';') {
            let Some(next) = lines.next() else { break };
            tree.push_str(next);
        }
        let paths = flat(tree.split(';').next().unwrap(), "");
        if before.is_empty() {
            taken.used.extend(paths.into_iter().map(|(path, _)| path));
        } else {
            taken.passed_on.extend(paths);
        }
    }
    let words = taken.rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == ':'));
    let named = words.filter(|word| ["crate::", "super::", "self::"].iter().any(|start| word.starts_with(start)));
    taken.used.extend(named.map(|word| word.trim_end_matches(':').to_owned()));
    taken
}

/// The path from the root of the crate; `None` for one that leads elsewhere.
fn absolute(own: &[String], path: &str) -> Option<Module> {
    let mut segments: Vec<&str> = path.split("::").map(str::trim).collect();
    let mut from = own.to_vec();
    match segments[0] {
        "crate" => from.clear(),
        "self" => {}
        "super" => {
            while segments.get(1) == Some(&"super") {
                from.pop();
                segments.remove(0);
            }
            from.pop();
        }
        _ => return None,
    }
    from.extend(segments[1..].iter().map(|&segment| segment.to_owned()));
    Some(from)
}

/// Lists which file names which one: below the root of a crate, a file and those below it left out.
pub(crate) fn known(root: &str) -> BTreeMap<String, BTreeSet<String>> {
    let files: BTreeMap<Module, Taken> = modules(root).into_iter().map(|(own, text)| (own, taken(&text))).collect();
    let mut passed_on: BTreeMap<(Module, String), Module> = BTreeMap::new();
    for (own, taken) in &files {
        for (path, name) in &taken.passed_on {
            let own_child = || [own.clone(), path.split("::").map(str::to_owned).collect()].concat();
            passed_on.insert((own.clone(), name.clone()), absolute(own, path).unwrap_or_else(own_child));
        }
    }
    let resolve = |path: Module| {
        let mut path = path;
        // A name is passed on a few times at most.
        for _ in 0..5 {
            let module = (0..=path.len()).rev().find(|&length| files.contains_key(&path[..length]))?;
            let next = path.get(module).and_then(|name| passed_on.get(&(path[..module].to_vec(), name.clone())));
            let Some(next) = next.filter(|next| **next != path) else { return Some(path[..module].to_vec()) };
            path = [next.as_slice(), &path[module + 1..]].concat();
        }
        None
    };
    let named = |own: &Module, taken: &Taken| {
        let paths = taken.used.iter().filter_map(|path| absolute(own, path)).filter_map(resolve);
        let others = paths.filter(|other| !other.starts_with(own) && !own.starts_with(other));
        others.map(|other| other.join("/")).collect()
    };
    files.iter().map(|(own, taken)| (own.join("/"), named(own, taken))).collect()
}

#[test]
fn no_files_know_each_other_in_a_circle() {
    let of = |root: &&'static str| circles(&known(root)).into_iter().map(|pair| (*root, pair)).collect::<Vec<_>>();
    let found: Vec<_> = ROOTS.iter().flat_map(of).collect();
    assert!(found.is_empty(), "move what both need into a file of its own: {found:#?}");
}

#[test]
fn a_name_is_followed_to_its_file() {
    assert_eq!(
        flat("crate::{a::{self, B as C}, d::*}", "").into_iter().map(|(path, _)| path).collect::<Vec<_>>(),
        ["crate::a::self", "crate::a::B", "crate::d::*"]
    );
    let taken = taken("pub use one::Two;\nuse super::{\n    three,\n};\nfn f() -> crate::four::Five {}\n");
    assert_eq!(taken.used, ["super::three", "crate::four::Five"]);
    assert_eq!(taken.passed_on, [("one::Two".to_owned(), "Two".to_owned())]);
    let own = ["a", "b"].map(str::to_owned);
    assert_eq!(absolute(&own, "super::c::D").unwrap(), ["a", "c", "D"]);
    assert_eq!(absolute(&own, "super::super::c").unwrap(), ["c"]);
    assert_eq!(absolute(&own, "std::fmt"), None);
}
