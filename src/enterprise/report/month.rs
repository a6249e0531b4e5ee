//! The month's figures that a principal answers for.
//!
//! Checks, training, accidents, money, inspections, next month.

use anziping_core::catalog::TargetCode;
use anziping_core::month::figures::{MonthFacts, MonthField};
use anziping_core::value::rate::Rate;
use leptos::prelude::*;

use crate::enterprise::session::Session;
use crate::words::{common, report as words};

/// The block.
#[component]
pub(super) fn Figures(session: Session) -> impl IntoView {
    let rows = move || {
        lines(&session.month_facts())
            .into_iter()
            .map(|(label, said)| {
                view! {
                    <dt>{label}</dt>
                    <dd class="number">{said}</dd>
                }
            })
            .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="figures">
            <h2 id="figures">{words::MONTH}</h2>
            <dl class="facts-list">{rows}</dl>
        </section>
    }
    .into_any()
}

fn lines(month: &MonthFacts) -> Vec<(&'static str, String)> {
    use MonthField as F;
    let shown = |field: F| match month.text(field).trim() {
        "" => words::EMPTY.to_owned(),
        text => text.to_owned(),
    };
    let rate = |done: F, total: F| {
        let count = |field| month.number(field).and_then(|number| u32::try_from(number).ok());
        let rate = count(done).zip(count(total)).map(|(done, total)| Rate { done, total });
        let share = common::rate(TargetCode::P2, rate);
        rate.map_or(share.clone(), |Rate { done, total }| share + &common::in_brackets(&format!("{done} / {total}")))
    };
    let counted = |field: F| match month.text(field).trim() {
        "" => words::EMPTY.to_owned(),
        text => format!("{text} {}", crate::words::month::unit(field)),
    };
    let joined = |parts: &[(&str, F)]| {
        if parts.iter().all(|(_, field)| month.text(*field).trim().is_empty()) {
            return words::EMPTY.to_owned();
        }
        let parts = parts.iter().map(|(label, field)| format!("{label}{}", counted(*field)));
        common::clauses(&parts.collect::<Vec<_>>())
    };
    let mut lines = vec![
        (words::ACCIDENTS, joined(&words::ACCIDENT_PARTS)),
        (words::CHECKS, joined(&words::CHECK_PARTS)),
        (words::POSTS, rate(F::PostsSigned, F::PostsTotal)),
        (words::TRAINING, rate(F::Trained, F::ToTrain)),
        (words::CERTIFICATES, rate(F::CertificatesValid, F::CertificatesNeeded)),
        (words::DRILLS, counted(F::Drills)),
        (words::SPENT, joined(&words::SPENT_PARTS)),
        (words::INSPECTIONS, joined(&words::INSPECTION_PARTS)),
    ];
    lines.extend(
        [F::OpenReasons, F::HelpNeeded, F::NextFocus].map(|field| (crate::words::month::label(field), shown(field))),
    );
    lines
}
