//! The grid that is laid over every plan, and spots and rectangles on it.

use serde::{Deserialize, Serialize};

/// The last line of the grid, across as well as down.
pub const GRID: u16 = 10_000;
/// The narrowest rectangle: what a wall is on paper.
const NARROWEST: u16 = 100;
/// Edges nearer than this are drawn as one: rooms share their walls.
const SNAP: u16 = 200;
/// The distance of the lines to which a point goes that is near no edge.
const STEP: u16 = 50;

/// A spot on the grid.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Spot {
    /// From the side on which lines begin.
    pub x: u16,
    /// From the top.
    pub y: u16,
}

/// A rectangle on the grid; of a point only the corner counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GridRect {
    /// Where it begins across.
    pub x: u16,
    /// Where it begins down.
    pub y: u16,
    /// The extent across.
    pub width: u16,
    /// The extent down.
    pub height: u16,
}

impl Spot {
    /// The spot under a pixel of a field of so many pixels; what lies outside of it counts as its edge.
    ///
    /// `None` while the field has no size.
    pub fn of_pixel(at: (i32, i32), field: (i32, i32)) -> Option<Self> {
        Some(Self { x: on_grid(at.0, field.0)?, y: on_grid(at.1, field.1)? })
    }

    /// Moves both numbers to an edge that is near, or to a line of whole steps.
    #[must_use]
    pub fn snapped(self, edges: &[GridRect]) -> Self {
        let across = edges.iter().flat_map(|edge| [edge.x, edge.end().x]);
        let down = edges.iter().flat_map(|edge| [edge.y, edge.end().y]);
        Self { x: snapped(self.x, across), y: snapped(self.y, down) }
    }
}

fn on_grid(pixel: i32, field: i32) -> Option<u16> {
    (field > 0).then_some(())?;
    let line = i64::from(pixel.clamp(0, field)) * i64::from(GRID) / i64::from(field);
    u16::try_from(line).ok()
}

fn snapped(line: u16, edges: impl Iterator<Item = u16>) -> u16 {
    let nearest = edges.chain([0, GRID]).min_by_key(|edge| edge.abs_diff(line));
    match nearest.filter(|edge| edge.abs_diff(line) <= SNAP) {
        Some(edge) => edge,
        None => ((line + STEP / 2) / STEP * STEP).min(GRID),
    }
}

/// A line so far away from another, within bounds.
fn shifted(line: u16, by: i32, least: u16, most: u16) -> u16 {
    let line = i32::from(line).saturating_add(by).clamp(i32::from(least), i32::from(most.max(least)));
    u16::try_from(line).unwrap_or(most)
}

impl GridRect {
    /// The rectangle between two corners, whichever was set first.
    pub fn between(one: Spot, other: Spot) -> Self {
        let (x, y) = (one.x.min(other.x), one.y.min(other.y));
        Self { x, y, width: one.x.abs_diff(other.x), height: one.y.abs_diff(other.y) }.widened()
    }

    /// A point at a spot.
    pub fn at(spot: Spot) -> Self {
        Self { x: spot.x, y: spot.y, width: 0, height: 0 }
    }

    /// A rectangle in the middle of the plan, for those who do not draw one.
    ///
    /// `turn` counts those that stand there already, so that they do not cover each other.
    pub fn in_the_middle(turn: usize) -> Self {
        let aside = u16::try_from(turn % 8).unwrap_or(0) * 400;
        Self { x: 2_000 + aside, y: 2_000 + aside, width: 3_000, height: 3_000 }
    }

    /// The corner opposite to where it begins.
    pub fn end(self) -> Spot {
        Spot { x: self.x.saturating_add(self.width).min(GRID), y: self.y.saturating_add(self.height).min(GRID) }
    }

    /// The spot in its middle.
    pub fn middle(self) -> Spot {
        let end = self.end();
        Spot { x: self.x.midpoint(end.x.max(self.x)), y: self.y.midpoint(end.y.max(self.y)) }
    }

    /// Returns whether a spot lies in it.
    pub fn holds(self, spot: Spot) -> bool {
        let end = self.end();
        (self.x..=end.x).contains(&spot.x) && (self.y..=end.y).contains(&spot.y)
    }

