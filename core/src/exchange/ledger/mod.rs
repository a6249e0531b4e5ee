//! Rows of a table as hazards.
//!
//! New ones, changes of those that are there, and rows that are left out.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `closing` | whether a row says that its hazard is done, and since which day |
//! | `compare` | a row against the hazard that is there, field by field |
//! | `draft` | what one row says of a hazard |

mod closing;
mod compare;
mod draft;

use std::collections::{BTreeMap, BTreeSet};

use anziping_catalog::Catalogue;

use self::compare::{Compared, compare, matches};
use self::draft::RowDraft;
use super::answers::{Ask, ImportAnswers, SheetChoice};
use super::columns::LedgerColumn;
use super::grid::Sheet;
use super::layout::{Layout, chosen};
use super::left_out::LeftOutReason;
use super::matching::Columns;
use super::preview::{FieldView, Preview, RowView};
use super::reading::{Here, ReadSoFar};
use super::writing::shown;
use crate::hazard::{Hazard, HazardField, Stage};
use crate::value::day::Day;
use crate::value::fold::fold;
use crate::value::period::Span;

/// The ledger a table is added to.
#[derive(Clone, Copy)]
pub struct ImportInto<'a> {
    /// Names areas and items.
    pub catalogue: &'a Catalogue,
    /// The hazards of the ledger so far.
    pub present: &'a [Hazard],
    /// The month.
    pub span: Span,
    /// The day on which it is read.
    pub today: Day,
    /// The one who accepts major hazards.
    pub principal: &'a str,
    /// Noted with a change of what was written in a stage that was left.
    pub reason: &'a str,
}

/// The ledger as it would be after a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LedgerImport {
    /// Row by row.
    pub preview: Preview,
    /// The hazards to be added, without numbers where the file has none that could be kept.
    pub new: Vec<Hazard>,
    /// Hazards as they would become.
    pub changed: Vec<Hazard>,
}

/// Reads the rows of the chosen sheets.
///
/// A hazard goes as far through the stages as what is written allows. It is closed where the row says so, whatever of
/// its earlier stages nobody wrote down: its history is that of the file.
pub fn read_ledger(
    book: &[Sheet],
    layouts: &[Layout<LedgerColumn>],
    answers: &ImportAnswers,
    ground: ImportInto<'_>,
) -> LedgerImport {
    let taken = chosen(layouts, book, answers);
    let read: Vec<&Layout<LedgerColumn>> = layouts.iter().filter(|layout| taken.contains(&layout.sheet)).collect();
    let mut so_far = ReadSoFar::new(book, &read, answers);
    let (mut drafts, mut counts) = (Vec::new(), Counts::default());
    for layout in &read {
        let Some(sheet) = book.get(layout.sheet) else { continue };
        for here in so_far.rows(sheet, layout) {
            let mut draft = RowDraft::read(&mut so_far, here, layout, ground.catalogue);
            if draft.hazard.place.is_empty() && draft.hazard.description.is_empty() {
                so_far.leave_out(here, LeftOutReason::NoSubject);
                continue;
            }
            counts.close(&mut draft, answers, ground.today);
            drafts.push((here, draft));
        }
    }
    let mut import = Import { ground, so_far, counts, result: LedgerImport::default(), numbers: BTreeSet::new() };
    import.numbers.extend(ground.present.iter().map(|hazard| hazard.id.clone()));
    let by_number: BTreeMap<&str, &Hazard> = ground.present.iter().map(|hazard| (hazard.id.as_str(), hazard)).collect();
    let by_words: BTreeMap<Identity, &Hazard> =
        ground.present.iter().map(|hazard| (identity(hazard), hazard)).collect();
    // Within one file only the very same words are the same row again.
    let mut rows = BTreeSet::new();
    let mut spoken_of = BTreeSet::new();
    for (here, draft) in drafts {
        let of_number = by_number.get(draft.number.as_str()).copied().filter(|hazard| matches(hazard, &draft.hazard));
        let words = identity(&draft.hazard);
        match of_number.or_else(|| by_words.get(&words).copied()) {
            Some(hazard) => {
                if spoken_of.insert(hazard.id.clone()) {
                    import.known(here, hazard, draft);
                } else {
                    import.so_far.leave_out(here, LeftOutReason::Again);
                }
            }
            None => {
                let (hazard, number) = (&draft.hazard, draft.number.clone());
                if rows.insert((number, hazard.place.clone(), hazard.description.clone(), hazard.found_on)) {
                    import.take_new(here, draft);
                } else {
                    import.so_far.leave_out(here, LeftOutReason::Again);
                }
            }
        }
    }
    import.finish(sheets(book, layouts, &taken))
}

