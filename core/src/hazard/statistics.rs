//! The hazards of a quarter or year, as the statutory table asks for them.
//!
//! 事故隐患排查治理情况统计分析表 (Order 16, article 14), signed by the principal. Its rows and due days stand in a table of
//! the trade; what it counts follows from the ledger alone.

use std::collections::BTreeSet;

use super::{Hazard, Ledger, parse_yuan};
use crate::value::day::{Day, last_of_month};
use crate::value::period::Span;
use crate::value::rate::Rate;

/// When the table is due: a day of the month after the quarter or year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DueDays {
    /// After a quarter.
    pub quarter: u8,
    /// After a year.
    pub year: u8,
}

/// A calendar quarter or year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stretch {
    /// Year, and quarter 1 to 4.
    Quarter(i32, u8),
    /// A whole year.
    Year(i32),
}

impl Stretch {
    /// The quarter and the year that `day` lies in, and those before them.
    pub fn around(day: Day) -> [Self; 4] {
        let (year, quarter) = (day.year(), (day.month() - 1) / 3 + 1);
        let before = if quarter == 1 { Self::Quarter(year - 1, 4) } else { Self::Quarter(year, quarter - 1) };
        [Self::Quarter(year, quarter), before, Self::Year(year), Self::Year(year - 1)]
    }

    /// The quarters of a year, and the year itself.
    pub fn of_year(year: i32) -> [Self; 5] {
        let quarter = |number| Self::Quarter(year, number);
        [quarter(1), quarter(2), quarter(3), quarter(4), Self::Year(year)]
    }

    /// The stretch with this name.
    pub fn parse(code: &str) -> Option<Self> {
        let year = code.split('-').next()?.parse().ok()?;
        Self::of_year(year).into_iter().find(|stretch| stretch.code() == code)
    }

    /// The quarters and years whose table is due from `day` on, within a year, each with its last day.
    pub fn due_from(day: Day, days: DueDays) -> Vec<(Self, Day)> {
        let years = day.year() - 1..=day.year() + 1;
        let quarters = years.clone().flat_map(|year| (1..=4).map(move |quarter| Self::Quarter(year, quarter)));
        let (from, to) = (day, day.plus_months(12));
        let mut due: Vec<(Self, Day)> = quarters
            .chain(years.map(Self::Year))
            .filter_map(|stretch| Some((stretch, stretch.due(days)?)))
            .filter(|(_, due)| from <= *due && *due < to)
            .collect();
        due.sort_by_key(|(_, due)| *due);
        due
    }

    /// The days of the stretch; `None` for a quarter or year the calendar does not have.
    pub fn span(self) -> Option<Span> {
        let (year, first, last) = match self {
            Self::Quarter(year, quarter @ 1..=4) => (year, quarter * 3 - 2, quarter * 3),
            Self::Quarter(..) => return None,
            Self::Year(year) => (year, 1, 12),
        };
        Some(Span { from: Day::new(year, first, 1)?, to: Day::new(year, last, last_of_month(year, last))? })
    }

    /// The last day on which its table is in time.
    pub fn due(self, days: DueDays) -> Option<Day> {
        match self {
            Self::Quarter(year, 4) => Day::new(year + 1, 1, days.quarter),
            Self::Quarter(year, quarter) => Day::new(year, quarter * 3 + 1, days.quarter),
            Self::Year(year) => Day::new(year + 1, 1, days.year),
        }
    }

    /// The name of the stretch in public hooks and calendars: `2026-q4`, `2026`.
    pub fn code(self) -> String {
        match self {
            Self::Quarter(year, quarter) => format!("{year}-q{quarter}"),
            Self::Year(year) => year.to_string(),
        }
    }
}

/// The hazards of one grade in numbers; carried + found − closed = open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GradeCounts {
    /// Open when the stretch began.
    pub carried: u32,
    /// Found or reopened in it.
    pub found: u32,
    /// Closed in it.
    pub closed: u32,
    /// Open at its end.
    pub open: u32,
}

impl GradeCounts {
    fn of<'a>(hazards: impl Iterator<Item = &'a Hazard>, span: Span) -> Self {
        let ledger = Ledger::of(hazards, span);
        Self { carried: ledger.carried, found: ledger.added, closed: ledger.closed, open: ledger.open }
    }

    /// Closed of all there were to put right.
    pub fn put_right(self) -> Rate {
        Rate { done: self.closed, total: self.carried + self.found }
    }
}

/// Major hazards with a plan, by what is settled in it (Order 16, article 15).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Plans {
    /// Major hazards that were open at some time of the stretch.
    pub hazards: u32,
    /// With measures.
    pub measures: u32,
    /// With money set aside.
    pub funds: u32,
    /// With somebody who answers for it.
    pub people: u32,
    /// With a last day.
    pub deadline: u32,
    /// Those with measures that keep people safe until then.
    pub contingency: u32,
}

