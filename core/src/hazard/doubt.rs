//! Finds reasons to doubt figures of the statutory table, with the months concerned.
//!
//! The table is counted from the ledger of today. A month that is missing, not signed, or was signed with other figures
//! has to be looked at before the principal signs the table.

use super::{Hazard, Ledger};
use crate::value::day::Day;
use crate::value::period::{Period, Rhythm, Span};

/// The state of a month of the stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeenMonth {
    /// The month.
    pub period: Period,
    /// Whether there is a record of it.
    pub is_here: bool,
    /// Whether what stands in the record is signed.
    pub is_signed: bool,
    /// The figures of its newest signed report.
    pub said: SignedCounts,
}

/// The ledger's figures in a signed report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignedCounts {
    /// There is none.
    None,
    /// It cannot be read.
    Unread,
    /// These figures for these days.
    Of(Ledger, Span),
}

/// A figure of the ledger that a report has signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LedgerFigure {
    /// Found or reopened in the month.
    Added,
    /// Of these, major.
    AddedMajor,
    /// Closed in the month.
    Closed,
    /// Open at its end.
    Open,
    /// Of these, major.
    OpenMajor,
}

/// A figure that was signed, and what the ledger says of the same days now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LedgerDifference {
    /// The figure that differs.
    pub figure: LedgerFigure,
    /// As it was signed.
    pub signed: u32,
    /// As it is counted now.
    pub now: u32,
}

/// A reason to look twice before the table is printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StatisticsDoubt {
    /// The quarter or year is not over.
    NotOver,
    /// There is no record of these months.
    Absent(Vec<Period>),
    /// These months are not signed as they are.
    Unsigned(Vec<Period>),
    /// The signed reports of these months cannot be read.
    Unread(Vec<Period>),
    /// The month was signed with other figures.
    Differs(Period, Vec<LedgerDifference>),
}

impl Span {
    /// The months of a table of these days.
    ///
    /// All once the days are over, else those up to the newest that was begun.
    pub fn months(self, rhythm: Rhythm, newest: Period, today: Day) -> Vec<Period> {
        let of = |day: Day| Period::of(day, rhythm).unwrap_or_else(|| Period::at_or_near(day));
        let (first, end) = (of(self.from), of(self.to));
        let last = if self.to < today { end } else { end.min(newest) };
        std::iter::successors(Some(first), |month| Some(month.next())).take_while(|month| *month <= last).collect()
    }
}

impl StatisticsDoubt {
    /// Finds the doubts about the table of these days, the newest month last.
    pub fn all(hazards: &[Hazard], span: Span, months: &[SeenMonth], today: Day) -> Vec<Self> {
        let those = |is: fn(&SeenMonth) -> bool| -> Option<Vec<Period>> {
            let found: Vec<Period> = months.iter().filter(|month| is(month)).map(|month| month.period).collect();
            (!found.is_empty()).then_some(found)
        };
        let differing = months.iter().filter_map(|month| match month.said {
            SignedCounts::Of(signed, days) => {
                let found = differences(&signed, &Ledger::of(hazards, days));
                (!found.is_empty()).then_some(Self::Differs(month.period, found))
            }
            SignedCounts::None | SignedCounts::Unread => None,
        });
        (span.to >= today)
            .then_some(Self::NotOver)
            .into_iter()
            .chain(those(|month| !month.is_here).map(Self::Absent))
            .chain(those(|month| month.is_here && !month.is_signed).map(Self::Unsigned))
            .chain(those(|month| month.said == SignedCounts::Unread).map(Self::Unread))
            .chain(differing)
            .collect()
    }
}

