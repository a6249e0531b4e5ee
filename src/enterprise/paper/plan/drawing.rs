//! The plan as SVG.
//!
//! Colours stand in the drawing itself, not in a style sheet: browsers print them whatever they are told about
//! backgrounds. Each level has a pattern and a letter besides, for printers without colours.

use anziping_core::plan::{GRID, GridRect, Plan, PlanShape, ShapeKind};
use anziping_core::register::{Colour, PlacedRisk, Registers};
use leptos::prelude::*;

use super::editor::{Draft, Editor};
use super::picture::Ground;
use crate::words::plan as words;

/// Radius of a point.
const RADIUS: u32 = 260;
/// Radius of the white plate with the number, and height of its letters.
const PLATE: (u32, u32) = (200, 250);

/// The fill of a level: a pattern of [`patterns`].
pub(super) fn fill(colour: Option<Colour>) -> String {
    format!("url(#risk-{})", colour.map_or("Unrated", Colour::code))
}

/// The patterns that [`fill`] names; once on a page.
pub(super) fn patterns() -> AnyView {
    let of = |id: &'static str, ground: &'static str, ink: &'static str, lines: &'static str, width: &'static str| {
        view! {
            <pattern id=id width="300" height="300" patternUnits="userSpaceOnUse">
                <rect width="300" height="300" fill=ground></rect>
                <path d=lines stroke=ink stroke-width=width fill="none"></path>
            </pattern>
        }
    };
    view! {
        <defs>
            {of("risk-Red", "#d9261c", "#ffffff", "M0 0 300 300M300 0 0 300", "30")}
            {of("risk-Orange", "#f5911e", "#3a2200", "M0 300 300 0M-20 20 20 -20M280 320 320 280", "36")}
            {of("risk-Yellow", "#ffe02e", "#3a3300", "M75 75h40M225 225h40", "40")}
            {of("risk-Blue", "#3b8ede", "#ffffff", "M0 75h300M0 225h300", "24")}
            {of("risk-Unrated", "#ffffff", "#777777", "M0 150h300M150 0v300", "12")}
        </defs>
    }
    .into_any()
}

/// The plan as it stands, or as it would with what is being dragged.
///
/// On paper it is `highest` millimetres high.
pub(super) fn drawing(
    editor: Editor,
    ground: Signal<Ground, LocalStorage>,
    highest: impl Fn() -> u32 + Send + Sync + 'static,
) -> AnyView {
    let plan = Memo::new(move |_| {
        let mut plan = editor.plan.get();
        if let Some(Draft { place: Some(place), rect }) = editor.draft.get()
            && let Some(shape) = plan.shapes.get_mut(place)
        {
            shape.rect = rect;
        }
        plan
    });
    let box_of = move || plan.with(|plan| format!("0 0 {GRID} {}", plan.height()));
    let millimetres = move || highest() * u32::from(GRID) / plan.with(Plan::height).max(1);
    let alt = move || {
        plan.with(|plan| {
            let of_kind =
                |room: bool| plan.shapes.iter().filter(|shape| (shape.kind == ShapeKind::Room) == room).count();
            let title = if plan.title.trim().is_empty() { words::UNNAMED } else { plan.title.trim() };
            words::alt(title, of_kind(true), of_kind(false))
        })
    };
    let below = move || {
        ground.with(|ground| {
            ground.address().map(|address| {
                let height = plan.with(Plan::height);
                view! {
                    <image href=address x="0" y="0" width=GRID height=height preserveAspectRatio="none"></image>
                }
            })
        })
    };
    let shapes = move || {
        editor.registers(|registers| {
            plan.with(|plan| {
                let placed = registers.placed(plan);
                drawn_first(plan).map(|shape| drawn(plan, shape, &placed)).collect_view()
            })
        })
    };
    let marks = move || {
        let rect = match (editor.draft.get(), editor.selected.get()) {
            (Some(Draft { place: None, rect }), _) => Some((rect, false)),
            (_, Some(place)) => {
                plan.with(|plan| plan.shapes.get(place).map(|shape| (shape.rect, shape.kind == ShapeKind::Point)))
            }
            _ => None,
        };
        rect.map(|(rect, is_point)| plan.with(|plan| marked(plan, rect, is_point)))
    };
    view! {
        <svg
            viewBox=box_of
            role="img"
            aria-label=alt
            data-millimetres=millimetres
            style:display="block"
            style:width="100%"
            style:height="auto"
        >
            {patterns()}
            <rect width=GRID height=move || plan.with(Plan::height) fill="#ffffff"></rect>
            {below}
            {shapes}
            <rect
                width=GRID
                height=move || plan.with(Plan::height)
                fill="none"
                stroke="#222222"
                stroke-width="40"
            ></rect>
            <g class="no-print">{marks}</g>
        </svg>
    }
    .into_any()
}

/// Rooms below areas below points.
fn drawn_first(plan: &Plan) -> impl Iterator<Item = &PlanShape> {
    let of = |kind: ShapeKind| plan.shapes.iter().filter(move |shape| shape.kind == kind);
    of(ShapeKind::Room).chain(of(ShapeKind::Area)).chain(of(ShapeKind::Point))
}

/// A line of the grid down the plan, in the units of the drawing.
fn down(plan: &Plan, line: u16) -> u32 {
    u32::from(line) * plan.height() / u32::from(GRID)
}

