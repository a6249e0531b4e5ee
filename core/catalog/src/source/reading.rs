//! Merges the source files into one check list.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::DeTable;

use super::fault::{Fault, SourceError};
use super::files::{
    AreaFile, ChangesFile, CriteriaFile, DocumentsFile, ElementFile, ExclusionsFile, FactsFile, HeadFile, ReadingsFile,
};
use super::lines::Lines;
use crate::Catalogue;

/// A file that was read, with what is needed to find lines in it again.
struct Read<'a, T> {
    file: usize,
    text: &'a str,
    root: Spanned<DeTable<'a>>,
    content: T,
}

impl<T> Read<'_, T> {
    fn note(&self, lines: &mut Lines, pointer: &str) {
        lines.note(self.file, self.text, pointer, &self.root);
    }
}

/// The files read so far.
#[derive(Default)]
pub(super) struct FilesRead<'a> {
    names: Vec<&'a str>,
    head: Option<Read<'a, HeadFile>>,
    facts: Option<Read<'a, FactsFile>>,
    documents: Option<Read<'a, DocumentsFile>>,
    readings: Option<Read<'a, ReadingsFile>>,
    exclusions: Option<Read<'a, ExclusionsFile>>,
    changes: Option<Read<'a, ChangesFile>>,
    elements: Vec<Read<'a, ElementFile>>,
    areas: Vec<Read<'a, AreaFile>>,
    criteria: Vec<Read<'a, CriteriaFile>>,
    faults: Vec<Fault>,
}

impl<'a> FilesRead<'a> {
    /// Takes in one file; the name tells which it is.
    pub(super) fn file(&mut self, name: &'a str, text: &'a str) {
        let last = |name: &'a str| name.rsplit('/').next().unwrap_or_default();
        let repeated = self.names.iter().any(|known| last(known) == last(name));
        self.names.push(name);
        if repeated {
            return self.fault(name, 1, "同名文件出现两次".into());
        }
        let stem = last(name).strip_suffix(".toml");
        match stem {
            Some("catalog") => self.head = self.read(name, text),
            Some("facts") => self.facts = self.read(name, text),
            Some("documents") => self.documents = self.read(name, text),
            Some("readings") => self.readings = self.read(name, text),
            Some("exclusions") => self.exclusions = self.read(name, text),
            Some("changes") => self.changes = self.read(name, text),
            Some(stem) if stem.starts_with("element-") => {
                let read: Option<Read<ElementFile>> = self.read(name, text);
                if let Some(read) = read {
                    self.named(&read, "number", stem, &format!("element-{}", read.content.number));
                    self.elements.push(read);
                }
            }
            Some(stem) if stem.starts_with("area-") => {
                let read: Option<Read<AreaFile>> = self.read(name, text);
                if let Some(read) = read {
                    self.named(&read, "id", stem, &format!("area-{}", read.content.id));
                    self.areas.push(read);
                }
            }
            Some(stem) if stem.starts_with("criteria-") => {
                let read: Option<Read<CriteriaFile>> = self.read(name, text);
                if let Some(read) = read {
                    self.named(&read, "id", stem, &format!("criteria-{}", read.content.id));
                    self.criteria.push(read);
                }
            }
            _ => self.fault(
                name,
                1,
                "不认识的文件名；可用：catalog、facts、documents、readings、exclusions、changes、element-序号、area-编号、criteria-编号".into(),
            ),
        }
    }

    fn fault(&mut self, file: &str, line: usize, reason: String) {
        self.faults.push(Fault::new(file, line, reason));
    }

