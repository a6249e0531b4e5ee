//! Lists the reports of the month that count: when each was signed and taken in, and whether late.

use anziping_core::office::desk::{Remark, Verdict};
use leptos::prelude::*;

use super::long_table::{ROWS, rest};
use crate::office::app::OfficeApp;
use crate::office::desk_record::DeskRecord;
use crate::words::common;
use crate::words::office::rollup as words;

/// A report: the enterprise, the day of signing, that of taking in, and whether it was late.
type Row = ([String; 3], bool);

/// The late ones first, each group in the order of the desk.
fn all(app: OfficeApp) -> Vec<Row> {
    let period = app.period.get();
    let accepted = app.record.with(DeskRecord::accepted_documents);
    app.inbox.with(|inbox| {
        app.judged.with(|judged| {
            let trusted = inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
            let reports = trusted.filter_map(|(checked, judged)| Some((checked.report()?, judged)));
            let reports = reports.filter(|(found, _)| found.report.period == period);
            let mut rows: Vec<Row> = reports
                .map(|(found, judged)| {
                    let is_late = |remark: &Remark| matches!(remark, Remark::Late { .. } | Remark::ReceivedLate { .. });
                    let received = match accepted.get(&found.document_sha256) {
                        None => words::NOT_NOTED.to_owned(),
                        Some(day) => day.map_or_else(|| words::DAY_UNKNOWN.to_owned(), common::day),
                    };
                    let signed = common::day(found.report.sealed_at.day());
                    ([found.report.enterprise.name.clone(), signed, received], judged.remarks.iter().any(is_late))
                })
                .collect();
            rows.sort_by_key(|(_, is_late)| !is_late);
            rows
        })
    })
}

/// The list, folded; nothing before a report counts.
#[component]
pub(super) fn Received(app: OfficeApp) -> impl IntoView {
    let rows = Memo::new(move |_| all(app));
    let row = |([name, signed, received], is_late): Row| {
        let [_, of_signing, of_taking_in, of_lateness] = words::RECEIVED_COLUMNS;
        let (hook, late) = if is_late { ("late", words::LATE) } else { ("in-time", "") };
        view! {
            <tr data-received=hook>
                <th scope="row">{name}</th>
                <td class="half" data-label=of_signing>
                    {signed}
                </td>
                <td class="half" data-label=of_taking_in>
                    {received}
                </td>
                <td class="status-bad" data-label=of_lateness>
                    {late}
                </td>
            </tr>
        }
    };
    let list = move || {
        let rows = rows.get();
        (!rows.is_empty()).then(|| {
            let (count, late) = (rows.len(), rows.iter().filter(|(_, is_late)| *is_late).count());
            let heads = words::RECEIVED_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
            view! {
                <section class="card" aria-labelledby="received">
                    <h2 id="received">{words::RECEIVED}</h2>
                    <details data-received-count=count data-late=late>
                        <summary data-action="received">{words::received(count, late)}</summary>
                        <div class="details-body table-wrap">
                            <table class="table-cards" aria-labelledby="received">
                                <thead>
                                    <tr>{heads}</tr>
                                </thead>
                                <tbody>{rows.into_iter().take(ROWS).map(row).collect_view()}</tbody>
                            </table>
                        </div>
                        {rest(count)}
                    </details>
                </section>
            }
        })
    };
    view! { {list} }.into_any()
}
