//! Everybody can use every page, in light and dark, narrow and enlarged.

use anziping_tests::journey;

/// Route and name of the pages of the enterprise app.
pub const PAGES: [(&str, &str); 11] = [
    ("#/", "home"),
    ("#/enterprise", "enterprise"),
    ("#/element/1", "element"),
    ("#/element/6", "element"),
    ("#/area/hot-work", "area"),
    ("#/hazards", "hazards"),
    ("#/month", "month"),
    ("#/report", "report"),
    ("#/seal", "seal"),
    ("#/history", "history"),
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
