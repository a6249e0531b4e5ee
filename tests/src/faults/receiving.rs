//! A desk that is killed while it keeps what it finds out about files.
//!
//! Files with running numbers are dropped without pause, so that it is known afterwards which is missing.

use std::{
    fmt,
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
/// Workers begin anew with each handful, and a verdict takes longer than a key.
const KILL_AFTER: std::ops::Range<u64> = 200..5_000;
/// Files after which the list is cleared: no more are drawn at once, and taking away is kept as well.
const MOST: u64 = 150;
/// Kills between two lines on the way.
const SAID_EVERY: u32 = 25;

/// Drops a few files after the other, at a random pace; `receiving` on the window tells how far it is.
///
/// Each is the same signed report with other blanks behind it: another file, and as much to be kept. What is
/// acknowledged is noted at the very moment the page says so by taking `data-dirty` away.
const RECEIVE: &str = "
    const [first, least, spread, text] = arguments;
    const root = document.documentElement;
    const here = () => Number(document.querySelector('[data-files]').dataset.files);
    const receiving = { dropped: first - 1, saved: here() };
    new MutationObserver(() => {
        if (root.dataset.dirty === undefined) receiving.saved = here();
    }).observe(root, { attributeFilter: ['data-dirty'] });
    const step = () => {
        if (document.querySelector('[data-running]')) return void setTimeout(step, 5);
        const transfer = new DataTransfer();
        const count = 1 + Math.floor(Math.random() * 4);
        for (let number = receiving.dropped + 1; number <= receiving.dropped + count; number++) {
            transfer.items.add(new File([text + ' '.repeat(number)], `${String(number).padStart(4, '0')}.json`));
        }
        const init = { bubbles: true, cancelable: true };
        let drop = new DragEvent('drop', { ...init, dataTransfer: transfer });
        if (!drop.dataTransfer?.files?.length) {
            drop = new Event('drop', init);
            Object.defineProperty(drop, 'dataTransfer', { value: transfer });
        }
        document.querySelector('main').dispatchEvent(drop);
        receiving.dropped += count;
        setTimeout(step, least + Math.random() * spread);
    };
    window.receiving = receiving;
    step();";

/// How many files are listed, and the numbers of those that are drawn, in their order.
const SHOWN: &str = "
    const list = document.querySelector('[data-files]');
    if (!list || list.ariaBusy === 'true') return null;
    const names = [...document.querySelectorAll('[data-verdict] [data-file-name]')];
    const numbers = names.map((name) => Number.parseInt(name.dataset.fileName, 10));
    return { files: Number(list.dataset.files), numbers };";

/// What came of all kills.
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
    /// Files that were dropped, not yet called saved, and gone afterwards.
    pub unsaved: u64,
    /// How long it all took.
    pub took: Duration,
}

impl Received {
    /// Whether the word 已保存 was true every time.
    pub fn is_clean(&self) -> bool {
        self.lost == 0 && self.torn == 0
    }
}

impl fmt::Display for Received {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kills, acknowledged, lost, torn, unsaved, took } = self;
        writeln!(formatter, "kills of the desk             {kills} in {} s", took.as_secs())?;
        writeln!(formatter, "verdicts acknowledged         {acknowledged}")?;
        writeln!(formatter, "acknowledged verdicts lost    {lost}")?;
        writeln!(formatter, "verdicts out of their order   {torn}")?;
        write!(formatter, "dropped, not yet acknowledged, gone   {unsaved}")
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
    let mut tally = Received::default();
    let mut browser = start(engine, &profile, &site);
    // Firefox keeps what it has prepared for its starts only when it ends in order.
    browser.quit();
    browser = start(engine, &profile, &site);
    let mut before = 0;
    for _ in 0..kills {
        let (dropped, saved) = receive_and_kill(&mut browser, before + 1, &mut random, &text);
        drop(browser);
        browser = start(engine, &profile, &site);
        let shown = shown(&browser.session);
        tally.kills += 1;
        tally.acknowledged += saved.saturating_sub(before);
        tally.lost += saved.saturating_sub(shown.files);
        let in_order = (1..).zip(&shown.numbers).filter(|(place, number)| place == *number).count();
        tally.torn += shown.numbers.len().saturating_sub(in_order) as u64;
        tally.unsaved += dropped.saturating_sub(shown.files.max(saved));
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

/// Drops files from number `first` until a random moment.
///
/// Gives how many were dropped and how many called saved.
fn receive_and_kill(browser: &mut Browser, first: u64, random: &mut Random, text: &str) -> (u64, u64) {
    let (least, spread) = (random.within(1, 30), random.within(5, 120));
    let until = Duration::from_millis(random.within(KILL_AFTER.start, KILL_AFTER.end));
    let words = [json!(first), json!(least), json!(spread), json!(text)];
    let started = browser.session.script(RECEIVE, &words);
    assert!(started.is_ok(), "{started:?}");
    let mut known = (first - 1, first - 1);
    let watch = || {
        let told = browser.session.script("return window.receiving", &[]).ok()?;
        known = (told["dropped"].as_u64()?, told["saved"].as_u64()?);
        None::<()>
    };
    // Asking goes on up to the kill, so that little is acknowledged without being known.
    let nothing_stops_it = wait::for_answer_within(until, watch);
    assert_eq!(nothing_stops_it, None);
    browser.kill();
    known
}

/// What the list shows.
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
