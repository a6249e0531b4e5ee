//! Drafts are kept: over a reload of each page, into the next month, into another browser.

use anziping_tests::{Options, journey};
use serde_json::json;

use crate::steps::*;

#[test]
fn a_reload_in_the_middle_of_each_page_keeps_what_was_typed() {
    journey("reload-everywhere", |page| {
        page.open("");
        page.press("demo");
        let texts = [
            ("#/enterprise", "enterprise", "[name=address]"),
            ("#/hazards", "hazards", ""),
            ("#/month", "month", "[name=next_focus]"),
        ];
        for (route, name, field) in texts {
            page.go(route, name);
            if field.is_empty() {
                page.press("add-hazard");
                page.until_there("#stage-now");
            }
            let field = if field.is_empty() { "[name=hazard-Place]" } else { field };
            let typed = format!("刷新之前写到一半的 {name}");
            page.fill_at(field, &typed);
            page.saved();
            page.reload();
            page.on_page(name);
            assert_eq!(page.value(field), typed, "{route}");
        }
        page.go("#/area/hot-work", "area");
        page.answer_point("hot-work.P1.2", "partly");
        page.saved();
        page.reload();
        assert_eq!(page.attributes("[data-point=\"hot-work.P1.2\"]", "data-status"), ["unmet"]);
    });
}

#[test]
fn the_next_month_carries_over_what_still_holds_and_asks_the_rest_again() {
    journey("two-months", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        let statuses = |page: &anziping_tests::Page| {
            let mut all = Vec::new();
            for element in 1..=8 {
                page.go(&format!("#/element/{element}"), "element");
                page.until_there(&format!("nav a[aria-current=page][href$=\"element/{element}\"]"));
                let pairs = page
                    .js("return [...document.querySelectorAll('[data-item]')].map((one) => [one.dataset.item, one.dataset.status])", &[]);
                all.extend(pairs.as_array().unwrap().clone());
            }
            all
        };
        make_key(page);
        sign_and_export(page);
        let first = statuses(page);
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('[data-month]').length === 2", &[]);
        page.saved();
        let second = statuses(page);
        let of = |wanted: &[&str]| {
            second.iter().filter(|pair| wanted.iter().any(|status| pair[1] == *status)).collect::<Vec<_>>()
        };
        assert!(!of(&["standing"]).is_empty(), "quarterly and yearly items are still good: {second:?}");
        assert!(!of(&["open"]).is_empty(), "monthly items are asked again: {second:?}");
        let confirmed = of(&["met", "unmet", "na", "faulty"]);
        assert!(confirmed.is_empty(), "nothing counts as confirmed in the new month: {confirmed:?}");
        // Last month's answer stands beside what is asked again, and is given again with one press.
        let (element, item) = (1..=8)
            .find_map(|element| {
                page.go(&format!("#/element/{element}"), "element");
                page.until_there(&format!("nav a[aria-current=page][href$=\"element/{element}\"]"));
                page.attributes("[data-item][data-status=open]:has([data-action=as-before])", "data-item")
                    .into_iter()
                    .next()
                    .map(|item| (element, item))
            })
            .unwrap();
        page.click(&format!("[data-item={item}] [data-action=as-before]"));
        page.until_there(&format!("[data-item={item}]:not([data-status=open])"));
        page.saved();
        page.reload();
        assert_eq!(page.count(&format!("[data-item={item}][data-status=open]")), 0, "element {element}");
        // The month before stays as it was signed.
        page.go("#/", "home");
        page.click("tr[data-month]:not(:has(.muted)) button");
        assert_eq!(statuses(page), first);
    });
}

#[test]
fn a_correction_becomes_revision_two_and_keeps_revision_one() {
    journey("correction", |page| {
        page.open("");
        page.press("demo");
        make_key(page);
        let first = sign_and_export(page);
        correct(page);
        page.until_there("[name=seal_passphrase]");
        page.go("#/element/1", "element");
        page.answer(UNMET, "partly");
        page.saved();
        let second = sign_and_export(page);
        let read = |file: &std::path::Path| -> serde_json::Value {
            serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
        };
        let (first, second) = (read(&first), read(&second));
        assert_eq!(first["document"]["revision"], 1);
        assert_eq!(second["document"]["revision"], 2);
        assert_eq!(second["document"]["period"], first["document"]["period"]);
        assert!(second["document"]["supersedes"]["sha256"].is_string(), "{}", second["document"]["supersedes"]);
        page.go("#/history", "history");
        assert_eq!(page.count("section[data-sealed]"), 2);
    });
}

