//! The pages are visible to their own crate alone.
//!
//! Binaries name what the entry of the crate passes on.

use std::collections::BTreeSet;
use std::fs;

use anziping_tests::workplace;

use crate::sources::program;

/// The kinds of items that can be declared as public.
const KINDS: [&str; 10] =
    ["async fn ", "const ", "enum ", "fn ", "mod ", "static ", "struct ", "trait ", "type ", "use "];

/// Returns whether a line makes something public to everybody.
fn is_public(line: &str) -> bool {
    line.trim_start().strip_prefix("pub ").is_some_and(|rest| KINDS.iter().any(|kind| rest.starts_with(kind)))
}

/// The files below `src` that the paths of `pub use` in a text lead to, seen from the module `own`.
fn passed_on(text: &str, own: &str) -> BTreeSet<String> {
    let paths = text.lines().filter_map(|line| line.trim_start().strip_prefix("pub use ")?.split_once(';'));
    let mut found = BTreeSet::new();
    for (path, _) in paths {
        let path = path.split(" as ").next().unwrap_or_default();
        let (before, names) = path.split_once("::{").unwrap_or((path, ""));
        let before = before.strip_prefix("crate::").map_or_else(|| format!("{own}/{before}"), str::to_owned);
        let module = before.replace("::", "/");
        let parent = module.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        let inside = names.trim_end_matches('}').split(", ").map(|name| format!("{module}/{name}"));
        found.extend(inside.chain([module.clone(), parent]));
    }
    found
}

/// The file of a module.
fn file_of(module: &str) -> Option<String> {
    let files = [format!("src/{module}.rs"), format!("src/{module}/mod.rs")];
    files.into_iter().find(|file| workplace::root().join(file).is_file())
}

/// The files of what the binaries may name.
fn entrances() -> BTreeSet<String> {
    let entry = fs::read_to_string(workplace::root().join("src/lib.rs")).unwrap();
    let mut modules = passed_on(&entry, "");
    for module in modules.clone() {
        let text = file_of(&module).map(|file| fs::read_to_string(workplace::root().join(file)).unwrap());
        modules.extend(passed_on(&text.unwrap_or_default(), &module));
    }
    modules.iter().filter_map(|module| file_of(module)).collect()
}

#[test]
fn nothing_is_public_but_what_the_binaries_name() {
    let entrances = entrances();
    let wrong = program("src").into_iter().filter(|line| {
        let file = line.place.split(':').next().unwrap_or_default();
        let is_open = file == "src/lib.rs" || file.starts_with("src/bin/");
        let is_named = entrances.contains(file) && line.text.starts_with("pub ");
        is_public(&line.text) && !is_open && !is_named
    });
    let wrong: Vec<String> = wrong.map(|line| format!("{}: {}", line.place, line.text.trim())).collect();
    assert!(wrong.is_empty(), "write pub(crate):\n{}", wrong.join("\n"));
}

#[test]
fn a_public_line_and_its_way_out_are_seen() {
    assert!(is_public("    pub async fn open() -> Self {"));
    assert!(!is_public("    pub id: StoredValue<String>,") && !is_public("pub(crate) fn open() {"));
    let text = "pub use crate::one::two::{three, Four};\n    pub use inside::{serve};\npub use crate::five as six;\n";
    let found = passed_on(text, "own");
    for module in ["one/two", "one/two/three", "own/inside", "five"] {
        assert!(found.contains(module), "{module} in {found:?}");
    }
}
