//! A key over the years, in two browsers.
//!
//! Receipt, change, revocation, a preparer beside the principal, a second device.

use std::path::PathBuf;

use anziping_tests::{Options, Page, journey};

use crate::{
    office::{digits_on_paper, register, verdict_of},
    steps::*,
};

/// The passphrase with which the office signs its receipts.
pub const OFFICE_PASSPHRASE: &str = "harbour-Teapot 5519 green";

/// Thumbprints of the keys that are in use on this device, newest first.
fn keys_in_use(page: &Page) -> Vec<String> {
    page.attributes("[data-key-life] [data-change]", "data-change")
}

/// Makes one more key on the page of a month that is signed already, backup included.
fn make_another_key(page: &Page, holder: &str) {
    page.go("#/seal", "seal");
    page.click("details[data-keys] > summary");
    page.click("details[data-keys] details:has([data-action=make-key]) > summary");
    page.select("key_holder", holder);
    page.fill("new_passphrase", PASSPHRASE);
    page.fill("new_passphrase_again", PASSPHRASE);
    page.press("make-key");
    drop(keep_key(page));
    page.until_there("[data-keys]:not(:has([data-usable=false]))");
    page.saved();
}

/// Exports the statement that was just signed.
fn statement(page: &Page, ending: &str) -> PathBuf {
    page.until_there(&format!("[data-statement$=\"{ending}\"]"));
    page.click("[data-key-life] [data-action=export]");
    page.downloaded(ending)
}

/// The office makes its own key. Gives the 30 digits that it publishes.
pub fn make_office_key(desk: &Page) -> String {
    make_office_key_of(desk, "示例街道安管办")
}

/// Makes a key as [`make_office_key`] does, for an office of this name.
pub fn make_office_key_of(desk: &Page, office: &str) -> String {
    desk.go("#/registry", "registry");
    desk.fill("office", office);
    desk.fill("office_passphrase", OFFICE_PASSPHRASE);
    desk.fill("office_passphrase_again", OFFICE_PASSPHRASE);
    desk.press("make-office-key");
    desk.until_there("[data-office-key]");
    desk.saved();
    desk.text("[data-office-key]")
}

fn issue_receipt(desk: &Page) -> PathBuf {
    desk.go("#/inbox", "inbox");
    desk.press("receipts");
    desk.fill("receipt_passphrase", OFFICE_PASSPHRASE);
    desk.press("issue-receipts");
    desk.until_there("[data-receipts-saved]");
    desk.downloaded(".receipt.json")
}

#[test]
fn a_receipt_comes_back_and_a_key_is_changed_and_revoked() {
    journey("key-life", |page| {
        page.open("");
        fill_in_everything(page);
        make_key(page);
        let first = sign_and_export(page);
        let digits = digits_on_paper(page);
        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            assert_eq!(verdict_of(desk, &first), "unregistered");
            register(desk, &digits);
            desk.until_there("[data-verdict=trusted]");
            desk.press("accept");
            let office_digits = make_office_key(desk);
            desk.axe_light_and_dark("registry with the office's key");
            let receipt = issue_receipt(desk);

            page.go("#/seal", "seal");
            assert_eq!(page.count("[data-receipt=none]"), 1);
            page.hand_over("pick-receipt", &receipt);
            page.until_there("[data-receipt=unchecked]");
            assert_eq!(page.text("[data-office-digits]"), office_digits);
            page.axe_light_and_dark("a receipt to be compared");
            page.fits("a receipt to be compared");
            page.press("compare-receipt");
            page.until_there("[data-receipt=received]");
            page.saved();
            page.reload();
            page.until_there("[data-receipt=received]");

            // The change, signed by both keys.
            let old = keys_in_use(page).remove(0);
            make_another_key(page, "principal");
            page.click("details[data-key-life] > summary");
            page.click(&format!("[data-change=\"{old}\"] > summary"));
            page.fill(&format!("change-{old}-old"), PASSPHRASE);
            page.fill(&format!("change-{old}-new"), PASSPHRASE);
            page.axe_light_and_dark("changing a key");
            page.fits("changing a key");
            page.click(&format!("[data-change=\"{old}\"] [data-action=sign-change]"));
            let rotation = statement(page, ".rotation.json");
            page.saved();
            assert_eq!(verdict_of(desk, &rotation), "other");
            desk.press("confirm-change");
            desk.until_there("[data-change=closed]");

            // What the new key signs is trusted, and the old one has gone.
            let new = keys_in_use(page);
            assert_eq!(new.len(), 1, "the old key signs nothing more");
            correct(page);
            page.until_there("[name=seal_passphrase]");
            page.go("#/element/1", "element");
            page.answer(UNMET, "partly");
            page.saved();
            let second = sign_and_export(page);
            assert_eq!(verdict_of(desk, &second), "trusted");

            // The revocation, signed by the key itself.
            page.click("details[data-key-life] > summary");
            page.click(&format!("[data-revoke=\"{}\"] > summary", new[0]));
            page.fill(&format!("revoke-{}-passphrase", new[0]), PASSPHRASE);
            page.click(&format!("[data-revoke=\"{}\"] [data-action=sign-revocation]", new[0]));
            let revocation = statement(page, ".revocation.json");
            assert_eq!(verdict_of(desk, &revocation), "other");
            desk.press("confirm-change");
            desk.until_there("[data-verdict=mismatched]");
        });
    });
}

#[test]
fn a_preparer_signs_beside_the_principal() {
    journey("two-signers", |page| {
        page.open("");
        fill_in_everything(page);
        make_key(page);
        page.go("#/seal", "seal");
        page.click("details:has([data-action=make-key]) > summary");
        page.select("key_holder", "preparer");
        assert_eq!(page.value("[name=key_name]"), "李四", "the safety officer is offered");
        page.fill("new_passphrase", PASSPHRASE);
        page.fill("new_passphrase_again", PASSPHRASE);
        page.press("make-key");
        drop(keep_key(page));
        page.until_there("[name=preparer_passphrase]");
        page.fill("preparer_passphrase", PASSPHRASE);
        let report = sign_and_export(page);
        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            assert_eq!(verdict_of(desk, &report), "unregistered");
            let card = desk.text("[data-verdict]");
            assert!(card.contains("张三") && card.contains("李四"), "{card}");
        });
    });
}