fn drawn(plan: &Plan, shape: &PlanShape, placed: &[PlacedRisk<'_>]) -> AnyView {
    let (rect, of) = (shape.rect, placed.iter().find(|placed| placed.risk.id == shape.risk));
    let (x, y) = (rect.x, down(plan, rect.y));
    let (width, height) = (rect.width, down(plan, rect.height));
    let colour = of.and_then(|placed| placed.colour);
    let code = colour.map(Colour::code);
    let number = of.map_or_else(String::new, |placed| placed.number.to_string());
    match shape.kind {
        ShapeKind::Room => view! {
            <g data-shape="room">
                <rect x=x y=y width=width height=height fill="none" stroke="#222222" stroke-width="50"></rect>
                {lettering(plan, shape)}
            </g>
        }
        .into_any(),
        ShapeKind::Area => {
            let middle = rect.middle();
            view! {
                <g data-shape="area" data-colour=code>
                    <rect
                        x=x
                        y=y
                        width=width
                        height=height
                        fill=fill(colour)
                        fill-opacity="0.8"
                        stroke="#111111"
                        stroke-width="30"
                    ></rect>
                    {plate(middle.x.into(), down(plan, middle.y), &number, colour)}
                </g>
            }
            .into_any()
        }
        ShapeKind::Point => view! {
            <g data-shape="point" data-colour=code>
                <circle cx=x cy=y r=RADIUS fill=fill(colour) stroke="#111111" stroke-width="30"></circle>
                {plate(x.into(), y, &number, colour)}
            </g>
        }
        .into_any(),
    }
}

/// The number on white, and beside it the letter of the colour.
fn plate(x: u32, y: u32, number: &str, colour: Option<Colour>) -> AnyView {
    let (radius, size) = PLATE;
    view! {
        <circle cx=x cy=y r=radius fill="#ffffff" stroke="#111111" stroke-width="16"></circle>
        <text x=x y=y + size * 36 / 100 font-size=size font-weight="700" text-anchor="middle" fill="#111111">
            {number.to_owned()}
        </text>
        <text
            x=x + RADIUS + 50
            y=y + size * 36 / 100
            font-size=size
            font-weight="700"
            fill="#111111"
            stroke="#ffffff"
            stroke-width="70"
            paint-order="stroke"
        >
            {words::letter(colour)}
        </text>
    }
    .into_any()
}

/// The name of a room in its upper part, where points seldom stand.
fn lettering(plan: &Plan, room: &PlanShape) -> AnyView {
    let lettering = plan.lettering(room);
    let size = lettering.size;
    let (x, top) = (room.rect.middle().x, down(plan, room.rect.y));
    let line = |(index, said): (usize, String)| {
        let y = top + 60 + size + u32::try_from(index).unwrap_or(0) * size * 6 / 5;
        view! {
            <text
                x=x
                y=y
                font-size=size
                text-anchor="middle"
                fill="#111111"
                stroke="#ffffff"
                stroke-width="60"
                paint-order="stroke"
            >
                {said}
            </text>
        }
    };
    lettering.lines.into_iter().enumerate().map(line).collect_view().into_any()
}

/// Draws the frame of what is selected or being drawn, with the corner by which it is sized.
fn marked(plan: &Plan, rect: GridRect, is_point: bool) -> AnyView {
    let (x, y) = (rect.x, down(plan, rect.y));
    let stroke = "#0b5a55";
    if is_point {
        return view! {
            <circle
                cx=x
                cy=y
                r=RADIUS + 110
                fill="none"
                stroke=stroke
                stroke-width="70"
                stroke-dasharray="160 90"
            ></circle>
        }
        .into_any();
    }
    let (width, height) = (rect.width, down(plan, rect.height));
    let (end_x, end_y) = (u32::from(rect.end().x), down(plan, rect.end().y));
    view! {
        <rect
            x=x
            y=y
            width=width
            height=height
            fill="none"
            stroke=stroke
            stroke-width="70"
            stroke-dasharray="160 90"
        ></rect>
        <rect
            data-corner="true"
            x=end_x.saturating_sub(200)
            y=end_y.saturating_sub(200)
            width="400"
            height="400"
            fill=stroke
            stroke="#ffffff"
            stroke-width="40"
        ></rect>
    }
    .into_any()
}

/// A patch of a level, for the legend.
pub(super) fn sample(colour: Option<Colour>) -> AnyView {
    view! {
        <svg viewBox="0 0 900 600" width="36" height="24" aria-hidden="true" style:flex="none">
            <rect x="15" y="15" width="870" height="570" fill=fill(colour) stroke="#111111" stroke-width="30"></rect>
        </svg>
    }
    .into_any()
}

/// Returns whether a plan has something without a level on it.
pub(super) fn has_unrated(registers: &Registers, plan: &Plan) -> bool {
    let of = |shape: &&PlanShape| shape.kind != ShapeKind::Room;
    let rated = |shape: &PlanShape| {
        let risk = registers.risks.iter().find(|risk| risk.id == shape.risk);
        risk.is_some_and(|risk| risk.colour(registers.method).is_some())
    };
    plan.shapes.iter().filter(of).any(|shape| !rated(shape))
}
