//! The faults of the source files, told to the people who edit them.

use std::fmt;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::serde_messages::shape_fault;

/// Why the source files do not make a catalogue.
#[derive(Debug, Error)]
pub enum SourceError {
    /// The folder or a file cannot be read: wrong path, missing rights, or not UTF-8.
    #[error("无法读取 {}：{source}", path.display())]
    Read {
        /// The folder or file.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// The files must be corrected; never empty, by file and line.
    #[error("{}", lines(.0))]
    Faults(Vec<Fault>),
}

fn lines(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}

/// One correction to make.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// File as it was named to the reader: `catalog/element-1.toml`.
    pub file: String,
    /// Line from 1.
    pub line: usize,
    /// The fault, in Chinese.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

impl Fault {
    pub(super) fn new(file: &str, line: usize, reason: String) -> Self {
        Self { file: file.to_owned(), line, reason }
    }

    /// A fault in the TOML itself or in its keys, which the TOML reader reports in English.
    pub(super) fn of_toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let start = error.span().map_or(0, |span| span.start);
        let said = shape_fault(error.message()).unwrap_or_else(|| format!("TOML 写法有误（{}）", error.message()));
        Self::new(file, super::lines::line_at(text, start), said)
    }
}
