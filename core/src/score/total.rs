//! The score of the month in integer arithmetic, so that every machine gets the same figure.

use anziping_catalog::Element;
use serde::{Deserialize, Serialize};

use crate::month::answer::Status;
use crate::month::assessment::Assessment;
use crate::value::code::codes;

/// A score from 0.0 to 100.0 in tenths, 0 to 1000, rounded half up from the exact value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tenths(pub u32);

impl std::fmt::Display for Tenths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// An exact non-negative fraction in lowest terms; scores are fractions of basis points, 0 to 10 000.
///
/// Numerator and denominator stay below 2^127 for eight elements of 250 items of weight 5.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fraction {
    over: u128,
    under: u128,
}

impl Fraction {
    /// `over ÷ under`, or `None` for a zero denominator.
    pub fn new(over: u128, under: u128) -> Option<Self> {
        if under == 0 {
            return None;
        }
        let common = gcd(over, under).max(1);
        Some(Self { over: over / common, under: under / common })
    }

    fn plus(self, other: Self) -> Option<Self> {
        let over = self.over.checked_mul(other.under)?.checked_add(other.over.checked_mul(self.under)?)?;
        Self::new(over, self.under.checked_mul(other.under)?)
    }

    fn times(self, factor: u128) -> Option<Self> {
        Self::new(self.over.checked_mul(factor)?, self.under)
    }

    fn divided_by(self, divisor: u128) -> Option<Self> {
        Self::new(self.over, self.under.checked_mul(divisor)?)
    }

    /// The value as a whole number, half up.
    pub fn rounded(self) -> u32 {
        u32::try_from((2 * self.over + self.under) / (2 * self.under)).unwrap_or(u32::MAX)
    }

    /// The value in tenths of a percent point, half up: floor(x ÷ 10 + ½) for x in basis points.
    pub fn tenths(self) -> Tenths {
        let rounded = (2 * self.over + 10 * self.under) / (20 * self.under);
        Tenths(u32::try_from(rounded).unwrap_or(u32::MAX))
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The score of one element with what it was made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ElementScore {
    /// 1 to 8.
    pub number: u8,
    /// Exact score; `None` when no item counts (the element drops out).
    pub score: Option<Fraction>,
    /// Items asked.
    pub applicable: u32,
    /// Of these, settled by a person this month.
    pub settled: u32,
    /// Of these, taken over and not confirmed.
    pub carried: u32,
    /// Of these, answered earlier and good beyond this month.
    pub standing: u32,
    /// Of these, 待核实. They count 0.
    pub unsure: u32,
    /// Of these, without an understandable answer. They count 0.
    pub unanswered: u32,
    /// Of these, excluded by hand.
    pub not_applicable: u32,
    /// Of these, answered and not fully met.
    pub unmet: u32,
}

impl ElementScore {
    /// Items that nobody has to look at any more this month: settled in it, or still good.
    pub fn done(&self) -> u32 {
        self.settled + self.standing
    }
}

/// Internal grade. Never an official standardisation level: only the deciding body grants one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ScoreGrade {
    /// 优秀, 90.0 and above.
    Excellent,
    /// 合格, 70.0 and above.
    Pass,
    /// 不合格, below 70.0 or capped.
    Fail,
}

codes! { ScoreGrade { Excellent = "Excellent", Pass = "Pass", Fail = "Fail" } }

impl ScoreGrade {
    /// The grade of a score as shown, so that figure and grade cannot contradict each other.
    pub fn of(score: Tenths) -> Self {
        match score.0 {
            900.. => Self::Excellent,
            700.. => Self::Pass,
            _ => Self::Fail,
        }
    }
}

/// Scores of the month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scores {
    /// By element, in order.
    pub elements: Vec<ElementScore>,
    /// Exact total; `None` when no element counts.
    pub total: Option<Fraction>,
    /// Items whose failure is itself a listed major accident hazard.
    pub vetoes: Vec<String>,
    /// Ids of major hazards open at the end of the period.
    pub open_major: Vec<String>,
}

