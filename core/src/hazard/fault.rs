//! The faults of a hazard, and the obstacles that keep it in its stage.

use super::{Hazard, HazardField, Stage};
use crate::value::uscc::half_width;

/// Why a hazard may not leave its stage, or what is wrong with a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HazardFault {
    /// The field is empty and needed.
    Missing(HazardField),
    /// The one who accepts is the one who put it right.
    AcceptedByOwner,
    /// A major hazard is accepted by the principal in person (implementation plan 二(五)).
    PrincipalMustAccept,
    /// Two days are in the wrong order; the second field lies before the first.
    Order(HazardField, HazardField),
    /// The amount is not a whole number of yuan.
    NotAnAmount,
    /// A text is longer than allowed.
    TooLong(HazardField),
}

impl Hazard {
    /// Lists the reasons for which the present stage may not be left.
    ///
    /// A hazard is closed on leaving 评价, so the day of close-out and, under listed supervision, the regulator's
    /// consent are asked for there. Leaving 销号 asks for the appraisal.
    pub fn obstacles(&self, principal: &str) -> Vec<HazardFault> {
        let fields_of = |stage| Self::fields_of(stage, self.is_major(), self.supervised);
        // Close-out asks for everything before it as well: a hazard that was graded major late still needs its double
        // report.
        let fields: Vec<HazardField> = if self.stage == Stage::Evaluated {
            Stage::ALL.into_iter().take_while(|stage| *stage <= Stage::Evaluated).flat_map(fields_of).collect()
        } else {
            fields_of(self.stage)
        };
        let mut faults: Vec<HazardFault> =
            fields.into_iter().filter(|&field| self.is_blank(field)).map(HazardFault::Missing).collect();
        faults.extend(self.faults());
        faults.extend(self.acceptance_fault(principal));
        faults
    }

    /// The owner may not accept, and a major hazard is accepted by the principal alone.
    ///
    /// Decided once the hazard is up for acceptance.
    pub(super) fn acceptance_fault(&self, principal: &str) -> Option<HazardFault> {
        let by = self.accepted_by.trim();
        if self.stage < Stage::Evaluated || by.is_empty() {
            None
        } else if by == self.owner.trim() {
            Some(HazardFault::AcceptedByOwner)
        } else if self.is_major() && by != principal.trim() {
            Some(HazardFault::PrincipalMustAccept)
        } else {
            None
        }
    }

    /// Faults of what is filled in, whatever the stage.
    pub fn faults(&self) -> Vec<HazardFault> {
        use HazardField as F;
        let mut faults = Vec::new();
        for pair in [
            [F::FoundOn, F::ReportedOn],
            [F::FoundOn, F::RegulatorOn],
            [F::FoundOn, F::WorkersOn],
            [F::FoundOn, F::Deadline],
            [F::FoundOn, F::RectifiedOn],
            [F::RectifiedOn, F::AcceptedOn],
            [F::AcceptedOn, F::ClosedOn],
            [F::ClosedOn, F::AppraisedOn],
        ] {
            if let (Some(first), Some(second)) = (self.day(pair[0]), self.day(pair[1]))
                && second < first
            {
                faults.push(HazardFault::Order(pair[0], pair[1]));
            }
        }
        if !self.funds.trim().is_empty() && parse_yuan(&self.funds).is_none() {
            faults.push(HazardFault::NotAnAmount);
        }
        let too_long =
            |field: &HazardField| field.longest().is_some_and(|most| self.text(*field).chars().count() > most);
        faults.extend(HazardField::ALL.iter().copied().filter(too_long).map(HazardFault::TooLong));
        faults
    }
}

/// Reads a whole number of yuan from 0 to 9 999 999 999; commas, blanks and full-width digits are fine.
pub fn parse_yuan(text: &str) -> Option<u64> {
    let digits: String = text.chars().map(half_width).filter(|c| !c.is_whitespace() && *c != ',').collect();
    if digits.is_empty() || digits.len() > 10 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}
