//! Two windows on one draft: one writes, and no text of either disappears unseen.

use anziping_tests::{Options, Page, faults::random::Random, journey, journey_with, wait};
use serde_json::{Value, json};

use crate::steps::*;

/// A host on which the browser grants no locks.
const PLAIN: Options = Options {
    engine: anziping_tests::Engine::Chromium,
    host: "intranet.test",
    lacking: anziping_tests::browser::Lacking::Nothing,
    lasting: false,
};

/// Two windows of one browser.
struct Windows<'a> {
    page: &'a Page,
    handles: [Value; 2],
}

impl<'a> Windows<'a> {
    /// Opens a second window on the same page; the first one has the demonstration.
    fn open(page: &'a Page) -> Self {
        page.before_each_document(EARS);
        demonstration(page);
        page.saved();
        let session = &page.browser.session;
        let first = session.get("window").unwrap();
        let second = session.post("window/new", &json!({ "type": "window" })).unwrap()["handle"].clone();
        let windows = Self { page, handles: [first, second] };
        windows.to(1);
        page.before_each_document(EARS);
        page.open(ELEMENT);
        page.until_there(&format!("[data-item={ITEM}] textarea"));
        windows
    }

    fn to(&self, window: usize) -> &Page {
        self.page.browser.session.post("window", &json!({ "handle": self.handles[window] })).unwrap();
        self.page
    }
}

fn is_disabled(page: &Page) -> bool {
    page.js("return document.querySelector('[data-item=Z01] textarea').matches(':disabled')", &[]) == true
}

/// The texts that can be exported from the settings because they are not the ones in use.
fn set_aside(page: &Page) -> String {
    page.go("#/settings", "settings");
    if page.count("[data-action=export-unreadable]") == 0 {
        return String::new();
    }
    // On plain http the browser says so of every download.
    page.expect_message("insecure connection");
    page.press("export-unreadable");
    let text = std::fs::read_to_string(page.downloaded(".json")).unwrap();
    page.go(ELEMENT, "element");
    text
}

#[test]
fn the_second_window_shows_and_does_not_write_until_it_is_told_to_go_on_there() {
    journey("tabs-locks", |page| {
        let windows = Windows::open(page);
        page.until_there("[data-standing=guest]");
        assert!(is_disabled(page));
        page.go("#/enterprise", "enterprise");
        assert_eq!(
            page.js("return document.querySelector('[name=name]').matches(':disabled')", &[]),
            true,
            "not the enterprise either"
        );
        page.go(ELEMENT, "element");
        let first = windows.to(0);
        assert_eq!(first.count("[data-standing]"), 0);
        // Typed and not yet saved when the other window takes over.
        type_note(first, "换窗口之前写的");
        let second = windows.to(1);
        second.press("go-on-here");
        second.until("the second window writes", "return !document.querySelector('[data-standing]')", &[]);
        second.until(
            "the text typed just before",
            "return document.querySelector('[data-item=Z01] textarea')?.value === '换窗口之前写的'",
            &[],
        );
        assert!(!is_disabled(second));
        type_note(second, "第二个窗口写的");
        second.saved();
        let first = windows.to(0);
        first.until_there("[data-standing=guest]");
        assert!(is_disabled(first), "the first window only shows now");
        first.press("go-on-here");
        first.until(
            "the text of the second window",
            "return document.querySelector('[data-item=Z01] textarea')?.value === '第二个窗口写的'",
            &[],
        );
    });
}

#[test]
fn a_window_that_only_shows_changes_no_setting() {
    journey("tabs-settings", |page| {
        let windows = Windows::open(page);
        page.until_there("[data-standing=guest]");
        page.go("#/settings", "settings");
        let settings = "return Object.keys(localStorage).filter((key) => key.includes(':settings|')).map((key) => localStorage[key])";
        let before = page.js(settings, &[]);
        // The page greys the box out; what reaches the program in spite of it must not be written either.
        page.js("const box = document.querySelector('[name=large_type]'); box.checked = true; box.dispatchEvent(new Event('change', { bubbles: true }))", &[]);
        assert_eq!(page.count("html[data-large]"), 0);
        type_note(windows.to(0), "之后写的");
        page.saved();
        windows.to(1);
        page.reload();
        assert_eq!(page.count("html[data-large]"), 0);
        let large = |texts: &Value| {
            texts.as_array().unwrap().iter().any(|text| text.as_str().unwrap().contains("\"large_type\":true"))
        };
        assert!(!large(&before) && !large(&page.js(settings, &[])));
    });
}

