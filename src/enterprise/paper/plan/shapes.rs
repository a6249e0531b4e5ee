//! The list of what stands on the plan, for those who do not point; keys work here as on the plan.

use anziping_core::plan::ShapeKind;
use leptos::prelude::*;

use super::editor::{Editor, Tool};
use super::surface;
use crate::enterprise::session::Session;
use crate::platform::pointer;
use crate::ui::field::Field;
use crate::words::plan as words;

/// The card with the list.
pub(super) fn shapes(session: Session, editor: Editor) -> AnyView {
    let count = Memo::new(move |_| editor.plan.with(|plan| plan.shapes.len()));
    // A row is built anew when a shape comes or goes, not while a name is typed.
    let rows = move || {
        let count = count.get();
        if count == 0 {
            return view! { <p class="muted">{words::NO_SHAPES}</p> }.into_any();
        }
        let rows = (0..count).map(|place| row(editor, place)).collect_view();
        view! { <ul class="plain stack">{rows}</ul> }.into_any()
    };
    view! {
        <fieldset class="card no-print" disabled=session.registers_read_only data-plan-shapes="true">
            <legend>{words::SHAPES}</legend>
            {rows}
        </fieldset>
    }
    .into_any()
}

fn row(editor: Editor, place: usize) -> AnyView {
    let shape = Memo::new(move |_| editor.plan.with(|plan| plan.shapes.get(place).cloned().unwrap_or_default()));
    let said = Memo::new(move |_| shape.with(|shape| editor.said_of(shape)));
    let is_room = Memo::new(move |_| shape.with(|shape| shape.kind == ShapeKind::Room));
    let is_selected = Memo::new(move |_| editor.selected.get() == Some(place));
    let name = Signal::derive(move || shape.with(|shape| shape.name.clone()));
    let fault = Signal::derive(move || words::too_long(&name.get()));
    let set_name = Callback::new(move |name: String| editor.name(place, &name));
    let select = move |_| {
        editor.take(Tool::Move);
        editor.selected.set(Some(place));
    };
    view! {
        <li class="stack-tight" data-shape-row=place on:keydown=move |event| keys(editor, place, &event)>
            {move || {
                is_room
                    .get()
                    .then(|| {
                        view! {
                            <Field
                                name=format!("plan-name-{place}")
                                label=words::room(place + 1)
                                value=name
                                on_input=set_name
                                fault=fault
                            />
                        }
                    })
            }}
            <div class="row">
                <span>{said}</span>
                <button
                    type="button"
                    class="button button-small"
                    data-action=format!("select-shape-{place}")
                    aria-label=move || words::about(words::SELECT, &said.get())
                    aria-pressed=move || is_selected.get().to_string()
                    on:click=select
                >
                    {words::SELECT}
                </button>
                <button
                    type="button"
                    class="button button-small button-danger"
                    data-action=format!("delete-shape-{place}")
                    aria-label=move || words::about(words::DELETE, &said.get())
                    on:click=move |_| surface::delete(editor, place)
                >
                    {words::DELETE}
                </button>
            </div>
            {move || is_selected.get().then(|| nudges(editor))}
        </li>
    }
    .into_any()
}

/// The steps of keys as buttons: a drag is not for everybody.
fn nudges(editor: Editor) -> AnyView {
    let is_point = editor.plan.with_untracked(|plan| {
        let shape = editor.selected.get_untracked().and_then(|place| plan.shapes.get(place));
        shape.is_some_and(|shape| shape.kind == ShapeKind::Point)
    });
    let steps = words::NUDGES.into_iter().filter(|(_, _, _, sizes)| !(*sizes && is_point));
    let buttons = steps.map(|(said, across, down, sizes)| {
        view! {
            <button
                type="button"
                class="button button-small"
                on:click=move |_| editor.nudge(across, down, sizes)
            >
                {said}
            </button>
        }
    });
    view! {
        <div class="row" role="group" aria-label=words::NUDGE>
            {buttons.collect_view()}
        </div>
    }
    .into_any()
}

/// Keys on a button of a row mean its shape; those in the field of a name are typing.
fn keys(editor: Editor, place: usize, event: &leptos::ev::KeyboardEvent) {
    let is_button = pointer::is_from_button(event);
    if is_button && editor.selected.with_untracked(|selected| *selected == Some(place)) {
        surface::keys(editor, event);
    }
}
