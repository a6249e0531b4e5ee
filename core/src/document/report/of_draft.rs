//! Makes the report to be signed from the draft of a month.

use anziping_catalog::{Area, Catalogue, FactGroup, Point, TargetCode};
use thiserror::Error;

use super::{
    Declared, DeclaredElement, DeclaredTarget, DocumentRef, MonthlyReport, ReportApp, ReportedAnswer, ReportedArea,
    ReportedCriterion, ReportedEnterprise, ReportedLead, ReportedScreening,
};
use crate::document::SignedDocument;
use crate::enterprise::Enterprise;
use crate::hazard::{Correction, Hazard, HazardField, Ledger};
use crate::month::answer::{Answer, ConfirmedBy, Level, Mark, Reading, Status};
use crate::month::assessment::Assessment;
use crate::month::draft::MonthDraft;
use crate::month::figures::MonthField;
use crate::month::screening::{Finding, Looked, Outcome};
use crate::score::targets::four_targets;
use crate::score::total::{ElementScore, Scores};
use crate::signer::Signer;
use crate::value::timestamp::Timestamp;
use crate::value::uscc::UnifiedCode;
use crate::value::visible::plain_line;

/// The parts of a report that are not in the draft.
#[derive(Clone, Debug)]
pub struct Signing {
    /// Time of signing.
    pub sealed_at: Timestamp,
    /// The sentence that is signed.
    pub statement: String,
    /// Version of the program.
    pub app_version: String,
    /// The signers.
    pub signers: Vec<Signer>,
}

/// Why a draft cannot become a report. The review page names the same things with their places.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum NotReportable {
    /// The unified social credit code or the number of workers is missing or wrong.
    #[error("the enterprise page is incomplete")]
    Enterprise,
}

impl MonthlyReport {
    /// Freezes a draft.
    ///
    /// # Errors
    /// [`NotReportable`] when the enterprise has no valid code or number of workers.
    pub fn of_draft(
        catalogue: &Catalogue,
        enterprise: &Enterprise,
        draft: &MonthDraft,
        signing: Signing,
    ) -> Result<Self, NotReportable> {
        let uscc = UnifiedCode::parse(&enterprise.uscc).map_err(|_| NotReportable::Enterprise)?;
        let workers = enterprise.worker_count().map_err(|_| NotReportable::Enterprise)?;
        let assessment = Assessment::of_draft(catalogue, enterprise, draft);
        let preparer = [&draft.preparer, &enterprise.officer].map(|name| plain_line(name));
        let preparer = preparer.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let principal = plain_line(&enterprise.principal);
        let line = plain_line;
        let month = assessment.month_facts(&draft.month);
        let asked = |id: &&String| {
            let elsewhere = [FactGroup::Industry, FactGroup::Derived, FactGroup::Officer];
            catalogue.fact(id).is_some_and(|fact| !elsewhere.contains(&fact.group))
        };
        let mut report = Self {
            kind: Self::TYPE.into(),
            schema: Self::SCHEMA.into(),
            version: Self::VERSION.into(),
            demo: draft.demo,
            period: draft.period,
            from: assessment.span.from,
            to: assessment.span.to,
            due: draft.period.due(enterprise.rhythm),
            revision: draft.lineage.revision.max(1),
            supersedes: draft.lineage.supersedes.map(|sha256| DocumentRef { sha256 }),
            answers_return: draft
                .lineage
                .answers_return
                .filter(|_| draft.lineage.supersedes.is_some())
                .map(|sha256| DocumentRef { sha256 }),
            prev: draft.lineage.previous.clone(),
            prev_reason: if draft.lineage.previous.is_some() { None } else { draft.lineage.no_previous },
            app: ReportApp { name: "anziping".into(), version: signing.app_version },
            catalogue: draft.catalogue.clone(),
            enterprise: ReportedEnterprise {
                name: line(&enterprise.name),
                uscc,
                address: line(&enterprise.address),
                village: line(&enterprise.village),
                office: line(&enterprise.office),
                industry: enterprise.industry.clone(),
                workers,
                principal: principal.clone(),
                officer_time: enterprise.officer_time,
                risk_class: enterprise.risk_class,
                level: line(&enterprise.level),
                insurance: line(&enterprise.insurance),
            },
            facts: assessment.profile.facts.iter().filter(asked).cloned().collect(),
            items: assessment
                .items()
                .map(|item| reported(&item.id, draft.answers.get(&item.id), assessment.status(item)))
                .collect(),
            areas: assessment.areas().map(|area| reported_area(&assessment, draft, area)).collect(),
            hazards: draft.hazards.iter().map(|hazard| reported_hazard(hazard, &principal, &preparer)).collect(),
            month: MonthField::ALL.iter().filter_map(|&field| Some((field, month.value(field)?))).collect(),
            screening: reported_screening(&assessment, draft),
            declared: Declared::of(&assessment),
            preparer: preparer.clone(),
            statement: signing.statement,
            sealed_at: signing.sealed_at,
            notice: None,
            signers: signing.signers,
        };
        // From what is in the document: a day on which nobody can have looked for this month confirms nothing here
        // either.
        report.declared = Declared::of(&report.parts().assessment(catalogue));
        Ok(report)
    }
}

