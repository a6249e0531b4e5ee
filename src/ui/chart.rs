//! Horizontal bars drawn as SVG; the table with the same figures always stands beside it, so the picture is hidden from screen readers.

use leptos::prelude::*;

/// One bar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// What it is called.
    pub label: String,
    /// Length in tenths of the full width, 0 to 1000; `None` draws no bar.
    pub tenths: Option<u32>,
    /// Figure at its end.
    pub figure: String,
    /// `good`, `warn`, `bad` or empty for the plain colour.
    pub tone: &'static str,
}

const ROW: usize = 30;
const LEFT: u32 = 176;
const WIDTH: u32 = 640;
const FULL: u32 = 360;

/// Bars one below the other, with lines at 70 and 90.
#[component]
pub fn Bars(
    /// The bars from top to bottom.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
) -> impl IntoView {
    let height = move || bars.with(Vec::len) * ROW + 6;
    let rows = move || {
        bars.get()
            .into_iter()
            .enumerate()
            .map(|(index, bar)| {
                let top = index * ROW + 4;
                let length = bar.tenths.map(|tenths| tenths.min(1000) * FULL / 1000);
                let class = if bar.tone.is_empty() { "bar".to_owned() } else { format!("bar bar-{}", bar.tone) };
                view! {
                    <text x=LEFT - 10 y=top + 17 text-anchor="end">{bar.label}</text>
                    <rect class="track" x=LEFT y=top width=FULL height="22" rx="4"/>
                    {length.map(|length| view! { <rect class=class x=LEFT y=top width=length height="22" rx="4"/> })}
                    <text x=LEFT + FULL + 10 y=top + 17>{bar.figure}</text>
                }
            })
            .collect_view()
    };
    let line = move |tenths: u32| {
        let x = LEFT + tenths * FULL / 1000;
        view! { <line class="grid" x1=x x2=x y1="0" y2=height/> }
    };
    view! { <svg class="bars" viewBox=move || format!("0 0 {WIDTH} {}", height()) aria-hidden="true" focusable="false">{rows} {line(700)} {line(900)}</svg> }.into_any()
}
