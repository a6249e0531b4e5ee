//! Streets sign their months; the county keeps them, adds them up and follows hazards.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anziping_core::{
    document::office_month::{MonthSums, OfficeMonth},
    seal::typed,
    signer::Role,
};
use anziping_fixtures::sample::{self, Person, sign_value};
use anziping_tests::{Options, Page, desk, journey, two_months};
use serde_json::json;

use crate::{
    keys::{OFFICE_PASSPHRASE, make_office_key_of},
    office::verdict_of,
};

const EAST: &str = "东街道安管办";
const WEST: &str = "西街道安管办";
const SOUTH: &str = "南街道安管办";

/// Signs the month that the desk shows. Gives its file.
fn sign_month(street: &Page, month: &str, revision: u32) -> PathBuf {
    street.go("#/inbox", "inbox");
    street.select("expected", month);
    street.go("#/rollup", "rollup");
    street.press("sign-month");
    street.until_there("[data-month-sums]");
    street.fill("month_passphrase", OFFICE_PASSPHRASE);
    street.press("issue-month");
    street.until_there("[data-month-saved]");
    street.saved();
    street.downloaded(&format!("{month}-r{revision}.month.json"))
}

/// A month that a street signed elsewhere, as a file beside `near`.
fn another_month(near: &Path, name: &str, seed: u8, change: impl FnOnce(&mut OfficeMonth)) -> PathBuf {
    let office = Person { role: Role::Office, name: "街道", ..Person::principal(seed) };
    let mut month = sample::office_month(&office);
    month.office = SOUTH.into();
    change(&mut month);
    let file = near.with_file_name(name);
    let text = sign_value(typed::to_value(&month).expect("a document"), &[&office]);
    fs::write(&file, text).expect("a file");
    file
}

/// Hands a month over and gives what it is worth.
fn standing_of(county: &Page, file: &Path) -> String {
    assert_eq!(verdict_of(county, file), "other");
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
    let body = "return [...document.querySelectorAll('[data-verdict]')].find((one) => one.querySelector('[data-file-name]')?.dataset.fileName === arguments[0])?.querySelector('[data-month-standing]')?.dataset.monthStanding ?? ''";
    county.until("a standing", &body.replace(" ?? ''", " !== undefined"), &[name.into()]);
    county.js(body, &[name.into()]).as_str().expect("a standing").to_owned()
}

/// Types the digits at the only card that asks for them.
fn register_street(county: &Page, digits: &str) {
    if county.count("details[open] > form [name^=street_digits_]") == 0 {
        county.press("register-street");
    }
    county.fill_at("[name^=street_digits_]", digits);
    county.press("compare-street");
}

fn figure(county: &Page, tile: &str) -> String {
    county.text(&format!("[data-county={tile}] .figure-mid"))
}

#[test]
fn two_streets_sign_their_month_and_the_county_adds_them_up() {
    let folder = tempfile::tempdir().unwrap();
    let files = two_months::write(folder.path());
    journey("county", |east| {
        east.open("office.html");
        desk::restore(east, &files.backup);
        let east_digits = make_office_key_of(east, EAST);
        assert_eq!(verdict_of(east, &files.october), "trusted");
        let october = sign_month(east, "2026-10", 1);
        assert_eq!(verdict_of(east, &files.november), "trusted");
        let november = sign_month(east, "2026-11", 1);
        east.until_there("[data-signed-month='1']");
        east.axe_light_and_dark("a month to be signed");
        east.fits("a month to be signed");
        let corrected = sign_month(east, "2026-11", 2);

        east.in_fresh_browser(Options::default(), |west| {
            west.open("office.html");
            let west_digits = make_office_key_of(west, WEST);
            west.fill("enterprise_name", "西街示例厂");
            west.fill("enterprise_uscc", sample::CODES[1]);
            west.press("add-enterprise");
            west.saved();
            let of_west = sign_month(west, "2026-11", 1);

            west.in_fresh_browser(Options::default(), |county| {
                county.open("office.html");
                takes_only_what_it_knows(county, &november, &east_digits);
                assert_eq!(standing_of(county, &october), "counts");
                assert_eq!(standing_of(county, &of_west), "unknown-key");
                register_street(county, &west_digits);
                county.until(
                    "taken",
                    "return document.querySelectorAll('[data-month-standing=counts]').length === 3",
                    &[],
                );
                shows_the_sums(county);
                refuses_what_is_hostile(county, &november);
                takes_one_of_two(county, &november);
                county.go("#/inbox", "inbox");
                assert_eq!(standing_of(county, &corrected), "counts");
                assert_eq!(standing_of(county, &november), "replaced");
                county.saved();
                takes_months_away(county);
            });
        });
    });
}

/// The first month: nothing of it counts before its digits were compared.
fn takes_only_what_it_knows(county: &Page, november: &Path, digits: &str) {
    assert_eq!(standing_of(county, november), "unknown-key");
    county.press("register-street");
    let wrong: String = digits.chars().rev().collect();
    register_street(county, &wrong);
    assert!(!county.error_at("[name^=street_digits_]").is_empty());
    county.axe_light_and_dark("the key of a street");
    county.fits("the key of a street");
    register_street(county, digits);
    county.until_there("[data-month-standing=counts]");
    county.saved();
}

