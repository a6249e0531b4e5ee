//! The page with the register of documents.

use anziping_core::catalog::TargetCode;
use anziping_core::register::{DOCUMENT_ITEMS, Document, DocumentStanding, Registers};
use leptos::prelude::*;

use super::entry::{Form, List, list};
use super::sheet::sheets;
use super::{counts, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::Notice;
use crate::words::register::document as words;

/// The page.
pub fn documents_page(session: Session) -> AnyView {
    let app = App::get();
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
            </div>
            {unreadable(app, session)}
            {warnings(session)}
            {list(
                app,
                session,
                List::<Document> {
                    kind: "document",
                    title: words::TITLE,
                    none: words::NONE,
                    add: words::ADD,
                    new: Registers::add_document,
                    named: |document: &Document| document.name.clone(),
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
            {counts(session, labelled(session, &[], Some(TargetCode::P1)))}
            {sheets::<Document>(app, session, "documents", &words::SHEET)}
        </div>
    }
    .into_any()
}

fn form(entry: Form<Document>) -> AnyView {
    let none = (String::new(), words::NO_ITEM.to_owned());
    let items =
        std::iter::once(none).chain(DOCUMENT_ITEMS.iter().map(|id| ((*id).to_owned(), words::item(id)))).collect();
    view! {
        <div class="pairs">
            {entry.text("name", words::NAME, words::NAME_HINT, |document| &mut document.name)}
            {entry.text("version", words::VERSION, "", |document| &mut document.version)}
            {entry.day("issued", words::ISSUED, words::ISSUED_HINT, |document| &mut document.issued_on)}
            {entry.day("review", words::REVIEW, words::REVIEW_HINT, |document| &mut document.review_on)}
            {entry.choice("item", words::ITEM, "", items, |document| &mut document.item)}
        </div>
        {entry.areas(words::AREAS, |document| &mut document.areas)}
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
            wanted.map(|(name, standing)| format!("{name}：{}", words::standing(standing).1)).collect::<Vec<_>>()
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
