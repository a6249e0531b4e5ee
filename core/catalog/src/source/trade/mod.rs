//! The tables of the trade beside the check list.
//!
//! Duties, posts, daily work, risks, seasons, licences, rates and the like.
//!
//! They lie in `catalog/trade`, one file a table. [`read_folder`] checks them against the check list and gives Rust
//! constants of them, so that the program carries no reader for what never changes while it runs.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `constants` | each table as Rust constants, in the types of the program's module `trade` |
//! | `look` | what is looked at in each table |
//! | `rows` | the rows of each table, with the keys people type |

mod constants;
mod look;
mod rows;

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use toml::de::DeTable;

use super::fault::{Fault, SourceError};
use super::lines::Lines;
use crate::Catalogue;
use crate::check::Check;

/// The tables as read, in the order in which they are written out.
struct Tables<'a> {
    folder: &'a Path,
    shown: String,
    catalogue: &'a Catalogue,
    faults: Vec<Fault>,
    out: String,
}

/// Reads the tables of a folder, checks them against the check list, and writes them as Rust constants.
///
/// # Errors
/// [`SourceError::Read`] where a table cannot be read, [`SourceError::Faults`] with all faults by file and line.
pub fn read_folder(folder: &Path, catalogue: &Catalogue) -> Result<String, SourceError> {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let shown = format!("{}/{}/", folder.parent().map(name).unwrap_or_default(), name(folder));
    let mut tables = Tables { folder, shown, catalogue, faults: Vec::new(), out: String::new() };
    tables.table::<rows::Duties>("duties")?;
    tables.table::<rows::Posts>("posts")?;
    tables.table::<rows::Daily>("daily")?;
    tables.table::<rows::Risks>("risks")?;
    tables.table::<rows::Dangers>("dangers")?;
    tables.table::<rows::Signs>("signs")?;
    tables.table::<rows::Seasons>("seasons")?;
    tables.table::<rows::Licences>("licences")?;
    tables.table::<rows::Ledgers>("ledgers")?;
    tables.table::<rows::Papers>("papers")?;
    tables.table::<rows::Statistics>("statistics")?;
    tables.table::<rows::Accidents>("accidents")?;
    tables.table::<rows::Expenses>("expenses")?;
    tables.table::<rows::Certificates>("certificates")?;
    tables.table::<rows::Training>("training")?;
    tables.table::<rows::Drills>("drills")?;
    tables.table::<rows::Permits>("permits")?;
    if tables.faults.is_empty() { Ok(tables.out) } else { Err(SourceError::Faults(tables.faults)) }
}

/// Validates a table; `at` of a problem is the JSON pointer within the file.
trait Look: DeserializeOwned {
    /// Looks at every row.
    fn look(&self, check: &mut Check<'_>);
    /// The ids of rows that calendars and records keep, with the pointers to them.
    fn ids(&self) -> Vec<(String, &str)> {
        Vec::new()
    }
}

/// Turns a table into Rust constants.
trait Constants {
    /// The constants, as Rust.
    fn constants(&self, catalogue: &Catalogue) -> String;
}

impl Tables<'_> {
    fn table<T: Look + Constants>(&mut self, stem: &str) -> Result<(), SourceError> {
        let path = self.folder.join(format!("{stem}.toml"));
        let text = fs::read_to_string(&path).map_err(|source| SourceError::Read { path, source })?;
        let file = format!("{}{stem}.toml", self.shown);
        let read = DeTable::parse(&text).and_then(|root| Ok((root, toml::from_str::<T>(&text)?)));
        let (root, table) = match read {
            Ok(read) => read,
            Err(error) => {
                self.faults.push(Fault::of_toml(&file, &text, &error));
                return Ok(());
            }
        };
        let mut check = Check::of(self.catalogue);
        table.look(&mut check);
        let mut seen = HashSet::new();
        for (pointer, id) in table.ids() {
            let list = pointer.split('/').nth(1).map(str::to_owned);
            check.row_id(&pointer, id, seen.insert((list, id)));
        }
        let mut lines = Lines::default();
        lines.note(0, &text, "", &root);
        self.faults.extend(check.into_problems().into_iter().map(|problem| {
            let line = lines.find(&problem.path).map_or(1, |(_, line)| line);
            Fault::new(&file, line, problem.what.to_string())
        }));
        self.out.push_str(&table.constants(self.catalogue));
        Ok(())
    }
}

#[cfg(test)]
mod tests;
