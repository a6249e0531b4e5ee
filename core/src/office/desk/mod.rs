//! Each received file among the others: its verdict, and what stands beside the verdict.
//!
//! The verdict says whether a file is genuine and counts. The remarks say what to ask about a genuine one; they never
//! change a verdict.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `alone` | one file judged without the others, for programs that see more files than they can hold |
//! | `grounds` | the registry and what was accepted, by key, code and document |
//! | `inbox` | the received files in the order in which they were handed over |
//! | `month` | the month that is checked and added up, where nobody chose one |
//! | `remark` | what stands beside a verdict |
//! | `reports_of_one` | the documents at hand, received and accepted, and how they hang together |
//! | `trust` | whether the keys on a report are those the office registered for this enterprise, role and person |
//! | `verdicts` | the verdicts on an inbox, kept |

mod alone;
mod grounds;
mod inbox;
mod month;
mod remark;
mod reports_of_one;
mod trust;
mod verdicts;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use super::intake::{Checked, CheckedReport, Found};
use crate::document::report::ReportedEnterprise;
use crate::registry::Registry;
use crate::signer::Role;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

pub use grounds::Grounds;
pub use inbox::{FileIdentity, Inbox, TakenOut};
pub use month::likely_month;
pub use remark::Remark;
pub use trust::{MandateGap, Mismatch};
pub use verdicts::Verdicts;

use grounds::Lookup;
use reports_of_one::{Candidate, ReportsOfOne, WordWeight};
use trust::Trust;

/// Numbers of workers that a small enterprise of an office's can have.
const PLAUSIBLE_WORKERS: RangeInclusive<u32> = 1..=10_000;

/// The verdict on a received file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 已登记且一致.
    Trusted,
    /// 完整，密钥未登记.
    Unregistered,
    /// 已登记，但轮换或角色不符.
    Mismatched {
        /// The mismatch.
        what: Mismatch,
    },
    /// 校验失败; the reason stands in the checked file.
    Rejected,
    /// 重复: the same document as another file of the inbox.
    Duplicate {
        /// Place of that file in the inbox, from 0.
        of: usize,
    },
    /// 旧版本: a later revision came from the same enterprise for the same month.
    Superseded {
        /// SHA-256 of the later document; it lies in the inbox or was accepted earlier.
        by: Sha256,
    },
    /// 同期两份不同内容.
    Forked {
        /// SHA-256 of the other documents.
        with: Vec<Sha256>,
    },
    /// 演示数据.
    Demo,
    /// A signed file, but not a report.
    NotAReport,
}

impl Verdict {
    /// The value of `data-verdict`; part of the public hooks.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Trusted => "trusted",
            Self::Unregistered => "unregistered",
            Self::Mismatched { .. } => "mismatched",
            Self::Rejected => "rejected",
            Self::Duplicate { .. } => "duplicate",
            Self::Superseded { .. } => "superseded",
            Self::Forked { .. } => "forked",
            Self::Demo => "demo",
            Self::NotAReport => "other",
        }
    }
}

/// A document the office accepted earlier. What it accepted stays accepted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Accepted {
    /// The enterprise.
    pub uscc: UnifiedCode,
    /// The month.
    pub period: Period,
    /// The revision.
    pub revision: u32,
    /// Hash of the canonical document.
    pub document_sha256: Sha256,
    /// Day on which the office took it in; unknown for what was noted before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<Day>,
}

/// The desk: everything against which the files of an inbox are judged.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The registry with the known keys.
    pub registry: &'a Registry,
    /// The month that is due now, if the office expects a certain one.
    pub expected: Option<Period>,
    /// The documents accepted earlier.
    pub accepted: &'a [Accepted],
    /// Today by the office's own clock: the day on which it has what it did not accept earlier.
    pub today: Day,
    /// Day of the month on which reports are due here; 0 means the last day of the period.
    pub due_day: u8,
}

/// The verdict on one file with its remarks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// The remarks beside it.
    pub remarks: Vec<Remark>,
}

impl Desk<'_> {
    /// Judges all files of an inbox, in its order.
    pub fn verdicts(&self, inbox: &[Checked]) -> Vec<Judged> {
        let grounds = Grounds::of(self);
        let known = Lookup { desk: *self, grounds: &grounds };
        let files: Vec<(usize, &Checked)> = inbox.iter().enumerate().collect();
        known.verdicts_among(&files, |_| None).into_iter().map(|(_, judged)| judged).collect()
    }
}

