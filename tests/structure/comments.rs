//! Comments fit into a window beside another one, and their first lines into a list.

use std::fs;
use std::path::PathBuf;

use anziping_tests::workplace;

use crate::sources::files_below;

/// The widest line of a comment.
const WIDTH: usize = 120;
/// The longest first line of a doc comment: what a thing is, at a glance. Reasons come after it.
const FIRST: usize = 100;

/// Words with which a first line would ask something instead of saying it.
const QUESTIONS: [&str; 7] = ["What ", "Who ", "Whose ", "In which ", "By what ", "Of what ", "Whether "];

/// The words that name the kind of an item.
const ITEMS: [&str; 7] = ["const", "enum", "fn", "static", "struct", "trait", "type"];

/// All Rust files of the repository.
fn files() -> Vec<PathBuf> {
    let folders = ["core", "program", "src", "tables", "tests", "xtask"];
    let all = folders.iter().flat_map(|folder| files_below(&workplace::root().join(folder)));
    all.filter(|file| !file.components().any(|part| part.as_os_str() == "target")).collect()
}

/// The text of a comment, or of a doc comment, behind its slashes.
fn comment(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix("//")
}

fn doc(line: &str) -> Option<&str> {
    comment(line)?.strip_prefix(['/', '!']).map(str::trim)
}

/// The numbers of lines that are wider than they should be.
///
/// Rows of tables and addresses cannot be broken.
fn too_wide(text: &str) -> Vec<usize> {
    let breakable = |line: &str| comment(line).is_some_and(|said| !said.contains(" | ") && !said.contains("://"));
    let numbered = text.lines().enumerate();
    numbered.filter(|(_, line)| breakable(line) && line.chars().count() > WIDTH).map(|(at, _)| at + 1).collect()
}

/// Returns whether a doc comment begins in a line.
fn is_first(lines: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| doc(lines[before]));
    before.is_none() && doc(lines[at]).is_some_and(|said| !said.starts_with('|'))
}

/// The numbers of first lines of doc comments that are too long.
fn too_long(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let is_long = |at: usize| is_first(&lines, at) && first_paragraph(&lines[at..]) > FIRST;
    (0..lines.len()).filter(|&at| is_long(at)).map(|at| at + 1).collect()
}

/// The numbers of heads of files and of doc comments of items that begin like a question.
///
/// Fields and variants are left out, and types whose comments are published with their schemas.
fn asking(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let asks = |at: usize| doc(lines[at]).is_some_and(|said| QUESTIONS.iter().any(|word| said.starts_with(word)));
    let is_of_item = |at: usize| {
        let mut below = lines[at..].iter().filter(|line| comment(line).is_none());
        let item = below.find(|line| line.contains("JsonSchema") || !line.starts_with("#["));
        item.is_some_and(|line| line.split_whitespace().any(|word| ITEMS.contains(&word)))
    };
    let is_meant = |at: usize| is_first(&lines, at) && (lines[at].starts_with("//!") || is_of_item(at));
    (0..lines.len()).filter(|&at| is_meant(at) && asks(at)).map(|at| at + 1).collect()
}

/// The numbers of doc comments of one English word: the name below says as much.
fn of_one_word(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let said = |at: usize| lines.get(at).and_then(|line| doc(line));
    let is_word = |at: usize| {
        let word = said(at).unwrap_or_default().trim_end_matches('.');
        let alone = said(at + 1).is_none() && at.checked_sub(1).and_then(said).is_none();
        alone && !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic())
    };
    (0..lines.len()).filter(|&at| is_word(at)).map(|at| at + 1).collect()
}

/// The length of what a doc comment says before its first empty line.
fn first_paragraph(lines: &[&str]) -> usize {
    let said = lines.iter().map_while(|line| doc(line)).take_while(|said| !said.is_empty());
    said.map(|said| said.chars().count() + 1).sum::<usize>().saturating_sub(1)
}

fn assert_none(what: &str, find: fn(&str) -> Vec<usize>) {
    assert_none_in(files(), what, find);
}

