//! The counts and points of an area that are asked, in their order.

use anziping_core::catalog::{Area, Point, Target, TargetCode};
use anziping_core::month::answer::Status;
use anziping_core::month::draft::MonthDraft;
use leptos::prelude::*;

use crate::enterprise::folded::Folded;
use crate::enterprise::session::{AnswerRow, Session};

/// Counts and points of a target, as far as they are asked and follow from nothing else; subscribes.
pub(super) fn questions_of(
    session: Session,
    area: &'static Area,
    target: &'static Target,
) -> impl Iterator<Item = (String, AnswerRow)> {
    let points = asked_of(session, target).into_iter();
    let points = points.filter_map(move |point| Some((point.id.clone(), session.point(&point.id)?)));
    let rate = session.rate(&area.id, target.code).map(|row| (MonthDraft::rate_key(&area.id, target.code), row));
    rate.into_iter().chain(points)
}

/// The points of a target that concern the enterprise and follow from nothing else; subscribes.
pub(super) fn asked_of(session: Session, target: &'static Target) -> Vec<&'static Point> {
    let is_asked = |point: &&'static Point| {
        session.profile.with(|profile| point.applies.holds(profile)) && session.derived(point).is_none()
    };
    target.points.iter().filter(is_asked).collect()
}

/// The state of a point that concerns the enterprise and is not asked this month; subscribes.
pub(super) fn not_asked(session: Session, point: &'static Point) -> Option<Status> {
    if !session.profile.with(|profile| point.applies.holds(profile)) {
        return None;
    }
    match session.derived(point) {
        Some((status, _)) => Some(status),
        None => session.point(&point.id).map(|row| row.status.get()).filter(|status| status.is_standing()),
    }
}

/// The id of the next question in sight; the counts of a target stand before its points.
pub(super) fn following(area: &Area, id: &str, folded: Folded) -> Option<String> {
    let ids = area.targets.iter().flat_map(|target| {
        let counts = (target.code != TargetCode::P4).then(|| MonthDraft::rate_key(&area.id, target.code));
        counts.into_iter().chain(target.points.iter().map(|point| point.id.clone()))
    });
    ids.skip_while(|other| other != id).skip(1).find(|id| !folded.holds(id))
}
