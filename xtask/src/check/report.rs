//! Headings while the steps run, and the summary at the end.

use std::time::{Duration, Instant};

use super::{
    counts::Counts,
    outcome::{Done, Passed},
    steps::{Part, Step},
};
use crate::failure::Failure;

/// The report on the steps that have run so far.
#[derive(Debug)]
pub struct Report {
    began: Instant,
    rows: Vec<Row>,
    /// What failing tests say, told once more at the end: between it and their step are thousands of lines.
    failures: Vec<String>,
}

/// How a step went.
#[derive(Debug)]
pub struct Ended {
    pub(super) done: Done,
    pub(super) counts: Counts,
    /// What its failing tests say.
    pub(super) failures: Vec<String>,
    /// How long it ran, also while others did.
    pub(super) took: Duration,
}

#[derive(Debug)]
struct Row {
    name: &'static str,
    what: &'static str,
    has_tests: bool,
    mark: Mark,
    counts: Counts,
    took: Duration,
}

#[derive(Debug, PartialEq, Eq)]
enum Mark {
    Passed,
    Failed,
    /// An earlier step that it needs has failed.
    NotRun,
    /// The place cannot do it, and why.
    NotChecked(&'static str),
}

impl Report {
    /// Begins with nothing run.
    pub fn begin() -> Self {
        Self { began: Instant::now(), rows: Vec::new(), failures: Vec::new() }
    }

    /// Runs a step under its heading; tells whether it passed.
    pub fn step(&mut self, step: &Step, run: impl FnOnce() -> Ended) -> bool {
        println!("\n━━ {}", step.what);
        let Ended { done, counts, failures, took } = run();
        self.failures.extend(failures);
        let mark = match done {
            Ok(Passed::Yes) => Mark::Passed,
            Ok(Passed::NotChecked(reason)) => {
                println!("NOT CHECKED: {reason}");
                Mark::NotChecked(reason)
            }
            Err(failure) => {
                eprintln!("{failure}\nThis step alone: cargo xtask test --only {}", step.name);
                Mark::Failed
            }
        };
        self.note(step, mark, counts, took)
    }

    /// Notes a step that could not run because of an earlier failure; it has not passed.
    pub fn not_run(&mut self, step: &Step, reason: &str) -> bool {
        println!("\n━━ {}\nnot run: {reason}", step.what);
        self.note(step, Mark::NotRun, Counts::default(), Duration::ZERO)
    }

    fn note(&mut self, step: &Step, mark: Mark, counts: Counts, took: Duration) -> bool {
        let passed = matches!(mark, Mark::Passed | Mark::NotChecked(_));
        self.rows.push(Row { name: step.name, what: step.what, has_tests: step.has_tests(), mark, counts, took });
        passed
    }

