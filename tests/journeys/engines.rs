//! The essentials in whatever engine: a month, a draft that is kept, every page in a narrow window.

use anziping_tests::{Engine, Options, journey_with, page::End};

use crate::{access::PAGES, office::verdict_of, steps::*};

/// A month from the empty page to a signed file, its ledger as a workbook, and its verdict.
pub fn takes_a_month(engine: Engine) {
    let options = Options { engine, ..Options::default() };
    journey_with(&format!("month-{engine:?}"), options, |page| {
        page.open("");
        if engine == Engine::WebKit {
            // A fetch gets nothing of it here, and the program would come twice.
            assert_eq!(page.count("link[rel=preload]"), 0);
        }
        describe_enterprise(page);
        answer_elements(page);
        page.go("#/area/hot-work", "area");
        answer_by_keyboard(page);
        close_hazard(page);
        page.go("#/hazards", "hazards");
        page.press("export-ledger");
        assert!(std::fs::read(page.downloaded(".xlsx")).unwrap().starts_with(b"PK"), "a workbook");
        fill_month(page);
        assert_ready(page);
        make_key(page);
        let report = sign_and_export(page);
        page.in_fresh_browser(options, |desk| {
            desk.open("office.html");
            desk.on_page("inbox");
            assert_eq!(verdict_of(desk, &report), "unregistered");
            desk.axe_light_and_dark(&format!("a desk in {engine:?}"));
            desk.fits(&format!("a desk in {engine:?}"));
        });
    });
}

/// A draft over a reload, an end, a kill, and without a server.
pub fn keeps_a_draft(engine: Engine) {
    journey_with(&format!("kept-{engine:?}"), Options { engine, ..Options::default() }, |page| {
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
        // A page of the last part that is fetched: left while it is on its way, old Chromium calls it failed.
        page.go("#/settings", "settings");
        page.open("office.html");
        page.on_page("inbox");
    });
}

/// Every page of the enterprise, with nothing to be scrolled sideways.
pub fn shows_every_page(engine: Engine) {
    journey_with(&format!("narrow-{engine:?}"), Options { engine, ..Options::default() }, |page| {
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
