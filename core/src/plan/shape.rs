//! The shapes on a plan, and finding the one under a finger.

use serde::{Deserialize, Serialize};

use super::{GridRect, Plan, Spot};
use crate::value::code::codes;

/// The kinds of shapes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShapeKind {
    /// A room, a wall, a passage: an outline with a name.
    #[default]
    Room,
    /// A risk point that takes room: a filled rectangle.
    Area,
    /// A risk point at one spot.
    Point,
}

codes! { ShapeKind { Room = "room", Area = "area", Point = "point" } }

/// A shape on a plan.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanShape {
    /// The kind of shape.
    pub kind: ShapeKind,
    /// Where it stands.
    pub rect: GridRect,
    /// Name of a room.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Number of the entry in the register of risk points; empty for a room.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub risk: String,
}

impl Plan {
    /// The shape that a finger on a spot means; `reach` is as far as a fingertip goes, across and down.
    ///
    /// A point before a rectangle, the nearer before the farther, the smaller before what it stands in.
    pub fn shape_at(&self, spot: Spot, reach: Spot) -> Option<usize> {
        let all = || self.shapes.iter().enumerate();
        let points = all().filter(|(_, shape)| shape.kind == ShapeKind::Point && within(shape.rect, spot, reach));
        let nearest = points.min_by_key(|(_, shape)| distance(shape.rect, spot));
        let rectangles = || all().filter(|(_, shape)| shape.kind != ShapeKind::Point && shape.rect.holds(spot));
        let smallest = || rectangles().min_by_key(|(_, shape)| shape.rect.area());
        nearest.or_else(smallest).map(|(place, _)| place)
    }

    /// Returns whether a finger on a spot means the corner that enlarges the shape at `place`.
    pub fn is_at_corner(&self, place: usize, spot: Spot, reach: Spot) -> bool {
        let shape = self.shapes.get(place).filter(|shape| shape.kind != ShapeKind::Point);
        shape.is_some_and(|shape| within(GridRect::at(shape.rect.end()), spot, reach))
    }

    /// The rectangles whose edges others are drawn to, but for one of them.
    pub fn edges(&self, but: Option<usize>) -> Vec<GridRect> {
        let others = self.shapes.iter().enumerate().filter(|(place, _)| Some(*place) != but);
        others.filter(|(_, shape)| shape.kind != ShapeKind::Point).map(|(_, shape)| shape.rect).collect()
    }
}

fn within(point: GridRect, spot: Spot, reach: Spot) -> bool {
    point.x.abs_diff(spot.x) <= reach.x && point.y.abs_diff(spot.y) <= reach.y
}

fn distance(point: GridRect, spot: Spot) -> u32 {
    u32::from(point.x.abs_diff(spot.x)) + u32::from(point.y.abs_diff(spot.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(kind: ShapeKind, x: u16, y: u16, width: u16, height: u16) -> PlanShape {
        PlanShape { kind, rect: GridRect { x, y, width, height }, ..PlanShape::default() }
    }

    fn plan() -> Plan {
        let shapes = vec![
            shape(ShapeKind::Room, 0, 0, 6_000, 6_000),
            shape(ShapeKind::Area, 1_000, 1_000, 2_000, 2_000),
            shape(ShapeKind::Point, 2_000, 2_000, 0, 0),
            shape(ShapeKind::Point, 2_600, 2_000, 0, 0),
        ];
        Plan { shapes, ..Plan::default() }
    }

    const REACH: Spot = Spot { x: 600, y: 600 };

    #[test]
    fn a_finger_means_the_point_then_the_smallest_rectangle() {
        let at = |x, y| plan().shape_at(Spot { x, y }, REACH);
        assert_eq!(at(2_100, 2_100), Some(2));
        assert_eq!(at(2_500, 2_100), Some(3), "the nearer of two points");
        assert_eq!(at(1_100, 1_100), Some(1));
        assert_eq!(at(5_000, 5_000), Some(0));
        assert_eq!(at(9_000, 9_000), None);
    }

    #[test]
    fn the_corner_of_a_rectangle_sizes_it_and_a_point_has_none() {
        let near = |place, x, y| plan().is_at_corner(place, Spot { x, y }, REACH);
        assert!(near(1, 3_200, 2_900) && !near(1, 1_000, 1_000));
        assert!(!near(2, 2_000, 2_000) && !near(9, 0, 0));
    }

    #[test]
    fn edges_are_those_of_other_rectangles() {
        assert_eq!(plan().edges(Some(0)), [plan().shapes[1].rect]);
        assert_eq!(plan().edges(None).len(), 2);
    }
}
