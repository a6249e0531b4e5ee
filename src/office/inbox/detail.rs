//! Everything behind a verdict.
//!
//! Who signed, hashes, figures declared and computed again, hazards, differences.

use anziping_core::catalog::TargetCode;
use anziping_core::document::report::Declared;
use anziping_core::hazard::Hazard;
use anziping_core::office::digest::ReportDigest;
use anziping_core::office::intake::{Checked, CheckedReport, Found};
use anziping_core::review::ReviewPlace;
use anziping_core::signer::CheckedSigner;
use leptos::prelude::*;

use super::matters_shown;
use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::{common, fault, hazard, office as words, report};

/// The disclosure.
///
/// Built when it is opened for the first time, since hundreds of rows stand on the page.
#[component]
pub(super) fn Detail(app: OfficeApp, at: usize) -> impl IntoView {
    let opened = RwSignal::new(false);
    let body =
        move || opened.get().then(|| app.inbox.with_untracked(|inbox| inbox.get(at).map(|checked| body(app, checked))));
    view! {
        <details on:toggle=move |_| opened.set(true)>
            <summary data-action="details">{words::DETAILS}</summary>
            <div class="details-body">{body}</div>
        </details>
    }
    .into_any()
}

fn body(app: OfficeApp, checked: &Checked) -> AnyView {
    match &checked.found {
        Found::Report(found) => view! {
            {signers(app, &found.signers)}
            {matters_shown::full(app, found)}
            {differences(app, found)}
            {contradictions(app, found)}
            {scores(app, found)}
            {targets(app, found)}
            {hazards(&found.report)}
            {document(checked, found)}
        }
        .into_any(),
        found => found.signers().map(|list| signers(app, list)).into_any(),
    }
}

