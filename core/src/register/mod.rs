//! Registers that an enterprise may keep.
//!
//! People, risk points, documents, drills, safety expenses, work permits and special ledgers. Counts of the month come
//! from them.
//!
//! They belong to the enterprise, not to a month, and stay in the browser: a report carries counts, never a worker's
//! name.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `aside` | what a list says beside the columns of its register, and what a row of it says as a whole |
//! | `called` | whether whoever is named for a hazard or risk point is meant by a post |
//! | `content` | what a column of a register holds: read by the form on the page, and by sheets out and in |
//! | `counts` | the counts of items and cells that a register gives |
//! | `document` | a document the enterprise must have (必备文件): rules, operating procedures, permits, plans |
//! | `drill` | emergency drills (应急演练), and when the next one is due |
//! | `entry` | what the entries of all registers have in common, and the table of the columns of each |
//! | `expense` | safety expenses (安全生产费用): what is set aside and spent, against what the rule asks for |
//! | `expense_rate` | how much has to be set aside for safety each year |
//! | `licence` | which work needs a certificate, by the usual names of trades in the table of certificates |
//! | `on_plan` | finds the risk points of the register on a plan, and what is missing there |
//! | `permit` | a work permit (作业票): who, where, measures, gases, and whether all of it was in order |
//! | `person` | a person: post, training, certificates, the high-risk areas worked in |
//! | `rating` | how risk points are rated: the methods, their letters and the values these may have |
//! | `risk` | a risk point (风险点): where, what could happen, how bad, what is done about it |
//! | `safety_signs` | which safety signs are proposed |
//! | `shift` | what is known of a day of work, for the record of its shifts |
//! | `special` | ledgers that rules ask for: confined spaces, special equipment, dust collectors, contractors |
//! | `training` | hours of safety training that rules ask for |

mod aside;
mod called;
mod content;
mod counts;
mod document;
mod drill;
mod entry;
mod expense;
mod expense_rate;
mod licence;
mod on_plan;
mod permit;
mod person;
mod rating;
mod risk;
mod safety_signs;
mod shift;
mod special;
mod training;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::enterprise::Profile;
use crate::plan::{PLANS_MAX, Plan};
use crate::trade::{LICENCES, Licence};
use crate::value::day::Day;
use crate::value::period::Period;

pub use aside::{Aside, RowSaid};
pub use content::{Choice, Choose, Content, Letter, shortened};
pub use counts::{CountSources, drills_half_yearly};
pub use document::{Document, DocumentColumn, DocumentStanding, REVIEW_DAYS};
pub use drill::{Drill, DrillColumn, DrillDuty, DrillKind};
pub use entry::{Column, ColumnPlace, ColumnRole, Entry, RegisterColumn};
pub use expense::{Category, Expense, ExpenseColumn, Flow, Money};
pub use expense_rate::{Activity, Base};
pub use licence::licence_of;
pub use on_plan::{PlacedRisk, PlanGap};
pub use permit::{Gas, GasTest, MeasureMark, Permit, PermitColumn, PermitFault, PermitKind};
pub use person::{Certificate, CertificateKind, CertificateState, Person, PersonColumn, Post, Training, WARN_DAYS};
pub use rating::{Method, Score};
pub use risk::{Colour, RiskColumn, RiskGap, RiskPoint};
pub use shift::WorkDay;
pub use special::{
    CatalogueCheck, CollectorColumn, CollectorKind, ConfinedSpace, Contractor, ContractorColumn, DustCollector,
    EquipmentColumn, EquipmentKind, LedgerDay, LedgerDue, SpaceColumn, SpaceKind, SpecialEquipment, SpecialLedger,
};
pub use training::{Required, YEARLY_WORKER, required};

/// Longest text of a register, in characters.
pub const TEXT_MAX: usize = 200;

/// The registers of one enterprise.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Registers {
    /// People, in the order in which they were entered.
    pub people: Vec<Person>,
    /// Risk points, in the order in which they were entered.
    pub risks: Vec<RiskPoint>,
    /// Documents that must exist, in the order in which they were entered.
    ///
    /// What came after the first records is left out while it is empty, so that a record nobody added to stays what it
    /// was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
    /// Drills, held and planned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drills: Vec<Drill>,
    /// Only on-site plans are kept and drilled (预案办法15).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub on_site_only: bool,
    /// Money set aside and spent for safety.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expenses: Vec<Expense>,
    /// Work permits, the newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permits: Vec<Permit>,
    /// Confined spaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub spaces: Vec<ConfinedSpace>,
    /// Special equipment.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<SpecialEquipment>,
    /// Dust collectors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub collectors: Vec<DustCollector>,
    /// Contractors and tenants.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contractors: Vec<Contractor>,
    /// The activity by whose rate money is set aside; `None` where no rule sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
    /// Last year's revenue in whole yuan, as typed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub revenue: String,
    /// Last days of licences, policies and reports, by the id of their row in the table.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub licences: BTreeMap<String, Day>,
    /// Plans on which the risk points are drawn (四色分布图).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Plan>,
    /// How risk points are rated; one way for all of them.
    pub method: Method,
    /// Yearly hours of retraining asked of ordinary workers where no national figure exists, as typed.
    pub yearly_worker: String,
    /// The highest number that was ever given to an entry; a number that is gone is not given again.
    pub last_number: u32,
}

