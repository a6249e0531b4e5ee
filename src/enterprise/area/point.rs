//! A point of a target: asked, answered elsewhere, or not asked this month.

use anziping_core::catalog::{Area, Confidence, Kind, Point};
use anziping_core::month::answer::Answer;
use leptos::prelude::*;

use super::asked::following;
use super::from_ledger::register_hazard;
use crate::enterprise::answered_elsewhere;
use crate::enterprise::app::App;
use crate::enterprise::folded::Folded;
use crate::enterprise::question::{Hook, Question, QuestionText};
use crate::enterprise::session::{AnswerRow, Session};
use crate::ui::citation::basis_line;
use crate::words::{area as words, common};

pub(super) fn point_view(session: Session, area: &'static Area, point: &'static Point, folded: Folded) -> AnyView {
    let Some(row) = session.point(&point.id) else { return ().into_any() };
    let derived = Memo::new(move |_| session.derived(point));
    // Which of the three it is, so that a letter typed elsewhere draws nothing again.
    let shown = Memo::new(move |_| {
        let applies = session.profile.with(|profile| point.applies.holds(profile));
        (applies, derived.with(Option::is_some))
    });
    let view = move || match shown.get() {
        (false, _) => ().into_any(),
        (true, true) => {
            let basis = point_note(session, point).into_any();
            answered_elsewhere::derived(session, question_of(area, point), derived, basis)
        }
        (true, false) => {
            let expires = move |answer: &Answer| answered_elsewhere::expiry(answer, point.interval);
            let full = move || asked_point(session, area, point, row, folded);
            answered_elsewhere::unless_standing(session, row, &question_of(area, point), expires, full)
        }
    };
    view! { {view} }.into_any()
}

fn question_of(area: &Area, point: &Point) -> QuestionText {
    QuestionText {
        id: point.id.clone(),
        number: point.id.strip_prefix(area.id.as_str()).unwrap_or(&point.id).trim_start_matches('.').to_owned(),
        question: point.text.clone(),
        kind: Kind::Level,
        done_label: String::new(),
        total_label: String::new(),
        hook: Hook::Point,
    }
}

fn asked_point(
    session: Session,
    area: &'static Area,
    point: &'static Point,
    row: AnswerRow,
    folded: Folded,
) -> AnyView {
    let app = App::get();
    let asked = question_of(area, point);
    let unmet = Memo::new(move |_| row.status.get().reading().is_some_and(|reading| !reading.is_met()));
    let register = move |_| register_hazard(app, session, area, point.text.clone());
    let note = point_note(session, point);
    view! {
        <Question session=session row=row asked=asked next=Signal::stored(following(area, &point.id, folded))>
            {note}
            {move || {
                unmet
                    .get()
                    .then(|| {
                        view! {
                            <p class="no-print">
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="register-hazard"
                                    on:click=register
                                >
                                    {words::REGISTER_POINT}
                                </button>
                            </p>
                        }
                    })
            }}
        </Question>
    }
    .into_any()
}

/// Shows the source of a point, and the doubt about it.
fn point_note(session: Session, point: &'static Point) -> impl IntoView {
    let doubt = match point.confidence {
        Confidence::Unconfirmed => Some(("tag tag-warn", common::UNCONFIRMED)),
        Confidence::Secondary if point.basis.is_empty() => Some(("tag", common::PRACTICE)),
        Confidence::Secondary => Some(("tag", common::SECONDARY)),
        Confidence::Verified => None,
    };
    let basis = basis_line(session.catalogue, &point.basis);
    (!point.note.is_empty() || !basis.is_empty() || doubt.is_some()).then(|| {
        view! {
            <p class="hint">
                {point.note.as_str()}
                " "
                {basis}
                {doubt.map(|(class, said)| view! { " " <span class=class>{said}</span> })}
            </p>
        }
    })
}
