//! A report that was signed on another device, compared with the month that was handed over for it.

use std::collections::{BTreeMap, BTreeSet};

use anziping_catalog::TargetCode;
use anziping_seal::json::Normalise;
use anziping_seal::typed;

use super::{MonthlyReport, ReportedAnswer};
use crate::enterprise::EnterpriseField;
use crate::json;
use crate::month::figures::MonthField;
use crate::review::ReviewPlace;
use crate::value::period::Period;

/// Why a signed report is not the one that was handed over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OtherReport {
    /// Of another enterprise, or invented where this is not.
    Enterprise(String),
    /// Of another month.
    Period(Period),
    /// Another version of the month.
    Revision(u32),
    /// Something stands otherwise; the places on this device.
    ///
    /// Empty when only the frame differs, such as the check list.
    Content(Vec<ReviewPlace>),
}

impl MonthlyReport {
    /// Compares this report with the signed one that came back.
    ///
    /// Who signed, when and with which program is no difference.
    ///
    /// # Errors
    /// [`OtherReport`].
    pub fn compare_with_signed(&self, signed: &Self, nfc: &dyn Normalise) -> Result<(), OtherReport> {
        if self.enterprise.uscc != signed.enterprise.uscc || self.demo != signed.demo {
            return Err(OtherReport::Enterprise(signed.enterprise.name.clone()));
        }
        if self.period != signed.period {
            return Err(OtherReport::Period(signed.period));
        }
        if self.revision != signed.revision {
            return Err(OtherReport::Revision(signed.revision));
        }
        // What is signed was brought into the form a file may hold; the same is done here.
        let clean = typed::to_clean_value(self, nfc).and_then(|value| typed::from_value::<Self>(&value));
        let ours = clean.unwrap_or_else(|_| self.clone());
        let places = ours.places_that_differ(signed);
        if places.is_empty() && ours.frame() == signed.frame() { Ok(()) } else { Err(OtherReport::Content(places)) }
    }

    /// Everything that must be equal beside content, signers and the moment of signing.
    fn frame(&self) -> impl PartialEq {
        let chain = (self.supersedes.clone(), self.answers_return.clone(), self.prev.clone(), self.prev_reason);
        (self.catalogue.clone(), chain, self.from, self.to, self.due, self.declared.clone())
    }

    fn places_that_differ(&self, other: &Self) -> Vec<ReviewPlace> {
        let mut places = BTreeSet::new();
        if self.enterprise != other.enterprise {
            places.insert(ReviewPlace::Enterprise(EnterpriseField::Name));
        }
        if self.facts != other.facts {
            places.insert(ReviewPlace::Enterprise(EnterpriseField::Industry));
        }
        if self.preparer != other.preparer {
            places.insert(ReviewPlace::Enterprise(EnterpriseField::Officer));
        }
        if self.screening != other.screening {
            places.insert(ReviewPlace::Screening(None));
        }
        places.extend(differing(&self.items, &other.items).map(ReviewPlace::Item));
        let of_area = |report: &Self, id: &str| {
            let area = report.areas.iter().find(|area| area.id == id);
            area.map(|area| (area.rates.clone(), area.points.clone())).unwrap_or_default()
        };
        for id in self.areas.iter().chain(&other.areas).map(|area| &area.id) {
            let ((rates, points), (their_rates, their_points)) = (of_area(self, id), of_area(other, id));
            places.extend(differing(&points, &their_points).map(ReviewPlace::Point));
            let codes = differing(&rates, &their_rates)
                .filter_map(|code| TargetCode::ALL.into_iter().find(|known| known.to_string() == code));
            places.extend(codes.map(|code| ReviewPlace::Rate(id.clone(), code)));
        }
        let hazards = |report: &Self| -> BTreeMap<String, String> {
            let text = |hazard| json::write_directly(hazard).unwrap_or_default();
            report.hazards.iter().map(|hazard| (hazard.id.clone(), text(hazard))).collect()
        };
        let (ours, theirs) = (hazards(self), hazards(other));
        let ids = ours.keys().chain(theirs.keys()).filter(|id| ours.get(*id) != theirs.get(*id));
        places.extend(ids.map(|id| ReviewPlace::Hazard(id.clone())));
        let fields = MonthField::ALL.iter().filter(|field| self.month.get(*field) != other.month.get(*field));
        places.extend(fields.map(|field| ReviewPlace::Month(*field)));
        places.into_iter().collect()
    }
}

/// Ids of the answers that are not the same on both sides.
fn differing<'a>(ours: &'a [ReportedAnswer], theirs: &'a [ReportedAnswer]) -> impl Iterator<Item = String> + 'a {
    let find = |answers: &'a [ReportedAnswer], id: &str| answers.iter().find(|answer| answer.id == id);
    let ids: BTreeSet<&str> = ours.iter().chain(theirs).map(|answer| answer.id.as_str()).collect();
    ids.into_iter().filter(move |id| find(ours, id) != find(theirs, id)).map(str::to_owned)
}
