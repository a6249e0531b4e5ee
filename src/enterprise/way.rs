//! The way through a month.
//!
//! Its pages in the order in which they are filled in, and what is left to do on each.

use std::collections::BTreeSet;

use anziping_core::catalog::{Area, Listed, Point, Target, TargetCode};
use anziping_core::enterprise::EnterpriseField;
use anziping_core::month::answer::Status;
use anziping_core::month::figures::MonthField;
use anziping_core::review::{Review, ReviewFinding, ReviewPlace, Unsettled};
use leptos::prelude::*;

use super::page_title::title;
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::next_field;
use crate::words::common;

/// The pages of the month, in order; subscribes to the facts that decide about the areas.
pub(crate) fn stops(session: Session) -> Vec<Route> {
    let elements = session.catalogue.elements.iter().map(|element| Route::Element(element.number, None));
    let areas = areas(session).into_iter().map(|area| Route::Area(area.id.clone(), None));
    let close = [Route::Screening(None), Route::Hazards(None), Route::Month(None), Route::Report, Route::Seal];
    std::iter::once(Route::Enterprise(None)).chain(elements).chain(areas).chain(close).collect()
}

fn areas(session: Session) -> Vec<&'static Area> {
    session
        .profile
        .with(|profile| session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact)).collect())
}

/// The questions of an area in the order in which they stand on its page.
///
/// Of the points only those that are `asked`.
fn questions_of(area: &'static Area, asked: impl Fn(&'static Point) -> bool) -> Vec<ReviewPlace> {
    let of_target = |target: &'static Target| {
        let counts = (target.code != TargetCode::P4).then(|| ReviewPlace::Rate(area.id.clone(), target.code));
        let points =
            target.points.iter().filter(|point| asked(point)).map(|point| ReviewPlace::Point(point.id.clone()));
        counts.into_iter().chain(points).collect::<Vec<_>>()
    };
    area.targets.iter().flat_map(of_target).collect()
}

/// The questions that are asked in an area; subscribes to what decides it.
///
/// An answer that follows from others is asked where those are.
fn asked_in(session: Session, area: &'static Area) -> Vec<ReviewPlace> {
    session.with(|assessment| {
        questions_of(area, |point| point.applies.holds(&assessment.profile) && assessment.derived(point).is_none())
    })
}

/// The tasks of a month: questions, required fields, hazards, and contradictions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct MonthProgress {
    /// Answered and confirmed.
    pub(crate) done: u32,
    /// Asked at all.
    pub(crate) all: u32,
}

/// Computes how far the whole month is; subscribes to it.
pub(crate) fn progress(session: Session, review: &Review) -> MonthProgress {
    let scores = session.scores();
    let criteria = asked_criteria(session);
    let open = open_places(review);
    let count = |wanted: fn(&ReviewPlace) -> bool| amount(open.iter().filter(|place| wanted(place)).count());
    let in_areas: usize = areas(session).into_iter().map(|area| asked_in(session, area).len()).sum();
    let needed = EnterpriseField::ALL.iter().filter(|field| field.is_required()).count();
    // What an item counts is asked there.
    let asked = |field: &&MonthField| field.is_required() && session.counted_by(**field).is_none();
    let figures = MonthField::ALL.iter().filter(asked).count();
    let parts = [
        (amount(needed), count(|place| matches!(place, ReviewPlace::Enterprise(field) if field.is_required()))),
        (scores.applicable(), scores.elements.iter().map(|element| element.unanswered + element.carried).sum()),
        (amount(in_areas), count(|place| matches!(place, ReviewPlace::Point(_) | ReviewPlace::Rate(..)))),
        (amount(criteria.len()), amount(criteria.iter().filter(|(_, open)| *open).count())),
        (amount(figures), count(|place| matches!(place, ReviewPlace::Month(field) if field.is_required()))),
        hazards_to_do(review, session.hazards.with(Vec::len)),
        besides(review),
    ];
    let all = parts.iter().map(|(all, _)| all).sum();
    MonthProgress { done: parts.iter().map(|(all, left)| all.saturating_sub(*left)).sum(), all }
}

