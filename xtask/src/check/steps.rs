//! Every step of the checks, in the order they run.
//!
//! `check`, `test`, `--nightly` and `--only` choose from this table.

use super::{outcome::Done, run::Run, work};
use crate::workspace::WASM;

/// A step of the checks.
#[derive(Debug)]
pub struct Step {
    /// The name after `--only`.
    pub name: &'static str,
    /// The purpose, for people.
    pub what: &'static str,
    /// The command that runs it without being asked for by name.
    pub part: Part,
    /// The needs that steps before it meet.
    pub needs: &'static [Need],
    /// The work.
    pub work: Work,
}

/// Which command runs a step. Each runs those of the one before as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `cargo xtask check`
    Check,
    /// `cargo xtask test`
    Test,
    /// `cargo xtask test --nightly`
    Nightly,
    /// None: it runs where a chosen step needs it.
    OnDemand,
}

/// The need of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Browsers and the programs of other people.
    Tools,
    /// A site as it is published.
    Release,
    /// Any site.
    Site,
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

/// The work of a step.
#[derive(Debug, Clone, Copy)]
pub enum Work {
    /// Runs cargo with these words.
    Cargo(&'static [&'static str]),
    /// Runs `cargo test` with the first words, and the test programs with the second.
    Tests(&'static [&'static str], &'static [&'static str]),
    /// Does as `Tests`, with two tests on each core: half of its time, a test in a browser waits.
    Browsers(&'static [&'static str], &'static [&'static str]),
    /// Runs something that is more than one command.
    Function(fn(&mut Run<'_>) -> Done),
    /// Does the first as a process of its own, begun with the run; after it, the second is known.
    Beside(fn(&mut Run<'_>) -> Done, fn(&mut Run<'_>)),
}

/// The steps.
pub static STEPS: [Step; 27] = [
    step("format", "Format", Work::Cargo(&["fmt", "--all", "--check"])),
    // The pages are looked at for the browser alone, their native tests as well: Leptos is checked once.
    step(
        "lints",
        "Lints",
        Work::Cargo(&["clippy", "--workspace", "--exclude", "anziping", "--all-targets", "--", "-D", "warnings"]),
    ),
    step(
        "lints-browser",
        "Lints for the browser",
        Work::Cargo(&["clippy", "-p", "anziping", "--all-targets", "--target", WASM, "--", "-D", "warnings"]),
    ),
    step(
        "core",
        "Tests of core, catalogue, sealing and spreadsheets",
        Work::Tests(
            &["-p", "anziping-catalog", "-p", "anziping-seal", "-p", "anziping-core", "-p", "anziping-tables"],
            &[],
        ),
    ),
    step("pages", "Native tests of the pages", Work::Tests(&["-p", "anziping", "--lib"], &[])),
    step(
        "fuzz-bounded",
        "Fuzz targets, a bounded number of inputs",
        Work::Tests(&["-p", "anziping-fuzz"], &["--nocapture"]),
    ),
    // By itself: together with others, cargo would build its dependencies a second time with other features.
    step("xtask", "Tests of the build", Work::Tests(&["-p", "xtask"], &[])),
    step(
        "structure",
        "Rules of the sources and documents",
        Work::Tests(&["-p", "anziping-tests", "--lib", "--test", "structure", "--test", "documents"], &[]),
    ),
    step("set-up", "Set up browsers and foreign implementations", Work::Beside(work::set_up, work::is_set_up))
        .of(Part::Test, &[]),
    step("dependencies", "Licences, sources and bans of dependencies", Work::Function(work::dependencies))
        .of(Part::Test, &[Need::Tools]),
    step("advisories", "Known holes in dependencies", Work::Function(work::advisories)).of(Part::Test, &[Need::Tools]),
    step(
        "interop",
        "Foreign implementations agree",
        Work::Tests(
            &[
                "-p",
                "anziping-tests",
                "--test",
                "interop",
                "--test",
                "schemas",
                "--test",
                "at_scale",
                "--test",
                "office_month",
                "--test",
                "quarterly_table",
            ],
            &[],
        ),
    )
    .of(Part::Test, &[Need::Tools]),
    step("program", "The desk's checks without a browser", Work::Tests(&["-p", "anziping-program"], &[]))
        .of(Part::Test, &[]),
    step("site", "Site within its budgets", Work::Beside(work::site, work::site_is_built)).of(Part::Test, &[]),
    step("quick-site", "Site, built quickly", Work::Function(work::quick_site)).of(Part::OnDemand, &[]),
    step("same-bytes", "Same bytes again", Work::Function(work::same_bytes)).of(Part::Test, &[Need::Release]),
    step("journeys", "Journeys in browsers", Work::Browsers(&["-p", "anziping-tests", "--test", "journeys"], &[]))
        .of(Part::Test, &[Need::Tools, Need::Site]),
    // Among others it would have to wait until none of them runs, and none would start meanwhile.
    step(
        "measured",
        "Ten thousand files at the desk, with nothing beside",
        Work::Tests(&["-p", "anziping-tests", "--test", "journeys"], &["--ignored", "many::"]),
    )
    .of(Part::Test, &[Need::Tools, Need::Site]),
    step("faults", "Faults in browsers", Work::Browsers(&["-p", "anziping-tests", "--test", "faults"], &[]))
        .of(Part::Test, &[Need::Tools, Need::Site]),
    step("older", "An older program on today's records", Work::Function(work::older))
        .of(Part::Nightly, &[Need::Tools, Need::Site]),
    step(
        "weapons",
        "Every hostile spreadsheet in a browser of its own",
        Work::Browsers(&["-p", "anziping-tests", "--test", "journeys"], &["--ignored", "--nocapture", "weapons::"]),
    )
    .of(Part::Nightly, &[Need::Tools, Need::Site]),
    step(
        "at-scale",
        "ClickHouse, Spark, node and Python give the verdicts and figures of the page",
        Work::Function(work::at_scale),
    )
    .of(Part::Nightly, &[Need::Tools]),
    step("installed", "The native program, installed as one file that needs no other", Work::Function(work::installed))
        .of(Part::Nightly, &[]),
    step("kills", "A hundred killed browsers of each engine, and of the desk", Work::Function(work::kills))
        .of(Part::Nightly, &[Need::Tools, Need::Release]),
    step(
        "agreement",
        "Signatures under a hundred thousand keys are judged as strict verification judges them",
        Work::Tests(&["--release", "-p", "anziping-seal"], &["--ignored"]),
    )
    .of(Part::Nightly, &[]),
    step("fuzz", "Fuzz targets, a minute each", Work::Function(work::fuzz)).of(Part::Nightly, &[]),
    step("other-folder", "Same bytes from another folder", Work::Function(work::other_folder))
        .of(Part::Nightly, &[Need::Release]),
];

/// A step of `cargo xtask check` that needs nothing.
const fn step(name: &'static str, what: &'static str, work: Work) -> Step {
    Step { name, what, part: Part::Check, needs: &[], work }
}

impl Step {
    const fn of(self, part: Part, needs: &'static [Need]) -> Self {
        Self { part, needs, ..self }
    }
}
