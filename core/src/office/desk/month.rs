//! The month that is checked and added up, where nobody chose one.

use crate::office::intake::Checked;
use crate::value::day::Day;
use crate::value::period::Period;

/// Reports come in until about this day of the following month.
///
/// From then on the current month is expected.
const LAST_DAY_FOR_LAST_MONTH: u8 = 15;

/// The newest month of which a report is here.
///
/// Without one that has begun, the month that is due about now: a file of next year does not turn the desk's month.
pub fn likely_month(inbox: &[Checked], today: Day) -> Period {
    let current = Period::at_or_near(today);
    let reports = inbox.iter().filter_map(Checked::report).filter(|found| !found.report.demo);
    let newest = reports.map(|found| found.report.period).filter(|period| *period <= current).max();
    newest.unwrap_or_else(|| if today.day() <= LAST_DAY_FOR_LAST_MONTH { current.previous() } else { current })
}
