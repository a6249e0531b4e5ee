//! The main job: a month from the empty page to a file that others accept.

use std::time::Instant;

use anziping_tests::{
    foreign::{Foreign, openssl_public_key},
    journey,
};
use serde_json::json;

use crate::steps::*;

#[test]
fn a_month_end_to_end() {
    journey("month", |page| {
        page.open("");
        describe_enterprise(page);
        answer_elements(page);
        page.go("#/area/hot-work", "area");
        answer_by_keyboard(page);
        close_hazard(page);
        fill_month(page);
        assert_ready(page);
        let key = make_key(page);
        let report = sign_and_export(page);

        for foreign in Foreign::ALL {
            let signers = foreign
                .check(&report)
                .unwrap_or_else(|reason| panic!("{foreign:?} refuses the exported file: {reason}"));
            assert!(!signers.is_empty());
        }
        let text = std::fs::read_to_string(&report).unwrap();
        let tampered = report.with_extension("tampered.json");
        std::fs::write(&tampered, text.replacen("上海示例机械有限公司", "上海示例机械有限公可", 1)).unwrap();
        for foreign in Foreign::ALL {
            assert!(foreign.check(&tampered).is_err(), "{foreign:?} accepts a tampered file");
        }
        let name = report.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with(USCC) && name.ends_with("-r1.signed.json"), "{name}");

        let sealed: serde_json::Value = serde_json::from_str(&text).unwrap();
        let x = sealed["document"]["signers"][0]["key"]["x"].as_str().unwrap();
        let public: String = decoded(x).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(openssl_public_key(&key, PASSPHRASE), Ok(public), "openssl opens the backup of the key");
        assert!(openssl_public_key(&key, "another one").is_err());

        // What is signed can only be read.
        page.go("#/element/1", "element");
        assert_eq!(page.count("fieldset[data-item]:not(:disabled)"), 0);
        page.reload();
        assert_eq!(page.count("fieldset[data-item]:not(:disabled)"), 0);
    });
}

fn decoded(base64url: &str) -> Vec<u8> {
    use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
    BASE64_URL_SAFE_NO_PAD.decode(base64url).unwrap()
}

#[test]
fn from_the_demonstration_to_a_signed_file_in_two_minutes() {
    journey("demo-signed", |page| {
        let began = Instant::now();
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        assert_ready(page);
        make_key(page);
        let report = sign_and_export(page);
        let took = began.elapsed();
        println!("demonstration to signed file: {} presses, {:.1} s", page.presses(), took.as_secs_f64());
        assert!(took.as_secs() < 120, "{took:?}");
        let text = std::fs::read_to_string(report).unwrap();
        let sealed: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(sealed["document"]["demo"], true, "invented data is marked in the file");
    });
}

#[test]
fn points_are_answered_together_once_there_was_time_to_read_each() {
    journey("together", |page| {
        page.open("");
        describe_enterprise(page);
        page.at_width(390, 1.0, || {
            page.go("#/area/hot-work", "area");
            // The last one stands far below what is shown at first.
            let group =
                page.attributes("main [data-together]", "data-together").pop().expect("points to answer together");
            let card = format!("[data-together=\"{group}\"]");
            let points: Vec<&str> = group.split(' ').collect();
            assert!((2..=5).contains(&points.len()), "{points:?}");
            assert_eq!(page.attributes(&card, "data-unread"), [points.len().to_string()], "what was not shown");
            let button = format!("{card} [data-action=answer-together]");
            let is_dead = "return document.querySelector(arguments[0]).disabled";
            assert_eq!(page.js(is_dead, &[json!(button)]), true);
            for (at, point) in points.iter().enumerate() {
                page.js("document.getElementById(arguments[0]).scrollIntoView({ block: 'center' })", &[json!(point)]);
                let read = "return Number(document.querySelector(arguments[0]).dataset.unread) <= arguments[1]";
                page.until(&format!("{point} is read"), read, &[json!(card), json!(points.len() - at - 1)]);
            }
            page.picture("points-together", 390);
            // What is not so is chosen first; the press covers the others.
            page.answer_point(points[0], "no");
            let rest = points[1..].join(" ");
            let button = format!("[data-together=\"{rest}\"] [data-action=answer-together]");
            page.until_said(&button, &format!("{} 条", points.len() - 1));
            page.click(&button);
            page.saved();
            page.reload();
            let status = |point: &&str| page.attributes(&format!("[data-point=\"{point}\"]"), "data-status").remove(0);
            let statuses: Vec<String> = points.iter().map(status).collect();
            assert_eq!(statuses[0], "unmet");
            assert!(statuses[1..].iter().all(|status| status == "met"), "{statuses:?}");
        });
    });
}