    /// Prints what failing tests say, the summary and what was left out.
    ///
    /// The last line is the totals alone: `N passed, N failed`.
    ///
    /// # Errors
    /// [`Failure::Checks`] when a step did not pass, or no test ran.
    pub fn finish(self, left_out: &[&Step]) -> Result<(), Failure> {
        let total: Counts = self.rows.iter().map(|row| row.counts).sum();
        if !self.failures.is_empty() {
            println!("\n━━ What failed\n{}", self.failures.join("\n"));
        }
        println!("\n━━ Summary");
        for row in &self.rows {
            println!("{row}");
        }
        println!("        {:>7.1} s  in all; some steps ran beside others", self.began.elapsed().as_secs_f32());
        print!("{}", said_of(left_out));
        println!("{} passed, {} failed", total.passed, total.failed);
        let failed = self.rows.iter().filter(|row| matches!(row.mark, Mark::Failed | Mark::NotRun));
        let failed: Vec<_> = failed.map(|row| row.name).collect();
        if !failed.is_empty() {
            return Err(Failure::Checks(failed.join(", ")));
        }
        if total == Counts::default() && self.rows.iter().any(|row| row.has_tests) {
            return Err(Failure::Checks("no test ran (in browsers: cargo xtask test --only journeys NAME)".into()));
        }
        Ok(())
    }
}

/// Lists the steps that did not run, by the command that runs them.
fn said_of(left_out: &[&Step]) -> String {
    let commands = [
        (Part::Check, "cargo xtask check"),
        (Part::Test, "cargo xtask test"),
        (Part::Nightly, "cargo xtask test --nightly"),
    ];
    let line = |(part, command): (Part, &str)| {
        let names: Vec<_> = left_out.iter().filter(|step| step.part == part).map(|step| step.name).collect();
        if names.is_empty() { String::new() } else { format!("Left out: {} ({command})\n", names.join(", ")) }
    };
    commands.map(line).concat()
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mark = match self.mark {
            Mark::Passed => "ok",
            Mark::Failed => "FAILED",
            Mark::NotRun => "not run",
            Mark::NotChecked(_) => "skipped",
        };
        write!(f, "{mark:<7} {:>7.1} s  {:<14} {}", self.took.as_secs_f32(), self.name, self.what)?;
        match (&self.mark, self.counts.passed + self.counts.failed) {
            (Mark::NotChecked(reason), _) => write!(f, " (NOT CHECKED: {reason})"),
            (_, 0) => Ok(()),
            _ => write!(f, " ({} passed, {} failed)", self.counts.passed, self.counts.failed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::steps::STEPS, *};

    const ONE: Counts = Counts { passed: 1, failed: 0 };

    fn ended(counts: Counts, done: Done) -> Ended {
        Ended { done, counts, failures: Vec::new(), took: Duration::ZERO }
    }

    fn named(name: &str) -> &'static Step {
        STEPS.iter().find(|step| step.name == name).unwrap()
    }

    #[test]
    fn a_run_whose_steps_all_pass_passes() {
        let mut report = Report::begin();
        assert!(report.step(named("core"), || ended(ONE, Ok(Passed::Yes))));
        assert!(report.finish(&[]).is_ok());
    }

    #[test]
    fn one_failed_step_fails_the_run_whatever_follows() {
        let mut report = Report::begin();
        let failure = || Err(Failure::Command("cargo clippy".into()));
        assert!(!report.step(named("lints"), || ended(Counts::default(), failure())));
        report.step(named("core"), || ended(ONE, Ok(Passed::Yes)));
        assert!(report.finish(&[]).unwrap_err().to_string().contains("lints"));
    }

    #[test]
    fn a_step_that_was_not_run_fails_the_run() {
        let mut report = Report::begin();
        report.step(named("core"), || ended(ONE, Ok(Passed::Yes)));
        assert!(!report.not_run(named("journeys"), "`site` failed"));
        assert!(report.finish(&[]).is_err());
    }

    #[test]
    fn a_step_that_the_place_cannot_do_fails_nothing() {
        let mut report = Report::begin();
        report.step(named("core"), || ended(ONE, Ok(Passed::Yes)));
        assert!(report.step(named("advisories"), || ended(Counts::default(), Ok(Passed::NotChecked("no network")))));
        assert!(report.finish(&[]).is_ok());
    }

    #[test]
    fn tests_of_which_none_ran_fail_but_a_step_without_tests_does_not() {
        let with = |name| {
            let mut report = Report::begin();
            report.step(named(name), || ended(Counts::default(), Ok(Passed::Yes)));
            report.finish(&[])
        };
        assert!(with("core").is_err());
        assert!(with("format").is_ok());
    }

    #[test]
    fn what_was_left_out_is_named_with_the_command_that_runs_it() {
        let said = said_of(&[named("core"), named("journeys"), named("older")]);
        assert_eq!(
            said,
            "Left out: core (cargo xtask check)\nLeft out: journeys (cargo xtask test)\n\
             Left out: older (cargo xtask test --nightly)\n"
        );
    }
}
