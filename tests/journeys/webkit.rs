//! The same in WebKit, the engine of every browser on an iPhone.

use anziping_tests::Engine;

use crate::{engines, paper, photos};

#[test]
fn webkit_takes_a_month_from_the_empty_page_to_a_verdict_at_the_desk() {
    engines::takes_a_month(Engine::WebKit);
}

#[test]
fn webkit_keeps_a_draft_over_a_reload_an_end_and_a_kill_and_opens_without_a_server() {
    engines::keeps_a_draft(Engine::WebKit);
}

#[test]
fn webkit_shows_every_page_without_scrolling_sideways() {
    engines::shows_every_page(Engine::WebKit);
}

#[test]
fn webkit_makes_photographs_small_and_says_why_it_takes_none() {
    photos::becomes_small(Engine::WebKit);
    photos::takes_108_megapixels(Engine::WebKit);
    photos::says_what_is_no_photograph(Engine::WebKit);
}

#[test]
fn webkit_prints_a_ledger_of_300_rows_whole() {
    paper::is_whole_on_paper(Engine::WebKit);
}
