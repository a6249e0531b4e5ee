//! The parts of printed forms: tables whose heading repeats, rows to fill in, lines to sign on.

use leptos::prelude::*;

use crate::words::common;

/// A table of texts. The heading repeats on every page, and no row is cut in two.
pub(crate) fn table<const N: usize>(label: &'static str, heads: [&'static str; N], rows: Vec<[String; N]>) -> AnyView {
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

/// A form of two columns: what is asked, and what is known of it.
pub(crate) fn form_table<const N: usize>(labels: [&'static str; N], values: [String; N]) -> AnyView {
    let rows = labels.into_iter().zip(values).map(|(label, value)| form_row(label.to_owned(), value)).collect_view();
    view! {
        <table class="sheet-table sheet-form">
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A row of such a form; an empty cell has room for handwriting.
pub(crate) fn form_row(label: String, value: String) -> AnyView {
    let class = if value.trim().is_empty() { "sheet-hand" } else { "" };
    view! {
        <tr>
            <th scope="row">{label}</th>
            <td class=class>{value}</td>
        </tr>
    }
    .into_any()
}

/// Lines to be signed by hand.
pub(crate) fn sign_lines<Label: AsRef<str>>(labels: &[Label]) -> AnyView {
    let lines = labels.iter().map(|label| {
        view! {
            <p class="sheet-sign">
                <span>{label.as_ref().to_owned()} {common::COLON}</span>
            </p>
        }
    });
    view! { <div class="sheet-signs">{lines.collect_view()}</div> }.into_any()
}
