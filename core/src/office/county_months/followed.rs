//! Major hazards from month to month over all offices.

use std::collections::BTreeMap;

use super::standing::{County, KeptMonth, StreetMonth};
use crate::document::office_month::{FollowedHazard, HazardEnd, RowState};
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// Why an office says nothing of a hazard that it stated as open before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unstated {
    /// It is not in the office's month, though the enterprise's report counts there.
    Since(Period),
    /// There is no month of the office.
    NoMonth,
}

/// A major hazard with its office.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountyHazard {
    /// The office.
    pub office: String,
    /// Name of the enterprise.
    pub enterprise: String,
    /// The hazard as the office stated it last, with months and deadlines of all its months here.
    pub hazard: FollowedHazard,
    /// Why the office says nothing of it now; `None` when it does.
    pub unstated: Option<Unstated>,
}

impl County<'_> {
    /// The major hazards up to `period`.
    ///
    /// What is gone or no longer stated first, then what has been open longest.
    pub(super) fn followed(&self, period: Period) -> Vec<CountyHazard> {
        let mut all: Vec<CountyHazard> =
            self.streets.iter().flat_map(|street| self.of_street(&street.office, period)).collect();
        all.sort_by_key(|one| {
            let hazard = &one.hazard;
            let key = (one.enterprise.clone(), hazard.uscc.clone(), hazard.id.clone());
            (one.unstated.is_none(), hazard.end, hazard.since, hazard.found_on, key)
        });
        all
    }

    fn of_street(&self, office: &str, period: Period) -> Vec<CountyHazard> {
        let mut known: BTreeMap<(UnifiedCode, String), CountyHazard> = BTreeMap::new();
        let mut last = None;
        for month in self.periods().into_iter().rev().filter(|month| *month <= period) {
            if let StreetMonth::Counts(kept) = self.month_of(office, month) {
                follow(&mut known, kept);
                last = Some(month);
            }
        }
        let reported = last == Some(period);
        known.retain(|_, one| reported || one.hazard.end != HazardEnd::Closed);
        let mut known: Vec<CountyHazard> = known.into_values().collect();
        if !reported {
            known.iter_mut().for_each(|one| one.unstated = one.unstated.or(Some(Unstated::NoMonth)));
        }
        known
    }
}

/// Goes on with the hazards of an office by its next month.
fn follow(known: &mut BTreeMap<(UnifiedCode, String), CountyHazard>, kept: &KeptMonth) {
    let month = &kept.document;
    let rows: BTreeMap<&UnifiedCode, (&str, RowState)> =
        month.enterprises.iter().map(|row| (&row.uscc, (row.name.as_str(), row.state))).collect();
    let mut stated: BTreeMap<(UnifiedCode, String), &FollowedHazard> =
        month.hazards.iter().map(|hazard| ((hazard.uscc.clone(), hazard.id.clone()), hazard)).collect();
    // What was closed in an earlier month is done with.
    known.retain(|_, one| one.hazard.end != HazardEnd::Closed);
    for (key, one) in known.iter_mut() {
        match stated.remove(key) {
            Some(hazard) => one.go_on(hazard),
            None if rows.get(&key.0).is_some_and(|(_, state)| *state == RowState::Counted) => {
                one.unstated = one.unstated.or(Some(Unstated::Since(month.period)));
            }
            None if !matches!(one.hazard.end, HazardEnd::Gone) => one.hazard.end = HazardEnd::NoReport,
            None => {}
        }
    }
    known.extend(stated.into_iter().map(|(key, hazard)| {
        let enterprise = rows.get(&key.0).map_or_else(String::new, |(name, _)| (*name).to_owned());
        (key, CountyHazard { office: month.office.clone(), enterprise, hazard: hazard.clone(), unstated: None })
    }));
}

impl CountyHazard {
    /// Takes what the office states now; of months and deadlines nothing is lost that an earlier month has.
    fn go_on(&mut self, now: &FollowedHazard) {
        let (mut months, mut deadlines) =
            (std::mem::take(&mut self.hazard.months), std::mem::take(&mut self.hazard.deadlines));
        months.extend(&now.months);
        months.sort_unstable();
        months.dedup();
        if now.deadlines.starts_with(&deadlines) {
            deadlines.clone_from(&now.deadlines);
        } else {
            for deadline in &now.deadlines {
                if deadlines.last() != Some(deadline) {
                    deadlines.push(*deadline);
                }
            }
        }
        self.hazard = FollowedHazard { months, deadlines, ..now.clone() };
        self.unstated = None;
    }
}
