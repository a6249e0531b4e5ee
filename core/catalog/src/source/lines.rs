//! Finds the line of each value of a catalogue, so that a problem can be shown there.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Places of values, by their JSON pointer in the catalogue: number of the file, line from 1.
#[derive(Default)]
pub(super) struct Lines(HashMap<String, (usize, usize)>);

impl Lines {
    /// Notes the place of everything in a file whose root stands at `pointer` in the catalogue.
    pub(super) fn note(&mut self, file: usize, text: &str, pointer: &str, root: &Spanned<DeTable<'_>>) {
        self.0.entry(pointer.to_owned()).or_insert((file, 1));
        // Counted once for the file: a file has thousands of values.
        let breaks: Vec<usize> = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at).collect();
        self.table(file, &breaks, pointer, root.get_ref());
    }

    fn table(&mut self, file: usize, breaks: &[usize], pointer: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let member = member(key.get_ref(), value.get_ref());
            self.value(file, breaks, format!("{pointer}/{member}"), value);
        }
    }

    fn value(&mut self, file: usize, breaks: &[usize], pointer: String, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::Table(table) => self.table(file, breaks, &pointer, table),
            DeValue::Array(array) => {
                for (index, entry) in array.iter().enumerate() {
                    self.value(file, breaks, format!("{pointer}/{index}"), entry);
                }
            }
            _ => {}
        }
        let line = 1 + breaks.partition_point(|at| *at < value.span().start);
        self.0.insert(pointer, (file, line));
    }

    /// The place of a value, or of the nearest thing around it that was written down.
    pub(super) fn find(&self, pointer: &str) -> Option<(usize, usize)> {
        let mut pointer = pointer;
        loop {
            if let Some(place) = self.0.get(pointer) {
                return Some(*place);
            }
            pointer = pointer.rsplit_once('/')?.0;
        }
    }
}

/// The name in the catalogue of a key in the sources, which are shorter to type.
fn member<'a>(key: &'a str, value: &DeValue<'_>) -> &'a str {
    match (key, value.is_array()) {
        ("fact", true) => "facts",
        ("document", true) => "documents",
        ("reading", true) => "readings",
        ("change", true) => "changes",
        ("exclusion", true) => "exclusions",
        ("sub", true) => "sub_elements",
        ("sub", false) => "sub_element",
        ("item", true) => "items",
        ("target", true) => "targets",
        ("point", true) => "points",
        ("part", true) => "parts",
        ("criterion", true) => "criteria",
        ("doc", _) => "document",
        ("done", _) => "done_label",
        ("total", _) => "total_label",
        ("scope", _) => "scope_note",
        _ => key,
    }
}

/// The line, from 1, of a byte of a text.
pub(super) fn line_at(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|b| *b == b'\n').count()
}
