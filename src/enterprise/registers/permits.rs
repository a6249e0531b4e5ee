//! The page with the register of work permits.

use anziping_core::catalog::{ComputedFrom, TargetCode};
use anziping_core::register::{Permit, PermitKind};
use leptos::prelude::*;

use super::list::{List, list};
use super::permit;
use super::sheet::sheets;
use super::{counts, edit, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::paper_name;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::{clock, dom};
use crate::words::paper::Form;
use crate::words::register::{NO_PLACE, permit as words};

pub(crate) fn permits_page(session: Session) -> AnyView {
    let app = App::get();
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
            </div>
            {unreadable(app, session)}
            {kinds(session)}
            {list(
                app,
                session,
                List::<Permit> {
                    kind: "permit",
                    heading: "entries",
                    title: words::ENTRIES,
                    none: words::NONE,
                    add: words::ADD,
                    named: |permit: &Permit| permit.place.clone(),
                    unnamed: NO_PLACE,
                    above: |_| view! { <p class="hint">{words::ALL_JOBS}</p> }.into_any(),
                    tags: permit::tags,
                    form: permit::form,
                },
            )}
            {counts(session, labelled(session, Some(ComputedFrom::Permits), Some(TargetCode::P3)))}
            {sheets::<Permit>(app, session, "permits", &words::SHEET, None)}
        </div>
    }
    .into_any()
}

/// A button for each kind of work, those of this enterprise first.
fn kinds(session: Session) -> AnyView {
    let button = move |kind: PermitKind| {
        let begin = move |_| {
            let mut id = String::new();
            edit(session, |registers| {
                session.profile.with_untracked(|profile| id = registers.begin_permit(kind, clock::moment(), profile));
            });
            dom::reveal(Some(&format!("permit-{id}")));
        };
        view! {
            <button
                type="button"
                class="button"
                data-action="begin-permit"
                data-kind=kind.row().id
                disabled=session.registers_read_only
                on:click=begin
            >
                {kind.row().name}
            </button>
        }
    };
    let (own, others): (Vec<_>, Vec<_>) = session
        .profile
        .with_untracked(|profile| PermitKind::ALL.into_iter().partition(|kind| kind.row().when.holds(profile)));
    let buttons = |kinds: Vec<PermitKind>| kinds.into_iter().map(button).collect_view();
    let blank = Route::Paper(paper_name::code(Form::Permit).into()).href();
    view! {
        <section class="card" aria-labelledby="begin">
            <h2 id="begin">{words::BEGIN}</h2>
            <p class="hint">{words::BEGIN_HINT}</p>
            <div class="row no-print">{buttons(own)}</div>
            <details class="no-print">
                <summary>{words::OTHER_KINDS}</summary>
                <div class="row details-body">{buttons(others)}</div>
            </details>
            <p>
                <a href=blank>{words::BLANK_FORMS}</a>
            </p>
            <p class="hint">{words::SAID}</p>
        </section>
    }
    .into_any()
}
