//! The enterprise as its safety officer describes it, and the facts that decide which questions apply.

use std::collections::BTreeSet;

use anziping_catalog::{Catalogue, FactGroup, rule::Facts};
use serde::{Deserialize, Serialize};

use crate::month::answer::{AnswerFault, parse_count};
use crate::value::period::Rhythm;
use crate::value::uscc::{UnifiedCode, UnifiedCodeFault};

/// Longest single-line text, in characters.
pub const LINE_MAX: usize = 100;

/// Fact id of the industry 非煤矿山.
pub const MINE: &str = "mine";
/// Fact ids of the kinds of mine; an open pit with its own tailings pond has two.
pub const MINE_KINDS: [&str; 3] = ["open_pit", "underground", "tailings"];

/// What is kept about an enterprise, exactly as typed. [`Enterprise::faults`] says what is still wrong with it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Enterprise {
    /// Registered name.
    pub name: String,
    /// 统一社会信用代码 as typed.
    pub uscc: String,
    /// Place of production.
    pub address: String,
    /// Village or community (村居).
    pub village: String,
    /// Safety office of the subdistrict that receives the report (安管办).
    pub office: String,
    /// Fact id of the industry, or empty.
    pub industry: String,
    /// Number of workers including dispatched ones (安全生产法 28②), as typed.
    pub workers: String,
    /// 主要负责人.
    pub principal: String,
    /// Telephone of the principal.
    pub principal_phone: String,
    /// 安全员.
    pub officer: String,
    /// Telephone of the safety officer.
    pub officer_phone: String,
    /// Whether the safety officer does nothing else (安全生产法 24).
    pub officer_time: Option<OfficerTime>,
    /// 风险类别 A (lowest) to D (highest), as the office set it.
    pub risk_class: Option<RiskClass>,
    /// Standardisation level held and its last day, in words.
    pub level: String,
    /// Work-safety liability insurance (安责险), in words.
    pub insurance: String,
    /// Ids of the facts that hold: asked ones and high-risk areas.
    pub facts: BTreeSet<String>,
    /// When the month ends and when the report is due.
    pub rhythm: Rhythm,
}

/// 专职 or 兼职.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OfficerTime {
    /// 专职.
    FullTime,
    /// 兼职.
    PartTime,
}

/// Accident risk of the enterprise from low to high. Not a risk colour and not a score grade.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum RiskClass {
    /// Lowest.
    A,
    /// Lower.
    B,
    /// Higher.
    C,
    /// Highest.
    D,
}

impl RiskClass {
    /// From low to high.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];
}

/// The text fields of an enterprise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnterpriseField {
    /// [`Enterprise::name`]
    Name,
    /// [`Enterprise::uscc`]
    Uscc,
    /// [`Enterprise::address`]
    Address,
    /// [`Enterprise::village`]
    Village,
    /// [`Enterprise::office`]
    Office,
    /// [`Enterprise::industry`]
    Industry,
    /// The kinds of mine among [`Enterprise::facts`]
    MineKind,
    /// [`Enterprise::workers`]
    Workers,
    /// [`Enterprise::principal`]
    Principal,
    /// [`Enterprise::principal_phone`]
    PrincipalPhone,
    /// [`Enterprise::officer`]
    Officer,
    /// [`Enterprise::officer_phone`]
    OfficerPhone,
    /// [`Enterprise::officer_time`]
    OfficerTime,
    /// [`Enterprise::risk_class`]
    RiskClass,
    /// [`Enterprise::level`]
    Level,
    /// [`Enterprise::insurance`]
    Insurance,
}

impl EnterpriseField {
    /// All fields in the order of the form.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Uscc,
        Self::Address,
        Self::Village,
        Self::Office,
        Self::Industry,
        Self::MineKind,
        Self::Workers,
        Self::Principal,
        Self::PrincipalPhone,
        Self::Officer,
        Self::OfficerPhone,
        Self::OfficerTime,
        Self::RiskClass,
        Self::Level,
        Self::Insurance,
    ];

    /// Name of the form field; part of the public hooks.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Uscc => "uscc",
            Self::Address => "address",
            Self::Village => "village",
            Self::Office => "office",
            Self::Industry => "industry",
            Self::MineKind => "mine_kind",
            Self::Workers => "workers",
            Self::Principal => "principal",
            Self::PrincipalPhone => "principal_phone",
            Self::Officer => "officer",
            Self::OfficerPhone => "officer_phone",
            Self::OfficerTime => "officer_time",
            Self::RiskClass => "risk_class",
            Self::Level => "level",
            Self::Insurance => "insurance",
        }
    }

    /// Whether a report cannot be signed without it.
    pub fn is_required(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Uscc
                | Self::Address
                | Self::Office
                | Self::Industry
                | Self::Workers
                | Self::Principal
                | Self::Officer
                | Self::OfficerTime
        )
    }
}

