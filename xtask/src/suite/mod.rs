//! `cargo xtask test`: everything that must hold, from formatting to journeys in real browsers.

mod advisories;
mod counts;
mod dependencies;
mod foreign;
mod older;
mod report;
mod reproduce;
mod tools;

use std::{path::Path, process::Command};

use crate::{
    arguments::{DistOptions, TestOptions},
    compile::Profile,
    dist,
    failure::Failure,
    process,
    site::Purpose,
    workspace::{WASM, Workspace},
};

pub use counts::Counts;
use report::Report;

/// Crates whose tests need no browser. `xtask` is tested by itself: together with others, cargo would build its
/// dependencies a second time with other features.
const NATIVE: [&[&str]; 4] = [
    &["-p", "anziping-catalog", "-p", "anziping-seal", "-p", "anziping-core", "-p", "anziping-tables"],
    &["-p", "anziping-fuzz", "--", "--nocapture"],
    &["-p", "anziping", "--lib"],
    &["-p", "xtask"],
];

/// Runs every step, also after one has failed, and ends with a summary and the line `N passed, N failed`.
///
/// # Errors
/// [`Failure::Suite`] when a step failed or no test ran.
pub fn test(workspace: &Workspace, options: &TestOptions) -> Result<(), Failure> {
    let mut report = Report::default();
    report.step("Format", || run(workspace.cargo().args(["fmt", "--all", "--check"])));
    report.step("Target", || workspace.require_wasm_target().map(|()| Counts::default()));
    report.step("Lints", || clippy(workspace, &["--workspace", "--all-targets"]));
    report.step("Lints for the browser", || clippy(workspace, &["-p", "anziping", "--target", WASM]));
    for packages in NATIVE {
        report.step(&format!("Tests {}", packages.join(" ")), || cargo_test(workspace, packages, &[]));
    }
    let mut site = None;
    report.step("Site within its budgets", || {
        let options = DistOptions { profile: Profile::Release, purpose: Purpose::Publish, out: None };
        site = Some(dist::dist(workspace, &options)?);
        Ok(Counts::default())
    });
    if let Some(site) = &site {
        report.step("Same bytes again", || reproduce::from_same_output(workspace, site));
        if options.reproduce {
            report.step("Same bytes from another folder", || reproduce::from_copy(workspace, site));
        }
    } else {
        report.not_run("Same bytes again", "there is no site");
    }
    let ready = report.step("Set up browsers and foreign implementations", || {
        tools::require()?;
        foreign::require(workspace)?;
        Ok(Counts::default())
    });
    if ready {
        report.step("Licences, sources and bans of dependencies", || dependencies::rules(workspace));
    } else {
        report.not_run("Licences, sources and bans of dependencies", "the set-up failed");
    }
    known_holes(workspace, &mut report, ready);
    match (&site, ready) {
        (Some(site), true) => {
            report.step("Tests in browsers", || in_browsers(workspace, site));
            if older::is_here(workspace) {
                report.step("An older program on today's records", || older::test(workspace, site));
            } else {
                report.skipped(
                    "An older program on today's records",
                    "NOT CHECKED: the history of the repository is not here",
                );
            }
        }
        _ => report.not_run("Tests in browsers", "the site or the set-up failed"),
    }
    report.finish()
}

/// Compares the dependencies with the database of known holes, from the folder that is named or else from the net.
fn known_holes(workspace: &Workspace, report: &mut Report, ready: bool) {
    let name = "Known holes in dependencies";
    match advisories::folder() {
        Some(_) if !ready => report.not_run(name, "the set-up failed"),
        Some(folder) => drop(report.step(name, || advisories::check(workspace, &folder))),
        None if ready && dependencies::advisories_are_here(workspace) => {
            report.step(name, || dependencies::advisories(workspace));
        }
        None => report.skipped(
            name,
            "NOT CHECKED: the advisory database could not be fetched from here, and ANZIPING_ADVISORIES is not set",
        ),
    }
}

/// Runs a program of the tests, with the same tools as the tests.
///
/// # Errors
/// When the browsers cannot be set up, or the program ends with a failure, such as the loss of something that was called saved.
pub fn browsers(workspace: &Workspace, program: &str, words: &[String]) -> Result<(), Failure> {
    tools::require()?;
    foreign::require(workspace)?;
    let mut command = workspace.cargo();
    command.args(["run", "-p", "anziping-tests", "--quiet", "--bin", program, "--"]).args(words);
    process::run(command.env("ANZIPING_TOOLS", foreign::folder(workspace)))
}

fn run(command: &mut Command) -> Result<Counts, Failure> {
    process::run(command).map(|()| Counts::default())
}

fn clippy(workspace: &Workspace, what: &[&str]) -> Result<Counts, Failure> {
    run(workspace.cargo().arg("clippy").args(what).args(["--", "-D", "warnings"]))
}

fn in_browsers(workspace: &Workspace, site: &Path) -> Result<Counts, Failure> {
    let site = site.canonicalize().map_err(Failure::at(site))?;
    let tools = foreign::folder(workspace);
    cargo_test(workspace, &["-p", "anziping-tests"], &[("ANZIPING_DIST", &site), ("ANZIPING_TOOLS", &tools)])
}

fn cargo_test(workspace: &Workspace, packages: &[&str], environment: &[(&str, &Path)]) -> Result<Counts, Failure> {
    let mut command = workspace.cargo();
    command.args(["test", "--no-fail-fast"]).args(packages).envs(environment.iter().copied());
    counts::run(&mut command)
}