/// The hazards of the ledger, and those of them that keep the month from being signed.
fn hazards_to_do(review: &Review, hazards: usize) -> (u32, u32) {
    let places = review.problems.iter().map(|(place, _)| place);
    let to_do: BTreeSet<_> = places.filter(|place| matches!(place, ReviewPlace::Hazard(_))).collect();
    (amount(hazards), amount(to_do.len()))
}

/// Contradictions that keep the month from being signed although all is answered; all still to do.
fn besides(review: &Review) -> (u32, u32) {
    let is_counted = |place: &ReviewPlace, finding: &ReviewFinding| match place {
        ReviewPlace::Hazard(_) => true,
        ReviewPlace::Enterprise(field) => field.is_required(),
        ReviewPlace::Month(field) => field.is_required() && is_open(finding),
        ReviewPlace::Item(_) | ReviewPlace::Point(_) | ReviewPlace::Rate(..) => is_open(finding),
        ReviewPlace::Screening(_) | ReviewPlace::Preparer => false,
    };
    let besides = review.problems.iter().filter(|(place, finding)| !is_counted(place, finding));
    let to_do = amount(besides.map(|(place, _)| place).collect::<BTreeSet<_>>().len());
    (to_do, to_do)
}

/// Computes how far the questions of one area are; subscribes to them.
pub(crate) fn progress_of_area(session: Session, area: &'static Area) -> MonthProgress {
    let row = |place: &ReviewPlace| match place {
        ReviewPlace::Point(id) => session.point(id),
        ReviewPlace::Rate(area, code) => session.rate(area, *code),
        _ => None,
    };
    // 待核实 is an answer, although it earns nothing.
    let answered = |status: Status| status.is_settled() || status.is_standing() || status == Status::Unsure;
    let places = asked_in(session, area);
    let done = places.iter().filter(|place| row(place).is_some_and(|row| answered(row.status.get()))).count();
    MonthProgress { done: amount(done), all: amount(places.len()) }
}

fn amount(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Returns whether somebody still has to answer, confirm or fill in.
fn is_open(finding: &ReviewFinding) -> bool {
    matches!(
        finding,
        ReviewFinding::Unanswered | ReviewFinding::Answer(_) | ReviewFinding::Enterprise(_) | ReviewFinding::Month(_)
    )
}

/// The places where somebody still has to answer.
fn open_places(review: &Review) -> BTreeSet<ReviewPlace> {
    let missing = review.problems.iter().filter(|(_, finding)| is_open(finding)).map(|(place, _)| place);
    let carried = review.unsettled.iter().filter(|(_, found)| *found == Unsettled::Carried).map(|(place, _)| place);
    missing.chain(carried).cloned().collect()
}

/// The page after `here` on the way; subscribes to the month.
///
/// `None` while more than `settled` questions of this page are open.
pub(crate) fn onward_from(session: Session, here: &Route, settled: usize) -> Option<Route> {
    let is_here =
        |place: &ReviewPlace| Route::of_place(place, |item| session.element_of(item)).without_place() == *here;
    let open = match here {
        Route::Screening(_) => asked_criteria(session).iter().filter(|(_, open)| *open).count(),
        _ => open_places(&session.review()).iter().filter(|place| is_here(place)).count(),
    };
    if open > settled {
        return None;
    }
    stops(session).into_iter().skip_while(|stop| stop != here).nth(1)
}

/// The page after that of an area on the way; subscribes to its questions.
///
/// `None` while more than `settled` of them are open.
pub(crate) fn onward_from_area(session: Session, area: &'static Area, settled: usize) -> Option<Route> {
    let MonthProgress { done, all } = progress_of_area(session, area);
    if all.saturating_sub(done) > amount(settled) {
        return None;
    }
    let here = Route::Area(area.id.clone(), None);
    stops(session).into_iter().skip_while(|stop| *stop != here).nth(1)
}

/// The next step in a month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum NextStep {
    /// Fields of the enterprise.
    Enterprise,
    /// So many check items.
    Items(u32),
    /// So many questions of this area.
    Area(String, u32),
    /// So many criteria for major hazards.
    Screening(u32),
    /// Something in the ledger.
    Hazards,
    /// Fields of the month.
    Month,
    /// Something else that keeps the month from being signed.
    Problem(ReviewPlace, ReviewFinding),
    /// Everything is there.
    Sign,
}

