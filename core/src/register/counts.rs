//! The counts of items and cells that a register gives.

use anziping_catalog::{Count, Item, TargetCode};

use super::person::{Certificate, Person, Post, Training};
use super::risk::Colour;
use super::{Contractor, Document, Permit, Registers, RiskPoint};
use crate::enterprise::Profile;
use crate::trade::{CONTRACTOR_AREA, HALF_YEARLY, HIGH_RISK};
use crate::value::count::COUNT_MAX;
use crate::value::period::{Period, Span};
use crate::value::rate::Rate;

/// Returns whether the rule asks more hours of this enterprise (3号令 9②, 13②).
pub(super) fn is_high_risk(profile: &Profile) -> bool {
    HIGH_RISK.holds(profile)
}

/// Returns whether the enterprise drills each half year and reports it (应急条例8②).
///
/// Dangerous trades do, and places open to crowds.
pub fn drills_half_yearly(profile: &Profile) -> bool {
    HALF_YEARLY.holds(profile)
}

/// The sources of the counts of a month.
#[derive(Clone, Copy, Debug)]
pub struct CountSources<'a> {
    /// The registers.
    pub registers: &'a Registers,
    /// The facts of the enterprise: some ask for more hours.
    pub profile: &'a Profile,
    /// The days of the month; certificates count by the last one.
    pub span: Span,
}