/// The first window has written; the second one, which did not hear of it, has typed and was stopped.
fn overtaken<'a>(page: &'a Page) -> Windows<'a> {
    let windows = Windows::open(page);
    deafen(page, true);
    type_note(windows.to(0), "第一个窗口写的");
    page.saved();
    type_note(windows.to(1), "第二个窗口写的");
    page.until_there("[data-standing=overtaken]");
    deafen(page, false);
    assert!(is_disabled(page));
    assert_eq!(note(page), "第二个窗口写的", "what was typed stays on the screen");
    windows
}

/// Gives each document ears that can be closed, by a listener before all of the page's own, and eyes.
///
/// In the background it does not look after its copies.
const EARS: &str = "
    window.deaf = window.asleep = false;
    Object.defineProperty(document, 'visibilityState', { get: () => window.asleep ? 'hidden' : 'visible' });
    addEventListener('storage', (event) => { if (window.deaf) event.stopImmediatePropagation(); }, true)";

/// Sets whether this window hears of what others write.
fn deafen(page: &Page, deaf: bool) {
    page.js("window.deaf = window.asleep = arguments[0]", &[json!(deaf)]);
}

#[test]
fn without_locks_the_later_writer_is_stopped_and_can_keep_its_own_text() {
    journey_with("tabs-keep-mine", PLAIN, |page| {
        let windows = overtaken(page);
        page.until("what was typed is kept nowhere: leaving asks", Page::ASKS_BEFORE_LEAVING, &[]);
        page.press("keep-mine");
        page.until("it writes again", "return !document.querySelector('[data-standing]')", &[]);
        page.saved();
        page.until("nothing is asked any more", Page::ASKS_NOTHING, &[]);
        assert!(set_aside(page).contains("第一个窗口写的"), "the other text can be exported");
        let first = windows.to(0);
        first.until_there("[data-standing=overtaken]");
        assert_eq!(note(first), "第一个窗口写的");
        first.press("take-theirs");
        first.until(
            "the other's text",
            "return document.querySelector('[data-item=Z01] textarea')?.value === '第二个窗口写的'",
            &[],
        );
        assert!(set_aside(first).contains("第一个窗口写的"), "the own text can be exported");
        first.reload();
        assert_eq!(note(first), "第二个窗口写的");
    });
}

#[test]
fn without_locks_the_later_writer_can_take_the_other_text() {
    journey_with("tabs-take-theirs", PLAIN, |page| {
        overtaken(page);
        page.press("take-theirs");
        page.until(
            "the other's text",
            "return document.querySelector('[data-item=Z01] textarea')?.value === '第一个窗口写的'",
            &[],
        );
        assert!(set_aside(page).contains("第二个窗口写的"), "the own text can be exported");
        type_note(page, "接着写");
        page.saved();
        page.reload();
        assert_eq!(note(page), "接着写");
    });
}

/// A script that keeps this window's view of localStorage as it is now.
///
/// So the writes of the other window come later than milliseconds.
const STALE: &str = "
    const seen = new Map(Object.entries(localStorage));
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, text) { seen.set(name, text); set.call(this, name, text); };
    Storage.prototype.getItem = function (name) { return seen.get(name) ?? null; };";

#[test]
fn a_window_that_does_not_see_the_others_write_yet_is_stopped_by_the_journal() {
    journey_with("tabs-stale", PLAIN, |page| {
        let windows = Windows::open(page);
        page.js(STALE, &[]);
        deafen(page, true);
        type_note(windows.to(0), "第一个窗口写的");
        page.saved();
        type_note(windows.to(1), "第二个窗口写的");
        page.until_there("[data-standing=overtaken]");
        assert_eq!(note(page), "第二个窗口写的", "what was typed stays on the screen");
        assert_eq!(page.attributes("html", "data-dirty"), ["true"], "and is not called saved");
        // The earlier writer stands in both places.
        let first = windows.to(0);
        first.reload();
        assert_eq!(note(first), "第一个窗口写的");
    });
}

/// Notes in `window.stopped` when the page says that another window has written.
const STOPPED_AT: &str = "
    window.stopped = null;
    new MutationObserver(() => {
        if (document.querySelector('[data-standing=overtaken]')) window.stopped ??= Date.now();
    }).observe(document.body, { subtree: true, childList: true, attributes: true })";

