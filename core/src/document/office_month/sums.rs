//! The rows of a month added up.

use serde::{Deserialize, Serialize};

use super::followed::{FollowedHazard, HazardEnd};
use super::row::{MonthRow, RowGroup};
use crate::score::total::ScoreGrade;

macro_rules! month_sums {
    ($($(#[$doc:meta])+ $figure:ident),+ $(,)?) => {
        /// What the rows of a month add up to.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub struct MonthSums {
            $($(#[$doc])+ pub $figure: u32,)+
        }

        impl MonthSums {
            /// The name of the first figure that is another one in `other`.
            #[must_use]
            pub fn difference(&self, other: &Self) -> Option<&'static str> {
                $(if self.$figure != other.$figure {
                    return Some(stringify!($figure));
                })+
                None
            }

            /// Adds the sums of another office.
            pub fn add(&mut self, other: &Self) {
                $(self.$figure = self.$figure.saturating_add(other.$figure);)+
            }
        }
    };
}

month_sums! {
    /// Enterprises on the list.
    enterprises,
    /// Of these, such whose report counts.
    counted,
    /// Of the reports that count, late ones.
    late,
    /// Enterprises whose report was taken in earlier and has no figures here.
    taken_in,
    /// Enterprises of which something came that does not count.
    uncounted,
    /// Enterprises of which nothing came.
    not_sent,
    /// Enterprises of which no report is expected.
    excused,
    /// Of the reports that count, those without figures, which are in no grade and no count of hazards.
    without_figures,
    /// 优秀.
    excellent,
    /// 合格.
    pass,
    /// 不合格, the capped ones included.
    fail,
    /// With figures and without a grade: no item counts.
    ungraded,
    /// Hazards open at the end of the month.
    open,
    /// Of these, major.
    open_major,
    /// Of these, open after their deadline.
    overdue,
    /// Found or opened again in the month.
    added,
    /// Closed in the month.
    closed,
    /// Major hazards that are missing from a report without having been closed.
    gone_major,
    /// Accidents, with or without people hurt.
    accidents,
    /// People who died.
    deaths,
    /// People badly hurt.
    serious_injuries,
    /// People slightly hurt.
    minor_injuries,
    /// Enterprises that ask the government to settle something.
    help_needed,
}

impl MonthSums {
    /// Adds up rows and hazards.
    #[must_use]
    pub fn of(rows: &[MonthRow], hazards: &[FollowedHazard]) -> Self {
        let mut sums = Self::default();
        rows.iter().for_each(|row| sums.count(row));
        for hazard in hazards {
            sums.gone_major += u32::from(hazard.end == HazardEnd::Gone);
        }
        sums
    }

    fn count(&mut self, row: &MonthRow) {
        self.enterprises += 1;
        *match row.state.group() {
            RowGroup::Counted => &mut self.counted,
            RowGroup::TakenIn => &mut self.taken_in,
            RowGroup::Uncounted => &mut self.uncounted,
            RowGroup::NotSent => &mut self.not_sent,
            RowGroup::Excused => &mut self.excused,
        } += 1;
        let Some(report) = row.counted() else { return };
        self.late += u32::from(report.late);
        self.help_needed += u32::from(!report.help_needed.is_empty());
        let mut parts = vec![
            (&mut self.accidents, report.accidents),
            (&mut self.deaths, report.deaths),
            (&mut self.serious_injuries, report.serious_injuries),
            (&mut self.minor_injuries, report.minor_injuries),
        ];
        if let Some(figures) = &report.figures {
            let grade = match figures.grade {
                Some(ScoreGrade::Excellent) => &mut self.excellent,
                Some(ScoreGrade::Pass) => &mut self.pass,
                Some(ScoreGrade::Fail) => &mut self.fail,
                None => &mut self.ungraded,
            };
            parts.extend([
                (grade, 1),
                (&mut self.open, figures.open),
                (&mut self.open_major, figures.open_major),
                (&mut self.overdue, figures.overdue),
                (&mut self.added, figures.added),
                (&mut self.closed, figures.closed),
            ]);
        } else {
            parts.push((&mut self.without_figures, 1));
        }
        for (sum, part) in parts {
            *sum = sum.saturating_add(part);
        }
    }
}