impl CountSources<'_> {
    /// The counts of a check item; `None` when no register gives them or it is not kept.
    pub fn item(&self, item: &Item) -> Option<Rate> {
        match item.computed.as_ref()?.count? {
            Count::OfficersTrained => {
                self.people(|person| person.post != Post::Worker, |person| self.is_trained(person))
            }
            Count::NewWorkersTrained => self.people(|person| self.is_new(person), |person| self.is_trained(person)),
            Count::WorkersRetrained => self.people(
                |person| person.post == Post::Worker && person.training == Training::Yearly,
                |person| self.is_trained(person),
            ),
            count @ (Count::SpecialOperationCertificates | Count::SpecialEquipmentCertificates) => {
                self.certified(count)
            }
            Count::Rated => self.risks(|_| true, |risk| self.colour(risk).is_some()),
            Count::HighManaged => self.risks(
                |risk| self.colour(risk).is_some_and(|colour| colour >= Colour::Orange),
                |risk| risk.is_managed() && risk.posted,
            ),
            Count::Held => self.drilled(),
            Count::SetAside => self.set_aside(),
            count @ (Count::DangerousJobs | Count::ConfinedJobs | Count::MaintenanceJobs | Count::SiloEntries) => {
                self.permits(|permit| self.goes_into(permit, count))
            }
            Count::EquipmentInspected => {
                rate(&self.registers.equipment, |one| !one.stopped, |one| one.holds(self.span.to))
                    .filter(|rate| rate.total > 0)
            }
            Count::ContractorsQualified => {
                let here = |one: &Contractor| one.is_of(self.span);
                rate(&self.registers.contractors, here, |one| one.is_qualified(self.span.to))
                    .filter(|rate| rate.total > 0)
            }
            Count::DueClosed | Count::ReportedAccepted => None,
        }
    }

    /// Documents in force of all that serve an item; `None` when none does.
    ///
    /// It stands beside an item that the register does not answer.
    pub fn beside(&self, id: &str) -> Option<Rate> {
        let serves = |document: &Document| document.item == id;
        rate(&self.registers.documents, serves, |document| document.is_in_force(self.span.to))
            .filter(|rate| rate.total > 0)
    }

    /// The counts of a cell.
    ///
    /// P1 from the documents of the area, P2 from its people, P3 from its risk points and the permits of the month.
    ///
    /// `None` when the register has nothing of the area, so that an area nobody entered does not read as one without
    /// people.
    pub fn cell(&self, area: &str, code: TargetCode) -> Option<Rate> {
        let rate = match code {
            TargetCode::P2 => self.people(
                |person| person.areas.contains(area),
                |person| self.is_trained(person) && person.is_certified(self.span.to),
            ),
            TargetCode::P3 => {
                let points = self.risks(
                    |risk| risk.area == area,
                    |risk| {
                        self.colour(risk).is_some()
                            && risk.is_managed()
                            && risk.checked_on.is_some_and(|day| self.span.contains(day))
                    },
                );
                // What a contractor does counts for its kind, and for the area of contractors.
                let is_of = |permit: &Permit| {
                    let by_others = area == CONTRACTOR_AREA && !permit.contractor.trim().is_empty();
                    by_others || permit.kind.row().area == area
                };
                both(points, self.permits(is_of))
            }
            TargetCode::P1 => rate(
                &self.registers.documents,
                |document| document.areas.contains(area),
                |document| document.is_in_force(self.span.to),
            ),
            TargetCode::P4 => None,
        };
        rate.filter(|rate| rate.total > 0)
    }

    /// Returns whether the person has done the hours that are due.
    pub fn is_trained(&self, person: &Person) -> bool {
        person.hours_done().is_some_and(|hours| hours >= self.registers.hours_of(self.profile, person).hours)
    }

    /// Returns whether the person began as a worker in this month.
    fn is_new(&self, person: &Person) -> bool {
        person.post == Post::Worker
            && person.training == Training::Initial
            && person.joined_on.is_some_and(|day| self.span.contains(day))
    }

    /// Drills that are done of those that have to be; `None` while none is entered.
    fn drilled(&self) -> Option<Rate> {
        let drills = &self.registers.drills;
        rate(
            &self.registers.drill_duties(self.profile),
            |_| !drills.is_empty(),
            |duty| duty.is_met(drills, self.span.to),
        )
        .filter(|rate| rate.total > 0)
    }

    /// Yuan set aside of those due this year; more than is due counts as what is due.
    ///
    /// `None` while the rule's figure is unknown, and where it is larger than the counts of an item can be.
    fn set_aside(&self) -> Option<Rate> {
        let money = self.registers.money(Period::new(self.span.to.year(), self.span.to.month())?);
        let total = u32::try_from(money.due?).ok().filter(|total| (1..=COUNT_MAX).contains(total))?;
        let done = u32::try_from(money.set_aside).map_or(total, |set_aside| set_aside.min(total));
        (!self.registers.expenses.is_empty()).then_some(Rate { done, total })
    }

    fn colour(&self, risk: &RiskPoint) -> Option<Colour> {
        risk.colour(self.registers.method)
    }

    /// People with certificates of the kinds that go into a count, and those whose certificates hold.
    fn certified(&self, count: Count) -> Option<Rate> {
        let counts = |certificate: &&Certificate| certificate.kind.row().counts == Some(count);
        self.people(
            |person| person.certificates.iter().any(|certificate| counts(&certificate)),
            |person| person.certificates.iter().filter(counts).all(|certificate| certificate.holds(self.span.to)),
        )
    }

    /// Returns whether a permit goes into a count: by its level, or without one by any offered here.
    fn goes_into(&self, permit: &Permit, count: Count) -> bool {
        match permit.level_row() {
            Some(level) => level.counts.contains(&count),
            None => {
                let levels = permit.kind.row().levels.iter();
                levels.filter(|level| level.when.holds(self.profile)).any(|level| level.counts.contains(&count))
            }
        }
    }

    /// Permits of the month; `None` without any, which does not mean that no work was done.
    fn permits(&self, counts: impl Fn(&Permit) -> bool) -> Option<Rate> {
        rate(
            &self.registers.permits,
            |permit| permit.is_of(self.span) && counts(permit),
            |permit| permit.is_in_order(&self.registers.people),
        )
        .filter(|rate| rate.total > 0)
    }

    fn people(&self, counts: impl Fn(&Person) -> bool, is_done: impl Fn(&Person) -> bool) -> Option<Rate> {
        rate(&self.registers.people, counts, is_done)
    }

    fn risks(&self, counts: impl Fn(&RiskPoint) -> bool, is_done: impl Fn(&RiskPoint) -> bool) -> Option<Rate> {
        rate(&self.registers.risks, counts, is_done)
    }
}

/// Adds up the counts of two registers.
fn both(one: Option<Rate>, other: Option<Rate>) -> Option<Rate> {
    match (one, other) {
        (Some(one), Some(other)) => {
            Some(Rate { done: one.done.saturating_add(other.done), total: one.total.saturating_add(other.total) })
        }
        (one, other) => one.or(other),
    }
}

/// `None` for a register nobody keeps.
fn rate<T>(register: &[T], counts: impl Fn(&T) -> bool, is_done: impl Fn(&T) -> bool) -> Option<Rate> {
    if register.is_empty() {
        return None;
    }
    let of = |entries: usize| u32::try_from(entries).unwrap_or(u32::MAX);
    let counted = || register.iter().filter(|entry| counts(entry));
    Some(Rate { done: of(counted().filter(|entry| is_done(entry)).count()), total: of(counted().count()) })
}
