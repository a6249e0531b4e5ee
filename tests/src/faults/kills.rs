//! Browsers killed in the middle of writing: is everything there that the page had called saved?

use std::{
    fmt, fs,
    process::Command,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use super::{filling, random::Random};
use crate::{
    browser::{Browser, Engine, Options, Profile, fresh_profile},
    site::Site,
    wait, workplace,
};

/// Milliseconds from the first key to the kill.
///
/// From the first write to long after a browser has written localStorage down.
const KILL_AFTER: std::ops::Range<u64> = 60..1_600;

/// Kills between two lines on the way.
const SAID_EVERY: u32 = 50;

/// The outcome of all kills.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Browsers killed.
    pub kills: u32,
    /// Answers that the page had called saved before a kill.
    pub acknowledged: u64,
    /// Those of them that were gone afterwards. Must be 0.
    pub lost: u64,
    /// Kills after which the page came up without the month: all that was ever acknowledged counts as lost.
    pub emptied: u32,
    /// Starts at which the journal lacked what its second copy had.
    pub saved_by_second_copy: u32,
    /// Answers that did not fit the others of the same moment. Must be 0.
    pub torn: u64,
    /// Answers that were typed, not yet called saved, and gone afterwards.
    pub unsaved: u64,
    /// The oldest of those was typed so long before the kill, at most.
    pub worst_lag: Duration,
    /// Kills after which localStorage alone would have lost acknowledged answers.
    pub local_behind: u32,
    /// The most of them at one kill.
    pub local_worst: u64,
    /// How long it all took.
    pub took: Duration,
}

impl Tally {
    /// Returns whether the word 已保存 was true every time.
    pub fn is_clean(&self) -> bool {
        self.lost == 0 && self.torn == 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kills,
            acknowledged,
            lost,
            emptied,
            saved_by_second_copy,
            torn,
            unsaved,
            worst_lag,
            local_behind,
            local_worst,
            took,
        } = self;
        writeln!(formatter, "kills                         {kills} in {} s", took.as_secs())?;
        writeln!(formatter, "answers acknowledged          {acknowledged}")?;
        writeln!(formatter, "acknowledged answers lost     {lost}")?;
        writeln!(formatter, "kills after which the month was gone   {emptied}")?;
        writeln!(formatter, "starts at which only the second copy had the newest   {saved_by_second_copy}")?;
        writeln!(formatter, "answers torn apart            {torn}")?;
        writeln!(
            formatter,
            "typed, not yet acknowledged, gone   {unsaved}; the oldest typed {} ms before the kill",
            worst_lag.as_millis()
        )?;
        write!(
            formatter,
            "kills in which localStorage alone lost acknowledged answers   {local_behind}; the most at once {local_worst}"
        )
    }
}

/// Kills a browser `kills` times. Each reopening both checks the last kill and begins the next filling.
///
/// # Panics
/// When the browser or the page do not come up.
pub fn run(engine: Engine, kills: u32, seed: u64) -> Tally {
    let mut random = Random::new(seed);
    let (site, profile, started) = (Site::start(), fresh_profile(), Instant::now());
    let mut tally = Tally::default();
    let mut browser = start(engine, &profile);
    filling::open(&browser.session, &site);
    filling::load_demonstration(&browser.session);
    // Firefox keeps what it has prepared for its starts only when it ends in order.
    browser.quit();
    browser = start(engine, &profile);
    filling::open(&browser.session, &site);
    filling::wait_until_shown(&browser.session);
    let mut last = 0;
    for _ in 0..kills {
        let (progress, killed_at) = fill_and_kill(&mut browser, last + 1, &mut random);
        drop(browser);
        browser = start(engine, &profile);
        let stored = filling::stored(&browser.session, &site);
        let first = last + 1;
        tally.kills += 1;
        tally.acknowledged += progress.saved + 1 - first;
        filling::open(&browser.session, &site);
        let shown = filling::shown(&browser.session).unwrap_or_else(|| {
            tally.emptied += 1;
            say_what_is_there("the month is gone", tally.kills, &progress, &stored, &browser, &site);
            filling::load_demonstration(&browser.session);
            filling::shown(&browser.session).expect("the demonstration is shown")
        });
        tally.saved_by_second_copy += u32::from(filling::is_saved_by_second_copy(&browser.session));
        last = shown.last();
        let lost = progress.saved.saturating_sub(last);
        if lost > 0 && last > 0 {
            say_what_is_there(
                &format!("only number {last} is there"),
                tally.kills,
                &progress,
                &stored,
                &browser,
                &site,
            );
            filling::wait_until_shown(&browser.session);
        }
        tally.lost += lost;
        tally.torn += shown.missing();
        tally.unsaved += progress.typed.saturating_sub(last.max(progress.saved));
        if let Some(typed_at) = progress.typed_at(last + 1) {
            tally.worst_lag = tally.worst_lag.max(killed_at.saturating_sub(Duration::from_millis(typed_at)));
        }
        let behind = progress.saved.saturating_sub(stored.last);
        tally.local_behind += u32::from(behind > 0);
        tally.local_worst = tally.local_worst.max(behind);
        if tally.kills % SAID_EVERY == 0 && tally.kills < kills {
            // A thousand kills take the better part of an hour; what is known by then must not depend on the last one.
            let Tally { kills: so_far, acknowledged, lost, torn, saved_by_second_copy, .. } = &tally;
            eprintln!(
                "{so_far} of {kills} kills: {acknowledged} acknowledged, {lost} lost, {torn} torn, {saved_by_second_copy} saved by the second copy"
            );
        }
    }
    tally.took = started.elapsed();
    tally
}

/// Fills in from number `first` until a random moment.
///
/// Gives what was known just before the kill, and when it came, since 1970.
fn fill_and_kill(browser: &mut Browser, first: u64, random: &mut Random) -> (filling::Progress, Duration) {
    // Fast typists and slow ones: with pauses below the time of a write, several changes go into one.
    let (least, spread) = (random.within(1, 30), random.within(5, 120));
    let until = Duration::from_millis(random.within(KILL_AFTER.start, KILL_AFTER.end));
    filling::start(&browser.session, first, least, spread);
    let mut known = filling::Progress { typed: first - 1, saved: first - 1, times: Vec::new() };
    let watch = || {
        known = filling::progress(&browser.session)?;
        None::<()>
    };
    // Asking goes on up to the kill, so that little is acknowledged without being known.
    let nothing_stops_it = wait::for_answer_within(until, watch);
    assert_eq!(nothing_stops_it, None);
    let killed_at = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    browser.kill();
    (known, killed_at)
}

/// Prints everything that can be found out about a loss.
///
/// That is the content of the storages before the program ran and now, and the browser's files.
fn say_what_is_there(
    loss: &str,
    kill: u32,
    progress: &filling::Progress,
    before: &filling::Stored,
    browser: &Browser,
    site: &Site,
) {
    let now = filling::stored(&browser.session, site);
    eprintln!("kill {kill}: {loss}; number {} was saved; before the start: {before:?}, now: {now:?}", progress.saved);
    let kept = workplace::evidence(&format!("kill-{kill}"));
    let copied = fs::create_dir_all(&kept)
        .and_then(|()| Command::new("cp").arg("-a").arg(browser.profile_folder()).arg(&kept).status());
    eprintln!("the profile of the browser is kept in {} ({copied:?})", kept.display());
    filling::open(&browser.session, site);
}

fn start(engine: Engine, profile: &Profile) -> Browser {
    Browser::start(Options { engine, ..Options::default() }, profile)
}
