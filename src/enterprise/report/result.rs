//! The total, the grade and what caps it.

use anziping_core::review::Overview;
use anziping_core::score::total::{ScoreGrade, Scores};
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::icon;
use crate::words::{common, report as words};

/// Icon and colour of a grade.
pub(in crate::enterprise) fn tone(grade: ScoreGrade) -> &'static str {
    match grade {
        ScoreGrade::Excellent => "good",
        ScoreGrade::Pass => "blue",
        ScoreGrade::Fail => "bad",
    }
}

/// The result.
#[component]
pub(crate) fn Outcome(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let app = App::get();
    let scores = Memo::new(move |_| overview.with(|overview| overview.scores.clone()));
    let change = move || {
        // While questions are open the difference would only tell how far the form is filled in.
        let answered = scores.with(|scores| scores.elements.iter().all(|element| element.unanswered == 0));
        let now = scores.with(Scores::tenths).filter(|_| answered)?;
        let month = session.period.previous();
        let before = app.index.with(|index| {
            let months = &index.enterprise(&session.id.get_value())?.months;
            months.iter().find(|shelved| shelved.period == month)?.sealed.first()?.1.total
        })?;
        Some(words::change(now, before, month))
    };
    let figure = move || {
        scores.with(|scores| {
            let (Some(total), Some(grade)) = (scores.tenths(), scores.grade()) else {
                return view! { <p>{words::NO_SCORE}</p> }.into_any();
            };
            let tone = tone(grade);
            view! {
                <p class="row">
                    <output class="figure-big" data-score="total">
                        {common::score(Some(total))}
                    </output>
                    <span class=format!("tag tag-{tone} tag-big") data-grade=grade.code()>
                        {icon::of(tone)}
                        {common::grade(grade)}
                    </span>
                </p>
            }
            .into_any()
        })
    };
    view! {
        <section class="card" aria-labelledby="result">
            <h2 id="result">{words::RESULT}</h2>
            {figure}
            {move || change().map(|change| view! { <p class="number">{change}</p> })}
            {move || scores.with(|scores| cap(session, scores))}
            <p class="hint">{words::INTERNAL}</p>
        </section>
    }
    .into_any()
}

/// The causes of 一票否决, each with a link.
fn cap(session: Session, scores: &Scores) -> Option<AnyView> {
    if !scores.is_capped() {
        return None;
    }
    let hazards = scores
        .open_major
        .iter()
        .map(|id| {
            let said = session.hazards.with(|hazards| {
                hazards.iter().find(|hazard| hazard.id == *id).map(|hazard| hazard.description.clone())
            });
            (Route::Hazards(Some(id.clone())), id.clone(), said.unwrap_or_default())
        })
        .collect::<Vec<_>>();
    let items = scores
        .vetoes
        .iter()
        .map(|id| {
            let question = session.catalogue.item(id).map_or_else(String::new, |item| item.question.clone());
            (Route::Element(session.element_of(id), Some(id.clone())), id.clone(), question)
        })
        .collect::<Vec<_>>();
    let list = |heading: &'static str, causes: Vec<(Route, String, String)>| {
        (!causes.is_empty()).then(|| {
            let rows = causes
                .into_iter()
                .map(|(route, id, said)| {
                    view! {
                        <li>
                            <a href=route.href()>{id}</a>
                            " "
                            {said}
                        </li>
                    }
                })
                .collect_view();
            view! {
                <div>
                    <p>{heading}</p>
                    <ul>{rows}</ul>
                </div>
            }
        })
    };
    let (major, vetoed) = (list(words::OPEN_MAJOR, hazards), list(words::VETO, items));
    Some(
        view! {
            <div class="notice notice-bad" data-capped="true">
                <p>
                    <strong>{words::CAPPED}</strong>
                </p>
                {major}
                {vetoed}
            </div>
        }
        .into_any(),
    )
}
