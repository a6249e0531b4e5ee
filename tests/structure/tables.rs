//! Every folder opens with a table of its modules.

use std::fs;

use anziping_tests::workplace;

use crate::sources::files_below;

/// From how many modules on a folder opens with a table.
const MANY: usize = 3;

/// The modules that a file declares, without those for tests.
fn declared(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().collect();
    let is_test = |at: usize| at > 0 && lines[at - 1] == "#[cfg(test)]";
    let program = lines.iter().copied().enumerate().filter(|(at, _)| !is_test(*at));
    program.filter_map(|(_, line)| name(line)).collect()
}

/// The name of the module that a line declares.
fn name(line: &str) -> Option<&str> {
    let (visibility, rest) = line.split_once("mod ")?;
    let is_item = visibility.is_empty() || visibility.starts_with("pub");
    rest.strip_suffix(';').filter(|_| is_item)
}

/// The modules that are not in the table of their folder.
fn missing(text: &str) -> Vec<&str> {
    let declared = declared(text);
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("//! | ")).collect();
    let is_listed = |name: &str| rows.iter().any(|row| row.split('`').skip(1).step_by(2).any(|word| word == name));
    if declared.len() < MANY { Vec::new() } else { declared.into_iter().filter(|name| !is_listed(name)).collect() }
}

/// A folder begins with its `mod.rs`, where its table is looked for.
///
/// A file of its name beside it would hide it.
#[test]
fn no_module_lies_beside_its_own_folder() {
    let root = workplace::root();
    let all = ["core", "program", "src", "tables", "tests", "xtask"]
        .into_iter()
        .flat_map(|name| files_below(&root.join(name)));
    let beside: Vec<_> = all.filter(|file| file.with_extension("").is_dir()).collect();
    assert!(beside.is_empty(), "move each into its folder, as mod.rs: {beside:?}");
}

#[test]
fn a_folder_opens_with_a_table_of_its_modules() {
    let root = workplace::root();
    let mut wrong = Vec::new();
    for folder in ["core", "program", "src", "tables", "tests", "xtask"] {
        for file in files_below(&root.join(folder)) {
            let path = file.strip_prefix(&root).unwrap();
            let is_root = ["mod.rs", "lib.rs", "main.rs"].iter().any(|name| file.ends_with(name));
            if !is_root || path.starts_with("tests/fuzz") {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap();
            let missing = missing(&text);
            if !missing.is_empty() {
                wrong.push(format!("{}: {}", path.display(), missing.join(" ")));
            }
        }
    }
    assert!(wrong.is_empty(), "modules that no table of their folder names:\n{}", wrong.join("\n"));
}

#[test]
fn a_module_outside_the_table_is_seen() {
    let text =
        "//! | [`one`], `two` | what |\nmod one;\npub mod two;\npub(crate) mod three;\n#[cfg(test)]\nmod tests;\n";
    assert_eq!(missing(text), ["three"]);
    assert!(missing("mod one;\nmod two;\n").is_empty(), "two modules need no table");
}
