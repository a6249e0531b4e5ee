//! Shows the facts that a report states beside its score, on its card and in its details.

use anziping_core::office::intake::CheckedReport;
use anziping_core::office::matters::{Matter, MatterKind, matters};
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::common;
use crate::words::office as words;

/// A tag that says whether the figures follow from the answers.
///
/// It is a tag of its own, since a sound signature says nothing of that.
pub(super) fn figures(found: &CheckedReport) -> AnyView {
    let (hook, tone, sign, said) = if found.unknown_catalogue() {
        ("unknown", "tag-warn", "warn", words::FIGURES_UNKNOWN.to_owned())
    } else if found.differences.is_empty() {
        ("equal", "tag-good", "good", words::FIGURES_EQUAL.to_owned())
    } else {
        ("differ", "tag-bad", "bad", words::figures_differ(found.differences.len()))
    };
    view! {
        <span class=format!("tag {tone}") data-figures=hook>
            {icon::of(sign)}
            " "
            {said}
        </span>
    }
    .into_any()
}

/// Shows what must be seen beside the score, a line for each kind.
///
/// Differences have a tag and a table of their own.
pub(super) fn lines(app: OfficeApp, found: &CheckedReport, wanted: impl Fn(MatterKind) -> bool) -> Option<AnyView> {
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let all = matters(found);
    let line = |kind: MatterKind| {
        let of_kind: Vec<&Matter<'_>> = all.iter().filter(|matter| matter.kind() == kind).collect();
        let said = (!of_kind.is_empty()).then(|| words::matters::brief(catalogue, found, &of_kind))?;
        let tone = match kind {
            kind if kind.is_bad() => "bad",
            MatterKind::Help | MatterKind::Lead => "warn",
            _ => "info",
        };
        Some(view! {
            <li class=format!("status-item status-{tone}") data-matter=kind.code()>
                {icon::of(tone)}
                " "
                <span>
                    <strong>{words::matters::kind(kind)}</strong>
                    {common::COLON}
                    {said}
                </span>
            </li>
        })
    };
    let kinds = MatterKind::ALL.into_iter().filter(|kind| *kind != MatterKind::Difference && wanted(*kind));
    let lines: Vec<_> = kinds.filter_map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="plain stack-tight">{lines}</ul> }.into_any())
}

/// Shows what must be seen beside the score, in full.
///
/// Differences and contradictions have tables of their own.
pub(super) fn full(app: OfficeApp, found: &CheckedReport) -> AnyView {
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let all = matters(found);
    let list = |kind: MatterKind| {
        let of_kind: Vec<_> = all.iter().filter(|matter| matter.kind() == kind).collect();
        let rows = of_kind.iter().map(|matter| view! { <li>{words::matters::text(catalogue, found, matter)}</li> });
        (!of_kind.is_empty()).then(|| {
            view! {
                <dt class:status-bad=kind.is_bad()>{words::matters::kind(kind)}</dt>
                <dd data-told=kind.code()>
                    <ul class="plain">{rows.collect_view()}</ul>
                </dd>
            }
        })
    };
    let kinds =
        MatterKind::ALL.into_iter().filter(|kind| !matches!(kind, MatterKind::Difference | MatterKind::Contradiction));
    let lists: Vec<_> = kinds.filter_map(list).collect();
    view! { <dl class="facts-list">{lists}</dl> }.into_any()
}
