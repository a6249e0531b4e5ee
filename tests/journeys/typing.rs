//! Typed text stays, and a fault is shown where it stands.

use anziping_tests::{Options, browser::Lacking, journey, journey_with, page::keys};
use serde_json::json;

use crate::steps::describe_enterprise;

#[test]
fn an_answer_is_kept_over_a_reload() {
    journey("answer-kept", |page| {
        page.open("");
        page.press("demo");
        page.go("#/element/1", "element");
        let items = page.attributes("[data-item]", "data-item");
        assert!(items.len() > 5, "{items:?}");
        for (item, mark) in items.iter().zip(["yes", "no", "unsure", "partly"].into_iter().cycle()) {
            if page.count(&format!("[data-item={item}] input[value={mark}]")) == 1 {
                page.answer(item, mark);
            }
        }
        let first = page.saved();
        let before = page.attributes("[data-item]", "data-status");
        page.reload();
        assert_eq!(page.attributes("[data-item]", "data-status"), before);
        assert!(page.saved() >= first, "the revision does not go back");
    });
}

#[test]
fn a_note_with_line_breaks_emoji_and_rare_characters_is_kept_as_typed() {
    journey("note-kept", |page| {
        let text = "第一行\n𠮷野家 👷‍♀️ 　全角空格、\"引号\" <b>&amp; \\n\n最后一行 ";
        page.open("");
        page.press("demo");
        page.go("#/element/1", "element");
        page.js("document.querySelector('[data-item=Z01] details:has(textarea)').open = true", &[]);
        page.fill_at("[data-item=Z01] textarea[name=note]", text);
        page.saved();
        page.reload();
        assert_eq!(page.value("[data-item=Z01] textarea[name=note]"), text);
    });
}

#[test]
fn more_done_than_there_are_is_said_at_the_field_and_kept_as_typed() {
    journey("bad-ratio", |page| {
        page.open("");
        page.press("demo");
        let mut ratio = None;
        for element in 1..=8 {
            page.go(&format!("#/element/{element}"), "element");
            ratio = page.attributes("[data-item]:has(input[name=done])", "data-item").into_iter().next();
            if ratio.is_some() {
                break;
            }
        }
        let item = ratio.expect("an element with a ratio");
        for (done, total) in [("9", "3"), ("-1", "3"), ("3", "99999999999"), ("一", "3"), ("1.5", "3")] {
            page.ratio(&item, done, total);
            page.leave_field();
            let said = page.error_at(&format!("[data-item={item}] input[name=done]"));
            assert!(!said.is_empty(), "{done} of {total}");
            page.saved();
            page.reload();
            assert_eq!(page.value(&format!("[data-item={item}] input[name=done]")), done);
            assert_eq!(page.attributes(&format!("[data-item={item}]"), "data-status"), ["faulty"], "{done} of {total}");
        }
    });
}

#[test]
fn an_element_is_answered_with_one_key_an_item() {
    journey("one-key-an-item", |page| {
        page.open("");
        page.press("demo");
        page.go("#/element/1", "element");
        let marks = page.attributes("[data-item]:not(:has(input[name=done]))", "data-item");
        // Focus on the first item's buttons; from there on the keys move by themselves.
        page.js("document.querySelector('[data-item] input[type=radio]').focus()", &[]);
        let before = page.presses();
        for (at, item) in marks.iter().enumerate() {
            let focused = page.js("return document.activeElement.closest('[data-item]')?.dataset.item ?? null", &[]);
            if focused.as_str() != Some(item) {
                page.js(
                    "document.querySelector(`[data-item=${arguments[0]}] input[type=radio]`).focus()",
                    &[item.as_str().into()],
                );
            }
            page.key(if at % 2 == 0 { '1' } else { '4' });
        }
        assert_eq!(page.presses() - before, u32::try_from(marks.len()).unwrap());
        for (at, item) in marks.iter().enumerate() {
            let status = page.attributes(&format!("[data-item={item}]"), "data-status");
            assert_eq!(status, [if at % 2 == 0 { "met" } else { "unsure" }], "{item}");
        }
    });
}

#[test]
fn the_skip_link_is_the_first_stop_and_leads_to_the_page() {
    journey("skip-link", |page| {
        page.open("");
        page.press("demo");
        page.reload();
        page.js("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)", &[]);
        page.click("body");
        page.js("document.querySelector('.skip-link').focus()", &[]);
        page.key(keys::ENTER);
        assert_eq!(page.js("return document.activeElement.closest('main') !== null", &[]), true);
    });
}

#[test]
fn with_storage_blocked_the_status_says_that_nothing_is_kept() {
    let options = Options { lacking: Lacking::Storage, ..Options::default() };
    journey_with("storage-blocked", options, |page| {
        page.open("");
        page.press("demo");
        page.until_said(".status [role=status]", "未保存");
        page.until_there("[data-action=export-now]");
        assert_eq!(page.attributes("html", "data-dirty"), ["true"], "nothing is durable, and the hook must say so");
    });
}

#[test]
fn enter_goes_on_to_the_next_field_and_from_counts_to_the_next_question() {
    journey("enter-goes-on", |page| {
        let focused = |wanted: &str| {
            let has_focus = "return document.activeElement.matches(arguments[0])";
            page.until(&format!("the focus in {wanted}"), has_focus, &[json!(wanted)]);
        };
        page.open("");
        page.press("start");
        page.on_page("enterprise");
        page.click("[name=name]");
        page.type_keys("a");
        assert_eq!(page.attributes("[name=name]", "enterkeyhint"), ["next"], "the keyboard says where it leads");
        page.key(keys::ENTER);
        focused("[name=uscc]");
        page.key(keys::ENTER);
        focused("[name=address]");
        // From one count to the other, and on to the next question, whatever kind it is.
        page.go("#/element/1", "element");
        page.click("[data-item=Z06] [name=done]");
        page.type_keys("9");
        page.key(keys::ENTER);
        focused("[data-item=Z06] [name=total]");
        page.key(keys::ENTER);
        focused("[data-item=Z07] input");
        // Within a form Enter sends it: the keyboard does not promise the next field.
        page.go("#/seal", "seal");
        page.js("document.querySelectorAll('details').forEach((fold) => fold.open = true)", &[]);
        page.click("[name=new_passphrase]");
        focused("form [name=new_passphrase]:not([enterkeyhint])");
    });
}

#[test]
fn how_many_work_there_is_typed_once_and_stands_in_every_share_of_them() {
    journey("workers-once", |page| {
        page.open("");
        describe_enterprise(page);
        for (element, item) in [(1, "Z06"), (1, "Z12")] {
            page.go(&format!("#/element/{element}"), "element");
            page.until_there(&format!("[data-item={item}] [name=done]"));
            page.fill_at(&format!("[data-item={item}] [name=done]"), "30");
            page.until_there(&format!("[data-item={item}]:not([data-status=open])"));
            assert_eq!(page.value(&format!("[data-item={item}] [name=total]")), "36", "{item}");
            // Somebody else may be counted.
            page.fill_at(&format!("[data-item={item}] [name=total]"), "34");
            page.fill_at(&format!("[data-item={item}] [name=done]"), "33");
            assert_eq!(page.value(&format!("[data-item={item}] [name=total]")), "34", "{item}");
        }
    });
}
