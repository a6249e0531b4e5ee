//! The plan of a workshop: rooms and risk points on a grid, over a picture or blank paper.
//!
//! A plan is kept in the registers, its picture in the browser like the photographs. Everything on it is in whole
//! numbers of one grid, so that what was drawn on a telephone comes out the same on paper of any size.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `grid` | the grid that is laid over every plan, and spots and rectangles on it |
//! | `lettering` | names made to fit into their rectangle |
//! | `shape` | what stands on a plan, and which of it a finger means |

mod grid;
mod lettering;
mod shape;

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

pub use grid::{GRID, GridRect, Spot};
pub use lettering::Lettering;
pub use shape::{PlanShape, ShapeKind};

use crate::hazard::ImageHead;
use crate::value::day::Day;

/// Most plans of one enterprise.
pub const PLANS_MAX: usize = 20;
/// Most shapes on one plan.
pub const SHAPES_MAX: usize = 200;
/// Longest name of a plan or a room, in characters.
pub const NAME_MAX: usize = 30;
/// Height of a plan without a picture where its width is [`GRID`].
const BLANK_HEIGHT: u32 = 7_000;
/// The flattest and the tallest picture a plan is drawn on, as heights.
const HEIGHTS: (u32, u32) = (2_500, 20_000);

/// The plan of a workshop.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// Number of the entry.
    pub id: String,
    /// The title: 一号车间.
    pub title: String,
    /// The one who has drawn it; stays in the browser and on paper.
    pub author: String,
    /// The day that stands on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawn_on: Option<Day>,
    /// The picture below it; `None` for blank paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<PlanPicture>,
    /// The shapes on it, in the order in which they were drawn.
    pub shapes: Vec<PlanShape>,
}

/// The picture below a plan. It lies in the browser under its hash, like the photographs of hazards.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PlanPicture {
    /// SHA-256 of the bytes of the JPEG file.
    pub sha256: Sha256,
    /// Size of the file in bytes.
    pub bytes: u32,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl PlanPicture {
    /// Describes a JPEG file; `None` when its size cannot be read.
    pub fn of(jpeg: &[u8], sha256: Sha256) -> Option<Self> {
        let ImageHead::Pixels(width, height) = ImageHead::of(jpeg) else { return None };
        (width > 0 && height > 0).then_some(())?;
        Some(Self { sha256, bytes: u32::try_from(jpeg.len()).ok()?, width, height })
    }
}

impl Plan {
    /// The height where the width is [`GRID`], so that a picture keeps its shape.
    pub fn height(&self) -> u32 {
        let Some(picture) = self.picture.as_ref().filter(|picture| picture.width > 0) else { return BLANK_HEIGHT };
        let height = u64::from(picture.height) * u64::from(GRID) / u64::from(picture.width);
        u32::try_from(height).unwrap_or(HEIGHTS.1).clamp(HEIGHTS.0, HEIGHTS.1)
    }

    /// Adds a shape and returns its place; `None` when the plan is full.
    pub fn add(&mut self, shape: PlanShape) -> Option<usize> {
        (self.shapes.len() < SHAPES_MAX).then_some(())?;
        self.shapes.push(shape);
        Some(self.shapes.len() - 1)
    }

    /// The name of a room as it is drawn.
    pub fn lettering(&self, room: &PlanShape) -> Lettering {
        let height = u64::from(room.rect.height) * u64::from(self.height()) / u64::from(GRID);
        Lettering::fit(&room.name, room.rect.width.into(), u32::try_from(height).unwrap_or(0))
    }

    /// The risk points that stand on it, by the numbers of their entries.
    pub fn risks(&self) -> impl Iterator<Item = &str> {
        self.shapes.iter().map(|shape| shape.risk.as_str()).filter(|risk| !risk.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(width: u32, height: u32) -> Plan {
        let picture = PlanPicture { sha256: Sha256::of(b""), bytes: 1, width, height };
        Plan { picture: Some(picture), ..Plan::default() }
    }

    #[test]
    fn a_plan_is_as_high_as_its_picture_within_what_a_sheet_holds() {
        assert_eq!(Plan::default().height(), BLANK_HEIGHT);
        assert_eq!(on(1_600, 1_200).height(), 7_500);
        assert_eq!(on(1_600, 10).height(), HEIGHTS.0);
        assert_eq!(on(1, u32::MAX).height(), HEIGHTS.1);
        assert_eq!(on(0, 5).height(), BLANK_HEIGHT, "what a damaged record says");
    }

    #[test]
    fn a_full_plan_takes_no_more() {
        let mut plan = Plan::default();
        for place in 0..SHAPES_MAX {
            assert_eq!(plan.add(PlanShape::default()), Some(place));
        }
        assert_eq!(plan.add(PlanShape::default()), None);
        assert_eq!(plan.shapes.len(), SHAPES_MAX);
    }

    #[test]
    fn a_picture_without_a_size_is_none() {
        assert_eq!(PlanPicture::of(b"%PDF-1.7", Sha256::of(b"")), None);
    }

    #[test]
    fn a_plan_is_read_back_as_it_was_written() {
        let mut plan = on(4, 3);
        plan.title = "一号车间".to_owned();
        plan.drawn_on = Some(Day::epoch());
        plan.add(PlanShape { risk: "7".to_owned(), kind: ShapeKind::Point, ..PlanShape::default() });
        let text = serde_json::to_string(&plan).unwrap();
        assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
        assert!(text.contains(r#""kind":"point""#), "{text}");
    }
}