impl Lookup<'_> {
    /// Judges files, given with their places in the inbox.
    ///
    /// All of an enterprise's must be among them; of documents that are not, and that one of them may name, `elsewhere`
    /// tells whose and of which month they are.
    fn verdicts_among<'a>(
        &'a self,
        files: &[(usize, &'a Checked)],
        elsewhere: impl Fn(&Sha256) -> Option<(&'a UnifiedCode, Period)>,
    ) -> Vec<(usize, Judged)> {
        let shelf = ReportsOfOne::of(files, self, elsewhere);
        let judge = |at: usize, checked: &Checked| match &checked.found {
            Found::Rejected(_) => Judged { verdict: Verdict::Rejected, remarks: Vec::new() },
            Found::Report(report) if report.report.demo => {
                Judged { verdict: Verdict::Demo, remarks: self.own_remarks(report) }
            }
            Found::Report(report) => match shelf.candidates.get(&at) {
                Some(candidate) => self.judge(candidate, &shelf),
                None => Judged {
                    verdict: Verdict::Duplicate { of: shelf.original_of(report).unwrap_or(at) },
                    remarks: Vec::new(),
                },
            },
            // Every other document stands for itself.
            _ => Judged { verdict: Verdict::NotAReport, remarks: Vec::new() },
        };
        files.iter().map(|&(at, checked)| (at, judge(at, checked))).collect()
    }

    /// Remarks on principals: who signs under another name, and whose deputy he is.
    fn principal_remarks(&self, candidate: &Candidate<'_>, remarks: &mut Vec<Remark>) {
        let named = candidate.report.report.enterprise.principal.trim();
        for signer in candidate.report.signers.iter().filter(|signer| signer.role == Role::Principal) {
            let Some((owner, key)) = self.key(&signer.kid) else { continue };
            let Some(mandate) = &key.mandate else {
                let others = owner.keys.iter().filter(|other| other.is_active() && other.is_of_principal_in_person());
                let another = others.into_iter().find(|other| other.name.trim() != key.name.trim());
                remarks.extend(another.map(|other| Remark::AnotherPrincipal { registered: other.name.clone() }));
                continue;
            };
            if mandate.principal.trim() != named {
                remarks.push(Remark::MandateOfAnother { principal: mandate.principal.clone() });
            } else if candidate.trust.is_registered() {
                remarks.retain(|remark| *remark != Remark::PrincipalDiffers);
            }
            remarks.push(Remark::Deputy { name: key.name.clone(), mandate: mandate.clone() });
        }
    }

    fn judge(&self, candidate: &Candidate<'_>, shelf: &ReportsOfOne<'_>) -> Judged {
        let report = &candidate.report.report;
        let sha256 = candidate.report.document_sha256;
        let mut remarks = self.own_remarks(candidate.report);
        if shelf.began_in_time(candidate, report.period.due_after(report.to, self.desk.due_day)) {
            remarks.retain(|remark| !matches!(remark, Remark::Late { .. } | Remark::ReceivedLate { .. }));
        }
        shelf.chain_remarks(candidate.report, &mut remarks);
        if let Some(registered) = self.enterprise(&report.enterprise.uscc)
            && registered.name.trim() != report.enterprise.name.trim()
        {
            let (registered, stated) = (registered.name.clone(), report.enterprise.name.clone());
            remarks.push(Remark::NameDiffers { registered, stated });
        }
        if let Some(registered) = self.namesake(&report.enterprise) {
            remarks.push(Remark::SameName { registered: registered.clone() });
        }
        if let Some(before) = shelf.last_before(candidate) {
            remark::since(before, candidate.report, &mut remarks);
        }
        self.principal_remarks(candidate, &mut remarks);
        if candidate.trust.has_unknown_preparer() {
            remarks.push(Remark::PreparerUnregistered);
        }

        let month = (&report.enterprise.uscc, report.period);
        let mut later: Option<(u32, Sha256)> = None;
        let mut rivals = BTreeSet::new();
        let mut replace_by = |revision: u32, by: Sha256| {
            if later.as_ref().is_none_or(|(highest, _)| revision > *highest) {
                later = Some((revision, by));
            }
        };
        for other in shelf.received(month).filter(|other| other.report.document_sha256 != sha256) {
            let (revision, by) = (other.report.report.revision, other.report.document_sha256);
            if revision > report.revision {
                if candidate.may_be_superseded_by(other) {
                    replace_by(revision, by);
                } else if other.standing() == WordWeight::Deputy {
                    remarks.push(Remark::DeputyCorrection { by });
                } else {
                    remarks.push(Remark::DoubtfulCorrection { by });
                }
            } else if revision == report.revision {
                if candidate.standing() == other.standing() {
                    rivals.insert(by);
                } else {
                    remarks.push(Remark::Contradicted { by });
                }
            }
        }
        for accepted in shelf.accepted(month).filter(|accepted| accepted.document_sha256 != sha256) {
            let by = accepted.document_sha256;
            if accepted.revision > report.revision {
                replace_by(accepted.revision, by);
            } else if accepted.revision == report.revision {
                if candidate.standing() == WordWeight::Full {
                    rivals.insert(by);
                } else if !remarks.contains(&Remark::Contradicted { by }) {
                    remarks.push(Remark::Contradicted { by });
                }
            }
        }
        let verdict = match (later, &candidate.trust) {
            (Some((_, by)), _) => Verdict::Superseded { by },
            (None, _) if !rivals.is_empty() => Verdict::Forked { with: rivals.into_iter().collect() },
            (None, _) if shelf.overrules_another(candidate) => Verdict::Mismatched { what: Mismatch::DeputyOverrules },
            (None, Trust::Registered { .. } | Trust::Deputy { .. }) => Verdict::Trusted,
            (None, Trust::Unknown) => Verdict::Unregistered,
            (None, Trust::Mismatch(what)) => Verdict::Mismatched { what: what.clone() },
        };
        Judged { verdict, remarks }
    }

    /// The code of a registered enterprise that bears the name of this one, or one that looks like it.
    fn namesake(&self, enterprise: &ReportedEnterprise) -> Option<&UnifiedCode> {
        self.named(&enterprise.name).find(|uscc| **uscc != enterprise.uscc)
    }

    /// Remarks that follow from a report alone.
    fn own_remarks(&self, checked: &CheckedReport) -> Vec<Remark> {
        let report = &checked.report;
        let mut remarks = Vec::new();
        if !checked.differences.is_empty() {
            remarks.push(Remark::FiguresDiffer(checked.differences.len()));
        }
        if checked.unknown_catalogue() {
            remarks.push(Remark::UnknownCatalogue);
        }
        if !checked.unknown_members.is_empty() {
            remarks.push(Remark::UnknownMembers(checked.unknown_members.len()));
        }
        if report.other_statement.is_some() {
            remarks.push(Remark::OtherStatement);
        }
        if !PLAUSIBLE_WORKERS.contains(&report.enterprise.workers) {
            remarks.push(Remark::OddWorkers(report.enterprise.workers));
        }
        if let Some(expected) = self.desk.expected.filter(|expected| *expected != report.period) {
            remarks.push(Remark::WrongMonth { expected });
        }
        self.claimed_days(checked, &mut remarks);
        if checked.principal_differs() {
            remarks.push(Remark::PrincipalDiffers);
        }
        remarks
    }

    /// Remarks on the days that a report claims. They are claims, so they never change a verdict.
    fn claimed_days(&self, checked: &CheckedReport, remarks: &mut Vec<Remark>) {
        let report = &checked.report;
        let (sealed_on, stated) = (report.sealed_at.day(), report.due);
        let due = report.period.due_after(report.to, self.desk.due_day);
        if stated != due {
            remarks.push(Remark::DueDiffers { stated, due });
        }
        let received_on = self.accepted(&checked.document_sha256).and_then(|accepted| accepted.received_on);
        if sealed_on > due {
            remarks.push(Remark::Late { due, sealed_on });
        } else if let Some(received_on) = received_on.filter(|received_on| *received_on > due) {
            remarks.push(Remark::ReceivedLate { due, received_on });
        }
        if sealed_on < report.to {
            remarks.push(Remark::BeforeEnd { sealed_on });
        }
        if sealed_on > self.desk.today {
            remarks.push(Remark::SignedInFuture { sealed_on });
        }
    }
}
