//! Damaged, missing and newer copies.
//!
//! The newest whole one counts, and nothing that cannot be read is written over.

use anziping_tests::{Page, journey};
use serde_json::json;

use crate::steps::*;

const BEFORE: &str = "倒数第二次写的";
const LAST: &str = "最后一次写的";

/// A copy of the month by name (`…|a`, `…|b`, `journal`, `twin`) and its text.
type Copy = (String, String);

/// The demonstration month with two revisions behind it.
///
/// Then does something to its copies and opens it again.
fn tampered(name: &str, tamper: impl Fn(&mut Vec<Copy>), check: impl FnOnce(&mut Page)) {
    journey(name, |page| {
        demonstration(page);
        for text in [BEFORE, LAST] {
            type_note(page, text);
            page.saved();
        }
        behind_the_back(page);
        let mut copies = copies_of_month(page);
        assert_eq!(copies.len(), 4, "two slots, the journal and its second copy");
        // The newest slot first, then the older one, then the journal and its second copy.
        copies.sort_by_key(|(name, text)| (name == "twin", name == "journal", !text.contains(LAST)));
        tamper(&mut copies);
        put_copies_of_month(page, &copies);
        page.open(ELEMENT);
        check(page);
    });
}

/// One letter of the text is another one.
fn flip(copy: &mut Copy) {
    copy.1 = copy.1.replace("最后一次", "最後一次").replace("倒数第二", "倒數第二");
}

/// Cuts a copy, as if only the first half of the text had been written.
fn cut(copy: &mut Copy) {
    copy.1 = copy.1.chars().take(copy.1.chars().count() / 2).collect();
}

/// The page's word for a copy that could not be read.
const HEALED: &str = "已用另一份完好的恢复";

fn assert_whole(page: &mut Page, said: Option<&str>) {
    assert_eq!(note(page), LAST);
    match said {
        Some(words) => page.until_said("[data-discoveries]", words),
        None => assert_eq!(page.count("[data-discoveries]"), 0),
    }
    // It goes on as if nothing had been.
    type_note(page, "恢复以后");
    page.saved();
    page.reload();
    assert_eq!(note(page), "恢复以后");
    assert_eq!(page.count("[data-standing]"), 0, "no other tab is suspected");
}

#[test]
fn one_damaged_slot_is_healed_from_the_other_copies() {
    tampered("damage-newest", |copies| flip(&mut copies[0]), |page| assert_whole(page, Some(HEALED)));
    tampered("damage-older", |copies| flip(&mut copies[1]), |page| assert_whole(page, Some(HEALED)));
    tampered("damage-cut", |copies| cut(&mut copies[0]), |page| assert_whole(page, Some(HEALED)));
}

#[test]
fn both_slots_damaged_are_healed_from_the_journal_and_from_its_second_copy() {
    tampered("damage-slots", |copies| copies[..2].iter_mut().for_each(flip), |page| assert_whole(page, Some(HEALED)));
    tampered(
        "damage-all-but-twin",
        |copies| copies[..3].iter_mut().for_each(flip),
        |page| assert_whole(page, Some(HEALED)),
    );
}

#[test]
fn a_damaged_journal_is_healed_from_the_slots() {
    tampered("damage-journal", |copies| flip(&mut copies[2]), |page| assert_whole(page, Some(HEALED)));
}

#[test]
fn deleted_copies_are_written_again() {
    let delete = |copy: &mut Copy| copy.1 = String::new();
    tampered("deleted-slots", |copies| copies[..2].iter_mut().for_each(delete), |page| assert_whole(page, None));
    tampered("deleted-newest", |copies| delete(&mut copies[0]), |page| assert_whole(page, None));
    tampered("deleted-twin", |copies| delete(&mut copies[3]), |page| assert_whole(page, None));
    tampered("deleted-journal", |copies| delete(&mut copies[2]), |page| assert_whole(page, Some(SAVED)));
    tampered(
        "deleted-all-but-twin",
        |copies| copies[..3].iter_mut().for_each(delete),
        |page| assert_whole(page, Some(SAVED)),
    );
}

#[test]
fn a_journal_that_lags_behind_is_brought_up_to_date() {
    let lag = |copy: usize| move |copies: &mut Vec<Copy>| copies[copy].1 = copies[1].1.clone();
    tampered("journal-behind", lag(2), |page| assert_whole(page, Some(SAVED)));
    // A kill between the two: the second copy follows the journal.
    tampered("twin-behind", lag(3), |page| assert_whole(page, None));
}

#[test]
fn when_every_copy_is_damaged_the_texts_stay_and_can_be_exported() {
    journey("damage-all", |page| {
        demonstration(page);
        type_note(page, LAST);
        page.saved();
        behind_the_back(page);
        let mut copies = copies_of_month(page);
        copies.iter_mut().for_each(cut);
        put_copies_of_month(page, &copies);
        page.open("");
        page.until_there("[data-discoveries]");
        assert!(page.text("[data-discoveries]").contains("已损坏"), "{}", page.text("[data-discoveries]"));
        // A new enterprise gets a place of its own.
        page.press("start");
        page.on_page("enterprise");
        page.fill("name", "另起一家");
        page.saved();
        page.go("#/settings", "settings");
        page.press("export-unreadable");
        let exported: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(page.downloaded(".json")).unwrap()).unwrap();
        let texts = exported[0]["texts"].as_array().unwrap().clone();
        for (name, text) in &copies {
            assert!(texts.contains(&json!(text)), "{name} is in the export");
        }
        behind_the_back(page);
        let after = copies_of_month(page);
        assert!(copies.iter().all(|copy| after.contains(copy)), "nothing was written over");
    });
}
