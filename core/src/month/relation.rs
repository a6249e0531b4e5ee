//! Evaluates the relations of the check list: answers that follow from others, figures that are counts.
//!
//! Points and criteria that are answered elsewhere, figures that are counts of an item.

use anziping_catalog::{Answered, Follows, Item, Listed, Met, Point, Related, Said, TargetCode};

use crate::hazard::{Hazard, Ledger};
use crate::month::answer::{Level, Reading, Status};
use crate::month::assessment::Assessment;
use crate::month::figures::{MonthFacts, MonthField};
use crate::month::screening::{Looked, Outcome};
use crate::value::rate::Rate;

/// How fresh an answer is; an answer that follows from several is as fresh as the least fresh.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Freshness {
    Now,
    Standing,
    Carried,
}

/// The answer to one condition of a relation: whether it holds, and how fresh that is.
#[derive(Clone, Copy)]
struct Heard {
    holds: bool,
    freshness: Freshness,
}

impl Heard {
    fn now(holds: bool) -> Self {
        Self { holds, freshness: Freshness::Now }
    }
}

impl<'a> Assessment<'a> {
    /// The criteria that can apply, in the order of the catalogue.
    ///
    /// An article that does not apply is asked once and not for each of its criteria: most are of other industries.
    pub fn criteria(&self) -> impl Iterator<Item = Listed<'a>> + '_ {
        let parts = self.catalogue.criteria.iter().flat_map(|set| set.parts.iter().map(move |part| (set, part)));
        parts.filter(|(_, part)| part.applies.holds(&self.profile)).flat_map(|(set, part)| {
            let criteria = part.criteria.iter().filter(|criterion| criterion.applies.holds(&self.profile));
            criteria.map(move |criterion| Listed { set, part, criterion })
        })
    }

    /// The outcome of a criterion; `None` if it is unknown.
    pub fn looked(&self, listed: Listed<'a>) -> Option<Looked<'a>> {
        if let Some(looked) = self.answered_by_item(listed) {
            return Some(looked);
        }
        let screened = self.answers.criterion(&listed.criterion.id)?;
        Some(Looked { outcome: screened.outcome(listed.criterion), carried: screened.carried, item: None })
    }

    /// Returns whether failing this item is itself a major accident hazard for this enterprise.
    pub fn is_vetoed(&self, item: &Item) -> bool {
        let veto = item.veto.as_ref().filter(|veto| veto.when.holds(&self.profile));
        veto.zip(self.met(item)).is_some_and(|(veto, met)| veto.on.fires(met))
    }

    /// Tells how far an item is met; `None` without an answer.
    fn met(&self, item: &Item) -> Option<Met> {
        Some(match self.status(item).reading()? {
            Reading::Level(Level::Partly) => Met::Partly,
            Reading::Level(Level::No) => Met::Not,
            reading if reading.is_met() => Met::Fully,
            _ => Met::Partly,
        })
    }

    /// The outcome of a criterion by the item that asks the same; `None` if it is asked by itself.
    fn answered_by_item(&self, listed: Listed<'a>) -> Option<Looked<'a>> {
        let criterion = listed.criterion;
        let item = self.catalogue.item(&criterion.item).filter(|_| criterion.same)?;
        if !item.applies.holds(&self.profile) {
            return None;
        }
        let status = self.status(item);
        let outcome = match status {
            Status::Unanswered | Status::Faulty(_) => Outcome::Unchecked,
            Status::Unsure => Outcome::Undecided,
            _ if status.is_excluded() => Outcome::NotInvolved,
            _ if self.is_vetoed(item) => Outcome::Suspected,
            // The answer is only a sign: somebody has to look at the criterion itself.
            _ if self.is_led(item, &criterion.id) => return None,
            _ => Outcome::Clear,
        };
        Some(Looked { outcome, carried: status.is_carried(), item: Some(item) })
    }

    /// Returns whether the answer to an item is a sign of this criterion.
    fn is_led(&self, item: &Item, criterion: &str) -> bool {
        item.lead.as_ref().is_some_and(|lead| {
            let named = lead.criteria.iter().any(|id| id == criterion);
            named && lead.when.holds(&self.profile) && self.met(item).is_some_and(|met| lead.on.fires(met))
        })
    }

    /// The criteria that are 疑似, in the order of the catalogue.
    pub fn suspected(&self) -> Vec<Listed<'a>> {
        let is_suspected =
            |listed: &Listed<'a>| self.looked(*listed).is_some_and(|looked| looked.outcome == Outcome::Suspected);
        self.criteria().filter(is_suspected).collect()
    }

    /// The open major hazard that stands for a criterion.
    ///
    /// Opened from it, or from the item on the same matter.
    pub fn record_of(&self, listed: Listed<'_>) -> Option<&'a Hazard> {
        let criterion = listed.criterion;
        let open = || self.hazards.iter().filter(|hazard| hazard.is_major() && hazard.is_open_on(self.span.to));
        // One that was opened from a criterion of the same item stands for that one.
        let of_another = |hazard: &Hazard| {
            self.catalogue.criterion(&hazard.lead).is_some_and(|other| other.criterion.item == criterion.item)
        };
        let by_item =
            |hazard: &&Hazard| !criterion.item.is_empty() && hazard.item == criterion.item && !of_another(hazard);
        open().find(|hazard| hazard.lead == criterion.id).or_else(|| open().find(by_item))
    }

    /// The answer to a point that follows from others; `None` where it is asked.
    pub fn derived(&self, point: &Point) -> Option<Status> {
        if !point.same.is_empty()
            && let Some(item) = self.catalogue.item(&point.same).filter(|item| item.applies.holds(&self.profile))
        {
            return Some(self.status(item));
        }
        point.follows.iter().find_map(|follows| self.followed(follows))
    }

    /// Ids of the answers from which that of a point follows now; empty where it is asked.
    pub fn sources<'p>(&self, point: &'p Point) -> Vec<&'p str> {
        if self.catalogue.item(&point.same).is_some_and(|item| item.applies.holds(&self.profile)) {
            return vec![&point.same];
        }
        let follows = point.follows.iter().find(|follows| self.followed(follows).is_some());
        follows.map_or_else(Vec::new, |follows| follows.of.iter().map(String::as_str).collect())
    }

