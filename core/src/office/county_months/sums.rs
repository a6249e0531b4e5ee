//! A month of all offices.

use std::collections::BTreeMap;

use super::followed::CountyHazard;
use super::standing::{County, StreetMonth};
use crate::document::office_month::{HazardEnd, MonthSums, RowReport};
use crate::office::matters::HarmTotals;
use crate::office::rollup::{Adding, MajorHazard, Totals};
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// A month of all offices, added up from their rows.
#[derive(Clone, PartialEq, Debug)]
pub struct CountySums<'a> {
    /// The month.
    pub period: Period,
    /// The offices in the order of the list.
    pub streets: Vec<StreetRow<'a>>,
    /// The sums of the months that count.
    pub sums: MonthSums,
    /// Scores, elements, targets and hazards as one desk with all the reports would have them.
    pub figures: Totals,
    /// Major hazards from month to month.
    pub hazards: Vec<CountyHazard>,
    /// The matters that the government is asked to settle.
    pub help: Vec<HelpRow<'a>>,
    /// Enterprises that stand on the lists of several offices, so that they may be counted twice.
    pub twice: Vec<ListedTwice<'a>>,
}

/// One office in the month.
#[derive(Clone, PartialEq, Debug)]
pub struct StreetRow<'a> {
    /// Its name.
    pub office: &'a str,
    /// Whether a key of it is registered.
    pub has_key: bool,
    /// How its month stands.
    pub month: StreetMonth<'a>,
    /// The scores of its enterprises, when its month counts.
    pub figures: Option<Totals>,
}

/// A request of an enterprise that the government settle something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HelpRow<'a> {
    /// The office.
    pub office: &'a str,
    /// The enterprise.
    pub enterprise: &'a str,
    /// The text of the request.
    pub text: &'a str,
}

/// An enterprise on the lists of several offices.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedTwice<'a> {
    /// 统一社会信用代码.
    pub uscc: &'a UnifiedCode,
    /// Its name on the first list.
    pub name: &'a str,
    /// The offices.
    pub offices: Vec<&'a str>,
}

impl<'a> County<'a> {
    /// Adds up the months of all offices.
    pub fn sums(&self, period: Period) -> CountySums<'a> {
        let (mut sums, mut adding) = (MonthSums::default(), Adding::default());
        let (mut streets, mut help) = (Vec::new(), Vec::new());
        let mut listed: BTreeMap<&UnifiedCode, ListedTwice<'_>> = BTreeMap::new();
        let mut with_figures: BTreeMap<&UnifiedCode, &str> = BTreeMap::new();
        for street in self.streets.iter() {
            let month = self.month_of(&street.office, period);
            let mut figures = None;
            if let StreetMonth::Counts(kept) = &month {
                let mut own = Adding::default();
                sums.add(&kept.document.sums);
                for row in &kept.document.enterprises {
                    let first = ListedTwice { uscc: &row.uscc, name: &row.name, offices: Vec::new() };
                    listed.entry(&row.uscc).or_insert(first).offices.push(&street.office);
                    let Some(report) = row.counted() else { continue };
                    for adding in [&mut own, &mut adding] {
                        adding.add(harm(report), report.figures.as_ref());
                    }
                    if report.figures.is_some() {
                        with_figures.insert(&row.uscc, &row.name);
                    }
                    if !report.help_needed.is_empty() {
                        let text = &report.help_needed;
                        help.push(HelpRow { office: &street.office, enterprise: &row.name, text });
                    }
                }
                figures = Some(own.end());
            }
            streets.push(StreetRow { office: &street.office, has_key: !street.keys.is_empty(), month, figures });
        }
        let hazards = self.followed(period);
        let end = period.span(Default::default()).to;
        let open = hazards.iter().filter(|one| one.hazard.end == HazardEnd::Open && one.unstated.is_none());
        adding.majors(open.filter_map(|one| {
            let deadline = one.hazard.deadlines.last().copied();
            Some(MajorHazard {
                uscc: one.hazard.uscc.clone(),
                enterprise: (*with_figures.get(&one.hazard.uscc)?).to_owned(),
                id: one.hazard.id.clone(),
                place: one.hazard.place.clone(),
                description: one.hazard.description.clone(),
                deadline,
                overdue: deadline.is_some_and(|deadline| deadline < end),
            })
        }));
        let twice = listed.into_values().filter(|one| one.offices.len() > 1).collect();
        CountySums { period, streets, sums, figures: adding.end(), hazards, help, twice }
    }
}

impl CountySums<'_> {
    /// Counts the offices of a standing.
    pub fn count(&self, stands: impl Fn(&StreetMonth<'_>) -> bool) -> usize {
        self.streets.iter().filter(|street| stands(&street.month)).count()
    }
}

fn harm(report: &RowReport) -> HarmTotals {
    HarmTotals {
        accidents: report.accidents,
        deaths: report.deaths,
        serious_injuries: report.serious_injuries,
        minor_injuries: report.minor_injuries,
    }
}
