//! One month of one enterprise while it is being filled in, and how the next month begins from it.

use std::collections::BTreeMap;

use anziping_catalog::{Catalogue, Interval, Point, TargetCode};
use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use crate::edition::CatalogueRef;
use crate::enterprise::Enterprise;
use crate::hazard::Hazard;
use crate::month::answer::{Answer, Mark, expires};
use crate::month::figures::MonthFacts;
use crate::month::screening::{self, Screening};
use crate::value::code::codes;
use crate::value::day::Day;
use crate::value::period::{Period, Span};

/// How this month's report relates to what was sealed before.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Lineage {
    /// Revision of the report that will be sealed, from 1.
    pub revision: u32,
    /// The sealed document that a correction replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<Sha256>,
    /// Why the month is corrected; empty in a first version. Stays on this device and on its paper.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The office's return that the correction answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers_return: Option<Sha256>,
    /// The month as it was signed, for as long as its correction can be given up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<Box<MonthDraft>>,
    /// Last month's sealed document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Previous>,
    /// Why there is no previous document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_previous: Option<NoPrevious>,
}

/// Link to an earlier sealed document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Previous {
    /// Its period.
    pub period: Period,
    /// SHA-256 of its canonical form.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: Sha256,
}

/// Why a report names no predecessor.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoPrevious {
    /// It is the first one.
    First,
    /// The earlier file is lost.
    Lost,
    /// Filled in on another device than before.
    NewDevice,
}

codes! { read NoPrevious { First = "first", Lost = "lost", NewDevice = "new_device" } }

/// A month in work.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MonthDraft {
    /// The month.
    pub period: Period,
    /// Invented data for trying the program out; can never become a real report.
    #[serde(default)]
    pub demo: bool,
    /// The catalogue the answers belong to.
    #[serde(default)]
    pub catalogue: CatalogueRef,
    /// Answers by item id.
    ///
    /// Those of items that do not apply at present are kept and come back with the item.
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
    /// Answers to the points of the high-risk areas, by point id.
    #[serde(default)]
    pub points: BTreeMap<String, Answer>,
    /// Counts of P1–P3 by `area.P1`; only `done` and `total` are used.
    #[serde(default)]
    pub rates: BTreeMap<String, Answer>,
    /// The ledger: everything open and everything closed in this period or later.
    #[serde(default)]
    pub hazards: Vec<Hazard>,
    /// Facts and figures of the month.
    #[serde(default)]
    pub month: MonthFacts,
    /// Answers to the criteria for major hazards, by criterion id.
    #[serde(default, skip_serializing_if = "Screening::is_empty")]
    pub screening: Screening,
    /// The preparer of the report; empty means the safety officer.
    #[serde(default)]
    pub preparer: String,
    /// Relation to sealed documents.
    #[serde(default)]
    pub lineage: Lineage,
    /// Last month's answers to what is asked anew, by id, to be shown beside the question.
    ///
    /// They count for nothing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub before: BTreeMap<String, Answer>,
    /// The highest number ever given to a hazard of this period that was deleted since; else 0.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub deleted_hazard: u32,
}

/// The effect of another edition on a month that was begun with an earlier one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Adoption {
    /// Items, points and cells whose answers were taken over and must be confirmed.
    ///
    /// Their question may read differently now.
    pub to_confirm: Vec<String>,
    /// Ids that the new edition does not have. Their answers stay in the draft, out of sight.
    pub gone: Vec<String>,
}

impl MonthDraft {
    /// Moves the month to another edition of the catalogue; `None` when it is on it already.
    pub fn adopt(&mut self, catalogue: &Catalogue, reference: &CatalogueRef) -> Option<Adoption> {
        if self.catalogue == *reference {
            return None;
        }
        self.catalogue = reference.clone();
        let cells = catalogue
            .areas
            .iter()
            .flat_map(|area| area.targets.iter().map(|target| Self::rate_key(&area.id, target.code)));
        let known: std::collections::BTreeSet<String> = catalogue
            .items()
            .map(|item| item.id.clone())
            .chain(catalogue.points().map(|point| point.id.clone()))
            .chain(cells)
            .collect();
        let mut adoption = Adoption::default();
        for (id, answer) in self.answers.iter_mut().chain(&mut self.points).chain(&mut self.rates) {
            if !known.contains(id) {
                adoption.gone.push(id.clone());
            } else if !answer.is_blank() {
                answer.carried = true;
                answer.other_edition = true;
                adoption.to_confirm.push(id.clone());
            }
        }
        let (here, gone): (Vec<_>, Vec<_>) = self
            .screening
            .iter_mut()
            .filter(|(_, screened)| screened.finding.is_some())
            .partition(|(id, _)| catalogue.criterion(id).is_some());
        adoption.gone.extend(gone.into_iter().map(|(id, _)| id.clone()));
        for (id, screened) in here {
            screened.carried = true;
            screened.other_edition = true;
            adoption.to_confirm.push(id.clone());
        }
        Some(adoption)
    }

