//! Every field holds what people type to its bound, where they type it.
//!
//! A text that is too long for the signed form is found out when everything is signed at the latest, and then nobody
//! can say in which field it stands.

use std::collections::BTreeSet;
use std::fs;

use anziping_tests::workplace;

use crate::sources::{before_tests, files_below};

/// Fields that never say what is wrong, by file and name, and why they need not.
///
/// This list may only shrink.
const SILENT: [(&str, &str, &str); 13] = [
    ("src/enterprise/question.rs", "na_id.clone()", "the reason is judged with its answer, below the question"),
    ("src/enterprise/registers/form.rs", "name", REGISTER),
    ("src/enterprise/registers/form.rs", "self.name(name)", REGISTER),
    ("src/enterprise/registers/licences.rs", "format!(\"licence-{}\",", REGISTER),
    ("src/enterprise/seal/backup.rs", "\"backup_text\"", PASTED),
    ("src/enterprise/seal/backup.rs", "format!(\"{prefix}_text\")", PASTED),
    ("src/enterprise/seal/handed.rs", "\"taken_back\"", PASTED),
    ("src/enterprise/seal/receipt.rs", "\"receipt_text\"", PASTED),
    ("src/enterprise/settings/restore.rs", "\"backup_text\"", PASTED),
    ("src/office/inbox/find.rs", "\"find\"", SEARCH),
    ("src/office/registry/mod.rs", "\"search\"", SEARCH),
    ("src/ui/import/asks.rs", "\"import-done-on\"", "a day of the browser's own calendar"),
    ("src/ui/import/pasted.rs", "format!(\"pasted-{action}\")", PASTED),
];

const REGISTER: &str = "registers are never signed";
const PASTED: &str = "a file pasted as text, which is read as a file is";
const SEARCH: &str = "it is looked for and kept nowhere";

/// The names of the fields in a text, each with whether it can say what is wrong.
fn fields(text: &str) -> Vec<(String, bool)> {
    let blocks = text.split("<Field").skip(1).filter(|block| block.starts_with(char::is_whitespace));
    let named = blocks.filter_map(|block| {
        let block = block.split("/>").next()?;
        let name = block.split("name=").nth(1)?.split_whitespace().next()?;
        Some((name.to_owned(), block.contains("fault=")))
    });
    named.collect()
}

#[test]
fn every_field_says_what_is_wrong_with_what_is_typed_but_those_listed() {
    let root = workplace::root();
    let mut found = BTreeSet::new();
    for file in files_below(&root.join("src")) {
        let path = file.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        let text = before_tests(&fs::read_to_string(&file).unwrap()).join("\n");
        let silent = fields(&text).into_iter().filter(|(_, speaks)| !speaks);
        found.extend(silent.map(|(name, _)| (path.clone(), name)));
    }
    let listed: BTreeSet<_> = SILENT.iter().map(|(file, name, _)| ((*file).to_owned(), (*name).to_owned())).collect();
    let new: Vec<_> = found.difference(&listed).collect();
    assert!(new.is_empty(), "give it a `fault`, as `line_fault` for a line that is signed: {new:#?}");
    let gone: Vec<_> = listed.difference(&found).collect();
    assert!(gone.is_empty(), "take it off the list: {gone:#?}");
}

/// The lines that were signed without a bound once.
#[test]
fn lines_of_the_signed_documents_are_bounded_where_they_are_typed() {
    for (file, name) in [
        ("src/enterprise/month.rs", "PREPARER"),
        ("src/enterprise/seal/holder.rs", "id(\"name\")"),
        ("src/enterprise/seal/holder.rs", "id(\"title\")"),
        ("src/office/registry/mod.rs", "\"office\""),
        ("src/office/inbox/receipts.rs", "LINE"),
    ] {
        let text = fs::read_to_string(workplace::root().join(file)).unwrap();
        assert!(fields(&text).contains(&(name.to_owned(), true)), "{name} of {file}");
        assert!(text.contains("line_fault(") || text.contains("required_line("), "{file} asks `line_fault`");
    }
}

#[test]
fn a_field_without_a_fault_is_seen() {
    let text = "<Field name=\"a\" value=a />\n<Field\n    name=b\n    fault=wrong\n/>\n<FieldSet name=c />";
    assert_eq!(fields(text), [("\"a\"".to_owned(), false), ("b".to_owned(), true)]);
}
