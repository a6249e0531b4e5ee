//! The page with the register of drills.

use anziping_core::catalog::ComputedFrom;
use anziping_core::month::figures::MonthField;
use anziping_core::register::{Drill, DrillColumn, RegisterColumn};
use leptos::prelude::*;

use super::figures::figures;
use super::form::EntryForm;
use super::list::{List, list};
use super::sheet::sheets;
use super::{counts, edit, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::Check;
use crate::words::register::{NO_ENTRY_NAME, drill as words};

pub(crate) fn drills_page(session: Session) -> AnyView {
    let app = App::get();
    let held = Memo::new(move |_| {
        let span = session.span.get();
        session.registers.with(|registers| {
            let held = registers
                .drills
                .iter()
                .filter(|drill| drill.held_on.is_some_and(|day| span.contains(day) && day <= clock::today()));
            if registers.drills.is_empty() {
                Vec::new()
            } else {
                vec![(MonthField::Drills, u64::try_from(held.count()).unwrap_or(u64::MAX))]
            }
        })
    });
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
            </div>
            {unreadable(app, session)}
            {duties(session)}
            {list(
                app,
                session,
                List::<Drill> {
                    kind: "drill",
                    heading: "entries",
                    title: words::TITLE,
                    none: words::NONE,
                    add: words::ADD,
                    named: |drill: &Drill| drill.name.clone(),
                    unnamed: NO_ENTRY_NAME,
                    above: |_| ().into_any(),
                    tags,
                    form,
                },
            )}
            {counts(session, labelled(session, Some(ComputedFrom::Drills), None))}
            {figures(session, held)}
            {sheets::<Drill>(app, session, "drills", &words::SHEET, Some(held))}
        </div>
    }
    .into_any()
}

/// Lists the drills with the days on which they are due.
fn duties(session: Session) -> AnyView {
    let today = clock::today();
    let rows = move || {
        let duties = session.profile.with(|profile| {
            session.registers.with(|registers| {
                let duties = registers.drill_duties(profile).into_iter();
                duties.map(|duty| (duty, duty.due(&registers.drills, today))).collect::<Vec<_>>()
            })
        });
        let rows = duties.into_iter().map(|(duty, due)| {
            let (class, said) = words::due(due, today);
            view! {
                <dt>{words::duty(duty)}</dt>
                <dd class=class>{said}</dd>
            }
        });
        rows.collect_view()
    };
    let only = Signal::derive(move || session.registers.with(|registers| registers.on_site_only));
    let choose = Callback::new(move |on: bool| edit(session, |registers| registers.on_site_only = on));
    view! {
        <section class="card" aria-labelledby="duties">
            <h2 id="duties">{words::DUTIES}</h2>
            <dl class="facts-list" data-list="drill-duties">
                {rows}
            </dl>
            <p class="hint">{words::DUTIES_HINT}</p>
            <Check
                name="on_site_only"
                label=words::ON_SITE_ONLY
                hint=words::ON_SITE_ONLY_HINT
                checked=only
                on_change=choose
                disabled=session.registers_read_only
            />
        </section>
    }
    .into_any()
}

fn tags(_: Session, drill: &Drill) -> AnyView {
    let day = drill.held_on.map(crate::words::common::day);
    let (tone, said) = words::state(drill, clock::today());
    view! {
        <span class="muted">{words::kind(drill.kind)} " " {day}</span>
        " "
        <span class=format!("tag tag-{tone}") data-standing="drill">
            {said}
        </span>
    }
    .into_any()
}

/// The columns of the form; the evaluation stands below them.
const FIELDS: &[DrillColumn] = &[DrillColumn::Name, DrillColumn::Kind, DrillColumn::HeldOn, DrillColumn::People];
// A column without a field does not compile; the number has none.
const _: () = assert!(FIELDS.len() + 2 == DrillColumn::ALL.len());

fn form(entry: EntryForm<Drill>) -> AnyView {
    view! {
        <div class="pairs">{entry.fields(FIELDS)}</div>
        <div class="check-list">{entry.field(DrillColumn::Evaluated)}</div>
    }
    .into_any()
}
