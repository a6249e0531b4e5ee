//! Shows the preview of a file: its rows by what becomes of them, and the cells that are not taken.

use anziping_core::exchange::{LeftOut, NotedCell, Preview, RowView, UnreadCell};
use anziping_tables::Note;
use leptos::prelude::*;

use crate::ui::field::Notice;
use crate::words::import as words;

/// Rows of a kind that are shown on the page; the rest is counted.
const SHOWN: usize = 100;

/// Shows what was put right while reading.
pub(super) fn notes(notes: &[Note]) -> Option<AnyView> {
    (!notes.is_empty()).then(|| {
        let all = notes.iter().map(|note| view! { <p>{words::note(*note)}</p> }).collect_view();
        view! { <Notice kind="warn">{all}</Notice> }.into_any()
    })
}

/// The counts and the rows, under the hooks of every preview.
pub(crate) fn shown(action: &'static str, preview: Memo<Preview>, inside: impl IntoView + 'static) -> AnyView {
    let count = move |of: fn(&Preview) -> usize| Memo::new(move |_| preview.with(of));
    let counts = words::COUNTS.map(|(hook, said)| {
        let count = count(match hook {
            "new" => |preview| preview.new.len(),
            "changed" => |preview| preview.changed.len(),
            "same" => |preview| preview.same.len(),
            "left-out" => |preview| preview.left_out.len(),
            _ => |preview| preview.unread.len(),
        });
        let line = view! {
            <li data-count=hook>
                {said} " " <strong class="number">{move || count.get()}</strong>
            </li>
        };
        (count, line)
    });
    let [new, changed, same, left_out, unread] = counts.each_ref().map(|(count, _)| *count);
    let lines = counts.map(|(_, line)| line).collect_view();
    view! {
        <div
            class="stack"
            data-preview=action
            data-new=move || new.get()
            data-changed=move || changed.get()
            data-same=move || same.get()
            data-left-out=move || left_out.get()
            data-unread=move || unread.get()
        >
            {inside}
            <ul class="bullets" data-counts="import">{lines}</ul>
            {move || preview.with(|preview| rows("changed", words::CHANGED_ROWS, &preview.changed))}
            {move || preview.with(|preview| cells(&preview.unread))}
            {move || preview.with(|preview| noted(&preview.noted))}
            {move || preview.with(|preview| left(&preview.left_out))}
            {move || preview.with(|preview| rows("new", words::NEW_ROWS, &preview.new))}
        </div>
    }
    .into_any()
}

fn rows(hook: &'static str, heading: &'static str, rows: &[RowView]) -> Option<AnyView> {
    let one = |row: &RowView| {
        let fields = row.fields.iter().map(|field| view! { <li>{words::field(field)}</li> }).collect_view();
        view! {
            <li>
                <p>{words::row(&row.at)} " " <strong>{row.what.clone()}</strong></p>
                <ul class="bullets">{fields}</ul>
            </li>
        }
    };
    let all = rows.iter().take(SHOWN).map(one).collect_view();
    let list = view! { <ul data-preview-rows=hook>{all}</ul> };
    (!rows.is_empty()).then(|| folded(heading, rows.len(), hook == "changed", list.into_any()))
}

fn cells(cells: &[UnreadCell]) -> Option<AnyView> {
    let one = |cell: &UnreadCell| {
        let place = format!("R{}C{}", cell.at.row, cell.column + 1);
        view! { <li data-unread-cell=place>{words::unread(cell)}</li> }
    };
    (!cells.is_empty()).then(|| {
        let all = cells.iter().take(SHOWN).map(one).collect_view();
        let rest = cells.len().saturating_sub(SHOWN);
        view! {
            <Notice kind="warn">
                <p>{words::UNREAD_HINT}</p>
                <ul class="bullets">{all}</ul>
                {(rest > 0).then(|| view! { <p>{words::more(rest)}</p> })}
            </Notice>
        }
        .into_any()
    })
}

fn noted(cells: &[NotedCell]) -> Option<AnyView> {
    let one = |cell: &NotedCell| {
        let place = format!("R{}C{}", cell.at.row, cell.column + 1);
        view! { <li data-noted-cell=place>{words::noted(cell)}</li> }
    };
    let all = cells.iter().take(SHOWN).map(one).collect_view();
    let list = view! { <ul class="bullets">{all}</ul> };
    (!cells.is_empty()).then(|| folded(words::NOTED, cells.len(), true, list.into_any()))
}

fn left(rows: &[LeftOut]) -> Option<AnyView> {
    // Rows below one another that are left out for one reason are one line.
    let mut runs: Vec<(&LeftOut, &LeftOut)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last))
                if last.reason == row.reason && last.at.sheet == row.at.sheet && last.at.row + 1 == row.at.row =>
            {
                *last = row;
            }
            _ => runs.push((row, row)),
        }
    }
    let one = |(first, last): &(&LeftOut, &LeftOut)| {
        view! { <li data-left-out-row=first.at.row>{words::left(first, last)}</li> }
    };
    let all = runs.iter().take(SHOWN).map(one).collect_view();
    let list = view! { <ul class="bullets">{all}</ul> };
    (!rows.is_empty()).then(|| folded(words::LEFT_OUT_ROWS, rows.len(), true, list.into_any()))
}

fn folded(heading: &'static str, count: usize, open: bool, list: AnyView) -> AnyView {
    let rest = count.saturating_sub(SHOWN);
    view! {
        <details open=open>
            <summary>{words::counted(heading, count)}</summary>
            <div class="details-body">
                {list} {(rest > 0).then(|| view! { <p>{words::more(rest)}</p> })}
            </div>
        </details>
    }
    .into_any()
}
