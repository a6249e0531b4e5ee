//! The check lists as data: what a small enterprise is asked each month, on what legal basis, and when a question applies.
//!
//! A [`Catalogue`] is one edition of the check lists. The people of the trade write it as TOML (feature `source`);
//! the pages and the reports carry it as JSON, integers only. Whether an item applies is a [`Rule`] over the facts
//! of the enterprise. [`Catalogue::problems`] says what is wrong with a catalogue, our own or a foreign one.

#![cfg_attr(not(test), warn(unreachable_pub))]

mod area;
mod catalogue;
mod check;
mod cited;
mod computed;
mod counting;
mod criterion;
mod difference;
mod document;
mod edition_change;
mod element;
mod fact;
mod place;
mod read_text;
mod relation;
pub mod rule;
pub mod said;
#[cfg(feature = "source")]
pub mod source;
mod veto;

#[cfg(test)]
mod sample;

pub use area::{Area, Point, Target, TargetCode};
pub use catalogue::Catalogue;
pub use check::{Flaw, MAX_ITEMS, MAX_TEXT, Problem};
pub use cited::{Citing, DocumentUse};
pub use computed::{Computed, ComputedFrom, Count, Figure, Figures};
pub use counting::Counting;
pub use criterion::{CriteriaPart, CriteriaSet, Criterion, Listed, Needs};
pub use difference::{Change, Changes, Difference, ItemPart};
pub use document::{Citation, Confidence, LegalDocument, State};
pub use edition_change::EditionChange;
pub use element::{Element, Interval, IntervalCase, Item, Kind, SubElement};
pub use fact::{Fact, FactGroup};
pub use place::spoken;
pub use read_text::ReadText;
pub use relation::{Answered, Exclusion, Follows, LEDGER_FIGURES, MONTH_FIGURES, Related, Said, Side};
pub use rule::{Facts, Rule};
pub use veto::{Case, Lead, Met, Veto, VetoOn};
