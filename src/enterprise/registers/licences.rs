//! Last days of licences, policies and reports: entered once, and the calendar keeps them.

use anziping_core::trade::{LICENCES, Licence};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::edit;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::{Field, Input};
use crate::words::register::document as words;

/// The licences this enterprise has by its facts, each with the field of its last day.
pub(super) fn card(session: Session) -> AnyView {
    let rows = move || {
        let own = |licence: &&Licence| session.profile.with(|profile| licence.when.holds(profile));
        LICENCES.iter().filter(own).map(|licence| row(session, licence)).collect_view()
    };
    view! {
        <section class="card" aria-labelledby="licences">
            <h2 id="licences">{words::LICENCES}</h2>
            <p class="hint">{words::LICENCES_HINT}</p>
            <div class="pairs">{rows}</div>
        </section>
    }
    .into_any()
}

fn row(session: Session, licence: &'static Licence) -> AnyView {
    let last = Memo::new(move |_| session.registers.with(|registers| registers.licences.get(licence.id).copied()));
    let value = Signal::derive(move || last.get().map(|day| day.to_string()).unwrap_or_default());
    let set = Callback::new(move |text: String| {
        edit(session, |registers| match Day::parse(&text) {
            Some(day) => drop(registers.licences.insert(licence.id.to_owned(), day)),
            None => drop(registers.licences.remove(licence.id)),
        });
    });
    let standing = move || {
        let left = last.get().map(|day| clock::today().days_until(day))?;
        let (tone, said) = words::licence_standing(left, licence.lead_days);
        (!said.is_empty()).then(|| {
            view! {
                <p>
                    <span class=format!("tag tag-{tone}") data-licence=licence.id>
                        {said}
                    </span>
                    " "
                    {licence.todo}
                </p>
            }
        })
    };
    view! {
        <div>
            <Field
                name=format!("licence-{}", licence.id)
                label=licence.name
                value=value
                on_input=set
                input=Input::Date
                disabled=session.registers_read_only
            />
            {standing}
        </div>
    }
    .into_any()
}
