//! Relates the parts of a workbook to its sheets.

use std::collections::{BTreeMap, BTreeSet};

/// The sheets as the workbook names them.
#[derive(Default)]
pub(super) struct Outline {
    /// Paths of the workbook itself; a sound file has one.
    pub(super) workbooks: Vec<String>,
    /// Names of sheets, with what their relationships are called.
    pub(super) sheets: Vec<(String, String)>,
    /// Paths by names of relationships.
    pub(super) targets: BTreeMap<String, String>,
}

impl Outline {
    /// Returns whether these are relationships of the workbook or lead to it.
    ///
    /// Relationships of sheets can be many and are of no use.
    pub(super) fn leads_to_sheets(&self, path: &str) -> bool {
        let of_workbook = |workbook: &String| {
            let (folder, name) = split(workbook);
            path.eq_ignore_ascii_case(&format!("{folder}_rels/{name}.rels"))
        };
        path.eq_ignore_ascii_case("_rels/.rels") || self.workbooks.iter().any(of_workbook)
    }

    /// Name of the sheet in a part.
    pub(super) fn sheet_at(&self, path: &str) -> Option<&str> {
        let mut sheets = self.sheets.iter().zip(self.paths());
        sheets.find(|(_, of_sheet)| path.eq_ignore_ascii_case(of_sheet)).map(|((name, _), _)| name.as_str())
    }

    /// Returns whether a name or part is there twice: a sheet is read as often as it is named.
    pub(super) fn repeats(&self) -> bool {
        let names: BTreeSet<&str> = self.sheets.iter().map(|(name, _)| name.as_str()).collect();
        let paths: BTreeSet<String> = self.paths().collect();
        names.len() < self.sheets.len() || paths.len() < self.sheets.len()
    }

    /// The parts of the sheets, in their order.
    fn paths(&self) -> impl Iterator<Item = String> {
        let folder = self.workbooks.first().map_or("", |workbook| split(workbook).0);
        self.sheets.iter().map(move |(_, relationship)| {
            let target = self.targets.get(relationship).map_or("", String::as_str);
            target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned).to_ascii_lowercase()
        })
    }
}

/// Folder, with the slash, and name.
fn split(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |slash| slash + 1))
}
