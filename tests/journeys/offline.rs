//! After the first visit nothing of the network is needed.

use anziping_tests::journey;
use serde_json::json;

use crate::{office::verdict_of, steps::*};

#[test]
fn with_the_server_gone_the_enterprise_page_opens_and_goes_on_saving() {
    journey("offline-enterprise", |page| {
        page.open("");
        page.press("demo");
        page.go("#/element/1", "element");
        page.answer("Z01", "no");
        page.saved();
        page.offline_ready();
        page.stop_server();
        page.reload();
        assert_eq!(page.attributes("[data-item=Z01]", "data-status"), ["unmet"]);
        page.answer("Z01", "yes");
        page.saved();
        page.reload();
        assert_eq!(page.attributes("[data-item=Z01]", "data-status"), ["met"]);
    });
}

#[test]
fn after_one_visit_a_whole_month_is_filled_signed_and_checked_without_a_server() {
    journey("offline-month", |page| {
        page.open("");
        page.offline_ready();
        page.stop_server();
        page.reload();
        fill_in_everything(page);
        make_key(page);
        let report = sign_and_export(page);
        page.open("office.html");
        page.on_page("inbox");
        assert_eq!(verdict_of(page, &report), "unregistered");
    });
}

#[test]
fn one_visit_to_the_enterprise_page_makes_the_office_page_available_offline_too() {
    journey("offline-office", |page| {
        page.open("");
        page.offline_ready();
        page.stop_server();
        page.open("office.html");
        page.on_page("inbox");
    });
}

#[test]
fn a_part_that_could_not_be_fetched_is_fetched_again() {
    journey("offline-parts", |page| {
        without_the_second_part(page);
        page.open("");
        page.press("start");
        page.until_there("[data-action=fetch-again]");
        page.picture("part-not-fetched", 390);
        page.devtools("Network.setBlockedURLs", &json!({ "urls": [] }));
        page.press("fetch-again");
        page.on_page("enterprise");
        page.fill("name", "重新取到之后");
        page.saved();
    });
}

#[test]
fn the_first_page_stands_before_the_records_are_open_and_remembers_a_button() {
    journey("offline-first-page", |page| {
        without_the_second_part(page);
        page.open("");
        page.on_page("home");
        assert_eq!(page.count("[data-action=start], [data-action=demo]"), 2);
        assert_eq!(page.count(".status-item svg"), 0, "nothing is said of saving before the records are open");
        page.picture("first-page", 390);
        page.press("demo");
        page.until_there("[data-action=fetch-again]");
        page.devtools("Network.setBlockedURLs", &json!({ "urls": [] }));
        page.press("fetch-again");
        page.until_there("[data-demo=true]");
    });
}

#[test]
fn where_something_is_kept_nobody_is_shown_the_page_of_an_empty_browser() {
    journey("offline-kept", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.saved();
        without_the_second_part(page);
        page.devtools("Network.setBypassServiceWorker", &json!({ "bypass": true }));
        page.js("setTimeout(() => location.reload())", &[]);
        page.until_there("[data-action=fetch-again]");
        assert_eq!(page.count("[data-action=start]"), 0);
        page.devtools("Network.setBlockedURLs", &json!({ "urls": [] }));
        page.press("fetch-again");
        page.until_there("[data-demo=true]");
    });
}

#[test]
fn what_the_first_question_needs_is_asked_for_once_before_a_page_is_drawn() {
    const NOTE: &str = "new MutationObserver(() => {
        if (document.querySelector('[data-action=start]')) window.drawn ??= performance.now();
    }).observe(document, { childList: true, subtree: true });";
    const ASKED: &str = "return performance.getEntriesByType('resource')
        .filter(({ name }) => name.includes(arguments[0])).map(({ startTime }) => startTime)";
    journey("offline-ahead", |page| {
        page.before_each_document(NOTE);
        page.open("");
        page.press("start");
        page.on_page("enterprise");
        let drawn = page.js("return window.drawn", &[]).as_f64().unwrap();
        let asked = |name: &str| {
            let times = page.js(ASKED, &[json!(name)]);
            times.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect::<Vec<_>>()
        };
        let parts = ["split_filling", "chunk_"].map(asked);
        assert!(parts.iter().all(|times| times.len() == 1 && times[0] < drawn), "{parts:?}, drawn at {drawn}");
        assert_eq!(asked("check-list").len(), 1);
    });
}

#[test]
fn a_check_list_that_did_not_come_is_asked_for_again() {
    journey("offline-list", |page| {
        page.devtools("Network.enable", &json!({}));
        page.devtools("Network.setBlockedURLs", &json!({ "urls": ["*check-list*"] }));
        page.expect_message("check-list");
        page.open("");
        page.press("start");
        page.until_there("[data-action=fetch-again]");
        page.devtools("Network.setBlockedURLs", &json!({ "urls": [] }));
        page.press("fetch-again");
        page.on_page("enterprise");
    });
}

/// Lets the part of the program with the records fail to come.
fn without_the_second_part(page: &anziping_tests::Page) {
    page.devtools("Network.enable", &json!({}));
    page.devtools("Network.setBlockedURLs", &json!({ "urls": ["*split_filling*"] }));
    page.expect_message("split_filling");
    page.expect_message("Failed to fetch");
}
