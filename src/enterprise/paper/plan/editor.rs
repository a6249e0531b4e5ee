//! Edits the plan with a finger, a mouse or a key, step by step.

use anziping_core::plan::{GRID, GridRect, Plan, PlanShape, SHAPES_MAX, ShapeKind, Spot};
use anziping_core::register::{Registers, shortened};
use leptos::prelude::*;

use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::words::plan as words;

/// Steps that can be taken back.
const STEPS: usize = 50;
/// A way shorter than this is a tap.
const TAP: u16 = 250;
/// How far a key moves a shape.
const NUDGE: i32 = 100;

/// The tools: each gives a press on the plan another effect.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Tool {
    /// Picks up what stands there.
    Move,
    /// Draws a room or a wall.
    Room,
    /// Places the risk point of this number.
    Risk(String),
}

/// The drag that is under way between a press and its release.
#[derive(Clone, Copy, Debug)]
enum Drag {
    /// A new rectangle from a corner.
    Draw { from: Spot, pressed: Spot },
    /// A shape with the finger on a spot of it.
    Move { place: usize, from: Spot, start: GridRect },
    /// A rectangle by its corner.
    Size { place: usize, start: GridRect },
}

/// The shape while the finger is down: one at its place, or a new one, as it would become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Draft {
    /// Its place among the shapes; `None` for a new one.
    pub place: Option<usize>,
    /// Where it would stand.
    pub rect: GridRect,
}

/// The plan on the screen with what is selected; `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    session: Session,
    id: StoredValue<String>,
    /// The plan as it is kept.
    pub plan: Memo<Plan>,
    /// The tool in hand, which decides about a press.
    pub tool: RwSignal<Tool>,
    /// The place of the selected shape.
    pub selected: RwSignal<Option<usize>>,
    /// The shape that a drag would become.
    pub draft: RwSignal<Option<Draft>>,
    /// The last remark on a step.
    pub said: RwSignal<String>,
    drag: StoredValue<Option<Drag>>,
    past: RwSignal<Vec<Vec<PlanShape>>>,
}

impl Editor {
    /// Opens the plan of a number.
    pub(super) fn new(session: Session, id: &str) -> Self {
        let id = StoredValue::new(id.to_owned());
        let of = move || {
            session.registers.with(|registers| {
                id.with_value(|id| registers.plans.iter().find(|plan| plan.id == *id).cloned().unwrap_or_default())
            })
        };
        Self {
            session,
            id,
            plan: Memo::new(move |_| of()),
            tool: RwSignal::new(Tool::Move),
            selected: RwSignal::new(None),
            draft: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            drag: StoredValue::new(None),
            past: RwSignal::new(Vec::new()),
        }
    }

    /// Returns whether nothing can be changed.
    pub(super) fn is_locked(self) -> bool {
        self.session.registers_read_only.get()
    }

    /// Looks at the registers; tracked.
    pub(super) fn registers<T>(self, look: impl FnOnce(&Registers) -> T) -> T {
        self.session.registers.with(look)
    }

    /// The number of the plan.
    pub(super) fn id(self) -> String {
        self.id.get_value()
    }

    /// Changes what stands beside the drawing: name, author, day, picture.
    pub(super) fn edit(self, change: impl FnOnce(&mut Plan)) {
        let id = self.id();
        self.session.edit_registers(clock::today(), move |registers| {
            if let Some(plan) = registers.plans.iter_mut().find(|plan| plan.id == id) {
                change(plan);
            }
        });
    }

    /// Changes the drawing; the step can be taken back.
    fn draw(self, change: impl FnOnce(&mut Plan)) {
        if self.session.registers_read_only.get_untracked() {
            return;
        }
        let before = self.plan.with_untracked(|plan| plan.shapes.clone());
        self.past.update(|past| {
            if past.len() == STEPS {
                past.remove(0);
            }
            past.push(before);
        });
        self.edit(change);
    }

    /// Returns whether a step can be taken back; tracked.
    pub(super) fn has_past(self) -> bool {
        self.past.with(|past| !past.is_empty())
    }

