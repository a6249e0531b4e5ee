//! Checks at the end of every journey that nothing unexpected was logged or requested.

use super::Page;
use crate::browser::{Ability, Engine, Lacking};

impl Page {
    /// Messages that contain this are brought about on purpose.
    pub fn expect_message(&self, part: &str) {
        self.expected.borrow_mut().push(part.into());
    }

    /// Notes that this origin is asked on purpose.
    ///
    /// Whether anything reaches it is for the journey to see: the browser notes what it was asked, not what it let go.
    pub fn expect_attempts_at(&self, origin: &str) {
        self.tried.borrow_mut().push(origin.into());
    }

    /// The program is stopped on purpose; what it says about that is expected.
    pub fn expect_stop(&self) {
        self.stops.set(true);
        self.expect_message("panicked at");
        self.expect_message("RuntimeError");
        self.expect_message("Uncaught");
    }

    /// Lists all lines of the console.
    pub fn console_lines(&self) -> Vec<String> {
        self.console.borrow_mut().extend(self.browser.console().unwrap_or_default());
        self.console.borrow().clone()
    }

    /// Asserts what must hold at the end of every journey.
    ///
    /// No panic, no error in the console, no violation of the policy, no request to another origin.
    #[track_caller]
    pub fn assert_quiet(&self) {
        if self.options.lacking != Lacking::JavaScript && !self.stops.get() {
            let report = self
                .js("return document.documentElement.dataset.panicked ? document.getElementById('panic-report')?.value ?? '?' : null", &[]);
            assert!(report.is_null(), "the program has stopped: {report}");
        }
        if self.options.engine.lacks(Ability::Console).is_some() {
            return;
        }
        let expected = self.expected.borrow();
        let errors: Vec<_> = self
            .console_lines()
            .into_iter()
            .filter(|line| line.starts_with("SEVERE") || line.contains("policy violation"))
            .collect();
        let mut unexpected: Vec<_> =
            errors.iter().filter(|line| !expected.iter().any(|part| line.contains(part))).collect();
        if let Some(at) = unexpected.iter().position(|line| is_lost_worker(self.options.engine, line)) {
            unexpected.remove(at);
        }
        assert!(unexpected.is_empty(), "errors in the console: {unexpected:#?}");
        self.requested.borrow_mut().extend(self.browser.requested().expect("the log of requests"));
        let own = self.site.borrow().origin(self.options.host);
        let harmless = ["data:", "blob:", "chrome:", "about:"];
        let tried = self.tried.borrow();
        let foreign: Vec<String> = self
            .requested
            .borrow()
            .iter()
            .filter(|url| {
                !url.starts_with(&format!("{own}/")) && !harmless.iter().any(|scheme| url.starts_with(scheme))
            })
            .filter(|url| !tried.iter().any(|origin| url.contains(origin.as_str())))
            .cloned()
            .collect();
        assert!(foreign.is_empty(), "requests to other origins: {foreign:?}");
    }
}

/// Returns whether an old Chromium says that it has lost a worker's file behind the service worker.
///
/// It said so in one whole run, on a busy machine, and is not made to: neither by ending the worker while it is loaded,
/// nor by ending the service worker at that moment, nor by asking it just as it goes idle. The program starts another
/// worker in its place (`workers` among the faults), so one such line is nothing to hold against the page; two are.
fn is_lost_worker(engine: Engine, line: &str) -> bool {
    matches!(engine, Engine::Chromium103 | Engine::Chromium109)
        && line.contains("/assets/worker-")
        && line.ends_with("Failed to load resource: net::ERR_FAILED")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOST: &str = "SEVERE network http://127.0.0.1:1/assets/worker-0a.js Failed to load resource: net::ERR_FAILED";

    #[test]
    fn only_old_chromium_may_lose_the_file_of_a_worker_and_nothing_else() {
        assert!(is_lost_worker(Engine::Chromium103, LOST) && is_lost_worker(Engine::Chromium109, LOST));
        assert!(!is_lost_worker(Engine::Chromium, LOST));
        for other in [LOST.replace("worker-", "app-"), LOST.replace("ERR_FAILED", "ERR_CONNECTION_REFUSED")] {
            assert!(!is_lost_worker(Engine::Chromium103, &other), "{other}");
        }
    }
}
