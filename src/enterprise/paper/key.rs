//! The form by which the office learns the key: 30 digits to compare, and a code with the key's id.

use anziping_core::record::KeyRecord;
use leptos::prelude::*;

use super::qr::qr;
use super::sheet::{sheet, sign_lines};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{report, seal};

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
    let (name, uscc, principal) = session.enterprise.with_untracked(|enterprise| {
        (enterprise.name.trim().to_owned(), enterprise.uscc.trim().to_owned(), enterprise.principal.trim().to_owned())
    });
    let signer = [key.name.as_str(), key.title.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let code = qr(&format!("ANZIPING KEY 1 {uscc} {}", key.kid), words::QR_KEY);
    let rows = [
        (seal::FORM_ENTERPRISE, name),
        (report::CODE, uscc),
        (report::PRINCIPAL, principal),
        (seal::SIGNER, signer),
        (seal::MADE_AT, seal::by_device(&seal::moment(&key.created_at))),
    ];
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
            <tbody>{rows}</tbody>
        </table>
        <div class="sheet-code">
            {code} <div>
                <p>{seal::FINGERPRINT}</p>
                <p class="digits">{key.kid.fingerprint().to_string()}</p>
            </div>
        </div>
        <p>{seal::FORM_TEXT}</p>
        {sign_lines(&seal::FORM_LINES)}
        <p class="sheet-sign">
            <span>{seal::FORM_OFFICE} "："</span>
        </p>
    };
    sheet(session, Form::Key, content)
}
