//! Lists the facts in the month's trusted reports that nobody may overlook.
//!
//! Accidents come first, and every kind has a list of its own.

use anziping_core::office::intake::CheckedReport;
use anziping_core::office::matters::{Matter, MatterKind, matters};
use anziping_core::office::rollup::RollUp;
use anziping_tables::Sheet;
use leptos::prelude::*;

use super::long_table::{ROWS, rest};
use super::risk_overview::of_trusted;
use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::office::matters as words;

#[component]
pub(super) fn Matters(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let harm = move || {
        let sums = rollup.with(|rollup| rollup.trusted.harm);
        if sums.is_any() {
            let said = words::harm_totals(&sums);
            view! {
                <p class="status-item status-bad" data-harm="true">
                    {icon::of("bad")}
                    " "
                    <strong>{said}</strong>
                </p>
            }
            .into_any()
        } else {
            view! { <p class="status-item status-good">{icon::of("good")} " " {words::NO_HARM}</p> }.into_any()
        }
    };
    let counts = Memo::new(move |_| of_trusted(app, |reports| MatterKind::ALL.map(|kind| count(kind, reports))));
    let kinds = move || {
        let counted = MatterKind::ALL.into_iter().zip(counts.get()).filter(|(_, (_, all))| *all > 0);
        let lists: Vec<AnyView> =
            counted.map(|(kind, (enterprises, all))| list(app, kind, words::counted(kind, enterprises, all))).collect();
        if lists.is_empty() { view! { <p>{words::NONE}</p> }.into_any() } else { lists.into_any() }
    };
    view! {
        <section class="card" aria-labelledby="matters">
            <h2 id="matters">{words::HEADING}</h2>
            <p>{words::WHAT}</p>
            {harm}
            {kinds}
        </section>
    }
    .into_any()
}

/// Enterprises and pieces of a kind.
fn count(kind: MatterKind, reports: &[&CheckedReport]) -> (usize, usize) {
    let of_each = reports.iter().map(|found| matters(found).iter().filter(|matter| matter.kind() == kind).count());
    of_each.filter(|count| *count > 0).fold((0, 0), |(enterprises, all), count| (enterprises + 1, all + count))
}

/// The list of a kind; its rows are made when it is opened.
fn list(app: OfficeApp, kind: MatterKind, heading: String) -> AnyView {
    let opened = RwSignal::new(kind <= MatterKind::Cap);
    let body = move || {
        opened.get().then(|| {
            let all = of_trusted(app, |reports| rows(app, reports, |matter| matter.kind() == kind));
            let more = rest(all.len());
            let rows = all.into_iter().take(ROWS).map(|(name, _, text)| {
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td class="wide">{text}</td>
                    </tr>
                }
            });
            view! {
                <div class="table-wrap">
                    <table class="table-cards">
                        <caption class="visually-hidden">{words::kind(kind)}</caption>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
                {more}
            }
        })
    };
    view! {
        <details data-matters=kind.code() open=kind <= MatterKind::Cap on:toggle=move |_| opened.set(true)>
            <summary class:status-bad=kind.is_bad()>{heading}</summary>
            <div class="details-body">{body}</div>
        </details>
    }
    .into_any()
}

/// Name, the kind's heading and text of everything that is wanted, by enterprise.
fn rows(
    app: OfficeApp,
    reports: &[&CheckedReport],
    wanted: impl Fn(&Matter<'_>) -> bool,
) -> Vec<(String, Vec<String>, String)> {
    let of_one = |found: &&CheckedReport| {
        let catalogue = app.catalogue_of(&found.report.catalogue);
        let enterprise = &found.report.enterprise;
        let row = |matter: &Matter<'_>| {
            let kind = words::kind(matter.kind()).to_owned();
            let of_enterprise = vec![enterprise.uscc.to_string(), enterprise.village.clone(), kind];
            (enterprise.name.clone(), of_enterprise, words::text(catalogue, found, matter))
        };
        matters(found).iter().filter(|matter| wanted(matter)).map(row).collect::<Vec<_>>()
    };
    reports.iter().flat_map(of_one).collect()
}

/// All of it as a sheet, to be filtered by kind.
pub(super) fn sheet(app: OfficeApp, now: &[&CheckedReport]) -> Sheet {
    let heading = words::COLUMNS.map(str::to_owned).to_vec();
    let rows = rows(app, now, |_| true)
        .into_iter()
        .map(|(name, rest, text)| std::iter::once(name).chain(rest).chain(std::iter::once(text)).collect());
    Sheet {
        name: words::HEADING.into(),
        rows: std::iter::once(heading).chain(rows).collect(),
        numbers: Vec::new(),
        ..Sheet::default()
    }
}
