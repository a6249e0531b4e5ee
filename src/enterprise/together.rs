//! Answers a few points with one 是, after there was time to read each of them.
//!
//! Why that is an answer, and no "all yes": docs/decisions/points-together.md.

use std::collections::BTreeSet;

use anziping_core::catalog::{Area, Point};
use anziping_core::month::answer::{Answer, ConfirmedBy, Mark, Status};
use leptos::prelude::*;

use super::reader::ReadingClock;
use crate::enterprise::app::App;
use crate::enterprise::page_title::title;
use crate::enterprise::session::{AnswerRow, Session};
use crate::enterprise::way::onward_from_area;
use crate::platform::{clock, dom, on_screen, timer};
use crate::words::area as words;

/// So many points at most are answered together: what somebody keeps in mind.
const MOST: usize = 5;
/// How often it is looked what stands on the screen, in milliseconds.
const LOOK_MS: u32 = 250;

/// The points that are answered together with `last`, which ends them; `asked` are all of the target.
pub(super) fn ending_with(asked: &[&'static Point], last: &Point) -> Option<Vec<&'static Point>> {
    let groups = asked.len().div_ceil(MOST).max(1);
    let of_equal_size = asked.len().div_ceil(groups).max(1);
    let mut groups = asked.chunks(of_equal_size);
    groups.find(|group| group.last().is_some_and(|end| end.id == last.id)).map(<[_]>::to_vec)
}

/// The press below a few points; nothing while fewer than two of them are open.
///
/// Where nothing else of the page is open, it leads on as well.
#[component]
pub(super) fn AnswerTogether(session: Session, area: &'static Area, points: Vec<&'static Point>) -> impl IntoView {
    let app = App::get();
    let rows: Vec<(String, AnswerRow)> =
        points.iter().filter_map(|point| Some((point.id.clone(), session.point(&point.id)?))).collect();
    let rows = StoredValue::new(rows);
    let open = Memo::new(move |_| {
        // What was answered before is confirmed with the page.
        let is_open = |id: &str, row: AnswerRow| {
            let is_blank = row.status.get() == Status::Unanswered && row.answer.with(Answer::is_blank);
            is_blank && session.before(id).is_none()
        };
        rows.with_value(|rows| {
            rows.iter().filter(|(id, row)| is_open(id, *row)).map(|(id, _)| id.clone()).collect::<Vec<_>>()
        })
    });
    let length = |point: &Point| point.text.chars().count() + point.note.chars().count();
    let reader = RwSignal::new(ReadingClock::of(points.iter().map(|point| (point.id.clone(), length(point)))));
    let unread = Memo::new(move |_| open.with(|open| reader.with(|reader| reader.unread(open))));
    let watching = StoredValue::new_local(None);
    Effect::new(move |_| {
        let on_screen = StoredValue::new(BTreeSet::new());
        let moved = move |id: String, is_seen: bool| {
            on_screen.try_update_value(|ids| if is_seen { ids.insert(id) } else { ids.remove(&id) });
        };
        let read = move || {
            if unread.try_get_untracked().is_some_and(|unread| unread > 0) && !dom::is_hidden() {
                let seen = on_screen.try_get_value().unwrap_or_default();
                reader.try_update(|reader| reader.look(&seen, LOOK_MS));
            }
        };
        watching.set_value(Some((on_screen::watch(&open.get(), moved), timer::every(LOOK_MS, read))));
    });
    let onward = Memo::new(move |_| onward_from_area(session, area, open.with(Vec::len)));
    let answer = move |_| {
        let (open, onward) = (open.get_untracked(), onward.get_untracked());
        let rows = rows.get_value().into_iter().filter(|(id, _)| open.contains(id));
        rows.for_each(|(_, row)| {
            session.edit_answer(row, clock::today(), |answer| {
                answer.mark = Some(Mark::Yes);
                answer.by = Some(ConfirmedBy::Section);
            });
        });
        if let Some(route) = onward {
            app.go(&route);
        }
    };
    let is_waiting = Memo::new(move |_| unread.get() > 0);
    let view = move || {
        (open.with(Vec::len) > 1 && !session.read_only.get()).then(|| {
            view! {
                <div
                    class="card card-flat row no-print"
                    data-together=move || open.with(|open| open.join(" "))
                    data-unread=move || unread.get()
                >
                    <button
                        type="button"
                        class="button"
                        data-action="answer-together"
                        disabled=move || is_waiting.get()
                        on:click=answer
                    >
                        {move || {
                            let onward = onward.get().map(|route| title(app.session, &route));
                            words::together(open.with(Vec::len), onward.as_deref())
                        }}
                    </button>
                    <p class="hint">{move || words::together_hint(unread.get())}</p>
                </div>
            }
        })
    };
    view! { {view} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_answered_in_equal_groups_of_five_points_at_most() {
        let catalogue: &'static _ = anziping_core::edition::builtin::catalogue().unwrap();
        for area in &catalogue.areas {
            for target in &area.targets {
                let asked: Vec<&Point> = target.points.iter().collect();
                let groups: Vec<_> = asked.iter().filter_map(|last| ending_with(&asked, last)).collect();
                assert_eq!(groups.concat(), asked, "each point in one group: {}", area.id);
                let sizes: Vec<_> = groups.iter().map(Vec::len).collect();
                let (least, most) = (sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
                assert!(*most <= MOST && most - least <= 1, "{} {}: {sizes:?}", area.id, target.code);
            }
        }
        assert_eq!(ending_with(&[], catalogue.points().next().unwrap()), None);
    }
}
