//! A disk that is really full, under the profile of the browser.
//!
//! Said within a second, and what was called saved is there at the next start or was taken back in red before.
//!
//! The disk holds the profile and nothing else, so this site is all that the browser can delete to make room: the worst
//! case. On a disk with other sites, those that were not used for longest go first.

use std::{fs, path::Path, time::Duration};

use anziping_tests::{Engine, Options, Page, disk::SmallDisk, journey_on_disk, page::End, wait, workplace};
use serde_json::json;

use crate::steps::*;

/// Five times what a new profile with the offline copy takes.
const BYTES: u64 = 120_000_000;
const A_SECOND: u32 = 1_000;
const SOON: Duration = Duration::from_secs(15);

const BEFORE: &str = "磁盘还有空间时写的";
const FULL: &str = "磁盘满了以后写的";
const AFTER: &str = "又有空间以后写的";

/// Name of the cookie that notes a visit.
const MARK: &[u8] = b"anziping-enterprise";

/// Said in red, of a full disk.
const SAID: &str = "磁盘满了";

fn options(engine: Engine, lasting: bool) -> Options {
    Options { engine, lasting, ..Options::default() }
}

/// Every browser, with the promise to keep what a site stores and without.
pub(crate) fn in_each(name: &str, steps: impl Fn(&mut Page, &mut SmallDisk, Options)) {
    for engine in [Engine::Chromium, Engine::Firefox] {
        for lasting in [false, true] {
            let (options, kept) = (options(engine, lasting), if lasting { "lasting" } else { "best-effort" });
            println!("{name} in {engine:?}, {kept}");
            journey_on_disk(&format!("disk-{name}-{engine:?}-{kept}"), options, BYTES, |page, disk| {
                steps(page, disk, options);
            });
        }
    }
}

/// Expects what a full disk makes browsers say; the promise of lasting storage is given or not.
pub(crate) fn prepare(page: &Page, options: Options) {
    for part in
        ["FILE_ERROR_NO_SPACE", "ERR_FAILED", "ServiceWorker", "service worker", "QuotaExceeded", "access storage"]
    {
        page.expect_message(part);
    }
    if options.lasting {
        let granted = page.later("navigator.storage.persist().then(arguments[0])", &[]);
        assert_eq!(granted, json!(true), "lasting storage is granted");
    }
}

/// A month with a note that is called saved, everything kept for offline use.
fn with_a_note(page: &Page, options: Options) {
    demonstration(page);
    page.saved();
    page.offline_ready();
    prepare(page, options);
    type_note(page, BEFORE);
    page.saved();
}

/// The page says it in red within a second of typing, with the export beside it.
///
/// The export has what is on the screen.
#[track_caller]
fn said_in_red(page: &Page, text: &str) {
    let waited = said_after_typing(page, text, SAID, A_SECOND);
    assert!(waited.is_some(), "not said within a second, but: {}", page.text(".status"));
    assert_eq!(page.count(".status .status-bad"), 1, "{}", page.text(".status"));
    assert!(!page.text(".status").contains("已写入"), "localStorage is not called written");
    assert!(exported_now(page).contains(text), "the export has what is on the screen");
}

#[track_caller]
fn no_false_update(page: &Page) {
    assert_eq!(page.count("[data-action=update]"), 0, "no new version is offered: {}", page.text(".status"));
}

/// Returns whether all is saved within what Chromium mostly takes to delete a site's files.
pub(crate) fn is_saved_soon(page: &Page) -> bool {
    let saved = || (page.count("html[data-saved]:not([data-dirty])") == 1).then_some(());
    wait::for_answer_within(SOON, saved).is_some()
}

/// Returns whether the mark of a visit is on the disk, where the kill of a browser does not reach it.
fn is_mark_written(profile: &Path) -> bool {
    let bytes = fs::read(profile.join("Default/Cookies")).unwrap_or_default();
    bytes.windows(MARK.len()).any(|part| part == MARK)
}

/// Full once, by something that goes away again or that the browser makes room for.
///
/// Everything that was called saved is there after a kill as after an orderly end.
#[test]
fn a_disk_that_was_full_once_loses_nothing_that_was_called_saved() {
    for end in [End::Killed, End::Closed] {
        in_each(&format!("once-{end:?}"), |page, disk, options| {
            with_a_note(page, options);
            // A browser that tidies up its own files must not find room for the note before it was said.
            if is_best_effort(options) {
                disk.fill()
            } else {
                disk.keep_full()
            }
            type_note(page, FULL);
            // Chromium without the promise mostly makes room by itself and goes on. Where it does not, the page says
            // so.
            if !(is_best_effort(options) && is_saved_soon(page)) {
                page.until_said(".status", SAID);
                disk.make_room();
            }
            page.saved();
            no_false_update(page);
            type_note(page, AFTER);
            page.saved();
            // What Chromium has left is too little to start it.
            page.start_again(end, |_| disk.make_room());
            page.open(ELEMENT);
            assert_eq!(note(page), AFTER);
        });
    }
}