impl Declared {
    /// Computes the figures of an assessment.
    pub fn of(assessment: &Assessment<'_>) -> Self {
        let scores = Scores::of(assessment);
        let sum = |count: fn(&ElementScore) -> u32| scores.elements.iter().map(count).sum();
        Self {
            elements: scores
                .elements
                .iter()
                .filter_map(|element| Some(DeclaredElement { number: element.number, score: element.score?.tenths() }))
                .collect(),
            total: scores.tenths(),
            grade: scores.grade(),
            capped: scores.is_capped(),
            targets: four_targets(assessment)
                .into_iter()
                .flat_map(|area| {
                    let id = area.area;
                    area.cells.into_iter().map(move |cell| DeclaredTarget {
                        area: id.clone(),
                        code: cell.code,
                        rate: cell.rate,
                        met: cell.is_met(),
                    })
                })
                .collect(),
            ledger: Ledger::of(assessment.hazards, assessment.span),
            asked: scores.applicable(),
            confirmed: scores.settled(),
            carried: sum(|element| element.carried + element.standing),
            unsure: sum(|element| element.unsure),
            not_applicable: sum(|element| element.not_applicable),
            vetoes: scores.vetoes,
        }
    }
}

fn reported(id: &str, answer: Option<&Answer>, status: Status) -> ReportedAnswer {
    let blank = Answer::default();
    let answer = answer.unwrap_or(&blank);
    let (mut done, mut total) = (None, None);
    let mut mark = None;
    match status.reading() {
        Some(Reading::Ratio { done: d, total: t }) => (done, total) = (Some(d), Some(t)),
        Some(Reading::NoCase) => (done, total) = (Some(0), Some(0)),
        Some(Reading::Level(_)) => mark = answer.mark,
        // Not that of a faulty answer: without the fault it would read as an answer.
        None if status == Status::Unsure || status.is_excluded() => mark = answer.mark,
        None => {}
    }
    ReportedAnswer {
        id: id.to_owned(),
        mark,
        done,
        total,
        note: answer.note.trim().to_owned(),
        reason: if mark == Some(Mark::Na) { answer.reason.trim().to_owned() } else { String::new() },
        // Nobody has confirmed it as this edition asks it.
        confirmed_on: if answer.other_edition { None } else { answer.confirmed_on },
        confirmed_by: answer.by,
        carried: status.is_carried() || status.is_standing(),
    }
}

fn reported_area(assessment: &Assessment<'_>, draft: &MonthDraft, area: &Area) -> ReportedArea {
    let rates = area.targets.iter().filter(|target| target.code != TargetCode::P4).map(|target| {
        let key = MonthDraft::rate_key(&area.id, target.code);
        reported(&target.code.to_string(), draft.rates.get(&key), assessment.rate_status(&area.id, target.code))
    });
    let points = area.targets.iter().flat_map(|target| assessment.points(&target.points));
    ReportedArea {
        id: area.id.clone(),
        rates: rates.collect(),
        points: points.map(|point| reported_point(assessment, draft, point)).collect(),
    }
}

/// The answer to a point.
///
/// Its own, or the one that follows from others, with the day on which the oldest was looked at.
fn reported_point(assessment: &Assessment<'_>, draft: &MonthDraft, point: &Point) -> ReportedAnswer {
    let own = draft.points.get(&point.id);
    let Some(status) = assessment.derived(point) else {
        return reported(&point.id, own, assessment.own_status(point));
    };
    let looked = assessment.sources(point).into_iter().filter_map(|id| match draft.answers.get(id) {
        Some(answer) => answer.confirmed_on,
        None => draft.screening.get(id)?.confirmed_on,
    });
    let level = |level| match level {
        Level::Yes => Mark::Yes,
        Level::Partly => Mark::Partly,
        Level::No => Mark::No,
    };
    let same = draft.answers.get(&point.same);
    let answer = Answer {
        mark: match status.reading() {
            Some(Reading::Level(read)) => Some(level(read)),
            _ => same.and_then(|answer| answer.mark),
        },
        note: own.map_or_else(String::new, |answer| answer.note.clone()),
        reason: same.map_or_else(String::new, |answer| answer.reason.clone()),
        confirmed_on: looked.min(),
        by: Some(ConfirmedBy::Follows),
        ..Answer::default()
    };
    reported(&point.id, Some(&answer), status)
}

