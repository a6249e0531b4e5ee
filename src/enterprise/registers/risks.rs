//! The page with the register of risk points.

use anziping_core::catalog::TargetCode;
use anziping_core::register::{Colour, Method, RiskPoint};
use leptos::prelude::*;

use super::risk::RiskForm;
use super::sheet::sheets;
use super::{counts, edit, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::document;
use crate::ui::field::Select;
use crate::words::register as words;

/// The page.
pub fn risks_page(session: Session) -> AnyView {
    let app = App::get();
    let ids = move || {
        session.registers.with(|registers| registers.risks.iter().map(|risk| risk.id.clone()).collect::<Vec<_>>())
    };
    let none = Memo::new(move |_| session.registers.with(|registers| registers.risks.is_empty()));
    let add = move |_| {
        let mut id = String::new();
        edit(session, |registers| id = registers.add_risk());
        document::reveal(Some(&format!("risk-{id}")));
    };
    let methods = Method::ALL.iter().map(|&method| (format!("{method:?}"), words::method(method).to_owned())).collect();
    let method = Signal::derive(move || format!("{:?}", session.registers.with(|registers| registers.method)));
    let set_method = Callback::new(move |chosen: String| {
        if let Some(method) = Method::ALL.into_iter().find(|method| format!("{method:?}") == chosen) {
            edit(session, |registers| registers.method = method);
        }
    });
    let of_colour = move |colour: Option<Colour>| {
        session
            .registers
            .with(|registers| registers.risks.iter().filter(|risk| risk.colour(registers.method) == colour).count())
    };
    let colours = [Some(Colour::Red), Some(Colour::Orange), Some(Colour::Yellow), Some(Colour::Blue), None];
    let figures = colours
        .map(|colour| {
            let said = colour.map_or(words::UNRATED, words::colour);
            view! {
                <div>
                    <dt class="muted small">{said}</dt>
                    <dd class="number">
                        <strong>{move || of_colour(colour)}</strong>
                    </dd>
                </div>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::RISKS}</h1>
                <p>{words::RISKS_LEAD}</p>
            </div>
            {unreadable(app, session)}
            <section class="card">
                <Select
                    name="method"
                    label=words::METHOD
                    hint=words::METHOD_HINT
                    options=methods
                    value=method
                    on_change=set_method
                    disabled=session.registers_read_only
                />
            </section>
            <section class="card" aria-labelledby="risks">
                <h2 id="risks">{words::RISKS}</h2>
                <dl class="figures">{figures}</dl>
                {move || {
                    (none.get() && session.registers_lock.get().is_none())
                        .then(|| view! { <p class="muted">{words::NO_RISKS}</p> })
                }}
                <ul class="plain stack">
                    <For
                        each=ids
                        key=|id| id.clone()
                        children=move |id| {
                            view! {
                                <li>
                                    <RiskForm app=app session=session id=id />
                                </li>
                            }
                        }
                    />
                </ul>
                <div class="row no-print">
                    <button
                        type="button"
                        class="button"
                        data-action="add-risk"
                        disabled=session.registers_read_only
                        on:click=add
                    >
                        {words::ADD_RISK}
                    </button>
                </div>
            </section>
            {counts(session, labelled(session, &["S02", "S03"], Some(TargetCode::P3)))}
            {sheets::<RiskPoint>(app, session, "risks", &words::sheet::RISKS)}
        </div>
    }
    .into_any()
}
