//! Everything that people make here gets out and comes back.
//!
//! It goes through a chat, through an iPhone's sheet, and with its photographs.

use std::fs;

use anziping_tests::{Options, Page, journey, workplace};
use serde_json::json;

use crate::steps::{make_key, sign_and_export};

fn demonstration(page: &Page) {
    page.open("");
    page.press("demo");
    page.until_there("[data-demo=true]");
    page.saved();
}

/// Keeps what is copied, as a chat would get it.
const COPYING: &str = "
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { copied.push(text); } } })";

/// The pieces of the text, copied one by one.
fn pieces(page: &Page, cut: &str) -> Vec<String> {
    page.press(cut);
    page.until_there("[data-pieces]");
    let count: usize = page.attributes("[data-pieces]", "data-pieces").remove(0).parse().unwrap();
    for piece in 1..=count {
        page.click(&format!("[data-action=copy-piece][data-piece='{piece}']"));
    }
    page.until("all are copied", "return copied.length === arguments[0]", &[json!(count)]);
    let copied = page.js("return copied", &[]);
    copied.as_array().unwrap().iter().map(|piece| piece.as_str().unwrap().to_owned()).collect()
}

#[test]
fn two_months_with_a_signed_file_and_a_key_are_a_text_of_20_kb() {
    journey("pieces-of-two-months", |page| {
        page.before_each_document(COPYING);
        demonstration(page);
        make_key(page);
        drop(sign_and_export(page));
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('[data-month]').length === 2", &[]);
        page.saved();
        page.go("#/settings", "settings");
        let size: usize = pieces(page, "copy-backup").iter().map(String::len).sum();
        println!("the backup of two months: {size} characters");
        assert!(size <= 20_000, "{size}");
    });
}

#[test]
fn a_backup_goes_through_a_chat_in_pieces_and_comes_back_by_pasting() {
    journey("pieces", |page| {
        page.before_each_document(COPYING);
        demonstration(page);
        page.go("#/settings", "settings");
        let pieces = pieces(page, "copy-backup");
        assert!(pieces.len() > 1 && pieces.iter().all(|piece| piece.len() <= 4_000), "each fits into a message");
        let size: usize = pieces.iter().map(String::len).sum();
        println!("the backup of the demonstration: {size} characters in {} messages", pieces.len());
        assert!(size <= 20_000, "{size} characters");
        page.until_said("[aria-labelledby=backup]", "之后没有改动");

        page.in_fresh_browser(Options::default(), |other| {
            other.open("#/settings");
            other.click("[data-action=paste-backup]");
            other.fill("backup_text", &pieces[1..].join("\n"));
            other.press("read-pasted-backup");
            other.until_said("[data-fault=restore]", "还缺第 1 段");
            let mut copied: Vec<String> =
                pieces.iter().map(|piece| format!("文件传输助手 11/28 10:05\n{piece}\n")).collect();
            copied.reverse();
            other.fill("backup_text", &copied.concat());
            other.press("read-pasted-backup");
            other.until_there("[data-preview=true]");
            other.press("apply-restore");
            other.go("#/", "home");
            other.until_there("[data-demo=true]");
            other.saved();
        });
    });
}

/// A page on the home screen of an iPhone: what it saves goes nowhere, what it shares arrives.
const HOME_SCREEN: &str = "
    window.shared = [];
    Object.defineProperty(navigator, 'standalone', { value: true });
    navigator.canShare = () => true;
    navigator.share = async ({ files }) => { shared.push(files[0].name); }";

#[test]
fn from_an_iphones_home_screen_every_file_goes_to_the_sheet_for_sharing() {
    journey("standalone", |page| {
        page.before_each_document(HOME_SCREEN);
        demonstration(page);
        page.go("#/settings", "settings");
        page.press("backup");
        page.until("shared", "return shared.length === 1 && shared[0].endsWith('.json')", &[]);
        page.until_said("[aria-labelledby=backup]", "已交给浏览器");
        page.go("#/hazards", "hazards");
        page.press("export-ledger");
        page.until("shared", "return shared.length === 2 && shared[1].endsWith('.xlsx')", &[]);
    });
}

const WECHAT: &str = "Mozilla/5.0 (Linux; Android 14; V2309A Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
    Chrome/130.0.6723.103 Mobile Safari/537.36 MicroMessenger/8.0.57.2820(0x28003956)";

