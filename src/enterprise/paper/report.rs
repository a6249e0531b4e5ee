//! The month-end report as it is handed in on paper.
//!
//! The report page, places for signatures, and the code of the signed file.

use anziping_core::document::statement::STATEMENT;
use anziping_core::record::SealedRecord;
use leptos::prelude::*;

use super::sheet::{sheet, sign_lines};
use crate::enterprise::app::App;
use crate::enterprise::qr::qr;
use crate::enterprise::report::body;
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{check_list, common, correction, seal};

pub(super) fn report(session: Session) -> AnyView {
    let record = sealed(session);
    let opened = record.as_ref().and_then(|record| crate::enterprise::seal::read(&record.text));
    let statement = opened.as_ref().map_or_else(|| STATEMENT.to_owned(), |report| report.statement.clone());
    let catalogue = check_list::named(&session.reference());
    let rows = record.as_ref().zip(opened.as_ref()).map(|(record, report)| {
        let signers = report.signers.iter().map(|signer| {
            let who = [signer.name.as_str(), signer.title.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · ");
            view! {
                <dt>{seal::SIGNER}</dt>
                <dd>{who}</dd>
                <dt>{seal::FINGERPRINT}</dt>
                <dd class="digits digits-small">{signer.kid.fingerprint().to_string()}</dd>
            }
        });
        view! {
            <dt>{seal::SEALED_AT}</dt>
            <dd>{seal::by_device(&seal::moment(&record.sealed_at))}</dd>
            {signers.collect_view()}
            <dt>{words::DIGEST}</dt>
            <dd class="mono">{record.document_sha256.to_string()}</dd>
        }
    });
    let code = record.as_ref().zip(opened.as_ref()).and_then(|(record, report)| {
        let kid = report.signers.first().map(|signer| signer.kid)?;
        qr(&format!("ANZIPING REPORT 1 {} {kid}", record.document_sha256), words::QR_REPORT)
    });
    let hint = code.is_some().then(|| view! { <p class="hint">{words::QR_HINT}</p> });
    let unsigned = rows.is_none().then(|| {
        view! {
            <p>
                <strong>{words::NOT_SEALED}</strong>
            </p>
        }
    });
    let content = view! {
        {body(session)}
        <section class="sheet-end">
            <h3>{words::SEAL}</h3>
            <p>{statement}</p>
            {unsigned}
            <div class="sheet-code">
                {code}<dl class="facts-list">{rows}<dt>{words::CATALOGUE}</dt><dd>{catalogue}</dd></dl>
            </div>
            {hint}
            {sign_lines(&words::REPORT_SIGN)}
        </section>
    };
    let reason = session.lineage.with_untracked(|lineage| lineage.reason.clone());
    let reason = (!reason.is_empty())
        .then(|| view! { <p class="sheet-line">{correction::ON_PAPER} {common::COLON} {reason}</p> });
    // The first line of the paper shows that nobody has answered for it yet.
    let draft = record.is_none().then(|| {
        view! {
            <p class="sheet-demo" data-draft="true">
                {words::DRAFT}
            </p>
        }
    });
    sheet(
        session,
        Form::Report,
        view! {
            {draft}
            {reason}
            {content}
        },
    )
}

/// The newest signed report of the month on the screen.
///
/// `None` while it is not signed or being corrected.
fn sealed(session: Session) -> Option<SealedRecord> {
    let (app, id) = (App::get(), session.id.get_value());
    let month = app.indexed_month(&id, session.period)?;
    if !month.is_sealed() {
        return None;
    }
    let newest = month.sealed.into_iter().map(|(revision, _)| revision).max()?;
    app.sealed_record(&id, session.period, newest)
}