/// Kept full by somebody else: what is typed cannot be kept, and Chromium may have deleted what was.
#[test]
fn a_disk_that_stays_full_is_said_in_red_within_a_second() {
    for end in [End::Killed, End::Closed] {
        in_each(&format!("kept-{end:?}"), |page, disk, options| {
            with_a_note(page, options);
            note_of_the_visit_is_written(page, options);
            // In one go: left full for longer, the browser deletes what the site keeps before anything is typed.
            page.measured(|| {
                disk.keep_full();
                said_in_red(page, FULL);
            });
            no_false_update(page);
            page.start_again(end, |_| disk.make_room());
            page.open(ELEMENT);
            opens_with_what_is_left(page, options, &[BEFORE, FULL]);
        });
    }
}

/// Asserts that the page opens with what is left after a disk that stayed full.
///
/// A note that was called saved or came after it, or, where the browser may delete what a site keeps, that something
/// was here and is gone.
fn opens_with_what_is_left(page: &Page, options: Options, notes: &[&str]) {
    page.until_there("[data-discoveries], textarea[name=note]");
    if page.count("textarea[name=note]") == 0 {
        assert_eq!(options.engine, Engine::Chromium, "what was called saved is there");
        page.until_said("[data-discoveries]", "填过安自评");
        // And from there on as in any empty browser.
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.saved();
    } else if options.engine == Engine::Firefox {
        assert!(notes.contains(&note(page).as_str()), "{} is none of {notes:?}", note(page));
    }
}

/// Returns whether the browser deletes what a site keeps to make room.
///
/// Firefox does not while it runs. Chromium does not where it has promised not to, but even then it begins a database
/// anew that it could not write to.
pub(crate) fn is_best_effort(options: Options) -> bool {
    options.engine == Engine::Chromium && !options.lasting
}

/// Waits until the mark of the visit is on the disk.
///
/// Chromium takes half a minute for it; a disk that is full before leaves none.
fn note_of_the_visit_is_written(page: &Page, options: Options) {
    if options.engine == Engine::Chromium {
        let profile = page.browser.profile_folder();
        let written = wait::for_answer_within(2 * wait::PATIENCE, || is_mark_written(&profile).then_some(()));
        assert!(written.is_some(), "the visit is noted on the disk");
    }
}

/// Little by little, as photographs and downloads fill a disk.
///
/// Every note is called saved, or the page says in red that it is not.
#[test]
fn while_a_disk_fills_each_note_is_saved_or_said_in_red() {
    for end in [End::Killed, End::Closed] {
        in_each(&format!("slowly-{end:?}"), |page, disk, options| {
            with_a_note(page, options);
            note_of_the_visit_is_written(page, options);
            disk.fill_but(2_000_000);
            let settled = "const { dirty } = document.documentElement.dataset;
                return dirty === undefined || document.querySelector('.status').textContent.includes('磁盘满了')";
            let (mut saved, mut last) = (BEFORE.to_owned(), String::new());
            let is_said = (0..400).any(|count| {
                disk.take(100_000);
                saved = std::mem::replace(&mut last, format!("第 {count} 次写的"));
                type_note(page, &last);
                page.until("saved, or said", settled, &[]);
                page.text(".status").contains(SAID)
            });
            assert!(is_said, "the disk is full at last");
            no_false_update(page);
            page.start_again(end, |_| disk.make_room());
            page.open(ELEMENT);
            opens_with_what_is_left(page, options, &[&saved, &last]);
        });
    }
}

/// Chromium deletes photographs with everything else.
///
/// Texts are written again; of photographs there is one copy.
#[test]
fn photographs_that_the_browser_evicted_are_named_with_their_hazard() {
    journey_on_disk("disk-photographs", options(Engine::Chromium, false), BYTES, |page, disk| {
        with_a_note(page, options(Engine::Chromium, false));
        page.go("#/hazards", "hazards");
        page.press("add-hazard");
        page.until_there("#hazard-photos");
        let photo = workplace::root().join("tests/fixtures/photos/with-position.jpg");
        page.hand_over("add-photo-before", &photo);
        page.until_there("[data-photos=Before] [data-photo] img");
        page.saved();
        let hazard = page.js("return location.hash.split('/').pop()", &[]);
        disk.fill();
        page.fill_at("[name=hazard-Place]", "打磨间");
        page.until_there("[data-photos-lost='1']");
        let said = page.text("[data-photos-lost]");
        assert!(said.contains(hazard.as_str().unwrap()), "{hazard}: {said}");
        assert!(page.text("[data-discoveries]").contains("磁盘满了"));
        page.saved();
        no_false_update(page);
    });
}
