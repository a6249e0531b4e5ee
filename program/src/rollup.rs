//! The figures of a month by the desk's own rules.
//!
//! Revisions, doubles and contradictions are seen among all files of that month.

use std::io::{self, Write};

use anziping_core::office::intake::Checked;
use anziping_core::office::missing::Expected;
use anziping_core::office::rollup::RollUp;

use crate::arguments;
use crate::counts::Counts;
use crate::fault::ProgramFault;
use crate::folder;
use crate::known::Known;
use crate::verify::each;
use crate::words;

/// Prints the roll-up as JSON.
///
/// Of each report of the month the desk's digest is held, of other months nothing.
///
/// # Errors
/// [`ProgramFault`]: nothing was added up.
pub(crate) fn run(asked: &arguments::RollUpArguments) -> Result<Counts, ProgramFault> {
    let known = Known::of(&asked.files.against)?;
    let mut inbox = Vec::new();
    let counts = each(asked.files.jobs, folder::walk(&asked.files.folders)?, &known, |done| {
        let checked = done.opened.ok().map(|opened| opened.checked);
        // Keep files that are no report: they may explain why one is missing.
        let is_of_month = |checked: &Checked| checked.report().is_none_or(|found| found.report.period == asked.period);
        inbox.extend(checked.filter(is_of_month));
        Ok(())
    })?;
    if counts.files() == 0 {
        return Err(ProgramFault::NoFiles);
    }
    let judged = known.desk().verdicts(&inbox);
    let expected = Expected { registry: &known.registry, accepted: &[], excused: &[] };
    let rollup = RollUp::of(asked.period, &inbox, &judged, &expected);
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &rollup).map_err(io::Error::from)?;
    writeln!(out)?;
    words::tell(&words::sums(&counts));
    Ok(counts)
}
