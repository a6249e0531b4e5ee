//! Lets one tick a report, and says on its card whether it was given back.

use std::collections::BTreeSet;

use anziping_core::office::desk::{Judged, Verdict};
use anziping_core::office::returns::{AnsweredReturn, ReturnNote, answered, of_document};
use anziping_core::seal::Sha256;
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::waiting::is_answered;
use super::{FORM, ReportsToReturn};
use crate::office::app::OfficeApp;
use crate::platform::dom;
use crate::ui::field::Check;
use crate::words::office::returns as words;

/// The box to tick and the button of a trusted report.
pub(in crate::office::inbox) fn of_one(at: usize, document: Sha256, judged: &Judged) -> Option<AnyView> {
    let ReportsToReturn { ticked, open } = expect_context();
    let tick = move |on: bool| {
        ticked.update(|ticked| {
            if on {
                ticked.insert(document)
            } else {
                ticked.remove(&document)
            };
        });
    };
    let give_back = move |_| {
        ticked.set(BTreeSet::from([document]));
        open.set(true);
        dom::focus_id(FORM);
    };
    (judged.verdict == Verdict::Trusted).then(|| {
        view! {
            <div class="row no-print">
                <button type="button" class="button button-small" data-action="give-back" on:click=give_back>
                    {words::GIVE_BACK}
                </button>
                <Check
                    name=format!("tick_{at}")
                    label=words::TICK
                    checked=Signal::derive(move || ticked.with(|ticked| ticked.contains(&document)))
                    on_change=Callback::new(tick)
                />
            </div>
        }
        .into_any()
    })
}

/// Tags that say whether a report was given back, is answered, or answers a return.
pub(in crate::office::inbox) fn tags(app: OfficeApp, at: usize, document: Sha256) -> AnyView {
    let state = Memo::new(move |_| {
        let given: Vec<ReturnNote> =
            app.record.with(|record| of_document(&record.given_back, document).cloned().collect());
        let is_answered = given.first().is_some_and(|given| is_answered(app, given));
        let given: Vec<Day> = given.into_iter().map(|given| given.on).collect();
        let answers = app.inbox.with(|inbox| {
            let report = &inbox.get(at)?.report()?.report;
            app.record.with(|record| {
                answered(&record.given_back, report).map(|answered| matches!(answered, AnsweredReturn::Ours(_)))
            })
        });
        (given, is_answered, answers)
    });
    let tag = |hook: &'static str, tone: &'static str, said: String| {
        view! {
            " "
            <span class=format!("tag {tone}") data-return=hook>
                {said}
            </span>
        }
    };
    let tags = move || {
        let (given, is_answered, answers) = state.get();
        let given = given.into_iter().map(|on| tag("given-back", "tag-warn", words::given_back(on))).collect_view();
        let corrected = is_answered.then(|| tag("corrected", "tag-good", words::ANSWERED.to_owned()));
        let answers = answers.map(|known| match known {
            true => tag("answers", "tag-good", words::ANSWERED.to_owned()),
            false => tag("unknown", "tag-warn", words::UNKNOWN.to_owned()),
        });
        view! { {given} {corrected} {answers} }
    };
    view! { {tags} }.into_any()
}
