//! A month begins from another one, and a sealed one is corrected.

use anziping_core::catalog::Kind;
use anziping_core::edition::CatalogueRef;
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::{Hazard, Stage};
use anziping_core::month::answer::{Answer, Mark, Status, expires};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::{MonthDraft, NoPrevious, without_hazard};
use anziping_core::review::{Overview, ReviewPlace, Unsettled};
use anziping_core::score::total::Scores;
use anziping_core::seal::Sha256;
use anziping_core::value::period::Period;

use crate::small::{builtin, counted, day, demo_month, marked};

fn hash(byte: &str) -> Sha256 {
    byte.repeat(32).parse().unwrap()
}

fn on(answer: Answer, confirmed: &str) -> Answer {
    Answer { confirmed_on: Some(day(confirmed)), ..answer }
}

fn following(draft: &MonthDraft, enterprise: &Enterprise) -> MonthDraft {
    draft.following(builtin(), draft.catalogue.clone(), enterprise, Some(hash("ab")))
}

/// November with one answer, then the months after it.
fn carried(item: &str, answer: &Answer, months: usize) -> Option<Answer> {
    let (enterprise, mut draft) = demo_month();
    draft.answers.insert(item.into(), answer.clone());
    for _ in 0..months {
        draft = following(&draft, &enterprise);
    }
    draft.answers.get(item).cloned()
}

#[test]
fn the_number_of_a_hazard_is_given_again_only_if_none_was_given_after_it() {
    let period = Period::parse("2026-11").unwrap();
    assert_eq!(without_hazard(period, 3, "2026-11-03"), 2);
    assert_eq!(without_hazard(period, 3, "2026-11-02"), 3);
    assert_eq!(without_hazard(period, 3, "2026-10-03"), 3);
    assert_eq!(without_hazard(period, 0, "2026-11-00"), 0);
}

#[test]
fn monthly_questions_are_asked_afresh() {
    assert_eq!(carried("Z08", &on(marked(Mark::Yes), "2026-11-30"), 1), None);
}

#[test]
fn last_months_answer_stands_beside_what_is_asked_anew_and_is_given_again() {
    let (enterprise, mut draft) = demo_month();
    draft.answers.insert("Z08".into(), Answer { note: "看了登记本".into(), ..on(marked(Mark::Yes), "2026-11-30") });
    draft.answers.insert("G01".into(), on(marked(Mark::Yes), "2026-11-30"));
    draft.answers.insert("X08".into(), on(marked(Mark::Unsure), "2026-11-30"));
    let next = following(&draft, &enterprise);
    let before = &next.before["Z08"];
    assert_eq!(before.mark, Some(Mark::Yes));
    assert!(!next.before.contains_key("G01"), "what speaks of this month is asked without it");
    assert!(!next.before.contains_key("X08"), "nobody knew");
    let mut again = Answer::default();
    again.given(day("2026-12-20"), |answer| answer.repeat(before));
    assert_eq!(again, Answer { note: "看了登记本".into(), ..on(marked(Mark::Yes), "2026-12-20") });
}

#[test]
fn quarterly_answers_last_three_months_from_the_look() {
    // Looked at on 20 November: good for December, January and February; expired on 20 February, so March asks afresh.
    let answer = on(marked(Mark::Yes), "2026-11-20");
    for months in 1..=3 {
        assert_eq!(
            carried("Z04", &answer, months),
            Some(Answer { carried: true, ..answer.clone() }),
            "{months} months later"
        );
    }
    assert_eq!(carried("Z04", &answer, 4), None);
}

#[test]
fn an_answer_that_expires_on_the_first_day_is_asked_afresh() {
    assert_eq!(carried("Z04", &on(marked(Mark::Yes), "2026-11-01"), 3), None, "1 February");
    assert!(carried("Z04", &on(marked(Mark::Yes), "2026-11-02"), 3).is_some(), "2 February");
    assert_eq!(expires(day("2026-11-30"), anziping_core::catalog::Interval::Quarter), Some(day("2027-02-28")));
}

#[test]
fn yearly_answers_last_twelve_months_and_those_of_events_until_the_next_event() {
    let answer = on(marked(Mark::Yes), "2026-11-20");
    assert!(carried("Z01", &answer, 12).is_some());
    assert_eq!(carried("Z01", &answer, 13), None);
    assert!(carried("X19", &on(counted(2, 2), "2026-11-20"), 40).is_some());
}

