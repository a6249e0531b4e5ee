//! The field over the plan that takes pointers and keys.
//!
//! It has no children, so the offset of an event is always that within the plan; what was meant is decided by
//! `core`, with the reach of a fingertip.

use anziping_core::plan::Spot;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use super::choice::drawing_height;
use super::drawing::drawing;
use super::editor::{Editor, Tool, reach};
use super::picture::Ground;
use crate::enterprise::paper::sheet::SheetSize;
use crate::platform::dom;
use crate::platform::pointer::{self, Touched};
use crate::words::plan as words;

/// The plan with the field over it.
pub(super) fn surface(editor: Editor, paper: RwSignal<SheetSize>, ground: Signal<Ground, LocalStorage>) -> AnyView {
    let height = Memo::new(move |_| editor.plan.with(|plan| plan.height()));
    // As wide as leaves room for heading, legend and list on the sheet.
    let widest = move || format!("calc({}mm * 10000 / {})", drawing_height(paper.get()), height.get());
    // A finger that draws must not scroll the page; one that only reads must.
    let touch = move || {
        let draws = editor.tool.with(|tool| *tool != Tool::Move) || editor.selected.get().is_some();
        if draws && !editor.is_locked() { "none" } else { "auto" }
    };
    let press = move |event: PointerEvent| {
        if let Some((spot, reach)) = spot(&event).filter(|_| event.button() == 0) {
            pointer::hold(&event);
            editor.press(spot, reach);
        }
    };
    let drag = move |event: PointerEvent| {
        if let Some((spot, _)) = spot(&event) {
            editor.drag_to(spot);
        }
    };
    let release = move |event: PointerEvent| {
        if let Some((spot, _)) = spot(&event) {
            editor.release(spot);
        }
    };
    view! {
        <div
            data-plan-map="true"
            style:position="relative"
            style:flex="3 1 18rem"
            style:max-width=widest
        >
            {drawing(editor, ground, move || drawing_height(paper.get()))}
            <div
                class="no-print"
                data-plan-surface="true"
                tabindex="0"
                role="group"
                aria-label=words::SURFACE
                style:position="absolute"
                style:inset="0"
                style:touch-action=touch
                style:cursor=move || if editor.tool.with(|tool| *tool == Tool::Move) { "move" } else { "crosshair" }
                on:pointerdown=press
                on:pointermove=drag
                on:pointerup=release
                on:pointercancel=move |_| editor.cancel()
                on:keydown=move |event| keys(editor, &event)
            ></div>
        </div>
    }
    .into_any()
}

/// The spot of the plan that is meant, and how far a fingertip goes there.
fn spot(event: &PointerEvent) -> Option<(Spot, Spot)> {
    let Touched { at, field } = pointer::met(event)?;
    Some((Spot::of_pixel(at, field)?, reach(field)))
}

/// Takes a shape away; its row in the list goes with it, so the focus goes to the plan.
pub(super) fn delete(editor: Editor, place: usize) {
    editor.delete(place);
    dom::focus("[data-plan-surface]");
}

/// Arrows move what is selected, with Shift they size it; Delete takes it away, Escape lets it go.
pub(super) fn keys(editor: Editor, event: &KeyboardEvent) {
    let key = event.key();
    if (event.ctrl_key() || event.meta_key()) && key.eq_ignore_ascii_case("z") {
        event.prevent_default();
        editor.step_back();
        return;
    }
    let (across, down) = match key.as_str() {
        "ArrowLeft" => (-1, 0),
        "ArrowRight" => (1, 0),
        "ArrowUp" => (0, -1),
        "ArrowDown" => (0, 1),
        "Delete" | "Backspace" => {
            if let Some(place) = editor.selected.get_untracked() {
                event.prevent_default();
                delete(editor, place);
            }
            return;
        }
        "Escape" => return editor.take(Tool::Move),
        _ => return,
    };
    if editor.selected.with_untracked(Option::is_some) {
        event.prevent_default();
        editor.nudge(across, down, event.shift_key());
    }
}
