//! Browsers that cannot run the app are told so in plain Chinese.

use anziping_tests::{Engine, Options, browser::Lacking, journey_with, workplace};
use xtask::build::single_folder;

#[test]
fn without_webassembly_a_notice_names_browsers_that_will_do() {
    let options = Options { lacking: Lacking::WebAssembly, ..Options::default() };
    journey_with("floor-wasm", options, |page| {
        for address in ["", "office.html"] {
            page.load(address);
            page.until("the notice", "return document.getElementById('boot-floor')?.hidden === false", &[]);
            let said = page.text("#boot-floor");
            assert!(said.contains("这个浏览器打不开") && said.contains("极速模式"), "{said}");
            assert_eq!(page.count("[data-ready]"), 0);
        }
    });
}

#[test]
fn a_browser_that_is_too_old_is_told_so_by_both_pages_and_by_the_single_files() {
    let options = Options { engine: Engine::Chromium92, ..Options::default() };
    let told = "return document.getElementById('boot-floor')?.hidden === false";
    journey_with("floor-chromium-92", options, |page| {
        // It knows no such word of a policy, and so runs no WebAssembly under it.
        page.expect_message("'wasm-unsafe-eval'");
        for address in ["", "office.html"] {
            page.load(address);
            page.until("the notice", told, &[]);
            assert!(page.text("#boot-floor").contains("Chrome、Edge 97"));
            assert_eq!(page.count("#app > *"), 0);
        }
        for name in ["安自评.html", "街道核验.html"] {
            page.load_file(&single_folder(&workplace::dist()).join(name));
            page.until("the notice", told, &[]);
            assert!(page.text("#boot-floor").contains("打开方式"));
        }
    });
}

#[test]
fn without_javascript_a_notice_says_what_to_allow() {
    let options = Options { lacking: Lacking::JavaScript, ..Options::default() };
    journey_with("floor-javascript", options, |page| {
        for address in ["", "office.html"] {
            page.load(address);
            let said = page.seen_by_assistive_technology();
            assert!(said.contains("需要开启 JavaScript") && said.contains("不会上传"), "{said}");
        }
    });
}

#[test]
fn on_plain_http_the_page_works_and_does_not_claim_to_be_available_offline() {
    let options = Options { host: "intranet.test", ..Options::default() };
    journey_with("insecure-origin", options, |page| {
        page.open("");
        assert_eq!(page.js("return isSecureContext", &[]), false);
        page.press("demo");
        page.go("#/element/1", "element");
        page.answer("Z01", "no");
        page.saved();
        page.reload();
        assert_eq!(page.attributes("[data-item=Z01]", "data-status"), ["unmet"]);
        assert_eq!(page.attributes("html[data-offline-ready]", "lang").len(), 0);
        assert!(!page.text(".status").contains("可离线使用"), "{}", page.text(".status"));
        page.load("office.html");
        page.ready();
    });
}
