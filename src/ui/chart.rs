//! Horizontal bars, hidden from screen readers: a table with the same figures stands beside them.

use leptos::prelude::*;

#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Bar {
    /// The name of the bar.
    pub label: String,
    /// Length in tenths of the full width, 0 to 1000; `None` draws no bar.
    pub tenths: Option<u32>,
    /// Figure at its end.
    pub figure: String,
    /// `good`, `warn`, `bad` or empty for the plain colour.
    pub tone: &'static str,
}

/// Bars one below the other, with lines at 70 and 90 drawn by the style sheet.
#[component]
pub(crate) fn Bars(
    /// The bars from top to bottom.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
) -> impl IntoView {
    let rows = move || {
        bars.get()
            .into_iter()
            .map(|bar| {
                let width = bar.tenths.map(|tenths| format!("{}.{}%", tenths.min(1000) / 10, tenths.min(1000) % 10));
                let class = if bar.tone.is_empty() { "bar".to_owned() } else { format!("bar bar-{}", bar.tone) };
                view! {
                    <div class="bar-label">{bar.label}</div>
                    <div class="bar-track">
                        {width.map(|width| view! { <div class=class style:width=width></div> })}
                    </div>
                    <div class="bar-figure">{bar.figure}</div>
                }
            })
            .collect_view()
    };
    view! {
        <div class="bars" aria-hidden="true">
            {rows}
        </div>
    }
    .into_any()
}