    fn followed(&self, follows: &Follows) -> Option<Status> {
        let heard: Vec<Heard> = follows
            .of
            .iter()
            .filter_map(|id| self.catalogue.related(id))
            .filter(|related| self.concerns(*related))
            .map(|related| self.hears(related, follows.on))
            .collect();
        let holding = || heard.iter().filter(|heard| heard.holds);
        let holds = match follows.on {
            Said::Met | Said::Clear => !heard.is_empty() && heard.iter().all(|heard| heard.holds),
            _ => holding().next().is_some(),
        };
        let freshness = holding().map(|heard| heard.freshness).max().filter(|_| holds)?;
        let reading = Reading::Level(match follows.answer {
            Answered::Yes => Level::Yes,
            Answered::Partly => Level::Partly,
            Answered::No => Level::No,
        });
        Some(match freshness {
            Freshness::Now => Status::Answered(reading),
            Freshness::Standing => Status::Standing(reading),
            Freshness::Carried => Status::Carried(reading),
        })
    }

    /// Returns whether an answer is asked of the enterprise at all.
    fn concerns(&self, related: Related<'_>) -> bool {
        match related {
            Related::Item(item) => item.applies.holds(&self.profile),
            Related::Point(area, point) => {
                self.profile.facts.contains(&area.fact) && point.applies.holds(&self.profile)
            }
            Related::Counts(area, _) => self.profile.facts.contains(&area.fact),
            Related::Criterion(listed) => listed.applies(&self.profile),
            Related::Month(_) | Related::Ledger(_) | Related::Fact(_) => true,
        }
    }

    /// Returns whether the thing of this id is asked of the enterprise, and `on` holds of its answer.
    pub(super) fn says(&self, id: &str, on: Said) -> bool {
        let related = self.catalogue.related(id).filter(|related| self.concerns(*related));
        related.is_some_and(|related| self.hears(related, on).holds)
    }