    fn read<T: DeserializeOwned>(&mut self, name: &str, text: &'a str) -> Option<Read<'a, T>> {
        let read = DeTable::parse(text)
            .and_then(|root| Ok(Read { file: self.names.len() - 1, text, root, content: toml::from_str(text)? }));
        match read {
            Ok(read) => Some(read),
            Err(error) => {
                self.faults.push(Fault::of_toml(name, text, &error));
                None
            }
        }
    }

    /// A file must be named after what it holds, or people edit the wrong one.
    fn named<T>(&mut self, read: &Read<'a, T>, key: &str, stem: &str, expected: &str) {
        if stem != expected {
            let mut lines = Lines::default();
            read.note(&mut lines, "");
            let line = lines.find(&format!("/{key}")).map_or(1, |(_, line)| line);
            let name = self.names.get(read.file).copied().unwrap_or_default();
            self.fault(name, line, format!("文件名与 {key} 不符，应为 {expected}.toml"));
        }
    }

    /// Puts the files together and checks the whole.
    pub(super) fn finish(mut self) -> Result<Catalogue, SourceError> {
        if self.faults.is_empty() {
            for (name, missing) in [
                ("catalog.toml", self.head.is_none()),
                ("facts.toml", self.facts.is_none()),
                ("documents.toml", self.documents.is_none()),
            ] {
                if missing {
                    self.fault(name, 1, "缺少此文件".into());
                }
            }
        }
        self.elements.sort_by_key(|read| read.content.number);
        self.areas.sort_by_key(|read| read.content.order);
        self.criteria.sort_by_key(|read| read.content.order);
        let areas = repeated(self.areas.iter().map(|read| (read.content.order, read.file)));
        let criteria = repeated(self.criteria.iter().map(|read| (read.content.order, read.file)));
        for (files, what) in [(areas, "领域"), (criteria, "判定标准")] {
            for file in files {
                let name = self.names.get(file).copied().unwrap_or_default();
                self.fault(name, 1, format!("order 与另一个{what}重复"));
            }
        }
        match (self.head, self.facts, self.documents) {
            (Some(head), Some(facts), Some(documents)) if self.faults.is_empty() => {
                let mut lines = Lines::default();
                head.note(&mut lines, "");
                facts.note(&mut lines, "");
                documents.note(&mut lines, "");
                if let Some(read) = &self.readings {
                    read.note(&mut lines, "");
                }
                if let Some(read) = &self.exclusions {
                    read.note(&mut lines, "");
                }
                if let Some(read) = &self.changes {
                    read.note(&mut lines, "");
                }
                for (index, read) in self.elements.iter().enumerate() {
                    read.note(&mut lines, &format!("/elements/{index}"));
                }
                for (index, read) in self.areas.iter().enumerate() {
                    read.note(&mut lines, &format!("/areas/{index}"));
                }
                for (index, read) in self.criteria.iter().enumerate() {
                    read.note(&mut lines, &format!("/criteria/{index}"));
                }
                let head = head.content;
                let catalogue = Catalogue {
                    id: head.id,
                    version: head.version,
                    title: head.title,
                    issued: head.issued,
                    notice: head.notice,
                    counting: head.counting,
                    facts: facts.content.fact,
                    documents: documents.content.document,
                    elements: self.elements.into_iter().map(|read| read.content.into()).collect(),
                    areas: self.areas.into_iter().map(|read| read.content.into()).collect(),
                    criteria: self.criteria.into_iter().map(|read| read.content.into()).collect(),
                    readings: self.readings.map(|read| read.content.into()).unwrap_or_default(),
                    exclusions: self.exclusions.map(|read| read.content.exclusion).unwrap_or_default(),
                    changes: self.changes.map(|read| read.content.change).unwrap_or_default(),
                };
                self.faults = located(&catalogue, &lines, &self.names);
                if self.faults.is_empty() {
                    return Ok(catalogue);
                }
            }
            _ => {}
        }
        self.faults.sort();
        Err(SourceError::Faults(self.faults))
    }
}

/// The files whose order was taken by the one before, of files sorted by their order.
fn repeated(files: impl Iterator<Item = (u32, usize)>) -> Vec<usize> {
    let mut last = None;
    files.filter_map(|(order, file)| (last.replace(order) == Some(order)).then_some(file)).collect()
}

/// The problems of a catalogue at the lines where they were written.
fn located(catalogue: &Catalogue, lines: &Lines, names: &[&str]) -> Vec<Fault> {
    catalogue
        .problems()
        .into_iter()
        .map(|problem| {
            let (file, line) = lines.find(&problem.path).unwrap_or_default();
            let name = names.get(file).copied().unwrap_or_default();
            Fault::new(name, line, problem.what.to_string())
        })
        .collect()
}
