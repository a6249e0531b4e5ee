//! A journey: a fresh browser on a site of its own, and what must hold at the end of every one.

use std::{
    cell::RefCell,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    rc::Rc,
    sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
    time::Instant,
};

use crate::{
    browser::{Options, fresh_profile},
    disk::SmallDisk,
    evidence,
    page::Page,
    site::Site,
};

/// Journeys run side by side; what measures time has the machine to itself.
static MACHINE: RwLock<()> = RwLock::new(());

/// A place on the machine, kept as long as it lives.
#[derive(Debug)]
pub enum Place {
    /// Others run beside it.
    Shared(RwLockReadGuard<'static, ()>),
    /// Nobody else has a browser.
    Alone(RwLockWriteGuard<'static, ()>),
}

/// Takes a place beside others.
pub fn shared() -> Place {
    Place::Shared(MACHINE.read().unwrap_or_else(PoisonError::into_inner))
}

/// Waits until no other test of this program has a place.
pub fn alone() -> Place {
    Place::Alone(MACHINE.write().unwrap_or_else(PoisonError::into_inner))
}

/// Runs a journey in Chromium.
///
/// # Panics
/// When the journey fails, or the page has reported an error, broken its policy or asked another origin.
pub fn journey(name: &str, steps: impl FnOnce(&mut Page)) {
    journey_with(name, Options::default(), steps);
}

/// Runs a journey in a browser with other options; else as [`journey`].
pub fn journey_with(name: &str, options: Options, steps: impl FnOnce(&mut Page)) {
    let place = shared();
    evidence::clear(name);
    watched(name, Page::new(name, options, &fresh_profile()).at(place), steps);
}

/// Runs a journey in a browser whose profile lies on a disk of so many bytes.
///
/// # Panics
/// As [`journey`], and where no disk can be mounted.
pub fn journey_on_disk(name: &str, options: Options, bytes: u64, steps: impl FnOnce(&mut Page, &mut SmallDisk)) {
    let place = shared();
    evidence::clear(name);
    let profile = fresh_profile();
    let mut disk = SmallDisk::under(&profile, bytes);
    // The browser ends before its disk.
    drop(watched(name, Page::new(name, options, &profile).at(place), |page| steps(page, &mut disk)));
}

/// Runs a journey in Chromium on another site than the built one.
pub fn journey_on(site: Site, name: &str, steps: impl FnOnce(&mut Page)) {
    let place = shared();
    evidence::clear(name);
    let page = Page::on(Rc::new(RefCell::new(site)), name, Options::default(), &fresh_profile());
    watched(name, page.at(place), steps);
}

/// Runs `steps` and the closing checks; keeps evidence when either fails.
pub(crate) fn watched(name: &str, mut page: Page, steps: impl FnOnce(&mut Page)) -> Page {
    let started = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        steps(&mut page);
        page.assert_quiet();
    }));
    evidence::took(name, started.elapsed());
    if let Err(panic) = outcome {
        evidence::keep(name, &page);
        resume_unwind(panic);
    }
    page
}