#[test]
fn the_interval_is_that_of_the_enterprise() {
    let answer = on(marked(Mark::Yes), "2026-11-20");
    assert!(carried("S08", &answer, 1).is_some(), "quarterly for a machine shop");
    let (mut enterprise, mut draft) = demo_month();
    enterprise.facts.insert("smelting".into());
    draft.answers.insert("S08".into(), answer);
    assert!(!following(&draft, &enterprise).answers.contains_key("S08"), "monthly for smelting");
}

#[test]
fn what_nobody_knew_or_must_look_at_again_is_not_carried() {
    let yes = || on(marked(Mark::Yes), "2026-11-20");
    assert_eq!(carried("Z01", &on(marked(Mark::Unsure), "2026-11-20"), 1), None);
    assert_eq!(carried("Z01", &Answer { ask_again: true, ..yes() }, 1), None);
    assert_eq!(carried("Z01", &Answer { confirmed_on: None, ..yes() }, 1), None);
    assert_eq!(carried("Z01", &Answer::default(), 1), None);
    assert!(carried("Z01", &on(marked(Mark::Na), "2026-11-20"), 1).is_some(), "with its reason");
}

#[test]
fn carried_answers_count_for_the_score_and_not_for_progress() {
    let (enterprise, draft) = demo_month();
    let next = following(&draft, &enterprise);
    let assessment = Assessment::of_draft(builtin(), &enterprise, &next);
    let status = |id: &str| assessment.status(builtin().item(id).unwrap());
    assert!(matches!(status("Z01"), Status::Standing(_)), "good for a year");
    assert_eq!(status("Z06"), Status::Unanswered);
    assert!(next.points.values().chain(next.rates.values()).all(|answer| answer.carried));
    let this_month =
        builtin().points().filter(|point| point.this_month && draft.points.contains_key(&point.id)).count();
    assert_eq!(next.points.len(), draft.points.len() - this_month, "what is about this month is asked anew");
}

#[test]
fn an_answer_to_another_edition_does_not_stand_until_it_is_confirmed() {
    let (enterprise, draft) = demo_month();
    let mut next = draft.following(builtin(), CatalogueRef::default(), &enterprise, Some(hash("ab")));
    let item = builtin().item("Z01").unwrap();
    let status = |next: &MonthDraft| Assessment::of_draft(builtin(), &enterprise, next).status(item);
    assert!(matches!(status(&next), Status::Carried(_)), "its words may have changed");
    let later = next.following(builtin(), CatalogueRef::default(), &enterprise, Some(hash("ab")));
    assert!(matches!(status(&later), Status::Carried(_)), "nor in the month after");
    next.answers.get_mut("Z01").unwrap().given(day("2026-12-05"), |_| ());
    let later = next.following(builtin(), CatalogueRef::default(), &enterprise, Some(hash("ab")));
    assert!(matches!(status(&later), Status::Standing(_)), "somebody has looked");
}

#[test]
fn a_carried_not_applicable_is_asked_to_be_confirmed() {
    let (enterprise, mut draft) = demo_month();
    draft.answers.insert("Z04".into(), on(marked(Mark::Na), "2026-11-20"));
    let next = following(&following(&following(&draft, &enterprise), &enterprise), &enterprise);
    let assessment = Assessment::of_draft(builtin(), &enterprise, &next);
    assert_eq!(assessment.status(builtin().item("Z04").unwrap()), Status::CarriedNotApplicable);
    let scores = Scores::of(&assessment);
    assert_eq!(scores.settled(), 0, "nothing of the new month is confirmed");
    let review = Overview::of(&assessment, &enterprise, &next).review;
    assert!(review.unsettled.contains(&(ReviewPlace::Item("Z04".into()), Unsettled::Carried)));
    assert!(builtin().points().any(|point| assessment.own_status(point).is_excluded()), "points as well");
}

#[test]
fn hazards_roll_over_until_they_are_appraised() {
    let (enterprise, draft) = demo_month();
    let next = following(&draft, &enterprise);
    let left: Vec<&Hazard> = draft.hazards.iter().filter(|hazard| !next.hazards.contains(hazard)).collect();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].stage, Stage::Appraised);
    assert!(next.hazards.iter().any(|hazard| hazard.stage == Stage::Closed), "closed and not yet appraised");
    assert_eq!(next.next_hazard_id(), "2026-12-01");
    assert_eq!(draft.next_hazard_id(), "2026-11-05");
}