#[test]
fn a_window_without_news_is_told_by_the_journal_within_a_second() {
    journey_with("tabs-look", PLAIN, |page| {
        let windows = Windows::open(page);
        page.js("window.deaf = true", &[]);
        let second = windows.to(1);
        second.js(STOPPED_AT, &[]);
        let first = windows.to(0);
        type_note(first, "第一个窗口写的");
        first.saved();
        let saved = first.js("return Date.now()", &[]);
        let second = windows.to(1);
        second.until_there("[data-standing=overtaken]");
        let late = second.js("return window.stopped - arguments[0]", &[saved]);
        assert!(late.as_i64().unwrap() <= 1_000, "{late} ms");
        second.press("take-theirs");
        second.until(
            "the other's text",
            "return document.querySelector('[data-item=Z01] textarea')?.value === '第一个窗口写的'",
            &[],
        );
    });
}

#[test]
fn a_window_is_told_of_registers_written_elsewhere_within_a_second() {
    journey_with("tabs-look-registers", PLAIN, |page| {
        let windows = Windows::open(page);
        page.js("window.deaf = true", &[]);
        let second = windows.to(1);
        second.js(STOPPED_AT, &[]);
        let first = windows.to(0);
        first.go("#/people", "people");
        first.press("add-person");
        first.saved();
        let saved = first.js("return Date.now()", &[]);
        let second = windows.to(1);
        second.until_there("[data-standing=overtaken]");
        let late = second.js("return window.stopped - arguments[0]", &[saved]);
        assert!(late.as_i64().unwrap() <= 1_000, "{late} ms");
        second.press("take-theirs");
        second.until("it writes again", "return !document.querySelector('[data-standing]')", &[]);
        second.go("#/people", "people");
        second.until_there("[data-person]");
    });
}

#[test]
fn the_first_entry_of_a_register_is_kept_aside_when_its_window_is_stopped() {
    journey_with("tabs-first-entry", PLAIN, |page| {
        let windows = Windows::open(page);
        deafen(page, true);
        let first = windows.to(0);
        first.go("#/people", "people");
        first.press("add-person");
        first.saved();
        let second = windows.to(1);
        second.go("#/risks", "risks");
        second.press("add-risk");
        second.until_there("[data-standing=overtaken]");
        deafen(page, false);
        second.press("take-theirs");
        second.until("it writes again", "return !document.querySelector('[data-standing]')", &[]);
        assert!(set_aside(second).contains("l/e1"), "the registers of this window can be exported");
        second.go("#/people", "people");
        second.until_there("[data-person]");
    });
}

/// A model of the two windows, besides what they say themselves.
struct Model {
    /// Text on each screen.
    screen: [String; 2],
    /// Texts that each window must be able to export.
    aside: [Vec<String>; 2],
    /// The text in localStorage.
    stored: String,
}

/// The note in the newest slot of the month, with its revision in front.
const STORED: &str = "
    const texts = Object.keys(localStorage).filter((key) => key.includes(':m/')).map((key) => localStorage[key].split('\\n'));
    const newest = texts.map(([line, body]) => [JSON.parse(line).revision, JSON.parse(body)]).sort((a, b) => b[0] - a[0])[0][1];
    return newest.answers.Z01?.note ?? ''";

fn stored(page: &Page) -> String {
    page.js(STORED, &[]).as_str().unwrap().to_owned()
}

fn is_stopped(page: &Page) -> bool {
    page.count("[data-standing=overtaken]") > 0
}

/// Waits until what was typed is either saved or stopped.
fn settled(page: &Page) {
    let condition = "return document.documentElement.dataset.dirty === undefined || Boolean(document.querySelector('[data-standing]'))";
    page.until("saved or stopped", condition, &[]);
}

const INTERLEAVINGS: u64 = 100;

