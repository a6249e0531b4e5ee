//! The faults of a work permit: times, names, certificates, gases.

use super::gas_test::GasReading;
use super::{Permit, PermitColumn};
use crate::register::{Certificate, Person};
use crate::trade::{Gas, PermitTest};
use crate::value::day::Day;
use crate::value::fold::fold;
use crate::value::moment::Moment;

/// A fault of a permit; a permit with one does not count as in order.
///
/// An empty field is no fault where it may be filled in on paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PermitFault {
    /// It names no level of its form.
    NoLevel,
    /// It ends before it begins.
    EndsBeforeStart,
    /// It is for longer than the form allows, in hours.
    TooLong(u32),
    /// It was approved after work had begun.
    ApprovedLate,
    /// It was accepted as done before work had begun.
    ClosedBeforeStart,
    /// The approver works himself.
    ApproverWorks(String),
    /// The guard works himself.
    GuardWorks(String),
    /// A worker of the register has no certificate for this work.
    NoCertificate(String),
    /// The certificate of a worker ends before the work does.
    CertificateEnded(String, Day),
    /// Nothing was measured before work began.
    NotTested,
    /// The last measurement before work is older than so many minutes.
    TestedEarly(u32),
    /// A gas that has to be measured was not, in the measurement at a place of the list.
    NoReading(usize, Gas),
    /// A reading is no number, in the measurement at a place of the list.
    NotANumber(usize, Gas),
    /// A reading is outside of what is allowed, in the measurement at a place of the list.
    OutsideLimits(usize, Gas),
    /// So many measures are neither done nor without meaning here.
    OpenMeasures(usize),
}

impl PermitFault {
    /// The column at whose field it is said; `None` for measures, which have none.
    pub fn column(&self) -> Option<PermitColumn> {
        Some(match self {
            Self::NoLevel => PermitColumn::Level,
            Self::EndsBeforeStart | Self::TooLong(_) => PermitColumn::EndsAt,
            Self::ApprovedLate => PermitColumn::ApprovedAt,
            Self::ClosedBeforeStart => PermitColumn::ClosedAt,
            Self::ApproverWorks(_) => PermitColumn::Approver,
            Self::GuardWorks(_) => PermitColumn::Guard,
            Self::NoCertificate(_) | Self::CertificateEnded(..) => PermitColumn::Workers,
            Self::NotTested | Self::TestedEarly(_) => PermitColumn::TestedAt,
            Self::NoReading(_, gas) | Self::NotANumber(_, gas) | Self::OutsideLimits(_, gas) => {
                PermitColumn::of_gas(*gas)
            }
            Self::OpenMeasures(_) => return None,
        })
    }

    /// The measurement it speaks of, by its place in the list.
    pub fn test(&self) -> Option<usize> {
        match self {
            Self::NoReading(at, _) | Self::NotANumber(at, _) | Self::OutsideLimits(at, _) => Some(*at),
            _ => None,
        }
    }
}

impl Permit {
    /// Lists the faults of the permit, in the order of the form.
    pub fn faults(&self, people: &[Person]) -> Vec<PermitFault> {
        let mut faults = Vec::new();
        self.look_at_times(&mut faults);
        self.look_at_names(people, &mut faults);
        if let Some(asked) = &self.kind.row().test {
            self.look_at_tests(asked, &mut faults);
        }
        match self.open_measures() {
            0 => {}
            open => faults.push(PermitFault::OpenMeasures(open)),
        }
        faults
    }

    fn look_at_times(&self, faults: &mut Vec<PermitFault>) {
        let level = self.level_row();
        if level.is_none() {
            faults.push(PermitFault::NoLevel);
        }
        let Some(starts) = self.starts_at else { return };
        let after_start = |moment: Option<Moment>| moment.map(|moment| starts.minutes_until(moment));
        match (after_start(self.ends_at), level) {
            (Some(..=0), _) => faults.push(PermitFault::EndsBeforeStart),
            (Some(length), Some(level)) if length > i64::from(level.hours) * 60 => {
                faults.push(PermitFault::TooLong(level.hours));
            }
            _ => {}
        }
        if after_start(self.approved_at).is_some_and(|late| late > 0) {
            faults.push(PermitFault::ApprovedLate);
        }
        if after_start(self.closed_at).is_some_and(|closed| closed < 0) {
            faults.push(PermitFault::ClosedBeforeStart);
        }
    }

    fn look_at_names(&self, people: &[Person], faults: &mut Vec<PermitFault>) {
        let works = |name: &str| Self::names(&self.workers).any(|worker| fold(worker) == fold(name));
        faults.extend(
            Self::names(&self.guard).filter(|name| works(name)).map(|name| PermitFault::GuardWorks(name.to_owned())),
        );
        faults.extend(
            Self::names(&self.approver)
                .filter(|name| works(name))
                .map(|name| PermitFault::ApproverWorks(name.to_owned())),
        );
        let Some(day) = self.ends_at.or(self.starts_at).map(Moment::day) else { return };
        faults.extend(Self::names(&self.workers).filter_map(|name| self.certificate_fault(name, people, day)));
    }

    /// Finds the fault of a worker's certificate, if the register knows him.
    ///
    /// Of two people of one name the better one is meant.
    fn certificate_fault(&self, name: &str, people: &[Person], day: Day) -> Option<PermitFault> {
        let words = self.kind.row().certificate;
        let known: Vec<&Person> = people.iter().filter(|person| fold(&person.name) == fold(name)).collect();
        if words.is_empty() || known.is_empty() {
            return None;
        }
        let suits = |certificate: &&Certificate| {
            let work = fold(&certificate.work);
            words.iter().any(|word| work.contains(word))
        };
        let held = known.iter().flat_map(|person| &person.certificates).filter(suits);
        match held.filter_map(|certificate| certificate.valid_until).max() {
            None => Some(PermitFault::NoCertificate(name.to_owned())),
            Some(last) if last < day => Some(PermitFault::CertificateEnded(name.to_owned(), last)),
            Some(_) => None,
        }
    }

    fn look_at_tests(&self, asked: &PermitTest, faults: &mut Vec<PermitFault>) {
        for (at, test) in self.tests.iter().enumerate() {
            // What was too much is put right by ventilation and measured again at the same place.
            let again = self.tests.iter().any(|other| other.at > test.at && fold(&other.place) == fold(&test.place));
            for gas in asked.gases {
                faults.extend(match test.reading(*gas) {
                    GasReading::Missing => Some(PermitFault::NoReading(at, *gas)),
                    GasReading::NotANumber => Some(PermitFault::NotANumber(at, *gas)),
                    GasReading::Outside if !again => Some(PermitFault::OutsideLimits(at, *gas)),
                    GasReading::Outside | GasReading::Within => None,
                });
            }
        }
        let Some(starts) = self.starts_at else { return };
        let before = self.tests.iter().filter_map(|test| test.at).filter(|at| *at <= starts).max();
        let must = self.level_row().is_some_and(|level| level.tested);
        match before {
            Some(before) if before.minutes_until(starts) > i64::from(asked.minutes) => {
                faults.push(PermitFault::TestedEarly(asked.minutes));
            }
            // Where it stands on the paper alone, who declares the permit in order speaks of it too.
            None if !self.tests.is_empty() || must && !self.is_on_paper() => faults.push(PermitFault::NotTested),
            _ => {}
        }
    }
}
