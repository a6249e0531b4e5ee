//! Makes a return for each ticked report, with the remarks at what it holds.

use std::collections::BTreeSet;

use anziping_core::catalog::MONTH_FIGURES;
use anziping_core::document::returned::{Return, ReturnRemark};
use anziping_core::document::{NamedEnterprise, SignedDocument};
use anziping_core::office::desk::Verdict;
use anziping_core::office::intake::CheckedReport;
use anziping_core::record::KeyRecord;
use anziping_core::review::ReviewPlace;
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::clock;
use crate::words::office::returns as words;
use crate::words::report;

/// Characters of a question in the list of places.
const NAME: usize = 36;

/// Something about every ticked report that is trusted, in the order of the inbox.
pub(super) fn chosen<T>(app: OfficeApp, ticked: &BTreeSet<Sha256>, of: impl Fn(&CheckedReport) -> T) -> Vec<T> {
    app.judged.with(|judged| {
        app.inbox.with(|inbox| {
            let trusted = inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
            let reports = trusted.filter_map(|(checked, _)| checked.report());
            reports.filter(|found| ticked.contains(&found.document_sha256)).map(of).collect()
        })
    })
}

/// The questions of a ticked report, with its name.
#[derive(Clone, PartialEq)]
pub(super) struct ReportPlaces {
    enterprise: String,
    places: Vec<(String, String)>,
}

impl ReportPlaces {
    pub(super) fn of(app: OfficeApp, found: &CheckedReport, several: bool) -> Self {
        Self { enterprise: found.report.enterprise.name.clone(), places: places(app, found, several) }
    }

    fn asks(&self, place: &str) -> bool {
        place.is_empty() || self.places.iter().any(|(id, _)| id == place)
    }

    /// Names the typed remarks that its return does not have; `None` when it has all.
    pub(super) fn left_out(&self, typed: &[String]) -> Option<String> {
        let missing = (1..).zip(typed).filter(|(_, place)| !self.asks(place)).map(|(number, _)| number);
        let missing: Vec<usize> = missing.collect();
        let said = words::left_out(&self.enterprise, &missing, missing.len() == typed.len());
        (!missing.is_empty()).then_some(said)
    }
}

/// Every place that any of the reports has, in the order of the first that has it.
pub(super) fn all_places(asked: &[ReportPlaces]) -> Vec<(String, String)> {
    let mut known = BTreeSet::new();
    let all = asked.iter().flat_map(|asked| &asked.places);
    all.filter(|(id, _)| known.insert(id)).cloned().collect()
}

/// The places that a remark may be about, by id, with what they are called: what the report holds.
///
/// Without its hazards when several are ticked: each enterprise numbers its own, and one number is another hazard
/// elsewhere.
fn places(app: OfficeApp, found: &CheckedReport, several: bool) -> Vec<(String, String)> {
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let hazards = found.report.hazards.iter().filter(|_| !several).map(|hazard| hazard.id.clone());
    let figures = MONTH_FIGURES.iter().map(|figure| format!("month.{figure}"));
    let named = found.held.ids(catalogue).into_iter().chain(hazards).chain(figures).filter_map(|id| {
        let place = ReviewPlace::of_id(catalogue, &id)?;
        let name: String = report::place(catalogue, &found.report.hazards, &place).chars().take(NAME).collect();
        Some((id, name))
    });
    named.collect()
}

/// The returns to sign, each with the remarks at what its report holds.
///
/// A report that holds nothing of them gets none.
pub(super) fn drafts(
    app: OfficeApp,
    key: &KeyRecord,
    ticked: &BTreeSet<Sha256>,
    remarks: &[ReturnRemark],
) -> Vec<Return> {
    let office = app.record.with(|record| record.registry.office.trim().to_owned());
    let now = clock::now();
    let several = chosen(app, ticked, |_| ()).len() > 1;
    let drafted = chosen(app, ticked, |found| {
        let report = &found.report;
        let asked = ReportPlaces::of(app, found, several);
        let has = |remark: &&ReturnRemark| remark.place.as_deref().is_none_or(|place| asked.asks(place));
        let remarks: Vec<ReturnRemark> = remarks.iter().filter(has).cloned().collect();
        (!remarks.is_empty()).then(|| Return {
            kind: Return::TYPE.into(),
            schema: Return::SCHEMA.into(),
            version: Return::VERSION.into(),
            office: office.clone(),
            enterprise: NamedEnterprise { name: report.enterprise.name.clone(), uscc: report.enterprise.uscc.clone() },
            period: report.period,
            revision: report.revision,
            document_sha256: found.document_sha256,
            remarks,
            issued_at: now.clone(),
            signers: vec![key.into()],
        })
    });
    drafted.into_iter().flatten().collect()
}