fn assert_none_in(files: Vec<PathBuf>, what: &str, find: fn(&str) -> Vec<usize>) {
    let mut found = Vec::new();
    for file in files {
        let path = file.strip_prefix(workplace::root()).unwrap().display().to_string();
        let text = fs::read_to_string(&file).unwrap();
        found.extend(find(&text).into_iter().map(|line| format!("{path}:{line}")));
    }
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn no_comment_is_wider_than_a_window_beside_another() {
    assert_none("comments wider than 120 columns", too_wide);
}

#[test]
fn a_doc_comment_says_in_one_short_line_what_a_thing_is() {
    assert_none("first lines over 100 characters: say what it is, then an empty line, then why", too_long);
}

#[test]
fn heads_of_files_and_doc_comments_of_items_do_not_ask() {
    assert_none("first lines that ask: say what it is, or what it does", asking);
}

/// One word is better than none where the compiler asks for a comment on everything public.
#[test]
fn no_doc_comment_of_the_pages_is_one_word() {
    assert_none_in(files_below(&workplace::root().join("src")), "comments that say no more than the name", of_one_word);
}

/// The longest name of a test, which states a fact and leaves figures to the body.
const NAME: usize = 80;

/// The numbers of lines with names of tests that are too long.
fn too_long_to_say(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let is_of_test = |at: usize| {
        let above = lines[..at].iter().rev().take_while(|line| line.starts_with("#[") || line.starts_with("//"));
        above.into_iter().any(|line| *line == "#[test]")
    };
    let is_long = |line: &str| {
        let name = line.strip_prefix("fn ").and_then(|rest| rest.split_once('(')).map(|(name, _)| name);
        name.is_some_and(|name| name.len() > NAME)
    };
    (0..lines.len()).filter(|&at| is_long(lines[at]) && is_of_test(at)).map(|at| at + 1).collect()
}

#[test]
fn the_name_of_a_test_is_a_sentence_that_can_be_said() {
    assert_none("names of tests over 80 characters", too_long_to_say);
    let long = "#[test]\n#[ignore = \"slow\"]\nfn NAME() {\n".replace("NAME", &"a".repeat(81));
    assert_eq!(too_long_to_say(&long), [3]);
    assert!(too_long_to_say(&long.replace("#[test]", "")).is_empty(), "a helper is no test");
}

#[test]
fn a_first_line_that_asks_is_seen() {
    assert_eq!(
        asking("//! What it does.\n\n/// Whether it is.\n#[must_use]\npub(crate) const fn is() -> bool {\n"),
        [1, 3]
    );
    assert!(
        asking("/// Says it.\n///\n/// What is asked below the first line is no matter.\nfn say() {}\n").is_empty()
    );
    assert!(asking("/// What is said of it.\nsaid: fn(&str) -> String,\n").is_empty(), "a field is no item");
    assert_eq!(asking("/// Who signs.\n#[derive(Debug)]\npub struct Signers;\n"), [1]);
    let published = "/// Who signs.\n#[cfg_attr(test, derive(schemars::JsonSchema))]\npub struct Signers;\n";
    assert!(asking(published).is_empty(), "its comment is part of a schema");
}

#[test]
fn a_wide_comment_and_a_long_first_line_are_seen() {
    let words = |count: usize| "word ".repeat(count).trim_end().to_owned();
    assert_eq!(too_wide(&format!("let a = 1;\n    // {}\n/// short\n", words(30))), [2]);
    assert!(too_wide(&format!("// https://{}\n", words(30))).is_empty());
    assert_eq!(too_long(&format!("/// {}\n/// {}\nfn f() {{}}\n", words(15), words(15))), [1]);
    assert_eq!(of_one_word("/// Button.\nconst SAVE: u8 = 1;\n/// Saves at\n/// once.\nconst NOW: u8 = 2;\n"), [1]);
    assert!(too_long(&format!("/// Short.\n///\n/// {}\nfn f() {{}}\n", words(24))).is_empty());
}