fn heads<const N: usize>(columns: [&'static str; N]) -> AnyView {
    view! {
        <thead>
            <tr>{columns.map(|said| view! { <th scope="col">{said}</th> }).collect_view()}</tr>
        </thead>
    }
    .into_any()
}

fn signers(app: OfficeApp, signers: &[CheckedSigner]) -> AnyView {
    let rows = signers.iter().map(|signer| {
        let known = app.record.with_untracked(|record| record.registry.key(&signer.kid).map(|(_, key)| key.clone()));
        let (status, mandate) = known.map_or((None, None), |key| (Some(key.status), key.mandate));
        let mandate = mandate.map(|given| common::clauses(&[words::verdict::DEPUTY, &words::verdict::mandate(&given)]));
        let mandate = mandate.map(|said| view! { <p class="hint">{said}</p> });
        let tone = words::registry::status_tone(status.as_ref());
        // Digits that can be read here would be compared with themselves.
        let digits = if status.is_some() { signer.fingerprint.to_string() } else { words::NO_DIGITS.to_owned() };
        view! {
            <tr>
                <td>{words::verdict::role(signer.role)}</td>
                <th scope="row">{signer.name.clone()} " " <span class="muted">{signer.title.clone()}</span></th>
                <td class="digits digits-small">{digits}</td>
                <td>
                    <span class=format!(
                        "status-item status-{tone} nowrap",
                    )>{icon::of(tone)} {words::registry::status_short(status.as_ref())}</span>
                    {mandate}
                </td>
            </tr>
        }
    });
    view! {
        <div class="table-wrap">
            <table>
                <caption>{words::SIGNERS}</caption>
                {heads(words::SIGNER_COLUMNS)}
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn differences(app: OfficeApp, found: &CheckedReport) -> AnyView {
    if found.unknown_catalogue() {
        return view! { <p class="status-item status-warn">{icon::of("warn")} {words::difference::UNKNOWN}</p> }
            .into_any();
    }
    if found.differences.is_empty() {
        return view! { <p class="status-item status-good">{icon::of("good")} {words::difference::NONE}</p> }
            .into_any();
    }
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let rows = found.differences.iter().map(|difference| {
        view! {
            <tr data-difference="true">
                <th scope="row">{words::difference::figure(catalogue, &difference.figure)}</th>
                <td>{words::difference::amount(&difference.declared)}</td>
                <td>{words::difference::amount(&difference.computed)}</td>
            </tr>
        }
    });
    view! {
        <div class="table-wrap">
            <table>
                <caption class="status-bad">{words::difference::HEADING}</caption>
                {heads(words::difference::COLUMNS)}
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Answers of the report that cannot both be true; nothing where there are none.
fn contradictions(app: OfficeApp, found: &CheckedReport) -> AnyView {
    if found.contradictions.is_empty() {
        return ().into_any();
    }
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let name = |id: &str| {
        let place = ReviewPlace::of_id(catalogue, id);
        place.map_or_else(String::new, |place| report::place(catalogue, &found.report.hazards, &place))
    };
    let rows = found.contradictions.iter().map(|contradiction| {
        view! {
            <tr data-contradiction="true">
                <th scope="row">{name(&contradiction.one)}</th>
                <td>{fault::clash(&contradiction.kind).to_owned()}</td>
                <td>{name(&contradiction.other)}</td>
            </tr>
        }
    });
    view! {
        <div class="table-wrap">
            <table>
                <caption class="status-bad">{words::CONTRADICTIONS}</caption>
                {heads(words::CONTRADICTION_COLUMNS)}
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn scores(app: OfficeApp, found: &CheckedReport) -> AnyView {
    let declared = &found.report.declared;
    let score_of = |figures: &Declared, number: u8| {
        figures.elements.iter().find(|element| element.number == number).map(|element| element.score)
    };
    let row = |name: String, declared: String, computed: Option<String>| {
        let (tone, said) = match &computed {
            None => ("info", words::NOT_COMPUTED),
            Some(computed) if *computed == declared => ("good", words::EQUAL),
            Some(_) => ("bad", words::UNEQUAL),
        };
        let computed = computed.unwrap_or_else(|| words::NOT_COMPUTED.into());
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="nowrap">{declared}</td>
                <td class="nowrap">{computed}</td>
                <td>
                    <span class=format!("status-item status-{tone} nowrap")>{icon::of(tone)} {said}</span>
                </td>
            </tr>
        }
    };
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let elements = catalogue.elements.iter().map(|element| {
        let computed = found.recomputed.as_ref().map(|figures| common::score(score_of(figures, element.number)));
        row(
            words::difference::element(catalogue, element.number),
            common::score(score_of(declared, element.number)),
            computed,
        )
    });
    let total = row(
        words::rollup::TOTAL.into(),
        common::score(declared.total),
        found.recomputed.as_ref().map(|figures| common::score(figures.total)),
    );
    view! {
        <div class="table-wrap">
            <table>
                <caption>{words::SCORES}</caption>
                {heads(words::SCORE_COLUMNS)}
                <tbody>{elements.collect_view()}</tbody>
                <tfoot>{total}</tfoot>
            </table>
        </div>
    }
    .into_any()
}

fn targets(app: OfficeApp, found: &CheckedReport) -> AnyView {
    let figures = found.recomputed.as_ref().unwrap_or(&found.report.declared);
    if figures.targets.is_empty() {
        return view! { <p>{report::NO_AREAS}</p> }.into_any();
    }
    let cell = |area: &str, code: TargetCode| {
        let target = figures.targets.iter().find(|target| target.area == area && target.code == code);
        target.map(|target| {
            let (tone, said) = if target.met { ("good", report::MET) } else { ("bad", report::UNMET) };
            let full = target.rate.is_some_and(|rate| rate.is_full() || rate.total == 0);
            let why = (full && !target.met).then(|| view! { <span class="hint">{words::FULL_AND_UNMET}</span> });
            view! {
                <span class="number">{common::rate(code, target.rate)}</span>
                " "
                <span class=format!("status-item status-{tone} small nowrap")>{icon::of(tone)} {said}</span>
                {why}
            }
        })
    };
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let rows = found.report.areas.iter().map(|area| {
        let name = catalogue.area(area).map_or_else(|| area.clone(), |area| area.name.clone());
        view! {
            <tr>
                <th scope="row">{name}</th>
                {TargetCode::ALL.map(|code| view! { <td>{cell(area, code)}</td> }).collect_view()}
            </tr>
        }
    });
    let caption = if found.recomputed.is_some() { words::TARGETS } else { words::TARGETS_DECLARED };
    let heads = TargetCode::ALL.map(|code| view! { <th scope="col">{common::target(code)}</th> }).collect_view();
    view! {
        <div class="table-wrap">
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{report::AREA}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn hazards(report: &ReportDigest) -> AnyView {
    if report.hazards.is_empty() {
        return view! { <p>{words::NO_HAZARDS}</p> }.into_any();
    }
    let row = |row: &Hazard| {
        let late = row.is_overdue_on(report.to).then(|| {
            view! {
                " "
                <span class="status-item status-bad small nowrap">{icon::of("bad")} {words::OVERDUE}</span>
            }
        });
        let tone = if row.is_major() { "status-bad" } else { "" };
        view! {
            <tr>
                <th scope="row" class="nowrap">
                    {row.id.clone()}
                </th>
                <td class=format!("nowrap {tone}")>{row.grade.map(hazard::grade)}</td>
                <td>{row.place.clone()} {common::COLON} {row.description.clone()}</td>
                <td>{row.deadline.map(common::day)} {late}</td>
                <td class="nowrap">{hazard::stage(row.stage)}</td>
            </tr>
        }
    };
    let rows = report.hazards.iter().map(row).collect_view();
    view! {
        <div class="table-wrap">
            <table>
                <caption>{words::HAZARDS}</caption>
                {heads(words::HAZARD_COLUMNS)}
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn document(checked: &Checked, found: &CheckedReport) -> AnyView {
    let report = &found.report;
    let program = format!("{} {}", report.app.name, report.app.version);
    let list = crate::words::check_list::named(&report.catalogue);
    let unknown = (!found.unknown_members.is_empty()).then(|| {
        view! {
            <dt>{words::UNKNOWN}</dt>
            <dd class="mono">{common::clauses(&found.unknown_members)}</dd>
        }
    });
    view! {
        <dl class="facts-list">
            <dt>{words::SEALED_AT}</dt>
            <dd>{crate::words::seal::moment(&report.sealed_at)}</dd>
            <dt>{words::DUE}</dt>
            <dd>{common::day(report.due)}</dd>
            <dt>{crate::words::check_list::TITLE}</dt>
            <dd data-list="true">{list}</dd>
            <dt>{words::CONFIRMATIONS}</dt>
            <dd data-confirmations="true">{words::confirmations(&found.confirmations)}</dd>
            {unknown}
        </dl>
        <details>
            <summary>{words::TECHNICAL}</summary>
            <dl class="facts-list details-body">
                <dt>{words::PROGRAM}</dt>
                <dd>{program}</dd>
                <dt>{words::DOCUMENT_HASH}</dt>
                <dd class="mono">{found.document_sha256.to_string()}</dd>
                <dt>{words::FILE_HASH}</dt>
                <dd class="mono">{checked.file_sha256.map(|sha256| sha256.to_string())}</dd>
            </dl>
        </details>
    }
    .into_any()
}