/// The first open thing on the way, and where it stands; subscribes to the whole month.
pub(crate) fn next_step(session: Session, review: &Review) -> (NextStep, Route) {
    let open = open_places(review);
    let of_place = |place: &ReviewPlace| Route::of_place(place, |item| session.element_of(item));
    let left = |places: Vec<ReviewPlace>| {
        let left: Vec<ReviewPlace> = places.into_iter().filter(|place| open.contains(place)).collect();
        left.first().map(|first| (amount(left.len()), of_place(first)))
    };
    let problem = |wanted: fn(&ReviewPlace) -> bool| review.problems.iter().find(|(place, _)| wanted(place));
    if let Some((place, _)) = problem(|place| matches!(place, ReviewPlace::Enterprise(_))) {
        return (NextStep::Enterprise, of_place(place));
    }
    // An item that another page answers is done there.
    let items = session.profile.with(|profile| {
        let own = session.catalogue.items().filter(|item| {
            let computed =
                item.computed.as_ref().is_some_and(|computed| computed.is_given() && computed.when.holds(profile));
            item.applies.holds(profile) && !computed
        });
        own.map(|item| ReviewPlace::Item(item.id.clone())).collect::<Vec<_>>()
    });
    if let Some((count, route)) = left(items) {
        return (NextStep::Items(count), route);
    }
    for area in areas(session) {
        if let Some((count, route)) = left(asked_in(session, area)) {
            return (NextStep::Area(area.name.clone(), count), route);
        }
    }
    if let Some((count, first)) = unscreened(session) {
        return (NextStep::Screening(count), Route::Screening(Some(first)));
    }
    if let Some((place, _)) = problem(|place| matches!(place, ReviewPlace::Hazard(_))) {
        return (NextStep::Hazards, of_place(place));
    }
    if let Some((place, _)) = problem(|place| matches!(place, ReviewPlace::Month(_) | ReviewPlace::Preparer)) {
        return (NextStep::Month, of_place(place));
    }
    match review.problems.first() {
        Some((place, finding)) => (NextStep::Problem(place.clone(), finding.clone()), of_place(place)),
        None => (NextStep::Sign, Route::Report),
    }
}

/// Counts the criteria that nobody has looked at this month, and finds the first of them.
fn unscreened(session: Session) -> Option<(u32, String)> {
    let open: Vec<_> = asked_criteria(session).into_iter().filter_map(|(id, open)| open.then_some(id)).collect();
    open.first().map(|first| (amount(open.len()), (*first).to_owned()))
}

/// The criteria that are asked by themselves, and whether somebody has to look at them; subscribes.
///
/// One that an item answers is done there.
fn asked_criteria(session: Session) -> Vec<(&'static str, bool)> {
    let applying = session.profile.with(|profile| {
        session.catalogue.criteria().filter(|listed| listed.applies(profile)).collect::<Vec<Listed<'static>>>()
    });
    let asked = applying.into_iter().filter_map(|listed| {
        let looked = session.looked(listed)?;
        looked.item.is_none().then(|| (listed.criterion.id.as_str(), looked.carried || !looked.outcome.is_checked()))
    });
    asked.collect()
}

/// The other registers, from the page of one.
fn registers_beside(route: &Route) -> impl Iterator<Item = Route> {
    let all = [
        Route::People(None),
        Route::Risks(None),
        Route::Documents(None),
        Route::Drills(None),
        Route::Expenses(None),
        Route::Permits(None),
        Route::Ledgers(None),
    ];
    let here = all.contains(route).then(|| route.clone());
    all.into_iter().filter(move |register| here.as_ref().is_some_and(|here| here != register))
}