#[test]
fn the_number_of_a_deleted_hazard_is_not_given_again() {
    let (_, mut draft) = demo_month();
    draft.hazards.retain(|hazard| hazard.id != "2026-11-04");
    draft.deleted_hazard = 4;
    assert_eq!(draft.next_hazard_id(), "2026-11-05");
    let kept = serde_json::to_string(&draft).unwrap();
    let read: MonthDraft = serde_json::from_str(&kept).unwrap();
    assert_eq!(read.next_hazard_id(), "2026-11-05", "nor after it was kept and read again");
    assert_eq!(draft.correction(hash("00"), "改数".into(), None).next_hazard_id(), "2026-11-05", "nor in a correction");
}

#[test]
fn a_month_begins_empty_but_for_what_is_known() {
    let (enterprise, mut draft) = demo_month();
    draft.preparer = "演示填报人".into();
    let next = following(&draft, &enterprise);
    assert_eq!(next.period, Period::parse("2026-12").unwrap());
    assert!(next.demo, "invented data stays invented");
    assert_eq!(next.preparer, "演示填报人");
    assert!(next.month.fields.is_empty() && next.month.facts.is_empty());
}

#[test]
fn the_chain_names_the_sealed_month_or_says_why_not() {
    let (enterprise, draft) = demo_month();
    assert_eq!(draft.lineage.no_previous, Some(NoPrevious::First));
    let next = following(&draft, &enterprise);
    let previous = next.lineage.previous.unwrap();
    assert_eq!((previous.period, previous.sha256), (draft.period, hash("ab")));
    assert_eq!((next.lineage.revision, next.lineage.no_previous), (1, None));
    let unsealed = draft.following(builtin(), CatalogueRef::default(), &enterprise, None);
    assert_eq!((unsealed.lineage.previous, unsealed.lineage.no_previous), (None, Some(NoPrevious::Lost)));
}

#[test]
fn a_correction_is_the_same_month_with_the_next_revision() {
    let (_, draft) = demo_month();
    let second = draft.correction(hash("11"), "改数".into(), None);
    assert_eq!((second.lineage.revision, second.lineage.supersedes), (2, Some(hash("11"))));
    assert_eq!(MonthDraft { lineage: draft.lineage.clone(), ..second.clone() }, draft);
    let third = second.correction(hash("22"), "改数".into(), None);
    assert_eq!((third.lineage.revision, third.lineage.supersedes), (3, Some(hash("22"))));
}

#[test]
fn a_correction_given_up_is_the_month_as_it_was_signed() {
    let (_, signed) = demo_month();
    let mut corrected = signed.correction(hash("11"), "改数".into(), None);
    corrected.answers.clear();
    let id = corrected.next_hazard_id();
    corrected.hazards.push(Hazard { id: id.clone(), ..Hazard::default() });
    let back = corrected.given_up().unwrap();
    assert_ne!(back.next_hazard_id(), id, "a number that was given stays given");
    assert_eq!(MonthDraft { deleted_hazard: signed.deleted_hazard, ..back }, signed);
    assert_eq!(signed.given_up(), None, "nothing is corrected");
    let again = corrected.correction(hash("22"), "又改".into(), None).given_up().unwrap();
    assert_eq!((again.lineage.revision, again.lineage.signed), (2, None), "one step back, to what was signed last");
}

#[test]
fn closing_a_hazard_asks_for_its_item_again_unless_it_is_met() {
    let (_, draft) = demo_month();
    let asked = |id: &str| {
        let (answer, kind) = (&draft.answers[id], builtin().item(id).unwrap().kind);
        answer.asked_again(answer.status(kind)).map(|asked| asked.status(kind))
    };
    assert_eq!(asked("X16"), Some(Status::Unanswered));
    assert_eq!(asked("X02"), Some(Status::Unanswered));
    assert_eq!(asked("Z01"), None, "met");
    assert_eq!(Answer::default().asked_again(Status::Unanswered), None, "nobody answered it");
    let all = |done: &str| Answer { done: done.into(), total: "5".into(), ..Answer::default() };
    let ratio = |answer: Answer| answer.asked_again(answer.status(Kind::Ratio)).is_some();
    assert!(ratio(all("4")) && !ratio(all("5")), "a ratio is met when all are");
}
