//! Lists deductions: the points that each item not fully met takes from the total (自评扣分汇总表).

use anziping_catalog::Item;

use crate::month::answer::Status;
use crate::month::assessment::Assessment;
use crate::score::total::{Fraction, Scores};

/// An item that costs points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Deduction<'a> {
    /// Number of its element.
    pub element: u8,
    /// The item.
    pub item: &'a Item,
    /// How it stands.
    pub status: Status,
    /// The loss in the total score, in hundredths of a point, rounded half up; at most 10 000.
    pub hundredths: u32,
}

/// The deductions in the order of the catalogue.
///
/// Before rounding, they and the total score make 100 points exactly: what is 不适用 takes nothing, what is 未答 or 待核实
/// takes its whole share.
pub fn deductions<'a>(assessment: &Assessment<'a>) -> Vec<Deduction<'a>> {
    let scores = Scores::of(assessment);
    let counting: Vec<_> = assessment
        .catalogue
        .elements
        .iter()
        .zip(&scores.elements)
        .filter(|(_, scored)| scored.score.is_some())
        .map(|(element, _)| element)
        .collect();
    let all: u128 = counting.iter().map(|element| u128::from(element.weight)).sum();
    let mut deductions = Vec::new();
    for element in counting {
        let items = element.items.iter().filter(|item| item.applies.holds(&assessment.profile));
        let scored: Vec<(&Item, Status, u32)> =
            items.filter_map(|item| Some((item, assessment.status(item), lost(assessment.status(item))?))).collect();
        let weights: u128 = scored.iter().map(|(item, ..)| u128::from(item.weight)).sum();
        for (item, status, lost) in scored.into_iter().filter(|(.., lost)| *lost > 0) {
            // Basis points of the item, times its share of the element, times the element's share of the total.
            let over = u128::from(lost) * u128::from(item.weight) * u128::from(element.weight);
            // A basis point of the total is a hundredth of a point.
            let hundredths = Fraction::new(over, weights * all).map_or(0, Fraction::rounded);
            deductions.push(Deduction { element: element.number, item, status, hundredths });
        }
    }
    deductions
}

/// Basis points an item is short of full marks; `None` where it leaves both sums.
fn lost(status: Status) -> Option<u32> {
    match status {
        Status::NotApplicable | Status::CarriedNotApplicable | Status::StandingNotApplicable => None,
        Status::Unsure | Status::Unanswered | Status::Faulty(_) => Some(10_000),
        Status::Answered(reading) | Status::Carried(reading) | Status::Standing(reading) => {
            reading.score().map(|score| 10_000 - score.get())
        }
    }
}
