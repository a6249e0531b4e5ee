//! The single files: opened from a folder as a double click does, with no server anywhere.

use std::fs;
use std::path::{Path, PathBuf};

use anziping_tests::{Ability, Engine, Options, Page, journey_with, workplace};
use xtask::build::{asset_names::sha256, folder::collect, single_folder};

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
        // A new start finds what was saved.
        page.open_file(&enterprise);
        page.go("#/element/1", "element");
        page.until_there(&format!("[data-item={UNMET}][data-status=unmet]"));
        page.go("#/settings", "settings");
        page.press("backup");
        page.downloaded(".json");
        if engine.lacks(Ability::FilesFromAFolder).is_some() {
            // That its worker runs here shows in a key.
            page.go("#/seal", "seal");
            page.fill("new_passphrase", PASSPHRASE);
            page.fill("new_passphrase_again", PASSPHRASE);
            page.press("make-key");
            page.until_there("[data-action=save-key-backup]");
            page.open_file(&office);
            return;
        }
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
fn from_a_folder_a_month_is_kept_and_a_key_is_made_in_firefox() {
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
            page.in_fresh_browser(Options::default(), |other| {
                other.stop_server();
                other.open_file(&taken);
                other.go(route, route.trim_start_matches("#/"));
                assert_eq!(other.count("[data-action=take-single]"), 0, "it is that file");
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

#[test]
fn drafts_move_from_the_hosted_page_to_the_file_by_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let [enterprise, _] = copies(folder.path());
    journey_with("single-moves", Options::default(), |page: &mut Page| {
        page.open("");
        page.press("demo");
        page.go("#/element/1", "element");
        page.answer(UNMET, "no");
        page.saved();
        page.go("#/settings", "settings");
        page.press("backup");
        let backup = page.downloaded(".json");
        page.in_fresh_browser(Options::default(), |other| {
            other.open_file(&enterprise);
            other.go("#/settings", "settings");
            other.hand_over("restore", &backup);
            other.until_there(
                "[data-record^='d/'] input:checked, [data-record^='m/'] input:checked, [data-record] input:checked",
            );
            other.press("apply-restore");
            other.go("#/element/1", "element");
            other.until_there(&format!("[data-item={UNMET}][data-status=unmet]"));
        });
    });
}
