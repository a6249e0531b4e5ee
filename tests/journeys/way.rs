//! The way through a month.
//!
//! What comes next, where a page leads, what home says before, during and after signing.

use anziping_tests::{Page, journey};
use serde_json::json;

use crate::steps::*;

/// Follows the links to the next page from the first one and gives the routes on the way.
fn followed(page: &Page) -> Vec<String> {
    page.go("#/enterprise", "enterprise");
    let mut routes = vec![];
    while page.count("[data-action=page-after]") == 1 {
        let next = page.attributes("[data-action=page-after]", "href").remove(0);
        page.click("[data-action=page-after]");
        let there = "return location.hash === arguments[0] && Boolean(document.querySelector('main h1'))";
        page.until(&next, there, &[json!(next)]);
        routes.push(next);
    }
    routes
}

#[test]
fn one_chain_of_pages_leads_from_the_enterprise_to_the_signature() {
    journey("way", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        let routes = followed(page);
        let of_month = page.attributes("#nav-list a", "href");
        let asked = |route: &String| {
            let pages = ["element/", "area/", "screening", "hazards", "month", "report", "seal"];
            pages.iter().any(|page| route.starts_with(&format!("#/{page}")))
        };
        let linked: Vec<String> = of_month.into_iter().filter(asked).collect();
        assert_eq!(routes, linked, "the chain and the table of contents are the same");
        // And back, from every page off the way too.
        page.click("[data-action=page-before]");
        page.on_page("report");
        page.go("#/trends", "trends");
        page.click("[data-action=page-home]");
        page.on_page("home");
    });
}

#[test]
fn the_next_step_leads_to_the_criteria_and_never_to_what_is_answered() {
    journey("next-step", |page| {
        page.open("");
        describe_enterprise(page);
        for element in 1..=8 {
            page.go(&format!("#/element/{element}"), "element");
            page.until_said("h1", &element.to_string());
            answer_by_keyboard(page);
        }
        // A vetoing answer that has no hazard yet is a problem, and still answered.
        page.go("#/element/4", "element");
        page.saved();
        page.go("#/area/hot-work", "area");
        answer_by_keyboard(page);
        page.saved();
        page.go("#/", "home");
        let next = || page.attributes("[data-action=next]", "href").remove(0);
        assert!(next().starts_with("#/screening/"), "{}", next());
        page.press("next");
        page.on_page("screening");
        screen_by_keyboard(page);
        page.go("#/", "home");
        assert!(next().starts_with("#/month"), "{}", next());
        let progress = page.text("[data-progress=month]");
        fill_month(page);
        page.go("#/", "home");
        assert_eq!(next(), "#/report");
        assert_ne!(page.text("[data-progress=month]"), progress, "figures of the month count as well");
        let full = page.js("const bar = document.querySelector('main progress'); return bar.value === bar.max", &[]);
        assert_eq!(full, true, "{}", page.text("[data-progress=month]"));
    });
}

#[test]
fn back_from_a_problem_the_report_stands_where_it_was_left() {
    journey("report-place", |page| {
        page.open("");
        describe_enterprise(page);
        page.at_width(390, 1.0, || {
            page.go("#/report", "report");
            page.js("document.querySelector('[data-list=problems] a').scrollIntoView({ block: 'center' })", &[]);
            let before = page.js("return scrollY", &[]).as_f64().expect("a number");
            assert!(before > 400.0, "the problems stand far down: {before}");
            page.click("[data-list=problems] a");
            page.until("another page", "return document.querySelector('main').dataset.page !== 'report'", &[]);
            page.js("history.back()", &[]);
            page.on_page("report");
            let back = "return Math.abs(scrollY - arguments[0]) < 200";
            page.until("the place where it was left", back, &[json!(before)]);
        });
    });
}

