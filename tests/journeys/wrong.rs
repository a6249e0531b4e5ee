//! Bad input: a clear message at its place, and nothing lost.

use anziping_tests::{Page, journey};

use crate::steps::*;

/// Types `text` into the field, leaves it, and gives the message there.
///
/// The text stays as typed, also over a reload.
fn refused(page: &Page, route: &str, name: &str, field: &str, text: &str) -> String {
    let selector = format!("[name=\"{field}\"]");
    page.fill(field, text);
    page.leave_field();
    let said = page.error_at(&selector);
    page.saved();
    page.reload();
    page.go(route, name);
    assert_eq!(page.value(&selector), text, "{field} is kept as typed");
    said
}

#[test]
fn wrong_enterprise_data_is_said_at_its_field() {
    journey("bad-enterprise", |page| {
        page.open("");
        page.press("start");
        page.on_page("enterprise");
        let long = "长".repeat(101);
        for (field, text, expected) in [
            ("uscc", "91310000MA1FL00001", "校验位"),
            ("uscc", "91310000MA1FL0000", "17"),
            ("uscc", "9131000OMA1FL0000N", "O"),
            ("workers", "-3", ""),
            ("workers", "三十六", ""),
            ("workers", "0", ""),
            ("workers", "99999999999999999999", ""),
            ("name", long.as_str(), "100"),
        ] {
            let said = refused(page, "#/enterprise", "enterprise", field, text);
            assert!(said.contains(expected), "{field} {text}: {said}");
        }
    });
}

#[test]
fn emoji_and_rare_characters_in_a_name_are_kept() {
    journey("rare-name", |page| {
        page.open("");
        page.press("start");
        page.on_page("enterprise");
        let name = "𠮷田喆堃机械（上海）有限公司 👷 €‘’";
        page.fill("name", name);
        page.saved();
        page.reload();
        page.go("#/enterprise", "enterprise");
        assert_eq!(page.value("[name=name]"), name);
    });
}

#[test]
fn absurd_figures_of_the_month_are_said_at_their_field() {
    journey("bad-month", |page| {
        page.open("");
        page.press("demo");
        page.go("#/month", "month");
        let long = "长".repeat(101);
        for (field, text) in [
            ("preparer", long.as_str()),
            ("checks", "-1"),
            ("checks", "1.5"),
            ("checks", "99999999999"),
            ("inspection_fixed", "99999"),
            ("principal_check_day", "2020-01-01"),
        ] {
            let said = refused(page, "#/month", "month", field, text);
            assert!(!said.is_empty(), "{field} {text}");
        }
        page.go("#/report", "report");
        assert_ne!(page.attributes("main [data-blocking]", "data-blocking"), ["0"], "it blocks the signature");
    });
}

#[test]
fn a_weak_passphrase_is_refused_with_the_reason_and_a_wrong_one_opens_nothing() {
    journey("passphrases", |page| {
        page.open("");
        page.press("demo");
        page.go("#/seal", "seal");
        for weak in ["short", "1234567890", "aaaaaaaaaaaa"] {
            page.fill("new_passphrase", weak);
            page.fill("new_passphrase_again", weak);
            page.press("make-key");
            assert!(!page.error_at("[name=new_passphrase]").is_empty(), "{weak}");
        }
        page.fill("new_passphrase", PASSPHRASE);
        page.fill("new_passphrase_again", "river-Lantern 7402 quick");
        page.press("make-key");
        assert!(!page.error_at("[name=new_passphrase_again]").is_empty());
        page.axe_light_and_dark("errors of the key form");
        make_key(page);
        page.click("label:has(> [name=reviewed])");
        page.fill("seal_passphrase", "not-the Passphrase 1");
        page.press("seal");
        assert!(!page.error_at("[name=seal_passphrase]").is_empty());
        sign_after_refusal(page);
    });
}

/// The right passphrase still signs after a wrong one; the tick that was set stays.
fn sign_after_refusal(page: &Page) {
    page.fill("seal_passphrase", PASSPHRASE);
    page.press("seal");
    page.until_there("section[data-sealed] [data-action=export]");
}

#[test]
fn the_stage_of_a_hazard_is_not_left_without_what_it_needs() {
    journey("bad-hazard", |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.press("add-hazard");
        page.until_there("#stage-now");
        let stage = page.text("#stage-now");
        page.press("advance");
        page.until_there("#stage-obstacles");
        assert!(page.count("#stage-obstacles li") > 1);
        assert_eq!(page.text("#stage-now"), stage);
        page.axe_light_and_dark("obstacles of a hazard");
        page.fits("obstacles of a hazard");
        fill_stage(page);
        page.press("advance");
        page.until(
            "the next stage",
            "return document.querySelector('#stage-now').innerText !== arguments[0]",
            &[stage.into()],
        );
    });
}

#[test]
fn counts_other_than_those_of_the_ledger_are_said_and_taken_over_with_one_press() {
    journey("wrong-counts", |page| {
        page.open("");
        page.press("demo");
        page.go("#/element/5", "element");
        page.until_there("[data-item=S10]");
        assert_eq!(page.count("[data-action=from-ledger]"), 0, "the demonstration agrees with its ledger");
        let before = [page.value("[data-item=S10] [name=done]"), page.value("[data-item=S10] [name=total]")];
        page.ratio("S10", "9", "9");
        page.go("#/report", "report");
        page.until_said("[data-list=warnings]", "和隐患台账对不上");
        page.go("#/element/5", "element");
        page.click("[data-item=S10] [data-action=from-ledger]");
        assert_eq!([page.value("[data-item=S10] [name=done]"), page.value("[data-item=S10] [name=total]")], before);
        page.go("#/report", "report");
        page.until_there("[data-list=warnings]");
        assert!(!page.text("[data-list=warnings]").contains("和隐患台账对不上"));
    });
}

#[test]
fn a_code_in_small_letters_and_with_spaces_is_kept_as_the_licence_prints_it() {
    journey("wrong-small-letters", |page| {
        page.open("");
        page.press("start");
        page.on_page("enterprise");
        page.fill("uscc", "9131 0000 ma1f l000 0n");
        page.leave_field();
        assert_eq!(page.value("[name=uscc]"), crate::steps::USCC);
        page.saved();
        page.reload();
        assert_eq!(page.value("[name=uscc]"), crate::steps::USCC);
    });
}
