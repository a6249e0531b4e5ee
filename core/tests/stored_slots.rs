//! Chooses among four copies.
//!
//! Every combination of missing, damaged, older, newer and newer-program copies is tried against a plain oracle.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use anziping_core::record::slots::{CopyPlace, FoundCopy, NewestCopy, choose};
use anziping_core::record::{Envelope, RecordKey, Unreadable};
use anziping_core::seal::Sha256;

const PLACES: [CopyPlace; 4] = [CopyPlace::LocalA, CopyPlace::LocalB, CopyPlace::Journal, CopyPlace::SecondJournal];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Missing,
    Damaged,
    Revision4,
    Revision5,
    NewerProgram,
}

const STATES: [State; 5] = [State::Missing, State::Damaged, State::Revision4, State::Revision5, State::NewerProgram];

fn envelope(revision: u64, saved_at: &str, body: &str) -> Envelope {
    Envelope { key: RecordKey::Settings, revision, saved_at: saved_at.into(), body: body.into() }
}

fn revision(number: u64) -> Envelope {
    envelope(number, &format!("2026-11-21T10:42:0{number}+08:00"), &format!("{{\"n\":{number}}}"))
}

fn newer_program() -> String {
    let head = r#"{"app":"anziping","schema":7"#;
    format!("{head},\"sum\":\"{}\"}}\n{{}}", &Sha256::of(format!("{head}\n{{}}").as_bytes()).to_string()[..16])
}

fn text(state: State) -> Option<String> {
    match state {
        State::Missing => None,
        State::Damaged => Some(revision(6).write().replace("{\"n\":6}", "{\"n\":9}")),
        State::Revision4 => Some(revision(4).write()),
        State::Revision5 => Some(revision(5).write()),
        State::NewerProgram => Some(newer_program()),
    }
}

/// Chooses among the copies in the first places.
fn chosen<const N: usize>(texts: [Option<String>; N]) -> NewestCopy {
    let candidates: Vec<FoundCopy> =
        PLACES.into_iter().zip(texts).map(|(place, text)| FoundCopy { place, text }).collect();
    choose(&RecordKey::Settings, &candidates)
}

#[test]
fn all_625_combinations_agree_with_a_plain_oracle() {
    let one = |rest: [State; 3]| STATES.map(|state| [rest[0], rest[1], rest[2], state]);
    let threes = STATES.iter().flat_map(|&a| STATES.iter().flat_map(move |&b| STATES.iter().map(move |&c| [a, b, c])));
    for states in threes.flat_map(one) {
        let choice = chosen(states.map(text));
        let best = [State::Revision5, State::Revision4].into_iter().find(|state| states.contains(state));
        let number = best.map(|state| if state == State::Revision5 { 5 } else { 4 });
        let newer = states.contains(&State::NewerProgram);
        let unreadable = |state: State| matches!(state, State::Damaged | State::NewerProgram);
        let places = |which: &dyn Fn(State) -> bool| -> Vec<_> {
            (0..4).filter(|&i| which(states[i])).map(|i| PLACES[i]).collect()
        };
        assert_eq!(choice.newest, number.map(revision), "{states:?}");
        assert_eq!(choice.from, best.map(|best| PLACES[states.iter().position(|&s| s == best).unwrap()]), "{states:?}");
        assert_eq!(choice.newer_program, newer, "{states:?}");
        assert_eq!(choice.good, places(&|state| Some(state) == best), "{states:?}");
        assert_eq!(choice.heal, places(&|state| best.is_some_and(|best| !newer && state != best)), "{states:?}");
        let damaged: Vec<_> = choice.damaged.iter().map(|(place, _)| *place).collect();
        assert_eq!(damaged, places(&unreadable), "{states:?}");
        for (place, fault) in &choice.damaged {
            let state = states[PLACES.iter().position(|p| p == place).unwrap()];
            assert_eq!(matches!(fault, Unreadable::Newer { schema: 7 }), state == State::NewerProgram, "{states:?}");
        }
        assert_eq!(choice.conflicts, [], "{states:?}");
        let only_in_second_copy = !newer && best.is_some_and(|best| states[3] == best && states[2] != best);
        assert_eq!(choice.is_saved_by_second_copy(), only_in_second_copy, "{states:?}");
    }
}

#[test]
fn of_two_writers_of_one_revision_the_later_counts_and_the_other_is_not_lost() {
    // 10:00 in China is earlier than 03:00 UTC, though its text is the larger one.
    let earlier = envelope(5, "2026-11-21T10:00:00+08:00", "{\"tab\":1}");
    let later = envelope(5, "2026-11-21T03:00:00Z", "{\"tab\":2}");
    for (first, second) in [(&earlier, &later), (&later, &earlier)] {
        let choice = chosen([Some(first.write()), None, Some(second.write())]);
        assert_eq!(choice.newest.as_ref(), Some(&later));
        let loser = if first == &earlier { CopyPlace::LocalA } else { CopyPlace::Journal };
        assert_eq!(choice.conflicts, [(loser, earlier.clone())]);
        assert!(choice.heal.contains(&loser) && choice.heal.contains(&CopyPlace::LocalB));
    }
}

#[test]
fn three_writers_of_one_revision_are_all_reported() {
    let tab = |n: u8| envelope(5, &format!("2026-11-21T10:00:0{n}+08:00"), &format!("{{\"tab\":{n}}}"));
    let choice = chosen([Some(tab(1).write()), Some(tab(3).write()), Some(tab(2).write())]);
    assert_eq!(choice.newest, Some(tab(3)));
    assert_eq!(choice.conflicts.len(), 2);
}

#[test]
fn an_old_conflict_under_a_newer_revision_is_none() {
    let choice = chosen([
        Some(envelope(4, "", "{\"tab\":1}").write()),
        Some(envelope(4, "", "{\"tab\":2}").write()),
        Some(revision(5).write()),
    ]);
    assert_eq!(choice.conflicts, []);
    assert_eq!(choice.heal, [CopyPlace::LocalA, CopyPlace::LocalB]);
}

#[test]
fn equal_content_saved_at_two_times_is_no_conflict() {
    let again = Envelope { saved_at: "2026-11-21T10:50:00+08:00".into(), ..revision(5) };
    let choice = chosen([Some(revision(5).write()), Some(revision(4).write()), Some(again.write())]);
    assert_eq!((choice.conflicts, choice.heal), (vec![], vec![CopyPlace::LocalB]));
}

#[test]
fn a_clock_that_was_set_back_does_not_hide_a_later_revision() {
    let set_back = envelope(5, "2001-01-01T00:00:00Z", "{}");
    assert_eq!(chosen([Some(revision(4).write()), Some(set_back.write()), None]).newest, Some(set_back));
}

#[test]
fn a_place_that_cannot_be_asked_is_not_healed() {
    let only = [FoundCopy { place: CopyPlace::LocalA, text: Some(revision(5).write()) }];
    assert_eq!(choose(&RecordKey::Settings, &only).heal, []);
}
