//! The page with the register of people.

use anziping_core::catalog::TargetCode;
use anziping_core::register::{CertificateKind, CertificateState, Person};
use leptos::prelude::*;

use super::person::PersonForm;
use super::sheet::sheets;
use super::{counts, edit, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, document};
use crate::ui::field::{Field, Input, Notice};
use crate::words::common;
use crate::words::register as words;

/// The page.
pub fn people_page(session: Session) -> AnyView {
    let app = App::get();
    let ids = move || {
        session.registers.with(|registers| registers.people.iter().map(|person| person.id.clone()).collect::<Vec<_>>())
    };
    let none = Memo::new(move |_| session.registers.with(|registers| registers.people.is_empty()));
    let add = move |_| {
        let mut id = String::new();
        edit(session, |registers| id = registers.add_person());
        document::reveal(Some(&format!("person-{id}")));
    };
    let yearly = Signal::derive(move || session.registers.with(|registers| registers.yearly_worker.clone()));
    let yearly_fault = Signal::derive(move || {
        yearly
            .with(|typed| anziping_core::month::answer::parse_count(typed).is_err())
            .then(|| words::HOURS_FAULT.to_owned())
    });
    let set_yearly = Callback::new(move |text: String| edit(session, |registers| registers.yearly_worker = text));
    let counted = labelled(session, &["J02", "J04", "J05", "J07", "J08"], Some(TargetCode::P2));
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::PEOPLE}</h1>
                <p>{words::PEOPLE_LEAD}</p>
            </div>
            {unreadable(app, session)}
            {warnings(session)}
            <section class="card" aria-labelledby="people">
                <h2 id="people">{words::PEOPLE}</h2>
                {move || {
                    (none.get() && session.registers_lock.get().is_none())
                        .then(|| view! { <p class="muted">{words::NO_PEOPLE}</p> })
                }}
                <ul class="plain stack">
                    <For
                        each=ids
                        key=|id| id.clone()
                        children=move |id| {
                            view! {
                                <li>
                                    <PersonForm app=app session=session id=id />
                                </li>
                            }
                        }
                    />
                </ul>
                <div class="row no-print">
                    <button
                        type="button"
                        class="button"
                        data-action="add-person"
                        disabled=session.registers_read_only
                        on:click=add
                    >
                        {words::ADD_PERSON}
                    </button>
                </div>
            </section>
            {counts(session, counted)}
            {sheets::<Person>(app, session, "people", &words::sheet::PEOPLE)}
            <section class="card">
                <Field
                    name="yearly_worker"
                    label=words::YEARLY
                    hint=words::YEARLY_HINT
                    value=yearly
                    fault=yearly_fault
                    on_input=set_yearly
                    input=Input::Count
                    unit=words::HOURS_UNIT
                    disabled=session.registers_read_only
                />
            </section>
        </div>
    }
    .into_any()
}

/// Certificates that are missing, have ended or end soon.
fn warnings(session: Session) -> AnyView {
    let today = clock::today();
    let of_person = move |person: &Person| {
        let wanted =
            person.certificates.iter().filter(|certificate| certificate.standing(today) != CertificateState::Valid);
        let said = wanted.map(|certificate| {
            format!("{}：{}", work(certificate.kind, &certificate.work), words::standing(certificate.standing(today)).1)
        });
        let said: Vec<String> = said.collect();
        let name = if person.name.trim().is_empty() { words::NO_NAME.to_owned() } else { person.name.clone() };
        (!said.is_empty()).then(|| format!("{name} {}", common::clauses(&said)))
    };
    let rows = Memo::new(move |_| {
        session.registers.with(|registers| registers.people.iter().filter_map(of_person).collect::<Vec<_>>())
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
                            <ul class="bullets" data-list="certificate-warnings">
                                {rows}
                            </ul>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}

/// The work of a certificate, or its kind while no work is written.
pub(super) fn work(kind: CertificateKind, work: &str) -> String {
    if work.trim().is_empty() { words::kind(kind).to_owned() } else { work.to_owned() }
}
