//! Shows the columns of a file, and lets a person say what each means.
//!
//! Columns of unknown meaning stand in front; the others can be looked at.

use anziping_core::exchange::{Columns, Layout, chosen};
use leptos::prelude::*;

use super::Import;
use crate::ui::field::Select;
use crate::words::{import as words, sheet};

/// A column of a file as it can be chosen.
#[derive(Clone, PartialEq, Eq)]
struct ShownColumn {
    label: String,
    column: usize,
    sample: String,
    is_known: bool,
}

/// The columns of the sheets that are read.
pub(super) fn columns<C: Columns + Send + Sync>(import: Import<C>) -> AnyView {
    // As the file gives them: a choice must not move a control while it is used.
    let shown = Memo::new(move |_| {
        let sheets = import.answers.with(|answers| answers.sheets.clone());
        let plain = anziping_core::exchange::ImportAnswers { sheets, ..Default::default() };
        import.loaded.with_value(|loaded| {
            let layouts: Vec<Layout<C>> = anziping_core::exchange::layouts(&loaded.book, &plain);
            let taken = chosen(&layouts, &loaded.book, &plain);
            let known = layouts.iter().filter(|layout| taken.contains(&layout.sheet)).any(|layout| layout.known);
            let mut columns = Vec::<ShownColumn>::new();
            for layout in layouts.iter().filter(|layout| taken.contains(&layout.sheet)) {
                let Some(sheet) = loaded.book.get(layout.sheet) else { continue };
                let unknown = layout.left_over(sheet);
                for (column, label) in layout.labels.iter().enumerate() {
                    let is_known = layout.columns[column].is_some();
                    let new = columns.iter().all(|other| other.label != *label);
                    if new && (is_known || unknown.contains(&column)) {
                        let sample = layout.sample(sheet, column).to_owned();
                        columns.push(ShownColumn { label: label.clone(), column, sample, is_known });
                    }
                }
            }
            (known, columns)
        })
    });
    let of = move |wanted: bool| {
        let columns = shown.with(|(_, columns)| columns.clone());
        columns.into_iter().filter(|column| column.is_known == wanted).map(|column| one(import, column)).collect_view()
    };
    let unknown = move || shown.with(|(_, columns)| columns.iter().filter(|column| !column.is_known).count());
    view! {
        {move || {
            (unknown() > 0)
                .then(|| {
                    let said = match shown.with(|(known, _)| *known) {
                        true => words::UNKNOWN_COLUMNS,
                        false => words::NO_HEADINGS,
                    };
                    view! {
                        <div class="stack-tight" data-ask="columns">
                            <p>{said}</p>
                            <div class="pairs">{of(false)}</div>
                        </div>
                    }
                })
        }}
        <details>
            <summary>{sheet::COLUMNS}</summary>
            <div class="details-body">
                <div class="pairs">{move || of(true)}</div>
            </div>
        </details>
    }
    .into_any()
}

fn one<C: Columns + Send + Sync>(import: Import<C>, shown: ShownColumn) -> AnyView {
    let ShownColumn { label, column, sample, .. } = shown;
    let options: Vec<(String, String)> =
        C::all().map(|column| (column.heading().to_owned(), column.heading().to_owned())).collect();
    let heading = label.clone();
    let value = Signal::derive(move || {
        import.layouts.with(|layouts| {
            let of = |layout: &Layout<C>| {
                let at = layout.labels.iter().position(|label| *label == heading)?;
                layout.columns.get(at).copied().flatten()
            };
            layouts.iter().find_map(of).map_or_else(String::new, |column| column.heading().to_owned())
        })
    });
    let said = sheet::column(column, &label);
    let choose = Callback::new(move |chosen: String| {
        let chosen = Some(chosen).filter(|chosen| !chosen.is_empty());
        import.answers.update(|answers| drop(answers.columns.insert(label.clone(), chosen)));
    });
    view! {
        <Select
            name=format!("column-{column}")
            label=said
            hint=sheet::sample(&sample)
            options=options
            none=sheet::LEFT_OUT
            value=value
            on_change=choose
        />
    }
    .into_any()
}
