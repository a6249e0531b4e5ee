//! Remarks: what to ask about a genuine report, without changing its verdict.

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use crate::hazard::Hazard;
use crate::month::draft::NoPrevious;
use crate::office::hazard_course::Lost;
use crate::office::intake::CheckedReport;
use crate::signer::Mandate;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// A fact beside the verdict.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// So many figures differ from those computed again.
    FiguresDiffer(usize),
    /// Answered against a catalogue that is not here; nothing was computed again.
    UnknownCatalogue,
    /// So many members are unknown to this version.
    UnknownMembers(usize),
    /// The report is for another month than expected.
    WrongMonth {
        /// The expected one.
        expected: Period,
    },
    /// The sentence that was signed is not a known one: somebody has to read it.
    OtherStatement,
    /// A number of workers that no enterprise here has.
    OddWorkers(u32),
    /// By its own claim signed later than today.
    SignedInFuture {
        /// The claimed day.
        sealed_on: Day,
    },
    /// It states another due day than the office's.
    DueDiffers {
        /// The stated one.
        stated: Day,
        /// The office's.
        due: Day,
    },
    /// Signed in time by its own claim, and taken in after the due day.
    ReceivedLate {
        /// The office's due day.
        due: Day,
        /// The day of receipt.
        received_on: Day,
    },
    /// By its own claim signed after the due day, and no earlier version is known to have been in time.
    Late {
        /// The office's due day.
        due: Day,
        /// The claimed day.
        sealed_on: Day,
    },
    /// By its own claim signed before the month was over.
    BeforeEnd {
        /// The claimed day.
        sealed_on: Day,
    },
    /// Last month's document, which it names, is neither in the inbox nor accepted.
    PreviousNotHere {
        /// Month of that document.
        period: Period,
    },
    /// The document it names as last month's is of another month.
    MonthsSkipped {
        /// Month of that document.
        period: Period,
    },
    /// The document it names as last month's is another enterprise's, or of another month.
    PreviousOfAnother,
    /// It names no document of last month and says why.
    NoPrevious(NoPrevious),
    /// It says it is the first report, and earlier ones are here.
    NotTheFirst,
    /// It names no document of last month and does not say why.
    PreviousUnexplained,
    /// A correction of a document that is neither in the inbox nor accepted.
    CorrectedNotHere,
    /// Someone of another name than the enterprise's principal signed as principal.
    PrincipalDiffers,
    /// A deputy signed under a registered power of attorney.
    Deputy {
        /// His name.
        name: String,
        /// The power of attorney.
        mandate: Mandate,
    },
    /// The report names another principal than the one who gave the deputy his power of attorney.
    MandateOfAnother {
        /// The one who gave it.
        principal: String,
    },
    /// Under another name a principal's key is in use for this enterprise that needs no power of attorney.
    AnotherPrincipal {
        /// That name.
        registered: String,
    },
    /// Hazards that the enterprise's last report left open are not in this one.
    HazardsGone {
        /// Month of that report.
        period: Period,
        /// Their numbers in the ledger.
        hazards: Vec<String>,
        /// How many of them were major.
        major: usize,
    },
    /// Hazards that were major in the enterprise's last report are open still and no longer graded so.
    NoLongerMajor {
        /// Month of that report.
        period: Period,
        /// Their numbers in the ledger.
        hazards: Vec<String>,
    },
    /// Every answer and its day of looking is that of the enterprise's last report.
    SameAnswers {
        /// Month of that report.
        period: Period,
    },
    /// An enterprise of the same name, or one that looks like it, is registered under another code.
    SameName {
        /// That code.
        registered: UnifiedCode,
    },
    /// The preparer's key is not registered.
    PreparerUnregistered,
    /// The enterprise is registered under another name.
    NameDiffers {
        /// The registered one.
        registered: String,
        /// The one in the report.
        stated: String,
    },
    /// Another document claims the same enterprise, month and revision.
    ///
    /// The keys of the two are not equally known.
    Contradicted {
        /// SHA-256 of that document.
        by: Sha256,
    },
    /// A later revision by a deputy exists, which does not count over this one without the office's word.
    DeputyCorrection {
        /// SHA-256 of that document.
        by: Sha256,
    },
    /// A later revision exists, and does not count as a correction.
    ///
    /// Its key is less known than this one's.
    DoubtfulCorrection {
        /// SHA-256 of that document.
        by: Sha256,
    },
}

/// Remarks on what changed since the enterprise's report before this one.
pub(super) fn since(before: &CheckedReport, now: &CheckedReport, remarks: &mut Vec<Remark>) {
    let period = before.report.period;
    let ids = |hazards: &[&Hazard]| hazards.iter().map(|hazard| hazard.id.clone()).collect::<Vec<_>>();
    let Lost { gone, downgraded } = Lost::between(before, now);
    if !gone.is_empty() {
        let major = gone.iter().filter(|hazard| hazard.is_major()).count();
        remarks.push(Remark::HazardsGone { period, hazards: ids(&gone), major });
    }
    if !downgraded.is_empty() {
        remarks.push(Remark::NoLongerMajor { period, hazards: ids(&downgraded) });
    }
    if now.answers_sha256.is_some() && now.answers_sha256 == before.answers_sha256 {
        remarks.push(Remark::SameAnswers { period });
    }
}
