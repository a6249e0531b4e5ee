//! Content that the page has called saved is there after the browser was killed.
//!
//! A hundred in each engine every night, and more on demand: `cargo xtask faults --kills 1000`.

use anziping_tests::{
    Engine,
    faults::{kills, receiving, throughput},
    journey::{alone, shared},
};

/// Kills in the ordinary run.
const KILLS: u32 = 12;
/// Kills of the desk in the ordinary run.
const KILLS_OF_DESK: u32 = 12;
/// The same in each of the other browsers.
const KILLS_OF_DESK_ELSEWHERE: u32 = 4;

fn assert_nothing_is_lost(engine: Engine) {
    let _place = shared();
    let tally = kills::run(engine, KILLS, 20_261_121);
    println!("{engine:?}\n{tally}");
    assert!(tally.is_clean(), "{tally}");
    assert!(tally.acknowledged > u64::from(KILLS), "something was acknowledged at all: {tally}");
}

#[test]
fn chromium_killed_while_writing_loses_nothing_that_was_called_saved() {
    assert_nothing_is_lost(Engine::Chromium);
}

#[test]
fn firefox_killed_while_writing_loses_nothing_that_was_called_saved() {
    assert_nothing_is_lost(Engine::Firefox);
}

#[test]
fn webkit_killed_while_writing_loses_nothing_that_was_called_saved() {
    assert_nothing_is_lost(Engine::WebKit);
}

fn assert_no_verdict_is_lost(engine: Engine, kills: u32) {
    let _place = shared();
    let tally = receiving::run(engine, kills, 20_261_129);
    println!("{engine:?}\n{tally}");
    assert!(tally.is_clean(), "{tally}");
}

#[test]
fn chromium_killed_while_the_desk_keeps_verdicts_loses_none_that_was_saved() {
    assert_no_verdict_is_lost(Engine::Chromium, KILLS_OF_DESK);
}

#[test]
fn firefox_killed_while_the_desk_keeps_verdicts_loses_none_that_was_saved() {
    assert_no_verdict_is_lost(Engine::Firefox, KILLS_OF_DESK_ELSEWHERE);
}

#[test]
fn webkit_killed_while_the_desk_keeps_verdicts_loses_none_that_was_saved() {
    assert_no_verdict_is_lost(Engine::WebKit, KILLS_OF_DESK_ELSEWHERE);
}

#[test]
fn each_of_many_answers_is_saved_within_a_quarter_of_a_second() {
    let _place = alone();
    // Enough for the browser to collect garbage in between: what it must not collect shows here.
    let times = throughput::run(Engine::Chromium, 400);
    println!("{times}");
    assert!(times.each_waiting.percentile(50) <= 250.0, "{times}");
    assert!(times.each_in_a_row.percentile(50) <= 250.0, "{times}");
}
