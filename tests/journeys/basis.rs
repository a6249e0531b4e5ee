//! The basis of every question, and the changes of an edition, can be looked up in the product.

use anziping_core::edition::builtin;
use anziping_tests::journey;

#[test]
fn every_document_shows_its_state_and_what_was_read() {
    journey("basis", |page| {
        let catalogue = builtin::catalogue().unwrap();
        page.open("");
        page.press("demo");
        page.go("#/basis", "basis");
        page.until_there("[data-document]");
        assert_eq!(page.count("[data-document]"), catalogue.documents.len());
        let replaced = "[data-document=gbt33000-2016][data-state~=tag-bad]";
        assert_eq!(page.count(replaced), 1, "what was replaced looks otherwise");
        assert_eq!(page.count("[data-document=order10][data-state~=tag-good] [data-reading=order10] a[href]"), 1);
        let unconfirmed = "[data-document=gb6722][data-state~=tag-warn]";
        assert_eq!(page.count(unconfirmed), 1, "and what nobody confirmed too");
    });
}

#[test]
fn the_change_log_is_where_the_edition_is_named() {
    journey("changes", |page| {
        let catalogue = builtin::catalogue().unwrap();
        page.open("");
        page.press("demo");
        page.go("#/lists", "lists");
        page.click("[data-check-list=gm-small] [data-changes] > summary");
        page.until_there("[data-change]");
        assert_eq!(page.count("[data-changes] [data-change]"), catalogue.changes.len());
        page.until_said("[data-changes]", "原因：");
    });
}
