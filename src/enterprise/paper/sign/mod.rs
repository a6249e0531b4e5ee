//! Safety signs to be printed, one or four a page.
//!
//! They are proposed by the facts of the enterprise and its risk points, for one place or for all, and chosen.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `drawing` | a sign as SVG: the shape and colours of its kind, its pictogram, its text |
//! | `pictogram` | the pictograms, drawn by us in a field of 100 × 100 |

mod drawing;
mod pictogram;

use std::collections::BTreeSet;

use anziping_core::register::RiskPoint;
use anziping_core::trade::{self, SIGNS, Sign, SignKind};
use leptos::prelude::*;

pub(super) use drawing::sign;

use super::sheet::{asked_for, made_with};
use crate::enterprise::paper_name;
use crate::enterprise::session::Session;
use crate::ui::field::{Check, Select};
use crate::words::paper::{Form, of_enterprise};
use crate::words::{register, risk_paper as words};

/// How many signs stand on a page, with the values of the choice.
const PER_PAGE: [(usize, &str); 2] = [(1, "1"), (4, "4")];

/// The choice of signs and of their size, and the pages.
pub(super) fn signs(session: Session) -> AnyView {
    let chosen = RwSignal::new(proposed(session, ""));
    let per_page = RwSignal::new(1_usize);
    let place = RwSignal::new(String::new());
    let set_place = Callback::new(move |id: String| {
        chosen.set(proposed(session, &id));
        place.set(id);
    });
    let places = session.registers.with_untracked(|registers| {
        registers.risks.iter().map(|risk| (risk.id.clone(), named(risk).to_owned())).collect::<Vec<_>>()
    });
    let line = move || {
        let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
        let at = session.registers.with_untracked(|registers| {
            place.with(|id| registers.risks.iter().find(|risk| risk.id == *id).map(|risk| named(risk).to_owned()))
        });
        at.map_or_else(|| of_enterprise(&name), |place| words::emergency_line(&name, &place))
    };
    let group = move |kind: SignKind| {
        let own = SIGNS.iter().filter(|sign| sign.kind == kind);
        let boxes = own.map(|sign| tick(sign, chosen)).collect_view();
        view! {
            <fieldset>
                <legend>{words::sign_kind(kind)}</legend>
                <div class="check-list">{boxes}</div>
            </fieldset>
        }
    };
    let sizes = PER_PAGE.iter().zip(words::PER_PAGE).map(|((_, code), said)| ((*code).to_owned(), said.to_owned()));
    let size = Signal::derive(move || per_page.get().to_string());
    let set_size = Callback::new(move |code: String| {
        if let Some((count, _)) = PER_PAGE.iter().find(|(_, other)| *other == code) {
            per_page.set(*count);
        }
    });
    let pages = move || {
        let of: Vec<&'static Sign> =
            chosen.with(|chosen| SIGNS.iter().filter(|sign| chosen.contains(sign.id)).collect());
        if of.is_empty() {
            return view! { <p class="card no-print">{words::NO_SIGNS}</p> }.into_any();
        }
        let pages = of.chunks(per_page.get()).map(|signs| page(session, signs, per_page.get(), line()));
        pages.collect_view().into_any()
    };
    view! {
        <div class="card no-print" data-signs="true">
            <p>{words::SIGNS_WHAT}</p>
            {asked_for(Form::Signs)}
            {(!places.is_empty())
                .then(|| {
                    let all = std::iter::once((String::new(), words::SIGNS_ALL.to_owned()));
                    view! {
                        <Select
                            name="signs-of"
                            label=words::SIGNS_OF
                            options=all.chain(places).collect()
                            value=place
                            on_change=set_place
                        />
                    }
                })}
            <Select
                name="signs-per-page"
                label=words::SIGNS_SIZE
                options=sizes.collect()
                value=size
                on_change=set_size
            />
            {SignKind::ALL.map(group)}
        </div>
        {pages}
    }
    .into_any()
}

fn tick(sign: &'static Sign, chosen: RwSignal<BTreeSet<&'static str>>) -> AnyView {
    let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(sign.id)));
    let change = Callback::new(move |on: bool| {
        chosen.update(|chosen| {
            if on {
                chosen.insert(sign.id);
            } else {
                chosen.remove(sign.id);
            }
        });
    });
    view! { <Check name=format!("sign-{}", sign.id) label=sign.text checked=checked on_change=change /> }.into_any()
}

/// The signs that are proposed for the risk point of this number.
///
/// For any other, those of the whole enterprise.
fn proposed(session: Session, id: &str) -> BTreeSet<&'static str> {
    session.registers.with_untracked(|registers| match registers.risks.iter().find(|risk| risk.id == id) {
        Some(risk) => trade::dangers(&risk.danger).into_iter().flat_map(|danger| danger.signs).copied().collect(),
        None => {
            session.profile.with_untracked(|profile| registers.signs(profile).into_iter().map(|sign| sign.id).collect())
        }
    })
}

/// The name of a place among the options.
fn named(risk: &RiskPoint) -> &str {
    if risk.place.trim().is_empty() { register::NO_PLACE } else { risk.place.trim() }
}

fn page(session: Session, signs: &[&'static Sign], per_page: usize, line: String) -> AnyView {
    let (columns, widest) = if per_page == 1 { ("minmax(0, 1fr)", 175) } else { ("repeat(2, minmax(0, 1fr))", 85) };
    let drawn = signs.iter().map(|each| {
        let width = format!("{widest}mm");
        view! {
            <div data-sign=each.id style:width="100%" style:max-width=width style:margin-inline="auto">
                {sign(each, widest)}
            </div>
        }
    });
    view! {
        <article class="sheet" data-sheet=paper_name::code(Form::Signs)>
            <div style:display="grid" style:gap="6mm" style:grid-template-columns=columns>
                {drawn.collect_view()}
            </div>
            <p class="sheet-line">{line}</p>
            {made_with(session)}
        </article>
    }
    .into_any()
}