fn reported_screening(assessment: &Assessment<'_>, draft: &MonthDraft) -> Option<ReportedScreening> {
    let tally = assessment.screened().filter(|tally| tally.applicable > 0)?;
    let leads = assessment.suspected().into_iter().map(|listed| ReportedLead {
        criterion: listed.criterion.id.clone(),
        citation: listed.citation(),
        hazard: assessment
            .record_of(listed)
            .or_else(|| draft.hazards.iter().rfind(|hazard| hazard.lead == listed.criterion.id))
            .map_or_else(String::new, |hazard| hazard.id.clone()),
    });
    let criteria = assessment.criteria().filter_map(|listed| {
        let Looked { outcome, .. } = assessment.looked(listed).filter(|looked| looked.item.is_none())?;
        let screened = draft.screening.get(&listed.criterion.id)?;
        let finding = match outcome {
            Outcome::Unchecked | Outcome::Undecided => return None,
            Outcome::Clear | Outcome::Partial => Finding::Clear,
            Outcome::Suspected => Finding::Suspected,
            Outcome::NotInvolved => Finding::NotInvolved,
        };
        Some(ReportedCriterion {
            id: listed.criterion.id.clone(),
            finding,
            // Nobody has confirmed it as this edition words it.
            confirmed_on: screened.confirmed_on.filter(|_| !screened.other_edition),
            confirmed_by: screened.by,
            carried: screened.carried,
        })
    });
    Some(ReportedScreening { tally, leads: leads.collect(), criteria: criteria.collect() })
}

/// The hazard as it is signed.
///
/// Of people's names only the owner's, and that of who accepted if it is a signer's.
///
/// Each member is named, so that a new one is signed only after somebody has decided that it may be.
fn reported_hazard(hazard: &Hazard, principal: &str, preparer: &str) -> Hazard {
    let Hazard {
        id,
        stage,
        grade,
        source,
        item,
        area,
        found_on,
        finder: _,
        place,
        description,
        criterion,
        lead,
        accident_type,
        cause: _,
        analysis: _,
        owner,
        measures,
        funds,
        deadline,
        plan,
        interim,
        reported_on,
        regulator_on,
        workers_on,
        rectification,
        rectified_on,
        accepted_by,
        accepted_on,
        acceptance,
        supervised,
        consent_on,
        closed_on,
        appraisal,
        appraised_on,
        rejections,
        reopenings,
        steps,
        corrections,
        photos,
    } = hazard.clone();
    let is_signers = [principal.trim(), preparer].contains(&accepted_by.trim());
    Hazard {
        id,
        stage,
        grade,
        source,
        item,
        area,
        found_on,
        finder: String::new(),
        place,
        description,
        criterion,
        lead,
        accident_type,
        // For the papers of a major hazard, in which people may be named; they are asked for beside the stages.
        cause: String::new(),
        analysis: String::new(),
        owner,
        measures,
        funds,
        deadline,
        plan,
        interim,
        reported_on,
        regulator_on,
        workers_on,
        rectification,
        rectified_on,
        accepted_by: if is_signers { accepted_by } else { String::new() },
        accepted_on,
        acceptance,
        supervised,
        consent_on,
        closed_on,
        appraisal,
        appraised_on,
        rejections,
        reopenings,
        steps,
        corrections: corrections.into_iter().map(reported_correction).collect(),
        photos,
    }
}

/// Leaves out the names that were corrected; that they were is signed.
fn reported_correction(correction: Correction) -> Correction {
    use HazardField as F;
    match correction.field {
        F::Finder | F::AcceptedBy | F::Cause | F::Analysis => {
            Correction { before: String::new(), after: String::new(), ..correction }
        }
        F::Grade
        | F::Source
        | F::Item
        | F::Area
        | F::FoundOn
        | F::Place
        | F::Description
        | F::Criterion
        | F::AccidentType
        | F::Owner
        | F::Measures
        | F::Funds
        | F::Deadline
        | F::Plan
        | F::Interim
        | F::ReportedOn
        | F::RegulatorOn
        | F::WorkersOn
        | F::Rectification
        | F::RectifiedOn
        | F::AcceptedOn
        | F::Acceptance
        | F::ConsentOn
        | F::ClosedOn
        | F::Appraisal
        | F::AppraisedOn => correction,
    }
}
