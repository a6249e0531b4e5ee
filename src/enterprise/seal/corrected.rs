//! Takes answers of the office about the signed version while that is being corrected.
//!
//! A return joins the correction.

use leptos::prelude::*;

use super::receipt::Receipt;
use crate::enterprise::app::App;
use crate::enterprise::returned;
use crate::enterprise::session::Session;
use crate::words::receipt as words;

/// The way in for receipts and returns, and the return that waits.
///
/// Nothing while no correction is open.
pub(super) fn from_office(app: App, session: Session) -> AnyView {
    let replaced = Memo::new(move |_| {
        let supersedes = session.lineage.with(|lineage| lineage.supersedes)?;
        let id = session.id.get_value();
        let revision = app.index.with(|index| {
            let months = &index.enterprise(&id)?.months;
            let month = months.iter().find(|month| month.period == session.period)?;
            let replaced = month.sealed.iter().find(|(_, sealed)| sealed.document_sha256 == supersedes);
            replaced.map(|(revision, _)| *revision)
        })?;
        app.sealed_record(&id, session.period, revision).map(|record| (revision, record))
    });
    let body = move || {
        replaced.get().map(|(revision, record)| {
            view! {
                <p>{words::while_correcting(revision)}</p>
                <Receipt session=session revision=revision record=record />
                {returned::card(session)}
            }
        })
    };
    view! { {body} }.into_any()
}
