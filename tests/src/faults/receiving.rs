//! A desk that is killed while it keeps what it finds out about files.
//!
//! Files with running numbers are handed over without pause, so that it is known afterwards which is missing.

use std::{
    fmt, fs,
    path::Path,
    time::{Duration, Instant},
};

use anziping_fixtures::sample;
use serde_json::{Value, json};

use super::random::Random;
use crate::{
    browser::{Browser, Engine, Options, Profile, fresh_profile},
    site::Site,
    wait,
    webdriver::Session,
};

/// The page on which files are checked.
const PAGE: &str = "office.html#/inbox";
/// Milliseconds from the first file to the kill.
///
/// Workers begin anew with each handful, and a verdict takes longer than a key; in WebKit several times as long.
const fn kill_after(engine: Engine) -> std::ops::Range<u64> {
    match engine {
        Engine::WebKit => 2_000..20_000,
        _ => 200..5_000,
    }
}
/// Clears the list after this many files: more are not drawn at once, and removal must be kept too.
const MOST: u64 = 150;
/// Kills between two lines on the way.
const SAID_EVERY: u32 = 25;

/// Notes how many files are called saved, in `window.receiving`, at the very moment the page says so.
///
/// It says so by taking `data-dirty` away. No dialog opens for the files: their paths are typed into its field, which
/// is how files reach a page in every browser.
const WATCH: &str = "
    document.addEventListener('click', (event) => {
        if (event.target.matches('input[data-picker]')) event.preventDefault();
    }, true);
    const root = document.documentElement;
    const here = () => Number(document.querySelector('[data-files]').dataset.files);
    window.receiving = here();
    new MutationObserver(() => {
        if (root.dataset.dirty === undefined) window.receiving = here();
    }).observe(root, { attributeFilter: ['data-dirty'] });";

/// Asks the page for files.
const CHOOSE: &str = "document.querySelector('[data-action=choose-files]').click()";

/// How many files are called saved, and whether all that were handed over have their verdicts.
const TOLD: &str = "
    const listed = Number(document.querySelector('[data-files]').dataset.files);
    return [window.receiving, listed >= arguments[0] && !document.querySelector('[data-running]')]";

/// How many files are listed, and the numbers of those that are drawn, in their order.
const SHOWN: &str = "
    const list = document.querySelector('[data-files]');
    if (!list || list.ariaBusy === 'true') return null;
    const names = [...document.querySelectorAll('[data-verdict] [data-file-name]')];
    const numbers = names.map((name) => Number.parseInt(name.dataset.fileName, 10));
    return { files: Number(list.dataset.files), numbers };";

/// The outcome of all kills.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// Browsers killed.
    pub kills: u32,
    /// Files whose verdicts the page had called saved before a kill.
    pub acknowledged: u64,
    /// Those of them that were gone afterwards. Must be 0.
    pub lost: u64,
    /// Files at another place than in the order in which they came, or twice. Must be 0.
    pub torn: u64,
    /// Files that were handed over, not yet called saved, and gone afterwards.
    pub unsaved: u64,
    /// How long it all took.
    pub took: Duration,
    /// Of that, what starting the browsers and drawing what they had kept took.
    pub starting: Duration,
}

impl Received {
    /// Returns whether the word 已保存 was said at all, and true every time.
    pub fn is_clean(&self) -> bool {
        self.acknowledged > 0 && self.lost == 0 && self.torn == 0
    }
}

impl fmt::Display for Received {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kills, acknowledged, lost, torn, unsaved, took, starting } = self;
        let (took, starting) = (took.as_secs(), starting.as_secs());
        writeln!(formatter, "kills of the desk             {kills} in {took} s, {starting} s of it to start again")?;
        writeln!(formatter, "verdicts acknowledged         {acknowledged}")?;
        writeln!(formatter, "acknowledged verdicts lost    {lost}")?;
        writeln!(formatter, "verdicts out of their order   {torn}")?;
        write!(formatter, "handed over, not acknowledged, gone   {unsaved}")
    }
}

