//! The card of one target: its counts and its points.

use anziping_core::catalog::{Area, Kind, Target, TargetCode};
use anziping_core::month::draft::MonthDraft;
use anziping_core::score::targets::TargetCell;
use leptos::prelude::*;

use super::asked::{asked_of, following};
use super::from_ledger::FromLedger;
use super::point::point_view;
use crate::enterprise::filter::Filtered;
use crate::enterprise::folded::{self, Folded};
use crate::enterprise::question::{Hook, Question, QuestionText};
use crate::enterprise::session::Session;
use crate::enterprise::together::{AnswerTogether, ending_with};
use crate::words::area as words;

/// Counts and points of one target.
#[component]
pub(super) fn TargetCard(
    session: Session,
    area: &'static Area,
    target: &'static Target,
    cells: Memo<Vec<TargetCell>>,
    filter: Filtered,
    folded: Folded,
) -> impl IntoView {
    let code = target.code;
    let heading = format!("{}.{code}-title", area.id);
    let met = move || {
        let counted = cells
            .with(|cells| cells.iter().find(|cell| cell.code == code).map(|cell| (cell.points_met, cell.points_asked)));
        counted.map(|(met, asked)| words::points(met, asked))
    };
    let counts = move || match code {
        // The ledger's counts are nobody's answer, so no filter keeps them.
        TargetCode::P4 => filter.is_all().then(|| view! { <FromLedger session=session area=area /> }.into_any()),
        _ => filter.keeps(&MonthDraft::rate_key(&area.id, code)).then(|| rate(session, area, target, folded)),
    };
    let asked = Memo::new(move |_| {
        let mut asked = asked_of(session, target);
        asked.retain(|point| !folded.holds(&point.id));
        asked
    });
    let questions = target.points.iter().map(|point| {
        let group = Memo::new(move |_| asked.with(|asked| ending_with(asked, point)).unwrap_or_default());
        let together = move || {
            let points = group.get();
            (filter.is_all() && !points.is_empty())
                .then(|| view! { <AnswerTogether session=session area=area points=points /> })
        };
        let listed = Memo::new(move |_| filter.keeps(&point.id) && !(filter.is_all() && folded.holds(&point.id)));
        view! {
            {move || listed.get().then(|| point_view(session, area, point, folded))}
            {together}
        }
    });
    let questions = questions.collect_view();
    let behind = move || {
        let points = || target.points.iter().filter(|point| folded.holds(&point.id));
        let derived = untrack(|| points().filter(|point| session.derived(point).is_some()).count());
        let questions = || points().map(|point| point_view(session, area, point, folded)).collect_view().into_any();
        let count = points().count();
        (filter.is_all() && count > 0).then(|| folded::view(count - derived, derived, questions()))
    };
    view! {
        <section class="stack" aria-labelledby=heading.clone()>
            <div class="row row-between section-head">
                <h2 id=heading.clone()>{words::card(code)}</h2>
                <span class="muted number">{met}</span>
            </div>
            {counts}
            {questions}
            {behind}
        </section>
    }
    .into_any()
}

/// The two counts of P1 to P3.
fn rate(session: Session, area: &'static Area, target: &'static Target, folded: Folded) -> AnyView {
    let Some(row) = session.rate(&area.id, target.code) else { return ().into_any() };
    let asked = QuestionText {
        id: MonthDraft::rate_key(&area.id, target.code),
        number: String::new(),
        question: words::rate_question(target.code).into(),
        kind: Kind::Ratio,
        done_label: target.done_label.clone(),
        total_label: target.total_label.clone(),
        hook: Hook::Rate,
    };
    let next = following(area, &asked.id, folded);
    view! {
        <Question session=session row=row asked=asked next=Signal::stored(next)>
            <p class="hint">{words::NO_CASE}</p>
        </Question>
    }
    .into_any()
}
