//! No function is longer than a screen or two.

use std::collections::BTreeSet;
use std::fs;

use anziping_tests::workplace;

use crate::file_circles::ROOTS;
use crate::sources::{before_tests, files_below, is_test};

/// Lines of the longest function, its signature included.
const LONGEST: usize = 100;

/// The name of the function that begins on a line.
fn begins(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    if let Some(visible) = rest.strip_prefix("pub") {
        rest = visible.strip_prefix('(').map_or(visible, |inside| inside.split_once(')').map_or("", |(_, rest)| rest));
        rest = rest.trim_start();
    }
    for word in ["const ", "async ", "unsafe "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    rest.strip_prefix("fn ")?.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()
}

/// The functions of some lines, each with how many it takes.
fn functions<'a>(lines: &[&'a str]) -> Vec<(&'a str, usize)> {
    let of = |(at, line): (usize, &&'a str)| {
        let name = begins(line)?;
        let indent = &line[..line.len() - line.trim_start().len()];
        let is_whole = line.ends_with('}') || line.ends_with(';');
        let ends = |line: &&str| **line == format!("{indent}}}") || line.starts_with(&format!("{indent}}} }}"));
        let length = if is_whole { 1 } else { lines[at..].iter().position(ends)? + 1 };
        Some((name, length))
    };
    lines.iter().enumerate().filter_map(of).collect()
}

#[test]
fn no_function_is_longer_than_a_screen_or_two() {
    let root = workplace::root();
    let mut found = BTreeSet::new();
    for file in ROOTS.iter().flat_map(|folder| files_below(&root.join(folder))) {
        let path = file.strip_prefix(&root).unwrap();
        if is_test(path) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let long = functions(&before_tests(&text)).into_iter().filter(|(_, length)| *length > LONGEST);
        found.extend(long.map(|(name, _)| (path.to_string_lossy().into_owned(), name.to_owned())));
    }
    assert!(found.is_empty(), "longer than {LONGEST} lines, take them apart: {found:#?}");
}

#[test]
fn the_lines_of_a_function_are_counted() {
    let text = "pub(super) async fn one(\n    a: u8,\n) {\n    two();\n}\nimpl A {\n    const fn b() -> u8 { 1 }\n}\n";
    assert_eq!(functions(&text.lines().collect::<Vec<_>>()), [("one", 5), ("b", 1)]);
    assert_eq!(begins("    fn_of(x)"), None);
}
