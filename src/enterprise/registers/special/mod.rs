//! The page of the special ledgers: the one that was chosen, of those that concern the enterprise.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `collectors` | the ledger of dust collectors |
//! | `contractors` | the ledger of contractors and tenants |
//! | `equipment` | the ledger of special equipment |
//! | `spaces` | the ledger of confined spaces |

mod collectors;
mod contractors;
mod equipment;
mod spaces;

use anziping_core::register::{LedgerDay, SpecialLedger};
use leptos::prelude::*;

use super::unreadable;
use crate::enterprise::app::App;
use crate::enterprise::paper_name;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::words::paper::Form;
use crate::words::register::special as words;

pub(crate) fn ledgers_page(session: Session) -> AnyView {
    let app = App::get();
    let kept = Memo::new(move |_| {
        session.profile.with(|profile| {
            session.registers.with(|registers| {
                SpecialLedger::ALL.into_iter().filter(|ledger| ledger.is_kept(profile, registers)).collect::<Vec<_>>()
            })
        })
    });
    let chosen = Memo::new(move |_| app.route.with(of_route).or_else(|| kept.with(|kept| kept.first().copied())));
    let ledger = move || match chosen.get() {
        Some(SpecialLedger::Spaces) => spaces::ledger(app, session),
        Some(SpecialLedger::Equipment) => equipment::ledger(app, session),
        Some(SpecialLedger::Collectors) => collectors::ledger(app, session),
        Some(SpecialLedger::Contractors) => contractors::ledger(app, session),
        None => view! {
            <p class="card">
                {words::NO_LEDGERS} " " <a href=Route::Enterprise(None).href()>{words::TO_FACTS}</a>
            </p>
        }
        .into_any(),
    };
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
            </div>
            {unreadable(app, session)}
            {links(kept, chosen)}
            {ledger}
        </div>
    }
    .into_any()
}

/// The ledger that an address speaks of, by itself or by one of its entries.
fn of_route(route: &Route) -> Option<SpecialLedger> {
    let Route::Ledgers(Some(place)) = route else { return None };
    let name = place.split('-').next()?;
    SpecialLedger::ALL.into_iter().find(|ledger| ledger.row().id == name)
}

fn links(kept: Memo<Vec<SpecialLedger>>, chosen: Memo<Option<SpecialLedger>>) -> AnyView {
    let link = move |ledger: SpecialLedger| {
        let current = move || (chosen.get() == Some(ledger)).then_some("page");
        view! {
            <li>
                <a href=Route::of_ledger(ledger, None).href() aria-current=current>
                    {ledger.row().name}
                </a>
            </li>
        }
    };
    view! {
        <nav class="card no-print" aria-label=words::LEDGERS hidden=move || kept.with(Vec::is_empty)>
            <ul class="plain paper-forms">{move || kept.get().into_iter().map(link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// Says why the enterprise keeps a ledger and what the law asks for, with a link to the printed one.
fn reason(session: Session, ledger: SpecialLedger) -> AnyView {
    let row = ledger.row();
    let because = move || {
        session.profile.with(|profile| {
            let asking = session
                .catalogue
                .facts
                .iter()
                .filter(|fact| row.when.names(&fact.id) && profile.facts.contains(&fact.id));
            words::because(&asking.map(|fact| fact.label.clone()).collect::<Vec<_>>())
        })
    };
    let paper = Route::Paper(paper_name::code(Form::Special(ledger)).into());
    view! {
        <p class="hint" data-because=row.id>
            {because}
        </p>
        <p class="hint">{words::asked_for(row)}</p>
        <p class="no-print">
            <a href=paper.href()>{words::PRINT}</a>
        </p>
    }
    .into_any()
}

/// Puts words and tags behind the name of an entry.
///
/// They stand together, so that they go on in the next line where there is no room.
fn behind(said: String, tags: impl IntoView + 'static) -> AnyView {
    view! {
        <span>
            <span class="muted">{said}</span>
            {tags}
        </span>
    }
    .into_any()
}

/// A tag behind the name of an entry.
fn tag(tone: &str, said: impl IntoView + 'static) -> AnyView {
    view! {
        " "
        <span class=format!("tag tag-{tone}") data-standing="ledger">
            {said}
        </span>
    }
    .into_any()
}

/// The tags of the days of an entry.
fn day_tags(days: Vec<LedgerDay<'_>>) -> AnyView {
    let today = clock::today();
    let one = |of: LedgerDay<'_>| {
        let (tone, said) = words::standing(of.due, of.day, today, of.ledger.row().lead_days);
        tag(tone, said)
    };
    days.into_iter().map(one).collect_view().into_any()
}
