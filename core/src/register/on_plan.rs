//! Finds the risk points of the register on a plan, and what is missing there before it is printed.

use super::{Colour, Registers, RiskPoint};
use crate::plan::{Plan, ShapeKind};

/// A risk point on a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlacedRisk<'a> {
    /// Its number on this plan, from 1.
    pub number: usize,
    /// Its entry.
    pub risk: &'a RiskPoint,
    /// Its colour; `None` while it is not rated.
    pub colour: Option<Colour>,
}

/// A gap on a plan, with the place that it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlanGap {
    /// A risk point of the plan has no level, so it has no colour.
    Unrated {
        /// Number of its entry.
        risk: String,
        /// Where it is.
        place: String,
    },
    /// A risk point of the register does not stand on any plan.
    NotPlaced {
        /// Number of its entry.
        risk: String,
        /// Where it is.
        place: String,
    },
    /// So many shapes are of risk points that were removed from the register.
    Removed(usize),
    /// The name of a room is longer than its rectangle has room for.
    CutOff(String),
}

impl Registers {
    /// The risk points that stand on a plan, each once, in the order of the register.
    pub fn placed(&self, plan: &Plan) -> Vec<PlacedRisk<'_>> {
        let own = self.risks.iter().filter(|risk| plan.risks().any(|number| number == risk.id));
        own.enumerate()
            .map(|(index, risk)| PlacedRisk { number: index + 1, risk, colour: risk.colour(self.method) })
            .collect()
    }

    /// Lists what is missing on a plan.
    pub fn plan_gaps(&self, plan: &Plan) -> Vec<PlanGap> {
        let placed = self.placed(plan);
        let unrated = placed.iter().filter(|placed| placed.colour.is_none()).map(|placed| placed.risk);
        let unrated = unrated.map(|risk| PlanGap::Unrated { risk: risk.id.clone(), place: risk.place.clone() });
        let is_on_any = |risk: &RiskPoint| self.plans.iter().any(|plan| plan.risks().any(|number| number == risk.id));
        let nowhere = self.risks.iter().filter(|risk| !is_on_any(risk));
        let nowhere = nowhere.map(|risk| PlanGap::NotPlaced { risk: risk.id.clone(), place: risk.place.clone() });
        let is_gone = |number: &&str| !self.risks.iter().any(|risk| risk.id == **number);
        let removed = Some(plan.risks().filter(is_gone).count()).filter(|count| *count > 0).map(PlanGap::Removed);
        let rooms = plan.shapes.iter().filter(|shape| shape.kind == ShapeKind::Room);
        let cut = rooms.filter(|room| plan.lettering(room).is_cut).map(|room| PlanGap::CutOff(room.name.clone()));
        unrated.chain(nowhere).chain(removed).chain(cut).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{GridRect, PlanShape};
    use crate::register::{Method, Score};

    fn risk(id: &str, place: &str, ls: Option<u32>) -> RiskPoint {
        let ls = ls.map(|value| [Score(value), Score(value)]);
        RiskPoint { id: id.to_owned(), place: place.to_owned(), ls, ..RiskPoint::default() }
    }

    fn on(risk: &str) -> PlanShape {
        PlanShape { kind: ShapeKind::Point, risk: risk.to_owned(), ..PlanShape::default() }
    }

    fn registers() -> Registers {
        let room = PlanShape { name: "危险化学品中间仓库".to_owned(), ..PlanShape::default() };
        let plan = Plan { shapes: vec![room, on("3"), on("1"), on("1"), on("9")], ..Plan::default() };
        let risks = vec![risk("1", "冲床", Some(50)), risk("2", "空压机", Some(10)), risk("3", "喷漆房", None)];
        Registers { risks, plans: vec![plan], method: Method::LsB, ..Registers::default() }
    }

    #[test]
    fn risk_points_are_numbered_by_the_register_and_coloured_by_their_level() {
        let registers = registers();
        let placed = registers.placed(&registers.plans[0]);
        let seen: Vec<_> = placed.iter().map(|one| (one.number, one.risk.place.as_str(), one.colour)).collect();
        assert_eq!(seen, [(1, "冲床", Some(Colour::Red)), (2, "喷漆房", None)]);
    }

    #[test]
    fn what_is_missing_on_a_plan_is_named_with_its_place() {
        let registers = registers();
        let of = |risk: &str, place: &str| (risk.to_owned(), place.to_owned());
        let ((unrated, paint), (missing, air)) = (of("3", "喷漆房"), of("2", "空压机"));
        assert_eq!(
            registers.plan_gaps(&registers.plans[0]),
            [
                PlanGap::Unrated { risk: unrated, place: paint },
                PlanGap::NotPlaced { risk: missing, place: air },
                PlanGap::Removed(1),
                PlanGap::CutOff("危险化学品中间仓库".to_owned()),
            ]
        );
    }

    #[test]
    fn a_risk_point_on_another_plan_is_not_missing() {
        let mut registers = registers();
        let wide = GridRect { x: 0, y: 0, width: 5_000, height: 5_000 };
        registers.plans[0].shapes[0].rect = wide;
        registers.plans.push(Plan { shapes: vec![on("2")], ..Plan::default() });
        registers.plans[0].shapes.retain(|shape| shape.risk != "9" && shape.risk != "3");
        assert_eq!(registers.plan_gaps(&registers.plans[0]).len(), 1, "喷漆房 stands on no plan any more");
        assert_eq!(registers.plan_gaps(&registers.plans[1]).len(), 1);
    }
}
