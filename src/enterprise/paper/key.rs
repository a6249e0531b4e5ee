//! The form by which the office learns the key: 30 digits to compare, also as a code.

use anziping_core::record::KeyRecord;
use leptos::prelude::*;

use super::sheet::{sheet, sign_lines};
use crate::enterprise::app::App;
use crate::enterprise::seal::form;
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{common, seal};

/// The keys of the enterprise on the screen.
pub(super) fn keys(session: Session) -> Vec<KeyRecord> {
    let id = session.id.get_value();
    App::get()
        .index
        .with_untracked(|index| index.enterprise(&id).map(|enterprise| enterprise.keys.clone()).unwrap_or_default())
}

/// One form for each key.
pub(super) fn key(session: Session) -> AnyView {
    let keys = keys(session);
    if keys.is_empty() {
        return view! { <p class="card">{words::NO_KEY}</p> }.into_any();
    }
    keys.iter().map(|key| form(session, key)).collect_view().into_any()
}

fn form(session: Session, key: &KeyRecord) -> AnyView {
    let code = form::code(session, key);
    let digits = form::digits_said(session, key);
    let rows = form::rows(session, key).into_iter();
    let rows = rows.map(|(label, said)| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td>{said}</td>
            </tr>
        }
    });
    let content = view! {
        <table class="sheet-table sheet-form">
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <div class="sheet-code">
            {code} <div>
                <p>{seal::FORM_DIGITS}</p>
                <p class="digits">{digits}</p>
                <p>{seal::FORM_STAMP}</p>
            </div>
        </div>
        <p>{form::declaration(key)}</p>
        {sign_lines(&seal::FORM_LINES)}
        <p class="sheet-sign">
            <span>{seal::FORM_OFFICE} {common::COLON}</span>
        </p>
    };
    sheet(session, Form::Key, content)
}