#[test]
fn home_says_what_is_true_after_signing_and_holds_on_a_phone() {
    journey("home-signed", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.at_width(390, 1.0, || {
            page.fits("home before signing");
            page.picture("home-before", 390);
        });
        make_key(page);
        page.go("#/seal", "seal");
        page.click("label:has(> [name=reviewed])");
        page.fill("seal_passphrase", PASSPHRASE);
        page.press("seal");
        page.until_there("section[data-sealed] [data-action=export]");
        page.saved();
        page.go("#/", "home");
        page.until_there("[data-sent=here]");
        assert!(page.text("[data-sent]").contains("第 1 版"));
        assert!(!page.text("main").contains("未填名称"), "the name is known");
        page.go("#/seal", "seal");
        page.press("export");
        drop(page.downloaded(".signed.json"));
        page.go("#/", "home");
        page.until_there("[data-sent=out]");
        page.at_width(390, 1.0, || {
            page.fits("home after signing");
            // Words stand in lines, not letters in columns.
            let narrow = page.js(
                "return [...document.querySelectorAll('tr[data-month] :is(th, td)')].filter((cell) => cell.innerText.trim().length > 3 && cell.clientWidth < 64).map((cell) => cell.innerText)",
                &[],
            );
            assert_eq!(narrow, json!([]));
            page.picture("home-after", 390);
        });
        page.axe_light_and_dark("home after signing");
        // What is signed looks so, on every page that shows it.
        for (route, name) in [
            ("#/element/1", "element"),
            ("#/area/hot-work", "area"),
            ("#/screening", "screening"),
            ("#/month", "month"),
            ("#/hazards", "hazards"),
        ] {
            page.go(route, name);
            page.until_there("[data-signed='1']");
        }
        page.go("#/element/1", "element");
        let alive = page.js(
            "const paper = getComputedStyle(document.querySelector('.card, .item')).backgroundColor; return [...document.querySelectorAll('main input[name=done]')].filter((field) => !field.matches(':disabled') || getComputedStyle(field).backgroundColor === paper).length",
            &[],
        );
        assert_eq!(alive, 0, "boxes that cannot be typed into look so");
        // The next month, and the browser opened again, show the right one.
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('main tr[data-month]').length === 2", &[]);
        page.click("main tr[data-month]:last-child button");
        page.until_there("[data-action=newest-month]");
        page.saved();
        page.reload();
        let open = page.js("return document.querySelector('tr[data-month]:has(.muted)').dataset.month", &[]);
        let newest = page.attributes("tr[data-month]", "data-month").into_iter().max();
        assert_eq!(open.as_str().map(str::to_owned), newest, "a signed month is not what people come back for");
    });
}

#[test]
fn a_correction_says_why_is_said_everywhere_and_can_be_given_up() {
    journey("correcting-month", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        make_key(page);
        page.go("#/seal", "seal");
        assert_eq!(page.count("[name=no_previous]"), 1, "nothing is known of a report before the first");
        sign_and_export(page);
        page.go("#/element/1", "element");
        let signed = page.attributes("[data-item]", "data-status");
        page.go("#/seal", "seal");
        page.press("correct");
        page.until_there("dialog[open] [name=correction-why]");
        page.press("begin-correction");
        assert!(!page.error_at("[name=correction-why]").is_empty(), "a correction says why");
        page.axe_light_and_dark("why a month is corrected");
        page.fill("correction-why", "漏记一条隐患");
        page.press("begin-correction");
        for (route, name) in [("#/", "home"), ("#/element/1", "element"), ("#/report", "report"), ("#/seal", "seal")] {
            page.go(route, name);
            page.until_said("[data-correcting='2']", "第 2 版 更正中：漏记一条隐患");
        }
        assert_eq!(page.count("[name=no_previous]"), 0, "that was answered in the first version");
        page.at_width(390, 1.0, || {
            page.go("#/", "home");
            page.fits("home during a correction");
            page.picture("home-correcting", 390);
        });
        page.go("#/paper/report", "paper");
        page.until_said("[data-version='2']", "第 2 版");
        assert!(page.text("[data-sheet=report]").contains("漏记一条隐患"));
        page.go("#/element/1", "element");
        page.answer(UNMET, "partly");
        page.saved();
        page.press("give-up-correction");
        page.until_there("dialog[open] [data-action=confirm-give-up]");
        page.press("confirm-give-up");
        page.until_there("[data-signed='1']");
        assert_eq!(page.attributes("[data-item]", "data-status"), signed, "as it was signed");
        page.saved();
        page.reload();
        page.until_there("[data-signed='1']");
        page.go("#/paper/report", "paper");
        page.until_said("[data-version='1']", "第 1 版");
    });
}

