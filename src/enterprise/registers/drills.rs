//! The page with the register of drills.

use anziping_core::month::figures::MonthField;
use anziping_core::register::{Drill, DrillKind, Registers};
use leptos::prelude::*;

use super::entry::{Form, List, list};
use super::figures::figures;
use super::sheet::sheets;
use super::{counts, edit, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::Check;
use crate::words::register::{self, drill as words};

/// The page.
pub fn drills_page(session: Session) -> AnyView {
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
                    title: words::TITLE,
                    none: words::NONE,
                    add: words::ADD,
                    new: Registers::add_drill,
                    named: |drill: &Drill| drill.name.clone(),
                    tags,
                    form,
                },
            )}
            {counts(session, labelled(session, &["Y03"], None))}
            {figures(session, held)}
            {sheets::<Drill>(app, session, "drills", &words::SHEET)}
        </div>
    }
    .into_any()
}

/// Which drills are due by when.
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

fn form(entry: Form<Drill>) -> AnyView {
    let kinds = [DrillKind::OnSite, DrillKind::Special, DrillKind::Comprehensive]
        .map(|kind| (kind, words::kind(kind).to_owned()))
        .to_vec();
    let fault =
        |text: &str| anziping_core::month::answer::parse_count(text).is_err().then(|| register::HOURS_FAULT.to_owned());
    view! {
        <div class="pairs">
            {entry.text("name", words::NAME, words::NAME_HINT, |drill| &mut drill.name)}
            {entry.choice("kind", words::KIND, "", kinds, |drill| &mut drill.kind)}
            {entry.day("held", words::HELD, words::HELD_HINT, |drill| &mut drill.held_on)}
            {entry.number("people", words::PEOPLE, words::PEOPLE_UNIT, |drill| &mut drill.people, fault)}
        </div>
        <div class="check-list">
            {entry.check("evaluated", words::EVALUATED, words::EVALUATED_HINT, |drill| &mut drill.evaluated)}
        </div>
    }
    .into_any()
}