/// The figures that a row of the table can have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the member of Statistics of the same name")]
pub enum StatisticsFigure {
    GeneralCarried,
    GeneralFound,
    GeneralClosed,
    GeneralPutRight,
    GeneralOpen,
    MajorCarried,
    MajorFound,
    MajorClosed,
    MajorPutRight,
    MajorOpen,
    PlansHazards,
    PlansMeasures,
    PlansFunds,
    PlansPeople,
    PlansDeadline,
    PlansContingency,
    Yuan,
    TenThousandYuan,
}

/// A figure of the table with how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatisticsValue {
    /// So many hazards.
    Count(u32),
    /// So many of a hundred.
    Percent(Rate),
    /// Yuan.
    Yuan(u64),
    /// Yuan, written in units of ten thousand.
    TenThousandYuan(u64),
}

/// The table in numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Statistics {
    /// 一般隐患; those without a grade count here.
    pub general: GradeCounts,
    /// 重大事故隐患.
    pub major: GradeCounts,
    /// The arrangements for the major ones.
    pub plans: Plans,
    /// Yuan set aside for hazards that were open at some time of the stretch.
    pub yuan: u64,
}

impl Statistics {
    /// Counts the hazards of `span`.
    pub fn of(hazards: &[Hazard], span: Span) -> Self {
        let (major, general): (Vec<&Hazard>, Vec<&Hazard>) = hazards.iter().partition(|hazard| hazard.is_major());
        let in_work = |hazard: &&&Hazard| was_open_within(hazard, span);
        let with = |has: fn(&Hazard) -> bool| {
            let count = major.iter().filter(in_work).filter(|hazard| has(hazard)).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        Self {
            general: GradeCounts::of(general.iter().copied(), span),
            major: GradeCounts::of(major.iter().copied(), span),
            plans: Plans {
                hazards: with(|_| true),
                measures: with(|hazard| is_said(&hazard.measures)),
                funds: with(|hazard| is_said(&hazard.funds)),
                people: with(|hazard| is_said(&hazard.owner)),
                deadline: with(|hazard| hazard.deadline.is_some()),
                contingency: with(|hazard| is_said(&hazard.plan)),
            },
            yuan: hazards
                .iter()
                .filter(|hazard| was_open_within(hazard, span))
                .filter_map(|hazard| parse_yuan(&hazard.funds))
                .sum(),
        }
    }

    /// The figure that a row asks for.
    pub fn value(&self, figure: StatisticsFigure) -> StatisticsValue {
        use StatisticsFigure as F;
        use StatisticsValue as V;
        match figure {
            F::GeneralCarried => V::Count(self.general.carried),
            F::GeneralFound => V::Count(self.general.found),
            F::GeneralClosed => V::Count(self.general.closed),
            F::GeneralPutRight => V::Percent(self.general.put_right()),
            F::GeneralOpen => V::Count(self.general.open),
            F::MajorCarried => V::Count(self.major.carried),
            F::MajorFound => V::Count(self.major.found),
            F::MajorClosed => V::Count(self.major.closed),
            F::MajorPutRight => V::Percent(self.major.put_right()),
            F::MajorOpen => V::Count(self.major.open),
            F::PlansHazards => V::Count(self.plans.hazards),
            F::PlansMeasures => V::Count(self.plans.measures),
            F::PlansFunds => V::Count(self.plans.funds),
            F::PlansPeople => V::Count(self.plans.people),
            F::PlansDeadline => V::Count(self.plans.deadline),
            F::PlansContingency => V::Count(self.plans.contingency),
            F::Yuan => V::Yuan(self.yuan),
            F::TenThousandYuan => V::TenThousandYuan(self.yuan),
        }
    }
}

/// The hazards of several months, each as the newest month has it; `months` begin with the newest.
///
/// Open hazards roll over from month to month and are left behind once they are closed and appraised.
pub fn newest_of_each(months: impl IntoIterator<Item = Vec<Hazard>>) -> Vec<Hazard> {
    let mut known = BTreeSet::new();
    months.into_iter().flatten().filter(|hazard| known.insert(hazard.id.clone())).collect()
}

/// Returns whether the hazard was open on some day of `span`.
pub fn was_open_within(hazard: &Hazard, span: Span) -> bool {
    hazard.lifetimes().any(|life| life.opened <= span.to && life.closed.is_none_or(|closed| closed >= span.from))
}

fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hazard::{Grade, Stage};

    const DUE: DueDays = DueDays { quarter: 15, year: 31 };

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn hazard(grade: Grade, found: &str, closed: Option<&str>, funds: &str) -> Hazard {
        Hazard {
            grade: Some(grade),
            found_on: Some(day(found)),
            stage: if closed.is_some() { Stage::Closed } else { Stage::Rectifying },
            closed_on: closed.map(day),
            funds: funds.into(),
            ..Hazard::default()
        }
    }