    /// Takes the last step back.
    pub(super) fn step_back(self) {
        if let Some(before) = self.past.try_update(Vec::pop).flatten() {
            self.selected.set(None);
            self.edit(|plan| plan.shapes = before);
        }
    }

    /// Takes a tool up.
    pub(super) fn take(self, tool: Tool) {
        self.cancel();
        self.selected.set(None);
        self.said.set(String::new());
        self.tool.set(tool);
    }

    /// A press on the plan.
    pub(super) fn press(self, spot: Spot, reach: Spot) {
        let plan = self.plan.get_untracked();
        if self.tool.with_untracked(|tool| *tool != Tool::Move) {
            self.drag.set_value(Some(Drag::Draw { from: spot.snapped(&plan.edges(None)), pressed: spot }));
            return;
        }
        let rect_of = |place: usize| plan.shapes.get(place).map(|shape| shape.rect);
        let corner = self.selected.get_untracked().filter(|place| plan.is_at_corner(*place, spot, reach));
        let drag = match corner {
            Some(place) => rect_of(place).map(|start| Drag::Size { place, start }),
            None => {
                let place = plan.shape_at(spot, reach);
                self.selected.set(place);
                place.and_then(|place| Some(Drag::Move { place, from: spot, start: rect_of(place)? }))
            }
        };
        self.drag.set_value(drag);
    }

    /// The finger moves while it is down.
    pub(super) fn drag_to(self, spot: Spot) {
        let draft = self.drag.get_value().and_then(|drag| self.drafted(drag, spot));
        if draft != self.draft.get_untracked() {
            self.draft.set(draft);
        }
    }

    /// The finger is lifted.
    pub(super) fn release(self, spot: Spot) {
        let drag = self.drag.get_value();
        let draft = drag.and_then(|drag| self.drafted(drag, spot));
        self.cancel();
        match (drag, draft) {
            (Some(Drag::Draw { .. }), Some(Draft { rect, .. })) => self.add_rectangle(rect),
            (Some(Drag::Draw { pressed, .. }), None) => self.tap(pressed),
            (_, Some(Draft { place: Some(place), rect })) => self.set_rect(place, rect),
            _ => {}
        }
    }

    /// Drops what is being drawn: another finger came down, a call came in, or the page scrolled.
    pub(super) fn cancel(self) {
        // Not before the finger is lifted: the line stands above the plan, which would move away below the finger.
        self.said.set(String::new());
        self.drag.set_value(None);
        self.draft.set(None);
    }

    /// Computes the result of a drag to a spot; `None` while it is a tap.
    fn drafted(self, drag: Drag, spot: Spot) -> Option<Draft> {
        let plan = self.plan.get_untracked();
        match drag {
            Drag::Draw { from, pressed } => {
                is_way(pressed, spot).then_some(())?;
                Some(Draft { place: None, rect: GridRect::between(from, spot.snapped(&plan.edges(None))) })
            }
            Drag::Move { place, from, start } => {
                is_way(from, spot).then_some(())?;
                let moved = start.moved(between(from.x, spot.x), between(from.y, spot.y));
                let corner = Spot { x: moved.x, y: moved.y };
                let at = corner.snapped(&plan.edges(Some(place)));
                let rect = moved.moved(between(corner.x, at.x), between(corner.y, at.y));
                Some(Draft { place: Some(place), rect })
            }
            Drag::Size { place, start } => {
                let end = spot.snapped(&plan.edges(Some(place)));
                let old = start.end();
                let rect = start.sized(between(old.x, end.x), between(old.y, end.y));
                Some(Draft { place: Some(place), rect })
            }
        }
    }

    fn tap(self, spot: Spot) {
        match self.tool.get_untracked() {
            Tool::Risk(risk) => {
                self.add(PlanShape { kind: ShapeKind::Point, rect: GridRect::at(spot), risk, ..PlanShape::default() })
            }
            Tool::Room => self.said.set(words::DRAG_A_ROOM.to_owned()),
            Tool::Move => {}
        }
    }

