//! The same in WebKit, the engine of every browser on an iPhone.

use anziping_tests::{Engine, Options, journey_with, page::End};

use crate::{access::PAGES, office::verdict_of, paper, photos, steps::*};

const OPTIONS: Options = Options {
    engine: Engine::WebKit,
    host: "127.0.0.1",
    lacking: anziping_tests::browser::Lacking::Nothing,
    lasting: false,
};

#[test]
fn webkit_takes_a_month_from_the_empty_page_to_a_verdict_at_the_desk() {
    journey_with("webkit-month", OPTIONS, |page| {
        page.open("");
        // A fetch gets nothing of it here, and the program would come twice.
        assert_eq!(page.count("link[rel=preload]"), 0);
        describe_enterprise(page);
        answer_elements(page);
        page.go("#/area/hot-work", "area");
        answer_by_keyboard(page);
        close_hazard(page);
        fill_month(page);
        assert_ready(page);
        make_key(page);
        let report = sign_and_export(page);
        page.in_fresh_browser(OPTIONS, |desk| {
            desk.open("office.html");
            desk.on_page("inbox");
            assert_eq!(verdict_of(desk, &report), "unregistered");
            desk.axe_light_and_dark("a desk in WebKit");
            desk.fits("a desk in WebKit");
        });
    });
}

#[test]
fn webkit_keeps_a_draft_over_a_reload_an_end_and_a_kill_and_opens_without_a_server() {
    journey_with("webkit-kept", OPTIONS, |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/element/1", "element");
        for (mark, status, end) in
            [("no", "unmet", None), ("yes", "met", Some(End::Closed)), ("no", "unmet", Some(End::Killed))]
        {
            page.answer(UNMET, mark);
            page.saved();
            match end {
                None => page.reload(),
                Some(end) => {
                    page.start_again(end, |_| ());
                    page.open("#/element/1");
                }
            }
            page.until_there(&format!("[data-item={UNMET}]"));
            assert_eq!(page.attributes(&format!("[data-item={UNMET}]"), "data-status"), [status], "{end:?}");
        }
        page.offline_ready();
        page.stop_server();
        page.reload();
        page.answer(UNMET, "yes");
        page.saved();
        page.start_again(End::Closed, |_| ());
        page.open("#/element/1");
        page.until_there(&format!("[data-item={UNMET}][data-status=met]"));
        page.open("office.html");
        page.on_page("inbox");
    });
}

#[test]
fn webkit_shows_every_page_without_scrolling_sideways() {
    journey_with("webkit-narrow", OPTIONS, |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        for (route, name) in PAGES {
            page.go(route, name);
            page.until("the page is there", "return !document.querySelector('main [role=status].page')", &[]);
            page.fits(route);
        }
    });
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
