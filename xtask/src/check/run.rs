//! Runs chosen steps one after the other.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    choice::Choice,
    counts::{self, Counts},
    foreign,
    report::Report,
    steps::{Need, Step, Work},
    work::{Done, Passed},
};
use crate::{failure::Failure, process, workspace::Workspace};

/// A run of the checks.
#[derive(Debug)]
pub struct Run<'a> {
    pub(super) workspace: &'a Workspace,
    /// The site the steps after it look at.
    pub(super) site: Option<PathBuf>,
    tests: Vec<String>,
    /// Tests of the step that runs.
    counts: Counts,
}

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
            None => report.step(step, || run.step(step)),
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

impl Run<'_> {
    fn step(&mut self, step: &Step) -> (Counts, Done) {
        self.counts = Counts::default();
        let done = match step.work {
            Work::Cargo(words) => self.cargo(words),
            Work::Tests(cargo, tests) => self.tests(cargo, tests),
            Work::Function(function) => function(self),
        };
        (self.counts, done)
    }

    fn cargo(&self, words: &[&str]) -> Done {
        self.workspace.require_wasm_target()?;
        process::run(self.workspace.cargo().args(words))?;
        Ok(Passed::Yes)
    }

    fn tests(&mut self, cargo: &[&str], tests: &[&str]) -> Done {
        let chosen: Vec<String> = self.tests.clone();
        let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
        self.cargo_test(&[cargo, &["--"], tests, &chosen].concat(), &[])?;
        Ok(Passed::Yes)
    }

    /// Runs `cargo test` with the site and the tools, and counts.
    pub(super) fn cargo_test(&mut self, words: &[&str], environment: &[(&str, &Path)]) -> Result<(), Failure> {
        let mut command: Command = self.workspace.cargo();
        command.args(["test", "--no-fail-fast"]).args(words).envs(environment.iter().copied());
        command.env("ANZIPING_TOOLS", foreign::folder(self.workspace));
        if let Some(site) = &self.site {
            command.env("ANZIPING_DIST", site.canonicalize().map_err(Failure::at(site))?);
        }
        let (counts, outcome) = counts::run(&mut command);
        self.counts = self.counts + counts;
        outcome
    }

    /// The site that an earlier step has built.
    pub(super) fn site(&self) -> Result<&Path, Failure> {
        self.site.as_deref().ok_or_else(|| Failure::Checks("there is no site".into()))
    }
}

impl Need {
    /// The steps that meet it, the first being enough.
    pub(super) fn met_by(self) -> &'static [&'static str] {
        match self {
            Self::Tools => &["set-up"],
            Self::Release => &["site"],
            Self::Site => &["site", "quick-site"],
        }
    }
}
