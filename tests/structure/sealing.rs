//! The crate of signed files is handed what it needs to know of the trade.

use std::fs;

use anziping_tests::workplace;

use crate::sources::{before_tests, files_below, is_test};

/// Chinese characters and Chinese punctuation.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

fn is_of_the_trade(line: &str) -> bool {
    line.contains("wsr.") || line.chars().any(is_chinese)
}

#[test]
fn sealing_names_no_document_of_ours_and_nothing_in_chinese() {
    let root = workplace::root();
    let files = files_below(&root.join("core/seal/src")).into_iter();
    let mut found = Vec::new();
    for file in files.filter(|file| !is_test(file.strip_prefix(&root).unwrap())) {
        let text = fs::read_to_string(&file).unwrap();
        let lines = before_tests(&text).into_iter().enumerate().filter(|(_, line)| is_of_the_trade(line));
        found.extend(lines.map(|(at, line)| format!("{}:{}: {}", file.display(), at + 1, line.trim())));
    }
    assert!(found.is_empty(), "hand it in from core:\n{}", found.join("\n"));
}

/// Codes of the format, which were given when there were principals only.
const CODES: [&str; 2] = ["\"no_principal\"", "\"unsigned_principal\""];

fn names_a_role(line: &str) -> bool {
    let line = CODES.iter().fold(line.to_owned(), |line, code| line.replace(code, "")).to_lowercase();
    ["principal", "preparer", "deputy"].iter().any(|role| line.contains(role))
}

#[test]
fn sealing_gives_no_role_a_meaning_of_its_own() {
    let root = workplace::root();
    let files = files_below(&root.join("core/seal/src")).into_iter();
    let mut found = Vec::new();
    for file in files.filter(|file| !is_test(file.strip_prefix(&root).unwrap())) {
        let text = fs::read_to_string(&file).unwrap();
        let lines = before_tests(&text).into_iter().enumerate().filter(|(_, line)| names_a_role(line));
        found.extend(lines.map(|(at, line)| format!("{}:{}: {}", file.display(), at + 1, line.trim())));
    }
    assert!(found.is_empty(), "roles come in by RoleRules:\n{}", found.join("\n"));
}

#[test]
fn a_role_is_seen_beside_the_codes_of_the_format() {
    assert!(names_a_role("    NoPrincipal = \"no_principal\","));
    assert!(names_a_role("    /// A report without a preparer."));
    assert!(!names_a_role("    NoRequiredSigner = \"no_principal\","));
}

#[test]
fn a_word_of_the_trade_is_seen() {
    assert!(is_of_the_trade("    name: \"wsr.report\","));
    assert!(is_of_the_trade("    /// \u{4e3b}\u{8981}\u{8d1f}\u{8d23}\u{4eba}, who answers for the content."));
    assert!(!is_of_the_trade("    /// Who answers for the content."));
}