impl Default for Registers {
    fn default() -> Self {
        Self {
            people: Vec::new(),
            risks: Vec::new(),
            documents: Vec::new(),
            drills: Vec::new(),
            on_site_only: false,
            expenses: Vec::new(),
            permits: Vec::new(),
            spaces: Vec::new(),
            equipment: Vec::new(),
            collectors: Vec::new(),
            contractors: Vec::new(),
            activity: None,
            revenue: String::new(),
            licences: BTreeMap::new(),
            plans: Vec::new(),
            method: Method::default(),
            yearly_worker: YEARLY_WORKER.to_string(),
            last_number: 0,
        }
    }
}

impl Registers {
    /// Lists the drills that the enterprise owes.
    pub fn drill_duties(&self, profile: &Profile) -> Vec<DrillDuty> {
        DrillDuty::all(drills_half_yearly(profile), self.on_site_only)
    }

    /// The money of the year up to and with `period`.
    pub fn money(&self, period: Period) -> Money {
        Money::of(&self.expenses, self.activity, &self.revenue, period)
    }

    /// The certificates that have a last day, with their holders, soonest first.
    pub fn certificates(&self) -> Vec<(&Person, &Certificate, Day)> {
        let all = self
            .people
            .iter()
            .flat_map(|person| person.certificates.iter().map(move |certificate| (person, certificate)));
        let mut dated: Vec<_> =
            all.filter_map(|(person, certificate)| Some((person, certificate, certificate.valid_until?))).collect();
        dated.sort_by_key(|(person, _, day)| (*day, person.id.clone()));
        dated
    }

    /// The documents that have a day of review, soonest first.
    pub fn reviews(&self) -> Vec<(&Document, Day)> {
        let mut dated: Vec<_> =
            self.documents.iter().filter_map(|document| Some((document, document.review_on?))).collect();
        dated.sort_by_key(|(document, day)| (*day, document.id.clone()));
        dated
    }

    /// The licences this enterprise has that have a last day, soonest first.
    pub fn licences_due(&self, profile: &Profile) -> Vec<(&'static Licence, Day)> {
        let own = LICENCES.iter().filter(|licence| licence.when.holds(profile));
        let mut dated: Vec<_> = own.filter_map(|row| Some((row, *self.licences.get(row.id)?))).collect();
        dated.sort_by_key(|(_, day)| *day);
        dated
    }

    /// The drills that are due again, seen on `today`, soonest first.
    pub fn drills_due(&self, profile: &Profile, today: Day) -> Vec<(DrillDuty, Day)> {
        let mut due: Vec<_> = self
            .drill_duties(profile)
            .into_iter()
            .filter_map(|duty| Some((duty, duty.due(&self.drills, today)?)))
            .collect();
        due.sort_by_key(|(_, day)| *day);
        due
    }

    /// The numbers of all entries.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        let people = self.people.iter().map(|person| person.id.as_str());
        let things = self
            .risks
            .iter()
            .map(|risk| risk.id.as_str())
            .chain(self.documents.iter().map(|document| document.id.as_str()));
        let events = self
            .drills
            .iter()
            .map(|drill| drill.id.as_str())
            .chain(self.expenses.iter().map(|expense| expense.id.as_str()))
            .chain(self.permits.iter().map(|permit| permit.id.as_str()));
        let spaces = self.spaces.iter().map(|space| space.id.as_str());
        let ledgers = spaces
            .chain(self.equipment.iter().map(|equipment| equipment.id.as_str()))
            .chain(self.collectors.iter().map(|collector| collector.id.as_str()))
            .chain(self.contractors.iter().map(|contractor| contractor.id.as_str()));
        people.chain(things).chain(events).chain(ledgers).chain(self.plans.iter().map(|plan| plan.id.as_str()))
    }

    /// Begins a plan and returns its number; `None` when there are as many as there may be.
    pub fn add_plan(&mut self, author: String, today: Day) -> Option<String> {
        (self.plans.len() < PLANS_MAX).then_some(())?;
        let id = self.next_number();
        self.plans.push(Plan { id: id.clone(), author, drawn_on: Some(today), ..Plan::default() });
        Some(id)
    }

    /// The next number that no entry ever had.
    pub(crate) fn next_number(&mut self) -> String {
        self.last_number = self.last_number.saturating_add(1);
        self.last_number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_without_a_plan_stay_the_record_they_were() {
        let text = serde_json::to_string(&Registers::default()).unwrap();
        assert!(!text.contains("plans"), "{text}");
        assert_eq!(serde_json::from_str::<Registers>(&text).unwrap(), Registers::default());
    }

    #[test]
    fn a_plan_gets_a_number_of_its_own_and_there_are_not_too_many() {
        let mut registers = Registers::default();
        let risk = registers.add::<RiskPoint>();
        let plan = registers.add_plan("周安".to_owned(), Day::epoch()).unwrap();
        assert!(plan != risk && registers.numbers().any(|number| number == plan));
        while registers.plans.len() < PLANS_MAX {
            registers.add_plan(String::new(), Day::epoch()).unwrap();
        }
        assert_eq!(registers.add_plan(String::new(), Day::epoch()), None);
    }
}