/// What is wrong with a field of the enterprise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EnterpriseFault {
    /// A required field is empty.
    Missing,
    /// The text is longer than [`LINE_MAX`].
    TooLong,
    /// A line break or another control character was pasted into a one-line field.
    LineBreak,
    /// The unified social credit code is not one.
    Code(UnifiedCodeFault),
    /// The number of workers is not a whole number from 1.
    NotACount,
    /// A mine without its kind: the mine questions depend on it.
    MineKindMissing,
}

impl Enterprise {
    /// The text or chosen code of a field; empty for [`EnterpriseField::MineKind`], which is a set of facts.
    pub fn text(&self, field: EnterpriseField) -> &str {
        match field {
            EnterpriseField::Name => &self.name,
            EnterpriseField::Uscc => &self.uscc,
            EnterpriseField::Address => &self.address,
            EnterpriseField::Village => &self.village,
            EnterpriseField::Office => &self.office,
            EnterpriseField::Industry => &self.industry,
            EnterpriseField::MineKind => "",
            EnterpriseField::Workers => &self.workers,
            EnterpriseField::Principal => &self.principal,
            EnterpriseField::PrincipalPhone => &self.principal_phone,
            EnterpriseField::Officer => &self.officer,
            EnterpriseField::OfficerPhone => &self.officer_phone,
            EnterpriseField::Level => &self.level,
            EnterpriseField::Insurance => &self.insurance,
            EnterpriseField::OfficerTime => match self.officer_time {
                Some(OfficerTime::FullTime) => "full_time",
                Some(OfficerTime::PartTime) => "part_time",
                None => "",
            },
            EnterpriseField::RiskClass => match self.risk_class {
                Some(RiskClass::A) => "A",
                Some(RiskClass::B) => "B",
                Some(RiskClass::C) => "C",
                Some(RiskClass::D) => "D",
                None => "",
            },
        }
    }

    /// Puts a typed or chosen value into a field. An unknown code clears a chosen field; the kinds of mine are set through the facts.
    pub fn set_text(&mut self, field: EnterpriseField, mut value: String) {
        if field == EnterpriseField::Uscc
            && let Ok(code) = UnifiedCode::parse(&value)
        {
            // Kept as it is printed on the licence: capitals, without spaces.
            value = code.as_str().to_owned();
        }
        let slot = match field {
            EnterpriseField::Name => &mut self.name,
            EnterpriseField::Uscc => &mut self.uscc,
            EnterpriseField::Address => &mut self.address,
            EnterpriseField::Village => &mut self.village,
            EnterpriseField::Office => &mut self.office,
            EnterpriseField::Industry => &mut self.industry,
            EnterpriseField::MineKind => return,
            EnterpriseField::Workers => &mut self.workers,
            EnterpriseField::Principal => &mut self.principal,
            EnterpriseField::PrincipalPhone => &mut self.principal_phone,
            EnterpriseField::Officer => &mut self.officer,
            EnterpriseField::OfficerPhone => &mut self.officer_phone,
            EnterpriseField::Level => &mut self.level,
            EnterpriseField::Insurance => &mut self.insurance,
            EnterpriseField::OfficerTime => {
                self.officer_time = match value.as_str() {
                    "full_time" => Some(OfficerTime::FullTime),
                    "part_time" => Some(OfficerTime::PartTime),
                    _ => None,
                };
                return;
            }
            EnterpriseField::RiskClass => {
                self.risk_class = RiskClass::ALL.into_iter().find(|class| format!("{class:?}") == value);
                return;
            }
        };
        *slot = value;
    }

