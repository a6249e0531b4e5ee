//! Runs chosen steps one after the other, and some of them beside.

use std::time::Instant;

use super::{
    beside::Beside,
    choice::Choice,
    counts::Counts,
    report::{Ended, Report},
    room,
    run::Run,
    steps::{Step, Work},
};
use crate::{failure::Failure, workspace::Workspace};

/// The reaction to a failed step.
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
    let mut run = Run::new(workspace, tests);
    let mut report = Report::begin();
    let mut failed: Vec<&str> = Vec::new();
    // The first has nothing to run beside, and is seen at work.
    let begun = steps.iter().skip(1).filter(|step| matches!(step.work, Work::Beside(..)));
    // Before any of them: two processes that both add the target would be in each other's way.
    workspace.require_wasm_target()?;
    // Without a site a run needs little.
    if steps.iter().any(|step| step.name == "site")
        && let Some(said) = room::warning(workspace)
    {
        println!("{said}");
    }
    let mut begun = begun.map(|step| Beside::begin(workspace, step)).collect::<Result<Vec<_>, _>>()?;
    let mut steps = steps.into_iter();
    for step in steps.by_ref() {
        let unmet = step.needs.iter().flat_map(|need| need.met_by()).find(|name| failed.contains(name));
        let passed = match unmet {
            Some(name) => report.not_run(step, &format!("`{name}` failed")),
            None => report.step(step, || done(&mut run, step, &mut begun)),
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

/// Does a step, or waits for it where it has begun.
fn done(run: &mut Run<'_>, step: &Step, begun: &mut Vec<Beside>) -> Ended {
    run.counts = Counts::default();
    let started = Instant::now();
    let beside = begun.iter().position(|beside| beside.is(step)).map(|at| begun.swap_remove(at).wait());
    let (done, took) = match (step.work, beside) {
        (Work::Beside(_, known), Some((done, took))) => (done.inspect(|_| known(run)), Some(took)),
        (Work::Beside(function, known), None) => (function(run).inspect(|_| known(run)), None),
        (Work::Cargo(words), _) => (run.cargo(words), None),
        (Work::Tests(cargo, tests), _) => (run.tests(cargo, tests), None),
        (Work::Browsers(cargo, tests), _) => (run.browsers(cargo, tests), None),
        (Work::Function(function), _) => (function(run), None),
    };
    let failures = std::mem::take(&mut run.failures);
    Ended { done, counts: run.counts, failures, took: took.unwrap_or_else(|| started.elapsed()) }
}
