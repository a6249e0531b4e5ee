//! The check lists as data.
//!
//! What a small enterprise is asked each month, on what legal basis, and when a question applies.
//!
//! A [`Catalogue`] is one edition of the check lists. The people of the trade write it as TOML (feature `source`);
//! the pages and the reports carry it as JSON, integers only. Whether an item applies is a [`Rule`] over the facts
//! of the enterprise. [`Catalogue::problems`] says what is wrong with a catalogue, our own or a foreign one.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `area` | the high-risk areas and their four 100 % targets (四个100%) |
//! | `catalogue` | one edition of the check lists, and finding things in it |
//! | `check` | what must hold in a catalogue beyond its shape; the same for our own and for foreign ones |
//! | `cited` | what rests on a document: the register of sources, seen from the other side |
//! | `computed` | where the counts of an item come from, and which figures of the month they are offered for |
//! | `counting` | what an edition takes for met |
//! | `criterion` | the official lists by which a hazard is a major one (重大事故隐患判定标准), item by item |
//! | `difference` | what another check list asks more, less and otherwise |
//! | `document` | laws, orders and standards, and the places in them that an item rests on |
//! | `edition_change` | what an edition changed, said to the people who work with it |
//! | `element` | the eight elements of GB/T 33000-2016 and their check items |
//! | `fact` | what an enterprise tells about itself once, so that it is only asked what concerns it |
//! | `kind` | how an item is answered |
//! | `place` | places in a document as lawyers write them: `24②、97(一)`, `14–20`, `5.8.2`, `露天矿山(三)(四)` |
//! | `read_text` | an article that somebody opened: where, and when |
//! | `readings` | which places were read: what makes a citation a verified one |
//! | `related` | what the ids of relations name |
//! | `relation` | what one answer says about another |
//! | `rule` | rules over the facts of an enterprise: to whom an item applies, when a veto counts |
//! | `serde_messages` | what the readers of JSON and TOML say about a wrong shape, in Chinese |
//! | `source` | reading a catalogue from the TOML files that people of the trade edit (feature `source`) |
//! | `veto` | which answers amount to a listed major accident hazard, and which are only a sign of one |
//! | `sample` | a small sound catalogue for tests |

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
mod kind;
mod place;
mod read_text;
mod readings;
mod related;
mod relation;
pub mod rule;
pub mod serde_messages;
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
pub use element::{Element, Interval, IntervalCase, Item, SubElement};
pub use fact::{Fact, FactGroup};
pub use kind::Kind;
pub use place::spoken;
pub use read_text::ReadText;
pub use related::{LEDGER_FIGURES, MONTH_FIGURES, Related};
pub use relation::{Answered, Exclusion, Follows, Said, Side};
pub use rule::{Facts, Rule};
pub use veto::{Case, Lead, Met, Veto, VetoOn};