fn differences(signed: &Ledger, now: &Ledger) -> Vec<LedgerDifference> {
    let figures = |of: &Ledger| {
        [
            (LedgerFigure::Added, of.added),
            (LedgerFigure::AddedMajor, of.added_major),
            (LedgerFigure::Closed, of.closed),
            (LedgerFigure::Open, of.open),
            (LedgerFigure::OpenMajor, of.open_major),
        ]
    };
    let pairs = figures(signed).into_iter().zip(figures(now));
    let both = pairs.map(|((figure, signed), (_, now))| LedgerDifference { figure, signed, now });
    both.filter(|both| both.signed != both.now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hazard::{Grade, Stage};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn month(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    fn hazard(id: &str, grade: Grade, found: &str, closed: Option<&str>) -> Hazard {
        Hazard {
            id: id.into(),
            grade: Some(grade),
            found_on: Some(day(found)),
            stage: if closed.is_some() { Stage::Closed } else { Stage::Rectifying },
            closed_on: closed.map(day),
            ..Hazard::default()
        }
    }

    fn quarter() -> Span {
        Span { from: day("2026-10-01"), to: day("2026-12-31") }
    }

    /// A month that was signed with what these hazards count to.
    fn signed(text: &str, hazards: &[Hazard]) -> SeenMonth {
        let days = month(text).span(Rhythm::default());
        let said = SignedCounts::Of(Ledger::of(hazards, days), days);
        SeenMonth { period: month(text), is_here: true, is_signed: true, said }
    }

    #[test]
    fn what_was_signed_and_is_counted_still_leaves_no_doubt() {
        let hazards = [
            hazard("1", Grade::General, "2026-10-08", Some("2026-11-02")),
            hazard("2", Grade::Major, "2026-12-03", None),
        ];
        let months = ["2026-10", "2026-11", "2026-12"].map(|text| signed(text, &hazards));
        assert_eq!(StatisticsDoubt::all(&hazards, quarter(), &months, day("2027-01-05")), []);
    }

    #[test]
    fn a_signed_month_with_other_figures_is_named_with_both_amounts() {
        let then = [hazard("1", Grade::General, "2026-10-08", None)];
        let now = [
            // Graded anew, and put right by a day that was entered late.
            hazard("1", Grade::Major, "2026-10-08", Some("2026-10-30")),
            hazard("2", Grade::General, "2026-10-20", Some("2026-11-06")),
        ];
        let months = [signed("2026-10", &then), signed("2026-11", &then)];
        let of = |figure, signed, now| LedgerDifference { figure, signed, now };
        let october =
            vec![of(LedgerFigure::Added, 1, 2), of(LedgerFigure::AddedMajor, 0, 1), of(LedgerFigure::Closed, 0, 1)];
        let november = vec![of(LedgerFigure::Closed, 0, 1), of(LedgerFigure::Open, 1, 0)];
        assert_eq!(
            StatisticsDoubt::all(&now, quarter(), &months, day("2027-01-05")),
            [StatisticsDoubt::Differs(month("2026-10"), october), StatisticsDoubt::Differs(month("2026-11"), november)]
        );
    }

    #[test]
    fn a_month_that_is_missing_unsigned_or_unreadable_is_named() {
        let seen = |text, is_here, is_signed, said| SeenMonth { period: month(text), is_here, is_signed, said };
        let months = [
            seen("2026-10", false, false, SignedCounts::None),
            seen("2026-11", true, true, SignedCounts::Unread),
            seen("2026-12", true, false, SignedCounts::None),
        ];
        let said = StatisticsDoubt::all(&[], quarter(), &months, day("2026-12-31"));
        let wanted = [
            StatisticsDoubt::NotOver,
            StatisticsDoubt::Absent(vec![month("2026-10")]),
            StatisticsDoubt::Unsigned(vec![month("2026-12")]),
            StatisticsDoubt::Unread(vec![month("2026-11")]),
        ];
        assert_eq!(said, wanted);
    }

    #[test]
    fn a_month_under_correction_is_unsigned_and_compared_with_what_was_signed() {
        let now = [hazard("1", Grade::General, "2026-10-08", None)];
        let months = [SeenMonth { is_signed: false, ..signed("2026-10", &[]) }];
        let said = StatisticsDoubt::all(&now, quarter(), &months, day("2027-01-05"));
        assert_eq!(said[0], StatisticsDoubt::Unsigned(vec![month("2026-10")]));
        assert!(matches!(&said[1], StatisticsDoubt::Differs(_, figures) if figures[0].now == 1), "{said:?}");
    }

    #[test]
    fn months_not_begun_are_looked_for_only_once_the_quarter_is_over() {
        let rhythm = Rhythm::default();
        let of = |newest: &str, today: &str| quarter().months(rhythm, month(newest), day(today));
        assert_eq!(of("2026-11", "2026-12-31"), [month("2026-10"), month("2026-11")]);
        assert_eq!(of("2026-11", "2027-01-01").len(), 3, "December is missing");
        assert_eq!(of("2027-03", "2026-12-31").len(), 3, "no month after the quarter");
        assert_eq!(of("2026-09", "2026-10-02"), []);
        // With a cut-off day, the last days of December belong to January.
        let cut = Rhythm { cut_off: 25, ..rhythm };
        assert_eq!(quarter().months(cut, month("2026-12"), day("2027-02-01")).last(), Some(&month("2027-01")));
    }
}
