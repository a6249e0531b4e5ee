//! The state that the steps of one run share: the site, the chosen tests, the counts.

use std::{
    num::NonZero,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use super::{
    counts::{self, Counts},
    foreign,
    outcome::{Done, Passed},
};
use crate::{failure::Failure, process, workspace::Workspace};

/// Tests in browsers that run side by side on one core.
///
/// One alone keeps a core busy for half of its time; what measures time waits until it is alone (`journey::alone`).
const BROWSERS_EACH: usize = 2;

/// A run of the checks.
#[derive(Debug)]
pub struct Run<'a> {
    pub(super) workspace: &'a Workspace,
    /// The site the steps after it look at.
    pub(super) site: Option<PathBuf>,
    pub(super) tests: Vec<String>,
    /// Tests of the step that runs.
    pub(super) counts: Counts,
    /// What its failing tests say.
    pub(super) failures: Vec<String>,
}

impl<'a> Run<'a> {
    /// Begins with no site and nothing counted.
    pub(super) fn new(workspace: &'a Workspace, tests: Vec<String>) -> Self {
        Self { workspace, site: None, tests, counts: Counts::default(), failures: Vec::new() }
    }

    pub(super) fn cargo(&self, words: &[&str]) -> Done {
        self.workspace.require_wasm_target()?;
        process::run(self.workspace.cargo().args(words))?;
        Ok(Passed::Yes)
    }

    pub(super) fn tests(&mut self, cargo: &[&str], tests: &[&str]) -> Done {
        let chosen: Vec<String> = self.tests.clone();
        let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
        self.cargo_test(&[cargo, &["--"], tests, &chosen].concat(), &[])?;
        Ok(Passed::Yes)
    }

    /// Runs tests that drive browsers, [`BROWSERS_EACH`] on each core.
    pub(super) fn browsers(&mut self, cargo: &[&str], tests: &[&str]) -> Done {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let side_by_side = format!("--test-threads={}", cores * BROWSERS_EACH);
        self.tests(cargo, &[tests, &[side_by_side.as_str()]].concat())
    }

    /// Runs `cargo test` with the site and the tools, and counts.
    pub(super) fn cargo_test(&mut self, words: &[&str], environment: &[(&str, &Path)]) -> Result<(), Failure> {
        let mut command: Command = self.workspace.cargo();
        command.args(["test", "--no-fail-fast"]).args(words).envs(environment.iter().copied());
        command.env("ANZIPING_TOOLS", foreign::folder(self.workspace));
        if let Some(site) = &self.site {
            command.env("ANZIPING_DIST", site.canonicalize().map_err(Failure::at(site))?);
        }
        let (heard, outcome) = counts::run(&mut command);
        self.counts = self.counts + heard.counts;
        self.failures.extend(heard.failures);
        outcome
    }

    /// The site that an earlier step has built.
    pub(super) fn site(&self) -> Result<&Path, Failure> {
        self.site.as_deref().ok_or_else(|| Failure::Checks("there is no site".into()))
    }
}
