//! `cargo xtask check` and `cargo xtask test`.
//!
//! Everything that must hold, from formatting to journeys in browsers.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`steps`] | the table of all steps |
//! | [`choice`] | which of them run |
//! | [`sequence`], [`beside`] | runs them, some beside others |
//! | [`run`], [`outcome`] | what the steps of one run share, and how a step ends |
//! | [`report`], [`room`] | headings while they run and the summary; whether the disk will do |
//! | [`counts`] | reads the numbers of tests from cargo's output |
//! | [`work`] | steps that are more than one command |
//! | [`programs`], [`foreign`] | installs what the browser tests need, and the programs of other people |
//! | [`dependencies`], [`advisories`], [`reproduce`], [`older`], [`installed`] | what single steps do |

pub mod advisories;
pub mod beside;
pub mod choice;
pub mod counts;
pub mod dependencies;
pub mod foreign;
pub mod installed;
pub mod older;
pub mod outcome;
pub mod programs;
pub mod report;
pub mod reproduce;
pub mod room;
pub mod run;
pub mod sequence;
pub mod steps;
pub mod work;

use crate::{arguments::TestOptions, failure::Failure, process, workspace::Workspace};

use choice::Choice;
use sequence::After;
use steps::Part;

/// Runs the quick checks up to the first that fails.
///
/// # Errors
/// When a step fails.
pub fn check(workspace: &Workspace) -> Result<(), Failure> {
    sequence::run(workspace, Choice::of(Part::Check), After::Stop)
}

/// Runs every step, or those that the options name, also after one has failed.
///
/// # Errors
/// When a step fails, or `--only` names nothing that is there.
pub fn test(workspace: &Workspace, options: &TestOptions) -> Result<(), Failure> {
    if options.list {
        print!("{}", choice::table());
        return Ok(());
    }
    let choice = match (options.only.as_slice(), options.nightly) {
        ([], false) => Choice::of(Part::Test),
        ([], true) => Choice::of(Part::Nightly),
        (words, _) => Choice::named(words)?,
    };
    sequence::run(workspace, choice, After::GoOn)
}

/// Runs a program of the tests, with the same tools as the tests.
///
/// # Errors
/// When the browsers cannot be set up, or the program ends with a failure, such as the loss of something that was
/// called saved.
pub fn browsers(workspace: &Workspace, program: &str, words: &[String]) -> Result<(), Failure> {
    programs::require()?;
    foreign::require(workspace)?;
    let mut command = workspace.cargo();
    command.args(["run", "-p", "anziping-tests", "--quiet", "--bin", program, "--"]).args(words);
    process::run(command.env("ANZIPING_TOOLS", foreign::folder(workspace)))
}