#[test]
fn confirming_all_that_is_left_of_a_page_leads_on_to_the_next() {
    journey("confirm-and-on", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        make_key(page);
        sign_and_export(page);
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('main tr[data-month]').length === 2", &[]);
        let button = "main [data-action=confirm-section]";
        let is_dead = "return document.querySelector(arguments[0]).disabled";
        let leading = (1..=8).find(|element| {
            page.go(&format!("#/element/{element}"), "element");
            page.until_said("h1", &element.to_string());
            page.count(button) == 1 && page.text(button).contains("下一步")
        });
        let element = leading.expect("an element on which nothing else is left");
        assert_eq!(page.js(is_dead, &[json!(button)]), true, "nothing is confirmed that was not on the screen");
        for item in page.attributes("main [data-item]", "id") {
            page.js("document.getElementById(arguments[0]).scrollIntoView({ block: 'center' })", &[json!(item)]);
            let drawn =
                "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
            page.js(drawn, &[]);
        }
        page.until("all was seen", "return !document.querySelector(arguments[0]).disabled", &[json!(button)]);
        let next = page.attributes("[data-action=page-after]", "href").remove(0);
        page.click(button);
        let there = "return location.hash === arguments[0] && Boolean(document.querySelector('main h1'))";
        page.until(&next, there, &[json!(next)]);
        page.go(&format!("#/element/{element}"), "element");
        page.until_said("h1", &element.to_string());
        assert_eq!(page.count(button), 0);
        let left = page.attributes("main [data-item]:is([data-status=open], [data-status=carried])", "id");
        assert!(left.is_empty(), "confirmed: {left:?}");
    });
}

/// The clock of the device, six weeks on.
const LATER: &str = "
    const Real = Date, shift = 42 * 86_400_000;
    globalThis.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(Real.now() + shift); }
        static now() { return Real.now() + shift; }
    };";

#[test]
fn a_day_that_was_missed_is_said_on_home_and_one_that_was_kept_is_not() {
    journey("home-due", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        make_key(page);
        page.before_each_document(LATER);
        page.reload();
        page.go("#/", "home");
        page.until_said("main .page-head", "已过");
        sign_and_export(page);
        page.go("#/", "home");
        page.until_there("[data-sent=out]");
        assert!(!page.text("main .page-head").contains("已过"), "a day that was kept is no reproach");
    });
}

#[test]
fn the_table_of_contents_counts_what_is_answered_of_what_is_asked() {
    journey("contents", |page| {
        page.open("");
        describe_enterprise(page);
        for (route, name, question) in [
            ("#/element/1", "element", "main fieldset[data-item]"),
            ("#/area/hot-work", "area", "main fieldset:is([data-point], [data-rate])"),
        ] {
            page.go(route, name);
            page.until_there(question);
            let asked = page.count(question);
            let count = format!("#nav-list a[href='{route}'] .nav-count");
            page.until_said(&count, &format!("0/{asked}"));
            // 否 is an answer, and so is 待核实.
            let marked = page.attributes(&format!("{question}:has(input[value=no])"), "id");
            for (at, mark) in ["no", "unsure"].into_iter().enumerate() {
                page.click(&format!("[id=\"{}\"] input[value={mark}]", marked[at]));
                page.until_said(&count, &format!("{}/{}", at + 1, page.count(question)));
            }
        }
    });
}

#[test]
fn what_has_changed_is_asked_before_the_first_question_and_not_again() {
    journey("changes-first", |page| {
        page.open("");
        describe_enterprise(page);
        page.go("#/", "home");
        page.press("next");
        page.on_page("element");
        page.until_there("[data-facts=month] ~ [data-item]");
        let counts = "return [...document.querySelectorAll('#nav-list a[href^=\"#/element/\"] .nav-count')].map((one) => one.innerText).join(' ')";
        let before = page.js(counts, &[]);
        let facts = page.attributes("[data-facts=month] input", "name");
        facts.iter().for_each(|fact| page.click(&format!("label:has(> [name={fact}])")));
        page.until("more is asked", &format!("return (() => {{ {counts} }})() !== arguments[0]"), &[before]);
        page.answer(UNMET, "yes");
        page.saved();
        assert_eq!(page.count("[data-facts=month]"), 1, "it does not vanish under the hand");
        page.go("#/element/2", "element");
        page.until_said("h1", "2");
        assert_eq!(page.count("[data-facts=month]"), 0);
        page.go("#/month", "month");
        page.until_there("[data-facts=month]");
    });
}
