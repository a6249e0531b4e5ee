//! The same in Firefox, in short.

use anziping_tests::{Engine, Options, journey_with};

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
