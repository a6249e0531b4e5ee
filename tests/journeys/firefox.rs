//! The same in Firefox, in short.

use anziping_tests::{Engine, Options, journey_with};

use crate::{engines, photos};

#[test]
fn firefox_keeps_an_edit_of_the_demonstration_over_a_reload_and_offline() {
    let options = Options { engine: Engine::Firefox, ..Options::default() };
    journey_with("firefox", options, |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/element/1", "element");
        page.answer("Z08", "no");
        page.saved();
        page.reload();
        assert_eq!(page.attributes("[data-item=Z08]", "data-status"), ["unmet"]);
        page.offline_ready();
        page.stop_server();
        page.reload();
        page.until_there("[data-item=Z08]");
        assert_eq!(page.attributes("[data-item=Z08]", "data-status"), ["unmet"]);
        page.answer("Z08", "yes");
        page.saved();
        page.reload();
        assert_eq!(page.attributes("[data-item=Z08]", "data-status"), ["met"]);
        page.open("office.html");
    });
}

#[test]
fn firefox_takes_a_month_from_the_empty_page_to_a_verdict_at_the_desk() {
    engines::takes_a_month(Engine::Firefox);
}

#[test]
fn firefox_keeps_a_draft_over_a_reload_an_end_and_a_kill_and_without_a_server() {
    engines::keeps_a_draft(Engine::Firefox);
}

#[test]
fn firefox_makes_photographs_small_and_says_why_it_takes_none() {
    photos::becomes_small(Engine::Firefox);
    photos::says_what_is_no_photograph(Engine::Firefox);
}
