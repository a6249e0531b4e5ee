//! The sheet for one enterprise: the verdict on its report, on one page.

use std::collections::BTreeSet;

use anziping_core::office::desk::{Judged, Verdict};
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::matters::{Matter, matters};
use anziping_core::office::placed::By;
use anziping_core::value::day::Day;
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::desk_record::DeskRecord;
use crate::ui::paper_parts::{form_row, form_table, sign_lines, table};
use crate::words::common;
use crate::words::office::{matters as told, papers as words, risk_overview, verdict};

/// A sheet for each of these enterprises whose report of the month counts, by code.
pub(super) fn sheets(app: OfficeApp, of: &BTreeSet<UnifiedCode>) -> AnyView {
    if of.is_empty() {
        return view! { <p class="card no-print">{words::TICK}</p> }.into_any();
    }
    let period = app.period.get();
    let taken_in = app.record.with(DeskRecord::accepted_documents);
    let received = |found: &CheckedReport| taken_in.get(&found.document_sha256).copied().flatten();
    app.inbox.with(|inbox| {
        app.judged.with(|judged| {
            let trusted = inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
            let mut found: Vec<(&CheckedReport, &Judged)> = trusted
                .filter_map(|(checked, judged)| Some((checked.report()?, judged)))
                .filter(|(found, _)| found.report.period == period && of.contains(&found.report.enterprise.uscc))
                .collect();
            found.sort_by_key(|(found, _)| (&found.report.enterprise.name, &found.report.enterprise.uscc));
            found
                .into_iter()
                .map(|(found, judged)| sheet(app, found, judged, received(found)))
                .collect_view()
                .into_any()
        })
    })
}

fn sheet(app: OfficeApp, found: &CheckedReport, judged: &Judged, received: Option<Day>) -> AnyView {
    let enterprise = &found.report.enterprise;
    let maker = app.record.with(|record| record.paper_maker.clone());
    let kind = app.with_places(|places| {
        let of = [By::Village, By::Industry, By::Class].map(|by| (by, places.of(by, enterprise).counts));
        of.map(|(by, said)| if said.is_empty() { String::new() } else { risk_overview::group(by, &said) })
    });
    let figures = found.recomputed.as_ref();
    let not_computed = || words::NOT_COMPUTED.to_owned();
    let values = [
        enterprise.name.clone(),
        enterprise.uscc.to_string(),
        words::kind_of_enterprise(&kind),
        words::people(&enterprise.principal, enterprise.workers),
        words::checked(verdict::verdict(&judged.verdict), found.differences.len()),
        words::days(found.report.sealed_at.day(), received),
        figures.map_or_else(not_computed, |figures| {
            let grade = figures.grade.map(common::grade).unwrap_or_default();
            format!("{} {grade}", common::score(figures.total))
        }),
        figures.map_or_else(not_computed, |figures| words::ledger(&figures.ledger)),
    ];
    let remarks: Vec<String> = judged.remarks.iter().map(verdict::remark).collect();
    let remarks = (!remarks.is_empty()).then(|| form_row(words::REMARKS.to_owned(), common::statements(&remarks)));
    view! {
        <article class="sheet" data-sheet="enterprise" data-uscc=enterprise.uscc.to_string()>
            <h2>{words::SHEET_TITLE}</h2>
            <p class="sheet-line">{app.paper_head()}</p>
            <p class="sheet-line">{common::revision(found.report.revision)}</p>
            {form_table(words::SHEET_ROWS, values)}
            <h3>{words::SHEET_OUTSTANDING}</h3>
            {outstanding(app, found)}
            <table class="sheet-table sheet-form">
                <tbody>{remarks} {form_row(words::OPINION.to_owned(), String::new())}</tbody>
            </table>
            {sign_lines(&words::sheet_signs(&maker))}
        </article>
    }
    .into_any()
}

fn outstanding(app: OfficeApp, found: &CheckedReport) -> AnyView {
    let all = matters(found);
    if all.is_empty() {
        return view! { <p>{words::SHEET_NONE}</p> }.into_any();
    }
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let row = |matter: &Matter<'_>| {
        let text = told::text(catalogue, found, matter);
        [told::kind(matter.kind()).to_owned(), words::brief(&text)]
    };
    let rows = all.iter().take(words::SHEET_MATTERS).map(row).collect();
    let rest = all.len().saturating_sub(words::SHEET_MATTERS);
    view! {
        {table(words::SHEET_OUTSTANDING, words::SHEET_COLUMNS, rows)}
        {(rest > 0).then(|| view! { <p class="hint">{words::sheet_rest(rest)}</p> })}
    }
    .into_any()
}
