//! 自评扣分汇总表: what each item that is not met takes from the total.

use anziping_core::month::assessment::Assessment;
use anziping_core::score::deduction;
use leptos::prelude::*;

use super::sheet::{sheet, sign_lines, table};
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{common, element};

pub(super) fn deductions(session: Session) -> AnyView {
    let draft = session.snapshot();
    let enterprise = session.enterprise.get_untracked();
    let assessment = Assessment::of_draft(session.catalogue, &enterprise, &draft);
    let found = deduction::deductions(&assessment);
    let lost = found.iter().map(|one| one.hundredths).sum();
    let rows = found.iter().map(|one| {
        let name =
            session.catalogue.element(one.element).map_or_else(String::new, |of| element::title(of.number, &of.name));
        let note = draft.answers.get(&one.item.id).map_or("", |answer| answer.note.trim());
        let linked = draft.hazards.iter().filter(|hazard| hazard.item == one.item.id).map(|hazard| hazard.id.as_str());
        let remarks = common::statements(&std::iter::once(note).chain(linked).collect::<Vec<_>>());
        [
            name,
            one.item.id.clone(),
            one.item.question.clone(),
            words::situation(one.status),
            words::points(one.hundredths),
            remarks,
        ]
    });
    let rows: Vec<_> = rows.collect();
    let score = anziping_core::score::total::Scores::of(&assessment)
        .tenths()
        .map_or_else(|| "—".to_owned(), |score| score.to_string());
    let content = if rows.is_empty() {
        view! { <p>{words::NO_DEDUCTIONS}</p> }.into_any()
    } else {
        table(Form::Deductions.title(), words::DEDUCTIONS, rows)
    };
    sheet(
        session,
        Form::Deductions,
        view! {
            <p>{words::deduction_sum(&score, lost)}</p>
            {content}
            {sign_lines(&words::LIST_SIGN)}
        },
    )
}