#[test]
fn within_another_app_the_first_page_says_how_to_open_it_in_the_browser() {
    journey("in-app", |page| {
        page.open("");
        assert_eq!(page.count("[data-in-app]"), 0, "an ordinary browser is told nothing");
        page.devtools("Emulation.setUserAgentOverride", &json!({ "userAgent": WECHAT }));
        page.reload();
        page.until_there("[data-in-app=WeChat] svg");
        let said = page.text("[data-in-app]");
        for words in ["微信", "在浏览器打开", "右上角", "没有反应"] {
            assert!(said.contains(words), "{words}: {said}");
        }
        page.axe_light_and_dark("the first page within WeChat");
        page.fits("the first page within WeChat");
        page.picture("in-app", 390);
        page.press("demo");
        page.until_there("[data-demo=true]");
        assert_eq!(page.count("[data-in-app]"), 0, "it is about the beginning");
        // What saves a file says there that it may go nowhere, and does not show green afterwards.
        page.go("#/hazards", "hazards");
        page.until_said("[data-in-app-files=WeChat]", "在浏览器打开");
        page.press("export-ledger");
        page.until_said("[data-exported=ledger]", ".xlsx");
        assert_eq!(page.count(".status-good[data-exported]"), 0, "nobody knows whether it was kept");
        page.axe("the ledger within WeChat");
        page.at_width(390, 1.0, || page.fits("the ledger within WeChat"));
        for (route, name) in [("#/people", "people"), ("#/paper/ledger", "paper"), ("#/calendar", "calendar")] {
            page.go(route, name);
            page.until_there("[data-in-app-files=WeChat]");
        }
        // Neither a backup nor the signed file counts as kept.
        make_key(page);
        drop(sign_and_export(page));
        page.until_there("[data-exported=json]");
        assert_eq!(page.count(".status-good[data-exported]"), 0);
        let said = page.text("section[data-sealed]");
        assert_eq!(said.contains("“分享”"), page.count("[data-action=share]") > 0, "{said}");
        page.go("#/", "home");
        assert!(!page.text("main").contains("文件已导出"), "{}", page.text("main"));
        page.go("#/settings", "settings");
        page.press("backup");
        page.until_said("[data-exported=backup]", "已交给浏览器");
        assert_eq!(page.count(".status-good[data-exported]"), 0);
        assert!(!page.text("[aria-labelledby=backup]").contains("之后没有改动"), "nothing was backed up for sure");
    });
}

/// A hazard with a photograph; gives the hash that names it.
fn with_a_photograph(page: &Page) -> String {
    demonstration(page);
    page.go("#/hazards", "hazards");
    page.press("add-hazard");
    page.until_there("#hazard-photos");
    page.fill_at("[name=hazard-Place]", "打磨间");
    page.hand_over("add-photo-before", &workplace::root().join("tests/fixtures/photos/with-position.jpg"));
    page.until_there("[data-photos=Before] [data-photo] img");
    page.saved();
    page.attributes("[data-photo]", "data-photo").remove(0)
}

#[test]
fn a_backup_has_the_photographs_and_brings_them_back() {
    journey("backup-photos", |page| {
        let hash = with_a_photograph(page);
        let hazard = page.js("return location.hash", &[]);
        page.go("#/settings", "settings");
        page.until_there("[data-with-photos='1']");
        page.press("backup");
        let backup = page.downloaded(".zip");
        page.until_said("[aria-labelledby=backup]", "之后没有改动");
        page.in_fresh_browser(Options::default(), |other| {
            other.open("#/settings");
            other.hand_over("restore", &backup);
            other.until_there("[data-preview=true]");
            other.press("apply-restore");
            other.until_said("main", "已放回 1 张照片");
            other.open(hazard.as_str().unwrap());
            other.until_there(&format!("[data-photo='{hash}'] img"));
        });
    });
}

/// Empties the album as browsers do that need room.
fn empty_album(page: &Page) {
    let forget = "const done = arguments[0];
        const folder = location.pathname.slice(0, location.pathname.lastIndexOf('/') + 1);
        const opening = indexedDB.open(`anziping:${folder}:photos`);
        opening.onsuccess = () => {
            const transaction = opening.result.transaction('records', 'readwrite');
            transaction.objectStore('records').clear();
            transaction.oncomplete = () => { opening.result.close(); done(true); };
        };
        opening.onerror = () => done(false);";
    assert_eq!(page.later(forget, &[]), json!(true), "the album is emptied");
}