/// Kills a browser `kills` times. Each reopening both checks the last kill and begins the next round.
///
/// # Panics
/// When the browser or the page do not come up.
pub fn run(engine: Engine, kills: u32, seed: u64) -> Received {
    let mut random = Random::new(seed);
    let (site, profile, started) = (Site::start(), fresh_profile(), Instant::now());
    let enterprise = sample::enterprise();
    let principal = sample::Person::principal(1);
    let report = sample::report_of(&enterprise, &sample::draft(&enterprise, "2026-11"), &[&principal]);
    let text = sample::sign(&report, &[&principal]);
    let folder = tempfile::tempdir().expect("a folder");
    let mut tally = Received::default();
    let mut browser = start(engine, &profile, &site);
    // Firefox keeps what it has prepared for its starts only when it ends in order.
    browser.quit();
    browser = start(engine, &profile, &site);
    let mut before = 0;
    for _ in 0..kills {
        let (handed, saved) = receive_and_kill(&mut browser, folder.path(), before + 1, &mut random, &text);
        drop(browser);
        let killed = Instant::now();
        browser = start(engine, &profile, &site);
        let shown = shown(&browser.session);
        tally.starting += killed.elapsed();
        tally.kills += 1;
        tally.acknowledged += saved.saturating_sub(before);
        tally.lost += saved.saturating_sub(shown.files);
        let in_order = (1..).zip(&shown.numbers).filter(|(place, number)| place == *number).count();
        tally.torn += shown.numbers.len().saturating_sub(in_order) as u64;
        tally.unsaved += handed.saturating_sub(shown.files.max(saved));
        before = shown.files;
        if before > MOST {
            clear(&browser.session);
            before = 0;
        }
        if tally.kills % SAID_EVERY == 0 && tally.kills < kills {
            let Received { kills: so_far, acknowledged, lost, torn, .. } = &tally;
            eprintln!("{so_far} of {kills} kills: {acknowledged} acknowledged, {lost} lost, {torn} out of order");
        }
    }
    tally.took = started.elapsed();
    tally
}

/// Hands files over, from number `first`, until a random moment.
///
/// Gives how many were handed over and how many called saved.
fn receive_and_kill(browser: &mut Browser, folder: &Path, first: u64, random: &mut Random, text: &str) -> (u64, u64) {
    let moments = kill_after(browser.engine());
    let until = Instant::now() + Duration::from_millis(random.within(moments.start, moments.end));
    let session = &browser.session;
    let watched = session.script(WATCH, &[]);
    assert!(watched.is_ok(), "{watched:?}");
    let (mut handed, mut saved) = (first - 1, first - 1);
    while Instant::now() < until {
        let count = random.within(1, 5);
        let paths = (handed + 1..=handed + count).map(|number| file(folder, number, text)).collect::<Vec<_>>();
        let asked = session.script(CHOOSE, &[]);
        assert!(asked.is_ok(), "{asked:?}");
        let field = wait::for_answer(|| session.find("input[data-picker]").ok()).expect("a field for files");
        let typed = session.type_into(&field, &paths.join("\n"));
        assert!(typed.is_ok(), "{typed:?}");
        handed += count;
        // Asking goes on up to the kill, so that little is acknowledged without being known.
        let all_there = || {
            let told = session.script(TOLD, &[json!(handed)]).ok()?;
            saved = told[0].as_u64()?;
            told[1].as_bool().filter(|all| *all)
        };
        wait::for_answer_within(until.saturating_duration_since(Instant::now()), all_there);
    }
    browser.kill();
    (handed, saved)
}

/// Writes the file of a number, and gives its path.
///
/// Each is the same signed report with other blanks behind it: another file, and as much to be kept.
fn file(folder: &Path, number: u64, text: &str) -> String {
    let path = folder.join(format!("{number:04}.json"));
    let blanks = " ".repeat(usize::try_from(number).expect("few files"));
    fs::write(&path, format!("{text}{blanks}")).expect("a file can be written");
    path.to_string_lossy().into_owned()
}

/// The content of the list.
struct Shown {
    files: u64,
    numbers: Vec<u64>,
}

fn shown(session: &Session) -> Shown {
    let told = || session.script(SHOWN, &[]).ok().filter(|told| !told.is_null());
    let told = wait::for_answer(told).expect("the list is drawn");
    let numbers = told["numbers"].as_array().into_iter().flatten().filter_map(Value::as_u64);
    Shown { files: told["files"].as_u64().expect("a number"), numbers: numbers.collect() }
}

/// Takes all files off the list and waits until that is saved.
fn clear(session: &Session) {
    let pressed = session.script("document.querySelector('[data-action=clear]').click()", &[]);
    assert!(pressed.is_ok(), "{pressed:?}");
    let cleared = "
        return document.querySelector('[data-files]').dataset.files === '0' && document.documentElement.dataset.dirty === undefined";
    let is_cleared = || session.script(cleared, &[]).is_ok_and(|is| is == true).then_some(());
    assert!(wait::for_answer(is_cleared).is_some(), "the list is not cleared");
}

fn start(engine: Engine, profile: &Profile, site: &Site) -> Browser {
    let browser = Browser::start(Options { engine, ..Options::default() }, profile);
    let opened = browser.session.go(&site.address("127.0.0.1", PAGE));
    assert!(opened.is_ok(), "{opened:?}");
    let ready = "return document.documentElement.dataset.ready === 'true'";
    let is_ready = || browser.session.script(ready, &[]).is_ok_and(|is| is == true).then_some(());
    assert!(wait::for_answer(is_ready).is_some(), "the desk does not come up");
    browser
}