    fn hears(&self, related: Related<'_>, on: Said) -> Heard {
        match related {
            Related::Item(item) => heard(self.status(item), on),
            Related::Point(_, point) => heard(self.point_status(point), on),
            Related::Counts(area, TargetCode::P4) => {
                let hazards = self.hazards.iter().filter(|hazard| hazard.area == area.id);
                let Ledger { due, due_on_time, .. } = Ledger::of(hazards, self.span);
                Heard::now((due == due_on_time) == (on == Said::Met))
            }
            Related::Counts(area, code) => heard(self.rate_status(&area.id, code), on),
            Related::Criterion(listed) => {
                let Some(looked) =
                    self.catalogue.criterion(&listed.criterion.id).and_then(|listed| self.looked(listed))
                else {
                    return Heard::now(false);
                };
                let holds = match on {
                    Said::Suspected => looked.outcome == Outcome::Suspected,
                    Said::Clear => looked.outcome.is_checked() && looked.outcome != Outcome::Suspected,
                    _ => false,
                };
                Heard { holds, freshness: if looked.carried { Freshness::Carried } else { Freshness::Now } }
            }
            Related::Month(name) => {
                let figure = MonthField::parse(name).and_then(|field| self.figure(field));
                Heard::now(figure.is_some_and(|figure| (figure > 0) == (on == Said::Some)))
            }
            Related::Ledger(name) => {
                let figure = figure_of(&Ledger::of(self.hazards, self.span), name);
                Heard::now(figure.is_some_and(|figure| (figure > 0) == (on == Said::Some)))
            }
            Related::Fact(fact) => Heard::now(self.profile.facts.contains(&fact.id) == (on == Said::Some)),
        }
    }

    /// A figure of the month: the count of the item that has it, else as typed.
    pub fn figure(&self, field: MonthField) -> Option<u64> {
        match self.counted_by(field) {
            Some((item, part)) => self.counts_of(item).map(|rate| part.of(rate).into()),
            None => self.answers.figure(field),
        }
    }

    /// The item whose counts a figure of the month is, and which of the two.
    pub fn counted_by(&self, field: MonthField) -> Option<(&'a Item, RatioPart)> {
        self.catalogue.items().find_map(|item| {
            let figures = item.figures.filter(|_| item.applies.holds(&self.profile))?;
            if MonthField::from(figures.done) == field {
                Some((item, RatioPart::Done))
            } else {
                (MonthField::from(figures.total) == field).then_some((item, RatioPart::Total))
            }
        })
    }

    /// The figures of the month with the counts of items in their places, whatever was typed there.
    pub fn month_facts(&self, typed: &MonthFacts) -> MonthFacts {
        let mut facts = typed.clone();
        for field in MonthField::ALL.iter().copied().filter(|field| self.counted_by(*field).is_some()) {
            facts.set_text(field, self.figure(field).map_or_else(String::new, |figure| figure.to_string()));
        }
        facts
    }

    fn counts_of(&self, item: &Item) -> Option<Rate> {
        match self.status(item).reading()? {
            Reading::Ratio { done, total } => Some(Rate { done, total }),
            Reading::NoCase => Some(Rate { done: 0, total: 0 }),
            Reading::Level(_) => None,
        }
    }
}

/// One of the two counts of a ratio.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RatioPart {
    /// The numerator.
    Done,
    /// The denominator.
    Total,
}

impl RatioPart {
    fn of(self, rate: Rate) -> u32 {
        match self {
            Self::Done => rate.done,
            Self::Total => rate.total,
        }
    }
}

fn heard(status: Status, on: Said) -> Heard {
    let met = status.reading().map(Reading::is_met);
    let holds = match on {
        Said::Met => met == Some(true),
        Said::Unmet => met == Some(false),
        Said::No => status.reading() == Some(Reading::Level(Level::No)),
        Said::Unsure => status == Status::Unsure,
        Said::Suspected | Said::Clear | Said::Some | Said::None => false,
    };
    let freshness = match status {
        _ if status.is_carried() => Freshness::Carried,
        _ if status.is_standing() => Freshness::Standing,
        _ => Freshness::Now,
    };
    Heard { holds, freshness }
}

/// A figure of the ledger by its name in relations.
fn figure_of(ledger: &Ledger, name: &str) -> Option<u32> {
    Some(match name {
        "added" => ledger.added,
        "closed" => ledger.closed,
        "open" => ledger.open,
        "open_major" => ledger.open_major,
        "overdue" => ledger.overdue,
        "uncontrolled" => ledger.uncontrolled,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use anziping_catalog::{LEDGER_FIGURES, MONTH_FIGURES};

    use super::figure_of;
    use crate::hazard::Ledger;
    use crate::month::figures::{FieldKind, MonthField};

    #[test]
    fn every_figure_that_relations_may_name_is_a_number_of_the_month_or_the_ledger() {
        for name in MONTH_FIGURES {
            let kind = MonthField::parse(name).map(MonthField::kind);
            assert!(matches!(kind, Some(FieldKind::Count | FieldKind::Yuan)), "{name}");
        }
        for name in LEDGER_FIGURES {
            assert!(figure_of(&Ledger::default(), name).is_some(), "{name}");
        }
    }
}
