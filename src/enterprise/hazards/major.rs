//! The section of a major hazard: fulfilments, interim measures, double report, supervision, papers.

use anziping_core::hazard::HazardField;
use leptos::prelude::*;

use super::entry::{HazardEntry, shown};
use super::input::{Need, TextInput};
use crate::ui::field::Check;
use crate::words::hazard as words;

const FULFILMENTS: [HazardField; 5] =
    [HazardField::Owner, HazardField::Measures, HazardField::Funds, HazardField::Deadline, HazardField::Plan];
const INTERIM: [HazardField; 1] = [HazardField::Interim];
const DOUBLE_REPORT: [HazardField; 2] = [HazardField::RegulatorOn, HazardField::WorkersOn];
/// Fields of the printed report for which no stage waits; they can be written in each of them.
const REPORT: [HazardField; 2] = [HazardField::Cause, HazardField::Analysis];

/// The section of a major hazard: what the law asks for, and what is still missing.
#[component]
pub(super) fn Major(entry: HazardEntry) -> impl IntoView {
    let supervised = entry.watch(|hazard| hazard.supervised);
    let report = REPORT.map(|field| {
        let fault = Memo::new(move |_| entry.fault_beside(field));
        let eager = Signal::stored(false);
        view! { <TextInput entry=entry need=Need::Optional field=field fault=fault eager=eager /> }
    });
    view! {
        <section class="card" aria-labelledby="hazard-major">
            <h2 id="hazard-major">{words::MAJOR_HEADING}</h2>
            <div class="grid-2">
                <div class="stack-tight">
                    <h3>{words::FULFILMENTS}</h3>
                    {list(entry, &FULFILMENTS, [words::THERE, words::NOT_THERE])}
                </div>
                <div class="stack-tight">
                    <h3>{words::DOUBLE_REPORT}</h3>
                    {list(entry, &DOUBLE_REPORT, [words::REPORTED, words::NOT_REPORTED])}
                    <h3>{words::label(HazardField::Interim)}</h3>
                    {list(entry, &INTERIM, [words::THERE, words::NOT_THERE])}
                </div>
            </div>
            <div class="stack-tight">
                <h3>{words::FOR_REPORT}</h3>
                <p class="hint">{words::FOR_REPORT_HINT}</p>
                <div class="pairs">{report}</div>
            </div>
            <Check
                name="hazard-supervised"
                label=words::SUPERVISED
                hint=words::SUPERVISED_HINT
                checked=supervised
                on_change=Callback::new(move |on| entry.edit(|hazard| hazard.supervised = on))
                disabled=entry.session.read_only
            />
        </section>
    }
    .into_any()
}

fn list(entry: HazardEntry, fields: &'static [HazardField], [there, missing]: [&'static str; 2]) -> impl IntoView {
    let rows = fields.iter().map(move |&field| {
        let value = entry.watch(move |hazard| (!hazard.is_blank(field)).then(|| shown(hazard, field)));
        let tag = move || match value.get() {
            Some(_) => view! { <span class="tag tag-good">"✓ " {there}</span> }.into_any(),
            None => view! { <span class="tag tag-bad">"○ " {missing}</span> }.into_any(),
        };
        view! {
            <li>
                {(field != HazardField::Interim).then(|| view! { <strong>{words::fulfilment(field)}</strong> })} {tag}
                <span>{move || value.get()}</span>
            </li>
        }
    });
    view! { <ul class="plain fulfilments">{rows.collect_view()}</ul> }
}
