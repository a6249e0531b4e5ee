//! An invented month of a machine shop with 36 workers, for trying the program out.
//!
//! Everything in it is made up and says so: the name, the persons, the credit code. A draft from here is marked as demo
//! for good.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `answers` | what is answered; what is not named there is in order |
//! | `enterprise` | the invented machine shop |
//! | `hazards` | eight invented hazards: two major ones and six general ones in different stages |
//! | `month` | figures and texts of the invented month |

mod answers;
mod enterprise;
mod hazards;
mod month;

use anziping_catalog::Catalogue;

use crate::edition::CatalogueRef;
use crate::enterprise::Enterprise;
use crate::month::draft::MonthDraft;
use crate::value::period::{Period, Span};

/// The invented enterprise and its complete month.
///
/// It may be signed as it is; two open major hazards cap its grade.
pub fn demo(catalogue: &Catalogue, reference: CatalogueRef, period: Period) -> (Enterprise, MonthDraft) {
    let enterprise = enterprise::enterprise();
    let span = period.span(enterprise.rhythm);
    let mut draft = MonthDraft::new(period, reference);
    draft.demo = true;
    draft.hazards = hazards::ledger(period, span);
    draft.month = month::facts(period, span);
    answers::screen(&mut draft, catalogue, &enterprise);
    answers::fill(&mut draft, catalogue, &enterprise);
    (enterprise, draft)
}

/// The day `number` of the period, from 1; 0 and below lie before it.
fn day(span: Span, number: i32) -> crate::value::day::Day {
    span.from.plus(number - 1)
}