/// Links to the pages before and after on the way.
///
/// From a page off the way it links back to the start.
#[component]
pub(crate) fn Foot(
    /// The month on the screen.
    session: Session,
    route: Route,
) -> impl IntoView {
    let app = App::get();
    // As long as a page of the month stands; those are all that have such fields.
    let _going_on = StoredValue::new_local(next_field::on_enter());
    let links = move || {
        let stops = stops(session);
        let at = stops.iter().position(|stop| *stop == route);
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| stops.get(at).cloned());
        let after = at.and_then(|at| stops.get(at + 1).cloned());
        let home = after.is_none().then_some(Route::Home);
        let link = |route: Route, said: &'static str, class: &'static str, action: &'static str| {
            view! {
                <a class=class href=route.href() data-action=action>
                    {said}
                    {title(app.session, &route)}
                </a>
            }
        };
        let is_register = registers_beside(&route).next().is_some();
        // What is imported there is not asked on the pages that follow.
        let lists = matches!(route, Route::Enterprise(_))
            .then(|| link(Route::People(None), common::LISTS_FIRST, "button", "to-register"));
        let onward = is_register.then(|| next_step(session, &session.review()).1);
        let registers = registers_beside(&route)
            .map(|register| link(register, common::ALSO, "button", "to-register"))
            .collect_view();
        view! {
            {registers}
            {lists}
            {before.map(|route| link(route, common::PREVIOUS_STEP, "button", "page-before"))}
            {after.map(|route| link(route, common::NEXT_STEP, "button button-primary", "page-after"))}
            {onward.map(|route| link(route, common::NEXT_STEP, "button button-primary", "next"))}
            {home.map(|route| link(route, common::BACK_TO, "button", "page-home"))}
        }
    };
    view! {
        <div class="page page-end no-print">
            <nav class="page-foot" aria-label=common::STEPS>
                {links}
            </nav>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use anziping_core::hazard::HazardField;
    use anziping_core::value::line::LineFault;

    use super::*;

    #[test]
    fn the_counts_of_a_target_are_asked_before_its_points() {
        let catalogue: &'static _ = anziping_core::edition::builtin::catalogue().unwrap();
        let area = catalogue.area("hot-work").unwrap();
        let asked = questions_of(area, |_| true);
        let counts =
            |code: TargetCode| asked.iter().position(|place| *place == ReviewPlace::Rate("hot-work".into(), code));
        assert_eq!(counts(TargetCode::P1), Some(0));
        assert!(matches!(&asked[1], ReviewPlace::Point(id) if id.starts_with("hot-work.P1.")), "{asked:?}");
        assert_eq!(counts(TargetCode::P4), None, "the ledger counts those");
    }

    #[test]
    fn hazards_and_contradictions_are_to_do_like_questions() {
        let hazard = |id: &str| ReviewPlace::Hazard(id.into());
        let mut review = Review::default();
        assert_eq!((hazards_to_do(&review, 3), besides(&review)), ((3, 0), (0, 0)));
        let missing = |field| ReviewFinding::HazardIncomplete(field);
        review.problems = vec![
            (hazard("2026-11-01"), missing(HazardField::Place)),
            (hazard("2026-11-01"), missing(HazardField::Grade)),
            (hazard("2026-11-02"), missing(HazardField::Place)),
        ];
        assert_eq!((hazards_to_do(&review, 3), besides(&review)), ((3, 2), (0, 0)));
        review.problems.extend([
            (ReviewPlace::Item("X22".into()), ReviewFinding::Unanswered),
            (ReviewPlace::Item("X22".into()), ReviewFinding::VetoWithoutHazard),
            (ReviewPlace::Preparer, ReviewFinding::Line(LineFault::LineBreak)),
        ]);
        assert_eq!(besides(&review), (2, 2), "a question that is open is counted where it is asked");
    }

    #[test]
    fn what_is_answered_is_not_opened_again() {
        let at = |id: &str| ReviewPlace::Item(id.into());
        let review = Review {
            problems: vec![(at("Z01"), ReviewFinding::Unanswered), (at("X22"), ReviewFinding::VetoWithoutHazard)],
            warnings: vec![(at("Z05"), ReviewFinding::UnmetWithoutHazard(vec!["Z05".into()]))],
            unsettled: vec![(at("Z02"), Unsettled::Carried), (at("Z03"), Unsettled::Unsure)],
        };
        assert_eq!(open_places(&review), [at("Z01"), at("Z02")].into());
    }
}
