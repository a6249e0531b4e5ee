//! One file judged without the others, for programs that see more files than they can hold.

use super::grounds::{Grounds, Lookup};
use super::{Desk, Judged, Remark, Verdict};
use crate::office::intake::Checked;

impl Desk<'_> {
    /// Judges a file as if it lay in the inbox alone; `grounds` are those of this desk.
    ///
    /// Whether it was superseded, doubled or contradicted only the others can tell, so nothing is said of
    /// predecessors either.
    pub fn verdict_alone(&self, grounds: &Grounds, checked: &Checked) -> Judged {
        let known = Lookup { desk: *self, grounds };
        let mut judged = match known.verdicts_among(&[(0, checked)], |_| None).pop() {
            Some((_, judged)) => judged,
            // Every file that goes in gets a verdict, so this is never met.
            None => Judged { verdict: Verdict::Rejected, remarks: Vec::new() },
        };
        judged.remarks.retain(|remark| {
            !matches!(
                remark,
                Remark::PreviousNotHere { .. }
                    | Remark::CorrectedNotHere
                    | Remark::NoPrevious(_)
                    | Remark::PreviousUnexplained
            )
        });
        judged
    }
}
