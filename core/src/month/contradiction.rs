//! Answers of a month that cannot both be true, in a draft as in a received report.

use anziping_catalog::{Item, Listed};
use serde::{Deserialize, Serialize};

use crate::month::answer::Reading;
use crate::month::assessment::Assessment;
use crate::month::screening::Outcome;

/// Two answers that exclude each other, or one that needs what is missing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Contradiction {
    /// Id of the one: an item, point, target, criterion, or `month.…`.
    pub one: String,
    /// Id of the other, a hazard or `ledger.…` among them; empty where it is missing.
    pub other: String,
    /// The kind of contradiction.
    pub kind: Clash,
    /// Whether the report would be false, so that it cannot be signed.
    pub blocks: bool,
}

/// The kinds of contradictions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clash {
    /// A criterion is 疑似, and no open major hazard stands for it.
    NoRecord,
    /// An item is met beside an open major hazard of the same matter.
    MetBesideMajor,
    /// An item is met, and a criterion on the same matter is 疑似.
    MetBesideSuspicion,
    /// An item says that a listed major hazard is there, and none of its criteria was found to hold.
    FailedWithoutSuspicion,
    /// A pair of the check list, in its words.
    Listed(String),
}

/// All contradictions of a month: those that block first, each group in the order of the check list.
pub fn contradictions(assessment: &Assessment<'_>) -> Vec<Contradiction> {
    let suspected = assessment.suspected();
    let mut found: Vec<Contradiction> = Vec::new();
    for listed in &suspected {
        if assessment.record_of(*listed).is_none() {
            let one = listed.criterion.id.clone();
            found.push(Contradiction { one, other: String::new(), kind: Clash::NoRecord, blocks: true });
        }
    }
    for item in assessment.items().filter(|item| assessment.computed(item).is_none()) {
        of_item(assessment, item, &suspected, &mut found);
    }
    for exclusion in &assessment.catalogue.exclusions {
        let (one, other) = (&exclusion.one, &exclusion.other);
        if exclusion.when.holds(&assessment.profile)
            && assessment.says(&one.of, one.on)
            && assessment.says(&other.of, other.on)
        {
            let (one, other) = (one.of.clone(), other.of.clone());
            let kind = Clash::Listed(exclusion.says.clone());
            found.push(Contradiction { one, other, kind, blocks: exclusion.blocks });
        }
    }
    found.sort_by_key(|contradiction| !contradiction.blocks);
    found
}

fn of_item(assessment: &Assessment<'_>, item: &Item, suspected: &[Listed<'_>], found: &mut Vec<Contradiction>) {
    let contradiction =
        |other: &str, kind, blocks| Contradiction { one: item.id.clone(), other: other.to_owned(), kind, blocks };
    let is_met =
        assessment.status(item).reading().is_some_and(|reading| reading.is_met() && reading != Reading::NoCase);
    if is_met {
        let of_matter =
            |lead: &str| assessment.catalogue.criterion(lead).is_some_and(|of| of.criterion.item == item.id);
        let open =
            assessment.hazards.iter().filter(|hazard| hazard.is_major() && hazard.is_open_on(assessment.span.to));
        let beside = open.filter(|hazard| hazard.item == item.id || of_matter(&hazard.lead));
        found.extend(beside.map(|hazard| contradiction(&hazard.id, Clash::MetBesideMajor, true)));
        let beside = suspected.iter().filter(|listed| names(item, listed));
        found.extend(beside.map(|listed| contradiction(&listed.criterion.id, Clash::MetBesideSuspicion, true)));
    } else if assessment.is_vetoed(item) {
        let criteria = item.veto.iter().flat_map(|veto| &veto.criteria);
        let criteria = criteria.filter_map(|id| assessment.catalogue.criterion(id));
        let looked: Vec<_> = criteria
            .filter(|listed| listed.applies(&assessment.profile))
            .map(|listed| assessment.looked(listed).map(|looked| looked.outcome))
            .collect();
        let clear = |outcome: &Option<Outcome>| outcome.is_some_and(|outcome| outcome.is_checked());
        if !looked.is_empty() && looked.iter().all(clear) && !looked.contains(&Some(Outcome::Suspected)) {
            let first = item.veto.iter().flat_map(|veto| &veto.criteria).next();
            found.push(contradiction(first.map_or("", String::as_str), Clash::FailedWithoutSuspicion, false));
        }
    }
}

/// Returns whether an item is on the matter of a criterion.
fn names(item: &Item, listed: &Listed<'_>) -> bool {
    let id = &listed.criterion.id;
    listed.criterion.item == item.id || item.veto.as_ref().is_some_and(|veto| veto.criteria.contains(id))
}