    fn add_rectangle(self, rect: GridRect) {
        match self.tool.get_untracked() {
            Tool::Risk(risk) => self.add(PlanShape { kind: ShapeKind::Area, rect, risk, ..PlanShape::default() }),
            Tool::Room => self.add(PlanShape { rect, ..PlanShape::default() }),
            Tool::Move => {}
        }
    }

    /// Draws with the tool that is taken up, without a pointer.
    pub(super) fn place_in_the_middle(self) {
        let rect = GridRect::in_the_middle(self.plan.with_untracked(|plan| plan.shapes.len()));
        match self.tool.get_untracked() {
            Tool::Risk(_) => self.tap(rect.middle()),
            Tool::Room | Tool::Move => self.add_rectangle(rect),
        }
    }

    fn add(self, shape: PlanShape) {
        if self.session.registers_read_only.get_untracked() {
            return;
        }
        if self.plan.with_untracked(|plan| plan.shapes.len() >= SHAPES_MAX) {
            self.said.set(words::full());
            return;
        }
        self.said.set(words::drawn(&untrack(|| self.said_of(&shape))));
        let is_risk = !shape.risk.is_empty();
        let mut place = None;
        self.draw(|plan| place = plan.add(shape));
        self.selected.set(place);
        // Rooms are drawn one after the other; a risk point is placed once, and may be moved then.
        if is_risk {
            self.tool.set(Tool::Move);
        }
    }

    fn set_rect(self, place: usize, rect: GridRect) {
        self.draw(|plan| {
            if let Some(shape) = plan.shapes.get_mut(place) {
                shape.rect = rect;
            }
        });
    }

    /// Moves or sizes the selected shape by steps, as keys do.
    pub(super) fn nudge(self, across: i32, down: i32, sizes: bool) {
        let Some(place) = self.selected.get_untracked() else { return };
        let shape = self.plan.with_untracked(|plan| plan.shapes.get(place).cloned());
        let Some(shape) = shape.filter(|shape| !sizes || shape.kind != ShapeKind::Point) else { return };
        let (across, down) = (across * NUDGE, down * NUDGE);
        self.set_rect(place, if sizes { shape.rect.sized(across, down) } else { shape.rect.moved(across, down) });
    }

    /// Takes a shape away.
    pub(super) fn delete(self, place: usize) {
        self.selected.set(None);
        self.draw(|plan| {
            if place < plan.shapes.len() {
                plan.shapes.remove(place);
            }
        });
    }

    /// Names a room; typing is no step of its own.
    pub(super) fn name(self, place: usize, name: &str) {
        let name = shortened(name);
        self.edit(|plan| {
            if let Some(shape) = plan.shapes.get_mut(place) {
                shape.name = name;
            }
        });
    }

    /// A shape in words: the name of its room, or its risk point.
    pub(super) fn said_of(self, shape: &PlanShape) -> String {
        let place = || {
            let of = |registers: &Registers| {
                registers.risks.iter().find(|risk| risk.id == shape.risk).map(|risk| risk.place.clone())
            };
            self.registers(of).unwrap_or_else(|| words::REMOVED.to_owned())
        };
        let said = if shape.kind == ShapeKind::Room { shape.name.clone() } else { place() };
        words::shape(shape.kind, &said)
    }
}

fn between(from: u16, to: u16) -> i32 {
    i32::from(to) - i32::from(from)
}

fn is_way(from: Spot, to: Spot) -> bool {
    from.x.abs_diff(to.x) > TAP || from.y.abs_diff(to.y) > TAP
}

/// The reach of a fingertip on a field of so many pixels.
pub(super) fn reach(field: (i32, i32)) -> Spot {
    /// Half the width of a target that fingers hit.
    const FINGERTIP: i32 = 22;
    let of = |pixels: i32| Spot::of_pixel((FINGERTIP, FINGERTIP), (pixels, pixels)).map_or(GRID / 20, |spot| spot.x);
    Spot { x: of(field.0), y: of(field.1) }
}