    /// What is wrong with one field, or `None`.
    pub fn fault(&self, field: EnterpriseField) -> Option<EnterpriseFault> {
        let text = self.text(field);
        if field == EnterpriseField::MineKind {
            let unsaid = self.industry == MINE && !MINE_KINDS.iter().any(|kind| self.facts.contains(*kind));
            return unsaid.then_some(EnterpriseFault::MineKindMissing);
        }
        if text.trim().is_empty() {
            return field.is_required().then_some(EnterpriseFault::Missing);
        }
        if text.chars().count() > LINE_MAX {
            return Some(EnterpriseFault::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Some(EnterpriseFault::LineBreak);
        }
        match field {
            EnterpriseField::Uscc => UnifiedCode::parse(text).err().map(EnterpriseFault::Code),
            EnterpriseField::Workers => self.worker_count().is_err().then_some(EnterpriseFault::NotACount),
            _ => None,
        }
    }

    /// All faults in the order of the form.
    pub fn faults(&self) -> Vec<(EnterpriseField, EnterpriseFault)> {
        EnterpriseField::ALL.into_iter().filter_map(|field| Some((field, self.fault(field)?))).collect()
    }

    /// The number of workers, at least 1.
    ///
    /// # Errors
    /// The field is empty or holds anything but a whole number from 1.
    pub fn worker_count(&self) -> Result<u32, AnswerFault> {
        parse_count(&self.workers).and_then(|n| if n == 0 { Err(AnswerFault::NotACount) } else { Ok(n) })
    }

    /// The facts that hold for the enterprise itself; those of a month come from [`crate::month::figures::MonthFacts`].
    pub fn profile(&self, catalogue: &Catalogue) -> Profile {
        let holds = |group: FactGroup| match group {
            FactGroup::Asked | FactGroup::Area => true,
            FactGroup::MineKind => self.industry == MINE,
            FactGroup::Industry | FactGroup::Month | FactGroup::Derived => false,
        };
        let declared = catalogue.facts.iter().filter(|fact| holds(fact.group) && self.facts.contains(&fact.id));
        let mut facts: BTreeSet<String> = declared.map(|fact| fact.id.clone()).collect();
        if !self.industry.is_empty() {
            facts.insert(self.industry.clone());
        }
        Profile { facts, workers: self.worker_count().unwrap_or(0) }
    }
}

/// The facts by which rules decide, complete for one month.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Profile {
    /// Ids of the facts that hold.
    pub facts: BTreeSet<String>,
    /// Number of workers; 0 while it is unknown.
    pub workers: u32,
}

impl Facts for Profile {
    fn is(&self, fact: &str) -> bool {
        self.facts.contains(fact)
    }

    fn workers(&self) -> u32 {
        self.workers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_set_text_are_inverse_for_every_field() {
        for field in EnterpriseField::ALL {
            let value = match field {
                EnterpriseField::OfficerTime => "part_time",
                EnterpriseField::RiskClass => "C",
                EnterpriseField::MineKind => "",
                _ => "一些文字",
            };
            let mut enterprise = Enterprise::default();
            enterprise.set_text(field, value.into());
            assert_eq!(enterprise.text(field), value, "{field:?}");
        }
    }

    #[test]
    fn an_empty_form_misses_exactly_the_required_fields() {
        let missing: Vec<_> = Enterprise::default().faults();
        assert_eq!(missing.len(), EnterpriseField::ALL.into_iter().filter(|f| f.is_required()).count());
        assert!(missing.iter().all(|(_, fault)| *fault == EnterpriseFault::Missing));
    }

    #[test]
    fn pasted_line_breaks_and_over_long_names_are_said_and_kept() {
        let mut enterprise = Enterprise { name: "示例\n机械厂".into(), ..Enterprise::default() };
        assert_eq!(enterprise.fault(EnterpriseField::Name), Some(EnterpriseFault::LineBreak));
        assert_eq!(enterprise.name, "示例\n机械厂");
        enterprise.name = "𠮷".repeat(LINE_MAX);
        assert_eq!(enterprise.fault(EnterpriseField::Name), None, "rare characters count once");
        enterprise.name.push('厂');
        assert_eq!(enterprise.fault(EnterpriseField::Name), Some(EnterpriseFault::TooLong));
    }

    #[test]
    fn a_mine_must_say_which_kind_it_is() {
        let mine = Enterprise { industry: "mine".into(), ..Enterprise::default() };
        assert_eq!(mine.fault(EnterpriseField::MineKind), Some(EnterpriseFault::MineKindMissing));
    }

    #[test]
    fn nobody_works_with_zero_people() {
        for wrong in ["0", "-3", "36人", "1e9"] {
            let enterprise = Enterprise { workers: wrong.into(), ..Enterprise::default() };
            assert_eq!(enterprise.fault(EnterpriseField::Workers), Some(EnterpriseFault::NotACount), "{wrong}");
        }
    }
}
