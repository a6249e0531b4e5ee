//! The page with the register of people.

use anziping_core::catalog::{ComputedFrom, TargetCode};
use anziping_core::register::{CertificateState, Person};
use anziping_core::value::count::parse_count;
use leptos::prelude::*;

use super::list::{List, list};
use super::person;
use super::sheet::sheets;
use super::{counts, edit, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::{Field, Input, Notice};
use crate::words::common;
use crate::words::register as words;

pub(crate) fn people_page(session: Session) -> AnyView {
    let app = App::get();
    let yearly = Signal::derive(move || session.registers.with(|registers| registers.yearly_worker.clone()));
    let yearly_fault =
        Signal::derive(move || yearly.with(|typed| parse_count(typed).is_err()).then(|| words::HOURS_FAULT.to_owned()));
    let set_yearly = Callback::new(move |text: String| edit(session, |registers| registers.yearly_worker = text));
    let counted = labelled(session, Some(ComputedFrom::People), Some(TargetCode::P2));
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::PEOPLE}</h1>
                <p>{words::PEOPLE_LEAD}</p>
            </div>
            {unreadable(app, session)}
            {warnings(session)}
            {list(
                app,
                session,
                List::<Person> {
                    kind: "person",
                    heading: "people",
                    title: words::PEOPLE,
                    none: words::NO_PEOPLE,
                    add: words::ADD_PERSON,
                    named: |person: &Person| person.name.clone(),
                    unnamed: words::NO_NAME,
                    above: |_| ().into_any(),
                    tags: person::tags,
                    form: person::form,
                },
            )}
            {counts(session, counted)}
            {sheets::<Person>(app, session, "people", &words::sheet::PEOPLE, None)}
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
            common::labelled(&words::work(certificate), &words::standing(certificate.standing(today)).1)
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
