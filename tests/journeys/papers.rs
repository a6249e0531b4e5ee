//! Every paper: how near it is, what stands on each of its pages, and how it looks.
//!
//! A table of the taps (`taps.txt`) and a picture of every page at 60 dots an inch are left in `target/e2e/papers`.

use std::fs;

use anziping_tests::{Page, journey, workplace};

use crate::{
    paper::{poppler, printed},
    plan,
    steps::*,
    supervised,
};

/// The most taps from the first page to the print, when everything is typed.
const MOST_TAPS: u32 = 5;

/// Forms of a day or a place, and of no month.
const OF_NO_PERIOD: [&str; 8] =
    ["permit", "risk-map", "emergency-card", "signs", "spaces", "equipment", "collectors", "contractors"];

/// Counts what the page prints in place of the dialog of the system.
const COUNTED: &str = "globalThis.print = () => { globalThis.prints = (globalThis.prints ?? 0) + 1; }";

/// Taps from the first page to the print by the links of a telephone; returns the number of taps.
fn tap_to_print(page: &Page, form: &str) -> u32 {
    page.go("#/", "home");
    let before = page.presses();
    page.click(".nav-toggle");
    page.click("#nav-list a[href='#/paper']");
    page.on_page("paper");
    if form != "report" {
        page.click(&format!(".paper-forms a[href='#/paper/{form}']"));
    }
    page.until_there(&format!("[data-form={form}] .sheet"));
    let prints = page.js("return globalThis.prints ?? 0", &[]);
    page.press("print");
    page.until("printed", "return (globalThis.prints ?? 0) > arguments[0]", &[prints]);
    page.presses() - before
}

#[test]
fn every_paper_is_five_taps_away_and_says_whose_it_is_of_when_and_in_which_version() {
    journey("papers", |page| {
        page.before_each_document(COUNTED);
        plan::begin(page);
        plan::draw(page);
        supervised::supervise(page);
        make_key(page);
        sign_and_export(page);
        page.go("#/paper/report", "paper");
        let forms = page.attributes(".paper-forms a", "href");
        let names = page.js("return [...document.querySelectorAll('.paper-forms a')].map((one) => one.innerText)", &[]);
        let titles: Vec<String> = serde_json::from_value(names).expect("titles");
        assert!(forms.len() > 28, "{forms:?}");
        let folder = workplace::evidence("papers");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let mut table = "taps  pages  paper\n".to_owned();
        for (form, title) in forms.iter().zip(&titles) {
            let form = form.rsplit('/').next().expect("a form");
            let taps = page.at_width(390, 1.0, || tap_to_print(page, form));
            let sheets = printed(page, form);
            table.push_str(&format!("{taps:4}  {:5}  {form} {title}\n", sheets.len()));
            let file = workplace::pictures().join(format!("{form}.pdf"));
            poppler("pdftoppm", &["-r", "60", "-png", &file.to_string_lossy(), &folder.join(form).to_string_lossy()]);
            assert!(taps <= MOST_TAPS, "{form}: {taps} taps");
            assert_eq!(page.count(".sheet [data-version]"), page.count(".sheet"), "{form}: a version on each");
            let first = &sheets[0];
            let period = if OF_NO_PERIOD.contains(&form) { "" } else { "期间：" };
            let heading = if form == "signs" { "" } else { title };
            for said in [heading, "单位：", period, "版"] {
                assert!(first.contains(said), "{form}: {said} {first}");
            }
            for (number, sheet) in sheets.iter().enumerate() {
                let place = format!("第{}页，共{}页", number + 1, sheets.len());
                assert!(sheet.contains(&place), "{form}: {place} {sheet}");
                assert!(sheet.len() > place.len() + 12, "{form}: page {} is empty: {sheet}", number + 1);
            }
        }
        println!("{table}");
        fs::write(folder.join("taps.txt"), table).expect("the table is kept");
    });
}
