//! Headings while the steps run, and the summary at the end.

use std::time::{Duration, Instant};

use super::counts::Counts;
use crate::failure::Failure;

/// What has run so far.
#[derive(Debug, Default)]
pub struct Report {
    steps: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    outcome: Outcome,
    counts: Counts,
    took: Duration,
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    NotRun,
    /// The place cannot do it, and why.
    Skipped(&'static str),
}

impl Report {
    /// Runs a step under its heading; tells whether it passed.
    pub fn step(&mut self, name: &str, step: impl FnOnce() -> Result<Counts, Failure>) -> bool {
        println!("\n━━ {name}");
        let started = Instant::now();
        let (outcome, counts) = match step() {
            Ok(counts) => (Outcome::Passed, counts),
            Err(failure) => {
                eprintln!("{failure}");
                let counts = match failure {
                    Failure::Tests { counts, .. } => counts,
                    _ => Counts::default(),
                };
                (Outcome::Failed, counts)
            }
        };
        let passed = outcome == Outcome::Passed;
        self.steps.push(Step { name: name.into(), outcome, counts, took: started.elapsed() });
        passed
    }

    /// Notes a step that could not run because of an earlier failure.
    pub fn not_run(&mut self, name: &str, reason: &str) {
        println!("\n━━ {name}\nnot run: {reason}");
        let (outcome, counts) = (Outcome::NotRun, Counts::default());
        self.steps.push(Step { name: name.into(), outcome, counts, took: Duration::ZERO });
    }

    /// Notes a step that cannot be done in this place. It fails nothing, and the summary says it with the reason.
    pub fn skipped(&mut self, name: &str, reason: &'static str) {
        println!("\n━━ {name}\n{reason}");
        let (outcome, counts) = (Outcome::Skipped(reason), Counts::default());
        self.steps.push(Step { name: name.into(), outcome, counts, took: Duration::ZERO });
    }

    /// Prints the summary, its last line being the totals alone: `N passed, N failed`.
    ///
    /// # Errors
    /// [`Failure::Suite`] when a step did not pass or no test ran.
    pub fn finish(self) -> Result<(), Failure> {
        let total: Counts = self.steps.iter().map(|step| step.counts).sum();
        println!("\n━━ Summary");
        for Step { name, outcome, counts, took } in &self.steps {
            let mark = match outcome {
                Outcome::Passed => "ok     ",
                Outcome::Failed => "FAILED ",
                Outcome::NotRun => "not run",
                Outcome::Skipped(_) => "skipped",
            };
            let tests = match (outcome, counts.passed + counts.failed) {
                (Outcome::Skipped(reason), _) => format!(" ({reason})"),
                (_, 0) => String::new(),
                _ => format!(" ({} passed, {} failed)", counts.passed, counts.failed),
            };
            println!("{mark} {:>5} s  {name}{tests}", took.as_secs());
        }
        println!("{} passed, {} failed", total.passed, total.failed);
        let not_passed = self.steps.iter().filter(|step| matches!(step.outcome, Outcome::Failed | Outcome::NotRun));
        let not_passed: Vec<_> = not_passed.map(|step| step.name.clone()).collect();
        if !not_passed.is_empty() {
            return Err(Failure::Suite(not_passed.join(", ")));
        }
        if total.passed == 0 {
            return Err(Failure::Suite("no test ran".into()));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Counts = Counts { passed: 1, failed: 0 };

    #[test]
    fn a_suite_whose_steps_all_pass_passes() {
        let mut report = Report::default();
        assert!(report.step("tests", || Ok(ONE)));
        assert!(report.finish().is_ok());
    }

    #[test]
    fn one_failed_step_fails_the_suite_whatever_follows() {
        let mut report = Report::default();
        assert!(!report.step("lints", || Err(Failure::Command("clippy".into()))));
        report.step("tests", || Ok(ONE));
        assert!(report.finish().unwrap_err().to_string().contains("lints"));
    }

    #[test]
    fn a_step_that_was_not_run_fails_the_suite() {
        let mut report = Report::default();
        report.step("tests", || Ok(ONE));
        report.not_run("browsers", "no site");
        assert!(report.finish().is_err());
    }

    #[test]
    fn a_step_that_the_place_cannot_do_fails_nothing() {
        let mut report = Report::default();
        report.step("tests", || Ok(ONE));
        report.skipped("advisories", "no network");
        assert!(report.finish().is_ok());
    }

    #[test]
    fn a_suite_without_a_single_test_fails() {
        let mut report = Report::default();
        report.step("tests", || Ok(Counts::default()));
        assert!(report.finish().is_err());
    }
}
