//! A deputy's power of attorney, from the stamped form to what the desk says of it.

use anziping_core::value::day::Day;
use anziping_tests::{Options, Page, deputies, desk, journey};

use crate::{
    office::verdict_of,
    steps::{fill_in_everything, make_key, sign_and_export},
};

/// Today by the browser's clock, so many days later.
fn in_days(page: &Page, days: i32) -> Day {
    let today = "const today = new Date(); return [today.getFullYear(), today.getMonth() + 1, today.getDate()]";
    let parts: Vec<i64> = page.js(today, &[]).as_array().unwrap().iter().map(|part| part.as_i64().unwrap()).collect();
    let [year, month, day] = parts[..] else { panic!("{parts:?}") };
    Day::new(year.try_into().unwrap(), month.try_into().unwrap(), day.try_into().unwrap()).unwrap().plus(days)
}

#[test]
fn a_deputys_form_names_principal_and_days_and_its_digits_cover_them() {
    journey("deputy", |page| {
        page.open("");
        fill_in_everything(page);
        page.go("#/seal", "seal");
        page.select("key_holder", "deputy");
        page.fill("key_name", "赵代签");
        page.fill("key_from", &in_days(page, -20).to_string());
        page.fill("key_until", &in_days(page, 20).to_string());
        make_key(page);
        // It is signed with the check of the backup, when the passphrase was at hand.
        page.until_there("[data-action=save-registration]");
        page.js("document.querySelector('[data-action=save-registration]').closest('details:not([open])')?.setAttribute('open', '')", &[]);
        page.press("save-registration");
        let registration = page.downloaded(".registration.json");
        let digits = page.text("[data-form-digits]");
        assert_ne!(digits, page.text("[data-fingerprint]"), "not those of the key alone");
        let form = page.js("return document.querySelector('.paper-form').textContent", &[]);
        let form = form.as_str().unwrap();
        let until = in_days(page, 20);
        let day = format!("{}年{}月{}日", until.year(), until.month(), until.day());
        for said in ["受托人", "赵代签", "张三", day.as_str(), digits.as_str()] {
            assert!(form.contains(said), "{said}: {form}");
        }
        let report = sign_and_export(page);
        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            // The power of attorney stands in the registration, and comes with the stamped form.
            assert_eq!(verdict_of(desk, &registration), "other");
            desk.press("register");
            let compared = desk.text("dialog [data-mandate]");
            assert!(compared.contains("代 张三") && compared.contains(&day), "{compared}");
            desk.axe_light_and_dark("registering a deputy");
            desk.fits("registering a deputy");
            desk.fill("digits", &digits);
            desk.press("compare");
            assert!(!desk.error_at("[name=answer_add]").is_empty(), "it is not on the list");
            desk.click("label:has(> [name=answer_add])");
            desk.press("compare");
            desk.until("the key is registered", "return !document.querySelector('dialog[open]')", &[]);
            desk.saved();
            assert_eq!(verdict_of(desk, &report), "trusted");
            desk.until_said("[data-verdict=trusted] .remarks", "受托人 赵代签 签名，代 张三");
            desk.axe_light_and_dark("a deputy's report");
            desk.go("#/registry", "registry");
            desk.press("enterprise");
            desk.until_there("[data-key]");
            let listed = desk.text("[data-key] [data-mandate]");
            assert!(listed.contains("代 张三") && listed.contains(&day), "{listed}");
        });
    });
}

#[test]
fn a_deputy_overrules_the_principal_only_on_the_offices_word() {
    let folder = tempfile::tempdir().unwrap();
    journey("deputy-overrules", |desk| {
        desk.open("office.html");
        let files = deputies::write(folder.path(), in_days(desk, 0));
        desk::restore(desk, &files.backup);
        assert_eq!(verdict_of(desk, &files.own), "trusted");
        assert_eq!(verdict_of(desk, &files.correction), "mismatched");
        assert_eq!(desk.count("[data-verdict=trusted]"), 1, "the principal's counts");
        assert_eq!(verdict_of(desk, &files.revocation), "other");
        assert_eq!(desk.count("[data-action=confirm-change][disabled]"), 1, "nobody has asked the principal");
        desk.axe_light_and_dark("what a deputy tries");
        desk.fits("what a deputy tries");

        // A form with the deputy's honest days does not have the digits of the file with his own.
        assert_eq!(verdict_of(desk, &files.endless), "other");
        desk.click("[data-verdict]:has([data-offer]) [data-action=register]");
        desk.fill("digits", &files.stamped_digits);
        desk.press("compare");
        assert!(!desk.error_at("[name=digits]").is_empty());
        assert!(desk.text("dialog [data-mandate]").contains("2099年12月31日（超过一年"), "it is seen");
        desk.press("close");

        desk.press("accept-this");
        desk.axe_light_and_dark("taking in a deputy's report");
        desk.press("confirm-accept-this");
        desk.until_there("[data-verdict=superseded]");
        assert_eq!(desk.count("[data-accepted]"), 1);
        desk.press("undo");
        desk.until_there("[data-verdict=mismatched]");

        desk.click("label:has(> [name^=asked_])");
        desk.press("confirm-change");
        desk.until_there("[data-change=closed]");
    });
}
