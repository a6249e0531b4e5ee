//! The parts of a printed form: title, line below it, table whose heading repeats, lines to sign on.

use leptos::prelude::*;

use crate::enterprise::paper_name;
use crate::enterprise::session::Session;
use crate::words::common;
use crate::words::paper::{self as words, Form};

/// A form on paper.
pub(super) fn sheet(session: Session, form: Form, content: impl IntoView + 'static) -> AnyView {
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
    let class = if form.is_wide() { "sheet sheet-wide" } else { "sheet" };
    let demo = session.demo.then(|| view! { <p class="sheet-demo">{common::DEMO_NOTE}</p> });
    view! {
        <article class=class data-sheet=paper_name::code(form)>
            <h2>{form.title()}</h2>
            <p class="sheet-line">{words::of_whom(&name, session.period)}</p>
            {demo}
            {content}
        </article>
    }
    .into_any()
}

/// A table of texts. The heading repeats on every page, and no row is cut in two.
pub(super) fn table<const N: usize>(label: &'static str, heads: [&'static str; N], rows: Vec<[String; N]>) -> AnyView {
    let heads = heads.map(|said| view! { <th scope="col">{said}</th> });
    let rows = rows.into_iter().map(|cells| view! { <tr>{cells.map(|cell| view! { <td>{cell}</td> })}</tr> });
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=label>
            <table class=format!("sheet-table sheet-table-{N}") aria-label=label>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Lines to be signed by hand.
pub(super) fn sign_lines(labels: &'static [&'static str]) -> AnyView {
    let lines = labels.iter().map(|label| {
        view! {
            <p class="sheet-sign">
                <span>{*label} "："</span>
            </p>
        }
    });
    view! { <div class="sheet-signs">{lines.collect_view()}</div> }.into_any()
}
