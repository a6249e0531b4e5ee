//! Lines and columns over months, drawn as SVG; a table with the same figures stands beside them.

use leptos::prelude::*;

const WIDTH: u32 = 640;
const HEIGHT: u32 = 190;
const LEFT: u32 = 34;
const TOP: u32 = 12;
const BOTTOM: u32 = 26;

/// Computes the place of a month from the left.
fn x(index: usize, count: usize) -> u32 {
    let step = (WIDTH - LEFT - 16) / u32::try_from(count.max(1)).unwrap_or(1);
    LEFT + 8 + step * u32::try_from(index).unwrap_or(0) + step / 2
}

/// Computes the place of `value` of `most` from the top.
fn y(value: u32, most: u32) -> u32 {
    let span = HEIGHT - TOP - BOTTOM;
    TOP + span - value.min(most) * span / most.max(1)
}

fn grid(value: u32, most: u32, label: String, class: &'static str) -> AnyView {
    let at = y(value, most);
    view! {
        <line class=class x1=LEFT x2=WIDTH - 4 y1=at y2=at></line>
        <text class="chart-label" x=LEFT - 4 y=at + 4 text-anchor="end">
            {label}
        </text>
    }
    .into_any()
}

fn months(labels: &[String]) -> AnyView {
    let count = labels.len();
    let marks = labels.iter().enumerate().map(|(index, label)| {
        // Where the picture is small there is room for every second name only; the last one always stands.
        let class = if (count - index).is_multiple_of(2) { "chart-label chart-second" } else { "chart-label" };
        view! {
            <text class=class x=x(index, count) y=HEIGHT - 8 text-anchor="middle">
                {label.clone()}
            </text>
        }
    });
    marks.collect_view().into_any()
}

/// A line of values from 0 to 1000, with lines at 700 and 900; months without a value interrupt it.
#[component]
pub(crate) fn TrendLine(
    /// A description, for those who do not see it.
    label: String,
    /// Names of the months.
    months: Vec<String>,
    /// Tenths, 0 to 1000.
    values: Vec<Option<u32>>,
) -> impl IntoView {
    let count = values.len();
    let at = |index: usize, tenths: u32| (x(index, count), y(tenths, 1000));
    // Neighbours are joined; a month without figures leaves a gap instead of a guess.
    let joins = values.windows(2).enumerate().filter_map(|(index, pair)| match pair {
        [Some(from), Some(to)] => Some((at(index, *from), at(index + 1, *to))),
        _ => None,
    });
    let joins = joins
        .map(|((x1, y1), (x2, y2))| view! { <line class="chart-line" x1=x1 y1=y1 x2=x2 y2=y2></line> })
        .collect_view();
    let dots = values.iter().enumerate().filter_map(|(index, value)| value.map(|tenths| (at(index, tenths), tenths)));
    let dots = dots
        .map(|((x, y), tenths)| {
            let above = if y < TOP + 16 { y + 16 } else { y - 8 };
            view! {
                <circle class="chart-dot" cx=x cy=y r="4"></circle>
                <text class="chart-value" x=x y=above text-anchor="middle">
                    {format!("{}.{}", tenths / 10, tenths % 10)}
                </text>
            }
        })
        .collect_view();
    let (grid_lines, names) = (
        [0, 500, 700, 900, 1000].map(|value| {
            let class = if value == 700 || value == 900 { "chart-limit" } else { "chart-grid" };
            grid(value, 1000, (value / 10).to_string(), class)
        }),
        self::months(&months),
    );
    view! {
        <svg class="chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
            {grid_lines}
            {joins}
            {dots}
            {names}
        </svg>
    }
    .into_any()
}

/// Columns side by side for each month.
///
/// Each series has a class of its own and a pattern of height only, so the legend names them in order.
#[component]
pub(crate) fn TrendColumns(
    /// A description, for those who do not see it.
    label: String,
    /// Names of the months.
    months: Vec<String>,
    /// Counts by series, then by month.
    series: Vec<Vec<Option<u32>>>,
) -> impl IntoView {
    let count = months.len();
    let most = series.iter().flatten().flatten().copied().max().unwrap_or(0).max(4);
    let width = 12;
    let groups = u32::try_from(series.len()).unwrap_or(1);
    let columns = series.iter().enumerate().flat_map(|(row, values)| {
        let row = u32::try_from(row).unwrap_or(0);
        values.iter().enumerate().filter_map(move |(index, value)| {
            let value = (*value)?;
            let left = x(index, count) + row * width - groups * width / 2;
            let top = y(value, most);
            Some(view! {
                <rect
                    class=format!("chart-column chart-column-{row}")
                    x=left
                    y=top
                    width=width - 2
                    height=HEIGHT - BOTTOM - top
                ></rect>
                {(value > 0)
                    .then(|| {
                        view! {
                            <text class="chart-value" x=left + 5 y=top.max(TOP + 2) - 3 text-anchor="middle">
                                {value}
                            </text>
                        }
                    })}
            })
        })
    });
    let columns = columns.collect_view();
    let (base, top) = (grid(0, most, "0".into(), "chart-grid"), grid(most, most, most.to_string(), "chart-grid"));
    view! {
        <svg class="chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
            {base}
            {top}
            {columns}
            {self::months(&months)}
        </svg>
    }
    .into_any()
}
