//! Everybody can use every page, in light and dark, narrow and enlarged.

use anziping_tests::journey;

use crate::steps::*;

/// Route and name of the pages of the enterprise app.
pub const PAGES: [(&str, &str); 25] = [
    ("#/", "home"),
    ("#/enterprise", "enterprise"),
    ("#/element/1", "element"),
    ("#/element/6", "element"),
    ("#/area/hot-work", "area"),
    ("#/hazards", "hazards"),
    ("#/screening", "screening"),
    ("#/month", "month"),
    ("#/report", "report"),
    ("#/seal", "seal"),
    ("#/history", "history"),
    ("#/trends", "trends"),
    ("#/paper/daily", "paper"),
    ("#/paper/box", "paper"),
    ("#/calendar", "calendar"),
    ("#/people", "people"),
    ("#/risks", "risks"),
    ("#/documents", "documents"),
    ("#/drills", "drills"),
    ("#/expenses", "expenses"),
    ("#/permits", "permits"),
    ("#/ledgers", "ledgers"),
    ("#/lists", "lists"),
    ("#/basis", "basis"),
    ("#/settings", "settings"),
];

#[test]
fn axe_finds_nothing_before_the_first_enterprise() {
    journey("axe-empty", |page| {
        page.open("");
        page.axe_light_and_dark("first visit");
        page.fits("first visit");
    });
}

#[test]
fn axe_finds_nothing_on_any_page_of_a_filled_month() {
    journey("axe-demo", |page| {
        page.open("");
        page.press("demo");
        for (route, name) in PAGES {
            page.go(route, name);
            page.axe_light_and_dark(route);
            page.fits(route);
        }
    });
}

#[test]
fn axe_finds_nothing_on_a_hazard_nor_on_a_signed_month() {
    journey("axe-signed", |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        let hazards = page.attributes("[data-hazard]", "data-hazard");
        assert!(hazards.len() > 1, "{hazards:?}");
        for hazard in hazards {
            page.go(&format!("#/hazards/{hazard}"), "hazards");
            page.until_there("#stage-now");
            page.axe_light_and_dark(&hazard);
            page.fits(&hazard);
        }
        make_key(page);
        page.axe_light_and_dark("ready to sign");
        page.fits("ready to sign");
        sign_and_export(page);
        for (route, name) in PAGES {
            page.go(route, name);
            page.prefer("light");
            page.axe(&format!("{route}, signed"));
            page.fits(&format!("{route}, signed"));
        }
    });
}

#[test]
fn pages_are_kept_as_pictures_for_people_to_look_at() {
    journey("pictures", |page| {
        page.open("");
        page.picture("welcome", 390);
        page.press("demo");
        for (number, (route, name)) in PAGES.into_iter().enumerate() {
            page.go(route, name);
            for width in [1280, 390] {
                page.picture(&format!("{number:02}-{name}"), width);
            }
        }
    });
}