/// The only picture of the ledger, out of the file with all of them.
fn exported_picture(page: &Page) -> Vec<u8> {
    page.go("#/hazards", "hazards");
    page.press("export-photos");
    let archive = fs::read(page.downloaded(".zip")).expect("the archive");
    let at = |part: &[u8]| archive.windows(part.len()).position(|window| window == part).expect("a stored JPEG");
    archive[at(&[0xff, 0xd8, 0xff])..at(b"PK\x07\x08")].to_vec()
}

/// Adds a photograph to the first hazard of the list; gives its route.
pub fn photographs_a_hazard(page: &Page) -> String {
    page.go("#/hazards", "hazards");
    let hazard = format!("#/hazards/{}", page.attributes("[data-hazard]", "data-hazard").remove(0));
    page.go(&hazard, "hazards");
    page.until_there("#hazard-photos");
    page.hand_over("add-photo-after", &workplace::root().join("tests/fixtures/photos/with-position.jpg"));
    page.until_there("[data-photos=After] [data-photo] img");
    page.saved();
    hazard
}

#[test]
fn a_photograph_that_is_chosen_again_shows_at_once_in_an_open_and_a_signed_month() {
    journey("photo-again", |page| {
        demonstration(page);
        let hazard = photographs_a_hazard(page);
        let exported = page.file("exported.jpg", exported_picture(page));
        let other = page.file("other.jpg", b"\xff\xd8\xff another one");
        let lost = || {
            page.go("#/hazards", "hazards");
            empty_album(page);
            page.go(&hazard, "hazards");
            page.until_there("[data-photo] [data-action=put-photo-back]");
        };
        lost();
        page.axe_light_and_dark("a photograph that is not in this browser");
        page.fits("a photograph that is not in this browser");
        page.hand_over("put-photo-back", &other);
        page.until_said("[data-fault=photo]", "不是这张照片");
        page.hand_over("put-photo-back", &exported);
        page.until_there("[data-photo] img");
        // The button that adds pictures knows it again as well.
        lost();
        page.hand_over("add-photo-after", &exported);
        page.until_there("[data-photo] img");
        assert_eq!(page.count("[data-photo]"), 1);

        make_key(page);
        sign_and_export(page);
        lost();
        assert_eq!(page.count("[data-action=add-photo-after]"), 0, "nothing of a signed month changes");
        page.hand_over("put-photo-back", &exported);
        page.until_there("[data-photo] img");
    });
}

#[test]
fn exported_photographs_are_given_back_in_bulk() {
    journey("photos-back", |page| {
        let hash = with_a_photograph(page);
        let hazard = page.js("return location.hash", &[]);
        page.go("#/hazards", "hazards");
        page.press("export-photos");
        let archive = page.downloaded(".zip");
        empty_album(page);
        page.hand_over("give-back-photos", &archive);
        page.until_said("main", "已放回 1 张照片");
        page.hand_over("give-back-photos", &page.file("no-archive.zip", b"PK no archive"));
        page.until_said("main", "这不是导出的照片压缩包");
        page.open(hazard.as_str().unwrap());
        page.until_there(&format!("[data-photo='{hash}'] img"));
    });
}

#[test]
fn the_camera_takes_one_picture_and_the_album_gives_several() {
    journey("camera", |page| {
        demonstration(page);
        page.go("#/hazards", "hazards");
        page.press("add-hazard");
        page.until_there("#hazard-photos");
        page.devtools("Page.setInterceptFileChooserDialog", &json!({ "enabled": true }));
        for (action, attributes) in
            [("take-photo-before", json!(["environment", false])), ("add-photo-before", json!([null, true]))]
        {
            page.press(action);
            page.until_there("input[data-picker]");
            let told = page.js(
                "const field = document.querySelector('input[data-picker]');
                return [field.getAttribute('capture'), field.multiple]",
                &[],
            );
            assert_eq!(told, attributes, "{action}");
            // As if the telephone had ended the page while its camera was open.
            page.reload();
            page.until_said("[data-photo-faults]", "刚才的照片没有取到");
        }
    });
}