    /// An empty month.
    pub fn new(period: Period, catalogue: CatalogueRef) -> Self {
        Self {
            period,
            demo: false,
            catalogue,
            answers: BTreeMap::new(),
            points: BTreeMap::new(),
            rates: BTreeMap::new(),
            hazards: Vec::new(),
            month: MonthFacts::default(),
            screening: Screening::new(),
            preparer: String::new(),
            lineage: Lineage { revision: 1, no_previous: Some(NoPrevious::First), ..Lineage::default() },
            before: BTreeMap::new(),
            deleted_hazard: 0,
        }
    }

    /// The month after this one; `sealed` is the SHA-256 of this month's sealed document, if there is one.
    ///
    /// Answers to quarterly, yearly and event questions are taken over unconfirmed while they have not expired; monthly
    /// ones are asked afresh. Counts of the areas and answers to points are taken over unconfirmed. Open hazards, and
    /// those closed but not yet appraised, roll over.
    pub fn following(
        &self,
        catalogue: &Catalogue,
        reference: CatalogueRef,
        enterprise: &Enterprise,
        sealed: Option<Sha256>,
    ) -> Self {
        let period = self.period.next();
        let begin = period.span(enterprise.rhythm).from;
        let profile = enterprise.profile(catalogue);
        let mut next = Self::new(period, reference);
        next.demo = self.demo;
        next.preparer.clone_from(&self.preparer);
        for item in catalogue.items() {
            let Some(answer) = self.answers.get(&item.id) else { continue };
            let interval = if item.this_month { Interval::Month } else { item.interval_for(&profile) };
            if let Some(carried) = carry(answer, interval, begin) {
                next.answers.insert(item.id.clone(), carried);
            } else if !item.this_month {
                next.remember(&item.id, answer);
            }
        }
        let points: BTreeMap<&str, &Point> = catalogue.points().map(|point| (point.id.as_str(), point)).collect();
        for (id, answer) in &self.points {
            let point = points.get(id.as_str());
            let this_month = point.is_some_and(|point| point.this_month);
            let interval = if this_month { Some(Interval::Month) } else { point.and_then(|point| point.interval) };
            if let Some(carried) = carry(answer, interval.unwrap_or(Interval::Event), begin) {
                next.points.insert(id.clone(), carried);
            } else if !this_month {
                next.remember(id, answer);
            }
        }
        for (id, answer) in &self.rates {
            if let Some(carried) = carry(answer, Interval::Event, begin) {
                next.rates.insert(id.clone(), carried);
            }
        }
        next.hazards =
            self.hazards.iter().filter(|hazard| hazard.is_open() || hazard.appraised_on.is_none()).cloned().collect();
        next.screening = screening::carry(&self.screening);
        if self.catalogue != next.catalogue {
            let carried = next.answers.values_mut().chain(next.points.values_mut()).chain(next.rates.values_mut());
            carried.for_each(|answer| answer.other_edition = true);
            next.screening.values_mut().for_each(|screened| screened.other_edition = true);
        }
        next.lineage.previous = sealed.map(|sha256| Previous { period: self.period, sha256 });
        next.lineage.no_previous = if next.lineage.previous.is_some() { None } else { Some(NoPrevious::Lost) };
        next
    }

    /// Keeps an answer that is asked anew for showing; one that said nothing is not kept.
    fn remember(&mut self, id: &str, answer: &Answer) {
        if !answer.is_blank() && answer.mark != Some(Mark::Unsure) && answer.confirmed_on.is_some() {
            self.before.insert(id.to_owned(), answer.clone());
        }
    }

    /// A correction of this month after it was sealed as `sealed` (SHA-256): same content, next revision.
    ///
    /// `answers_return` is the return that it answers, by its SHA-256.
    pub fn correction(&self, sealed: Sha256, reason: String, answers_return: Option<Sha256>) -> Self {
        let mut corrected = self.clone();
        let mut signed = self.clone();
        // One step back is enough: what a correction corrects is a sealed document of its own.
        signed.lineage.signed = None;
        corrected.lineage = Lineage {
            revision: self.lineage.revision.saturating_add(1),
            supersedes: Some(sealed),
            reason,
            answers_return,
            signed: Some(Box::new(signed)),
            ..self.lineage.clone()
        };
        corrected
    }

