//! The single files: opened from a folder as a double click does, with no server anywhere.

use std::fs;
use std::path::{Path, PathBuf};

use anziping_tests::{
    Engine, Options, Page,
    browser::Lacking,
    desk,
    disk::ReadOnlyDisk,
    journey_on, journey_with,
    page::End,
    reports::{self, CheckList},
    site::Site,
    workplace,
};
use serde_json::json;
use xtask::build::{asset_names::sha256, folder::collect, single_folder};

use crate::handing_over::photographs_a_hazard;
use crate::office::verdict_of;
use crate::steps::*;

/// A copy in a folder with a blank and Chinese in its name, as downloads have.
fn copies(folder: &Path) -> [PathBuf; 2] {
    ["安自评.html", "街道核验.html"].map(|name| {
        let copy = folder.join("新建文件夹 (2)").join(name);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(single_folder(&workplace::dist()).join(name), &copy).expect("`cargo xtask dist --single` writes it");
        copy
    })
}

fn a_month_without_a_server(engine: Engine, name: &str) {
    let options = Options { engine, ..Options::default() };
    let folder = tempfile::tempdir().unwrap();
    let [enterprise, office] = copies(folder.path());
    journey_with(name, options, |page| {
        page.stop_server();
        page.open_file(&enterprise);
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/element/1", "element");
        page.answer(UNMET, "no");
        page.saved();
        // A new start finds what was saved, and so does a new browser, however the one before has ended.
        for end in [None, Some(End::Closed), Some(End::Killed)] {
            if let Some(end) = end {
                page.start_again(end, |_| ());
            }
            page.open_file(&enterprise);
            page.go("#/element/1", "element");
            page.until_there(&format!("[data-item={UNMET}][data-status=unmet]"));
        }
        page.go("#/settings", "settings");
        let here = page.text("[data-single-here]");
        assert!(here.contains("不在文件里") && here.contains("打开就是空的") && here.contains("先备份"), "{here}");
        page.press("backup");
        page.downloaded(".json");
        make_key(page);
        let report = sign_and_export(page);

        page.in_fresh_browser(options, |desk| {
            desk.stop_server();
            desk.open_file(&office);
            assert_eq!(verdict_of(desk, &report), "demo");
        });
    });
}

#[test]
fn from_a_folder_a_month_is_kept_signed_and_checked_in_chromium() {
    a_month_without_a_server(Engine::Chromium, "single-chromium");
}

#[test]
fn from_a_folder_a_month_is_kept_signed_and_checked_in_old_chromium() {
    a_month_without_a_server(Engine::Chromium103, "single-chromium-103");
    a_month_without_a_server(Engine::Chromium109, "single-chromium-109");
}

#[test]
fn from_a_folder_a_month_is_kept_signed_and_checked_in_firefox() {
    a_month_without_a_server(Engine::Firefox, "single-firefox");
}

#[test]
fn from_a_folder_a_month_is_kept_signed_and_checked_in_webkit() {
    a_month_without_a_server(Engine::WebKit, "single-webkit");
}

#[test]
fn the_hosted_page_gives_the_file_in_one_press_with_its_hash() {
    for (page_of, route, name) in [("", "#/settings", "安自评.html"), ("office.html", "#/registry", "街道核验.html")]
    {
        journey_with("single-taken", Options::default(), |page| {
            page.open(page_of);
            page.go(route, route.trim_start_matches("#/"));
            page.press("take-single");
            page.until_there("[data-single-digest]");
            let taken = page.downloaded(".html");
            assert_eq!(taken.file_name().unwrap().to_str(), Some(name));
            let bytes = fs::read(&taken).unwrap();
            assert_eq!(
                bytes,
                fs::read(single_folder(&workplace::dist()).join(name)).unwrap(),
                "the file of this build"
            );
            assert_eq!(page.text("[data-single-digest]"), sha256(&bytes));
            let version = page.text("[data-single-version]");
            page.in_fresh_browser(Options::default(), |other| {
                other.stop_server();
                other.open_file(&taken);
                other.go(route, route.trim_start_matches("#/"));
                assert_eq!(other.count("[data-action=take-single]"), 0, "it is that file");
                assert_eq!(other.text("[data-single-version]"), version);
            });
            page.start_server();
            page.put_in_place(&without_single(&workplace::dist(), taken.parent().unwrap()));
            page.expect_message("404");
            page.press("take-single");
            page.until_said("[data-fault=single]", "网站没有给出离线版");
            page.stop_server();
            page.press("take-single");
            page.until_said("[data-fault=single]", "连不上网站");
        });
    }
}