    #[test]
    fn quarters_and_years_have_their_days_and_due_days() {
        let said = |stretch: Stretch| {
            let span = stretch.span().unwrap();
            (stretch.code(), span.from.to_string(), span.to.to_string(), stretch.due(DUE).unwrap().to_string())
        };
        let of = |code: &str, from: &str, to: &str, due: &str| (code.into(), from.into(), to.into(), due.into());
        assert_eq!(said(Stretch::Quarter(2026, 1)), of("2026-q1", "2026-01-01", "2026-03-31", "2026-04-15"));
        assert_eq!(said(Stretch::Quarter(2026, 4)), of("2026-q4", "2026-10-01", "2026-12-31", "2027-01-15"));
        assert_eq!(said(Stretch::Year(2026)), of("2026", "2026-01-01", "2026-12-31", "2027-01-31"));
        assert_eq!(Stretch::Quarter(2026, 5).span(), None);
        assert!(Stretch::of_year(2026).into_iter().all(|stretch| Stretch::parse(&stretch.code()) == Some(stretch)));
        assert_eq!(["2026-q5", "2026-", "x", ""].map(Stretch::parse), [None; 4]);
        let around = [Stretch::Quarter(2026, 1), Stretch::Quarter(2025, 4), Stretch::Year(2026), Stretch::Year(2025)];
        assert_eq!(Stretch::around(day("2026-02-10")), around);
    }

    #[test]
    fn within_a_year_four_quarters_and_one_year_are_due() {
        let codes = |from: &str| {
            let due = Stretch::due_from(day(from), DUE);
            due.into_iter().map(|(stretch, _)| stretch.code()).collect::<Vec<_>>()
        };
        assert_eq!(codes("2026-11-28"), ["2026-q4", "2026", "2027-q1", "2027-q2", "2027-q3"]);
        assert_eq!(codes("2027-01-16"), ["2026", "2027-q1", "2027-q2", "2027-q3", "2027-q4"]);
    }

    #[test]
    fn what_was_found_before_counts_until_it_is_closed() {
        let span = Stretch::Quarter(2026, 4).span().unwrap();
        let hazards = [
            hazard(Grade::General, "2026-09-20", Some("2026-10-08"), "1,500"),
            hazard(Grade::General, "2026-10-02", None, ""),
            hazard(Grade::General, "2026-08-01", Some("2026-09-30"), "900"),
            hazard(Grade::Major, "2026-11-03", Some("2026-12-31"), "20000"),
            hazard(Grade::Major, "2027-01-02", None, "70000"),
        ];
        let counted = Statistics::of(&hazards, span);
        assert_eq!(counted.general, GradeCounts { carried: 1, found: 1, closed: 1, open: 1 });
        assert_eq!(counted.major, GradeCounts { carried: 0, found: 1, closed: 1, open: 0 });
        assert_eq!(counted.plans, Plans { hazards: 1, funds: 1, ..Plans::default() });
        assert_eq!(counted.yuan, 21_500);
        assert_eq!(counted.general.put_right(), Rate { done: 1, total: 2 });
    }

    proptest! {
        #[test]
        fn four_quarters_add_up_to_their_year(days in prop::collection::vec((0_i32..800, 0_i32..300, any::<bool>(), any::<bool>()), 0..40)) {
            let begin = day("2025-06-01");
            let hazards: Vec<Hazard> = days.into_iter().map(|(found, took, closed, major)| {
                let grade = if major { Grade::Major } else { Grade::General };
                let (found, end) = (begin.plus(found), begin.plus(found + took));
                hazard(grade, &found.to_string(), closed.then(|| end.to_string()).as_deref(), "")
            }).collect();
            let of = |stretch: Stretch| Statistics::of(&hazards, stretch.span().unwrap());
            let year = of(Stretch::Year(2026));
            let quarters = [1, 2, 3, 4].map(|quarter| of(Stretch::Quarter(2026, quarter)));
            for grade in [|of: &Statistics| of.general, |of: &Statistics| of.major] {
                prop_assert_eq!(quarters.iter().map(|of| grade(of).found).sum::<u32>(), grade(&year).found);
                prop_assert_eq!(quarters.iter().map(|of| grade(of).closed).sum::<u32>(), grade(&year).closed);
                prop_assert_eq!(grade(&quarters[0]).carried, grade(&year).carried);
                prop_assert_eq!(grade(&quarters[3]).open, grade(&year).open);
                for part in quarters.iter().chain([&year]) {
                    let counts = grade(part);
                    prop_assert_eq!(counts.carried + counts.found - counts.closed, counts.open);
                }
            }
        }
    }
}