/// By which people know a hazard again.
type Identity = (String, String, Option<Day>);

fn identity(hazard: &Hazard) -> Identity {
    (fold(&hazard.place), fold(&hazard.description), hazard.found_on)
}

/// How many rows a question is about.
#[derive(Default)]
struct Counts {
    done: usize,
    undated: usize,
    undated_open: usize,
    history: usize,
}

struct Import<'a> {
    ground: ImportInto<'a>,
    so_far: ReadSoFar<'a>,
    counts: Counts,
    result: LedgerImport,
    numbers: BTreeSet<String>,
}

impl Import<'_> {
    fn take_new(&mut self, here: Here<'_>, draft: RowDraft) {
        let RowDraft { mut hazard, number, .. } = draft;
        advance(&mut hazard, self.ground.principal);
        if !hazard.is_open() && hazard.closed_on.is_some_and(|day| day < self.ground.span.from) {
            self.counts.history += 1;
            if self.so_far.answers.history != Some(true) {
                self.so_far.leave_out(here, LeftOutReason::ClosedBefore);
                return;
            }
        }
        if is_own_number(&number) && self.numbers.insert(number.clone()) {
            hazard.id = number;
        }
        let fields = LedgerColumn::all().filter_map(|column| {
            let after = shown(&hazard, column, self.ground.catalogue);
            let told = !after.is_empty() && !matches!(column, LedgerColumn::Field(HazardField::Source));
            told.then(|| FieldView { label: column.heading(), before: String::new(), after })
        });
        let row = RowView { at: here.at(), what: what(&hazard), fields: fields.collect() };
        self.so_far.preview.new.push(row);
        self.result.new.push(hazard);
    }

    fn known(&mut self, here: Here<'_>, hazard: &Hazard, draft: RowDraft) {
        let Compared { after, fields, refused } = compare(hazard, &draft, self.ground);
        for (cell, text, fault) in refused {
            self.so_far.unread(here, cell.of(&text), fault);
        }
        if fields.is_empty() {
            self.so_far.preview.same.push(here.at());
        } else {
            self.so_far.preview.changed.push(RowView { at: here.at(), what: what(&after), fields });
            self.result.changed.push(after);
        }
    }

    fn finish(self, sheets: Option<Ask>) -> LedgerImport {
        let mut asks: Vec<Ask> = sheets.into_iter().collect();
        if self.counts.done > 0 {
            let taken = self.so_far.answers.closed != Some(false);
            asks.push(Ask::Closed { rows: self.counts.done, taken });
        }
        if self.counts.undated > 0 {
            let (rows, open) = (self.counts.undated, self.counts.undated_open);
            asks.push(Ask::DoneOn { rows, open, day: self.so_far.answers.done_on });
        }
        if self.counts.history > 0 {
            let taken = self.so_far.answers.history == Some(true);
            asks.push(Ask::History { rows: self.counts.history, taken });
        }
        LedgerImport { preview: self.so_far.done(asks), ..self.result }
    }
}

/// The question which sheets are read; `None` for a file with one.
pub(crate) fn sheets<C: Columns>(book: &[Sheet], layouts: &[Layout<C>], taken: &[usize]) -> Option<Ask> {
    let choice = |layout: &Layout<C>| {
        let sheet = book.get(layout.sheet)?;
        let rows = layout.below(sheet).filter(|(_, reason)| reason.is_none()).count();
        let taken = taken.contains(&layout.sheet);
        let told = taken || layout.known || !sheet.hidden;
        told.then(|| SheetChoice { at: layout.sheet, name: sheet.name.clone(), rows, hidden: sheet.hidden, taken })
    };
    let choices: Vec<SheetChoice> = layouts.iter().filter_map(choice).collect();
    (choices.len() > 1).then_some(Ask::Sheets(choices))
}

fn what(hazard: &Hazard) -> String {
    [hazard.place.as_str(), hazard.description.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("：")
}

/// Goes on as far as the rules allow, and to the close-out that the row gives.
///
/// The days of the steps are not made up.
fn advance(hazard: &mut Hazard, principal: &str) {
    let any_day = hazard.found_on.unwrap_or_else(Day::epoch);
    while hazard.advance(principal, any_day).is_ok() {}
    hazard.steps.clear();
    if hazard.closed_on.is_some() && hazard.stage < Stage::Closed {
        hazard.stage = Stage::Closed;
    }
}

/// A number as this program gives it: `2026-11-03`.
fn is_own_number(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let digits = |part: Option<&str>, least: usize, most: usize| {
        part.is_some_and(|part| (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    digits(parts.next(), 4, 4) && digits(parts.next(), 2, 2) && digits(parts.next(), 2, 6)
}
