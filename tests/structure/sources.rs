//! The sources as the rules look at them: without comments and without tests.

use std::fs;
use std::path::{Path, PathBuf};

use anziping_tests::workplace;

/// The Rust files below a folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let mut found: Vec<_> =
        files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect();
    found.extend(folders.iter().flat_map(|folder| files_below(folder)));
    found.sort();
    found
}

/// One line of the program, with its place for people.
pub struct Line {
    pub place: String,
    pub text: String,
}

/// The lines below a folder of the repository that end up in the program.
pub fn program(folder: &str) -> Vec<Line> {
    let root = workplace::root();
    let files = files_below(&root.join(folder)).into_iter();
    files
        .filter(|file| !is_test(file.strip_prefix(&root).unwrap()))
        .flat_map(|file| {
            let name = file.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            program_of(&fs::read_to_string(&file).unwrap())
                .into_iter()
                .map(|(number, text)| Line { place: format!("{name}:{number}"), text })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Returns whether a file holds tests only: `tests.rs`, or a file below a folder `tests`.
pub fn is_test(file: &Path) -> bool {
    file.components().any(|part| ["tests", "tests.rs"].iter().any(|name| part.as_os_str() == *name))
}

/// The lines of a file before its tests.
pub fn before_tests(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().collect();
    let tests = lines.windows(2).position(|pair| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod tests"));
    lines[..tests.unwrap_or(lines.len())].to_vec()
}

/// The numbered lines of a file before its tests, comments left out.
pub fn program_of(text: &str) -> Vec<(usize, String)> {
    let numbered = before_tests(text).into_iter().enumerate();
    numbered
        .map(|(at, line)| (at + 1, line.split("//").next().unwrap_or_default().to_owned()))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect()
}

#[test]
fn comments_and_tests_are_no_program() {
    let text = "//! head\nfn one() {} // why\n\n#[cfg(test)]\nmod tests {\n    fn two() {}\n}\n";
    assert_eq!(program_of(text), [(2, "fn one() {} ".to_owned())]);
}
