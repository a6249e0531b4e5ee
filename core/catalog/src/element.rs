//! The eight elements of GB/T 33000-2016 and their check items.

use serde::{Deserialize, Serialize};

use crate::{Citation, Computed, Figures, Kind, Lead, Rule, Veto};

/// One of the eight first-level elements, such as 5.1 目标职责.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// 1 to 8; clause 5.n of GB/T 33000-2016.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 8)))]
    pub number: u8,
    /// Clause of the standard: `5.1`.
    pub clause: String,
    /// Name of the element: 目标职责.
    pub name: String,
    /// Share of the total score; the weights of all elements add up to 100.
    pub weight: u32,
    /// Second- and third-level clauses that items are filed under.
    pub sub_elements: Vec<SubElement>,
    /// The check items, in the order they are asked.
    pub items: Vec<Item>,
}

/// A second- or third-level clause of an element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubElement {
    /// Clause below the element's: `5.1.1`.
    pub clause: String,
    /// Its name: 目标.
    pub name: String,
}

/// One question put to the enterprise, phrased so that 是 or 100 % is the good answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable id, one to three capitals and two to four digits: `Z01`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Z]{1,3}[0-9]{2,4}$")))]
    pub id: String,
    /// Clause of a sub-element of the element the item stands in.
    pub sub_element: String,
    /// The question in plain words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 300)))]
    pub question: String,
    /// How to check it on the spot.
    pub how: String,
    /// What to show as evidence.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub evidence: Vec<String>,
    /// Legal basis; at least one place.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub basis: Vec<Citation>,
    /// How it is answered.
    pub kind: Kind,
    /// What the numerator counts (已签人数); empty unless the kind is `ratio`.
    pub done_label: String,
    /// What the denominator counts (在岗人数); empty unless the kind is `ratio`.
    pub total_label: String,
    /// How long an answer stays good, unless a case of `interval_when` holds.
    pub interval: Interval,
    /// Other intervals for some enterprises; the first case whose rule holds wins.
    pub interval_when: Vec<IntervalCase>,
    /// Weight within the element, 1 to 5.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))]
    pub weight: u32,
    /// Set where failing the item is itself a listed major accident hazard (重大事故隐患).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub veto: Option<Veto>,
    /// Set where a bad answer is only a sign of a listed hazard, which somebody has to look at on the spot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Lead>,
    /// Set where a ledger, a register or the screening has the counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Computed>,
    /// Set where the counts are also figures of the month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<Figures>,
    /// What is kept for the item in the register of documents (操作规程); empty where nothing is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub documents: String,
    /// Set where it speaks of this month, so that last month's answer says nothing and is not offered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub this_month: bool,
    /// Set where the denominator is everybody who works there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_workers: bool,
    /// To whom the item applies.
    pub applies: Rule,
    /// Limits of the scope in words, where a rule cannot say it; may be empty.
    pub scope_note: String,
}

impl Item {
    /// The interval for this enterprise: that of the first case which holds, else the usual one.
    pub fn interval_for(&self, facts: &dyn crate::Facts) -> Interval {
        self.interval_when.iter().find(|case| case.when.holds(facts)).map_or(self.interval, |case| case.interval)
    }

    /// Returns whether the screening ought to count for this item and lacks criteria of this enterprise.
    pub fn is_counted_by_hand(&self, facts: &dyn crate::Facts) -> bool {
        let given = self.computed.as_ref().filter(|computed| computed.is_given());
        self.applies.holds(facts) && given.is_some_and(|computed| !computed.when.holds(facts))
    }
}

/// How often an item is asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Interval {
    /// Each month.
    Month,
    /// Each quarter; carried forward between.
    Quarter,
    /// Each year; carried forward between.
    Year,
    /// When the event it speaks of happens (a new building, a change of process).
    Event,
}

/// An interval that differs for some enterprises: mines check monthly what others check quarterly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IntervalCase {
    /// For whom.
    pub when: Rule,
    /// Their interval.
    pub interval: Interval,
}

#[cfg(test)]
mod tests {
    use super::{Interval, Item};
    use crate::{Facts, sample};

    struct Staff(u32);

    impl Facts for Staff {
        fn is(&self, _: &str) -> bool {
            false
        }

        fn workers(&self) -> u32 {
            self.0
        }
    }

    #[test]
    fn the_first_case_that_holds_sets_the_interval() {
        let mut json = sample::json()["elements"][0]["items"][0].clone();
        json["interval_when"] = serde_json::json!([
            { "when": "workers > 300", "interval": "month" },
            { "when": "workers > 100", "interval": "quarter" },
        ]);
        let item: Item = serde_json::from_value(json).expect("an item");
        assert_eq!(item.interval_for(&Staff(301)), Interval::Month);
        assert_eq!(item.interval_for(&Staff(101)), Interval::Quarter);
        assert_eq!(item.interval_for(&Staff(100)), Interval::Year);
    }
}