#[test]
fn a_hundred_random_interleavings_of_two_windows_lose_no_text_unseen() {
    journey_with("tabs-interleaved", PLAIN, |page| {
        let windows = Windows::open(page);
        let mut random = Random::new(20_261_121);
        let before = stored(page);
        let mut model =
            Model { screen: [before.clone(), before.clone()], aside: [Vec::new(), Vec::new()], stored: before };
        for step in 0..INTERLEAVINGS {
            let window = usize::try_from(random.within(0, 2)).unwrap();
            let other = 1 - window;
            windows.to(window);
            if is_stopped(page) {
                resolve(page, &mut model, window, random.within(0, 2) == 0, step);
            } else if random.within(0, 4) == 0 && { !is_stopped(windows.to(other)) } {
                at_once(&windows, &mut model, step);
            } else {
                // Sometimes the news comes only after the next key.
                deafen(windows.to(other), random.within(0, 2) == 0);
                one(&windows, &mut model, window, step);
                deafen(windows.to(other), false);
            }
            for window in [0, 1] {
                assert_eq!(note(windows.to(window)), model.screen[window], "step {step}: what window {window} shows");
            }
            model.stored = stored(page);
        }
        for window in [0, 1] {
            let exported = set_aside(windows.to(window));
            for text in &model.aside[window] {
                assert!(exported.contains(text.as_str()), "window {window} can export {text}");
            }
        }
    });
}

/// One window types.
fn one(windows: &Windows<'_>, model: &mut Model, window: usize, step: u64) {
    let page = windows.to(window);
    let text = format!("第 {step} 步 窗口 {window}");
    let knew = model.screen[window] == model.stored;
    if !try_note(page, &text) {
        assert!(!knew, "step {step}: stopped although it had seen the stored text");
        return;
    }
    settled(page);
    if is_stopped(page) {
        assert!(!knew, "step {step}: stopped although it had seen the stored text");
        assert_eq!(stored(page), model.stored, "step {step}: the earlier text is not written over");
    } else {
        assert!(
            knew,
            "step {step}: `{}` was written over by a window that showed `{}`",
            model.stored, model.screen[window]
        );
        assert_eq!(stored(page), text, "step {step}: saved means stored");
    }
    model.screen[window] = text;
}

/// Both windows type at the same moment.
///
/// Each may win; whoever is not stored must have been stopped, its text on the screen.
fn at_once(windows: &Windows<'_>, model: &mut Model, step: u64) {
    let at = windows.page.js("return Date.now() + 120", &[]);
    for window in [0, 1] {
        let text = format!("第 {step} 步 窗口 {window} 同时");
        let body = "const [text, at] = arguments;
            setTimeout(() => {
                const note = document.querySelector('[data-item=Z01] textarea[name=note]');
                if (note.matches(':disabled')) return;
                Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(note, text);
                note.dispatchEvent(new InputEvent('input', { bubbles: true }));
                window.typedAt = at;
            }, at - Date.now())";
        windows.to(window).js(body, &[json!(text), at.clone()]);
        model.screen[window] = text;
    }
    for window in [0, 1] {
        let page = windows.to(window);
        page.until(
            "both have typed",
            "return window.typedAt === arguments[0] || Boolean(document.querySelector('[data-standing]'))",
            std::slice::from_ref(&at),
        );
        settled(page);
        // One of them may have been stopped before its key came: then nothing was typed there.
        if page.js("return window.typedAt === arguments[0]", std::slice::from_ref(&at)) == true {
            continue;
        }
        model.screen[window] = note(page);
    }
    let stopped = |window: usize| is_stopped(windows.to(window));
    let one_is = wait::for_answer(|| (stopped(0) || stopped(1)).then_some(()));
    assert!(one_is.is_some(), "step {step}: both windows believe to be alone");
    let kept = stored(windows.page);
    for window in [0, 1] {
        let safe = kept == model.screen[window] || stopped(window);
        assert!(
            safe,
            "step {step}: window {window} believes `{}` to be saved, stored is `{kept}`",
            model.screen[window]
        );
    }
}

/// A stopped window chooses.
fn resolve(page: &Page, model: &mut Model, window: usize, keeps: bool, step: u64) {
    let (own, theirs) = (model.screen[window].clone(), model.stored.clone());
    page.press(if keeps { "keep-mine" } else { "take-theirs" });
    page.until("it writes again", "return !document.querySelector('[data-standing=overtaken]')", &[]);
    if keeps {
        page.saved();
        assert_eq!(stored(page), own, "step {step}: its own text is stored");
        if theirs != own {
            model.aside[window].push(theirs);
        }
    } else {
        page.until(
            "the stored text",
            "return document.querySelector('[data-item=Z01] textarea')?.value === arguments[0]",
            &[json!(theirs)],
        );
        if theirs != own {
            model.aside[window].push(own);
        }
        model.screen[window] = theirs;
    }
}
