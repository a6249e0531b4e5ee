//! The page 依据: every document with its state, what was read of it, and what rests on it.

use anziping_core::catalog::{Catalogue, Citing, DocumentUse, ReadText, spoken};
use anziping_core::edition::builtin;
use anziping_core::trade;
use leptos::prelude::*;

use crate::enterprise::session::Session;
use crate::ui::citation::standing;
use crate::words::{basis as words, check_list, common};

/// The page; without an open month it shows the check list that comes with the program.
pub(crate) fn basis_page(session: Option<Session>) -> AnyView {
    let Some(catalogue) = session.map(|session| session.catalogue).or_else(|| builtin::catalogue().ok()) else {
        return ().into_any();
    };
    let uses = catalogue.document_uses();
    let sum = words::sum(&uses);
    let cards = uses.into_iter().map(|of| card(catalogue, &of)).collect_view();
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
                <p data-sum="basis">{sum}</p>
            </div>
            <dl class="facts-list card">
                {words::MARKS.map(|(tone, mark, meaning)| {
                    view! {
                        <dt>
                            <span class=tone>{mark}</span>
                        </dt>
                        <dd>{meaning}</dd>
                    }
                })}
            </dl>
            {cards}
        </div>
    }
    .into_any()
}

fn card(catalogue: &'static Catalogue, of: &DocumentUse<'static>) -> AnyView {
    let document = of.document;
    let (tone, state) = standing(catalogue, document);
    let number = common::in_brackets(&document.number);
    let note = (!document.note.is_empty()).then(|| view! { <p class="hint">{document.note.as_str()}</p> });
    let address = (!document.address.is_empty()).then(|| link(&document.address));
    let read = of.read.iter().copied().map(reading).collect_view();
    let unread = of.read.is_empty().then(|| view! { <p class="muted">{words::NOT_READ}</p> });
    let beside = trade::sources().filter(|source| source.document == document.id).count();
    let cited = of.cited.iter().map(|citing| cite(catalogue, citing)).collect_view();
    view! {
        <article class="card" data-document=document.id.as_str() data-state=tone>
            <h2>{document.title.as_str()} {number}</h2>
            <p>
                <span class=tone>{state}</span>
                " "
                <span class="muted">{words::days(document)}</span>
            </p>
            {note}
            {address.map(|link| view! { <p class="small">{words::RECORD} {link}</p> })}
            {read}
            {unread}
            <details>
                <summary>{words::cited(of, beside)}</summary>
                <ul class="plain stack-tight">{cited}</ul>
            </details>
        </article>
    }
    .into_any()
}

/// An address that opens beside the page; the page itself asks nobody.
fn link(address: &'static str) -> AnyView {
    view! {
        <a href=address target="_blank" rel="noopener noreferrer">
            {address}
        </a>
    }
    .into_any()
}

fn reading(text: &'static ReadText) -> AnyView {
    let copy = (!text.copy.is_empty()).then(|| view! { <p class="small">{words::COPY} {link(&text.copy)}</p> });
    view! {
        <div data-reading=text.document.as_str()>
            <p>{words::read(text)}</p>
            {copy}
        </div>
    }
    .into_any()
}

fn cite(catalogue: &'static Catalogue, citing: &Citing<'static>) -> AnyView {
    let (tone, doubt) = words::doubt(citing.confidence);
    let said = match catalogue.area(citing.id) {
        Some(area) => area.name.clone(),
        None => check_list::of_id(catalogue, citing.id),
    };
    view! {
        <li>
            <span class="item-id">{citing.id}</span>
            {said}
            " "
            <span class="muted">{spoken(&citing.at)}</span>
            {(!doubt.is_empty()).then(|| view! { " " <span class=tone>{doubt}</span> })}
        </li>
    }
    .into_any()
}