impl Scores {
    /// Computes all scores.
    pub fn of(assessment: &Assessment<'_>) -> Self {
        let elements: Vec<ElementScore> =
            assessment.catalogue.elements.iter().map(|element| score_element(assessment, element)).collect();
        let total = total(assessment, &elements);
        let vetoes = assessment.items().filter(|item| assessment.is_vetoed(item)).map(|item| item.id.clone()).collect();
        let open_major = assessment
            .hazards
            .iter()
            .filter(|hazard| hazard.is_major() && hazard.is_open_on(assessment.span.to))
            .map(|hazard| hazard.id.clone())
            .collect();
        Self { elements, total, vetoes, open_major }
    }

    /// The total as shown.
    pub fn tenths(&self) -> Option<Tenths> {
        self.total.map(Fraction::tenths)
    }

    /// Returns whether an open major hazard or a vetoing item caps the month at 不合格 (一票否决).
    pub fn is_capped(&self) -> bool {
        !self.vetoes.is_empty() || !self.open_major.is_empty()
    }

    /// The grade with the cap applied; `None` without a total.
    pub fn grade(&self) -> Option<ScoreGrade> {
        let grade = ScoreGrade::of(self.tenths()?);
        Some(if self.is_capped() { ScoreGrade::Fail } else { grade })
    }

    /// Items asked, over all elements.
    pub fn applicable(&self) -> u32 {
        self.elements.iter().map(|e| e.applicable).sum()
    }

    /// Items that nobody has to look at any more this month, over all elements.
    pub fn done(&self) -> u32 {
        self.elements.iter().map(ElementScore::done).sum()
    }

    /// Items settled by a person this month, over all elements.
    pub fn settled(&self) -> u32 {
        self.elements.iter().map(|e| e.settled).sum()
    }
}

/// Scores one element: Σ(w·s) ÷ Σ(w) over its applicable items.
///
/// Unanswered and 待核实 items count 0. Items excluded by hand and ratios without a case leave both sums.
pub fn score_element(assessment: &Assessment<'_>, element: &Element) -> ElementScore {
    let mut result = ElementScore {
        number: element.number,
        score: None,
        applicable: 0,
        settled: 0,
        carried: 0,
        standing: 0,
        unsure: 0,
        unanswered: 0,
        not_applicable: 0,
        unmet: 0,
    };
    let (mut sum, mut weights) = (0_u128, 0_u128);
    for item in element.items.iter().filter(|item| item.applies.holds(&assessment.profile)) {
        let status = assessment.status(item);
        result.applicable += 1;
        result.settled += u32::from(status.is_settled());
        let points = match status {
            Status::NotApplicable => {
                result.not_applicable += 1;
                continue;
            }
            Status::CarriedNotApplicable => {
                result.carried += 1;
                continue;
            }
            Status::StandingNotApplicable => {
                result.standing += 1;
                continue;
            }
            Status::Unsure => {
                result.unsure += 1;
                0
            }
            Status::Unanswered | Status::Faulty(_) => {
                result.unanswered += 1;
                0
            }
            Status::Answered(reading) | Status::Carried(reading) | Status::Standing(reading) => {
                result.carried += u32::from(status.is_carried());
                result.standing += u32::from(status.is_standing());
                result.unmet += u32::from(!reading.is_met());
                let Some(score) = reading.score() else { continue };
                score.get()
            }
        };
        sum += u128::from(item.weight) * u128::from(points);
        weights += u128::from(item.weight);
    }
    result.score = Fraction::new(sum, weights);
    result
}

/// Σ(W·element) ÷ Σ(W) over the elements in which an item counts, from the exact element scores.
fn total(assessment: &Assessment<'_>, elements: &[ElementScore]) -> Option<Fraction> {
    let (mut sum, mut weights) = (Fraction::new(0, 1)?, 0_u128);
    for (element, scored) in assessment.catalogue.elements.iter().zip(elements) {
        if let Some(score) = scored.score {
            sum = sum.plus(score.times(u128::from(element.weight))?)?;
            weights += u128::from(element.weight);
        }
    }
    sum.divided_by(weights)
}
