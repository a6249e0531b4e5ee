//! What a file would change: columns, counts, refused rows. Nothing changes before the button.

use anziping_core::exchange::{CellFault, Columns, Matching, OfRow, guess};
use leptos::prelude::*;

use super::Loaded;
use crate::ui::field::{Notice, Select};
use crate::words::sheet as words;

/// Faulty rows named on the page; the rest is counted.
const NAMED: usize = 100;

/// A file with the meaning of its columns, as guessed and then chosen.
pub(crate) struct Matched<C: 'static> {
    /// The file.
    pub read: StoredValue<Loaded>,
    /// The meaning of its columns.
    pub matching: RwSignal<Matching<C>>,
}

impl<C: 'static> Clone for Matched<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: 'static> Copy for Matched<C> {}

impl<C: Columns + Send + Sync> Matched<C> {
    /// The guess for a file. Only one whose headings were found gets here.
    pub(crate) fn of(read: Loaded) -> Self {
        let texts: Vec<&[String]> = read.table.rows.iter().map(|row| row.cells.as_slice()).collect();
        let matching = RwSignal::new(guess(&texts).unwrap_or_default());
        Self { matching, read: StoredValue::new(read) }
    }

    /// What stands above the columns of the file.
    fn headings(self) -> Vec<String> {
        let heading = self.matching.with_untracked(|matching| matching.heading);
        self.read.with_value(|read| read.table.rows.get(heading).map(|row| row.cells.clone()).unwrap_or_default())
    }

    /// What stands in a cell.
    fn cell(self, number: u32, at: usize) -> String {
        self.read.with_value(|read| {
            let row = read.table.rows.iter().find(|row| row.number == number);
            row.and_then(|row| row.cells.get(at)).cloned().unwrap_or_default()
        })
    }
}

/// What each column of the file means; a guess that can be changed.
pub(crate) fn columns<C: Columns + Send + Sync>(matched: Matched<C>) -> AnyView {
    let Matched { read, matching } = matched;
    let sample = move |at: usize| {
        read.with_value(|read| {
            let below = read.table.rows.iter().skip(matching.with_untracked(|matching| matching.heading) + 1);
            below.filter_map(|row| row.cells.get(at)).find(|cell| !cell.is_empty()).cloned().unwrap_or_default()
        })
    };
    let options: Vec<(String, String)> =
        C::all().map(|column| (column.heading().to_owned(), column.heading().to_owned())).collect();
    let one = |(at, heading): (usize, String)| {
        let value = Signal::derive(move || {
            matching
                .with(|matching| matching.columns.get(at).copied().flatten())
                .map_or_else(String::new, |column| column.heading().to_owned())
        });
        let choose = Callback::new(move |chosen: String| {
            let column = C::all().find(|column| column.heading() == chosen);
            matching.update(|matching| {
                // A meaning belongs to one column only.
                matching
                    .columns
                    .iter_mut()
                    .filter(|other| other.is_some() && **other == column)
                    .for_each(|other| *other = None);
                if let Some(slot) = matching.columns.get_mut(at) {
                    *slot = column;
                }
            });
        });
        view! {
            <Select
                name=format!("column-{at}")
                label=words::column(at, &heading)
                hint=words::sample(&sample(at))
                options=options.clone()
                none=words::LEFT_OUT
                value=value
                on_change=choose
            />
        }
    };
    let rows = matched
        .headings()
        .into_iter()
        .enumerate()
        .filter(|(at, heading)| !heading.is_empty() || !sample(*at).is_empty())
        .map(one)
        .collect_view();
    view! {
        <details>
            <summary>{words::COLUMNS}</summary>
            <div class="details-body">
                <div class="pairs">{rows}</div>
            </div>
        </details>
    }
    .into_any()
}

/// How many rows or entries become of the file what.
pub(crate) fn counts<const N: usize>(rows: [(&'static str, &'static str, usize); N]) -> AnyView {
    let one = |(name, said, count): (&'static str, &'static str, usize)| {
        view! {
            <li data-count=name>
                {said} " " <strong class="number">{count}</strong>
            </li>
        }
    };
    view! { <ul data-counts="import">{rows.into_iter().map(one).collect_view()}</ul> }.into_any()
}

/// The rows that cannot be taken, each with row, column and reason.
pub(crate) fn refused<C: Columns + Send + Sync>(
    matched: Matched<C>,
    rows: &[OfRow<(usize, CellFault)>],
) -> Option<AnyView> {
    let headings = matched.headings();
    let said = rows.iter().map(|(number, faults)| {
        let each = faults
            .iter()
            .map(|(at, fault)| words::at_column(*at, headings.get(*at).map_or("", String::as_str), *fault));
        words::at_row(*number, &each.collect::<Vec<_>>())
    });
    let all: Vec<String> = said.collect();
    (!all.is_empty())
        .then(|| view! { <div data-refused=all.len()>{named("warn", words::REFUSED_HINT, &all)}</div> }.into_any())
}

/// The cells of rows that are taken without them.
pub(crate) fn unread<C: Columns + Send + Sync>(matched: Matched<C>, rows: &[OfRow<usize>]) -> Option<AnyView> {
    let headings = matched.headings();
    let said = rows.iter().map(|(number, cells)| {
        let each = cells
            .iter()
            .map(|&at| words::unread(at, headings.get(at).map_or("", String::as_str), &matched.cell(*number, at)));
        words::at_row(*number, &each.collect::<Vec<_>>())
    });
    let all: Vec<String> = said.collect();
    (!all.is_empty())
        .then(|| view! { <div data-unread=all.len()>{named("info", words::UNREAD_HINT, &all)}</div> }.into_any())
}

/// The first of `all`, and how many more there are.
fn named(kind: &'static str, hint: &'static str, all: &[String]) -> impl IntoView + use<> {
    let rest = all.len().saturating_sub(NAMED);
    let rows = all.iter().take(NAMED).map(|said| view! { <li>{said.clone()}</li> }).collect_view();
    view! {
        <Notice kind=kind>
            <p>{hint}</p>
            <ul>{rows}</ul>
            {(rest > 0).then(|| view! { <p>{words::more_faults(rest)}</p> })}
        </Notice>
    }
}
