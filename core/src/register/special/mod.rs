//! Ledgers of things that rules ask for by themselves (专项台账), and the days that stand in them.
//!
//! Who has to keep which, and what it rests on, is a row of a table of the trade ([`SpecialLedger`]).
//!
//! | module | what it holds |
//! | --- | --- |
//! | `collector` | a dust collector (除尘器): where, which dust, what protects it, when it is cleaned |
//! | `contractor` | a contractor or tenant (承包商): licence, agreement, briefings, whom they send |
//! | `equipment` | a piece of special equipment (特种设备): registration, place, next inspection |
//! | `space` | a confined space (有限空间): where, what threatens there, what is done about it |

mod collector;
mod contractor;
mod equipment;
mod space;

use super::Registers;
use crate::enterprise::Profile;
pub use crate::trade::SpecialLedger;
use crate::value::day::Day;

pub use collector::{CollectorColumn, CollectorKind, DustCollector};
pub use contractor::{Contractor, ContractorColumn};
pub use equipment::{EquipmentColumn, EquipmentKind, SpecialEquipment};
pub use space::{CatalogueCheck, ConfinedSpace, SpaceColumn, SpaceKind};

/// A day of a ledger by which something has to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LedgerDay<'a> {
    /// The ledger.
    pub ledger: SpecialLedger,
    /// Number of the entry.
    pub number: &'a str,
    /// The name of the entry.
    pub name: &'a str,
    /// The duty that falls due.
    pub due: LedgerDue,
    /// By when.
    pub day: Day,
}

/// The duties of a ledger that fall due on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LedgerDue {
    /// 定期检验 of special equipment.
    Inspection,
    /// 清理 of a dust collector.
    Cleaning,
    /// The licence of a contractor runs out.
    Licence,
    /// The safety agreement with a contractor runs out.
    Agreement,
}

impl SpecialLedger {
    /// Counts its entries.
    pub fn entries(self, registers: &Registers) -> usize {
        match self {
            Self::Spaces => registers.spaces.len(),
            Self::Equipment => registers.equipment.len(),
            Self::Collectors => registers.collectors.len(),
            Self::Contractors => registers.contractors.len(),
        }
    }

    /// Returns whether the enterprise keeps the ledger: its facts ask for it, or it has entries.
    pub fn is_kept(self, profile: &Profile, registers: &Registers) -> bool {
        self.row().when.holds(profile) || self.entries(registers) > 0
    }
}

impl Registers {
    /// The days of all special ledgers, soonest first.
    pub fn ledger_days(&self) -> Vec<LedgerDay<'_>> {
        let equipment = self.equipment.iter().filter_map(SpecialEquipment::day);
        let collectors = self.collectors.iter().filter_map(DustCollector::day);
        let contractors = self.contractors.iter().flat_map(Contractor::days);
        let mut all: Vec<_> = equipment.chain(collectors).chain(contractors).collect();
        all.sort_by_key(|one| (one.day, one.number, one.due));
        all
    }
}
