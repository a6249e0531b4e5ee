//! The page with the register of documents.

use anziping_core::catalog::TargetCode;
use anziping_core::register::{Document, DocumentColumn, DocumentStanding, RegisterColumn};
use leptos::prelude::*;

use super::form::EntryForm;
use super::licences;
use super::list::{List, list};
use super::sheet::sheets;
use super::{counts, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::Notice;
use crate::words::common;
use crate::words::register::{NO_ENTRY_NAME, document as words};

pub(crate) fn documents_page(session: Session) -> AnyView {
    let app = App::get();
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
            </div>
            {unreadable(app, session)}
            {licences::card(session)}
            {warnings(session)}
            {list(
                app,
                session,
                List::<Document> {
                    kind: "document",
                    heading: "entries",
                    title: words::TITLE,
                    none: words::NONE,
                    add: words::ADD,
                    named: |document: &Document| document.name.clone(),
                    unnamed: NO_ENTRY_NAME,
                    above: |_| ().into_any(),
                    tags: |_: Session, document: &Document| {
                        let (tone, said) = words::standing(document.standing(clock::today()));
                        view! {
                            <span class="muted">{document.version.clone()}</span>
                            " "
                            <span class=format!("tag tag-{tone}") data-standing="document">
                                {said}
                            </span>
                        }
                            .into_any()
                    },
                    form,
                },
            )}
            {counts(session, labelled(session, None, Some(TargetCode::P1)))}
            {sheets::<Document>(app, session, "documents", &words::SHEET, None)}
        </div>
    }
    .into_any()
}

/// The columns of the form; the areas stand below them.
const FIELDS: &[DocumentColumn] = &[
    DocumentColumn::Name,
    DocumentColumn::Version,
    DocumentColumn::IssuedOn,
    DocumentColumn::ReviewOn,
    DocumentColumn::Item,
];
// A column without a field does not compile; the number has none.
const _: () = assert!(FIELDS.len() + 2 == DocumentColumn::ALL.len());

fn form(entry: EntryForm<Document>) -> AnyView {
    view! {
        <div class="pairs">{entry.fields(FIELDS)}</div>
        {entry.field(DocumentColumn::Areas)}
    }
    .into_any()
}

/// Documents that are missing, overdue, or due soon.
fn warnings(session: Session) -> AnyView {
    let today = clock::today();
    let rows = Memo::new(move |_| {
        session.registers.with(|registers| {
            let wanted = registers.documents.iter().filter(|document| !document.name.trim().is_empty());
            let wanted = wanted.map(|document| (&document.name, document.standing(today)));
            let wanted = wanted.filter(|(_, standing)| *standing != DocumentStanding::InForce);
            wanted.map(|(name, standing)| common::labelled(name, &words::standing(standing).1)).collect::<Vec<_>>()
        })
    });
    view! {
        {move || {
            Some(rows.get())
                .filter(|rows| !rows.is_empty())
                .map(|rows| {
                    let rows = rows.into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
                    view! {
                        <Notice kind="warn">
                            <p>{words::WARNINGS}</p>
                            <ul class="bullets" data-list="document-warnings">
                                {rows}
                            </ul>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}
