//! The shape of each source file, and what it becomes in the catalogue.
//!
//! Its keys are short, since people type them.

use serde::Deserialize;

use crate::{
    Area, Citation, Computed, Confidence, Counting, CriteriaPart, CriteriaSet, Criterion, EditionChange, Element,
    Exclusion, Fact, Figures, Follows, Interval, IntervalCase, Item, Kind, Lead, LegalDocument, Needs, Point, ReadText,
    Rule, SubElement, Target, TargetCode, Veto,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadFile {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) title: String,
    pub(super) issued: String,
    pub(super) notice: String,
    #[serde(default)]
    pub(super) counting: Counting,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactsFile {
    pub(super) fact: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentsFile {
    pub(super) document: Vec<LegalDocument>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadingsFile {
    reading: Vec<ReadingEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingEntry {
    doc: String,
    at: String,
    address: String,
    #[serde(default)]
    copy: String,
    read_on: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExclusionsFile {
    pub(super) exclusion: Vec<Exclusion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangesFile {
    pub(super) change: Vec<EditionChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElementFile {
    pub(super) number: u8,
    clause: String,
    name: String,
    weight: u32,
    sub: Vec<SubElement>,
    item: Vec<ItemEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemEntry {
    id: String,
    sub: String,
    question: String,
    how: String,
    evidence: Vec<String>,
    kind: Kind,
    #[serde(default)]
    done: String,
    #[serde(default)]
    total: String,
    interval: Interval,
    #[serde(default)]
    interval_when: Vec<IntervalCase>,
    weight: u32,
    veto: Option<Veto>,
    lead: Option<Lead>,
    computed: Option<Computed>,
    figures: Option<Figures>,
    #[serde(default)]
    documents: String,
    #[serde(default)]
    this_month: bool,
    #[serde(default)]
    of_workers: bool,
    applies: Rule,
    #[serde(default)]
    scope: String,
    basis: Vec<CitationEntry>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(super) struct CitationEntry {
    doc: String,
    at: String,
    confidence: Confidence,
    #[serde(default)]
    despite: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AreaFile {
    pub(super) order: u32,
    pub(super) id: String,
    fact: String,
    name: String,
    basis: Vec<CitationEntry>,
    target: Vec<TargetEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetEntry {
    code: TargetCode,
    done: String,
    total: String,
    #[serde(default)]
    point: Vec<PointEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PointEntry {
    text: String,
    #[serde(default)]
    note: String,
    /// Left out where the basis says it: the weakest of its places.
    confidence: Option<Confidence>,
    #[serde(default)]
    basis: Vec<CitationEntry>,
    #[serde(default)]
    applies: Rule,
    interval: Option<Interval>,
    #[serde(default)]
    this_month: bool,
    #[serde(default)]
    same: String,
    #[serde(default)]
    follows: Vec<Follows>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CriteriaFile {
    pub(super) order: u32,
    pub(super) id: String,
    name: String,
    document: String,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    failed_device: String,
    confidence: Confidence,
    part: Vec<PartEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartEntry {
    #[serde(default)]
    article: String,
    name: String,
    applies: Rule,
    #[serde(default)]
    scope: String,
    /// The area of all its items that do not name one.
    #[serde(default)]
    area: String,
    criterion: Vec<CriterionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionEntry {
    id: String,
    at: String,
    text: String,
    #[serde(default)]
    defects: Vec<String>,
    #[serde(default)]
    needs: Needs,
    #[serde(default)]
    device: bool,
    #[serde(default)]
    scope: String,
    applies: Rule,
    confidence: Option<Confidence>,
    #[serde(default)]
    item: String,
    #[serde(default)]
    same: bool,
    #[serde(default)]
    area: String,
}

impl From<ReadingsFile> for Vec<ReadText> {
    fn from(file: ReadingsFile) -> Self {
        file.reading.into_iter().map(ReadText::from).collect()
    }
}

impl From<ReadingEntry> for ReadText {
    fn from(entry: ReadingEntry) -> Self {
        Self { document: entry.doc, at: entry.at, address: entry.address, copy: entry.copy, read_on: entry.read_on }
    }
}

impl From<CriteriaFile> for CriteriaSet {
    fn from(file: CriteriaFile) -> Self {
        Self {
            id: file.id,
            name: file.name,
            document: file.document,
            scope_note: file.scope,
            failed_device: file.failed_device,
            confidence: file.confidence,
            parts: file.part.into_iter().map(CriteriaPart::from).collect(),
        }
    }
}

impl From<PartEntry> for CriteriaPart {
    fn from(entry: PartEntry) -> Self {
        Self {
            article: entry.article,
            name: entry.name,
            applies: entry.applies,
            scope_note: entry.scope,
            criteria: entry.criterion.into_iter().map(|criterion| criterion.within(&entry.area)).collect(),
        }
    }
}

impl CriterionEntry {
    fn within(self, area: &str) -> Criterion {
        let entry = self;
        Criterion {
            id: entry.id,
            at: entry.at,
            text: entry.text,
            defects: entry.defects,
            needs: entry.needs,
            device: entry.device,
            scope_note: entry.scope,
            applies: entry.applies,
            confidence: entry.confidence,
            item: entry.item,
            same: entry.same,
            area: if entry.area.is_empty() { area.to_owned() } else { entry.area },
        }
    }
}

impl From<ElementFile> for Element {
    fn from(file: ElementFile) -> Self {
        Self {
            number: file.number,
            clause: file.clause,
            name: file.name,
            weight: file.weight,
            sub_elements: file.sub,
            items: file.item.into_iter().map(Item::from).collect(),
        }
    }
}

impl From<ItemEntry> for Item {
    fn from(entry: ItemEntry) -> Self {
        Self {
            id: entry.id,
            sub_element: entry.sub,
            question: entry.question,
            how: entry.how,
            evidence: entry.evidence,
            basis: entry.basis.into_iter().map(Citation::from).collect(),
            kind: entry.kind,
            done_label: entry.done,
            total_label: entry.total,
            interval: entry.interval,
            interval_when: entry.interval_when,
            weight: entry.weight,
            veto: entry.veto,
            lead: entry.lead,
            computed: entry.computed,
            figures: entry.figures,
            documents: entry.documents,
            this_month: entry.this_month,
            of_workers: entry.of_workers,
            applies: entry.applies,
            scope_note: entry.scope,
        }
    }
}

impl From<CitationEntry> for Citation {
    fn from(entry: CitationEntry) -> Self {
        Self { document: entry.doc, at: entry.at, confidence: entry.confidence, despite: entry.despite }
    }
}

impl From<AreaFile> for Area {
    fn from(file: AreaFile) -> Self {
        let targets = file.target.into_iter().map(|entry| target(&file.id, entry)).collect();
        Self {
            id: file.id,
            fact: file.fact,
            name: file.name,
            basis: file.basis.into_iter().map(Citation::from).collect(),
            targets,
        }
    }
}

/// A target with the ids of its points, which follow from their positions.
fn target(area: &str, entry: TargetEntry) -> Target {
    let mut target = Target { code: entry.code, done_label: entry.done, total_label: entry.total, points: Vec::new() };
    for (index, point) in entry.point.into_iter().enumerate() {
        let id = target.point_id(area, index);
        let basis: Vec<Citation> = point.basis.into_iter().map(Citation::from).collect();
        let weakest = basis.iter().map(|citation| citation.confidence).max();
        let confidence = point.confidence.or(weakest).unwrap_or(Confidence::Unconfirmed);
        target.points.push(Point {
            id,
            text: point.text,
            note: point.note,
            confidence,
            basis,
            applies: point.applies,
            interval: point.interval,
            this_month: point.this_month,
            same: point.same,
            follows: point.follows,
        });
    }
    target
}
