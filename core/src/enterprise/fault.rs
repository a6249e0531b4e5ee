//! The faults of the fields of an enterprise.

use anziping_catalog::Catalogue;

use super::{Enterprise, EnterpriseField, EnterpriseFieldKind};
use crate::value::count::{CountFault, parse_count};
use crate::value::line::{LineFault, line_fault};
use crate::value::uscc::{UnifiedCode, UnifiedCodeFault};

/// The faults of a field of the enterprise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EnterpriseFault {
    /// A required field is empty.
    Missing,
    /// The text is no line that can be signed.
    Line(LineFault),
    /// The unified social credit code is not one.
    Code(UnifiedCodeFault),
    /// The number of workers is not a whole number from 1.
    NotACount,
    /// A mine without its kind: the mine questions depend on it.
    MineKindMissing,
}

impl Enterprise {
    /// Returns the fault of one field, if it has one; the check list knows the kinds of mine.
    pub fn fault(&self, field: EnterpriseField, catalogue: &Catalogue) -> Option<EnterpriseFault> {
        let text = self.text(field);
        if field.kind() == EnterpriseFieldKind::MineKinds {
            let unsaid = self.is_mine(catalogue) && !self.said_mine_kind(catalogue);
            return unsaid.then_some(EnterpriseFault::MineKindMissing);
        }
        if text.trim().is_empty() {
            return field.is_required().then_some(EnterpriseFault::Missing);
        }
        if let Some(fault) = line_fault(text) {
            return Some(EnterpriseFault::Line(fault));
        }
        match field.kind() {
            EnterpriseFieldKind::CreditCode => UnifiedCode::parse(text).err().map(EnterpriseFault::Code),
            EnterpriseFieldKind::Workers => self.worker_count().is_err().then_some(EnterpriseFault::NotACount),
            EnterpriseFieldKind::Line
            | EnterpriseFieldKind::Phone
            | EnterpriseFieldKind::Industry
            | EnterpriseFieldKind::MineKinds
            | EnterpriseFieldKind::OfficerTime
            | EnterpriseFieldKind::RiskClass => None,
        }
    }

    /// All faults in the order of the form.
    pub fn faults(&self, catalogue: &Catalogue) -> Vec<(EnterpriseField, EnterpriseFault)> {
        EnterpriseField::ALL.iter().filter_map(|&field| Some((field, self.fault(field, catalogue)?))).collect()
    }

    /// The number of workers, at least 1.
    ///
    /// # Errors
    /// The field is empty or holds anything but a whole number from 1.
    pub fn worker_count(&self) -> Result<u32, CountFault> {
        parse_count(&self.workers).and_then(|n| if n == 0 { Err(CountFault::NotACount) } else { Ok(n) })
    }
}

#[cfg(test)]
mod tests {
    use anziping_catalog::{FactGroup, Rule};

    use super::*;
    use crate::edition::builtin;
    use crate::value::line::LINE_MAX;

    fn fault(enterprise: &Enterprise, field: EnterpriseField) -> Option<EnterpriseFault> {
        enterprise.fault(field, builtin::catalogue().unwrap())
    }

    #[test]
    fn every_text_is_bounded() {
        let texts = EnterpriseField::ALL.iter().filter(|field| match field.kind() {
            EnterpriseFieldKind::Line
            | EnterpriseFieldKind::Phone
            | EnterpriseFieldKind::CreditCode
            | EnterpriseFieldKind::Industry
            | EnterpriseFieldKind::Workers => true,
            EnterpriseFieldKind::MineKinds | EnterpriseFieldKind::OfficerTime | EnterpriseFieldKind::RiskClass => false,
        });
        for &field in texts {
            let mut enterprise = Enterprise::default();
            enterprise.set_text(field, "长".repeat(LINE_MAX + 1));
            assert_eq!(fault(&enterprise, field), Some(EnterpriseFault::Line(LineFault::TooLong)), "{field:?}");
        }
    }

    #[test]
    fn an_empty_form_misses_exactly_the_required_fields() {
        let missing: Vec<_> = Enterprise::default().faults(builtin::catalogue().unwrap());
        assert_eq!(missing.len(), EnterpriseField::ALL.iter().filter(|field| field.is_required()).count());
        assert!(missing.iter().all(|(_, fault)| *fault == EnterpriseFault::Missing));
    }

    #[test]
    fn pasted_line_breaks_and_over_long_names_are_said_and_kept() {
        let mut enterprise = Enterprise { name: "示例\n机械厂".into(), ..Enterprise::default() };
        assert_eq!(fault(&enterprise, EnterpriseField::Name), Some(EnterpriseFault::Line(LineFault::LineBreak)));
        assert_eq!(enterprise.name, "示例\n机械厂");
        enterprise.name = "𠮷".repeat(LINE_MAX);
        assert_eq!(fault(&enterprise, EnterpriseField::Name), None, "rare characters count once");
        enterprise.name.push('厂');
        assert_eq!(fault(&enterprise, EnterpriseField::Name), Some(EnterpriseFault::Line(LineFault::TooLong)));
    }

    #[test]
    fn a_mine_must_say_which_kind_it_is() {
        let mine = Enterprise { industry: "mine".into(), ..Enterprise::default() };
        assert_eq!(fault(&mine, EnterpriseField::MineKind), Some(EnterpriseFault::MineKindMissing));
        let works = Enterprise { industry: "building_materials".into(), ..Enterprise::default() };
        assert_eq!(fault(&works, EnterpriseField::MineKind), None);
        let quarrying = Enterprise { facts: ["quarrying".to_owned()].into(), ..works };
        assert_eq!(fault(&quarrying, EnterpriseField::MineKind), Some(EnterpriseFault::MineKindMissing));
    }

    #[test]
    fn who_mines_is_said_by_the_check_list_and_not_by_an_id() {
        let mut catalogue = builtin::catalogue().unwrap().clone();
        let pit = catalogue.facts.iter_mut().find(|fact| fact.id == "open_pit").unwrap();
        pit.applies = Rule::parse("dormitory").unwrap();
        let shop = Enterprise { facts: ["dormitory".to_owned()].into(), ..Enterprise::default() };
        assert_eq!(shop.fault(EnterpriseField::MineKind, &catalogue), Some(EnterpriseFault::MineKindMissing));
        assert_eq!(fault(&shop, EnterpriseField::MineKind), None);
        for fact in catalogue.facts.iter_mut().filter(|fact| fact.group == FactGroup::MineKind) {
            fact.applies = Rule::default();
        }
        assert_eq!(shop.fault(EnterpriseField::MineKind, &catalogue), None, "an older list asks everybody");
        assert!(shop.is_asked_mine_kind(&catalogue) && !shop.is_mine(&catalogue));
    }

    #[test]
    fn nobody_works_with_zero_people() {
        for wrong in ["0", "-3", "36人", "1e9"] {
            let enterprise = Enterprise { workers: wrong.into(), ..Enterprise::default() };
            assert_eq!(fault(&enterprise, EnterpriseField::Workers), Some(EnterpriseFault::NotACount), "{wrong}");
        }
    }
}
