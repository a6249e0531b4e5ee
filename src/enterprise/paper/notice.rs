//! 隐患整改通知单: one page for each hazard.

use anziping_core::hazard::{Hazard, HazardField};
use leptos::prelude::*;

use super::sheet::{asked_for, choice, form_row, named_hazard, sheet, sign_lines};
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{common, hazard as hazard_words};

/// The notice of the hazard that is named; else the choice, and the notices.
pub(super) fn notices(session: Session, code: &str) -> AnyView {
    if let Some(hazard) = named_hazard(session, code) {
        return notice(session, &hazard);
    }
    let open: Vec<Hazard> =
        session.hazards.with_untracked(|hazards| hazards.iter().filter(|hazard| hazard.is_open()).cloned().collect());
    if open.is_empty() {
        return view! { <p class="card">{words::NOTICE_NONE}</p> }.into_any();
    }
    choice("notice-of", words::NOTICE_CHOICE, words::NOTICE_ALL, open, move |hazard| notice(session, hazard))
}

fn notice(session: Session, hazard: &Hazard) -> AnyView {
    let owner =
        if hazard.owner.trim().is_empty() { words::NO_OWNER.to_owned() } else { hazard.owner.trim().to_owned() };
    let found = format!("{} {}", hazard.found_on.map_or_else(String::new, common::day), hazard.place);
    let deadline = hazard.deadline.map_or_else(String::new, common::day);
    let request = words::notice_request(&owner, hazard.deadline);
    let values = [
        hazard.id.clone(),
        owner,
        found,
        hazard.description.clone(),
        hazard.criterion.clone(),
        hazard.measures.clone(),
        deadline,
        hazard.interim.clone(),
    ];
    let rows = words::NOTICE_ROWS
        .into_iter()
        .zip(values)
        .map(|(label, value)| form_row(label.to_owned(), value))
        .collect_view();
    let major = hazard.is_major().then(|| {
        let fields =
            [HazardField::Owner, HazardField::Measures, HazardField::Funds, HazardField::Deadline, HazardField::Plan];
        let said = fields.map(|field| {
            let state = if hazard.is_blank(field) { hazard_words::NOT_THERE } else { hazard_words::THERE };
            common::labelled(hazard_words::fulfilment(field), state)
        });
        form_row(words::NOTICE_MAJOR.to_owned(), common::statements(&said))
    });
    let content = view! {
        <p>{request}</p>
        <table class="sheet-table sheet-form">
            <tbody>{rows} {major}</tbody>
        </table>
        {asked_for(Form::Notice)}
        {sign_lines(&words::NOTICE_SIGN)}
    };
    sheet(session, Form::Notice, content)
}
