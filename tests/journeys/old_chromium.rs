//! The steps of `engines` in the last Chromium for Windows 7, and in one nearly as old as allowed.

use std::process::Command;

use anziping_tests::{Engine, Options, journey_with, page::keys, workplace};

use crate::{engines, paper, photos};

#[test]
fn chromium_103_takes_a_month_from_the_empty_page_to_a_verdict_at_the_desk() {
    engines::takes_a_month(Engine::Chromium103);
}

#[test]
fn chromium_109_takes_a_month_from_the_empty_page_to_a_verdict_at_the_desk() {
    engines::takes_a_month(Engine::Chromium109);
}

#[test]
fn old_chromium_shows_the_button_under_the_pointer_and_where_the_keyboard_is() {
    for engine in [Engine::Chromium103, Engine::Chromium109] {
        journey_with(&format!("seen-{engine:?}"), Options { engine, ..Options::default() }, |page| {
            page.open("");
            page.press("demo");
            page.go("#/settings", "settings");
            // Where it was pressed, the pointer rests.
            page.press("backup");
            let colour = "for (const one of document.getAnimations()) one.finish();
                return getComputedStyle(document.querySelector('[data-action=backup]')).backgroundColor";
            page.until_there("[data-action=backup]:hover");
            assert_ne!(page.js(colour, &[]), "rgba(0, 0, 0, 0)", "white letters need a ground");
            page.go("#/element/1", "element");
            page.tab_to("[data-item] .choice input");
            page.key(keys::SPACE);
            let outlines = "const outline = (one) => getComputedStyle(one).outlineStyle;
                return [outline(document.activeElement), outline(document.activeElement.closest('.choice'))]";
            let outlines = page.js(outlines, &[]);
            assert!(outlines.as_array().unwrap().iter().any(|style| style != "none"), "{engine:?}: {outlines}");
        });
    }
}

#[test]
fn old_chromium_has_ended_in_order_when_it_ends_with_zero_answered_or_not() {
    let test = workplace::root().join("tests/old-chromium/devtools.test.mjs");
    let told = Command::new(workplace::program("node")).arg("--test").arg(test).output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stdout));
}

#[test]
fn old_chromium_keeps_a_draft_over_a_reload_an_end_and_a_kill_and_without_a_server() {
    engines::keeps_a_draft(Engine::Chromium103);
    engines::keeps_a_draft(Engine::Chromium109);
}

#[test]
fn old_chromium_shows_every_page_without_scrolling_sideways() {
    engines::shows_every_page(Engine::Chromium103);
    engines::shows_every_page(Engine::Chromium109);
}

#[test]
fn old_chromium_makes_photographs_small() {
    photos::becomes_small(Engine::Chromium103);
    photos::becomes_small(Engine::Chromium109);
}

#[test]
fn old_chromium_prints_a_ledger_of_300_rows_whole() {
    paper::is_whole_on_paper(Engine::Chromium103);
    paper::is_whole_on_paper(Engine::Chromium109);
}
