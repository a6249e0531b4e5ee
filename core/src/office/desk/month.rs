//! The month that is checked and added up, where nobody chose one.

use std::collections::BTreeMap;

use crate::office::intake::{Checked, CheckedReport};
use crate::registry::{RegisteredKey, Registry};
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// Reports come in until about this day of the following month.
///
/// From then on the current month is expected.
const LAST_DAY_FOR_LAST_MONTH: u8 = 15;

/// The newest month of which a report of the office's own enterprises is here, or of any.
///
/// Who is on the list with keys has to sign with one of them: a stranger's file does not turn the desk's month. Without
/// a report of a month that has begun, the month that is due about now.
pub fn likely_month(inbox: &[Checked], registry: &Registry, today: Day) -> Period {
    let current = Period::at_or_near(today);
    let listed: BTreeMap<&UnifiedCode, &[RegisteredKey]> =
        registry.enterprises.iter().map(|enterprise| (&enterprise.uscc, enterprise.keys.as_slice())).collect();
    let is_ours = |found: &&CheckedReport| {
        let keys = listed.get(&found.report.enterprise.uscc);
        let signed = |key: &RegisteredKey| found.signers.iter().any(|signer| signer.kid == key.kid);
        keys.is_some_and(|keys| keys.is_empty() || keys.iter().any(signed))
    };
    let reports = || {
        let genuine = inbox.iter().filter_map(Checked::report).filter(|found| !found.report.demo);
        genuine.filter(|found| found.report.period <= current)
    };
    let month = |found: &CheckedReport| found.report.period;
    let newest = reports().filter(is_ours).map(month).max().or_else(|| reports().map(month).max());
    newest.unwrap_or_else(|| if today.day() <= LAST_DAY_FOR_LAST_MONTH { current.previous() } else { current })
}
