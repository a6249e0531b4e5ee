//! Finds enterprises without a report for the month, and what they sent instead.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::desk::{Accepted, Judged, Verdict};
use super::intake::{Checked, Found};
use crate::registry::Registry;
use crate::value::code::codes;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// Why what an enterprise sent for the month does not count.
///
/// Of several files, the one that came nearest to counting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// No file of this month.
    Nothing,
    /// A file that is refused and bears its code in its name, which anybody can write.
    Refused,
    /// A demonstration.
    Demo,
    /// A report under a key that does not fit.
    Mismatched,
    /// Two reports of different content.
    Forked,
    /// A report under a key that is not registered.
    Unregistered,
}

codes! {
    Came {
        Nothing = "nothing",
        Refused = "refused",
        Demo = "demo",
        Mismatched = "mismatched",
        Forked = "forked",
        Unregistered = "unregistered",
    }
}

/// Why no report is expected of an enterprise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Excuse {
    /// 停产.
    Stopped,
    /// 注销.
    Deregistered,
    /// 免报.
    Exempt,
}

codes! { read Excuse { Stopped = "stopped", Deregistered = "deregistered", Exempt = "exempt" } }

impl Excuse {
    crate::listed! {
        /// All, in the order in which they are offered.
        pub ALL: Stopped, Deregistered, Exempt
    }
}

/// A time in which no report is expected of an enterprise. It may have several, one after the other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Excused {
    /// The enterprise.
    pub uscc: UnifiedCode,
    /// Why none is expected.
    pub why: Excuse,
    /// From this day on; the month it lies in is the first without a report.
    pub since: Day,
    /// Until this day; `None` while it goes on.
    ///
    /// The month in which the enterprise goes on is one with a report again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

impl Excused {
    /// Returns whether no report is expected of a month that ends on this day.
    pub fn covers(&self, end: Day) -> bool {
        self.since <= end && self.until.is_none_or(|until| until >= end)
    }
}

/// The reports that an office expects, and those that it has.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The enterprises that must report.
    pub registry: &'a Registry,
    /// The reports that were taken in on any day.
    pub accepted: &'a [Accepted],
    /// The enterprises that need not report.
    pub excused: &'a [Excused],
}

/// An enterprise of the registry whose report does not lie at the desk as a trusted one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Absent {
    /// 统一社会信用代码.
    pub uscc: UnifiedCode,
    /// Registered name.
    pub name: String,
    /// How it stands.
    pub standing: RollCall,
    /// The reports that came and do not count.
    pub came: Came,
}

/// How the report of an enterprise stands that is not at the desk.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RollCall {
    /// Nothing came, and nothing was taken in earlier: 未交.
    NotSent,
    /// Something came that does not count.
    Uncounted,
    /// It was taken in, on this day as far as it is known, and its file is not among those of today.
    TakenIn(Option<Day>),
    /// None is expected, since this day.
    Excused(Excuse, Day),
}

/// The enterprises of the registry without a trusted report of `period` at the desk.
///
/// Those who sent nothing first, each group in the order of the registry.
pub fn absent(period: Period, expected: &Expected<'_>, inbox: &[Checked], judged: &[Judged]) -> Vec<Absent> {
    let came = what_came(period, expected.registry, inbox, judged);
    let accepted = expected.accepted.iter().filter(|accepted| accepted.period == period);
    let accepted: BTreeMap<&UnifiedCode, Option<Day>> =
        accepted.map(|accepted| (&accepted.uscc, accepted.received_on)).collect();
    let end = period.span(Default::default()).to;
    let excused = expected.excused.iter().filter(|one| one.covers(end));
    let excused: BTreeMap<&UnifiedCode, &Excused> = excused.map(|one| (&one.uscc, one)).collect();
    let row = |uscc: &UnifiedCode, name: &str| {
        let came = match came.get(uscc) {
            Some(None) => return None,
            Some(Some(came)) => *came,
            None => Came::Nothing,
        };
        let standing = match (accepted.get(uscc), excused.get(uscc), came) {
            (Some(received_on), ..) => RollCall::TakenIn(*received_on),
            (None, Some(one), Came::Nothing) => RollCall::Excused(one.why, one.since),
            (None, None, Came::Nothing) => RollCall::NotSent,
            (None, ..) => RollCall::Uncounted,
        };
        Some(Absent { uscc: uscc.clone(), name: name.to_owned(), standing, came })
    };
    let enterprises = expected.registry.enterprises.iter();
    let mut rows: Vec<Absent> = enterprises.filter_map(|enterprise| row(&enterprise.uscc, &enterprise.name)).collect();
    rows.sort_by_key(|absent| match absent.standing {
        RollCall::NotSent => 0,
        RollCall::Uncounted => 1,
        RollCall::TakenIn(_) => 2,
        RollCall::Excused(..) => 3,
    });
    rows
}

/// Finds by enterprise the best of what came; `None` where a trusted report is here.
fn what_came<'a>(
    period: Period,
    registry: &'a Registry,
    inbox: &'a [Checked],
    judged: &[Judged],
) -> BTreeMap<&'a UnifiedCode, Option<Came>> {
    let mut all: BTreeMap<&UnifiedCode, Option<Came>> = BTreeMap::new();
    let mut note = |uscc: &'a UnifiedCode, came: Option<Came>| {
        let best = all.entry(uscc).or_insert(came);
        *best = match (*best, came) {
            (Some(one), Some(other)) => Some(one.max(other)),
            _ => None,
        };
    };
    for (checked, judged) in inbox.iter().zip(judged) {
        match &checked.found {
            Found::Report(found) if found.report.period == period => {
                let came = match judged.verdict {
                    Verdict::Trusted => None,
                    Verdict::Unregistered => Some(Came::Unregistered),
                    Verdict::Forked { .. } => Some(Came::Forked),
                    Verdict::Mismatched { .. } => Some(Came::Mismatched),
                    Verdict::Demo => Some(Came::Demo),
                    // Another file stands for it.
                    _ => continue,
                };
                note(&found.report.enterprise.uscc, came);
            }
            Found::Rejected(_) => {
                let named = registry.enterprises.iter().map(|enterprise| &enterprise.uscc);
                let named = named.into_iter().find(|uscc| checked.file_name.contains(uscc.as_str()));
                named.into_iter().for_each(|uscc| note(uscc, Some(Came::Refused)));
            }
            _ => {}
        }
    }
    all
}