/// A copy of a site whose host has left the single files out.
fn without_single(site: &Path, below: &Path) -> PathBuf {
    let copy = below.join("without-single");
    let mut files = std::collections::BTreeMap::new();
    collect(site, "", &mut files).unwrap();
    for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("single/")) {
        let file = copy.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    copy
}

/// Moves by a backup from where `from` opens to where `to` opens, and signs there.
fn moves_by_a_backup(name: &str, from: impl FnOnce(&Page), to: impl FnOnce(&Page)) {
    journey_with(name, Options::default(), |page| {
        from(page);
        page.press("demo");
        page.go("#/element/1", "element");
        page.answer(UNMET, "no");
        page.saved();
        let hazard = photographs_a_hazard(page);
        make_key(page);
        page.go("#/settings", "settings");
        page.until_there("[data-with-photos='1']");
        page.press("backup");
        let backup = page.downloaded(".zip");
        page.in_fresh_browser(Options::default(), |other| {
            to(other);
            other.go("#/settings", "settings");
            other.hand_over("restore", &backup);
            other.until_there("[data-preview=true]");
            other.press("apply-restore");
            other.saved();
            other.go("#/element/1", "element");
            other.until_there(&format!("[data-item={UNMET}][data-status=unmet]"));
            other.go(&hazard, "hazards");
            other.until_there("[data-photos=After] [data-photo] img");
            sign_and_export(other);
        });
    });
}

/// Moves a registry by a backup from where `from` opens to where `to` opens, and checks a report there.
fn moves_a_registry(name: &str, from: impl FnOnce(&Page), to: impl FnOnce(&Page)) {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), 1, CheckList::Ours);
    journey_with(name, Options::default(), |page| {
        from(page);
        desk::know(page, &batch);
        page.go("#/registry", "registry");
        page.press("backup");
        let backup = page.downloaded(".json");
        page.in_fresh_browser(Options::default(), |other| {
            to(other);
            desk::restore(other, &backup);
            assert_eq!(verdict_of(other, &batch.files[0]), "trusted");
        });
    });
}

#[test]
fn a_registry_moves_between_the_hosted_desk_and_the_file_by_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let [_, office] = copies(folder.path());
    moves_a_registry("single-desk-in", |page| page.open("office.html"), |other| other.open_file(&office));
    moves_a_registry("single-desk-out", |page| page.open_file(&office), |other| other.open("office.html"));
}

#[test]
fn drafts_photographs_and_keys_move_between_hosted_page_and_file_by_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let [enterprise, _] = copies(folder.path());
    moves_by_a_backup("single-moves-in", |page| page.open(""), |other| other.open_file(&enterprise));
    moves_by_a_backup("single-moves-out", |page| page.open_file(&enterprise), |other| other.open(""));
}

/// Looks for a key of ours in the storage that a file sees.
const OURS_ARE_HERE: &str = "return Object.keys(localStorage).some((key) => key.startsWith('anziping:'))";
/// Counts the databases of ours that a file sees.
const OUR_DATABASES: &str = "
    const [done] = arguments;
    const ours = (all) => all.filter(({ name }) => name.startsWith('anziping:'));
    indexedDB.databases().then((all) => done(ours(all).length), (fault) => done(String(fault)));";
/// A file of somebody else.
const NEIGHBOUR: &str = "<!DOCTYPE html><meta charset=utf-8><title>neighbour</title><script>
    document.cookie = 'neighbour=1; max-age=1000';
    document.documentElement.dataset.cookies = document.cookie.length;
</script>";

/// Looks from another file for our data, and from our file in another folder.
fn other_places(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let [enterprise, _] = copies(folder.path());
    let neighbour = folder.path().join("照片.html");
    fs::write(&neighbour, NEIGHBOUR).unwrap();
    journey_with(&format!("single-places-{engine:?}"), Options { engine, ..Options::default() }, |page| {
        page.stop_server();
        page.open_file(&enterprise);
        page.until_said("[data-single-note]", "不在文件里");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/", "home");
        page.until_said("main [data-single-note]", "不在文件里");
        page.saved();
        page.load_file(&neighbour);
        // Waited for: another process may have loaded the file before it hears of the last writing.
        // An engine that keeps files apart, which SECURITY.md denies, would never find a key.
        page.until("another file finds our keys", OURS_ARE_HERE, &[]);
        assert_eq!(page.later(OUR_DATABASES, &[]), json!(1), "{engine:?}: another file finds the second copy");
        let remembers = page.attributes("html", "data-cookies") != ["0"];
        assert_eq!(remembers, matches!(engine, Engine::Firefox | Engine::WebKit), "{engine:?}");
        let moved = folder.path().join("F").join("安自评.html");
        fs::create_dir_all(moved.parent().unwrap()).unwrap();
        fs::rename(&enterprise, &moved).unwrap();
        page.open_file(&moved);
        page.until_there("[data-action=start]");
        assert_eq!(page.count("[data-demo=true]"), 0, "{engine:?}");
        // Left while the check list is on its way, the page would say so in the console.
        page.go("#/settings", "settings");
        // A new file in the old place finds what was there.
        fs::rename(&moved, &enterprise).unwrap();
        page.open_file(&enterprise);
        page.until_there("[data-demo=true]");
    });
}

