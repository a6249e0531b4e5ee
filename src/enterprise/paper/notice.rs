//! 隐患整改通知单: one page for each hazard.

use anziping_core::hazard::{Hazard, HazardField};
use leptos::prelude::*;

use super::sheet::{sheet, sign_lines};
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{common, hazard as hazard_words};

/// The choice, and the notices.
pub(super) fn notices(session: Session) -> AnyView {
    let open: Vec<Hazard> =
        session.hazards.with_untracked(|hazards| hazards.iter().filter(|hazard| hazard.is_open()).cloned().collect());
    if open.is_empty() {
        return view! { <p class="card">{words::NOTICE_NONE}</p> }.into_any();
    }
    let chosen = RwSignal::new(String::new());
    let options = open.iter().map(|hazard| {
        let said = format!("{} {} {}", hazard.id, hazard.place, hazard.description);
        view! { <option value=hazard.id.clone()>{said}</option> }
    });
    let options = options.collect_view();
    let shown = move || {
        let of = chosen.get();
        open.iter()
            .filter(|hazard| of.is_empty() || hazard.id == of)
            .map(|hazard| notice(session, hazard))
            .collect_view()
    };
    view! {
        <div class="card field no-print">
            <label for="notice-of">{words::NOTICE_CHOICE}</label>
            <select id="notice-of" name="notice-of" on:change=move |ev| chosen.set(event_target_value(&ev))>
                <option value="">{words::NOTICE_ALL}</option>
                {options}
            </select>
        </div>
        {shown}
    }
    .into_any()
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
    let row = |label: String, value: String| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td>{value}</td>
            </tr>
        }
    };
    let rows =
        words::NOTICE_ROWS.into_iter().zip(values).map(|(label, value)| row(label.to_owned(), value)).collect_view();
    let major = hazard.is_major().then(|| {
        let fields =
            [HazardField::Owner, HazardField::Measures, HazardField::Funds, HazardField::Deadline, HazardField::Plan];
        let said = fields.map(|field| {
            let state = if hazard.is_blank(field) { hazard_words::NOT_THERE } else { hazard_words::THERE };
            format!("{}：{state}", hazard_words::fulfilment(field))
        });
        row(words::NOTICE_MAJOR.to_owned(), said.join("；"))
    });
    let content = view! {
        <p>{request}</p>
        <table class="sheet-table sheet-form">
            <tbody>{rows} {major}</tbody>
        </table>
        {sign_lines(&words::NOTICE_SIGN)}
    };
    sheet(session, Form::Notice, content)
}
