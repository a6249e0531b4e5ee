//! Safety signs to be printed, one or four a page.
//!
//! They are proposed by the facts of the enterprise and its risk points, and chosen.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `drawing` | a sign as SVG: the shape and colours of its kind, its pictogram, its text |
//! | `pictogram` | the pictograms, drawn by us in a field of 100 × 100 |

mod drawing;
mod pictogram;

use std::collections::BTreeSet;

use anziping_core::trade::{SIGNS, Sign, SignKind};
use leptos::prelude::*;

pub(super) use drawing::sign;

use super::sheet::asked_for;
use crate::enterprise::paper_name;
use crate::enterprise::session::Session;
use crate::ui::field::{Check, Select};
use crate::words::paper::Form;
use crate::words::risk_paper as words;

/// How many signs stand on a page, with the values of the choice.
const PER_PAGE: [(usize, &str); 2] = [(1, "1"), (4, "4")];

/// The choice of signs and of their size, and the pages.
pub(super) fn signs(session: Session) -> AnyView {
    let proposed: BTreeSet<&'static str> = session.registers.with_untracked(|registers| {
        session.profile.with_untracked(|profile| registers.signs(profile).into_iter().map(|sign| sign.id).collect())
    });
    let chosen = RwSignal::new(proposed);
    let per_page = RwSignal::new(1_usize);
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
        of.chunks(per_page.get()).map(|signs| page(signs, per_page.get())).collect_view().into_any()
    };
    view! {
        <div class="card no-print" data-signs="true">
            <p>{words::SIGNS_WHAT}</p>
            {asked_for(Form::Signs)}
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

fn page(signs: &[&'static Sign], per_page: usize) -> AnyView {
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
        </article>
    }
    .into_any()
}