#[test]
fn a_moved_file_opens_empty_and_every_other_file_reads_its_drafts_in_chromium() {
    for engine in [Engine::Chromium, Engine::Chromium103, Engine::Chromium109] {
        other_places(engine);
    }
}

#[test]
fn a_moved_file_opens_empty_and_every_other_file_reads_its_drafts_elsewhere() {
    other_places(Engine::Firefox);
    other_places(Engine::WebKit);
}

/// Opens a copy in a browser that lacks something; gives what it says.
fn said_without(lacking: Lacking, name: &str) -> [String; 2] {
    let folder = tempfile::tempdir().unwrap();
    let mut said = [const { String::new() }; 2];
    journey_with(name, Options { lacking, ..Options::default() }, |page| {
        page.stop_server();
        for (file, said) in copies(folder.path()).iter().zip(&mut said) {
            page.load_file(file);
            *said = match lacking {
                Lacking::JavaScript => page.seen_by_assistive_technology(),
                _ => {
                    page.until("the notice", "return document.getElementById('boot-floor')?.hidden === false", &[]);
                    page.text("#boot-floor")
                }
            };
        }
    });
    said
}

#[test]
fn below_the_floor_the_file_says_how_it_is_opened_with_another_browser() {
    for said in said_without(Lacking::WebAssembly, "single-floor") {
        assert!(said.contains("打不开") && said.contains("鼠标右键") && said.contains("打开方式"), "{said}");
    }
}

#[test]
fn in_a_preview_without_scripts_the_file_says_that_it_has_to_be_saved_first() {
    for said in said_without(Lacking::JavaScript, "single-preview") {
        assert!(said.contains("先把文件保存到电脑，再双击打开") && !said.contains("本网站"), "{said}");
    }
}

#[test]
fn in_a_preview_that_is_a_frame_the_file_says_that_it_has_to_be_saved_first() {
    let folder = tempfile::tempdir().unwrap();
    for (at, file) in copies(folder.path()).iter().enumerate() {
        fs::rename(file, folder.path().join(format!("{at}.html"))).unwrap();
        let frame = format!("<!DOCTYPE html><title>mail</title><iframe sandbox=allow-scripts src={at}.html></iframe>");
        fs::write(folder.path().join(format!("mail-{at}.html")), frame).unwrap();
    }
    journey_on(Site::of(folder.path()), "single-framed", |page| {
        page.expect_message("favicon.ico");
        for at in 0..2 {
            page.load(&format!("mail-{at}.html"));
            page.browser.session.post("frame", &json!({ "id": 0 })).expect("a frame");
            page.until_said("#boot-framed:not([hidden])", "先把文件保存到电脑，再双击打开");
            assert_eq!(page.count("#app > *, #boot-framed a"), 0);
        }
    });
}

#[test]
fn from_a_folder_that_cannot_be_written_it_keeps_what_is_typed() {
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        let folder = tempfile::tempdir().unwrap();
        let _stick = ReadOnlyDisk::over(folder.path(), |folder| drop(copies(folder)));
        let file = folder.path().join("新建文件夹 (2)/安自评.html");
        journey_with(&format!("single-read-only-{engine:?}"), Options { engine, ..Options::default() }, |page| {
            page.open_file(&file);
            page.press("demo");
            page.until_there("[data-demo=true]");
            page.saved();
            page.start_again(End::Closed, |_| ());
            page.open_file(&file);
            page.until_there("[data-demo=true]");
        });
    }
}

#[test]
fn opened_in_two_windows_the_file_is_written_by_one() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let folder = tempfile::tempdir().unwrap();
        let [enterprise, _] = copies(folder.path());
        journey_with(&format!("single-twice-{engine:?}"), Options { engine, ..Options::default() }, |page| {
            page.open_file(&enterprise);
            page.press("demo");
            page.until_there("[data-demo=true]");
            page.saved();
            let session = &page.browser.session;
            let second = session.post("window/new", &json!({ "type": "window" })).unwrap()["handle"].clone();
            session.post("window", &json!({ "handle": second })).unwrap();
            page.open_file(&enterprise);
            page.until_there("[data-standing=guest]");
            page.press("go-on-here");
            page.go("#/element/1", "element");
            page.answer(UNMET, "no");
            page.saved();
        });
    }
}
