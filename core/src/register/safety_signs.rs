//! Proposes safety signs.
//!
//! By the facts of the enterprise, and by what could happen at its risk points.

use super::Registers;
use crate::enterprise::Profile;
use crate::trade::{self, SIGNS, Sign};

impl Registers {
    /// The signs that are proposed, in the order of their table.
    pub fn signs(&self, profile: &Profile) -> Vec<&'static Sign> {
        let dangers: Vec<_> = self.risks.iter().flat_map(|risk| trade::dangers(&risk.danger)).collect();
        let by_risk = |sign: &Sign| dangers.iter().any(|danger| danger.signs.contains(&sign.id));
        let by_fact = |sign: &Sign| sign.when.is_some_and(|when| when.holds(profile));
        SIGNS.iter().filter(|sign| by_fact(sign) || by_risk(sign)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::RiskPoint;
    use crate::trade::{ACCIDENT_TYPES, DANGERS};

    fn proposed(danger: &str, facts: &[&str]) -> Vec<&'static str> {
        let risk = RiskPoint { danger: danger.to_owned(), ..RiskPoint::default() };
        let profile = Profile { facts: facts.iter().map(|fact| (*fact).to_owned()).collect(), ..Profile::default() };
        let registers = Registers { risks: vec![risk], ..Registers::default() };
        registers.signs(&profile).into_iter().map(|sign| sign.text).collect()
    }

    #[test]
    fn signs_follow_from_the_facts_and_from_what_could_happen() {
        let usual = proposed("", &[]);
        assert!(usual.contains(&"紧急出口") && !usual.contains(&"当心吊物"), "{usual:?}");
        assert!(proposed("", &["lifting"]).contains(&"当心吊物"));
        assert!(proposed("叉车碾压", &[]).contains(&"当心叉车"));
    }

    #[test]
    fn every_sign_of_a_kind_of_accident_is_in_the_table() {
        for danger in &DANGERS {
            for id in danger.signs {
                assert!(SIGNS.iter().any(|sign| sign.id == *id), "{}: {id}", danger.name);
            }
        }
    }

    #[test]
    fn a_word_counts_for_the_narrowest_kind_of_accident() {
        let names = |text| trade::dangers(text).into_iter().map(|danger| danger.name).collect::<Vec<_>>();
        assert_eq!(names("粉尘爆炸"), ["粉尘爆炸"]);
        assert_eq!(names("触电、机械致害"), ["触电", "机械致害"]);
        assert_eq!(names("粉尘爆炸，也有可燃气体爆炸"), ["粉尘爆炸", "爆炸"]);
        assert!(names("别的").is_empty());
    }

    #[test]
    fn nearly_every_type_of_accident_has_its_steps() {
        let without: Vec<_> = ACCIDENT_TYPES.iter().filter(|said| trade::dangers(said).is_empty()).collect();
        assert_eq!(without, [&"其他"]);
    }
}