fn shows_the_sums(county: &Page) {
    county.go("#/county", "county");
    county.until_there("[data-trust]");
    county.fill("street_lines", SOUTH);
    county.press("add-streets");
    county.until_there(&format!("[data-street='{SOUTH}'][data-street-month=missing]"));
    county.saved();
    // Nothing has to be dropped twice.
    county.reload();
    county.on_page("county");
    county.until_there(&format!("[data-street='{EAST}'][data-street-month=counts]"));
    let tiles = ["sent", "missing", "counted", "not-sent", "deaths", "help"].map(|tile| figure(county, tile));
    assert_eq!(tiles, ["2", "1", "1", "1", "1", "1"]);
    county.until_there("[data-county-hazard][data-end=gone]");
    county.until_said("[data-help]", two_months::HELP);
    assert_eq!(county.attributes("[data-absent]", "data-state"), ["not_sent"]);
    county.axe_light_and_dark("months of streets");
    county.fits("months of streets");
    county.picture("county", 1280);
    county.picture("county", 390);
    county.press("export-county");
    county.until_there("[data-exported=county]");
    assert!(county.downloaded(".xlsx").exists());
    county.select("county_month", "2026-10");
    county.until_there(&format!("[data-street='{WEST}'][data-street-month=missing]"));
    county.until_there("[data-county-hazard][data-end=open]");
}

fn refuses_what_is_hostile(county: &Page, november: &Path) {
    let changed = november.with_file_name("changed.json");
    let text = fs::read_to_string(november).expect("a file").replacen("\"deaths\": 1", "\"deaths\": 0", 1);
    fs::write(&changed, text).expect("a file");
    assert_eq!(verdict_of(county, &changed), "rejected");
    let hides = another_month(november, "hides.json", 5, |month| month.sums.not_sent = 0);
    assert_eq!(verdict_of(county, &hides), "rejected");
    county.until_said("[data-reason=sum]", "未交企业");
    let posing = another_month(november, "posing.json", 6, |month| month.office = EAST.into());
    assert_eq!(standing_of(county, &posing), "unknown-key");
    county.go("#/county", "county");
    assert_eq!(figure(county, "deaths"), "1");
    assert_eq!(figure(county, "sent"), "2");
}

/// Two months of one revision: none counts before somebody says which.
fn takes_one_of_two(county: &Page, november: &Path) {
    let first = another_month(november, "south.json", 5, |_| ());
    let other = another_month(november, "south-too.json", 5, |month| {
        month.enterprises.pop();
        month.hazards.pop();
        month.sums = MonthSums::of(&month.enterprises, &month.hazards);
    });
    county.go("#/inbox", "inbox");
    county.press("clear");
    assert_eq!(standing_of(county, &first), "unknown-key");
    register_street(county, &Person::principal(5).key_digits());
    county.until_there("[data-month-standing=counts]");
    let of_another = another_month(november, "another.json", 5, |month| month.office = EAST.into());
    assert_eq!(standing_of(county, &of_another), "of-another");
    assert_eq!(standing_of(county, &other), "forked");
    county.saved();
    county.reload();
    county.go("#/county", "county");
    county.until_there(&format!("[data-street='{SOUTH}'][data-street-month=forked]"));
    assert_eq!(figure(county, "sent"), "2");
    county.axe_light_and_dark("two months of one street");
    county.fits("two months of one street");
    county.click("[data-forked-street] li:first-child [data-action=take-month]");
    county.until_there(&format!("[data-street='{SOUTH}'][data-street-month=counts]"));
    assert_eq!(figure(county, "sent"), "3");
    county.until_there("[data-action=put-back-month]");
    county.saved();
}

/// Months that are kept leave with the files that brought them, for good, and come back with one step.
fn takes_months_away(county: &Page) {
    county.go("#/county", "county");
    county.press("open-kept-months");
    let all = county.count("[data-kept-month]");
    let are = |count: usize| {
        let body = "return document.querySelectorAll('[data-kept-month]').length === arguments[0]";
        county.until("so many months are kept", body, &[json!(count)]);
    };
    county.click("[data-kept-month='2026-10'] [data-action=remove-street-month]");
    are(all - 1);
    county.press("undo");
    are(all);
    county.click("[data-kept-month='2026-10'] [data-action=remove-street-month]");
    are(all - 1);
    county.saved();
    county.reload();
    county.go("#/inbox", "inbox");
    county.go("#/county", "county");
    county.press("open-kept-months");
    are(all - 1);
    county.press("remove-street-year");
    are(0);
    county.press("undo");
    are(all - 1);
    county.saved();
    county.reload();
    county.press("open-kept-months");
    are(all - 1);
    county.press("remove-street-year");
    are(0);
    county.saved();
    county.reload();
    county.until_there("[data-page=county]");
    assert_eq!(county.count("[data-kept-month], [data-county]"), 0);
}