#[test]
fn a_backup_brings_everything_into_an_empty_browser() {
    journey("backup-restore", |page| {
        page.open("");
        page.press("demo");
        page.go("#/element/1", "element");
        page.answer(UNMET, "no");
        make_key(page);
        page.go("#/settings", "settings");
        page.press("backup");
        let backup = page.downloaded(".json");
        page.in_fresh_browser(Options::default(), |other| {
            other.open("#/settings");
            other.on_page("settings");
            other.hand_over("restore", &backup);
            other.until_there("[data-preview=true]");
            let states = other.attributes("tr[data-record]", "data-state");
            assert!(
                states.len() >= 4 && states.iter().all(|state| state == "New" || state == "BackupNewer"),
                "{states:?}"
            );
            other.press("apply-restore");
            other.saved();
            other.go("#/element/1", "element");
            assert_eq!(other.attributes(&format!("[data-item={UNMET}]"), "data-status"), ["unmet"]);
            other.go("#/seal", "seal");
            other.until_there("[name=seal_passphrase]");
            other.reload();
            other.go("#/element/1", "element");
            assert_eq!(other.attributes(&format!("[data-item={UNMET}]"), "data-status"), ["unmet"]);
        });
    });
}

#[test]
fn what_is_no_backup_is_refused_in_words_and_changes_nothing() {
    journey("bad-backup", |page| {
        page.open("");
        page.press("demo");
        page.saved();
        let folder = tempfile::tempdir().unwrap();
        page.go("#/settings", "settings");
        for (name, content) in
            [("empty.json", ""), ("damaged.json", "{\"format\":"), ("other.json", "{\"a\":1}"), ("list.json", "[]")]
        {
            let file = folder.path().join(name);
            std::fs::write(&file, content).unwrap();
            page.hand_over("restore", &file);
            page.until_there("[data-fault=restore]");
            assert!(!page.text("[data-fault=restore]").is_empty(), "{name}");
        }
        page.go("#/element/1", "element");
        assert!(page.count("[data-item]") > 0);
    });
}

#[test]
fn a_removed_enterprise_can_be_brought_back() {
    journey("remove-undo", |page| {
        page.open("");
        page.press("demo");
        page.saved();
        page.go("#/settings", "settings");
        page.press("remove-enterprise");
        page.press("confirm-remove");
        page.until_there("[data-action=undo]");
        page.press("undo");
        page.saved();
        page.go("#/element/1", "element");
        assert!(page.count("[data-item]") > 0);
    });
}

#[test]
fn several_enterprises_in_one_browser_are_kept_apart() {
    journey("two-enterprises", |page| {
        page.open("");
        page.press("demo");
        page.go("#/element/1", "element");
        page.answer(UNMET, "no");
        page.go("#/", "home");
        page.press("start");
        page.on_page("enterprise");
        page.fill("name", "另一家企业");
        page.saved();
        page.go("#/element/1", "element");
        page.until_there(&format!("[data-item={UNMET}]"));
        assert_eq!(page.attributes(&format!("[data-item={UNMET}]"), "data-status"), ["open"]);
        page.answer(UNMET, "yes");
        page.saved();
        page.go("#/", "home");
        page.click("[data-enterprise]:not(:has(.muted)) button");
        page.until_there("[data-demo=true]");
        page.go("#/element/1", "element");
        page.until(
            "the demo's answer",
            "return document.querySelector(`[data-item=${arguments[0]}]`)?.dataset.status === 'unmet'",
            &[json!(UNMET)],
        );
    });
}

#[test]
fn a_change_of_facts_is_shown_before_it_is_applied_and_answers_come_back() {
    journey("facts", |page| {
        page.open("");
        page.press("demo");
        page.go("#/area/hot-work", "area");
        let before = page.attributes("[data-point]", "data-status");
        page.go("#/enterprise", "enterprise");
        page.click("label:has(> input[name=hot_work])");
        page.until_there("dialog[open] [data-action=apply-facts]");
        assert!(page.text("dialog[open]").contains("动火"), "{}", page.text("dialog[open]"));
        page.axe_light_and_dark("change of facts");
        page.press("cancel-facts");
        page.until("the tick is back", "return document.querySelector('input[name=hot_work]').checked", &[]);
        page.click("label:has(> input[name=hot_work])");
        page.press("apply-facts");
        page.saved();
        page.go("#/area/hot-work", "area");
        assert_eq!(page.count("[data-point]"), 0);
        page.go("#/enterprise", "enterprise");
        page.click("label:has(> input[name=hot_work])");
        if page.count("dialog[open]") > 0 {
            page.press("apply-facts");
        }
        page.saved();
        page.go("#/area/hot-work", "area");
        page.until_there("[data-point]");
        assert_eq!(page.attributes("[data-point]", "data-status"), before);
    });
}
