//! Nothing that is written down takes its name from `Debug`, which follows every renaming.

use crate::sources::program;

/// Returns whether `Debug` is fine in a line: words for developers.
fn is_for_developers(line: &str) -> bool {
    ["#[error(", "panic!(", "assert", "console"].iter().any(|word| line.contains(word))
}

fn writes_debug(line: &str) -> bool {
    (line.contains(":?}") || line.contains(":#?}")) && !is_for_developers(line)
}

#[test]
fn no_identifier_is_made_of_debug_output() {
    let found: Vec<String> = ["src", "core/src", "core/seal/src", "core/catalog/src", "program/src", "tables/src"]
        .into_iter()
        .flat_map(program)
        .filter(|line| writes_debug(&line.text))
        .map(|line| format!("{}: {}", line.place, line.text.trim()))
        .collect();
    assert!(found.is_empty(), "give the enumeration a code():\n{}", found.join("\n"));
}

#[test]
fn debug_output_is_seen_where_it_is_written() {
    assert!(writes_debug(r#"        format!("{area}.{code:?}")"#));
    assert!(writes_debug(r#"        format!("{:?}", target.code)"#));
    assert!(!writes_debug(r##"    #[error("{0:?} is not a digit")]"##));
}
