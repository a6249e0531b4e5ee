//! Runs chosen steps one after the other.

use super::{
    choice::Choice,
    counts::Counts,
    outcome::Done,
    report::Report,
    run::Run,
    steps::{Step, Work},
};
use crate::{failure::Failure, workspace::Workspace};

/// What follows a failed step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The next step, so that one run shows everything.
    GoOn,
    /// Nothing: the quick checks say at once what to mend.
    Stop,
}

/// Runs the steps and prints a summary, what was left out, and the line `N passed, N failed`.
///
/// # Errors
/// [`Failure::Checks`] when a step failed, or tests were wanted and none ran.
pub fn run(workspace: &Workspace, choice: Choice, after: After) -> Result<(), Failure> {
    let Choice { steps, tests, mut left_out } = choice;
    let mut run = Run { workspace, site: None, tests, counts: Counts::default() };
    let mut report = Report::default();
    let mut failed: Vec<&str> = Vec::new();
    let mut steps = steps.into_iter();
    for step in steps.by_ref() {
        let unmet = step.needs.iter().flat_map(|need| need.met_by()).find(|name| failed.contains(name));
        let passed = match unmet {
            Some(name) => report.not_run(step, &format!("`{name}` failed")),
            None => report.step(step, || done(&mut run, step)),
        };
        if !passed {
            failed.push(step.name);
            if after == After::Stop {
                break;
            }
        }
    }
    left_out.extend(steps);
    report.finish(&left_out)
}

fn done(run: &mut Run<'_>, step: &Step) -> (Counts, Done) {
    run.counts = Counts::default();
    let done = match step.work {
        Work::Cargo(words) => run.cargo(words),
        Work::Tests(cargo, tests) => run.tests(cargo, tests),
        Work::Browsers(cargo, tests) => run.browsers(cargo, tests),
        Work::Function(function) => function(run),
    };
    (run.counts, done)
}
