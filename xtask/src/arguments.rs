//! The command line, declared once: usage, parsing and errors come from these types.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::build::{Pages, Profile, Purpose};

/// Builds, serves and checks Anziping.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", flatten_help = true, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub task: Task,
}

/// A command of the xtask.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Builds the site, serves it on 127.0.0.1 and prints both addresses
    Serve(ServeOptions),
    /// Builds the site into dist/, ready for any static host, and holds it against its size budgets
    Dist(DistOptions),
    /// Runs the quick checks: format, lints, native tests; stops at the first that fails
    Check,
    /// Runs every check: those of `check`, the release build, journeys and faults in real browsers
    ///
    /// Installs what the browser tests need where it may (Debian, as administrator), else says what is missing.
    Test(TestOptions),
    /// Runs one step by itself: what `test` starts beside others
    #[command(hide = true)]
    Step {
        /// Its name
        name: String,
    },
    /// Feeds what is read from strangers with inputs that reach ever more of the code (libFuzzer)
    Fuzz(FuzzOptions),
    /// Kills browsers while they write and compares what is left with what was called saved
    ///
    /// `--kills N`, `--browser chromium|firefox|webkit`, `--seed S`; or `--throughput` with `--answers N`, which
    /// measures how long a change takes to be durable. Takes the site that was built last, or the one named in
    /// ANZIPING_DIST.
    Faults {
        /// Passed on to the program in tests/src/bin
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<String>,
    },
    /// Measures `effort`, `page [first | year]`, `verify [N]`, `office [N | busy | year [N]]`, `scale [N]`
    ///
    /// Taps, key strokes and screens of two months on a telephone; the page with a month open, beside plain HTML, with
    /// a year behind it, and its first answer on a telephone, beside SurveyJS; checking files, beside npm jose; the
    /// desk with files end to end, while somebody else takes one core, and with the verdicts of a year. Takes the same
    /// site as `faults`. `scale` takes no browser but the program: reports made up, verified, loaded into Parquet and
    /// added up.
    Bench {
        /// Passed on to the program in tests/src/bin
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<String>,
    },
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// Builds again when a file changes, and reloads the page
    #[arg(long)]
    pub watch: bool,
    /// Opens the page in the default browser
    #[arg(long)]
    pub open: bool,
    /// The port; without it 8080, or a free one
    #[arg(long)]
    pub port: Option<u16>,
    /// Builds as for publication instead of quickly
    #[arg(long)]
    pub release: bool,
}

/// Options of `dist`.
#[derive(Debug, Args)]
pub struct DistOptions {
    /// Takes seconds instead of minutes; larger, without budgets, in target/dist-quick
    #[arg(long)]
    pub quick: bool,
    /// Builds the kill switch: a site whose service worker removes itself and its caches
    #[arg(long)]
    pub no_offline: bool,
    /// Also writes each page as a single file beside the site (dist-single/), which opens by a double click
    #[arg(long, conflicts_with = "no_offline")]
    pub single: bool,
    /// The folder to write instead of the usual one
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}

/// Options of `test`.
#[derive(Debug, Default, Args)]
pub struct TestOptions {
    /// Runs these steps alone; words that name no step choose tests, as in `--only journeys month::`
    #[arg(long, value_name = "NAME", num_args = 1.., conflicts_with = "nightly")]
    pub only: Vec<String>,
    /// Also runs what takes long; `--list` says which steps
    #[arg(long)]
    pub nightly: bool,
    /// Lists the steps instead of running them
    #[arg(long, conflicts_with_all = ["only", "nightly"])]
    pub list: bool,
}

/// Options of `fuzz`.
#[derive(Debug, Args)]
pub struct FuzzOptions {
    /// How long each target runs
    #[arg(long, value_name = "N", default_value_t = 60)]
    pub seconds: u32,
    /// The folder name of one target in tests/fuzz/fuzz_targets; without it all of them
    pub target: Option<String>,
}

impl ServeOptions {
    /// The profile: how much work the compiler puts in.
    pub fn profile(&self) -> Profile {
        if self.release { Profile::Release } else { Profile::Quick }
    }
}

impl DistOptions {
    /// The profile: how much work the compiler puts in.
    pub fn profile(&self) -> Profile {
        if self.quick { Profile::Quick } else { Profile::Release }
    }

    /// The form in which the pages are written.
    pub fn pages(&self) -> Pages {
        if self.single { Pages::AlsoSingle } else { Pages::Hosted }
    }

    /// The purpose of the site.
    pub fn purpose(&self) -> Purpose {
        if self.no_offline { Purpose::WithoutOffline } else { Purpose::Publish }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    fn read(line: &str) -> Result<Task, clap::Error> {
        Arguments::try_parse_from(["cargo xtask"].into_iter().chain(line.split_whitespace())).map(|read| read.task)
    }

    #[test]
    fn the_declaration_is_in_order() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn dist_is_a_release_unless_told_otherwise() {
        let Task::Dist(options) = read("dist").unwrap() else { unreachable!() };
        assert_eq!((options.profile(), options.purpose(), options.out), (Profile::Release, Purpose::Publish, None));
    }

    #[test]
    fn serve_is_quick_unless_told_otherwise() {
        let Task::Serve(options) = read("serve --port 9000 --watch").unwrap() else { unreachable!() };
        assert_eq!((options.profile(), options.port, options.watch), (Profile::Quick, Some(9000), true));
    }

    #[test]
    fn only_takes_all_the_names_that_follow() {
        let Task::Test(options) = read("test --only journeys month::").unwrap() else { unreachable!() };
        assert_eq!(options.only, ["journeys", "month::"]);
    }

    #[test]
    fn the_words_of_faults_and_bench_are_passed_on() {
        let Task::Faults { words } = read("faults --kills 300 --browser firefox").unwrap() else { unreachable!() };
        assert_eq!(words, ["--kills", "300", "--browser", "firefox"]);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("deploy", "deploy"),
            ("dist --fast", "--fast"),
            ("serve --port x", "'x'"),
            ("dist --out", "--out"),
            ("test journeys", "journeys"),
            ("fuzz a b", "'b'"),
        ] {
            let said = read(line).unwrap_err().to_string();
            assert!(said.contains(named), "{said}");
        }
    }
}