    /// The month as it was signed, when its correction is given up; `None` while nothing is corrected.
    ///
    /// Numbers that hazards were given meanwhile stay given.
    pub fn given_up(&self) -> Option<Self> {
        let signed = self.lineage.signed.as_deref()?;
        let given = highest_hazard(self.period, &self.hazards).max(self.deleted_hazard);
        Some(Self { deleted_hazard: given.max(signed.deleted_hazard), ..signed.clone() })
    }

    /// Key of the counts of one cell in [`MonthDraft::rates`].
    pub fn rate_key(area: &str, code: TargetCode) -> String {
        format!("{area}.{code}")
    }

    /// A number for a new hazard, one above the highest that was ever given in this period.
    ///
    /// The number of a deleted hazard may stand on paper already and must not come to mean another one.
    pub fn next_hazard_id(&self) -> String {
        let highest = highest_hazard(self.period, &self.hazards).max(self.deleted_hazard);
        hazard_id(self.period, highest + 1)
    }

    /// Days of the period for this enterprise.
    pub fn span(&self, enterprise: &Enterprise) -> Span {
        self.period.span(enterprise.rhythm)
    }
}

/// The name of the hazard of this number.
fn hazard_id(period: Period, number: u32) -> String {
    format!("{period}-{number:02}")
}

/// The highest number among the hazards of this period; 0 when there is none.
pub fn highest_hazard(period: Period, hazards: &[Hazard]) -> u32 {
    hazards.iter().filter_map(|hazard| number_of(period, &hazard.id)).max().unwrap_or(0)
}

/// The number of a hazard of this period; `None` for one of another.
fn number_of(period: Period, id: &str) -> Option<u32> {
    id.strip_prefix(&format!("{period}-"))?.parse().ok()
}

/// The highest number given, once the hazard `id` is taken back as if it had never been opened.
///
/// Its number can be given again if none was given after it.
pub fn without_hazard(period: Period, highest: u32, id: &str) -> u32 {
    if number_of(period, id) == Some(highest) { highest.saturating_sub(1) } else { highest }
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// The answer as the next period begins with it, or `None` when it must be asked afresh.
fn carry(answer: &Answer, interval: Interval, begin: Day) -> Option<Answer> {
    if answer.is_blank() || answer.ask_again || answer.mark == Some(Mark::Unsure) || interval == Interval::Month {
        return None;
    }
    let confirmed = answer.confirmed_on?;
    if expires(confirmed, interval).is_some_and(|day| day <= begin) {
        return None;
    }
    Some(Answer { carried: true, ..answer.clone() })
}

#[cfg(test)]
mod tests {
    use anziping_catalog::Kind;

    use super::*;
    use crate::month::answer::Validity;

    #[test]
    fn another_edition_keeps_every_answer_and_asks_for_confirmation() {
        let catalogue = crate::edition::builtin::catalogue().unwrap();
        let reference = crate::edition::builtin::reference().unwrap();
        let mut draft = MonthDraft::new(Period::parse("2026-11").unwrap(), CatalogueRef::default());
        let yes = Answer { mark: Some(Mark::Yes), confirmed_on: Day::new(2026, 11, 20), ..Answer::default() };
        draft.answers = BTreeMap::from([
            ("Z01".to_owned(), yes.clone()),
            ("Q99".to_owned(), yes.clone()),
            ("Z04".to_owned(), Answer::default()),
        ]);
        draft.points.insert("hot-work.P1.1".into(), yes);
        let adoption = draft.adopt(catalogue, &reference).unwrap();
        assert_eq!(adoption.to_confirm, ["Z01", "hot-work.P1.1"]);
        assert_eq!(adoption.gone, ["Q99"]);
        assert!(draft.answers.contains_key("Q99"), "nothing is thrown away");
        assert!(draft.answers["Z01"].carried);
        let lasts = Validity { interval: Some(Interval::Year), end: Day::new(2026, 11, 30).unwrap() };
        assert!(draft.answers["Z01"].status_within(Kind::YesNo, lasts).is_carried(), "it is asked, not standing");
        assert_eq!(draft.adopt(catalogue, &reference), None, "once is enough");
    }
}