    /// The area, in squares of the grid.
    pub fn area(self) -> u32 {
        u32::from(self.width) * u32::from(self.height)
    }

    /// The rectangle moved; it stays on the grid as a whole.
    #[must_use]
    pub fn moved(self, across: i32, down: i32) -> Self {
        let x = shifted(self.x, across, 0, GRID.saturating_sub(self.width));
        let y = shifted(self.y, down, 0, GRID.saturating_sub(self.height));
        Self { x, y, ..self }
    }

    /// The rectangle made wider or narrower, higher or flatter, from where it begins.
    #[must_use]
    pub fn sized(self, across: i32, down: i32) -> Self {
        let width = shifted(self.width, across, NARROWEST, GRID.saturating_sub(self.x));
        let height = shifted(self.height, down, NARROWEST, GRID.saturating_sub(self.y));
        Self { width, height, ..self }.widened()
    }

    /// Widens to at least the width and height of a wall, also at the end of the grid.
    fn widened(self) -> Self {
        let (width, height) = (self.width.clamp(NARROWEST, GRID), self.height.clamp(NARROWEST, GRID));
        Self { x: self.x.min(GRID - width), y: self.y.min(GRID - height), width, height }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(x: u16, y: u16) -> Spot {
        Spot { x, y }
    }

    #[test]
    fn a_pixel_is_a_spot_and_what_lies_outside_is_the_edge() {
        assert_eq!(Spot::of_pixel((175, 130), (350, 260)), Some(spot(5_000, 5_000)));
        assert_eq!(Spot::of_pixel((-9, 999), (350, 260)), Some(spot(0, GRID)));
        assert_eq!(Spot::of_pixel((1, 1), (0, 260)), None, "a field that is not drawn yet");
    }

    #[test]
    fn a_rectangle_is_the_same_from_whichever_corner() {
        let rect = GridRect::between(spot(3_000, 500), spot(1_000, 2_500));
        assert_eq!(rect, GridRect { x: 1_000, y: 500, width: 2_000, height: 2_000 });
        assert_eq!(rect, GridRect::between(spot(1_000, 500), spot(3_000, 2_500)));
        let wall = GridRect::between(spot(GRID, 100), spot(GRID, 5_000));
        assert_eq!((wall.x, wall.width), (GRID - NARROWEST, NARROWEST), "a line is a wall, also at the edge");
    }

    #[test]
    fn a_corner_near_an_edge_is_on_it() {
        let room = GridRect { x: 1_000, y: 1_000, width: 3_000, height: 2_000 };
        assert_eq!(spot(4_150, 2_890).snapped(&[room]), spot(4_000, 3_000));
        assert_eq!(spot(5_512, 5_488).snapped(&[room]), spot(5_500, 5_500));
        assert_eq!(spot(90, 9_900).snapped(&[]), spot(0, GRID), "the edges of the paper count");
    }

    #[test]
    fn nothing_leaves_the_grid() {
        let rect = GridRect { x: 8_000, y: 100, width: 1_500, height: 900 };
        assert_eq!(rect.moved(9_000, -9_000), GridRect { x: 8_500, y: 0, ..rect });
        assert_eq!(rect.sized(9_000, -9_000), GridRect { width: 2_000, height: NARROWEST, ..rect });
        assert_eq!(GridRect::at(spot(50, GRID)).moved(-80, 80), GridRect::at(spot(0, GRID)));
        let damaged = GridRect { x: 65_000, y: 65_000, width: 65_000, height: 65_000 };
        for rect in [damaged.moved(1, 1), damaged.sized(1, 1), damaged.sized(i32::MIN, i32::MAX)] {
            assert!(rect.end().x <= GRID && rect.end().y <= GRID, "{rect:?}");
        }
    }

    #[test]
    fn the_middle_lies_within() {
        let rect = GridRect { x: 1_000, y: 2_000, width: 500, height: 300 };
        assert_eq!(rect.middle(), spot(1_250, 2_150));
        assert!(rect.holds(rect.middle()) && !rect.holds(spot(1_501, 2_150)));
        assert_ne!(GridRect::in_the_middle(0), GridRect::in_the_middle(1));
    }
}
